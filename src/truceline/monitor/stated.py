"""Totals stated in running text, with the parts stated beside them: "42 violations (Upper Valley 20, the pass 22)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.amount import Quantity, Range
from truceline.model.entry import Entry
from truceline.model.reading import Reading
from truceline.model.snapshot import OfficialTally, Part
from truceline.model.span import Span, meets
from truceline.monitor.adding import check_tally
from truceline.monitor.figures import Figure, are_sure_parts, find_figures, is_left_open
from truceline.monitor.kit import TotalWords
from truceline.monitor.official import read_number
from truceline.monitor.over_days import counted_over_days
from truceline.text.days import day_number

_TIMES = re.compile(r"\s+times\b", re.IGNORECASE)
_BROKEN = re.compile(r"\b(?:violat|breach|broke|break|infring)\w*\s[^.;:]*$", re.IGNORECASE)
_BACK = 80
_FOLLOWING = 2
"""Sentences after a total's own in which its parts may stand."""


def find_stated(entries: Sequence[Entry], words: TotalWords) -> tuple[OfficialTally, ...]:
    """Totals in the documents' texts: with their parts, each added up again, and those of several days without any."""
    ordered = sorted(entries, key=lambda e: e.id)
    added_up = [tally for entry in ordered for tally in _in_entry(entry, words)]
    known = {tally.id for tally in added_up}
    over_days = [t for entry in ordered for t in _over_days(entry, words) if t.id not in known]
    return tuple(check_tally(t) for t in (*added_up, *over_days))


def _over_days(entry: Entry, words: TotalWords) -> Iterator[OfficialTally]:
    """Totals of several days without their parts: what is counted, and the dead and hurt of it."""
    for sentence, at, period, unit, count in counted_over_days(entry, words):
        stated = count.low if count.low is not None else count.high
        if stated is not None:
            made = _made(entry, sentence, at[0], unit)
            yield replace(made, stated=stated, comparator=_sign(count), period=period)


def _sign(count: Range | Quantity) -> str:
    """How a number told bounds what it counts; ">" and "<" are in its ends already."""
    return ">=" if count.high is None else "<=" if count.low is None else "=" if count.low == count.high else ">="


def _in_entry(entry: Entry, words: TotalWords) -> Iterator[OfficialTally]:
    reading = entry.reading
    text = reading.prose
    skipped = _skipped(reading)
    counted = re.compile(rf"\b(?:{'|'.join(words.units)}|times)\b", re.IGNORECASE)
    for i, span in enumerate(reading.sentences):
        if not counted.search(text, *span):
            continue
        around = reading.sentences[i : i + 1 + _FOLLOWING]
        figures, *following = (find_figures(text, s, skipped, words) for s in around)
        made = read_total(text, figures, following, words)
        if made is not None:
            yield _tally(entry, span, made)


def _tally(entry: Entry, span: Span, made: tuple[Figure, str, tuple[Part, ...]]) -> OfficialTally:
    total, unit, parts = made
    text, published = entry.reading.prose, entry.reading.document.published
    day = published.latest if published is not None and day_number(published.latest) is not None else None
    sign = read_number(text[max(span[0], total.start - 24) : total.end])
    return replace(
        _made(entry, span, total.start, unit),
        stated=total.value,
        comparator=sign[1] if sign and sign[0] == total.value else "=",
        day=day[:10] if day else None,
        parts=parts,
    )


def _made(entry: Entry, span: Span, start: int, unit: str) -> OfficialTally:
    """A total told in a sentence, its number still to be filled in."""
    return OfficialTally(
        id=f"{entry.id}/total-{start}",
        teller=_teller(entry, span),
        stated=0,
        comparator="=",
        unit=unit,
        period="",
        day=None,
        accused=None,
        parts=(),
        added=None,
        verdict="cannot_be_checked",
        sentence="",
        document=entry.id,
        source=entry.reading.prose[span[0] : span[1]],
    )


def _skipped(reading: Reading) -> list[Span]:
    """Numbers of dates, clock times and reference markers are no figures."""
    times = [(t.start, t.end) for t in reading.times]
    return times + [(c.start, c.end) for c in reading.citations]


def read_total(
    text: str, figures: Sequence[Figure], following: Sequence[Sequence[Figure]], words: TotalWords
) -> tuple[Figure, str, tuple[Part, ...]] | None:
    """A total of a counted unit, its unit, and at least two parts; None where the sentences hold none."""
    unit = re.compile(rf"\s+(?:[\w’'-]+\s+){{0,3}}?({'|'.join(words.units)})\b", re.IGNORECASE)
    for rank, total in enumerate(figures):
        counted = unit.match(text, total.end)
        kind = counted[1].casefold() if counted is not None else _broken_times(text, total)
        if kind is None or total.level:
            continue
        inner = [f for f in figures[rank + 1 :] if f.level > total.level]
        parts = _parts(total, inner) if len(inner) > 1 else _parts_after(text, total, following, unit, words)
        top = [p.value for p in parts if p.of is None]
        sure = are_sure_parts(text, inner, words) or sum(top) == total.value
        if len(top) > 1 and sure and (sum(top) >= total.value or not _tells_some(text, total, inner, following, words)):
            return total, kind, parts
    return None


def _tells_some(
    text: str, total: Figure, inner: Sequence[Figure], following: Sequence[Sequence[Figure]], words: TotalWords
) -> bool:
    """Whether parts that are less than the total are told as some of it: what is missing is then no fault."""
    told = inner if len(inner) > 1 else [f for figures in following for f in figures]
    end = max((f.end for f in told), default=total.end)
    stop = text.find(".", end)
    return _names_some(inner[:1], words) or is_left_open(text, total.end, stop if stop >= 0 else len(text), words)


def _names_some(figures: Sequence[Figure], words: TotalWords) -> bool:
    """Whether words before a figure say that only some of the parts follow: "among them"."""
    return any(w in f.before.casefold() for f in figures for w in words.partial)


def _broken_times(text: str, total: Figure) -> str | None:
    """The unit of "violated the ceasefire 64 times"; None where something else is counted."""
    before = text[max(0, total.start - _BACK) : total.start]
    return "violations" if _TIMES.match(text, total.end) and _BROKEN.search(before) else None


def _parts_after(
    text: str,
    total: Figure,
    following: Sequence[Sequence[Figure]],
    unit: re.Pattern[str],
    words: TotalWords,
) -> tuple[Part, ...]:
    """Parts in the sentences after the total's own: told as its parts, counted in its unit, or adding up to it.

    "Cases" behind "violations" may be another body's count, of another side.
    """
    held: list[Figure] = []
    for figures in following:
        if any(f.value >= total.value for f in figures):
            break
        held += figures
    if not held or not are_sure_parts(text, held, words):
        return ()
    parts = _parts(total, held)
    said = text[held[0].end : held[0].end + 20].casefold().lstrip()
    of_it = said.startswith(tuple(words.whole)) or _is_same_unit(text, held[0], total, unit)
    return parts if of_it or sum(p.value for p in parts if p.of is None) == total.value else ()


def _is_same_unit(text: str, part: Figure, total: Figure, unit: re.Pattern[str]) -> bool:
    """Whether a part is counted in the total's unit, or in one where the total has none beside it."""
    counted, whole = unit.match(text, part.end), unit.match(text, total.end)
    return counted is not None and (whole is None or _stem(counted[1]) == _stem(whole[1]))


def _stem(unit: str) -> str:
    """A unit's word without its plural."""
    return re.sub(r"(?:(?<=ch)es|s)$", "", unit.casefold())


def _parts(total: Figure, rest: Sequence[Figure]) -> tuple[Part, ...]:
    """Figures of the first one's level are the total's parts; deeper ones are parts of the part before them."""
    level = rest[0].level if rest else 0
    parts: list[Part] = []
    parent: str | None = None
    for rank, f in enumerate(rest, 1):
        if f.value > total.value:
            break
        name = f.label or f"part {rank}"
        if f.level <= level:
            parent = name
        parts.append(Part(label=name, value=f.value, of=None if f.level <= level else parent))
    return tuple(parts)


def _teller(entry: Entry, sentence: Span) -> str:
    """The speaker of a claim that covers the sentence, else the document's publisher."""
    reading = entry.reading
    for claim in reading.claims:
        if meets(sentence, claim.content):
            quoted = " ".join(reading.prose[a:b] for a, b in claim.source)
            return claim.speaker or quoted or (claim.tellers[-1] if claim.tellers else "")
    return reading.document.publisher or reading.document.title or entry.given_id
