"""What the temporal tagger reads: each line is a sentence, and beside it the words found with their TIMEX3 values."""

from functools import cache
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.model.when import Published, TimeMention
from truceline.read.times.lexicon import TimeLexicon, load_time_lexicon
from truceline.read.times.tag import find_times

TUESDAY = "2016-09-20"


@cache
def lexicon() -> TimeLexicon:
    return load_time_lexicon(Path(str(resources.files("truceline"))) / "data")


def read(text: str, dateline: str | None = TUESDAY, inferred: bool = False) -> list[TimeMention]:
    published = Published(earliest=dateline, latest=dateline, inferred=inferred, reason="given") if dateline else None
    return list(find_times(text, (), published, lexicon()))


def values(text: str, dateline: str | None = TUESDAY) -> dict[str, str]:
    return {text[m.start : m.end]: m.value for m in read(text, dateline)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The post was shelled on 17 September 2016.", {"17 September 2016": "2016-09-17"}),
        ("It was shelled on Saturday, September 17th, 2016.", {"Saturday, September 17th, 2016": "2016-09-17"}),
        ("Signed on 2016-09-09T21:30:00Z.", {"2016-09-09T21:30:00Z": "2016-09-09T21:30:00"}),
        ("Received 19/09/2016, filed 04.05.2016.", {"19/09/2016": "2016-09-19", "04.05.2016": "2016-05-04"}),
        ("The truce of early May 2014 held.", {"early May 2014": "2014-05"}),
        ("Fighting began in the spring of 2011.", {"the spring of 2011": "2011-SP"}),
        (
            "It was built in the late 1990s, on walls of the 12th century.",
            {"the late 1990s": "199", "the 12th century": "11"},
        ),
        ("Exports fell in the third quarter of 2015.", {"the third quarter of 2015": "2015-Q3"}),
        ("The hill fell in 480 BC.", {"480 BC": "BC0480"}),
    ],
)
def test_full_dates(text: str, expected: dict[str, str]):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council met on Friday.", {"Friday": "2016-09-16"}),
        ("The council will meet on Friday.", {"Friday": "2016-09-23"}),
        ("Shells fell yesterday morning.", {"yesterday morning": "2016-09-19TMO"}),
        (
            "Shells fell last night and again this morning.",
            {"last night": "2016-09-19TNI", "this morning": "2016-09-20TMO"},
        ),
        ("A convoy left last week.", {"last week": "2016-W37"}),
        ("Two posts were lost earlier this month.", {"earlier this month": "2016-09"}),
        ("The bridge was closed two years ago.", {"two years ago": "2014"}),
        ("Three days ago the road was open.", {"Three days ago": "2016-09-17"}),
        ("The mill burned down in June.", {"June": "2016-06"}),
        ("The talks are set to resume on October 3.", {"October 3": "2016-10-03"}),
        ("Monitors arrived on January 14.", {"January 14": "2016-01-14"}),
    ],
)
def test_counted_from_the_dateline(text: str, expected: dict[str, str]):
    assert values(text) == expected


def test_the_same_words_mean_another_day_under_another_dateline():
    assert values("Guards saw it on Monday.", "2016-09-20") == {"Monday": "2016-09-19"}
    assert values("Guards saw it on Monday.", "2019-03-01") == {"Monday": "2019-02-25"}


def test_clock_times_keep_the_zone_they_are_told_in():
    (found,) = read("The pause expired at 7 pm Damascus time yesterday.")
    assert (found.type, found.value, found.zone) == ("TIME", "2016-09-19T19:00", "+03:00")
    (found,) = read("At 1700 GMT on 18 September the line moved.")
    assert (found.value, found.zone) == ("2016-09-18T17:00", "+00:00")
    (found,) = read("Shells fell at 23:00 local time on Sunday.")
    assert (found.value, found.zone) == ("2016-09-18T23:00", None)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("At 19:00 Damascus time on 19 September 2016 it ended.", "+03:00"),
        ("At 19:00 Damascus time on 19 January 2016 it ended.", "+02:00"),
        ("At 19:00 Damascus time on 19 January 2023 it ended.", "+03:00"),
        ("At 19:00 Kyiv time on 1 July 2015 it ended.", "+03:00"),
        ("At 19:00 Washington time on 1 July 2015 it ended.", "-04:00"),
        ("At 19:00 Moscow time on 1 July 2013 it ended.", "+04:00"),
        ("At 19:00 local time on 1 July 2013 it ended.", None),
    ],
)
def test_a_citys_offset_is_the_one_of_that_day(text: str, zone: str | None):
    assert read(text)[0].zone == zone


def test_two_clock_times_share_the_day_and_zone_behind_the_last():
    found = read("Drones circled from 15:55 to 16:56 Moscow time on Saturday.")
    assert [(m.value, m.zone) for m in found] == [("2016-09-17T15:55", "+03:00"), ("2016-09-17T16:56", "+03:00")]


def test_days_of_a_list_or_range_share_their_month():
    assert values("Between 14 and 17 August 2015 and on May 3-5 it held.") == {
        "14": "2015-08-14",
        "17 August 2015": "2015-08-17",
        "May 3": "2016-05-03",
        "5": "2016-05-05",
    }


def test_a_time_told_twice_is_of_one_day():
    found = read("The pause ended at 7 p.m. (1600 GMT) on Monday and was to last seven days.")
    assert [(m.value, m.zone) for m in found] == [
        ("2016-09-19T19:00", None),
        ("2016-09-19T16:00", "+00:00"),
        ("2016-09-19", None),
        ("P7D", None),
    ]


def test_nights_and_weekdays_beside_the_story():
    text = (
        "On 12 May 2014 it rained, as the night before. The following Friday, in the small hours of Saturday, it froze."
    )
    assert [m.value for m in read(text)] == ["2014-05-12", "2014-05-11TNI", "2014-05-16", "2016-09-17TMO"]


def test_what_is_counted_from_the_event_before():
    text = "On 19 May 2014 the depot was hit. Seven minutes after, it burned. The following day it rained."
    text += " Later that night it froze."
    found = read(text)
    assert [m.value for m in found] == ["2014-05-19", "2014-05-19TXX", "2014-05-20", "2014-05-20TNI"]
    assert [m.anchor for m in found][1:] == ["story 2014-05-19", "story 2014-05-19TXX", "story 2014-05-20"]


HISTORY = """In 1911 the valley rose. On 4 April 1911 the garrison fell; in June the river towns followed.

In 1912 the tide turned. By November 1912 the coast was lost. In January the last fort gave in.

In April and May 1913 envoys met. A treaty was signed in 1913. The next spring the army went home.
"""


def test_a_history_takes_bare_months_from_its_own_dates_not_from_the_day_of_writing():
    found = values(HISTORY, "2009-12-19")
    assert found["June"] == "1911-06"
    assert found["January"] == "1913-01"
    assert found["April"] == "1913-04"
    assert found["The next spring"] == "1914-SP"


def test_today_inside_quotes_is_the_speakers_day():
    text = "The envoy left. “Today they struck the mill,” the mayor said on Sunday."
    found = {text[m.start : m.end]: m for m in read(text)}
    assert found["Today"].value == "2016-09-18"
    assert found["Today"].anchor == "speaker 2016-09-18"


def test_a_quote_is_of_the_day_it_is_said_to_be_of_however_long_ago():
    text = "“Yesterday they struck the mill,” the mayor said on 4 May 2011. He left on 9 June 2012."
    assert values(text)["Yesterday"] == "2011-05-03"


def test_durations_and_sets():
    text = (
        "For at least three days, every Friday and for two and a half hours, over the past 20 months, they met daily."
    )
    found = {text[m.start : m.end]: (m.type, m.value, m.mod) for m in read(text)}
    assert found == {
        "at least three days": ("DURATION", "P3D", "EQUAL_OR_MORE"),
        "every Friday": ("SET", "XXXX-WXX-5", None),
        "two and a half hours": ("DURATION", "PT2H30M", None),
        "the past 20 months": ("DURATION", "P20M", None),
        "daily": ("SET", "P1D", None),
    }


@pytest.mark.parametrize(
    "text",
    [
        "A boy, 12 years old, and a 36-year-old man were hurt.",
        "Some 1500 people fled and 2000 tents were sent.",
        "They may march if the sun allows, and sat down as soon as they could.",
        "See https://reports.example/2016/09/19/line and note [7].",
        "A second shell hit three-quarters of the roofs at $5 million a year.",
    ],
)
def test_ages_counts_names_and_addresses_are_no_times(text: str):
    assert values(text) == {}


def test_holidays_and_other_calendars():
    assert values("It held until Christmas 2015 and last Thanksgiving.") == {
        "Christmas 2015": "2015-12-25",
        "last Thanksgiving": "2015-11-26",
    }
    assert values("Dated 28 Shahrivar 1395 and 1 Ramadan 1445.") == {
        "28 Shahrivar 1395": "2016-09-18",
        "1 Ramadan 1445": "2024-03-11",
    }
    assert values("Filed 28/06/1395.") == {"28/06/1395": "2016-09-18"}


def test_without_any_day_a_weekday_stays_open():
    assert values("Guards saw it on Monday in June.", None) == {"Monday": "XXXX-WXX-1", "June": "XXXX-06"}


PIECES = """Monday May 4 19 2016 1395 the last three days ago at 7 pm GMT , . - “ ” ' early of September fall next week
24:99 99/99/2016 BC second night twenty hundred and a half 31 February Ramadan Easter 0000 2016-13-45 later century"""
WORDS = st.sampled_from([*PIECES.split(), "\n\n"])


@given(st.lists(WORDS, max_size=25), st.sampled_from([None, "2016-09-20", "0001-01-01", "9999-12-31"]))
def test_any_text_gives_ordered_spans_that_do_not_overlap(words: list[str], dateline: str | None):
    text = " ".join(words)
    found = read(text, dateline)
    ends = [0, *(m.end for m in found)]
    assert all(m.start >= end for m, end in zip(found, ends, strict=False))
    assert all(text[m.start : m.end].strip() == text[m.start : m.end] != "" for m in found)
    assert all(m.value for m in found)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 5000 + " days ago",
        "9,999,999 years later, 99999 weeks from now, ٣ days ago, ² years, 3rd ¾ hours",
        "a few " * 3000 + "days",
        "“" * 2000 + "today",
        "5 to " * 3000 + "March",
    ],
)
def test_strange_and_long_runs_are_read_without_failing(text: str):
    read(text)


@given(st.text(max_size=80))
def test_any_characters_are_read_without_failing(text: str):
    read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a bare day goes on with the year told just before, unless it may be one of these weeks
        (
            "On 2 January 2006 five were shot. On 3 March a mine went off.",
            {"2 January 2006": "2006-01-02", "3 March": "2006-03-03"},
        ),
        (
            "He was jailed on 2 January 2006. On 12 September he was freed.",
            {"2 January 2006": "2006-01-02", "12 September": "2016-09-12"},
        ),
        (
            "On 2 May 2006 five were shot. On 25 April a mine went off.",
            {"2 May 2006": "2006-05-02", "25 April": "2016-04-25"},
        ),
    ],
)
def test_a_story_of_the_past_goes_on_from_its_own_days(text, expected):
    assert values(text) == expected


def test_a_headings_mark_is_no_number_sign():
    assert values("# 24 February 2016\n\nA post was shelled.") == {"24 February 2016": "2016-02-24"}
    assert values("## 24 February 2016\n\nA post was shelled.") == {"24 February 2016": "2016-02-24"}
    assert "24 February 2016" not in values("Order #24 February 2016 was read out.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells hit the school on May 3 and 4 students were hurt.", ["May 3"]),
        ("Shells fell on the square on May 3 and 9 people died.", ["May 3"]),
        ("The army shelled the mill on May 3 and 4.", ["May 3", "4"]),
        ("On May 3 and 4 gunmen were seen.", ["May 3", "4"]),
        ("It lasted from May 3 to 9 and many died.", ["May 3", "9"]),
    ],
)
def test_a_number_that_begins_a_clause_is_no_day(text: str, found: list[str]):
    assert [text[m.start : m.end] for m in read(text)] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a feast explains the day printed beside it, and gives none of its own
        ("A camp was hit on 7 January, the Orthodox Christmas.", {"Orthodox Christmas": "2016-01-07"}),
        ("On 6 January (the Ethiopian Christmas Eve) a camp was hit.", {"Christmas Eve": "2016-01-06"}),
        ("On 20 July, the first day of Eid al-Fitr, a camp was hit.", {"Eid al-Fitr": "2016-07-20"}),
        ("On Orthodox Christmas, 7 January, a camp was hit.", {"Orthodox Christmas": "2016-01-07"}),
        # but one beside a day that it does not name keeps its own
        ("On 3 January, after Christmas, a camp was hit.", {"Christmas": "2015-12-25"}),
        ("On 3 May, the Easter parade was shelled.", {"Easter": "2016-03-27"}),
        ("After Christmas, 3 January was quiet.", {"Christmas": "2015-12-25"}),
        # Orthodox feasts have days of their own
        ("A camp was hit on Orthodox Easter.", {"Orthodox Easter": "2016-05-01"}),
    ],
)
def test_a_feast_beside_a_printed_day_is_that_day(text: str, expected: dict[str, str]):
    found = values(text)
    assert {words: found[words] for words in expected} == expected


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Late on 20 September 2015 a truce was signed. On Thursday 24 September a post was hit.", "T", "2015-09-24"),
        ("The truce of 17 September 2014 was short. On 20 September a post was hit.", "20", "2014-09-20"),
        ("On Sunday, 20 September, a post was hit.", "Sunday", "2015-09-20"),
        ("On 24 September 2014 a school was hit. On 17 September another had been hit.", "17", "2014-09-17"),
        ("On 24 September 2014 a school was hit. On 17 September another was hit.", "17", "2016-09-17"),
        # not where the weekday is this year's, or the day lies too far on
        ("A truce was signed on 17 September 2014. On Monday, 19 September, a post was hit.", "Monday", "2016-09-19"),
        ("A truce was signed on 2 May 2014. On 19 September a post was hit.", "19", "2016-09-19"),
        ("On Tuesday, 20 September, a post was hit.", "Tuesday", "2016-09-20"),
    ],
)
def test_the_year_is_the_one_the_story_or_the_weekday_tells(text: str, words: str, value: str):
    assert next(v for told, v in reversed(values(text).items()) if told.startswith(words)) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # told with its weekday, a day leads the weekdays behind it
        ("Fighting began on Thursday, 7 July. On Friday gunfire broke out.", {"Friday": "2016-07-08"}),
        ("A truce was ordered on Monday, 11 July 2016. On Friday it broke.", {"Friday": "2016-07-15"}),
        (
            "Fighting began on Thursday 7 July. On Friday the palace was hit. By Sunday night all was quiet.",
            {"Friday": "2016-07-08", "Sunday night": "2016-07-10TNI"},
        ),
        ("Fighting began on 7 July. On the Friday the palace was hit.", {"Friday": "2016-07-08"}),
        # not in news, that counts from its own day, nor of what is to come
        (
            "Five died on Monday. Fighting began on Thursday, 7 July. On Friday a post was hit.",
            {"Friday": "2016-09-16"},
        ),
        ("Yesterday was quiet. Fighting began on Thursday, 7 July. It broke on Friday.", {"Friday": "2016-09-16"}),
        ("Fighting began on Thursday, 7 July. The two will meet on Friday.", {"Friday": "2016-09-23"}),
        ("Fighting began on 7 July. On Friday a post was hit.", {"Friday": "2016-09-16"}),
        ("Fighting began on 7 July. The Friday prayers were quiet.", {"Friday": "2016-09-16"}),
    ],
)
def test_weekdays_go_on_from_a_day_told_with_its_weekday(text: str, expected: dict[str, str]):
    found = values(text)
    assert {words: found[words] for words in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a month or year told in passing leaves the story at its day
        (
            "On 3 May a mill burned. It had been closed since 2012. Two days later a bridge was hit.",
            {"Two days later": "2016-05-05"},
        ),
        ("On 3 May a clinic that opened in March 2012 was hit. That night it burned.", {"That night": "2016-05-03TNI"}),
        # one that opens a clause carries it along
        (
            "On 3 May a mill burned. In July the mayor fled. Two days later he was back.",
            {"Two days later": "XXXX-XX-XX"},
        ),
        # what a relative day follows is told, or it is none
        ("He spoke in anger, and the next day he was dismissed.", {"the next day": "XXXX-XX-XX"}),
        ("The guns will fall silent the next day.", {"the next day": "2016-09-21"}),
        ("On the evening before the raid a post was hit.", {"the evening before": "XXXX-XX-XXTEV"}),
        # "after that" counts from the day told
        ("On 3 May a mill burned. Four days after that, a bridge was hit.", {"Four days after": "2016-05-07"}),
        ("On 3 May a mill burned. Two days before that the guards had left.", {"Two days before": "2016-05-01"}),
        ("On 3 May a mill burned. Two days after that meeting a bridge was hit.", {"Two days": "P2D"}),
    ],
)
def test_days_are_counted_from_the_day_the_story_stands_at(text: str, expected: dict[str, str]):
    found = values(text)
    assert {words: found[words] for words in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He lied, and the next day, 6 September, he left.", {"the next day": "2016-09-06"}),
        ("On 2 May a house was hit. The next morning, 5 January, it fell.", {"The next morning": "2016-01-05TMO"}),
        (
            "On 6 September a mill burned. The next morning, Thursday, a bridge was hit.",
            {"The next morning": "2016-09-08TMO", "Thursday": "2016-09-08"},
        ),
        (
            "On 9 May 2015 a mill burned. Two days before that, on the Thursday, a bridge was hit.",
            {"Two days before": "2015-05-07", "Thursday": "2015-05-07"},
        ),
        (
            "On 5 March 1994 a market was hit. Two weeks before, on 19 February, a school was.",
            {"19 February": "1994-02-19"},
        ),
        # two days that are not one
        (
            "On 6 September a mill burned. The next day a bridge was hit, on 9 September a school.",
            {"The next day": "2016-09-07"},
        ),
        ("The next day was quiet. On Thursday a bridge was hit.", {"Thursday": "2016-09-15"}),
    ],
)
def test_a_day_counted_and_named_is_one_day(text: str, expected: dict[str, str]):
    found = values(text)
    assert {words: found[words] for words in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A truce began late on Saturday, 3 September.", {"late on Saturday, 3 September": "2016-09-03"}),
        (
            "A truce was signed late on Saturday, 3 September. In the early hours of the same Saturday a mill was hit.",
            {"the early hours of the same Saturday": "2016-09-03TMO"},
        ),
        ("A mill burned on Sunday, 4 September. On that Sunday nobody spoke.", {"Sunday": "2016-09-04"}),
        ("A mill burned on 4 September. The list, closed on the Friday, was long.", {"Friday": "2016-09-09"}),
        ("A mill burned on 4 May 2014. The report, written on the Sunday, was short.", {"Sunday": "2014-05-04"}),
        ("On 13 September a mill burned. Coffins were carried on the Tuesday.", {"Tuesday": "2016-09-13"}),
        ("A mill burned on 19 May 2014. The base was left on that same 19 May.", {"19 May": "2014-05-19"}),
        ("He said that Friday was quiet.", {"Friday": "2016-09-16"}),
        ("Shots fell in the night to Wednesday.", {"the night to Wednesday": "2016-09-13TNI"}),
        # the day before would be "yesterday"
        ("A mill was hit last Monday.", {"last Monday": "2016-09-12"}),
        ("A mill was hit last Tuesday.", {"last Tuesday": "2016-09-13"}),
        ("A mill was hit last Sunday.", {"last Sunday": "2016-09-18"}),
    ],
)
def test_a_weekday_with_an_article_is_the_storys(text: str, expected: dict[str, str]):
    found = values(text)
    assert {words: found[words] for words in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It broke on the last day of March.", {"the last day of March": "2016-03-31"}),
        ("It was signed on the first day of February 2012.", {"the first day of February 2012": "2012-02-01"}),
        (
            "A truce began on 3 May. On the last day of the month a bomb went off.",
            {"the last day of the month": "2016-05-31"},
        ),
        ("In May it was quiet. On the 10th a drone was seen.", {"the 10th": "2016-05-10"}),
        ("In May it was quiet. On the 10th floor a light burned.", {"May": "2016-05"}),
        ("On 3 May a depot was hit and burned for the rest of the day.", {"the day": "2016-05-03"}),
        (
            "The guns fell silent at midnight on 3 May. At 00:25 a mortar was fired.",
            {"midnight on 3 May": "2016-05-03T24:00", "00:25": "2016-05-04T00:25"},
        ),
    ],
)
def test_days_of_a_month_and_hours_past_midnight(text: str, expected: dict[str, str]):
    found = values(text)
    assert {words: found[words] for words in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was quiet. On the 10th a mine went off.", {"the 10th": "2016-09-10"}),
        ("It was quiet. On the 26th a mine went off.", {"the 26th": "2016-08-26"}),
        ("The road was swept in January. On the 3rd a mine went off.", {"the 3rd": "2016-01-03"}),
        ("On 29 August a mine went off. On the 3rd the road was closed.", {"the 3rd": "2016-09-03"}),
        ("On Monday night shells fell. At 02:30 a mill burned.", {"02:30": "2016-09-20T02:30"}),
        ("On Monday night shells fell. At 23:30 a mill burned.", {"23:30": "2016-09-19T23:30"}),
        ("It was stolen on 3 May between midnight and 02:00.", {"02:00": "2016-05-03T02:00"}),
        ("Rain has fallen since Tuesday. On 3 April a ship was hit.", {"3 April": "2016-04-03"}),
    ],
)
def test_a_day_of_the_month_is_the_storys_or_the_last(text: str, expected: dict[str, str]):
    found = values(text)
    assert {words: found[words] for words in expected} == expected


def test_a_truce_named_after_a_feast_is_not_told_to_have_been_broken_on_it():
    assert values("On 3 May, in what was still the Easter truce, a bus was hit. That day five were hurt.") == {
        "3 May": "2016-05-03",
        "That day": "2016-05-03",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # weekdays of a stretch told just before, and of the week that a text reports on
        (
            "Some 40 died between 7 and 11 March 2015. Monday was market day. On Wednesday the bridge fell.",
            {"Monday": "2015-03-09", "Wednesday": "2015-03-11"},
        ),
        ("Weekly note, 13 to 19 September. On Tuesday a post was hit.", {"Tuesday": "2016-09-13"}),
        ("Some 40 died between 7 and 11 March 2015. On Thursday a court ruled.", {"Thursday": "2016-09-15"}),
        (
            "Some 40 died between 7 and 11 March 2015. Yesterday it rained. On Monday it froze.",
            {"Monday": "2016-09-19"},
        ),
        ("The paper of 13 and 19 September is long. On Tuesday a post was hit.", {"Tuesday": "2016-09-20"}),
    ],
)
def test_weekdays_are_of_the_stretch_of_days_told(text: str, expected: dict[str, str]):
    found = values(text)
    assert {words: found[words] for words in expected} == expected


LOOKING_BACK = """The square was hit on 5 October 1994. The list came out on 15 November, and 22 August is remembered.

The mill had burned on 27 May 1992. By 3 June it was gone.

On 9 October a council sat. The mayor will speak on 5 October."""


def test_a_text_that_looks_back_tells_bare_days_of_the_year_it_looks_back_on():
    found = read(LOOKING_BACK)
    assert [m.value for m in found] == [
        "1994-10-05", "1994-11-15", "1994-08-22", "1992-05-27", "1992-06-03", "1994-10-09", "2016-10-05",
    ]  # fmt: skip
    assert (
        values("On 5 October 1994 a square was hit. On 10 September flowers were laid.")["10 September"] == "2016-09-10"
    )
    assert (
        values("It fell in 2015, not on 5 October 1994, nor on 6 May 1993. On 9 July it rose.")["9 July"]
        == "2016-07-09"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In March 2015 it froze. On the 5th of the month a mill burned.", {"the 5th of the month": "2015-03-05"}),
        ("A mill burned on the 20th of last month.", {"the 20th of last month": "2016-08-20"}),
        ("On Christmas Day the army bombed a camp.", {"Christmas Day": "2015-12-25"}),
        ("On 3 March 2015 a man was freed. Some weeks went by, and on 6 March he was shot.", {"6 March": "2015-03-06"}),
        ("Women sat down on the rails on Monday and would not move.", {"Monday": "2016-09-19"}),
        ("Shells fell on the 3rd Motorised Brigade.", {}),
        ("Shots were fired on the 14th. Nobody was hurt.", {"the 14th": "2016-09-14"}),
    ],
)
def test_days_that_lean_on_a_month_or_a_feast(text: str, expected: dict[str, str]):
    found = values(text)
    assert {words: found[words] for words in expected} == expected
    assert bool(found) == bool(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shot the day after Thanksgiving 2015, she lived.", {"the day after Thanksgiving 2015": "2015-11-27"}),
        ("The day before Christmas 2015 shells fell.", {"The day before Christmas 2015": "2015-12-24"}),
        ("The day after 5 May shells fell.", {"The day after 5 May": "2016-05-06"}),
        ("The day after Eid al-Fitr 2016 shells fell.", {"The day after Eid al-Fitr 2016": "2016-07-08"}),
        ("He was shot on Monday and died the day after.", {"Monday": "2016-09-19", "the day after": "2016-09-20"}),
    ],
)
def test_a_day_counted_from_a_day_named_behind_it(text: str, expected: dict[str, str]) -> None:
    assert values(text) == expected


def test_a_would_be_victim_tells_of_nothing_to_come():
    assert values("He was shot by his would-be victim Monday night.", "2016-09-20") == {"Monday night": "2016-09-19TNI"}


def test_this_weekend_is_on_a_monday_the_one_just_over_unless_it_is_to_come():
    assert values("Three people died this weekend.", "2016-09-19") == {"this weekend": "2016-W37-WE"}
    assert values("Talks will be held this weekend.", "2016-09-19") == {"this weekend": "2016-W38-WE"}
    assert values("Talks are set for this weekend.", "2016-09-22") == {"this weekend": "2016-W38-WE"}


@pytest.mark.parametrize(
    "text", ["A mill in Silver Spring burned.", "Many left in the Arab Spring.", "A Halloween party."]
)
def test_a_season_or_feast_in_a_name_is_no_time(text: str):
    assert values(text) == {}


def test_a_season_by_itself_is_one():
    assert values("It rained in Spring 2016.") == {"Spring 2016": "2016-SP"}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mortars were fired near the 7 July hospital.", 0),
        ("They met on 14 October Bridge.", 0),
        ("They mourned the dead of the 7 July hospital bombing.", 1),
        ("On 7 July hospital staff fled.", 1),
    ],
)
def test_a_day_that_a_site_is_called_by_is_no_day(text: str, days: int) -> None:
    assert len(read(text)) == days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shells fell on Sunday evening, a test of a truce that took effect on Saturday. One fell at 5:40 p.m.",
            {"Sunday evening": "2016-09-18TEV", "Saturday": "2016-09-17", "5:40 p.m.": "2016-09-18T17:40"},
        ),
        (
            "On 18 September at 14:10 guns were seen, due out by 10 September. At 15:30 on the same day they left.",
            {
                "18 September at 14:10": "2016-09-18T14:10",
                "10 September": "2016-09-10",
                "15:30 on the same day": "2016-09-18T15:30",
            },
        ),
        (
            "A convoy was ambushed on 8 September. A week later the toll rose. A gang held the road that week.",
            {"8 September": "2016-09-08", "A week later": "2016-W37", "that week": "2016-W37"},
        ),
    ],
)
def test_the_story_stays_at_its_day_beside_the_day_of_a_truce_a_deadline_and_a_week(
    text: str, expected: dict[str, str]
):
    assert values(text) == expected
