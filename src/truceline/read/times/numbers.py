"""Numbers in words and digits: "twenty-four", "two and a half", "1,200", "a couple of"."""

import re
from collections.abc import Mapping, Sequence

_FIGURES = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?")
_SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12}
_FRACTIONS = {"½": 0.5, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "half": 0.5}


_ONE = frozenset({"a", "an", "another"})


def read_amount(words: Sequence[str], values: Mapping[str, str]) -> float | None:
    """The number words stand for; None for a vague one ("several", "a few")."""
    total = 0.0
    known = False
    for word in words:
        if word in _SCALES:
            total = max(total, 1) * _SCALES[word]
        elif word in _FRACTIONS:
            total += _FRACTIONS[word]
        elif (number := read_number(word, values)) is not None:
            total += number
        elif word in _ONE and not known:
            total = float(words[-1] in _ONE)
        elif values.get(word) == "X":
            return None
        else:
            continue
        known = True
    return total if known and total else None


def read_number(word: str, values: Mapping[str, str]) -> float | None:
    """One word or figure as a number."""
    figures = word.replace(",", "")
    if figures[:1].isdigit():
        return float(figures) if _FIGURES.fullmatch(figures) else None
    value = values.get(word, "")
    return float(value) if value.isdigit() else None


def _in_figures(digits: str) -> int | None:
    """The year of digits; two stand for one from 1931 to 2030."""
    if not digits.isdigit():
        return None
    return int(digits) if len(digits) != 2 else (1900 if int(digits) > 30 else 2000) + int(digits)


def read_year(words: Sequence[str], values: Mapping[str, str]) -> int | None:
    """A year in figures or words: "1999", "'99", "nineteen ninety-nine", "two thousand"."""
    if len(words) == 1:
        return _in_figures(words[0].strip("'’"))
    if "thousand" in words:
        tail = [read_number(w, values) for w in words[2:]]
        return 2000 + int(sum(n for n in tail if n))
    numbers = [int(n) for w in words if (n := read_number(w, values)) is not None]
    if "hundred" in words:
        return numbers[0] * 100 if numbers else None
    return numbers[0] * 100 + sum(numbers[1:]) if len(numbers) > 1 else None


def plain(number: float) -> str:
    """A number without a trailing ".0"."""
    return str(int(number)) if number == int(number) else str(number)
