"""Times: an interval that bounds the unknown instant, beside the words it was read from."""

from dataclasses import dataclass
from typing import Literal

Days = tuple[str, str]
"""First and last day, ISO, both inclusive."""
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "second",
    "minute",
    "hour",
    "part_of_day",
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "year",
    "decade",
    "century",
    "range",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """An inclusive interval: full ISO dates, or date-times with offset.

    `edtf` is EDTF level 1 (VOCABULARIES.md 3.9); `anchor` says what a relative expression was counted from; `clock` is
    the time of day as told ("21:40") where no offset is known that would make it an instant.
    """

    earliest: str | None = None
    latest: str | None = None
    granularity: Granularity | None = None
    edtf: str | None = None
    anchor: str | None = None
    clock: str | None = None

    @property
    def days(self) -> Days | None:
        """First and last day, an open end as far off as can be; None where both are open."""
        known = self.earliest or self.latest
        return ((self.earliest or "0000")[:10], (self.latest or "9999")[:10]) if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Time):
    """A TIMEX3 expression in the text: its type, value and modifier as ISO-TimeML has them, and its interval."""

    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None = None
    zone: str | None = None
    """UTC offset that the words name ("7 pm Damascus time": "+03:00"); None where they name none."""


OF_MESSAGES = "the day of these messages"
"""Reason of the day of what somebody wrote in a chat that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(Time):
    """When a document came out; `inferred` with its reason where no date was given or printed."""

    inferred: bool
    reason: str
