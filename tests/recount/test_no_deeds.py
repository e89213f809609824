"""Words that look like a deed and tell of none, and errors that are no mistake in a deed."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.recount.drafts.no_deeds import tells_no_deed
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2020-03-15")
    return read_record(record, local_kit(), Settings())


@pytest.mark.parametrize(
    "text",
    [
        "By Jane Smith\n\nThe Norwegians went home. Good riddance.",
        "By Jane Smith\n\nThe envoys went back home, and nobody cared.",
        "On the next day Walker went up the gully.",
        "By Jane Smith\n\nIt is easy to say that the peace was murdered at Orvane.",
        "By Jane Smith\n\nNobody at Orvane wanted to say who had killed the truce.",
        "By Jane Smith\n\nOn Tuesday the minister struck the last rivet of the bridge at Orvane.",
        "By Jane Smith\n\nThe council took sixteen days over its report on the bridge at Orvane.",
        "By Jane Smith\n\nI think that bombs have now fallen on my country for the last time.",
    ],
)
def test_a_walk_or_a_figure_of_speech_is_no_incident(text: str) -> None:
    assert read(text).incidents == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On 3 May 2019 the troops went home from Varn as the truce demands.", "withdrawal"),
        ("The displaced were taken home to Varn on 3 May 2019.", "evacuation"),
        ("Shells have fallen on my village, the farmer said.", "shelling"),
    ],
)
def test_what_was_done_still_is_one(text: str, kind: str) -> None:
    assert [i.event_type for i in read(text).incidents] == [kind]


@pytest.mark.parametrize(
    "said",
    [
        "Lena Brandt spoke of shells. She was, he said, “mistaken about the date”.",
        "“You were mistaken,” the mayor told the general.",
        "The general spoke of rockets. He was wrong about it, she said.",
    ],
)
def test_anothers_error_is_nobodys_admission(said: str) -> None:
    reading = read(f"Shells hit Varn on 3 May 2019. {said}")
    assert "admits" not in {c.act for c in reading.claims}
    assert not [f for a in reading.accounts for f in a.facets if f.facet == "intent"]


def test_an_error_of_ones_own_gunners_is() -> None:
    told = read("Shells hit Varn on 3 May 2019. The army said that its gunners had been mistaken.")
    assert {c.act for c in told.claims} == {"admits"}


def test_who_answers_no_question_has_denied_nothing() -> None:
    told = read(
        "Warplanes struck the market of Varn on Friday and killed 27 people. "
        "The army did not immediately respond to a request for comment."
    )
    assert not [f for a in told.accounts for f in a.facets if f.polarity == "denied"]


@pytest.mark.parametrize(
    ("text", "words", "deed"),
    [
        ("It showed the movement of the humanitarian convoy to Orvane.", "movement", False),
        ("It showed the movement of the tanks to Orvane.", "movement", True),
        ("The lorries carried aid for 78,000 people.", "carried", False),
        ("The lorries carried aid to the hungry of Orvane.", "carried", True),
        ("She spoke of the crimes of the regime.", "crimes", False),
        ("He called the meeting a stunt.", "stunt", False),
        ("The province is still mostly controlled by the Front.", "controlled", False),
        ("By dawn the province was controlled by the Front.", "controlled", True),
        ("Both blamed the other for the failure of the truce.", "failure", False),
    ],
)
def test_what_a_convoy_carries_or_how_things_stand_is_no_deed(text: str, words: str, deed: bool) -> None:
    at = text.index(words)
    assert tells_no_deed(text, (0, len(text)), (at, at + len(words))) != deed


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        (
            "An aid convoy stood at Varn Bridge for two days while soldiers opened sacks with bayonets.",
            {"aid_obstructed"},
        ),
        ("Guards opened boxes of medicine at the checkpoint at Varn on Friday.", {"aid_obstructed"}),
        ("Soldiers opened up on a minibus near Varn on Friday, killing two.", {"shooting"}),
        ("Soldiers opened fire on a minibus near Varn on Friday, killing two.", {"shooting"}),
    ],
)
def test_what_is_opened_with_bayonets_is_not_shot_at(told: str, kinds: set[str]) -> None:
    assert {i.event_type for i in read(told).incidents} == kinds


def test_the_search_of_a_convoy_is_part_of_what_holds_it_up() -> None:
    told = read("Fourteen trucks stood at Varn Bridge for a day and a half while soldiers opened sacks with bayonets.")
    assert [i.event_type for i in told.incidents] == ["aid_obstructed"]


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        (
            "The two sides exchanged 38 prisoners at Varn on Saturday. Two fighters on the list had died in custody.",
            None,
        ),
        ("Rebels freed 38 soldiers at Varn on Saturday. Three of them died on the way home.", 3),
        ("Police arrested 12 villagers near Varn on Monday. Two died in custody on Tuesday.", 2),
    ],
)
def test_who_died_a_prisoner_did_not_die_in_the_exchange(told: str, killed: int | None) -> None:
    first = read(told).incidents[0]
    assert (first.killed.low if first.killed else None) == killed
