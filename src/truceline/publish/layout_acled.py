"""ACLED's columns. Actor 1 and 2 say nothing of direction; fatalities are the lowest stated, blank where none is.

What its columns have no place for stands in the notes: a range of the killed, further names, what was hit.
"""

from truceline.model.sheet import Cell
from truceline.model.snapshot import FacetValue, Incident
from truceline.publish.layout_ucdp import date_precision
from truceline.publish.layouts import (
    Context,
    Row,
    country_of,
    days_of,
    doers_of,
    in_order,
    joined,
    noted,
    precision_code,
    said,
    sources_of,
    values_of,
)
from truceline.publish.words import say_toll, say_value

_TWO_SIDED = frozenset({"clash", "talks", "ceasefire_step"})
"""Types of event in which several who acted may have been two parties; in the others all of them are on one side."""
_CIVILIANS = frozenset({"civilian", "civilians"})
_OURS_FOR_UCDP = {1: 1, 2: 2, 3: 2, 4: 3}
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip


def acled_row(incident: Incident, context: Context) -> Row:
    """One incident as an ACLED row."""
    first, _ = days_of(incident)
    kind = context.codes.event_types.get(incident.event_type, {}).get("acled", (None, None))
    actors = _actors(incident, context)
    row: Row = {
        "event_id_cnty": incident.id,
        "event_date": first,
        "year": int(first[:4]) if first else None,
        "time_precision": time_precision(incident),
        "event_type": kind[0],
        "sub_event_type": kind[1],
        "source": joined([d.publisher or d.given_id for d in sources_of(incident, context)]),
        "actor1": _say(actors[0], context),
        "actor2": _say(actors[1], context),
        "notes": _notes(incident, actors, context),
        "fatalities": incident.killed.low if incident.killed else None,
    }
    return in_order(row | _where(incident, context), COLUMNS)


def _actors(incident: Incident, context: Context) -> tuple[str | None, str | None]:
    """Who took part: the first named, one of another side, else who is said to have been hit; never an object."""
    named = _named(incident, context)
    if not named:
        return None, _hit(incident, None, context)
    first = named[0]
    others = (v for v in named[1:] if _took_part_too(v, first, incident, context))
    other = next((str(v.value) for v in others), None)
    return str(first.value), other or _hit(incident, str(first.value), context)


def _named(incident: Incident, context: Context) -> list[FacetValue]:
    """Those said to have acted, or only to have been there, else those blamed: bodies with a name before labels."""
    values = doers_of(incident, ("affirmed", "open"))
    return sorted(values, key=lambda v: (v.polarity != "affirmed", not context.sides.is_actor(str(v.value))))


def _took_part_too(value: FacetValue, first: FacetValue, incident: Incident, context: Context) -> bool:
    """Whether an actor is another party beside the first, not the same one in another teller's words."""
    if "open" not in {value.polarity, first.polarity} and incident.event_type not in _TWO_SIDED:
        return False
    sides = {context.sides.side(str(v.value)) for v in (value, first)}
    return len(sides) > 1 if None not in sides else bool(set(value.accounts) & set(first.accounts))


def _hit(incident: Incident, first: str | None, context: Context) -> str | None:
    """A party or civilians said to have been hit, not of the first actor's own side."""
    own = context.sides.side(first) if first else None
    for value in (str(v.value) for v in values_of(incident, "target")):
        if value.casefold() in _CIVILIANS:
            return "civilians"
        if context.sides.is_actor(value) and (own is None or context.sides.side(value) != own):
            return value
    return None


def _say(actor: str | None, context: Context) -> str | None:
    return say_value(actor, context.codes.names) if actor else None


def _where(incident: Incident, context: Context) -> Row:
    place = incident.place
    if place is None:
        return {}
    return {
        "country": country_of(incident, context),
        "admin1": place.admin1,
        "admin2": place.admin2,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": precision_code(incident, "acled", context.codes),
    }


def time_precision(incident: Incident) -> Cell:
    """ACLED's code: 1 the day, 2 the week, 3 the month; None where it is wider, or not known."""
    days = date_precision(incident)
    return _OURS_FOR_UCDP.get(days) if isinstance(days, int) else None


def _notes(incident: Incident, actors: tuple[str | None, str | None], context: Context) -> str:
    tellers = joined([a.teller_name for a in incident.accounts if a.review != "rejected"], ", ") or "its documents"
    further = [_say(str(v.value), context) for v in _named(incident, context) if str(v.value) not in actors]
    told = (
        ("Disputed", joined([name for name, s in incident.facets.items() if s.status == "disputed"], ", ")),
        ("Killed, over all tellers", _range(incident)),
        ("Also named as having taken part", joined(further)),
        ("Target, as told", said(incident, "target", context)),
    )
    said_besides = (f"{head}: {words}." for head, words in told if words)
    return " ".join((f"{incident.title}, according to {tellers}.", *said_besides, noted(incident)))


def _range(incident: Incident) -> str | None:
    """The killed where tellers differ, or leave the top open: `fatalities` holds the low end alone."""
    toll = incident.killed
    return None if toll is None or toll.low == toll.high else say_toll(toll)
