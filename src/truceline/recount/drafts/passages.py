"""What a long text sets where: the day and the place that govern each of its sentences, paragraph by paragraph.

"On Thursday a lorry blew up in X. The governor spoke of 12 dead": the second sentence is of Thursday and X as well.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from truceline.model.draft import Draft
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, first_touched, meets, overlap, within
from truceline.model.when import TimeMention
from truceline.recount.anchors import clock_only, grain, is_day
from truceline.recount.clusters import Cluster
from truceline.recount.drafts.in_town import towns_and_streets
from truceline.recount.drafts.no_places import last_names_of_the_aged, without_no_places
from truceline.recount.drafts.set_by import Setting
from truceline.recount.happenings import Happening
from truceline.recount.inside import inside
from truceline.recount.settle import is_origin
from truceline.text.geo import is_wide

SURE = 0.5
"""How sure the learned reader must be of a mention for its sentence to tell a deed."""
_ARRESTS = frozenset({"detention", "release"})
_BESIDES = _ARRESTS | {"other"}
"""Kinds whose day, told in one sentence with a deed, is not the deed's: arrests, trials, funerals."""


_FAR_BACK = 60
"""Characters beside a place in which it is told what went there or came from there."""
_OPENING = 16
"""Characters from a sentence's beginning within which a stretch of time opens it."""
_LED = 48
"""Characters from a sentence's beginning within which a day is that of the deed which the sentence goes on to tell."""
_BREAK = re.compile(r"[,;:—“”\"]")
_SINCE = re.compile(r"\s+(?:after|before)\b", re.IGNORECASE)
_TAKEN_TO = re.compile(
    r"\b(?:taken|took|brought|rushed|carried|moved|evacuated|flown|transferred|driven|admitted|referred)\b[^.;:,]*\bto\s+"
    r"(?:(?:the|an?)\s+)?(?:[\w’'-]+\s+)?(?:(?:hospitals?|clinics?|morgues?)\s+(?:in|at|of)\s+)?$",
    re.IGNORECASE,
)
_OUTLET = re.compile(r"\s+(?:television|TV|radio|newspaper|university|daily|council|police)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """The sentences of a text: in which paragraph each stands, what it sets, and by which sentence it is governed."""

    sentences: Sequence[Span]
    paragraphs: Sequence[int]
    own: Sequence[Setting]
    governor: Sequence[int]
    """By sentence the last one in its paragraph, itself included, that sets a deed; -1 for none."""
    later: frozenset[int] = frozenset()
    """The sentences that open with how long after another they tell of a deed: "Three days after the raid on X ..."."""
    beside: Mapping[Span, Setting] = field(default_factory=dict)
    """What is told with a deed that stands beside another in its sentence, by the first words that name it."""

    def at(self, position: int) -> int:
        """Number of the sentence around a position; -1 outside the text."""
        number = first_touched(self.sentences, (position, position + 1))
        return -1 if number is None else number

    def paragraph(self, position: int) -> int:
        """Number of the paragraph around a position; -1 outside the text."""
        at = self.at(position)
        return self.paragraphs[at] if at >= 0 else -1

    def own_of(self, cluster: Cluster) -> Setting:
        """What is told with a cluster's words: its sentence's setting, where no other deed stands in that."""
        named = self.beside.get(_first(cluster))
        return self.own[cluster.sentence] if named is None else named

    def setting_of(self, cluster: Cluster) -> Setting:
        """What governs a cluster's words."""
        named = self.beside.get(_first(cluster))
        if named is None or not (named or self.own[cluster.sentence]):
            return self.setting(cluster.sentence)  # a sentence that sets nothing goes on with all its deeds
        return named

    def setting(self, sentence: int) -> Setting:
        """What governs a sentence."""
        at = self.governor[sentence] if sentence >= 0 else -1
        if at < 0:
            return Setting()
        told = self.own[at]
        return told if told.days else replace(told, days=self._days_before(at))

    def _days_before(self, sentence: int) -> tuple[TimeMention, ...]:
        """The days that govern a sentence which tells of a place alone: those set last before it in its paragraph."""
        before = sentence - 1
        if before < 0 or self.paragraphs[before] != self.paragraphs[sentence] or self.governor[before] < 0:
            return ()
        at = self.governor[before]
        return self.own[at].days or self._days_before(at)


@dataclass(slots=True)
class _Marks:
    """What is told in one sentence."""

    deed: bool = False
    first: int | None = None
    """Where the first word stands that tells a deed."""
    done: bool = False
    """Whether some deed is told beside which others' days are not its own."""
    days: list[TimeMention] = field(default_factory=list)
    where: list[Span] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    after: list[tuple[int, TimeMention]] = field(default_factory=list)
    """Days told of its deed by a later sentence, with the number of that."""

    def tells(self, start: int | None) -> None:
        """Note a deed by where its word stands."""
        if start is not None:
            self.deed, self.first = True, start if self.first is None else min(start, self.first)


def lay_passages(reading: Reading, drafts: Sequence[Draft], happenings: Sequence[Happening]) -> Passages:
    """The passages of a document by what the learned reader and the rules tell of days and places."""
    text, sentences = reading.prose, sorted(reading.sentences)
    page = Passages(sentences=sentences, paragraphs=_paragraphs(text, sentences), own=(), governor=())
    marks = [_Marks() for _ in sentences]
    for draft in sorted(drafts, key=lambda d: d.event_type in _BESIDES):
        _mark_draft(draft, page, marks, reading)
    contents = [s for c in reading.claims for s in c.content]
    clusters = [c for h in happenings for c in h.clusters if c.sentence >= 0]
    for cluster in clusters:
        _mark_cluster(cluster, marks[cluster.sentence], contents)
    for mark, span in zip(marks, sentences, strict=True):
        if mark.first is not None and not mark.days:
            mark.days = _leading_day(mark.first, span, reading, contents)
    _take_days_told_after(marks, page.paragraphs)
    persons = last_names_of_the_aged(text)
    for mark in marks:
        mark.where = without_no_places(mark.where, persons, reading)
    own = [_setting(m, text, reading, s) for m, s in zip(marks, sentences, strict=True)]
    governor = _governors(page, marks, own)
    beside = _beside([c for c in clusters if c.triggers], page, reading)
    later = frozenset(n for n, span in enumerate(sentences) if _tells_later(text, span, reading, contents))
    return Passages(
        sentences=sentences, paragraphs=page.paragraphs, own=own, governor=governor, beside=beside, later=later
    )


def _tells_later(text: str, sentence: Span, reading: Reading, contents: Sequence[Span]) -> bool:
    """Whether a sentence opens with a stretch of days since another deed, and nobody else tells what came then."""
    opening = sentence[0], sentence[0] + _OPENING
    since = any(t.type == "DURATION" and _SINCE.match(text, t.end) for t in inside(reading.times, opening))
    return since and not any(overlap(sentence, c) for c in contents)


def _beside(clusters: Sequence[Cluster], page: Passages, reading: Reading) -> dict[Span, Setting]:
    """What is told with each of several deeds of one sentence: "a convoy was hit on Monday, two days after X was"."""
    many = Counter(c.sentence for c in clusters)
    return {
        _first(c): _setting(
            _Marks(days=[c.time] if c.time else [], where=[(p.start, p.end) for p in c.places[:1]]),
            reading.prose,
            reading,
            page.sentences[c.sentence],
        )
        for c in clusters
        if many[c.sentence] > 1
    }


def _take_days_told_after(marks: Sequence[_Marks], paragraphs: Sequence[int]) -> None:
    """Give deeds without a day the one of the sentence behind, if that tells no other: "They fired. It was 4 May"."""
    for n, mark in enumerate(marks[:-1]):
        if mark.deed and not mark.days and not marks[n + 1].deed and paragraphs[n] == paragraphs[n + 1]:
            mark.days = [t for at, t in mark.after if at == n + 1]


def _leading_day(deed: int, sentence: Span, reading: Reading, contents: Sequence[Span]) -> list[TimeMention]:
    """The day with which a sentence leads up to a deed: "Late on Thursday 27 February a column was halted".

    Where the deed is what somebody said on that day, it is none of the deed's.
    """
    text, opening = reading.prose, (sentence[0], min(sentence[0] + _LED, deed))
    led = [t for t in inside(reading.times, opening) if is_day(text, t) and t.end <= deed]
    led = [t for t in led if not _BREAK.search(text, sentence[0], t.start)]
    told = [c for c in contents if within((deed, deed + 1), c)]
    return [t for t in led if not any(t.end <= c[0] for c in told)][:1]


def _is_arrest(cluster: Cluster) -> bool:
    """Whether a cluster's words tell of nothing but somebody's arrest or release."""
    return bool(cluster.triggers) and all(t.type in _ARRESTS for t in cluster.triggers)


def _first(cluster: Cluster) -> Span:
    return (cluster.triggers[0].start, cluster.triggers[0].end) if cluster.triggers else (-1, -1)


def _paragraphs(text: str, sentences: Sequence[Span]) -> list[int]:
    out, number, end = [], 0, 0
    for start, stop in sentences:
        number += "\n\n" in text[end:start] or "\n \n" in text[end:start]
        out.append(number)
        end = stop
    return out


def _mark_cluster(cluster: Cluster, here: _Marks, contents: Sequence[Span]) -> None:
    """Note in its sentence what the rules tell of a deed: its first word, its day, its nearest place."""
    here.tells(min((t.start for t in cluster.triggers), default=None))
    said = cluster.time is not None and _of_telling(cluster.time, cluster, contents)
    if cluster.time and not said and not (here.done and _is_arrest(cluster)):
        here.days.append(cluster.time)
    here.where += [(p.start, p.end) for p in cluster.places[:1]]


def _mark_draft(draft: Draft, page: Passages, marks: Sequence[_Marks], reading: Reading) -> None:
    for mention in draft.mentions:
        at = page.at(mention.span[0])
        if at >= 0 and mention.score >= SURE:
            marks[at].tells(mention.span[0])
            marks[at].done |= draft.event_type not in _BESIDES
        for facet in (f for f in mention.facets if f.facet == "time" and at >= 0 and mention.score >= SURE):
            days = [t for t in inside(reading.times, facet.span) if _is_date(reading.prose, t)]
            marks[at].after += [(page.at(t.start), t) for t in days if not grain(t)]
    for facet in draft.facets:
        at = page.at(facet.span[0])
        if at < 0:
            continue
        if facet.facet == "time" and draft.event_type in _BESIDES and marks[at].done:
            continue  # "was held on Friday for the raid on X": not on Friday was the raid
        if facet.facet == "time":
            marks[at].days += [t for t in inside(reading.times, facet.span) if _is_date(reading.prose, t)]
        elif facet.facet == "place":
            marks[at].where.append(facet.span)


def _is_date(text: str, time: TimeMention) -> bool:
    return bool(time.earliest) and time.type in {"DATE", "TIME"} and not clock_only(text, time)


def _no_scene(text: str, where: Span) -> bool:
    """Whether a place is only where fire came from, where the hurt were taken, or where somebody works."""
    before = text[max(0, where[0] - _FAR_BACK) : where[0]]
    return (
        is_origin(text, where[0])
        or _TAKEN_TO.search(before) is not None
        or _OUTLET.match(text, where[1], where[1] + _FAR_BACK) is not None
    )


def _of_telling(time: TimeMention, cluster: Cluster, contents: Sequence[Span]) -> bool:
    """Whether a day is when somebody told of a deed: "answered on Saturday that its pilots had been shot at"."""
    words = cluster.mentions
    told = [c for c in contents if any(overlap(w, c) for w in words)]
    inside_all = bool(words) and all(any(within(w, c) for c in told) for w in words)
    return inside_all and not any(overlap((time.start, time.end), c) for c in told)


def _setting(marks: _Marks, text: str, reading: Reading, sentence: Span) -> Setting:
    where = [s for s in marks.where if not _no_scene(text, s)]
    places = [p for p in inside(reading.places, sentence) if meets((p.start, p.end), where)]
    located = [(p.start, p.end) for p in inside(reading.places, sentence)]
    actors = [(a.start, a.end) for a in inside(reading.actors, sentence) if a.actor]
    none = [a for a in actors if not meets(a, located)]
    none += [(p.start, p.end) for p in places if is_wide(p)]
    told = [towns_and_streets(text, span) for span in where]
    towns = frozenset(text[slice(*n)].casefold() for t, _ in told for n in t if not meets(n, none))
    streets = frozenset(text[slice(*n)].casefold() for _, s in told for n in s)
    return Setting(_finest(marks.days), towns, tuple(p for p in places if not is_wide(p)), streets)


def _finest(days: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """The days alone, where any is told: "on 1 August, the worst since 2004" is of no other year."""
    return tuple([t for t in days if not grain(t)] or days)


def _governors(page: Passages, marks: Sequence[_Marks], own: Sequence[Setting]) -> list[int]:
    out: list[int] = []
    for n, mark in enumerate(marks):
        before = out[-1] if n and page.paragraphs[n] == page.paragraphs[n - 1] else -1
        out.append(n if mark.deed and own[n] else before)
    return out
