"""The dead and hurt told with what is counted over several days: that total's, and no one day's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.reading import Reading
from truceline.model.span import Span, stands_in
from truceline.recount.clusters import Cluster
from truceline.recount.drafts.match import Paired
from truceline.recount.inside import inside
from truceline.recount.periods import without_harms
from truceline.recount.scan import Harm
from truceline.recount.stretches import SOME_DAYS, is_stretch


def with_their_tolls(pairs: Sequence[Paired], reading: Reading) -> list[Paired]:
    """The pairs, each total of several days with the dead and hurt that its sentence, or the next, tells of it."""
    kept: list[Paired | None] = list(pairs)
    for n, total in [(n, c) for n, p in enumerate(pairs) if (c := _counted(p)) is not None]:
        moved = _harms_in(list(_told_with(total, reading)), [p for k, p in enumerate(kept) if k != n and p is not None])
        if not moved:
            continue
        kept = [p if k == n or p is None else without_harms(p, moved) for k, p in enumerate(kept)]
        kept[n] = _given(pairs[n], total, moved)
    return [p for p in kept if p is not None]


def _counted(pair: Paired) -> Cluster | None:
    """The first cluster of a pair that counts several happenings over days."""
    clusters = pair.happening.clusters if pair.happening is not None and pair.happening.aggregate else ()
    return next((c for c in clusters if c.sentence >= 0 and c.time and is_stretch(c.time, SOME_DAYS)), None)


def _told_with(total: Cluster, reading: Reading) -> Iterator[Span]:
    """The sentence of a count, and the next where it tells no day or place of its own."""
    yield reading.sentences[total.sentence]
    for span in reading.sentences[total.sentence + 1 : total.sentence + 2]:
        placed = any(p.role == "event" for p in inside(reading.places, span))
        if not placed and not any(t.earliest for t in inside(reading.times, span)):
            yield span


def _harms_in(spans: Sequence[Span], pairs: Sequence[Paired]) -> list[Harm]:
    """The statements of harm of some happenings that stand in some sentences."""
    return [h for p in pairs for h in _harms(p) if stands_in(h.start, spans)]


def _harms(pair: Paired) -> list[Harm]:
    happening = pair.happening
    return [] if happening is None or happening.aggregate else [h for h in happening.harms if h.sentence >= 0]


def _given(pair: Paired, total: Cluster, moved: Sequence[Harm]) -> Paired:
    """A total with the statements of harm that others had."""
    if pair.happening is None:
        return pair
    clusters = [replace(c, harms=[*c.harms, *moved]) if c is total else c for c in pair.happening.clusters]
    return replace(pair, happening=replace(pair.happening, clusters=clusters))
