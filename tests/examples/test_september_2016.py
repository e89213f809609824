"""The bundled case: its files are what their source says, each can be read, and the figures are the tellers' own."""

import csv
import re
import runpy
import tomllib
import zipfile
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from truceline.runners.inputs import find_records

CASE = Path(__file__).parents[2] / "examples/september-2016"
MAKING = CASE.parent / "making"
DIGESTS = tomllib.loads((MAKING / "september_2016.toml").read_text(encoding="utf-8"))["digest"]


def contents(path: Path):
    """A file's bytes; an office file's parts, since packing differs between versions of zlib."""
    if path.suffix not in {".docx", ".xlsx"}:
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return {i.filename: archive.read(i) for i in archive.infolist()}


def test_the_files_are_what_the_source_says(tmp_path):
    runpy.run_path(str(MAKING / "september_2016.py"))["make"](tmp_path)
    made = {p.name: contents(p) for p in tmp_path.iterdir()}
    kept = {p.name: contents(p) for p in (CASE / "reports").iterdir() if p.suffix != ".toml"}
    assert made == kept


def test_every_digest_is_read_without_a_problem():
    records = tuple(find_records([CASE / "reports"]))
    assert [p for r in records for p in r.problems] == []
    assert {r.id.split(":")[0] for r in records} == {d["file"] for d in DIGESTS}


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("digest", [d for d in DIGESTS if "body" in d], ids=lambda d: d["file"])
def test_a_digest_reads_as_its_source_in_every_format(digest):
    (record,) = find_records([CASE / "reports" / digest["file"]])
    marked = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
    shown = marked.sub(r"\1" if digest["file"].endswith((".html", ".docx")) else r"\1 (\2)", digest["body"])
    assert squeezed(shown) in squeezed(record.text)
    if digest["file"].endswith((".html", ".docx")):
        links = [(record.text[x.start : x.end], x.url) for x in record.links]
        assert links == marked.findall(digest["body"])


@pytest.mark.parametrize("digest", [d for d in DIGESTS if "body" in d], ids=lambda d: d["file"])
def test_a_digest_says_where_it_was_read_and_that_the_words_are_ours(digest):
    assert "in our own words" in digest["body"]
    if digest["url"]:
        assert digest["url"] in digest["body"]
        assert re.search(r"cited in|in its version", digest["body"])


def test_the_tallies_are_as_stated_even_where_they_do_not_add_up():
    with (CASE / "official-tallies.csv").open(encoding="utf-8") as lines:
        rows = {row["id"]: row for row in csv.DictReader(lines)}
    sums = {
        key: (int(row["stated"]), sum(int(p.rpartition("=")[2]) for p in row["parts"].split(";")))
        for key, row in rows.items()
        if row["parts"]
    }
    assert sums == {
        "centre-14-september": (42, 42),
        "centre-17-september": (55, 55),
        "centre-20-september": (45, 45),
        "snhr-first-week": (242, 251),
        "snhr-first-week-combat": (219, 219),
        "snhr-first-week-arrests": (32, 23),
    }


def test_the_positions_on_the_truces_end_differ():
    agreement = YAML(typ="safe").load((CASE / "agreement.yaml").read_text(encoding="utf-8"))
    ended = {p["party"]: p["ended"] for p in agreement["positions"]}
    assert ended == {"sy-gov": "2016-09-19T19:00:00+03:00", "us-gov": None}


def test_every_address_a_digest_was_read_at_has_its_source():
    sources = YAML(typ="safe").load((CASE / "sources.yaml").read_text(encoding="utf-8"))["sources"]
    domains = {d for s in sources for d in s["domains"]}
    hosts = {d["url"].split("/")[2].removeprefix("www.") for d in DIGESTS if d["url"]}
    assert hosts - domains == set()
