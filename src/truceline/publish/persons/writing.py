"""How lines, words and ids are written that may hold a name."""

import re
from collections.abc import Sequence

from truceline.publish.kit import NameKit
from truceline.publish.persons.ordinary import is_plain
from truceline.publish.tokens import words_in
from truceline.text.words import Word

ACRONYM = 4
"""Letters up to which a word in capitals is an abbreviation, not a name."""
_SEVERAL = 4
_HEADLINE = 0.7
"""Share of the long words with a capital from which on a capital says nothing."""


def is_phrase(words: Sequence[Word], kit: NameKit) -> bool:
    """Whether somebody is told of in words ("a resident of the quarter"): what is small there is no name."""
    mixed = len(words) >= _SEVERAL and any(w.text[0].isupper() for w in words)
    return mixed or any(w.text in kit.told for w in words)


def is_headline(words: Sequence[Word]) -> bool:
    """Whether a line is written as headlines are, in which small words alone stay small."""
    long = [w for w in words if len(w.text) > 3]
    return len(long) > 2 and sum(w.is_capital for w in long) >= _HEADLINE * len(long)


def is_acronym(word: Word, kit: NameKit) -> bool:
    """As in "FCO", "DoD"; a given name in capitals is none."""
    short = 1 < len(word.text) <= ACRONYM and word.key not in kit.given
    return short and (word.text.isupper() or sum(c.isupper() for c in word.text) > 1)


def names_place(behind: Sequence[str], kit: NameKit) -> bool:
    """Whether a place's or a people's word follows a name: "the Harun military airport", "the Orvel regime".

    "Harun Orvel camp commander" names somebody.
    """
    words = behind[1:] if len(behind) > 1 and behind[0] in _OF_PLACES else behind[:2]
    of_somebody = len(words) > 1 and words[1] in kit.office | kit.office_of_body | kit.no_office | {*kit.roles}
    return bool(words) and words[0] in kit.places | kit.of_public and not of_somebody


_OF_PLACES = frozenset(
    ["military", "air", "air-base", "refugee", "displacement", "border", "central", "local", "main", "old", "new"]
)


def spelled(value: str, kit: NameKit) -> str | None:
    """An id that may be made from a person's name, as that name; None for other words, and for ids of plain words."""
    made_up = re.fullmatch(r"[\w-]+", value) is not None and value == value.casefold()
    if not made_up or all(is_plain(w.key, kit) for w in words_in(value.removeprefix("x-"))):
        return None
    return " ".join(part.capitalize() for part in re.split(r"[-_]", value.removeprefix("x-")))
