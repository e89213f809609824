"""What words say of a facet themselves, whatever the reader has them for: a "no", what was spared, terms kept."""

import pytest

from truceline.model.claim import Claim
from truceline.recount.drafts.stances import (
    compliance_polarity,
    damage_polarity,
    intent_polarity,
    notice_polarity,
    to_none,
    undone,
)

DENIAL = Claim(
    id="c1",
    source=((0, 4),),
    cue=((5, 11),),
    content=((12, 20),),
    act="denies",
    speech="indirect",
    source_kind="institution",
    reader_score=0.9,
)


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("the roof held", "denied"),
        ("the mill is still standing", "denied"),
        ("not a pane was broken", "denied"),
        ("no house was damaged", "denied"),
        ("the mill, held by the brigade, lost its roof", None),
        ("the school has no roof", None),
    ],
)
def test_what_was_spared_was_not_damaged(words: str, polarity: str | None):
    assert damage_polarity(words) == polarity


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("in fulfilment of the Sarn protocol", "affirmed"),
        ("as the annex demands", "affirmed"),
        ("does not respect the truce", "denied"),
        ("forbidden by the no-fly clause", "denied"),
        ("more than the annex permits", "denied"),
        ("two barrels under nets", None),
    ],
)
def test_what_an_agreement_asks_for_keeps_it(words: str, polarity: str | None):
    assert compliance_polarity(words, None) == polarity


@pytest.mark.parametrize(
    ("words", "claim", "polarity"),
    [
        ("nobody aimed at her", None, "denied"),
        ("nobody burns a mill by mistake", None, "affirmed"),
        ("rammed the ferry on purpose", DENIAL, "denied"),
        ("it was not on purpose", DENIAL, "denied"),
        ("rammed the ferry on purpose", None, "affirmed"),
    ],
)
def test_nobody_turns_a_purpose_round_and_a_denial_denies_it(words: str, claim: Claim | None, polarity: str):
    assert intent_polarity(words, claim) == polarity


@pytest.mark.parametrize(
    ("words", "cue", "polarity"),
    [
        ("the siren had not been sounded", "admitted", "denied"),
        ("they never called on us to leave", "told", "denied"),
        ("no warning had come", "denied", "affirmed"),
        ("any warning had come", "denied", "denied"),
        ("leaflets had been dropped", "said", None),
    ],
)
def test_notice_with_a_no_was_not_given(words: str, cue: str, polarity: str | None):
    assert notice_polarity(words, cue) == polarity


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("The brigade abducted nobody.", "abducted", True),
        ("The brigade fired on no boat of ours.", "fired", True),
        ("The brigade took nothing but firewood.", "took", False),
        ("The brigade fired no fewer than nine shells.", "fired", False),
        ("No aid was stopped at Orlo.", "stopped", True),
        ("None of its riflemen had fired.", "fired", True),
        ("No longer paid, they fired.", "fired", False),
        ("The brigade fired at dusk.", "fired", False),
    ],
)
def test_a_deed_done_to_nobody_or_by_nobody_is_not_done(text: str, verb: str, wanted: bool):
    start = text.index(verb)
    assert undone(text, (start, start + len(verb))) is wanted


def test_nobody_behind_a_verb_is_told_apart_from_nobody_before_it():
    text = "Nobody fired at the mill."
    assert not to_none(text, text.index(" at"))
