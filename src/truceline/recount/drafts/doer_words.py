"""Which of the words marked for a doer name it: "it" of "it had fired on them", those behind the "by" of a passive."""

import re
from collections.abc import Iterator

from truceline.model.span import Span

_OURS = (
    re.compile(
        r"(?:it|this|that|[\w’'-]+ [\w’'-]+) (?:was|is|were|had been) (?:not |none of |all )?"
        r"(?P<doer>us|ours|me|mine|theirs|(?:its|our|their|his|her|my) own)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:that )?(?:no|none|not (?:an?|one)) (?:[\w-]+ ){0,3}?of "
        r"(?P<doer>ours|mine|theirs|(?:its|our|their|his|her|my) own)\b",
        re.IGNORECASE,
    ),
)
"""Whose a deed was, or was not: "it was ours", "no drone of its own was airborne"."""
_POINTING = re.compile(r"it|this|that", re.IGNORECASE)
_OWN_THINGS = re.compile(
    r"(?:that )?(?P<doer>(?:its|our|their) (?:own )?[\w-]+) (?:had|has|have|was|were)\b", re.IGNORECASE
)
_BEGINS = re.compile(r"(?:that )?(?P<doer>it|he|she|they|we|i)(?=\s)", re.IGNORECASE)
_TOLD_BY = re.compile(
    r"\b(?:accused|blamed|charged|denounced|condemned|critici[sz]ed|suspected|alleged|claimed|quoted|cited|reported|described"
    r"|documented|recorded|verified|seen|witnessed|filmed|told|informed|warned|announced|published|released) by"
    r"(?: (?:the|a|an|some|several|many|local|other|two|three|its|their))* $",
    re.IGNORECASE,
)
"""Before a name: who tells of a deed, or of whom it is alleged, is not who did it."""
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|wn|ne|nt|ck|id|ot|it)(?:$|\s+by\s+(?P<by>\S.*)$)", re.IGNORECASE
)
_BODYS_DEED = re.compile(
    r"(?:that )?(?P<doer>(?:its|our|their) (?:own )?[\w-]+) (?:had|has|have|did|do|does)\b", re.IGNORECASE
)
_DID = re.compile(
    r"(?P<doer>(?!(?:who|that|which)\b)[\w’'-]+(?: (?!(?:who|that|which)\b)[\w’'-]+){0,4}?) (?:had|has|have|did) \w"
)
"""A doer in a clause of its own: "the army | had carried out the attack"."""
_BEFORE = 40


def doer_in(text: str, span: Span, *, denied: bool) -> Span | None:
    """The words within a span that name the doer; `denied` where its part is.

    Of "its men had entered the mission" it is "its men", of "no drone of its own was airborne" it is "its own".

    None where a passive has no doer, or where they name who tells of the deed ("accused by residents") or the deed
    itself ("it was ours").
    """
    start, words = span[0], text[slice(*span)]
    if _TOLD_BY.search(text[max(0, start - _BEFORE) : start]):
        return None
    if _POINTING.fullmatch(words) and _OURS[0].match(text, start):
        return None
    named = next((m for m in _clauses(words, denied=denied) if m is not None), None)
    if named is not None:
        return start + named.start("doer"), start + named.end("doer")
    passive = _PASSIVE.search(words)
    if passive is None:
        return span
    return (start + passive.start("by"), span[1]) if passive["by"] else None


def _clauses(words: str, *, denied: bool) -> Iterator[re.Match[str] | None]:
    """The forms of a clause that holds its doer, the closest first."""
    yield from (pattern.match(words) for pattern in _OURS)
    yield _OWN_THINGS.match(words) if denied else None
    yield _BEGINS.match(words)
    if _PASSIVE.search(words) is None:
        yield _BODYS_DEED.match(words)
        yield _DID.match(words)
