"""What is told after a later happening was set on a day of its own: of that one or of none, never of an older one.

"On 3 May gunmen attacked X. ... On Sunday a plane crashed in Y: the army said it had shot it down."
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.reading import Reading
from truceline.model.span import Span, meets
from truceline.model.when import TimeMention
from truceline.recount.anchors import is_day
from truceline.recount.clusters import Cluster, kin
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.quiet import QUIET
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.happenings import Happening
from truceline.recount.profile import apart

_OPENING = 24
"""Characters from a sentence's beginning in which a day is the first happening's of it, whatever verb owns it."""


_POINTS_BACK = re.compile(
    r"\b(?:(?:the|this|these|those|its|his|her|their|both|same|such)(?:\s+[\w’'-]+){0,2}|that)\s+$", re.IGNORECASE
)
"""Before a deed's noun: one told before is meant."""
_BEFORE = 40
_NOBODYS = -1
"""In place of a happening's number: none of them."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """A sentence that tells a happening with its days; `pair` is the happening's place among the pairs."""

    sentence: int
    start: int
    pair: int
    days: tuple[TimeMention, ...]


@dataclass(slots=True)
class _Moved:
    """What goes to a happening from older ones."""

    mentions: list[DraftMention] = field(default_factory=list)
    facets: list[DraftFacet] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A document's pairs with their settings, in text order."""

    pairs: Sequence[Paired]
    lexicon: EventLexicon
    text: str
    sentences: Sequence[Span]
    days: Mapping[int, Sequence[TimeMention]]
    """By sentence the days it tells."""
    first: Mapping[int, int]
    """By sentence where the first word stands that names a happening."""
    settings: Sequence[_Setting] = ()

    def sentence(self, at: int) -> int:
        """Number of the sentence around a position; -1 outside the text."""
        return _sentence(self.sentences, at)


def _sentence(sentences: Sequence[Span], at: int) -> int:
    number = bisect_right(sentences, at, key=lambda s: s[0]) - 1
    return number if number >= 0 and at < sentences[number][1] else -1


def _page(pairs: Sequence[Paired], reading: Reading, lexicon: EventLexicon) -> _Page:
    text, sentences = reading.prose, sorted(reading.sentences)
    days: dict[int, list[TimeMention]] = {}
    for time in reading.times:
        if is_day(text, time):
            days.setdefault(_sentence(sentences, time.start), []).append(time)
    first: dict[int, int] = {}
    for start, _ in sorted((m for p in pairs for m in p.mentions), reverse=True):
        first[_sentence(sentences, start)] = start
    page = _Page(pairs=pairs, lexicon=lexicon, text=text, sentences=sentences, days=days, first=first)
    found = [s for n, p in enumerate(pairs) for s in _settings(page, n, p)]
    return replace(page, settings=sorted(found, key=lambda s: (s.sentence, s.start)))


def led_on(pairs: Sequence[Paired], reading: Reading, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, each without what is told after another was set on a day that is none of its own.

    That goes to the happening set last, where it can be of it at all; else to none.
    """
    page = _page(pairs, reading, lexicon)
    if len({s.pair for s in page.settings}) < 2:
        return list(pairs)
    moved = [_Moved() for _ in pairs]
    kept = [_kept(page, n, moved) for n in range(len(pairs))]
    made = [_with(pair, moved[n]) for n, pair in enumerate(kept)]
    return [p for p in made if p.happening is not None or p.draft is not None]


def _settings(page: _Page, number: int, pair: Paired) -> list[_Setting]:
    """The sentences that tell a happening with a day by a word that names it, not by one that points back."""
    told = {(c.time.start, c.time.end) for c in pair.clusters if c.time}
    told |= {f.span for f in pair.facets if f.facet == "time"}
    out: list[_Setting] = []
    for start, end in sorted(pair.mentions):
        at = page.sentence(start)
        if at < 0 or _points_back((start, end), page.text):
            continue
        opens = _OPENING if start == page.first[at] else 0
        low = page.sentences[at][0]
        days = [t for t in page.days.get(at, ()) if t.start - low < opens or meets((t.start, t.end), told)]
        if days:
            out.append(_Setting(at, min(start, days[0].start), number, tuple(days)))
    return out


def _kept(page: _Page, number: int, moved: list[_Moved]) -> Paired:
    """A pair without what belongs to others, which is noted in `moved`."""
    pair = page.pairs[number]
    days = [d for s in page.settings if s.pair == number for d in s.days]
    if not days or (pair.draft is not None and pair.draft.event_type in QUIET):
        return pair
    homes = _homes(page, number, days)

    def other(span: Span) -> int | None:
        return _other(page, days, homes, span)

    happening = pair.happening and _kept_clusters(page, pair.happening, other, moved)
    return replace(pair, happening=happening, draft=pair.draft and _kept_mentions(page, pair.draft, other, moved))


def _homes(page: _Page, number: int, days: Sequence[TimeMention]) -> list[int]:
    """The sentences in which a happening is told: where it is set, and those that name it with none set between."""
    homes = [s.sentence for s in page.settings if s.pair == number]
    for span in sorted(page.pairs[number].mentions):
        at = page.sentence(span[0])
        if at not in homes and (_points_back(span, page.text) or _other(page, days, homes, span) is None):
            homes.append(at)
    return homes


def _share_day(one: Sequence[TimeMention], two: Sequence[TimeMention]) -> bool:
    """Whether a time of the one may be a time of the other."""
    return any(not apart(a, b) for a in one for b in two)


def _other(page: _Page, days: Sequence[TimeMention], homes: Sequence[int], span: Span) -> int | None:
    """The happening set last before some words, where it is another than that of `homes`; None where they may stay.

    It is nobody's where another day was told since.
    """
    at = page.sentence(span[0])
    before = [h for h in homes if h <= at]
    if not before or _share_day(page.days.get(at, ()), days):
        return None
    newer = [s for s in page.settings if max(before) < s.sentence <= at and s.start < span[0]]
    last = newer[-1] if newer else None
    if last is None or _share_day(days, last.days):
        return None
    draft = page.pairs[last.pair].draft
    if draft is not None and draft.event_type in QUIET:
        return None
    later = [t for n in range(last.sentence + 1, at + 1) for t in page.days.get(n, ())]
    return _NOBODYS if any(apart(t, d) for t in later for d in last.days) else last.pair


def _points_back(span: Span, text: str) -> bool:
    if text[span[0] : span[1]].endswith("ed"):
        return False  # "the police surrounded": a verb behind its subject
    return _POINTS_BACK.search(text[max(0, span[0] - _BEFORE) : span[0]]) is not None


_Other = Callable[[Span], int | None]


def _kept_clusters(page: _Page, happening: Happening, other: _Other, moved: list[_Moved]) -> Happening | None:
    kept = []
    for cluster in happening.clusters:
        words = [*cluster.mentions, *(h.cue for h in cluster.harms)][:1]
        back = bool(cluster.mentions) and _points_back(words[0], page.text)
        to = other(words[0]) if words and cluster.sentence >= 0 and not back else None
        if to is None:
            kept.append(cluster)
        elif _may_be(page, cluster.family, to):
            moved[to].clusters.append(cluster)
    return replace(happening, clusters=kept) if kept else None


def _kept_mentions(page: _Page, draft: Draft, other: _Other, moved: list[_Moved]) -> Draft | None:
    kept = []
    for mention in draft.mentions:
        to = None if _points_back(mention.span, page.text) else other(mention.span)
        stay = []
        for facet in mention.facets:
            home = to if page.sentence(facet.span[0]) == page.sentence(mention.span[0]) else other(facet.span)
            if home is None:
                stay.append(facet)
            elif facet.facet not in {"time", "place"} and home != _NOBODYS:
                moved[home].facets.append(facet)
        if to is None:
            kept.append(replace(mention, facets=tuple(stay)))
        elif _may_be(page, page.lexicon.family[draft.event_type], to):
            moved[to].mentions.append(replace(mention, facets=()))
    return replace(draft, mentions=tuple(kept)) if kept else None


def _may_be(page: _Page, family: str, pair: int) -> bool:
    """Whether words of a family can be of another happening."""
    if pair == _NOBODYS:
        return False
    there, draft = page.pairs[pair].happening, page.pairs[pair].draft
    families = {there.family} if there is not None else set()
    return any(kin(family, f) for f in families | ({page.lexicon.family[draft.event_type]} if draft else set()))


def _with(pair: Paired, moved: _Moved) -> Paired:
    """A pair with what belongs to it besides."""
    happening, draft = pair.happening, pair.draft
    if moved.clusters and happening is None:
        happening = Happening(moved.clusters[0].family, [])
    if happening is not None:
        happening = replace(happening, clusters=[*happening.clusters, *moved.clusters])
    if draft is not None and (moved.mentions or moved.facets):
        mentions = sorted((*draft.mentions, *moved.mentions), key=lambda m: m.span)
        for facet in moved.facets:
            at = max((n for n, m in enumerate(mentions) if m.span[0] <= facet.span[0]), default=0)
            mentions[at] = replace(mentions[at], facets=(*mentions[at].facets, facet))
        draft = replace(draft, mentions=tuple(mentions))
    return replace(pair, happening=happening, draft=draft)
