"""What a claim's own words say it does not do, and what is not said at all."""

import pytest

from truceline.model.claim import Reach
from truceline.read.claims.acts import reach_of, takes_it
from truceline.read.claims.flat import denies_flatly, flat_reach
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.unsaid import (
    acts_unsaid,
    calls_it_no_error,
    charges_attempt,
    condemns,
    held_by_few,
    not_said,
    owns_to_nothing,
    regrets_nothing,
    says_it_shows,
    tells_of_lack,
)
from truceline.text.plans import plan_refused

CASES = [
    ("The army | has never denied | bombing the town", {"denies"}, False),
    ("The army | stopped short of denying | that it had bombed the town", {"denies"}, False),
    ("The army | did not admit | that it had looted the depot", {"admits"}, True),
    ("The army | refused to acknowledge | the loss of the bridge", {"admits"}, True),
    ("The envoy | did not accuse | the army of shelling the town", {"accuses"}, True),
    ("No one | accused | the army of shelling the town", {"accuses"}, True),
    ("Neither side | confirmed | that 40 soldiers had been killed", set(), True),
    ("Nobody | expects | the truce to hold", set(), False),
    ("No resident | remembers | any siren", set(), False),
    ("Neither side | reported | casualties", set(), False),
    ("The army | does not accept | that it broke the truce", {"admits"}, False),
    ("The envoy | regretted | that the army had shelled the camp", {"admits"}, False),
    ("The envoy | regrets | the killing of 12 civilians by the militia", {"admits"}, False),
    ("The envoy | regretted | the shelling of a camp in May by the army", {"admits"}, False),
    ("The army | regretted | “a lapse by tired men”", set(), False),
    ("The army | regretted | an engagement by its partners of a wrong house", set(), False),
    ("The army | regretted | that its shells had hit the school", set(), False),
    ("The army | regretted | that shells had hit the school by mistake", set(), False),
    ("The army | denied | that it had shelled the town", set(), False),
]


def claim(marked: str) -> tuple[str, RawClaim]:
    """A text and its one claim, from source, cue and content set apart by bars."""
    source, cue, content = marked.split(" | ")
    text = f"{source} {cue} {content}."
    at = (len(source) + 1, len(source) + 1 + len(cue))
    return text, RawClaim(source=((0, len(source)),), cue=(at,), content=((at[1] + 1, len(text) - 1),))


def behind(before: str, marked: str) -> tuple[str, RawClaim]:
    """The same, behind other words."""
    text, raw = claim(marked)
    source, cue, content = (
        tuple((a + len(before) + 1, b + len(before) + 1) for a, b in s) for s in (raw.source, raw.cue, raw.content)
    )
    return f"{before} {text}", RawClaim(source=source, cue=cue, content=content)


@pytest.mark.parametrize(("marked", "unsaid", "not_at_all"), CASES)
def test_acts_unsaid(marked: str, unsaid: set[str], not_at_all: bool):
    text, raw = claim(marked)
    found = acts_unsaid(text, raw)
    assert (found, not_said(text, raw, found)) == (unsaid, not_at_all)


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The host | has never regretted | the shelling of Sirava", True),
        ("The host | does not regret | it", True),
        ("The host | has yet to apologise | for the shelling of Sirava", True),
        ("The host | said | “We do not regret the shelling of Sirava”", True),
        ("The host | said | that it had no regrets about Sirava", True),
        ("The host | regretted | that it had not warned Sirava", False),
        ("The host | said | it regretted that no warning had been given", False),
        ("The host | said | “No apology can bring them back”", False),
    ],
)
def test_who_regrets_nothing(marked: str, wanted: bool):
    assert regrets_nothing(*claim(marked)) is wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The host | said | this was done by design and not by mistake", True),
        ("The mission | found | that it was “unlikely” to have been an error", True),
        ("The mayor | said | “This was no accident”", True),
        ("The mayor | said | that it could not have been a mistake", True),
        ("The inquiry | ruled out | an error", True),
        ("The host | said | it was not deliberate but a mistake", False),
        ("The host | said | it regretted the shelling, which was no accident", False),
        ("The host | said | it does not hide its mistake", False),
        ("The host | said | it would not make the same mistake again", False),
    ],
)
def test_who_calls_it_no_error(marked: str, wanted: bool):
    assert calls_it_no_error(*claim(marked)) is wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The host | admitted | none of it", True),
        ("The host | admits | to none", True),
        ("The host | owned up | to nothing", True),
        ("The host | conceded | nothing of the kind", True),
        ("The host | admitted | that none of its men had been there", False),
        ("The host | accepted | the truce", False),
        ("The host | said | nothing of it", False),
    ],
)
def test_who_owns_to_nothing(marked: str, wanted: bool):
    assert owns_to_nothing(*claim(marked)) is wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Nobody | believes | the note", True),
        ("Few in Varn | think | that the truce will hold", True),
        ("Nobody at the mission | expects | next week to be better", False),
        ("Few | predict | a quick end", False),
        ("The mayor | believes | the note", False),
    ],
)
def test_what_few_hold_is_doubted_and_what_none_expect_foreseen(marked: str, wanted: bool):
    assert held_by_few(*claim(marked)) is wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Both sides | accepted | it", True),
        ("The host | has accepted | the mediators' latest plan", True),
        ("The host | accepts | a pause of three days", True),
        ("The host | accepted | ten of the twelve", False),
        ("The host | accepts | the first visit as “a lesson”", False),
        ("The host | accepted | none", False),
        ("The host | accepted | the truce commission's findings", False),
    ],
)
def test_who_takes_what_is_on_offer_owns_to_nothing(marked: str, wanted: bool):
    assert takes_it(*claim(marked)) is wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The host | said | that it knew of no civilian deaths", True),
        ("The host | knows of | no barrier on that road", True),
        ("The host | said | it was aware of none", True),
        ("The host | says | it knows of no truce", False),
        ("The host | said | it knew of nine deaths", False),
        ("The committee | alleged | that no warning had been given", False),
        ("The host | said | that no warning had been given", True),
    ],
)
def test_who_knows_of_none_denies_it_and_who_lays_a_charge_does_not(marked: str, wanted: bool):
    assert denies_flatly(*claim(marked)) is wanted


def test_a_claim_that_tells_no_words_rules_nothing_out():
    raw = RawClaim(source=((0, 8),), cue=((9, 16),), content=(), score=0.5)
    assert acts_unsaid("The army denied.", raw) == frozenset()
    assert not regrets_nothing("The army denied.", raw)


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The host | called | the strike “a moral outrage and a criminal act”", True),
        ("The host | described | the looting as outrageous and disgraceful", True),
        ("The host | called | it “a cowardly crime”", True),
        ("The host | branded | the raid barbaric", True),
        ("The host | called | it “no crime”", False),
        ("The host | called | the shelling “a crime for which we are sorry”", False),
        ("The host | said | a crime had been committed", False),
        ("The host | called | the report a lie", False),
    ],
)
def test_who_condemns_a_deed_neither_denies_nor_owns_to_it(marked: str, wanted: bool):
    assert condemns(*claim(marked)) is wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The doctor | said | “We have nothing left to treat them with”", True),
        ("The doctor | said | that they had no one left to bury the dead", True),
        ("The doctor | said | there was nowhere to put them", True),
        ("The doctor | said | the hospital had no oil with which to run the lamps", True),
        ("The doctor | said | that they had nothing to do with the raid", False),
        ("The doctor | said | there was no shelling", False),
        ("The doctor | said | they had no part in it", False),
    ],
)
def test_who_tells_of_a_lack_denies_nothing(marked: str, wanted: bool):
    assert tells_of_lack(*claim(marked)) is wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The host | claimed | that the shooting had been an attempt to murder its chief", True),
        ("The host | said | the raid was an attempt on the mayor's life", True),
        ("The host | spoke | of a murder plot", True),
        ("The host | said | the guards had tried to kill the envoy", True),
        ("The host | admitted | that its men had tried to kill the envoy", False),
        ("The host | said | it had attempted to free the envoy", False),
        ("The host | said | the raid had killed two", False),
    ],
)
def test_who_speaks_of_an_attempt_to_murder_admits_none(marked: str, wanted: bool):
    assert charges_attempt(*claim(marked)) is wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Vesk | said | the strike showed that the ministry's talk of a truce was a lie", True),
        ("Vesk | said | that the raid had proved once more that no promise was kept", True),
        ("Vesk | said | that clashes on the road made movement impossible", True),
        ("Vesk | said | the shelling reveals what the truce is worth", True),
        ("Vesk | said | the video does not show that the school was hit", False),
        ("Vesk | said | the report was a lie", False),
        ("Vesk | said | no shells had fallen", False),
    ],
)
def test_a_deed_that_shows_a_thing_is_not_denied(marked: str, wanted: bool):
    assert says_it_shows(*claim(marked)) is wanted


@pytest.mark.parametrize(
    ("marked", "reach"),
    [
        ("The host | said | nobody was hurt when the mill burned", "harm"),
        ("The host | said | that no one had died", "harm"),
        ("The host | said | “There was no flare”", "notice"),
        ("The host | said | nobody told them of the raid", "notice"),
        ("The host | said | its men had never been warned", "notice"),
        ("The host | said | that its crews were never once told of the raid", "notice"),
        ("The union | said | the guards never called on them to leave", "notice"),
        ("The captain | pleaded not guilty | to burning the mill", "responsibility"),
        ("The host | said | that its gunners had shelled nobody", "responsibility"),
        ("The host | said | nobody was thrown from the bridge", None),
        ("The host | said | the town was not hit", None),
        ("The host | said | nobody was in the mill", None),
        ("The captain | pleaded guilty | to burning the mill", None),
        ("The host | said | a flare had gone up", None),
    ],
)
def test_plain_words_of_denial(marked: str, reach: str | None):
    assert flat_reach(*claim(marked)) == reach
    assert reach is None or denies_flatly(*claim(marked))


@pytest.mark.parametrize(
    ("before", "marked", "wanted"),
    [
        ("The council proposed a protection force.", "The host | rejected | it", True),
        ("The envoy called for a pause of three days.", "The host | turned down | that", True),
        ("", "The host | rejected | the mission's proposal for a pause", True),
        ("The council voted on a plan for the bay.", "The host | spurned | it", True),
        ("Residents accused the host of burning the mill.", "The host | rejected | it", False),
        ("The council proposed a protection force.", "The host | denied | it", False),
        ("", "The host | rejected | the report of a massacre", False),
    ],
)
def test_what_is_rejected_is_a_plan(before: str, marked: str, wanted: bool):
    text, raw = behind(before, marked)
    assert plan_refused(text, raw.source, raw.cue, raw.content) is wanted


@pytest.mark.parametrize(
    ("before", "marked", "seen", "reach"),
    [
        ("", "The host | denied | having burned the mill", "occurrence", "responsibility"),
        ("", "The host | denied | that it had burned the mill", "occurrence", "responsibility"),
        ("", "The host | said | that no boat was sunk by its guns", "occurrence", "responsibility"),
        ("", "The host | denied | that it was a massacre", "occurrence", "occurrence"),
        ("", "The host | denied | that a mill had burned", "occurrence", "occurrence"),
        ("", "The host | denied | having warned nobody", "notice", "notice"),
        ("", "The host | disputes | the word “massacre”", "occurrence", "other"),
        ("", "The host | disputes | the word “breach”", "compliance", "compliance"),
        ("The mayor blamed the host.", "The host | denied | it", "other", "responsibility"),
        ("The mill had burned, said the mayor.", "The host | denied | it", "other", "occurrence"),
        ("The mayor had been warned, they said.", "The mayor | replied | not so", "other", "notice"),
    ],
)
def test_what_a_denial_reaches_by_its_words(before: str, marked: str, seen: Reach, reach: Reach):
    assert reach_of(*behind(before, marked), "denies", {seen: 1.0}) == reach
