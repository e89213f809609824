"""Quotations that stand alone, a sentence in marks without a verb or a block set off: whose the words before say.

As in “Anna Keller shrugged. "It was too low."”, “Keller was blunt when I rang: "It was too low."”, and in a block
behind a paragraph that ends in a colon.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from truceline.model.span import Span, meets, overlap
from truceline.read.claims.quotes import quoted_parts
from truceline.read.claims.raw import RawClaim, in_text_order
from truceline.read.claims.voice import Names
from truceline.text.sentences import breaks_between

_SURE = 0.6
_LEAST_WORDS = 3
_ENDS = (".", "!", "?", "…")
_NEXT = re.compile(r"(?:\s*\[\d+\])*(?:\s+[A-Z“\"(‘>*]|\s*\Z|\s*\n)")
"""Behind a quotation that nobody's verb follows."""
_BLOCK = re.compile(r":(?:\s*\[\d+\])*[ \t]*\n(?:[ \t]*\n)*(?P<block>(?:>[^\n]*(?:\n|\Z))+)")
_LINE = re.compile(r"^>[ \t]*(?P<said>\S[^\n]*?)(?:\s*\[\d+\])*[ \t]*$", re.MULTILINE)
_LEAD = re.compile(
    r"(?:\W*)(?:(?:But|And|Yet|Then|So|Even|Here|Now|Only),? )?"
    r"(?:(?:[Aa]t|[Ii]n|[Oo]n|[Ff]rom|[Ff]or) (?:[\w’'-]+ ){1,4}?)?"
    r"(?:(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[A-Z][\w’-]+['’]s) )?(?:[a-z][\w’'-]* ){0,4}(?:[\w’'-]+, )?"
    r"(?:(?:old|young|[A-Z][a-z]+\.?) ){0,2}"
)
"""What may stand before the person whom a sentence is about: "Its spokeswoman, Colonel", "The bishop, old"."""
_ROLE = re.compile(
    r"(?P<who>(?:The|A|An|His|Her|Its|Their|My|Our|Another) (?:[a-z][\w’'-]* ){0,2}?(?P<role>[a-z-]+))\b"
)
_PRONOUN = re.compile(
    r"(?:(?:But|And|Yet|Then|So) )?(?P<who>He|She|he|she)\b(?! (?:was|were|had been|is) (?:\w+ed|shot|hit)\b)"
)
_HARMED = re.compile(r"(?:died|dead|killed|wounded|shot|buried|hit|arrested|taken)\b")
_WRITER = re.compile(r"(?:I|we|We|me|us)$")
_REACHED = re.compile(r"(?:rang|phoned|telephoned|called|asked|pressed|met|visited|reached|wrote to|saw)$")


@dataclass(frozen=True, slots=True)
class _Alone:
    """Words of nobody's: `parts` with their marks, and the sentence `before` them, what only asks passed over."""

    parts: tuple[Span, ...]
    before: Span


def with_alone(raws: Sequence[RawClaim], sentences: Sequence[Span], names: Names) -> tuple[RawClaim, ...]:
    """The claims, and such quotations as claims of whoever the sentence before them tells of."""
    text, out = names.text, list(raws)
    for alone in (*_quotations(text, sentences), *_blocks(text, sentences)):
        taken = [r for r in out if any(overlap(a, b) for a in alone.parts for b in r.content)]
        loose = all(_only_reached(text, r) or _is_far(text, r, alone) for r in taken)
        who = _speaker(alone.before, out, names) if loose else None
        if who is not None:
            kept = (_without(r, alone) for r in taken if not _only_reached(text, r))
            out = [*(r for r in out if r not in taken), *(r for r in kept if r.content)]
            cue = _mark_before(text, alone.parts[0][0])
            out.append(RawClaim(source=(who,), cue=(cue,), content=alone.parts, score=_SURE))
    return in_text_order(out)


def _is_far(text: str, raw: RawClaim, alone: _Alone) -> bool:
    """Whether a whole paragraph stands between a claim's verb and words that were only counted to it."""
    first, cue = alone.parts[0][0], raw.cue[0][0]
    return breaks_between(text, min(first, cue), max(first, cue)) > 1


def _without(raw: RawClaim, alone: _Alone) -> RawClaim:
    return replace(raw, content=tuple(c for c in raw.content if not any(overlap(c, part) for part in alone.parts)))


def _mark_before(text: str, first: int) -> Span:
    """The colon before a quotation, or its own mark."""
    before = text[:first].rstrip("> \t\n")
    return (len(before) - 1, len(before)) if before.endswith(":") else (first, first + 1)


def _only_reached(text: str, raw: RawClaim) -> bool:
    """As in “... when I rang: "It was too low."”: what the writer did to hear it, and no word of the writer's."""
    who = text[slice(*raw.source[-1])].strip(" ,") if raw.source else ""
    return _WRITER.fullmatch(who) is not None and _REACHED.search(text[slice(*raw.cue[-1])].strip(" ,:")) is not None


def _quotations(text: str, sentences: Sequence[Span]) -> Iterator[_Alone]:
    """Whole sentences in marks behind a full stop or a colon, with no verb behind."""
    for start, end in quoted_parts(text):
        said, before = text[start + 1 : end - 1].strip(), text[:start].rstrip(" ")
        whole = len(said.split()) >= _LEAST_WORDS and said.endswith(_ENDS) and said[0].isupper()
        if whole and before.endswith((*_ENDS, ":", "]")) and _NEXT.match(text, end) is not None:
            told = _told_before(text, sentences, start, start)
            if told is not None:
                yield _Alone(((start, end),), told)


def _blocks(text: str, sentences: Sequence[Span]) -> Iterator[_Alone]:
    """Lines set off by ">" behind a paragraph that ends in a colon."""
    for block in _BLOCK.finditer(text):
        parts = tuple(m.span("said") for m in _LINE.finditer(text, *block.span("block")))
        told = _told_before(text, sentences, block.start(), block.start() + 1)
        if parts and told is not None:
            yield _Alone(parts, told)


def _told_before(text: str, sentences: Sequence[Span], start: int, until: int) -> Span | None:
    """The last sentence of a paragraph that begins before a place, cut off there, behind whatever is asked."""
    low = text.rfind("\n", 0, start) + 1
    own = [(a, min(b, until)) for a, b in sentences if low <= a < start]
    told = [(a, b) for a, b in own if text[a:b].strip()]
    return next((s for s in reversed(told) if not text[slice(*s)].rstrip().endswith("?")), None)


def _speaker(sentence: Span, raws: Sequence[RawClaim], names: Names) -> Span | None:
    """Who spoke last in a sentence, or else the person whom it is about, if it names no other."""
    text = names.text
    spoke = [r for r in raws if r.source and r.cue and sentence[0] <= r.cue[0][0] < sentence[1]]
    spoke = [r for r in spoke if _WRITER.fullmatch(text[slice(*r.source[-1])].strip(" ,")) is None]
    own = [r for r in spoke if not any(_inside(r, other) for other in spoke)]
    if own:
        return own[-1].source[-1]
    people = [m for m in names.mentions if sentence[0] <= m.start < m.end <= sentence[1] and names.is_person(m)]
    if not people:
        return _by_role(sentence, names)
    first = people[0]
    about = _LEAD.fullmatch(text, sentence[0], first.start) is not None and len({m.actor for m in people}) == 1
    return (first.start, first.end) if about and not _HARMED.search(text, first.end, sentence[1]) else None


def _by_role(sentence: Span, names: Names) -> Span | None:
    """As in “The mayor shrugged.”, "She smiled.": a person whom nothing befell."""
    found = _PRONOUN.match(names.text, *sentence) or _ROLE.match(names.text, *sentence)
    if found is None or _HARMED.search(names.text, found.end(), sentence[1]):
        return None
    person = names.cues.roles["person"] | names.cues.roles["somebody"]
    return None if found.groupdict().get("role", "mayor") not in person else found.span("who")


def _inside(raw: RawClaim, other: RawClaim) -> bool:
    return other is not raw and meets(raw.cue[0], other.content)
