"""What a denial takes for granted, to say when the thing denied was or was not: it is not denied."""

import pytest

from truceline.ledger import read

SHELLED = "On 3 May 2019 rebel guns shelled Arkona. "
FELL = "On 3 May 2019 shells fell on Arkona. "


def told(tmp_path, text: str, *names: str) -> list[tuple[str, str]]:
    """Polarity and words of the facets so named that somebody is credited with."""
    (tmp_path / "report.txt").write_text(f"{text}\n")
    (reading,) = read([tmp_path / "report.txt"])
    return [(f.polarity, f.text) for a in reading.accounts if a.tellers for f in a.facets if f.facet in names]


@pytest.mark.parametrize(
    ("denial", "deed"),
    [
        ("The Sarvan army denied that its men fled after the shelling began.", "shelling"),
        ("The Sarvan army denies that its troops had moved before the bombardment began.", "bombardment"),
        ("The Sarvan defence ministry denied having opened a checkpoint during the attack.", "attack"),
        ("The Sarvan army denied that its tanks had crossed the river after rebels shelled Arkona.", "shelled"),
    ],
)
def test_a_deed_that_only_says_when_is_granted(tmp_path, denial: str, deed: str):
    assert told(tmp_path, SHELLED + denial, "occurrence") == [("affirmed", deed)]


def test_so_are_the_dead_told_with_it(tmp_path):
    denial = "The Sarvan army denied that its tanks had crossed the river after rebels shelled Arkona and killed six."
    assert [p for p, _ in told(tmp_path, SHELLED + denial, "killed")] == ["affirmed"]


@pytest.mark.parametrize(
    "denial",
    [
        "The Sarvan army denied that it had shelled Arkona before the truce began.",
        "The Sarvan army denied that its guns had fired rockets at Arkona after the convoy left.",
        "The Sarvan army denied moving its guns before shelling the town.",
        "The Sarvan army denied that its men were in town when the alleged massacre took place.",
    ],
)
def test_a_deed_of_its_own_is_not(tmp_path, denial: str):
    stances = told(tmp_path, FELL + denial, "occurrence", "responsibility")
    assert "denied" in [p for p, _ in stances]
    assert "affirmed" not in [p for p, _ in stances]
