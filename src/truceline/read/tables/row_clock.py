"""A time of day as tables write it: 14:30, 14.30, 1430, 14h30, 2:30 pm, 14; with a zone where one is written."""

import re

from truceline.model.when import Granularity

Clock = tuple[str, str | None, Granularity]
"""The time as "14:30", its offset from UTC where one is written, and whether it is known to the minute or the hour."""
_SHAPE = re.compile(
    r"(?:at )?(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>(?<=[:.h])[0-5]\d|(?<=\d\d)[0-5]\d)(?::[0-5]\d)?)?"
    r"\s?(?:h|hrs?|hours?)?\s?(?P<half>[ap]\.?m\.?)?"
    r"\s?(?P<zone>z|utc|gmt|(?:utc|gmt)?[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)


def read_clock(text: str) -> Clock | None:
    """The time of day of a cell; None where it holds none."""
    match = _SHAPE.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "")[:1].casefold()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return None
    return f"{hour:02d}:{match['minute'] or '00'}", _offset(match["zone"]), "minute" if match["minute"] else "hour"


def _offset(zone: str | None) -> str | None:
    figures = re.sub(r"[^\d+-]", "", zone or "")
    if figures:
        return f"{figures[:3]}:{figures[3:]}"
    return "+00:00" if zone else None
