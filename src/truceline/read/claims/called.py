"""By what words somebody who spoke can be meant later: "the mission" is the mission, and no body of the mission."""

import re
from collections.abc import Iterator, Sequence

from truceline.model.actor import Actor
from truceline.read.actors.words import words_of
from truceline.read.claims.described import without_possessive
from truceline.read.claims.voice import Names, Voice
from truceline.text.words import Word

_PIECES = re.compile(r",\s+")
_RELATIVE = re.compile(r"^(?:which|who|whose|whom)\b|,?\s+(?:which|who|whose|whom|that)\b")
_PHRASE = re.compile(r"\s(?:of|for|from|to|at|in|on|with|by|near|inside|under)\s|\s?\(")
_SENTENCE_END = re.compile(r"[.!?][”\"]?\s+[A-Z“\"]|\n|$")
_RANK = re.compile(
    r"\b(brigadier|major|lieutenant|colonel|captain|inspector|attorney|secretary|director|governor|solicitor|commander)-"
    r"(?=general|colonel|commander|admiral|governor|in-chief)",
    re.IGNORECASE,
)
_MOUTHS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_SPEAKS_FOR = re.compile(r",? who (?:speaks|spoke|has spoken|speaking) for\b")
_BEFORE = 1200
"""Characters before a speaker in which another state makes "the government" open."""


def may_be_called(told: Sequence[str], known: Voice) -> bool:
    """Whether words mean a speaker: all stand in its own words or its name, the last as what it is.

    What it is stands in its name, or heads its description or an apposition; behind "of" or "which" others stand.
    "The spokesman" is whoever "spoke for" a body.
    """
    name = known.name or ""
    if len(told) == 1 and told[0] in _MOUTHS and name and _SPEAKS_FOR.search(known.words):
        return True
    own = _RANK.sub(r"\1 ", known.words)
    words = set(re.findall(r"[\w’'-]+", f"{_without_relatives(own)} {name}".casefold()))
    if not all({w, f"{w}'s", f"{w}’s", without_possessive(w)} & words for w in told):
        return False
    heads = [name, *(_PHRASE.split(piece)[0] for piece in _pieces(own))]
    return any(_is_head(told[-1], head.casefold()) for head in heads)


def _pieces(words: str) -> list[str]:
    """A description and its appositions, each up to what is told of it."""
    return _PIECES.split(_without_relatives(words))


def _without_relatives(words: str) -> str:
    return ", ".join(_RELATIVE.split(piece)[0] for piece in _PIECES.split(words))


def _is_head(word: str, head: str) -> bool:
    """Whether a word stands in a head other than as an owner: "the army" is not in “the army's board”."""
    whole = rf"(?<![\w’'-]){re.escape(word)}"
    return re.search(rf"{whole}(?:['’]s?)?$|{whole}(?![\w’'-])", head) is not None


def may_be_another_states(told: str, known: Voice, voice: Voice, names: Names) -> bool:
    """Whether "the government" may be another's than that of a capital or a state that spoke, not called so there.

    So it is where another country, or somebody of it, is named beside: the capital's government, or that one's.
    """
    own = names.registry.actors.get(known.actor or "")
    if own is None or own.country is None or told in known.words.casefold():
        return False
    end = _SENTENCE_END.search(names.text, voice.at)
    start = max(0, known.at - _BEFORE)
    words = words_of(names.text[start : end.start() if end else len(names.text)])
    beside = _actors_in(words, names)
    return any(a.country not in {None, own.country} and a.kind != "outlet" for a in beside)


def _actors_in(words: list[Word], names: Names) -> Iterator[Actor]:
    """The known actors that some words name."""
    for at in range(len(words)):
        found = names.registry.longest(words, at)
        actor = names.registry.actors.get(found[1].actor or "") if found else None
        if actor is not None:
            yield actor
