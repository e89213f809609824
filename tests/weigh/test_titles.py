"""Titles say what was struck, where and when, in words that take no side."""

from dataclasses import replace

import pytest

from truceline.model.place import Place
from truceline.model.when import Time
from truceline.runners.local import data_folder
from truceline.weigh.kit import load_weigh_kit
from truceline.weigh.titles import Heading, title_of
from truceline.weigh.totals import Stated

KIT = load_weigh_kit(data_folder())
TOWN = Place(name="Marl Bridge", lat=10.0, lon=20.0, precision="town")
DAY = Time(earliest="2031-05-07", latest="2031-05-07", granularity="day")


@pytest.mark.parametrize(
    ("event_type", "struck", "title"),
    [
        ("attack_on_civilians", "aid convoy", "Aid convoy hit at Marl Bridge, 7 May 2031"),
        ("air_strike", "hospital", "Air strike on a hospital near Marl Bridge, 7 May 2031"),
        ("air_strike", None, "Air strike near Marl Bridge, 7 May 2031"),
        ("clash", None, "Clash in Marl Bridge, 7 May 2031"),
    ],
)
def test_a_title_names_the_target_where_it_is_known(event_type, struck, title):
    heading = Heading(event_type=event_type, aggregate=False, place=TOWN, when=DAY, struck=struck)
    assert title_of(heading, KIT) == title


@pytest.mark.parametrize(
    ("event_type", "title"),
    [
        ("air_strike", "Air strike on Kalinov market, 7 May 2031"),
        ("attack_on_civilians", "Kalinov market hit, 7 May 2031"),
    ],
)
def test_a_place_that_was_struck_is_named_once(event_type, title):
    heading = Heading(
        event_type=event_type, aggregate=False, place=Place(name="Kalinov market"), when=DAY, struck="market"
    )
    assert title_of(heading, KIT) == title


def test_a_site_without_a_name_of_its_own_is_where_something_happened_at():
    place = Place(name="patrol base near Odrel")
    heading = Heading(event_type="clash", aggregate=False, place=place, when=DAY)
    assert title_of(heading, KIT) == "Clash at patrol base near Odrel, 7 May 2031"


@pytest.mark.parametrize("name", ["same street", "the same hall", "there", "the area", "scene"])
def test_a_place_that_only_points_back_names_nothing_in_a_title(name):
    heading = Heading(event_type="talks", aggregate=False, place=Place(name=name), when=DAY)
    assert title_of(heading, KIT) == "Talks, 7 May 2031"


def test_a_stated_total_is_called_one():
    heading = Heading(event_type="violation_unspecified", aggregate=True, place=None, when=None)
    assert title_of(heading, KIT) == "Stated total: alleged violation"
    told = Stated(count="31", accused="Southern Front", teller="the Valley Watch")
    assert title_of(replace(heading, stated=told, when=DAY), KIT) == (
        "Stated total: 31 alleged violations laid to Southern Front, 7 May 2031, according to the Valley Watch"
    )
    since = Heading(
        event_type="violation_unspecified",
        aggregate=True,
        place=None,
        when=Time(earliest="2031-05-01", granularity="range"),
    )
    hurt = replace(told, people="at least 96 civilians killed, 240 injured", accused="")
    assert title_of(replace(heading, stated=hurt, when=DAY), KIT) == (
        "Stated total: at least 96 civilians killed, 240 injured, 7 May 2031, according to the Valley Watch"
    )
    assert title_of(since, KIT) == "Stated total: alleged violation, since 1 May 2031"


@pytest.mark.parametrize(
    ("told", "noun"),
    [
        ("At least four trucks burned in the attack on the aid convoy.", "aid convoy"),
        ("The village's only bakery was badly damaged.", "bakery"),
        ("Two shells struck the crowded old market.", "market"),
        ("The wounded were taken to hospital after the strike.", None),
        ("Rebels were hit near the river.", None),
    ],
)
def test_only_what_the_deed_reaches_is_struck(told, noun):
    found = [n for n, pattern in KIT.struck.patterns.items() if pattern.search(told)]
    assert (found[0] if found else None) == noun
