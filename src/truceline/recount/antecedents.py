"""What "it" or "the charge" in a denial answers: what was said right before, which may tell of no happening."""

import re
from collections.abc import Sequence

from truceline.model.claim import Claim
from truceline.model.span import Span, overlap
from truceline.recount.bench import Bench
from truceline.text.plans import plan_refused

_BARE = re.compile(
    r"(?:it|this|that|them|these|those|all (?:of )?(?:it|this|that)"
    r"|(?:the |this |that |these |those |all |any |its |their |an? )?"
    r"(?:charges?|accusations?|allegations?|claims?|reports?|suggestions?|responsibility|involvement|role|part|guilt|blame)"
    r"(?: (?:in|for) (?:it|this|that|the (?:attack|strike|shelling|raid|incident|killings?|deaths?|blast)))?)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?:it|this|that|them|these|those|both|(?:this|that) (?:claim|account|version)s?)", re.IGNORECASE)


def is_bare(words: str) -> bool:
    """Whether words denied are nothing but "it" or "the charge"."""
    return _BARE.fullmatch(words.strip(" ,.;:\"'“”")) is not None


def refuses_plan(bench: Bench, claim: Claim | None) -> bool:
    """Whether a claim rejects a plan, an offer or a demand."""
    return claim is not None and plan_refused(bench.reading.prose, claim.source, claim.cue, claim.content)


def passes_by(bench: Bench, claim: Claim | None, told: Sequence[Span]) -> bool:
    """Whether "this" is what another said last, and that, like all behind it, has none of the words that are `told`."""
    if claim is None or not _POINTS.fullmatch(" ".join(bench.words_of(s) for s in claim.content).strip(" ,.;:\"'“”")):
        return False
    last = _said_before(bench, claim)
    if last is None:
        return False
    stretch = (min(a for a, _ in (*last.source, *last.cue, *last.content)), _start(claim))
    return not any(overlap(stretch, s) for s in told)


def _start(claim: Claim) -> int:
    return min(a for a, _ in (*claim.source, *claim.cue, *claim.content))


def _said_before(bench: Bench, claim: Claim) -> Claim | None:
    """The last claim that somebody else makes in the sentence before a denial, or in its own."""
    start = _start(claim)
    since = ([0, 0] + [a for a, _ in bench.reading.sentences if a <= start])[-2]
    before = [c for c in bench.reading.claims if c.cue and c.content and since <= _end(c) <= start]
    last = max(before, key=_end, default=None)
    if last is None or last.source_kind == "author" or last.act == "denies":
        return None
    return None if claim.speaker is not None and last.speaker == claim.speaker else last


def _end(claim: Claim) -> int:
    return max(end for _, end in claim.content)
