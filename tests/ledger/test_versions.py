"""A corrected version takes the place of the document it corrects, and rulings go over to it by their words."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from truceline import Ledger
from truceline.model.record import File
from truceline.pipeline import settle
from truceline.review.ask import Ask, UnknownTargetError
from truceline.review.versions import successors
from truceline.runners.local import local_settle_kit

REPORT = (
    "KALINOV, 4 March 2020 - Governor Ivo Lasen said 12 civilians were killed when shells hit the market of Kalinov "
    "on 3 March 2020. The council of Norrin said two people were killed when a mine exploded there on 2 March 2020.\n"
)
CORRECTED = REPORT.replace("said 12 civilians", "said 14 civilians").replace("two people", "two  people")


@pytest.fixture
def book(tmp_path: Path) -> Ledger:
    seconds = count()
    ledger = Ledger(tmp_path / "a.truce", clock=lambda: datetime(2031, 5, 7, tzinfo=UTC) + timedelta(0, next(seconds)))
    ledger.add_files([File(name="report.txt", data=REPORT.encode())])
    return ledger


def add(book: Ledger, text: str, name: str = "report.txt") -> str:
    (document,) = book.add_files([File(name=name, data=text.encode())]).documents
    return document


def only(book: Ledger) -> str:
    (document,) = book.snapshot().documents
    return document.id


def accounts(book: Ledger) -> dict[str, str]:
    """By their killed, the accounts that count."""
    found = {}
    for incident in book.snapshot().incidents:
        for a in incident.accounts:
            found |= {str(f.value["low"]): a.id for f in a.facets if f.facet == "killed" and f.value}
    return found


def rule(book: Ledger, verb: str, *targets: str, **more) -> str:
    return book.decide(Ask(verb=verb, targets=targets, analyst="ana", **more)).id


def test_a_corrected_file_takes_the_place_of_the_one_of_its_name(book):
    old = only(book)
    new = add(book, CORRECTED)
    state = book.snapshot()
    assert {d.id: (d.supersedes, d.superseded_by) for d in state.documents} == {old: (None, new), new: (old, None)}
    assert [d.id for d in state.current] == [new]
    assert set(accounts(book)) == {"14", "2"}
    assert {a.document for i in state.incidents for a in i.accounts} == {new}
    assert {c.document for c in state.claims} == {new}
    assert [(s.documents, s.claims) for s in state.sources] == [(1, len(state.claims))]
    (decision,) = state.decisions
    assert (decision.verb, decision.analyst) == ("supersede", "truceline")
    assert book.verify().broken is None
    assert book.document(old).reading.accounts, "it can still be read"


def test_old_ids_lead_to_what_the_corrected_version_tells_in_the_same_words(book):
    (before,) = [i for i in book.snapshot().incidents if i.killed and i.killed.best == 2]
    add(book, CORRECTED)
    assert book.incident(before.id).killed.best == 2


def test_rulings_go_over_where_their_words_stand_and_the_others_are_named(book):
    old, told = only(book), accounts(book)
    kept = rule(book, "reject", told["2"])
    lost = rule(book, "accept", told["12"])
    new = add(book, CORRECTED)
    state = book.snapshot()
    assert state.unanchored == (lost,)
    (problem,) = state.problems
    assert (problem.code, problem.where) == ("ruling_without_words", "report.txt")
    assert "What ana ruled (accept)" in problem.message
    assert "12 civilians" in problem.message
    assert lost in problem.mend
    reviews = {a.killed: a.review for a in _reviews(book)}
    assert reviews == {"2": "rejected", "14": "machine"}
    assert {a.review for a in book.document(old).reading.accounts} == {"rejected", "accepted"}
    assert {a.review for a in book.document(new).reading.accounts} == {"rejected", "machine"}
    rule(book, "undo", lost)
    assert (book.snapshot().unanchored, book.snapshot().problems) == ((), ())
    rule(book, "undo", kept)
    assert {a.review for a in _reviews(book)} == {"machine"}


class _Review:
    def __init__(self, killed: str, review: str) -> None:
        self.killed, self.review = killed, review


def _reviews(book: Ledger) -> list[_Review]:
    reviews = {a.id: a.review for i in book.snapshot().incidents for a in i.accounts}
    return [_Review(killed, reviews[key]) for killed, key in accounts(book).items()]


def test_a_ruling_stays_behind_where_another_sentence_of_its_account_was_corrected(tmp_path):
    text = "Shells hit the market of Kalinov on 3 March 2020. The shelling killed 12 civilians."
    book = Ledger(tmp_path / "b.truce")
    add(book, text)
    (account,) = [a for i in book.snapshot().incidents for a in i.accounts]
    ruled = rule(book, "accept", account.id)
    add(book, text.replace("12", "14"))
    assert book.snapshot().unanchored == (ruled,)
    assert {a.review for i in book.snapshot().incidents for a in i.accounts} == {"machine"}


def test_a_later_ruling_on_the_corrected_version_ends_one_that_went_over(book):
    old = accounts(book)["2"]
    rule(book, "reject", old)
    add(book, CORRECTED)
    rule(book, "accept", accounts(book)["2"])
    assert {a.killed: a.review for a in _reviews(book)}["2"] == "accepted"


def test_an_edit_and_an_added_account_stand_on_the_words_of_the_corrected_version(book):
    three = {"low": 3, "high": 3, "text": "three", "comparator": "="}
    facets = [{"facet": "killed", "value": three, "text": "three", "spans": [[0, 7]], "polarity": "affirmed"}]
    rule(book, "edit", accounts(book)["2"], values={"facets": facets})
    values = {"facets": facets, "tellers": ["Residents"], "event_type": "other", "incident": None}
    rule(book, "add", only(book), quote="shells hit the market", values=values)
    new = add(book, "Correction. " + CORRECTED)
    assert book.snapshot().unanchored == ()
    reading = book.document(new).reading
    told = [f for a in reading.accounts for f in a.facets if f.facet == "killed" and f.value and f.value["low"] == 3]
    assert [reading.text[a:b] for f in told for a, b in f.spans] == ["two  people were killed"]
    assert len(told) == 2


def test_a_ruling_on_a_claim_goes_over_and_one_of_the_later_version_leaves_the_earlier_alone(book):
    old = only(book)
    claim = next(c for c in book.snapshot().claims if "Norrin" in c.source_words)
    rule(book, "reject", claim.id, on="claim")
    new = add(book, CORRECTED)
    (now,) = [c for c in book.snapshot().claims if "Norrin" in c.source_words]
    assert now.review == "rejected"
    rule(book, "accept", now.id, on="claim")
    reviews = {key: {c.review for c in book.document(key).reading.claims} for key in (old, new)}
    assert "rejected" in reviews[old]
    assert "rejected" not in reviews[new]


def test_a_ruling_on_two_reports_is_one_on_the_versions_that_stand(book):
    other = add(book, "Shells hit the market of Kalinov on 3 March 2020 and killed nine, a baker said.", "other.txt")
    told = accounts(book)
    apart = rule(book, "different", told["9"], told["12"])
    assert not [i for i in book.snapshot().incidents if len(i.documents) > 1]
    new = add(book, REPORT.replace("two people", "three people"))
    assert not [i for i in book.snapshot().incidents if len(i.documents) > 1]
    rule(book, "undo", apart)
    (joined,) = [i for i in book.snapshot().incidents if len(i.documents) > 1]
    rule(book, "same", joined.id, next(i for i in book.snapshot().incidents if other not in i.documents).id)
    add(book, REPORT.replace("two people", "three people") + "The market was closed.")
    assert book.snapshot().unanchored == ()
    (all_of_it,) = book.snapshot().incidents
    assert new not in all_of_it.documents


def test_undoing_it_lets_both_stand_and_a_ruling_brings_it_back(book):
    old = only(book)
    new = add(book, CORRECTED)
    before = book.snapshot()
    rule(book, "undo", before.decisions[0].id)
    assert len(book.snapshot().current) == 2
    assert set(accounts(book)) == {"12", "14", "2"}
    rule(book, "supersede", new, old, on="document")
    assert [d.id for d in book.snapshot().current] == [new]
    assert book.snapshot().incidents == before.incidents


def test_a_third_version_takes_the_place_of_the_second(book):
    lost = rule(book, "accept", accounts(book)["12"])
    add(book, CORRECTED)
    third = add(book, REPORT + "The market was closed.\n")
    state = book.snapshot()
    assert [d.id for d in state.current] == [third]
    assert lost not in state.unanchored, "what the first said is said again"
    assert {a.killed: a.review for a in _reviews(book)}["12"] == "accepted"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("report.txt", "The lake froze at Sarn and children walked across it, said a fisherman of the place."),
        ("report.txt", REPORT.replace("4 March 2020", "11 March 2020")),
        ("other.txt", CORRECTED),
    ],
    ids=["other words", "another day", "another name"],
)
def test_without_being_asked_nothing_is_taken_for_a_version_that_may_be_another_report(book, name, text):
    add(book, text, name)
    assert len(book.snapshot().current) == 2
    assert book.snapshot().decisions == ()


def test_of_what_comes_in_at_once_nothing_is_the_later_version(tmp_path):
    book = Ledger(tmp_path / "b.truce")
    book.add_files([File(name="report.txt", data=text.encode()) for text in (REPORT, CORRECTED)])
    assert len(book.snapshot().current) == 2


def test_a_record_is_known_by_its_own_id_and_an_article_by_its_address(tmp_path):
    def line(text: str, key: str, url: str) -> File:
        return File(name=f"{key}.jsonl", data=json.dumps({"id": key, "text": text, "url": url}).encode())

    book = Ledger(tmp_path / "b.truce")
    book.add_files([line(REPORT, "a", "https://post.example/1"), line("Snow fell.", "b", "https://post.example/2")])
    book.add_files([line(CORRECTED, "a", "https://post.example/9")])
    assert len(book.snapshot().current) == 2
    book.add_files([line(CORRECTED + "It was a Tuesday.", "c", "http://www.post.example/9/#top")])
    assert [d.given_id for d in book.snapshot().current] in (["b", "c"], ["c", "b"])
    assert [d.reason.split(",")[0] for d in book.snapshot().decisions] == ["the same name", "the same address"]


def test_rows_without_an_id_are_no_versions_of_each_other(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "log.mapping.toml").write_text('[columns]\ndate = "Day"\nplace = "Place"\nnarrative = "What"\n', "utf-8")
    (folder / "log.csv").write_text("Day,Place,What\n2031-03-04,Harun,Shells hit the old mill of Harun\n", "utf-8")
    book = Ledger(tmp_path / "b.truce")
    book.add([folder])
    (folder / "log.csv").write_text("Day,Place,What\n2031-03-04,Harun,Shells hit the new mill of Harun\n", "utf-8")
    book.add([folder])
    assert len(book.snapshot().current) == 2


def test_what_cannot_be_ruled_is_refused(book):
    old = only(book)
    new = add(book, CORRECTED)
    for targets in ((new, new), (new, old), (new, "D0")):
        with pytest.raises(UnknownTargetError):
            rule(book, "supersede", *targets, on="document")


def test_the_later_ruling_holds_and_nothing_goes_round_in_a_circle(book):
    old = only(book)
    new = add(book, CORRECTED)
    rule(book, "supersede", old, new, on="document")
    assert successors(book.snapshot().decisions) == {new: old}
    assert [d.id for d in book.snapshot().current] == [old]
    third = add(book, "Correction. " + REPORT)
    assert successors(book.snapshot().decisions) == {new: old, old: third}
    rule(book, "supersede", new, third, on="document")
    assert successors(book.snapshot().decisions) == {old: third, third: new}


def test_without_a_source_its_superseded_version_does_not_come_back(book):
    new = add(book, CORRECTED)
    assert book.snapshot_without(frozenset({new})).incidents == ()


def test_the_same_documents_and_rulings_settle_to_the_same_state_in_any_order(book):
    rule(book, "accept", accounts(book)["12"])
    rule(book, "reject", accounts(book)["2"])
    add(book, CORRECTED)
    add(book, "Correction. " + CORRECTED)
    held = book._holdings("")
    first = settle(held, local_settle_kit())
    assert len(first.documents) == 3
    assert settle(replace(held, entries=held.entries[::-1]), local_settle_kit()) == first


def test_the_same_text_from_the_same_address_is_a_later_copy(tmp_path):
    record = {"id": "a", "text": REPORT, "url": "https://post.example/1"}
    book = Ledger(tmp_path / "b.truce")
    book.add_files([File(name="a.jsonl", data=json.dumps(record).encode())])
    (found,) = book.add_files([File(name="b.jsonl", data=json.dumps({**record, "id": "b"}).encode())]).corrected
    assert not found.changed
    assert len(book.snapshot().current) == 1
