"""Days as options take them: a full date, and what is none is said in words."""

import re
from datetime import datetime

import typer

_DAY_FIRST = re.compile(r"\d{4}-\d\d-\d\d")


def full_day(given: str | None) -> str | None:
    """A day as given, or a moment; a mistake of use where it is neither: "2020-13-01", "September 2016"."""
    if given is not None and not _is_day(given):
        raise typer.BadParameter(f"{given!r} is no full date: write it as 2016-09-19")
    return given


def _is_day(given: str) -> bool:
    try:
        datetime.fromisoformat(given)
    except ValueError:
        return False
    return _DAY_FIRST.match(given) is not None
