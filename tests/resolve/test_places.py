"""Place mentions to points: the document's theatre decides, and words beside a name move or widen it."""

import pytest

from truceline.model.place import PlaceMention
from truceline.model.reading import Document, Reader, Reading
from truceline.read.places.find import find_places
from truceline.read.places.kit import load_place_kit as load_finder
from truceline.resolve.places.kit import load_place_kit
from truceline.resolve.places.named import home_places
from truceline.resolve.places.resolve import resolve_places
from truceline.runners.local import data_folder
from truceline.store.gazetteer import SqliteGazetteer
from truceline.text.sentences import split_sentences

DATA = data_folder()
GAZETTEER = SqliteGazetteer(DATA / "gazetteer.sqlite")
FINDER, KIT = load_finder(DATA, GAZETTEER), load_place_kit(DATA, GAZETTEER)


def resolved(
    text: str, *given: str, threshold: float = 0.0, document: Document | None = None
) -> tuple[PlaceMention, ...]:
    sentences = split_sentences(text)
    spans = tuple((text.index(name), text.index(name) + len(name)) for name in given) or None
    mentions = find_places(text, sentences, (), spans, FINDER)
    reading = Reading(
        document=document or Document(id="x", sha256=""),
        reader=Reader(name="test", version="1"),
        text=text,
        sentences=sentences,
        places=mentions,
    )
    return resolve_places(reading, GAZETTEER, KIT, threshold)


def test_a_town_of_a_syrian_report_is_in_syria():
    text = "Aid reached Madaya and Zabadani near Damascus, and Foua in Idlib province, on Sunday."
    places = {p.name: p.country for p in resolved(text, "Madaya", "Zabadani", "Damascus", "Foua", "Idlib")}
    assert set(places.values()) == {"SY"}


@pytest.mark.parametrize(
    ("text", "state"),
    [("A fire in Paris, Texas, was put out.", "Texas"), ("A man from Athens, Ga., spoke.", "Georgia")],
)
def test_the_name_after_the_comma_contains_the_one_before(text: str, state: str):
    assert resolved(text)[0].admin1 == state


def test_the_province_is_taken_only_where_the_words_say_so():
    city, province = resolved("Shells hit Aleppo. Fighting spread through Homs province.", "Aleppo", "Homs")
    assert city.precision == "city"
    assert province.precision == "province/governorate"


def test_a_distance_and_bearing_move_the_place_and_say_so():
    (place,) = resolved("The strike hit a camp 60 km west of Palmyra.", "Palmyra")
    (palmyra,) = resolved("The strike hit Palmyra.", "Palmyra")
    assert place.modifier == "60 km west of"
    assert place.lon is not None
    assert palmyra.lon is not None
    assert palmyra.lon - place.lon == pytest.approx(0.65, abs=0.1)
    assert (place.radius_km or 0) > 10


def test_a_landmark_no_gazetteer_has_lies_in_the_town_named_beside_it():
    mosque, city = resolved("A shell struck the Farouq Mosque in Idlib.", "Farouq Mosque", "Idlib")
    assert (mosque.lat, mosque.lon) == (city.lat, city.lon)
    assert mosque.precision == "nearby landmark"
    assert mosque.within[0] == city.name


def test_below_the_threshold_a_place_stays_open_with_its_candidates():
    (place,) = resolved("He grew up in Springfield.", "Springfield", threshold=0.9)
    assert place.lat is None
    assert len(place.candidates) > 1


def test_one_unresolved_name_does_not_empty_the_rest():
    unknown, known = resolved("From Xqzzt they drove on to Damascus.", "Xqzzt", "Damascus")
    assert known.lat is not None
    assert (unknown.confidence or 0) < (known.confidence or 0)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Shells hit the Old Harbour School in Palmyra.", "exact location"),
        ("Shells fell near the Old Harbour School in Palmyra.", "nearby landmark"),
        ("Shells fell on a house in the Dry Ford area of Palmyra.", "neighbourhood/area"),
        ("Shells fell on a house in northwest Aleppo.", "neighbourhood/area"),
        ("Shells fell on a house in Aleppo.", "city"),
    ],
)
def test_the_level_is_the_one_the_words_tell(text: str, level: str):
    finest = next(p for p in resolved(text) if p.name in {"Palmyra", "Aleppo", "Old Harbour School"})
    assert finest.precision == level


def test_where_the_wounded_were_taken_is_not_where_it_happened():
    places = {p.name: p.role for p in resolved("Three men shot in Palmyra were rushed to Al-Shifa Hospital.")}
    assert places == {"Palmyra": "event", "Al-Shifa Hospital": "other"}


def test_an_area_and_its_seat_in_another_spelling_are_one_choice():
    (place,) = resolved("A house was hit in Deir Al Balah.", "Deir Al Balah")
    assert place.precision == "town"


def test_an_area_is_meant_where_its_town_goes_by_another_name():
    (basilan,) = resolved("Four soldiers were killed in Basilan on Monday.", "Basilan")
    assert (basilan.name, basilan.precision) == ("Province of Basilan", "district")


def test_between_two_towns_is_the_stretch_that_joins_them():
    homs, hama = resolved("A convoy was hit between Homs and Hama.", "Homs", "Hama")
    assert (homs.lat, homs.lon, homs.radius_km) == (hama.lat, hama.lon, hama.radius_km)
    assert 20 < (homs.radius_km or 0) < 40
    assert homs.modifier == "between Homs and Hama"


def test_talks_between_two_states_are_not_at_their_middle():
    assert all(p.modifier is None for p in resolved("Talks between Syria and Turkey went on.", "Syria", "Turkey"))


def test_title_and_publisher_tell_the_theatre_where_the_text_does_not():
    bare, titled, addressed = (
        resolved("A fire broke out in Tripoli.", document=document)[0].country
        for document in (
            Document(id="x", sha256=""),
            Document(id="x", sha256="", title="Lebanon counts its fires in Beirut"),
            Document(id="x", sha256="", url="https://news.example.lb/1"),
        )
    )
    assert (bare, titled, addressed) == ("LY", "LB", "LB")


def test_a_town_whose_state_is_named_and_that_no_gazetteer_has_lies_in_that_state():
    town, state = resolved("Shots were heard in Sanborn, Missouri, on Monday.", "Sanborn", "Missouri")
    assert (town.name, town.admin1, town.precision) == ("Sanborn", "Missouri", "village")
    assert (town.lat, town.lon) == (state.lat, state.lon)


def test_so_it_does_where_a_city_of_its_name_is_also_a_district():
    town, state = resolved("MANCHESTER, IL (AP) - Five people were shot on Monday.", "MANCHESTER", "IL")
    assert (town.name, town.admin1, town.lat) == ("Manchester", "Illinois", state.lat)


def test_a_village_no_gazetteer_has_does_not_lie_in_the_town_of_another_sentence():
    text = "Two houses burned in the village of Ntovukila. Trucks came from Rutshuru."
    assert [(p.name, p.lat is None) for p in resolved(text, "Ntovukila", "Rutshuru")] == [
        ("Ntovukila", True),
        ("Rutshuru", False),
    ]


@pytest.mark.parametrize(("told", "name"), [("St. Louis", "Saint Louis"), ("Bronx", "Bronx")])
def test_a_citys_name_is_written_out_and_no_longer_than_told(told: str, name: str):
    (place,) = resolved(f"Police in the {told} are looking for two men.", told)
    assert place.name == name


def test_title_and_address_name_settlements_without_spans():
    text = "Police are looking for two men."
    document = Document(
        id="x", sha256="", title="Two men sought in Memphis", url="https://www.chicagodaily.example/news/a-b-c-d-e.html"
    )
    reading = Reading(document=document, reader=Reader(name="test", version="1"), text=text)
    assert [p.name for p in home_places(reading, (), GAZETTEER, KIT)] == ["Memphis", "Chicago"]


@pytest.mark.parametrize("title", ["Market bombed in North Darfur", "Militia shells displaced people in Abu Shouk"])
def test_the_first_word_of_a_longer_name_is_no_town_of_a_title(title: str):
    """ "North" is a town of South Carolina, and "Abu" one of Rajasthan."""
    document = Document(id="x", sha256="", title=title)
    reading = Reading(document=document, reader=Reader(name="test", version="1"), text="Two men died.")
    assert home_places(reading, (), GAZETTEER, KIT) == ()


@pytest.mark.parametrize(
    ("text", "given", "country"),
    [
        ("Shells fell on a mine near Stari Trg in Kosovo.", ("Stari Trg", "Kosovo"), "XK"),
        ("A mine went off near Stari Trg, Kosovo.", ("Stari Trg", "Kosovo"), "XK"),
        ("A strike hit a house in Haris in southern Lebanon.", ("Haris", "Lebanon"), "LB"),
        ("Gunmen attacked a post near Hebron in Israel.", ("Hebron", "Israel"), "PS"),
        ("Gunmen attacked a farm near Springfield in Georgia.", ("Springfield", "Georgia"), "US"),
        ("Shells fell on Kafr Takharim in northern Syria.", ("Kafr Takharim", "Syria"), "SY"),
    ],
)
def test_a_name_lies_in_the_country_that_the_text_names(text: str, given: tuple[str, ...], country: str):
    """Where the gazetteer has it only far away: in that country, no nearer. Whose a border strip is, nothing says."""
    place = resolved(text, *given)[0]
    assert place.country == country
    assert (place.precision == "country") == (country in {"XK", "LB"})


def test_a_town_of_a_land_the_text_never_names_is_left_open():
    text = "In Moura the army of Mali held a market, people in Bamako, Mopti and Gao said."
    moura = next(p for p in resolved(text, "Moura", "Mali", "Bamako", "Mopti", "Gao") if p.name == "Moura")
    assert (moura.lat, moura.country) == (None, None)
    assert moura.candidates  # what gazetteers have is shown, and nothing is taken


@pytest.mark.parametrize(
    "text",
    [
        "In Moura the mayor of Beja spoke of Portugal and of Lisbon.",
        "A man from Moura, Portugal, spoke in Bamako, Mopti and Gao in Mali.",
        "People in Bamako, Mopti and Gao in Mali watched the match in Leeds.",
    ],
)
def test_a_town_stands_whose_land_is_told_or_that_everybody_knows(text: str):
    town = next(p for p in resolved(text) if p.name in {"Moura", "Leeds"})
    assert town.lat is not None


def test_a_city_named_in_full_once_has_one_name_throughout():
    places = resolved("Salt Lake police spoke of Salt Lake City and Salt Lake.", "Salt Lake City", "Salt Lake")
    assert {p.name for p in places if p.country == "US"} == {"Salt Lake City"}


def test_a_name_no_gazetteer_has_takes_the_point_that_the_words_behind_it_tell():
    text = "Troops closed in on Quarrynik, 12 km south of Aleppo, on Monday."
    village, _ = resolved(text, "Quarrynik", "Aleppo")
    (aleppo,) = resolved("Troops closed in on Aleppo.", "Aleppo")
    assert (village.name, village.precision) == ("Quarrynik", "village")
    assert village.lat is not None
    assert aleppo.lat is not None
    assert village.lat < aleppo.lat
    assert "Aleppo" not in village.within


def test_a_side_of_a_town_is_in_the_town_that_the_title_tells_not_in_a_village_of_that_name():
    titled = Document(id="x", sha256="", title="Three hurt in fire - WXYZ News for Charlotte, NC")
    text = "A house burned down in West Charlotte early on Saturday."
    assert resolved(text, "West Charlotte", document=titled)[0].admin1 == "North Carolina"
    assert resolved(text, "West Charlotte")[0].admin1 == "North Carolina"  # a city's, though told nowhere else
    own = Document(id="x", sha256="", title="Fire in Memphis, Tenn.")
    assert resolved("A house burned in West Memphis.", "West Memphis", document=own)[0].admin1 == "Arkansas"


def test_an_outlet_named_after_its_town_alone_tells_which_of_two_towns_nearby_is_meant():
    of_salina = Document(id="x", sha256="", url="http://www.salina.com/news/a.html")
    assert resolved("Police in Abilene put out a fire.", "Abilene", document=of_salina)[0].admin1 == "Kansas"
    assert resolved("Police in Abilene put out a fire.", "Abilene")[0].admin1 == "Texas"
