"""Items of a report, each headed by where and when: "2. Orvan, Kesh district, 7 May. A bomb hit a lorry".

They are numbered, or each head is a day and places alone: "Torvane market, 5 March 2024."
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.model.account import ReportedIncident
from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.place import Place, PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, blanked, within
from truceline.model.when import TimeMention
from truceline.recount.anchors import is_day
from truceline.recount.clusters import Cluster
from truceline.recount.convert import plain_place
from truceline.recount.drafts.match import Paired
from truceline.recount.frame import points_back
from truceline.recount.happenings import Happening
from truceline.recount.inside import inside

_NAME = r"[^\W\d_a-z][\w’'.-]*(?: (?:(?:of|de|del|du|al|the|and) )*[^\W\d_a-z][\w’'.-]*){0,4}"
_LEVEL = (
    r"(?: (?:village|town|city|camp|quarter|suburb|sub-?district|district|county|township|municipality|state|province"
    r"|governorate|region|oblast|area))?"
)
_HEAD = re.compile(
    r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-–•*])\s+"
    rf"(?P<names>{_NAME}{_LEVEL}(?:, {_NAME}{_LEVEL}){{0,3}})[\s,.:;()–—-]*(?:on\s*)?"
)
"""An item's number and names of places, with nothing else where its day has been blanked."""
_SITE = (
    r"(?:(?: [a-z-]+){0,2} (?:market|bazaar|school|hospital|clinic|bakery|mosque|church|station|square|bridge"
    r"|crossing|checkpoint|road|highway|outskirts|neighbou?rhood|port|airport|factory|mill|prison|university|house|hotel))?"
)
_CALLED = r"(?:(?:the )?(?:village|town|city|camp|quarter|suburb|district) of )?"
_LINK = r"[\s,.:;()–—-]*(?:(?:on|to|and|the|in|at|night|evening|morning|afternoon|of)\b[\s,.:;()–—-]*)*"
_DATED_HEAD = re.compile(
    rf"{_LINK}(?P<names>{_CALLED}{_NAME}{_LEVEL}{_SITE}(?:, {_NAME}{_LEVEL}{_SITE}){{0,3}}){_LINK}", re.MULTILINE
)
"""The same without a number, where a day is told: "Torvane market, 5 March.", "10 March: the mill at Sarn"."""
_LEAST = 2
"""Items of which a list consists at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item: its span with its head, the day and the names that head it; no day or no names where it has none."""

    span: Span
    day: TimeMention | None
    names: Span | None
    places: tuple[PlaceMention, ...]


def find_items(reading: Reading) -> tuple[Item, ...]:
    """The items of a text, in its order; none where fewer than two are headed by names of places."""
    text, sentences = reading.prose, sorted(reading.sentences)
    heads = [(n, names) for n, s in enumerate(sentences) if (names := _head_names(text, s, reading)) is not None]
    if len(heads) < _LEAST:
        return ()
    starts = [sentences[n][0] for n, _ in heads]
    ends = [*starts[1:], len(text)]
    return tuple(
        _item(sentences, n, names, (start, end), reading)
        for (n, names), start, end in zip(heads, starts, ends, strict=True)
    )


def _head_names(text: str, sentence: Span, reading: Reading) -> Span | None:
    """Where the names stand in a sentence that is an item's head; None in any other."""
    opens = text.rfind("\n", 0, sentence[0]) + 1
    days = [(t.start, t.end) for t in inside(reading.times, sentence)]
    page = blanked(text, days)
    found = _HEAD.fullmatch(page, opens, sentence[1]) if not text[opens : sentence[0]].strip() else None
    found = found or _dated_head(page, sentence, reading)
    return found.span("names") if found else None


def _dated_head(page: str, sentence: Span, reading: Reading) -> re.Match[str] | None:
    """A sentence that is a day and names of places, one of which is known; `page`: the text without its times."""
    found = _DATED_HEAD.fullmatch(page, *sentence)
    if found is None or not any(is_day(reading.prose, t) for t in inside(reading.times, sentence)):
        return None
    named = inside(reading.places, found.span("names"))
    return found if any(p.lat is not None and p.role == "event" for p in named) else None


def _item(sentences: Sequence[Span], head: int, names: Span, reach: Span, reading: Reading) -> Item:
    """An item: to the end of its paragraph; one whose head stands alone in its line goes on to the next head."""
    text, line = reading.prose, sentences[head]
    days = [t for t in inside(reading.times, line) if is_day(text, t)]
    first = names[0], names[0] + len(text[slice(*names)].partition(",")[0])
    places = tuple(p for p in inside(reading.places, first) if p.lat is not None and p.role == "event")
    told = bool(days or places or first != names)  # "3. Other" is no place
    alone = head + 1 >= len(sentences) or "\n" in text[line[1] : sentences[head + 1][0]]
    stop = None if alone else re.compile(r"\n\s*\n").search(text, *reach)
    return Item(
        span=(reach[0], stop.start() if stop else reach[1]),
        day=days[0] if len(days) == 1 else None,
        names=names if told else None,
        places=places,
    )


def drafts_by_item(drafts: Sequence[Draft], items: Sequence[Item], reading: Reading) -> list[Draft]:
    """The drafts, none of mentions in several items; "the incident" of an item is the deed that it tells first."""
    if not items:
        return list(drafts)
    parts = [part for draft in drafts for part in _parts(draft, items)]
    pointing = [p for p in parts if all(_points(m.span, reading) for m in p.mentions)]
    first = _first_told([p for p in parts if p not in pointing], items)
    joined: list[Draft] = []
    for part in parts:
        home = _home(part.mentions[0].span, items)
        if part in pointing and home in first:
            continue
        more = []
        if home is not None and first.get(home) is part:
            more = [m for p in pointing for m in _of_no_kind(p, home, items)]
        joined.append(replace(part, mentions=tuple(sorted([*part.mentions, *more], key=lambda m: m.span))))
    return joined


def _first_told(parts: Sequence[Draft], items: Sequence[Item]) -> dict[int, Draft]:
    """The deed that each item tells first."""
    told: dict[int, Draft] = {}
    for part in sorted(parts, key=lambda d: d.mentions[0].span):
        home = _home(part.mentions[0].span, items)
        if home is not None:
            told.setdefault(home, part)
    return told


def _parts(draft: Draft, items: Sequence[Item]) -> list[Draft]:
    """A draft by the items its mentions stand in, each with what hangs on them there."""
    return [
        replace(draft, mentions=tuple(_without_others(draft.mentions[n], home, items) for n in numbers))
        for home, numbers in _groups([m.span for m in draft.mentions], items)
    ]


def _points(mention: Span, reading: Reading) -> bool:
    sentence = next((s for s in reading.sentences if within(mention, s)), mention)
    return points_back(reading.prose, sentence, mention)


def _of_no_kind(draft: Draft, home: int, items: Sequence[Item]) -> list[DraftMention]:
    """A draft's mentions where they stand in an item, without the kinds they had among those of another."""
    return [replace(m, types=()) for m in draft.mentions if _home(m.span, items) == home]


def happenings_by_item(happenings: Sequence[Happening], items: Sequence[Item], reading: Reading) -> list[Happening]:
    """The rules' happenings, none of words in several items."""
    if not items:
        return list(happenings)
    return [
        replace(happening, clusters=[happening.clusters[n] for n in numbers])
        for happening in happenings
        for _, numbers in _groups([_sentence(c, reading) for c in happening.clusters], items)
    ]


def headed(pairs: Sequence[Paired], items: Sequence[Item], reading: Reading) -> list[Paired]:
    """The pairs, each with the day and place that its item's head tells, and nothing that stands in another item."""
    return [_headed(pair, items, reading) for pair in pairs] if items else list(pairs)


def is_headed_whole(at: int, items: Sequence[Item]) -> bool:
    """Whether the item at a position of the text is headed by a day and a known place."""
    home = _home((at, at), items)
    return home is not None and items[home].day is not None and bool(items[home].places)


def _headed(pair: Paired, items: Sequence[Item], reading: Reading) -> Paired:
    spans = [m.span for m in pair.draft.mentions] if pair.draft is not None else []
    spans += [_sentence(c, reading) for c in pair.happening.clusters] if pair.happening is not None else []
    homes = {home for s in spans if (home := _home(s, items)) is not None}
    if len(homes) != 1:
        return pair
    home = homes.pop()
    draft = pair.draft and _draft_headed(pair.draft, home, items, reading)
    happening = pair.happening and replace(
        pair.happening, clusters=[_set_by(c, items[home], reading) for c in pair.happening.clusters]
    )
    return replace(pair, draft=draft, happening=happening)


def place_of_item(made: ReportedIncident, items: Sequence[Item], reading: Reading) -> Place | None:
    """The incident's place; where it is told in another item or above them all, the one that heads its own."""
    place, item = made.place, _item_of(made, items)
    if item is None or item.names is None or place is None or place.lat is None:
        return place
    if any(p.name == place.name for p in inside(reading.places, item.span)):
        return place
    return plain_place(item.places[0]) if item.places else Place(name=reading.prose[slice(*item.names)])


def _item_of(made: ReportedIncident, items: Sequence[Item]) -> Item | None:
    """The item in which all words for an incident stand."""
    homes = {_home(m, items) for m in made.mentions}
    home = homes.pop() if len(homes) == 1 else None
    return items[home] if home is not None else None


def _draft_headed(draft: Draft, home: int, items: Sequence[Item], reading: Reading) -> Draft:
    """A draft with the day and the place of its item's head, where it tells no day or no located place itself."""
    mentions = [_without_others(m, home, items) for m in draft.mentions]
    told = [f for m in mentions for f in m.facets]
    item = items[home]
    added: list[DraftFacet] = []
    if item.day is not None and not any(_tells_day(f, reading) for f in told):
        added.append(DraftFacet(facet="time", span=(item.day.start, item.day.end), polarity="affirmed", score=1.0))
    if item.names is not None and not any(_tells_place(f, reading) for f in told):
        added.append(DraftFacet(facet="place", span=item.names, polarity="affirmed", score=1.0))
    first = replace(mentions[0], facets=(*added, *mentions[0].facets))
    return replace(draft, mentions=(first, *mentions[1:]))


def _tells_day(facet: DraftFacet, reading: Reading) -> bool:
    return facet.facet == "time" and any(is_day(reading.prose, t) for t in inside(reading.times, facet.span))


def _tells_place(facet: DraftFacet, reading: Reading) -> bool:
    """Whether a facet names a place that a gazetteer has."""
    return facet.facet == "place" and any(p.lat is not None for p in inside(reading.places, facet.span))


def _without_others(mention: DraftMention, home: int | None, items: Sequence[Item]) -> DraftMention:
    """A mention without what hangs on it though it stands in another item."""
    return replace(mention, facets=tuple(f for f in mention.facets if _home(f.span, items) in {home, None}))


def _set_by(cluster: Cluster, item: Item, reading: Reading) -> Cluster:
    """A cluster with the day and the places of its item's head, where its own sentence tells none."""
    own = cluster.time if cluster.time is not None and is_day(reading.prose, cluster.time) else None
    places = cluster.places or list(item.places)
    return replace(
        cluster, time=own or item.day or cluster.time, places=places, place=cluster.place or next(iter(places), None)
    )


def _sentence(cluster: Cluster, reading: Reading) -> Span:
    return reading.sentences[cluster.sentence] if cluster.sentence >= 0 else (-1, -1)


def _groups(spans: Sequence[Span], items: Sequence[Item]) -> list[tuple[int | None, list[int]]]:
    """Numbers of spans by the item they stand in; those in no item go with the others where these are of one."""
    homes = [_home(s, items) for s in spans]
    known = list(dict.fromkeys(h for h in homes if h is not None))
    if len(known) < _LEAST:
        return [(known[0] if known else None, list(range(len(spans))))]
    by_home = [(h, [n for n, home in enumerate(homes) if home == h]) for h in [*known, None]]
    return [(h, numbers) for h, numbers in by_home if numbers]


def _home(span: Span, items: Sequence[Item]) -> int | None:
    """Number of the item a span stands in."""
    return next((n for n, item in enumerate(items) if within(span, item.span)), None)
