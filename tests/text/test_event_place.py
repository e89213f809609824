"""Where an event happened: the finest place near its words, in the theatre of the others."""

from truceline.model.place import PlaceMention, Precision
from truceline.text.event_place import event_place


def mention(name: str, start: int, precision: Precision, country: str = "SY") -> PlaceMention:
    return PlaceMention(
        name=name,
        start=start,
        end=start + len(name),
        role="event",
        lat=35.0,
        lon=36.0,
        precision=precision,
        country=country,
        confidence=0.9,
    )


def test_the_neighbourhood_wins_over_the_city_beside_it():
    place = event_place([mention("Aleppo", 40, "city"), mention("Sheikh Maqsoud", 20, "neighbourhood/area")], [(0, 60)])
    assert place is not None
    assert place.name == "Sheikh Maqsoud"


def test_a_town_in_another_country_is_a_bystander():
    places = [mention("Idlib", 10, "city"), mention("Syria", 30, "country"), mention("Oxford", 12, "town", "GB")]
    place = event_place(places, [(0, 40)])
    assert place is not None
    assert place.name == "Idlib"


def test_no_place_where_none_has_the_role():
    assert event_place([], [(0, 10)]) is None
