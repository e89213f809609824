"""What words come to of which the learned reader is sure: whose "it was us" is, where "the assault on Fort Arn" was."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from fakes.made_drafts import draft, told
from truceline.model.actor import ActorMention
from truceline.model.claim import Act, Claim
from truceline.model.reading import Reading

Recount = Callable[..., Reading]
Say = Callable[..., Claim]

_BURNED = "On Monday the mill was burned. "


def blamed(recount: Recount, claim: Claim, text: str, words: str, polarity: str) -> list[tuple[object, str]]:
    """Who is told to have burned the mill, by words of a claim, and whether it is denied."""
    target = ("target", "the mill", "affirmed")
    proposed = draft(text, "destruction", ["burned"], target, ("responsibility", words, polarity))
    reading = recount(text, [claim], drafts=[proposed])
    return [(f.value, f.polarity) for f in told(reading, "responsibility")]


def test_whose_answer_it_is_said_to_be_did_it_and_not_who_says_so(recount: Recount, claim: Say) -> None:
    text = f"{_BURNED}The ferry guards said it was the army's answer to the truce."
    told_so = claim(text, "The ferry guards", "said", "it was the army's answer to the truce", "justifies")
    assert blamed(recount, told_so, text, "the army's answer", "affirmed") == [("army", "affirmed")]


@pytest.mark.parametrize(
    ("said", "words", "polarity"),
    [
        ("it was theirs", "it was theirs", "affirmed"),
        ("it was none of theirs", "none of theirs", "denied"),
        ("no torch of its own was lit", "no torch of its own was lit", "denied"),
        ("its lorries were parked", "its lorries were parked", "denied"),
        ("they burned nothing", "they burned nothing", "denied"),
    ],
)
def test_who_speaks_of_its_own_part_is_named_as_it_is_told(
    recount: Recount, claim: Say, said: str, words: str, polarity: str
) -> None:
    text = f"{_BURNED}The ferry guards said {said}."
    who = claim(text, "The ferry guards", "said", said)
    assert blamed(recount, who, text, words, polarity) == [("ferry guards", polarity)]


@pytest.mark.parametrize(("said", "words"), [("“It was us”", "It was us"), ("“We burned it”", "We burned it")])
def test_we_is_whoever_is_quoted_known_by_name_or_not(recount: Recount, claim: Say, said: str, words: str) -> None:
    text = f"{_BURNED}The ferry guards said: {said}."
    who = replace(claim(text, "The ferry guards", "said", said), speech="direct")
    assert blamed(recount, who, text, words, "affirmed") == [("ferry guards", "affirmed")]


def test_the_deed_itself_is_no_doer(recount: Recount, claim: Say) -> None:
    text = f"{_BURNED}The ferry guards said it was none of theirs."
    who = claim(text, "The ferry guards", "said", "it was none of theirs")
    assert blamed(recount, who, text, "it", "denied") == []


def test_a_doer_is_named_without_what_it_did(recount: Recount, claim: Say) -> None:
    text = f"{_BURNED}The ferry guards said the salt riders had set it alight."
    who = claim(text, "The ferry guards", "said", "the salt riders had set it alight", "accuses")
    assert blamed(recount, who, text, "the salt riders had set it alight", "affirmed") == [("salt riders", "affirmed")]


@pytest.mark.parametrize(("cue", "act"), [("named", "accuses"), ("called them", "asserts")])
def test_who_names_the_doers_tells_who_did_it(recount: Recount, claim: Say, cue: str, act: Act) -> None:
    text = f"{_BURNED}The ferry guards {cue} deserters of the salt column."
    who = claim(text, "The ferry guards", cue, "deserters of the salt column", act)
    assert blamed(recount, who, text, "deserters of the salt column", "affirmed") == [
        ("deserters of the salt column", "affirmed")
    ]


def test_people_shot_are_dead_where_the_whole_report_says_so(recount: Recount) -> None:
    """
    Guards shot five clerks in the mill on Monday. The funeral was on Friday.
    """
    text = "Guards shot five clerks in the mill on Monday. The funeral was on Friday."
    reading = recount(text, drafts=[draft(text, "shooting", ["shot"], ("killed", "five clerks", "affirmed"))])
    assert [(f.value["low"], f.value["high"]) for f in told(reading, "killed")] == [(5, 5)]


def test_a_place_in_words_for_a_teller_is_where_it_was(recount: Recount, claim: Say) -> None:
    """
    Ibrai Sol, who lost a son in the assault on Fort Arn, said it was over by noon.
    """
    text = "Ibrai Sol, who lost a son in the assault on Fort Arn, said it was over by noon."
    who = claim(text, "Ibrai Sol, who lost a son in the assault on Fort Arn,", "said", "it was over by noon")
    reading = recount(
        text, [who], drafts=[draft(text, "ground_attack", ["assault"], ("place", "Fort Arn", "affirmed"))]
    )
    assert [f.value["name"] for f in told(reading, "place")] == ["Fort Arn"]


@pytest.mark.parametrize(("actor", "places"), [("x-grain-office", ["Grain Office"]), ("red-cross", [])])
def test_a_place_may_bear_a_guessed_partys_name_and_no_known_ones(
    recount: Recount, actor: str, places: list[str]
) -> None:
    """
    Bakers marched to the Grain Office on Monday.
    """
    text = "Bakers marched to the Grain Office on Monday."
    start = text.index("Grain Office")
    party = ActorMention(
        start=start, end=start + len("Grain Office"), actor=actor, name="Grain Office", label_only=False
    )
    proposed = draft(text, "protest", ["marched"], ("place", "the Grain Office", "affirmed"))
    reading = recount(text, actors=(party,), drafts=[proposed])
    assert [f.value["name"] for f in told(reading, "place")] == places


def test_what_is_told_with_a_doubtful_word_stays_told(recount: Recount) -> None:
    """
    Shells hit the mill on Monday. The lobbing left the roof in pieces.
    """
    text = "Shells hit the mill on Monday. The lobbing left the roof in pieces."
    sure = draft(text, "shelling", ["hit"])
    doubtful = draft(text, "shelling", ["lobbing"], ("damage", "the roof in pieces", "affirmed")).mentions[0]
    both = replace(sure, mentions=(*sure.mentions, replace(doubtful, score=0.3)))
    reading = recount(text, drafts=[both])
    assert [i.event_type for i in reading.incidents] == ["shelling"]
    assert [f.text for f in told(reading, "damage")] == ["the roof in pieces"]
    assert all(text[a:b] != "lobbing" for i in reading.incidents for a, b in i.mentions)
