"""Sentences that only look like reports of a happening: predictions, kinds, idioms, sport, history, fiction."""

from collections.abc import Callable
from pathlib import Path

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
