"""Plain words that tell a figure or a version: they are somebody's, as much as what was "said"."""

import pytest

from reads import claims


def told(text):
    """Who says what in each claim that stands in no other."""
    return [
        (" ".join(text[a:b] for a, b in c.source), " + ".join(text[a:b] for a, b in c.content))
        for c in claims(text)
        if c.parent is None and c.source_kind != "author"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "By Thursday the hospital in Varn was giving the number of dead as 26.",
            ("the hospital in Varn", "the number of dead as 26"),
        ),
        (
            "The hospital's list, closed on the Sunday, came to 68 dead and 19 injured.",
            ("The hospital's list", "68 dead and 19 injured"),
        ),
        (
            "Within hours the minister had a different story: fighters had shot at the troops from the school.",
            ("the minister", "fighters had shot at the troops from the school"),
        ),
        (
            "The truce lasted four minutes, if we believe the governor.",
            ("the governor", "The truce lasted four minutes"),
        ),
        (
            "On 3 May a blast on Mill Road killed 19, or 24 if one follows the ministry's later list.",
            ("the ministry's later list", "or 24"),
        ),
        (
            "The village was taken last Wednesday, when, by the count of the mission, eight inhabitants died.",
            ("the mission", "eight inhabitants died"),
        ),
        (
            "Men of the Front entered Varn and killed 13 villagers, on the government's own figures.",
            ("the government's", "Men of the Front entered Varn and killed 13 villagers"),
        ),
        (
            "That the same men may have burned the mill is what army intelligence suspects.",
            ("army intelligence", "the same men may have burned the mill"),
        ),
        (
            "Thirty of them are dead. That was the figure that Ann Holl, a councillor, gave on Thursday.",
            ("Ann Holl, a councillor", "Thirty of them are dead."),
        ),
    ],
)
def test_a_figure_or_a_version_in_plain_words_is_its_tellers(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The brigade had eight wounded that day.",
        "If we believe in peace, the work begins today.",
        "On good roads the trip to Varn takes four hours.",
        "The captain gave three boys a lift.",
    ],
)
def test_what_nobody_tells_stays_told_by_the_page(text):
    assert told(text) == []
