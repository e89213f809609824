"""Happenings as a learned reader would propose them, made by their words."""

from truceline.model.account import Facet
from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.reading import Reading


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def draft(text: str, kind: str, mentions: list[str], *facets: tuple[str, str, str], sure: float = 0.9) -> Draft:
    """A happening by its words; facets are (facet, words, polarity)."""
    return Draft(
        aggregate=False,
        mentions=(
            DraftMention(
                span=at(text, mentions[0]),
                score=0.9,
                types=((kind, sure),),  # type: ignore[arg-type]
                facets=tuple(
                    DraftFacet(facet=f, span=at(text, w), polarity=p, score=0.9)  # type: ignore[arg-type]
                    for f, w, p in facets
                ),
            ),
            *(DraftMention(span=at(text, m), score=0.9, types=((kind, sure),)) for m in mentions[1:]),
        ),
    )


def told(reading: Reading, name: str) -> list[Facet]:
    return [f for a in reading.accounts for f in a.facets if f.facet == name]
