"""Words behind a speaker: whose they are: "“No,” she told the court about the fire"; "..., citing a nurse, had 20"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span, meets, overlap
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.relayed import PEOPLE

_TOPIC = re.compile(
    r"(?:\s[^.;:“”\"]{0,80})?\s(?:about|(?:the\s+)?(?P<heard>reports?|claims?|allegations?|accusations?|charges?|rumours?)"
    r"(?:\s+on\s+\w+)?)\s+"
)
"""Between the cue and what a quote is an answer to."""
_AFTERMATH = re.compile(
    r", (?P<told>(?:leaving|killing|wounding|injuring|causing|raising|setting|forcing|destroying"
    r"|cutting|burning|damaging|sinking"
    r"|among them|including|(?:most|all|some|many|\w+) of them|in (?:line|breach|violation|defiance"
    r"|keeping)|by (?:an?|the|men|\w+men)"
    r"|and (?:the|an?|its?|his|her|their|he|she|they|two|three|four|five|six|\d+|more than|at least)(?! truth))\b"
    r"[^;:“”\"\n]+?)[.]?\s*$"
)
"""Behind "…, the clinic said" what goes on with the news: ", leaving seven dead"."""
_RELATIVE = re.compile(
    r", (?P<told>(?:which|in which|of which|where|\w+ of whom|some of which)\b[^;:“”\"\n]+?)[.]?\s*$"
)
_THAT = re.compile(r"that\b")
"""Behind a clause the next clause is told too; behind a thing named ("praised the plan, which ...") it seldom is."""
_CITING = re.compile(
    r", (?:citing|quoting) (?P<who>[^,.;:“”\"]{3,60}), (?P<cue>(?:ha[sd]|puts?|gave|gives|says?|said|reports?|reported"
    r"|insists?|spoke of|counted|counts|claims?|claimed|wrote|writes) )"
)
_BACKGROUND = re.compile(
    r"(?:(?:just|only|barely|some|about|less than|more than) )*(?:[\w-]+ )?"
    r"(?:minutes?|hours?|days?|weeks?|months?) (?:after|before|into)"
    r" (?:an?|the|this|that|their|its) (?:[\w’'-]+ ){0,4}?"
    r"(?:truce|cease-?fire|armistice|pause|agreement|accord|cessation of hostilities)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(rf"(?:{PEOPLE}|[A-Z][\w’'-]+)$")
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


def with_aftermath(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """The claims, each with what its sentence goes on to tell of the news, where nobody else speaks there.

    Of the reports in `learn/` and `dev/` four in five such tails are the speaker's.
    """
    cues = [c for r in raws for c in r.cue]
    return [_without_background(text, _to_end(text, raw, cues, sentences)) for raw in raws]


def _without_background(text: str, raw: RawClaim) -> RawClaim:
    """A claim without when a truce began or ended, told behind its speaker: that is the writer's."""
    if len(raw.content) < 2 or not raw.cue or raw.content[-1][0] < raw.cue[-1][1]:
        return raw
    return raw if _BACKGROUND.match(text, *raw.content[-1]) is None else replace(raw, content=raw.content[:-1])


def _to_end(text: str, raw: RawClaim, cues: Sequence[Span], sentences: Sequence[Span]) -> RawClaim:
    if not raw.content or not raw.source:
        return raw
    end = max(b for _, b in (*raw.source, *raw.cue, *raw.content))
    stop = next((b for a, b in sentences if a < end <= b), end)
    last = raw.content[-1]
    if any(end <= a < stop for a, _ in cues) or text[last[0]] in '"“' or text[end - 1] in '"”':
        return raw
    said_last = last[1] < end and last[1] <= raw.cue[0][0]
    more = (_AFTERMATH if said_last else _RELATIVE).fullmatch(text, len(text[:end].rstrip(" ,")), stop)
    clause = last[1] == end and (
        _THAT.match(text, last[0]) is not None or (more is not None and "of whom" in more["told"])
    )
    if more is None or not (said_last or clause):
        return raw
    told = more.span("told")
    return replace(raw, content=(*raw.content, told) if said_last else (*raw.content[:-1], (last[0], told[1])))


def with_citing_apart(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """As in “the Courier, citing a nurse, had 20 dead”: the Courier has it, and inside that the nurse."""
    out = list(raws)
    for sentence in sentences:
        for m in _CITING.finditer(text, *sentence):
            cited = (m.start() + 2, m.start("who") - 1)
            own = next((r for r in out if r.source and meets(cited, r.cue)), None)
            verb = next((r for r in out if meets(m.span("cue"), r.cue)), None)
            if own is not None:
                out = _apart(text, out, own, (m, sentence[1]))
            elif verb is not None and _SOMEBODY.search(text, *m.span("who")):
                out.append(RawClaim(source=(m.span("who"),), cue=(cited,), content=verb.content, score=_SURE))
    return out


def _apart(text: str, raws: Sequence[RawClaim], own: RawClaim, found: tuple[re.Match[str], int]) -> list[RawClaim]:
    """The claims, with that of who cites and that of who is cited in place of what was read of both."""
    m, stop = found
    cue = (m.start("cue"), m.end("cue") - 1)
    verb = next((r for r in raws if any(overlap(c, cue) for c in r.cue)), None)
    end = min([stop, *(s for s in (text.find(";", cue[1], stop),) if s > 0)])
    rest = (cue[1] + 1, cue[1] + 1 + len(text[cue[1] + 1 : end].rstrip(" .;")))
    told = verb.content if verb is not None else (rest,)
    teller = tuple(s for s in own.source if s[1] <= m.start() + 1) or own.source[:1]
    made = [RawClaim(source=teller, cue=(cue,), content=told, score=_SURE)]
    if not _NOBODY.match(text, m.start("who")):
        made.append(
            RawClaim(source=(m.span("who"),), cue=((m.start() + 2, m.start("who") - 1),), content=told, score=_SURE)
        )
    return [*(r for r in raws if r not in (own, verb)), *made]
