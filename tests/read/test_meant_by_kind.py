"""Who is meant by less than a name: "the organisation", "its press office", people in a place, those who only heard."""

import pytest

from reads import claims, speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Human Rights Watch found records of 44 bodies. The organisation said that more were missing.", "hrw"),
        ("UNICEF lost two drivers near Tarn on Monday. The agency said its lorry had been marked.", "unicef"),
        ("Hezbollah fired forty rockets at Kiryat Shmona. The group said it was answering a raid.", "hezbollah"),
        ("A clinic of Médecins Sans Frontières was hit on Monday. The aid group said four patients had died.", "msf"),
        ("A convoy of the Red Spindle was ambushed on Monday. So says the organisation.", "x-red-spindle"),
        ("Two drivers of Lakes Relief were kidnapped near Wesso, the organisation announced.", "x-lakes-relief"),
    ],
)
def test_a_body_is_meant_by_its_kind(text, expected):
    assert claims(text)[-1].speaker_id == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reuters and the BBC came to Tarn on Monday. The agency said it had seen a video.",
        "Four buses left the hospital of Lower Issar under the flags of Doctors Ashore. Some stayed, the charity said.",
        "The mill burned on Monday. The organisation said that it had seen nothing.",
        "Colonel Ulan Bek came to Tarn on Monday. The organisation said that it had seen nothing.",
    ],
)
def test_of_two_bodies_or_of_none_nobody_is_meant(text):
    assert claims(text)[-1].speaker_id is None


def test_a_press_office_speaks_for_its_owner_and_is_no_party_of_its_own():
    assert speakers("The Lakes Force moved 215 people on Saturday, its press office said.") == ["Lakes Force"]
    assert speakers("The Guard denied having been warned by the mission. Its spokesman said no more.") == ["Guard"] * 2
    assert speakers("Anna Tol told Mr Lind that it rained. His office says it did not.") == ["Anna Tol", None]


@pytest.mark.parametrize(
    "source",
    [
        "Camp elders at Dry Tree",
        "A ferryman at Ras Limun",
        "Women in Hal Zebbi",
        "A defector from the Third Brigade",
        "Townspeople",
        "Five of the workers, freed on Sunday from the town prosecutor's office,",
        "A villager reached by Radio Lwazi",
        "Hospital staff",
        "An aide to Senator Wyn Calloway",
        "The Saudi ambassador to the United Nations",
        "The special representative for Afghanistan",
        "Whoever was there",
    ],
)
def test_people_of_a_place_or_beside_somebody_are_nobody_named(source):
    (claim, *_) = claims(f"{source} said that guards had burned the mill.")
    assert claim.speaker is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Commandant Rosalba Quint of the Comuneros", "Rosalba Quint"),
        ("Col. Aune Vessla of the Shore Companies", "Aune Vessla"),
        ("One of its members, Judge Tavi Oresund,", "Tavi Oresund"),
        ("The general staff", "general staff"),
    ],
)
def test_who_is_named_is_the_one_who_speaks(source, expected):
    (claim, *_) = claims(f"{source} said that guards had burned the mill.")
    assert claim.speaker == expected


@pytest.mark.parametrize(
    "text",
    [
        "The wounded had been told that the road was open.",
        "The commander was repeatedly assured that nothing would happen.",
        "A crowd took a porter, Das, said to have lit lamps for the gunners.",
    ],
)
def test_who_only_heard_it_or_is_spoken_of_tells_nothing(text):
    assert [c.source for c in claims(text)] == [()]


def test_who_told_him_is_the_source_where_it_is_named():
    (claim,) = claims("The wounded had been told by the Harun Front that the road was open.")
    assert claim.speaker == "Harun Front"


def test_who_asks_is_not_who_answers():
    told = "Asked by Coral Wire whether the garden had been aimed at, he replied that he grows nothing."
    assert "Coral Wire" not in speakers(told)[1:]


def test_what_is_told_of_a_source_behind_whose_is_no_name_of_it():
    text = "Five shells fell, says the Mission, whose crater team points to the army's battery. The army admitted it."
    assert speakers(text) == ["Mission", "army"]


def test_who_is_named_right_before_the_verb_is_given_however_few_the_words():
    text = "On 12 August 2008 a missile hit the square in Gori. Anatoly Nogovitsyn denied it."
    assert speakers(text) == ["Anatoly Nogovitsyn"]


def test_he_is_who_spoke_not_what_his_words_name():
    text = "Sami Abu Zuhri said the strike showed that the talk of a truce was a lie. “We urge calm,” he said."
    assert speakers(text) == ["Sami Abu Zuhri"] * 2


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Malek Mersek of the emergency services", "Malek Mersek"),
        ("Ned Price of the State Department", "Ned Price"),
        ("One of them, a Moroccan named Othman Musa,", "Othman Musa"),
        ("One soldier, who gave his name only as Vitaly,", "Vitaly"),
        ("The Free Fleet of Vannaby", "Free Fleet of Vannaby"),
        ("Human Rights Watch of New York", "Human Rights Watch"),
    ],
)
def test_a_name_before_whom_it_serves_is_a_persons_unless_it_is_a_bodys(source, expected):
    (claim, *_) = claims(f"{source} said that guards had burned the mill.")
    assert claim.speaker == expected


def test_a_last_name_without_its_article_is_the_one_named_in_full():
    text = "Ahmed al-Mismari, the army's spokesman, said that it rained. Mismari announced an inquiry on Friday."
    assert speakers(text) == ["Ahmed al-Mismari"] * 2


def test_they_are_those_who_speak_not_those_whom_they_cite():
    text = "Two aid workers told Reuters that the mayor had said that it rained. They asked not to be named."
    assert speakers(text)[-1] is None
