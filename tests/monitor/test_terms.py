"""Incidents held against a truce: who accuses whom, on which day, and inside the window as each party has it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.model.account import Facet
from truceline.model.actor import Actor
from truceline.model.entry import Entry
from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Document, Reader, Reading
from truceline.model.snapshot import Incident, LedgerAccount, Scope
from truceline.model.when import Time
from truceline.monitor.agreement import parse_agreement
from truceline.monitor.kit import load_monitor_kit
from truceline.monitor.terms import Monitored, monitor_terms
from truceline.runners.local import data_folder

SAMPLE = parse_agreement((Path(__file__).parent / "agreement_sample.yaml").read_text("utf-8"), "truce.yaml")[0]
assert SAMPLE is not None
TRUCE = SAMPLE
KIT = replace(
    load_monitor_kit(data_folder()),
    actors={
        a.id: a
        for a in (
            Actor(id="northland", name="Northland", kind="state"),
            Actor(id="northland-army", name="Northland army", kind="force", parent="northland"),
            Actor(id="southern-front", name="Southern Front", kind="armed_group"),
            Actor(id="inquiry", name="Inquiry of the League", kind="un_body"),
            Actor(id="black-banner", name="Black Banner", kind="armed_group"),
        )
    },
)
HERE = Place(name="Marl Bridge", lat=10.0, lon=20.0, admin1="Upper Valley", precision="town")
IN_BOTH = "2031-05-06"
AFTER_ONE = "2031-05-12"


def account(
    speaker: str, actor: str | None, facet: str = "actor", polarity="affirmed", line: str = ""
) -> LedgerAccount:
    facets = (Facet(facet=facet, value=actor, text="", spans=(), polarity=polarity),) if actor else ()
    return LedgerAccount(
        id=f"{speaker}-{actor}-{facet}/a1", incident="i1", claim="c1", tellers=(speaker,), facets=facets, document="d",
        line=line or speaker, line_reason="", teller_name=speaker, speaker=speaker,
    )  # fmt: skip


def incident(
    *accounts: LedgerAccount,
    day: str = IN_BOTH,
    event_type="air_strike",
    place: Place | None = HERE,
    name: str = "TL-1",
) -> Incident:
    return Incident(
        id=name, title="", event_type=event_type, aggregate=False, place=place, killed=None, injured=None,
        casualties=(), time=Time(earliest=day, latest=day, granularity="day"), grade="weak", grade_reasons=(),
        accounts=accounts, documents=("d",), independent_lines=1, facets={}, review="machine",
    )  # fmt: skip


def monitored(*incidents: Incident):
    return monitor_terms(incidents, [], [TRUCE], [], KIT)


def counts(found, accused="northland", accuser="any", position="northland"):
    return next(
        (
            (t.alleged, t.corroborated, t.attributed)
            for t in found.tallies
            if (t.accused, t.accuser, t.position, t.day) == (accused, accuser, position, None)
        ),
        None,
    )


ONE, NONE = Scope(certainly=1, possibly=0), Scope(certainly=0, possibly=0)


def test_one_accusation_is_alleged_and_no_more():
    assert counts(monitored(incident(account("southern-front", "northland-army")))) == (ONE, NONE, NONE)


def test_two_independent_lines_corroborate_but_not_two_of_the_accusers_own_side():
    accusers = account("southern-front", "northland-army"), account("valley-watch", "northland")
    assert counts(monitored(incident(*accusers))) == (ONE, ONE, NONE)
    own = replace(account("front-radio", "northland"), side="southern-front")
    assert counts(monitored(incident(accusers[0], own))) == (ONE, NONE, NONE)


def test_a_named_body_attributes():
    body = account("inquiry", "northland-army", "responsibility")
    found = monitored(incident(account("southern-front", "northland-army"), body))
    assert counts(found) == (ONE, ONE, ONE)
    assert {b.attributed_by for b in found.breaches} == {"Inquiry of the League"}


def test_the_end_of_the_truce_is_what_a_party_says_it_is():
    found = monitored(incident(account("southern-front", "northland-army"), day=AFTER_ONE))
    assert counts(found, position="northland") is None
    assert counts(found, position="eastland") == (ONE, NONE, NONE)


def test_a_time_that_may_lie_outside_is_possibly_within():
    late = replace(incident(account("southern-front", "northland-army")), time=Time(earliest=IN_BOTH, latest=AFTER_ONE))
    assert counts(monitored(late)) == (Scope(certainly=0, possibly=1), NONE, NONE)
    assert counts(monitored(late), position="eastland") == (ONE, NONE, NONE)


def test_a_place_outside_the_zone_is_no_breach_and_an_unknown_one_possibly_is():
    accuser = account("southern-front", "northland-army")
    assert counts(monitored(incident(accuser, place=replace(HERE, admin1="Far Coast")))) is None
    nowhere = counts(monitored(incident(accuser, place=None)))
    assert nowhere == (Scope(certainly=0, possibly=1, unplaced=1), NONE, NONE)


def test_an_unknown_place_lies_where_the_other_places_of_its_document_do():
    """The yard is in a report on Far Coast, of another country; named as its doer, a party points to the zone again."""
    home = incident(account("southern-front", "northland-army"), place=replace(HERE, country="VL"), name="TL-home")
    yard = Place(name="yard of her house")
    foreign = replace(incident(account("Ada", None), place=yard, name="TL-yard"), documents=("away",))
    entries = [told_of("away", Place(name="Far Coast", lat=1.0, lon=1.0, country="FC"))]
    assert standing(monitor_terms([home, foreign], entries, [TRUCE], [], KIT)) == {
        "TL-home": ("certainly", True),
        "TL-yard": ("outside", False),
    }
    ours = replace(foreign, accounts=(account("Ada", "northland-army"),))
    assert standing(monitor_terms([home, ours], entries, [TRUCE], [], KIT))["TL-yard"] == ("possibly", False)
    assert standing(monitor_terms([home, foreign], [], [TRUCE], [], KIT))["TL-yard"] == ("possibly", False)


def told_of(document: str, place: Place) -> Entry:
    """A document in which something happened at a place."""
    text = f"It rained on {place.name}."
    start = text.index(place.name)
    told = PlaceMention(
        name=place.name, lat=place.lat, lon=place.lon, country=place.country,
        start=start, end=len(text) - 1, role="event",
    )  # fmt: skip
    reading = Reading(
        document=Document(id=document, sha256=""), reader=Reader(name="hand", version="1"), text=text, places=(told,)
    )
    return Entry(id=document, given_id=document, sha256="", received_at="2031-05-07", reading=reading)


def standing(found: Monitored) -> dict[str, tuple[str, bool]]:
    return {z.incident: (z.within, z.placed) for z in found.zones}


def test_a_label_is_taken_for_a_party_only_as_the_agreements_file_says():
    found = monitored(incident(account("northland", "rebels")))
    assert counts(found, accused="southern-front") == (ONE, NONE, NONE)
    assert "“rebels” is taken for Southern Front" in found.breaches[0].reasons[0]


@pytest.mark.parametrize("words", ["enemy", "the enemy", "enemy forces", "other side"])
def test_the_enemy_is_the_one_other_party_bound_where_a_party_speaks(words: str):
    found = monitored(incident(account("northland-army", words)))
    assert counts(found, accused="southern-front") == (ONE, NONE, NONE)
    assert found.breaches[0].reasons == (
        f"“{words}” is taken for Southern Front, the one other party bound, in its opponent's words",
    )
    assert counts(monitored(incident(account("inquiry", words))), accused="southern-front") is None


def test_the_army_is_the_one_governments_where_one_alone_is_bound():
    kit = replace(KIT, actors={**KIT.actors, "northland": Actor(id="northland", name="Northland", kind="government")})
    found = monitor_terms([incident(account("army", "army"))], [], [TRUCE], [], kit)
    assert [(b.accused, b.attributed_by) for b in found.breaches] == [("northland", "army (own admission)")] * 2
    assert "“army” is taken for Northland, the one government bound" in found.breaches[0].reasons
    two = replace(kit, actors={**kit.actors, "southern-front": Actor(id="southern-front", name="S", kind="state")})
    assert counts(monitor_terms([incident(account("x", "army"))], [], [TRUCE], [], two), accused="northland") is None


@pytest.mark.parametrize("polarity", ["open", "denied"])
def test_what_is_only_asked_or_neither_confirmed_nor_denied_alleges_nothing(polarity: str):
    asked = account("valley-watch", "shelling", "occurrence", polarity)
    assert monitored(incident(asked)).breaches == ()


@pytest.mark.parametrize("unit", ["x-southern-front-3rd-coast-brigade", "x-southern-front-fighters"])
def test_an_unknown_unit_called_by_a_partys_name_is_that_partys(unit: str):
    found = monitored(incident(account("northland", unit)))
    assert counts(found, accused="southern-front") == (ONE, NONE, NONE)
    assert "is taken for Southern Front" in found.breaches[0].reasons[0]


@pytest.mark.parametrize("body", ["x-southern-front-liberation-army", "x-southern-front-museum", "x-southern-fighters"])
def test_a_longer_name_that_begins_like_a_partys_is_another_body(body: str):
    assert counts(monitored(incident(account("northland", body))), accused="southern-front") is None


def test_an_actor_who_is_no_party_breaches_nothing_and_a_denial_alleges_nothing():
    assert monitored(incident(account("northland", "black-banner"))).breaches == ()
    assert monitored(incident(account("northland", "x", "occurrence", "denied"))).breaches == ()


def test_a_target_the_truce_does_not_protect_is_no_breach():
    struck = account("southern-front", "northland-army")
    target = Facet(facet="target", value="black-banner", text="", spans=())
    assert monitored(incident(replace(struck, facets=(*struck.facets, target)))).breaches == ()


def test_an_obligation_has_accounts_for_and_against():
    came = incident(account("northland", None), event_type="aid_delivered", name="TL-1")
    held = incident(account("valley-watch", None), event_type="aid_obstructed", name="TL-2")
    assert monitored(came).obligations[0].status == "kept"
    assert monitored(came, held).obligations[0].status == "disputed"
    assert monitored().obligations[0].status == "unknown"


def test_an_obligation_is_kept_late_by_the_word_of_who_tells_a_later_day_than_it_was_due():
    timely = Facet(facet="time", value={"earliest": "2031-05-05", "latest": "2031-05-05"}, text="", spans=())
    on_time = replace(account("northland", None), facets=(timely,))
    late = account("valley-watch", None)
    duty = monitored(incident(on_time, late, day="2031-05-06", event_type="aid_delivered")).obligations[0]
    assert (duty.due, duty.status, duty.late) == ("2031-05-05", "kept", (late.id,))


def test_an_attack_on_what_an_obligation_protects_stands_against_it_and_its_denial_not_for_it():
    denied = account("northland", "attack_on_civilians", facet="occurrence", polarity="denied")
    told = account("valley-watch", "attack_on_civilians", facet="occurrence")
    struck = replace(incident(told, denied, event_type="attack_on_civilians"), struck="aid convoy")
    duty = monitored(struck).obligations[0]
    assert (duty.status, duty.kept, duty.broken) == ("broken", (), (told.id,))


speakers = st.sampled_from(["northland", "southern-front", "inquiry", "valley-watch"])
accused = st.sampled_from(["northland-army", "southern-front", "rebels", "black-banner", None])
facets = st.sampled_from(["actor", "responsibility"])
drawn = st.builds(account, speakers, accused, facets, st.sampled_from(["affirmed", "denied"]), st.sampled_from("abc"))


@given(
    st.lists(
        st.tuples(st.lists(drawn, min_size=1, max_size=4), st.sampled_from([IN_BOTH, AFTER_ONE, "2031-05-10"])),
        max_size=5,
    )
)
def test_counts_are_nested(told):
    found = monitored(*(incident(*a, day=day, name=f"TL-{i}") for i, (a, day) in enumerate(told)))
    for t in found.tallies:
        assert t.alleged.certainly >= t.corroborated.certainly >= t.attributed.certainly
        assert t.alleged.possibly >= t.corroborated.possibly >= t.attributed.possibly
        assert t.alleged.certainly + t.alleged.possibly == len(t.incidents) == t.accepted + t.proposed


def test_who_only_took_part_is_not_accused():
    """A table that names two sides without direction accuses neither."""
    found = monitored(incident(account("league", "northland", polarity="open")))
    assert counts(found) is None
    assert counts(found, accused="not named") == (ONE, NONE, NONE)
