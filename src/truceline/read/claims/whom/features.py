"""What speaks for and against each who may be meant by "he" or "she": numbers, the same for all."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.span import Span
from truceline.read.claims.quotes import quoted_parts
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.whom.people import GENDER, Person
from truceline.text.sentences import breaks_between

_BACK = 2400
"""Characters back within which sentences and quotations are looked for."""
_START = re.compile(r"(?:[.!?][”\"’']?(?:\s*\[\d+\])*\s+|\n\s*)(?=[\w“\"‘'])")
_SUBJECT = re.compile(
    r"[“\"‘']?(?:(?:And|But|Yet|Then|So|Now|Still|Even|Only|Nor),? )?"
    r"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Bb]y|[Aa]fter|[Bb]efore|[Ff]or|[Ss]ince|[Ff]rom|[Oo]utside|[Nn]ear|[Bb]eside"
    r"|[Aa]ccording to)(?: [\w’'-]+){1,8}?,? )?"
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) )?(?:[\w’'.-]+,? ){0,4}$"
)
"""What may stand in a sentence before its subject's name."""
_VERB = re.compile(
    r"(?:, [^.!?;]{2,120}?,)? (?:(?:never|also|then|too|soon|now|still|has|had|have) )?"
    r"(?:[a-z]+(?:ed|s)|was|were|is|had|has|did|went|took|saw|came|gave|kept|stood|left|put|made|knew|told|said|ran|sat"
    r"|spoke|wrote|met|held|found|felt|thought|began|brought|could|would|will|may|might|must|should)\b"
)
_THEN = re.compile(r"(?:(?:And|But|Yet|Then|So|Now|Only) )?")
_CALLED = re.compile(r"\bname (?:is|was) $")
_PREPOSITION = re.compile(
    r"\b(?:of|by|with|to|against|for|from|about|between|on|under|over|at|than|and|near)\s(?:the\s)?$"
)
_PLACED = re.compile(r"\b(?:in|at|near|from|to|into|through|outside|around|of)\s$")
_TOLD = re.compile(r"\b(?:told|asked|thanked|accused|blamed|urged|warned|answered|called)\s(?:the\s)?$")
_MET = re.compile(
    r"\b(?:I|[Ww]e|reporters?|correspondents?) (?:[a-z]+ ){0,2}(?:asked|met|saw|found|visited|interviewed|rang"
    r"|telephoned|(?:it|this|that) to|(?:spoke|speak|spoken|talked|talk) (?:to|with)|sat (?:with|beside))\s(?:the\s)?$"
)
_HARMED = re.compile(
    r"\b(?:killed|wounded|injured|murdered|executed|beheaded|shot dead|hurt|dead|died|buried|missing|tortured|kidnapped"
    r"|arrested|detained)\b"
)
_WAS_HARMED = re.compile(
    r"(?:, [^,.!?]{2,70},)? (?:died|(?:was|is|had been|has been) (?:(?!un|freed|released|promoted)\w+ed"
    r"|taken|shot|hit|hurt|struck|dead|beaten))\b"
)
_ADDS = re.compile(r"\s+(?:also\s+)?(?:added|continued|went on|goes on|adds)\b")
_RELATIVE = re.compile(r",? who(?:se|m)?\b")
_WORD = re.compile(r"[\w’'-]+")
_RECENT = 400
_ROW, _NOBODY = 72, 6
"""Numbers that tell of somebody, and those that tell of nobody."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a pronoun stands, and what lies before it."""

    raw: RawClaim
    voice: Voice
    gender: str
    earlier: Sequence[Voice]
    names: Names


@dataclass(frozen=True, slots=True)
class Scene:
    """What is the same for all who may be meant: `starts` of sentences, `told` of those in no quotation."""

    it: Setting
    people: Sequence[Person]
    starts: Sequence[int]
    told: Sequence[int]
    quotes: Sequence[Span]
    spoke: Sequence[Voice]
    pronouns: Sequence[Voice]
    first: int
    """Where the claim begins."""
    own: int
    """How many are surely of the pronoun's gender."""
    adds: bool
    """Whether the pronoun's verb carries on who spoke last: "he added"."""

    @property
    def last(self) -> Voice | None:
        """Who spoke last in the text itself."""
        return self.spoke[-1] if self.spoke else None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where somebody is last told of, and what stands around it."""

    start: int
    end: int
    sentence: int
    paragraph: int
    told: int
    """Sentences of the text itself since."""
    recent: int
    """Others who are told of since."""
    breaks: int
    before: str
    behind: str
    words: str
    subject: bool
    lasted: bool
    """Whether this one spoke last."""


def measured(scene: Scene) -> list[list[float]]:
    """A row of numbers for each who may be meant, and a last one for nobody of them."""
    return [*(_row(p, scene) for p in scene.people), [0.0] * _ROW + _nobody(scene)]


def is_hidden(person: Person, scene: Scene) -> bool:
    """Whether it is not to be said that somebody is meant, however likely: too few texts tell of such cases.

    As in “The schoolmaster telephoned. He said ...” of anybody before; “Vant was wounded. He said ...”, which another
    may tell; and “Holm met Kerel. He said ...” of either.
    """
    place = _place(person, scene)
    since = (p for p in scene.people if p.plain and p is not person and p.at[-1][0] > place.end)
    if any(_came_in(p, scene) for p in since):
        return True
    if person.spoke or person.name is None:
        return False
    if place.subject and _WAS_HARMED.match(place.behind):
        return True
    same = (p for p in scene.people if p is not person and p.gender == scene.it.gender)
    others = (p for p in same if p.name and not p.spoke)
    return any(_place(p, scene).sentence == place.sentence for p in others)


def is_told_name(person: Person, scene: Scene) -> bool:
    """As in “My driver's name is Haroun”: whether somebody is last told of by what he is called."""
    start = person.at[-1][0]
    return person.name is not None and _CALLED.search(scene.it.names.text, max(0, start - 10), start) is not None


def _came_in(person: Person, scene: Scene) -> bool:
    """Whether somebody without a name comes in as a sentence's subject, as the writer's kin or as whom he met."""
    text, (start, end) = scene.it.names.text, person.at[-1]
    led = text[max(0, start - 60) : start]
    kin = text[start:end].casefold().startswith("my ")
    begins = any(_THEN.fullmatch(text, s, start) for s in scene.starts if s <= start < s + 10)
    return kin or begins or _MET.search(led) is not None


def scene_of(people: Sequence[Person], setting: Setting) -> Scene:
    """What is the same for all who may be meant by a pronoun."""
    text, at = setting.names.text, setting.voice.at
    starts = [m.end() for m in _START.finditer(text, max(0, at - _BACK), at + 1) if m.end() <= at]
    quotes = [q for q in quoted_parts(text) if at - _BACK < q[1] and q[0] < at]
    spoke = [v for v in setting.earlier if v.at < at and v.words and v.kind != "author" and not v.inner]
    pronouns = [v for v in spoke if v.gender == setting.gender and v.words.casefold() in GENDER]
    return Scene(
        it=setting,
        people=people,
        starts=starts,
        told=[s for s in starts if not any(a < s < b for a, b in quotes)],
        quotes=quotes,
        spoke=spoke,
        pronouns=pronouns,
        first=min([at, *(a for a, _ in setting.raw.content)]),
        own=sum(p.gender == setting.gender for p in people),
        adds=_ADDS.match(text, at + len(setting.voice.words)) is not None,
    )


def _place(person: Person, scene: Scene) -> _Place:
    text, (start, end) = scene.it.names.text, person.at[-1]
    sentence = max((s for s in scene.starts if s <= start), default=0)
    subject = _SUBJECT.fullmatch(text, sentence, start) is not None and _VERB.match(text, end) is not None
    return _Place(
        start=start,
        end=end,
        sentence=sentence,
        paragraph=text.rfind("\n", 0, start) + 1,
        told=sum(sentence < s <= scene.first for s in scene.told),
        recent=sum(p.at[-1][0] > start for p in scene.people),
        breaks=breaks_between(text, start, scene.it.voice.at),
        before=text[max(0, start - 40) : start],
        behind=text[end : end + 60],
        words=text[start:end],
        subject=subject,
        lasted=any(v is scene.last for v in person.spoke),
    )


def _row(person: Person, scene: Scene) -> list[float]:
    place = _place(person, scene)
    numbers = (
        *_who(person, scene),
        *_how_far(place, scene),
        *_as_subject(person, place, scene),
        *_speaking(person, place, scene),
        *_around(person, place, scene),
        *_others(person, place, scene),
    )
    return [float(n) for n in numbers] + [0.0] * _NOBODY


def _who(person: Person, scene: Scene) -> tuple[float, ...]:
    gender = scene.it.gender
    return (
        person.gender == gender,
        person.gender == "x",
        math.log(len(person.at)),
        len(person.at) == 1,
        person.name is None,
        person.name is not None and person.actor is None and person.gender == "x",
        _whole_text(person, scene),
        person.plain,
        person.plain and person.gender == gender,
    )


def _whole_text(person: Person, scene: Scene) -> float:
    """How often somebody is named in all of the text before."""
    if person.name is None or person.actor is None:
        return 0.0
    named = sum(m.actor == person.actor and m.end <= scene.it.voice.at for m in scene.it.names.mentions)
    return math.log(1 + named)


def _how_far(place: _Place, scene: Scene) -> tuple[float, ...]:
    between = sum(place.sentence < s <= scene.first for s in scene.starts)
    return (
        *(place.told == n for n in range(4)),
        place.told > 3,
        between <= 1,
        place.breaks == 0,
        place.breaks in {1, 2},
        place.breaks > 2,
        math.log(1 + max(0, scene.it.voice.at - place.end)) / 7,
        *(place.recent == n for n in range(3)),
        place.recent > 2,
        place.told == 1 and place.recent == 0,
        place.told == 0 and place.recent == 0,
    )


def _as_subject(person: Person, place: _Place, scene: Scene) -> tuple[float, ...]:
    silent = scene.last is None or scene.last.at < place.start
    opens = place.subject and place.paragraph == place.sentence
    here = sum(a >= place.paragraph for a, _ in person.at) if place.breaks == 0 else 0
    return (
        place.subject,
        place.subject and place.told == 1,
        place.subject and place.told == 0,
        place.subject and place.told <= 1 and silent,
        opens,
        opens and place.breaks == 0,
        person.name is None and place.subject and place.told <= 1,
        math.log(1 + here),
    )


def _speaking(person: Person, place: _Place, scene: Scene) -> tuple[float, ...]:
    voice, last = scene.it.voice, scene.pronouns[-1] if scene.pronouns else None
    quoted_first = bool(scene.it.raw.content) and scene.it.raw.content[0][0] < voice.at
    goes_on = any(v is last for v in person.spoke)
    return (
        place.lasted,
        place.lasted and place.breaks == 0,
        place.lasted and place.told <= 1,
        place.lasted and place.recent == 0,
        place.lasted and scene.adds,
        place.lasted and quoted_first,
        bool(person.spoke),
        math.log(1 + len(person.spoke)),
        len(person.spoke) / max(1, len(scene.spoke)),
        goes_on,
        goes_on and last is not None and voice.at - last.at < _RECENT,
        scene.last is not None and scene.last.at > place.end and not place.lasted,
        scene.last is None,
        voice.inner,
        voice.words.casefold() in {"his", "her"},
    )


def _around(person: Person, place: _Place, scene: Scene) -> tuple[float, ...]:
    roles = scene.it.names.cues.roles["person"]
    led = any(w.casefold() in roles for w in _WORD.findall(place.before[-30:].rpartition(".")[2]))
    apposed = place.behind.startswith(", ") and any(w.casefold() in roles for w in _WORD.findall(place.behind))
    quoted = any(a < place.start < b for a, b in scene.quotes)
    indefinite = person.name is None and place.words[:2].casefold() in {"a ", "an", "on"}
    return (
        place.behind[:2] in {"'s", "’s"},
        _PREPOSITION.search(place.before) is not None,
        _PLACED.search(place.before) is not None,
        place.before.casefold().endswith(" the "),
        _TOLD.search(place.before) is not None,
        _MET.search(place.before) is not None,
        _HARMED.search(place.behind) is not None,
        _RELATIVE.match(place.behind) is not None,
        quoted,
        quoted and place.recent == 0,
        person.name is not None and " " in place.words,
        led or apposed,
        indefinite,
        person.name is None and place.words.split(" ")[0].casefold() in {"his", "her", "my"},
    )


def _others(person: Person, place: _Place, scene: Scene) -> tuple[float, ...]:
    gender = scene.it.gender
    since = [p for p in scene.people if p is not person and p.at[-1][0] > place.end]
    return (
        len(scene.people) == 1,
        scene.own == 1 and person.gender == gender,
        any(p.gender == gender for p in since),
        any(p.gender == "x" for p in since),
        any(p.name is None for p in since),
        any(p.name is not None and p.gender == gender for p in since),
        any(p.plain for p in since),
        any(p.plain and p.gender == gender for p in since),
        any(p.spoke for p in since),
        1.0,
    )


def _nobody(scene: Scene) -> list[float]:
    """What speaks for nobody of those told of."""
    fits = len(scene.people)
    inner, first = float(scene.it.voice.inner), float(scene.last is None)
    return [1.0, float(not fits), math.log(1 + fits), math.log(1 + scene.own), inner, first]
