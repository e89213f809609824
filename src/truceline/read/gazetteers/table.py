"""A gazetteer as CSV with a heading; commas, semicolons or tabs between the columns."""

import csv
import io
from collections.abc import Iterator, Mapping

from truceline.model.gazetteer import OwnPlace
from truceline.model.problem import Problem
from truceline.read.gazetteers.rows import decimal, degrees, extent_km, wrong

COLUMNS = (
    "name", "lat", "lon", "other_names", "level", "country", "admin1", "admin2", "population", "radius_km", "geonameid",
)  # fmt: skip
"""The documented columns; the first three are needed. Other names stand between ";" or "|"."""
_ALSO = {
    "latitude": "lat", "y": "lat", "longitude": "lon", "lng": "lon", "long": "lon", "x": "lon",
    "alternatenames": "other_names", "aliases": "other_names", "alternates": "other_names", "feature": "level",
    "precision": "level", "type": "level", "radius": "radius_km", "name_en": "name", "place": "name",
}  # fmt: skip
LEVELS = {
    "street": "ST", "landmark": "SITE", "nearby landmark": "SITE", "exact location": "SITE", "neighbourhood": "PPLX",
    "neighborhood": "PPLX", "neighbourhood/area": "PPLX", "area": "AREA", "camp": "RFGC", "village": "VILLAGE",
    "town": "TOWN", "city": "CITY", "subdistrict": "ADM3", "district": "ADM2", "province": "ADM1",
    "governorate": "ADM1", "province/governorate": "ADM1", "region": "RGN", "country": "PCLI", "zone": "ZONE",
}  # fmt: skip
"""Levels in words, as the column `level` may have them, beside GeoNames feature codes."""


def parse_table(text: str, name: str) -> Iterator[OwnPlace | Problem]:
    """One place a row; a row that cannot be used is a Problem that names line and field."""
    head = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    columns = [_column(c) for c in next(rows, [])]
    missing = [c for c in COLUMNS[:3] if c not in columns]
    if missing:
        mend = f"the first line should name {', '.join(COLUMNS)}"
        yield wrong(f"{name}, line 1", "column_missing", f"no column {', '.join(missing)}", mend)
        return
    for fields in rows:
        if any(f.strip() for f in fields):
            cells = {c: f.strip() for c, f in zip(columns, fields, strict=False)}
            yield _place(cells, f"{name}, line {rows.line_num}")


def _column(heading: str) -> str:
    plain = heading.strip().casefold().replace(" ", "_")
    return _ALSO.get(plain, plain)


def _place(cells: Mapping[str, str], where: str) -> OwnPlace | Problem:
    lat, lon = degrees(cells.get("lat", ""), 90), degrees(cells.get("lon", ""), 180)
    if not cells.get("name"):
        return wrong(f"{where}, field name", "field_missing", "name is empty", "fill it in")
    if lat is None or lon is None:
        field = "lat" if lat is None else "lon"
        message = f"{cells.get(field, '')!r} is no decimal degree"
        return wrong(f"{where}, field {field}", "number_unreadable", message, "write it as 35.291")
    numbers = {c: decimal(cells[c]) for c in ("population", "radius_km", "geonameid") if cells.get(c)}
    unread = next((c for c, n in numbers.items() if n is None or n < 0), None)
    if unread is not None:
        message = f"{cells[unread]!r} is no number"
        return wrong(f"{where}, field {unread}", "number_unreadable", message, "write digits, or leave it empty")
    level = cells.get("level", "")
    feature = LEVELS.get(level.casefold(), level.upper()) or "PPL"
    population = int(numbers.get("population") or 0)
    return OwnPlace(
        names=tuple(dict.fromkeys([cells["name"], *_others(cells.get("other_names", ""))])),
        lat=lat,
        lon=lon,
        feature=feature,
        country=cells.get("country", "").upper(),
        admin1=cells.get("admin1", ""),
        admin2=cells.get("admin2", ""),
        population=population,
        radius_km=numbers.get("radius_km") or extent_km(feature, population),
        geonameid=int(numbers.get("geonameid") or 0) or None,
    )


def _others(text: str) -> list[str]:
    return [n.strip() for n in text.replace("|", ";").split(";") if n.strip()]
