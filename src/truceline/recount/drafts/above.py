"""Dead told in the paragraph above the happening that a draft gives them to: they are of the one told there."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.recount.drafts.counts import HARMS


def with_dead_told_above(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts, each figure of harm with the happening that its own paragraph told last before it.

    So it is only where the draft's own words all stand in paragraphs below: behind "The withdrawal was orderly. The
    army lost 60 dead" the next paragraph may tell of bandits. A headline's figure stands above all, and is left alone.
    """
    made = list(drafts)
    for n, draft in enumerate(drafts):
        for facet in (f for f in draft.facets if f.facet in HARMS):
            home = _home(facet, n, drafts, text)
            if home is not None:
                made[n] = replace(made[n], mentions=tuple(_without(m, facet) for m in made[n].mentions))
                made[home] = _given(made[home], facet)
    return made


def _home(facet: DraftFacet, own: int, drafts: Sequence[Draft], text: str) -> int | None:
    """The draft of the word told last before a figure in its paragraph; None where the figure stands right."""
    opens, ends = text.rfind("\n", 0, facet.span[0]) + 1, text.find("\n", facet.span[1])
    if ends < 0 or min(m.span[0] for m in drafts[own].mentions) < ends:
        return None
    here = [(m.span, n) for n, d in enumerate(drafts) for m in d.mentions if opens <= m.span[0] < facet.span[0]]
    told = [(span, n) for span, n in here if n != own and not drafts[n].aggregate and span[1] <= facet.span[0]]
    return max(told)[1] if told else None


def _without(mention: DraftMention, facet: DraftFacet) -> DraftMention:
    return replace(mention, facets=tuple(f for f in mention.facets if f is not facet))


def _given(draft: Draft, facet: DraftFacet) -> Draft:
    """The draft with a figure on its last mention before the words of it."""
    last = max((m for m in draft.mentions if m.span[1] <= facet.span[0]), key=lambda m: m.span)
    given = replace(last, facets=(*last.facets, facet))
    return replace(draft, mentions=tuple(given if m is last else m for m in draft.mentions))
