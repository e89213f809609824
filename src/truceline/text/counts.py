"""A count as a cell or a form holds it: "62", "10+", "3-5", "two", "at least a dozen"."""

import re
from collections.abc import Mapping

from truceline.model.amount import Comparator, Range
from truceline.text.numbers import NumberTable, find_numbers

COUNT_FORM = "12, 12+, 3-5, at least 3, over 100, up to 20 or two"
"""Forms a count may be written in, for those who are to write it otherwise."""
MADE_A_DAY = "a spreadsheet makes a day of 3-5 unless the cell is formatted as text"
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[ T].*)?")
_ROUND = re.compile(r"(?<=\d)\.0+$")
_OPEN = re.compile(r"(?P<number>\d[\d,]*)\s*\+")
_SIGN = re.compile(r"(?P<sign>>=|≥|>|<=|≤|<|~|≈|ca?\.)\s*(?P<number>\d[\d,]*)")
_NO_COUNT = re.compile(r"\b0\d|\d\.\d|no|none|nobody|no[ -]one")
"""Half a date, a code, a fraction; and words that may as well say that nobody knows."""
_SPOKEN: Mapping[str, str] = {
    ">=": "at least", "≥": "at least", ">": "over", "<=": "up to", "≤": "up to", "<": "under",
}  # fmt: skip


def read_count(text: str, table: NumberTable) -> Range | None:
    """The one number or range that a text is, with its bounds; None where it is anything else.

    Words without a number of their own ("several") are no count here: whoever keeps a table can write what is meant.
    """
    said = _ROUND.sub("", " ".join(text.split()))
    if _NO_COUNT.match(said.casefold()) or _NO_COUNT.search(said):
        return None
    if whole := _OPEN.fullmatch(said):
        said = f"at least {whole['number']}"
    elif signed := _SIGN.fullmatch(said):
        said = f"{_SPOKEN.get(signed['sign'], 'about')} {signed['number']}"
    found = find_numbers(said, table)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(said)) or found[0].vague:
        return None
    return Range(low=found[0].low, high=found[0].high, text=text, comparator=found[0].comparator)


def bounds_sign(low: int | None, high: int | None) -> Comparator:
    """What two ends of a range say of each other; None where an end is open."""
    if low is None:
        return "<="
    if high is None:
        return ">="
    return "=" if low == high else "between"


def is_day(text: str) -> bool:
    """Whether a cell holds a day as spreadsheets give it out."""
    return _DAY.fullmatch(text.strip()) is not None
