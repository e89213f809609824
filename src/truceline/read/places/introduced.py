"""Last names of people introduced with what they are, which are towns' names too: "Yasushi Akashi, the UN envoy"."""

import re
from collections.abc import Sequence

from truceline.read.places.spans import Phrase
from truceline.read.places.tokens import Word

_ROLE = (
    r"(?:envoy|spokes\w+|minister|president|governor|mayor|general|colonel|commander|chief|head|leader|secretary|director"
    r"|speaker|commissioner|coordinator|advis[eo]r|ambassador|representative|lawyer|doctor|surgeon|editor|officer|analyst"
    r"|correspondent|rapporteur|prosecutor|chairman|chairwoman|deputy|diplomat|aide|negotiator|mediator|activist)s?"
)
_INTRODUCED = re.compile(
    r"\b(?!(?:In|At|From|Near|Outside|Inside|On|After|Before|To|Around|Of|For|By|With|The|North|South|East|West|Upper|Lower"
    r"|Old|New|Greater|Central)\b)[A-Z][a-z’'-]+ (?P<last>[A-Z][\w’'-]+), "
    rf"(?:who\b|(?:(?:the|an?|its|his|her|their) )?(?:[\w’'-]+ ){{0,4}}?{_ROLE}\b)"
)
_LOCATED = frozenset({"in", "at", "near", "outside", "around"})


def introduced(text: str) -> frozenset[str]:
    """The last names of those told with first name and office."""
    return frozenset(m["last"] for m in _INTRODUCED.finditer(text))


def is_introduced(phrase: Phrase, words: Sequence[Word], people: frozenset[str]) -> bool:
    """Whether one word is such a person's name, and does not stand where something lies."""
    if phrase.first != phrase.last or words[phrase.first].text not in people:
        return False
    return phrase.first == 0 or words[phrase.first - 1].lower not in _LOCATED
