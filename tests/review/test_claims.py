"""Rulings on claims replayed over readings: who speaks, tells; what was told on a rejected claim is struck out."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.model.account import Account, Facet, ReportedIncident
from truceline.model.actor import Actor, ActorMention
from truceline.model.amount import Range
from truceline.model.claim import Claim
from truceline.model.decision import Decision
from truceline.model.entry import Entry
from truceline.model.reading import Document, Reader, Reading
from truceline.review.anchors import account_anchor, claim_anchor
from truceline.review.apply import apply_decisions
from truceline.review.speakers import typed_claim
from truceline.review.values import ValueProblemError

TEXT = (
    "Governor Ivo Lasen said shells hit Kalinov. He said the army had fired them. "
    "A resident said 12 people were killed. The army denied it had shelled the town, the resident said."
)
AT = "2031-05-06T07:08:09.000+00:00"
TWELVE = Range(low=12, high=12, text="12", comparator="=")


def span(words: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, after)
    return start, start + len(words)


def claim(number: int, source: str, cue: str, content: str, **fields: object) -> Claim:
    """One claim; its cue is looked for from its source on."""
    at = span(source)
    made = {"source": (at,), "cue": (span(cue, at[0]),), "content": (span(content),), "speech": "indirect"}
    made |= {"act": "asserts", "source_kind": "person", "tellers": ("x-post",)}
    return Claim(id=f"c{number}", **{**made, **fields})  # type: ignore[arg-type]


def facet(name: str, words: str, on: str | None, **fields: object) -> Facet:
    return Facet(facet=name, text=words, spans=(span(words),), claim=on, **{"value": words, **fields})  # type: ignore[arg-type]


GOVERNOR, ARMY = ("x-post", "x-ivo-lasen"), ("x-post", "x-army")
CLAIMS = (
    claim(1, "Governor Ivo Lasen", "said", "shells hit Kalinov", speaker="Ivo Lasen", tellers=GOVERNOR),
    claim(2, "He", "said", "the army had fired them"),
    claim(3, "A resident", "said", "12 people were killed", source_kind="anonymous"),
    claim(4, "the resident", "said", "The army denied it had shelled the town", source_kind="anonymous"),
    claim(5, "The army", "denied", "it had shelled the town", speaker="the army", tellers=ARMY, act="denies",
          parent="c4"),
)  # fmt: skip


def reading() -> Reading:
    """The governor's shelling; two whose names the text leaves open, in one account; the army's denial."""
    told = Account(
        id="a1", incident="i1", claim="c1", tellers=GOVERNOR, facets=(facet("occurrence", "shells hit", "c1"),)
    )
    dead = facet("killed", "12 people", "c3", value={"low": 12, "high": 12, "text": "12", "comparator": "="})
    open_ones = Account(
        id="a2", incident="i1", claim="c2", tellers=("x-post",), facets=(facet("actor", "army", "c2"), dead)
    )
    denied = facet("occurrence", "shelled", "c5", polarity="denied")
    itself = facet("responsibility", "it had", "c5", value="x-army")
    army = Account(id="a3", incident="i1", claim="c5", tellers=ARMY, facets=(denied, itself))
    shelling = ReportedIncident(
        key="i1", event_type="shelling", aggregate=False, place=None, time=None, killed=TWELVE, injured=None,
        casualties=(), mentions=(span("shells hit"),), accounts=("a1", "a2", "a3"),
    )  # fmt: skip
    ends = [i + 1 for i, c in enumerate(TEXT) if c == "."]
    named = ActorMention(start=9, end=18, actor="x-ivo-lasen", name="Ivo Lasen", label_only=False)
    source = span("The army")
    army_named = ActorMention(start=source[0], end=source[1], actor="x-army", name="the army", label_only=False)
    return Reading(
        document=Document(id="note.txt", sha256="0" * 64, publisher="Post"),
        reader=Reader(name="test", version="1"),
        text=TEXT,
        sentences=tuple(zip([0, *(e + 1 for e in ends)], ends, strict=False)),
        actors=(named, army_named),
        claims=CLAIMS,
        accounts=(told, open_ones, army),
        incidents=(shelling,),
    )


def entry(read: Reading | None = None) -> Entry:
    return Entry(id="D1", given_id="note.txt", sha256="0" * 64, received_at=AT, reading=read or reading())


def ruling(verb: str, number: int = 1, on: int = 2, **values: object) -> Decision:
    anchors = (claim_anchor(entry(), CLAIMS[on - 1]),)
    return Decision(id=f"R{number}", verb=verb, anchors=anchors, analyst="ana", reason="", at=AT, values=values or None)  # type: ignore[arg-type]


def named(name: str, number: int = 1, on: int = 2) -> Decision:
    return ruling("correct", number, on, **typed_claim({"speaker": name}, reading(), f"c{on}", {}))


def undo(of: str, number: int) -> Decision:
    return replace(ruling("undo", number), reverses=of)


def reviewed(*decisions: Decision, read: Reading | None = None) -> Reading:
    return apply_decisions([entry(read)], decisions).entries[0].reading


def told(read: Reading) -> dict[str, tuple[tuple[str, ...], str, list[str]]]:
    return {a.id: (a.tellers, a.review, [f.facet for f in a.facets]) for a in read.accounts}


def test_who_is_he_moves_his_words_and_no_others_to_his_account():
    read = reviewed(named("Ivo Lasen"))
    assert (read.claims[1].speaker, read.claims[1].tellers, read.claims[1].review) == ("Ivo Lasen", GOVERNOR, "edited")
    assert told(read)["a2"] == (("x-post",), "machine", ["killed"])
    assert told(read)["a2.c2"] == (GOVERNOR, "machine", ["actor"])
    assert read.incidents[0].accounts == ("a1", "a2", "a2.c2", "a3")


def test_a_corrected_speaker_goes_into_the_chain_of_what_is_nested_too():
    read = reviewed(named("Mara Vel", on=4))
    assert read.claims[3].tellers == ("x-post", "x-mara-vel")
    assert told(read)["a3"][0] == read.claims[4].tellers == ("x-post", "x-mara-vel", "x-army")


def test_an_anonymous_source_who_is_named_is_anonymous_no_more():
    assert reviewed(named("Mara Vel", on=3)).claims[2].source_kind == "person"


def test_it_is_whoever_speaks_so_a_corrected_speaker_is_meant_by_it_too():
    army = reviewed(named("Hill Brigade", on=5)).accounts[2]
    assert army.tellers[-1] == "x-hill-brigade"
    assert [f.value for f in army.facets if f.facet == "responsibility"] == ["x-hill-brigade"]


@pytest.mark.parametrize(("name", "kind"), [("Abdullah Rashed", "person"), ("Council of the Hills", "institution")])
def test_another_speaker_is_not_of_the_kind_that_was_read(name, kind):
    assert typed_claim({"speaker": name}, reading(), "c5", {})["source_kind"] == kind


def test_a_new_name_that_is_nearly_one_of_the_ledger_s_is_asked_about():
    with pytest.raises(ValueProblemError, match="Yahya Qassim: no such name here yet; is Yahya Qasim meant"):
        typed_claim({"speaker": "Yahya Qassim"}, reading(), "c2", {}, ["Yahya Qasim"])
    sure = typed_claim({"speaker": "Yahya Qassim", "kind": "person"}, reading(), "c2", {}, ["Yahya Qasim"])
    assert sure["actor"] == "x-yahya-qassim"
    assert typed_claim({"speaker": "Mara Vel"}, reading(), "c2", {}, ["Yahya Qasim"])["speaker"] == "Mara Vel"


def test_what_was_told_on_a_rejected_claim_stays_struck_out():
    read = reviewed(ruling("reject", on=3))
    assert read.claims[2].review == "rejected"
    assert told(read)["a2"] == (("x-post",), "machine", ["actor"])
    assert told(read)["a2.c3"] == (("x-post",), "rejected", ["killed"])
    assert read.incidents[0].killed is None


def test_a_rejected_claim_takes_its_speaker_out_of_what_is_nested_in_it():
    read = reviewed(named("Mara Vel", 1, 4), ruling("reject", 2, 4))
    assert told(read)["a3"] == (ARMY, "machine", ["occurrence", "responsibility"])


def test_a_rejection_is_ended_by_a_later_acceptance():
    read = reviewed(ruling("reject", 1), ruling("accept", 2))
    assert read.claims[1].review == "accepted"
    assert told(read) == told(reading())


def test_a_corrected_claim_that_is_accepted_stays_marked_as_edited():
    assert reviewed(named("Ivo Lasen"), ruling("accept", 2)).claims[1].review == "edited"


def test_a_later_name_takes_the_place_of_an_earlier_one():
    assert told(reviewed(named("Mara Vel"), named("Ivo Lasen", 2))) == told(reviewed(named("Ivo Lasen")))


@pytest.mark.parametrize(
    ("reaches", "occurrence", "responsibility"),
    [("occurrence", "denied", "affirmed"), ("responsibility", "open", "denied"), ("notice", "affirmed", "affirmed")],
)
def test_what_a_denial_reaches_is_denied_and_nothing_else(reaches, occurrence, responsibility):
    army = reviewed(ruling("correct", on=5, reaches=reaches)).accounts[2]
    assert {f.facet: f.polarity for f in army.facets} == {"occurrence": occurrence, "responsibility": responsibility}


def test_what_is_no_denial_after_all_is_affirmed():
    army = reviewed(ruling("correct", on=5, act="asserts")).accounts[2]
    assert [f.polarity for f in army.facets] == ["affirmed", "affirmed"]


def test_after_a_new_reading_a_claim_is_found_by_its_words_whatever_its_id():
    again = tuple(replace(c, id=f"n{c.id}", parent=c.parent and f"n{c.parent}") for c in reversed(CLAIMS))
    wider = tuple(replace(c, content=((c.content[0][0] - 1, c.content[0][1]),)) for c in again)
    for claims in (again, wider):
        read = reviewed(ruling("accept", on=5), read=replace(reading(), claims=claims, accounts=()))
        assert [c.id for c in read.claims if c.review == "accepted"] == ["nc5"]


def test_a_claim_that_is_gone_leaves_its_ruling_listed_though_its_sentence_has_others():
    read = replace(reading(), claims=CLAIMS[:3] + CLAIMS[4:])
    assert apply_decisions([entry(read)], [ruling("reject", on=4)]).unanchored == ("R1",)


def test_a_parted_account_can_be_ruled_on_and_is_loose_once_the_parting_is_undone():
    parted = next(a for a in reviewed(named("Ivo Lasen")).accounts if a.id == "a2.c2")
    anchor = account_anchor(entry(reviewed(named("Ivo Lasen"))), parted)
    accept = replace(ruling("accept", 2), anchors=(anchor,))
    assert told(reviewed(named("Ivo Lasen"), accept))["a2.c2"][1] == "accepted"
    assert apply_decisions([entry()], [named("Ivo Lasen"), accept, undo("R1", 3)]).unanchored == ("R2",)


verbs = st.sampled_from(["accept", "reject", "name", "act", "account"])
rulings = st.tuples(verbs, st.integers(1, 5), st.sampled_from(["Ivo Lasen", "Mara Vel"]))


def made(drawn: tuple[str, int, str], number: int) -> Decision:
    verb, on, name = drawn
    if verb == "name":
        return named(name, number, on)
    if verb == "act":
        return ruling("correct", number, on, act="denies", reaches="responsibility")
    if verb == "account":
        anchor = account_anchor(entry(), reading().accounts[on % 3])
        return replace(ruling("accept" if on > 3 else "reject", number), anchors=(anchor,))
    return ruling(verb, number, on)


@settings(deadline=None)  # a busy machine is no fault of the rulings
@given(st.lists(rulings, max_size=6), rulings)
def test_deciding_and_undoing_is_as_if_nothing_had_been_decided(earlier, last):
    before = [made(drawn, n) for n, drawn in enumerate(earlier)]
    after = [*before, made(last, 90), undo("R90", 91)]
    assert apply_decisions([entry()], after) == apply_decisions([entry()], before)


@settings(deadline=None)  # a busy machine is no fault of the rulings
@given(st.lists(rulings, max_size=8))
def test_no_word_of_an_account_is_lost_or_told_twice(drawn):
    read = reviewed(*(made(d, n) for n, d in enumerate(drawn)))
    assert sorted(f.spans for a in read.accounts for f in a.facets) == sorted(
        f.spans for a in reading().accounts for f in a.facets
    )
    assert {a.id for a in read.accounts} == set(read.incidents[0].accounts)
    assert len({a.id for a in read.accounts}) == len(read.accounts)


def test_a_name_is_taken_as_the_registry_or_the_document_has_it():
    lavrenko = Actor(id="xx-fm", name="Sergei Lavrenko", kind="person")
    known = {"lavrenko": lavrenko, "sergei lavrenko": lavrenko}
    assert typed_claim({"speaker": "Lavrenko"}, reading(), "c2", known) == {
        "speaker": "Sergei Lavrenko",
        "actor": "xx-fm",
        "source_kind": "named_official",
    }
    assert typed_claim({"speaker": " lasen "}, reading(), "c2", {})["speaker"] == "Ivo Lasen"
    assert typed_claim({"kind": "anonymous"}, reading(), "c1", {})["speaker"] is None


@pytest.mark.parametrize("typed", [{}, {"act": "shouts"}, {"reaches": "far"}, {"kind": "bird", "speaker": "Mara"}])
def test_what_cannot_be_used_says_what_can(typed):
    with pytest.raises(ValueProblemError, match=r"give|there are"):
        typed_claim(typed, reading(), "c2", {})
