"""Texts and counts as tellers: "our first note", "an earlier count by the rescuers" are their writers' own word."""

import re

_EARLIER = r"(?:first|earlier|previous|initial|original|preliminary|provisional)"
_TEXT = (
    r"(?:notes?|reports?|statements?|counts?|tolls?|tall(?:y|ies)|figures?|estimates?|bulletins?|communiqu[eé]s?|updates?"
    r"|versions?|dispatch(?:es)?|articles?|stor(?:y|ies)|posts?|tweets?|threads?|(?:press )?releases?|edition)"
)
_OWNED = re.compile(
    rf"(?P<whose>our|my|its|their|his|her)\s+(?:own\s+)?(?:{_EARLIER}\s+|last\s+|latest\s+)?(?:[a-z]+\s+)?{_TEXT}",
    re.IGNORECASE,
)
_OF_THIS = re.compile(rf"(?:an?|the)\s+{_EARLIER}\s+(?:version|edition)\s+of\s+this\s+[a-z]+", re.IGNORECASE)
_OLD = re.compile(rf"(?:\w+\s+){{0,2}}{_EARLIER}\s+(?:[a-z]+\s+)?{_TEXT}\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_BY = re.compile(r"\s+(?:by|from|of)\s+(?P<who>.+)", re.IGNORECASE | re.DOTALL)


def whose_text(words: str) -> str | None:
    """The pronoun of whoever wrote a text or made a count, "our" for this document's own earlier version; or None."""
    words = words.strip(" ,")
    if _OF_THIS.fullmatch(words):
        return "our"
    owned = _OWNED.fullmatch(words)
    return owned["whose"].lower() if owned else None


def is_earlier_text(words: str) -> bool:
    """Whether words name a text or count that another has taken the place of."""
    return _OLD.fullmatch(words.strip(" ,")) is not None


def who_counted(words: str) -> str | None:
    """Who made an earlier count, where the words say it: "the rescuers" of "an earlier count by the rescuers"."""
    old = _OLD.fullmatch(words.strip(" ,"))
    by = _BY.fullmatch(old["rest"]) if old else None
    return by["who"].strip() if by else None
