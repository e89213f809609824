"""Two pairs of a long text that tell of one deed brought together, and the words that name a deed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from truceline.model.span import Span
from truceline.recount.clusters import Cluster
from truceline.recount.drafts.match import Paired, joined, without_facets
from truceline.recount.drafts.passages import SURE
from truceline.recount.events.lexicon import EventLexicon


def named(pair: Paired) -> list[Span]:
    """The words that name a pair's deed: those the learned reader is sure of, and the rules' but for words of blame."""
    learned = [m.span for m in pair.draft.mentions if m.score >= SURE] if pair.draft is not None else []
    ruled = pair.happening.triggers if pair.happening is not None else ()
    return sorted({*learned, *((t.start, t.end) for t in ruled if t.sentence >= 0 and not t.silent)})


def family(pair: Paired, lexicon: EventLexicon) -> str:
    """The family of a pair's kind of deed."""
    if pair.draft is not None:
        return lexicon.family[pair.draft.event_type]
    return pair.happening.family if pair.happening is not None else ""


def is_total(pair: Paired) -> bool:
    """Whether a pair tells of many deeds together."""
    return pair.tally or (pair.draft is not None and pair.draft.aggregate)


def as_one(home: Paired, part: Paired) -> Paired:
    """Both as one, which is the first's where both have a happening; a total only where both are."""
    drafts = [p.draft for p in (home, part) if p.draft is not None]
    draft = replace(joined(drafts), aggregate=all(d.aggregate for d in drafts)) if drafts else None
    happenings = [p.happening for p in (home, part) if p.happening is not None]
    if not happenings:
        return Paired(None, draft)
    clusters = sorted((c for h in happenings for c in h.clusters), key=lambda c: c.sentence)
    return Paired(replace(happenings[0], clusters=clusters), draft)


def moved_to(number: int, moved: Mapping[int, int]) -> int:
    """Where a pair has come to, by number, after all moves; itself where it did not move."""
    while number in moved:
        number = moved[number]
    return number


def without_kinds(pair: Paired) -> Paired:
    """A pair whose words say nothing of what kind of deed it was."""
    if pair.draft is None:
        return pair
    return replace(pair, draft=replace(pair.draft, mentions=tuple(replace(m, types=()) for m in pair.draft.mentions)))


def undated(pair: Paired) -> Paired:
    """What a pair tells, but for its days."""
    return _without(pair, "time", lambda cluster: replace(cluster, time=None, clock=None))


def unplaced(pair: Paired) -> Paired:
    """What a pair tells, but for its places."""
    return _without(pair, "place", lambda cluster: replace(cluster, place=None, places=[]))


def _without(pair: Paired, facet: str, bared: Callable[[Cluster], Cluster]) -> Paired:
    """A pair without one facet of its draft, its clusters bared of the same."""
    draft, happening = pair.draft, pair.happening
    draft = draft and without_facets(draft, [f for f in draft.facets if f.facet == facet])
    return Paired(happening and replace(happening, clusters=[bared(c) for c in happening.clusters]), draft)


def each_brought_home(
    pairs: Sequence[Paired],
    order: Iterable[int],
    home_of: Callable[[int], int | None],
    part_of: Callable[[int, int, Paired], Paired],
) -> list[Paired]:
    """The pairs, each that has a home joined to it, wherever that has come to; by numbers, in the `order` given.

    `part_of` a pair's number, its home's and what the home is by then, is what goes there.
    """
    kept: list[Paired | None] = list(pairs)
    moved: dict[int, int] = {}
    for n in order:
        found = home_of(n)
        home = n if found is None else moved_to(found, moved)
        other = kept[home]
        if other is None or home == n:
            continue
        kept[home], kept[n] = as_one(other, part_of(n, home, other)), None
        moved[n] = home
    return [p for p in kept if p is not None]
