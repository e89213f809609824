"""The time and place told beside each happening of a sentence."""

import re
from collections.abc import Sequence

from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, stands_in
from truceline.model.when import TimeMention
from truceline.recount.anchors import clock_only, own_times
from truceline.recount.city.care import is_of_care
from truceline.recount.clusters import Cluster
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.inside import inside
from truceline.recount.one_look import seen_whole
from truceline.recount.scenes import Scene
from truceline.recount.stretches import stretch_told
from truceline.recount.town_headings import town_above
from truceline.text.datelines import opens_dateline
from truceline.text.settlements import is_called_settlement

_LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|of|over|from|on)\s+(?:the\s+|\w+ern\s+|central\s+)*$", re.IGNORECASE
)
"""What stands before a place where something happened, but not before a name that only looks like one."""
_ORIGIN = re.compile(
    r"\b(?:c[ao]me|comes|coming|fired|firing|launched|launching|shot|flown|originat\w+|fire|shells?|rounds?|rockets?|missiles?|bombs?|mortars?)\b"
    r"[^.;,]{0,20}\bfrom\b(?:\s(?!to\b)[\w’'-]+){0,5}\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before where fire came from: "the rounds came from army positions at Lukava"."""
_REACHED = re.compile(
    r"\b(?:(?:people|persons|families|residents|refugees|civilians|survivors) (?:who |that )?(?:\w+ ){0,2}"
    r"(?:reached|arrived (?:in|at))"
    r"|(?:fled|fleeing|escaped|moved|evacuated|displaced) (?:\w+ )?to"
    r"|(?:taken|took|sought|found) (?:shelter|refuge) in|sheltering in) (?:the )?(?:\w+ of )?$",
    re.IGNORECASE,
)
"""Before where people came who had fled from a deed."""
_GOVERNS = re.compile(r"\b(?:governor|prefect|ruler) (?:of|in) (?:the )?$", re.IGNORECASE)
"""Before the land of somebody who tells."""
_LOOK = 24
_MEANWHILE = re.compile(r"\b(?:while|whereas)\b[^.;:]*?(?=,|$)", re.IGNORECASE)
"""What went on elsewhere at the time: "while the envoy stood in Amman, a bomb went off"."""


def settle(reading: Reading, scene: Scene, clusters: list[Cluster], lexicon: EventLexicon) -> None:
    """Give each cluster the time and place told beside it."""
    if scene.index < 0 or not clusters:
        return
    text = reading.prose
    times = _times_told(reading, scene)
    asides = meanwhile(text, scene.span)
    places = _told_apart(asides, _places_told(reading, scene), clusters)
    places = [p for p in places if p.precision != "country" or min(_gaps(p, clusters)) <= _WIDE_REACH]
    located = [p for p in places if _LOCATIVE.search(text[max(scene.span[0], p.start - 24) : p.start])]
    for cluster in clusters:
        own = own_times(scene, times, cluster.triggers, lexicon)
        counted = stretch_told(reading, scene.span) if cluster.aggregate else None
        mine = [p for p in located or places if _nearest(p, _of_clause(p, clusters, asides)) is cluster]
        _set(cluster, text, own, mine, counted)
        if located and cluster.places:
            cluster.profile.places.append(cluster.places[0])


def _set(
    cluster: Cluster,
    text: str,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    counted: TimeMention | None,
) -> None:
    """Give a cluster its own times and places, nearest first; a stretch that is `counted` over goes before a time."""
    at = cluster.triggers[0].start
    cluster.time = counted or next((t for t in times if not clock_only(text, t)), None)
    cluster.clock = next((t for t in times if clock_only(text, t)), None)
    cluster.places = sorted(places, key=lambda p: (abs(p.start - at), p.start))
    cluster.place = cluster.places[0] if cluster.places else None
    known = cluster.time or _same_day(text, cluster.clock)
    if known is not None:
        cluster.profile.times.append(known)


def _times_told(reading: Reading, scene: Scene) -> list[TimeMention]:
    """The sentence's times, but for a speaker's "today"."""
    text, low = reading.prose, scene.span[0]
    told = [t for t in inside(reading.times, scene.span) if t.earliest and t.type in {"DATE", "TIME"}]
    return [t for t in told if not _speakers_day(text, t, low)]


def _places_told(reading: Reading, scene: Scene) -> list[PlaceMention]:
    """Where the sentence, or a town's heading above it, may set a deed; no party's place, nor where fire came from."""
    text, low = reading.prose, scene.span[0]
    named = [(a.start, a.end) for a in inside(reading.actors, scene.span)]
    told = [p for p in inside(reading.places, scene.span) if p.role == "event"]
    told = [p for p in told or town_above(reading, scene.span) if not stands_in(p.start, named)]
    places = _known_or_called(text, told)
    places = [p for p in places if not (is_origin(text, p.start) or is_of_care(text, p) or is_reached(text, p.start))]
    if seen_whole(text):  # in a short text the governor who tells is the one of where it happened
        return places
    return [p for p in places if not _GOVERNS.search(text, max(low, p.start - _LOOK), p.start)]


def _known_or_called(text: str, told: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places that a gazetteer has or that are called towns; a site of neither lies in no town of a dateline."""
    sent = [p for p in told if opens_dateline(text, p.start, p.end)]
    places = [p for p in told if p.lat is not None or is_called_settlement(text, p.start)]
    if sent and places == sent:
        return [p for p in told if p not in sent] or places
    return places


def _same_day(text: str, clock: TimeMention | None) -> TimeMention | None:
    """An hour or part of day that names its day by pointing back: "that same night"."""
    return clock if clock and {"same", "that"} & set(text[clock.start : clock.end].lower().split()) else None


def is_origin(text: str, start: int) -> bool:
    """Whether fire came from a place that begins here: nothing is said to have hit it."""
    return _ORIGIN.search(text[max(0, start - _FAR_BACK) : start]) is not None


def is_reached(text: str, start: int) -> bool:
    """Whether people fled to a place that begins here, or came there: "4,000 have reached X since the bombing"."""
    return _REACHED.search(text[max(0, start - _FAR_BACK) : start]) is not None


def meanwhile(text: str, sentence: Span) -> list[Span]:
    """The clauses of a sentence that tell what went on elsewhere."""
    return [m.span() for m in _MEANWHILE.finditer(text, *sentence)]


def _told_apart(asides: list[Span], places: list[PlaceMention], clusters: list[Cluster]) -> list[PlaceMention]:
    """The places without those of a clause of what went on elsewhere, where others are told."""
    empty = [a for a in asides if not any(_stands_in(c, a) for c in clusters)]
    kept = [p for p in places if not any(a <= p.start < b for a, b in empty)]
    return kept or places


def _of_clause(place: PlaceMention, clusters: list[Cluster], asides: list[Span]) -> list[Cluster]:
    """The clusters told in the clause of what went on meanwhile that a place stands in; all where it stands in none."""
    aside = next((a for a in asides if a[0] <= place.start < a[1]), None)
    return [c for c in clusters if aside is not None and _stands_in(c, aside)] or clusters


def _stands_in(cluster: Cluster, clause: Span) -> bool:
    return any(clause[0] <= t.start < clause[1] for t in cluster.triggers)


_FAR_BACK = 90
_WIDE_REACH = 40
"""Characters within which a country is where something happened: "violations in Syria", not "groups in Syria"."""


def _gaps(place: PlaceMention, clusters: list[Cluster]) -> list[int]:
    return [
        abs(place.start - t.end) if t.start < place.start else t.start - place.end for c in clusters for t in c.triggers
    ]


def _nearest(place: PlaceMention, clusters: list[Cluster]) -> Cluster:
    """The cluster told nearest a place, those before it being nearer than those behind."""

    def away(cluster: Cluster) -> int:
        gaps = [place.start - t.end if t.start < place.start else 2 * (t.start - place.end) for t in cluster.triggers]
        return min(gaps)

    return min(clusters, key=away)


def _speakers_day(text: str, time: TimeMention, low: int) -> bool:
    """Whether "today" stands in somebody's quoted words: the speaker's day, which the document need not know."""
    words = text[time.start : time.end].lower()
    before = text[low : time.start]
    return words.startswith(("today", "tonight", "this ")) and before.count("“") > before.count("”")
