"""Who gives a figure anew: "It later raised the toll to 27" is the word of whoever gave the earlier one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.span import Span, meets, overlap, within
from truceline.read.claims.cues import CueTable
from truceline.read.claims.raw import RawClaim, in_text_order

_REVISED = re.compile(
    r"\b(?P<cue>(?:(?:ha[sd]|later|then|since|subsequently|afterwards|also|again|twice)\s+){0,3}"
    r"(?P<verb>raised|revised|lowered|corrected|updated|increased|reduced|amended|adjusted)"
    r"(?:\s+(?:up|down)(?:wards?)?)?)\s+"
    r"(?P<what>(?:the|its|their|his|her|that|this)\s+(?:[\w’'-]+\s+){0,2}?(?:toll|figure|count|number|estimate|tally|total)s?\b"
    r"(?:\s+of\s+(?:the\s+)?(?:dead|deaths|killed|wounded|injured|casualties|victims))?"
    r"(?:\s+(?:up|down)(?:wards?)?)?(?:\s+from\s+[\w-]+(?:\s+[\w-]+)?)?\s+to\s+(?:[\w-]+\s+){0,3}?[\w,-]*\w)"
    r"(?=\s*(?:[.;,!?]|$)|\s+(?:and|but|after|when|as|on|in|at|dead|deaths|killed|wounded|injured|people)\b)",
    re.IGNORECASE,
)
_WORDS_OF_LATER = re.compile(r"\b(?:later|then|since|subsequently|afterwards|again|twice)\b", re.IGNORECASE)
_DEED = frozenset({"raised", "increased", "reduced"})
"""What a deed does to a toll too: "a second strike hit the mill; it raised the toll to 27"."""
_PRONOUN = re.compile(r"(?:.*\s)?(?P<who>it|they|he|she)\s+", re.IGNORECASE | re.DOTALL)
_NAMED = re.compile(
    r"(?:|.*[,;:]\s|.*\b(?:later|then|and|but|while)\s)"
    r"(?P<who>(?:The|Its|Their|His|Her|[A-Z][\w’'.-]*|the|its|their|his|her)(?:\s+(?!(?:and|but|later|then)\b)[\w’'.-]+){0,5})\s+",
    re.DOTALL,
)
_APPOSED = re.compile(
    r"(?:|.*[;:]\s)(?P<who>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3},\s+(?:an?|the|its|his|her|their|who)\s+[^,.;:]{3,90},)\s+",
    re.DOTALL,
)
_UNTOLD = re.compile(
    r"(?:an?|the|that|this)\s+(?:toll|figure|count|number|estimate|tally|total)\s+(?:that\s+|which\s+)?"
    r"(?:it|they|he|she|we|(?:the\s+)?[\w’'-]+(?:\s[\w’'-]+)?)\s+(?:(?:ha[sd]|have|later|then|since|twice)\s+){0,3}"
    r"(?:raised|revised|lowered|corrected|updated|increased|reduced|amended|adjusted)\b(?!\s+(?:up|down|from|to)\b)",
    re.IGNORECASE,
)
"""As in “a number it revised again”: what to, nobody says."""
_SURE = 0.6


def with_revised(
    text: str, raws: Sequence[RawClaim], sentences: Sequence[Span], cues: CueTable
) -> tuple[RawClaim, ...]:
    """The claims, with those by which a teller gives a figure anew: found where missed, and sure of who it is."""
    out = [r for r in raws if not _says_no_figure(text, r)]
    for number, sentence in enumerate(sentences):
        before = number > 0 and any(within(r.cue[0], sentences[number - 1]) for r in raws)
        for told in _revisions(text, sentence, cues):
            own = next((r for r in out if overlap(r.cue[-1], told.cue[0])), None)
            if _points(text, told) and not before:
                continue
            if own is not None and own.source:
                out[out.index(own)] = replace(own, score=max(own.score, _SURE))
            elif own is None and not any(meets(told.cue[0], (*r.source, *r.content)) for r in out):
                out.append(told)
    return in_text_order(out)


def _says_no_figure(text: str, raw: RawClaim) -> bool:
    """Whether a claim only says that a figure was changed: it tells none."""
    if len(raw.content) != 1 or not raw.cue:
        return False
    start, end = raw.content[0][0], raw.cue[-1][1]
    return raw.content[0][1] <= raw.cue[0][0] and _UNTOLD.fullmatch(text, start, end) is not None


def revises(text: str, raw: RawClaim) -> bool:
    """Whether a claim gives a figure anew: that owns to no deed."""
    return bool(raw.content) and _REVISED.search(text, raw.cue[0][0], raw.content[-1][1]) is not None


def _revisions(text: str, sentence: Span, cues: CueTable) -> Iterator[RawClaim]:
    """Figures given anew in one sentence, each by a pronoun or a role before the verb."""
    for m in _REVISED.finditer(text, *sentence):
        who = _PRONOUN.fullmatch(text, sentence[0], m.start()) or _of_role(text, (sentence[0], m.start()), cues)
        if who is None:
            continue
        deed = m["verb"].casefold() in _DEED and not _WORDS_OF_LATER.search(text, *m.span("cue"))
        if not (deed and who["who"].casefold() == "it"):
            yield RawClaim(source=(who.span("who"),), cue=(m.span("cue"),), content=(m.span("what"),), score=_SURE)


def _of_role(text: str, before: Span, cues: CueTable) -> re.Match[str] | None:
    """Words before the verb that end in a role or a name: a deed or a death raises a toll, but tells nothing."""
    apposed = _APPOSED.fullmatch(text, *before)
    if apposed is not None:
        return apposed
    who = _NAMED.fullmatch(text, *before)
    if who is None:
        return None
    last = who["who"].split()[-1]
    named = last[0].isupper() and last not in {"The", "Its", "Their", "His", "Her"}
    return who if named or {last.casefold(), last.casefold().removesuffix("s")} & cues.tellers else None


def _points(text: str, told: RawClaim) -> bool:
    """Whether the source is a pronoun: then somebody must have spoken in the sentence before."""
    return text[slice(*told.source[0])].casefold() in {"it", "they", "he", "she"}
