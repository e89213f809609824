"""The year of a bare day or month: the story's, the nearest, or the one in which it falls on its weekday."""

from datetime import date

from truceline.read.times.apposed import apposed_year
from truceline.read.times.calendar import make_day
from truceline.read.times.hit import Hit
from truceline.read.times.looking_back import looked_back_to
from truceline.read.times.story import Story
from truceline.read.times.tense import had_been, tense

_HALF_YEAR = 183
"""Days from the month that a paragraph turned to within which a bare day is of then."""
_NEAR_DAY, _NEAR_MONTH = 2.5, 3
"""Months within which the nearer year wins over the tense."""
_SOON = 0.25
"""Months by which a told day may seem to lie ahead of its text's own."""
_GOES_ON, _ABOUT = 40, 150
"""Tokens behind a told date within which a bare one may go on with its year; days about the dateline that need none."""
_GOES_ON_CLOSE = 120
"""Tokens within which a bare date does so that is but days from the told one."""
_CLOSE = 14
"""Days from a day told in full within which a bare one goes on from it, even about the dateline."""
_HEADING = 8
"""Tokens before a day in a heading."""
_ROLL = 9
"""Months back from the last one told at which a story has gone on into the next year."""


def year_of_month(month: int, day: int | None, hit: Hit, story: Story) -> tuple[int | None, str | None]:
    """The year of a month or day that has none beside it, and what it was counted from."""
    shift = hit.words("shift")
    if story.ahead is not None and not shift:
        return story.ahead[0] - (month > story.ahead[1]), None
    now = story.now
    if now is None:
        return None, None
    if shift:
        told = _told_month_before(hit, story)
        counted = _shifted_year(month, day or 0, hit, story, now)
        return (counted, story.now_anchor) if told is None else (told.year + (month <= told.month), story.told_anchor)
    if (year := _year_told(month, day, hit, story)) is not None:
        return year, story.told_anchor
    if story.narrative or story.dateline is None:
        return now.year + _has_rolled(month, story), story.now_anchor
    near = _near_year(month, day, hit, now)
    on = story.year if _goes_on(month, day, near, hit, story) else None
    led = _year_led(month, day, hit, story) if day else None
    year = led or _year_of_weekday(month, day, near, hit, story) or on or near
    return year, story.told_anchor if year == story.year != near else f"year of {story.now_anchor}"


def _told_month_before(hit: Hit, story: Story) -> date | None:
    """The day told last, from which "the following March" counts, and "next" too where the past is told; else None."""
    if hit.words("shift") != ("following",) and not (hit.words("shift") == ("next",) and hit.before() == "the"):
        return None
    told = story.told if story.day or story.month else None
    return None if told is None or tense(hit) > 0 else told


def _has_rolled(month: int, story: Story) -> bool:
    """Whether a history has gone on into the next year since the last month told."""
    return story.month is not None and story.month[1] - month >= _ROLL


def _near_year(month: int, day: int | None, hit: Hit, now: date) -> int:
    """The year nearest to now that the words before it and the tense allow."""
    direction = _direction(hit)
    opens = direction <= 0 and _opens(hit)
    told = hit.before() == "since" or (direction < 0 and opens)
    past = bool(day) and (opens or (direction == 0 and _heads(hit)))
    return _nearest_year(month, day, -1 if past else direction, now, told=told)


def _direction(hit: Hit) -> int:
    """-1 where a date is told as past, 1 where as to come, 0 where words do not tell."""
    if hit.before() == "since":
        return -1
    return 1 if hit.before() in hit.lexicon.lists["up_to"] else tense(hit)


def _year_led(month: int, day: int, hit: Hit, story: Story) -> int | None:
    """The year of a bare day that goes on from the month or season, with its year, to which its paragraph turned.

    "In March 2029 the army entered X. On 12 April it left": in the half year from then on.
    """
    begun = story.turned_to(hit)
    if begun is None or story.dateline is None or _direction(hit) > 0:
        return None
    found = next((d for y in (begun.year, begun.year + 1) if (d := make_day(y, month, day)) and d >= begun), None)
    return found.year if found and (found - begun).days <= _HALF_YEAR and found <= story.dateline else None


def _year_told(month: int, day: int | None, hit: Hit, story: Story) -> int | None:
    """The year where words say which: "that same 19 April", "two weeks before, on 22 January"; None where none do."""
    if not day and hit.before() == "that" and story.told is not None:
        return story.told.year
    same = story.told_date(month, day) if day and hit.before() in {"same", "that"} else None
    if same is not None or story.narrative or story.dateline is None:
        return same.year if same else apposed_year(month, day, hit, story)
    return apposed_year(month, day, hit, story) or looked_back_to(month, day, hit, story)


def _year_of_weekday(month: int, day: int | None, near: int, hit: Hit, story: Story) -> int | None:
    """The year in which a day falls on its weekday: the near one, the story's, the last; None where none of them."""
    if not hit.words("weekday") or day is None:
        return None
    weekday = hit.value("weekday")
    for year in (near, story.year, near - 1):
        here = make_day(year, month, day) if year else None
        if here is not None and str(here.isoweekday()) == weekday:
            return year
    return None


def _goes_on(month: int, day: int | None, near: int, hit: Hit, story: Story) -> bool:
    """Whether a bare date goes on with the year told just before: "on 2 January 2006 ... on 25 April"."""
    told, close = story.told, _is_close(month, day, story)
    if told is None or story.month is None or story.year == near:
        return False
    if hit.start - story.told_at > (_GOES_ON_CLOSE if close else _GOES_ON):
        return False
    if (month, day or 31) < (told.month, told.day):
        return close and had_been(hit)
    return _wants_year(month, day, near, hit, story)


def _wants_year(month: int, day: int | None, near: int, hit: Hit, story: Story) -> bool:
    """Whether a bare date is none of the weeks about the dateline, whose days need no year."""
    here, now = make_day(near, month, day or 15), story.now
    if here is None or now is None:
        return False
    if abs((here - now).days) > _ABOUT or _is_close(month, day, story):
        return True
    # "was freed on 31 May" in a text of 27 May: of the year told
    return bool(day) and (here - now).days > 1 and tense(hit) < 0 and not story.inferred


def _is_close(month: int, day: int | None, story: Story) -> bool:
    """Whether a bare day lies days from the one told in another year: so close by chance is rare."""
    there = make_day(told.year, month, day) if (told := story.day) and day else None
    return told is not None and there is not None and abs((there - told).days) <= _CLOSE


def _shifted_year(month: int, day: int, hit: Hit, story: Story, now: date) -> int:
    """The year of "last May", "next 3 June", "May of that year"; `day` 0 where none is told."""
    word = hit.words("shift")[0]
    by = int(hit.lexicon.values.get(word, "0"))
    if word in {"that", "same"}:
        return (story.told or now).year
    if hit.words("unit") or by == 0:
        return now.year + by
    told, here = ((month, day), (now.month, now.day)) if day else ((month,), (now.month,))
    return now.year - (told >= here) if by < 0 else now.year + (told <= here)


def _opens(hit: Hit) -> bool:
    """Whether a day opens its sentence: "On 18 February rebels shelled" tells of what has been."""
    return hit.before() == "on" and hit.before(2).strip() in {"", ".", "!", "?", ";"}


def _heads(hit: Hit) -> bool:
    """Whether a day ends a heading or a short sentence without a verb: "Ishkara, night of 9 to 10 March."."""
    words, broken = hit.tokens.words, hit.lexicon.shapes["BREAK"]
    at_end = hit.end >= len(words) or words[hit.end] in {".", ":"} or hit.tokens.codes[hit.end] == broken
    back = range(hit.start - 1, max(-1, hit.start - 2 - _HEADING), -1)
    stop = next((i for i in back if words[i] in {".", "!", "?", ";"} or hit.tokens.codes[i] == broken), None)
    return at_end and (stop is not None or hit.start <= _HEADING)


def _nearest_year(month: int, day: int | None, direction: int, now: date, *, told: bool) -> int:
    """The year that brings a bare month or day nearest to now; where both sides are far, the tense decides.

    What is `told` as past lies not weeks ahead.
    """
    here = (month, day or 15)
    today = (now.month, now.day if day else 15)
    if here == today:
        return now.year
    ahead = ((here[0] - today[0]) + (here[1] - today[1]) / 31) % 12
    sooner = now.year if here > today else now.year + 1
    return sooner if _is_to_come(ahead, direction, dated=bool(day), told=told) else sooner - 1


def _is_to_come(ahead: float, direction: int, *, dated: bool, told: bool) -> bool:
    """Whether the next such day or month is meant, `ahead` months from now, rather than the last."""
    near, far = (_NEAR_DAY, 12 - _NEAR_DAY) if dated else (_NEAR_MONTH, 12 - _NEAR_MONTH)
    if told and ahead > _SOON:
        return False
    if ahead <= near and (dated or direction >= 0):
        return True
    if ahead >= far or direction < 0:
        return False
    return direction > 0 or ahead <= 6
