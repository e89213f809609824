"""Sentences that only look like reports of a happening: predictions, kinds, idioms, sport, history, fiction."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fakes.made_drafts import draft
from truceline.model.reading import Reading

PAGE = Path(__file__).parents[2] / "training/corpus/not_events/learn_first.txt"
AT_MOST = 10


def told(reading: Reading) -> bool:
    """Whether anything is affirmed of a happening."""
    return any(f.polarity == "affirmed" for a in reading.accounts for f in a.facets)


def test_few_become_accounts(recount: Callable[..., Reading]) -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if line and not line.startswith("#")]
    assert len(sentences) == 200
    taken = [s for s in sentences if told(recount(s))]
    assert len(taken) <= AT_MOST, "\n".join(taken)


def test_a_word_of_sport_or_trade_hides_no_deed_of_a_report_that_the_learned_reader_is_sure_of(
    recount: Callable[..., Reading],
) -> None:
    """
    Team 3 was stopped at the boom on Monday. Nobody was let through.
    """
    text = "Team 3 was stopped at the boom on Monday. Nobody was let through."
    proposed = draft(text, "access_denied", ["stopped"], ("target", "Team 3", "affirmed"))
    assert [i.event_type for i in recount(text, drafts=[proposed]).incidents] == ["access_denied"]
    alone = text.split(". ", maxsplit=1)[0] + "."
    assert recount(alone, drafts=[proposed]).incidents == ()


@pytest.mark.parametrize(("amount", "told_of"), [("in 1744", 0), ("with 37 shells of 120 mm", 1)])
def test_a_calibre_is_no_year_of_old(recount: Callable[..., Reading], amount: str, told_of: int) -> None:
    text = f"The canal post was shelled {amount}. The roof of the mill fell in."
    proposed = draft(text, "shelling", ["shelled"], ("target", "The canal post", "affirmed"))
    assert len(recount(text, drafts=[proposed]).incidents) == told_of
