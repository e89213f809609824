"""Numbers keep the bounds their words give them, and dates, ages and names are no numbers."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.model.amount import Quantity
from truceline.read.quantities import find_quantities
from truceline.runners.local import data_folder
from truceline.text.numbers import find_numbers, number_table

TABLE = number_table(tomllib.loads((data_folder() / "number_words.toml").read_text(encoding="utf-8")))


def read(text: str) -> list[Quantity]:
    return list(find_quantities(text, ((0, len(text)),), (), TABLE))


@pytest.mark.parametrize(
    ("text", "low", "high", "comparator"),
    [
        ("over 100 soldiers", 101, None, ">"),
        ("at least 62 were killed", 62, None, ">="),
        ("four or more people", 4, None, ">="),
        ("up to 20 houses", None, 20, "<="),
        ("fewer than ten men", None, 9, "<"),
        ("between 90 and 106 people", 90, 106, "between"),
        ("90-106 people", 90, 106, "between"),
        ("at least 11 and up to 15 members", 11, 15, "between"),
        ("between eight and more than 30 people", 8, 31, "between"),
        ("two or three men", 2, 3, "between"),
        ("about 100 men", 100, 100, "~"),
        ("some 6,400 people", 6400, 6400, "~"),
        ("two and a half thousand people", 2500, 2500, "="),
        ("a score and a half of men", 30, 30, "="),
        ("several dozen fighters", 24, None, ">="),
        ("tens of thousands of people", 10000, None, ">="),
        ("On 25 November at least 30 students", 30, None, ">="),
        ("From 1 to 21 October 114 persons", 114, 114, "="),
        ("no casualties", 0, 0, "="),
        ("no more than 41 people", None, 41, "<="),
        ("no fewer than 41 people", 41, None, ">="),
        ("injured no less than 350 people", 350, None, ">="),
        ("not more than five, he said", None, 5, "<="),
        ("no fewer than a dozen civilians", 12, None, ">="),
        ("dozens of civilians", 12, 24, "between"),
        ("several people", 2, None, ">="),
        ("a dozen civilians", 12, 12, "="),
        ("half a dozen trucks", 6, 6, "="),
        ("twenty-one trucks", 21, 21, "="),
        ("two hundred and five men", 205, 205, "="),
        ("1.2 million people", 1_200_000, 1_200_000, "="),
        ("100\u00a0000 civilians", 100_000, 100_000, "="),
        ("100\u2009000 civilians", 100_000, 100_000, "="),
        ("2,000 people", 2000, 2000, "="),
        ("never more than 40 people", None, 40, "<="),
        ("sixty-odd students", 60, None, ">="),
        ("30+ people", 30, None, ">="),
        ("30-plus people", 30, None, ">="),
        ("two, perhaps three, people", 2, 3, "between"),
        ("nine, if not ten, people", 9, 10, "between"),
        ("half of the 28 pupils", 14, 14, "="),
        ("more than half of the 28 pupils", 15, None, ">"),
        ("half the nine teachers", 4, 5, "between"),
        ("all but three of the nine guards", 6, 6, "="),
    ],
)
def test_bounds(text: str, low: int | None, high: int | None, comparator: str) -> None:
    (found,) = read(text)
    assert (found.low, found.high, found.comparator) == (low, high, comparator)


def test_unit_and_whole() -> None:
    part, whole = read("18 of 31 trucks were hit")
    assert (part.unit, part.of) == (None, "31 trucks")
    assert whole.unit == "trucks"
    (victims,) = read("Three of the victims were farmers")
    assert victims.of == "victims"


@pytest.mark.parametrize(
    "text",
    [
        "the 104th Brigade",
        "a 12-year-old boy",
        "Sami Noor, 27, was hurt",
        "on 22 August",
        "on October 7, 2023",
        "In 2016 they met",
        "at 7 pm",
        "By a quarter past ten people were telephoning",
        "at half past six men came",
        "the youngest of them 14",
        "the oldest was 71, the mayor said",
        "the eldest being only 16",
        "one can see it",
        "3) A drone was lost",
        "(3) A drone was lost",
        "3. A drone was lost",
        "- 3) A drone was lost",
        "**3.** A drone was lost",
    ],
)
def test_no_quantity(text: str) -> None:
    assert read(text) == []


def test_the_table_is_the_users() -> None:
    """A user who counts "dozens" from 36 changes one line of the table."""
    data = tomllib.loads((data_folder() / "number_words.toml").read_text(encoding="utf-8"))
    for row in data["vague"]:
        if "dozens" in row["words"]:
            row["low"], row["high"] = 36, 60
    (found,) = find_numbers("dozens of people", number_table(data))
    assert (found.low, found.high) == (36, 60)


WORDS = [
    "at least",
    "over",
    "up to",
    "12",
    "90",
    "twenty",
    "two",
    "hundred",
    "dozens",
    "of",
    "people",
    "and",
    "to",
    "-",
]
words = st.sampled_from(WORDS)


@given(st.lists(words, max_size=14).map(" ".join))
def test_spans_slice_and_bounds_are_ordered(text: str) -> None:
    last = 0
    for q in read(text):
        assert text[q.start : q.end] == q.text
        assert q.start >= last
        assert q.low is not None or q.high is not None
        assert q.low is None or q.high is None or q.low <= q.high
        last = q.end


@pytest.mark.parametrize(
    "text", ["his neighbour's girl, six, was hurt", "with her daughter, nine.", "a boy, ten; and a man"]
)
def test_the_age_of_a_child_in_words_counts_nobody(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "found"), [("the number of people killed rose", 0), ("a number of people were killed", 1)]
)
def test_the_number_of_the_dead_is_none_of_its_own(text: str, found: int) -> None:
    assert len(read(text)) == found
