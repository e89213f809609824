"""Whether a phrase is meant as a place: people, months and plain words bear place names too."""

from collections.abc import Sequence

from truceline.model.gazetteer import Candidate
from truceline.read.places.lexicon import PlaceLexicon
from truceline.read.places.spans import Phrase
from truceline.read.places.tokens import Word

_KNOWN_WIDELY = 100_000
"""Population over which a name is taken for the place without further signs."""


def accept(phrase: Phrase, words: Sequence[Word], candidates: Sequence[Candidate], lexicon: PlaceLexicon) -> bool:
    """True where the phrase reads as a place."""
    before = words[phrase.first - 1] if phrase.first else None
    after = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    if phrase.kind != "name":
        return True
    if phrase.first == phrase.last and words[phrase.first].lower in lexicon.months:
        return False
    if _person(phrase, words, before, after, lexicon):
        return False
    best = max((c.population for c in candidates), default=0)
    country = any(c.feature in {"PCLI", "ADM1", "CONT", "RGN"} and c.kind == 0 for c in candidates)
    if country or best > _KNOWN_WIDELY:
        return True
    if before is not None and before.lower in lexicon.prepositions and not words[phrase.first].first:
        return True
    if after is not None and after.text == ",":
        return phrase.last + 2 < len(words) and words[phrase.last + 2].capital
    return phrase.last > phrase.first and not words[phrase.first].first


def _person(
    phrase: Phrase, words: Sequence[Word], before: Word | None, after: Word | None, lexicon: PlaceLexicon
) -> bool:
    """A title or another capital beside it without a mark between: "Samantha Power", "Sgt. Lewis", "Paris Hilton"."""
    if before is not None and before.text == "." and phrase.first > 1:
        before = words[phrase.first - 2] if words[phrase.first - 2].lower in lexicon.titles else None
    if before is not None and (
        before.lower in lexicon.titles or (before.capital and not before.first and not before.possessive)
    ):
        return before.lower not in lexicon.demonyms and words[phrase.first].start - before.end <= 2
    return after is not None and after.capital and not after.first and after.start - words[phrase.last].end == 1
