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
    """Words that name a happening, with how sure the reader is that they do, and the facets that hang on them.

    `types` are the kinds of happening it may be, each with its chance; kinds next to impossible are left out.
    """

    span: Span
    score: float
    types: tuple[tuple[EventType, float], ...]
    facets: tuple[DraftFacet, ...] = ()

    @property
    def event_type(self) -> EventType | None:
        """The likeliest kind; None where it may be none."""
        return max(self.types, key=lambda t: t[1])[0] if self.types else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One happening: mentions in text order."""

    aggregate: bool
    mentions: tuple[DraftMention, ...]

    @property
    def event_type(self) -> EventType:
        """The likeliest kind, all mentions taken together, each as much as the reader is sure of it."""
        return self._likeliest[0]

    @property
    def type_score(self) -> float:
        """How sure the reader is of the kind, in [0, 1]; 0 where no mention has one, as of what is only denied."""
        typed = sum(m.score for m in self.mentions if m.types)
        return round(self._likeliest[1] / typed, 3) if typed else 0.0

    @property
    def _likeliest(self) -> tuple[EventType, float]:
        sums: dict[EventType, float] = {}
        for kind, chance in ((k, c * m.score) for m in self.mentions for k, c in m.types):
            sums[kind] = sums.get(kind, 0) + chance
        return max(sums.items(), key=lambda t: (t[1], t[0]), default=("other", 0.0))

    @property
    def facets(self) -> tuple[DraftFacet, ...]:
        """The facets of all mentions, in text order."""
        return tuple(sorted((f for m in self.mentions for f in m.facets), key=lambda f: (f.span, f.facet)))
