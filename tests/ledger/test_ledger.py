"""The core behind every face: any order of adding gives the same state, rulings are kept, interruptions do no harm."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from truceline.ledger import Ledger
from truceline.model.plain import from_plain, to_plain
from truceline.model.reading import Reading
from truceline.model.record import File
from truceline.review.ask import Ask, UnknownTargetError

REPORTS = {
    "governor.txt": "KALINOV, 4 March 2020. Governor Ivo Lasen said 12 civilians were killed when shells hit the "
    "market of Kalinov on 3 March 2020. He accused the Northern Army of the shelling.",
    "army.txt": "4 March 2020. The Northern Army denied shelling the market of Kalinov on 3 March 2020.",
    "convoy.txt": "6 March 2020. An air strike hit an aid convoy near Dvor on 5 March 2020, killing at least 4 "
    "drivers, the relief agency Safe Roads said.",
}


def clock() -> datetime:
    return datetime(2020, 3, 10, tzinfo=UTC)


def make(folder: Path, name: str = "a.truce") -> Ledger:
    return Ledger(folder / name, clock=clock)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def ledger(tmp_path: Path, reports: Path) -> Iterator[Ledger]:
    opened = make(tmp_path)
    opened.add([reports])
    yield opened
    opened.close()


def derived(ledger: Ledger) -> dict:
    """All derived state but what says when and in which order things were written."""
    state = json.loads(ledger.snapshot_json())
    return {k: v for k, v in state.items() if k not in {"chain_head", "name", "decisions"}}


def first_account(ledger: Ledger) -> str:
    return min(a.id for i in ledger.snapshot().incidents for a in i.accounts)


def test_every_document_is_kept_with_its_bytes(ledger, reports):
    documents = ledger.snapshot().documents
    assert sorted(d.given_id for d in documents) == sorted(REPORTS)
    for document in documents:
        record = ledger.record(document.id)
        assert record is not None
        assert record.data == (reports / document.given_id).read_bytes()
        assert ledger.document(document.id).reading.text == REPORTS[document.given_id]


def test_adding_again_changes_nothing(ledger, reports):
    head = ledger.head()
    added = ledger.add([reports, reports / "army.txt"])
    assert (added.documents, added.known, ledger.head()) == ((), 4, head)


def test_any_order_of_adding_gives_the_same_state(tmp_path, reports):
    states = []
    for number, order in enumerate(permutations(REPORTS)):
        ledger = make(tmp_path, f"{number}.truce")
        for name in order:
            ledger.add([reports / name])
        states.append(derived(ledger))
        ledger.close()
    assert all(state == states[0] for state in states)


def test_an_interrupted_add_leaves_a_ledger_that_can_go_on(tmp_path, reports, monkeypatch):
    monkeypatch.setattr("truceline.ledger._BATCH", 1)
    ledger = make(tmp_path)

    def stopped(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.add([reports], progress=stopped)
    assert ledger.verify().broken is None
    assert len(ledger.snapshot().documents) == 2
    assert len(ledger.add([reports]).documents) == 1
    ledger.close()


def test_a_file_that_cannot_be_read_is_kept_with_its_problem(ledger):
    added = ledger.add_files([File(name="note.docx", data=b"not a docx at all")])
    assert [p.where for p in added.problems] == ["note.docx"]
    document = next(d for d in ledger.snapshot().documents if d.given_id == "note.docx")
    assert not document.readable
    assert ledger.add_files([File(name="note.docx", data=b"not a docx at all")]).known == 1


def test_a_record_the_reader_fails_on_costs_nobody_else_anything(ledger, monkeypatch):
    def fail(*_: object):
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("truceline.runners.local.read_record", fail)
    added = ledger.add_files([File(name="new.txt", data=b"A quiet day.")])
    assert [p.code for p in added.problems] == ["reader_failed"]
    assert ledger.search("quiet")


def test_kept_state_is_what_would_be_derived_anew(ledger):
    kept = ledger.snapshot()
    ledger._snapshot = None
    ledger._store.keep("another key", "{}")
    assert to_plain(ledger.snapshot()) == to_plain(kept)


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_ruling_and_taking_it_back_leaves_the_derived_state_as_it_was(ledger, verb):
    before = derived(ledger)
    decision = ledger.decide(Ask(verb=verb, targets=(first_account(ledger),), analyst="ana", reason="read twice"))
    assert derived(ledger) != before
    assert ledger.snapshot().decisions[0].analyst == "ana"
    ledger.decide(Ask(verb="undo", targets=(decision.id,), analyst="bo"))
    assert derived(ledger) == before
    assert ledger.verify().broken is None


def test_same_and_different_move_incidents_and_old_ids_still_lead_there(ledger):
    incidents = ledger.snapshot().incidents
    assert len(incidents) >= 2
    a, b = incidents[0].id, incidents[1].id
    decision = ledger.decide(Ask(verb="same", targets=(a, b), analyst="ana"))
    assert len(ledger.snapshot().incidents) == len(incidents) - 1
    assert ledger.incident(a) == ledger.incident(b) != None  # noqa: E711
    ledger.decide(Ask(verb="undo", targets=(decision.id,), analyst="ana"))
    assert ledger.incident(a) != ledger.incident(b)


def test_a_member_of_an_incident_can_be_parted_from_it(ledger):
    a, b = (i.accounts[0] for i in ledger.snapshot().incidents[:2])
    members = [f"{x.document}/{x.incident}" for x in (a, b)]
    ledger.decide(Ask(verb="same", targets=tuple(members), analyst="ana"))
    assert ledger.incident(members[0]) == ledger.incident(members[1])
    ledger.decide(Ask(verb="different", targets=tuple(members), analyst="ana"))
    assert ledger.incident(members[0]) != ledger.incident(members[1])


@pytest.mark.parametrize(
    ("verb", "targets"),
    [("accept", ("nowhere/a1",)), ("same", ("TL-NOWHERE", "TL-NEVER")), ("undo", ("R0",)), ("add", ("nowhere",))],
)
def test_an_unknown_target_is_named(ledger, verb, targets):
    with pytest.raises(UnknownTargetError, match=targets[0]):
        ledger.decide(Ask(verb=verb, targets=targets, analyst="ana"))


def test_reading_again_with_the_same_reader_adds_nothing(ledger):
    head = ledger.head()
    assert ledger.reread().changed == 0
    assert ledger.head() == head


def test_rulings_that_lost_their_words_are_listed_after_a_new_reading(ledger):
    decision = ledger.decide(Ask(verb="accept", targets=(first_account(ledger),), analyst="ana"))
    document = decision.anchors[0].document
    stored = ledger._store.document(document)
    plain = to_plain(stored.reading)
    bare = from_plain(Reading, {**plain, "accounts": [], "incidents": []})
    ledger._store.add_reading(document, bare, (clock() + timedelta(days=1)).isoformat())
    assert ledger.snapshot().unanchored == (decision.id,)


def test_what_leaves_is_coarser_than_what_is_kept(ledger):
    public = ledger.public_snapshot()
    assert public.decisions == ()
    assert [i.id for i in public.incidents] == [i.id for i in ledger.snapshot().incidents]
