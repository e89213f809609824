"""What is only asked: "Did your forces hit the ambulance yesterday?" says of no deed that it happened."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Facet
from truceline.model.span import Span
from truceline.recount.bench import Bench, Told

_WHETHER = re.compile(
    r"[\W_]*(?:Q|QUESTION|Question)?[\s:.-]*(?:(?:And|But|So|Then|Now|Sir|Minister|General|Colonel|Mr|Ms)\b[.,]? )*"
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
_BEFORE = 40


def left_open(bench: Bench, told: Sequence[Told]) -> list[Told]:
    """What is told, with a deed whose only mention is in a question left open."""
    asked = [s for s in bench.reading.sentences if _WHETHER.fullmatch(bench.reading.prose, *s)]
    return [(claim, _as_asked(bench, facet, asked)) for claim, facet in told] if asked else list(told)


def _as_asked(bench: Bench, facet: Facet, asked: Sequence[Span]) -> Facet:
    if facet.facet not in _KINDS or facet.polarity != "affirmed":
        return facet
    within = [next((low for low, high in asked if low <= a and b <= high), None) for a, b in facet.spans]
    if not within or any(
        low is None or _is_granted(bench.reading.prose, low, s[0]) for low, s in zip(within, facet.spans, strict=True)
    ):
        return facet
    return replace(facet, polarity="open")


def _is_granted(text: str, low: int, at: int) -> bool:
    """Whether a deed is a known one, or what is asked is who did it, or why."""
    return _GRANTED.search(text, max(low, at - _BEFORE), at) is not None or _ABOUT.search(text, low, at) is not None
