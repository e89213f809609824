"""Figures given anew, ages in a list of the dead, and numbers that count no more people than were told."""

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


def counted(text: str, facet: str) -> list[int]:
    facets = [f for a in read(text).accounts for f in a.facets if f.facet == facet and f.polarity == "affirmed"]
    return [f.value["low"] for f in facets]


@pytest.mark.parametrize(
    ("revision", "killed"),
    [
        ("This number is revised: seven people have died.", 7),
        ("Correction: seven people were killed.", 7),
        ("The death toll has been updated – eight people died.", 8),
        ("We have corrected our figures: six people were killed.", 6),
        ("The first count was wrong: nine people were killed.", 9),
    ],
)
def test_a_revised_toll_takes_the_place_of_the_same_tellers_earlier_one(revision: str, killed: int) -> None:
    assert counted(f"Shelling of Ardun on 11 March 2020 killed four people. {revision}", "killed") == [killed]


@pytest.mark.parametrize(
    "more",
    [
        "The number of checkpoints was revised: three people were killed at one.",
        "The list is complete: three women were killed.",
        "The mayor counted four: three women and a man were killed.",
    ],
)
def test_what_revises_no_toll_leaves_the_earlier_figure(more: str) -> None:
    assert 4 in counted(f"Shelling of Ardun on 11 March 2020 killed four people. {more}", "killed")


def test_parts_of_the_dead_are_nobody_injured() -> None:
    text = (
        "In our first statement on the shelling of Ardun on 11 March 2020 we spoke of four dead and twelve wounded. "
        "This number is revised: seven people have died, among them two children and three women, and sixteen were "
        "wounded."
    )
    assert counted(text, "injured") == [16]
    assert counted(text, "killed") == [7, 2, 3]


@pytest.mark.parametrize(
    "line",
    [
        "16. Mina Torel, 24 (died 7 March)",
        "- Josef Karn Abel, 7 (killed in his house)",
        "- Lea Torel, 44 (wife of Josef)",
        "Ana Mirel, 52 – succumbed to her wounds on 9 March",
    ],
)
def test_an_age_in_a_list_of_the_dead_counts_nobody(line: str) -> None:
    killed = counted(f"The air strike on Ardun on 5 March 2020 killed 15 people.\n\n{line}\n", "killed")
    assert set(killed) <= {15, 1}


@pytest.mark.parametrize("line", ["Upper Ardun, 24 (killed)", "In Karn Abel, 24 died.", "In Ruv, 24 were killed."])
def test_a_places_count_stays_a_count(line: str) -> None:
    assert 24 in counted(f"Shelling on 5 March 2020 hit several villages.\n\n{line}\n", "killed")


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A strike on Ardun on 3 March 2020 killed a family of nine.", [9]),
        ("A family of five died in the strike on Ardun on 3 March 2020.", [5]),
        ("The strike on Ardun on 3 March 2020 wiped out a family of seven.", [7]),
        ("A strike on Ardun on 3 March 2020 killed a boy of nine.", [1]),
        ("A strike on Ardun on 3 March 2020 killed a woman of 70.", [1]),
    ],
)
def test_a_family_of_nine_is_nine_and_a_boy_of_nine_is_one(text: str, killed: list[int]) -> None:
    assert counted(text, "killed") == killed
