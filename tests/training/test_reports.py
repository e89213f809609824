"""The project's own corpus of reports holds what its guidelines promise, and its marks point at words."""

import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from truceline.model.account import EventType
from truceline.model.claim import Act

CORPUS = Path(__file__).parents[2] / "training/corpus"
sys.path.append(str(CORPUS))
conll = pytest.importorskip("conll")
marks = pytest.importorskip("marks")
reports = pytest.importorskip("reports")
sentences = pytest.importorskip("sentences")

ONE = """# a-1 published 2031-05-14
Colonel Temmen said two shells had hit the market, killing four traders. The Front denied it had fired.
--
c1 asserts s«Colonel Temmen» k«said» x«two shells … traders» = Temmen
c2 denies:responsibility s«The Front» k«denied» x«it had fired» = Front
e1 shelling «hit»
e1 c1 killed «four traders» = 4-4 civilians
e1 c2 responsibility denied «it had fired» = Front
"""


@pytest.fixture(scope="module")
def parts() -> dict[str, list]:
    return {part: reports.read_reports(CORPUS / "reports" / part) for part in ("learn", "dev", "test")}


def test_a_unit_reads_as_it_is_written() -> None:
    (report,) = reports.parse(ONE)
    assert [report.text[a:b] for a, b in report.claims[0].content] == [
        "two shells had hit the market, killing four traders"
    ]
    assert report.reaches == {2: "responsibility"}
    assert [(f.facet, f.claim, f.polarity, f.value) for f in report.events[0].facets] == [
        ("killed", 1, "affirmed", "4-4 civilians"),
        ("responsibility", 2, "denied", "Front"),
    ]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("«hit»", "«hits»"), "is not in the text"),
        (("denies:responsibility", "denies"), "says what it reaches"),
        (("4-4 civilians", "four"), "a count is written"),
        (("e1 shelling", "e1 shooing"), "is none of"),
        (("«The Front»", "«The»"), "a unit"),
    ],
)
def test_what_does_not_fit_is_named(wrong: tuple[str, str], said: str) -> None:
    text = ONE.replace(*wrong)
    if said == "a unit":
        assert len(list(reports.parse(text))) == 1  # one "The" alone stands as a whole word
        return
    with pytest.raises(marks.MarkError, match=said):
        list(reports.parse(text))


def test_it_is_large_varied_and_its_types_are_balanced(parts: dict[str, list]) -> None:
    every = [r for part in parts.values() for r in part]
    assert len(every) >= 500
    assert len({r.id for r in every}) == len(every)
    assert len({r.text for r in every}) == len(every)
    types = Counter(e.type for r in every for e in r.events)
    assert set(get_args(EventType)) == set(types)
    assert max(types.values()) <= 0.12 * sum(types.values())
    assert {f.facet for r in every for e in r.events for f in e.facets} >= {
        "notice",
        "intent",
        "responsibility",
        "compliance",
    }


def test_the_test_part_shares_no_text_with_what_is_learned(parts: dict[str, list]) -> None:
    learned = {line for r in parts["learn"] for line in r.text.split(". ") if len(line) > 40}
    assert not [r.id for r in parts["test"] if learned & set(r.text.split(". "))]


def test_grouping_is_scored_as_a_whole_and_as_nothing() -> None:
    gold = [{"a", "b"}, {"c"}]
    assert conll.conll_f1([(gold, gold)]) == 100.0
    apart = conll.conll_f1([(gold, [{"a"}, {"b"}, {"c"}])])
    assert 0 < apart < 100


def test_a_marked_sentence_reads_as_it_is_written() -> None:
    line = "{means|Rockets} {shelling|fell}, killing {killed 4-4 civilians|four}; {2 shooting|shots} followed."
    report = sentences.report_of_line("s-1", line)
    assert report.text == "Rockets fell, killing four; shots followed."
    assert [(e.type, [report.text[a:b] for a, b in e.mentions]) for e in report.events] == [
        ("shelling", ["fell"]),
        ("shooting", ["shots"]),
    ]
    assert [(f.facet, f.value) for f in report.events[0].facets] == [("means", None), ("killed", "4-4 civilians")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Shells {shelling|fell", "left open"),
        ("Shells {shooing|fell}", "neither a type nor a facet"),
        ("{killed 4|Four} died when shells {shelling|fell}", "not a mark"),
        ("Shells {shelling|fell} on {2 place|the mill}", "has no mention"),
        ("{shelling|} fell", "without words"),
    ],
)
def test_a_mark_that_does_not_fit_is_named(line: str, said: str) -> None:
    with pytest.raises(marks.MarkError, match=said):
        sentences.report_of_line("s-1", line)


def test_marked_sentences_have_every_type_and_many_that_only_look_like_one() -> None:
    every = sentences.read_sentences(CORPUS / "sentences/learn")
    types = Counter(e.type for r in every for e in r.events)
    assert set(types) == set(get_args(EventType))
    assert sum(not r.events for r in every) > len(every) / 5


def test_acts_of_news_are_acts() -> None:
    lines = (CORPUS / "news_acts.tsv").read_text("utf-8").splitlines()
    labels = Counter(line.split("\t")[1].partition(":")[0] for line in lines)
    assert len({line.split("\t")[0] for line in lines}) == len(lines)
    assert set(labels) == set(get_args(Act))
