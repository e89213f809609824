"""Whose dead a figure counts: the deed told beside or last before it; a long stretch's total; all tellers' range."""

from collections.abc import Callable

import pytest

from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.recount.kit import RecountKit
from truceline.recount.rivals import over_tellers
from truceline.recount.totals import tolls
from truceline.runners.local import local_kit

Recount = Callable[..., Reading]
Say = Callable[..., Claim]


def figures(reading: Reading) -> tuple[int | None, int | None]:
    killed = reading.incidents[0].killed
    assert killed is not None
    return killed.low, killed.high


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("The mayor said 14 people were killed.", (9, 14)),
        ("The mayor said three children were killed.", (9, 9)),
        ("The mayor said 90 people were killed.", (9, 9)),
    ],
)
def test_the_range_reaches_over_what_tellers_give(
    second: str, expected: tuple[int, int], recount: Recount, claim: Say
) -> None:
    text = f"The ministry said shells hit Arkona and killed nine people. {second}"
    claims = [
        claim(text, "The ministry", "said", "shells hit Arkona and killed nine people"),
        claim(text, "The mayor", "said", second.removeprefix("The mayor said ").removesuffix(".")),
    ]
    assert figures(recount(text, claims)) == expected


def test_what_the_document_says_itself_stands(recount: Recount, claim: Say) -> None:
    text = "Shells hit Arkona and killed nine people. The mayor said 14 people were killed."
    assert figures(recount(text, [claim(text, "The mayor", "said", "14 people were killed")])) == (9, 9)


def test_a_figure_told_by_nobody_named_is_not_widened(kit: RecountKit) -> None:
    assert kit is not None
    assert over_tellers(None, "killed", (), ()) is None
    assert tolls(()) == (None, None)


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2018-10-10"), local_kit(), Settings()
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "On 19 April soldiers opened fire on the market of Belka, and 18 people died. "
                "On the night of 18 June rebels stormed Orvenka and two hamlets nearby and murdered 132 civilians."
            ),
            [((18, 18), None), ((132, 132), None)],
        ),
        (
            (
                "On 30 July bombs fell on a house in Belka, and 54 people died. On Sunday many demonstrators "
                "broke into the embassy in Orvenka, smashing windows; two guards were reported hurt."
            ),
            [((54, 54), None), (None, (2, 2))],
        ),
        (
            (
                "Shells hit the school in Belka on 3 May, killing four. The ministry said that nine more were wounded. "
                "On 5 May a bomb went off in Orvenka."
            ),
            [((4, 4), (9, 9)), (None, None)],
        ),
        (
            (
                "Oren Belko, the rights chief, said on Tuesday that at least 307 civilians had been killed in Orvenka "
                "between 17 February and 22 March. His office told how on 28 February gunmen opened fire in the Belka "
                "quarter, leaving five dead."
            ),
            [((5, 5), None), ((307, None), None)],
        ),
    ],
)
def test_each_deed_has_its_own_dead(text: str, told: list[tuple[object, object]]) -> None:
    found = [
        (i.killed and (i.killed.low, i.killed.high), i.injured and (i.injured.low, i.injured.high))
        for i in read(text).incidents
    ]
    assert found == told


@pytest.mark.parametrize(
    "lost", ["The remnants of the army lost more than 60 dead.", "More than 60 soldiers were killed."]
)
def test_the_dead_of_one_paragraph_are_of_no_deed_that_begins_in_the_next(lost: str) -> None:
    found = read(
        f"Harun Front, 8 October 2018\n\nThe withdrawal of our heroes from Belka on Saturday was tactical. {lost}\n\n"
        "We have no connection with the attack on the aid trucks near Orvenka. It was carried out by bandits."
    )
    assert [i.event_type for i in found.incidents if i.killed] == ["withdrawal"]


def test_what_adds_up_the_dead_of_several_happenings_is_none_of_theirs() -> None:
    found = read(
        "Gunmen raided Belka on 3 October and killed nine people. On 5 October they raided Orvenka "
        "and killed four more. "
        "The army said it had killed six of the attackers in an ambush on 6 October.\n\n"
        "In all thirteen villagers were killed, according to a list kept by the elders."
    )
    told = {(i.aggregate, i.killed.low) for i in found.incidents if i.killed}
    assert told == {(False, 9), (False, 4), (False, 6), (True, 13)}


def test_what_was_counted_since_a_day_is_a_total_and_not_of_that_day() -> None:
    found = read(
        "Relief Office, 8 October 2018\n\nSince 1 October we have had reports of 118 civilian deaths in five provinces."
    )
    assert [(i.aggregate, i.time and i.time.edtf) for i in found.incidents] == [(True, "2018-10-01/..")]


def test_the_number_of_people_killed_is_what_it_is_said_to_be() -> None:
    found = read(
        "The number of people killed in Tuesday's air strike on the market of Belka has risen to 31, a clinic said."
    )
    assert figures(found) == (31, 31)
