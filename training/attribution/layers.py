"""What the corpus of reports teaches beside attributions: mentions, types, facets, links, acts and reaches."""

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from corpus import Article, encode
from tokenizers import Tokenizer
from torch import Tensor

from truceline.model.span import Span
from truceline.read.claims.tagger.heads import ACTS, AUTHOR, CHANNELS, CONTENT_WORDS, POLARITIES, REACHES, TYPES
from truceline.read.claims.tagger.windows import Window
from truceline.text.sentences import split_sentences

sys.path.append(str(Path(__file__).parents[1] / "corpus"))
from marks import GoldClaim, Unit, read_units
from reports import GoldEvent, GoldFacet, Report, read_reports
from sentences import read_sentences

OUTSIDE, BEGIN, INSIDE = range(3)
SHORTEST_SENTENCE = 30
"""Characters under which a sentence tells too little alone."""
SHORTEST_CONTENT = 20
"""Characters under which a content holds no claim of its own."""
Words = tuple[int, int]


@dataclass(slots=True)
class Act:
    """A claim's act and reach, and the words it is judged by; -1 where nobody says."""

    cue: Words | None
    content: Words
    act: int
    reach: int


@dataclass(slots=True)
class Layers:
    """One text's annotation in words: `channels` (channels, words) hold O, B or I; links go from a word to words."""

    article: Article
    acts: list[Act] = field(default_factory=list)
    events: bool = False
    channels: np.ndarray = field(default_factory=lambda: np.zeros((0, 0), np.int64))
    types: dict[int, int] = field(default_factory=dict)
    aggregates: dict[int, int] = field(default_factory=dict)
    polarities: dict[int, int] = field(default_factory=dict)
    to_trigger: list[tuple[int, list[int]]] = field(default_factory=list)
    """A facet's first word, and the first words of its event's mentions."""
    to_earlier: list[tuple[int, list[int]]] = field(default_factory=list)
    """A mention's first word, and those of its event's earlier mentions; none for an event's first."""


def read_layers(tokenizer: Tokenizer, corpus: Path, part: str = "learn") -> list[Layers]:
    """All of the learning or test parts: reports with every layer, and paragraphs with claims."""
    reports = [_report(tokenizer, r) for r in read_reports(corpus / "reports" / part)]
    return reports + [_claims(tokenizer, u.id, u.text, u.claims, {}) for u in read_units(corpus / "claims" / part)]


def content_layers(tokenizer: Tokenizer, corpus: Path) -> list[Layers]:
    """Contents as texts of their own with the claims inside them: how the reader looks for nested ones.

    Contents without any are taken from the paragraphs alone, which were annotated for nesting first of all: with those
    of the reports too, six in seven hold nothing, and the tagger learns to look for nothing.
    """
    made = [c for unit in read_reports(corpus / "reports/learn") for c in _contents(tokenizer, unit) if c.acts]
    return made + [c for unit in read_units(corpus / "claims/learn") for c in _contents(tokenizer, unit)]


def cropped_layers(tokenizer: Tokenizer, corpus: Path) -> list[Layers]:
    """Single sentences of the reports, with what is annotated in them."""
    return [_report(tokenizer, _cropped(r, span)) for r in read_reports(corpus / "reports/learn") for span in _lines(r)]


def marked_layers(tokenizer: Tokenizer, corpus: Path) -> list[Layers]:
    """Sentences in which happenings alone are marked, and sentences that only look like events."""
    made = [_report(tokenizer, line) for line in read_sentences(corpus / "sentences/learn")]
    for path in sorted((corpus / "not_events").glob("learn*.txt")):
        lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        for number, line in enumerate(lines):
            made.append(_report(tokenizer, Report(f"{path.stem}{number}", None, line, (), {}, ())))
    return made


def read_news_acts(path: Path, articles: Sequence[Article]) -> dict[str, list[Act]]:
    """Acts of attributions in PolNeAR, by article; a line is `article/aNUMBER`, a tab, an act or act:reach."""
    by_id = {a.id: a for a in articles}
    made: dict[str, list[Act]] = {}
    for line in path.read_text("utf-8").splitlines():
        key, _, label = line.partition("\t")
        name, _, number = key.rpartition("/a")
        article = by_id[name]
        given = (article.gold or [])[int(number)]
        content = _words(article, given["content"][0])
        if content is None:
            continue
        act, _, reach = label.partition(":")
        cue = _words(article, given["cue"][0])
        made.setdefault(name, []).append(_act(cue, content, act, reach or None))
    return made


def acts_in(windows: Sequence[tuple[Article, Window]], acts: dict[str, list[Act]]) -> list[tuple[int, Act]]:
    """The acts whose words lie in the windows of a batch, each with its row."""
    found = []
    for row, (article, window) in enumerate(windows):
        for a in acts.get(article.id, ()):
            spans = [a.content, *([a.cue] if a.cue else [])]
            if all(window.first <= first and last <= window.last for first, last in spans):
                moved = [(first - window.first, last - window.first) for first, last in spans]
                found.append((row, replace(a, content=moved[0], cue=moved[1] if a.cue else None)))
    return found


def _contents(tokenizer: Tokenizer, unit: Report | Unit) -> list[Layers]:
    made = []
    for claim in unit.claims:
        for start, end in claim.content:
            if end - start >= SHORTEST_CONTENT:
                inner = [c for c in unit.claims if c.parent == claim.number and _lies_in(c, (start, end))]
                moved = [_moved(c, -start) for c in inner]
                made.append(_claims(tokenizer, f"{unit.id}:{claim.number}", unit.text[start:end], moved, {}))
    return made


def _lies_in(claim: GoldClaim, span: Span) -> bool:
    return all(span[0] <= a and b <= span[1] for a, b in (*claim.source, *claim.cue, *claim.content))


def _lines(report: Report) -> list[Span]:
    return [s for s in split_sentences(report.text) if s[1] - s[0] >= SHORTEST_SENTENCE]


def _cropped(report: Report, span: Span) -> Report:
    """One sentence of a report: mentions and facets inside it, and claims that lie in it whole."""
    start, end = span
    inside = lambda spans: all(start <= a and b <= end for a, b in spans)  # noqa: E731
    claims = [c for c in report.claims if inside((*c.source, *c.cue, *c.content))]
    kept = {c.number for c in claims}
    moved = [replace(_moved(c, -start), parent=c.parent if c.parent in kept else None) for c in claims]
    events = []
    for event in report.events:
        mentions = [m for m in event.mentions if inside((m,))]
        if mentions:
            facets = [replace(f, spans=tuple(_shift(f.spans, -start))) for f in event.facets if inside(f.spans)]
            events.append(replace(event, mentions=tuple(_shift(mentions, -start)), facets=facets))
    return Report(
        id=f"{report.id}@{start}",
        published=None,
        text=report.text[start:end],
        claims=tuple(moved),
        reaches={n: r for n, r in report.reaches.items() if n in kept},
        events=tuple(events),
    )


def joined_layers(tokenizer: Tokenizer, corpus: Path, count: int) -> list[Layers]:
    """Longer texts made of two or three reports each: what happened in one is never one with what did in another."""
    reports, rng = read_reports(corpus / "reports/learn"), random.Random(7)
    return [_report(tokenizer, _joined(rng.sample(reports, rng.choice((2, 2, 3))))) for _ in range(count)]


def digest_layers(tokenizer: Tokenizer, corpus: Path, count: int) -> list[Layers]:
    """Paragraphs of two to four sentences, each of another report and with its own happening, as in a chronology.

    In whole reports neighbouring sentences mostly tell of one happening; in articles they often do not.
    """
    reports, rng = read_reports(corpus / "reports/learn"), random.Random(9)
    lines = [c for r in reports for span in _lines(r) if (c := _cropped(r, span)).events]
    return [_report(tokenizer, _joined(rng.sample(lines, rng.choice((2, 3, 3, 4))), " ")) for _ in range(count)]


def _joined(reports: Sequence[Report], gap: str = "\n\n") -> Report:
    text, claims, events, reaches = "", [], [], {}
    for nth, report in enumerate(reports):
        text += gap if text else ""
        by, number = len(text), 100 * nth
        text += report.text
        for c in report.claims:
            parent = None if c.parent is None else c.parent + number
            claims.append(replace(_moved(c, by), number=c.number + number, parent=parent))
        reaches |= {n + number: reach for n, reach in report.reaches.items()}
        for event in report.events:
            facets = [replace(f, spans=tuple(_shift(f.spans, by))) for f in event.facets]
            events.append(replace(event, mentions=tuple(_shift(event.mentions, by)), facets=facets))
    name = "+".join(r.id for r in reports)
    return Report(id=name, published=None, text=text, claims=tuple(claims), reaches=reaches, events=tuple(events))


def _shift(spans: Sequence[Span], by: int) -> list[Span]:
    return [(a + by, b + by) for a, b in spans]


def _claims(tokenizer: Tokenizer, name: str, text: str, claims: Sequence[GoldClaim], reaches: dict[int, str]) -> Layers:
    """A text with its outermost attributions as tags, and the acts of all claims."""
    outer = [c for c in claims if c.parent is None and c.cue]
    gold = [{"source": c.source, "cue": c.cue, "content": c.content} for c in outer]
    layers = Layers(encode(tokenizer, {"id": name, "text": text, "attributions": gold}))
    for claim in claims:
        content = _words(layers.article, claim.content[0])
        if content is not None:
            cue = _words(layers.article, claim.cue[0]) if claim.cue else None
            layers.acts.append(_act(cue, content, claim.act, reaches.get(claim.number, claim.reach)))
    return layers


def _act(cue: Words | None, content: Words, act: str, reach: str | None) -> Act:
    """Judged by the content's first words."""
    shortened = (content[0], min(content[1], content[0] + CONTENT_WORDS))
    return Act(cue, shortened, ACTS.index(act), -1 if reach is None else REACHES.index(reach))


def _moved(claim: GoldClaim, by: int) -> GoldClaim:
    """The claim elsewhere, as one that stands in no other."""
    spans = (_shift(s, by) for s in (claim.source, claim.cue, claim.content))
    return GoldClaim(claim.number, claim.act, claim.speakers, *spans, reach=claim.reach)


def _report(tokenizer: Tokenizer, report: Report) -> Layers:
    layers = _claims(tokenizer, report.id, report.text, report.claims, report.reaches)
    layers.events = True
    layers.channels = np.zeros((len(CHANNELS), len(layers.article.spans)), np.int64)
    for claim in report.claims:
        if "author" in claim.speakers:
            for span in claim.content:
                _mark(layers, AUTHOR, span)
    for event in report.events:
        firsts = _mentions(layers, event)
        for facet in event.facets:
            if facet.facet != "type" and firsts:
                _facet(layers, facet, firsts)
    return layers


def _mentions(layers: Layers, event: GoldEvent) -> list[int]:
    """Marks an event's mentions; their first words."""
    firsts: list[int] = []
    for mention in sorted(event.mentions):
        first = _mark(layers, "trigger", mention)
        if first is None or first in layers.types:
            continue
        layers.types[first] = TYPES.index(event.type)
        layers.aggregates[first] = int(event.aggregate)
        layers.to_earlier.append((first, list(firsts)))
        firsts.append(first)
    return firsts


def _facet(layers: Layers, facet: GoldFacet, firsts: list[int]) -> None:
    for span in facet.spans:
        at = _mark(layers, facet.facet, span)
        if at is not None:
            layers.polarities[at] = POLARITIES.index(facet.polarity)
            layers.to_trigger.append((at, firsts))


def _words(article: Article, span: Span) -> Words | None:
    found = [i for i, (a, b) in enumerate(article.spans) if span[0] < b and a < span[1]]
    return (found[0], found[-1] + 1) if found else None


def _mark(layers: Layers, channel: str, span: Span) -> int | None:
    """Begin and inside on a channel; the first word, or None where the words are taken."""
    words = _words(layers.article, span)
    row = layers.channels[CHANNELS.index(channel)]
    if words is None or row[words[0] : words[1]].any():
        return None if words is None or row[words[0]] != BEGIN else words[0]
    row[words[0]] = BEGIN
    row[words[0] + 1 : words[1]] = INSIDE
    return words[0]


@dataclass(frozen=True, slots=True)
class LayerBatch:
    """Targets of some texts; pairs are (row, word) with what is wanted there."""

    events: Tensor
    channels: Tensor
    types: Tensor
    aggregates: Tensor
    polarities: Tensor
    acts: list[tuple[int, Act]]
    to_trigger: list[tuple[int, int, list[int]]]
    to_earlier: list[tuple[int, int, list[int]]]


def layer_batch(some: Sequence[Layers], words: int, device: str = "cpu") -> LayerBatch:
    """Targets padded to `words` words."""
    channels = np.zeros((len(some), len(CHANNELS), words), np.int64)
    for row, layers in enumerate(some):
        if layers.events:
            channels[row, :, : layers.channels.shape[1]] = layers.channels

    def listed(name: str) -> Tensor:
        rows = [(row, word, what) for row, x in enumerate(some) for word, what in getattr(x, name).items()]
        return torch.tensor(rows or np.zeros((0, 3)), dtype=torch.long, device=device)

    def linked(name: str) -> list[tuple[int, int, list[int]]]:
        return [(row, a, b) for row, x in enumerate(some) for a, b in getattr(x, name)]

    return LayerBatch(
        events=torch.tensor([x.events for x in some], device=device),
        channels=torch.tensor(channels, device=device),
        types=listed("types"),
        aggregates=listed("aggregates"),
        polarities=listed("polarities"),
        acts=[(row, act) for row, x in enumerate(some) for act in x.acts],
        to_trigger=linked("to_trigger"),
        to_earlier=linked("to_earlier"),
    )
