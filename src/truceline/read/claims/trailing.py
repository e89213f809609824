"""Words behind a speaker that belong to somebody else: "“No,” she told the court about the fire"; "..., citing a nurse, had 20"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span, overlap
from truceline.read.claims.raw import RawClaim

_TOPIC = re.compile(
    r"(?:\s[^.;:“”\"]{0,80})?\s(?:about|(?:the\s+)?(?P<heard>reports?|claims?|allegations?|accusations?|charges?|rumours?)"
    r"(?:\s+on\s+\w+)?)\s+"
)
"""Between the cue and what a quote is an answer to."""
_CITING = re.compile(
    r", (?:citing|quoting) (?P<who>[^,.;:“”\"]{3,60}), (?P<cue>(?:ha[sd]|puts?|gave|gives|says?|said|reports?|reported|insists?|spoke of"
    r"|counted|counts|claims?|claimed|wrote|writes) )"
)
_NOBODY = re.compile(r"(?:nobody|no one|none|no sources?)\b")
_SURE = 0.6


def with_own_tails(text: str, raws: Sequence[RawClaim]) -> list[RawClaim]:
    """The claims without what a quote only answers to; "reports that ..." are a claim of nobody named."""
    return [part for raw in raws for part in _without_tail(text, raw)]


def _without_tail(text: str, raw: RawClaim) -> list[RawClaim]:
    last, before = raw.content[-1:], raw.content[:-1]
    if not before or text[before[0][0]] not in '"“' or text[last[0][0]] in '"“':
        return [raw]
    own = max(b for _, b in (*raw.source, *raw.cue))
    if last[0][0] < own or before[-1][1] > raw.cue[0][0]:
        return [raw]
    topic = _TOPIC.fullmatch(text, own, last[0][0])
    if topic is None:
        return [raw]
    heard = [RawClaim(source=(), cue=(topic.span("heard"),), content=last, score=_SURE)] if topic["heard"] else []
    return [replace(raw, content=before), *heard]


def with_citing_apart(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """As in “the Courier, citing a nurse, had 20 dead”: the Courier has it, and inside that the nurse."""
    out = list(raws)
    for sentence in sentences:
        for m in _CITING.finditer(text, *sentence):
            cited = (m.start() + 2, m.start("who") - 1)
            own = next((r for r in out if r.source and any(overlap(c, cited) for c in r.cue)), None)
            if own is not None:
                out = _apart(text, out, own, (m, sentence[1]))
    return out


def _apart(text: str, raws: Sequence[RawClaim], own: RawClaim, found: tuple[re.Match[str], int]) -> list[RawClaim]:
    """The claims, with that of who cites and that of who is cited in place of what was read of both."""
    m, stop = found
    cue = (m.start("cue"), m.end("cue") - 1)
    verb = next((r for r in raws if any(overlap(c, cue) for c in r.cue)), None)
    end = min([stop, *(s for s in (text.find(";", cue[1], stop),) if s > 0)])
    told = ((cue[1] + 1, cue[1] + 1 + len(text[cue[1] + 1 : end].rstrip(" .;"))),)
    told = verb.content if verb is not None else told
    teller = tuple(s for s in own.source if s[1] <= m.start() + 1) or own.source[:1]
    made = [RawClaim(source=teller, cue=(cue,), content=told, score=_SURE)]
    if not _NOBODY.match(text, m.start("who")):
        made.append(RawClaim(source=(m.span("who"),), cue=((m.start() + 2, m.start("who") - 1),), content=told, score=_SURE))
    return [*(r for r in raws if r not in (own, verb)), *made]
