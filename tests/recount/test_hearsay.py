"""Hearsay denied: who is said to have told a thing tells it, and whoever says that it never happened denies it."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit


def read(text: str) -> Reading:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2020-03-12")
    return read_record(record, local_kit(), Settings())


def told(reading: Reading) -> list[tuple[str, str]]:
    """The words of each claim's source and its act, the document's own without any."""
    text = reading.text or ""
    return [(" ".join(text[a:b] for a, b in c.source), c.act) for c in reading.claims]


def said_of_it(reading: Reading) -> list[tuple[str, str]]:
    """Who says of the happening that it was or was not."""
    text = reading.text or ""
    source = {c.id: " ".join(text[a:b] for a, b in c.source) for c in reading.claims}
    facets = [f for a in reading.accounts for f in a.facets if f.facet == "occurrence"]
    return sorted((source.get(f.claim or "", ""), f.polarity) for f in facets)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A second attack on the hospital on 11 March, as some media reported, did not take place.", "some media"),
        ("The shelling of the hospital on 11 March, as the rebels have claimed, never happened.", "the rebels"),
        ("The air strike on the mill, as claimed by the Front, has not taken place.", "the Front"),
        ("The shelling of the mill reported by Harun Radio did not happen.", "Harun Radio"),
        ("The massacre in the old town, which the Front first alleged, is an invention.", "the Front"),
    ],
)
def test_the_writer_denies_what_others_are_said_to_tell(text: str, who: str) -> None:
    reading = read(text)
    assert [s for s, _ in told(reading)] == ["", who]
    assert told(reading)[0] == ("", "denies")
    assert said_of_it(reading) == [("", "denied"), (who, "affirmed")]


@pytest.mark.parametrize(
    "text",
    [
        "The hospital said that a second attack on 11 March, as some media reported, did not take place.",
        "A second attack on 11 March, as some media reported, did not take place, the hospital said.",
        "“A second attack, as some media reported, did not take place,” the hospital said.",
    ],
)
def test_whoever_is_told_to_say_so_denies_it(text: str) -> None:
    acts = {who.casefold(): act for who, act in told(read(text))}
    assert acts == {"the hospital": "denies", "some media": "asserts"}


@pytest.mark.parametrize(
    "text",
    [
        "The attack on the hospital on 11 March, as the ministry confirmed, did not take place.",
        "As the ministry reported, the attack on the hospital on 11 March did not take place.",
        "The talks, as the mediators said, did not take place because the road was shelled on 11 March.",
        "The attack on the hospital on 11 March, as some media reported, killed four people.",
    ],
)
def test_who_says_the_same_is_no_hearsay(text: str) -> None:
    assert "" not in [who for who, _ in told(read(text))]
