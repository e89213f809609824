"""Who came in since somebody spoke: whom the writer met, the writer's own people, a man without a name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.voices import voice_of

_SURE = 0.9
_REACH = 900
_MET = re.compile(
    r"\b(?:I|we|We|reporters?|correspondents?|monitors?|observers?) (?:then |also |later |have |has |had ){0,2}"
    r"(?:met|meet|sp[eo]ken? (?:to|with)|speak (?:to|with)|talked (?:to|with)|saw|seen|found|interviewed|visited"
    r"|heard from) (?:an?|one|another|the|two|some|some(?:body|one))\b"
)
_OPENED = re.compile(
    r"(?:[.!?][”\"]?\s+|\n\s*)(?:(?:The|A|An|His|Her|One)|(?:And|But|Then|So|Now|There was) (?:the|an?|his|her|one))"
    r"\s((?:[\w’'-]+\s){0,2}[\w’'-]+)"
)
_CALLED = re.compile(r"(?:telephoned|phoned|rang|called|wrote|texted)\b")
"""Behind an unknown role at a sentence's beginning: "The schoolmaster telephoned again"."""
_KIN = (
    r"(?:father|mother|brother|sister|husband|wife|widow(?:er)?|son|daughter|uncle|aunt|cousin|nephew|niece"
    r"|grand(?:father|mother|son|daughter)|neighbou?r|landlord|landlady|friend)\b"
)
_NEW_KIN = re.compile(
    rf"\b(?:[Mm]y|[Oo]ur) (?:own |late |old |elder |younger )*{_KIN}"
    rf"|(?:[.!?][”\"]?\s+|\n\s*)(?:His|Her|Their|The [\w’'-]+['’]s|[A-Z][\w’-]+['’]s) (?:[\w’'-]+ )?{_KIN}"
)
"""Somebody nobody names: the writer's own people anywhere, another's where a sentence begins with them."""
_WITH = re.compile(
    r"(?:\b(?:I|[Ww]e) (?:(?:then|also|later|last|once|had|have|often|again) ){0,2}"
    r"(?:met|saw|visited|telephoned|phoned|rang|interviewed|found|asked"
    r"|(?:sat|spoke|talked|walked|drove|dined|drank|ate|stayed|waited|stood)(?: \w+){0,2} (?:with|to|beside))"
    r" (?:(?:the|old|young) )?(?:[a-z’-]+ ){0,3}|\bname (?:is|was) )(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})"
)
"""Before whom the writer met: "On my last evening I sat with Carrasca", "My driver's name is Haroun"."""
_APPOSED = re.compile(r"\b(?:an?|the|its|his|her|their) [^.;:,\n]{3,60}, (?P<name>[A-Z][\w’-]+ [A-Z][\w’-]+)(?=[,.;:])")
"""A name in full, set off behind what somebody is: "a major with clean shoes, Eskil Thorne"."""


def newcomer(since: int, until: int, names: Names) -> bool:
    """As in “The deputy governor stands by it. She ...”: whether somebody came in by a sentence within a stretch.

    So does whom the writer met, "I met a fighter who called himself Mechanic. He ...", and somebody's kin, of whom "he"
    tells then: "My father was taken".
    """
    stretch = names.text[since:until]
    if _MET.search(stretch) or _NEW_KIN.search(names.text, since, until) or _is_named(since, until, names):
        return True
    somebody = names.cues.roles["person"] | names.cues.roles["somebody"]
    return any(_is_somebody(m[1].split(), somebody) for m in _OPENED.finditer(stretch))


def _is_named(since: int, until: int, names: Names) -> bool:
    """As in “It has a major with clean shoes, Eskil Thorne.”: a name set off behind what somebody is, nobody's yet."""
    return any(
        not any(m.start < found.end("name") and found.start("name") < m.end for m in names.mentions)
        for found in _APPOSED.finditer(names.text, since, until)
    )


def _is_somebody(words: Sequence[str], somebody: frozenset[str]) -> bool:
    """Whether a sentence's first words tell of a person, by a word for one or by what only a person does."""
    if any(w.casefold() in somebody for w in words):
        return True
    return words[0].islower() and any(_CALLED.fullmatch(w) for w in words[1:])


def met_meant(voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice | None:
    """Whom "he" means in “I sat with Carrasca. He told me ...”: the one the writer met since anybody else spoke.

    Open where nothing more is known of that one; None where nobody was met, or where another who fits is named behind.
    """
    spoke = (v for v in earlier if v.at < voice.at and v.name and (voice.inner or not v.inner))
    low = max([voice.at - _REACH, *(v.at + len(v.words) for v in spoke), 0])
    met = next(reversed(list(_WITH.finditer(names.text, low, voice.at))), None)
    if met is None or names.text.count("\n\n", met.end(), voice.at) > 1 or newcomer(met.end(), voice.at, names):
        return None
    named = next((m for m in names.mentions if met.start("name") <= m.start < met.end() and names.is_person(m)), None)
    since = (m for m in names.mentions if met.end() <= m.start < voice.at and names.is_person(m))
    if any(names.gender(m) in {gender, "x"} and (named is None or m.actor != named.actor) for m in since):
        return None
    if named is not None and names.gender(named) not in {gender, "x"}:
        return None
    meant = _spoke(met["name"].split()[-1], gender, earlier) or (
        voice_of(((named.start, named.end),), names) if named is not None else _by_name(met, gender, names)
    )
    if meant is None:
        return voice
    return replace(meant, words=voice.words, at=voice.at, gender=gender, sure=_SURE * meant.sure)


def _by_name(met: re.Match[str], gender: str, names: Names) -> Voice | None:
    """A person by a title or a given name alone, or whose name is told: "I asked Lord Pryce", "His name is Haroun"."""
    first, *rest = met["name"].split()
    known = first.casefold() in names.cues.words["titles"] or names.registry.gender_of(first) == gender
    if not met[0].startswith("name ") and not (rest and known):
        return None
    return Voice(kind="person", name=met["name"], gender=gender)


def _spoke(surname: str, gender: str, earlier: Sequence[Voice]) -> Voice | None:
    """How somebody of a last name spoke before."""
    fits = (v for v in reversed(earlier) if v.name and v.gender in {gender, "x"})
    return next((v for v in fits if (v.name or "").split()[-1] == surname), None)
