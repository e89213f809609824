"""How dates, ranges and places read."""

from dataclasses import replace
from datetime import date

import pytest

from fakes.made_snapshot import incident, made_snapshot
from truceline.model.account import Facet
from truceline.model.decision import Decision
from truceline.model.place import Place
from truceline.model.snapshot import FacetState, FacetValue, Incident, LedgerClaim, Toll
from truceline.model.when import Time
from truceline.publish.names import names_of
from truceline.publish.rulings import say_set
from truceline.publish.speaking import NOBODY, OPEN, speaker_of
from truceline.publish.words import (
    STATES,
    letter,
    say_bounds,
    say_days,
    say_duty,
    say_moment,
    say_period,
    say_place,
    say_time,
    say_toll,
    say_value,
    standing,
    with_due,
)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2031-03-17", "2031-03-17", "17 Mar 2031"),
        ("2031-03-17", "2031-03-18", "17 or 18 Mar 2031"),
        ("2031-03-12", "2031-03-19", "12 to 19 Mar 2031"),
        ("2031-02-28", "2031-03-01", "28 Feb or 1 Mar 2031"),
        ("2031-03-01", "2031-03-31", "Mar 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2030-12-30", "2031-01-04", "30 Dec 2030 to 4 Jan 2031"),
    ],
)
def test_days(first, last, said):
    assert say_days(date.fromisoformat(first), date.fromisoformat(last)) == said


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2031-03-17", "17 Mar 2031"),
        ("2031-03-17T19:00:00+03:00", "17 Mar 2031, 19:00 (UTC+03:00)"),
        ("2031-03-17T19:00:00+00:00", "17 Mar 2031, 19:00 UTC"),
        (None, "not stated"),
        ("soon", "soon"),
    ],
)
def test_moments(iso, said):
    assert say_moment(iso) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(62, 62, "62"), (62, 106, "62 to 106"), (62, None, "at least 62"), (None, 20, "up to 20"), (0, 0, "0")],
)
def test_bounds(low, high, said):
    assert say_bounds(low, high) == said


def test_a_clock_is_said_where_the_text_had_one():
    assert say_time(Time(earliest="2031-03-17T15:55:00+03:00", latest="2031-03-17T16:56:00+03:00")) == (
        "17 Mar 2031, 15:55 to 16:56"
    )
    assert say_time(None) == "time not known"


def test_a_toll_names_its_best_only_where_it_says_more():
    assert say_toll(Toll(low=4, best=4, high=9)) == "4 to 9, best 4"
    assert say_toll(Toll(low=4, best=4, high=4)) == "4"
    assert say_toll(Toll(low=4, best=4, high=None)) == "at least 4"
    assert say_toll(Toll(low=None, best=20, high=20)) == "up to 20"


def test_at_least_is_not_said_of_the_lowest_of_rival_numbers():
    assert say_toll(Toll(low=62, best=62, high=None, most=62)) == "at least 62"
    assert say_toll(Toll(low=12, best=22, high=None, most=1001)) == "12 to more than 1,000, best 22"
    assert say_toll(Toll(low=1001, best=1001, high=None, most=1001)) == "more than 1,000"
    assert say_toll(Toll(low=131, best=131, high=None, most=131)) == "at least 131"


def told_of(facet: str, *said: tuple[str, str]) -> Incident:
    """An incident in which tellers, each (speaker, line), hold different values that do not rule each other out."""
    whole = incident(0)
    own = [replace(whole.accounts[0], id=f"a{n}", speaker=s, line=line) for n, (s, line) in enumerate(said)]
    values = tuple(FacetValue(value=f"gun {a.id}", polarity="affirmed", accounts=(a.id,), lines=1) for a in own)
    return replace(whole, accounts=tuple(own), facets={facet: FacetState(status="single", values=values)})


def test_one_teller_only_is_said_of_one_teller_only():
    assert STATES[standing("means", told_of("means", ("hill", "1")))] == "one teller only"
    assert STATES[standing("means", told_of("means", ("hill", "1"), ("vale", "2")))] == "told differently"
    assert standing("means", told_of("means", ("hill", "1"), ("hill", "2"))) == "single"
    assert standing("means", told_of("means", ("hill", "1"), ("vale", "1"))) == "single", "one only repeats the other"
    assert standing("means", told_of("type")) == "unknown"


def test_a_place_says_how_sure_it_is():
    assert say_place(Place(name="Marl", lat=1.0, lon=1.0, radius_km=3, within=("Hills",))) == "Marl, Hills, within 3 km"
    assert say_place(Place(name="Marl")) == "Marl (not located)"


def test_a_facets_value_reads_as_words():
    assert say_value({"low": 2, "high": None, "group": "children"}, {}) == "at least 2 children"
    assert say_value("hill", {"hill": "Hill Council"}) == "Hill Council"
    assert say_value("air_strike", {}) == "air strike"


def test_a_made_id_reads_as_the_name_it_was_made_from():
    assert say_value("x-ivo-lasen", {}) == "Ivo Lasen"
    assert say_value("x-front-for-the-coast", {}) == "Front for the Coast"


def test_one_of_a_group_is_told_in_the_singular():
    assert say_value({"low": 1, "high": 1, "group": "children"}, {}) == "1 child"
    assert say_value({"low": 1, "high": 2, "group": "children"}, {}) == "1 to 2 children"


def test_a_name_that_no_registry_has_is_written_as_the_reports_write_it():
    named = Facet(facet="actor", value="x-kfl-3rd-brigade", text="the KFL 3rd Brigade's men", spans=())
    told = incident(1)
    told = replace(told, accounts=(replace(told.accounts[0], facets=(named,)),))
    assert names_of(replace(made_snapshot(1), incidents=(told,)))["x-kfl-3rd-brigade"] == "KFL 3rd Brigade"


def test_a_ruling_that_clears_a_facet_says_so():
    cleared = {"facet": "killed", "value": None, "polarity": "affirmed"}
    ruling = Decision(id="R1", verb="edit", anchors=(), analyst="R.", reason="", at="", values={"facets": [cleared]})
    assert say_set(ruling, {}) == "Killed: not said"


def test_letters_go_on_after_z():
    assert [letter(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


@pytest.mark.parametrize(
    ("status", "kept", "broken", "late", "said"),
    [
        ("kept", ["The council"], [], [], "kept, as told by The council"),
        ("kept", ["The council"], [], ["The council"], "kept late, as told by The council"),
        ("broken", [], ["The army", "Residents", "The army"], [], "not kept, as told by The army, Residents"),
        (
            "disputed",
            ["The army"],
            ["Residents"],
            [],
            "disputed: kept, as told by The army; not kept, as told by Residents",
        ),
        ("unknown", [], [], [], "unknown"),
    ],
)
def test_an_obligation_is_kept_late_or_not_by_somebodys_word_only(status, kept, broken, late, said):
    assert say_duty(status, kept, broken, late) == said


def test_an_obligation_says_when_it_is_due():
    assert with_due("Aid passes.", "2031-05-06") == "Aid passes (due 6 May 2031)"
    assert with_due("Aid passes.", None) == "Aid passes."


def test_more_than_a_number_is_said_as_it_was_told():
    assert say_value({"low": 151, "high": None, "comparator": ">"}, {}) == "more than 150"
    assert (
        say_value({"low": 151, "high": None, "comparator": ">=", "group": "civilians"}, {}) == "at least 151 civilians"
    )


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("2016-09-12/2016-09-19", "12 to 19 Sep 2016"),
        ("../2016-09-17", "until 17 Sep 2016"),
        ("2016-09-14", "14 Sep 2016"),
        ("first week", "first week"),
        ("", ""),
    ],
)
def test_a_stated_period_is_said_in_words(stated: str, said: str):
    assert say_period(stated) == said


@pytest.mark.parametrize(("words", "called"), [("they", OPEN), ("The drivers", "The drivers"), ("", NOBODY)])
def test_nobody_is_called_they(words: str, called: str):
    claim = LedgerClaim(
        id="d/c1",
        document="d",
        source=(),
        cue=(),
        content=(),
        speech="indirect",
        act="asserts",
        source_kind="group",
        tellers=(),
        source_words=words,
    )
    assert speaker_of(claim, {}) == called
