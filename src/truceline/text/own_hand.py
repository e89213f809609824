"""Nobody killed by oneself: "none died by its hand" denies one's part in deaths, and counts no dead."""

import re

from truceline.model.span import Span

_HARMED = (
    r"(?:killed|die[ds]?|dead|hurt|wounded|injured|harmed|hit|struck|fell|fallen|perished|slain"
    r"|lost (?:his|her|their) li\w+)"
)
_NONE = (
    r"\b(?:nobody|no[ -]one|none|not (?:one|a single)|no (?!longer\b|doubt\b|less\b|fewer\b|more\b)[a-z’'-]+)\b"
    rf"(?: (?!but\b|except\b|and\b)[\w’'-]+){{0,8}}? {_HARMED}"
)
_NOT = rf"\b(?:not|never|n['’]t) (?:been |be )?(?:\w+ly )?{_HARMED}"
_OWN = r"(?:its|our|their|his|my)(?: own)? (?:[\w-]+ )?[\w-]+"
_BY = (
    r"(?P<doer>by (?:us|me|itself)\b"
    rf"|(?:by|from|to|through|under|because of) (?:the (?:hands?|fire|guns|shells?) of )?{_OWN}"
    rf"|at (?:our|its|their|his|my) hands?|at the hands? of {_OWN})"
)
_BY_NO_HAND = re.compile(rf"(?:{_NONE}|{_NOT})(?: (?!said\b|told\b)[\w’'-]+){{0,4}}? {_BY}", re.IGNORECASE)
_THEIR = re.compile(r"\btheir\b", re.IGNORECASE)
_MANY = re.compile(r"(?:[a-z]s|fighters|forces|men|police|troops|they|we)\W*$", re.IGNORECASE)


def by_no_hand(text: str, span: Span, source: str) -> tuple[Span, Span] | None:
    """Where words say that nobody was harmed by whom they are told by, `source`, and which of them name him.

    None where they do not; a single teller's "their" is others'.
    """
    found = _BY_NO_HAND.search(text, *span)
    if found is None or (_THEIR.search(found["doer"]) and not _MANY.search(source)):
        return None
    return found.span(), found.span("doer")
