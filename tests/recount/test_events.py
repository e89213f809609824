"""What is told as having happened, and what only looks like it."""

import pytest

from truceline.recount.events.triggers import find_triggers
from truceline.recount.kit import RecountKit
from truceline.recount.tokens import split_words


def types(text: str, kit: RecountKit) -> list[str | None]:
    return [t.type for t in find_triggers(split_words(text, (0, len(text))), 0, kit.events)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An airstrike hit the town.", ["air_strike", "attack_on_civilians"]),
        ("Rebels shelled the village.", ["shelling"]),
        ("Troops withdrew from the hill.", ["withdrawal"]),
        ("The convoy reached the besieged suburb.", ["aid_delivered"]),
        ("Monitors were denied access to the depot.", ["access_denied"]),
        ("The truce expired at midnight.", ["ceasefire_step"]),
        ("Twelve men were arrested.", ["detention"]),
    ],
)
def test_events(text: str, expected: list[str], kit: RecountKit) -> None:
    assert types(text, kit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army will bomb the town if talks fail.",
        "They threatened to attack the port.",
        "He died of a heart attack in his sleep.",
        "The striker scored twice and struck a deal with the club.",
        "Attacking a hospital is a crime.",
        "The government urged them to withdraw.",
        "Observers fear an offensive.",
        "The cessation of hostilities was welcomed.",
        "It must be deemed a legitimate target for aerial bombardment.",
    ],
)
def test_no_events(text: str, kit: RecountKit) -> None:
    assert types(text, kit) == []
