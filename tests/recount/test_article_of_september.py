"""The article it began with: what must hold of the truce of September 2016, wherever the shared cases lie beside us."""

from pathlib import Path

import pytest

from truceline.model.account import ReportedIncident
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

ARTICLE = Path(__file__).parents[3] / "shared" / "cases" / "ceasefire-2016.txt"


@pytest.fixture(scope="module")
def reading() -> Reading:
    if not ARTICLE.exists():
        pytest.skip("the shared cases are not beside this checkout")
    data = ARTICLE.read_bytes()
    return read_record(Record(id="a", where="a.txt", text=data.decode(), data=data), local_kit(), Settings())


def told_by(word: str, reading: Reading) -> ReportedIncident:
    """The one incident that names its deed by a word."""
    text = reading.text
    (found,) = (i for i in reading.incidents if any(text[a:b] == word for a, b in i.mentions))
    return found


def facets(incident: ReportedIncident, reading: Reading, *kinds: str) -> set[str]:
    """Which of some kinds of facets its accounts have, with their polarity."""
    mine = (a for a in reading.accounts if a.incident == incident.key)
    return {f"{f.facet} {f.polarity}" for a in mine for f in a.facets if f.facet in kinds}


def test_the_strike_is_one_incident_with_an_open_toll(reading: Reading) -> None:
    strike = told_by("bombardment", reading)
    assert (strike.event_type, strike.time and strike.time.edtf) == ("air_strike", "2016-09-17")
    assert strike.killed is not None
    assert strike.injured is not None
    assert (strike.killed.low, strike.killed.high, strike.injured.low) == (62, None, 101)


def test_who_meant_it_and_who_was_told_are_rival(reading: Reading) -> None:
    rivals = facets(told_by("bombardment", reading), reading, "intent", "notice")
    assert {"intent affirmed", "intent denied", "notice affirmed", "notice denied"} <= rivals


def test_assault_counter_attack_convoy_castello_road_and_the_truces_end_are_each_their_own(reading: Reading) -> None:
    told = ("bombardment", "offensive", "captured", "counterattack", "bombarded", "attacks", "ceasefire is over")
    incidents = [told_by(word, reading) for word in told]
    assert len({i.key for i in incidents}) == len(told)
    _, assault, taken, counter, convoy, castello, end = incidents
    assert (assault.event_type, counter.event_type) == ("ground_attack", "ground_attack")
    assert taken.event_type == "territory_taken"
    assert (convoy.time and convoy.time.edtf, convoy.killed, convoy.injured) == ("2016-09-19", None, None)
    assert (castello.event_type, end.event_type) == ("ground_attack", "ceasefire_step")


def test_the_breaches_that_the_command_counts_are_a_total(reading: Reading) -> None:
    counted = told_by("violations", reading)
    assert (counted.event_type, counted.aggregate) == ("violation_unspecified", True)


def test_those_trapped_and_breaches_counted_are_no_casualties(reading: Reading) -> None:
    tolls = [f for i in reading.incidents if not i.aggregate for f in (i.killed, i.injured) if f is not None]
    assert max(f.low or 0 for f in tolls) == 101
