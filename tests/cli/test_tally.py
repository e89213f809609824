"""The tally in the terminal: what is told of an incident stands beside no single accuser."""

import re
from dataclasses import replace

from fakes.made_snapshot import made_snapshot
from truceline.cli.common import out
from truceline.cli.tallying import print_tally
from truceline.model.snapshot import Snapshot
from truceline.monitor.tallies import count_tallies


def accused_by(*accusers: str) -> Snapshot:
    """One shelling that the Hill Council is accused of by each of these, on two lines of evidence."""
    made = made_snapshot(1)
    breaches = tuple(replace(b, accuser=name, corroborated=True) for b in made.breaches for name in accusers)
    return replace(made, breaches=breaches, tallies=count_tallies(breaches, {i.id: i for i in made.incidents}))


def rows(snapshot: Snapshot) -> list[list[str]]:
    with out.capture() as said:
        print_tally(snapshot, "harbour", by_day=False)
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
