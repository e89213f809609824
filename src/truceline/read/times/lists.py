"""Days that share a month: "September 17 and 18", "from 5 to 7 March"."""

import re
from collections.abc import Sequence

from truceline.read.times.calendar import make_day
from truceline.read.times.hit import Hit, Made
from truceline.read.times.makers import MAKERS
from truceline.read.times.numbers import read_year
from truceline.read.times.story import Story

LINKS = frozenset({"and", "to", "or", "-", "–", "—", "through", "until", "till"})
_LISTED = LINKS | {","}
_DATED = re.compile(r"(\d{4})-(\d\d)-\d\d")
_CLAUSE = 4
"""Words of a clause before a date, and behind the number that follows it."""
_STOPS = frozenset({".", "!", "?", ";", ":", "\n"})
_MANY = frozenset({"people", "men", "women", "children", "police", "gunmen", "policemen"})
_PLURAL = re.compile(r"[a-z]{2,}[^\Ws]s")
_HAPPENED = re.compile(r"were|was|had|have|are|died|fell|fled|lost|\w+ed", re.IGNORECASE)
_NOT_A_DAY = frozenset({":", "%", "-", "people", "percent", "per"})


def day_before_list(hit: Hit, following: Hit | None, story: Story) -> Made | None:
    """The first day of "5 to 7 March": month and year are those of the date behind it."""
    if following is None or following.make != "calendar" or following.start - hit.end > 2:
        return None
    made = MAKERS["calendar"](following, story)
    return _with_day(made, hit.words("day")[0]) if made else None


def day_behind_list(hit: Hit, made: Made) -> tuple[int, Made] | None:
    """The last day of "September 17-19": its token and value; None where the number behind is something else."""
    if not _leads_on(hit) or hit.after() not in LINKS or not _is_day_behind(hit):
        return None
    later = _with_day(made, hit.after(2))
    return (hit.end + 1, later) if later and later.value > made.value else None


def _leads_on(hit: Hit) -> bool:
    """Whether a date without a year has its day last: "September 17"."""
    if hit.make != "calendar" or hit.words("year") or not hit.words("day"):
        return False
    return hit.match.start("month") <= hit.match.start("day")


def _is_day_behind(hit: Hit) -> bool:
    """Whether the second word behind a date is a day of its month, and no clock time, count or other month's day."""
    words = hit.tokens.words
    if hit.end + 1 >= len(words):
        return False
    shapes, behind = hit.lexicon.shapes, hit.after(3)
    if hit.tokens.codes[hit.end + 1] not in {shapes["N12"], shapes["N31"]} or behind in _NOT_A_DAY:
        return False
    if hit.after() in {"and", "or"} and _begins_clause(words, hit):
        return False
    return hit.lexicon.classes.get(behind) not in {"MONTH", "MONTH_IF_CAPITAL", "UNIT", "AMPM"}


def _begins_clause(words: Sequence[str], hit: Hit) -> bool:
    """As in “shells hit it on May 3 | and 4 students were hurt”: a number of people or things, and what became of them.

    Where the date opens its sentence ("On May 3 and 4 gunmen came") there is no clause before it to go on from.
    """
    before = words[max(0, hit.start - _CLAUSE) : hit.start]
    behind = words[hit.end + 2 : hit.end + 2 + _CLAUSE]
    counted = next((n for n, w in enumerate(behind) if w in _MANY or _PLURAL.fullmatch(w)), None)
    if counted is None or counted > 1 or counted + 1 >= len(behind):
        return False
    opened = len(before) == _CLAUSE and not _STOPS.intersection(before)
    return opened and _HAPPENED.fullmatch(behind[counted + 1]) is not None


def _with_day(made: Made, word: str) -> Made | None:
    m = _DATED.match(made.value)
    digits = re.match(r"\d+", word)
    day = make_day(int(m[1]), int(m[2]), int(digits[0])) if m and digits else None
    return Made("DATE", day.isoformat(), None, made.anchor) if day else None


def _is_list(gap: Sequence[str]) -> bool:
    """Whether words between two dates make them a list or range: "and", ", and"; a comma alone may part sentences."""
    return 1 <= len(gap) <= 2 and _LISTED.issuperset(gap) and gap != [","]


def year_ahead(hits: list[Hit], i: int) -> tuple[int, int] | None:
    """Year and month at the end of the list or range that a date without a year begins: "April and June 1955"."""
    hit = hits[i]
    if hit.make != "calendar" or hit.words("year"):
        return None
    for later in hits[i + 1 : i + 4]:
        gap = hit.tokens.words[hit.end : later.start]
        if later.make != "calendar" or not _is_list(gap):
            return None
        if later.words("year"):
            year = read_year(later.words("year"), later.lexicon.values)
            return (year, int(later.value("month"))) if year and not later.words("era") else None
        hit = later
    return None
