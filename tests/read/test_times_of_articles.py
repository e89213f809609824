"""Days as articles tell them: counted in passing, in words, by the weekday, or from today."""

import pytest

from dated import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the last night of April men rode into Karsu.", {"the last night of April": "2022-04-30TNI"}),
        (
            "In March ice took the pier. Men were shot at the end of the month.",
            {"March": "2022-03", "the end of the month": "2022-03"},
        ),
        (
            "In March a shell hit Karsu. The mayor spoke the same evening.",
            {"March": "2022-03", "same evening": "XXXX-XX-XXTEV"},
        ),
        (
            "It was a night in the autumn of 2019. Before the week was out, men lay dead.",
            {"the autumn of 2019": "2019-FA"},
        ),
        (
            "In March 2021 men rode into Karsu. On 12 April they left. They came back on 3 May.",
            {"March 2021": "2021-03", "12 April": "2021-04-12", "3 May": "2021-05-03"},
        ),
        (
            "In March 2021 men rode into Karsu.\n\nOn 12 April they left.",
            {"March 2021": "2021-03", "12 April": "2022-04-12"},
        ),
        (
            "The mill in the valley that had burned in March 2021 stands. On 12 April it was sold.",
            {"March 2021": "2021-03", "12 April": "2022-04-12"},
        ),
        (
            "In December 2018 men rode into Karsu. The truce expired the following March, when they burned the mill.",
            {"December 2018": "2018-12", "following March": "2019-03"},
        ),
        ("Men rode into Karsu. The following day they burned the mill.", {"The following day": "XXXX-XX-XX"}),
        ("Guns were heard again on the following morning.", {"the following morning": "XXXX-XX-XXTMO"}),
        (
            "Men rode into Karsu on 3 May. The next morning they left.",
            {"3 May": "2022-05-03", "The next morning": "2022-05-04TMO"},
        ),
        ("A month ago today men rode into Karsu.", {"A month ago today": "2022-04-27"}),
        ("On 3 May, a Tuesday, men rode into Karsu.", {"3 May": "2022-05-03", "Tuesday": "2022-05-03"}),
        ("On 7 May, which was a Saturday, they left.", {"7 May": "2022-05-07", "Saturday": "2022-05-07"}),
        ("This week-long pause was kept in Karsu.", {"This week-long": "P1W"}),
        ("It held.\n\nOn 2 October, in the inn at Karsu, they signed a truce.", {"2 October": "2021-10-02"}),
        ("Two years ago yesterday a bomb went off.", {"Two years ago yesterday": "2020-05-26"}),
        (
            "On 2 May a bomb wrecked a post. A boy died in the city of Belo the next day.\n\nTwo days later it fell.",
            {"2 May": "2022-05-02", "the next day": "2022-05-03", "Two days later": "2022-05-04"},
        ),
        (
            "On 2 May a bomb wrecked a post. The next day a boy died.\n\nTwo days later men shot a priest.",
            {"2 May": "2022-05-02", "The next day": "2022-05-03", "Two days later": "2022-05-05"},
        ),
        (
            "On 2 May shells hit Karsu. Two nights later a gunship circled over it.",
            {"2 May": "2022-05-02", "Two nights later": "2022-05-04TNI"},
        ),
        (
            "On 14 December 2021 rebels fell at Karsu; a week later many wrote of it. That same evening men fled.",
            {"14 December 2021": "2021-12-14", "a week later": "2021-W51", "same evening": "2021-12-14TEV"},
        ),
        (
            "On 3 April guards were seized at Karsu, and on the thirteenth they walked free.",
            {"3 April": "2022-04-03", "the thirteenth": "2022-04-13"},
        ),
        (
            "Easter Sunday brought tanks to Karsu. On the evening of the twenty-seventh a truce was made.",
            {"Easter Sunday": "2022-04-17", "the evening of the twenty-seventh": "2022-04-27TEV"},
        ),
        (
            "On 15 April a mine hit a bus. Within hours jets bombed Karsu.",
            {"15 April": "2022-04-15", "hours": "2022-04-15TXX"},
        ),
        (
            "On Thursday 7 April a car was stopped. Then came the Friday. By Sunday all was over.",
            {"Thursday 7 April": "2022-04-07", "Friday": "2022-04-08", "Sunday": "2022-04-10"},
        ),
        ("The lorries were the first since December.", {"December": "2021-12"}),
        (
            "On 21 March 2021 rebels seized eight men. They were let go on 31 May.",
            {"21 March 2021": "2021-03-21", "31 May": "2021-05-31"},
        ),
        (
            "During the night of 3 to 4 March men broke in. The next morning Oren Vask was arrested.",
            {"the night of 3 to 4 March": "2022-03-03TNI", "The next morning": "2022-03-04TMO"},
        ),
        ("On 9 June of last year rockets struck Karsu.", {"9 June of last year": "2021-06-09"}),
        (
            "On 2 May he wrote that the mill had been taken in April. They met on the same day.",
            {"2 May": "2022-05-02", "April": "2022-04", "the same day": "2022-05-02"},
        ),
        (
            "Shells fell on Sunday, 1 May. On the Wednesday lorries stood. Not until the Sunday did they come.",
            {"Sunday, 1 May": "2022-05-01", "Wednesday": "2022-05-04", "Sunday": "2022-05-08"},
        ),
        ("The night before last men cut the cable.", {"The night before last": "2022-05-25TNI"}),
        ("Nobody calls 4 May the Night of the Tins.", {"4 May": "2022-05-04"}),
        (
            "On 4 May men met. Nine days later a bus burned. On 17 May a shed fell. An inquiry began on the Friday.",
            {"4 May": "2022-05-04", "Nine days later": "2022-05-13", "17 May": "2022-05-17", "Friday": "2022-05-20"},
        ),
        (
            "On 2 May a barge came. Three days after it was unloaded, men shot at it. They fled that evening.",
            {"2 May": "2022-05-02", "Three days": "P3D", "that evening": "XXXX-XX-XXTEV"},
        ),
        (
            "On 2 May a mine hit a bus. Within the hour guns answered.",
            {"2 May": "2022-05-02", "the hour": "2022-05-02TXX"},
        ),
        (
            "The envoys signed on 20 April. Gunmen came that very day.",
            {"20 April": "2022-04-20", "that very day": "2022-04-20"},
        ),
    ],
)
def test_days_as_articles_tell_them(text: str, expected: dict[str, str]):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Some two thousand Marines closed the roads.",
        "A gun battle shook the quarter, and aircraft pounded the same quarter.",
        "They were on the eighth floor, on the fourth attempt.",
    ],
)
def test_counts_and_quarters_of_towns_are_no_times(text: str):
    assert values(text) == {}


def test_what_is_only_to_come_does_not_carry_the_story_on():
    text = "On 20 May they signed a truce, to begin two evenings later. That same day gunmen came."
    assert values(text)["That same day"] == "2022-05-20"


DIARY = """Monday, 2 May

At noon the guns stop. Men were still shot on Wednesday.

Thursday

On Friday, they say, the bread will come.

Day six

On Saturday a bomb goes off in Karsu.

Two days later. It was quiet."""


def test_weekdays_of_a_diary_are_counted_from_its_headings():
    told = values(DIARY)
    days = {"Thursday": "2022-05-05", "Friday": "2022-05-06", "Day six": "2022-05-07", "Saturday": "2022-05-07"}
    assert {words: told[words] for words in days} == days
    assert (told["Wednesday"], told["Two days later"]) == ("2022-05-04", "2022-05-09")
