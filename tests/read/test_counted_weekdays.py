"""Weekdays and months that essays count: the first Saturday of a truce, Monday the ninth, that November."""

import pytest

from dated import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The truce began on 5 May. On the first Saturday they left. On the Sunday men came to the ridge.",
            {"5 May": "2022-05-05", "the first Saturday": "2022-05-07", "Sunday": "2022-05-08"},
        ),
        ("The siege is long. On the first Monday of the siege a boy died.", {"the first Monday": "XXXX-WXX-1"}),
        ("They met on the second Sunday in May.", {"the second Sunday in May": "2022-05-08"}),
        ("On Monday the ninth, prisoners crossed the bridge.", {"Monday the ninth": "2022-05-09"}),
        ("On Monday the first convoy left for Karsu.", {"Monday": "2022-05-23"}),
        ("On the evening of Monday the ninth four men came.", {"the evening of Monday the ninth": "2022-05-09TEV"}),
        ("The depot burned on Thursday of last week.", {"Thursday of last week": "2022-05-19"}),
        ("On the Saturday before last three rockets fell.", {"Saturday before last": "2022-05-14"}),
        ("Two Mondays ago a shell fell.", {"Two Mondays ago": "2022-05-16"}),
        ("A week ago on Tuesday a shell fell.", {"A week ago on Tuesday": "2022-05-17"}),
        ("On the ninth, in sleet, they buried the dead.", {"the ninth": "2022-05-09"}),
        ("On the ninth attempt they took the ridge.", {}),
        (
            "On 3 May a lorry burned. On the Tuesday following, a drone fell.",
            {"3 May": "2022-05-03", "Tuesday following": "2022-05-10"},
        ),
    ],
)
def test_a_number_names_the_weekday(text, expected):
    assert values(text) == expected


def test_the_weekday_right_after_a_day_of_some_weeks_ago_is_the_next_one():
    told = values("A bomb went off on Thursday 12 May. By Friday afternoon ten had died. On Monday it was a dozen.")
    assert told == {"Thursday 12 May": "2022-05-12", "Friday afternoon": "2022-05-13TAF", "Monday": "2022-05-23"}


def test_that_november_is_of_the_year_just_told():
    told = values("The veterans of 2017 remember what the bomb did to the market that November.")
    assert told == {"2017": "2017", "November": "2017-11"}


def test_an_autumn_that_was_is_last_years():
    assert values("The army withdrew from the valley in the autumn.") == {"the autumn": "2021-FA"}
    assert values("The army will withdraw from the valley in the autumn.") == {"the autumn": "2022-FA"}
