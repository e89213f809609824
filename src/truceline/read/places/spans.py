"""Phrases that may be place names: known to the gazetteer, nationalities, or named like a landmark."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from truceline.model.gazetteer import Gazetteer
from truceline.model.span import Span
from truceline.read.places.kit import PlaceKit
from truceline.read.places.lexicon import PlaceLexicon
from truceline.read.places.stated import is_before_area, is_beside_town
from truceline.read.places.tokens import Word, ends_date
from truceline.text.fold import fold_name
from truceline.text.settlements import is_called_settlement, is_topic

_LONGEST = 6
_CALLED_WORDS = 4
_APART = frozenset({"in", "on", "and"})
_NO_LANDMARK = frozenset({"the", "new", "each", "every"})
PhraseKind = Literal["name", "demonym", "landmark"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words [first, last] that may be a place name."""

    first: int
    last: int
    kind: PhraseKind
    feature: str = ""
    """Of a landmark: its feature code by its generic word."""


def phrases(text: str, words: Sequence[Word], kit: PlaceKit, meant: Callable[[Phrase], bool]) -> Iterator[Phrase]:
    """The longest phrase at each place that is meant as one, left to right, never overlapping."""
    at = 0
    while at < len(words):
        found = _phrase(text, words, at, kit.lexicon, kit.gazetteer) if _may_open(words, at, kit.lexicon) else None
        if found is not None and meant(found):
            yield found
            at = found.last + 1
        else:
            at += 1


def _may_open(words: Sequence[Word], at: int, lexicon: PlaceLexicon) -> bool:
    word = words[at]
    if word.capital:
        if ends_date(words, at, lexicon.months) and not _names_site(words, at + 1, lexicon):
            return False
        return not (word.first and word.lower in lexicon.openers)
    following = words[at + 1] if at + 1 < len(words) else None
    return word.lower in lexicon.articles and following is not None and _is_hyphenated(words, at)


def _names_site(words: Sequence[Word], at: int, lexicon: PlaceLexicon) -> bool:
    """Whether a kind of place stands here, as in "6 October Bridge" and "Friday Market"."""
    return at < len(words) and words[at].capital and words[at].lower in lexicon.landmark_last


def _is_hyphenated(words: Sequence[Word], at: int) -> bool:
    """As in "al-Tharda": the article, a hyphen and a capital without a space between."""
    return (
        at + 2 < len(words)
        and words[at + 1].text in {"-", "‐", "‑"}
        and words[at + 2].capital
        and words[at].end + 1 == words[at + 2].start
    )


def _phrase(text: str, words: Sequence[Word], at: int, lexicon: PlaceLexicon, gazetteer: Gazetteer) -> Phrase | None:
    ends = tuple(_ends(words, at, lexicon))
    landmark = _landmark(words, at, ends, lexicon)
    for last in reversed(ends):
        if landmark is not None and last < landmark.last:
            break
        name = text[words[at].start : words[last].end]
        if fold_name(name) in lexicon.demonyms:
            return Phrase(at, last, "demonym")
        if _known(name, text[words[last].end : words[last].end + 1], gazetteer):
            return Phrase(at, last, "name")
    return landmark or _unlisted(text, words, at, ends, gazetteer)


def _unlisted(text: str, words: Sequence[Word], at: int, ends: Sequence[int], gazetteer: Gazetteer) -> Phrase | None:
    """A name no gazetteer has, where the words about it say that it is a place."""
    for last in ends[:2]:
        if _is_told_as_place(text, words[at].lower, (words[at].start, words[last].end), gazetteer):
            return Phrase(at, last, "name")
    if is_called_settlement(text, words[at].start):
        whole = [e for e in ends[:_CALLED_WORDS] if all(not w.text.isalpha() or w.capital for w in words[at : e + 1])]
        return Phrase(at, whole[-1], "name") if whole else None
    return None


def _is_told_as_place(text: str, first: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a name, its `first` word in small letters, stands before its area, beside its town, or as a topic."""
    if is_before_area(text, span, gazetteer):
        return True
    if not gazetteer.bearers(first).word and is_beside_town(text, span, gazetteer):
        return True
    return is_topic(text, *span) and not _is_other(first, gazetteer)


def _is_other(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word that opens a sentence is a plain one or somebody's name."""
    also = gazetteer.bearers(word)
    return also.word or also.first > 0 or also.last > 0


def _known(name: str, following: str, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer has the name; "Al" is no state's code, though "Ga." with its stop is."""
    if len(name) < 2 or (len(name) == 2 and not name.isupper() and following != "."):
        return False
    return gazetteer.knows(name)


def _ends(words: Sequence[Word], at: int, lexicon: PlaceLexicon) -> Iterator[int]:
    """Indices a phrase opening at `at` may end with: capitals joined by spaces, hyphens and small words."""
    last = at
    while last < len(words) and last - at < _LONGEST + 3:
        word = words[last]
        if last > at and not _joined(words, last):
            return
        if word.capital or (last > at and word.text.isdigit()):
            yield last
            if word.possessive and not _owned_area(words, last + 1, lexicon):
                return
        elif last > at and word.lower not in lexicon.inside and word.text not in "-‐‑.&'’":
            return
        last += 1


def _owned_area(words: Sequence[Word], at: int, lexicon: PlaceLexicon) -> bool:
    """Whether a word of areas follows a possessive, in capitals: "Queen Anne's County"."""
    return at < len(words) and words[at].capital and lexicon.landmark_last.get(words[at].lower, "")[:3] == "ADM"


def _joined(words: Sequence[Word], last: int) -> bool:
    gap = words[last].start - words[last - 1].end - (2 if words[last - 1].possessive else 0)
    if words[last].text == ".":
        return gap == 0 and words[last - 1].capital and len(words[last - 1].text) <= 5
    if words[last].text in "-‐‑" and gap:
        return False  # a dash, not a hyphen
    return gap <= 1 and not words[last].first


def _landmark(words: Sequence[Word], at: int, ends: Sequence[int], lexicon: PlaceLexicon) -> Phrase | None:
    if words[at].lower in _NO_LANDMARK:
        return None
    for last in reversed(ends):
        if any(w.lower in _APART for w in words[at + 1 : last]):
            continue  # "Mill School in Lower Camp" is a school, in a camp
        if last > at and words[last].lower in lexicon.landmark_last:
            return Phrase(at, last, "landmark", lexicon.landmark_last[words[last].lower])
        following = last + 1
        if _plain_generic(words, following, lexicon):
            return Phrase(at, following, "landmark", lexicon.landmark_last[words[following].lower])
    if len(ends) > 1 and words[at].lower in lexicon.landmark_first and words[ends[1]].capital:
        return Phrase(at, ends[1], "landmark", lexicon.landmark_first[words[at].lower])
    return None


def _plain_generic(words: Sequence[Word], at: int, lexicon: PlaceLexicon) -> bool:
    """As in "Al-Farouq mosque": only what is built may have its generic word in lower case within its name."""
    if at >= len(words) or words[at].capital or not _joined(words, at) or words[at - 1].possessive:
        return False
    return lexicon.landmark_last.get(words[at].lower, "PPL") in lexicon.built
