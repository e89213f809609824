"""What is only asked: "Did your forces hit the ambulance yesterday?" says of no deed that it happened."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Facet
from truceline.model.span import Span, span_at
from truceline.recount.bench import Bench, Told

_WHETHER = re.compile(
    r"[\W_]*(?:(?:Q|QUESTION|Question|Reporter|Journalist)\b(?: \([^()\n]{2,40}\))?)?[\s:.-]*"
    r"(?:(?:And|But|So|Then|Now|Sir|Minister|General|Colonel|Mr|Ms)\b[.,]? )*"
    r"(?:Did|Do|Does|Has|Have|Had|Was|Were|Is|Are|Can|Could|Will|Would)\b[^?]*\?[\W_]*"
)
"""A sentence that asks whether something was done; "Why did they shell X?" takes it for granted."""
_GRANTED = re.compile(
    r"\b(?:the|this|that|these|those|its|his|her|their|your|\w+['’]s)(?: (?:air|drone|missile|rocket|artillery))? $",
    re.IGNORECASE,
)
"""Before a deed that a question takes for granted: "Did you order the strike?"."""
_ABOUT = re.compile(r"\b(?:who|whom|whose|why|when|how|where|which|what|after|since|because)\b")
_KINDS = frozenset({"occurrence", "type"})
_DOERS = frozenset({"actor", "responsibility"})
_BEFORE = 40


def left_open(bench: Bench, told: Sequence[Told]) -> list[Told]:
    """What is told, with a deed whose only mention is in a question left open, and whose it was with it."""
    asked = [(claim, _as_asked(bench, facet)) for claim, facet in told]
    open_in = [span_at(f.spans[0][0], bench.reading.sentences, f.spans[0]) for _, f in _opened(told, asked)]
    return [(c, replace(f, polarity="open") if _is_of(f, open_in) else f) for c, f in asked]


def _opened(told: Sequence[Told], asked: Sequence[Told]) -> list[Told]:
    return [now for was, now in zip(told, asked, strict=True) if was[1].polarity != now[1].polarity]


def _is_of(facet: Facet, sentences: Sequence[Span]) -> bool:
    """Whether a doer is named in one of some sentences."""
    if facet.facet not in _DOERS or facet.polarity != "affirmed" or not facet.spans:
        return False
    return any(a <= facet.spans[0][0] < b for a, b in sentences)


def _as_asked(bench: Bench, facet: Facet) -> Facet:
    if facet.facet not in _KINDS or facet.polarity != "affirmed" or not facet.spans:
        return facet
    return replace(facet, polarity="open") if all(_is_asked(bench, s) for s in facet.spans) else facet


def _is_asked(bench: Bench, span: Span) -> bool:
    """Whether a sentence asks if a deed was done, that is no known one; and not who did it, or why."""
    text, (low, high) = bench.reading.prose, span_at(span[0], bench.reading.sentences, span)
    if span[1] > high or _WHETHER.fullmatch(text, low, high) is None:
        return False
    granted = _GRANTED.search(text, max(low, span[0] - _BEFORE), span[0])
    return granted is None and _ABOUT.search(text, low, span[0]) is None
