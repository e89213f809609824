"""Tellers that the form names: a label in running talk, "who" and "which", one verb for two, a look back."""

import pytest

from reads import claims


def told(text):
    """Who says what in each claim that stands in no other."""
    return [
        (" ".join(text[a:b] for a, b in c.source), " + ".join(text[a:b] for a, b in c.content))
        for c in claims(text)
        if c.parent is None
    ]


def test_an_interview_in_one_paragraph_has_its_turns():
    text = "Q: Was the shell yours? COL. MARREN: It fell short. We mourn. Q: When? COL. MARREN: On Monday."
    assert told(text) == [("COL. MARREN", "It fell short. We mourn"), ("COL. MARREN", "On Monday")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two huts burned. Witness 4 (farmer): soldiers did it on Sunday. It rained.", "soldiers did it on Sunday"),
        ("We asked about the ferry. The navy: “It was not ours.” Traders wait.", "“It was not ours.”"),
    ],
)
def test_beside_a_body_or_a_witness_stands_what_it_says(text, expected):
    assert [what for _, what in told(text)] == [expected]


def test_a_list_of_headings_says_nobodys_words():
    assert told("Place: the mill at Oss. Losses: two horses. Weather: rain.") == []


def test_who_and_which_are_the_party_before_them():
    text = "The Guard, which denied the raid on the mill, said that the road was open."
    assert {who for who, _ in told(text)} <= {"The Guard", "The Guard,"}


def test_two_tellers_of_one_verb_have_each_their_words():
    text = "The army speaks of an assault on the mill; the rebels, of a raid for flour."
    assert [who for who, _ in told(text)] == ["The army", "the rebels"]


def test_what_is_told_first_is_given_its_teller_behind():
    text = "A pipe burst on Sunday: that is how the army tells it. Nobody has seen the pipe."
    assert told(text) == [("the army", "A pipe burst on Sunday")]
