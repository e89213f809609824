"""An agreement comes in as data; what is wrong with it is said with line and field."""

from pathlib import Path

import pytest

from truceline.monitor.agreement import parse_agreement
from truceline.monitor.sources import parse_sources

SAMPLE = (Path(__file__).parent / "agreement_sample.yaml").read_text("utf-8")


def problems(text: str) -> list[tuple[str, str]]:
    return [(p.where, p.code) for p in parse_agreement(text, "truce.yaml")[1]]


def line_of(words: str, text: str = SAMPLE) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_the_sample_is_read_whole():
    made, complaints = parse_agreement(SAMPLE, "truce.yaml")
    assert complaints == ()
    assert made is not None
    assert [p.actor for p in made.parties if p.bound] == ["northland", "southern-front"]
    assert [(p.party, p.ended is None) for p in made.positions] == [("northland", False), ("eastland", True)]
    assert made.terms[1].fulfil == ("aid_delivered",)
    assert made.zone == ("Upper Valley", "Lower Valley")
    assert made.window is not None
    assert made.window.latest is None, "one party holds that it goes on"


@pytest.mark.parametrize(
    ("before", "after", "field", "code"),
    [
        ("air_strike", "airstrike", "terms[1].breach", "event_type_unknown"),
        ("kind: prohibition", "kind: ban", "terms[1].kind", "field_wrong"),
        ("party: northland", "party: nowhere", "positions[1].party", "party_unknown"),
        ("2031-05-10T19:00:00+03:00", "the tenth", "positions[1].ended", "date_unreadable"),
        ("2031-05-10T19:00:00+03:00", "2031-05-01", "positions[1].ended", "field_wrong"),
        ('"+03:00"', "Damascus", "time_zone", "field_wrong"),
    ],
)
def test_a_mistake_names_its_line_and_field(before, after, field, code):
    broken = SAMPLE.replace(before, after, 1)
    assert (f"truce.yaml, line {line_of(before)}, field {field}", code) in problems(broken)
    assert parse_agreement(broken, "truce.yaml")[0] is None


def test_a_misspelt_field_is_named_with_those_there_are():
    made, complaints = parse_agreement(SAMPLE.replace("source: joint", "sauce: joint"), "truce.yaml")
    assert made is not None
    assert complaints[0].code == "field_unknown"
    assert "source" in complaints[0].mend


@pytest.mark.parametrize("text", ["", "a: [", "- just\n- a list", "\tx: 1"])
def test_what_is_no_agreement_is_a_problem_and_no_crash(text):
    made, complaints = parse_agreement(text, "truce.yaml")
    assert made is None
    assert complaints


def test_sources_come_in_with_their_affiliation():
    found, complaints = parse_sources((Path(__file__).parent / "sources_sample.yaml").read_text("utf-8"), "s.yaml")
    assert complaints == ()
    assert [(s.id, s.affiliation) for s in found] == [("valley-post", None), ("nna", "northland")]


def test_a_reliability_needs_the_person_who_judged():
    _, complaints = parse_sources("sources:\n  - {outlet: Post, reliability: B}", "s.yaml")
    assert [(p.where, p.code) for p in complaints] == [
        ("s.yaml, line 2, field sources[1].reliability_by", "field_missing")
    ]


def test_a_file_that_is_no_text_is_a_problem_with_its_line():
    agreement, problems = parse_agreement("id: truce\nname: \x00\x01", "agreement.yaml")
    assert agreement is None
    assert [(p.code, p.where) for p in problems] == [("yaml_unreadable", "agreement.yaml, line 2")]


def test_a_file_of_another_kind_is_one_problem_that_says_so():
    found = parse_agreement("name,lat,lon\nOstrow,48.1,66.2\n", "places.csv")[1]
    assert [(p.where, p.message) for p in found] == [
        ("places.csv, line 1", "this is another kind of file: it holds no fields by name")
    ]
