"""TIMEX3 values as intervals: inclusive, full, and open where the words do not tell."""

from functools import cache
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.model.when import Published, TimeMention, TimexType
from truceline.resolve.times.intervals import load_part_table, resolve_time
from truceline.resolve.times.values import PartTable

TUESDAY = Published(earliest="2016-09-20", latest="2016-09-20", inferred=False, reason="given")


@cache
def table() -> PartTable:
    return load_part_table(Path(str(resources.files("truceline"))) / "data")


def resolved(value: str, mod: str | None = None, kind: TimexType = "DATE", **more: str) -> TimeMention:
    return resolve_time(TimeMention(start=0, end=1, type=kind, value=value, mod=mod, **more), TUESDAY, table())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "mod", "bounds"),
    [
        ("2016-09-17", None, ("2016-09-17", "2016-09-17", "day", "2016-09-17")),
        ("2016-02", None, ("2016-02-01", "2016-02-29", "month", "2016-02")),
        ("2016-W37", None, ("2016-09-12", "2016-09-18", "week", "2016-09-12/2016-09-18")),
        ("2016-W37-WE", None, ("2016-09-17", "2016-09-18", "week", "2016-09-17/2016-09-18")),
        ("2016-SU", None, ("2016-06-01", "2016-08-31", "season", "2016-22")),
        ("2016-WI", None, ("2015-12-01", "2016-02-29", "season", "2016-24")),
        ("2016-Q3", None, ("2016-07-01", "2016-09-30", "quarter", "2016-07-01/2016-09-30")),
        ("2016-H1", None, ("2016-01-01", "2016-06-30", "range", "2016-01-01/2016-06-30")),
        ("2016", None, ("2016-01-01", "2016-12-31", "year", "2016")),
        ("199", None, ("1990-01-01", "1999-12-31", "decade", "199X")),
        ("18", None, ("1800-01-01", "1899-12-31", "century", "18XX")),
        ("2016-01", "START", ("2016-01-01", "2016-01-12", "range", "2016-01-01~/2016-01-12~")),
        ("2016", "APPROX", ("2016-01-01", "2016-12-31", "year", "2016~")),
    ],
)
def test_dates_bound_what_they_name(value: str, mod: str | None, bounds: tuple[str, str, str, str]):
    found = resolved(value, mod)
    assert (found.earliest, found.latest, found.granularity, found.edtf) == bounds


def test_a_clock_time_with_a_zone_is_a_date_time_with_offset():
    found = resolved("2016-09-19T19:00", kind="TIME", zone="+03:00")
    assert (found.earliest, found.latest) == ("2016-09-19T19:00:00+03:00", "2016-09-19T19:00:59+03:00")
    assert found.granularity == "minute"


def test_a_clock_time_without_a_zone_is_only_known_to_the_day():
    found = resolved("2016-09-19T19:00", kind="TIME")
    assert (found.earliest, found.latest) == ("2016-09-19", "2016-09-19")


def test_a_night_runs_into_the_next_day():
    found = resolved("2016-09-17TNI", kind="TIME", zone="+03:00")
    assert (found.earliest, found.latest) == ("2016-09-17T18:00:00+03:00", "2016-09-18T06:00:59+03:00")
    assert found.granularity == "part_of_day"


@pytest.mark.parametrize("value", ["P3D", "PT7M", "XXXX-WXX-5", "XXXX-09", "BC0480", "XXXX"])
def test_what_has_no_place_in_time_stays_open(value: str):
    found = resolved(value, kind="DURATION" if value.startswith("P") else "DATE")
    assert (found.earliest, found.latest) == (None, None)


def test_before_christ_has_its_edtf_year_with_a_year_zero():
    assert resolved("BC0480").edtf == "-0479"


def test_minutes_after_a_deed_lie_on_its_day_or_the_next():
    found = resolved("PT7M", kind="DURATION", anchor="after story 2016-09-17TNI")
    assert (found.earliest, found.latest) == ("2016-09-17", "2016-09-18")


def test_days_counted_from_a_told_day_are_a_day():
    found = resolved("P2D", kind="DURATION", anchor="after 2016-09-17")
    assert (found.earliest, found.latest, found.granularity) == ("2016-09-19", "2016-09-19", "day")


def test_earlier_this_year_ends_with_the_dateline():
    found = resolved("2016", "START", anchor="dateline 2016-09-20")
    assert (found.earliest, found.latest) == ("2016-01-01", "2016-09-20")


def test_now_is_the_day_of_publication_and_the_past_ends_there():
    assert resolved("PRESENT_REF").earliest == "2016-09-20"
    assert (resolved("PAST_REF").earliest, resolved("PAST_REF").latest) == (None, "2016-09-20")
    assert resolved("FUTURE_REF").edtf == "2016-09-20/.."


def test_a_day_counted_from_an_uncertain_dateline_is_no_surer_than_it():
    about = Published(earliest="2016-09-20", latest="2016-09-21", inferred=True, reason="references")
    mention = TimeMention(start=0, end=1, type="DATE", value="2016-09-19", anchor="dateline 2016-09-20")
    found = resolve_time(mention, about, table())
    assert (found.earliest, found.latest, found.granularity) == ("2016-09-19", "2016-09-20", "range")


def test_a_weekday_near_an_uncertain_dateline_is_still_that_day():
    about = Published(earliest="2016-09-20", latest="2016-09-21", inferred=True, reason="references")
    mention = TimeMention(start=0, end=1, type="DATE", value="2016-09-19", anchor="week of dateline 2016-09-20")
    found = resolve_time(mention, about, table())
    assert (found.earliest, found.latest) == ("2016-09-19", "2016-09-19")


VALUES = st.one_of(
    st.dates().map(lambda d: d.isoformat()),
    st.from_regex(r"\d{4}(-(\d\d|W\d\d|Q[1-4]|SU|WI)(-\d\d)?)?(T([0-2]\d:[0-6]\d|NI|MO|XX))?", fullmatch=True),
    st.text("0123456789-XWTQ:", max_size=16),
)


@given(VALUES, st.sampled_from([None, "START", "MID", "END", "APPROX"]), st.sampled_from([None, "+03:00"]))
def test_every_value_is_bounded_in_order_or_open(value: str, mod: str | None, zone: str | None):
    mention = TimeMention(start=0, end=1, type="TIME", value=value, mod=mod, zone=zone)
    found = resolve_time(mention, TUESDAY, table())
    assert (found.earliest is None) == (found.latest is None)
    if found.earliest and found.latest:
        assert found.earliest <= found.latest


def test_midnight_on_a_day_is_its_beginning_to_some_and_its_end_to_others():
    found = resolved("2015-02-15T24:00", kind="TIME")
    assert (found.earliest, found.latest, found.granularity) == ("2015-02-15", "2015-02-16", "range")


@pytest.mark.parametrize(
    ("value", "anchor", "days"),
    [
        ("2016-W38", "story 2016-09-13 and 7 days", ("2016-09-19", "2016-09-21")),  # "a week later"
        ("2016-W37", "dateline 2016-09-30 and -14 days", ("2016-09-14", "2016-09-18")),  # "two weeks ago"
        ("2016-W38", "dateline 2016-09-20", ("2016-09-19", "2016-09-25")),  # "this week"
        ("2016-W38", "story 2016-08-09 and 42 days", ("2016-09-19", "2016-09-25")),  # "six weeks later"
    ],
)
def test_a_week_counted_from_a_day_is_the_days_about_the_one_it_points_at(value, anchor, days):
    found = resolve_time(TimeMention(start=0, end=1, type="DATE", value=value, anchor=anchor), TUESDAY, table())
    assert (found.earliest, found.latest) == days
