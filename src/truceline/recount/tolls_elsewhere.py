"""Tolls told of a town that the sentence before names, where no other deed is: "The search in X is over. 38 died"."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, stands_in, within
from truceline.recount.clusters import Cluster
from truceline.recount.drafts.counts import HARMS
from truceline.recount.drafts.match import Paired, without_facets
from truceline.recount.happenings import Happening, lies_elsewhere
from truceline.recount.inside import inside
from truceline.text.geo import SETTLEMENTS


def tolls_elsewhere(pairs: Sequence[Paired], reading: Reading) -> list[Paired]:
    """The pairs, each such toll on a happening of its town; nobody hurt there is told of none."""
    named = [m for p in pairs for m in p.mentions]
    out: list[Paired] = []
    for pair in pairs:
        moved = [(c, town) for c in pair.clusters if (town := _town_of(c, pair, named, reading)) is not None]
        out.append(_without(pair, [c for c, _ in moved], reading) if moved else pair)
        out += [
            Paired(Happening("attack", [replace(c, place=town, places=[town])]), None)
            for c, town in moved
            if any(h.low for h in c.harms)
        ]
    return out


def _town_of(cluster: Cluster, pair: Paired, named: Sequence[Span], reading: Reading) -> PlaceMention | None:
    """The town named right before a toll without a deed, none of the happening's; None where it may be of that."""
    if cluster.triggers or cluster.sentence < 1 or not cluster.harms or pair.aggregate:
        return None
    own, before = reading.sentences[cluster.sentence], reading.sentences[cluster.sentence - 1]
    if "\n" in reading.prose[before[1] : own[0]] or any(stands_in(a, (own, before)) for a, _ in named):
        return None
    told = [p for p in inside(reading.places, (before[0], own[1])) if p.role == "event" and p.precision in SETTLEMENTS]
    theirs = [p for c in pair.clusters if c is not cluster for p in c.places if p.lat is not None]
    if len({p.name for p in told}) != 1 or not theirs:
        return None
    return told[0] if all(lies_elsewhere(told[0], p) for p in theirs) else None


def _without(pair: Paired, gone: Sequence[Cluster], reading: Reading) -> Paired:
    """A pair without some clusters and the counts of their sentences."""
    spans = [reading.sentences[c.sentence] for c in gone]
    left = [c for c in pair.clusters if c not in gone]
    happening = replace(pair.happening, clusters=left) if pair.happening is not None and left else None
    return Paired(happening, pair.draft and _uncounted(pair.draft, spans))


def _uncounted(draft: Draft, spans: Sequence[Span]) -> Draft:
    gone = [f for f in draft.facets if f.facet in HARMS and any(within(f.span, s) for s in spans)]
    return without_facets(draft, gone) if gone else draft
