"""Who is meant by "she" or "the source" whom nobody names: the words that first tell of that one."""

import pytest

from reads import claims


def antecedents(text: str) -> list[str]:
    """By claim, the words that first tell of who speaks; empty where its own do, or a name is known."""
    return ["".join(text[a:b] for a, b in c.antecedent) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("A woman selling tea stood there. “They come every day,” she said.", ["a woman selling tea"]),
        ("At the gate an old man with a cart sat down. “They took my son,” he said.", ["an old man with a cart"]),
        ("I met a fighter in the yard. He said that the bridge was mined.", ["a fighter in the yard"]),
        ("I put this to a friend. “It was us,” he said.", ["a friend"]),
        (
            "A nurse at the mission said that two had died. She added that one was a child.",
            ["", "a nurse at the mission"],
        ),
        ("An army source said that the road was open. The source denied any losses.", ["", "an army source"]),
        ("Residents said that shells fell at dawn. They said that two houses burned.", ["", "residents"]),
    ],
)
def test_an_unnamed_speaker_is_who_was_told_of_before(text, told_of):
    assert [words.lower() for words in antecedents(text)] == told_of


@pytest.mark.parametrize(
    "text",
    [
        "Orlo Vant was on the bridge. “They come every day,” he said.",
        "A woman sold tea. The mayor, Ida Brand, came by. “They come every day,” she said.",
        "The colonel waited at the bridge. “They come every day,” he said.",
        "A woman sold tea. “They come every day,” he said.",
    ],
)
def test_nobody_is_told_of_before_where_a_name_or_another_may_be_meant(text):
    assert antecedents(text)[-1] == ""


def test_who_has_no_name_is_nobody_named_and_not_left_open():
    (claim,) = claims("A woman selling tea stood there. “They come every day,” she said.")
    assert (claim.speaker, claim.source_kind) == (None, "anonymous")
