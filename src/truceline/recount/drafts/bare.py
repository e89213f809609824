"""Words of a long text that name a deed of which nothing is told: of one told before, or of none in particular.

"It is the best argument for the raid"; "to bargain while people are shelled at home".
"""

from collections.abc import Mapping, Sequence

from truceline.model.span import Span, overlap
from truceline.recount.clusters import VIOLENT, kin
from truceline.recount.drafts.as_one import as_one, family, is_total, named
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.parted import points_back
from truceline.recount.drafts.passages import Passages
from truceline.recount.events.lexicon import EventLexicon

_Held = Mapping[int, Sequence[tuple[int, Span]]]
"""By sentence the days and places that the learned reader hangs on deeds, each with the number of its pair."""


def without_bare(pairs: Sequence[Paired], page: Passages, text: str, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, those of which nothing is told left out, or joined to the one deed that they point back to."""
    held = _held(pairs, page)
    bare = {n for n, p in enumerate(pairs) if _is_bare(n, p, held, page)}
    if not bare:
        return list(pairs)
    near: dict[int, list[tuple[int, int]]] = {}
    for n, pair in enumerate(pairs):
        for start, _ in [] if n in bare or is_total(pair) else named(pair):
            if page.at(start) >= 0:
                near.setdefault(page.paragraphs[page.at(start)], []).append((start, n))
    made = list(pairs)
    for n in sorted(bare):
        home = _pointed_at(pairs[n], pairs, near, page, (text, lexicon))
        if home is not None:
            made[home] = as_one(made[home], pairs[n])
    return [p for n, p in enumerate(made) if n not in bare]


def _held(pairs: Sequence[Paired], page: Passages) -> _Held:
    out: dict[int, list[tuple[int, Span]]] = {}
    for n, pair in enumerate(pairs):
        for facet in pair.draft.facets if pair.draft is not None else ():
            if facet.facet in {"time", "place"}:
                out.setdefault(page.at(facet.span[0]), []).append((n, facet.span))
    return out


def _is_bare(n: int, pair: Paired, held: _Held, page: Passages) -> bool:
    """Whether a pair is a word or two for a deed: no day, no place, nobody harmed, nobody who did it.

    Days and places that the learned reader hangs on another deed are not its own.
    """
    if pair.draft is None or pair.draft.facets or is_total(pair):
        return False
    clusters = pair.happening.clusters if pair.happening is not None else ()
    if any(c.harms or c.clock for c in clusters):
        return False
    told = [(m.start, m.end) for c in clusters for m in (c.time, *c.places) if m is not None]
    return all(any(k != n and overlap(s, o) for k, o in held.get(page.at(s[0]), ())) for s in told)


def _pointed_at(
    pair: Paired,
    pairs: Sequence[Paired],
    near: Mapping[int, Sequence[tuple[int, int]]],
    page: Passages,
    around: tuple[str, EventLexicon],
) -> int | None:
    """Number of the one deed of a like kind that is told before in the paragraph, for words that point back."""
    text, lexicon = around
    spans = named(pair)
    at = page.at(spans[0][0]) if spans else -1
    if at < 0 or not all(points_back(s, text) for s in spans):
        return None
    own = family(pair, lexicon)
    before = {n for start, n in near.get(page.paragraphs[at], ()) if start < spans[0][0]}
    alike = [n for n in before if _alike(own, family(pairs[n], lexicon))]
    return alike[0] if len(alike) == 1 else None


def _alike(one: str, other: str) -> bool:
    return kin(one, other) or (one in VIOLENT and other in VIOLENT)
