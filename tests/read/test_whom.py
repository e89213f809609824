"""Who may be meant by "he" or "she", and whom the learned ranker takes."""

import pytest

from reads import speakers
from truceline.read.claims.voice import Names
from truceline.read.claims.whom.people import people_before
from truceline.runners.local import local_kit

_KIT = local_kit().read.claims


def told_of(text: str, gender: str = "m") -> list[str]:
    """Everybody without an actor of his own who may be meant at a text's end, in the order of the text."""
    names = Names(text=text, mentions=(), registry=_KIT.registry, cues=_KIT.cues)
    return [p.name or text[slice(*p.words)] for p in people_before(len(text), gender, (), (), names)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A woman selling tea stood there. ", ["A woman selling tea"]),
        ("At the gate an old man with a cart sat down. ", ["an old man with a cart"]),
        ("The storekeeper, Savel Nistor, knew it. Nistor left. ", ["Savel Nistor"]),
        ("The ferry tied up at El Khour on Last Tuesday. ", []),
        ("They came to the Hotel Astra. ", []),
        ("Witness F had seen it. ", ["Witness F"]),
    ],
)
def test_people_with_and_without_a_name_may_be_meant(text, people):
    gender = "f" if "woman" in text else "m"
    assert told_of(text, gender) == people


def test_nobody_of_the_other_gender_is_meant():
    assert told_of("The minister, Lena Brandt, met a man. ", "f") == ["Lena Brandt"]
    assert told_of("The minister, Lena Brandt, met a man. ") == ["a man"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Karl Acker, the mayor, said that two died. He said that one was a child.", "Karl Acker"),
        ("Karl Acker, the mayor, told Lena Brandt that two died. She said that one was a child.", "Lena Brandt"),
        ("Lena Brandt, the envoy, read it twice.\n\n“We will go on,” she said.", "Lena Brandt"),
    ],
)
def test_the_likeliest_is_taken(text, who):
    assert speakers(text)[-1] == who
