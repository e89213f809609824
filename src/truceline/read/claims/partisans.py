"""Who only stands by or against somebody and is not that one: "the Front's friends abroad", "a critic of the army"."""

import re

_SIDE = (
    r"(?:friends?|foes?|enem(?:y|ies)|ally|allies|critics?|admirers?|backers?|supporters?|opponents?|sympathi[sz]ers?"
    r"|detractors?|apologists?|patrons?|sponsors?|rivals?|adversar(?:y|ies)|well-wishers?|followers)"
)
_OWNED = re.compile(
    rf"(?P<whose>(?:[\w’'.-]+ ){{0,5}}?[\w.-]+(?:['’]s|s['’])) (?:(?:[a-z]+|[A-Z][a-z]+(?:n|sh|ese|i|ab|ch)) ){{0,3}}?"
    rf"{_SIDE}(?:,? (?![A-Z]|who\b).*)?"
)
"""As in “the Front's old friends abroad”; “the Front's ally Ann Vale” is she."""
_OF = re.compile(
    rf"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Ss]ome|[Mm]any|[Mm]ost|[Aa]ll|[Oo]ther|[Ss]everal|[Tt]wo|[Bb]oth|[Ee]ven) )?"
    rf"(?:[a-z-]+ ){{0,3}}?{_SIDE} (?:of|to) .+"
)
_CAPITAL = re.compile(rf"(?=[A-Z])(?i:{_SIDE}) (?:of|to) .+")


def stands_by_another(words: str) -> bool:
    """Whether a source's words tell of those who are for or against somebody named, and name none of them."""
    said = words.strip(" ,")
    return any(p.fullmatch(said) for p in (_OWNED, _OF, _CAPITAL))


def are_several(words: str) -> bool:
    """Whether more than one stand there: "friends", "allies"."""
    found = re.search(rf"\b{_SIDE}\b", words, re.IGNORECASE)
    return found is not None and found[0].endswith("s")
