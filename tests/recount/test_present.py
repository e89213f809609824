"""People told only to have been where it happened are neither dead nor hurt."""

import pytest

from truceline.ledger import read


def harmed(tmp_path, text: str) -> list[tuple[str, int | None]]:
    """Kind and lower bound of each harm told."""
    (tmp_path / "report.txt").write_text(f"{text}\n")
    (reading,) = read([tmp_path / "report.txt"])
    facets = [f for a in reading.accounts for f in a.facets if f.facet in {"killed", "injured"}]
    return sorted((f.facet, f.value["low"]) for f in facets if f.polarity == "affirmed")


@pytest.mark.parametrize(
    "text",
    [
        "Ilir Voss said that ten fighters had been hiding in the hospital in Arkona when it was bombed on 3 May 2019.",
        "Ilir Voss said that thirty fighters had been in the school in Arkona when it was bombed on 3 May 2019.",
        "On 3 May 2019 the hospital in Arkona was bombed. It said 105 patients were in the hospital at the time.",
        "On 3 May 2019 a missile hit the base in Arkona. About forty soldiers were sleeping in the barracks.",
    ],
)
def test_who_was_there_is_not_harmed(tmp_path, text: str):
    assert harmed(tmp_path, text) == []


@pytest.mark.parametrize(
    ("told", "harm"),
    [
        ("Twelve people are in hospital.", ("injured", 12)),
        ("Six of the wounded were in the hospital in Ruvia on Friday.", ("injured", 6)),
        ("Nine people were in the market when the shell killed them.", ("killed", 9)),
    ],
)
def test_who_is_in_hospital_or_died_there_is(tmp_path, told: str, harm: tuple[str, int]):
    assert harm in harmed(tmp_path, f"On 3 May 2019 a shell hit the market in Arkona. {told}")


def test_a_part_of_the_dead_is_not_hurt_too(tmp_path):
    struck = "On 3 May 2019 an air strike hit the hospital in Arkona."
    text = f"{struck} The toll stood at 22 on 4 May, 12 of them staff and 10 patients."
    assert {kind for kind, _ in harmed(tmp_path, text)} == {"killed"}
