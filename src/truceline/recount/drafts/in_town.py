"""Names in the words that tell where a deed was: those of towns, and those that only say where in a town it was."""

import re

from truceline.model.span import Span

NAME = re.compile(r"[^\W\d_a-z][\w’'-]{2,}")
"""A word of a place's name."""
_STREET = re.compile(
    r"\b(?:streets?|roads?|avenues?|boulevards?|lanes?|drives?|parkways?|highways?|freeways?|interstates?|turnpikes?|alleys?"
    r"|blocks?|intersections?|apartments?|houses?|homes?|residences?|motels?|(?:St|Ave|Rd|Blvd|Dr|Ln|Hwy|Pkwy)\b\.?)",
    re.IGNORECASE,
)
_OWNER = re.compile(r"['’]s?\s+(?:[a-z-]+\s+)*(?:apartment|flat|home|house|residence)\b")
_TREATED = re.compile(
    r"\b(?:(?:air)?lifted|brought|died|dead|evacuated|flown|hospitali[sz]ed|moved|pronounced|recover\w*|remain\w*|rushed"
    r"|surgery|taken|transferred|transported|treated|treatment)\b[^.;]{0,40}\b(?:at|in|to)\s+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
_HOSPITAL = re.compile(r"\b(?:clinic|hospitals?|infirmary|medical|trauma|morgue)\b", re.IGNORECASE)
_PART = re.compile(
    r"(?:north|south)?(?:east|west|north|south)?(?:ern)?|far|lower|upper|central|downtown|midtown|uptown|inner|outer|side",
    re.IGNORECASE,
)
_BEFORE = 80
"""Characters before a hospital in which somebody is brought to it."""
_CUT = re.compile(r"[,;]|\b(?:in|near|of|at|on|outside|inside|between|and|from|to)\b")


def towns_and_streets(text: str, span: Span) -> tuple[list[Span], list[Span]]:
    """The words of names in a place's words: those of towns, and those of streets and houses.

    "The 200 block of Elm Street in Arvena" is in Arvena, "the West Side" in no town of that name, and whose house it
    was is no place. Nor is the hospital to which somebody was taken.
    """
    towns: list[Span] = []
    streets: list[Span] = []
    before = text[max(0, span[0] - _BEFORE) : span[0]]
    if _HOSPITAL.search(text, *span) and (_TREATED.search(before) or text[slice(*span)].startswith("to ")):
        return towns, streets
    low = span[0]
    for high in [*(m.start() for m in _CUT.finditer(text, *span)), span[1]]:
        if not _OWNER.search(text, low, high):
            names = [m.span() for m in NAME.finditer(text, low, high) if not _PART.fullmatch(m[0])]
            (streets if _STREET.search(text, low, high) else towns).extend(names)
        low = high
    return towns, streets
