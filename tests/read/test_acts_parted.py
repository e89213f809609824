"""What one teller does in two acts by one verb is two claims; what is one act, or one stretch, stays one."""

import pytest

from truceline.read.claims.parted import with_acts_parted
from truceline.read.claims.raw import RawClaim
from truceline.runners.local import local_kit

CUES = local_kit().read.claims.cues


def parted(marked: str) -> list[str]:
    """What each claim says of a text whose source, cue and content are set apart by bars."""
    source, cue, content = marked.split(" | ")
    text = f"{source} {cue} {content}."
    at = (len(source) + 1, len(source) + 1 + len(cue))
    raw = RawClaim(source=((0, len(source)),), cue=(at,), content=((at[1] + 1, len(text) - 1),))
    return [text[a:b] for r in with_acts_parted(text, [raw], (CUES, None)) for a, b in r.content]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        (
            "The brigade | said | that one warning shot was fired and that nobody was hit",
            ["that one warning shot was fired", "that nobody was hit"],
        ),
        (
            "The brigade | said | that no stones had been thrown, but that the army opened fire first",
            ["that no stones had been thrown", "that the army opened fire first"],
        ),
        (
            "The ministry | said | it had detained nine couriers and had not touched the ambulance",
            ["it had detained nine couriers", "had not touched the ambulance"],
        ),
        (
            "The ministry | said | a single shot was fired into the air and nobody was hurt",
            ["a single shot was fired into the air", "nobody was hurt"],
        ),
    ],
)
def test_each_act_is_a_claim(marked: str, wanted: list[str]):
    assert parted(marked) == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "The mayor | said | that the bridge had fallen at noon and that the road was open again",
        "The brigade | denied | that it had shelled the market and that it had burned the mill",
        "The brigade | said | that nobody had been hurt and that no shot had been fired",
        "The captain | said | “The men had fired and we did not touch the rest”",
        "The mayor | said | that the guards had looted the depot and that two lorries were gone",
        "The mayor | said | that no graves and no missing persons had been found",
        "The mayor | said | that the truce and that is all he knows would hold",
    ],
)
def test_one_act_stays_one_claim(marked: str):
    assert parted(marked) == [marked.split(" | ")[2]]


def test_what_another_says_within_it_is_not_cut():
    text = "Vale said that the envoy swore that shots were fired and that nobody was hit."
    outer = RawClaim(source=((0, 4),), cue=((5, 9),), content=((10, len(text) - 1),))
    at = text.index("swore")
    inner = RawClaim(source=((15, 24),), cue=((at, at + 5),), content=((at + 6, len(text) - 1),))
    said = with_acts_parted(text, [outer, inner], (CUES, None))
    assert said[0] == outer
    assert [text[slice(*r.content[0])] for r in said[1:]] == ["that shots were fired", "that nobody was hit"]


def around(text: str, cue: str, *content: str) -> list[tuple[str, ...]]:
    """What each claim of "he" says, whose words stand on both sides of the cue."""
    at = text.index(cue)
    spans = tuple((text.index(c), text.index(c) + len(c)) for c in content)
    raw = RawClaim(source=((at, at + 2),), cue=((at + 3, at + len(cue)),), content=spans)
    return [tuple(text[a:b] for a, b in r.content) for r in with_acts_parted(text, [raw], (CUES, None))]


def test_a_denial_before_the_verb_and_a_sentence_behind_it_are_two_claims():
    said = ("No shot was fired", "the army had burned the mill itself")
    assert around("No shot was fired, he told Radio Orvel; the army had burned the mill itself.", "he told", *said) == [
        said[:1],
        said[1:],
    ]


def test_one_clause_that_the_verb_parts_stays_one():
    said = ("The mill at Vant", "was not burned by his men")
    assert around("The mill at Vant, he said, was not burned by his men.", "he said", *said) == [said]
