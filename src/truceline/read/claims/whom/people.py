"""Who may be meant by "he" or "she": everybody told of before, with or without a name, and where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from truceline.model.span import Span, meets
from truceline.read.claims.spelled import gender_of, without_article
from truceline.read.claims.voice import BARE, Names, Voice
from truceline.read.claims.voices import voice_of

GENDER = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
"""Pronouns of one person, and the gender of each."""
REACH = 1800
"""Characters back within which somebody is looked for."""
_NAME = re.compile(
    r"(?P<name>[A-Z][\w’-]*[a-z][\w’-]*(?: (?:al-|bin |de |von |van |ag |wa |el-)?[A-Z][\w’-]*[a-z][\w’-]*){0,3})"
)
_INITIALS = re.compile(r"\b(?:Witness [A-Z]\b\.?|[A-Z]\. ?[A-Z]\.)(?=[ ,]|[’']s)")
_PLAIN = r"(?!(?:an?|the|his|her|its|their|my|our|and|or|of)\b)[a-z’-]+"
_NOUN = re.compile(
    r"\b(?P<who>(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur|[A-Z][\w’-]+['’]s?) "
    rf"(?P<role>{_PLAIN}(?: {_PLAIN}){{0,3}}))"
)
_SOMEONE = re.compile(r"\b(?:someone|somebody)\b", re.IGNORECASE)
_DOES = re.compile(
    r", (?:the|an?|its|his|her|their|who|asked|aged|\d)\b|(?:, [^.!?;\n]{2,80},|,)? (?:never |also |then )?"
    r"(?:[a-z]+ed|was|is|had|has|said|says|told|tells|went|took|saw|came|gave|spoke|knew|thinks?|wrote)\b"
)
"""Behind what may be somebody's name."""
_ONE = re.compile(r"(?:an?|one|another) ", re.IGNORECASE)
_TRADE = re.compile(
    r"[a-z-]{3,}(?:man|woman|master|mistress|keeper|monger|smith|worker|(?:al|ial|og|on|ar|m|t|p|c)ist|eer"
    r"|ician|holder|stress)"
)
"""What ends a word for somebody: "schoolmaster", "storekeeper"."""
_APPOSED = re.compile(
    r",? (?:(?:an?|the|one|called|named) (?:[a-z-]+ ){0,4})?(?:called |named )?(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][a-z]"
)
"""Behind what somebody is: his name."""
_MORE = re.compile(
    r"(?: (?:[a-z]+ing (?:the |an? )?[a-z]+|(?:of|from|at|in|with|near) (?:the |an? |his |her )?(?:[\w’-]+ )?[\w’-]+))"
    r"{1,2}?(?=,? (?:[a-z]+ed|was|had|is|has|who|said|says|sat|stood|told|came|went)\b|[,.])"
)


@dataclass(slots=True)
class Person:
    """Somebody told of: `name` None for one without; `at` where, in the order of the text; `gender` m, f or x."""

    name: str | None
    actor: str | None
    gender: str
    at: list[Span] = field(default_factory=list)
    words: Span = (0, 0)
    """Where one without a name is first told of."""
    spoke: list[Voice] = field(default_factory=list)
    plain: bool = False
    """Whether one without a name is told of by a word that is no office: "a waiter", "my father"."""


def people_before(at: int, gender: str, own: Sequence[Span], earlier: Sequence[Voice], names: Names) -> list[Person]:
    """Everybody of a gender told of within REACH before a place, but in the words `own` that he says there."""
    low = max(0, at - REACH)
    found: list[Person] = []
    free = _Free(own)
    mentions = [m for m in names.mentions if low <= m.start and m.end <= at and names.is_person(m)]
    for m in mentions:
        if free.take((m.start, m.end)):
            _add_named(found, m.name, m.actor, names.gender(m), (m.start, m.end))
    taken = [(m.start, m.end) for m in names.mentions if m.actor is not None and low <= m.start < at]
    for span, name in _by_capitals(low, at, taken, names):
        if free.take(span):
            _add_named(found, name, None, names.registry.gender_of(name) or "x", span)
    found += [person for person in _by_nouns(low, at, names) if free.take(person.words)]
    for voice in earlier:
        if low <= voice.at < at:
            _add_voice(found, voice)
    for person in found:
        person.at.sort()
    return sorted((p for p in found if p.gender in {gender, "x"}), key=lambda p: p.at[-1])


class _Free:
    """Stretches of the text that nobody is told of in yet."""

    def __init__(self, own: Sequence[Span]) -> None:
        self._own = tuple(own)
        self._taken: list[Span] = []

    def take(self, span: Span) -> bool:
        """Whether a stretch is free; it is taken then."""
        if meets(span, (*self._own, *self._taken)):
            return False
        self._taken.append(span)
        return True


def _add_named(found: list[Person], name: str, actor: str | None, gender: str, span: Span) -> None:
    last = without_article(name.rsplit(maxsplit=1)[-1])
    for person in found:
        same = actor is not None and person.actor == actor
        if same or (person.name is not None and without_article(person.name.split()[-1]) == last):
            person.at.append(span)
            person.gender = gender if person.gender == "x" else person.gender
            person.actor = person.actor or actor
            if len(name) > len(person.name or ""):
                person.name = name
            return
    found.append(Person(name, actor, gender, [span]))


def _add_voice(found: list[Person], voice: Voice) -> None:
    """Somebody who spoke: one known by the name or the actor, else whoever is told of where the voice is."""
    one = voice.single and _ONE.match(voice.words) is not None
    if not one and (voice.plural or voice.kind in {"author", "outlet", "group", "institution"}):
        return
    span = (voice.at, voice.at + len(voice.words))
    if voice.name is not None:
        found[:] = [p for p in found if p.name is not None or not meets(span, p.at)]
    person = next((p for p in found if _is(p, voice, span)), None)
    if person is None and voice.name is not None:
        _add_named(found, voice.name, voice.actor, voice.gender, span)
        person = next(p for p in found if span in p.at)
    elif person is None and voice.single and voice.words.casefold() not in GENDER:
        person = Person(None, None, voice.gender, [span], span)
        found.append(person)
    if person is None:
        return
    person.spoke.append(voice)
    if not meets(span, person.at):
        person.at.append(span)
    person.gender = voice.gender if person.gender == "x" else person.gender


def _is(person: Person, voice: Voice, span: Span) -> bool:
    """Whether somebody told of is who speaks."""
    if person.name is not None:
        return person.name == voice.name or (voice.actor is not None and person.actor == voice.actor)
    told = voice.first is not None and meets(voice.first, (person.words,))
    return voice.name is None and (told or meets(span, person.at))


def _by_capitals(low: int, at: int, taken: Sequence[Span], names: Names) -> Iterator[tuple[Span, str]]:
    """Names that reading took for nobody's: in full, by initials, or a part of one who is named in full elsewhere."""
    bodies, institutions = names.registry.words.body, names.cues.roles["institution"]
    for m in _NAME.finditer(names.text, low, at):
        start, parts = m.start("name"), m["name"].split()
        while parts and parts[0].casefold() in names.cues.words["no_name"]:
            start, parts = start + len(parts[0]) + 1, parts[1:]
        if not parts or meets((start, m.end()), taken) or parts[-1].casefold() in names.registry.places:
            continue
        if names.text[max(0, start - 4) : start].casefold() == "the ":
            continue
        name = " ".join(parts)
        told = {p.casefold() for p in parts}
        if name == names.author or not (bodies.isdisjoint(told) and institutions.isdisjoint(told)):
            continue
        whole = _in_full(name, names)
        known = whole is not None or _is_somebodys(name, (start, m.end()), names)
        if known and name.casefold() not in names.registry.places:
            yield (start, m.end()), whole or name
    yield from ((m.span(), m[0]) for m in _INITIALS.finditer(names.text, low, at) if not meets(m.span(), taken))


def _in_full(part: str, names: Names) -> str | None:
    """The full name of a person of whom a single word is a name."""
    named = (m for m in names.mentions if part in m.name and part in m.name.split())
    return next((m.name for m in named if names.is_person(m)), None)


def _is_somebodys(name: str, span: Span, names: Names) -> bool:
    """Whether a name is a person's: by the first name, a role or title before it, or what only a person does."""
    if names.registry.gender_of(name) is not None:
        return True
    before = re.search(r"([\w-]+),? $", names.text[max(0, span[0] - 24) : span[0]])
    told = before[1].casefold() if before else ""
    roles, words = names.cues.roles, names.cues.words
    if told in roles["person"] or told in roles["somebody"] or told in words["titles"] or _TRADE.fullmatch(told):
        return True
    placed = told in names.cues.words["prepositions"] or told == "the"
    return " " in name and not placed and _DOES.match(names.text, span[1]) is not None


def _by_nouns(low: int, at: int, names: Names) -> Iterator[Person]:
    """Somebody told of by what he is: "a woman selling tea", "Vant's deputy", "the colonel"."""
    offices, somebody = names.cues.roles["person"], names.cues.roles["somebody"]
    for m in _SOMEONE.finditer(names.text, low, at):
        yield Person(None, None, "x", [m.span()], m.span(), plain=True)
    for m in _NOUN.finditer(names.text, low, at):
        words = re.finditer(r"[a-z-]+", m["role"])
        noun = next((w for w in words if w[0] in offices or w[0] in somebody or _TRADE.fullmatch(w[0])), None)
        if noun is None:
            continue
        end = m.start("role") + noun.end()
        if _APPOSED.match(names.text, end, at):
            continue
        more = _MORE.match(names.text, end, at)
        span = (m.start("who"), more.end() if more else end)
        gender = gender_of(names.text[m.start("who") : end], names)
        yield Person(None, None, gender, [span], span, plain=noun[0] not in offices)


def voice_meant(voice: Voice, person: Person, gender: str, sure: float, names: Names) -> Voice:
    """The voice of somebody, at the words of a pronoun."""
    last = person.spoke[-1] if person.spoke else None
    if person.name is None:
        kind = last.kind if last is not None else "anonymous"
        first = None if BARE.fullmatch(names.text[slice(*person.words)]) else person.words
        meant = Voice(kind=kind, single=True, first=first, actor=last.actor if last else None)
    elif last is not None and last.name is not None:
        meant = last
    else:
        meant = Voice(kind="person", name=person.name, actor=person.actor)
        own = voice_of((person.at[-1],), names) if person.actor is not None else meant
        meant = own if own.name is not None else meant
    return replace(
        meant, gender=gender, single=True, plural=False, inner=False, words=voice.words, at=voice.at, sure=sure
    )
