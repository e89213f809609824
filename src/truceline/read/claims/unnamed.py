"""Who is meant by "she" or "the source" where nobody is named: the words that first tell of that one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.span import Span
from truceline.read.claims.pronouns import GENDER, PRONOUNS, REACH
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.voices import voice_of
from truceline.text.sentences import breaks_between

_SURE = 0.9
_ROLE_REACH = 2500
"""Characters back within which an unnamed source told of again was first told of."""
_BREAKS = 2
_START = r"(?:(?<![^\n])|(?<=[.!?] )|(?<=[.!?][”\"] ))"
_WHERE = (
    r"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Bb]y|[Oo]utside|[Bb]eside|[Bb]ehind|[Nn]ear|[Uu]nder|[Ii]nside|[Ff]rom|[Aa]long|[Aa]mong"
    r"|[Aa]cross|[Oo]pposite|[Aa]fter|[Bb]efore)(?: [\w’'-]+){1,6}?,? )"
)
_ROLE = r"(?P<role>[a-z’'-]+(?: [a-z’'-]+){0,3})"
_CAME_IN = re.compile(
    rf"{_START}(?:(?:And|But|Then|So|Now|Yet|Only) )?(?:{_WHERE}|(?:[Tt]here (?:was|is|sat|stood) )|[Ii]t was )?"
    rf"(?P<who>(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Mm]y) {_ROLE}\b)"
)
"""A sentence's first words that bring somebody in: "A woman selling tea watched", "At the gate an old man sat"."""
_MET = re.compile(
    r"\b(?:I|we|We) (?:then |also |later |once |had |have ){0,2}(?:met|saw|found|asked|visited|interviewed"
    r"|(?:sp[eo]ke|talked) (?:to|with)|sat (?:with|beside)|put (?:it|this|that|the (?:question|point|charge)) to)"
    rf" (?P<who>(?:an?|one|another|the) {_ROLE}\b)"
)
"""Whom the writer met: "I met a fighter who ..."."""
_MORE = re.compile(
    r" (?:[a-z]+ing (?:the |an? )?[a-z]+|(?:of|from|at|in|with|near) (?:the |an? |his |her )?(?:[\w’-]+ )?[\w’-]+)"
    r"(?=,? (?:[a-z]+ed|was|had|is|has|who|said|says|sat|stood|told|came|went)\b|[,.])"
)
"""What tells more of somebody, behind his role: "selling tea", "at the mission hospital"."""
_NEXT = re.compile(r"(?:[.!?][”\"’']?(?:\s*\[\d+\])*\s+|\n\s*)(?=[\w“\"‘'])")
_GOES_ON = re.compile(r"[“\"‘']|(?:(?:And|But|Yet|Then|So|Now) )?(?:he|she|his|her)\b", re.IGNORECASE)
"""How a sentence begins that goes on about the one told of before."""
_AGAIN = re.compile(r"(?:the|that|this|the same) (?:[\w’'-]+ )?(?P<noun>[a-z]+)", re.IGNORECASE)
"""Words for one who has been told of: "the source", "the same official"."""
_FIRST = re.compile(r"(?:an?|one|another) (?:[\w’'-]+ ){0,4}?[a-z]+\b", re.IGNORECASE)
"""Words for one who has not: "an Iranian military source"."""
_BEHIND = re.compile(r",| (?:in|at|of|from|with|close|who|whom|on|familiar|based|told|speaking)\b")


def with_antecedent(voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice:
    """The voice with where an unnamed one is first told of, as in “A woman selling tea watched. "Go," she said”.

    A pronoun that may mean two, or somebody with a name, is left as it is; so is a voice that has a name.
    """
    low = voice.words.casefold().strip(" ,")
    if voice.name is not None or not voice.words:
        return replace(voice, first=None)
    if low in GENDER:
        kept = voice if voice.first is not None and _still(voice, earlier, names) else replace(voice, first=None)
        return kept if kept.first else _by_pronoun(kept, GENDER[low], earlier, names)
    again = _AGAIN.fullmatch(voice.words.strip(" ,"))
    if again is None or low in PRONOUNS:
        return voice if low == "they" else replace(voice, first=None)
    return voice if voice.first else _told_again(voice, again["noun"], earlier)


def _still(voice: Voice, earlier: Sequence[Voice], names: Names) -> bool:
    """Whether the text has gone on about an unnamed one since he last spoke."""
    last = next(v for v in reversed(earlier) if v.first_told == voice.first)
    return _leads_to(last.at + len(last.words), voice.at, names)


def _told_again(voice: Voice, noun: str, earlier: Sequence[Voice]) -> Voice:
    """As in “the source” after "an Iranian military source": the last one of that noun told of as somebody new."""
    for known in reversed(earlier):
        new = known.name is None and known.at < voice.at <= known.at + _ROLE_REACH and _FIRST.match(known.words)
        if new and _noun(known.words) == noun.casefold():
            return replace(voice, first=known.first_told)
    return voice


def _noun(words: str) -> str:
    """The noun that says what somebody is: the last word before "in", "who" and the like."""
    return _BEHIND.split(words)[0].split()[-1].casefold()


def _by_pronoun(voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice:
    """Whom nobody names and "she" means: who came in last, where nobody else who fits was told of since."""
    came = [c for c in _came_in(voice.at, names) if c[1].gender in {gender, "x"}]
    if not came or _spoke_of_other(voice, gender, came[-1][0], earlier, names):
        return voice
    span, _ = came[-1]
    if not _leads_to(span[1], voice.at, names):
        return voice
    return replace(voice, kind="anonymous", single=True, gender=gender, first=span, sure=_SURE)


def _leads_to(since: int, at: int, names: Names) -> bool:
    """Whether what is told between two places goes on about the same one: by pronouns and quotations alone."""
    return all(_GOES_ON.match(names.text, m.end()) for m in _NEXT.finditer(names.text, since, at + 1))


def _came_in(at: int, names: Names) -> list[tuple[Span, Voice]]:
    """The people without a name who came in before a place, where they are told of, in the order of the text."""
    return sorted(_people_in(max(0, at - REACH), at, names), key=lambda found: found[0])


def _people_in(low: int, at: int, names: Names) -> Iterator[tuple[Span, Voice]]:
    somebody = names.cues.roles["person"] | names.cues.roles["somebody"]
    for form in (_CAME_IN, _MET):
        for found in form.finditer(names.text, low, at):
            start, role = found.start("who"), found.start("role")
            noun = next((w for w in re.finditer(r"[a-z-]+", found["role"]) if w[0] in somebody), None)
            if noun is None or breaks_between(names.text, start, at) > _BREAKS:
                continue
            end = role + noun.end()
            more = _MORE.match(names.text, end, at)
            span = (start, more.end() if more else end)
            yield span, replace(voice_of(((start, end),), names), words=names.text[start:end], at=start)


def _spoke_of_other(voice: Voice, gender: str, since: Span, earlier: Sequence[Voice], names: Names) -> bool:
    """Whether somebody else who may be meant spoke or was named since an unnamed one came in."""
    named = (m for m in names.mentions if since[1] <= m.start and m.end <= voice.at and names.is_person(m))
    if any(names.gender(m) in {gender, "x"} for m in named):
        return True
    spoke = (v for v in earlier if since[1] <= v.at < voice.at and v.kind != "author" and not v.plural)
    return any(v.gender in {gender, "x"} and (v.name is not None or v.single) and v.first != since for v in spoke)
