"""Who tells is not who did it: doers, denials, admissions and hearsay, on invented parties."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from truceline.model.actor import ActorMention
from truceline.model.claim import Claim
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading

if TYPE_CHECKING:
    from truceline.model.account import Facet

Recount = Callable[..., Reading]
Say = Callable[..., Claim]


def parties(text: str, *names: str) -> tuple[ActorMention, ...]:
    """Every mention of each name; its id is the name in lower case."""
    found = [
        ActorMention(start=at, end=at + len(name), actor=name.lower(), name=name, label_only=False)
        for name in names
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    return tuple(sorted(found, key=lambda a: a.start))


def of(reading: Reading, name: str) -> list[tuple[object, str]]:
    """Value and polarity of every facet of a name."""
    facets: list[Facet] = [f for a in reading.accounts for f in a.facets if f.facet == name]
    return [(f.value, f.polarity) for f in facets]


def test_a_teller_is_no_doer(recount: Recount, claim: Say) -> None:
    """
    The Qarn Ministry said that four air strikes had hit the Sadd Army, as cited in Qasr News.
    """
    text = "The Qarn Ministry said that four air strikes had hit the Sadd Army, as cited in Qasr News."
    made = claim(text, "The Qarn Ministry", "said", "that four air strikes had hit the Sadd Army")
    reading = recount(text, [made], actors=parties(text, "Qarn Ministry", "Sadd Army", "Qasr News"))
    assert of(reading, "actor") == []
    assert of(reading, "responsibility") == []
    assert of(reading, "target") == [("sadd army", "affirmed")]


@pytest.mark.parametrize(
    "text",
    [
        "According to the Qarn Ministry, an air strike hit the bridge.",
        "Qarn Ministry: air strike hits bridge.",
        "An air strike hit the bridge, as quoted by the Qarn Ministry.",
    ],
)
def test_a_source_without_a_claim_is_no_doer_either(text: str, recount: Recount) -> None:
    assert of(recount(text, actors=parties(text, "Qarn Ministry")), "actor") == []


@pytest.mark.parametrize(
    "text",
    [
        "A Qarn Force air strike hit the depot.",
        "Qarn Force shelled the depot.",
        "The depot was hit by shelling by Qarn Force.",
        "Qarn Force carried out three air strikes on the depot.",
        "The bombardment of the depot by Qarn Force went on all night.",
    ],
)
def test_syntax_makes_a_doer(text: str, recount: Recount) -> None:
    assert ("qarn force", "affirmed") in of(recount(text, actors=parties(text, "Qarn Force")), "actor")


def test_it_is_the_speaker_who_admits(recount: Recount, claim: Say) -> None:
    text = "Qarn confirmed that it had carried out air strikes near Sadd."
    reading = recount(text, [claim(text, "Qarn", "confirmed", text[15:-1])], actors=parties(text, "Qarn"))
    assert of(reading, "actor") == [("qarn", "affirmed")]
    assert of(reading, "responsibility") == [("qarn", "affirmed")]


def test_a_denied_doer_leaves_the_happening_open(recount: Recount, claim: Say) -> None:
    """The envoy denies that two air forces carried out any strikes: their part, not that the convoy was hit."""
    content = "that Qarn or Sadd aircraft had carried out any strikes on the convoy"
    text = f"A convoy was hit by shelling. The envoy denied {content}."
    reading = recount(
        text, [claim(text, "The envoy", "denied", content, "denies")], actors=parties(text, "Qarn", "Sadd aircraft")
    )
    assert {("qarn", "denied"), ("sadd aircraft", "denied")} == set(of(reading, "responsibility"))
    assert len(reading.incidents) == 1
    envoy = next(a for a in reading.accounts if a.tellers)
    assert {f.polarity for f in envoy.facets if f.facet == "occurrence"} == {"open"}


def test_said_that_it_did_not(recount: Recount, claim: Say) -> None:
    text = "A strike hit the convoy. The envoy said that Qarn aircraft did not strike the convoy."
    made = claim(text, "The envoy", "said", "that Qarn aircraft did not strike the convoy", "denies")
    reading = recount(text, [made], actors=parties(text, "Qarn aircraft"))
    assert of(reading, "responsibility") == [("qarn aircraft", "denied")]


def test_what_somebody_allegedly_did_is_open(recount: Recount) -> None:
    text = "Qarn Force allegedly bombed the convoy near the bridge."
    assert of(recount(text, actors=parties(text, "Qarn Force")), "actor") == [("qarn force", "open")]


def test_denying_one_thing_grants_another(recount: Recount, claim: Say) -> None:
    """Dismissing a story as a cover for a bombardment does not deny the bombardment."""
    text = "The envoy dismissed the story as a cover for the Qarn Force bombardment of Sadd."
    made = claim(text, "The envoy", "dismissed", "as a cover for the Qarn Force bombardment of Sadd", "denies")
    assert of(recount(text, [made], actors=parties(text, "Qarn Force")), "actor") == [("qarn force", "affirmed")]


def test_a_sentence_of_blame_points_back(recount: Recount, claim: Say) -> None:
    text = "Shelling hit the market. The envoy said that Qarn Force was responsible."
    made = claim(text, "The envoy", "said", "that Qarn Force was responsible", "accuses")
    reading = recount(text, [made], actors=parties(text, "Qarn Force"))
    assert len(reading.incidents) == 1
    assert of(reading, "responsibility") == [("qarn force", "affirmed")]


def test_no_conclusions_about_the_attack(recount: Recount, claim: Say) -> None:
    """What is only talked about is taken for granted, whatever is demanded of it."""
    text = "The spokesman said that no conclusions should be drawn about the attack on the convoy."
    made = claim(
        text, "The spokesman", "said", "that no conclusions should be drawn about the attack on the convoy", "demands"
    )
    assert of(recount(text, [made]), "occurrence") == [("attack_on_civilians", "affirmed")]


def test_a_capital_that_acts_is_no_place(recount: Recount) -> None:
    """Oslo summons an envoy after a strike: the strike was not in Oslo."""
    text = "Oslo summoned the envoy after the air strike on the depot."
    oslo = PlaceMention(
        name="Oslo", lat=59.9, lon=10.7, precision="city", country="NO", start=0, end=4, role="event", radius_km=9.0
    )
    reading = recount(text, places=(oslo,))
    assert [i.place for i in reading.incidents] == [None]


def test_a_later_figure_of_the_same_teller_stands(recount: Recount, claim: Say) -> None:
    text = "The hospital said the strike killed 12 people. The hospital later raised its toll to 25."
    claims = [claim(text, "The hospital", "said", "the strike killed 12 people")]
    reading = recount(text, claims)
    killed = reading.incidents[0].killed
    assert killed is not None
    assert (killed.low, killed.high) == (25, 25)


def test_trucks_are_no_people(recount: Recount) -> None:
    reading = recount(
        "At least 18 of 31 trucks were destroyed in the attack on the convoy, and a dozen civilians were killed."
    )
    assert reading.incidents[0].killed is not None
    assert reading.incidents[0].killed.low == 12


def test_fighting_and_a_convoy_are_two_happenings(recount: Recount) -> None:
    text = (
        "Fighting raged in the hills between the army and rebels. On Monday a strike hit an aid convoy. "
        "The convoy had been attacked from the air."
    )
    kinds = [[text[a:b] for a, b in i.mentions] for i in recount(text).incidents]
    assert sorted(map(len, kinds)) == [1, 3]


def test_what_a_total_is_made_of_is_no_incident(recount: Recount) -> None:
    """
    The network recorded 242 violations in a week. It said that 219 of them were combat violations.
    Arrests were printed as 32.
    """
    reading = recount(
        "The network recorded 242 violations in a week. It said that 219 of them were combat violations. "
        "Arrests were printed as 32."
    )
    assert [(i.event_type, i.aggregate) for i in reading.incidents] == [("violation_unspecified", True)]


def test_a_claim_is_denied_by_whoever_denies_it(recount: Recount, claim: Say) -> None:
    """Qarn denies the command's claim that it had been informed: the command affirms notice, Qarn denies it."""
    text = "A strike hit the base. Qarn denied the claim of the Sadd Command that it was told of the strike in advance."
    outer = claim(text, "Qarn", "denied", text[text.index("the claim") : -1], "denies")
    inner = replace(
        claim(text, "the Sadd Command", "claim", "that it was told of the strike in advance"), parent=outer.id
    )
    notice = {
        (a.tellers, f.polarity) for a in recount(text, [outer, inner]).accounts for f in a.facets if f.facet == "notice"
    }
    assert notice == {(("the sadd command",), "affirmed"), (("qarn",), "denied")}


def test_an_if_clause_leaves_the_cause_open(recount: Recount, claim: Say) -> None:
    text = "A strike hit the base. The envoy said that if it was caused by an error, the strike was reckless."
    made = claim(text, "The envoy", "said", "that if it was caused by an error, the strike was reckless")
    assert of(recount(text, [made]), "intent") == [("unintended", "open")]


def test_a_pronoun_is_the_speaker_only_where_it_can_be(recount: Recount, claim: Say) -> None:
    """
    The council said it shelled the mill. A farmer said "they shelled us at the mill".
    """
    text = "The council said it shelled the mill."
    said = replace(claim(text, "The council", "said", "it shelled the mill"), tellers=("council",))
    own = recount(text, [said], actors=parties(text, "council"))
    assert {value for value, _ in of(own, "actor")} == {"council"}
    text = 'A farmer said "they shelled us at the mill".'
    other = recount(text, [claim(text, "A farmer", "said", '"they shelled us at the mill"', "accuses")])
    assert of(other, "actor") == []
