"""Who says it behind "as": "six, not nine as the ministry said", "four dead, as the mayor confirmed last night"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span, overlap
from truceline.read.claims.raw import RawClaim, in_text_order

_SAID = (
    r"(?P<cue>(?:(?:had|has|have|first|earlier|initially|originally|previously|wrongly|also|once|\w+ly) ){0,3}"
    r"(?:said|says?|wrote|writes?|written|claim(?:ed|s)?|report(?:ed|s)?|stated|states|announced|announces"
    r"|alleged|alleges|maintained|maintains|insisted|insists|put it|told \w+|suggested|asserted|asserts|spoken of"
    r"|spoke of|given))"
)
_WHO = (
    r"(?P<who>(?!(?:is|was|were|are|it|to|in|on|by|at|of|for|if|though|yet)\b)[\w’'.-]+"
    r"(?: (?!(?:had|has|have)\b)[\w’'.-]+){0,6}?)"
)
_CORRECTED = re.compile(
    rf"(?:, (?:and |but )?not|,? rather than) (?P<said>[^.;:!?“”\"]{{1,80}}?)(?P<apart>,)? as {_WHO} {_SAID}"
    r"(?= ?[,.;!?]|\s(?:on|in|at|last|this|earlier|yesterday|today|first)\b|\s*$)"
)
_EARLIER = re.compile(
    r"\b(?:had|first|earlier|initially|originally|previously|wrongly|claim|alleg|maintain|insist|assert)"
)
_WHEN = (
    r"(?: (?:(?:late|early|again|only) )?(?:yesterday|today|tonight|last night|this (?:morning|afternoon|evening|week)"
    r"|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"|the (?:same|next|following) (?:day|morning|evening|night)|earlier|afterwards|later))?"
)
_CONFIRMED = re.compile(
    rf",? as {_WHO} (?P<cue>(?:(?:had|has|have|later|also|then) ){{0,2}}"
    r"(?:confirmed|said|reported|announced|stated|admitted|acknowledged|conceded|noted|told (?:reporters|journalists)))"
    rf"{_WHEN}(?=\s*(?:[.;\[]|$))"
)
_STOP = re.compile(r"[.:;!?“”\"\[\]]")
_SHORTEST = 8
_SURE = 0.7


def with_as_said(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> tuple[RawClaim, ...]:
    """The claims, of those whom the writer corrects no more than what is corrected, and who confirms with his words."""
    out = list(raws)
    for sentence in sentences:
        for found in _CORRECTED.finditer(text, *sentence):
            if found["apart"] and not _EARLIER.search(found["cue"]):
                continue  # "not from the west, as the army said": all of it may be what the army said
            own = next((r for r in out if any(overlap(c, found.span("cue")) for c in r.cue)), None)
            told = found.span("said")
            score = max(_SURE, own.score) if own else _SURE
            made = RawClaim(source=(found.span("who"),), cue=(found.span("cue"),), content=(told,), score=score)
            out = [*(r for r in out if r is not own), made]
    return in_text_order(_with_confirmed(text, out, sentences))


def _with_confirmed(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """The claims; what is told up to ", as the mayor confirmed" is the mayor's, where none was read for him.

    As in “The Front replied: shells on the harbour, four dead, as the mayor confirmed last night”.
    """
    out = list(raws)
    for start, end in sentences:
        found = _CONFIRMED.search(text, start, end)
        if found is None or any(overlap(c, found.span("cue")) for r in out for c in r.cue):
            continue
        told = _clause_before(text, start, found.start())
        if told[1] - told[0] < _SHORTEST or any(overlap(s, told) for r in out for s in r.cue):
            continue
        made = RawClaim(source=(found.span("who"),), cue=(found.span("cue"),), content=(told,), score=_SURE)
        out = [*(left for r in out if (left := _without(r, told)) is not None), made]
    return out


def _clause_before(text: str, start: int, end: int) -> Span:
    """The words up to a place from the last stop, colon or quotation mark before it."""
    clause = _STOP.split(text[start:end])[-1].lstrip(" ,")
    return end - len(clause), end


def _without(raw: RawClaim, told: Span) -> RawClaim | None:
    """A claim without words that are another's; None where it has no others."""
    if not any(overlap(s, told) for s in raw.content):
        return raw
    cut = ((a, min(b, told[0])) if overlap((a, b), told) else (a, b) for a, b in raw.content)
    kept = tuple((a, b) for a, b in cut if b - a >= _SHORTEST)
    return replace(raw, content=kept) if kept else None
