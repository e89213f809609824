"""A user's own gazetteer: GeoNames country dumps, CSV tables and GeoJSON, by what the file is."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from truceline.model.gazetteer import OwnPlace
from truceline.model.problem import Problem
from truceline.read.gazetteers.geojson import parse_geojson
from truceline.read.gazetteers.geonames import parse_dump
from truceline.read.gazetteers.rows import Rows, wrong
from truceline.read.gazetteers.table import parse_table

_MOST_BYTES = 200_000_000
"""Unpacked; a dump larger than this is no theatre's gazetteer."""
_LAYOUT = "docs/guide/gazetteer.md says which layouts can be imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The places of a file and what is wrong with it; rows that cannot be used are left out, each with its Problem."""

    places: tuple[OwnPlace, ...]
    problems: tuple[Problem, ...]
    source: str = ""
    """"geonames" for a dump, else "own: FILE"."""


def parse_gazetteer(data: bytes, name: str) -> Imported:
    """Places of a file: a zip's largest .txt, a GeoNames dump (19 columns, tabs), GeoJSON, else CSV with a heading."""
    if data[:2] == b"PK":
        return _unpacked(data, name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _none(wrong(name, "not_utf8", f"not UTF-8 at byte {error.start}", "save it as UTF-8"))
    start = text.lstrip()[:1]
    if start in {"{", "["}:
        return _sorted(parse_geojson(text, name), f"own: {name}")
    if text.partition("\n")[0].count("\t") >= 17:
        return _sorted(parse_dump(text, name), "geonames")
    return _sorted(parse_table(text, name), f"own: {name}")


def _sorted(made: Iterable[OwnPlace | Problem], source: str) -> Imported:
    rows = Rows(made)
    return Imported(places=rows.found, problems=rows.problems, source=source)


def _unpacked(data: bytes, name: str) -> Imported:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts = [
                i for i in archive.infolist() if i.filename.endswith(".txt") and "readme" not in i.filename.lower()
            ]
            largest = max(texts, key=lambda i: i.file_size, default=None)
            if largest is None:
                return _none(wrong(name, "nothing_inside", "the zip holds no .txt", _LAYOUT))
            if largest.file_size > _MOST_BYTES:
                message = f"{largest.filename} is over {_MOST_BYTES // 1_000_000} MB"
                return _none(wrong(name, "too_large", message, "take one country's dump"))
            return parse_gazetteer(archive.read(largest), largest.filename)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        return _none(wrong(name, "zip_broken", str(error), "fetch it again"))


def _none(problem: Problem) -> Imported:
    return Imported(places=(), problems=(problem,))
