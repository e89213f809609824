"""Deeds of a long text of which neither day nor place nor anybody hurt is told: no incidents of their own.

Such words tell of the deed that stands before them ("four were arrested"; "the raid was a mistake"), or of none in
particular ("to bargain while people are shelled at home").
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from truceline.model.draft import DraftFacet
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap
from truceline.recount.anchors import is_day
from truceline.recount.clusters import VIOLENT, kin
from truceline.recount.drafts.as_one import as_one, family, is_total, named, without_kinds
from truceline.recount.drafts.counts import HARMS
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.parted import points_back
from truceline.recount.drafts.passages import Passages
from truceline.recount.drafts.told_on import told_as_further
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.inside import inside

_PARTS = frozenset({"looting", "destruction", "sexual_violence", "detention"})
"""Kinds of deed that are told as part of an attack, a raid or a march."""
_WHOLES = VIOLENT | {"abduction", "protest", "troop_movement"}
"""Families of what they are part of."""
_OWNERS = frozenset({"its", "their", "his", "her", "them", "it", "there", "here"})
"""Words that name no place of their own: "their shops were looted"."""
_HEADING = 15
"""Words that a heading has at most."""
_MANY = 3
"""Sentences from which something is told of at length, wherever and whenever it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    pairs: Sequence[Paired]
    passages: Passages
    reading: Reading
    lexicon: EventLexicon
    held: Mapping[int, Sequence[tuple[int, Span]]]
    """By sentence the days and places that the learned reader hangs on deeds, each with the number of its pair."""
    told: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """By paragraph the words for deeds of which more is told: where they begin, and the number of their pair."""

    @property
    def text(self) -> str:
        """What the document says."""
        return self.reading.prose

    def paragraph(self, position: int) -> int:
        """Number of the paragraph around a position; -1 outside the text."""
        at = self.passages.at(position)
        return self.passages.paragraphs[at] if at >= 0 else -1


def without_bare(pairs: Sequence[Paired], passages: Passages, reading: Reading, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, those of which nothing is told joined to the deed that they are of, or left out."""
    page = _Page(pairs=pairs, passages=passages, reading=reading, lexicon=lexicon, held=_held(pairs, passages))
    bare = {n for n, p in enumerate(pairs) if n and _is_bare(n, p, page)}
    for n, pair in enumerate(pairs):
        for start, _ in [] if n in bare or is_total(pair) else named(pair):
            page.told.setdefault(page.paragraph(start), []).append((start, n))
    made, gone = list(pairs), set()
    for n in sorted(bare):
        home = _home(pairs[n], page)
        if home is not None:
            made[home] = as_one(made[home], without_kinds(_unhurt(pairs[n])))
        if home is not None or not _is_denied(pairs[n]):
            gone.add(n)
    return [p for n, p in enumerate(made) if n not in gone]


def _held(pairs: Sequence[Paired], page: Passages) -> Mapping[int, Sequence[tuple[int, Span]]]:
    out: dict[int, list[tuple[int, Span]]] = {}
    for n, pair in enumerate(pairs):
        for facet in pair.draft.facets if pair.draft is not None else ():
            if facet.facet in {"time", "place"}:
                out.setdefault(page.at(facet.span[0]), []).append((n, facet.span))
    return out


def _is_bare(n: int, pair: Paired, page: _Page) -> bool:
    """Whether a pair is a few words for a deed: no day, no place, nobody hurt.

    Days and places that the learned reader hangs on another deed are not its own; those raped are no toll.
    """
    draft, hurt = pair.draft, HARMS if not _is_part(pair) else frozenset({"killed"})
    if draft is not None and _is_headed(pair, page):
        return True
    if draft is None or draft.event_type == "ceasefire_step":
        return False  # a truce's steps are what is watched, also where their day is told elsewhere
    told_of = [f for f in draft.facets if f.facet in {"time", "place"} | hurt]
    if is_total(pair) or not all(_is_owner(f, page) for f in told_of):
        return False
    if len({page.passages.at(s[0]) for s in named(pair)}) >= _MANY:
        return False
    if any(c.clock or any(h.kind in hurt for h in c.harms) for c in pair.clusters):
        return False
    told = [(m.start, m.end) for c in pair.clusters for m in (c.time, *c.places) if m is not None]
    return all(_hangs_elsewhere(span, n, page) for span in (*told, *_days_beside(pair, page)))


def _is_owner(facet: DraftFacet, page: _Page) -> bool:
    """Whether words for a place only say whose it was."""
    return facet.facet == "place" and page.text[slice(*facet.span)].casefold() in _OWNERS


def _hangs_elsewhere(span: Span, n: int, page: _Page) -> bool:
    """Whether a day or place is one that the learned reader hangs on another pair than the n-th."""
    return any(k != n and overlap(span, o) for k, o in page.held.get(page.passages.at(span[0]), ()))


def _days_beside(pair: Paired, page: _Page) -> list[Span]:
    """The days told in the sentences of a pair's words: "kept from the houses until the 7th"."""
    sentences = {page.passages.at(s[0]) for s in named(pair)} - {-1}
    times = (t for n in sorted(sentences) for t in inside(page.reading.times, page.passages.sentences[n]))
    return [(t.start, t.end) for t in times if t.earliest and is_day(page.text, t)]


def _is_part(pair: Paired) -> bool:
    return pair.draft is not None and pair.draft.event_type in _PARTS


def _is_denied(pair: Paired) -> bool:
    """Whether somebody denies it: a denial is told, whatever it is of."""
    return pair.draft is not None and any(f.polarity == "denied" for f in pair.draft.facets)


def _unhurt(pair: Paired) -> Paired:
    """A pair without those hurt by it alone: the dead and wounded of an attack are not counted among the raped."""
    draft = pair.draft
    if draft is None or draft.event_type != "sexual_violence":
        return pair
    kept = (replace(m, facets=tuple(f for f in m.facets if f.facet != "injured")) for m in draft.mentions)
    return replace(pair, draft=replace(draft, mentions=tuple(kept)))


def _home(pair: Paired, page: _Page) -> int | None:
    """Number of the one deed told before in the paragraph that words point back to, or of which they tell a part.

    Or of the one deed of all the text that hit the same thing: "this was no aid convoy that had been attacked".
    """
    spans = named(pair)
    if _is_headed(pair, page):
        return _told_below(pair, page)
    if spans and family(pair, page.lexicon) in VIOLENT and (things := _things(pair)):
        same = [n for n, p in enumerate(page.pairs) if p is not pair and _has_hit(p, things, page)]
        if len(same) == 1:
            return same[0]
    if not spans or len({page.paragraph(s[0]) for s in spans}) > 1:
        return None
    alike = _like(pair, spans, page)
    return alike[0] if len(alike) == 1 else None


def _like(pair: Paired, spans: Sequence[Span], page: _Page) -> list[int]:
    """Numbers of the deeds told before in the paragraph that a pair may point back to, deny or tell a part of."""
    own, first = family(pair, page.lexicon), spans[0][0]
    before = {n for start, n in page.told.get(page.paragraph(first), ()) if start < first}
    families = {n: family(page.pairs[n], page.lexicon) for n in before}
    if all(points_back(s, page.text) for s in spans):
        return [n for n in before if _alike(own, families[n])]
    if _is_denied(pair):
        return [n for n in before if kin(own, families[n])]
    if _is_part(pair) and not any(told_as_further(s, page.passages, page.text) for s in spans):
        return [n for n in before if families[n] in _WHOLES]
    return []


def _is_headed(pair: Paired, page: _Page) -> bool:
    """Whether a deed is named in headings alone: lines of a few words, without a full stop."""
    sentences = {page.passages.at(s[0]) for s in named(pair)}
    return bool(sentences) and all(n >= 0 and _is_heading(n, page) for n in sentences)


def _is_heading(n: int, page: _Page) -> bool:
    paragraphs = page.passages.paragraphs
    alone = n and paragraphs[n - 1] != paragraphs[n] and n + 1 < len(paragraphs) and paragraphs[n + 1] != paragraphs[n]
    words = page.text[slice(*page.passages.sentences[n])].strip()
    return bool(alone) and words[-1:].isalnum() and len(words.split()) <= _HEADING


def _told_below(pair: Paired, page: _Page) -> int | None:
    """Number of the deed of a like kind that is told first in the paragraph under a heading."""
    own = family(pair, page.lexicon)
    below = sorted(page.told.get(page.paragraph(named(pair)[-1][0]) + 1, ()))
    return next((n for _, n in below if _alike(own, family(page.pairs[n], page.lexicon))), None)


def _things(pair: Paired) -> set[str]:
    return pair.happening.things if pair.happening is not None else set()


def _has_hit(pair: Paired, things: AbstractSet[str], page: _Page) -> bool:
    return family(pair, page.lexicon) in VIOLENT and not is_total(pair) and bool(things & _things(pair))


def _alike(one: str, other: str) -> bool:
    return kin(one, other) or (one in VIOLENT and other in VIOLENT)
