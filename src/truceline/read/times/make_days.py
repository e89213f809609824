"""Weekdays, today and its neighbours, parts of the day."""

from datetime import date

from truceline.read.times.calendar import shift_days
from truceline.read.times.hit import Hit, Made
from truceline.read.times.led_weekdays import is_led, weekday_in_span
from truceline.read.times.story import Story
from truceline.read.times.tense import tense


def make_weekday(hit: Hit, story: Story) -> Made | None:
    """Friday, last Monday night, Tuesdays: the nearest such day where tense and words put it."""
    value, part, mod = hit.value("weekday"), hit.value("part"), hit.mod
    if value.endswith("s"):
        return Made("SET", f"XXXX-WXX-{value[0]}" + (f"T{part}" if part else ""))
    if hit.before() in {"every", "each"} or not _is_weekday(hit):
        return None
    anchor = _weekday_anchor(story)
    if anchor is None:
        return _typed(f"XXXX-WXX-{value}", part, mod, None)
    if on := _weekday_of_diary(int(value), anchor, hit, story) or _weekday_on(int(value), hit, story):
        return _typed(on.isoformat(), part, mod, story.told_anchor)
    day = _weekday_near(int(value), anchor, hit, story)
    if hit.words("then") and day > anchor and tense(hit) <= 0:
        return _typed(f"XXXX-WXX-{value}", part, mod, None)  # it follows what no day was told of
    return _typed(
        day.isoformat(), part, mod, f"week of dateline {anchor}" if anchor is story.dateline else story.told_anchor
    )


def _weekday_anchor(story: Story) -> date | None:
    """The day that a weekday is near to: the one of writing, in a history the one told."""
    return (story.day if story.narrative else None) or story.dateline or story.day


def _weekday_of_diary(weekday: int, anchor: date, hit: Hit, story: Story) -> date | None:
    """The weekday as the section of a diary has it; None where words say which, or where that is still to come."""
    if story.diary is None or hit.words("shift") or hit.words("off"):
        return None
    day = story.diary.weekday_at(weekday, hit.start, story.stands)
    return day if day is None or day <= anchor or tense(hit) > 0 else shift_days(day, -_WEEK)


def _is_weekday(hit: Hit) -> bool:
    """Whether "Sun" or "Sat" is a day: behind a preposition or in front of a date or an hour, not a firm or a verb."""
    if len(hit.words("weekday")[0]) > 4 or hit.words("shift") or hit.words("part"):
        return True
    return (
        hit.before() in {"on", "by", "until", "till", "every", "since", "from", "-", "to"} or hit.after()[:1].isdigit()
    )


def _weekday_near(weekday: int, anchor: date, hit: Hit, story: Story) -> date:
    """The weekday by its words ("next", "last week"), else by tense; without one the last before the anchor."""
    back = (anchor.isoweekday() - weekday) % 7
    *_, word = ("", *hit.words("shift"), *hit.words("then"))
    if told := _weekday_told(weekday, word, anchor, hit, story):
        return told
    if word in {"next", "coming", "upcoming"}:
        return shift_days(anchor, 7 - back)
    if word in {"last", "past", "previous"}:
        yesterday = back == 1 and weekday != _SATURDAY  # which is not called "last Friday"
        return shift_days(anchor, -(back + 7) if back == 0 or yesterday else -back)
    if story.narrative and anchor is story.day:
        return shift_days(anchor, -back % 7)
    ahead = word == "this" or tense(hit) > 0
    return shift_days(anchor, -back % 7 if ahead and tense(hit) >= 0 else -back)


def _weekday_told(weekday: int, word: str, anchor: date, hit: Hit, story: Story) -> date | None:
    """The weekday where words fix its week ("Friday last week") or count it from the story ("the following Friday").

    "The Friday before last" is the one before the last.
    """
    if off := hit.words("off"):
        if off[0] == "before":
            return shift_days(anchor, -((anchor.isoweekday() - weekday) % 7 or 7) - 7)
        week = next((by for by in ({"last": -1, "next": 1}.get(word) for word in off) if by), 0)
        return shift_days(anchor, weekday - anchor.isoweekday() + 7 * week)
    if story.stands is None or word not in {"following", "previous", "preceding"}:
        return None
    away = (weekday - story.stands.isoweekday()) % 7
    return shift_days(story.stands, away or 7) if word == "following" else shift_days(story.stands, away - 7)


def _weekday_on(weekday: int, hit: Hit, story: Story) -> date | None:
    """The weekday as the story's next: "on Thursday, 7 July ... On Friday", "on 3 August ... on the Monday".

    None in a history, whose weekdays are near the day told anyway.
    """
    if story.narrative:
        return None
    here, led = story.stands, weekday_in_span(weekday, hit, story)
    if led or here is None or not is_led(hit):
        return led
    if _is_same(hit):
        return story.told_weekday(weekday) or shift_days(here, (weekday - here.isoweekday() + 3) % 7 - 3)
    if hit.before() == "the" and hit.before(2) in _DAYS_LATER and hit.after() not in _OWN_NOUNS:
        return _the_weekday(weekday, here, story, ahead=hit.before(2) in _UP_TO)
    if story.weekday_led(hit.start):
        return shift_days(here, (weekday - here.isoweekday()) % 7)
    return story.weekday_next(weekday, hit.start)


def _is_same(hit: Hit) -> bool:
    """Whether a weekday already told is meant: "the same Saturday", "on that Friday"; not "said that Friday was"."""
    return hit.before() == "same" or (hit.before() == "that" and hit.before(2) in _PREPOSITIONS)


_DAYS_LATER = frozenset({"on", "by", "until", "till", "came"})
_UP_TO = frozenset({"until", "till"})
_SATURDAY = 6
"""To a Sunday, last Saturday is of the same weekend."""
_PREPOSITIONS = frozenset(
    {"on", "of", "by", "until", "till", "since", "from", "after", "before", "later", "earlier", "early", "late"}
)


def _the_weekday(weekday: int, here: date, story: Story, *, ahead: bool) -> date:
    """The Friday told in the week before the story's day unless one waited for it, else the next; never one to come."""
    told = next((d for d in reversed(story.weekdays) if d.isoweekday() == weekday), None)
    if told is not None and not ahead and 0 <= (here - told).days < _WEEK:
        return told
    on = shift_days(here, (weekday - here.isoweekday()) % 7)
    return on if story.dateline is None or on < story.dateline or on == here else shift_days(on, -_WEEK)


_WEEK = 7


_OWN_NOUNS = frozenset({"prayer", "prayers", "sermon", "market", "before", "edition", "session"})
"""Behind "the Friday" they make it no day of the story."""


def _typed(day: str, part: str, mod: str | None, anchor: str | None) -> Made:
    if part:
        return Made("TIME", f"{day}T{part}", mod, anchor)
    return Made("DATE", day, mod, anchor)


def make_deictic(hit: Hit, story: Story) -> Made | None:
    """Today, yesterday morning, late tomorrow."""
    by = int(hit.value("day"))
    mod = hit.mod
    if story.speaker is not None:
        return _typed(shift_days(story.speaker, by).isoformat(), hit.value("part"), mod, f"speaker {story.speaker}")
    if story.dateline is None or story.narrative:
        if by == 0 and not hit.words("part"):
            return Made("DATE", "PRESENT_REF")
        if story.day is None:
            return Made("DATE", "XXXX-XX-XX")
    anchor = story.now
    assert anchor is not None
    return _typed(shift_days(anchor, by).isoformat(), hit.value("part"), mod, story.now_anchor)


def make_day_before_deictic(hit: Hit, story: Story) -> Made | None:
    """The day before yesterday, the day after tomorrow."""
    if story.now is None:
        return None
    by = int(hit.value("day")) + (1 if hit.words("sense")[0] == "after" else -1)
    return Made("DATE", shift_days(story.now, by).isoformat(), None, story.now_anchor)


def make_part_deictic(hit: Hit, story: Story) -> Made | None:
    """This morning, last night, that same evening, the next afternoon, tonight."""
    part, word = hit.value("part"), (hit.words("shift") or ("this",))[0]
    mod = hit.mod
    if story.speaker is not None and word in {"this", "last"}:
        day = shift_days(story.speaker, -1 if word == "last" else 0)
        return Made("TIME", f"{day.isoformat()}T{part}", mod, f"speaker {story.speaker}")
    if word in {"that", "same"} and _is_of_month(story):
        return Made("TIME", f"XXXX-XX-XXT{part}", mod, story.told_anchor)
    anchor = _day_meant(word, story)
    if anchor is None:
        return Made("TIME", f"XXXX-XX-XXT{part}", mod)
    if (anchor is story.dateline and _follows_untold(hit)) or (story.adrift and word in {"that", "same"}):
        return Made("TIME", f"XXXX-XX-XXT{part}", mod)
    by = {"last": -1, "previous": -1, "before": -1, "next": 1, "following": 1, "after": 1}.get(word, 0)
    label = story.stands_anchor if word in _FROM_TOLD else story.now_anchor
    return Made("TIME", f"{shift_days(anchor, by).isoformat()}T{part}", mod, label)


def make_part_before_last(hit: Hit, story: Story) -> Made | None:
    """The night before last: two days before the text's, or the speaker's, own."""
    anchor = story.speaker or (None if story.narrative else story.dateline)
    day = shift_days(anchor, -2).isoformat() if anchor else "XXXX-XX-XX"
    return Made("TIME", f"{day}T{hit.value('part')}", None, story.now_anchor)


_FROM_TOLD = frozenset({"that", "same", "before", "after", "next", "following", "previous"})
"""Words by which a part of the day is of the day told, or of the one beside it."""


def _day_meant(word: str, story: Story) -> date | None:
    """The day that a word counts from: the one told, or the one of writing; in a history always one told."""
    told = None
    if word in _FROM_TOLD:
        last = story.days[-1] if word in {"that", "same"} and story.days else None
        told = story.day or last or story.stands
    return told or (story.day if story.narrative else story.dateline)


def _is_of_month(story: Story) -> bool:
    """Whether the story stands at a month, none of whose days it has told: "In April shells fell. That evening ..."."""
    if story.stands is not None or story.month is None:
        return False
    return not any((d.year, d.month) == story.month for d in story.days)


def _follows_untold(hit: Hit) -> bool:
    """Whether a night is counted from what no day was told of: "was shot the next morning"."""
    return _beside_event(hit) or (hit.words("shift")[-1:] in {("next",), ("following",)} and tense(hit) < 0)


def _beside_event(hit: Hit) -> bool:
    """Whether a night is counted from something named behind it: "the evening before the raid"."""
    return (hit.words("shift") or ("",))[0] in {"before", "after"} and hit.after() in _DETERMINERS


_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my"})


def make_small_hours(hit: Hit, story: Story) -> Made | None:
    """The small hours: counts with the day beside it, "of Monday"."""
    del hit, story
    return Made("TIME", "XXXX-XX-XXTMO", "START", weak=True)


def make_part_alone(hit: Hit, story: Story) -> Made | None:
    """The night, mid-afternoon: of the day the story stands at."""
    words = hit.all_words()
    if words[-1] in {"mornings", "afternoons", "evenings", "nights"}:
        return Made("SET", f"XXXX-XX-XXT{hit.value('part')}")
    if len(words) == 1 and (words[0] in hit.lexicon.lists["lone_parts"] or _is_some_night(hit)):
        return Made("TIME", f"XXXX-XX-XXT{hit.value('part')}", weak=True)
    anchor = story.stands or story.line
    if words == ("overnight",) and anchor and anchor == story.dateline and tense(hit) <= 0:
        anchor = shift_days(anchor, -1)  # told in the morning, of the night before
    day = anchor.isoformat() if anchor else "XXXX-XX-XX"
    return Made("TIME", f"{day}T{hit.value('part')}", hit.mod, story.stands_anchor)


def _is_some_night(hit: Hit) -> bool:
    """Whether it is any night, be it of a time told behind: "another night", "a night in the autumn of 2022"."""
    return hit.before() in {"another", "any"} or (hit.before() in {"a", "an", "one"} and hit.after() in {"in", "of"})
