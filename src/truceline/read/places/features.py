"""What speaks for and against a phrase being meant as a place, as named features of a linear model."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from truceline.model.gazetteer import Candidate
from truceline.read.places.kit import PlaceKit
from truceline.read.places.spans import Phrase
from truceline.read.places.tokens import Word, ends_date

_LARGE = {
    "PCLI": "country",
    "PCLH": "country",
    "ADM1": "state",
    "CONT": "world",
    "ADM2": "district",
    "ADM3": "district",
}


@dataclass(frozen=True, slots=True)
class Habits:
    """How the document uses each word elsewhere: after a preposition, after a given name or title, in lower case."""

    located: Mapping[str, int]
    personal: Mapping[str, int]
    plain: frozenset[str]
    theatre: frozenset[str]
    """Countries the document names, by name, nationality or first-order area."""


def habits_of(words: Sequence[Word], kit: PlaceKit) -> Habits:
    """Habits of one document."""
    located: Counter[str] = Counter()
    personal: Counter[str] = Counter()
    plain: set[str] = set()
    for at, (before, word) in enumerate(pairwise(words)):
        if not word.capital:
            plain.add(word.lower)
        elif before.lower in kit.lexicon.prepositions:
            located[word.lower] += 1
        elif ends_date(words, at, kit.lexicon.months):
            continue  # "August Qasr" is nobody's name
        elif before.lower in kit.lexicon.titles or (before.capital and kit.gazetteer.bearers(before.lower).first > 1):
            personal[word.lower] += 1
    return Habits(located, personal, frozenset(plain), _theatre(words, kit))


def _theatre(words: Sequence[Word], kit: PlaceKit) -> frozenset[str]:
    """The countries that a document names, or whose provinces."""
    names = sorted(name for name in {w.text for w in words if w.capital} if kit.gazetteer.knows(name))
    known = [c for name in names for c in kit.gazetteer.candidates(name)]
    return frozenset(c.country for c in known if c.feature in {"PCLI", "ADM1"} and c.kind in {0, 5})


def features(
    phrase: Phrase, words: Sequence[Word], candidates: Sequence[Candidate], habits: Habits, kit: PlaceKit
) -> Iterator[str]:
    """Names of the features that hold of a phrase."""
    kind = _kind(phrase, candidates)
    yield "always"
    yield f"kind={kind}"
    yield f"words={min(3, phrase.last - phrase.first + 1)}"
    yield from _bearing(phrase, words, kind, kit)
    yield from _beside(phrase, words, kind, kit)
    yield from _elsewhere(phrase, words, kind, habits)
    if phrase.kind == "name":
        here = any(c.country in habits.theatre for c in candidates if c.kind in {0, 1})
        yield f"{'here' if here else 'abroad'}:{kind}"


def _kind(phrase: Phrase, candidates: Sequence[Candidate]) -> str:
    """Demonym, landmark, or the size and kind of the largest place so called."""
    if phrase.kind != "name":
        return f"{phrase.kind}:{phrase.feature}"
    strong = [c for c in candidates if c.kind in {0, 2}] or list(candidates)
    large = next((c for c in strong if c.feature in _LARGE), None)
    people = max((c.population for c in strong), default=0)
    if large is not None and (large.population >= people or large.feature == "PCLI"):
        return ("short:" if large.kind == 2 else "") + _LARGE[large.feature]
    if not strong:
        return "town:0"
    if strong[0].chosen:
        return "curated"
    size = len(str(people)) if people else 0
    return f"town:{size}" + ("" if strong[0].kind in {0, 2} else ":alternate")


def _alone(word: Word, broad: str, kit: PlaceKit) -> Iterator[str]:
    """What one word may be besides: a person's name, a plain word, a month."""
    also = kit.gazetteer.bearers(word.lower)
    yield f"one:{broad}:last={min(also.last, 6)}"
    yield f"one:{broad}:first={min(also.first, 6)}"
    if also.word:
        yield f"one:{broad}:plain"
        yield f"one:plain:opening={word.first}"
    if word.lower in kit.lexicon.months:
        yield "month"


def _bearing(phrase: Phrase, words: Sequence[Word], kind: str, kit: PlaceKit) -> Iterator[str]:
    word = words[phrase.first]
    broad = kind.split(":", maxsplit=1)[0]
    if phrase.first == phrase.last:
        yield from _alone(word, broad, kit)
    if word.text.isupper() and len(word.text) > 1:
        yield f"capitals:{broad}:{min(len(word.text), 5)}"
    if len(word.text) == 1:
        yield "initial"
    if word.lower in kit.lexicon.articles:
        yield f"article:{broad}"
    if phrase.kind == "landmark" and not words[phrase.last].capital:
        yield f"plain landmark:{phrase.feature}"
    if word.first:
        yield f"opening:{broad}"
    if phrase.last > phrase.first and kit.gazetteer.bearers(word.lower).first > 2:
        yield "given name first"


def _beside(phrase: Phrase, words: Sequence[Word], kind: str, kit: PlaceKit) -> Iterator[str]:
    broad = kind.split(":", maxsplit=1)[0]
    before = words[phrase.first - 1] if phrase.first and not words[phrase.first].first else None
    if before is not None and ends_date(words, phrase.first - 1, kit.lexicon.months):
        before = replace(before, text=",", lower=",", capital=False)  # "On 26 August Homs": as with a comma
    shape = _shape(before, words[phrase.first].start - before.end if before else 0, kit)
    yield f"before:{shape}"
    yield f"before:{shape}:{broad}"
    if before is not None:
        yield f"before={before.lower}"
        if phrase.first > 1:
            yield f"before2={words[phrase.first - 2].lower}"
    yield from _behind(phrase, words, broad, kit)


def _behind(phrase: Phrase, words: Sequence[Word], broad: str, kit: PlaceKit) -> Iterator[str]:
    """What stands behind a phrase in its sentence."""
    after = words[phrase.last + 1] if phrase.last + 1 < len(words) and not words[phrase.last + 1].first else None
    shape = _shape(after, after.start - words[phrase.last].end if after else 0, kit)
    possessive = ":'s" if words[phrase.last].possessive else ""
    yield f"after:{shape}{possessive}"
    yield f"after:{shape}:{broad}{possessive}"
    if after is None:
        return
    yield f"after={after.lower}"
    if after.lower in kit.lexicon.kin:
        yield "family"
    if after.lower in kit.lexicon.areas and not after.capital:
        yield f"after area word:{broad}"
    if phrase.last + 2 < len(words):
        yield f"after2:{after.text if after.text in ',-.' else ''}{_shape(words[phrase.last + 2], 1, kit)}"


def _shape(word: Word | None, gap: int, kit: PlaceKit) -> str:
    """What stands beside: nothing, a mark, a word of some kind, or a capital and what it is."""
    if word is None:
        return "none"
    if not word.text[0].isalnum():
        return "mark"
    kinds = (
        ("preposition", kit.lexicon.prepositions),
        ("title", kit.lexicon.titles),
        ("saying", kit.lexicon.people_verbs),
    )
    plain = next((name for name, listed in kinds if word.lower in listed), "")
    return plain or (_capital(word, gap, kit) if word.capital else "word")


def _capital(word: Word, gap: int, kit: PlaceKit) -> str:
    also = kit.gazetteer.bearers(word.lower)
    if gap > 1:
        return "far capital"
    if also.first > 1:
        return "given name"
    if word.lower in kit.lexicon.demonyms:
        return "demonym"
    return "surname" if also.last > 2 else "capital"


def _elsewhere(phrase: Phrase, words: Sequence[Word], kind: str, habits: Habits) -> Iterator[str]:
    broad = kind.split(":", maxsplit=1)[0]
    last = words[phrase.last].lower
    opening = words[phrase.first].lower
    if phrase.first == phrase.last and last in habits.plain:
        yield f"plain here:{broad}"
    yield f"personal:{min(2, habits.personal[last])}:{broad}"
    yield f"located:{min(3, habits.located[opening])}:{broad}"
