"""Place names in raw text, and what each does there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.model.actor import ActorMention
from truceline.model.place import PlaceMention
from truceline.read.actors.registry import load_registry
from truceline.read.places.bodies import without_bodies
from truceline.read.places.find import find_places
from truceline.read.places.kit import PlaceKit, load_place_kit
from truceline.runners.local import data_folder
from truceline.store.gazetteer import SqliteGazetteer
from truceline.text.sentences import split_sentences

DATA = data_folder()
KIT: PlaceKit = load_place_kit(DATA, SqliteGazetteer(DATA / "gazetteer.sqlite"))

REGISTRY = load_registry(DATA)


def found(text: str) -> tuple[PlaceMention, ...]:
    return find_places(text, split_sentences(text), (), None, KIT)


def names(text: str) -> list[str]:
    return [m.name for m in found(text)]


def test_towns_provinces_and_countries_are_found():
    text = "Shells fell on Aleppo and Hama on Friday, and a convoy left Damascus for Turkey."
    assert names(text) == ["Aleppo", "Hama", "Damascus", "Turkey"]


@pytest.mark.parametrize(
    "text",
    [
        "Samantha Power answered the reporters.",
        "Mr. Jordan said he had seen nothing.",
        "The talks resume in May, or in August at the latest.",
        "Of the drivers, none was hurt.",
    ],
)
def test_people_months_and_plain_words_are_no_places(text: str):
    assert names(text) == []


def test_a_person_known_by_name_is_in_no_place_of_that_name():
    text = "Vladimir Putin came to Perm."
    putin = ActorMention(start=0, end=14, actor="p-putin", name="Vladimir Putin", label_only=False)
    assert [m.name for m in find_places(text, split_sentences(text), (putin,), None, KIT)] == ["Perm"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("A convoy of the Red Cross Society left Dessie.", ["Dessie"]),
        ("The International Committee of the Red Cross (ICRC) came to Dori.", ["Dori"]),
        ("Two houses burned in Red Cross, North Carolina.", ["Red Cross", "North Carolina"]),
    ],
)
def test_a_body_is_no_village_of_its_name(text: str, held: list[str]):
    mentions = without_bodies(text, found(text), REGISTRY, KIT.gazetteer)
    assert [m.name for m in mentions] == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Shells hit al-Quds hospital in Gaza.", ["al-Quds hospital", "Gaza"]),
        ("An air strike hit the al-Quds school in Rafah.", ["Rafah"]),
        ("Shells fell on al-Quds last week.", ["al-Quds"]),
    ],
)
def test_a_site_called_after_a_place_is_not_that_place(text: str, held: list[str]):
    assert names(text) == held


def test_a_nationality_is_a_place_of_role_demonym():
    (mention,) = found("He spoke to Syrian reporters.")
    assert (mention.name, mention.role) == ("Syrian", "demonym")


def test_a_capital_that_speaks_is_an_actor_and_a_time_zone_is_other():
    roles = {m.name: m.role for m in found("Moscow denied it. The truce began at 19:00 Damascus time.")}
    assert roles == {"Moscow": "actor", "Damascus": "other"}


def test_a_printed_coordinate_is_an_exact_location():
    decimal, degrees = found("A depot burned at 35.2859, 40.1762 and a truck at 35°17'30\"N 40°10'E.")
    assert (decimal.lat, decimal.lon, decimal.precision) == (35.2859, 40.1762, "exact location")
    assert degrees.lat == pytest.approx(35.291667)
    assert degrees.radius_km == pytest.approx(1.9, abs=0.1)


def test_given_spans_are_taken_exactly():
    text = "The village of Nowhereham lies by the river."
    (mention,) = find_places(text, split_sentences(text), (), ((15, 25),), KIT)
    assert (mention.start, mention.end, mention.name) == (15, 25, "Nowhereham")


@given(st.text(alphabet=st.sampled_from("Aleppo Homs, in.al-'’éحلب\n\r\t1°"), max_size=80))
def test_every_mention_slices_back_and_none_overlap(text: str):
    mentions = found(text)
    assert all(text[m.start : m.end] == m.name for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Washington has no control over them.", "Washington", "actor"),
        ("It was brokered by Russia last week.", "Russia", "actor"),
        ("They said that Moscow must hold back.", "Moscow", "actor"),
        ("The Russia-led force left.", "Russia", "actor"),
        ("Shells fell in Russia last week.", "Russia", "event"),
        ("They met in Moscow after the talks.", "Moscow", "event"),
        ("Shells hit Damascus and Homs.", "Damascus", "event"),
    ],
)
def test_a_country_or_capital_that_acts_is_no_place_of_an_event(text: str, name: str, role: str):
    assert {m.name: m.role for m in found(text)}[name] == role


def test_a_side_of_the_world_is_no_place():
    assert names("Western diplomats left Homs.") == ["Homs"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On 26 August Homs was bombed again.", "Homs"),
        ("On Friday Idlib was shelled.", "Idlib"),
        ("In March Aleppo was bombed.", "Aleppo"),
        ("Fighting stopped. By 9 July Juba was calm.", "Juba"),
        ("On 3 May Kharkiv was shelled.", "Kharkiv"),
    ],
)
def test_a_place_may_stand_right_behind_a_date(text: str, name: str):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text", ["The letter of August Strand was read.", "In April June Davis left.", "On 3 May Ahmed Musa was freed."]
)
def test_a_person_behind_a_date_is_no_place(text: str):
    assert names(text) == []


def test_a_site_named_after_a_day_keeps_its_name():
    assert names("A bomb fell in Friday Market.") == ["Friday Market"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A girl who was shot in Hama had died in hospital at Aleppo by the Sunday.", "other"),
        ("One of the hurt succumbed in a hospital in Aleppo.", "other"),
        ("The wounded boy was flown to the hospital in Aleppo.", "other"),
        ("Shells hit the hospital in Aleppo on Friday.", "event"),
        ("Six people died when a market in Aleppo was hit.", "event"),
        ("A doctor of the hospital in Aleppo counted six bodies.", "event"),
    ],
)
def test_where_somebody_died_in_hospital_is_no_place_of_an_event(text: str, role: str):
    assert {m.name: m.role for m in found(text)}["Aleppo"] == role
