"""Stated totals are added up again: from a table, and from running text."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.model.account import Account, Facet, ReportedIncident
from truceline.model.amount import Quantity, Range
from truceline.model.entry import Entry
from truceline.model.reading import Document, Reader, Reading
from truceline.model.snapshot import AllegedBreach, OfficialTally, Part, Scope
from truceline.model.when import Time
from truceline.monitor.adding import check_tally
from truceline.monitor.beside import with_ledger
from truceline.monitor.kit import load_monitor_kit
from truceline.monitor.official import parse_official
from truceline.monitor.stated import find_stated
from truceline.runners.local import data_folder
from truceline.text.sentences import split_sentences

WORDS = load_monitor_kit(data_folder()).totals
TABLE = (Path(__file__).parent / "official-tallies_sample.csv").read_text("utf-8")


def stated_in(text: str) -> list[OfficialTally]:
    reading = Reading(
        document=Document(id="d", sha256="", publisher="Valley Watch"), reader=Reader(name="test", version="1"),
        text=text, sentences=split_sentences(text),
    )  # fmt: skip
    return list(find_stated([Entry(id="d", given_id="d", sha256="", received_at="", reading=reading)], WORDS))


def test_a_table_of_tallies_is_checked_row_by_row():
    tallies, problems = parse_official(TABLE, "tallies.csv")
    assert problems == ()
    assert {t.id: t.verdict for t in tallies} == {
        "nna-0504": "adds_up",
        "watch-week": "does_not_add_up",
        "watch-week-arrests": "does_not_add_up",
        "watch-second": "adds_up",
        "army-week": "cannot_be_checked",
    }


def test_a_misprinted_part_is_found_by_its_own_parts():
    tallies, _ = parse_official(TABLE, "tallies.csv")
    assert tallies[1].sentence == (
        "219 + 32 make 251, not the stated 242; with 23 (18 + 5) for the printed 32, 219 + 23 make 242."
    )


def test_a_row_that_cannot_be_used_is_a_problem_with_its_line():
    text = "id,teller,stated,unit\na,Watch,many,violations\nb,,3,violations\nc,Watch,7,violations\n"
    tallies, problems = parse_official(text, "t.csv")
    assert [t.id for t in tallies] == ["c"]
    assert [(p.where, p.code) for p in problems] == [
        ("t.csv, line 2, field stated", "number_unreadable"),
        ("t.csv, line 3, field teller", "field_missing"),
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "The centre registered 12 violations (Ostrow 7, Marl Bridge 3, the pass 2).",
            "7 + 3 + 2 make 12, which agrees with the stated 12.",
        ),
        (
            "It counted 20 ceasefire violations in 24 hours: 11 in Ostrow, 6 in Marl Bridge and 2 at the pass.",
            "11 + 6 + 2 make 19, not the stated 20.",
        ),
        (
            """The watch counted 90 breaches that week.

            70 of them were combat breaches: 60 by government forces and 10 by the rebels. Arrests were put at 30,
            followed by parts of 15 and 5.""".replace("30,\n            followed", "30, followed"),
            "70 + 30 make 100, not the stated 90; with 20 (15 + 5) for the printed 30, 70 + 20 make 90.",
        ),
        (
            "The mission counted 42 violations. It put 20 violations to the army and 21 violations to the rebels.",
            "20 + 21 make 41, not the stated 42.",
        ),
        (
            "The mission counted 42 violations. There were 20 cases in the valley and 22 on the pass.",
            "20 + 22 make 42, which agrees with the stated 42.",
        ),
        (
            "It counted 61 incidents, of which it laid 34 to the army, 21 to the front and six to neither side.",
            "34 + 21 + 6 make 61, which agrees with the stated 61.",
        ),
        (
            "Twenty-two violations in a week, the office said: nine on Monday, seven on Friday and six at the pass.",
            "9 + 7 + 6 make 22, which agrees with the stated 22.",
        ),
        (
            "It counted 12 violations, of which it laid five to the army, four to the front and one to a gang.",
            "5 + 4 + 1 make 10, not the stated 12.",
        ),
    ],
)
def test_a_total_in_running_text_is_added_up(text, sentence):
    assert [t.sentence for t in stated_in(text)] == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "In the week it counted 30 violations, including 4 in Ostrow and 3 at the pass.",
        "The army said that more than 300 violations had killed 20 people in 7 days.",
        "Of 31 trucks 18 were hit. The convoy carried aid for 78,000 people.",
        "The office claims 1,788 violations. The monitors' findings were mostly on boys: 1,743 cases. Thefts: 579.",
        "The mission counted 61 incidents: 34 by the army, 21 by the front and the rest by neither.",
        "The mission counted 12 violations: five by the army, several by the front and three in the valley.",
        "The worst of the 22 incidents was in Ostrow: two men and three women were hurt in five hours.",
        "Their office counts 90 attacks by the army. The watch group has other figures: 80 complaints. Thefts were 30.",
    ],
)
def test_numbers_that_are_no_parts_are_left_alone(text):
    assert stated_in(text) == []


@given(st.lists(st.integers(0, 500), min_size=2, max_size=9))
def test_parts_of_their_own_sum_always_add_up(values):
    parts = tuple(Part(label=str(i), value=v) for i, v in enumerate(values))
    tally = OfficialTally(
        id="x", teller="Watch", stated=sum(values), comparator="=", unit="violations", period="", day=None,
        accused=None, parts=parts, added=None, verdict="cannot_be_checked", sentence="",
    )  # fmt: skip
    assert check_tally(tally).verdict == "adds_up"


def test_the_ledgers_own_incidents_stand_beside_a_daily_total():
    tally = parse_official(TABLE, "tallies.csv")[0][0]
    breach = AllegedBreach(
        agreement="x", term="no-air", incident="TL-1", accused="southern-front", accuser="northland", day=tally.day,
        position="northland", scope="certainly", corroborated=False, attributed_by=None, accounts=(), reasons=(),
    )  # fmt: skip
    others = [replace(breach, incident="TL-2", day="2031-05-05"), replace(breach, incident="TL-3", accused="northland")]
    assert with_ledger(tally, [breach, *others], {}).ledger == Scope(certainly=1, possibly=0)


def test_so_many_times_is_a_total_of_violations():
    (tally,) = stated_in(
        "The militia violated the ceasefire 64 times: 40 in the valley, 18 at the pass and 5 in the town."
    )
    assert (tally.stated, tally.unit, tally.verdict) == (64, "violations", "does_not_add_up")


def test_attacks_counted_over_several_days_are_a_total_with_its_dead_that_cannot_be_checked():
    text = "Between 7 and 13 May the network recorded 6 attacks in Harun in which at least 41 people were killed."
    at = text.index("attacks")
    killed = Range(low=41, high=None, text="at least 41", comparator=">=")
    week = Time(earliest="2031-05-07", latest="2031-05-13", granularity="range", edtf="2031-05-07/2031-05-13")
    dead = Facet(facet="killed", value=None, text="at least 41", spans=((text.index("at least"), len(text)),))
    reading = Reading(
        document=Document(id="d", sha256="", publisher="Valley Watch"), reader=Reader(name="test", version="1"),
        text=text, sentences=split_sentences(text),
        quantities=(Quantity(start=at - 2, end=at - 1, low=6, high=6, text="6", comparator="="),),
        accounts=(Account(id="a1", incident="i1", claim=None, tellers=(), facets=(dead,)),),
        incidents=(
            ReportedIncident(
                key="i1", event_type="shelling", aggregate=True, place=None,
                time=week,
                killed=killed, injured=None, casualties=(), mentions=((at, at + 7),), accounts=("a1",),
            ),
        ),
    )  # fmt: skip
    found = find_stated([Entry(id="d", given_id="d", sha256="", received_at="", reading=reading)], WORDS)
    assert [(t.stated, t.comparator, t.unit, t.period, t.teller) for t in found] == [
        (6, "=", "attacks", "2031-05-07/2031-05-13", "Valley Watch"),
        (41, ">=", "killed", "2031-05-07/2031-05-13", "Valley Watch"),
    ]
    assert {t.verdict for t in found} == {"cannot_be_checked"}
