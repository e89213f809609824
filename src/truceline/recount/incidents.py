"""From claims and resolved mentions to accounts, facet by facet, grouped by happening within the document."""

from dataclasses import fields, replace

from truceline.model.account import Account, EventType, Facet, ReportedIncident
from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Reading
from truceline.model.settings import Settings
from truceline.model.when import Time, TimeMention
from truceline.recount.anchors import grain
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.happenings import Happening, gather
from truceline.recount.kit import RecountKit
from truceline.recount.scenes import lay_out
from truceline.recount.totals import tolls


def recount_incidents(reading: Reading, kit: RecountKit, settings: Settings) -> Reading:  # noqa: ARG001
    """The reading with its accounts and incidents, most important first."""
    if not reading.text:
        return reading
    happenings = gather(reading, lay_out(reading, kit), kit.events)
    incidents: list[ReportedIncident] = []
    accounts: list[Account] = []
    for i, happening in enumerate(happenings, 1):
        key = f"i{i}"
        spans = tuple((t.start, t.end) for c in happening.clusters if c.sentence >= 0 for t in c.triggers)
        kind = _type(happening, kit.events)
        facet = Facet(facet="occurrence", value=kind, text="", spans=spans[:1])
        accounts.append(Account(id=f"a{i}", incident=key, claim=None, tellers=(), facets=(facet,)))
        killed, injured = tolls(happening.harms)
        incidents.append(
            ReportedIncident(
                key=key,
                event_type=kind,
                aggregate=False,
                place=next((plain_place(c.place) for c in happening.clusters if c.place), None),
                time=_time(happening),
                killed=killed,
                injured=injured,
                casualties=(),
                mentions=spans,
                accounts=(f"a{i}",),
            )
        )
    return replace(reading, accounts=tuple(accounts), incidents=tuple(incidents))


def _type(happening: Happening, lexicon: EventLexicon) -> EventType:
    named = [t.type for t in happening.triggers if t.type]
    return max(named, key=lambda n: (lexicon.rank[n], -named.index(n)), default="attack_on_civilians")


def _time(happening: Happening) -> Time | None:
    """The finest time told of the happening, the first of these."""
    times = [c.time for c in happening.clusters if c.time] or [c.clock for c in happening.clusters if c.clock]
    return plain_time(min(times, key=grain)) if times else None


def plain_place(mention: PlaceMention) -> Place:
    """The place a mention was resolved to, without its words."""
    return Place(**{f.name: getattr(mention, f.name) for f in fields(Place)})


def plain_time(mention: TimeMention) -> Time:
    """The interval a time expression was resolved to, without its words."""
    return Time(**{f.name: getattr(mention, f.name) for f in fields(Time)})
