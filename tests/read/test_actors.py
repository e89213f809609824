"""Actors: names of the registry, names the document gives itself, people, labels; and words that are no actor."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import truceline
from truceline.read.actors.entries import parse_entry
from truceline.read.actors.find import find_actors
from truceline.read.actors.registry import load_registry
from truceline.text.sentences import split_sentences

DATA = Path(truceline.__file__).parent / "data"
REGISTRY = load_registry(DATA)


def actors(text):
    return [(text[m.start : m.end], m.actor) for m in find_actors(text, split_sentences(text), REGISTRY)]


def test_units_with_numbers_of_their_own_are_two():
    text = "The 33rd Infantry Battalion withdrew. The 18th Infantry Battalion stayed, the 33rd Infantry Battalion said."
    one, two, again = actors(text)
    assert (one, two) == (
        ("33rd Infantry Battalion", "x-33rd-infantry-battalion"),
        ("18th Infantry Battalion", "x-18th-infantry-battalion"),
    )
    assert again == one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ISIL, IS, ISIS and Daesh are one.", [(n, "is") for n in ("ISIL", "IS", "ISIS", "Daesh")]),
        ("The road is open to us.", []),
        ("The RSF shelled a street of Omdurman.", [("RSF", "rsf-sd")]),
        ("RSF spoke up for two writers.", [("RSF", "rsf")]),
        ("KHARTOUM - The RSF shelled a street.", [("RSF", "rsf-sd")]),
        (
            "Reporters Without Borders (RSF) spoke of Sudan; RSF is worried.",
            [("Reporters Without Borders", "rsf"), ("RSF", "rsf"), ("RSF", "rsf")],
        ),
        ("One soldier KIA at the pass.", []),
        ("The KIA took a post in Myanmar.", [("KIA", "kia")]),
        ("The police blame the Pentagon gang.", []),
        ("CENTCOM and the Pentagon spoke.", [("CENTCOM", "us-centcom"), ("Pentagon", "us-dod")]),
        ("Syria's Foreign Ministry was silent.", [("Syria's Foreign Ministry", "sy-mfa")]),
        ("A Norwegian army unit left.", [("Norwegian army", "no-army")]),
        ("Moscow denied it in Moscow.", [("Moscow", "ru-gov")]),
        ("Rain fell over Syria and in Damascus.", []),
        ("It was read on Reuters.", [("Reuters", "reuters")]),
        ("See https://example.org/syrian-army-rebels here.", []),
        ("Critics of the Minsk agreement say it is dead. Minsk said nothing.", [("Minsk", "by-gov")]),
        (
            "Hamas's Mousa Abu Marzouk, a leader, spoke.",
            [("Hamas", "hamas"), ("Mousa Abu Marzouk", "x-mousa-abu-marzouk")],
        ),
    ],
)
def test_names_of_the_registry(text, expected):
    assert actors(text) == expected


def test_a_former_name_and_letters_in_brackets_name_the_same_actor():
    text = "Jabhat Fateh Al-Sham (formerly Jabhat Al-Nusra) met the Harun Valley Council (HVC). The HVC agreed."
    assert actors(text) == [
        ("Jabhat Fateh Al-Sham", "jfs"),
        ("Jabhat Al-Nusra", "jfs"),
        ("Harun Valley Council", "x-harun-valley-council"),
        ("HVC", "x-harun-valley-council"),
        ("HVC", "x-harun-valley-council"),
    ]


def test_people_are_joined_by_their_surname():
    text = "The ministry's spokesman Orlo Vant came. Later Vant left with Dana Kerel, a doctor. Kerel smiled."
    assert [a for _, a in actors(text)] == ["x-orlo-vant", "x-orlo-vant", "x-dana-kerel", "x-dana-kerel"]


def test_an_unknown_body_is_one_actor_under_all_its_names():
    text = (
        "The Northern Resolve Brigades (NRB) fired. The Brigades denied it. NRB men left, the NRB said. "
        "A Northern Resolve Brigade post burned; the brigades of others, and the Brigades of Marl, did not."
    )
    found = [(words, a) for words, a in actors(text) if a == "x-northern-resolve-brigades"]
    assert [words for words, _ in found] == [
        "Northern Resolve Brigades", "NRB", "Brigades", "NRB", "NRB", "Northern Resolve Brigade",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The HVC (Harun Valley Council) met. The HVC agreed.",
        "The Harun Valley Council, or HVC, met. HVC agreed.",
        "Harun Valley Council, known by its initials HVC, met. HVC agreed.",
    ],
)
def test_letters_stand_for_the_name_whichever_comes_first(text):
    assert {a for _, a in actors(text)} == {"x-harun-valley-council"}
    assert len(actors(text)) == 3


def test_a_short_name_that_two_could_bear_is_left_alone():
    text = "The Harun Valley Council met the Marl Hill Council. The Council agreed."
    assert [words for words, _ in actors(text)] == ["Harun Valley Council", "Marl Hill Council"]


def test_a_new_body_is_not_forced_onto_a_known_one_in_its_name():
    text = "The Marl Red Crescent (MRC) came. The MRC helped, and so did the Red Crescent."
    assert [a for _, a in actors(text)] == ["x-marl-red-crescent"] * 3 + ["red-crescent"]


def test_letters_known_of_another_are_the_documents_own():
    text = "The Northern Resolve Council (NRC) met. The NRC agreed."
    assert [a for _, a in actors(text)] == ["x-northern-resolve-council"] * 3
    assert actors("The NRC agreed.") == [("NRC", "nrc")]


def test_letters_of_a_known_name_are_its_own_though_another_bears_them_too():
    text = "The paramilitary Rapid Support Forces (RSF) left. The RSF denied it."
    assert {actor for _, actor in actors(text)} == {"rsf-sd"}


def test_a_known_name_spelled_otherwise_beside_its_letters_is_known():
    text = "The Norwegian Refugees Council (NRC) came."
    assert [a for _, a in actors(text)] == ["nrc", "nrc"]


def test_a_front_of_the_compass_is_no_body_by_itself():
    assert actors("Fighting went on along the Western Front.") == []


def test_a_body_with_an_arabic_first_word_is_found_by_it():
    assert actors("Fighters of Liwa al-Harun left.")[-1] == ("Liwa al-Harun", "x-liwa-al-harun")


def test_labels_stay_labels():
    text = "The rebels and “moderate” rebels fled; regime forces and terrorist groups stayed in terrorist hands."
    mentions = find_actors(text, split_sentences(text), REGISTRY)
    assert [m.label_only for m in mentions] == [True] * 4
    assert all(m.actor is None for m in mentions)


def test_every_line_of_the_registry_can_be_used_whole():
    raw = tomllib.loads((DATA / "actors.toml").read_text(encoding="utf-8"))
    lines = [(key, kind, line) for kind, table in raw.items() if kind != "templates" for key, line in table.items()]
    assert [(key, parse_entry(key, kind, line).complaints) for key, kind, line in lines] == [
        (k, ()) for k, _, _ in lines
    ]


def test_every_parent_and_side_is_an_actor():
    for actor in REGISTRY.actors.values():
        assert actor.parent is None or actor.parent in REGISTRY.actors, actor
        assert actor.side is None or actor.side in REGISTRY.actors, actor


@given(st.text(alphabet="IS UN.,'’ Syrian Army rebels(formerly)-x\n", max_size=120))
def test_mentions_are_in_order_and_apart(text):
    last = 0
    for m in find_actors(text, split_sentences(text), REGISTRY):
        assert last <= m.start < m.end <= len(text)
        last = m.end


@pytest.mark.parametrize(
    "name",
    [
        "National Front for Liberation",
        "Popular Movement for the Liberation of Harun",
        "Movement for Justice and Peace",
        "Harun Council of Elders",
        "National Association of Teachers",
        "Independent International Commission of Inquiry",
    ],
)
def test_a_bodys_name_goes_on_to_what_it_is_for(name):
    text = f"The {name} said that shells fell."
    found = find_actors(text, (), REGISTRY)
    assert [text[m.start : m.end] for m in found] == [name]
    assert (found[0].actor or "").startswith("x-")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Harun Brigade of Tesk fired.", ["Harun Brigade"]),
        ("The Harun Front for its part denied it.", ["Harun Front"]),
        ("The Harun Council for March was cancelled.", ["Harun Council"]),
        ("The National said that a correspondent of The Guardian met them.", ["The National", "The Guardian"]),
    ],
)
def test_what_follows_a_name_is_not_always_of_it(text, names):
    assert [text[m.start : m.end] for m in find_actors(text, (), REGISTRY)] == names


def test_a_longer_name_is_shortened_by_its_first_words_and_by_its_kind():
    text = "The Harun Network for Human Rights spoke. The Harun Network wrote. The Network denied it."
    assert {m.name for m in find_actors(text, (), REGISTRY)} == {"Harun Network for Human Rights"}


@pytest.mark.parametrize(
    "text",
    [
        "Oona Bellweather, who keeps the list, was blunt.",
        "Every evening Bento Larasque still walks to the pier.",
        "The bridge guard, Matei Orlusk, was buried on Friday.",
        "A beet farmer named Gregor Lundmark drove over a mine.",
        "The sound engineer Mirko Aldanev died in hospital.",
        "The clinic's director, Dr. Quenby Moravan, left.",
    ],
)
def test_a_given_name_or_a_title_beside_what_people_are_and_do_makes_a_person(text):
    assert len(actors(text)) == 1


@pytest.mark.parametrize("text", ["They met at Tamsin Ferry, which burned.", "The Averil Tidings had it twice."])
def test_a_place_or_a_paper_called_after_somebody_is_nobody(text):
    assert actors(text) == []
