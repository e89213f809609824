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
        ("On 9 May a shell came through the wall of a block and killed 21 people.", "killed"),
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
        ("In Larvik the market was quiet. On 9 May a shell came through a wall and killed 21 people.", "killed"),
        ("On 9 May gunmen shot dead 21 people on the road to Larvik.", "shot dead"),
        ("On 9 May, in another town, a shell came through a wall and killed 21 people.", "killed"),
        ("On 9 May 2011 a shell came through a wall and killed 21 people.", "killed"),
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
    assert place(text, "killed") != "Brevik"


def test_a_short_report_tells_of_other_places_too() -> None:
    text = f"Four killed in Brevik\n\n{_FACTS}On 17 March gunmen looted the main store of the relief agency.\n"
    assert place(text, "looted") != "Brevik"
"""A report about one town: what it tells of no other place happened there."""

import pytest

from fakes.made_drafts import at
from truceline.model.account import ReportedIncident
from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Document, Reader, Reading
from truceline.recount.home_town import with_home_town
from truceline.recount.spots import Spot
from truceline.text.sentences import split_sentences

OPENING = "Shells hit Qasra on 2 May. Nobody in Qasra has forgotten the autumn.\n\n"


def report(text: str, title: str | None = None, towns: tuple[str, ...] = ("Qasra", "Dumar")) -> Reading:
    named = [(t, i) for i, t in enumerate(towns) if t in text]
    places = [
        PlaceMention(name=t, lat=10.0 + i, lon=20.0, precision="town", start=a, end=a + len(t), role="event")
        for t, i in named
        for a in range(len(text))
        if text.startswith(t, a)
    ]
    return Reading(
        document=Document(id="d", sha256="0", title=title),
        reader=Reader(name="test", version="1"),
        text=text,
        sentences=split_sentences(text),
        places=tuple(sorted(places, key=lambda p: p.start)),
    )


def incident(text: str, words: str, kind: str = "shelling", place: Place | None = None) -> ReportedIncident:
    return ReportedIncident(
        key=words,
        event_type=kind,  # type: ignore[arg-type]
        aggregate=False,
        place=place,
        time=None,
        killed=None,
        injured=None,
        casualties=(),
        mentions=(at(text, words),),
        accounts=(),
    )


def where(reading: Reading, *incidents: ReportedIncident, spots: tuple[Spot, ...] = ()) -> list[str | None]:
    return [i.place.name if i.place else None for i in with_home_town(incidents, reading, spots)]


@pytest.mark.parametrize(
    ("sentence", "words", "site"),
    [
        ("In the night of 5 May looters emptied the grain store.", "emptied", None),
        ("On 6 May two men were shot in the main street.", "shot", "main street"),
        ("A week later police arrested the editor of the weekly.", "arrested", None),
        ("The spokesman in Dumar denied that the mill had been shelled.", "shelled", None),
        ("Among the families from Dumar a mortar killed six.", "killed", "yard"),
    ],
)
def test_what_is_told_of_no_place_happened_in_the_town_of_the_title(sentence: str, words: str, site: str) -> None:
    text = OPENING + sentence
    told = incident(text, words, place=site and Place(name=site))
    assert where(report(text, "The arithmetic of Qasra"), told) == ["Qasra"]


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "site"),
    [
        ("On 5 May gunmen entered Dumar. By night they had shot the mayor.", "shot", "shooting", None),
        ("Elsewhere in the valley shells hit a mill.", "hit a mill", "shelling", None),
        ("On 5 May a bus was shot at on the coast road.", "shot at", "shooting", "coast road"),
        ("On 5 May the two sides agreed to a truce.", "agreed", "ceasefire_step", None),
        ("On 5 May men fleeing Kelm were robbed.", "robbed", "looting", None),
        ("On 5 May shells hit the Old Mill.", "hit the", "shelling", "Old Mill"),
    ],
)
def test_what_is_told_elsewhere_or_anywhere_is_left_open(sentence: str, words: str, kind: str, site: str) -> None:
    text = OPENING + sentence
    told = incident(text, words, kind, site and Place(name=site))
    assert where(report(text, "The arithmetic of Qasra"), told) == [site]


def test_a_name_that_no_gazetteer_has_is_another_place() -> None:
    text = OPENING + "On 5 May men came to Kelm. They shot the mayor."
    spot = Spot(*at(text, "Kelm"), known=False)
    assert where(report(text, "Qasra alone"), incident(text, "shot"), spots=(spot,)) == [None]


def test_without_a_title_it_is_the_town_told_first_and_most() -> None:
    text = OPENING + "On 5 May looters emptied the grain store. The minister spoke in Dumar."
    here = Place(name="Qasra", lat=10.0, lon=20.0)
    two = incident(text, "hit Qasra", place=here), incident(text, "forgotten", place=here)
    assert where(report(text), *two, incident(text, "emptied"))[-1] == "Qasra"
    assert where(report(text), two[0], incident(text, "emptied"))[-1] is None


def test_a_title_of_two_towns_tells_no_home() -> None:
    text = OPENING + "In Dumar too it is quiet.\n\nOn 5 May looters emptied the grain store."
    assert where(report(text, "Qasra and Dumar"), incident(text, "emptied")) == [None]
