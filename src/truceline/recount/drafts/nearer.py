"""What the learned reader hangs on one happening though its sentence tells another: it goes to that one."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import permutations

from truceline.model.account import EventType
from truceline.model.draft import Draft, DraftFacet
from truceline.model.reading import Reading
from truceline.model.span import Span, first_touched, overlap
from truceline.model.when import TimeMention
from truceline.recount.anchors import is_day
from truceline.recount.clusters import VIOLENT, Cluster
from truceline.recount.drafts.counts import HARMS
from truceline.recount.drafts.match import Paired, with_harm_of, without_facets
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.profile import apart
from truceline.recount.scan import Harm

_ATTACK: EventType = "attack_on_civilians"
_WHERE = frozenset({"place", "target"})
_LIKELY = 0.5
"""How sure it must be of a deed told before a participle of killing."""
_SURE = 0.9
"""How sure the learned reader must be of a blow that no rule sees, for the dead told right behind it to be its own."""


def in_own_sentences(paired: Sequence[Paired], reading: Reading, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, what is told in the sentence of a deed of another day moved there, and the dead to the last blow."""
    kept = list(paired)
    ruled = [_ruled_days(pair) for pair in kept]
    days = [_drafted_days(pair, reading) for pair in kept]
    named = [_sentences(pair, reading) for pair in kept]  # words that name a deed stay with it
    for at, other in permutations(range(len(kept)), 2):
        if _all_apart(ruled[at], ruled[other]):
            moved = _theirs(kept[at], (named[at], named[other]), reading)
        elif _all_apart(days[at], days[other]):
            moved = _theirs(kept[at], (named[at], named[other]), reading, _WHERE)
        else:
            continue
        if moved and kept[other].draft is not None:
            kept[at], kept[other] = exchanged(kept[at], kept[other], moved)
            days[at], days[other] = (_drafted_days(kept[n], reading) for n in (at, other))
    for at in range(len(kept)):
        for cluster in kept[at].happening.clusters if kept[at].happening else ():  # type: ignore[union-attr]
            home = _last_blow(cluster, at, kept, reading, lexicon)
            if home is not None:
                kept[at] = _without(kept[at], cluster)
                kept[home] = with_harm_of(kept[home], cluster)
    return [p for p in _to_earlier(kept, reading, lexicon) if p.happening is not None or p.draft is not None]


def _to_earlier(paired: Sequence[Paired], reading: Reading, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, the dead of a participle with the deed told before it, which then stands before the other."""
    kept = list(paired)
    led: dict[int, int] = {}
    for at in range(len(kept)):
        for cluster in kept[at].happening.clusters if kept[at].happening else ():  # type: ignore[union-attr]
            own = [(h, n) for h in cluster.harms if (n := _before(h, cluster, at, kept, reading)) is not None]
            for harm, home in own:
                only = replace(cluster, harms=[harm], triggers=[], time=None, clock=None, place=None, places=[])
                kept[at] = _without_harm(kept[at], harm)
                kept[home] = _as_attack(with_harm_of(kept[home], only), lexicon)
                led[home] = min(at, led.get(home, home))
    order = sorted(range(len(kept)), key=lambda n: (led.get(n, n), n not in led))
    return [kept[n] for n in order]


def _ruled_days(pair: Paired) -> list[TimeMention]:
    """The dates that the rules tell of a happening which the learned reader sees too."""
    if pair.draft is None or pair.happening is None:
        return []
    return [c.time for c in pair.happening.clusters if c.time]


def _all_apart(mine: Sequence[TimeMention], theirs: Sequence[TimeMention]) -> bool:
    """Whether both are told, and every day of the one lies apart from every day of the other."""
    return bool(mine and theirs) and all(apart(a, b) for a in mine for b in theirs)


def _drafted_days(pair: Paired, reading: Reading) -> list[TimeMention]:
    """The days that the learned reader tells of a happening itself."""
    spans = [f.span for f in pair.draft.facets if f.facet == "time"] if pair.draft else []
    told = (t for t in reading.times if any(overlap((t.start, t.end), s) for s in spans))
    return [t for t in told if is_day(reading.prose, t)]


def _theirs(
    pair: Paired, named: tuple[set[int], set[int]], reading: Reading, kinds: Collection[str] | None = None
) -> list[DraftFacet]:
    """What a pair's draft tells in sentences that name another's deed alone; `named` the own ones and the other's."""
    told = [f for f in pair.draft.facets if kinds is None or f.facet in kinds] if pair.draft else []
    return [f for f in told if _is_theirs(_sentence(f.span, reading), *named)]


def exchanged(one: Paired, other: Paired, moved: Sequence[DraftFacet]) -> tuple[Paired, Paired]:
    """Two pairs, some facets moved from the first's draft to the second's."""
    if one.draft is None or other.draft is None:
        return one, other
    mentions = list(other.draft.mentions)
    for facet in moved:
        home = max((n for n, m in enumerate(mentions) if m.span[0] <= facet.span[1]), default=0)
        mentions[home] = replace(mentions[home], facets=(*mentions[home].facets, facet))
    return replace(one, draft=without_facets(one.draft, moved)), replace(
        other, draft=replace(other.draft, mentions=tuple(mentions))
    )


def _is_theirs(at: int, mine: Collection[int], theirs: Collection[int]) -> bool:
    """Whether a sentence tells the other deed alone, or follows it before the own one is told at all."""
    return at not in mine and (at in theirs or (at - 1 in theirs and at < min(mine)))


def _sentences(pair: Paired, reading: Reading) -> set[int]:
    """Numbers of the sentences that name a happening."""
    return {_sentence(span, reading) for span in pair.mentions}


def _sentence(span: Span, reading: Reading) -> int:
    at = first_touched(reading.sentences, span)
    return -1 if at is None else at


def _last_blow(
    cluster: Cluster, at: int, paired: Sequence[Paired], reading: Reading, lexicon: EventLexicon
) -> int | None:
    """The pair of a blow that no rule sees, told right before a cluster's dead, some of whom its draft counts.

    "On Sunday a missile struck a school. On Monday a bomb brought down a house. A girl was killed and 30 were hurt."
    """
    if not cluster.harms or cluster.time is not None or cluster.places or paired[at].draft is None:
        return None
    first = cluster.harms[0].start
    rivals = [s for s in paired[at].mentions if not overlap(s, cluster.harms[0].cue)]
    for n, pair in enumerate(paired):
        blows = _blows_unruled(pair, first, lexicon)
        if not blows or not any(_counts(pair.draft, (h.start, h.end)) for h in cluster.harms if pair.draft):
            continue
        if _sentence(blows[-1], reading) == cluster.sentence - 1 and all(
            s[0] < blows[0][0] or s[0] > first for s in rivals
        ):
            return n
    return None


def _blows_unruled(pair: Paired, before: int, lexicon: EventLexicon) -> list[Span]:
    """The words before a character that the learned reader alone, and surely, has for a violent deed."""
    draft = pair.draft
    if pair.happening is not None or draft is None or lexicon.family[draft.event_type] not in VIOLENT:
        return []
    return [m.span for m in draft.mentions if m.score >= _SURE and m.span[0] < before]


def _before(harm: Harm, cluster: Cluster, at: int, paired: Sequence[Paired], reading: Reading) -> int | None:
    """The pair of a deed told before a participle of killing, where the cluster's own is told only behind it.

    "A man drove a lorry into a crowd, killing ten, before the police shot him": the police killed none of the ten.
    """
    text = reading.prose
    behind = all(t.sentence == harm.sentence and t.start >= harm.end for t in cluster.triggers)
    if harm.form != "doing" or not text[slice(*harm.cue)].endswith("ing") or not (behind and cluster.triggers):
        return None
    low = reading.sentences[harm.sentence][0]
    told = [
        (m.span[0], n)
        for n, pair in enumerate(paired)
        if n != at and pair.draft is not None
        for m in pair.draft.mentions
        if m.score >= _LIKELY and low <= m.span[0] < harm.start
    ]
    return max(told)[1] if told else None


def _without_harm(pair: Paired, harm: Harm) -> Paired:
    """The pair without a statement of harm, nor what its draft counts on the same words."""
    left = (
        [replace(c, harms=[h for h in c.harms if h is not harm]) for c in pair.happening.clusters]
        if pair.happening
        else []
    )
    happening = replace(pair.happening, clusters=left) if pair.happening else None
    if pair.draft is None:
        return replace(pair, happening=happening)
    counts = [f for f in pair.draft.facets if f.facet in HARMS and overlap(f.span, (harm.start, harm.end))]
    return replace(pair, happening=happening, draft=without_facets(pair.draft, counts))


def _as_attack(pair: Paired, lexicon: EventLexicon) -> Paired:
    """The pair as an attack, where the learned reader is sure of no kind for a deed by which people were killed."""
    if pair.draft is None or lexicon.family[pair.draft.event_type] in VIOLENT:
        return pair
    if pair.draft.event_type != "other" and pair.draft.type_score >= _LIKELY:
        return pair
    mentions = (replace(m, types=((_ATTACK, 1.0),)) if m.types else m for m in pair.draft.mentions)
    return replace(pair, draft=replace(pair.draft, mentions=tuple(mentions)))


def _counts(draft: Draft, span: Span) -> bool:
    return any(f.facet in HARMS and overlap(f.span, span) for f in draft.facets)


def _without(pair: Paired, cluster: Cluster) -> Paired:
    """The pair without a cluster, nor what its draft counts on the same words."""
    spans = [(h.start, h.end) for h in cluster.harms]
    clusters = [c for c in pair.happening.clusters if c is not cluster] if pair.happening else []
    left = replace(pair.happening, clusters=clusters) if pair.happening and clusters else None
    if pair.draft is None:
        return replace(pair, happening=left)
    counts = [f for f in pair.draft.facets if f.facet in HARMS and any(overlap(f.span, s) for s in spans)]
    return replace(pair, happening=left, draft=without_facets(pair.draft, counts))
