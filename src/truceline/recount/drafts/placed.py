"""Where a happening came to pass, when only its sentence tells it: "they handed three men to a mission in Arvena"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, first_touched, gap, overlap, within
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.rivals import DOERS
from truceline.recount.facets.claims import ClaimIndex
from truceline.recount.inside import inside
from truceline.recount.spots import Spot, Stretches, lands_told
from truceline.text.settlements import is_label

_APART = re.compile(r"[;:—]|\b(?:while|whereas|although|until|but)\b", re.IGNORECASE)
"""Between a deed and a place: what stands there begins another statement."""
_THEN = re.compile(r"(?:,|,? and|,? then|,? before|,? but)(?: (?:then|later|also|had|have|were|was|\w+ly))*\s$")
"""Between two deeds of one doer: "entered Kalda and murdered", "crossed near Zarka, killed"."""
_CAPITAL = re.compile(r"(?<![\w’'-])[^\W\d_a-z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    sentences: Sequence[Span]
    spots: Sequence[Spot]
    claims: ClaimIndex
    deeds: Sequence[tuple[Span, int]]
    """Words that name happenings, with the numbers of their pairs."""
    places: Sequence[tuple[Span, int]]
    """Words that tell where, with the numbers of their pairs."""
    parties: Stretches
    names: frozenset[str]
    """Names that the text has for places."""

    def sentence(self, at: int) -> Span:
        number = first_touched(self.sentences, (at, at + 1))
        return (at, at) if number is None else self.sentences[number]


def placed(pairs: Sequence[Paired], reading: Reading, spots: Sequence[Spot]) -> list[Paired]:
    """The pairs; a draft that names no place gets the one of `spots` in its sentence that is no other happening's."""
    lands = lands_told(reading)
    pairs = [_without_doers(p) for p in pairs]
    if not spots and not lands:
        return pairs
    page = _Page(
        reading.prose,
        sorted(reading.sentences),
        spots,
        ClaimIndex(reading.claims),
        [(m, n) for n, p in enumerate(pairs) for m in p.mentions],
        [(s, n) for n, p in enumerate(pairs) for s in _told(p)],
        Stretches([(a.start, a.end) for a in reading.actors]),
        frozenset(reading.prose[slice(*s.span)] for s in spots),
    )
    abroad = replace(page, spots=lands)
    near = [_beside_doer(page, n, _with_place(page, n, p)) for n, p in enumerate(pairs)]
    return [_with_place(abroad, n, p) if _are_talks(p) else p for n, p in enumerate(near)]


def _without_doers(pair: Paired) -> Paired:
    """A pair without the rules' places that stand in words for a doer alone: "Union police arrested him at X"."""
    if pair.draft is None or pair.happening is None:
        return pair
    doers = [f.span for f in pair.draft.facets if f.facet in DOERS]
    where = [f.span for f in pair.draft.facets if f.facet == "place"]

    def is_doers(place: PlaceMention) -> bool:
        span = place.start, place.end
        return any(overlap(span, d) for d in doers) and not any(overlap(span, w) for w in where)

    clusters = [
        replace(
            c,
            places=[p for p in c.places if not is_doers(p)],
            place=None if c.place is not None and is_doers(c.place) else c.place,
        )
        for c in pair.happening.clusters
    ]
    return replace(pair, happening=replace(pair.happening, clusters=clusters))


def _are_talks(pair: Paired) -> bool:
    """Whether a happening is talks, which are held in a country as often as in a town."""
    return pair.draft is not None and pair.draft.event_type == "talks"


def _told(pair: Paired) -> list[Span]:
    """The words that tell where a happening was."""
    spans = [f.span for f in pair.draft.facets if f.facet == "place"] if pair.draft is not None else []
    clusters = pair.happening.clusters if pair.happening is not None else ()
    return spans + [(p.start, p.end) for c in clusters for p in c.places]


def _with_place(page: _Page, number: int, pair: Paired) -> Paired:
    draft = pair.draft
    if draft is None or draft.aggregate or any(_is_named(page, s) for s in _told(pair)):
        return pair
    for mention in _by_weight(draft):
        spot = _spot(page, number, mention)
        if spot is not None:
            facet = DraftFacet(facet="place", span=spot.span, polarity="affirmed", score=mention.score)
            return replace(pair, draft=_having(draft, mention, facet))
    for mention in draft.mentions:
        for target in mention.facets:
            if target.facet == "target" and page.text[slice(*target.span)] in page.names:
                return replace(pair, draft=_having(draft, mention, replace(target, facet="place")))
    return pair


def _beside_doer(page: _Page, number: int, pair: Paired) -> Paired:
    """The pair; a deed joined to another one of the same doer that names a place came to pass there too."""
    draft = pair.draft
    if draft is None or draft.aggregate or any(_is_named(page, s) for s in _told(pair)):
        return pair
    for mention in _by_weight(draft):
        if (found := _place_of_doer(page, number, mention)) is not None:
            facet = DraftFacet(facet="place", span=found, polarity="affirmed", score=mention.score)
            return replace(pair, draft=_having(draft, mention, facet))
    return pair


def _place_of_doer(page: _Page, number: int, mention: DraftMention) -> Span | None:
    """The place told behind another deed in the same sentence, which this one follows without a doer of its own."""
    start, end = mention.span
    sentence = page.sentence(start)
    joined = _THEN.search(page.text, sentence[0], start)
    if joined is None:
        return None
    doers = {n for s, n in page.deeds if n != number and within(s, (sentence[0], joined.start()))}
    told = {s for s, n in page.places if n in doers and within(s, (sentence[0], start)) and _is_named(page, s)}
    if len(told) != 1:
        return None
    place = told.pop()
    same = page.claims.innermost(*place) is page.claims.innermost(start, end)
    return place if same and not _APART.search(page.text, place[1], joined.start()) else None


def _is_named(page: _Page, span: Span) -> bool:
    """Whether words that tell where name a place: not "a camp", not the seat of a party ("the UN compound")."""
    names = [m.span() for m in _CAPITAL.finditer(page.text, *span)]
    return any(not page.parties.meets(n) for n in names)


def _by_weight(draft: Draft) -> list[DraftMention]:
    """The first mention, and those of which something is told."""
    return [m for n, m in enumerate(draft.mentions) if not n or m.facets]


def _having(draft: Draft, mention: DraftMention, facet: DraftFacet) -> Draft:
    made = (replace(m, facets=(*m.facets, facet)) if m is mention else m for m in draft.mentions)
    return replace(draft, mentions=tuple(made))


def _spot(page: _Page, number: int, mention: DraftMention) -> Spot | None:
    """The place told nearest a mention in its sentence, by the same teller; one behind it is nearer."""
    start, end = mention.span
    sentence = page.sentence(start)
    voice = page.claims.innermost(start, end)
    others = [s for s, n in page.deeds if n != number and overlap(s, sentence) and not overlap(s, mention.span)]
    theirs = [(s, n) for s, n in page.places if n != number and overlap(s, sentence)]
    mine = [
        s
        for s in inside(page.spots, sentence)
        if page.claims.innermost(*s.span) is voice
        if not any(overlap(s.span, t) and not _nearer(page, mention.span, s.span, n) for t, n in theirs)
        if not _parted(page, mention.span, s.span, others)
    ]
    near = min(mine, key=lambda s: (s.start - end if s.start > start else 2 * (start - s.end), s.start), default=None)
    return near or _label(page, start)


def _label(page: _Page, at: int) -> Spot | None:
    """The place with which a paragraph is labelled, for whatever is told in it."""
    opening = page.text.rfind("\n", 0, at) + 1
    return next((s for s in inside(page.spots, (opening, at)) if is_label(page.text, *s.span)), None)


def _nearer(page: _Page, deed: Span, place: Span, other: int) -> bool:
    """Whether a deed is told nearer a place than any words for another happening that has it too."""
    return all(gap(deed, place) < gap(s, place) for s, n in page.deeds if n == other)


def _parted(page: _Page, deed: Span, place: Span, others: Sequence[Span]) -> bool:
    """Whether another deed, or another statement, stands between a deed and a place."""
    low, high = min(deed[1], place[1]), max(deed[0], place[0])
    if _APART.search(page.text, low, high):
        return True
    return any(low <= a and b <= high for a, b in others)
