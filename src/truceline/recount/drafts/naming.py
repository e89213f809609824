"""What a denial or a charge says with another happening's own word in it: it goes to the happening that it names.

"The Front said that it had nothing to do with the attack" is of the attack, whatever the learned reader hangs it on.
"""

from collections.abc import Sequence

from truceline.model.draft import DraftFacet
from truceline.model.span import Span, within
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.nearer import exchanged
from truceline.recount.drafts.rivals import DOERS


def with_what_names_them(pairs: Sequence[Paired]) -> list[Paired]:
    """The pairs, each part in a deed told by words that hold another pair's word alone moved to that one."""
    kept = list(pairs)
    named = [_named(p) for p in kept]
    for at, pair in enumerate(pairs):
        for facet in _parts(pair):
            homes = [n for n, words in enumerate(named) if any(within(w, facet.span) for w in words)]
            if len(homes) == 1 and homes[0] != at and kept[homes[0]].draft is not None:
                kept[at], kept[homes[0]] = exchanged(kept[at], kept[homes[0]], [facet])
    return kept


def _named(pair: Paired) -> list[Span]:
    """The words by which the rules or the learned reader name a pair's deed."""
    learned = [m.span for m in pair.draft.mentions] if pair.draft is not None else []
    ruled = pair.happening.triggers if pair.happening is not None else ()
    return [*learned, *((t.start, t.end) for t in ruled if t.sentence >= 0 and not t.silent)]


def _parts(pair: Paired) -> list[DraftFacet]:
    """What a pair's draft tells of who did it or did not."""
    return [f for f in pair.draft.facets if f.facet in DOERS] if pair.draft is not None else []
