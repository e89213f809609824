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
from truceline.read.times.lists import day_before_list, day_behind_list
from truceline.read.times.make_clock import find_zone
from truceline.read.times.makers import MAKERS
from truceline.read.times.numbers import read_year
from truceline.read.times.quotes import Quotes
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
    story = Story(dateline, is_narrative(hits, dateline), inferred=bool(published and published.inferred))
    tagged = [one for one in _read_hits(hits, Quotes(text), story) if not one.made.weak]
    return tuple(_mention(one) for one in _share_day(tagged))


def _read_hits(hits: list[Hit], quotes: Quotes, story: Story) -> list[_Tagged]:
    tagged: list[_Tagged] = []
    for i, hit in enumerate(hits):
        story.ahead = _year_ahead(hits, i)
        quoted = hit.make in _DEICTIC and hit.tokens.starts[hit.start] in quotes
        story.speaker = _speaker_day(hits, i, quotes, story) if quoted else None
        following = hits[i + 1] if i + 1 < len(hits) else None
        if hit.make == "day_in_list":
            made = day_before_list(hit, following, story)
        else:
            made = MAKERS[hit.make](hit, story)
        if made is None:
            continue
        one = _Tagged(hit.start, hit.end + _zone_length(hit) - made.trim, hit, made)
        if tagged and (joined := _join(tagged[-1], one)):
            tagged[-1] = joined
        else:
            tagged.append(one)
        if not quoted and _moves_story(hit, made, story):
            story.note(tagged[-1].made)
        if later := day_behind_list(hit, made):
            tagged.append(_Tagged(later[0], later[0] + 1, hit, later[1]))
            story.note(later[1])
    return tagged


_DEICTIC = frozenset({"deictic", "part_deictic", "day_before_deictic"})
_RECENT = 7
"""Days before the dateline within which a told day can be the day somebody spoke."""


def _speaker_day(hits: list[Hit], i: int, quotes: Quotes, story: Story) -> date | None:
    """The day told beside a quote ("..., he said on Tuesday"); else, under an inferred dateline, the story's day."""
    end = quotes.paragraph_end(hits[i].tokens.starts[hits[i].start])
    for hit in hits[i + 1 :]:
        start = hit.tokens.starts[hit.start]
        if start >= end:
            break
        if hit.make in {"weekday", "calendar"} and start not in quotes and (made := MAKERS[hit.make](hit, story)):
            return _recent(parse_day(made.value), story)
    return _recent(story.day, story) if story.inferred else None


def _recent(day: date | None, story: Story) -> date | None:
    if day is None or story.dateline is None or not 0 <= (story.dateline - day).days <= _RECENT:
        return None
    return day


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


_GAP = frozenset({(), (",",), ("on",), ("of",), ("on", "the"), (",", "on"), ("at",)})


def _join(first: _Tagged, second: _Tagged) -> _Tagged | None:
    """A clock time or part of day and the date beside it make one TIME."""
    tokens = first.hit.tokens
    gap = tuple(tokens.words[first.end : second.start])
    if gap not in _GAP:
        return None
    for time, day in ((first, second), (second, first)):
        timed = time.hit.make in {"clock", "part_alone"} and time.made.type == "TIME"
        dated = day.made.type == "DATE" or (
            time.hit.make == "clock" and day.hit.make in {"weekday", "deictic", "part_deictic"}
        )
        if timed and dated and parse_day(day.made.value):
            if time is second and (gap in {("of",)} or time.hit.make == "part_alone"):
                return None
            value = day.made.value[:10] + "T" + time.made.value.partition("T")[2]
            made = replace(day.made, type="TIME", value=value, mod=time.made.mod or day.made.mod, zone=time.made.zone)
            return _Tagged(first.start, second.end, day.hit, made)
    return None


def _share_day(tagged: list[_Tagged]) -> list[_Tagged]:
    """In "from 15:55 to 16:56 Damascus time on Saturday" both times have the zone and the day that stand behind the last."""
    for i in range(len(tagged) - 2, -1, -1):
        first, second = tagged[i], tagged[i + 1]
        gap = first.hit.tokens.words[first.end : second.start]
        if first.hit.make != "clock" or second.made.type != "TIME" or len(gap) != 1 or not _LIST.issuperset(gap):
            continue
        day, clock = second.made.value.partition("T")[0], first.made.value.partition("T")[2]
        made = replace(
            first.made, value=f"{day}T{clock}", zone=first.made.zone or second.made.zone, anchor=second.made.anchor
        )
        tagged[i] = replace(first, made=made)
    return tagged


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
