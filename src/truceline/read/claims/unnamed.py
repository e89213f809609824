"""Who is meant by "the source" or "they" where nobody is named: the words that first tell of that one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.read.claims.pronouns import PRONOUNS
from truceline.read.claims.voice import Voice
from truceline.read.claims.whom.people import GENDER

_ROLE_REACH = 2500
"""Characters back within which an unnamed source told of again was first told of."""
_AGAIN = re.compile(r"(?:the|that|this|the same) (?:[\w’'-]+ )?(?P<noun>[a-z]+)", re.IGNORECASE)
"""Words for one who has been told of: "the source", "the same official"."""
_FIRST = re.compile(r"(?:an?|one|another) (?:[\w’'-]+ ){0,4}?[a-z]+\b", re.IGNORECASE)
"""Words for one who has not: "an Iranian military source"."""
_BEHIND = re.compile(r",| (?:in|at|of|from|with|close|who|whom|on|familiar|based|told|speaking)\b")


def with_antecedent(voice: Voice, earlier: Sequence[Voice]) -> Voice:
    """The voice with where one whom nobody names is first told of, as in “An army source said ... The source said”."""
    low = voice.words.casefold().strip(" ,")
    if voice.name is not None or not voice.words:
        return replace(voice, first=None)
    if low in GENDER:
        return voice
    again = _AGAIN.fullmatch(voice.words.strip(" ,"))
    if again is None or low in PRONOUNS:
        return voice if low == "they" else replace(voice, first=None)
    return voice if voice.first else _told_again(voice, again["noun"], earlier)


def _told_again(voice: Voice, noun: str, earlier: Sequence[Voice]) -> Voice:
    """As in “the source” after "an Iranian military source": the last one of that noun told of as somebody new."""
    for known in reversed(earlier):
        new = known.name is None and known.at < voice.at <= known.at + _ROLE_REACH and _FIRST.match(known.words)
        if new and _noun(known.words) == noun.casefold():
            return replace(voice, first=known.first_told)
    return voice


def _noun(words: str) -> str:
    """The noun that says what somebody is: the last word before "in", "who" and the like."""
    return _BEHIND.split(words)[0].split()[-1].casefold()
