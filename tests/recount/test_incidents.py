"""Whole short reports: incidents, tellers and rival facets."""

from collections.abc import Callable

import pytest

from truceline.model.account import Account, Facet
from truceline.model.claim import Claim
from truceline.model.reading import Reading

Recount = Callable[..., Reading]
Say = Callable[..., Claim]


def facets(reading: Reading, teller: str | None) -> list[Facet]:
    return [f for a in reading.accounts if a.tellers == ((teller,) if teller else ()) for f in a.facets]


def polarity(accounts: list[Facet], facet: str) -> set[str]:
    return {f.polarity for f in accounts if f.facet == facet}


def test_mentions_of_one_strike_come_together(recount: Recount) -> None:
    """
    An airstrike on Qasr killed at least 12 people and wounded over 30.
    The strike also destroyed a warehouse. Nobody knows why the attack took place.
    """
    reading = recount(
        "An airstrike on Qasr killed at least 12 people and wounded over 30. "
        "The strike also destroyed a warehouse. Nobody knows why the attack took place."
    )
    (incident,) = reading.incidents
    assert incident.event_type == "air_strike"
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (12, None)
    assert incident.injured is not None
    assert (incident.injured.low, incident.injured.high) == (31, None)
    assert "damage" in {f.facet for f in facets(reading, None)}


def test_a_tally_is_an_aggregate_and_counts_nobody(recount: Recount) -> None:
    reading = recount("The command counted more than 300 violations in a week.")
    (incident,) = reading.incidents
    assert (incident.aggregate, incident.event_type, incident.killed) == (True, "violation_unspecified", None)


def test_denying_notice_leaves_the_strike_standing(recount: Recount, claim: Say) -> None:
    """The ministry denies having been told, not that there was a strike."""
    text = "A strike hit the base. The ministry denied prior knowledge of the strike."
    reading = recount(text, [claim(text, "The ministry", "denied", "prior knowledge of the strike", "denies")])
    told = facets(reading, "the ministry")
    assert polarity(told, "notice") == {"denied"}
    assert polarity(told, "occurrence") == {"affirmed"}


def test_denying_that_it_happened(recount: Recount, claim: Say) -> None:
    text = "A strike hit the base. The ministry denied that the strike took place."
    reading = recount(text, [claim(text, "The ministry", "denied", "that the strike took place", "denies")])
    assert polarity(facets(reading, "the ministry"), "occurrence") == {"denied"}
    assert polarity(facets(reading, None), "occurrence") == {"affirmed"}


def test_denying_intent(recount: Recount, claim: Say) -> None:
    text = "A strike hit the base. The envoy does not believe that the strike was a mistake."
    reading = recount(text, [claim(text, "The envoy", "does not believe", "not believe that the strike was a mistake")])
    assert polarity(facets(reading, "the envoy"), "intent") == {"denied"}


def test_rival_tolls_stay_with_their_tellers(recount: Recount, claim: Say) -> None:
    text = (
        "A strike hit the market. The governor said the strike killed 20 people. "
        "The hospital said the strike killed 31 people."
    )
    claims = [
        claim(text, "The governor", "said", "the strike killed 20 people"),
        claim(text, "The hospital", "said", "the strike killed 31 people"),
    ]
    reading = recount(text, claims)
    lows = {
        t: [f.value["low"] for f in facets(reading, t) if f.facet == "killed"] for t in ("the governor", "the hospital")
    }
    assert lows == {"the governor": [20], "the hospital": [31]}


def test_every_account_belongs_to_its_incident(recount: Recount) -> None:
    reading = recount("Shelling killed two men near Qasr. On the hill troops withdrew. A convoy arrived in Sadd.")
    by_id: dict[str, Account] = {a.id: a for a in reading.accounts}
    for incident in reading.incidents:
        assert incident.accounts
        assert all(by_id[a].incident == incident.key for a in incident.accounts)
    assert len(by_id) == len(reading.accounts)


def test_spans_slice_to_their_text(recount: Recount) -> None:
    reading = recount("At least nine people were killed when warplanes bombed the school; 14 were injured.")
    assert reading.text is not None
    for account in reading.accounts:
        for facet in account.facets:
            assert facet.text == reading.text[facet.spans[0][0] : facet.spans[0][1]]


def test_a_counter_attack_is_not_the_attack_it_answers(recount: Recount) -> None:
    """
    Rebels stormed the hill on Friday. A counterattack by the army drove them off the same night.
    """
    reading = recount(
        "Rebels stormed the hill on Friday. The assault was brief. A counterattack by the army drove them off at night."
    )
    text = reading.text or ""
    mentions = [{text[a:b].lower() for a, b in i.mentions} for i in reading.incidents]
    assert sorted(mentions, key=len) == [{"counterattack"}, {"stormed", "assault"}]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A Qasr man has died after he accidentally shot himself.", 1, None),
        ("A man killed five neighbours and then shot and killed himself.", 6, None),
        ("One of five people shot at the quay has died. The others are in hospital.", 1, 4),
        ("A boy was shot near Qasr. Police said no other injuries were reported.", None, 1),
        ("Omar Noor died on Tuesday after a shooting. His cousin was also shot.", 1, 1),
    ],
)
def test_the_dead_are_not_also_hurt(recount: Recount, text: str, killed: int | None, injured: int | None) -> None:
    """Whoever died of his wounds counts once; who was hit beside him counts as hurt."""
    (incident,) = recount(text).incidents
    assert [r.low if r else None for r in (incident.killed, incident.injured)] == [killed, injured]


@pytest.mark.parametrize(("turn", "count"), [("", 1), ("Meanwhile ", 2), ("Elsewhere ", 2)])
def test_a_sentence_that_turns_to_something_else_is_of_no_deed_told_before(turn: str, count: int, recount: Recount):
    text = f"Aircraft struck rebels on Monday. {turn}aircraft struck rebels again."
    assert len(recount(text).incidents) == count
