"""Totals stated in running text, with the parts stated beside them: "42 violations (Upper Valley 20, the pass 22)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.model.entry import Entry
from truceline.model.reading import Reading
from truceline.model.snapshot import OfficialTally, Part
from truceline.model.span import Span, overlap
from truceline.monitor.adding import check_tally
from truceline.monitor.kit import TotalWords
from truceline.monitor.official import read_number
from truceline.text.days import day_number

_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:[  ,]\d{3})+(?![\w])|(?<![\w.,:/-])\d+(?![\w:/]|[.,]\d)")
_LASTING = re.compile(r"\d+[ -](?:hours?|days?|weeks?|months?|years?|minutes?|km|kilomet\w+)\b", re.IGNORECASE)
_EDGE = re.compile(r"[,;:()\n]|\band\b|[–—]")
_DIGITS = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class _Figure:
    """One number of a passage: where it stands, how deep in brackets, its value and label."""

    start: int
    end: int
    depth: int
    value: int
    label: str


def find_stated(entries: Sequence[Entry], words: TotalWords) -> tuple[OfficialTally, ...]:
    """Totals with their parts in the documents' texts, in order of document and place, each added up again."""
    found = (tally for entry in sorted(entries, key=lambda e: e.id) for tally in _in_entry(entry, words))
    return tuple(check_tally(t) for t in found)


def _in_entry(entry: Entry, words: TotalWords) -> Iterator[OfficialTally]:
    reading = entry.reading
    for start, end in reading.sentences:
        made = read_total(reading.text or "", (start, end), _skipped(reading, (start, end)), words)
        if made is not None:
            total, sign, unit, parts = made
            published = reading.document.published
            day = None if published is None or day_number(published.latest) is None else published.latest
            yield OfficialTally(
                id=f"{entry.id}/total-{start}",
                teller=_teller(entry, (start, end)),
                stated=total.value,
                comparator=sign,
                unit=unit,
                period="",
                day=day[:10] if day else None,
                accused=None,
                parts=parts,
                added=None,
                verdict="cannot_be_checked",
                sentence="",
                document=entry.id,
                source=(reading.text or "")[start:end],
            )


def _skipped(reading: Reading, sentence: Span) -> list[Span]:
    """Numbers of dates, clock times and reference markers are no figures."""
    times = [(t.start, t.end) for t in reading.times if t.type in {"DATE", "TIME", "DURATION"}]
    marks = [(c.start, c.end) for c in reading.citations]
    return [s for s in times + marks if overlap(s, sentence)]


def read_total(
    text: str, span: Span, skipped: Sequence[Span], words: TotalWords
) -> tuple[_Figure, str, str, tuple[Part, ...]] | None:
    """A total of a counted unit with at least two parts beside it; None where the passage holds none."""
    figures = _figures(text, span, skipped, words)
    unit = re.compile(rf"\s+(?:[\w’'-]+\s+){{0,3}}?({'|'.join(words.units)})\b", re.IGNORECASE)
    for rank, total in enumerate(figures):
        counted = unit.match(text, total.end, span[1])
        rest = figures[rank + 1 :]
        if counted is None or len(rest) < 2:
            continue
        parts = _parts(total, rest)
        top = [p for p in parts if p.of is None]
        between = text[total.end : rest[0].start].casefold()
        if len(top) < 2 or not _is_list(between, total, rest[0], words):
            continue
        if any(w in between for w in words.partial) and sum(p.value for p in top) < total.value:
            continue
        sign = read_number(text[max(span[0], total.start - 24) : total.end])
        return total, sign[1] if sign else "=", counted[1].casefold(), parts
    return None


def _is_list(between: str, total: _Figure, first: _Figure, words: TotalWords) -> bool:
    opened = first.depth > total.depth or ":" in between
    return opened or any(w in between for w in (*words.whole, *words.partial))


def _figures(text: str, span: Span, skipped: Sequence[Span], words: TotalWords) -> list[_Figure]:
    lasting = [m.span() for m in _LASTING.finditer(text, *span)]
    spots = [
        m.span() for m in _NUMBER.finditer(text, *span) if not any(overlap(m.span(), s) for s in [*skipped, *lasting])
    ]
    edges = [span[0], *(end for _, end in spots)], [*(start for start, _ in spots), span[1]]
    figures = []
    for i, (start, end) in enumerate(spots):
        depth = text.count("(", span[0], start) - text.count(")", span[0], start)
        label = _label(text[edges[0][i] : start], text[end : edges[1][i + 1]], words)
        figures.append(_Figure(start, end, depth, int(_DIGITS.sub("", text[start:end])), label))
    return figures


def _label(before: str, after: str, words: TotalWords) -> str:
    """What a number counts: "20 in Aleppo" and "Aleppo 20" are Aleppo, "16 arrests" are arrests."""
    behind = _EDGE.split(after, maxsplit=1)[0].strip(" +.")
    ahead = _EDGE.split(before.rstrip().removesuffix("("))[-1].strip(" +.")
    joined = re.match(rf"(?:{'|'.join(words.joining)})\s+(?:the\s+)?(.+)", behind, re.IGNORECASE)
    if joined:
        return joined[1]
    return behind if re.match(r"[^\W\d]", behind) else ahead


def _parts(total: _Figure, rest: Sequence[_Figure]) -> tuple[Part, ...]:
    """Parts stand one bracket deeper or beside the total; what stands in brackets behind a part is that part's own."""
    level = rest[0].depth
    parts: list[Part] = []
    parent: str | None = None
    for rank, f in enumerate(rest, 1):
        if f.depth < level or f.depth < total.depth:
            break
        name = f.label or f"part {rank}"
        if f.depth == level:
            parent = name
        parts.append(Part(label=name, value=f.value, of=None if f.depth == level else parent))
    return tuple(parts)


def _teller(entry: Entry, sentence: Span) -> str:
    """The speaker of a claim that covers the sentence, else the document's publisher."""
    reading = entry.reading
    for claim in reading.claims:
        if any(overlap(c, sentence) for c in claim.content):
            quoted = " ".join((reading.text or "")[a:b] for a, b in claim.source)
            return claim.tellers[-1] if claim.tellers else claim.speaker or quoted
    return reading.document.publisher or reading.document.title or entry.given_id
