"""Happenings as a learned reader proposes them, before recounting takes them up: no part of the contract."""

from dataclasses import dataclass

from truceline.model.account import EventType, FacetName, Polarity
from truceline.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFacet:
    """Words proposed for one aspect of a happening; `score` in [0, 1] is how sure the reader is of them."""

    facet: FacetName
    span: Span
    polarity: Polarity
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMention:
    """Words that name a happening, with how sure the reader is that they do, and the facets that hang on them."""

    span: Span
    score: float
    facets: tuple[DraftFacet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One happening: mentions in text order, and its type with how sure the reader is of it."""

    event_type: EventType
    type_score: float
    aggregate: bool
    mentions: tuple[DraftMention, ...]

    @property
    def facets(self) -> tuple[DraftFacet, ...]:
        """The facets of all mentions, in text order."""
        return tuple(sorted((f for m in self.mentions for f in m.facets), key=lambda f: (f.span, f.facet)))
