"""Deeds of other days and places in one report: each keeps its own dead."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

Seen = set[tuple[str | None, str | None, int | None]]


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2022-10-20"), local_kit(), Settings()
    )


def seen(text: str) -> Seen:
    """Month, place and dead of each incident."""
    return {
        (
            i.time.earliest[:7] if i.time and i.time.earliest else None,
            i.place.name if i.place else None,
            i.killed.low if i.killed else None,
        )
        for i in read(text).incidents
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The spokesman said the raid in Sanaa on 8 October 2016 was under review. In March 2016 aircraft hit "
                "Mastaba, in Hajjah, and killed 97 people, according to doctors."
            ),
            {("2016-10", "Sanaa", None), ("2016-03", "Mastaba", 97)},
        ),
        (
            (
                "On 15 August 2016 a hospital in Abs was bombed. In September 2015 a wedding near Mokha was hit: "
                "medics counted 131 dead, the UN said."
            ),
            {("2016-08", "Abs", None), ("2015-09", "Mocha", 131)},
        ),
        (
            "On 18 October 2021 three children died in two attacks on Mekelle. On 24 August 2022 fighting broke out.",
            {("2021-10", "Mek'ele", 3), ("2022-08", None, None)},
        ),
        (
            (
                "In March 2016 aircraft struck a market in Dhamar and killed 97 people. A year later, in May 2017, "
                "aircraft struck a farm near Mokha, killing 12."
            ),
            {("2016-03", "Dhamār", 97), ("2017-05", "Mocha", 12)},
        ),
        (
            (
                "On 9 October 2022 missiles were fired at the USS Mason. The coalition said that it knew of the "
                "bombing of the hall in Sanaa on 8 October, and would look into it."
            ),
            {("2022-10", "USS Mason", None), ("2022-10", "Sanaa", None)},
        ),
        (  # one strike, told twice
            "The hospital in Abs was bombed in August 2022, doctors said. The air strike in Abs killed 19 people.",
            {("2022-08", "Abs", 19)},
        ),
    ],
)
def test_deeds_of_other_times_and_places_are_two(text: str, expected: Seen) -> None:
    assert {(m, p.split(",")[0] if p else None, k) for m, p, k in seen(text)} == expected


def test_the_dead_told_behind_a_blow_are_its_own() -> None:
    found = seen(
        "On 3 August 2014 a missile struck a UN school in Rafah. Ten people were killed. On the Monday Israel declared "
        "a seven-hour window of its own. A few minutes into it a bomb brought down a house in the Shati refugee camp. "
        "A girl of eight was killed and some thirty people were injured, said Ashraf Salim."
    )
    assert ("2014-08", "Rafaḩ", 10) in found
    assert {dead for _, place, dead in found if place and "Shati" in place} == {1}


@pytest.mark.parametrize(
    ("text", "displaced"),
    [
        ("A camp for displaced people near Marib was bombed on 7 January and 56 people were killed.", set()),
        ("A bomb fell on a site for displaced families near Marib on 3 May; ten people were injured.", set()),
        ("Shells hit Marib on 3 May. Twelve displaced people were killed.", set()),
        ("Shells hit Marib on 3 May and displaced 200 families; nine people were killed.", {200}),
        ("Shells hit Marib on 3 May. Some 4,000 people were displaced, the UN said.", {4000}),
    ],
)
def test_the_dead_of_a_camp_are_not_the_displaced(text: str, displaced: set[int]) -> None:
    facets = [f for a in read(text).accounts for f in a.facets if f.facet == "displaced"]
    assert {f.value["low"] for f in facets} == displaced


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "In Jerusalem on Monday a man drove an excavator into a bus, killing a passer-by, before police shot him.",
            [("attack_on_civilians", 1), ("shooting", None)],
        ),
        (
            "On 3 May a lorry was driven into a market in Marib, killing eleven people, and its driver was shot dead.",
            [("attack_on_civilians", 11), ("shooting", 1)],
        ),
        ("Gunmen opened fire in Marib on 3 May, killing two people, before soldiers arrived.", [("shooting", 2)]),
    ],
)
def test_who_ends_an_attack_has_not_killed_its_victims(text: str, dead: list[tuple[str, int | None]]) -> None:
    assert [(i.event_type, i.killed and i.killed.low) for i in read(text).incidents] == dead


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Fighting broke out in Juba on 8 July. Forty bodies were taken to the military hospital.", {"clash"}),
        ("Shells hit Marib on 3 May. The bodies of nine men were brought to Marib Hospital.", {"shelling"}),
        ("Shells hit Marib on 3 May. The wounded were rushed to a clinic.", {"shelling"}),
        ("The rebels handed over 12 bodies to the Red Cross in Juba on 3 May.", {"handover"}),
        ("The wounded were evacuated from Marib to Sanaa on 3 May.", {"evacuation"}),
    ],
)
def test_the_dead_brought_to_a_hospital_are_no_handover(text: str, types: set[str]) -> None:
    assert {i.event_type for i in read(text).incidents} == types


def test_a_plane_claimed_to_have_been_shot_down_is_told_and_denied() -> None:
    reading = read(
        "Addis Ababa also claimed to have shot down a plane that had flown in from Sudan with arms for the rebels. "
        'Getachew Reda called the claim "a blatant lie".'
    )
    assert len(reading.incidents) == 1
    assert {f.polarity for a in reading.accounts for f in a.facets if f.facet == "occurrence"} == {"affirmed", "denied"}


@pytest.mark.parametrize(
    ("text", "incidents"),
    [
        ("Rebels are believed to have shelled Marib on 3 May, killing two.", 1),
        ("The army would have liked to have shelled Marib on 3 May, a captain said.", 0),
        ("The army hoped to have captured Marib by 3 May.", 0),
    ],
)
def test_what_somebody_is_said_to_have_done_is_told(text: str, incidents: int) -> None:
    assert len(read(text).incidents) == incidents


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The coalition promised an inquiry. The Review Team found that an aircraft had targeted the hall in Sanaa.",
            "air_strike",
        ),
        ("The Houthis claimed an attack on the Emirati vessel Swift near Mokha on 1 October.", "attack_on_civilians"),
        ("A drone hit the hall in Sanaa on 1 October, the police said.", "drone_strike"),
    ],
)
def test_without_a_drone_no_drone_strike(text: str, kind: str) -> None:
    assert [i.event_type for i in read(text).incidents] == [kind]


def test_the_incident_at_a_place_of_its_own_goes_on_with_none_told_elsewhere() -> None:
    attacked = "On the night of 4 to 5 May militants attacked an army post at Homs with mortars; two servicemen died."
    untrue = (
        "Reports that the army shelled Idlib on 4 May are untrue. The explosion was caused by munitions in the market."
    )
    struck = "With regard to the incident at Afrin on 5 May, the ministry admits that a drone struck a car by mistake."
    text = f"{attacked}\n\n{untrue}\n\n{struck}"
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2022-05-06")
    told = read_record(record, local_kit(), Settings()).incidents
    assert len({i.place.name for i in told if i.place}) == 3


def test_what_a_report_tells_again_stays_one_with_it() -> None:
    text = "A teenager was charged in Homs. A man was shot dead on 11 May. Guards stood near when the shots were fired."
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2022-05-30")
    assert len(read_record(record, local_kit(), Settings()).incidents) == 1


@pytest.mark.parametrize(
    ("text", "when", "kind"),
    [
        ("It was the first air strike since March, when a raid on Kessar killed 31.", "2022-03", "air_strike"),
        (
            "Sunday’s raid was the worst since January, when a bomb on the market of Ilm killed 31.",
            "2022-01",
            "bombing",
        ),
        ("The shelling of Dorve was the first since 2 April, when shells killed 31 there.", "2022-04-02", "shelling"),
    ],
)
def test_what_was_the_last_like_it_is_an_older_deed_and_no_total(text: str, when: str, kind: str) -> None:
    told = read(text).incidents
    older = [(i.event_type, i.aggregate, i.time and i.time.edtf, i.killed.low) for i in told if i.killed]
    assert older == [(kind, False, when, 31)]
    assert any(i.killed is None and not i.aggregate for i in told)


def test_the_dead_of_all_that_time_stay_a_total() -> None:
    told = read("Since March, when the offensive began, 310 people have been killed in Kessar.").incidents
    assert [i.killed.low for i in told if i.aggregate and i.killed] == [310]
