"""What the ledger itself holds for an official total's days: shown beside it in its own unit, never compared."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.model.actor import Actor
from truceline.model.snapshot import AllegedBreach, OfficialTally
from truceline.monitor.tallies import scope_over
from truceline.text.days import day_number
from truceline.text.fold import fold_name


def with_ledger(tally: OfficialTally, breaches: Sequence[AllegedBreach], actors: Mapping[str, Actor]) -> OfficialTally:
    """The tally with the ledger's incidents of the same accused and days; None where its days are not stated."""
    days = _days(tally)
    if days is None:
        return tally
    held = [b for b in breaches if _fits(b, tally, days, actors)]
    return replace(tally, ledger=scope_over(held))


def _days(tally: OfficialTally) -> tuple[int, int] | None:
    """First and last day: of a period "2016-09-12/2016-09-19", or of the one day of a daily total."""
    first, slash, last = tally.period.partition("/")
    start, end = day_number(first), day_number(last or first)
    if slash and start is not None and end is not None:
        return start, end
    day = day_number(tally.day)
    daily = tally.period in {tally.day, "24 hours", "day"}
    return (day, day) if day is not None and daily else None


def _fits(breach: AllegedBreach, tally: OfficialTally, days: tuple[int, int], actors: Mapping[str, Actor]) -> bool:
    day = day_number(breach.day)
    if day is None or not days[0] <= day <= days[1]:
        return False
    names = {breach.accused, actors[breach.accused].name} if breach.accused in actors else {breach.accused}
    return not tally.accused or fold_name(tally.accused) in {fold_name(n) for n in names}
