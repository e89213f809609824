"""Actors: names of the registry, names the document gives itself, people, labels; and words that are no actor."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import truceline
from truceline.read.actors.find import find_actors
from truceline.read.actors.registry import load_registry
from truceline.text.sentences import split_sentences

REGISTRY = load_registry(Path(truceline.__file__).parent / "data")


def actors(text):
    return [(text[m.start : m.end], m.actor) for m in find_actors(text, split_sentences(text), REGISTRY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ISIL, IS, ISIS and Daesh are one.", [(n, "is") for n in ("ISIL", "IS", "ISIS", "Daesh")]),
        ("The road is open to us.", []),
        ("CENTCOM and the Pentagon spoke.", [("CENTCOM", "us-centcom"), ("Pentagon", "us-dod")]),
        ("Syria's Foreign Ministry was silent.", [("Syria's Foreign Ministry", "sy-mfa")]),
        ("A Norwegian army unit left.", [("Norwegian army", "no-army")]),
        ("Moscow denied it in Moscow.", [("Moscow", "ru-gov")]),
        ("Rain fell over Syria and in Damascus.", []),
        ("It was read on Reuters.", [("Reuters", "reuters")]),
        ("See https://example.org/syrian-army-rebels here.", []),
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


def test_labels_stay_labels():
    text = "The rebels and “moderate” rebels fled; regime forces and terrorist groups stayed in terrorist hands."
    mentions = find_actors(text, split_sentences(text), REGISTRY)
    assert [m.label_only for m in mentions] == [True] * 4
    assert all(m.actor is None for m in mentions)


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
