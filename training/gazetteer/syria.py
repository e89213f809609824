"""Syria's governorates, districts and subdistricts with their P-codes (OCHA boundaries, GeoNames; CC BY 4.0)."""

import math
from pathlib import Path
from typing import Any

from sources import Entry, is_arabic, is_latin, load, useful

_FILES = (
    ("governorates", "ADM1", "Governorate"),
    ("districts", "ADM2", "District"),
    ("subdistricts", "ADM3", "Subdistrict"),
)


def syria_entries(folder: Path, first_id: int) -> list[Entry]:
    """One entry an area; admin names are plain here, since GeoNames' codes do not reach this deep."""
    rows = {r["id"]: (r, level, word) for name, level, word in _FILES for r in load(folder / f"{name}.json")}
    out = []
    for number, (row, level, word) in enumerate(rows.values()):
        governorate = rows[row.get("governorateId") or row["id"]][0]["name"]["en"]
        district = rows[row["districtId"]][0]["name"]["en"] if "districtId" in row else row["name"]["en"]
        entry = Entry(
            id=_geonameid(row) or first_id + number,
            name=f"{row['name']['en']} {word}",
            lat=row["centroid"]["latitude"],
            lon=row["centroid"]["longitude"],
            feature=level,
            country="SY",
            admin1=f"={governorate}",
            admin2="" if level == "ADM1" else f"={district}",
            population=int((row.get("population") or {}).get("value") or 0),
            radius_km=round(math.sqrt(((row.get("area") or {}).get("value") or 600) / math.pi), 1),
            source=f"ocha {row['externalIds'].get('ochaPcode', '')}".strip(),
        )
        entry.names = [(row["name"]["en"], 0), (f"{row['name']['en']} {word}", 0), *_aliases(row)]
        out.append(entry)
    return out


def _geonameid(row: dict[str, Any]) -> int | None:
    given = row["externalIds"].get("geonames")
    return int(given) if given else None


def _aliases(row: dict[str, Any]) -> list[tuple[str, int]]:
    spelled = [a["value"] for a in row["aliases"]] + [row["name"].get("ar") or ""]
    return [(s, 1) for s in spelled if s and ((is_latin(s) and useful(s)) or is_arabic(s))]
