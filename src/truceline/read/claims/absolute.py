"""Who speaks in a phrase that "with" opens: “The army denied it, with Vant adding that ...” is Vant's word too."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span, span_at
from truceline.read.claims.raw import RawClaim

_WITH = re.compile(
    r"(?P<with>,? with) (?P<who>(?:(?:the|an?|its|his|her|their|one|some|several|many|other) )?"
    r"(?:[\w’'.-]+ ){0,11}?[\w’'-]+),? $"
)
_SAYING = re.compile(
    r"(?:(?:also|then|later|even|\w+ly) )?(?:saying|adding|claiming|insisting|stating|declaring|alleging|arguing"
    r"|warning|denying|noting|stressing|telling|calling|describing|accusing|blaming|maintaining|reporting|suggesting|announcing)\b"
)
_VERBS = re.compile(r"\b(?:was|were|is|are|had|has|have|did|said|says|that|which|who)\b")
_LONGEST = 110


def with_absolutes(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """The claims, each participle behind "with somebody" that one's word; what was said before ends there."""
    out = list(raws)
    for raw in raws:
        found = _absolute(text, raw, sentences)
        if found is None:
            continue
        own = replace(raw, source=(found.span("who"),))
        out = [own if r is raw else _ending_before(text, r, found.start("with"), raw.cue[0][0]) for r in out]
    return out


def _absolute(text: str, raw: RawClaim, sentences: Sequence[Span]) -> re.Match[str] | None:
    """The phrase before a participle of saying that has its own subject behind "with"."""
    start = raw.cue[0][0]
    if not _SAYING.match(text, start):
        return None
    low = span_at(start, sentences, (start, start))[0]
    found = _last_with(text, max(low, start - _LONGEST), start)
    if found is None or _VERBS.search(found["who"]):
        return None
    return found if any(w[0].isupper() for w in found["who"].split()) else None


def _last_with(text: str, low: int, start: int) -> re.Match[str] | None:
    """The last "with" before a participle from which on everything is one noun phrase."""
    opens = [m.start() for m in re.finditer(r",? with ", text[low:start])]
    return next((m for at in reversed(opens) if (m := _WITH.fullmatch(text, low + at, start))), None)


def _ending_before(text: str, raw: RawClaim, at: int, cue: int) -> RawClaim:
    """The claim without the words between "with" and the participle that stands behind them."""
    kept = tuple((a, len(text[:at].rstrip(" ,")) if a < at < b <= cue else b) for a, b in raw.content)
    return raw if kept == raw.content else replace(raw, content=kept)
