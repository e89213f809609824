"""Quantities: numbers with their bounds, unit and what they are of."""

import re
from bisect import bisect_right

from truceline.model.amount import Quantity
from truceline.model.span import Span, meets
from truceline.model.when import TimeMention
from truceline.text.numbers import Number, NumberTable, find_numbers

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE_BEFORE = re.compile(
    rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:\b{_MONTH}\s+(?:\d{{1,2}}\s*[-–]\s*)?)$", re.IGNORECASE
)
_OF_MONTH = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?|\d{4})(?!\d)")
"""A day or year, the only numbers that make a date with a month before them."""
_DATE_AFTER = re.compile(
    rf"\s*(?:(?:of\s+)?{_MONTH}\b(?!\w)|o['’]clock|[ap]\.?m\b|hrs?\b(?!\s+of)|(?:[-‐‑–\s](?:year|month|week|day)s?[-‐‑–\s])?old\b"
    r"|[-‐‑–](?:year|month|week|day)s?[-‐‑–]?)",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?:,|\(|\bage[sd]?|\baged between|[,(]\s*\d{1,2}\s+and"
    r"|\b(?:youngest|oldest|eldest)(?:\s+of\s+(?:them|these|those|whom))?(?:\s+(?:was|is|being|only|just))*)\s*$",
    re.IGNORECASE,
)
_CHILD = re.compile(
    r"\b(?:grand)?(?:girl|boy|son|daughter|child|baby|toddler|niece|nephew|brother|sister|schoolgirl|schoolboy|pupil)\s*,\s*$",
    re.IGNORECASE,
)
"""Before an age in words: "her daughter, six"."""
_AGE_AFTER = re.compile(r"\s*(?:,|\)|;|\.?$|\s+and\s+\d+\b)", re.IGNORECASE)
_NAMED = re.compile(r"(?:^|[\n.;)\]•·–-])\s*(?:[^\W\d_a-z][\w’'.-]*\s+){1,4}[^\W\d_a-z][\w’'.-]*,\s*$")
"""Before an age in a list of people: a line or item that is a name of two words or more, and a comma."""
_FATE_AFTER = re.compile(
    r"\s*(?:\(|[-–—:]\s)\s*(?:also\s+|later\s+|was\s+)*"
    r"(?:(?:died|succumbed|born|missing|buried|son|daughter|wife|husband|brother|sister|mother|father)\b"
    r"|(?:killed|wounded|injured|shot|found)\s+(?!by\b)\w)",
    re.IGNORECASE,
)
"""Behind it, what became of that one: "(died 7 March)"; a place's count stands bare, "24 (killed)"."""
_YEAR_BEFORE = re.compile(rf"(?:\d(?:st|nd|rd|th)?|\b{_MONTH}),?\s+$", re.IGNORECASE)
_YEAR = range(1900, 2101)
_WORD = re.compile(r"[ \t\u00a0\u202f]+((?:[\w’'&-]|(?<=\w)\.(?=\w))+)")
_BARE = frozenset({"no", "both", "some", "many", "various", "few", "number", "group", "pair", "couple", "numerous"})
"""Words that count something only where they stand before it."""
_OF = re.compile(r"\s+(?:more\s+)?of\s+((?:the|these|those|their|its|his|her|them|whom|which)\b)?", re.IGNORECASE)
_IDIOM_ONE = re.compile(
    r"\s+(?:can|could|should|must|may|might|would|will|another|day\b|thing|way|cannot|does|has\s+to|hand|side|after)\b",
    re.IGNORECASE,
)
_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|some|each|this|that|which|the\s+only|this|number|square)[\s-]+$", re.IGNORECASE
)
_CLOCK_BEFORE = re.compile(r"\b(?:(?:a\s+)?quarter\s+(?:past|to)|half\s+past|minutes\s+(?:past|to))\s+$", re.IGNORECASE)
"""What makes an hour of the number behind it: "a quarter past ten"."""
_ITS_NUMBER = re.compile(
    r"\b(?:the|this|that|its|their|whose|total|overall|actual|exact|real|true|final)\s+$", re.IGNORECASE
)
"""Before "number", where it is the number itself and none of its own: "the number of people killed"."""
_LISTED = 80
"""Characters before an age in which the name it is of stands."""
_NUMBERED = re.compile(r"[.)][*_]*\s")
"""Behind a line's first number, where it counts the lines."""
_LINE_MARKS = " \t(*_#>•·–-"
"""What may stand before it: brackets, and the marks of lists, headings and quotes."""


def find_quantities(
    text: str, sentences: tuple[Span, ...], times: tuple[TimeMention, ...], table: NumberTable
) -> tuple[Quantity, ...]:
    """Numbers that are no dates, ages or unit numbers, each with its unit and whole where the text says them."""
    taken = sorted((t.start, t.end) for t in times)
    starts = [t[0] for t in taken]
    out: list[Quantity] = []
    for start, end in sentences:
        for number in find_numbers(text, table, start, end):
            span = (number.start, number.end)
            near = taken[max(0, bisect_right(starts, number.end) - 3) : bisect_right(starts, number.end)]
            if meets(span, near) or _other_use(text, number, (start, end)):
                continue
            quantity = _quantity(text, number, end, table)
            if quantity.unit or quantity.of or quantity.text.lower() not in _BARE:
                out.append(quantity)
    return tuple(out)


def _other_use(text: str, number: Number, sentence: Span) -> bool:
    """Whether the number is a date, an age, an hour, a name's part or the pronoun "one"."""
    before, after = text[max(sentence[0], number.start - 32) : number.start], text[number.end : sentence[1]][:40]
    if _in_date(before, text[number.start : number.end], after) or _CLOCK_BEFORE.search(before):
        return True
    surface = text[number.start : number.end].lower()
    if (before.endswith("[") and after.startswith("]")) or _numbers_a_line(text, number, sentence):
        return True
    if not surface.isdigit():
        return _no_count(surface, before, after)
    value = int(surface)
    bare = not re.match(r"\s+[a-z]", after)
    if (
        value in _YEAR
        and len(surface) == 4
        and (bare or _YEAR_BEFORE.search(before) or re.search(r"(?i)\b(?:in|since|until|by|of|from)\s+$", before))
    ):
        return True
    listed = _FATE_AFTER.match(after) and _NAMED.search(text[max(0, number.start - _LISTED) : number.start])
    return bool(value < 116 and (listed or (_AGE.search(before) and _AGE_AFTER.match(after))))


def _no_count(word: str, before: str, after: str) -> bool:
    """Whether a number in words is a pronoun, the noun "number", or a child's age."""
    if word == "number":
        return bool(_ITS_NUMBER.search(before) and re.match(r"\s+of\b", after))
    if word == "one":
        return bool(_IDIOM_ONE.match(after) or _ONE_BEFORE.search(before))
    return bool(_CHILD.search(before) and _AGE_AFTER.match(after))


def _numbers_a_line(text: str, number: Number, sentence: Span) -> bool:
    """Whether a number opens its line or sentence as a list's does: "3) ", "(3) ", "- 3. "."""
    line = max(text.rfind("\n", 0, number.start) + 1, sentence[0])
    return not text[line : number.start].strip(_LINE_MARKS) and _NUMBERED.match(text, number.end) is not None


def _in_date(before: str, number: str, after: str) -> bool:
    """Whether a number is a date's day or year, an hour or an age; "On 25 November 30 students" counts students."""
    month = _DATE_BEFORE.search(before)
    dated = month is not None and _OF_MONTH.fullmatch(number) and not (month["day"] and len(number) < 4)
    return bool(dated or _DATE_AFTER.match(after))


def _quantity(text: str, number: Number, limit: int, table: NumberTable) -> Quantity:
    unit, end = _noun_phrase(text, number.end, limit, table)
    return Quantity(
        start=number.start,
        end=number.end,
        low=number.low,
        high=number.high,
        text=text[number.start : number.end],
        comparator=number.comparator,
        unit=unit,
        of=_whole(text, end, limit, table),
    )


def _noun_phrase(text: str, start: int, limit: int, table: NumberTable) -> tuple[str | None, int]:
    """Words after a number up to the first that cannot stand in its noun phrase: at most five."""
    words: list[str] = []
    at = start
    for _ in range(5):
        m = _WORD.match(text, at, limit)
        if m is None or m.group(1).lower() in table.phrase_end or (words and re.search(r"(?:ed|ing|ly)$", m.group(1))):
            break
        words.append(m.group(1))
        at = m.end()
    return (" ".join(words) or None), at


def _whole(text: str, start: int, limit: int, table: NumberTable) -> str | None:
    m = _OF.match(text, start, limit)
    if m is None:
        return None
    number = re.compile(r"\d[\d,.]*(?=\s)").match(text, m.end(), limit)
    at = number.end() if number else m.end() - 1  # the noun phrase is read from the white space before it
    words, _ = _noun_phrase(text, at if number or not m.group(1) else m.end(), limit, table)
    return " ".join(part for part in (number.group() if number else None, words) if part) or m.group(1)
