"""Totals of a month, a war or a whole city, told beside one happening: tallies of their own, never its toll."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from truceline.model.draft import Draft
from truceline.model.reading import Reading
from truceline.model.span import Span, meets, overlap, within
from truceline.model.when import TimeMention
from truceline.recount.anchors import grain
from truceline.recount.clusters import TALLY, Cluster
from truceline.recount.compared import is_compared
from truceline.recount.drafts.counts import HARMS
from truceline.recount.drafts.match import Paired
from truceline.recount.happenings import Happening
from truceline.recount.scan import Harm
from truceline.recount.since_when import since_when
from truceline.recount.stretches import days_across
from truceline.recount.together import told_together

_CLAUSE = re.compile(r"[;:.!?—–]\s|\s[-–—]\s|,?\s(?:while|whereas|but|although|though)\s|,\s(?:and|after|as)\s")
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|says|reported|announced|stated|wrote|added)\s+(?:on\s+)?$", re.IGNORECASE)
_SAID_BEFORE = 20
"""Characters before a day in which the verb of saying stands whose day it is."""
_IN_ALL = re.compile(
    r"\b(?:in all|in total|all told|altogether|together|combined|a total of|between them|both (?:\w+ ){0,2}\w+s)\b",
    re.IGNORECASE,
)
"""In a sentence that adds up what several happenings did."""
_REPORTED = re.compile(
    r"\b(?:in|during|over|for) (?:the|this) (?:(?:reporting|whole) (?:period|week|month|quarter|year)|period)\b"
    r"(?! (?:of|when|in which|between|from|after|before|since)\b)",
    re.IGNORECASE,
)
"""In a sentence that tells what a report's whole time brought: "in the reporting period"."""
_ADDENDS = 8
_LONG = 10
"""Days from which a stretch of time is no single happening's: "between 17 February and 22 March"."""
_BEFORE = 14
"""Characters before a time in which a "since" is of it."""
_PERIODS = frozenset({"month", "season", "quarter", "year", "decade"})
"""Stretches of time of which a toll told beside a day's happening is a total."""


def set_apart(pairs: Sequence[Paired], reading: Reading, words: re.Pattern[str]) -> list[Paired]:
    """The pairs, each total told beside a happening taken from it; those that count the dead or hurt stand behind."""
    moved = [h for n, p in enumerate(pairs) for h in _totals(p, [*pairs[:n], *pairs[n + 1 :]], reading, words)]
    reported = _reported([*((h.start, h.end) for h in moved), *_counted_in_sums(pairs)], reading)
    pairs = [replace(p, draft=_without_counts(p.draft, reported)) for p in pairs]
    if not moved:
        return pairs
    kept = [made for p in pairs if (made := without_harms(p, moved)) is not None]
    tallied = [m.span for d in _totals_learned(kept) for m in d.mentions]
    apart = sorted({h.sentence for h in moved if not meets(reading.sentences[h.sentence], tallied)})
    kept += [Paired(_tally([h for h in moved if h.sentence == n], reading), None) for n in apart]
    return kept


def _totals_learned(pairs: Sequence[Paired]) -> list[Draft]:
    """What the learned reader has for totals."""
    return [p.draft for p in pairs if p.draft is not None and p.draft.aggregate]


def _totals(paired: Paired, others: Sequence[Paired], reading: Reading, words: re.Pattern[str]) -> list[Harm]:
    """The statements of harm of a pair that are totals."""
    happening = paired.happening
    if happening is None or happening.aggregate:
        return []
    older = [one.clause for one in since_when(reading)]
    told = [h for h in happening.harms if h.sentence >= 0 and h.kind != "hit" and not h.denied and h.high != 0]
    named = [m for p in (paired, *others) for m in p.mentions]
    own = [c for c in older if any(c[0] <= a < c[1] for a, _ in named)]
    told = [h for h in told if not any(a <= h.start < b for a, b in own)]
    dated = not _tells_one(paired.draft) and any(p.happening.days for p in others if p.happening is not None)

    def is_total(harm: Harm) -> bool:
        return (
            any(a <= harm.start < b for a, b in older)
            or told_together(reading.prose, harm.start, harm.end, words)
            or _of_another_time(harm, happening, reading)
            or (dated and _nothing_else(harm, happening, reading))
            or _sums_up(harm, others, reading)
            or _is_reported(harm, reading)
        )

    return [h for h in told if h.heads[0].counted and not h.raised and is_total(h)]


def _is_reported(harm: Harm, reading: Reading) -> bool:
    """Whether a sentence tells what the whole time of a report brought."""
    return bool(_reported([(harm.start, harm.end)], reading))


def _reported(counts: Sequence[Span], reading: Reading) -> list[Span]:
    """The sentences with such counts that tell what the whole time of a report brought."""
    return [s for s in reading.sentences if meets(s, counts) and _REPORTED.search(reading.prose, *s)]


def _counted_in_sums(pairs: Sequence[Paired]) -> list[Span]:
    """The words by which totals count the dead and hurt, as rules and the learned reader have them."""
    sums = [p for p in pairs if p.aggregate]
    ruled = [(h.start, h.end) for p in sums if p.happening is not None for h in p.happening.harms]
    return ruled + [f.span for p in sums if p.draft is not None for f in p.draft.facets if f.facet in HARMS]


def _without_counts(draft: Draft | None, sentences: Sequence[Span]) -> Draft | None:
    """A draft without its dead and hurt of some sentences, which are parts of a total; one that is a total stays."""
    if draft is None or draft.aggregate or not sentences:
        return draft
    mentions = tuple(
        replace(m, facets=tuple(f for f in m.facets if f.facet not in HARMS or not meets(f.span, sentences)))
        for m in draft.mentions
    )
    return replace(draft, mentions=mentions)


def _tells_one(draft: Draft | None) -> bool:
    """Whether a draft tells who did one deed where: "In March the band murdered five settlers at X" is no total."""
    return draft is not None and not draft.aggregate and {"actor", "place"} <= {f.facet for f in draft.facets}


def _is_told_as_sum(harm: Harm, reading: Reading) -> bool:
    """Whether one number is told "in all"."""
    one = harm.low is not None and harm.low == harm.high
    return one and _IN_ALL.search(reading.prose, *reading.sentences[harm.sentence]) is not None


def _sums_up(harm: Harm, others: Sequence[Paired], reading: Reading) -> bool:
    """Whether a figure told as a sum is what others of the document's happenings make together: "in all, thirteen"."""
    if not _is_told_as_sum(harm, reading):
        return False
    told = [
        [h.low or 0 for h in p.happening.harms if h.kind == harm.kind and not h.denied] for p in others if p.happening
    ]
    each = [most for some in told if (most := max(some, default=0))][:_ADDENDS]
    return any(sum(some) == harm.low for n in range(2, len(each) + 1) for some in combinations(each, n))


def without_harms(paired: Paired, moved: Sequence[Harm]) -> Paired | None:
    """A pair without the totals and the words that count them; None where it is told by nothing else."""
    happening, draft = paired.happening, paired.draft
    if (happening is None or happening.aggregate) and (draft is None or draft.aggregate):
        return paired
    clusters = [_thinned(c, moved) for c in happening.clusters] if happening is not None else []
    clusters = [c for c in clusters if c.harms or c.triggers]
    left = replace(happening, clusters=clusters) if happening is not None and clusters else None
    kept = _draft_without(draft, moved) if draft is not None else None
    if kept is not None or any(c.triggers for c in clusters):
        return Paired(left, kept)
    return Paired(left, None) if draft is None and left is not None else None


def _thinned(cluster: Cluster, moved: Sequence[Harm]) -> Cluster:
    """A cluster without the totals, and without the words by which these are said to have died."""
    triggers = [t for t in cluster.triggers if t.sentence < 0 or not _cued((t.start, t.end), moved)]
    return replace(cluster, triggers=triggers, harms=[h for h in cluster.harms if h not in moved])


def _draft_without(draft: Draft, moved: Sequence[Harm]) -> Draft | None:
    spans = [(h.start, h.end) for h in moved]
    mentions = tuple(
        replace(
            m, facets=tuple(f for f in m.facets if f.facet not in HARMS or not any(overlap(f.span, s) for s in spans))
        )
        for m in draft.mentions
        if not _cued(m.span, moved)
    )
    return replace(draft, mentions=mentions) if mentions else None


def _cued(span: Span, moved: Sequence[Harm]) -> bool:
    return any(overlap(span, h.cue) for h in moved)


def _of_another_time(harm: Harm, happening: Happening, reading: Reading) -> bool:
    """Whether a clause without any word for the happening tells the toll of a month, and the happening has its day."""
    clause = _clause(harm, reading)
    spans = [m for m in happening.mentions if not overlap(m, harm.cue)]
    if any(overlap(m, clause) for m in spans) or not _periods(clause, reading):
        return False
    return bool(spans) and any(not overlap((t.start, t.end), clause) for t in happening.days)


def _nothing_else(harm: Harm, happening: Happening, reading: Reading) -> bool:
    """Whether a happening is a month's dead and no more: "43 civilians were killed in April"."""
    own = all(overlap(m, harm.cue) for m in happening.mentions) and len({c.sentence for c in happening.clusters}) == 1
    return own and (harm.low or 0) > 1 and bool(_periods(_clause(harm, reading), reading))


def _clause(harm: Harm, reading: Reading) -> Span:
    text = reading.prose
    start, end = reading.sentences[harm.sentence]
    cuts = [m.span() for m in _CLAUSE.finditer(text, start, end)]
    first = max((b for _, b in cuts if b <= harm.start), default=start)
    return first, min((a for a, _ in cuts if a >= harm.end), default=end)


def _periods(clause: Span, reading: Reading) -> list[TimeMention]:
    """The months, years and the like that a clause tells; none where it tells a day too."""
    here = [t for t in reading.times if within((t.start, t.end), clause) and t.type in {"DATE", "TIME"}]
    told = [t for t in here if not (_of_saying(t, reading) or is_compared(reading.prose, t.start))]
    return (
        told
        if told and all(t.granularity in _PERIODS or _since(t, reading) or days_across(t) >= _LONG for t in told)
        else []
    )


def _of_saying(time: TimeMention, reading: Reading) -> bool:
    """Whether a day is only when somebody said it: "the office said on Tuesday that ..."."""
    return _SAID.search(reading.prose[max(0, time.start - _SAID_BEFORE) : time.start]) is not None


def _tally(harms: list[Harm], reading: Reading) -> Happening:
    """The totals of one sentence as a tally, with the time and the one place told there."""
    sentence = harms[0].sentence
    span = reading.sentences[sentence]
    here = [t for t in reading.times if span[0] <= t.start < span[1] and t.earliest]
    times = [_open(t, reading) for t in here if grain(t) or _begins(t, reading)]
    cluster = Cluster(TALLY, [], sentence, time=min(times, key=grain, default=None), harms=harms)
    return Happening(TALLY, [cluster], aggregate=True)


def _open(time: TimeMention, reading: Reading) -> TimeMention:
    """A time from which a total was counted, open at its end: "since 2014"."""
    if not _begins(time, reading):
        return time
    return replace(time, latest=None, granularity="range", edtf=f"{(time.edtf or '').partition('/')[0]}/..")


def _since(time: TimeMention, reading: Reading) -> bool:
    """Whether a time coarser than a day is one since which things have gone on."""
    return grain(time) > 0 and _begins(time, reading)


def _begins(time: TimeMention, reading: Reading) -> bool:
    """Whether a time, be it a day, is one since which something is counted."""
    return _SINCE.search(reading.prose[: time.end], max(0, time.start - _BEFORE)) is not None
