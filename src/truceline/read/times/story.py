"""What a relative expression is counted from: the dateline, the dates told so far, the tense of the words around."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from truceline.read.times.calendar import parse_day, shift_days
from truceline.read.times.hit import Hit, Made

_DATED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_WEEK_TOLD = re.compile(r"\d{4}-W(\d\d)")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Months in which seasons begin."""
_NEXT_STORY, _NEXT = 60, 2
"""Tokens, and days, within which a weekday is the next one after a day just told by date and weekday."""
_TRUCE = frozenset({"truce", "ceasefire", "cease", "armistice", "pause", "lull", "silent"})
_SAME_STORY, _WEEK, _WEEKS = 40, 7, 21
"""Tokens within which a weekday goes on from a told day; days between; days before the dateline from which it may."""
LEAD = 6
"""Tokens from a sentence's beginning within which words say where the story goes on."""
_NEAR = 12
"""Tokens on each side of a day in which a word for a truce tells that it is of one."""


@dataclass(frozen=True, slots=True)
class Diary:
    """The headings of a text that are days: what each means by its first token, and their days in order."""

    made: Mapping[int, Made]
    days: tuple[tuple[int, date], ...]

    def weekday_at(self, weekday: int, at: int, here: date | None) -> date | None:
        """The weekday that words at a token mean, as the section's next; its last where the next section is before it.

        `here` is the day at which the story stands, where that is the section's.
        """
        begun = [day for start, day in self.days if start < at]
        if not begun:
            return None
        then = next((day for start, day in self.days if start > at and day > begun[-1]), None)
        base = here if here is not None and begun[-1] <= here and (then is None or here <= then) else begun[-1]
        on = shift_days(base, (weekday - base.isoweekday()) % 7)
        return shift_days(on, -_WEEK) if then is not None and on > then else on


@dataclass(slots=True)
class Story:
    """State while reading one text from its beginning: where in time the story stands."""

    dateline: date | None
    narrative: bool
    """A history, whose dates stand on each other rather than on the day of writing."""
    day: date | None = None
    kept: date | None = None
    """The day told last, where a month or year was told in passing since: "had run the hospital since 2012"."""
    month: tuple[int, int] | None = None
    year: int | None = None
    previous: str = ""
    """Value of the last date told."""
    told_at: int = 0
    """The token at which it was told."""
    before_christ: int = 0
    """The last year told where it lies before Christ."""
    speaker: date | None = None
    """Inside a quote: the day its speaker spoke, where the text tells it."""
    inferred: bool = False
    """Whether the dateline was only inferred."""
    ahead: tuple[int, int] | None = None
    """Year and month of the date that a bare one leads to: "from April to June 1955"."""

    fresh: bool = False
    """Whether the text counts days from its own: "yesterday", "on Friday" before any day was told."""
    weekday: date | None = None
    """The last day told by date and weekday at once, "Thursday, 7 July", or by a weekday counted from such."""
    led: date | None = None
    """The last day told by its date, or with which a sentence began: not one told in passing, "died the next day"."""
    days: list[date] = field(default_factory=list)
    """Every day told so far, in order of the text."""
    retold: int | None = None
    """The year a text looks back on, where all the days it tells in full lie years before its own: an anniversary."""
    span: tuple[date, date, int] | None = None
    """First and last day of the last stretch of a week or less told as one, and the token behind it."""
    turned: tuple[date, int] | None = None
    """The month or season, with its year, to which a sentence turned, by its first day, and the token behind it."""
    last: Hit | None = None
    """The words of the last date told."""
    weekdays: list[date] = field(default_factory=list)
    """Those of them told by their weekday."""
    adrift: bool = False
    """Whether the story has gone on by a stretch from what has no day: "three days after it was printed"."""
    diary: Diary | None = None
    """The days that stand as headings, where the text is a diary."""
    pause: date | None = None
    """The first day told beside words for a truce: the one from which "the first Saturday" of it is counted."""

    @property
    def now(self) -> date | None:
        """The day "this year" and "last week" are counted from."""
        return (self.told or self.dateline) if self.narrative else (self.dateline or self.told)

    @property
    def line(self) -> date | None:
        """The dateline, which says nothing of a history's days."""
        return None if self.narrative else self.dateline

    @property
    def told(self) -> date | None:
        """The last date told, as a day; the first of its month or year where it had none."""
        if self.day:
            return self.day
        if self.month:
            return date(*self.month, 1)
        return date(self.year, 1, 1) if self.year else None

    @property
    def stands(self) -> date | None:
        """The day the story stands at: the last one told, though a month or year was told in passing since."""
        return self.day or self.kept

    @property
    def stands_anchor(self) -> str | None:
        """Words for what `stands` is."""
        return self.told_anchor if self.day or not self.kept else f"story {self.kept}"

    def anchor_for(self, unit: str) -> str | None:
        """Words for what `told_for` gives for this unit."""
        return self.stands_anchor if _is_short(unit) else self.told_anchor

    def told_for(self, unit: str) -> date | None:
        """The last date told, where it is told finely enough to count this unit from it."""
        if _is_short(unit):
            return self.stands
        return self.told if self.day or self.month or unit not in {"M", "Q"} else None

    @property
    def now_anchor(self) -> str | None:
        """Words for what `now` is."""
        if self.now is None:
            return None
        return f"story {self.previous}" if self.narrative and self.told else f"dateline {self.now}"

    @property
    def told_anchor(self) -> str | None:
        """Words for what `told` is."""
        return f"story {self.previous}" if self.previous else self.now_anchor

    def tell_weekday(self, hit: Hit) -> None:
        """Keep how the day just taken in was told: with its weekday, or as one of the days about the dateline."""
        named = bool(hit.words("weekday"))
        if named and self.day is not None:
            self.weekdays.append(self.day)
        counted = self.weekday_led(hit.start)
        if hit.make == "weekday" and self.span and self.day and self.span[0] <= self.day <= self.span[1]:
            self.span, counted = (*self.span[:2], hit.end), True
        if hit.make == "weekday" and not counted:
            self.fresh = True
        elif named and self.day is not None:
            self.weekday = self.day

    def weekday_led(self, at: int) -> bool:
        """Whether the story's day, well before the dateline, was told with its weekday just before this token."""
        day = self.stands
        if self.fresh or day is None or self.weekday is None or at - self.told_at > _SAME_STORY:
            return False
        return 0 <= (day - self.weekday).days <= _WEEK and self.is_past()

    def weekday_next(self, weekday: int, at: int) -> date | None:
        """The weekday right after a day that was told by both some weeks ago: "Friday 9 May ... By Saturday"."""
        day = self.stands
        if day is None or day != self.weekday or self.dateline is None or at - self.told_at > _NEXT_STORY:
            return None
        away = (weekday - day.isoweekday()) % _WEEK
        return shift_days(day, away) if 0 < away <= _NEXT and _WEEK <= (self.dateline - day).days <= _WEEKS else None

    def note_pause(self, hit: Hit) -> None:
        """Keep the first day told in a sentence with a word for a truce."""
        if self.pause is not None or self.day is None or (self.dateline and self.day > self.dateline):
            return
        words = hit.tokens.words
        near = words[max(0, hit.start - _NEAR) : hit.end + _NEAR]
        if not _TRUCE.isdisjoint(near):
            self.pause = self.day

    def turn(self, hit: Hit) -> None:
        """Note that a sentence turned to a month or season, with its year, or to a day or year that is another's."""
        if not hit.words("year") or hit.make not in {"calendar", "season", "year"}:
            return
        whole = self.day is None and hit.make != "year" and self.year is not None and leads(hit)
        month = _SEASONS.get(hit.value("season"), 0) or (self.month or (0, 1))[1]
        self.turned = (date(self.year, month, 1), hit.end) if whole and self.year else None

    def turned_to(self, hit: Hit) -> date | None:
        """The first day of what the paragraph of some words turned to before them; None where it turned to nothing."""
        if self.turned is None or hit.lexicon.shapes["BREAK"] in hit.tokens.codes[self.turned[1] : hit.start]:
            return None
        return self.turned[0]

    def take_up(self, hit: Hit) -> None:
        """At a new paragraph a text that looks back takes its story up again, where it strayed to another year."""
        if self.retold is None or self.stands is None or self.stands.year == self.retold:
            return
        if not self.is_here(hit):
            self.day = next((d for d in reversed(self.days) if d.year == self.retold), self.day)
            self.year, self.month = (self.day.year, (self.day.year, self.day.month)) if self.day else (None, None)

    def told_weekday(self, weekday: int) -> date | None:
        """The last day told that is this weekday."""
        return next((d for d in reversed(self.days) if d.isoweekday() == weekday), None)

    def told_date(self, month: int, day: int) -> date | None:
        """The last day told that has this date, of whatever year."""
        return next((d for d in reversed(self.days) if (d.month, d.day) == (month, day)), None)

    def is_here(self, hit: Hit) -> bool:
        """Whether the last date was told in the paragraph of some words."""
        return hit.lexicon.shapes["BREAK"] not in hit.tokens.codes[self.told_at : hit.start]

    def is_long_past(self) -> bool:
        """Whether the last date told, of whatever grain, lies weeks before the dateline."""
        if self.dateline is None or self.told is None:
            return False
        if self.day is None and self.month is None:
            return self.told.year < self.dateline.year
        return (self.dateline - self.told).days > _WEEKS

    def is_past(self) -> bool:
        """Whether the story's day lies weeks before the dateline."""
        day = self.stands
        return self.dateline is not None and day is not None and (self.dateline - day).days > _WEEKS

    def base_for(self, unit: str, hit: Hit) -> date | None:
        """What a relative expression counts from: with a new paragraph from the day that led the last one."""
        told = self.told_for(unit)
        opens = hit.start > 0 and hit.tokens.codes[hit.start - 1] == hit.lexicon.shapes["BREAK"]
        asides = opens and self.led is not None and self.led != self.stands and told == self.stands
        return self.led if asides and not self.narrative else told

    def _date_of(self, made: Made) -> tuple[int, int] | None:
        """The year and month, 0 for none, that a date tells; None where it tells nothing new."""
        m = _DATED.match(made.value)
        if not m or made.type not in {"DATE", "TIME"}:
            return None
        if self.day and made.value == f"{self.day.year:04d}":
            return None  # the year of the day just told
        year, month = int(m[1]), int(m[2] or 0)
        return (year, month) if 1 <= year <= 9999 else None

    def note(self, made: Made, *, passing: bool = False) -> None:
        """Take in a date just told; one told in passing leaves the story at its day, if it tells none itself."""
        if made.value.startswith("BC"):
            self.before_christ = int(made.value[2:6]) if made.value[2:6].isdigit() else 0
            self.day = self.month = self.year = None
            self.previous = made.value
        told = self._date_of(made)
        if told is None:
            return
        year, month = told
        self.previous, self.year, self.before_christ = made.value, year, 0
        self.month = (year, month) if 1 <= month <= 12 else None
        week = _WEEK_TOLD.fullmatch(made.value)
        monday = date.fromisocalendar(year, int(week[1]), 1) if week and 1 <= int(week[1]) <= 52 else None
        self.kept = made.about or (self.stands if passing and not self.narrative else monday)
        self.day = parse_day(made.value)
        self.adrift = False
        if self.day is not None:
            self.days.append(self.day)


def _is_short(unit: str) -> bool:
    """Whether a unit is counted from a day, not from a month or year."""
    return unit[0] == "T" or unit in {"D", "W", "WE", "F"}


def leads(hit: Hit) -> bool:
    """Whether words stand near their sentence's beginning, where they say when the story goes on."""
    words = hit.tokens.words[max(0, hit.start - LEAD) : hit.start]
    codes = hit.tokens.codes[max(0, hit.start - LEAD) : hit.start]
    return len(words) < LEAD or "." in words or hit.lexicon.shapes["BREAK"] in codes
