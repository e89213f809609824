"""From claims and resolved mentions to accounts, facet by facet, grouped by happening within the document."""

from dataclasses import replace

from truceline.model.account import Account, EventType, ReportedIncident
from truceline.model.place import Place
from truceline.model.reading import Reading
from truceline.model.settings import Settings
from truceline.recount.accounts import give_accounts
from truceline.recount.bench import Bench
from truceline.recount.cast import cast
from truceline.recount.city.pick import pick_city, seated
from truceline.recount.clusters import Cluster
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.facets.claims import ClaimIndex
from truceline.recount.happenings import Happening, gather
from truceline.recount.kit import RecountKit
from truceline.recount.places import main_place
from truceline.recount.scenes import lay_out
from truceline.recount.setting import inside_city
from truceline.recount.together import leave_out_counts
from truceline.recount.totals import by_group, tolls
from truceline.recount.when import main_time, without_dateline


def recount_incidents(reading: Reading, kit: RecountKit, settings: Settings) -> Reading:  # noqa: ARG001
    """The reading with its accounts and incidents, most important first."""
    if not reading.text:
        return reading
    whole, reading = reading, without_dateline(reading)
    scenes = lay_out(reading, kit)
    reading = cast(reading, kit.events)
    bench = Bench(
        reading, ClaimIndex(reading.claims), kit.facets, kit.events, {s.index: s for s in scenes}, whole.actors
    )
    incidents: list[ReportedIncident] = []
    accounts: list[Account] = []
    for happening in gather(reading, scenes, kit):
        leave_out_counts(happening, whole, kit.together)
        key, kind = f"i{len(incidents) + 1}", _type(happening, kit.events)
        mine = give_accounts(bench, happening, key, kind, len(accounts) + 1)
        if not mine:
            continue
        accounts += mine
        incidents.append(_incident(None if incidents else reading, happening, kit, mine))
    return replace(whole, accounts=tuple(accounts), incidents=tuple(incidents))


def _incident(main: Reading | None, happening: Happening, kit: RecountKit, accounts: list[Account]) -> ReportedIncident:
    """The happening as the document as a whole has it; `main` is the reading where it is the main one."""
    key = accounts[0].incident
    killed, injured = tolls(happening.harms)
    return ReportedIncident(
        key=key,
        event_type=_told_type(happening, kit.events, accounts),
        aggregate=happening.aggregate,
        place=_place(main, happening, kit),
        time=main_time(happening, main, kit.events),
        killed=killed,
        injured=injured,
        casualties=by_group(happening.harms, killed, injured),
        mentions=tuple((t.start, t.end) for t in happening.triggers if t.sentence >= 0),
        accounts=tuple(a.id for a in accounts),
    )


def _place(main: Reading | None, happening: Happening, kit: RecountKit) -> Place | None:
    """Where it was; the main happening is set in the settlement that all the document tells of it."""
    if main is None or happening.aggregate:
        return main_place(happening, main)
    place = inside_city(main_place(happening, main), main.places)
    anchors = [(t.start, t.end) for t in happening.triggers if t.sentence >= 0]
    city = pick_city(main, anchors, place, kit.city)
    return inside_city(seated(place, city), (*main.places, *main.document.places))


def _told_type(happening: Happening, lexicon: EventLexicon, accounts: list[Account]) -> EventType:
    """The most telling type that anybody affirms; a strike only denied or hearsay names no happening."""
    facets = [f for a in accounts for f in a.facets if f.polarity == "affirmed"]
    told = {f.spans[0] for f in facets if f.facet in {"occurrence", "type"}}
    kept = [t for t in happening.triggers if t.sentence < 0 or (not t.alleged and (t.start, t.end) in told)]
    kind = _type(Happening(happening.family, [Cluster(happening.family, kept, 0)]), lexicon)
    means = {str(f.value) for f in facets if f.facet == "means"}
    return "air_strike" if kind == "bombing" and "aircraft" in means and "car bomb" not in means else kind


def _type(happening: Happening, lexicon: EventLexicon) -> EventType:
    if happening.family == "violation":
        return "violation_unspecified"
    named = [t.type for t in happening.triggers if t.type]
    return max(named, key=lambda n: (lexicon.rank[n], -named.index(n)), default="attack_on_civilians")
