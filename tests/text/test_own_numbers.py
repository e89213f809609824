"""Vague number words of one's own: they go before the shipped ones, and each fault is named."""

import tomllib
from pathlib import Path

import pytest

import truceline
from truceline.text.numbers import find_numbers, number_table
from truceline.text.own_numbers import parse_own_numbers

DATA = tomllib.loads((Path(truceline.__file__).parent / "data" / "number_words.toml").read_text(encoding="utf-8"))
NUMBERS = {*DATA["units"], *DATA["multipliers"]}


def parse(text):
    return parse_own_numbers(text, "number-words.toml", NUMBERS)


def test_a_mission_says_what_its_words_mean():
    own, problems = parse(
        '[[vague]]\nwords = ["Dozens", "umpteen"]\nlow = 24\n\n[[vague]]\nwords = ["a smattering"]\nhigh = 5'
    )
    assert problems == ()
    found = find_numbers("dozens, umpteen, a smattering, several", number_table(DATA, [own]))
    assert [(n.low, n.high, n.comparator) for n in found] == [
        (24, None, ">="), (24, None, ">="), (None, 5, "<="), (2, None, ">="),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ('words = ["three"]\nlow = 4', "words"),
        ("words = []\nlow = 4", "words"),
        ('words = ["x7"]\nlow = 4', "words"),
        ('words = ["heaps"]', "low"),
        ('words = ["heaps"]\nlow = -1', "low"),
        ('words = ["heaps"]\nlow = 9\nhigh = 3', "high"),
        ('words = ["heaps"]\nlow = "9"', "low"),
        ('words = ["heaps"]\nlow = 9\ncomparator = "about"', "comparator"),
        ('words = ["heaps"]\nlow = 9\ncolour = "red"', "colour"),
    ],
)
def test_an_entry_that_cannot_be_used_is_left_out_and_named(entry, field):
    own, problems = parse(f'[[vague]]\nwords = ["umpteen"]\nlow = 24\n\n[[vague]]\n{entry}\n')
    assert [v.words for v in own.vague] == [("umpteen",)]
    assert [(p.where, p.code) for p in problems] == [(f"number-words.toml, entry 2, key {field}", "field_wrong")]


@pytest.mark.parametrize(
    ("text", "code"), [("", "no_entry"), ("vague = 3", "no_entry"), ("[[vague\n", "toml_unreadable")]
)
def test_a_file_without_entries_is_a_problem(text, code):
    assert [p.code for p in parse(text)[1]] == [code]
