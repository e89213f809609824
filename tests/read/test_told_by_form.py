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


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "Ten huts burned on Monday. So the miller's widow tells it.",
            "the miller's widow",
            "Ten huts burned on Monday.",
        ),
        (
            "Four boats fought off Nerrin on Sunday, by the account of a ferryman who lay flat in his skiff.",
            "a ferryman who lay flat in his skiff",
            "Four boats fought off Nerrin on Sunday",
        ),
        (
            "Guns were rolled onto the quay on Friday, as the Harbour Observers recorded.",
            "the Harbour Observers",
            "Guns were rolled onto the quay on Friday",
        ),
        (
            "The posts burned at dawn; the Kessin command owned up within the hour.",
            "the Kessin command",
            "The posts burned at dawn",
        ),
        ("The Kessin air staff owned up to the barrels.", "The Kessin air staff", "to the barrels"),
    ],
)
def test_whose_word_it_is_may_stand_at_the_end(text, who, what):
    assert (who, what) in [(source, words.rstrip(",")) for source, words in told(text)]


def test_findings_told_one_by_one_are_their_authors():
    text = "The board's report has two findings. First: the shell was the army's. Second: nobody was warned."
    assert told(text)[-2:] == [
        ("The board's report", "the shell was the army's"),
        ("The board's report", "nobody was warned"),
    ]


def test_a_record_names_its_sources_in_brackets():
    text = "Nerrin, 4 May, mortar fire. Sources: clinic (three dead), district command (none)."
    assert told(text) == [("clinic", "three dead"), ("district command", "none")]


@pytest.mark.parametrize(
    "text",
    [
        "KESSIN OBSERVER MISSION - Daily note, 4 May. The team counted eleven lorries on the Nerrin road.",
        "We counted eleven lorries on the Nerrin road.",
        "By the Nerrin terms the east bank should have been free of soldiers.",
    ],
)
def test_what_the_writers_saw_themselves_is_no_claim(text):
    assert told(text) == []


def test_a_callers_label_may_say_who_calls():
    text = (
        "DUTY OFFICER: You are calling about the engines?\n"
        "CALLER (Salt Line): Twelve lorries drove over the blue line last night."
    )
    assert told(text)[-1][1] == "Twelve lorries drove over the blue line last night"


@pytest.mark.parametrize("label", ["Colonel SOREL", "Ms VALE", "COL. MARREN", "Colonel Sorel"])
def test_who_greets_beside_a_rank_and_a_name_has_the_floor(label):
    text = f"Transcript of the briefing\n\n{label}: Good morning. Yesterday rebels fired on a post near Oss.\n"
    assert told(text) == [(label, "Good morning. Yesterday rebels fired on a post near Oss")]


def test_a_notes_label_has_not():
    assert told("Captain NOLL: Killed on Monday near Oss by a mine, buried on Tuesday.\n") == []
