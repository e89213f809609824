"""Denials that it was meant, or that the speaker's own men did it: neither denies that it happened."""

import pytest

from truceline.ledger import read

STANCES = {"occurrence", "type", "intent", "responsibility", "means"}


def told(tmp_path, text: str, teller: str) -> list[tuple[str, str, object]]:
    """Facet, polarity and value of what a teller says alone."""
    (tmp_path / "report.txt").write_text(f"{text}\n")
    (reading,) = read([tmp_path / "report.txt"])
    mine = [f for a in reading.accounts if a.tellers == (teller,) for f in a.facets if f.facet in STANCES]
    return [(f.facet, f.polarity, f.value) for f in mine]


@pytest.mark.parametrize(
    "denial",
    [
        "denied that they had been targeted.",
        "denied targeting the guards.",
        "denied that the guards were targeted.",
        "rejected claims that the guards were targeted.",
    ],
)
def test_who_denies_an_aim_denies_no_deed_and_tells_of_none(tmp_path, denial: str):
    text = f"On 3 May 2019 a shell killed six guards in Arkona. The Sarvan army {denial}"
    assert told(tmp_path, text, "x-sarvan-army") == [("intent", "denied", "intended")]


def test_who_was_targeted_was_meant(tmp_path):
    text = "On 3 May 2019 a shell killed six guards in Arkona. The Red Cross said the guards were targeted."
    assert ("intent", "affirmed", "unintended") not in told(tmp_path, text, "icrc")


@pytest.mark.parametrize(
    "denial",
    [
        "The Sarvan army denied Ruvia's claim that its men had destroyed it.",
        "The Sarvan army denied the Ruvian government's claim that its own sappers had destroyed it.",
        "The Sarvan army denied claims that its troops had destroyed it.",
        "The Sarvan army rejected an accusation by Ruvia that its soldiers had blown it up.",
    ],
)
def test_another_s_charge_denied_clears_the_speaker(tmp_path, denial: str):
    stances = told(tmp_path, f"On 3 May 2019 a bridge was blown up in Arkona. {denial}", "x-sarvan-army")
    assert ("responsibility", "denied", "x-sarvan-army") in stances
    assert "denied" not in [p for name, p, _ in stances if name == "occurrence"]


def test_arms_a_denial_clears_are_not_the_means(tmp_path):
    text = "On 3 May 2019 the hospital in Arkona was bombed. The Sarvan army denied that its aircraft had hit it."
    assert "means" not in [name for name, _, _ in told(tmp_path, text, "x-sarvan-army")]


def test_a_denial_of_shells_is_of_the_deed(tmp_path):
    text = "On 3 May 2019 shells hit Arkona. The Sarvan army denied that any shells had fallen on Arkona."
    assert ("occurrence", "denied") in [(name, p) for name, p, _ in told(tmp_path, text, "x-sarvan-army")]


@pytest.mark.parametrize(
    "denial",
    [
        "denied that it had shelled Arkona.",
        "denied it had shelled Arkona.",
        "denied shelling the market.",
        "denied having shelled the market.",
    ],
)
def test_a_deed_denied_as_one_s_own_clears_the_speaker_and_leaves_it_open(tmp_path, denial: str):
    text = f"On 3 May 2019 the market in Arkona was shelled, killing two. The Sarvan army {denial}"
    stances = told(tmp_path, text, "x-sarvan-army")
    assert ("responsibility", "denied", "x-sarvan-army") in stances
    assert ("occurrence", "open") in [(name, p) for name, p, _ in stances]


@pytest.mark.parametrize(
    "denial", ["denied that any shelling had taken place.", "denied that the market had been shelled."]
)
def test_a_deed_denied_altogether_clears_nobody(tmp_path, denial: str):
    text = f"On 3 May 2019 the market in Arkona was shelled, killing two. The Sarvan army {denial}"
    stances = [(name, p) for name, p, _ in told(tmp_path, text, "x-sarvan-army")]
    assert ("occurrence", "denied") in stances
    assert "responsibility" not in [name for name, _ in stances]


def test_a_person_clears_himself_not_his_army(tmp_path):
    text = (
        "On 3 May 2019 the market in Arkona was shelled. "
        "General Pell Amar of the Sarvan army denied that he had ordered the shelling."
    )
    assert ("responsibility", "denied", "x-pell-amar") in told(tmp_path, text, "x-pell-amar")
