"""Words marked for a facet that name nothing: a function word, a bare number, a place as a doer."""

import re

from truceline.model.claim import Claim
from truceline.model.draft import DraftFacet
from truceline.model.span import within_one
from truceline.recount.bench import Bench
from truceline.recount.drafts.rivals import DOERS

_EMPTY = frozenset("a an the no its his her their our and or of in at on to by there".split())  # noqa: SIM905
"""Words that alone name nothing: a facet begun and not gone on with."""
_A_NUMBER_IN = re.compile(r"[\d,]+ (?:in|at|near|from) .+")
"""Part of a count by places, which is nobody's deed: "20 in Orven, 3 in Harun"."""


def names_nothing(bench: Bench, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether words are a function word, a mark, a bare number where a thing or party is wanted, or a place as doer.

    A state is one where it acts or a charge begins with it: "accused Ruvia of shelling the town".
    """
    start, end = facet.span
    doer = facet.facet in DOERS
    number = any(q.start <= start and end <= q.end for q in bench.reading.quantities)
    place = doer and _is_place(bench, facet, claim)
    thing = doer or facet.facet in {"means", "damage", "intent"}
    words = bench.words_of(facet.span).lower()
    if doer and _A_NUMBER_IN.fullmatch(words):
        return True
    return words in _EMPTY or not any(map(str.isalnum, words)) or (number and thing) or place


def _is_place(bench: Bench, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether words are a place's that is no actor's and with which no charge begins."""
    if claim is not None and claim.act == "accuses" and any(a == facet.span[0] for a, _ in claim.content):
        return False
    if any((a.start, a.end) == facet.span for a in (*bench.reading.actors, *bench.speakers)):
        return False
    return within_one(facet.span, [(p.start, p.end) for p in bench.reading.places])
