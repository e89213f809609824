"""GeoNames country dumps: 19 columns between tabs, no heading (download.geonames.org/export/dump, readme.txt)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from truceline.model.gazetteer import OwnPlace
from truceline.model.problem import Problem
from truceline.read.gazetteers.rows import decimal, degrees, extent_km, wrong

_COLUMNS = 19
_ID, _NAME, _ASCII, _ALTERNATES, _LAT, _LON, _FEATURE, _COUNTRY, _ADMIN1, _ADMIN2, _PEOPLE = (
    0, 1, 2, 3, 4, 5, 7, 8, 10, 11, 14,
)  # fmt: skip
_MOST_NAMES = 40


@dataclass(frozen=True, slots=True)
class _Areas:
    """Names of first- and second-order areas by country and code, from the dump's own rows."""

    first: Mapping[tuple[str, str], str]
    second: Mapping[tuple[str, str, str], str]


def parse_dump(text: str, name: str) -> Iterator[OwnPlace | Problem]:
    """One place a row; a row that cannot be used is a Problem that names line and field."""
    lines = [line.split("\t") for line in text.split("\n")]
    areas = _areas(lines)
    for number, fields in enumerate(lines, 1):
        if any(f.strip() for f in fields):
            yield _place(fields, f"{name}, line {number}", areas)


def _areas(lines: list[list[str]]) -> _Areas:
    whole = [f for f in lines if len(f) >= _COLUMNS - 1]
    return _Areas(
        {(f[_COUNTRY], f[_ADMIN1]): f[_NAME] for f in whole if f[_FEATURE] == "ADM1"},
        {(f[_COUNTRY], f[_ADMIN1], f[_ADMIN2]): f[_NAME] for f in whole if f[_FEATURE] == "ADM2"},
    )


def _place(fields: list[str], where: str, areas: _Areas) -> OwnPlace | Problem:
    if len(fields) < _COLUMNS - 1:
        return wrong(where, "columns_missing", f"{len(fields)} columns, not {_COLUMNS}", "take the dump as it comes")
    lat, lon = degrees(fields[_LAT], 90), degrees(fields[_LON], 180)
    if lat is None or lon is None:
        field = "latitude" if lat is None else "longitude"
        return wrong(f"{where}, field {field}", "number_unreadable", "no degrees", "give decimal degrees")
    if not fields[_ID].isdigit():
        return wrong(f"{where}, field geonameid", "number_unreadable", f"{fields[_ID]!r} is no id", "give a number")
    people = int(decimal(fields[_PEOPLE]) or 0)
    names = dict.fromkeys([fields[_NAME], fields[_ASCII], *fields[_ALTERNATES].split(",")[:_MOST_NAMES]])
    country, first, second = fields[_COUNTRY], fields[_ADMIN1], fields[_ADMIN2]
    return OwnPlace(
        names=tuple(n for n in names if n),
        lat=lat,
        lon=lon,
        feature=fields[_FEATURE] or "PPL",
        country=country,
        admin1=areas.first.get((country, first), ""),
        admin2=areas.second.get((country, first, second), ""),
        population=people,
        radius_km=extent_km(fields[_FEATURE], people),
        geonameid=int(fields[_ID]),
    )
