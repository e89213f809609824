"""What has a claim's form and is the writer's telling: a heading's topic, what a town has seen, who was asked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span
from truceline.read.claims.raw import RawClaim

_TOPIC = re.compile(
    r"\s*[^\n:]{2,60}:[ \t]+(?:how|why|what|who|whose|when|where|which|whether|inside|behind)\b[^\n?]{3,120}?[.!]?\s*"
)
"""A heading that says what it is about: "The hall: who was asked to stop it"."""
_LIVED = re.compile(r"(?:ha[sd]|have)\s+(?:\w+\s+)?(?:known|seen)", re.IGNORECASE)
_NAMED = re.compile(r"(?!(?:I|We|He|She|They|You|It|Who)\b)(?:The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_OF = re.compile(r"(?:that|of|about|how|what|why|who|where|when|whether|no|nothing|if|for)\b", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:all |only )?(?:those|anyone|anybody|people|everyone|everybody) (?:who|that)\b|whoever\b", re.IGNORECASE
)
_LEARNT = re.compile(
    r"(?:(?:ha[sd]|have|will|may|can|must|should|do|does)\s+)?(?:(?:long|now|always|never|not|soon|\w+ly)\s+)*"
    r"(?:learn(?:t|ed|s)?|know[ns]?|knew|underst(?:and|ands|ood)|remember(?:s|ed)?|forg[eo]t(?:s|ten)?|reali[sz]e[sd]?)",
    re.IGNORECASE,
)
_BE = r"(?:was|were|is|are|(?:ha[sd]|have)\s+been|been|being)\s+(?:\w+ly\s+|also\s+|once\s+)?"
_SITED = re.compile(
    rf"{_BE}(?:declared|announced|proclaimed|signed|agreed|negotiated|unveiled|published|presented)", re.IGNORECASE
)
_ASKED = re.compile(
    rf"{_BE}(?:requested|asked|demanded|required|sought|expected|wanted)(?:\s+(?:of|from))?", re.IGNORECASE
)
_TAKES_IN = re.compile(
    r"(?:ha[sd] |have )?admitted (?:(?!that\b|to\b|its\b|their\b|his\b|her\b)[\w’'-]+ ){1,4}?"
    r"(?:patients?|wounded|injured|casualties|children|survivors|victims|infants|babies)\b(?!['’])",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|at|near|on|outside)\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|of)\s+(?:the\s+)?$", re.IGNORECASE)
_BACK = 14


def without_narrated(text: str, raws: Sequence[RawClaim]) -> list[RawClaim]:
    """The claims that somebody makes, none given to where it was made or to whoever was asked."""
    headings = [m.span() for m in (_TOPIC.fullmatch(text, *line) for line in _headings(text)) if m]
    kept = [r for r in raws if not any(a <= r.cue[0][0] < b for a, b in headings)]
    kept = [r for r in kept if not _takes_in(text, r)]
    return [_owned(text, r) for r in kept if not _lived_through(text, r) and not _is_generic(text, r)]


def _takes_in(text: str, raw: RawClaim) -> bool:
    """As in “the clinic admitted 37 patients”: whom a hospital took in, nothing owned to."""
    return bool(raw.content) and _TAKES_IN.match(text, raw.cue[-1][0], raw.content[-1][1]) is not None


def _headings(text: str) -> list[Span]:
    """The first line, and lines alone between empty ones that end in no full stop."""
    alone = re.finditer(r"(?:\A\s*|\n[ \t]*\n)(?P<line>[^\n]{5,180})(?=\n|\Z)", text)
    return [m.span("line") for m in alone if not m["line"].rstrip().endswith(".")]


def _lived_through(text: str, raw: RawClaim) -> bool:
    """As in “Varn had known such raids since May”: that tells what a place went through, and of no word of its."""
    cue = text[raw.cue[0][0] : raw.cue[-1][1]]
    if not raw.source or not _NAMED.fullmatch(text, *raw.source[0]):
        return False
    if not raw.content or not _LIVED.fullmatch(cue) or raw.content[0][0] < raw.cue[-1][1]:
        return False
    return _OF.match(text, raw.content[0][0]) is None


def _is_generic(text: str, raw: RawClaim) -> bool:
    """As in “Those who break truces have learnt that nobody comes”: what the writer supposes of a kind of people."""
    cue = text[raw.cue[0][0] : raw.cue[-1][1]]
    generic = bool(raw.source) and _GENERIC.match(text, raw.source[0][0]) is not None
    return generic and _LEARNT.fullmatch(cue) is not None


def _owned(text: str, raw: RawClaim) -> RawClaim:
    """A passive's claim without where it was told, or of whom something was asked: "declared in X", "asked of X"."""
    cue = text[raw.cue[0][0] : raw.cue[-1][1]]
    beside = _IN if _SITED.fullmatch(cue) else _FROM if _ASKED.fullmatch(cue) else None
    if beside is None:
        return raw
    source = tuple(s for s in raw.source if s[0] < raw.cue[0][0] or not beside.search(text, max(0, s[0] - _BACK), s[0]))
    return raw if source == raw.source else replace(raw, source=source)
