"""Exported chats (WhatsApp and the like, as text): what each member wrote on a day is a document of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from truceline.model.problem import Problem
from truceline.model.record import File, Record
from truceline.read.files.decode import Decoded
from truceline.read.files.unreadable import problem

_LINE = re.compile(
    r"^[\u200e\u200f]*\[?(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"(?:\s?[AaPp]\.?[Mm]\.?)?(?:\]\s|\s[-–]\s)(?P<said>.*)$",
    re.MULTILINE,
)
"""A message's first line: "[20/01/2025, 05:12:44] Name: words", "20.01.25, 05:12 - Name: words"."""
_SENDER = re.compile(r"[\u200e\u200f]*(?P<name>[^:\n]{1,50}?):\s(?P<words>.*)", re.DOTALL)
_NOTHING = re.compile(
    r"[\u200e\u200f\s]*(?:<[^<>]{3,40}>|(?:image|video|audio|sticker|document|GIF) omitted|This message was deleted\.?"
    r"|You deleted this message\.?|null)\s*",
    re.IGNORECASE,
)
"""In place of a picture, a sound or what was taken back."""
_LEAST = 3
"""Messages from which a file is a chat."""
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class _Message:
    """One message: the day as written, who wrote it, and the words."""

    day: str
    sender: str
    words: str


def chat_records(file: File, decoded: Decoded) -> tuple[Record, ...]:
    """A record for each member and day, in order of their first words; none where the file is no chat."""
    messages = list(_messages(decoded.text))
    if len(messages) < _LEAST:
        return ()
    days = _days([m.day for m in messages])
    written: dict[tuple[str, str], list[str]] = {}
    for message in messages:
        written.setdefault((message.day, message.sender), []).append(message.words)
    problems = () if decoded.guessed is None else (problem(file.name, "encoding_guessed", decoded.guessed),)
    return tuple(
        _record(
            f"{file.name}#{number}",
            _Message(*key, "\n\n".join(words)),
            days.get(key[0]),
            problems if number == 1 else (),
        )
        for number, (key, words) in enumerate(written.items(), 1)
    )


def _record(where: str, told: _Message, day: date | None, problems: Sequence[Problem]) -> Record:
    unclear = () if day is not None else (problem(where, "chat_day_unclear", told.day),)
    return Record(
        id=where,
        where=where,
        data=f"{told.day} {told.sender}\n{told.words}".encode(),
        text=told.words,
        dct=day.isoformat() if day is not None else None,
        messages=True,
        author=told.sender,
        problems=(*problems, *unclear),
    )


def _messages(text: str) -> Iterator[_Message]:
    """The messages with words of somebody's own; none where the file does not begin as a chat does."""
    found = list(_LINE.finditer(text))
    if len(found) < _LEAST or text[: found[0].start()].strip():
        return
    ends = [*(b.start() for _, b in pairwise(found)), len(text)]
    for line, end in zip(found, ends, strict=True):
        said = _SENDER.fullmatch(text[line.start("said") : end].strip())
        if said is not None and said["words"].strip() and not _NOTHING.fullmatch(said["words"]):
            yield _Message(line["day"], said["name"].strip(), said["words"].strip())


def _days(written: Sequence[str]) -> dict[str, date]:
    """The days, by how they are written; which of two numbers is the month is told by any that is above twelve."""
    parts = {day: [int(n) for n in re.split(r"[./-]", day)] for day in written}
    by_year = {day: some for day, some in parts.items() if some[0] > 31}
    others = {day: some for day, some in parts.items() if day not in by_year}
    day_first = any(some[0] > 12 for some in others.values()) or any("." in day for day in others)
    month_first = any(some[1] > 12 for some in others.values())
    orders = dict.fromkeys(by_year, (0, 1, 2))
    if day_first != month_first:
        orders |= dict.fromkeys(others, (2, 1, 0) if day_first else (2, 0, 1))
    made = {day: _date(*(parts[day][n] for n in order)) for day, order in orders.items()}
    return {day: when for day, when in made.items() if when is not None}


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + _CENTURY if year < 100 else year, month, day)
    except ValueError:
        return None
