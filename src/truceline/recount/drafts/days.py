"""Whose a day is that a document tells beside a happening: the happening's, or that on which somebody told of it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.reading import Reading
from truceline.model.span import Span, first_touched, overlap
from truceline.model.when import TimeMention
from truceline.recount.anchors import clock_only, grain, names_day
from truceline.recount.clusters import Cluster
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.reported import is_narrowed
from truceline.recount.drafts.whose_day import in_one_sentence, is_not_its, is_of_later_dead, is_planned
from truceline.recount.facets.claims import ClaimIndex
from truceline.recount.profile import apart
from truceline.recount.stretches import SOME_DAYS, is_stretch

_SURE = 0.6
"""Score of a mention from which the learned reader's day for it stands before one that the rules alone tell."""
_FIRST = 3
"""The learned reader's words for a happening, from its first on, whose sentence may tell its day."""
_OPENING = 30
_FEW_DAYS = 2
"""Grain of a week or a span of days."""
_ASIDE_CLAUSE = re.compile(
    r",?\s(?:(?:just|shortly|soon|hours|days|weeks|minutes) )?(?:after|as|before|when|while|once)\b[^,;.]{5,120},\s",
    re.IGNORECASE,
)
"""Behind a day, a clause of what was before it: "On 9 May, after a mine had killed two, troops entered the village"."""
_CLAUSE = re.compile(r";\s")
_DAYS = re.compile(
    r"\d|\b(?:day|night|morning|evening|afternoon|hour|week|month|year|dawn|dusk|eve)s?\b", re.IGNORECASE
)
_PROCLAIMED = re.compile(r"announc|declar|proclaim|order|decree", re.IGNORECASE)
_HUNG = re.compile(
    r",?\s(?:(?:just|shortly) )?(?:after|at|before|for|in|on|over|with|accused|following|suspected)\b", re.IGNORECASE
)
"""Behind the day of one deed, before another for which it was done: "was held on Friday for shooting at a bus"."""


def with_own_days(pairs: Sequence[Paired], reading: Reading) -> list[Paired]:
    """The pairs, none with a day on which it was only told of, nor with one the learned reader knows better."""
    claims = ClaimIndex(reading.claims)
    settled = [_settled(_untold(p, reading, claims), reading) for p in pairs]
    taken = _taken(settled, reading)
    return [_with_sentences_day(p, reading, claims, taken) for p in settled]


_Taken = dict[Span, list[int]]
"""By time the places of the deeds that it is told of."""


def _taken(pairs: Sequence[Paired], reading: Reading) -> _Taken:
    out: _Taken = {}
    for pair in pairs:
        for mention in pair.draft.mentions if pair.draft else ():
            for facet in (f for f in mention.facets if f.facet == "time"):
                for time in _times_in(facet.span, reading):
                    out.setdefault((time.start, time.end), []).append(mention.span[0])
        for cluster in pair.happening.clusters if pair.happening else ():
            if cluster.time is not None and cluster.mentions:
                out.setdefault((cluster.time.start, cluster.time.end), []).append(cluster.mentions[0][0])
    return out


def _of_nearer(time: TimeMention, deed: Span, taken: _Taken, text: str) -> bool:
    """Whether a time is told of a deed that stands between it and another, or right before it and for the other."""
    aside = _ASIDE_CLAUSE.match(text, time.end)
    if aside is not None and aside.end() <= deed[0]:
        return False
    low, high = sorted((time.start, deed[0]))
    others = taken.get((time.start, time.end), ())
    if any(low < at < high for at in others):
        return True
    return any(at < time.start < deed[0] for at in others) and _HUNG.match(text, time.end) is not None


def _untold(pair: Paired, reading: Reading, claims: ClaimIndex) -> Paired:
    """A pair without the days of statements about it."""
    happening, draft = pair.happening, pair.draft
    if happening is not None:
        clusters = [_cluster_untold(c, reading, claims) for c in happening.clusters]
        happening = replace(happening, clusters=clusters)
    if draft is not None:
        draft = replace(draft, mentions=tuple(_mention_untold(m, reading, claims) for m in draft.mentions))
    return replace(pair, happening=happening, draft=draft)


def _cluster_untold(cluster: Cluster, reading: Reading, claims: ClaimIndex) -> Cluster:
    words = [*cluster.mentions, *(h.cue for h in cluster.harms)][:1]
    if not words or cluster.time is None or cluster.sentence < 0:
        return cluster
    if cluster.aggregate and is_stretch(cluster.time, SOME_DAYS):
        return cluster  # "between 7 and 13 February it recorded six attacks": what is counted was then, too
    span = (cluster.time.start, cluster.time.end)
    return replace(cluster, time=None) if is_not_its(span, words[0], reading, claims) else cluster


def _is_of_telling(time: Span, mention: DraftMention, reading: Reading, claims: ClaimIndex) -> bool:
    """Whether a time is not a deed's but its telling's; a truce may be proclaimed on its own day."""
    if not is_not_its(time, mention.span, reading, claims):
        return False
    return mention.event_type != "ceasefire_step" or not _is_proclaimed(time, mention.span, reading, claims)


def _mention_untold(mention: DraftMention, reading: Reading, claims: ClaimIndex) -> DraftMention:
    """A mention without the times of its telling, nor those of other sentences where its own tells one."""
    times = [f for f in mention.facets if f.facet == "time"]
    here = [f for f in times if in_one_sentence(f.span, mention.span, reading) and _tells_time(f.span, reading)]
    gone = {f for f in times if here and f not in here and not _narrows(f.span, here, reading)}
    gone |= {f for f in here if _is_of_telling(f.span, mention, reading, claims)}
    gone |= {f for f in times if is_of_later_dead(f.span, mention.span, reading.prose)}
    return replace(mention, facets=tuple(f for f in mention.facets if f not in gone)) if gone else mention


def _is_proclaimed(time: Span, deed: Span, reading: Reading, claims: ClaimIndex) -> bool:
    """Whether a truce's step is taken by being told of: "on Friday he announced that they had suspended the raids"."""
    claim = claims.innermost(*deed)
    cue = reading.prose[slice(*claim.cue[-1])] if claim is not None and claim.cue else ""
    return _PROCLAIMED.match(cue) is not None and not is_planned(time, deed, reading)


def _narrows(span: Span, here: Sequence[DraftFacet], reading: Reading) -> bool:
    """Whether a day of another sentence lies within the one wide time of a mention's own: "early this month"."""
    own = [t for f in here for t in _times_in(f.span, reading)]
    return len(own) == 1 and any(is_narrowed(own[0], t) for t in _times_in(span, reading))


def _tells_time(span: Span, reading: Reading) -> bool:
    """Whether words tell when, be it by a day that cannot be known: not "before leaving", nor "in recent weeks"."""
    times = [t for t in reading.times if overlap((t.start, t.end), span)]
    if times:
        return any(t.earliest and not t.value.endswith("_REF") for t in times)
    return _DAYS.search(reading.prose, *span) is not None


def _days_of_sure_words(draft: Draft, reading: Reading) -> list[TimeMention]:
    """The days that the learned reader hangs on words that it is sure of."""
    sure = (m for m in draft.mentions if m.score >= _SURE)
    spans = sorted(f.span for m in sure for f in m.facets if f.facet == "time")
    return [t for s in spans for t in _times_in(s, reading) if grain(t) <= _FEW_DAYS and _is_set(t, reading)]


def _settled(pair: Paired, reading: Reading) -> Paired:
    """A pair without the rules' days where the learned reader sees others for words that it is sure of.

    A day that the rules tell twice stands.
    """
    if pair.happening is None or pair.draft is None:
        return pair
    known = _days_of_sure_words(pair.draft, reading)
    told = Counter(c.time.days for c in pair.happening.clusters if c.time is not None)
    if not known or max(told.values(), default=0) != 1:
        return pair
    late = all(c.time is None or c.time.start > known[0].start for c in pair.happening.clusters)
    kept = known[:1] if late else known
    clusters = [replace(c, time=None) if _is_other(c.time, kept) else c for c in pair.happening.clusters]
    return replace(pair, happening=replace(pair.happening, clusters=clusters))


def _is_other(time: TimeMention | None, known: Sequence[TimeMention]) -> bool:
    """Whether a time is none of those known, and was told behind the first of them."""
    return (
        time is not None
        and time.start > known[0].start
        and all(apart(time, k) or (grain(k) == 0 and grain(time) > 0) for k in known)
    )


def _is_set(time: TimeMention, reading: Reading) -> bool:
    """Whether a time is no mere hour or part of a day nobody names."""
    text = reading.prose
    return names_day(text, time) or not clock_only(text, time)


def _with_sentences_day(pair: Paired, reading: Reading, claims: ClaimIndex, taken: _Taken) -> Paired:
    """A pair, where no day is told of it the one of the first sentence that names it by the learned reader's words."""
    if pair.draft is None or any(c.time for c in pair.clusters):
        return pair
    if any(f.facet == "time" and _sets(f.span, reading) for f in pair.draft.facets):
        return pair
    mentions = list(pair.draft.mentions)
    for n, mention in enumerate(mentions[:_FIRST]):
        beside = [f for f in mention.facets if f.facet == "time" and in_one_sentence(f.span, mention.span, reading)]
        unknown = any(not _times_in(f.span, reading) for f in beside) or any(
            _is_counted_off(f.span, reading) and in_one_sentence(f.span, mention.span, reading)
            for f in pair.draft.facets
            if f.facet == "time"
        )
        day = None if unknown else _one_time(mention.span, reading, claims)
        if day is not None and not _of_nearer(day, mention.span, taken, reading.prose):
            told = DraftFacet(facet="time", span=(day.start, day.end), polarity="affirmed", score=mention.score)
            mentions[n] = replace(mention, facets=(told, *mention.facets))
            return replace(pair, draft=replace(pair.draft, mentions=tuple(mentions)))
    return pair


def _is_counted_off(span: Span, reading: Reading) -> bool:
    """Whether words tell how long before or after another deed it was: "a day after"."""
    return any(t.type == "DURATION" and overlap((t.start, t.end), span) for t in reading.times)


def _sets(span: Span, reading: Reading) -> bool:
    """Whether words tell a time that is more than an hour or a part of a day."""
    return any(_is_set(t, reading) for t in _times_in(span, reading))


def _times_in(span: Span, reading: Reading) -> list[TimeMention]:
    return [t for t in reading.times if overlap((t.start, t.end), span) and t.earliest]


def _one_time(deed: Span, reading: Reading, claims: ClaimIndex) -> TimeMention | None:
    """The one day told in the clause of a deed and of it, or a wider time with which the clause begins."""
    text = reading.prose
    here = first_touched(reading.sentences, (deed[0], deed[0] + 1))
    low, high = deed if here is None else reading.sentences[here]
    cuts = [m.end() for m in _CLAUSE.finditer(text, low, high)]
    low, high = max([low, *(c for c in cuts if c <= deed[0])]), min([high, *(c for c in cuts if c > deed[0])])
    times = [t for t in reading.times if low <= t.start < high and t.earliest and t.type in {"DATE", "TIME"}]
    times = [t for t in times if not t.value.endswith("_REF") and _is_set(t, reading)]
    times = [t for t in times if not is_not_its((t.start, t.end), deed, reading, claims)]
    if len(times) != 1:
        return None
    return times[0] if names_day(text, times[0]) or times[0].start - low < _OPENING else None


def days_told(pairs: Sequence[Paired], reading: Reading) -> set[Span]:
    """The days told of happenings, by the rules or by the learned reader."""
    return _named([f.span for p in pairs if p.draft for f in p.draft.facets if f.facet == "time"], pairs, reading)


def days_beside(pairs: Sequence[Paired], reading: Reading) -> set[Span]:
    """The days told of happenings by the rules, or by the learned reader in a sentence that names them."""
    mentions = [m for p in pairs if p.draft for m in p.draft.mentions]
    told = [
        f.span for m in mentions for f in m.facets if f.facet == "time" and in_one_sentence(f.span, m.span, reading)
    ]
    return _named(told, pairs, reading)


def _named(told: Sequence[Span], pairs: Sequence[Paired], reading: Reading) -> set[Span]:
    """The days in the words told, and those of the rules."""
    rules = [(c.time.start, c.time.end) for p in pairs if p.happening for c in p.happening.clusters if c.time]
    return {(t.start, t.end) for s in (*told, *rules) for t in _times_in(s, reading) if names_day(reading.prose, t)}
