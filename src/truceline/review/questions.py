"""What is worth asking an analyst next: accounts, doubtful speakers, and pairs that may be one happening."""

from calendar import month_abbr
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from math import cos, hypot, radians
from typing import Literal

from truceline.model.place import Place
from truceline.model.snapshot import Incident, LedgerClaim, Link, Snapshot

_NEAR_KM = 30.0
_DOUBTED = 0.5
"""Score under which it is asked whether the speaker is rightly read."""
_MOST_A_DAY = 40
"""Incidents of one type on one day beyond which only neighbours in the list are paired: a cap on the pairs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to rule on; `weight` says how much the answer could change a tally, `why` says so in words.

    `targets`: an account id, a claim id, or two members ("document/key") whose incidents are `incidents`.
    """

    key: str
    kind: Literal["account", "speaker", "same", "joined"]
    targets: tuple[str, ...]
    incidents: tuple[str, ...]
    weight: float
    why: str


def open_questions(snapshot: Snapshot) -> tuple[Question, ...]:
    """Every open question, the weightiest first."""
    live = [i for i in snapshot.incidents if i.review != "rejected" and i.succeeded_by is None]
    counted = _counted(snapshot)
    ruled = {frozenset((li.a, li.b)) for i in live for li in i.links if li.judgement != "machine"}
    doubtful = {c.id: c for c in snapshot.claims if _is_doubtful(c)}
    asked = [
        *_account_questions(live, counted),
        *_speaker_questions(live, counted, doubtful),
        *_joined(live, counted),
        *_apart(live, counted, ruled),
    ]
    return tuple(sorted(asked, key=lambda q: (-q.weight, q.key)))


def _counted(snapshot: Snapshot) -> Mapping[str, int]:
    """By incident, in how many alleged breaches it counts."""
    counted: dict[str, int] = defaultdict(int)
    for breach in snapshot.breaches:
        counted[breach.incident] += 1
    return counted


def _account_questions(incidents: Sequence[Incident], counted: Mapping[str, int]) -> list[Question]:
    return [
        Question(
            key=f"account:{account.id}",
            kind="account",
            targets=(account.id,),
            incidents=(incident.id,),
            weight=_weight(incident, account.reader_score, counted),
            why=_why(incident, counted),
        )
        for incident in incidents
        for account in incident.accounts
        if account.review == "machine"
    ]


def _is_doubtful(claim: LedgerClaim) -> bool:
    """Whether nobody has said who speaks: left open though somebody is meant, or read with a low score."""
    if claim.review != "machine" or claim.source_kind == "author":
        return False
    return claim.reader_score < _DOUBTED or (claim.speaker is None and claim.source_kind != "anonymous")


def _speaker_questions(
    incidents: Sequence[Incident], counted: Mapping[str, int], doubtful: Mapping[str, LedgerClaim]
) -> list[Question]:
    """Each doubtful claim once, by the weightiest incident that an account tells on its word."""
    best: dict[str, tuple[float, Incident]] = {}
    for incident in incidents:
        told = ((a.document, f) for a in incident.accounts if a.review == "machine" for f in a.facets)
        for claim in dict.fromkeys(f"{document}/{facet.claim}" for document, facet in told):
            if claim in doubtful:
                weight = _weight(incident, doubtful[claim].reader_score, counted)
                best[claim] = max(best.get(claim, (0.0, incident)), (weight, incident), key=lambda b: b[0])
    return [
        Question(
            key=f"speaker:{claim}",
            kind="speaker",
            targets=(claim,),
            incidents=(incident.id,),
            weight=weight,
            why=_why(incident, counted),
        )
        for claim, (weight, incident) in best.items()
    ]


def _weight(incident: Incident, score: float, counted: Mapping[str, int]) -> float:
    """More for what counts in a tally, for lone accounts (rejecting one removes the incident), for doubtful ones."""
    standing = sum(a.review != "rejected" for a in incident.accounts)
    return (1 + min(counted.get(incident.id, 0), 8)) * (1.5 - score) / max(1, standing)


def _why(incident: Incident, counted: Mapping[str, int]) -> str:
    count = counted.get(incident.id, 0)
    lone = " The incident rests on this account alone." if len(incident.accounts) == 1 else ""
    lines = "in one line" if count == 1 else f"in {count} lines"
    each = "one for each term, accuser, accused and position on the window"
    said = f"It is one incident, counted as an alleged breach {lines} of the tally: {each}."
    return (said if count else "It counts in no tally.") + lone


def _joined(incidents: Sequence[Incident], counted: Mapping[str, int]) -> list[Question]:
    """Links that hold an incident together, asked in reverse of how sure they are."""
    return [
        Question(
            key=f"joined:{link.a}:{link.b}",
            kind="joined",
            targets=(link.a, link.b),
            incidents=(incident.id,),
            weight=(1 + min(counted.get(incident.id, 0), 8)) * 2 * (1 - link.score),
            why=f"Held to be one happening, score {link.score:.2f}: {'; '.join(link.reasons)}",
        )
        for incident in incidents
        for link in _open_links(incident)
    ]


def _open_links(incident: Incident) -> list[Link]:
    own = {f"{a.document}/{a.incident}" for a in incident.accounts}
    return [li for li in incident.links if li.judgement == "machine" and li.a in own and li.b in own]


def _by_kind_and_day(incidents: Sequence[Incident]) -> Mapping[tuple[str, date], list[Incident]]:
    """The single incidents of one day, by kind and day."""
    days: dict[tuple[str, date], list[Incident]] = defaultdict(list)
    for incident in incidents:
        day = _single_day(incident)
        if day and incident.accounts and not incident.aggregate:
            days[incident.event_type, day].append(incident)
    return days


def _apart(incidents: Sequence[Incident], counted: Mapping[str, int], ruled: set[frozenset[str]]) -> list[Question]:
    """Pairs kept apart though kind, day and place agree: merging two takes one from a tally."""
    asked = []
    for (_, day), group in sorted(_by_kind_and_day(incidents).items()):
        for a, b in combinations(group, 2) if len(group) <= _MOST_A_DAY else pairwise(group):
            distance = _distance_km(a, b)
            pair = (_member(a), _member(b))
            if distance is None or distance > _NEAR_KM or frozenset(pair) in ruled:
                continue
            asked.append(
                Question(
                    key=f"same:{pair[0]}:{pair[1]}",
                    kind="same",
                    targets=pair,
                    incidents=(a.id, b.id),
                    weight=(1 + min(counted.get(a.id, 0), counted.get(b.id, 0), 8)) * (1 - distance / 60),
                    why=_why_apart(a.event_type, day, distance),
                )
            )
    return asked


def _why_apart(kind: str, day: date, km: float) -> str:
    where = "at one place" if km < 1 else f"some {km:.0f} km apart"
    on = f"{day.day} {month_abbr[day.month]} {day.year}"
    return f"Kept apart by the program, though both are of one kind ({kind.replace('_', ' ')}), on {on}, {where}."


def _member(incident: Incident) -> str:
    return min(f"{a.document}/{a.incident}" for a in incident.accounts)


def _single_day(incident: Incident) -> date | None:
    time = incident.time
    if time is None or not time.earliest or not time.latest or time.earliest[:10] != time.latest[:10]:
        return None
    try:
        return date.fromisoformat(time.earliest[:10])
    except ValueError:
        return None


def _distance_km(a: Incident, b: Incident) -> float | None:
    """Flat distance, good enough under 100 km; None where either has no point of its own."""
    p, q = _point(a.place), _point(b.place)
    if p is None or q is None:
        return None
    return hypot((p[0] - q[0]) * 111.2, (p[1] - q[1]) * 111.2 * cos(radians(p[0])))


def _point(place: Place | None) -> tuple[float, float] | None:
    """Latitude and longitude of a place that is no wide area."""
    if place is None or place.lat is None or place.lon is None or (place.radius_km or 0) > 2 * _NEAR_KM:
        return None
    return place.lat, place.lon
