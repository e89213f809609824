"""What is told first and given its teller behind: "A pipe burst on Sunday: that is how the army tells it"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span, overlap
from truceline.read.claims.raw import RawClaim, in_text_order

_BACK = re.compile(
    r"(?:(?P<told>[^:\n]{8,}): [tT]hat|^That) (?:is|was) (?:at least )?"
    r"(?:(?:how|what|where|the way|the \w+(?: \w+)?(?: that)?) "
    r"(?P<who>(?:(?:the|its|their|his|her|an?) )?(?:(?!(?:our|we|of|was|is|were|has|had)\b)[\w’'-]+ ){1,5}?)"
    r"(?P<cue>(?:tells?|told|remembers?|remembered|puts?|sees?|saw|recalls?|wants? (?:us to believe|known)"
    r"|would have (?:us|it|you) \w+|would have it|says?|said|claims?|claimed|reports?|reported|believes?|maintains?))"
    r"\b(?!(?: it)?:)"
    r"|(?P<owner>(?:the|its|their) (?:[\w’'-]+ ){0,3}?[\w-]+(?:['’]s|s['’])) "
    r"(?P<noun>(?:\w+ )?(?:complaint|version|account|claim|story|view|position|word|answer|explanation))\b)"
)
_AS = re.compile(
    r",\s+as\s+(?P<who>(?:(?:the|an?|its|their|his|her)\s+)?(?:[\w’'-]+\s+){0,5}?[\w’'-]+)\s+"
    r"(?P<cue>(?:ha[sd]\s+|have\s+|later\s+|also\s+)?(?:recorded|noted|reported|confirmed|observed|stated|states|admitted|conceded"
    r"|acknowledged|claimed|claims|found|established))[.!]"
)
"""As in “the guns were moved on Friday, as the observers recorded.”"""
_CLAUSE = re.compile(r";\s+|,\s+(?=which\b)")
_SURE = 0.6


def with_looked_back(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> tuple[RawClaim, ...]:
    """The claims, with what a sentence that looks back gives to its teller: what stands before, and nothing else."""
    out = list(raws)
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        found = _found(text, sentence, before) or _as_recorded(text, sentence, out)
        if found is None:
            continue
        same = [r for r in out if any(overlap(c, found.cue[0]) for c in r.cue)]
        out = [r for r in out if r not in same]
        out.append(replace(same[0], source=found.source, content=found.content) if same else found)
    return in_text_order(out)


def _found(text: str, sentence: Span, before: Span | None) -> RawClaim | None:
    m, low = _BACK.search(text[slice(*sentence)]), sentence[0]
    if m is None:
        return None
    if m["told"]:
        told: Span | None = (low + m.start("told"), low + m.end("told"))
    else:
        told = before if before is not None and "\n" not in text[before[0] : low] else None
    if told is None:
        return None
    who, cue = ("who", "cue") if m["who"] else ("owner", "noun")
    start = low + m.start(who)
    source = (start, start + len(m[who].rstrip()))
    return RawClaim(source=(source,), cue=((low + m.start(cue), low + m.end(cue)),), content=(told,), score=_SURE)


def _as_recorded(text: str, sentence: Span, raws: Sequence[RawClaim]) -> RawClaim | None:
    """Who recorded what the clause before says, where nobody else says it."""
    m = _AS.search(text, *sentence)
    if m is None or any(overlap(c, m.span("cue")) for r in raws for c in r.cue):
        return None
    start = max([sentence[0], *(c.end() for c in _CLAUSE.finditer(text, sentence[0], m.start()))])
    return RawClaim(source=(m.span("who"),), cue=(m.span("cue"),), content=((start, m.start()),), score=_SURE)
