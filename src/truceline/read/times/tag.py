"""TIMEX3 expressions: type, value and modifier, counted from the dateline and the story's own dates."""

import re
from dataclasses import dataclass, replace
from datetime import date

from truceline.model.span import Span
from truceline.model.when import Published, TimeMention
from truceline.read.times.calendar import parse_day
from truceline.read.times.find import find_hits
from truceline.read.times.hit import Hit, Made
from truceline.read.times.lexicon import TimeLexicon
from truceline.read.times.make_clock import find_zone
from truceline.read.times.makers import MAKERS
from truceline.read.times.numbers import read_year
from truceline.read.times.story import Story
from truceline.read.times.tokens import tokenize

_DATED = re.compile(r"\d{4}")
_FEW = 5


@dataclass(frozen=True, slots=True)
class _Tagged:
    start: int
    end: int
    hit: Hit
    made: Made


def find_times(
    text: str, sentences: tuple[Span, ...], published: Published | None, lexicon: TimeLexicon
) -> tuple[TimeMention, ...]:
    """Every time expression, in order of the text; intervals are filled in by resolve."""
    del sentences
    hits = find_hits(tokenize(text, lexicon), lexicon)
    dateline = parse_day((published.earliest or published.latest or "") if published else "")
    story = Story(dateline, is_narrative(hits, dateline))
    tagged: list[_Tagged] = []
    for i, hit in enumerate(hits):
        story.ahead = _year_ahead(hits, i)
        made = MAKERS[hit.make](hit, story)
        if made is None:
            continue
        one = _Tagged(hit.start, hit.end + _zone_length(hit) - made.trim, hit, made)
        if tagged and (joined := _join(tagged[-1], one)):
            tagged[-1] = joined
        else:
            tagged.append(one)
        if _moves_story(hit, made, story):
            story.note(tagged[-1].made)
    return tuple(_mention(one) for one in tagged if not one.made.weak)


_LEAD = 6
"""Tokens from a sentence's beginning within which a bare year says where the story goes on."""


def _moves_story(hit: Hit, made: Made, story: Story) -> bool:
    """In a history, years in passing and years counted from others do not carry the story along."""
    if not story.narrative or story.previous == "":
        return True
    if hit.make in {"relative_unit", "offset", "decade", "century"} and len(made.value) < len("2016-01"):
        return False
    return hit.make != "year" or _leads(hit)


def _leads(hit: Hit) -> bool:
    words = hit.tokens.words[max(0, hit.start - _LEAD) : hit.start]
    codes = hit.tokens.codes[max(0, hit.start - _LEAD) : hit.start]
    return len(words) < _LEAD or "." in words or hit.lexicon.shapes["BREAK"] in codes


_LIST = frozenset({"and", "to", "-", "–", "—", "or", "until", "till", "through", ","})


def _year_ahead(hits: list[Hit], i: int) -> tuple[int, int] | None:
    """Year and month at the end of the list or range that a date without a year begins: "April and June 1955"."""
    hit = hits[i]
    if hit.make != "calendar" or hit.words("year"):
        return None
    for later in hits[i + 1 : i + 4]:
        gap = hit.tokens.words[hit.end : later.start]
        if later.make != "calendar" or not 1 <= len(gap) <= 2 or not _LIST.issuperset(gap) or gap == [","]:
            return None
        if later.words("year"):
            year = read_year(later.words("year"), later.lexicon.values)
            return (year, int(later.value("month"))) if year and not later.words("era") else None
        hit = later
    return None


def is_narrative(hits: list[Hit], dateline: date | None) -> bool:
    """Whether a text is told as history: most of its years lie away from the dateline, and few days are named from it."""
    near = far = deictic = 0
    for hit in hits:
        if hit.make in {"calendar", "year", "season"} and hit.words("year"):
            word = hit.words("year")[0]
            close = dateline is not None and word.isdigit() and abs(int(word) - dateline.year) <= 1
            near, far = near + close, far + (not close)
        elif hit.make in {"weekday", "deictic", "relative_unit"}:
            deictic += 1
    return far >= _FEW and far > near and far > 3 * deictic


def _zone_length(hit: Hit) -> int:
    zone = find_zone(hit) if hit.make == "clock" else None
    return zone[0] if zone else 0


_GAP = frozenset({(), (",",), ("on",), ("of",), ("on", "the"), (",", "on")})


def _join(first: _Tagged, second: _Tagged) -> _Tagged | None:
    """A clock time or part of day and the date beside it make one TIME."""
    tokens = first.hit.tokens
    gap = tuple(tokens.words[first.end : second.start])
    if gap not in _GAP:
        return None
    for time, day in ((first, second), (second, first)):
        timed = time.hit.make in {"clock", "part_alone"} and time.made.type == "TIME"
        if timed and day.made.type == "DATE" and parse_day(day.made.value):
            if time is second and (gap in {("of",)} or time.hit.make == "part_alone"):
                return None
            value = day.made.value + "T" + time.made.value.partition("T")[2]
            made = replace(day.made, type="TIME", value=value, mod=time.made.mod or day.made.mod, zone=time.made.zone)
            return _Tagged(first.start, second.end, day.hit, made)
    return None


def _mention(one: _Tagged) -> TimeMention:
    tokens = one.hit.tokens
    end = one.end - 1
    while end > one.start and tokens.words[end] in {","}:
        end -= 1
    made = one.made
    return TimeMention(
        start=tokens.starts[one.start], end=tokens.ends[end], type=made.type, value=made.value, mod=made.mod,
        anchor=made.anchor, zone=made.zone,
    )  # fmt: skip
