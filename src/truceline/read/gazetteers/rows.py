"""What every gazetteer layout shares: problems that name line and field, numbers, and extents by kind."""

import math
from collections.abc import Iterable

from truceline.model.gazetteer import OwnPlace
from truceline.model.problem import Problem

_EXTENT_KM = {"PCLI": 600.0, "ADM1": 100.0, "ADM2": 30.0, "ADM3": 15.0, "ADM4": 8.0, "RGN": 50.0, "AREA": 10.0}
"""How far from its point an area may reach, where the file gives no extent; as in data/place_levels.toml."""
_LANDMARK_KM = 1.0


class Rows:
    """Rows made and problems met, kept apart, both in the file's order."""

    def __init__(self, made: Iterable[OwnPlace | Problem]) -> None:
        found: list[OwnPlace] = []
        problems: list[Problem] = []
        for one in made:
            if isinstance(one, Problem):
                problems.append(one)
            else:
                found.append(one)
        self.found, self.problems = tuple(found), tuple(problems)


def wrong(where: str, code: str, message: str, mend: str) -> Problem:
    """A Problem of a gazetteer's file, row or field."""
    return Problem(stage="read", where=where, code=code, message=message, mend=mend)


def degrees(text: str, most: float) -> float | None:
    """Decimal degrees within [-most, most]; None where the text is none."""
    number = decimal(text)
    return number if number is not None and abs(number) <= most else None


def decimal(text: str) -> float | None:
    """A finite number; None where the text is none."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def extent_km(feature: str, population: int) -> float:
    """Radius of a place by its kind: a settlement's built-up area grows a little slower than its people."""
    if feature.startswith("PPL") or feature in {"VILLAGE", "TOWN", "CITY"}:
        return round(min(30.0, max(1.0, 0.9 * math.sqrt(max(population, 500) / 10_000))), 1)
    return _EXTENT_KM.get(feature, _LANDMARK_KM)
