"""One sentence that tells of several towns, or days, each with its own dead or hurt: an incident each.

"Shelling killed two people in Torvik on Monday and three in Bel on Tuesday"; "killed 4 and 9 people respectively".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from truceline.model.amount import Quantity
from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap, within
from truceline.model.when import TimeMention
from truceline.recount.anchors import is_day
from truceline.recount.clusters import Cluster
from truceline.recount.drafts.counts import HARMS
from truceline.recount.drafts.match import Paired
from truceline.recount.inside import inside
from truceline.recount.persons import People
from truceline.recount.profile import Profile
from truceline.recount.scan import Harm
from truceline.recount.scenes import Scene
from truceline.text.geo import SETTLEMENTS, is_inside, same_name

_LOCATIVE = re.compile(r"\b(?:in|at|near|outside) (?:the (?:town|city|village) of )?$")
_BARE = re.compile(
    r"(?: (?:people|persons|others|more|civilians|men|women|children|fighters|soldiers|residents))?"
    r"(?: (?:on|last|this) \w+)? (?:in|at|near|outside) (?:the (?:town|city|village) of )?",
    re.IGNORECASE,
)
"""Between a number and the town in which it counts people of the kind told before: "and six | in Arda"."""
_THEN = re.compile(r",? (?:on )?(?:the )?")
_LOOK = 30
_JOINED = re.compile(r",? and (?:on )?|, ")
_COMMON = frozenset({"actor", "means", "responsibility", "type", "target"})
"""What a sentence tells of all its deeds alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """What a sentence tells of one town or day: who was harmed there; `span` is all the words of it alone."""

    span: Span
    harm: Harm
    place: PlaceMention | None
    day: TimeMention | None


def each_town(pairs: Sequence[Paired], scenes: Sequence[Scene], reading: Reading) -> list[Paired]:
    """The pairs, each that tells in one sentence of the dead of several towns or days made as many."""
    out = list(pairs)
    for scene in scenes:
        shares = _shares(scene, reading) if scene.index >= 0 and scene.harms else []
        if shares:
            out = [made for p in out for made in _shared_out(p, shares, scene.index, reading)]
    return out


def _shares(scene: Scene, reading: Reading) -> list[_Share]:
    """The shares of a sentence in its order; none where it tells of one town and day."""
    if "respectively" in scene.words.lower:
        return _respective(scene, reading)
    places = _towns(scene.span, reading)
    out: list[_Share] = []
    start = scene.span[0]
    for place in places:
        harm = _counted_there(scene, (start, place.start), out, reading)
        if harm is None:
            return []
        day = _day_behind(place, scene.span, reading) or _day_in((start, place.start), reading)
        end = max(place.end, day.end) if day is not None else place.end
        out.append(_Share(span=(start if out else harm.start, end), harm=harm, place=place, day=day))
        start = end
    return _with_day_of_all(out, scene.span, reading) if len(out) > 1 else []


def _towns(sentence: Span, reading: Reading) -> list[PlaceMention]:
    """The towns in which a sentence tells that something was, all of them different; none where it names one twice."""
    text = reading.prose
    towns = [
        p
        for p in inside(reading.places, sentence)
        if p.role == "event" and p.precision in SETTLEMENTS
        if _LOCATIVE.search(text, max(sentence[0], p.start - _LOOK), p.start)
    ]
    pairs = ((a, b) for n, a in enumerate(towns) for b in towns[n + 1 :])
    same = any(same_name(a, b) or is_inside(a, b) or is_inside(b, a) for a, b in pairs)
    return [] if same or len(towns) < 2 else towns


def _counted_there(scene: Scene, before: Span, told: Sequence[_Share], reading: Reading) -> Harm | None:
    """Who is said to have been harmed in the words before a town: the number right before it goes before a total."""
    here = [h for h in scene.harms if before[0] <= h.start and h.end <= before[1] and not h.denied and h.low]
    last = max(here, key=lambda h: (h.end, h.start), default=None)
    numbers = [q for q in inside(reading.quantities, before) if _BARE.fullmatch(reading.prose, q.end, before[1])]
    known = last or (told[-1].harm if told else None)
    if numbers and known is not None and numbers[-1].low and not (last and numbers[-1].start < last.end):
        return _alike(numbers[-1], known, reading)
    return last


def _alike(number: Quantity, harm: Harm, reading: Reading) -> Harm:
    """The harm that a bare number counts: that told before it."""
    span = number.start, number.end
    people = People(first=0, last=0, low=number.low, high=number.high, comparator=number.comparator, counted=True)
    return replace(
        harm,
        start=span[0],
        end=span[1],
        low=number.low,
        high=number.high,
        comparator=number.comparator,
        text=reading.prose[slice(*span)],
        heads=(people,),
        parts=(),
        words=(span,),
        cue=span,
        group="unknown",
    )


def _day_behind(place: PlaceMention, sentence: Span, reading: Reading) -> TimeMention | None:
    """The day told right behind a town: "in Arda | on Monday"."""
    text = reading.prose
    days = (t for t in inside(reading.times, (place.end, sentence[1])) if is_day(text, t))
    return next((t for t in days if _THEN.fullmatch(text, place.end, t.start)), None)


def _day_in(words: Span, reading: Reading) -> TimeMention | None:
    """The one day told in some words."""
    days = [t for t in inside(reading.times, words) if is_day(reading.prose, t)]
    return days[0] if len(days) == 1 else None


def _with_day_of_all(shares: Sequence[_Share], sentence: Span, reading: Reading) -> list[_Share]:
    """The shares, those without a day on the only one that the sentence tells."""
    day = _day_in(sentence, reading)
    return [replace(s, day=s.day or day) for s in shares]


def _respective(scene: Scene, reading: Reading) -> list[_Share]:
    """The shares that "respectively" tells: "On 3 and 5 March strikes on Torvik killed 4 and 9 people respectively"."""
    text = reading.prose
    harm = next((h for h in scene.harms if not h.denied and h.low), None)
    numbers = [q for q in inside(reading.quantities, scene.span) if harm and harm.start <= q.start < harm.end]
    days = [t for t in inside(reading.times, scene.span) if t.earliest and t.type == "DATE"]
    towns = _towns(scene.span, reading) or _listed(
        [p for p in inside(reading.places, scene.span) if p.role == "event" and p.precision in SETTLEMENTS], text
    )
    if harm is None or len(numbers) < 2 or not _all_listed(numbers, text):
        return []
    by_town = len(towns) == len(numbers)
    if not by_town and not (len(days) == len(numbers) and _all_listed(days, text)):
        return []
    one = _day_in(scene.span, reading)
    return [
        _Share(
            span=(q.start, q.end),
            harm=_alike(q, harm, reading),
            place=towns[n] if by_town else None,
            day=one if by_town else days[n],
        )
        for n, q in enumerate(numbers)
    ]


def _listed(towns: list[PlaceMention], text: str) -> list[PlaceMention]:
    return towns if len(towns) > 1 and _all_listed(towns, text) else []


def _all_listed(found: Sequence[Quantity | TimeMention | PlaceMention], text: str) -> bool:
    """Whether mentions stand in one list: "4, 7 and 9"."""
    return all(_JOINED.fullmatch(text, a.end, b.start) for a, b in pairwise(found))


def _shared_out(pair: Paired, shares: Sequence[_Share], sentence: int, reading: Reading) -> list[Paired]:
    """A pair by the shares of a sentence that it tells of; whole where these are not two."""
    if pair.aggregate or pair.tally:
        return [pair]
    told = [(h.start, h.end) for c in pair.clusters for h in c.harms if sentence in {c.sentence, h.sentence}]
    told += [f.span for f in pair.facets if f.facet in HARMS]
    held = [s for s in shares if any(overlap(s.harm.words[0] if s.harm.words else s.span, t) for t in told)]
    if len(held) < 2 and not (held and held[0] is shares[0]):
        return [pair]
    held = list(shares) if held[0] is shares[0] else held
    span = reading.sentences[sentence]
    return [_of_share(pair, share, shares, (sentence, span), first=n == 0) for n, share in enumerate(held)]


def _of_share(
    pair: Paired, share: _Share, shares: Sequence[_Share], sentence: tuple[int, Span], *, first: bool
) -> Paired:
    """A pair with what one share tells; the `first` has what other sentences tell too."""
    happening, draft = pair.happening, pair.draft
    clusters = [
        made for c in pair.clusters if (made := _cluster_of(c, share, shares, sentence[0], first=first)) is not None
    ]
    if not clusters and not draft:
        return pair
    return Paired(
        replace(happening, clusters=clusters, profile=Profile()) if happening is not None and clusters else None,
        draft and _draft_of(draft, share, shares, sentence[1], first=first),
    )


def _cluster_of(
    cluster: Cluster, share: _Share, shares: Sequence[_Share], sentence: int, *, first: bool
) -> Cluster | None:
    """A cluster with the harm, place and day of a share; one of another sentence as it is, or none."""
    if cluster.sentence != sentence:
        return cluster if first else None
    others = [s.span for s in shares if s is not share]
    inner = [t for t in cluster.triggers if within((t.start, t.end), share.span)]
    common = [t for t in cluster.triggers if not any(within((t.start, t.end), o) for o in others)]
    return replace(
        cluster,
        triggers=inner or common or cluster.triggers,
        harms=[share.harm],
        time=share.day or cluster.time,
        place=share.place or cluster.place,
        places=[share.place] if share.place else cluster.places,
        profile=Profile(),
    )


def _draft_of(draft: Draft, share: _Share, shares: Sequence[_Share], sentence: Span, *, first: bool) -> Draft | None:
    """A draft with what hangs on a share's words, or on those of none."""
    others = [s.span for s in shares if s is not share]
    here = [m for m in draft.mentions if within(m.span, sentence)] or list(draft.mentions[:1])
    own = [m for m in here if not any(within(m.span, o) for o in others)] or here[:1]
    facets = [f for f in draft.facets if within(f.span, sentence) and _is_of(f, share, others)]
    lead = replace(own[0], facets=(*facets, *_told_by(share, facets)))
    rest = [replace(m, facets=()) for m in own[1:]]
    more = [_outside(m, sentence) for m in draft.mentions if m not in here] if first else []
    return replace(draft, mentions=tuple(sorted([lead, *rest, *more], key=lambda m: m.span)))


def _outside(mention: DraftMention, sentence: Span) -> DraftMention:
    return replace(mention, facets=tuple(f for f in mention.facets if not within(f.span, sentence)))


def _is_of(facet: DraftFacet, share: _Share, others: Sequence[Span]) -> bool:
    """Whether a facet of the sentence is told of a share: on its words, or of all of them alike."""
    if facet.facet in HARMS:
        return overlap(facet.span, share.harm.words[0] if share.harm.words else share.span) > 0 and not any(
            overlap(facet.span, o) for o in others
        )
    if facet.facet in {"place", "time"}:
        return False
    return within(facet.span, share.span) or (facet.facet in _COMMON and not any(within(facet.span, o) for o in others))


def _told_by(share: _Share, told: Sequence[DraftFacet]) -> list[DraftFacet]:
    """The harm, place and day of a share as facets, where they are not told."""
    out: list[DraftFacet] = []
    if not any(f.facet == share.harm.kind for f in told) and share.harm.kind in HARMS:
        span = share.harm.words[0] if share.harm.words else (share.harm.start, share.harm.end)
        kind = "killed" if share.harm.kind == "killed" else "injured"
        out.append(DraftFacet(facet=kind, span=span, polarity="affirmed", score=1.0))  # type: ignore[arg-type]
    if share.place is not None:
        out.append(DraftFacet(facet="place", span=(share.place.start, share.place.end), polarity="affirmed", score=1.0))
    if share.day is not None:
        out.append(DraftFacet(facet="time", span=(share.day.start, share.day.end), polarity="affirmed", score=1.0))
    return out
