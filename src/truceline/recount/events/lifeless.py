"""Killing of what never lived: "killed the truce", "killed off any hope of a deal", "the peace was murdered"."""

from collections.abc import Sequence

from truceline.recount.events.lexicon import EventLexicon

_NEAR = 6
"""Words behind the verb within which the noun stands that it kills."""


def kills_no_one(lower: Sequence[str], at: int, lexicon: EventLexicon) -> bool:
    """Whether the verb at position `at` is meant of a thing that never lived; "the truce monitors" did."""
    words = lexicon.lifeless
    if at < 0 or lower[at] not in words["verbs"] | words["passives"]:
        return False
    if _is_killed(lower, at, lexicon):
        return True
    last = None
    for word in lower[at + 1 : at + 1 + _NEAR]:
        if word in words["nouns"]:
            last = word
        elif last is not None:
            return not word[0].isalpha() or word in words["after"] or word in lexicon.prepositions
        elif word not in words["modifiers"] and "-" not in word:
            return False
    return last is not None


def _is_killed(lower: Sequence[str], at: int, lexicon: EventLexicon) -> bool:
    """Whether a passive verb has such a thing for its subject: "the peace was sold, bombed and buried"."""
    words, before = lexicon.lifeless, at - 1
    while before >= 0 and (lower[before] in words["helpers"] or lower[before].endswith("ed")):
        before -= 1
    helped = not {"was", "were", "is", "been", "being"}.isdisjoint(lower[before + 1 : at])
    known = before > 0 and lower[before - 1] in words["modifiers"]
    return helped and known and lower[before] in words["nouns"]
