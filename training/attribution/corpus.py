"""Articles as the tagger learns them: word pieces, a tag a word, and the cue each source and content belongs to."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from truceline.model.span import Span
from truceline.read.claims.tagger.features import word_spans
from truceline.read.claims.tagger.pieces import word_pieces
from truceline.read.claims.tagger.tags import ROLES, TAGS
from truceline.read.claims.tagger.windows import Pieces

LONGEST_TEXT = 6000
SHORTEST_TEXT = 200
NO_SOURCE = -1
NONCOMMERCIAL = "BBC"
"""Publishers whose licence forbids commercial use: their texts teach no shipped weights."""


@dataclass(slots=True)
class Article:
    """One text; `tags` None where nobody annotated it. Links are from first word to first word."""

    id: str
    text: str
    spans: tuple[Span, ...]
    pieces: Pieces
    gold: list[dict[str, list[Span]]] | None = None
    tags: NDArray[np.int64] | None = None
    source_to_cue: dict[int, int] = field(default_factory=dict)
    content_to_cue: dict[int, int] = field(default_factory=dict)
    cue_to_source: dict[int, int] = field(default_factory=dict)


def open_tokenizer(file: Path) -> Tokenizer:
    """A tokenizer that neither cuts nor fills up what it is given."""
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def encode(tokenizer: Tokenizer, record: dict[str, Any]) -> Article:
    """One record {id, text, attributions?} as an article."""
    text = record["text"]
    spans = word_spans(text)
    article = Article(record["id"], text, spans, word_pieces(tokenizer, text, spans), record.get("attributions"))
    if article.gold is not None:
        _annotate(article, article.gold)
    return article


def _annotate(article: Article, gold: list[dict[str, list[Span]]]) -> None:
    starts = np.array([s for s, _ in article.spans])
    article.tags = np.zeros(len(starts), np.int64)
    taken = np.zeros(len(starts), bool)
    for attribution in gold:
        words = {r: _words(starts, attribution[r]) for r in ROLES}
        for role in ROLES:
            for a, b in words[role]:
                if not taken[a:b].any():
                    taken[a:b] = True
                    _tag(article.tags, a, b, role)
        if words["cue"]:
            _link(article, words)


def _words(starts: NDArray[np.int64], spans: Iterable[Span]) -> list[Span]:
    found = [(int(np.searchsorted(starts, a)), int(np.searchsorted(starts, b))) for a, b in spans]
    return [(a, b) for a, b in found if a < b]


def _tag(tags: NDArray[np.int64], a: int, b: int, role: str) -> None:
    if b - a == 1:
        tags[a] = TAGS.index(f"S-{role}")
        return
    tags[a] = TAGS.index(f"B-{role}")
    tags[a + 1 : b - 1] = TAGS.index(f"I-{role}")
    tags[b - 1] = TAGS.index(f"E-{role}")


def _link(article: Article, words: dict[str, list[Span]]) -> None:
    cue = words["cue"][0][0]
    for a, _ in words["source"]:
        article.source_to_cue.setdefault(a, cue)
    for a, _ in words["content"]:
        article.content_to_cue.setdefault(a, cue)
    article.cue_to_source[cue] = words["source"][0][0] if words["source"] else NO_SOURCE


def read_annotated(tokenizer: Tokenizer, path: Path) -> list[Article]:
    """PolNeAR as ../shared/bench has it."""
    return [encode(tokenizer, json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def read_plain(tokenizer: Tokenizer, paths: Sequence[Path]) -> list[Article]:
    """Texts without annotation, for distilling; each cut at 6,000 characters."""
    articles = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            text = record.get("text") or record.get("summary") or ""
            if len(text) > SHORTEST_TEXT and NONCOMMERCIAL not in (record.get("publisher") or ""):
                articles.append(encode(tokenizer, {"id": f"{path.name}:{record['id']}", "text": text[:LONGEST_TEXT]}))
    return articles


def read_own_plain(tokenizer: Tokenizer, folder: Path) -> list[Article]:
    """The corpus's reports without annotation: a text follows each line `# NAME`."""
    articles = []
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n# "):
            name, _, text = block.removeprefix("# ").partition("\n")
            if text.strip():
                articles.append(encode(tokenizer, {"id": name, "text": text.strip()}))
    return articles
