"""Dateline: the day a document came out: given, printed, or inferred with its reason."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from truceline.model.problem import Problem
from truceline.model.reading import Reference
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.model.span import blanked
from truceline.model.when import OF_MESSAGES, Published, TimeMention
from truceline.read.times.addresses import AddressDate, address_date, address_month, name_date
from truceline.read.times.calendar import parse_day, shift_months
from truceline.read.times.infer import Evidence, infer_days, newest_told
from truceline.read.times.lexicon import TimeLexicon
from truceline.read.times.tag import find_times
from truceline.text.datelines import is_dateline, is_opening

_HEAD, _TAIL = 1200, 300
"""Characters at a text's beginning and end in which a printed dateline is looked for."""
_HEADING_MARK = re.compile(r"^\s*#+\s+")
"""Markdown's sign of a heading, which before a day reads as a number sign."""


_BY_READER = "by the reader"
"""Whose word a day is that no document carries: whoever had it read gave it."""


def find_dateline(
    record: Record, references: tuple[Reference, ...], settings: Settings, lexicon: TimeLexicon
) -> tuple[Published | None, tuple[Problem, ...]]:
    """Day of publication: the record's, the settings', the printed one, or inferred; None where nothing tells it.

    A given day that is no full ISO date is ignored with a Problem.
    """
    text = record.text or ""
    given, problems = _given(record, settings)
    printed = _printed(blanked(text, [(r.start, r.end) for r in references]), lexicon)
    if given is not None:
        return _with_older_print(given, printed), problems
    mentions = find_times(text, (), None, lexicon)
    published = (
        printed
        or _opening(text, mentions)
        or _own_address(record)
        or _own_month(record, mentions)
        or _own_name(record, mentions)
        or _inferred(text, references, record, mentions)
    )
    return published, problems


def _given(record: Record, settings: Settings) -> tuple[Published | None, tuple[Problem, ...]]:
    """The day the record carries, else the one given for it; with a Problem for each that is no full ISO date."""
    problems: list[Problem] = []
    for given, field, by in (
        (record.dct, "dct", "with the document"),
        (record.published or settings.published, "published", _BY_READER),
    ):
        if given is not None and (day := _full_day(given)):
            reason = OF_MESSAGES if record.messages and field == "dct" else f"given {by}"
            return _exact(day, inferred=False, reason=reason), tuple(problems)
        if given is not None:
            problems.append(_ignored(record.where, field, given))
    return None, tuple(problems)


def day_given(published: Published | None) -> str | None:
    """The day that whoever had a document read gave for it; None where its day comes from elsewhere."""
    by_reader = published is not None and published.reason.startswith(f"given {_BY_READER}")
    return published.earliest if published is not None and by_reader else None


def _with_older_print(given: Published, printed: Published | None) -> Published:
    """Where the text prints an older day of its own, its weekdays are counted from that one: it was copied later."""
    if printed is None or not printed.earliest or not given.earliest or printed.earliest >= given.earliest:
        return given
    return replace(
        given, anchor=f"printed {printed.earliest}", reason=f"{given.reason}; the text is older, {printed.reason}"
    )


def _full_day(given: str) -> date | None:
    """The day of a full ISO date or date-time; None for anything else."""
    try:
        return datetime.fromisoformat(given.strip()).date() if re.match(r"\d{4}-\d\d-\d\d", given.strip()) else None
    except ValueError:
        return None


def _ignored(where: str, field: str, given: str) -> Problem:
    return Problem(
        stage="read",
        where=where,
        code="date_not_iso",
        message=f"{field} is {given!r}, which is no full ISO date; it was ignored",
        mend="Give the day of publication as YYYY-MM-DD, or leave it out.",
    )


def _exact(day: date, *, inferred: bool, reason: str) -> Published:
    iso = day.isoformat()
    return Published(
        earliest=iso, latest=iso, granularity="day", edtf=iso, anchor=None, inferred=inferred, reason=reason
    )


def _printed(text: str, lexicon: TimeLexicon) -> Published | None:
    """A full date that stands where datelines stand: behind a place or "Published", or by itself."""
    for line in (_HEADING_MARK.sub("", edge) for edge in _edge_lines(text)):
        for mention in find_times(line, (), None, lexicon):
            day = _day_of(mention)
            if day and is_dateline(line, mention.start, mention.end):
                return _exact(day, inferred=False, reason=f"printed: {line[: mention.end].strip()[-80:]}")
    return None


def _opening(text: str, mentions: tuple[TimeMention, ...]) -> Published | None:
    """The day that a text opens with behind a place, as a sentence; where it tells a later one, a scene is set."""
    lead = text.lstrip().partition("\n")[0]
    at = len(text) - len(text.lstrip())
    for mention in mentions:
        day = _day_of(mention)
        if day and mention.end <= at + len(lead) and is_opening(lead, mention.start - at, mention.end - at):
            newest = newest_told(text, mentions)
            if newest is None or newest <= day:
                return _exact(day, inferred=False, reason=f"printed: {lead[: mention.end - at]}")
    return None


def _edge_lines(text: str) -> Iterator[str]:
    head = text[:_HEAD].splitlines()
    tail = text[max(_HEAD, len(text) - _TAIL) - 1 :].partition("\n")[2].splitlines()  # whole lines alone
    yield from (line for line in head if line.strip())
    yield from (line for line in reversed(tail) if line.strip())


def _day_of(mention: TimeMention) -> date | None:
    return parse_day(mention.value) if mention.type in {"DATE", "TIME"} and mention.value[:1].isdigit() else None


def _own_address(record: Record) -> Published | None:
    found = address_date(record.url) if record.url else None
    return (
        _exact(found.day, inferred=True, reason=f"date in {found.how} of the document: {record.url}") if found else None
    )


def _own_month(record: Record, mentions: tuple[TimeMention, ...]) -> Published | None:
    """The month in the document's own address, begun at the last day of it that the text tells."""
    found = address_month(record.url) if record.url else None
    if found is None:
        return None
    first = date(*found, 1)
    last = shift_months(first, 1) - timedelta(days=1)
    days = [d for m in mentions if (d := _day_in_month(m.value, first)) is not None]
    return _between(max([first, *days]), last, f"month in the address of the document: {record.url}")


def _own_name(record: Record, mentions: tuple[TimeMention, ...]) -> Published | None:
    """The one full ISO date in the name of the document's own file; none where the text tells that day or a later one.

    A file of many records is named after none of them, and one may be called after its event.
    """
    day = name_date(record.where) if ":" not in record.where else None
    told = newest_told(record.text or "", mentions)
    if day is None or (told is not None and told >= day):
        return None
    return _exact(day, inferred=True, reason=f"date in the file's name: {record.where}")


def _day_in_month(value: str, first: date) -> date | None:
    """The day a value names, where it falls into this month or names its day without a year."""
    day = parse_day(value.replace("XXXX", f"{first.year:04d}"))
    return day if day and (day.year, day.month) == (first.year, first.month) else None


def _inferred(
    text: str, references: tuple[Reference, ...], record: Record, mentions: tuple[TimeMention, ...]
) -> Published | None:
    urls = [r.url for r in references if r.url] + [link.url for link in record.links]
    dated = [(day, url) for url in dict.fromkeys(urls) if (day := address_date(url))]
    found = infer_days(Evidence(text=text, mentions=mentions, addresses=tuple(_newest(dated))))
    if found is None:
        return None
    first, last, reason = found
    if last is not None and first == last:
        return _exact(first, inferred=True, reason=reason)
    return _between(first, last, reason)


def _between(first: date, last: date | None, reason: str) -> Published:
    end = last.isoformat() if last else None
    return Published(
        earliest=first.isoformat(), latest=end, granularity="range", edtf=f"{first.isoformat()}/{end or '..'}",
        anchor=None, inferred=True, reason=reason,
    )  # fmt: skip


def _newest(dated: list[tuple[AddressDate, str]]) -> list[tuple[date, str]]:
    """Days with their addresses, newest first; one far ahead of all others is a slip or a number, and left out."""
    days = sorted(((found.day, url) for found, url in dated), key=lambda pair: (-pair[0].toordinal(), pair[1]))
    while len(days) > 2 and days[0][0] - days[1][0] > timedelta(days=366):
        days = days[1:]
    return days
