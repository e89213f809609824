"""What was the last like it: "the first air strike since March, when a raid on X killed 31" tells of that raid too."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.model.draft import Draft, DraftFacet
from truceline.model.reading import Reading
from truceline.model.span import Span, within
from truceline.model.when import TimeMention
from truceline.recount.clusters import Cluster
from truceline.recount.compared import is_compared
from truceline.recount.happenings import Happening

_WHEN = re.compile(r"\bsince\s+(?P<time>[^.;:,]{3,40}),\s+when\s+(?P<clause>[^.;:]{10,})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SinceWhen:
    """A clause with an older deed, the time of it, and the sentence both stand in."""

    clause: Span
    time: TimeMention
    sentence: int


def since_when(reading: Reading) -> list[SinceWhen]:
    """The clauses of a document that tell what was the last like its news."""
    text, starts = reading.prose, [a for a, _ in reading.sentences]
    out: list[SinceWhen] = []
    for m in _WHEN.finditer(text):
        low, high = m.span("time")
        told = next((t for t in reading.times if low <= t.start < high and t.earliest), None)
        if told is not None and is_compared(text, told.start):
            at = bisect_right(starts, m.start()) - 1
            end = reading.sentences[at][1] if at >= 0 else m.end()
            out.append(SinceWhen((m.start("clause"), end), told, at))
    return out


def older_deeds_apart(told: Sequence[Happening], drafts: Sequence[Draft] | None, reading: Reading) -> list[Happening]:
    """The happenings, each older deed that such a clause names on its own, at its own time."""
    made, seen = list(told), [m.span for d in drafts or () for m in d.mentions]
    for one in since_when(reading):
        named = any(within(s, one.clause) for s in seen)
        made = [part for happening in made for part in _apart(happening, one, named=named)]
    return made


def _apart(happening: Happening, one: SinceWhen, *, named: bool) -> list[Happening]:
    inner = [c for cluster in happening.clusters if (c := _inside(cluster, one)) is not None]
    if happening.aggregate or not (named or any(c.triggers for c in inner)):
        return [happening]
    outer = [c for cluster in happening.clusters if (c := _outside(cluster, one)) is not None]
    old = Happening(happening.family, inner)
    return [replace(happening, clusters=outer), old] if outer else [old]


def _inside(cluster: Cluster, one: SinceWhen) -> Cluster | None:
    """What a cluster of the clause's sentence tells of the older deed; None where nothing."""
    triggers = [t for t in cluster.triggers if t.sentence == one.sentence and t.start >= one.clause[0]]
    harms = [h for h in cluster.harms if h.sentence == one.sentence and h.start >= one.clause[0]]
    if cluster.sentence != one.sentence or not (triggers or harms):
        return None
    return replace(cluster, triggers=triggers, harms=harms, time=one.time, clock=None)


def _outside(cluster: Cluster, one: SinceWhen) -> Cluster | None:
    """What a cluster tells besides; None where nothing."""
    if cluster.sentence != one.sentence:
        return cluster
    triggers = [t for t in cluster.triggers if t.sentence != one.sentence or t.start < one.clause[0]]
    harms = [h for h in cluster.harms if h.sentence != one.sentence or h.start < one.clause[0]]
    if not (triggers or harms):
        return None
    place = cluster.place if cluster.place is not None and cluster.place.start < one.clause[0] else None
    time = None if cluster.time is one.time else cluster.time
    return replace(cluster, triggers=triggers, harms=harms, place=place, time=time)


def with_older_deeds(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts, what such a clause tells hung on the deed that it names."""
    made = list(drafts)
    for one in since_when(reading):
        home = next((n for n, d in enumerate(made) if all(within(m.span, one.clause) for m in d.mentions)), None)
        if home is not None:
            stray = [f for n, d in enumerate(made) if n != home for f in d.facets if within(f.span, one.clause)]
            made = [d if n == home else _without(d, stray) for n, d in enumerate(made)]
            made[home] = _with(made[home], stray)
    return made


def _without(draft: Draft, stray: Sequence[DraftFacet]) -> Draft:
    mentions = tuple(replace(m, facets=tuple(f for f in m.facets if f not in stray)) for m in draft.mentions)
    return replace(draft, mentions=mentions)


def _with(draft: Draft, more: Sequence[DraftFacet]) -> Draft:
    first = draft.mentions[0]
    return replace(draft, mentions=(replace(first, facets=(*first.facets, *more)), *draft.mentions[1:]))
