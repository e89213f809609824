"""The main happening of a long article is placed by its own words, not by the town that most of the text names."""

import pytest

from truceline.model.account import ReportedIncident
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit
from truceline.text.town_sites import lies_in_town

_TALK = (
    "The government in Larvik has had little to say. Its spokesman in Larvik read out a page and left. "
    "I have asked in Larvik for a month, and nobody in Larvik knows more. The minister has gone abroad again. "
)
_OTHERS = "\n\n".join(
    f"On {day} gunmen {deed} in {town}, the army of Norway said. {_TALK}"
    for day, deed, town in (
        ("2 March", "killed four men", "Kragerø"),
        ("9 March", "shot dead six soldiers", "Porsgrunn"),
        ("14 March", "abducted nine teachers", "Skien"),
        ("2 April", "bombed a bridge", "Larvik"),
        ("9 April", "burned down a school", "Sandefjord"),
        ("11 April", "looted a store", "Tønsberg"),
        ("19 April", "wounded three guards", "Larvik"),
        ("21 April", "released eight prisoners", "Horten"),
    )
)


def place(first: str) -> str | None:
    """Where the main incident was in a long article that begins with some words."""
    text = f"{first}\n\n{_TALK}\n\n{_OTHERS}\n"
    read = read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2019-05-10"), local_kit(), Settings()
    )
    main = next(i for i in read.incidents if any(a < len(first) for a, _ in i.mentions))
    assert main is read.incidents[0]
    return main.place.name if main.place else None


@pytest.mark.parametrize(
    ("first", "where"),
    [
        ("On 3 May soldiers killed 61 villagers in Kalembe, survivors say.", "Kalembe"),
        ("Sixty men lay dead in a farmyard at Kalembe on 3 May, killed by soldiers.", "Kalembe"),
        (
            "On 3 May soldiers killed 61 people in a school at Let Kalembe, a village in the hills.",
            "Let Kalembe",
        ),
        ("On 3 May planes bombed Kalembe and killed 61 people.", "Kalembe"),
    ],
)
def test_the_main_happening_is_where_its_words_say(first: str, where: str) -> None:
    assert place(first) == where


@pytest.mark.parametrize(
    "first",
    [
        "On 3 May soldiers killed 61 people in Larvik, survivors say.",
        "On 3 May soldiers killed 61 people in a market.",
        "On 3 May soldiers killed 61 people on Kalembe Street.",
    ],
)
def test_a_site_is_no_other_town(first: str) -> None:
    assert place(first) != "Kalembe"


_IDLE = "Nobody who has watched such weeks expects much of the next one, and the ministers have gone abroad again. " * 3
_ELSEWHERE = "\n\n".join(
    f"On {day} gunmen {deed} at {town}. {_IDLE}"
    for day, deed, town in (
        ("2 March", "killed four men", "Kalembe"),
        ("9 March", "shot dead six soldiers", "Osselwe"),
        ("14 March", "abducted nine teachers", "Tirrawa"),
        ("2 April", "bombed a bridge", "Undrall"),
        ("9 April", "burned down a school", "Mvolin"),
        ("11 April", "looted a store", "Hessaro"),
        ("19 April", "wounded three guards", "Vennik"),
        ("21 April", "released eight prisoners", "Dzolo"),
        ("22 April", "shelled a mill", "Orvenka"),
    )
)


def shot(first: str) -> ReportedIncident:
    """The happening that an article of unknown places opens with, in which 61 were harmed."""
    text = f"{first}\n\n{_ELSEWHERE}\n"
    read = read_record(
        Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2019-05-10"), local_kit(), Settings()
    )
    return next(i for i in read.incidents if any(c and c.low == 61 for c in (i.killed, i.injured)))


def test_the_main_happening_of_an_article_has_the_day_that_its_paragraph_sets() -> None:
    found = shot("On 3 May, a Friday, workers stood outside Gate Six. At 10.20 police opened fire and shot dead 61.")
    assert found.time is not None
    assert (found.time.earliest or "")[:10] == "2019-05-03"


def test_whom_a_deed_hit_is_not_where_it_was() -> None:
    found = shot("On 3 May gunmen opened fire on the monitors at the causeway, wounding 61 of them.")
    assert found.place is not None
    assert found.place.name == "causeway"


def test_a_road_between_towns_lies_in_none() -> None:
    assert lies_in_town("the Glitz Ultra Lounge on Mill Road")
    assert not lies_in_town("the road between Arvena and Dravno")
