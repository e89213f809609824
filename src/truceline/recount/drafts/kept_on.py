"""Drafts of what went on: a learned reader takes the "never" of "had never stopped its shelling" for a denial."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.span import Span, overlap
from truceline.text.kept_on import KEPT_ON

_SUBJECT = re.compile(r"[.!?;:,“”\"\n]|\b(?:that|and|but) ")
_HELPER = re.compile(r"\s+(?:had|has|have|did|does|do)\b.*", re.DOTALL)
_LOOK = 80


def with_what_went_on(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts, in which what is said never to have stopped is affirmed, with who did not stop it."""
    found = list(KEPT_ON.finditer(text))
    if not found:
        return list(drafts)
    spans, stops = [_clause(text, m.span()) for m in found], [m.span("stop") for m in found]
    made = []
    for draft in drafts:  # that they did not stop is no step to a truce
        kept = tuple(_affirmed(m, spans, text) for m in draft.mentions if m.span not in stops)
        if kept:
            made.append(replace(draft, mentions=kept))
    return made


def _clause(text: str, stop: Span) -> Span:
    """From the subject to the deed."""
    opened = [m.end() for m in _SUBJECT.finditer(text, max(0, stop[0] - _LOOK), stop[0])]
    return max(opened, default=stop[0]), stop[1]


def _affirmed(mention: DraftMention, spans: Sequence[Span], text: str) -> DraftMention:
    if not any(overlap(mention.span, s) for s in spans):
        return mention
    return replace(mention, facets=tuple(_turned(f, spans, text) for f in mention.facets))


def _turned(facet: DraftFacet, spans: Sequence[Span], text: str) -> DraftFacet:
    """A facet denied within such a clause, affirmed; of a party the name alone."""
    if facet.polarity != "denied" or not any(overlap(facet.span, s) for s in spans):
        return facet
    start, end = facet.span
    if facet.facet == "responsibility":
        end = start + len(_HELPER.sub("", text[start:end]))
    return replace(facet, span=(start, end), polarity="affirmed")
