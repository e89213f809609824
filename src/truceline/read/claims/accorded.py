"""Several "according to" in a sentence: "a jet did it, according to residents, or a rocket, according to the army"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.model.span import Span, overlap
from truceline.read.claims.cues import CueTable
from truceline.read.claims.quotes import quoted_parts
from truceline.read.claims.raw import RawClaim, in_text_order

_ACCORDING = re.compile(r"\b[Aa]ccording to\b")
_JOINS = r"(?:and|or|but|while|whereas|though|although|yet|nor)"
_FRONTED = re.compile(rf"(?:^|[;:]|\b(?:{_JOINS}|that)),?\s*(?:[\"“]?\s*)$")
"""Before an "according to" whose speaker stands ahead of what he tells."""
_WHO = re.compile(r"\s(?P<who>[^,;:()“”\"]+?)\s*(?=[,;:()“”\"]|[.!?]?\s*$)")
_WHO_THEN = re.compile(rf"\s(?P<who>[^,;:()“”\"]+?),?\s(?={_JOINS}\s)")
_NEXT = re.compile(rf"[,;]?\s(?={_JOINS}\s)|;\s")
_LED = re.compile(rf"[,;]?\s*(?:{_JOINS}\b)?\s*")
_WITHIN = re.compile(r"\b(?:which|who|whom|whose),?\s*$")
"""Before an "according to" amid a relative clause, which is no clause of its own."""
_APPOSED = re.compile(r",\s*(?:an?|the|its|his|her|their|who|which)\s[^,;]*,?\s*(?:and\s*)?")
_IS = re.compile(r",\s*(?:an?|the|its|his|her|their)\s")
"""How it opens what somebody is, behind his name."""
_RELATIVE = re.compile(r"[,;]?\s*(?:who|which|whose|whom|where)\b")
_SHORTEST = 3
_FEW = 3
"""Words before the noun of a role."""
_SURE = 0.7


@dataclass(frozen=True, slots=True)
class _Given:
    """One "according to" of a sentence: its cue, whom it names, and whether what is told comes after it."""

    cue: Span
    who: Span
    fronted: bool


def with_accorded(
    text: str, raws: Sequence[RawClaim], sentences: Sequence[Span], cues: CueTable
) -> tuple[RawClaim, ...]:
    """The claims; where a sentence has several "according to", each clause is its own speaker's."""
    out = list(raws)
    for part in (part for sentence in sentences for part in _parts(text, sentence)):
        made = list(_told(text, raws, part, cues))
        if made:
            taken = [m.cue[0] for m in made]
            out = [*(r for r in out if not any(overlap(c, own) for c in r.cue for own in taken)), *made]
    return in_text_order(out)


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    """The stretches of a sentence, parted by semicolons, that have several; or all of it, if each leads its clause."""
    if len(_ACCORDING.findall(text, *sentence)) < 2:
        return
    found = [m.start() for m in _ACCORDING.finditer(text, *sentence)]
    stops = [at for at in range(*sentence) if text[at] == ";"]
    if all(_FRONTED.search(text[sentence[0] : at]) for at in found):
        stops = []
    for start, end in zip([sentence[0], *(s + 1 for s in stops)], [*stops, sentence[1]], strict=True):
        if sum(start <= at < end for at in found) > 1:
            yield start, end


def _told(text: str, raws: Sequence[RawClaim], sentence: Span, cues: CueTable) -> Iterator[RawClaim]:
    """What each of a sentence's speakers tells; nothing at all where one of its stretches is open."""
    found = list(_ACCORDING.finditer(text, *sentence))
    given = [g for m in found if (g := _given(text, m, sentence, cues)) is not None]
    if len(given) < len(found) or any(_WITHIN.search(text, sentence[0], m.start()) for m in found):
        return
    stretches = [_stretch(text, given, at, _begins(raws, given, sentence), sentence[1]) for at in range(len(given))]
    quotes = quoted_parts(text)
    quoted = any(overlap(g.cue, q) for g in given for q in quotes)
    if quoted or None in stretches:
        return
    for one, told in zip(given, stretches, strict=True):
        if told is not None:
            yield RawClaim(source=(one.who,), cue=(one.cue,), content=(told,), score=_SURE)


def _given(text: str, found: re.Match[str], sentence: Span, cues: CueTable) -> _Given | None:
    fronted = _FRONTED.search(text[sentence[0] : found.start()]) is not None
    later = _ACCORDING.search(text, found.end(), sentence[1])
    who = _WHO.match(text, found.end(), sentence[1])
    if who is None or (later is not None and who.end() > later.start()):
        who = _WHO_THEN.match(text, found.end(), later.start() if later else sentence[1])
    named = who.span("who") if who is not None else None
    if fronted and (named is None or named[1] >= len(text[: sentence[1]].rstrip(" .\n"))):
        named = _role_at(text, found.end() + 1, sentence[1], cues)
    return None if named is None else _Given(cue=found.span(), who=named, fronted=fronted)


def _role_at(text: str, start: int, stop: int, cues: CueTable) -> Span | None:
    """The role that begins here, where no comma ends it: "according to the ministry a cylinder blew up"."""
    for at, word in enumerate(re.finditer(r"[\w’'-]+", text[start:stop])):
        if at > _FEW:
            break
        if word[0].casefold() in cues.tellers:
            return start, start + word.end()
    return None


def _begins(raws: Sequence[RawClaim], given: Sequence[_Given], sentence: Span) -> int:
    """Where the words of the first speaker may begin: behind whoever is told to say all of the sentence."""
    first = given[0].cue[0] if given else sentence[0]
    said = [s for r in raws for s in (*r.source, *r.cue) if r.content and r.content[-1][1] > first]
    return max([b for a, b in said if sentence[0] <= a and b <= first and b < first - _SHORTEST], default=sentence[0])


def _stretch(text: str, given: Sequence[_Given], at: int, begins: int, stop: int) -> Span | None:
    """The words that one of the speakers tells; None where they are open."""
    one, before, after = given[at], given[at - 1] if at else None, given[at + 1] if at + 1 < len(given) else None
    if one.fronted and _RELATIVE.match(text, one.who[1]):
        return None
    if one.fronted:
        end = stop if after is None else _end_before(text, one, after)
        return None if end is None else _trimmed(text, (one.who[1], end))
    start = begins if before is None else _start_behind(text, before, one)
    return None if start is None else _trimmed(text, (start, one.cue[0]))


def _end_before(text: str, one: _Given, after: _Given) -> int | None:
    """Where the words behind a speaker end: before the next one, or before the clause that is the next one's."""
    if after.fronted:
        return None if _APPOSED.fullmatch(text, one.who[1], after.cue[0]) else after.cue[0]
    joins = list(_NEXT.finditer(text, one.who[1], after.cue[0]))
    return joins[-1].start() if joins else None


def _start_behind(text: str, before: _Given, one: _Given) -> int | None:
    """Where the words before a speaker begin: behind the one before, and behind what that one tells or is."""
    if _RELATIVE.match(text, before.who[1]):
        return None
    joins = list(_NEXT.finditer(text, before.who[1], one.cue[0]))
    if before.fronted:
        return joins[-1].end() if joins else None
    led = _LED.match(text, before.who[1])
    if not joins or (led and led[0].strip(" ,;")):
        return before.who[1]
    # "The truce, according to both, held on Monday, but ...": the clause of the one before goes on behind him
    return joins[0].end() if _IS.match(text, before.who[1]) else None


def _trimmed(text: str, span: Span) -> Span | None:
    """A stretch without the words and stops that join it to what is around; None where too little is left."""
    start, end = span
    led = _LED.match(text, start, end)
    start = led.end() if led else start
    end = start + len(re.sub(rf"[\s,;.]*(?:\b{_JOINS})?[\s,;.]*$", "", text[start:end]))
    return (start, end) if end - start >= _SHORTEST else None
