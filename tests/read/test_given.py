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
        ("The army gave its dead as none.", ("The army", "its dead as none")),
        ("Varn's police gave a figure of eight for the week.", ("Varn's police", "a figure of eight for the week")),
        (
            "The brigade made it 19 dead and said that the photographer was an officer.",
            ("The brigade", "it 19 dead"),
        ),
        ("The ministry lowered its toll. The brigade clings to 41.", ("The brigade", "41")),
        (
            "The army put Monday's losses at Varn at under 50.",
            ("The army", "Monday's losses at Varn at under 50"),
        ),
        ("The monitors counted 26 injured at the clinic.", ("The monitors", "26 injured at the clinic")),
        (
            "Guards fired on the crowd on Thursday, killing 12 by the count of the bakers' guild.",
            ("the bakers' guild", "killing 12"),
        ),
        (
            "A bomb went off in Varn. The hospital's figures are eight dead and 33 wounded.",
            ("The hospital's", "eight dead and 33 wounded"),
        ),
        (
            "Fifteen soldiers died there on Friday, by the hospital's list.",
            ("the hospital's", "Fifteen soldiers died there on Friday"),
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
        "The captain gave the boys a lift as far as two villages.",
        "The brigade made it two miles up the road before dark.",
        "The army kept to one side of the road.",
        "The hospital's books were ten years old.",
    ],
)
def test_what_nobody_tells_stays_told_by_the_page(text):
    assert told(text) == []
