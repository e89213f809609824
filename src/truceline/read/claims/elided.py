"""Two tellers by one verb: "the army speaks of an assault; the rebels, of a raid" is a claim of each."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from truceline.model.span import Span
from truceline.read.claims.cues import CueTable
from truceline.read.claims.raw import RawClaim

_BREAK = re.compile(r"[\"”]?\s*[;,]?\s+(?:(?:and|but|while)\s+)?|[\"”]?[;,]\s+")
_VERB = re.compile(r"\s+(?P<verb>(?:had |has |have )?[a-z]+)\s+")
_NEXT = re.compile(
    r"(?:[;,]| (?=(?:and|but|while) ))(?: (?:and|but|while))? "
    r"(?P<who>the (?:[\w’'-]+ ){0,3}?[\w’'-]+|[A-Z][\w’'-]+(?: [\w’'-]+){0,3}?)"
    r"(?P<comma>,)?(?: (?P<by>that|of|on|to)| (?P<as>as)) "
)


def with_elided(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span], cues: CueTable) -> list[RawClaim]:
    """The claims, each that runs on over a second teller, or has one behind it, as one of each teller."""
    parts = [part for raw in raws for part in _by_source(text, raw)]
    taken = [s for r in parts for s in (*r.source, *r.cue)]
    return [w for p in parts for w in _by_words(text, p, _room(text, p, sentences, taken), cues)]


def _room(text: str, raw: RawClaim, sentences: Sequence[Span], taken: Sequence[Span]) -> int:
    """Where what follows a claim's words ends: at its sentence's end, or where they end if others speak there."""
    end = raw.content[-1][1] if raw.content else 0
    last = next((b for a, b in sentences if a < end <= b), end)
    last = end + len(text[end:last].rstrip(" ."))
    free = _NEXT.match(text, end, last) is not None and not any(end <= a < last for a, _ in taken)
    return last if free else end


def _by_source(text: str, raw: RawClaim) -> list[RawClaim]:
    """A claim with one source before its verb and one behind, each with its own words."""
    if len(raw.source) != 2 or not raw.cue:
        return [raw]
    (first, second), cue = raw.source, raw.cue
    own = tuple(s for s in raw.content if s[0] < second[0])
    others = tuple(s for s in raw.content if s[0] >= second[1])
    if first[1] <= cue[0][0] and cue[-1][1] <= second[0] and own and others:
        if _BREAK.fullmatch(text, own[-1][1], second[0]) and not text[second[1] : others[0][0]].strip(" ,"):
            return [replace(raw, source=(first,), content=own), replace(raw, source=(second,), content=others)]
    elif len(raw.content) == 2 and (verb := _other_verb(text, raw)) is not None:
        return [
            replace(raw, source=(first,), cue=(verb,), content=raw.content[:1]),
            replace(raw, source=(second,), content=raw.content[1:]),
        ]
    return [raw]


def _other_verb(text: str, raw: RawClaim) -> Span | None:
    """The verb of its own that the first source has: "the army | put | the dead at 50; “hundreds”, said the rebels"."""
    (first, second), (own, others) = raw.source, raw.content
    found = _VERB.fullmatch(text, first[1], own[0])
    apart = ";" in text[own[1] : others[0]] and others[1] <= raw.cue[0][0] < second[0]
    return found.span("verb") if found and apart else None


def _by_words(text: str, raw: RawClaim, end: int, cues: CueTable) -> list[RawClaim]:
    """A claim whose words run on over another teller, who says a thing of the same form."""
    broken = any(text[b:a].strip(" ;,") for (_, b), (a, _) in pairwise(raw.content))
    if not raw.source or not raw.content or broken or raw.content[0][0] < raw.cue[-1][1]:
        return [raw]
    start = raw.content[0][0]
    for m in _NEXT.finditer(text, start, end):
        word = m["by"] or m["as"]
        before = f"{text[slice(*raw.cue[-1])]} {text[start : m.start()]}"
        set_off = m["comma"] or m["as"] or m["who"].startswith("the ")
        if set_off and re.search(rf"\b{word}\b", before) and _tells(m["who"], cues):
            told = (m.start("by" if m["by"] else "as"), end)
            return [
                replace(raw, content=((start, m.start()),)),
                replace(raw, source=(m.span("who"),), content=(told,)),
            ]
    return [raw]


def _tells(who: str, cues: CueTable) -> bool:
    """Whether words name a role, a body or a name."""
    last = who.rsplit(maxsplit=1)[-1]
    roles = cues.tellers
    return last[:1].isupper() or last.casefold() in roles or last.casefold().removesuffix("s") in roles
