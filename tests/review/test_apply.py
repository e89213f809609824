"""Rulings replayed over readings: each changes its account and nothing else, and undone it is as if it had not been."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.model.account import Account, Facet, ReportedIncident
from truceline.model.decision import Anchor, Decision
from truceline.model.entry import Entry
from truceline.model.reading import Document, Reader, Reading
from truceline.review.anchors import account_anchor, incident_anchor
from truceline.review.apply import apply_decisions
from truceline.review.standing import standing

TEXT = "Shells fell on Kalinov. The governor said 12 people were killed. The army denied firing."
AT = "2020-01-02T03:04:05.000+00:00"


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def range_of(number: int) -> dict[str, object]:
    return {"low": number, "high": number, "text": str(number), "comparator": "="}


def reading() -> Reading:
    """Two tellers of one shelling: the governor's dead, the army's denial."""
    killed = Facet(facet="killed", value=range_of(12), text="12 people", spans=(span("12 people"),))
    denied = Facet(facet="actor", value="army", text="firing", spans=(span("firing"),), polarity="denied")
    accounts = (
        Account(id="a1", incident="i1", claim=None, tellers=("x-governor",), facets=(killed,)),
        Account(id="a2", incident="i1", claim=None, tellers=("x-army",), facets=(denied,)),
    )
    shelling = ReportedIncident(
        key="i1",
        event_type="shelling",
        aggregate=False,
        place=None,
        time=None,
        killed=None,
        injured=None,
        casualties=(),
        mentions=(span("Shells fell"),),
        accounts=("a1", "a2"),
    )
    ends = [TEXT.index(". ") + 1, TEXT.index("killed.") + 7, len(TEXT)]
    starts = [0, ends[0] + 1, ends[1] + 1]
    return Reading(
        document=Document(id="note.txt", sha256="0" * 64),
        reader=Reader(name="test", version="1"),
        text=TEXT,
        sentences=tuple(zip(starts, ends, strict=True)),
        accounts=accounts,
        incidents=(shelling,),
    )


def entry(read: Reading | None = None) -> Entry:
    return Entry(id="D1", given_id="note.txt", sha256="0" * 64, received_at=AT, reading=read or reading())


def ruling(verb: str, number: int = 1, account: int = 0, **fields: object) -> Decision:
    anchors = (account_anchor(entry(), reading().accounts[account]),)
    fields = {"anchors": anchors, **fields}
    return Decision(id=f"R{number}", verb=verb, analyst="ana", reason="", at=AT, **fields)  # type: ignore[arg-type]


def undo(of: str, number: int) -> Decision:
    return ruling("undo", number, reverses=of)


def states(applied) -> dict[str, str]:
    return {a.id: a.review for a in applied.entries[0].reading.accounts}


def test_accepting_marks_one_account_and_no_other():
    assert states(apply_decisions([entry()], [ruling("accept")])) == {"a1": "accepted", "a2": "machine"}


def test_a_later_ruling_on_the_same_account_stands():
    applied = apply_decisions([entry()], [ruling("accept", 1), ruling("reject", 2)])
    assert states(applied)["a1"] == "rejected"


def test_an_edit_changes_the_value_and_keeps_the_words_it_was_read_from():
    facets = [{"facet": "killed", "value": range_of(13), "text": "13", "spans": []}]
    applied = apply_decisions([entry()], [ruling("edit", values={"facets": facets})])
    account = applied.entries[0].reading.accounts[0]
    assert account.review == "edited"
    assert account.facets[0].value["low"] == 13
    assert account.facets[0].text == "12 people"
    assert applied.entries[0].reading.incidents[0].killed.low == 13


def test_an_edited_account_that_is_accepted_stays_marked_as_edited():
    edited = ruling(
        "edit", 1, values={"facets": [{"facet": "means", "value": "mortar", "text": "mortar", "spans": []}]}
    )
    assert states(apply_decisions([entry()], [edited, ruling("accept", 2)]))["a1"] == "edited"


def test_an_added_account_stands_on_its_words_and_makes_its_own_incident():
    anchor = Anchor(document="D1", sha256="0" * 64, quote="Shells fell on Kalinov")
    values = {"facets": [], "tellers": ["x-witness"], "event_type": "shelling"}
    applied = apply_decisions([entry()], [ruling("add", anchors=(anchor,), values=values)])
    read = applied.entries[0].reading
    assert read.accounts[-1].tellers == ("x-witness",)
    assert read.incidents[-1].accounts == (read.accounts[-1].id,)


def test_after_a_new_reading_an_account_is_found_by_its_words_whatever_its_id():
    read = reading()
    renamed = replace(read, accounts=tuple(replace(a, id=f"b{a.id}") for a in read.accounts))
    assert states(apply_decisions([entry(renamed)], [ruling("accept")])) == {"ba1": "accepted", "ba2": "machine"}


def test_a_ruling_whose_words_are_gone_is_listed_and_changes_nothing():
    without = replace(reading(), accounts=reading().accounts[1:])
    applied = apply_decisions([entry(without)], [ruling("accept")])
    assert applied.unanchored == ("R1",)
    assert applied.entries == (entry(without),)


def test_same_and_different_are_found_again_by_the_incidents_words():
    anchor = incident_anchor(entry(), reading().incidents[0])
    rekeyed = replace(reading(), incidents=(replace(reading().incidents[0], key="other"),))
    held = apply_decisions([entry(rekeyed)], [ruling("same", anchors=(anchor, anchor))]).decisions
    assert [a.incident for a in held[0].anchors] == ["D1/other", "D1/other"]


def test_an_undo_can_itself_be_undone():
    rulings = [ruling("reject", 1), undo("R1", 2)]
    assert states(apply_decisions([entry()], rulings))["a1"] == "machine"
    assert states(apply_decisions([entry()], [*rulings, undo("R2", 3)]))["a1"] == "rejected"


made = st.tuples(st.sampled_from(["accept", "reject", "edit"]), st.sampled_from([0, 1]))


@settings(deadline=None)  # a busy machine is no fault of the rulings
@given(st.lists(made, max_size=6), made)
def test_deciding_and_undoing_is_as_if_nothing_had_been_decided(earlier, last):
    facets = {"facets": [{"facet": "means", "value": "mortar", "text": "mortar", "spans": []}]}
    before = [ruling(verb, n, account, values=facets) for n, (verb, account) in enumerate(earlier)]
    decided = ruling(last[0], 90, last[1], values=facets)
    after = [*before, decided, undo("R90", 91)]
    assert apply_decisions([entry()], after) == apply_decisions([entry()], before)
    assert standing(after) == standing(before)


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_a_document_that_is_gone_leaves_its_rulings_listed(verb):
    assert apply_decisions([], [ruling(verb)]).unanchored == ("R1",)


def test_of_two_rulings_on_one_pair_the_later_stands_though_the_clock_is_the_same():
    read = reading()
    two = replace(read, incidents=(*read.incidents, replace(read.incidents[0], key="i2", mentions=(span("The army"),))))
    pair = tuple(incident_anchor(entry(two), i) for i in two.incidents)
    rulings = [ruling("same", 1, anchors=pair), ruling("different", 2, anchors=pair)]
    assert [d.verb for d in apply_decisions([entry(two)], rulings).decisions] == ["different"]


def test_a_ruling_of_no_known_type_is_left_out_and_named_until_undone():
    """A version before this one took `--type shelng`; such a ledger still opens."""
    added = ruling("add", values={"event_type": "shelng", "tellers": ["x-trader"]})
    applied = apply_decisions([entry()], [added])
    left = applied.entries[0].reading
    (problem,) = left.problems
    assert left.accounts == reading().accounts
    assert (problem.where, problem.code) == ("decision R1", "ruling_unusable")
    assert "undo R1" in problem.mend
    assert apply_decisions([entry()], [added, undo("R1", 2)]).entries == (entry(),)
