"""Which draft speaks of which happening that the rules found, and what stands alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.model.draft import Draft
from truceline.model.span import Span
from truceline.recount.clusters import VIOLENT, Cluster
from truceline.recount.happenings import Happening

_ALONE = 0.7
"""How sure the learned reader must be of a happening that no rule sees."""
_TELLING = frozenset(
    {"actor", "target", "place", "time", "means", "killed", "injured", "detained", "displaced", "damage"}
)
"""Facets of which one at least is told with a happening that is one."""
_EARLY = 100
"""Characters further on that weigh as much as one mention less."""


@dataclass(frozen=True, slots=True)
class Paired:
    """One happening by the rules, by the learned reader, or by both; never by neither."""

    happening: Happening | None
    draft: Draft | None


def pair(happenings: Sequence[Happening], drafts: Sequence[Draft]) -> list[Paired]:
    """Happenings, each with the drafts that share mentions with it, and the drafts nobody else has.

    What the rules take for the document's main happening comes first where people were harmed in it; the rest by how
    much is told of it. A happening none of whose words the learned reader takes for a mention is left out, but for such
    a main one. Without drafts every happening stands, in the rules' order.
    """
    if not drafts:
        return [Paired(h, None) for h in happenings]
    homes = {n: _home(draft, happenings) for n, draft in enumerate(drafts)}
    made: list[Paired] = []
    for at, happening in enumerate(happenings):
        mine = [drafts[n] for n, home in homes.items() if home == at]
        if mine:
            made.append(Paired(_supported(happening, mine), joined(mine)))
        elif at == 0 and _harmful(happening):
            made.append(Paired(happening, None))
    made += [Paired(None, drafts[n]) for n, home in homes.items() if home is None and stands_alone(drafts[n])]
    main = happenings[0] if happenings and _harmful(happenings[0]) else None
    return sorted(made, key=lambda p: (p.happening is None or not _is(p.happening, main), weight(p.draft)))


def stands_alone(draft: Draft) -> bool:
    """Whether a happening that no rule sees is told surely enough, and something is told of it."""
    return max(m.score for m in draft.mentions) >= _ALONE and any(f.facet in _TELLING for f in draft.facets)


def _is(happening: Happening, main: Happening | None) -> bool:
    """Whether it is the main one, thinned or whole: its sentences are the same."""
    return main is not None and [c.sentence for c in happening.clusters] == [c.sentence for c in main.clusters]


def weight(draft: Draft | None) -> tuple[float, int]:
    """Order of importance: what most is told of comes first, and what is told early."""
    if draft is None:
        return 0, 0
    first = draft.mentions[0].span[0]
    return first / _EARLY - len(draft.mentions) - 0.5 * len(draft.facets), first


def _harmful(happening: Happening) -> bool:
    return happening.family in VIOLENT and any(h.kind in {"killed", "injured", "hit"} for h in happening.harms)


def _home(draft: Draft, happenings: Sequence[Happening]) -> int | None:
    """The happening that shares most mentions, the more important one of equals."""
    shared = [(-_shared(draft, h), at) for at, h in enumerate(happenings)]
    best = min(shared, default=(0, 0))
    return best[1] if best[0] < 0 else None


def _shared(draft: Draft, happening: Happening) -> int:
    triggers = [(t.start, t.end) for t in happening.triggers if t.sentence >= 0]
    return sum(any(meets(m.span, t) for t in triggers) for m in draft.mentions)


def meets(some: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return some[0] < other[1] and other[0] < some[1]


def _supported(happening: Happening, drafts: Sequence[Draft]) -> Happening:
    """The happening without triggers that no draft has for a mention, as long as one is left in each cluster."""
    spans = [m.span for d in drafts for m in d.mentions]

    def thinned(cluster: Cluster) -> Cluster:
        kept = [t for t in cluster.triggers if t.sentence < 0 or any(meets((t.start, t.end), s) for s in spans)]
        return replace(cluster, triggers=kept) if kept else cluster

    return replace(happening, clusters=[thinned(c) for c in happening.clusters])


def joined(drafts: Sequence[Draft]) -> Draft:
    """Several drafts of one happening as one: the type of the one with most mentions."""
    lead = min(drafts, key=weight)
    return replace(
        lead,
        mentions=tuple(sorted((m for d in drafts for m in d.mentions), key=lambda m: m.span)),
        facets=tuple(sorted((f for d in drafts for f in d.facets), key=lambda f: (f.span, f.facet))),
    )
