"""Who was hurt and has died counts among the dead, and is no longer hurt."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

Bounds = tuple[int | None, int | None] | None


def read(text: str) -> Reading:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2031-06-05")
    return read_record(record, local_kit(), Settings())


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Four people were shot, one man fatally, outside a house in Arvena on Sunday, police said.", (1, 1), (3, 3)),
        ("Seven people were wounded, two of them fatally, when a shell hit the market in Arvena.", (2, 2), (5, 5)),
        ("A boy injured in a shooting in Arvena on Monday has died of his injuries, police said.", (1, 1), None),
        ("Two people injured in the shelling of Arvena have died of their wounds, a doctor said.", (2, 2), None),
        ("The girl who was shot inside a home in Arvena on Sunday has died, police said.", (1, 1), None),
        ("A soldier wounded by a sniper near Arvena on 3 June died on Tuesday.", (1, 1), None),
        ("A man was critically wounded in a shelling in Arvena and died in hospital two days later.", (1, 1), None),
        ("The teenager wounded in Friday's strike on Arvena succumbed to his injuries on Sunday.", (1, 1), None),
        ("Five people were hit by shrapnel in Arvena, two of them died of their wounds on Monday.", (2, 2), (3, 3)),
        ("Three farmers were wounded near Arvena on Sunday by a mine; one later died of his wounds.", (1, 1), (2, 2)),
        (
            "A shell hit a house in Arvena, killing two people and wounding a woman. The woman died on Monday.",
            (2, 2),
            None,
        ),
    ],
)
def test_the_hurt_who_died_are_dead(text: str, killed: Bounds, injured: Bounds) -> None:
    incident = read(text).incidents[0]
    assert (incident.killed and (incident.killed.low, incident.killed.high)) == killed
    assert (incident.injured and (incident.injured.low, incident.injured.high)) == injured


@pytest.mark.parametrize(
    "text",
    [
        "A man was wounded in Arvena on Sunday where a shell had fallen and a child died.",
        "Police said a man was wounded in a shooting in Arvena on Sunday, and a boy died.",
    ],
)
def test_whose_death_is_told_of_somebody_else_leaves_the_hurt_hurt(text: str) -> None:
    incident = read(text).incidents[0]
    assert incident.killed is not None
    assert incident.injured is not None
    assert (incident.killed.low, incident.injured.low) == (1, 1)


def test_harm_that_rules_and_reader_see_stands_though_no_word_for_the_deed_is_sure() -> None:
    (incident,) = read("Two farmers were wounded by a mine near Arvena on Sunday.").incidents
    assert incident.event_type == "mine"
    assert incident.injured is not None
    assert incident.injured.low == 2
