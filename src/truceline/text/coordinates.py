"""Coordinates printed in a text: decimal degrees, degrees with minutes and seconds, military grid references."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.text.mgrs import REFERENCE, read_reference

_DECIMAL = re.compile(
    r"(?<![\w.,-])(?:(?P<ns0>[NS])\s?)?(?P<lat>[-−]?\d{1,2}\.\d{2,8})\s?°?\s?(?P<ns>[NS])?\s?[,;/ ]\s?"
    r"(?:and\s)?(?:(?P<ew0>[EW])\s?)?(?P<lon>[-−]?\d{1,3}\.\d{2,8})\s?°?\s?(?P<ew>[EW])?(?!\w|\.\d)"
)
_MARK = r"(?:°|º|˚|\s?deg(?:rees)?\b)"


def _axis(name: str, letters: str, most: int) -> str:
    minutes = rf"(?:(?P<{name}m>\d{{1,2}}(?:\.\d+)?)\s?(?:['′’]|min(?:utes)?\b|(?=\s|[{letters}]))\s?)?"
    seconds = rf"(?:(?P<{name}s>\d{{1,2}}(?:\.\d+)?)\s?(?:[\"″”]|''|′′|sec(?:onds)?\b)?\s?)?"
    return (
        rf"(?:(?P<{name}before>[{letters}])\s?)?(?P<{name}d>\d{{1,{most}}})\s?(?P<{name}mark>{_MARK})?\s?"
        rf"{minutes}{seconds}(?P<{name}after>[{letters}]\b|(?:north|south|east|west)\b)?"
    )


_SEXAGESIMAL = re.compile(rf"(?<![\w.,-]){_axis('a', 'NS', 2)}[\s,;/]*(?:and\s)?{_axis('o', 'EW', 3)}(?!\d)")
_DEGREE_KM = 111.2
_SURE_DIGITS = 3
"""Decimals from which two numbers side by side are taken for a position without a letter beside them."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed position: where it stands, degrees, and the kilometres its last digit leaves open."""

    start: int
    end: int
    lat: float
    lon: float
    open_km: float


def printed_coordinates(text: str) -> Iterator[Printed]:
    """Every printed position, left to right, none overlapping; none that is off the globe."""
    end = 0
    for printed in sorted(_all(text), key=lambda p: (p.start, -p.end)):
        if printed.start >= end:
            yield printed
            end = printed.end


def _all(text: str) -> Iterator[Printed]:
    for m in _DECIMAL.finditer(text):
        yield from _decimal(m)
    for m in _SEXAGESIMAL.finditer(text):
        yield from _sexagesimal(m)
    for m in REFERENCE.finditer(text):
        if (square := read_reference(m)) is not None:
            yield Printed(m.start(), m.end(), round(square.lat, 6), round(square.lon, 6), square.side_m / 1000)


def _decimal(m: re.Match[str]) -> Iterator[Printed]:
    north, east = m["ns0"] or m["ns"], m["ew0"] or m["ew"]
    digits = min(len(m["lat"].partition(".")[2]), len(m["lon"].partition(".")[2]))
    if digits >= _SURE_DIGITS or (north and east):
        lat, lon = float(m["lat"].replace("−", "-")), float(m["lon"].replace("−", "-"))
        yield from _on_globe(m, -lat if north == "S" else lat, -lon if east == "W" else lon, 10**-digits)


def _sexagesimal(m: re.Match[str]) -> Iterator[Printed]:
    """Both hemispheres are named, and either degrees are marked or minutes are given."""
    north, east = m["abefore"] or m["aafter"], m["obefore"] or m["oafter"]
    marked = (m["amark"] and m["omark"]) or (m["am"] and m["om"])
    if not north or not east or not marked or (not m["am"] and not m["om"]):
        return
    lat, lon = _degrees(m, "a"), _degrees(m, "o")
    finest = 1 / 3600 if m["as"] and m["os"] else _minutes_open(m["am"] or "", m["om"] or "")
    yield from _on_globe(m, -lat if north[0] in "Ss" else lat, -lon if east[0] in "Ww" else lon, finest)


def _minutes_open(one: str, two: str) -> float:
    return 10.0 ** -min(len(one.partition(".")[2]), len(two.partition(".")[2])) / 60


def _degrees(m: re.Match[str], axis: str) -> float:
    return int(m[f"{axis}d"]) + float(m[f"{axis}m"] or 0) / 60 + float(m[f"{axis}s"] or 0) / 3600


def _on_globe(m: re.Match[str], lat: float, lon: float, open_degrees: float) -> Iterator[Printed]:
    if abs(lat) <= 90 and abs(lon) <= 180:
        yield Printed(m.start(), m.start() + len(m.group().rstrip()), lat, lon, _DEGREE_KM * open_degrees)
