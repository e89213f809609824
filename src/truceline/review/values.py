"""What an analyst types for a facet ("killed=at least 62") made the facet's normal form."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from truceline.model.account import FIGURES, CasualtyGroup, FacetName
from truceline.model.plain import to_plain
from truceline.model.reading import Reading
from truceline.text.fold import fold_name

_RANGE = re.compile(
    r"^(?P<word>at least|over|more than|up to|under|fewer than|about|>=|>|<=|<|~)?\s*(?P<low>\d+)"
    r"(?:\s*(?:-|–|to)\s*(?P<high>\d+))?(?:\s+(?P<group>[a-z_]+))?$"
)
_COMPARATORS = {
    "at least": ">=", "over": ">", "more than": ">", "up to": "<=", "under": "<", "fewer than": "<", "about": "~",
}  # fmt: skip
_DAY = re.compile(r"^(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?)(?:/(\d{4}-\d\d-\d\d\S*))?$")
_POINT = re.compile(r"^(?P<name>.+?)\s*@\s*(?P<lat>-?\d+(?:\.\d+)?)\s*,\s*(?P<lon>-?\d+(?:\.\d+)?)$")


class ValueProblemError(ValueError):
    """A facet or value that cannot be used; the message says what can."""


def typed_facets(assignments: Iterable[str], denied: Sequence[str], reading: Reading) -> list[dict[str, Any]]:
    """Plain facets of "FACET=VALUE" words; facets named in `denied` are denied rather than said.

    Raises ValueProblemError.
    """
    made = [_typed(assignment, denied, reading) for assignment in assignments]
    named = {f["facet"] for f in made}
    return made + [_facet(_name(d), None, "", "denied") for d in denied if d not in named]


def _typed(assignment: str, denied: Sequence[str], reading: Reading) -> dict[str, Any]:
    name, sign, value = assignment.partition("=")
    if not sign:
        raise ValueProblemError(f"{assignment}: write FACET=VALUE, for example killed=62")
    facet, text = _name(name.strip()), value.strip()
    polarity = "denied" if facet in denied else "affirmed"
    if not text:
        return _facet(facet, None, "", polarity)
    if facet in FIGURES:
        return _facet(facet, _range(text), text, polarity)
    if facet == "time":
        return _facet(facet, _time(text), text, polarity)
    if facet == "place":
        return _facet(facet, _place(text, reading), text, polarity)
    return _facet(facet, text, text, polarity)


def _name(name: str) -> str:
    if name not in get_args(FacetName):
        raise ValueProblemError(f"{name}: no such facet; there are: {', '.join(get_args(FacetName))}")
    return name


def _facet(facet: str, value: Any, text: str, polarity: str) -> dict[str, Any]:
    return {"facet": facet, "value": value, "text": text, "spans": [], "polarity": polarity, "certainty": "stated"}


def _range(text: str) -> Mapping[str, Any]:
    match = _RANGE.match(text.casefold())
    if match is None:
        raise ValueProblemError(f"{text}: write a number, 60-70, at least 62, over 100 or up to 20")
    word, low = match["word"], int(match["low"])
    sign = _COMPARATORS.get(word, word) if word else "="
    value: dict[str, Any] = {"low": low, "high": low, "text": text, "comparator": sign}
    if match["high"]:
        value |= {"high": int(match["high"]), "comparator": "between"}
    bounds: Mapping[str, dict[str, Any]] = {
        ">=": {"high": None},
        ">": {"low": low + 1, "high": None},
        "<=": {"low": None},
        "<": {"low": None, "high": low - 1},
    }
    value |= bounds.get(sign, {})
    if match["group"]:
        if match["group"] not in get_args(CasualtyGroup):
            raise ValueProblemError(f"{match['group']}: no such group; there are: {', '.join(get_args(CasualtyGroup))}")
        value["group"] = match["group"]
    return value


def _time(text: str) -> Mapping[str, Any]:
    match = _DAY.match(text)
    if match is None:
        raise ValueProblemError(f"{text}: write a day as 2016-09-17, or an interval as 2016-09-17/2016-09-18")
    first, last = match[1], match[2] or match[1]
    granularity = "day" if first == last and len(first) == 10 else "minute" if first == last else "range"
    edtf = first if first == last else f"{first}/{last}"
    return {"earliest": first, "latest": last, "granularity": granularity, "edtf": edtf, "anchor": None}


def _place(text: str, reading: Reading) -> Mapping[str, Any]:
    """A point as given ("name @ 35.3, 40.2"), else as the document resolves the name itself, else open."""
    if match := _POINT.match(text):
        return {"name": match["name"], "lat": float(match["lat"]), "lon": float(match["lon"]), "within": []}
    wanted = fold_name(text)
    for mention in reading.places:
        if mention.lat is not None and fold_name(mention.name) == wanted:
            plain = to_plain(mention)
            return {k: v for k, v in plain.items() if k not in {"start", "end", "role", "candidates", "modifier"}}
    return {"name": text, "within": []}
