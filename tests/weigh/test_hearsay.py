"""A claim inside a claim keeps its chain: whose word it is that somebody said it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from truceline.ledger import Ledger
from truceline.model.snapshot import LedgerAccount

ALLEGED = (
    "By Ada Brenn, 16 March 2031\n\nShells hit a market in Kalinov on 14 March 2031, killing four people. "
    'The defence ministry claims that Sergej Tarn had told reporters that the shelling "was a mistake". '
)
HEARD = (
    "By Ada Brenn, 16 March 2031\n\nShells hit a market in Kalinov on 14 March 2031, killing four people. "
    "Valley Relief said that Sergej Tarn had told its staff that the shelling was a mistake."
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(tmp_path / "a.truce")
    yield opened
    opened.close()


def told(ledger: Ledger, tmp_path: Path, text: str, facet: str = "intent") -> LedgerAccount:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    ledger.add([path])
    accounts = [a for i in ledger.snapshot().incidents for a in i.accounts if any(f.facet == facet for f in a.facets)]
    assert len(accounts) == 1
    return accounts[0]


def test_what_a_party_says_that_another_admitted_is_the_partys_word(ledger: Ledger, tmp_path: Path) -> None:
    account = told(ledger, tmp_path, ALLEGED)
    assert account.teller_name == "Sergej Tarn, according to defence ministry"
    assert account.speaker == account.line == "defence-ministry"
    assert account.through == ("defence-ministry",)


def test_what_a_body_of_no_side_was_told_is_still_the_speakers(ledger: Ledger, tmp_path: Path) -> None:
    account = told(ledger, tmp_path, HEARD)
    assert account.teller_name == "Sergej Tarn, according to Valley Relief"
    assert account.speaker == "x-sergej-tarn"
    assert account.through == ("x-valley-relief",)


def test_his_own_word_beside_it_stands_apart(ledger: Ledger, tmp_path: Path) -> None:
    told(ledger, tmp_path, ALLEGED + "Sergej Tarn said that four people had died in the shelling of the market.")
    names = {a.teller_name for i in ledger.snapshot().incidents for a in i.accounts}
    assert {"Sergej Tarn", "Sergej Tarn, according to defence ministry"} <= names


def test_a_private_person_within_the_chain_is_a_number_where_it_leaves(ledger: Ledger, tmp_path: Path) -> None:
    told(ledger, tmp_path, HEARD)
    names = {a.teller_name for i in ledger.public_snapshot().incidents for a in i.accounts if a.through}
    assert names == {"person 2, according to Valley Relief"}
