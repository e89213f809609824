"""Charges and the charges that answer them: two deeds, where each names another place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from truceline.model.claim import Claim
from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.place import Place
from truceline.model.reading import Reading
from truceline.model.span import Span, meets, overlap, within
from truceline.recount.clusters import Cluster
from truceline.recount.drafts.match import having
from truceline.recount.events.triggers import Trigger
from truceline.recount.facets.claims import ClaimIndex
from truceline.recount.happenings import Happening
from truceline.text.geo import SETTLEMENTS, distance_between, is_inside, is_wide, same_name

_STRUCK = re.compile(
    r"\s+(?:(?:in|at|near|on|of|around|against|outside)\s+)?(?:the\s+)?(?:(?:village|town|city|hamlet|settlement)\s+of\s+)?"
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)*)"
    r"(?=\s*(?:$|[.,;:”\"]|\s(?:on|in|at|with|from|by|and|while|early|late|overnight|yesterday|today|after|during)\b))"
)
"""The place that words of a deed name behind them: "shelling the town of Oren on Monday"."""
_SAME_KM = 3.0
"""Kilometres within which two names may be of one place."""
_STREETS = frozenset({"street", "road", "avenue", "square", "district", "quarter", "bridge", "market", "hospital"})
"""Last words of names inside a place that may have been named by another name."""
_LEAD = re.compile(r"\b(?:the|that|of|for|had|have|has|having|was|were|its|their)\b|\W+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Charge:
    """A claim that blames somebody (`blamed`, as worded) for a deed at a place, named `at` these words."""

    claim: Claim
    blamed: str
    place: Place
    at: Span


def happenings_charged(happenings: Sequence[Happening], reading: Reading) -> list[Happening]:
    """The happenings, parted where a charge is answered with another: "X accused Y of shelling A; Y accused X of B"."""
    index = ClaimIndex(reading.claims)
    return [part for h in happenings for part in _parts(h, index, reading)]


def _facets_of_each(
    every: Sequence[DraftMention], homes: Mapping[Span, int], charged: Mapping[Span, _Charge]
) -> dict[Span, list[DraftFacet]]:
    """What hangs on each mention; what another deed's charge tells hangs on the words of that."""
    own: dict[Span, list[DraftFacet]] = {m.span: [] for m in every}
    for mention in every:
        for facet in mention.facets:
            home = _charge_of(facet.span, charged) or mention.span
            own[mention.span if homes[home] == homes[mention.span] else home].append(facet)
    return own


def drafts_charged(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The same of drafts; what one charge tells hangs on the words of its own deed."""
    index = ClaimIndex(reading.claims)
    every = sorted((m for d in drafts for m in d.mentions), key=lambda m: m.span)
    spans = [m.span for m in every]
    homes = dict(zip(spans, _homes(spans, index, reading), strict=True))
    if not any(homes.values()):
        return list(drafts)
    charged = {span: charge for span in spans if (charge := _charge(span, index, reading))}
    own = _facets_of_each(every, homes, charged)
    out: list[Draft] = []
    for draft in drafts:
        mentions = [_placed(replace(m, facets=tuple(own[m.span])), charged.get(m.span)) for m in draft.mentions]
        told = replace(draft, mentions=tuple(mentions))
        groups = sorted({homes[m.span] for m in mentions})
        out += [having(told, [i for i, m in enumerate(mentions) if homes[m.span] == n]) for n in groups]
    return out


def _charge_of(span: Span, charged: Mapping[Span, _Charge]) -> Span | None:
    """The mention whose charge tells some words; None for words outside any."""
    return next((m for m, c in charged.items() if any(within(span, s) for s in c.claim.content)), None)


def _placed(mention: DraftMention, charge: _Charge | None) -> DraftMention:
    """The mention with the place that parts its charge from another's, where the learned reader saw none."""
    if charge is None or any(f.facet == "place" for f in mention.facets):
        return mention
    told = DraftFacet(facet="place", span=charge.at, polarity="affirmed", score=mention.score)
    return replace(mention, facets=(*mention.facets, told))


def _parts(happening: Happening, index: ClaimIndex, reading: Reading) -> list[Happening]:
    spans = sorted(happening.mentions)
    homes = dict(zip(spans, _homes(spans, index, reading), strict=True))
    if not any(homes.values()):
        return [happening]
    own: list[list[Cluster]] = [[] for _ in range(max(homes.values()) + 1)]
    last = 0
    for cluster in happening.clusters:
        at = {t: homes[t.start, t.end] if t.sentence >= 0 else 0 for t in cluster.triggers}
        told = sorted(set(at.values())) or [last]
        for n in told:
            own[n].append(_of_charge(cluster, n, at, homes) if len(told) > 1 else cluster)
        last = told[-1]
    return [replace(happening, clusters=some) for some in own if some]


def _of_charge(cluster: Cluster, n: int, at: Mapping[Trigger, int], homes: Mapping[Span, int]) -> Cluster:
    """The part of a sentence that is of one charge; what is told beside goes with the word it is nearest to."""

    def mine(start: int) -> bool:
        return homes[min(homes, key=lambda s: abs(s[0] - start))] == n

    return replace(
        cluster,
        triggers=[t for t in cluster.triggers if at[t] == n],
        harms=[h for h in cluster.harms if mine(h.start)],
        places=[p for p in cluster.places if mine(p.start)],
        place=cluster.place if cluster.place and mine(cluster.place.start) else None,
        time=cluster.time if cluster.time and mine(cluster.time.start) else None,
    )


def _homes(spans: Sequence[Span], index: ClaimIndex, reading: Reading) -> list[int]:
    """By mention the number of its charge; one that is in none goes with the one before it."""
    groups: list[_Charge] = []
    homes: list[int] = []
    for span in spans:
        charge = _charge(span, index, reading)
        last = homes[-1] if homes else 0
        if charge is None:
            homes.append(last)
            continue
        home = next((n for n, g in enumerate(groups) if not _answers(charge, g)), len(groups))
        if home == len(groups):
            groups.append(charge)
        homes.append(home)
    return homes


def _is_party_or_time(span: Span, reading: Reading) -> bool:
    return meets(span, [(a.start, a.end) for a in reading.actors] + [(t.start, t.end) for t in reading.times])


def _charge(span: Span, index: ClaimIndex, reading: Reading) -> _Charge | None:
    """The charge that a mention stands in, if it blames somebody and names a place."""
    claim, text = index.innermost(*span), reading.prose
    if claim is None or claim.act != "accuses":
        return None
    start, end = next(s for s in claim.content if within(span, s))
    found = _STRUCK.match(text, span[1], end)
    blamed = " ".join(_LEAD.sub(" ", text[start : span[0]]).lower().split())
    if found is None or not blamed or found["name"].split()[-1].lower() in _STREETS:
        return None
    at = found.span("name")
    if _is_party_or_time(at, reading):
        return None
    known = next((p for p in reading.places if overlap((p.start, p.end), at)), None)
    return _Charge(claim, blamed, known or Place(name=found["name"]), at)


def _answers(charge: _Charge, other: _Charge) -> bool:
    """Whether somebody else blames somebody else for a deed at another place."""
    one = charge.claim is other.claim or (charge.claim.speaker and charge.claim.speaker == other.claim.speaker)
    return not one and charge.blamed != other.blamed and _elsewhere(charge.place, other.place)


def _elsewhere(a: Place, b: Place) -> bool:
    """Whether two places are told by other names and neither lies in the other: towns side by side are two here."""
    if same_name(a, b) or is_wide(a) or is_wide(b):
        return False
    towns = {a.precision, b.precision} <= SETTLEMENTS
    km = distance_between(a, b)
    return (towns or not (is_inside(a, b) or is_inside(b, a))) and (km is None or km > _SAME_KM)
