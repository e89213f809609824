"""Place names in the text and the role each plays."""

from collections.abc import Sequence

from truceline.model.actor import ActorMention
from truceline.model.place import PlaceMention
from truceline.model.span import Span
from truceline.read.places.accept import accept
from truceline.read.places.kit import PlaceKit
from truceline.read.places.roles import role_of
from truceline.read.places.spans import Phrase, phrases
from truceline.read.places.tokens import Word, words_of


def find_places(
    text: str,
    sentences: tuple[Span, ...],
    actors: tuple[ActorMention, ...],  # noqa: ARG001
    given: tuple[Span, ...] | None,
    kit: PlaceKit,
) -> tuple[PlaceMention, ...]:
    """Every place name, unresolved; exactly the `given` spans where the input names them."""
    words = words_of(text, sentences)
    if given is not None:
        return tuple(_given(text, span, words, kit) for span in given)
    found = phrases(text, words, kit.lexicon, kit.gazetteer)
    return tuple(_mention(text, p, words, kit) for p in found if _is_place(text, p, words, kit))


def _is_place(text: str, phrase: Phrase, words: Sequence[Word], kit: PlaceKit) -> bool:
    name = text[words[phrase.first].start : words[phrase.last].end]
    return accept(phrase, words, kit.gazetteer.candidates(name), kit.lexicon)


def _mention(text: str, phrase: Phrase, words: Sequence[Word], kit: PlaceKit) -> PlaceMention:
    start, end = words[phrase.first].start, words[phrase.last].end
    return PlaceMention(name=text[start:end], start=start, end=end, role=role_of(phrase, words, kit.lexicon))


def _given(text: str, span: Span, words: Sequence[Word], kit: PlaceKit) -> PlaceMention:
    inside = [i for i, w in enumerate(words) if span[0] <= w.start < span[1]]
    name = text[span[0] : span[1]]
    if not inside:
        return PlaceMention(name=name, start=span[0], end=span[1])
    kind = "demonym" if name.casefold() in kit.lexicon.demonyms else "name"
    phrase = Phrase(inside[0], inside[-1], kind)  # type: ignore[arg-type]
    return PlaceMention(name=name, start=span[0], end=span[1], role=role_of(phrase, words, kit.lexicon))
