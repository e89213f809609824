"""Harm told beside no mention of what did it: it belongs to the happening of which the learned reader tells it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from truceline.model.draft import Draft
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import overlap
from truceline.recount.anchors import is_day
from truceline.recount.clusters import VIOLENT, Cluster
from truceline.recount.drafts.match import Paired
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.happenings import Happening
from truceline.recount.profile import apart, far
from truceline.recount.scan import Harm

_OPENING = 8
"""Characters from a sentence's beginning within which a day sets what it tells."""
_BEYOND = 200
"""Characters before a harm in which a violent happening must be named to have done it."""


def bring_home(paired: Sequence[Paired], reading: Reading, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, each harm that stands alone ("killing its driver") with the happening of which it is told.

    That is the one on which the learned reader hangs its words; where it hangs them on none, and no word at all says
    what did it, the last violent happening named shortly before. None is one that the text sets on another day in
    another place.
    """
    paired = _as_told(paired, reading)
    kept = list(paired)
    for at, pair in enumerate(paired):
        for cluster in pair.happening.clusters if pair.happening else ():
            if not cluster.harms or _is_mentioned(cluster, paired):
                continue
            home = _home(cluster, at, paired, lexicon)
            if home is not None and not _set_apart(cluster, paired[home], reading):
                kept[at] = _without(kept[at], cluster)
                kept[home] = _with(kept[home], replace(cluster, triggers=[]))
    return [p for p in kept if p.happening is not None or p.draft is not None]


def _as_told(paired: Sequence[Paired], reading: Reading) -> list[Paired]:
    """The pairs, each statement of harm with the one whose draft alone counts it, where the rules see that one too.

    Nobody is counted twice; a happening that the learned reader alone keeps apart takes nobody from another.
    """
    kept = list(paired)
    for at, pair in enumerate(paired):
        for cluster in pair.happening.clusters if pair.happening else ():
            for harm in cluster.harms:
                told = [n for n, p in enumerate(paired) if p.draft is not None and _counts(p.draft, harm, {harm.kind})]
                homes = [n for n in told if paired[n].happening is not None]
                homes = homes if at in homes else [n for n in homes if not _set_apart(cluster, paired[n], reading)]
                if homes and at not in homes:
                    kept[at] = _without_harm(kept[at], harm)
                    kept[homes[0]] = _with(kept[homes[0]], replace(cluster, triggers=[], harms=[harm]))
    return kept


def _set_apart(cluster: Cluster, pair: Paired, reading: Reading) -> bool:
    """Whether a cluster's sentence opens with a day and tells a place, and a pair is told on other days, elsewhere.

    "On 3 May a bomb went off in X. On 5 May, Oren said, one soldier was killed near Y."
    """
    if pair.happening is None or not cluster.places or cluster.sentence < 0:
        return False
    low, high = reading.sentences[cluster.sentence]
    if any(low <= start < high for start, _ in pair.mentions):
        return False
    days = [t for t in reading.times if low <= t.start < low + _OPENING and is_day(reading.prose, t)]
    theirs = [c.time for c in pair.happening.clusters if c.time]
    places = [p for c in pair.happening.clusters for p in c.places]
    if not days or not theirs or not places:
        return False
    return _all_far(cluster.places, places) and all(apart(a, b) for a in days for b in theirs)


def _all_far(one: Sequence[PlaceMention], two: Sequence[PlaceMention]) -> bool:
    return all(far(a, b) for a in one for b in two)


def _without_harm(pair: Paired, harm: Harm) -> Paired:
    """The pair without a statement of harm; empty where the rules alone had it, and for its harm alone."""
    if pair.happening is None:
        return pair
    clusters = [replace(c, harms=[h for h in c.harms if h is not harm]) for c in pair.happening.clusters]
    left = pair.draft is not None or any(c.harms for c in clusters)
    return replace(pair, happening=replace(pair.happening, clusters=clusters) if left else None)


def _is_mentioned(cluster: Cluster, paired: Sequence[Paired]) -> bool:
    """Whether the learned reader too has one of its triggers for a mention."""
    mentions = [m.span for p in paired if p.draft is not None for m in p.draft.mentions]
    return any(overlap((t.start, t.end), m) for t in cluster.triggers if t.sentence >= 0 for m in mentions)


def _home(cluster: Cluster, at: int, paired: Sequence[Paired], lexicon: EventLexicon) -> int | None:
    """The place of the pair that the cluster's harm is told of; None where it stands right."""
    drafted = [(n, p.draft) for n, p in enumerate(paired) if p.draft is not None]
    cued = [n for n, d in drafted if any(overlap(m.span, h.cue) for m in d.mentions for h in cluster.harms)]
    told = [n for n, d in drafted if any(_counts(d, h, {"killed", "injured"}) for h in cluster.harms)]
    if not cluster.triggers and cued:
        told = cued  # "15 were killed": the word that kills is itself the mention of another happening
    if told:
        return None if at in told else told[0]
    happening = paired[at].happening
    if happening is None or happening.triggers or paired[at].draft is not None:
        return None
    violent = [(n, d) for n, d in drafted if lexicon.family[d.event_type] in VIOLENT]
    return _told_last(cluster.harms[0].start, violent)


def _told_last(at: int, drafts: Sequence[tuple[int, Draft]]) -> int | None:
    """Number of the draft with the last mention shortly before a character."""
    before = [(at - m.span[0], n) for n, d in drafts for m in d.mentions if 0 <= at - m.span[0] <= _BEYOND]
    return min(before)[1] if before else None


def _counts(draft: Draft, harm: Harm, kinds: Collection[str]) -> bool:
    return any(f.facet in kinds and overlap(f.span, (harm.start, harm.end)) for f in draft.facets)


def _without(pair: Paired, cluster: Cluster) -> Paired:
    left = [c for c in pair.happening.clusters if c is not cluster] if pair.happening else []
    return replace(pair, happening=replace(pair.happening, clusters=left) if pair.happening and left else None)


def _with(pair: Paired, cluster: Cluster) -> Paired:
    if pair.happening is None:
        return replace(pair, happening=Happening(cluster.family, [cluster]))
    return replace(pair, happening=replace(pair.happening, clusters=[*pair.happening.clusters, cluster]))
