"""Deeds that are only counted over weeks or years: "93 homicides this year" is a total, and no deed of its own."""

import re
from collections.abc import Sequence

from truceline.model.reading import Reading
from truceline.model.span import Span, span_at, within
from truceline.model.when import TimeMention
from truceline.recount.anchors import is_day
from truceline.recount.compared import is_compared
from truceline.recount.drafts.as_one import is_total, named
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.over_time import as_total
from truceline.recount.stretches import days_across

_LONG = 27
"""Days from which what is counted within a time is a total: a month's."""
_BEFORE = 60
"""Characters beside a deed's word in which its number stands."""
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_MANY = (
    rf"(?:\d{{1,3}}(?:[,.]\d{{3}})+|(?!(?:19|20)\d\d\b)[1-9]\d+|{_TENS}(?:-\w+)?|dozens|scores|hundreds?|thousands?)"
)
_HOW_MANY = r"(?:number|rate|total|count|tally|toll|rise|spike|increase|decrease|drop|decline|uptick)s? (?:of|in)"
_NUMBER = re.compile(
    rf"\b(?:{_MANY}|{_HOW_MANY})"
    r"(?: (?!(?:the|those|these|two|twin|both|and|but|when|years?|months?|days?)\b)[\w’'-]+){0,5} $",
    re.IGNORECASE,
)
"""Right before a deed's word: more than nine of it, or how it rose and fell."""
_OF_PEOPLE = re.compile(rf"\b{_MANY}(?: [\w’'-]+){{1,4}} (?:have|had|has|being)(?: \w+)?(?: been)? $", re.IGNORECASE)
"""Right before a verb: more than nine people who have been killed, or have died."""
_ONE_OF = re.compile(
    r"\b(?:an?|one|the|this|that|its|their|our|another)(?: (?!of\b)[\w’'-]+){0,2}?"
    r" (?:convoy|column|caravan|train|fleet|bus(?:load)?|party|patrol|team|crew|group|unit|family|delegation|shipment"
    rf"|consignment|platoon|squad)(?: of|, made up of) (?:\w+ ){{0,2}}?{_MANY} ",
    re.IGNORECASE,
)
"""One body of many, which is held or fired on once: "a convoy of 14 trucks has been held since Monday"."""
_MANY_OF_IT = re.compile(
    r"(?!shots|rounds|shells|bullets)\w*s\b"
    r"|[\w-]*(?: [\w-]+)?[ -](?:rates?|numbers?|statistics|figures|totals?|counts?|deaths|cases|incidents|victims)\b",
    re.IGNORECASE,
)
"""A deed's word in the plural, or before one: "shootings", "shooting deaths", "the homicide rate"."""
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)


def with_what_is_counted(pairs: Sequence[Paired], reading: Reading, words: re.Pattern[str]) -> list[Paired]:
    """The pairs, those told by nothing but how many of them there were in a month or more as totals.

    `words` tell that many are counted together, as `RecountKit.together`.
    """
    return [as_total(p) if _counted_up(p, reading, words) else p for p in pairs]


def _counted_up(pair: Paired, reading: Reading, words: re.Pattern[str]) -> bool:
    spans = named(pair)  # where the learned reader sees a total, a month or longer beside it is enough
    counted = is_total(pair) or all(_is_counted(s, reading.prose) for s in spans)
    return counted and any(_over_long(s, reading, words) for s in spans)


def _is_counted(span: Span, text: str) -> bool:
    """Whether words for deeds stand behind their number, or are those of a rate."""
    before = text[max(0, span[0] - _BEFORE) : span[0]].replace("\n", " ")
    if _OF_PEOPLE.search(before):
        return _ONE_OF.search(before) is None
    return _NUMBER.search(before) is not None and _MANY_OF_IT.match(text, span[0]) is not None


def _over_long(span: Span, reading: Reading, words: re.Pattern[str]) -> bool:
    """Whether the sentence of some words counts many deeds together, or tells a month or longer and no day."""
    text = reading.prose
    first, last = span_at(span[0], reading.sentences, span)
    if words.search(text, first, last):
        return True
    here = [t for t in reading.times if within((t.start, t.end), (first, last)) and not is_compared(text, t.start)]
    told = [t for t in here if t.earliest and t.type in {"DATE", "TIME"}]
    short = [t for t in told if not _is_long(t, text)]
    return len(short) < len(told) and not any(is_day(text, t) for t in short)


def _is_long(time: TimeMention, text: str) -> bool:
    since = _SINCE.search(text[max(0, time.start - 20) : time.start]) is not None
    return since or days_across(time) >= _LONG
