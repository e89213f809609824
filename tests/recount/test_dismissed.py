"""Reports that are called untrue, in a party's own statement or by somebody: a denial, and no accusation."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

_KIT = local_kit()
_HEAD = "Varnian Defence Ministry\nPress release\n5 May 2032\n\n"


def read(text: str) -> Reading:
    return read_record(Record(id="d", where="d.txt", text=text, data=text.encode()), _KIT, Settings())


def blamed(reading: Reading) -> set[tuple[object, str]]:
    """Whom the accounts name as responsible, each with its polarity."""
    return {(f.value, f.polarity) for a in reading.accounts for f in a.facets if f.facet == "responsibility"}


@pytest.mark.parametrize(
    "said",
    [
        "Reports that the army shelled Sel Maro on 4 May are untrue.",
        "Claims that the army shelled Sel Maro on 4 May are false.",
        "The claim that our forces shelled the market of Sel Maro on 4 May is a fabrication.",
        "Reports in social media that the army shelled Sel Maro on 4 May do not correspond to reality.",
        "Allegations of shelling of Sel Maro by the army on 4 May are baseless.",
        "It is not true that the army shelled Sel Maro on 4 May.",
        "There is no truth in reports that our aircraft bombed Sel Maro on 4 May.",
        "Rumours of an attack on the dam near Sel Maro on 4 May are false and harmful.",
    ],
)
def test_a_partys_own_statement_that_reports_are_untrue_denies_and_accuses_nobody(said: str) -> None:
    reading = read(_HEAD + said)
    assert [c.act for c in reading.claims if c.parent is None] == ["denies"]
    assert "affirmed" not in {polarity for _, polarity in blamed(reading)}
    assert "denied" in {f.polarity for a in reading.accounts if a.claim != "c2" for f in a.facets}


def test_who_says_that_reports_are_untrue_clears_whom_they_name() -> None:
    said = "KELM, 5 May 2032 - Reports that the army shelled Sel Maro on 4 May are untrue, the Ministry said."
    assert {polarity for _, polarity in blamed(read(said))} == {"denied"}


def test_a_named_accuser_whose_claim_is_called_untrue_still_accuses() -> None:
    reading = read(_HEAD + "The rebels' claim that the army shelled Sel Maro on 4 May has no basis in fact.")
    assert {c.act for c in reading.claims} == {"denies", "accuses"}
    assert {polarity for _, polarity in blamed(reading)} == {"affirmed", "denied"}


def test_reports_that_are_true_are_not_denied() -> None:
    reading = read("KELM, 5 May 2032 - Reports that the army shelled Sel Maro on 4 May are true, a doctor said.")
    assert {f.polarity for a in reading.accounts for f in a.facets} == {"affirmed"}


@pytest.mark.parametrize(
    "source",
    ["a statement by the army that could not be verified", "an army statement that was later deleted", "the army"],
)
def test_a_statement_by_a_body_is_the_bodys_word(source: str) -> None:
    reading = read(f"KELM, 9 May 2032 - Fighters seized Hill 612 on Sunday, according to {source}.")
    assert [c.speaker for c in reading.claims] == ["army"]


def test_who_withdraws_a_statement_denies_it_and_the_writer_does_not() -> None:
    told = "Fighters seized Hill 612, the army said. The rebels denied it. The army later withdrew the statement."
    reading = read(f"KELM, 9 May 2032 - {told}")
    assert [(c.speaker, c.act) for c in reading.claims if c.speaker == "army"] == [
        ("army", "asserts"),
        ("army", "denies"),
    ]
    assert not [f for a in reading.accounts if a.claim is None for f in a.facets if f.polarity == "denied"]


def test_troops_that_withdraw_take_nothing_back() -> None:
    assert not read("KELM, 9 May 2032 - The army withdrew from Hill 612 on Sunday.").claims


@pytest.mark.parametrize(
    "told",
    [
        "It is not true that the Front kept the truce: it shelled Dorve on Wednesday and killed two.",
        "It is not true that only one died when the Front shelled Dorve on Wednesday: two people died.",
    ],
)
def test_what_a_colon_leads_to_is_told_and_not_denied(told: str) -> None:
    reading = read(f"Statement by the Army\n8 May 2032\n\n{told}")
    figures = [f for a in reading.accounts for f in a.facets if f.facet == "killed" and f.polarity == "affirmed"]
    assert [f.value["low"] for f in figures] == [2]


def test_another_report_that_is_taken_back_is_not_this_one() -> None:
    text = "Rebels shelled Dorve on Tuesday, the army said. The rebels retracted the report of 3 May."
    assert "denies" not in {c.act for c in read(f"KELM, 9 May 2032 - {text}").claims}


def test_who_is_responsible_for_protecting_people_owns_to_nothing() -> None:
    text = (
        "Shells hit Dorve on Tuesday. “We are responsible for protecting civilians”, said a spokeswoman for the Front."
    )
    reading = read(f"KELM, 9 May 2032 - {text}")
    assert "admits" not in {c.act for c in reading.claims}
    assert not [f for a in reading.accounts for f in a.facets if f.facet == "responsibility"]
