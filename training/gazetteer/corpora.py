"""Readers of the annotated place corpora (LGL, TR-News, GeoWebNews, GeoVirus in one JSONL form)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truceline.model.place import PlaceMention
from truceline.model.span import Span

NOT_PLACES = frozenset({"Literal_Expression", "Non_Lit_Expression", "Non_Toponym", "Homonym", "Language"})
"""GeoWebNews' labels of words that are no place names."""
CORPORA = ("lgl", "trnews", "gwn", "geovirus")


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated article: `gold` maps a span to its coordinates, None where it has none."""

    corpus: str
    id: str
    text: str
    gold: dict[Span, tuple[float, float] | None]


def articles(folder: Path, corpora: tuple[str, ...] = CORPORA) -> Iterator[Article]:
    """All articles of the corpora, in file order."""
    for corpus in corpora:
        for line in (folder / f"{corpus}.dev.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Article(corpus, str(row["id"]), row["text"], dict(_gold(row)))


def _gold(row: dict[str, Any]) -> Iterator[tuple[Span, tuple[float, float] | None]]:
    for t in row["toponyms"]:
        if t.get("type") not in NOT_PLACES:
            yield (t["start"], t["end"]), None if t["lat"] is None else (float(t["lat"]), float(t["lon"]))


def mentions(article: Article) -> tuple[PlaceMention, ...]:
    """The gold spans as unresolved mentions."""
    return tuple(PlaceMention(name=article.text[a:b], start=a, end=b) for a, b in sorted(article.gold))


def fold_of(article: Article, folds: int) -> int:
    """Which fold an article is held out in: by its id, so that it never moves."""
    return sum(article.id.encode()) % folds
