"""The bundled case added file by file, in one order and in others: one and the same export."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from truceline import Ledger
from truceline.model.snapshot import Scope
from truceline.pipeline import settle
from truceline.runners.local import local_settle_kit

CASE = Path(__file__).parents[2] / "examples" / "september-2016"
REPORTS = sorted(p for p in (CASE / "reports").iterdir() if p.suffix != ".toml")


def export(path: Path, reports: list[Path]) -> dict:
    book = Ledger(path, clock=lambda: datetime(2031, 5, 7, tzinfo=UTC))
    for report in (CASE / "agreement.yaml", CASE / "sources.yaml", CASE / "official-tallies.csv", *reports):
        book.add([report])
    state = json.loads(book.snapshot_json())
    book.close()
    del state["chain_head"]  # it is the order: the head of what was recorded, one after the other
    return state


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    path = tmp_path_factory.mktemp("order") / "case.ledger"
    return export(path, REPORTS), Ledger(path)


def test_the_case_added_backwards_gives_the_same_export(held, tmp_path):
    assert export(tmp_path / "case.ledger", REPORTS[::-1]) == held[0]


def test_entries_shuffled_settle_to_the_same_state(held):
    holdings = held[1]._holdings("")
    first = settle(holdings, local_settle_kit())
    for seed in range(3):
        entries = random.Random(seed).sample(holdings.entries, len(holdings.entries))
        assert settle(replace(holdings, entries=tuple(entries)), local_settle_kit()) == first


def test_the_cases_counts_are_nested(held):
    tallies = held[1].snapshot().tallies
    assert tallies
    for t in tallies:
        for one, within in ((t.alleged, t.corroborated), (t.corroborated, t.attributed)):
            assert _all(one) >= _all(within)
            assert one.certainly >= within.certainly
        assert bool(_all(t.attributed)) == bool(t.attributed_by)
        assert _all(t.alleged) == len(t.incidents) == t.accepted + t.proposed


def _all(scope: Scope) -> int:
    return scope.certainly + scope.possibly
