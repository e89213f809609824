"""Golden pages: a note, a report, and what is read of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from truceline.model.amount import Range
from truceline.model.reading import Reading

PAGES = sorted((Path(__file__).parents[1] / "golden" / "recount").glob("*.txt"))


def bounds(amount: Range | None) -> str:
    return "-" if amount is None else f"{amount.low}..{'' if amount.high is None else amount.high}"


def shown(reading: Reading) -> str:
    """One line an incident: type, tally or not, killed, injured, and the words it is mentioned by."""
    text = reading.text or ""
    return "".join(
        f"{i.event_type}{' (tally)' if i.aggregate else ''} killed {bounds(i.killed)} injured {bounds(i.injured)}: "
        f"{', '.join(text[a:b] for a, b in i.mentions)}\n"
        for i in reading.incidents
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_page(page: Path, recount: Callable[..., Reading]) -> None:
    body, expected = page.read_text(encoding="utf-8").split("# output\n")
    report = body.split("\n\n", 1)[1].strip()
    assert shown(recount(report)) == expected
