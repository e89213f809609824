"""One invented incident with a planted exact position, which the pages of this folder share."""

from collections.abc import Callable

import pytest

from truceline.model.account import Facet
from truceline.model.place import Place
from truceline.model.plain import to_plain
from truceline.model.snapshot import FacetState, FacetValue, Incident, LedgerAccount, Toll
from truceline.model.when import Time

PLANTED = (35.12345, 40.54321)


def make(words: str = "a field", event_type: str = "shelling", name: str = "Kalinov") -> Incident:
    """One shelling with a planted exact position, told in the given words."""
    place = Place(
        name=name,
        lat=PLANTED[0],
        lon=PLANTED[1],
        radius_km=0.05,
        precision="exact location",
        country="XX",
        admin1="North",
        within=("Dvor", "North"),
        geometry={"type": "Point", "coordinates": [PLANTED[1], PLANTED[0]]},
    )
    told = Facet(facet="target", value=words, text=f"{words} at 35.12345 N, 40.54321 E", spans=())
    where = Facet(facet="place", value=to_plain(place), text=name, spans=())
    account = LedgerAccount(
        id="D1/a1",
        incident="i1",
        claim=None,
        tellers=(),
        facets=(told, where),
        document="D1",
        line="L1",
        line_reason="",
        teller_name="Ana Karel",
    )
    value = FacetValue(value=to_plain(place), polarity="affirmed", accounts=("D1/a1",), lines=1)
    return Incident(
        id="TL-1",
        title=f"Shelling of {name}, 3 March 2020",
        event_type=event_type,  # type: ignore[arg-type]
        aggregate=False,
        place=place,
        time=Time(earliest="2020-03-03", latest="2020-03-03", granularity="day", edtf="2020-03-03"),
        killed=Toll(low=1, best=1, high=2),
        injured=None,
        casualties=(),
        grade="weak",
        grade_reasons=(),
        accounts=(account,),
        documents=("D1",),
        independent_lines=1,
        facets={"place": FacetState(status="single", values=(value,))},
        review="machine",
    )


@pytest.fixture
def an_incident() -> Incident:
    return make()


@pytest.fixture
def make_incident() -> Callable[..., Incident]:
    return make
