"""What a denial of all deeds of a kind, a refused number and the work of rescuers do not say."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    return read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2020-03-12"), local_kit(), Settings()
    )


def types(text: str) -> set[str]:
    return {i.event_type for i in read(text).incidents}


def figures(text: str) -> set[tuple[str, str, int]]:
    facets = [f for a in read(text).accounts for f in a.facets if f.facet in {"killed", "injured"}]
    return {(f.facet, f.polarity, f.value["low"]) for f in facets}


@pytest.mark.parametrize(
    "text",
    [
        (
            "On 9 March militants of the Northern Front fired rockets at the town of Ardun. Two soldiers were killed "
            "and five were wounded.\n\nAdmiral Orlan Tolm said that no air strikes had been carried out by the fleet."
        ),
        (
            "Rebels fired mortar shells at the town of Ardun on 9 March 2020 and wounded four people. The army denied "
            "any air strikes in the area."
        ),
        (
            "Rockets hit the town of Ardun on 9 March 2020 and killed two soldiers. There were no drone strikes on "
            "that day, the ministry said."
        ),
        "Artillery shelled Ardun on 9 March 2020 and killed two people. The army told of no air strikes.",
    ],
)
def test_a_denial_of_all_air_strikes_makes_rockets_no_air_strike(text: str) -> None:
    assert types(text) == {"shelling"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "An air strike hit Ardun on 9 March 2020 and killed two people. The army said there were no air strikes.",
            "air",
        ),
        ("Warplanes bombed Ardun on 9 March 2020 and killed two people. The army denied any air strikes.", "air"),
        ("An explosion killed two people in Ardun on 9 March 2020. The army denied any shelling.", "bombing"),
    ],
)
def test_a_denial_of_the_deed_told_changes_no_kind(text: str, kind: str) -> None:
    (told,) = types(text)
    assert told.startswith(kind)


@pytest.mark.parametrize(
    "text",
    [
        "The Ardun rescuers said their crews pulled bodies from the rubble until daybreak.",
        "Crews extracted two children from under the debris in Ardun on 9 March 2020.",
        "An air strike killed nine people in Ardun on 9 March 2020. Rescuers dug three survivors out of the debris.",
        "Shelling hit Ardun on 9 March 2020. Rescue teams recovered four bodies from the ruins at night.",
    ],
)
def test_bringing_people_out_of_ruins_is_no_withdrawal(text: str) -> None:
    assert not types(text) & {"withdrawal", "evacuation", "handover"}


@pytest.mark.parametrize(
    "text",
    [
        "The army pulled its tanks from Ardun on 9 March 2020.",
        "The rebels pulled back from the ruins of Ardun on 9 March 2020.",
        "The rebels pulled out of Ardun on 9 March 2020.",
    ],
)
def test_a_withdrawal_stays_one(text: str) -> None:
    assert types(text) == {"withdrawal"}


@pytest.mark.parametrize(
    ("text", "told", "refused"),
    [
        ("A medic told me that three soldiers died, not two as the Tolmic centre says.", 3, 2),
        ("A doctor said that five people were killed, not three.", 5, 3),
        ("The mayor said six people died, rather than the four that the army reported.", 6, 4),
        ("The mayor said that nine people died, not seven.", 9, 7),
    ],
)
def test_a_refused_number_is_denied(text: str, told: int, refused: int) -> None:
    found = figures(f"Shelling hit a barracks at Ardun on 9 March 2020. {text}")
    assert ("killed", "affirmed", told) in found
    assert ("killed", "affirmed", refused) not in found


@pytest.mark.parametrize(
    "text", ["No fewer than four people died.", "Not only two soldiers died.", "Four died, not far from the mill."]
)
def test_a_not_beside_another_word_refuses_no_number(text: str) -> None:
    found = figures(f"Shelling hit a barracks at Ardun on 9 March 2020. {text}")
    assert not any(polarity == "denied" for _, polarity, _ in found)


def test_who_denies_a_word_for_a_deed_denies_its_kind_alone() -> None:
    reading = read(
        "Soldiers burned the market of Orvenka on 3 May 2031, killing nine traders, the council said. The government "
        "disputes the word massacre."
    )
    denied = {(f.facet, f.text) for a in reading.accounts for f in a.facets if f.polarity == "denied"}
    assert denied == {("type", "massacre")}


def test_what_a_denial_says_there_was_none_of_is_no_target() -> None:
    reading = read("No aid was stopped at Orvenka on 3 May 2031, the prefect said.")
    affirmed = {f.facet for a in reading.accounts for f in a.facets if f.polarity == "affirmed"}
    assert not affirmed & {"occurrence", "type", "target"}
