"""The bundled case in a ledger: rival versions side by side, nothing canned."""

import shutil
from pathlib import Path

import pytest

from truceline.ledger import Ledger

CASE = Path(__file__).parents[2] / "examples/september-2016"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    ledger = Ledger(tmp_path_factory.mktemp("case") / "case.truce")
    added = ledger.add([*sorted(p for p in CASE.iterdir() if p.suffix in {".yaml", ".csv"}), CASE / "reports"])
    assert added.problems == ()
    yield ledger
    ledger.close()


def tellers_files(snapshot, incident):
    """Files whose accounts an incident brings together."""
    given = {d.id: d.given_id.split(":")[0] for d in snapshot.documents}
    return {given[a.document] for a in incident.accounts}


def test_the_strike_is_one_incident_with_its_toll_disputed(book):
    snapshot = book.snapshot()
    (strike,) = [i for i in snapshot.incidents if i.event_type == "air_strike" and not i.aggregate]
    assert len([f for f in tellers_files(snapshot, strike) if "-strike-" in f]) >= 4
    killed = strike.facets["killed"]
    assert killed.status == "disputed"
    ranges = {(v.value["low"], v.value["high"]) for v in killed.values}
    assert {(62, 62), (90, 106)} <= ranges


def test_the_convoy_is_one_incident_across_its_tellers(book):
    snapshot = book.snapshot()
    files = [tellers_files(snapshot, i) for i in snapshot.incidents if not i.aggregate]
    assert max(len([f for f in found if "-convoy-" in f]) for found in files) >= 5


def test_the_total_that_does_not_add_up_is_found_and_so_is_the_one_that_would(book):
    verdicts = {o.id: o for o in book.snapshot().official}
    week = verdicts["snhr-first-week"]
    assert (week.stated, week.added, week.verdict) == (242, 251, "does_not_add_up")
    assert "219 + 23 make 242" in week.sentence


def test_the_tally_differs_between_the_positions_on_the_truces_end(book):
    counted = {
        position: {
            (b.incident, b.scope) for b in book.snapshot().breaches if b.position == position and b.term == "no-attacks"
        }
        for position in ("sy-gov", "us-gov")
    }
    assert counted["sy-gov"] != counted["us-gov"]


def test_a_report_taken_out_is_missed(book, tmp_path):
    shutil.copytree(CASE / "reports", tmp_path / "reports")
    (tmp_path / "reports" / "09-strike-encyclopaedia.pdf").unlink()
    fewer = Ledger(tmp_path / "fewer.truce")
    fewer.add([tmp_path / "reports"])
    tolls = [i.killed for i in fewer.snapshot().incidents if i.event_type == "air_strike" and i.killed]
    fewer.close()
    assert [t.high for t in tolls] == [62]
    assert len(fewer.snapshot().documents) == len(book.snapshot().documents) - 1


def test_reading_the_case_again_changes_nothing(book):
    head = book.head()
    assert book.add([CASE / "reports"]).documents == ()
    assert book.reread().changed == 0
    assert book.head() == head
