"""The tally in the terminal: what is told of an incident stands beside no single accuser."""

import re
from dataclasses import replace

from fakes.made_snapshot import made_snapshot
from truceline.cli.common import out
from truceline.cli.monitoring import say_official
from truceline.cli.tallying import print_tally
from truceline.model.snapshot import Snapshot
from truceline.monitor.tallies import count_tallies


def accused_by(*accusers: str) -> Snapshot:
    """One shelling that the Hill Council is accused of by each of these, on two lines of evidence."""
    made = made_snapshot(1)
    breaches = tuple(replace(b, accuser=name, corroborated=True) for b in made.breaches for name in accusers)
    return replace(made, breaches=breaches, tallies=count_tallies(breaches, {i.id: i for i in made.incidents}))


def rows(snapshot: Snapshot, *, by_day: bool = False) -> list[list[str]]:
    with out.capture() as said:
        print_tally(snapshot, "harbour", by_day)
    table = said.get().partition("accused ")[2].partition("\n\n")[0]
    return [re.split(r"\s{2,}", line.strip()) for line in table.splitlines()[1:]]


def test_corroborated_stands_in_the_row_over_any_accuser_alone():
    """Three accuse the Council of one shelling: that two lines name it is true of the shelling, not of each of them."""
    assert rows(accused_by("Harbour Ministry", "Lake Watch", "Ana Karel")) == [
        ["Hill Council", "any accuser", "1", "1", "-", "0 of 1"],
        ["Ana Karel", "1", "0 of 1"],
        ["Harbour Ministry", "1", "0 of 1"],
        ["Lake Watch", "1", "0 of 1"],
    ]


def test_the_row_of_a_single_accuser_is_the_row_over_all_of_them():
    assert rows(accused_by("Harbour Ministry")) == [["Hill Council", "Harbour Ministry", "1", "1", "-", "0 of 1"]]


def test_by_day_what_has_no_single_day_has_a_row_and_the_rows_have_a_total():
    made = made_snapshot(9)
    undated = tuple(replace(b, day=None, scope="possibly") if b.incident == "TL-000008" else b for b in made.breaches)
    held = {i.id: i for i in made.incidents}
    counted = replace(made, breaches=undated, tallies=count_tallies(undated, held))
    assert [(r[0], r[3] if len(r) > 6 else r[2]) for r in rows(counted, by_day=True)] == [
        ("2031-03-01", "1"),
        ("2031-03-05", "1"),
        ("no single day", "0 + 1"),
        ("total", "2 + 1"),
    ]


def test_breaches_whose_place_nobody_knows_are_told_apart():
    made = made_snapshot(1)
    unknown = tuple(replace(b, scope="possibly", unplaced=True) for b in made.breaches)
    counted = replace(made, breaches=unknown, tallies=count_tallies(unknown, {i.id: i for i in made.incidents}))
    with out.capture() as said:
        print_tally(counted, "harbour", by_day=False)
    assert "place not known: 1 of the 1 possibly within" in said.get()


def test_where_no_incident_lies_in_the_zone_the_areas_they_lie_in_are_told():
    made = made_snapshot(2)
    elsewhere = replace(made, agreements=tuple(replace(a, zone=("Nowhereland",)) for a in made.agreements))
    with out.capture() as said:
        print_tally(elsewhere, "harbour", by_day=False)
    told = " ".join(said.get().split())
    assert "No incident with a known place lies in the zone (Nowhereland). They lie in: " in told
    with out.capture() as said:
        print_tally(made, "harbour", by_day=False)
    assert "No incident with a known place" not in said.get()


def test_an_official_tally_is_told_with_its_teller_unit_and_period():
    (official,) = made_snapshot(1).official
    assert say_official(official, {"hill": "Hill Council"}) == "Hill Council (week), 12 violations, first week"
