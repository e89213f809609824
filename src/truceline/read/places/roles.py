"""What a place name does in its sentence: only the first role, event, can be where something happened."""

from collections.abc import Sequence

from truceline.model.gazetteer import Candidate
from truceline.model.place import PlaceRole
from truceline.read.places.lexicon import PlaceLexicon
from truceline.read.places.spans import Phrase
from truceline.read.places.tokens import Word

_HYPHENS = frozenset({"-", "‐", "‑"})
_BROUGHT_WITHIN = 9
"""Words before a hospital's name in which somebody is brought there."""


def role_of(phrase: Phrase, words: Sequence[Word], candidates: Sequence[Candidate], lexicon: PlaceLexicon) -> PlaceRole:
    """Role by the words beside it; only a country or its capital speaks as a government."""
    if phrase.kind == "demonym":
        return "demonym"
    before = words[phrase.first - 1] if phrase.first else None
    after = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    is_time = after is not None and after.lower == "time"
    if is_time or _brought(phrase, words, lexicon) or _issued(phrase, words, lexicon):
        return "other"
    if before is not None and before.lower in lexicon.prepositions:
        return "event"
    if after is not None and after.capital and not after.first and after.text.isalpha():
        return "embedded"
    governs = any(c.feature in {"PCLI", "PPLC"} for c in candidates)
    return "actor" if governs and _acts(before, words[phrase.first], after, lexicon) else "event"


def _acts(before: Word | None, name: Word, after: Word | None, lexicon: PlaceLexicon) -> bool:
    """Whether a country or capital speaks or acts: as the subject of a clause, or as somebody's partner or opponent."""
    if before is not None and before.lower in lexicon.partner and not name.first:
        return True
    if after is None or not after.text[0].isalnum():
        return after is not None and after.text in _HYPHENS and after.start == name.end
    if after.lower in lexicon.speaking:
        return True
    return _opens_clause(before, name, lexicon) and _may_be_verb(after, lexicon)


def _opens_clause(before: Word | None, name: Word, lexicon: PlaceLexicon) -> bool:
    return name.first or before is None or not before.text[0].isalnum() or before.lower in lexicon.clause


def _may_be_verb(word: Word, lexicon: PlaceLexicon) -> bool:
    return not word.capital and not word.text.isdigit() and word.lower not in lexicon.no_verb


def _brought(phrase: Phrase, words: Sequence[Word], lexicon: PlaceLexicon) -> bool:
    """Where the wounded and the dead were taken is not where it happened: "were rushed to the Mill Hospital"."""
    if words[phrase.last].lower not in lexicon.care:
        return _far_hospital(phrase.first, words, lexicon)
    first = max(0, phrase.first - _BROUGHT_WITHIN)
    before = [w.lower for w in words[first : phrase.first]]
    return any(w in lexicon.bringing for w in before) and any(
        w in {"to", "at", "in", "into", "from"} for w in before[-3:]
    )


def _far_hospital(first: int, words: Sequence[Word], lexicon: PlaceLexicon) -> bool:
    """Whether a name only says where the hospital stands in which somebody died later: "died in hospital at Kurna"."""
    at = [w.lower for w in words[max(0, first - _BROUGHT_WITHIN) : first]]
    return len(at) > 1 and at[-1] in {"at", "in"} and at[-2] in lexicon.care and any(w in lexicon.dying for w in at)


def _issued(phrase: Phrase, words: Sequence[Word], lexicon: PlaceLexicon) -> bool:
    """Whether a name only says where a paper was put out: "Issued in Kurna, 9 May"."""
    if phrase.first < 2:
        return False
    opening, at = words[phrase.first - 2 : phrase.first]
    return opening.first and opening.lower in lexicon.issuing and at.lower in {"in", "at", "from"}
