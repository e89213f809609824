"""Place names in the text and the role each plays."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from truceline.model.actor import ActorMention
from truceline.model.gazetteer import Candidate
from truceline.model.place import PlaceMention
from truceline.model.span import Span, meets
from truceline.read.places.accept import score
from truceline.read.places.coordinates import find_coordinates
from truceline.read.places.counties import counties_told
from truceline.read.places.features import features, habits_of
from truceline.read.places.introduced import introduced, is_introduced
from truceline.read.places.kit import PlaceKit
from truceline.read.places.lexicon import PlaceLexicon
from truceline.read.places.roles import role_of
from truceline.read.places.spans import Phrase, phrases
from truceline.read.places.stated import is_stated
from truceline.read.places.tokens import Word, words_of
from truceline.text.settlements import beside


def find_places(  # noqa: PLR0913
    text: str,
    sentences: tuple[Span, ...],
    actors: tuple[ActorMention, ...],
    given: tuple[Span, ...] | None,
    kit: PlaceKit,
    *,
    title: str | None = None,
) -> tuple[PlaceMention, ...]:
    """Every place name, unresolved; exactly the `given` spans where the input names them. None is a person's name.

    A `title` that stands outside the text tells how its words are used, and has no spans.
    """
    words = words_of(text, sentences)
    if given is not None:
        return tuple(_given(text, span, words, kit) for span in given)
    outside = title if title and title not in text else ""
    people = introduced(text)
    counties = counties_told(text, kit.gazetteer)
    habits = habits_of((*words_of(outside, ((0, len(outside)),)), *words), kit)

    def meant(phrase: Phrase) -> bool:
        if phrase.kind == "name" and (_is_no_town(text, phrase, words, kit) or is_introduced(phrase, words, people)):
            return False
        known = candidates_of(text, phrase, words, kit)
        if phrase.kind == "landmark" and any(c.kind != 4 for c in known):
            return True  # a site the gazetteer has under its whole name
        span = (words[phrase.first].start, words[phrase.last].end)
        if phrase.kind == "name" and is_stated(text, span, known, kit.gazetteer, counties):
            return True
        named = score(features(phrase, words, known, habits, kit), kit.weights) > 0
        return named and not _is_body(phrase, words, kit.lexicon)

    printed = tuple(find_coordinates(text))
    taken = [(p.start, p.end) for p in printed] + [(a.start, a.end) for a in actors if _is_person(a)]
    named = (_mention(text, p, words, kit) for p in phrases(text, words, kit, meant))
    free = (m for m in named if not meets((m.start, m.end), taken))
    return _apart(text, sorted((*free, *printed), key=lambda m: m.start), kit)


def _apart(text: str, found: Sequence[PlaceMention], kit: PlaceKit) -> tuple[PlaceMention, ...]:
    """The mentions; a town that only tells where a name no gazetteer has lies is not where something happened."""
    made = list(found)
    for i, (one, two) in enumerate(pairwise(found)):
        if one.role == two.role == "event" and beside(text, one.end) == two.start and not kit.gazetteer.knows(one.name):
            made[i + 1] = replace(two, role="other")
    return tuple(made)


def _is_person(actor: ActorMention) -> bool:
    """Whether an actor is a person of the registry (data/actors.toml): Vladimir Putin is not in Vladimir."""
    return actor.actor is not None and actor.actor.startswith("p-")


def _is_cut(text: str, phrase: Phrase, words: Sequence[Word], lexicon: PlaceLexicon) -> bool:
    """Whether one word is a part of a longer name: the "Ain" of "Ain Zara", the "Kani" of "Mohamed al-Kani"."""
    if phrase.first != phrase.last:
        return False
    word = words[phrase.first]
    before = text[max(0, word.start - 8) : word.start].casefold()
    if before.endswith("-") and before[:-1].split()[-1:] and before[:-1].split()[-1] in lexicon.articles:
        return True
    following = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    beside = following is not None and following.start == word.end + 1 and following.capital and not following.first
    return word.lower in lexicon.stems and beside


def _only_a_bearing(phrase: Phrase, words: Sequence[Word], kit: PlaceKit) -> bool:
    """A bearing in capitals ("Western") is a side of the world, whatever province is called so."""
    word = words[phrase.first].lower
    return phrase.first == phrase.last and word in kit.lexicon.bearings and word.endswith("ern")


def _is_force(phrase: Phrase, after: str, words: Sequence[Word], lexicon: PlaceLexicon) -> bool:
    """Whether a word tells what kind of police is meant: "Metro police"."""
    return phrase.first == phrase.last and after == "police" and words[phrase.first].lower in lexicon.forces


def _is_body(phrase: Phrase, words: Sequence[Word], lexicon: PlaceLexicon) -> bool:
    """Whether words name a body: "the Red Cross"."""
    return " ".join(w.lower for w in words[phrase.first : phrase.last + 1]) in lexicon.bodies


def candidates_of(text: str, phrase: Phrase, words: Sequence[Word], kit: PlaceKit) -> tuple[Candidate, ...]:
    """What the gazetteer has under the phrase's words."""
    return kit.gazetteer.candidates(text[words[phrase.first].start : words[phrase.last].end])


def _mention(text: str, phrase: Phrase, words: Sequence[Word], kit: PlaceKit) -> PlaceMention:
    start, end = words[phrase.first].start, _end(text, phrase, words, kit)
    return PlaceMention(
        name=text[start:end],
        start=start,
        end=end,
        role=role_of(phrase, words, candidates_of(text, phrase, words, kit), kit.lexicon),
    )


def _is_no_town(text: str, phrase: Phrase, words: Sequence[Word], kit: PlaceKit) -> bool:
    """Whether a name is a family's, a part of a longer one, a mere bearing, or a force's."""
    after = words[phrase.last + 1].lower if phrase.last + 1 < len(words) else ""
    if after in kit.lexicon.kin or _is_cut(text, phrase, words, kit.lexicon):
        return True
    return _only_a_bearing(phrase, words, kit) or _is_force(phrase, after, words, kit.lexicon)


def _given(text: str, span: Span, words: Sequence[Word], kit: PlaceKit) -> PlaceMention:
    inside = [i for i, w in enumerate(words) if span[0] <= w.start < span[1]]
    name = text[span[0] : span[1]]
    if not inside:
        return PlaceMention(name=name, start=span[0], end=span[1])
    kind = "demonym" if name.casefold() in kit.lexicon.demonyms else "name"
    phrase = Phrase(inside[0], inside[-1], kind)  # type: ignore[arg-type]
    return PlaceMention(
        name=name,
        start=span[0],
        end=span[1],
        role=role_of(phrase, words, candidates_of(text, phrase, words, kit), kit.lexicon),
    )


def _end(text: str, phrase: Phrase, words: Sequence[Word], kit: PlaceKit) -> int:
    """The stop of an abbreviation ("Fla.", "W. Va.") belongs to the name."""
    last = words[phrase.last]
    shortened = not last.text.isupper() and any(c.kind == 2 for c in candidates_of(text, phrase, words, kit))
    return last.end + 1 if shortened and text[last.end : last.end + 1] == "." else last.end
