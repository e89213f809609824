"""Days of a month that another word names: on the 17th, the 5th of the month, the last day of March."""

import re
from datetime import date

from truceline.read.times.calendar import make_day, shift_days, shift_month, shift_months
from truceline.read.times.hit import Hit, Made
from truceline.read.times.make_dates import day_number, year_of
from truceline.read.times.story import Story


def make_day_of_month(hit: Hit, story: Story) -> Made | None:
    """A lone "the 17th", in the month of the story."""
    m = re.match(r"\d+", hit.words("day")[0])
    leads = hit.before() in {"on", "by", "until", "till", "since", "between"}
    if not m or not (_is_day(hit) if leads else hit.after() in _BEHIND_DAY):
        return None
    if not leads and hit.before() not in {"of", "and", "from", "to", ","}:
        return None
    made = _in_storys_month(int(m[0]), story) if story.day or leads else None
    return Made("DATE", made.isoformat(), None, story.told_anchor) if made else None


def make_day_of_month_spoken(hit: Hit, story: Story) -> Made | None:
    """A lone "the eighteenth" in words, in the month of the story; less may follow it."""
    number = day_number(hit) or 0
    if not 1 <= number <= 31 or not _is_led_to(hit) or hit.after() == "-":
        return None
    sure = number >= _SURE_SPOKEN and _is_day(hit)
    if not sure and hit.after() not in _NEW_PHRASE | _BEHIND_DAY | _SUBJECTS:
        return None
    known = story.day or story.month or (hit.before() == "on" and hit.after() in {",", "."})
    made = _in_storys_month(number, story) if known else None
    return Made("DATE", made.isoformat(), None, story.told_anchor) if made else None


def _is_led_to(hit: Hit) -> bool:
    """Whether what stands before leads to a day: "on", "by", "the morning of"."""
    part_of = hit.before() == "of" and hit.lexicon.classes.get(hit.before(2)) == "PART"
    return part_of or hit.before() in {"on", "by", "until", "till", "since"}


_SURE_SPOKEN = 13
"""Ordinals in words from which little but days of the month is counted so."""
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "police", "troops", "soldiers", "gunmen", "rebels", "shells"})


def _in_storys_month(day: int, story: Story) -> date | None:
    """The day in the month of the story's day, else in the month told or of writing; never one still to come."""
    here, line = story.stands, story.line
    stand = here or (date(*story.month, 1) if story.month else line)
    made = make_day(stand.year, stand.month, day) if stand else None
    if made is None or line is None:
        return made
    if made > line:
        return make_day(*shift_month(made.year, made.month, -1), day)
    if here is None or (here - made).days <= _BACK:
        return made
    on = make_day(*shift_month(made.year, made.month, 1), day)
    return on if on and on <= line else made


_BACK = 2
"""Days by which a story may go back within its month: "Christmas brought tanks. On the 24th the army moved out"."""
_BEHIND_DAY = frozenset({",", ".", "and", "the", "to", ";", ")", "-"})


def _is_day(hit: Hit) -> bool:
    """Whether "on the 10th" is a day and no floor, street or regiment, be it the "10th Motorised Brigade"."""
    if hit.after() in _NEW_PHRASE:
        return True
    beside = {hit.after(), hit.after(2) if hit.after().isalpha() else "", hit.lexicon.classes.get(hit.after(), "")}
    return "-" not in beside and beside.isdisjoint(hit.lexicon.lists["nth_of"] | {"UNIT"})


_NEW_PHRASE = frozenset({"a", "an", "the", "another", "his", "her", "its", "their", "our", "at", "in"})


def make_day_of_that_month(hit: Hit, story: Story) -> Made | None:
    """The 5th of the month, the 20th of last month: of the story's month, or counted from now."""
    word, day = hit.words("which")[-1], day_number(hit)
    now = word in {"this", "last", "previous"}
    here = story.now if now else story.stands or story.told or story.now
    if here is None or not day:
        return None
    month = shift_month(here.year, here.month, -1 if word in {"last", "previous"} else 0)
    made = make_day(*month, day)
    return Made("DATE", made.isoformat(), None, story.now_anchor if now else story.stands_anchor) if made else None


def make_day_number(hit: Hit, story: Story) -> Made | None:
    """Day six: known in a diary's headings alone, which count from the first."""
    del hit, story
    return None


def make_edge_of_month(hit: Hit, story: Story) -> Made | None:
    """The last day of March, the first night of the month: of the month named, or of the one the story stands in."""
    if hit.words("month"):
        month = int(hit.value("month"))
        year, anchor = year_of(month, None, hit, story)
        if not year.isdigit():
            return None
        first = date(int(year), month, 1)
    else:
        here = story.stands or story.told or story.now
        if here is None:
            return None
        first, anchor = here.replace(day=1), story.stands_anchor
    day = first if hit.words("edge")[0] == "first" else shift_days(shift_months(first, 1), -1)
    part = hit.value("part")
    return (
        Made("TIME", f"{day.isoformat()}T{part}", None, anchor) if part else Made("DATE", day.isoformat(), None, anchor)
    )
