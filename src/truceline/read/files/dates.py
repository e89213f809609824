"""Days of publication as envelopes state them: a full ISO date or nothing."""

import re
from datetime import date

_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?")


def full_date(value: object) -> str | None:
    """The day of a full ISO date (a time of day after it is left out); None for anything else."""
    match = _ISO_DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        return date.fromisoformat(match.group(1)).isoformat()
    except ValueError:
        return None
