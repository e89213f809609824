"""Killing of what never lived: "killed the truce", "killed off any hope of a deal"."""

from collections.abc import Sequence

from truceline.recount.events.lexicon import EventLexicon

_NEAR = 6
"""Words behind the verb within which the noun stands that it kills."""


def kills_no_one(lower: Sequence[str], at: int, lexicon: EventLexicon) -> bool:
    """Whether the verb at position `at` has for its object a thing that never lived; "the truce monitors" did."""
    words = lexicon.lifeless
    if at < 0 or lower[at] not in words["verbs"]:
        return False
    last = None
    for word in lower[at + 1 : at + 1 + _NEAR]:
        if word in words["nouns"]:
            last = word
        elif last is not None:
            return not word[0].isalpha() or word in words["after"] or word in lexicon.prepositions
        elif word not in words["modifiers"] and "-" not in word:
            return False
    return last is not None
