"""What is known of each reported incident for comparing it: its words, times, places, people and figures."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from truceline.link.kit import LinkKit
from truceline.link.words import Rarity, Vector, Words, take_words
from truceline.model.account import Account, ReportedIncident
from truceline.model.amount import Range
from truceline.model.entry import Entry
from truceline.model.place import Place
from truceline.model.span import Span, overlap
from truceline.model.when import Time
from truceline.text.days import Days, day_number, days_of
from truceline.text.struck import nouns_struck

_EITHER = 2
"""Days within which a stretch may be one night, or one day told to be the one or the other."""
_LEAD = 3
"""Sentences at a report's head that say what it is mainly about."""


_CELL = re.compile(r"([^:\n]{1,40}): ")
_CELL_START = re.compile(r"^[^:\n]{1,40}: ", re.MULTILINE)
_LEAST_COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One reported incident, made comparable; `member` is "<document id>/<key>".

    `story` is the vector of the whole document, `words` and `names` of the sentences about this incident;
    `main` whether the document is mainly about it.
    """

    member: str
    document: str
    event_type: str
    aggregate: bool
    main: bool
    published: int | None
    publisher: str
    days: Days | None
    place: Place | None
    killed: Range | None
    injured: Range | None
    actors: frozenset[str]
    weapons: frozenset[str]
    ages: frozenset[str]
    numbers: frozenset[str]
    struck: frozenset[str]
    story: Vector
    words: Vector
    names: Vector
    title: Vector
    columns: frozenset[str] = frozenset()
    """The column names of a table's row; none of a text."""
    over_days: bool = False
    """Whether a text tells it of a stretch of days, from one to another: no one day's happening is all of it."""
    told_of: frozenset[str] = frozenset()
    """Names of all places that its document names."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A profile before the ledger's word counts are known."""

    entry: Entry
    incident: ReportedIncident
    main: bool
    whole: Words
    near: Words
    head: Words
    struck: frozenset[str]
    columns: frozenset[str]


def make_profiles(entries: Sequence[Entry], kit: LinkKit) -> tuple[Profile, ...]:
    """Profiles of every reported incident, in the order of entries and of each document's incidents."""
    drafts = [d for entry in entries if entry.reading.text is not None for d in _drafts(entry, kit)]
    texts = {d.entry.id: d.whole.words for d in drafts}
    rarity = Rarity(texts.values(), kit)
    stories = {key: rarity.vector(words) for key, words in texts.items()}
    return tuple(_profile(d, rarity, stories[d.entry.id]) for d in drafts)


def _drafts(entry: Entry, kit: LinkKit) -> list[_Draft]:
    reading = entry.reading
    incidents = reading.incidents
    if not incidents:
        return []
    title = reading.document.title or ""
    text = reading.prose
    columns = columns_of(text)
    text = (
        _CELL_START.sub("", text) if columns else text
    )  # that two rows have the same columns makes them no more alike
    head = take_words(title, kit.stop)
    whole = take_words(f"{title}\n{text}", kit.stop)
    alone = sum(not i.aggregate for i in incidents) == 1
    drafts = []
    for rank, incident in enumerate(incidents):
        about = _about(entry, incident, rank == 0, row=bool(columns))
        near = whole if alone and rank == 0 else take_words(about, kit.stop)
        struck = nouns_struck([about], kit.struck) if incident.event_type in kit.struck.types else frozenset()
        drafts.append(_Draft(entry, incident, rank == 0, whole, near, head, struck, columns))
    return drafts


def columns_of(text: str) -> frozenset[str]:
    """The column names of a table's row, which is laid out as one "column: value" line a cell; none of a text."""
    lines = [line for line in text.split("\n") if line.strip()]
    found = [_CELL.match(line) for line in lines]
    if len(lines) < _LEAST_COLUMNS or not all(found):
        return frozenset()
    return frozenset(m[1] for m in found if m)


def _about(entry: Entry, incident: ReportedIncident, main: bool, *, row: bool) -> str:
    """The sentences that speak of the incident, of a table's row its values; for the main one also title and lead."""
    reading = entry.reading
    text = reading.prose
    chosen = _touched(reading.sentences, _own_spans(incident, reading.accounts))
    if main:
        chosen = sorted({*chosen, *reading.sentences[:_LEAD]})
    parts = [_CELL_START.sub("", text[a:b]) if row else text[a:b] for a, b in chosen]
    return "\n".join([reading.document.title or "", *parts] if main else parts)


def _touched(sentences: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """The sentences (in order, apart from one another) that any span overlaps."""
    starts = [s[0] for s in sentences]
    found: set[Span] = set()
    for span in set(spans):
        first = max(0, bisect_right(starts, span[0]) - 1)
        found.update(s for s in sentences[first : bisect_left(starts, span[1])] if overlap(s, span))
    return sorted(found)


def _own_spans(incident: ReportedIncident, accounts: Sequence[Account]) -> list[Span]:
    held = [a for a in accounts if a.id in incident.accounts]
    return [*incident.mentions, *(span for a in held for f in a.facets for span in f.spans)]


def _profile(d: _Draft, rarity: Rarity, story: Vector) -> Profile:
    incident, accounts = d.incident, [a for a in d.entry.reading.accounts if a.id in d.incident.accounts]
    published = d.entry.reading.document.published
    return Profile(
        member=f"{d.entry.id}/{incident.key}",
        document=d.entry.id,
        event_type=incident.event_type,
        aggregate=incident.aggregate,
        main=d.main,
        columns=d.columns,
        published=None if published is None else day_number(published.latest),
        publisher=(d.entry.reading.document.publisher or "").casefold(),
        days=days_of(incident.time),
        place=incident.place,
        killed=incident.killed,
        injured=incident.injured,
        actors=_values(accounts, ("actor", "target", "responsibility")),
        weapons=_values(accounts, ("means",)),
        ages=d.near.ages,
        numbers=d.near.numbers,
        struck=d.struck,
        told_of=frozenset(p.name for p in d.entry.reading.places),
        over_days=not d.columns and _over_days(incident.time),
        story=story,
        words=rarity.vector(d.near.words),
        names=rarity.vector(Counter(d.near.names)),
        title=rarity.vector(d.head.words),
    )


def _over_days(time: Time | None) -> bool:
    """Whether a time runs from one day to another; nights and days that may be either are short of that."""
    days = days_of(time)
    return time is not None and time.granularity == "range" and days is not None and days.width > _EITHER


def _values(accounts: Sequence[Account], facets: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f.value for a in accounts for f in a.facets if f.facet in facets and isinstance(f.value, str))
