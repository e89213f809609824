"""What was the last like it: "the first air strike since March, when a raid on X killed 31" tells of that raid too."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from truceline.model.draft import Draft, DraftFacet
from truceline.model.reading import Reading
from truceline.model.span import Span, within
from truceline.model.when import TimeMention
from truceline.recount.anchors import names_day
from truceline.recount.clusters import Cluster
from truceline.recount.compared import is_compared
from truceline.recount.happenings import Happening
from truceline.recount.inside import inside
from truceline.recount.profile import apart

_WHEN = re.compile(r"\bsince\s+(?P<time>[^.;:,]{3,40}),\s+when\s+(?P<clause>[^.;:]{10,})", re.IGNORECASE)
_LIKE = re.compile(r"\bsince\s+(?P<clause>(?:the|an?|last|that)\s+(?=[^.;:,]{0,40}?\w)[^.;:]{8,})", re.IGNORECASE)
"""What a deed is compared with: "the deadliest since | the 2016 bombing of X, in which 88 died"."""
_ABOUT = r"(?:just |only |barely |about |some )?"
_MANY = r"(?:(?:several|a few|two|three|four|five|six|seven|ten|\d+|an?|the|half an) )?"
_AGO = rf"{_ABOUT}{_MANY}(?:(?P<soon>hours?|minutes?)|days?|weeks?|months?|years?)"
_AFTER = re.compile(rf",\s+{_AGO}\s+after\s+(?P<clause>[^.;:]{{8,}})", re.IGNORECASE)
"""Behind a deed the earlier one that it followed: "bombed X, hours after | a morning strike that killed six"."""
_WHICH = r"(?:,\s+(?:which|where|in which|that)\s[^.;:,]{5,80})?"
_OPENS = re.compile(
    rf"(?<![^.!?\n]\s)\b{_AGO}\s+after\s+(?P<clause>[^.;:,]{{8,80}}{_WHICH}),",
    re.IGNORECASE,
)
"""The same before it: "A day after | the strike on X, which killed 22, | Y was bombed"."""


_BLOW = re.compile(
    r"\b(?:(?:air ?)?strikes?|raids?|bomb\w*|attack\w*|shell\w*|blasts?|explosions?|shootings?|ambush\w*|clash\w*"
    r"|massacre|barrage|rockets?|missiles?|mortars?|drones?|mines?|killings?|assault)\b",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"(?<=after )(?:an?|another)\b|\b(?:killed|wounded|injured|died|dead|hurt)\b"
    r"|\b(?:on|of|in|at|near|against) (?:the (?:[\w-]+ ){0,3}?(?:of |in |at ))?[A-Z]"
)
"""What a deed that others followed is told with: as one of several, with its dead or its place."""
_IN_YEAR = re.compile(r"(?:(?:In|On|Back in|Earlier, in|Once, in)\s+)?(?:(?:late|early|the) )?", re.IGNORECASE)
_YEAR = 300
"""Days back from which a deed is of an earlier year than the news."""


@dataclass(frozen=True, slots=True)
class SinceWhen:
    """A clause with an older deed, the time of it where one is told, and the sentence both stand in.

    `follows` where the sentence's own deed only followed it: then it must be told as one apart.
    """

    clause: Span
    time: TimeMention | None
    sentence: int
    follows: bool = False
    alone: bool = False
    """Whether the clause is all its sentence, set in an earlier year."""


def since_when(reading: Reading) -> list[SinceWhen]:
    """The clauses of a document that tell what was the last like its news, or what it followed."""
    found = [*_compared(reading), *_followed(reading), *_years_back(reading)]
    return sorted(found, key=lambda one: one.clause)


def _compared(reading: Reading) -> Iterator[SinceWhen]:
    text = reading.prose
    for m in (*_WHEN.finditer(text), *_LIKE.finditer(text)):
        low, high = m.span("time") if "time" in m.re.groupindex else m.span("clause")
        told = next((t for t in reading.times if low <= t.start < high and t.earliest), None)
        if told is not None and is_compared(text, told.start if m.re is _WHEN else m.start("clause")):
            at, end = _sentence(m, reading)
            yield SinceWhen((m.start("clause"), end), told, at)


def _followed(reading: Reading) -> Iterator[SinceWhen]:
    text = reading.prose
    for m in (*_AFTER.finditer(text), *_OPENS.finditer(text)):
        at, end = _sentence(m, reading)
        low, high = m.start("clause"), (end if m.re is _AFTER else m.end("clause"))
        if _BLOW.search(text, low, high) is None or _TELLING.search(text, low, high) is None:
            continue
        day = next((t for t in reading.times if low <= t.start < high and t.earliest and names_day(text, t)), None)
        before = reading.sentences[at][0] if at >= 0 else m.start()
        same = (t for t in reading.times if before <= t.start < low and t.earliest and names_day(text, t))
        yield SinceWhen((low, high), day or (next(same, None) if m["soon"] else None), at, follows=True)


def _years_back(reading: Reading) -> Iterator[SinceWhen]:
    """The sentences set in an earlier year, where others tell of the text's own time: "In 2004 a car bomb ..."."""
    published = reading.document.published
    now = published.latest if published is not None else None
    if now is None or not any(_is_far(t, now, -_YEAR) for t in reading.times):
        return
    for at, (low, high) in enumerate(reading.sentences):
        opening = next((t for t in inside(reading.times, (low, high)) if t.earliest), None)
        if opening is None or _IN_YEAR.fullmatch(reading.prose, low, opening.start) is None:
            continue
        if _is_far(opening, now, _YEAR):
            yield SinceWhen((low, high), opening, at, follows=True, alone=True)


def _is_far(time: TimeMention, now: str, days: int) -> bool:
    """Whether a time lies so many days before the text's own; below zero: less than so many."""
    if not time.latest or time.type not in {"DATE", "TIME"}:
        return False
    behind = (date.fromisoformat(now[:10]) - date.fromisoformat(time.latest[:10])).days
    return behind > days if days > 0 else 0 <= behind < -days


def _sentence(m: re.Match[str], reading: Reading) -> tuple[int, int]:
    """Number of the sentence in which words begin, and where it ends."""
    at = bisect_right([a for a, _ in reading.sentences], m.start()) - 1
    return at, reading.sentences[at][1] if at >= 0 else m.end()


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
    if one.follows and not _is_apart(happening, inner, one):
        return [happening]
    outer = [c for cluster in happening.clusters if (c := _outside(cluster, one)) is not None]
    old = Happening(happening.family, inner)
    return [replace(happening, clusters=outer), old] if outer else [old]


def _is_apart(happening: Happening, inner: Sequence[Cluster], one: SinceWhen) -> bool:
    """Whether a sentence names a deed of its own, and the one it followed with its place or its dead."""
    low, high = one.clause
    if one.alone:
        others = (c for c in happening.clusters if c.sentence != one.sentence)
        return any(c.time and one.time and apart(c.time, one.time) for c in others)
    own = any(
        t.type and t.sentence == one.sentence and not low <= t.start < high
        for c in happening.clusters
        for t in c.triggers
    )
    told = any(c.harms or c.place or not c.definite for c in inner)
    return own and told and any(t.type for c in inner for t in c.triggers)


def _inside(cluster: Cluster, one: SinceWhen) -> Cluster | None:
    """What a cluster of the clause's sentence tells of the older deed; None where nothing."""
    low, high = one.clause
    triggers = [t for t in cluster.triggers if t.sentence == one.sentence and low <= t.start < high]
    harms = [h for h in cluster.harms if h.sentence == one.sentence and low <= h.start < high]
    if cluster.sentence != one.sentence or not (triggers or harms):
        return None
    places = [p for p in cluster.places if low <= p.start < high] if one.follows else cluster.places
    place = (places[0] if places else None) if one.follows else cluster.place
    return replace(cluster, triggers=triggers, harms=harms, time=one.time, clock=None, places=places, place=place)


def _outside(cluster: Cluster, one: SinceWhen) -> Cluster | None:
    """What a cluster tells besides; None where nothing."""
    if cluster.sentence != one.sentence:
        return cluster
    low, high = one.clause
    triggers = [t for t in cluster.triggers if t.sentence != one.sentence or not low <= t.start < high]
    harms = [h for h in cluster.harms if h.sentence != one.sentence or not low <= h.start < high]
    if not (triggers or harms):
        return None
    places = [p for p in cluster.places if not low <= p.start < high]
    place = cluster.place if cluster.place in places else next(iter(places), None)
    time = None if cluster.time is one.time and cluster.time and low <= cluster.time.start else cluster.time
    return replace(cluster, triggers=triggers, harms=harms, place=place, places=places, time=time)


def with_older_deeds(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts, what such a clause tells hung on the deed that it names."""
    made = list(drafts)
    for one in since_when(reading):
        home = next((n for n, d in enumerate(made) if all(within(m.span, one.clause) for m in d.mentions)), None)
        if home is not None:
            stray = [f for n, d in enumerate(made) if n != home for f in d.facets if within(f.span, one.clause)]
            made = [d if n == home else _without(d, stray) for n, d in enumerate(made)]
            made[home] = _with(made[home], stray)
            made = _without_news(made, home, one, reading)
    return made


def _without_news(drafts: Sequence[Draft], home: int, one: SinceWhen, reading: Reading) -> list[Draft]:
    """The drafts, what the older deed of one has from the rest of its sentence hung on the deed told there."""
    made, sentence = list(drafts), reading.sentences[one.sentence]
    news = next(
        (n for n, d in enumerate(made) if n != home and any(within(m.span, sentence) for m in d.mentions)), None
    )
    own = [f for f in made[home].facets if within(f.span, sentence) and not within(f.span, one.clause)]
    if news is None or not own:
        return made
    made[home], made[news] = _without(made[home], own), _with(made[news], own)
    return made


def _without(draft: Draft, stray: Sequence[DraftFacet]) -> Draft:
    mentions = tuple(replace(m, facets=tuple(f for f in m.facets if f not in stray)) for m in draft.mentions)
    return replace(draft, mentions=mentions)


def _with(draft: Draft, more: Sequence[DraftFacet]) -> Draft:
    first = draft.mentions[0]
    return replace(draft, mentions=(replace(first, facets=(*first.facets, *more)), *draft.mentions[1:]))
