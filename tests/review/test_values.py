"""What an analyst may type for a facet, and what it becomes."""

import pytest

from truceline.model.place import PlaceMention
from truceline.model.reading import Document, Reader, Reading
from truceline.review.values import ValueProblemError, typed_facets
from truceline.runners.local import shipped_numbers

MENTION = PlaceMention(name="Kalinov", lat=1.5, lon=2.5, precision="town", start=0, end=7)
READING = Reading(
    document=Document(id="a", sha256="0" * 64), reader=Reader(name="t", version="1"), text="Kalinov", places=(MENTION,)
)


def typed(words: str):
    return typed_facets([words], [], READING, shipped_numbers())[0]["value"]


@pytest.mark.parametrize(
    ("words", "low", "high", "comparator"),
    [
        ("killed=62", 62, 62, "="),
        ("killed=60-70", 60, 70, "between"),
        ("killed=at least 62", 62, None, ">="),
        ("injured=over 100", 101, None, ">"),
        ("killed=up to 20", None, 20, "<="),
        ("killed=fewer than 20", None, 19, "<"),
        ("killed=0", 0, 0, "="),
        ("killed=two", 2, 2, "="),
        ("injured=at least two children", 2, None, ">="),
        ("killed=three to five", 3, 5, "between"),
        ("killed=10+", 10, None, ">="),
        ("displaced=about 500", 500, 500, "~"),
    ],
)
def test_numbers_keep_their_bounds(words, low, high, comparator):
    value = typed(words)
    assert (value["low"], value["high"], value["comparator"]) == (low, high, comparator)


def test_a_group_stands_behind_its_number():
    assert typed("killed=3 children")["group"] == "children"


def test_days_and_intervals():
    assert typed("time=2020-03-04")["granularity"] == "day"
    assert typed("time=2020-03-04/2020-03-05")["edtf"] == "2020-03-04/2020-03-05"


def test_a_place_is_the_documents_own_the_analysts_point_or_open():
    assert typed("place=kalinov")["lat"] == 1.5
    assert typed("place=Quarry @ 35.5, 40.25") == {"name": "Quarry", "lat": 35.5, "lon": 40.25, "within": []}
    assert "lat" not in typed("place=Elsewhere")


def test_a_denied_facet_is_kept_as_denied():
    made = typed_facets(["actor=army"], ["actor", "intent"], READING, shipped_numbers())
    assert [(f["facet"], f["polarity"]) for f in made] == [("actor", "denied"), ("intent", "denied")]


@pytest.mark.parametrize("words", ["killed", "killing=3", "killed=many", "time=yesterday", "killed=3 dragons"])
def test_what_cannot_be_used_says_what_can(words):
    with pytest.raises(ValueProblemError, match=r"write|there are"):
        typed(words)


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("15 March 2023", "2023-03-15", "2023-03-15"),
        ("15 Mar 2023", "2023-03-15", "2023-03-15"),
        ("March 15, 2023", "2023-03-15", "2023-03-15"),
        ("13 or 14 Mar 2023", "2023-03-13", "2023-03-14"),
        ("28 Feb to 2 Mar 2023", "2023-02-28", "2023-03-02"),
        ("30 Dec 2022 to 2 Jan 2023", "2022-12-30", "2023-01-02"),
        ("Mar 2023", "2023-03-01", "2023-03-31"),
    ],
)
def test_days_are_taken_as_the_pages_print_them(words, earliest, latest):
    value = typed(f"time={words}")
    assert (value["earliest"], value["latest"]) == (earliest, latest)


def test_a_place_that_is_nearly_one_of_the_document_s_is_asked_about():
    with pytest.raises(ValueProblemError, match="Kalniov: no such place in the document; is Kalinov meant"):
        typed("place=Kalniov")
    assert typed('place="Kalniov"') == {"name": "Kalniov", "within": []}
    assert typed("place=Old Mill") == {"name": "Old Mill", "within": []}


def test_a_time_of_day_is_the_local_one_beside_its_day():
    value = typed("time=15 Mar 2023, 19:00 local time")
    assert (value["earliest"], value["latest"], value["clock"]) == ("2023-03-15", "2023-03-15", "19:00")
    with pytest.raises(ValueProblemError, match="write a day as"):
        typed("time=15 Mar 2023, 25:00")


@pytest.mark.parametrize(
    ("words", "group"),
    [("4 soldiers", "combatants"), ("1 combatant", "combatants"), ("2 aid workers", "aid_workers"),
     ("at least 2 civilians", "civilians"), ("one child", "children"), ("12 people", None)],
)  # fmt: skip
def test_people_are_counted_in_the_words_that_are_printed_and_read(words, group):
    assert typed(f"killed={words}").get("group") == group


def test_a_type_is_one_of_those_there_are_in_an_analysts_words():
    assert typed("type=air strike") == "air_strike"
    with pytest.raises(ValueProblemError, match=r"shelling is meant.*air_strike"):
        typed("type=shelng")


def test_what_happened_is_a_kind_and_no_free_words():
    assert typed("occurrence=Missile strike") == "missile_strike"
    with pytest.raises(ValueProblemError, match=r"did not happen: no event type"):
        typed("occurrence=did not happen")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("time=2016-02-30", "no such day"),
        ("time=2016-02-20T25:00Z", "no such day"),
        ("time=2016-02-20/2016-02-10", "ends before it begins"),
        ("killed=70-60", "smaller"),
        ("place=Kalinov @ 148.4, 38.0", "latitudes end at 90"),
        ("place=Kalinov @ 48.4, 238.0", "longitudes at 180"),
        ("place=Kalinov @ 48,4; 38", "NAME @ LATITUDE, LONGITUDE"),
    ],
)
def test_what_cannot_be_so_is_refused_with_its_form(words, why):
    with pytest.raises(ValueProblemError, match=why):
        typed(words)


@pytest.mark.parametrize(
    "words",
    ["2016-09-17T12:00Z/2016-09-17", "2016-09-17T23:30-05:00/2016-09-17", "2016-09-17T23:00+03:00/2016-09-17T21:00Z"],
)
def test_an_interval_may_end_on_the_day_it_begins(words):
    assert typed(f"time={words}")["granularity"] == "range"
