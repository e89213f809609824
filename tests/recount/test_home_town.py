"""A text that is about one town tells its deeds there, though it names the town no more."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

_TALK = (
    "Nobody can say how long this will last. The envoys have gone home and the telephones are dead. "
    "A man who sells bread told me that he has stopped counting. Those who could leave have left. "
    "I do not know what to make of it.\n\n"
)
_FACTS = "On 3 May shells fell on the harbour of Brevik, and four dockers were killed, the police of Norway said.\n\n"
_ABOUT_IT = f"Brevik: a month of versions\n\n{_TALK}{_FACTS}{_TALK}"
_THE_CITY = (
    f"A month after the rebels went into Brevik it is worth asking who stopped what.\n\n{_TALK}"
    "Few in the city sleep at night. The army of Norway has closed the roads around the city on 2 May.\n\n"
    f"{_FACTS}{_TALK}"
)


def place(text: str, words: str) -> str | None:
    """The name of where the incident was that `words` name."""
    read = read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2019-09-10"), local_kit(), Settings()
    )
    at = text.rindex(words)
    (found,) = [i for i in read.incidents if any(a < at + len(words) and at < b for a, b in i.mentions)]
    return found.place.name if found.place else None


@pytest.mark.parametrize("text", [_ABOUT_IT, _THE_CITY])
@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("On 9 May a shell came through the wall of a block and killed 21 people.", "came through"),
        ("On 12 May a bomb fell on a queue of soldiers; ten were killed.", "fell on"),
        ("On 17 May gunmen looted the main store of the relief agency.", "looted"),
        ("On the night of 14 April 2017 soldiers fired on a crowd in the city and killed nine.", "fired on"),
    ],
)
def test_a_deed_without_a_place_lies_in_the_town_the_text_is_about(text: str, deed: str, words: str) -> None:
    assert place(f"{text}{deed}\n", words) == "Brevik"


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("In Larvik the market was quiet. On 9 May a shell came through a wall and killed 21 people.", "came through"),
        ("On 9 May gunmen shot dead 21 people on the road to Larvik.", "shot dead"),
        ("On 9 May, in another town, a shell came through a wall and killed 21 people.", "came through"),
        ("On 9 May 2011 a shell came through a wall and killed 21 people.", "came through"),
        ("On 9 May both sides agreed on a truce of ten days.", "agreed"),
        ("On 9 May gunmen shot dead nine men on the coast road.", "shot dead"),
    ],
)
def test_not_where_another_place_or_time_is_told(deed: str, words: str) -> None:
    assert place(f"{_ABOUT_IT}{deed}\n", words) != "Brevik"


@pytest.mark.parametrize(
    "heading",
    ["Brevik, Larvik and the politics of grief", "From Larvik to Brevik", "A war without owners"],
)
def test_a_text_about_no_one_town(heading: str) -> None:
    text = f"{heading}\n\n{_TALK}{_FACTS}{_TALK}On 9 May a shell came through a wall and killed 21 people.\n"
    assert place(text, "came through") != "Brevik"


def test_a_short_report_tells_of_other_places_too() -> None:
    text = f"Four killed in Brevik\n\n{_FACTS}On 17 March gunmen looted the main store of the relief agency.\n"
    assert place(text, "looted") != "Brevik"
