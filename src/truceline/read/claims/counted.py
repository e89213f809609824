"""Figures in one sentence, each with its teller: "sixteen, by the UN's count; the ministry spoke of twenty"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.span import Span, overlap, within
from truceline.read.claims.raw import RawClaim

_WORD = r"(?:[\w’'-]|\.(?=\w))+"
_COUNT = (
    r"(?:(?:count(?:ing)?|tally|reckoning|estimate|account|admission|assessment|calculation|list|register|record|log|book|roll)s?"
    r"|figures|statistics)"
)
_FIGURE = r"(?:total|number|figure|toll|count|tally|estimate|sum)"
_BY_COUNT = re.compile(
    r"\bby\s+(?P<who>(?:the\s+)?[A-Za-z][\w.’'-]*(?:\s+[\w.’'-]+){0,3}?['’]s?|its|their|his|her)\s+"
    rf"(?:(?:own|first|last|latest|earlier|early|initial|final|official|preliminary|best)\s+){{0,2}}(?P<noun>{_COUNT})\b"
)
"""Whose count a figure is."""
_PUT_BY = re.compile(
    rf",\s+(?P<what>an?\s+{_FIGURE})\s+(?:(?:that|which)\s+(?:was|has\s+been|had\s+been)\s+)?"
    r"(?P<cue>(?:(?:later|since|then|soon|afterwards|subsequently)\s+)?"
    r"(?:put|revised|raised|given|lowered|corrected|estimated|updated|increased|reduced|set|placed)(?:\s+(?:up|down))?)\s+"
    rf"(?P<at>(?:at|to|as)\s+(?:[\w-]+\s+){{0,3}}?[\w,-]*\w)\s+by\s+(?P<who>(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,7}}?)"
    r"(?=\s*(?:[.,;!?:(\[]|$)|\s+(?:and|but|while|after|when|in\s+(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|\d))\b)"
)
"""A figure given anew in apposition, and who gave it: ", a total later put at 52 by the Red Cross"."""
_ITS = re.compile(rf"\ban?\s+{_FIGURE}\s+(?:(?:that|which)\s+)?$", re.IGNORECASE)
"""What stands before the "it" of "a number it revised"."""
_BREAK = re.compile(r";\s+(?:(?:and|but|while|whereas)\s+)?|,\s+(?:and|but|while|whereas)\s+")
_PRONOUNS = frozenset({"it", "they", "he", "she", "its", "their", "his", "her"})
_LEAD = re.compile(r"[\s,;]*(?:(?:and|but|while|whereas)\s+)?")
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|dozens?|scores|hundreds?|thousands?)\b",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"(?:, |\b(?:cost|took|claimed) )(?P<figure>(?:[\w-]+ ){0,3}?(?:lives|of them|[\w-]+))$")
_LAST_VERB = re.compile(r"\b(?P<figure>(?:\w+(?:ed|en)|lost|had|shot|put|took|left) (?:(?!and\b|or\b)[\w,-]+ ?){1,5})$")
_SURE = 0.6


def with_own_counts(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """The claims, each figure with its own teller and none with a second one's words."""
    out = [_without_its(text, raw) for raw in raws]
    for sentence in sentences:
        for told in _put_by(text, sentence):
            out = parted_from(text, out, told)
        for told in _by_counts(text, sentence, out):
            out = parted_from(text, out, told)
    return out


def _without_its(text: str, raw: RawClaim) -> RawClaim:
    """As in “spoke of 115, a number it revised”: the "it" is who spoke before, and no second source."""
    its = tuple(
        s for s in raw.source if text[slice(*s)].casefold() in _PRONOUNS and _ITS.search(text, max(0, s[0] - 30), s[0])
    )
    if not its or len(its) == len(raw.source):
        return raw
    behind = tuple(s for s in raw.content if s[0] > its[-1][1])
    content = behind if behind and its[-1][1] < raw.cue[0][0] else raw.content
    return replace(raw, source=tuple(s for s in raw.source if s not in its), content=content)


def _put_by(text: str, sentence: Span) -> Iterator[RawClaim]:
    for m in _PUT_BY.finditer(text, *sentence):
        if _NUMBER.search(m["at"]):
            yield RawClaim(
                source=(m.span("who"),), cue=(m.span("cue"),), content=(m.span("what"), m.span("at")), score=_SURE
            )


def _by_counts(text: str, sentence: Span, raws: Sequence[RawClaim]) -> Iterator[RawClaim]:
    """Counts behind the words they are of: those of the clause, or of the claim that tells of the count."""
    for m in _BY_COUNT.finditer(text, *sentence):
        around = [a for r in raws for a, b in r.content if r.cue[-1][1] <= a <= m.start() and m.end() <= b]
        begun = [sentence[0], *around, *(c.end() for c in _BREAK.finditer(text, sentence[0], m.start()))]
        what = (max(begun), len(text[: m.start()].rstrip(" ,")))
        what = (_figure_alone(text, what, own=" own " in m.group()), what[1])
        if _NUMBER.search(text, *what):
            yield RawClaim(source=(m.span("who"),), cue=(m.span("noun"),), content=(what,), score=_SURE)


def _figure_alone(text: str, what: Span, *, own: bool) -> int:
    """Where a figure stands that is set off, or is lives that were lost: "they left, forty | by the army's count".

    By one's "own" count is what the last verb tells: "ran into a guard and | lost seven men"; nothing without one.
    """
    found = (_LAST_VERB if own else _SET_OFF).search(text, *what)
    whole = what[1] if own else what[0]
    return found.start("figure") if found and _NUMBER.search(found["figure"]) else whole


def parted_from(text: str, raws: Sequence[RawClaim], told: RawClaim, until: int = 0) -> list[RawClaim]:
    """The claims with a figure's own one, whose words are no other teller's beside it; one that tells of it stays."""
    spans = (*told.source, *told.cue, *told.content)
    start, end = min(a for a, _ in spans), max(until, *(b for _, b in spans))
    if any(overlap(c, told.cue[0]) for r in raws for c in r.cue):
        return list(raws)
    made = [_beside(text, raw, told, (start, end)) for raw in raws]
    own = " own " in text[told.source[0][0] : told.cue[0][1]]
    known = own or text[slice(*told.source[0])].casefold() not in _PRONOUNS
    return [*(r for r in made if r.content), *([told] if known else [])]


def _beside(text: str, raw: RawClaim, told: RawClaim, own: Span) -> RawClaim:
    """A claim without the source and the words of a figure told beside it, not within it."""
    if raw.cue[-1][1] <= own[0] and any(within(own, c) for c in raw.content) and "," not in text[own[0] - 2 : own[0]]:
        return raw
    source = tuple(s for s in raw.source if not overlap(s, told.source[0]))
    if raw.source and not source:
        return raw
    return replace(raw, source=source, content=_outside(text, raw, own))


def _outside(text: str, raw: RawClaim, taken: Span) -> tuple[Span, ...]:
    """A claim's words before and behind what is another's."""
    if not any(overlap(s, taken) for s in raw.content):
        return raw.content
    parts = [p for a, b in raw.content for p in ((a, min(b, taken[0])), (max(a, taken[1]), b))]
    trimmed = [_trimmed(text, p) for p in parts if p[0] < p[1]]
    return tuple(p for p in trimmed if p[1] - p[0] > 2)


def _trimmed(text: str, span: Span) -> Span:
    lead = _LEAD.match(text, *span)
    start = lead.end() if lead else span[0]
    return start, max(start, start + len(text[start : span[1]].rstrip(" ,;")))
