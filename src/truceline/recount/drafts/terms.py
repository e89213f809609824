"""Deeds measured by an agreement in plain words: "which the truce forbids", "in line with the accord"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.account import Polarity
from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.span import Span, gap, meets, overlap, within
from truceline.recount.bench import Bench
from truceline.recount.facets.lexicon import FacetLexicon

_UNSURE = re.compile(
    r"\b(?:to|would|will|could|can|may|might|should|if|whether|who|unless)\s(?:[\w’'-]+\s){0,2}$"
    r"|\b(?:no|none|nothing|nobody|neither|nor)\b[^.;:]*$",
    re.IGNORECASE,
)
"""Before words of a breach that is feared, asked about or supposed, or that nothing was."""
_NOT = re.compile(r"(?:\b(?:not|never|hardly)|n['’]t)\s(?:\w+\s)?$", re.IGNORECASE)
_ASKED = re.compile(r"\?[\s\"”]*$")
_BEFORE = 40
_SURE = 0.5
"""How sure a mention must be to come before nearer ones."""


def with_terms_told(
    drafts: Sequence[Draft], text: str, sentences: Sequence[Span], lexicon: FacetLexicon
) -> list[Draft]:
    """The drafts, with each such word that the learned reader passes over hung on its sentence's nearest mention."""
    known = [f.span for d in drafts for f in d.facets if f.facet == "compliance"]
    mentions = [m for d in drafts for m in d.mentions]
    gained: dict[DraftMention, list[DraftFacet]] = {}
    for span, polarity in _told(text, lexicon):
        home = _home(span, mentions, _stated(text, sentences, span))
        if home is not None and not meets(span, known):
            made = DraftFacet(facet="compliance", span=span, polarity=polarity, score=home.score)
            gained.setdefault(home, []).append(made)
    return [replace(d, mentions=tuple(_with(m, gained.get(m, ())) for m in d.mentions)) for d in drafts]


def _stated(text: str, sentences: Sequence[Span], span: Span) -> Span | None:
    """The sentence around words, if it is no question."""
    sentence = next((s for s in sentences if within(span, s)), None)
    return None if sentence is None or _ASKED.search(text, *sentence) else sentence


def _home(span: Span, mentions: Sequence[DraftMention], sentence: Span | None) -> DraftMention | None:
    """The mention in a sentence that words speak of: a sure one, beside them rather than of them, the nearest."""
    near = [m for m in mentions if sentence is not None and within(m.span, sentence)]
    return min(near, key=lambda m: (m.score < _SURE, overlap(m.span, span), gap(m.span, span), m.span), default=None)


def names_terms(bench: Bench, facet: DraftFacet) -> bool:
    """Whether words measure a deed by an agreement, whatever verb is in them: "which the truce forbids"."""
    terms = (bench.lexicon.broken, bench.lexicon.kept)
    return facet.facet == "compliance" and any(t.fullmatch(bench.words_of(facet.span)) for t in terms)


def _told(text: str, lexicon: FacetLexicon) -> Iterator[tuple[Span, Polarity]]:
    """Words of an agreement's terms, with what they say of them."""
    for found in lexicon.broken.finditer(text):
        if not _UNSURE.search(text, max(0, found.start() - _BEFORE), found.start()):
            yield found.span(), "denied"
    for found in lexicon.kept.finditer(text):
        negated = _NOT.search(text, max(0, found.start() - _BEFORE), found.start()) is not None
        yield found.span(), "denied" if negated else "affirmed"


def _with(mention: DraftMention, gained: Sequence[DraftFacet]) -> DraftMention:
    return replace(mention, facets=(*mention.facets, *gained))
