"""What digests of a truce's end tell, read by everything that ships: whose arms, who is cleared, what is no deed."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str, day: str | None = "2016-09-20") -> Reading:
    return read_record(Record(id="a", where="a.txt", text=text, data=text.encode(), dct=day), local_kit(), Settings())


def told(reading: Reading, *names: str) -> set[tuple[str, str]]:
    return {(f.polarity, str(f.value)) for a in reading.accounts for f in a.facets if f.facet in names}


def test_its_planes_are_those_of_the_body_named_before() -> None:
    text = (
        "The ministry spoke of an error made by pilots of the US-led coalition on 17 September when its planes bombed"
    )
    assert told(read(f"{text} a post near Homs."), "actor", "responsibility") == {("affirmed", "coalition")}


def test_both_whose_aircraft_they_were_are_cleared_or_blamed() -> None:
    denied = read(
        "The Kremlin denied that Russian or Syrian aircraft had bombed the aid convoy near Homs on 19 September."
    )
    blamed = read("Residents said that Russian and Syrian aircraft had bombed the market in Homs on 19 September.")
    assert told(denied, "responsibility") == {("denied", "ru-vks"), ("denied", "sy-airforce")}
    assert told(blamed, "responsibility", "actor") == {("affirmed", "ru-vks"), ("affirmed", "sy-airforce")}


def test_a_state_is_responsible_where_somebody_says_so() -> None:
    text = (
        "Ana Vant, a UN adviser, said that the aid convoy was hit near Homs on 19 September. She said that Russia was"
    )
    assert told(read(f"{text} responsible either way."), "responsibility") == {("affirmed", "ru")}


def test_whom_somebody_is_said_to_have_put_the_blame_on_is_not_blamed_by_the_writer() -> None:
    text = (
        "On 17 September jets hit an army post near Homs, killing six soldiers. The Front tried to put the blame for it"
    )
    assert ("affirmed", "Russia") not in told(read(f"{text} on Russia."), "responsibility", "actor")


def test_those_fought_at_large_are_not_what_was_hit() -> None:
    text = (
        "On 17 September an air strike hit the Syrian army near Homs. A spokesman said that it came of the refusal to"
    )
    assert told(read(f"{text} coordinate with Moscow in its actions against terrorist groups."), "target") == {
        ("affirmed", "sy-army")
    }


@pytest.mark.parametrize("cue", ["disputed", "denied"])
@pytest.mark.parametrize("end", ["had ended", "was over", "had collapsed"])
def test_who_disputes_that_a_truce_is_over_denies_that_it_happened(cue: str, end: str) -> None:
    text = (
        f"The army said on 19 September that the ceasefire was over. The United States {cue} that the ceasefire {end}."
    )
    (denial,) = [c for c in read(text).claims if c.act == "denies"]
    assert denial.reaches == "occurrence"


def test_a_plural_beside_a_number_is_no_second_count() -> None:
    text = "The massacre of army personnel shocked many. On 17 September jets struck near Homs, killing at least 62"
    counts = {str(f.value["low"]) for a in read(f"{text} soldiers.").accounts for f in a.facets if f.facet == "killed"}
    assert counts == {"62"}


def test_a_party_that_is_no_head_of_the_words_is_not_what_was_hit() -> None:
    text = (
        "On 19 September a drone hit a UN aid convoy near Homs. On 20 September shells struck the Turkish consulate in"
    )
    hit = {value for _, value in told(read(f"{text} Aleppo."), "target")}
    assert not hit & {"un", "tr", "tr-mil"}


def test_a_denial_is_of_the_deed_that_it_names() -> None:
    text = (
        "On 14 September two soldiers were killed in a rocket attack near Homs, the army said. The Front said that it"
        " had nothing to do with the attack.\n\nA monitor said that there had been no air strikes since, but that"
        " shelling had killed five civilians in southern Idlib in September."
    )
    denying = [
        a for a in read(text).accounts if any(f.polarity == "denied" and f.facet == "responsibility" for f in a.facets)
    ]
    rockets = next(i for i in read(text).incidents if i.killed and i.killed.low == 2)
    assert {a.incident for a in denying} == {rockets.key}


def test_what_breaches_are_counted_as_are_no_dead() -> None:
    text = (
        "The centre said on 1 April that it had recorded 28 violations in the past week. The other side counted nine."
    )
    assert told(read(text, "2016-04-02"), "killed") == set()


def test_a_breach_made_by_a_deed_is_that_deed() -> None:
    text = (
        "Baku said that it was Armenia which had violated the truce, just after midnight, with mortar fire near Hadrut."
    )
    (incident,) = read(text, "2020-10-18").incidents
    assert incident.event_type == "shelling"
    assert told(read(text, "2020-10-18"), "responsibility", "compliance") == {
        ("affirmed", "am"),
        ("affirmed", "broken"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary-General condemned all attacks on populated areas.",
        "“Attacks on civilians are intolerable,” the coordinator said.",
    ],
)
def test_what_is_condemned_at_large_has_not_happened_by_that(text: str) -> None:
    assert read(text).incidents == ()


def test_the_raid_of_gunmen_is_theirs() -> None:
    text = "On 17 September 2016 two soldiers died near Homs in a raid of the gunmen on a post, the army said."
    assert ("affirmed", "gunmen") not in told(read(text), "target")


def test_a_total_of_a_stretch_has_no_one_day_and_the_country_is_no_place() -> None:
    text = (
        "The command said that the truce ended at 7 pm on 19 September. It said that rebels had committed more than 300"
    )
    (total,) = [i for i in read(f"{text} violations around the country in the seven days.").incidents if i.aggregate]
    assert (total.time, total.place) == (None, None)


def test_the_aim_of_an_accusation_is_not_that_of_the_deed() -> None:
    text = "Ruvia was accused of having bombed an aid convoy near Homs on 19 September, an incident that its ministry"
    assert told(read(f"{text} dismissed as an attempt to distract attention."), "intent") == set()


def test_what_a_deed_made_possible_is_not_what_it_was_for() -> None:
    text = "The command of Ruvia said that an air strike near Homs on 19 September had killed six soldiers."
    assert told(read(f"{text} It said that the strike had opened the way for the rebels."), "intent") == set()
