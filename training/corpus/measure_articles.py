"""Measure the happenings of whole articles, right in type, day, place and toll at once, and who says what.

    python training/corpus/measure_articles.py [dev|test|FOLDER] [--errors] [--rules]      prints one JSON object

A happening of the key stands as its own where an incident read shares most of its words, one to one. Its day is right
where the days read lie within the key's, or hold the key's and at most three more; where the key has none, no single
day may be read. Its place is right where a name of the key shares a word with the incident's. Its toll is right where
the killed and the injured read lie within the lowest and highest figure that the article tells, and none is read where
it tells none. A saying is answered where a speaker is named, or told of in the key's words; wrong where the name, or
the words that first tell of an unnamed speaker, are none of the key's.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from articles import WRITER, Article, GoldHappening, GoldSaying, Range, read_articles
from marks import Span
from measure import names_meet, overlap, percent
from measure_reports import asked_kit

from truceline.model.account import Facet, ReportedIncident
from truceline.model.amount import Range as Counted
from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import Kit, read_record

CORPUS = Path(__file__).parent / "articles"
_COUNTED = {"killed", "injured"}
_MORE = 3
"""Days by which those read may be more than the key's."""
ASPECTS = ("type", "day", "place", "toll")


@dataclass(slots=True)
class Score:
    """Counts over articles, and a line an error."""

    n: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def met(article: Article, reading: Reading) -> dict[int, int]:
    """Happening of the key to index of the incident that shares most of its words, one to one."""
    told = [_words(reading, incident) for incident in reading.incidents]
    fits = []
    for number, happening in enumerate(article.happenings):
        for at, spans in enumerate(told):
            shared = sum(overlap([w], spans) > 0 for w in happening.words)
            if shared:
                fits.append((-shared, overlap(happening.words[:1], spans) == 0, number, at))
    pairs: dict[int, int] = {}
    for *_, number, at in sorted(fits):
        if number not in pairs and at not in pairs.values():
            pairs[number] = at
    return pairs


def _words(reading: Reading, incident: ReportedIncident) -> list[Span]:
    """The words that name an incident, or count its dead and injured."""
    counts = [s for f in _facets(reading, incident) if f.facet in _COUNTED for s in f.spans]
    return [*incident.mentions, *counts]


def _facets(reading: Reading, incident: ReportedIncident) -> list[Facet]:
    mine = set(incident.accounts)
    return [f for a in reading.accounts if a.id in mine for f in a.facets]


def measure_article(article: Article, reading: Reading, score: Score) -> None:
    """Add one article's counts."""
    pairs, n = met(article, reading), score.n
    n["articles"] += 1
    n["happenings"] += len(article.happenings)
    single = [at for at, incident in enumerate(reading.incidents) if not incident.aggregate]
    n["read"] += len(single)
    n["none"] += sum(at not in pairs.values() for at in single)
    for number, happening in enumerate(article.happenings):
        right = aspects_right(happening, reading.incidents[pairs[number]]) if number in pairs else frozenset()
        n["own"] += number in pairs
        n["right"] += len(right) == len(ASPECTS)
        n["main"] += happening.main
        n["main right"] += happening.main and len(right) == len(ASPECTS)
        n.update(right)
        if len(right) < len(ASPECTS):
            wrong = ", ".join(a for a in ASPECTS if a not in right) if number in pairs else "not its own"
            score.errors.append(f"{article.id} {happening.id}: {wrong}")
    for saying in article.sayings:
        _measure_saying(article, saying, reading, score)


def aspects_right(wanted: GoldHappening, read: ReportedIncident) -> frozenset[str]:
    """Which of type, day, place and toll are right."""
    days = (read.time.earliest, read.time.latest) if read.time else (None, None)
    checks = {
        "type": read.event_type in wanted.types,
        "day": days_right(wanted.days, days),
        "place": not wanted.places or (read.place is not None and names_meet(read.place.name, wanted.places)),
        "toll": toll_right(wanted.killed, read.killed) and toll_right(wanted.injured, read.injured),
    }
    return frozenset(name for name, right in checks.items() if right)


def days_right(wanted: tuple[str | None, str | None], read: tuple[str | None, str | None]) -> bool:
    """Whether days read (ISO, possibly with a time) go with those of the key."""
    first, last = (day[:10] if day else None for day in read)
    if wanted[0] is None or wanted[1] is None:
        return first is None or first != last
    if first is None or last is None:
        return False
    if wanted[0] <= first and last <= wanted[1]:
        return True
    longer = _length(first, last) - _length(wanted[0], wanted[1])
    return first <= wanted[0] and wanted[1] <= last and longer <= _MORE


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def toll_right(wanted: Sequence[Range], read: Counted | None) -> bool:
    """Whether persons counted lie within the lowest and the highest figure told; none counted where none is told."""
    if not wanted:
        return read is None or not read.low
    if read is None:
        return False
    least = min((low for low, _ in wanted if low is not None), default=0)
    highs = [high for _, high in wanted if high is not None]
    most = max(highs) if len(highs) == len(wanted) else None
    return (read.low or 0) >= least and (most is None or (read.high is not None and read.high <= most))


def _measure_saying(article: Article, saying: GoldSaying, reading: Reading, score: Score) -> None:
    """Who is read to say some words, by the innermost claim that they stand in."""
    over = [c for c in reading.claims if overlap([saying.span], c.content)]
    inner = [c for c in over if c.id not in {o.parent for o in over}]
    claim = inner[-1] if inner and inner[-1].source_kind != "author" else None
    said, n = article.text[slice(*saying.span)], score.n
    name = claim.speaker if claim is not None else None
    if saying.tellers == (WRITER,):
        n["writer's"] += 1
        n["writer credited"] += name is not None
        return
    n["told"] += 1
    n["told missed"] += claim is None
    if not saying.tellers or claim is None:
        return
    n["named"] += 1
    if name is None and (not claim.antecedent or names_meet(_source(claim, article.text), saying.tellers)):
        n["in words"] += names_meet(_source(claim, article.text), saying.tellers)
        return
    name = name or _source(claim, article.text)
    n["answered"] += 1
    if not names_meet(name, saying.tellers):
        n["wrong"] += 1
        score.errors.append(f"{article.id} {name} for {saying.tellers[0]}: {said}")


def _source(claim: Claim, text: str) -> str:
    """Words for a source without a name: those that first tell of it, else its own."""
    return " ".join(text[a:b] for a, b in claim.antecedent or claim.source)


def article_figures(score: Score) -> dict[str, object]:
    """The figures of a part."""
    n = score.n
    return {
        "articles": n["articles"],
        "happenings": n["happenings"],
        "own": percent(n["own"], n["happenings"]),
        **{aspect: percent(n[aspect], n["happenings"]) for aspect in ASPECTS},
        "right": percent(n["right"], n["happenings"]),
        "main_right": percent(n["main right"], n["main"]),
        "read": n["read"],
        "read_none": percent(n["none"], n["read"]),
        "sayings": n["told"],
        "sayings_missed": percent(n["told missed"], n["told"]),
        "answered": percent(n["answered"] + n["in words"], n["named"]),
        "wrong_of_named": percent(n["wrong"], n["answered"]),
        "writer_credited_per_article": round(n["writer credited"] / n["articles"], 2) if n["articles"] else 0.0,
    }


def read_article(article: Article, kit: Kit) -> Reading:
    """The reader's reading of an article, its day of publication given."""
    text = article.text
    record = Record(id=article.id, where=article.id, text=text, data=text.encode(), dct=article.published)
    return read_record(record, kit, Settings())


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", default="test", help="dev, test, or a folder of articles with keys")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--rules", action="store_true", help="without the learned reader")
    asked = parser.parse_args()
    kit, score = asked_kit(rules=asked.rules), Score()
    folder = CORPUS / asked.part if asked.part in {"dev", "test"} else Path(asked.part)
    for article in read_articles(folder):
        measure_article(article, read_article(article, kit), score)
    if asked.errors:
        print("\n".join(score.errors))
    print(json.dumps(article_figures(score), indent=1))


if __name__ == "__main__":
    main()
