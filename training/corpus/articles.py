"""Whole articles with a key made by hand: which happenings they tell, when, where, with what toll, and who says what.

An article is `NAME.txt`, its key `NAME.json` beside it; `training/reports.md` says what a key holds. To check files:

    python training/corpus/articles.py FILE.txt...      one line an error, and a count
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from marks import MarkError, Span

from truceline.model.account import EventType

Range = tuple[int | None, int | None]
WRITER = "WRITER"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldHappening:
    """One happening: the words that tell it, and what a careful reader would say of it.

    `days` first and last possible day, both None where the text tells none; `killed` and `injured` one range a rival
    or revised figure, persons, open where an end is None; `places` acceptable names, empty where none is told.
    """

    id: str
    words: tuple[Span, ...]
    types: tuple[str, ...]
    days: tuple[str | None, str | None]
    places: tuple[str, ...]
    killed: tuple[Range, ...]
    injured: tuple[Range, ...]
    main: bool


@dataclass(frozen=True, slots=True)
class GoldSaying:
    """Words that somebody says: `tellers` acceptable names, ("WRITER",) the writer's own, () where nobody is named."""

    span: Span
    tellers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its key."""

    id: str
    published: str
    text: str
    happenings: tuple[GoldHappening, ...]
    sayings: tuple[GoldSaying, ...]


def read_articles(folder: Path) -> list[Article]:
    """All articles of a part, by file name."""
    return [read_article(path) for path in sorted(folder.glob("*.txt"))]


def read_article(path: Path) -> Article:
    """One article; MarkError names the file and what is wrong with its key."""
    text = path.read_text("utf-8")
    try:
        key = json.loads(path.with_suffix(".json").read_text("utf-8"))
        published = _day(key["published"])
        happenings = tuple(_happening(h, text) for h in key["incidents"])
        sayings = tuple(GoldSaying(_span(c["words"], text), tuple(c["teller"] or ())) for c in key["claims"])
    except (MarkError, KeyError, TypeError, ValueError, OSError) as error:
        raise MarkError(f"{path.name}: {error!r}") from None
    return Article(path.stem, published, text, happenings, sayings)


def _happening(key: Mapping[str, Any], text: str) -> GoldHappening:
    types = tuple(key["types"])
    if not types or set(types) - set(get_args(EventType)):
        raise MarkError(f"{key['id']}: types are {types}")
    first, last = key["day"]
    days = (_day(first), _day(last)) if first is not None else (None, None)
    return GoldHappening(
        id=key["id"],
        words=tuple(_span(w, text) for w in key["words"]),
        types=types,
        days=days,
        places=tuple(key["place"]),
        killed=tuple(_ranges(key.get("killed", ()))),
        injured=tuple(_ranges(key.get("injured", ()))),
        main=bool(key.get("main")),
    )


def _ranges(told: Sequence[Sequence[int | None]]) -> Iterator[Range]:
    for low, high in told:
        if low is not None and high is not None and low > high:
            raise MarkError(f"{low} to {high} is no range")
        yield low, high


def _span(words: str, text: str) -> Span:
    """Where words stand in the text; MarkError where they stand nowhere, or twice."""
    if text.count(words) != 1:
        raise MarkError(f"{words!r} stands {text.count(words)} times in the text")
    return text.index(words), text.index(words) + len(words)


def _day(day: str) -> str:
    return date.fromisoformat(day).isoformat()


def main(files: Sequence[str]) -> int:
    """The command: 0 where every key fits its text."""
    wrong = 0
    for file in files:
        try:
            article = read_article(Path(file))
            print(f"{article.id}: {len(article.happenings)} happenings, {len(article.sayings)} sayings")
        except MarkError as error:
            wrong += 1
            print(error)
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
