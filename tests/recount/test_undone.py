"""Deeds told as not done, denied, or laid on somebody by whom nothing was done."""

import pytest

from truceline.ledger import read


def facets(tmp_path, text: str) -> dict[str, list[tuple[str, object]]]:
    """Facet to polarity and value of each telling."""
    (tmp_path / "report.txt").write_text(f"5 June 2023. {text}\n")
    (reading,) = read([tmp_path / "report.txt"])
    told: dict[str, list[tuple[str, object]]] = {}
    for account in reading.accounts:
        for facet in account.facets:
            told.setdefault(facet.facet, []).append((facet.polarity, facet.value))
    return told


@pytest.mark.parametrize(
    "text",
    [
        "The army did not shell Idlib on 4 June.",
        "No shells landed in Idlib on 4 June.",
        "The withdrawal from Idlib on 4 June did not take place.",
        "There was no massacre in Idlib on 4 June, although a video claims to show it.",
        "Nor was there a massacre in Idlib on 4 June.",
        "The army has not carried out any air strike on Idlib since 4 June.",
    ],
)
def test_a_deed_that_was_not_done_is_not_affirmed(tmp_path, text: str):
    assert [p for p, _ in facets(tmp_path, text).get("occurrence", [])] in (["denied"], ["open"])


def test_who_accuses_is_not_who_did_it(tmp_path):
    text = "The commander, accused by residents of burning the village of Ntovu, denied the charge."
    assert "residents" not in [v for _, v in facets(tmp_path, text).get("responsibility", [])]


def test_a_denial_of_reports_is_kept_with_who_denies(tmp_path):
    text = "Eduard Basalin denied reports that the militia had shelled Idlib on Friday."
    assert sorted(p for p, _ in facets(tmp_path, text)["occurrence"]) == ["affirmed", "denied"]


def test_its_forces_are_those_of_the_body_a_spokesman_speaks_for(tmp_path):
    text = "A spokesman for the Donetsk People's Republic, Eduard Basalin, denied that its forces had shelled Horlivka."
    assert facets(tmp_path, text)["responsibility"] == [("denied", "dpr")]


def test_two_doers_joined_are_both_cleared(tmp_path):
    text = "Russian and Syrian aircraft did not strike the convoy near Aleppo, Igor Konashenkov said."
    assert {p for p, _ in facets(tmp_path, text)["responsibility"]} == {"denied"}


def test_we_is_whose_mouth_it_is_in(tmp_path):
    text = "“The Armenians say that we bombed Stepanakert on 4 October,” Hikmet Hajiyev said."
    assert "x-armenians" not in [v for _, v in facets(tmp_path, text).get("responsibility", [])]


def test_that_nobody_died_denies_no_wounds(tmp_path):
    text = "The governor said that nobody was killed when a market in Idlib was shelled and that six were hurt."
    told = facets(tmp_path, text)
    assert [(p, v["low"]) for p, v in (*told["killed"], *told["injured"])] == [("affirmed", 0), ("affirmed", 6)]


@pytest.mark.parametrize(
    ("text", "kind", "killed", "injured"),
    [
        ("Two soldiers were wounded in Idlib on Sunday.", "clash", None, 2),
        ("Forces wiped out 30 soldiers near Idlib on 3 June, the command said.", "ground_attack", 30, None),
        ("The army liquidated 20 rebels in Idlib on Sunday.", "ground_attack", 20, None),
    ],
)
def test_who_was_hurt_says_what_kind_of_happening_it_was(tmp_path, text, kind, killed, injured):
    (tmp_path / "report.txt").write_text(f"5 June 2023. {text}\n")
    ((incident,),) = (r.incidents for r in read([tmp_path / "report.txt"]))
    low = [n and n.low for n in (incident.killed, incident.injured)]
    assert (incident.event_type, *low) == (kind, killed, injured)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("Between 18 and 31 December 2018", "2018-12-18", "2018-12-31"),
        ("Between 18 January and 18 February 2015", "2015-01-18", "2015-02-18"),
        ("On 3-5 March 2015", "2015-03-03", "2015-03-05"),
    ],
)
def test_a_span_of_days_is_neither_its_first_nor_its_last(tmp_path, told, first, last):
    (tmp_path / "report.txt").write_text(f"{told} shells hit the market of Idlib, killing two people.\n")
    ((incident,),) = (r.incidents for r in read([tmp_path / "report.txt"]))
    assert incident.time is not None
    assert (incident.time.earliest, incident.time.latest) == (first, last)


@pytest.mark.parametrize(
    ("answer", "denied"),
    [
        ("The army denied it.", {"occurrence", "responsibility"}),  # where nobody was blamed annotators say either
        ("The army denied that it happened.", {"occurrence"}),
        ("The army denied responsibility.", {"responsibility"}),
        ("The army rejected the charge.", {"responsibility"}),
    ],
)
def test_a_denial_of_it_answers_what_was_told_before(tmp_path, answer: str, denied: set[str]):
    deed = "A shell hit a school in Idlib on 4 June, killing three children, residents said."
    told = facets(tmp_path, f"{deed} {answer}")
    (facet,) = {name for name, some in told.items() if "denied" in [p for p, _ in some]}
    assert facet in denied
    assert [(p, v["low"]) for p, v in told["killed"]] == [("affirmed", 3)]


_SHELLED = "On 4 June shells killed nine people in Idlib."


@pytest.mark.parametrize(
    "said",
    [
        "The envoy found that it was unlikely to have been an error.",
        "“This was no mistake,” the mayor said.",
        "“The shelling was by design and not by mistake,” the rebels said.",
        "The mission concluded that the shelling was deliberate rather than an error.",
    ],
)
def test_who_calls_a_deed_no_error_does_not_call_it_unmeant(tmp_path, said: str):
    told = facets(tmp_path, f"{_SHELLED} {said}")
    assert ("affirmed", "unintended") not in told["intent"]
    assert "denied" not in [p for p, _ in told["occurrence"]]


@pytest.mark.parametrize(
    "said",
    [
        "The rebels have never regretted the shelling.",
        "The rebels did not deny shelling the town.",
        "The rebels have never denied the shelling.",
        "“We have no regrets about the shelling,” the rebels said.",
    ],
)
def test_what_is_not_regretted_or_not_denied_is_not_denied(tmp_path, said: str):
    told = facets(tmp_path, f"{_SHELLED} {said}")
    assert "denied" not in [p for p, _ in (*told["occurrence"], *told.get("responsibility", ()))]


def test_who_calls_a_denial_a_lie_does_not_share_it(tmp_path):
    denial = "The militia denied the attack."
    answer = "The governor called this a lie: “The men who shot us wore its caps.”"
    told = facets(tmp_path, f"On 4 June gunmen killed nine people in Idlib. {denial} {answer}")
    assert [v for p, v in told["occurrence"] if p == "denied"] == ["shooting"]  # the militia's own
    assert ("affirmed", "shooting") in told["occurrence"]


def test_what_is_called_a_lie_is_denied(tmp_path):
    answer = "The mayor said the army had shelled the market. The army called this a lie."
    assert "denied" in [p for p, _ in facets(tmp_path, f"{_SHELLED} {answer}")["occurrence"]]


def test_whose_men_it_denies_is_not_whom_they_went_to(tmp_path):
    text = "Armed men stormed the Jordanian embassy in Khartoum on 4 June. Sudan's army denied that its men had entered"
    told = facets(tmp_path, f"{text} the Qatari mission.")
    assert "qa" not in [v for _, v in told.get("responsibility", [])]
    assert ("affirmed", "ground_attack") in told["occurrence"]


def test_regret_answers_the_deed_beside_it(tmp_path):
    regret = (
        "“We regret that this happened; it was not our intention to harm civilians,” the army said of the shelling of"
    )
    told = facets(tmp_path, f"{regret} Idlib on 4 June.")
    assert "denied" not in [p for p, _ in told.get("responsibility", [])]
    assert told["intent"] in ([("affirmed", "unintended")], [("denied", "intended")])


def test_a_denial_that_no_warning_came_affirms_one(tmp_path):
    denied = facets(tmp_path, f"{_SHELLED} The army denied that no warning had been given.")
    assert [p for p, _ in denied["notice"]] == ["affirmed"]
    assert [p for p, _ in facets(tmp_path, f"{_SHELLED} The army denied that it was warned.")["notice"]] == ["denied"]


@pytest.mark.parametrize(
    "deed", ["that it had burned the depot", "that it burned the depot", "having burned the depot"]
)
def test_who_denies_a_deed_is_not_told_of_as_having_done_it(tmp_path, deed: str):
    told = facets(tmp_path, f"The militia denied {deed} in Idlib on 4 June.")
    assert {p for p, _ in told["responsibility"]} == {"denied"}


def test_who_admits_a_deed_is_told_of_as_having_done_it(tmp_path):
    told = facets(tmp_path, f"{_SHELLED} The gunner admits having fired the second shell.")
    assert {p for p, _ in told["responsibility"]} == {"affirmed"}


def intents(tmp_path, text: str) -> list[tuple[str, object]]:
    """Polarity and value of what is told of the intent of a text's happenings."""
    return facets(tmp_path, text).get("intent", [])


@pytest.mark.parametrize(
    "why",
    ["to discredit the army", "in order to derail the talks", "to punish the village", "to force it to surrender"],
)
def test_what_was_done_for_a_purpose_was_meant(tmp_path, why: str) -> None:
    text = f"The Defence Ministry said the Front had shelled its own village on Tuesday {why}."
    assert set(intents(tmp_path, text)) <= {("affirmed", "intended")}


@pytest.mark.parametrize(
    "did",
    ["ignored a signal to stop", "failed to stop at a checkpoint", "had ignored warning shots and sped at the post"],
)
def test_what_the_victim_did_is_no_intent_of_who_shot(tmp_path, did: str) -> None:
    text = f"Soldiers shot a driver at Kelm Bridge on Tuesday. The army said the man {did}."
    assert not intents(tmp_path, text)


def test_a_mistake_is_none_still(tmp_path) -> None:
    text = "Soldiers shot a driver at Kelm Bridge on Tuesday by mistake, the army said."
    assert intents(tmp_path, text) == [("affirmed", "unintended")]


def test_none_was_there_though_rules_know_the_word_and_the_place(tmp_path):
    told = facets(
        tmp_path, "Nor was there a massacre in Aleppo on 4 June. Idlib was shelled on 3 June; six people died."
    )
    assert ("denied", "attack_on_civilians") in told["occurrence"]
