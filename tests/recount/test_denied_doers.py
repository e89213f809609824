"""Whose part is denied: the party named, not whoever passes the words on; a party's own men are that party."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2020-03-12")
    return read_record(record, local_kit(), Settings())


def told(reading: Reading, name: str) -> set[tuple[object, str]]:
    """Value and polarity of every facet of a name."""
    return {(f.value, f.polarity) for a in reading.accounts for f in a.facets if f.facet == name}


@pytest.mark.parametrize(
    ("source", "tellers", "who"),
    [
        ("A Syrian military source quoted by state news agency SANA", ("sana", "sy-army"), "sy-army"),
        ("A Syrian military source, cited by SANA,", ("sana", "sy-army"), "sy-army"),
        ("An official quoted by Reuters", ("reuters",), "army"),
        ("SANA", ("sana",), "army"),
        ("The Russian defence ministry", ("ru-mod",), "army"),
    ],
)
def test_the_army_denied_is_the_tellers_only_if_the_teller_is_of_it(source: str, tellers: tuple[str, ...], who: str):
    reading = read(f"{source} denied that the army had shelled Saraqib on 11 March 2020.")
    assert told(reading, "responsibility") == {(who, "denied")}
    assert told(reading, "occurrence") == {("shelling", "open")}
    assert {a.tellers for a in reading.accounts} == {tellers}


@pytest.mark.parametrize(
    "denial",
    [
        "The Harun Front denies that its fighters fired rockets at Saraqib on 9 March 2020.",
        "The Harun Front said that its fighters had not shelled Saraqib on 9 March 2020.",
        "“Our fighters did not shell Saraqib on 9 March 2020,” the Harun Front said.",
        "Nadim Tol, the spokesman of the Harun Front, denied that its fighters had shelled Saraqib on 9 March 2020.",
    ],
)
def test_a_partys_own_men_are_the_party(denial: str):
    reading = read(denial)
    assert told(reading, "responsibility") == {("x-harun-front", "denied")}
    assert ("shelling", "affirmed") not in told(reading, "occurrence")


def test_the_men_of_who_speaks_without_a_name_are_called_as_he_is():
    assert told(read("The rebels denied that their fighters shelled Saraqib on 9 March 2020."), "responsibility") == {
        ("rebels", "denied")
    }


def test_its_is_whoever_was_named_last_and_a_persons_men_are_no_person():
    other = "The Harun Front denied that Turkey and its militias had shelled Saraqib on 9 March 2020."
    person = "Captain Nadim Tol denied that his fighters had shelled Saraqib on 9 March 2020."
    for text in (other, person):
        assert not {who for who, _ in told(read(text), "responsibility")} & {"x-harun-front", "x-nadim-tol"}


def test_a_promise_clears_nobody():
    reading = read(
        "The shelling of Saraqib on 9 March 2020 killed two people. Captain Nadim Tol, spokesman of the Front, said:"
        " “We keep our fingers on the trigger but we are committed to the ceasefire.”"
    )
    assert told(reading, "responsibility") == set()


def test_who_is_quoted_by_a_paper_says_all_of_it_and_the_papers_name_ends_before():
    reading = read(
        "Artillery killed six people in Saraqib on 11 March 2020. A Syrian military source quoted by state news agency"
        " SANA denied that the army had shelled the town and said militants were fighting each other."
    )
    assert {c.speaker_id for c in reading.claims} == {"sana", "sy-army"}
    assert ("sy-army", "denied") in told(reading, "responsibility")


def test_who_calls_it_an_attempt_to_lay_the_blame_on_somebody_lays_none():
    reading = read(
        "Shells hit a convoy near Saraqib on 11 March 2020. “We reject attempts to put the blame for it on the"
        " Harun army, which allegedly shelled a relief convoy,” the ministry said."
    )
    assert ("Harun army", "affirmed") not in told(reading, "responsibility")
