"""What none is told to have noticed is denied by whoever says so, and none is a teller."""

import pytest

from truceline.ledger import read

DAY = "on 4 May 2019"


def told(tmp_path, text: str) -> list[tuple[str, str]]:
    """Act of each claim with whether, and how, it has something happen."""
    (tmp_path / "report.txt").write_text(f"{text}\n")
    (reading,) = read([tmp_path / "report.txt"])
    facets = [f for a in reading.accounts for f in a.facets if f.facet == "occurrence"]
    return [(c.act, p) for c in reading.claims for p in [f.polarity for f in facets if f.claim == c.id] or ["none"]]


@pytest.mark.parametrize(
    "text",
    [
        "“Not a single nurse reported any fighting inside the hospital compound,” said Ilir Voss.",
        f"The Sarvan army said that no soldier had reported any shelling of Arkona {DAY}.",
        f"Ilir Voss, a spokesman, said none of the observers had recorded any air strikes on Arkona {DAY}.",
        "No soldier reported any shelling of Arkona on Friday, the Sarvan army said.",
    ],
)
def test_what_none_noticed_is_denied(tmp_path, text: str):
    assert set(told(tmp_path, text)) == {("denies", "denied")}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (f"The Sarvan army said that a soldier had reported shelling of Arkona {DAY}.", ["asserts", "asserts"]),
        (
            f"No fewer than five witnesses reported shelling of Arkona {DAY}, the Red Cross said.",
            ["asserts", "asserts"],
        ),
        (f"The Sarvan army said that no group had claimed the bombing of Arkona {DAY}.", ["denies", "declines"]),
        (f"No resident reported any shelling of Arkona {DAY}.", ["declines"]),
    ],
)
def test_what_somebody_noticed_or_nobody_owned_to_is_not(tmp_path, text: str, acts: list[str]):
    read_so = told(tmp_path, text)
    assert [act for act, _ in read_so] == acts
    assert "denied" not in [p for _, p in read_so]


SHELLED = f"Shells killed nine people in Arkona {DAY}, residents said."


@pytest.mark.parametrize(
    ("answer", "polarity"),
    [
        ("Colonel Brask said he had no knowledge of any shelling.", "denied"),
        ("Colonel Brask said his unit was unaware of any shelling that day.", "denied"),
        ("Colonel Brask said he was not aware of any strike in the area.", "denied"),
        ("“We have no knowledge of such an attack,” Colonel Brask said.", "denied"),
        ("Colonel Brask said he had no knowledge of the shelling.", "open"),
        ("Colonel Brask said he had no information about the shelling.", "open"),
    ],
)
def test_who_knows_of_no_shelling_denies_it_or_leaves_it_open_and_says_nothing_of_notice(tmp_path, answer, polarity):
    (tmp_path / "report.txt").write_text(f"{SHELLED} {answer}\n")
    (reading,) = read([tmp_path / "report.txt"])
    brask = next(c.id for c in reading.claims if c.speaker and "Brask" in c.speaker)
    facets = [f for a in reading.accounts for f in a.facets if f.claim == brask]
    assert [f.polarity for f in facets if f.facet == "occurrence"] == [polarity]
    assert "notice" not in {f.facet for f in facets}


def test_prior_knowledge_is_notice(tmp_path):
    (tmp_path / "report.txt").write_text(f"{SHELLED} Colonel Brask said he had no prior knowledge of the shelling.\n")
    (reading,) = read([tmp_path / "report.txt"])
    notices = [f.polarity for a in reading.accounts for f in a.facets if f.facet == "notice"]
    assert notices == ["denied"]
