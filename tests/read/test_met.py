"""Who came in since somebody spoke: "he" is whom the writer met, and nobody where no name tells who came in."""

import pytest

from reads import claims, speakers

NAMED = "Captain Orlo Vant was on the bridge. "


@pytest.mark.parametrize(
    "said",
    [
        "Uplanders took my father off the bus in the winter. He said that the guard had wept.",
        "He had no luck. His brother was there too. He said that the shot came from the hill.",
        "The schoolmaster telephoned again last night. He said that the soldiers wanted chess pieces.",
        "And the man. He is called Witness F, and he is a deserter. He said that the crew drank that evening.",
    ],
)
def test_he_is_not_whom_nothing_but_his_name_stands_near(said):
    assert speakers(NAMED + said)[-1] is None


def test_who_lost_his_brother_still_speaks_himself():
    assert speakers(f"{NAMED}He lost his brother there. He said that the shot came from the hill.") == ["Orlo Vant"]


def test_he_is_whom_the_writer_met():
    told = "The deputy mayor, Bento Carr, said that it burned. The minister, Rui Alm, denied it. "
    met = "On my last evening I sat with Carr on the quay. He had heard no shots. “It was the engine,” he said."
    assert speakers(told + met) == ["Bento Carr", "Rui Alm", "Bento Carr"]


def test_an_unnamed_he_goes_on_as_one():
    told = "The porter wrote again. He said that it rained. He added that it was cold."
    assert speakers(NAMED + told) == [None, None]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Vant's deputy, Commander Sabe,", "Sabe"),
        ("Vant's deputy, known as Teacher Sabe,", "Teacher Sabe"),
        ("Vant's deputy, a former teacher,", None),
        ("Vant's deputy", None),
    ],
)
def test_somebodys_deputy_is_not_he(source, speaker):
    assert speakers(f"{NAMED}{source} said that the men had been drinking.") == [speaker]


def test_nor_does_he_tell_what_his_deputy_says():
    (told,) = claims(f"{NAMED}Vant's deputy said that the men had been drinking.")
    assert told.tellers == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("I asked Lord Pryce about it. “The bridge was closed on Monday,” he told me.", "Lord Pryce"),
        ("My driver's name is Haroun, and he says that the bridge was closed on Monday.", "Haroun"),
    ],
)
def test_whom_the_writer_asked_or_names_is_he(text, who):
    assert speakers(text)[-1] == who


@pytest.mark.parametrize(
    "came",
    [
        "A waiter from the café Tsiala says he heard two shots. But he asked me not to say so.",
        "The Mission has a major with very clean shoes, Eskil Thorn. He explained to us that it came from the hill.",
    ],
)
def test_he_is_not_whoever_spoke_before_somebody_came_in(came):
    spoke = "The commander, Captain Orhan Belic, swears that his roof was quiet. "
    assert speakers(spoke + came)[-1] != "Orhan Belic"


def test_they_of_a_kind_of_people_are_no_party():
    text = (
        "The Directorate announced that it remained bound. States do this. They say that a truce is dead and feed it."
    )
    assert speakers(text)[-1] is None
