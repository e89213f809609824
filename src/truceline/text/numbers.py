"""Numbers in running English text with their bounds: "at least 62", "90 to 106", "dozens", "a dozen", "1.2 million"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from truceline.model.amount import Comparator
from truceline.text.own_numbers import OwnNumbers

_SPACES = r" \u00a0\u2009\u202f"
_DIGITS = rf"\d{{1,3}}(?:[,{_SPACES}]\d{{3}})+(?!\d)|\d+(?:\.\d+)?"
_HALF = re.compile(r"(?P<half>\s+and\s+a\s+half)(?:\s+(?P<many>\w+))?", re.IGNORECASE)
_LINK = re.compile(
    r"\s*(?:(-|–|—|to|and up to|and|or|but no more than|but)"
    r"|,?(?: and| or)? (?P<maybe>perhaps|maybe|possibly|if not))\s*",
    re.IGNORECASE,
)

_HALF_OF = re.compile(r"\bhalf(?: of)? (?:the|those|these|its|their) $", re.IGNORECASE)
_ALL_BUT = re.compile(r"\ball (?:but|except) $", re.IGNORECASE)
_OF_WHOLE = re.compile(r" of (?:the|those|these|its|their|his|her) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written at [start, end) with what it bounds; None where the bound is open."""

    start: int
    end: int
    low: int | None
    high: int | None
    comparator: Comparator
    vague: bool = False
    """Read from a word without a number of its own ("several"): the number-word table says what it is taken to mean."""


@dataclass(frozen=True, slots=True)
class NumberTable:
    """The number-word table, compiled; made by `number_table` from `data/number_words.toml`."""

    pattern: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    units: Mapping[str, int]
    multipliers: Mapping[str, int]
    vague: Mapping[str, tuple[int | None, int | None, Comparator]]
    bounds: Mapping[str, Comparator]
    phrase_end: frozenset[str]
    """Words at which the noun phrase of a number ends."""


def _any(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def number_table(data: Mapping[str, Any], own: Iterable[OwnNumbers] = ()) -> NumberTable:
    """Table from the parsed TOML; raises KeyError where a section is missing. Of `own` words the later win."""
    vague = {w: (v.get("low"), v.get("high"), v["comparator"]) for v in data["vague"] for w in v["words"]}
    vague |= {w: (v.low, v.high, v.comparator) for o in own for v in o.vague for w in v.words}
    unit, many = _any(list(data["units"])), _any(list(data["multipliers"]))
    tens = _any([w for w, n in data["units"].items() if n >= 20])
    below = rf"(?:(?:{tens})(?:[-\s](?:{unit}))?|(?:{unit}))\b"
    start = rf"(?:{below}|(?<=\ba\s)(?:{many})\b|(?<=half\sa\s)(?:{many})\b)"
    word = rf"{start}(?:\s+(?:{many})\b(?:\s+(?:and\s+)?{below})?)*(?:(?<=hundred)\s+and\s+{below})?"
    pattern = (
        rf"(?P<vague>(?<![-/\w])(?:{_any(list(vague))})\b)"
        rf"|(?P<digits>(?<![\w.,:/$€£#+'’=&%])(?<![^\d\s][-–])(?:{_DIGITS})(?:\s+(?P<mult>{many})\b)?)(?![\w/%&=]|[.,:]\d|['’]s\b)"
        rf"|(?P<words>\b{word}\b(?![-‐][a-z]+th\b|-(?:first|second|third|fifth|eighth|ninth)))"
    )
    before, after = data["bounds"]["before"], data["bounds"]["after"]
    return NumberTable(
        pattern=re.compile(pattern, re.IGNORECASE),
        before=re.compile(
            rf"\b({_any([w for ws in before.values() for w in ws])})\s+(?:an?\s+|the\s+)?$", re.IGNORECASE
        ),
        after=re.compile(
            rf"(?:\s+({_any([w for ws in after.values() for w in ws])})\b|[-‐\s](odd)\b|[-‐](plus)\b|(\+)(?!\w))",
            re.IGNORECASE,
        ),
        units=data["units"],
        multipliers=data["multipliers"],
        vague=vague,
        phrase_end=frozenset(data["phrase"]["end"]),
        bounds={w: sign for group in (before, after) for sign, ws in group.items() for w in ws},
    )


def find_numbers(text: str, table: NumberTable, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Numbers of text[start:end] in order, ranges joined; offsets are those of `text`."""
    out: list[Number] = []
    for number in _single(text, table, start, len(text) if end is None else end):
        if out and number.start <= out[-1].start and not (number.vague and out[-1].vague):
            out[-1] = number  # "some 640 people", "no fewer than 41": the word before only bounds the number
        elif out and (joined := _join(out[-1], number, text)):
            out[-1] = joined
        elif not out or number.start >= out[-1].end:
            out.append(number)
    return tuple(out)


def _single(text: str, table: NumberTable, start: int, end: int) -> Iterator[Number]:
    for m in table.pattern.finditer(text, start, end):
        word = " ".join(m.group().lower().split())
        if m.lastgroup == "vague":
            low, high, sign = table.vague[word]
            number = Number(
                m.start(), m.end(), low, high, sign, vague=word not in {"no", "none", "nobody", "both", "zero"}
            )
        else:
            value, stop = _and_a_half(_value(word, table), word, text, m.end(), table)
            number = Number(m.start(), stop, value, value, "=")
            number = _halved(_widen(number, text, start), text, start)
        yield _bounded(number, text, table, start)


def _and_a_half(value: int, word: str, text: str, end: int, table: NumberTable) -> tuple[int, int]:
    """A number's value and end with a half behind it: "two and a half thousand", "a score and a half"."""
    half = _HALF.match(text, end)
    if half is None:
        return value, end
    many = half["many"].lower() if half["many"] else ""
    if many in table.multipliers:
        return value * table.multipliers[many] + table.multipliers[many] // 2, half.end()
    last = table.multipliers.get(re.split(r"[\s-]+", word)[-1])
    return (value + last // 2, half.end("half")) if last else (value, end)


def _widen(number: Number, text: str, start: int) -> Number:
    """The number with its article where that is part of it: "a dozen", "half a dozen"."""
    lead = re.search(r"\b(half\s+)?an?\s+$", text[max(start, number.start - 10) : number.start], re.IGNORECASE)
    if (
        lead is None
        or text[number.start].isdigit()
        or not re.match(r"(?i)dozen|hundred|score|thou|mill", text[number.start :])
    ):
        return number
    value = number.low // 2 if lead.group(1) and number.low else number.low
    return replace(number, start=number.start - len(lead.group()), low=value, high=value)


def _halved(number: Number, text: str, start: int) -> Number:
    """Half of a number that is told as one: "half of the 28 pupils"; of an odd one either side of it."""
    lead = _HALF_OF.search(text, max(start, number.start - 16), number.start)
    if lead is None or not number.low:
        return number
    low, high = number.low // 2, (number.low + 1) // 2
    return replace(number, start=lead.start(), low=low, high=high, comparator="=" if low == high else "between")


def _value(word: str, table: NumberTable) -> int:
    total = current = 0.0
    for part in re.split(r"[\s-]+(?:and\s+)?", re.sub(r"(?<=\d)[,\s](?=\d{3}\b)", "", word)):
        if part in table.multipliers:
            factor = table.multipliers[part]
            current = max(current, 1) * factor
            if factor >= 1000:  # "two thousand three hundred": thousands close a group
                total, current = total + current, 0
        else:
            current += table.units[part] if part in table.units else float(part)
    return int(total + current)


def _bounded(number: Number, text: str, table: NumberTable, start: int) -> Number:
    value = number.low
    lead = table.before.search(text, max(start, number.start - 28), number.start)
    trail = table.after.match(text, number.end)
    if trail is not None and table.pattern.match(text, trail.end() + 1):
        trail = None  # it opens the next number: "in 2024 at least 13 people"
    if value is None or number.comparator not in {"=", ">=", "between"} or (lead is None and trail is None):
        return number
    begin, finish = (lead.start() if lead else number.start), (trail.end() if trail else number.end)
    said = lead or trail
    phrase = " ".join(said[said.lastindex or 0].lower().split()) if said is not None else ""
    sign = table.bounds[phrase]
    if number.vague:  # "up to several", "nearly hundreds": the table's bounds stand
        return replace(number, start=begin, end=finish)
    low, high = _limits(sign, value)
    return replace(number, start=begin, end=finish, low=low, high=high, comparator=sign)


def _limits(sign: Comparator, value: int) -> tuple[int | None, int | None]:
    return {
        ">=": (value, None),
        ">": (value + 1, None),
        "<=": (None, value),
        "<": (None, value - 1),
    }.get(sign, (value, value))


def _all_but(a: Number, b: Number, text: str) -> Number | None:
    """What is left of a number: "all but three of the nine guards" are six."""
    lead = _ALL_BUT.search(text, max(0, a.start - 12), a.start)
    if lead is None or not _OF_WHOLE.fullmatch(text, a.end, b.start) or {a.comparator, b.comparator} != {"="}:
        return None
    left = (b.low or 0) - (a.low or 0)
    return Number(lead.start(), b.end, left, left, "=") if left > 0 else None


def _is_range(link: re.Match[str], width: float, *, led: bool) -> bool:
    """Whether what links two numbers makes them the ends of a range so wide; `led`: "between" or "from" stands before.

    "Four or five" is one; "two or 40" is none.
    """
    word = (link.group(1) or "or").lower()
    if word in {"-", "–", "—", "to"} or link["maybe"] is not None or (word == "or" and width <= 2):
        return True
    return led and word in {"and", "or"}


def _join(a: Number, b: Number, text: str) -> Number | None:
    """One number of two: "90-106", "at least 11 and up to 15", "all but two of the nine"; None if they stay apart."""
    if left := _all_but(a, b, text):
        return left
    link = _LINK.fullmatch(text, a.end, b.start)
    if link is None or a.vague or b.vague or a.low is None or a.comparator in {"<=", "<", "between"}:
        return None
    top = b.high if b.high is not None else b.low  # "between eight and more than 30": at least 30 at the top
    if top is None or top <= a.low:
        return None
    lead = re.search(r"\b(?:between|from|anywhere from)\s+$", text[max(0, a.start - 16) : a.start], re.IGNORECASE)
    if b.comparator not in {"<=", "<"} and not _is_range(link, top - a.low, led=lead is not None):
        return None
    begin = a.start - len(lead.group()) if lead else a.start
    return Number(begin, b.end, a.low, top, "between")
