"""Which numbers of a document may count people: not shares, and not some of the things just counted."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.amount import Quantity
from truceline.model.reading import Reading

_SHARE = re.compile(r"\s?(?:%|per ?cent\b|percentage\b)", re.IGNORECASE)
_SOME_OF = re.compile(r"\s+of (?:them|these|those|which)\b", re.IGNORECASE)
_THINGS = re.compile(
    r"\b\d[\d,.]*\s+(?:[\w-]+\s+){0,2}?(?:times|violations|breaches|incidents|attacks|strikes|raids|shells|rockets"
    r"|missiles|mines|bombs|rounds|explosions|blasts|shots|shootings|flights|sorties|drones|houses|homes|buildings|schools"
    r"|trucks|lorries|vehicles|tanks|boats|villages|towns|posts|positions|checkpoints)\b[^.!?\n]*$",
    re.IGNORECASE,
)
UNTOLD = re.compile(
    r"\W*\b(?:no|without(?: any)?|not any)\s+(?:[\w-]+\s+)?(?:numbers?|figures?|counts?|tolls?|details?|information"
    r"|word|news|estimates?|breakdowns?|lists?|names?|data|records?|indications?|confirmation|clarity|certainty)\b"
    r"(?:\s+(?:of|on|about|for|from)\s+(?:the\s+|any\s+)?(?:casualties|victims|deaths?|dead|wounded|injured|injuries|killed"
    r"|fatalities)\b)?",
    re.IGNORECASE,
)
"""Nothing is told of how many: "no number of casualties", "no word on the wounded"."""
EITHER = re.compile(
    r"\b(?:killed|dead|slain) (?:and/or|or) (?:seriously |badly |severely )?(?:injured|wounded|hurt|maimed)\b"
    r"|\b(?:injured|wounded|hurt|maimed) (?:and/or|or) (?:killed|dead|slain)\b",
    re.IGNORECASE,
)
"""Of these nobody knows how many died."""
_DEAD = r"(?:dead )?(?:bodies|body|corpses?|remains)"
_HANDED = (
    r"(?:hand(?:ed|s|ing)? over|handed back|returned|returning|exchanged|exchanging|swapped|swapping|repatriat\w+"
    r"|transferred|transferring|evacuat\w+|surrendered|gave back|turned over|received|took delivery of|collected)"
)
_GIVEN_BACK = re.compile(
    rf"\b{_HANDED}\b[^.;:!?\n]{{0,60}}?\b{_DEAD}\b|\b{_DEAD}\b[^.;:!?\n]{{0,60}}?\b(?:were|was|been|being|be|are|is)\s+(?:\w+ly\s+)?{_HANDED}\b"
    rf"|\b(?:handover|exchange|return|transfer|repatriation|evacuation|swap) of [^.;:!?\n]{{0,40}}?\b{_DEAD}\b",
    re.IGNORECASE,
)
"""Bodies handed over, exchanged or brought away: people who died before, of what these words do not tell."""
_WARD = re.compile(r"\b(?:hospitals?|clinics?|morgues?|mortuary|infirmary|ward)\b[^.;:!?\n]*$", re.IGNORECASE)
_BACK_AGAIN = re.compile(
    r"\b(?:prisoners?|detainees?|captives?|hostages?|exchang\w+|swap\w*|hand(?:ed|ing) over|handover"
    r"|release[ds]?|return(?:ed|s)?|repatriat\w+|Red Cross|ICRC)\b",
    re.IGNORECASE,
)
"""Near bodies that were somebody's to give back."""
_MISSING = re.compile(
    r"(?:\s[\w’'-]+){0,2}\s(?:are|is|were|was|remain|remained|have been|went)\s(?:still\s|now\s)?"
    r"(?:missing|unaccounted|untraced)\b",
    re.IGNORECASE,
)
"""Behind a number of whom nobody knows whether they live: "eight are still missing"."""
_HARMED_BEFORE = re.compile(
    r"\b(?:funerals?|burials?|wakes?|graves?|memory|mourning)\s(?:of|for)\s(?:the\s)?$|\b(?:looking|searching|search)\sfor\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before people who had died or been hurt already: "at the funeral of | six of the dead", "looking for wounded men"."""
_BODIES = re.compile(rf"\b{_DEAD}\b", re.IGNORECASE)
_TIMES = {"half": 0.5, "twice": 2, "double": 2, "two": 2, "three": 3, "triple": 3, "four": 4, "five": 5, "ten": 10}
_MULTIPLE = re.compile(
    r"\b(?P<times>half|twice|double|triple|(?:two|three|four|five|ten) times)\s+"
    r"(?:as many(?! as\b)|that (?:number|figure|many)(?: of(?= [a-z]))?|the (?:number|figure)(?! of\b))",
    re.IGNORECASE,
)
_NEAR = 200
"""Characters back to the number that such words multiply."""
_HARMED = re.compile(
    r"\b(?:dead|died|dying|killed|killing|kills?|deaths?|bodies|fatalities|wounded|injured|hurt|casualties)\b",
    re.IGNORECASE,
)
_HARM_BEFORE, _HARM_BEHIND = 20, 40
_BEFORE = 160
"""Characters back in which the things are counted of which some are told."""


def of_people(reading: Reading) -> Reading:
    """The reading without the numbers that count no people: "80 per cent", "112 times, 88 of them", "no figures"."""
    text = reading.prose
    numbers = [q for q in reading.quantities if not _counts_no_people(text, q)]
    numbers += _multiples(text, numbers)
    return replace(reading, quantities=tuple(sorted(numbers, key=lambda q: q.start)))


def _multiples(text: str, numbers: Sequence[Quantity]) -> list[Quantity]:
    """Numbers told by another: "43 dead, said the army; twice as many, said a priest"."""
    out: list[Quantity] = []
    for m in _MULTIPLE.finditer(text):
        base = _base(text, m.start(), numbers)
        if base and not any(q.start < m.end() and m.start() < q.end for q in numbers):
            number = round(base * _TIMES.get(m["times"].lower().split()[0], 0))
            if number:
                out.append(Quantity(start=m.start(), end=m.end(), low=number, high=number, text=m[0], comparator="~"))
    return out


def _base(text: str, at: int, numbers: Sequence[Quantity]) -> float | None:
    """The number of the harmed told last before; None where that is a range."""
    before = [q for q in numbers if at - _NEAR <= q.start and q.end <= at and _of_the_harmed(text, q)]
    return before[-1].low if before and before[-1].low == before[-1].high else None


def _of_the_harmed(text: str, quantity: Quantity) -> bool:
    """Whether a number stands beside words for the dead or hurt."""
    around = text[max(0, quantity.start - _HARM_BEFORE) : quantity.end + _HARM_BEHIND]
    return _HARMED.search(around) is not None


def _counts_no_people(text: str, quantity: Quantity) -> bool:
    if _SHARE.match(text, quantity.end):
        return True
    if quantity.high == 0 and UNTOLD.match(text, quantity.start):
        return True
    some = _SOME_OF.match(text, quantity.end)
    return some is not None and _THINGS.search(text[max(0, quantity.start - _BEFORE) : quantity.start]) is not None


def given_back(text: str, start: int, end: int) -> bool:
    """Whether the words at [start, end) count bodies that are handed over, exchanged or brought away."""
    if _BODIES.search(text, start, end) is None:
        return False
    around = _GIVEN_BACK.finditer(text, max(0, start - _BEFORE), min(len(text), end + _BEFORE))
    return any(m.start() < end and start < m.end() and not _reached_ward(text, m.start(), m.end()) for m in around)


def _reached_ward(text: str, start: int, end: int) -> bool:
    """Whether bodies came to a hospital or morgue from what had just happened, and none were given back."""
    ward = _WARD.search(text, max(0, start - _HARM_BEHIND), start)
    if ward is None or text[start : start + 8].lower() != "received":
        return False
    return _BACK_AGAIN.search(text, ward.start(), min(len(text), end + _BEFORE)) is None


def of_others(text: str, start: int, end: int) -> bool:
    """Whether the words at [start, end) count people buried or sought, or missing: nobody whom this deed harmed."""
    return _HARMED_BEFORE.search(text, max(0, start - _HARM_BEHIND), start) is not None or (
        _MISSING.match(text, end) is not None
    )
