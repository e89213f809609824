"""Dead and hurt told beside no word of their own happening: they are of the violent deed told beside or before them."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from truceline.model.reading import Reading
from truceline.model.span import Span, gap, overlap
from truceline.recount.clusters import VIOLENT
from truceline.recount.drafts.as_one import is_total
from truceline.recount.drafts.counts import HARMS
from truceline.recount.drafts.match import Paired, with_harm_of, without_facets
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.scan import Harm
from truceline.recount.since_when import since_when

_SURE = 0.8
"""How sure the learned reader must be of a word for a deed."""
_PLAIN = frozenset({"killed", "murdered", "died", "dead", "wounded", "injured", "hurt"})
"""Words of harm that name no deed of their own, as "shot dead" does."""
_WHICH = re.compile(
    r"\b(?:which|that)\s+(?:had |has |have )?(?:(?:killed|wounded|injured|hurt)\b[^.;,]{0,60}\band\s+)?$", re.IGNORECASE
)
"""Before a word of harm of which something named in the sentence is the cause: "a bomb in X, which killed 68"."""
_NEAR = 2
"""Sentences back in which a deed must be told whose dead these are."""
_PARTS = 40
"""Characters behind a statement of harm in which some of those are named: "eight were hurt, among them her driver"."""
_QUIETER = frozenset({"protest", "abduction"})
"""Types of deed besides violent ones of which people may be told as hurt in the same sentence."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """A word for a deed, and the number of the pair that tells it."""

    span: Span
    pair: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A document's sentences, and its words for deeds in text order, those that are only words of harm left out."""

    text: str
    sentences: Sequence[Span]
    violent: Sequence[_Deed]
    quieter: Sequence[_Deed]
    named: Sequence[_Deed]
    """All words that name a happening, of whatever kind."""
    begun: Mapping[int, Span]
    """By the number of a pair its first word for a violent deed."""


def dead_of_deed_told_last(pairs: Sequence[Paired], reading: Reading, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, each statement of harm with the deed of its own sentence, or the one begun last before it.

    A happening keeps those that its own words stand beside, those told before another deed is, and all where it is told
    in no other sentence.
    """
    page = _page(pairs, reading, lexicon)
    kept, older = list(pairs), [one.clause for one in since_when(reading)]
    for at, pair in enumerate(pairs):
        for cluster in pair.happening.clusters if pair.happening is not None and not pair.happening.aggregate else ():
            for harm in cluster.harms:
                home = _home(harm, at, pair, page)
                if home is not None and not any(a <= harm.start < b for a, b in older):
                    kept[at] = _without(kept[at], harm)
                    kept[home] = with_harm_of(kept[home], replace(cluster, harms=[harm]))
    return [p for p in kept if p.happening is not None or p.draft is not None]


def _page(pairs: Sequence[Paired], reading: Reading, lexicon: EventLexicon) -> _Page:
    cues = sorted(h.cue for p in pairs for c in p.clusters for h in c.harms if h.sentence >= 0)
    violent, quieter, named = [], [], []
    for n, pair in enumerate(pairs):
        named += [_Deed(s, n) for s in set(pair.mentions)]
        if _is_violent(pair, lexicon):
            violent += [_Deed(s, n) for s in _sure_words(pair)]
        elif pair.draft is not None and pair.draft.event_type in _QUIETER:
            quieter += [_Deed(m.span, n) for m in pair.draft.mentions if m.score >= _SURE]
    told = [_told(deeds, cues) for deeds in (violent, quieter, named)]
    begun = {d.pair: d.span for d in reversed(told[0])}
    return _Page(
        text=reading.prose,
        sentences=reading.sentences,
        violent=told[0],
        quieter=told[1],
        named=told[2],
        begun=begun,
    )


def _is_violent(pair: Paired, lexicon: EventLexicon) -> bool:
    draft, happening = pair.draft, pair.happening
    drafted = draft is not None and not draft.aggregate and lexicon.family[draft.event_type] in VIOLENT
    return drafted or (happening is not None and not happening.aggregate and happening.family in VIOLENT)


def _sure_words(pair: Paired) -> set[Span]:
    learned = {m.span for m in pair.draft.mentions if m.score >= _SURE} if pair.draft is not None else set()
    return learned | set(pair.happening.mentions if pair.happening is not None else ())


def _told(deeds: Sequence[_Deed], cues: Sequence[Span]) -> list[_Deed]:
    """The words for deeds in text order, without words of harm."""

    def only_harm(span: Span) -> bool:
        at = bisect_left(cues, span[1], key=lambda c: c[0])
        return at > 0 and overlap(cues[at - 1], span) > 0

    return sorted((d for d in deeds if not only_harm(d.span)), key=lambda d: (d.span, d.pair))


def _inside(deeds: Sequence[_Deed], span: Span) -> Sequence[_Deed]:
    low = bisect_left(deeds, span[0], key=lambda d: d.span[0])
    return deeds[low : bisect_left(deeds, span[1], lo=low, key=lambda d: d.span[0])]


def _home(harm: Harm, at: int, pair: Paired, page: _Page) -> int | None:
    """The other pair whose dead these are; None where they stand right."""
    if harm.sentence < 0 or harm.kind == "hit" or (is_total(pair) and _counted(pair, harm)):
        return None
    sentence = page.sentences[harm.sentence]
    if any(d.pair == at for d in _inside(page.named, sentence)):
        return None
    only_here = bool(pair.mentions) and all(overlap(m, sentence) for m in pair.mentions)
    beside = _inside(page.violent, sentence) or _inside(page.quieter, sentence)
    if beside:
        plain = page.text[slice(*harm.cue)].lower() in _PLAIN
        return min(beside, key=lambda d: gap(d.span, (harm.start, harm.end))).pair if plain or not only_here else None
    above = _told_above(harm, at, page)
    if above is not None:
        return above
    which = _WHICH.search(page.text, sentence[0], harm.cue[0]) is not None
    return None if only_here or which or _counted(pair, harm) else _begun_last(harm, at, page)


def _told_above(harm: Harm, at: int, page: _Page) -> int | None:
    """The pair of whatever happening the paragraph of some dead told last before them, where their own begins below it.

    Behind "The withdrawal was orderly. The army lost 60 dead" nobody died at the lorries of the next paragraph.
    """
    ends = page.text.find("\n", harm.end)
    first = min((d.span[0] for d in page.named if d.pair == at), default=-1)
    if ends < 0 or first < ends:
        return None
    here = _inside(page.named, (page.text.rfind("\n", 0, harm.start) + 1, page.sentences[harm.sentence][0]))
    others = [d.pair for d in here if d.pair != at]
    return others[-1] if others else None


def _begun_last(harm: Harm, at: int, page: _Page) -> int | None:
    """The pair of the violent deed that was begun last before some dead, none of the own one's told since."""
    start = page.sentences[harm.sentence][0]
    before = bisect_left(page.violent, start, key=lambda d: d.span[0])
    if not before or page.violent[before - 1].pair == at:
        return None
    last = page.violent[before - 1].pair
    begun = page.begun[last][0]
    again = any(d.pair == at for d in _inside(page.violent, (begun, start)))
    near = begun >= page.sentences[max(0, harm.sentence - _NEAR)][0]
    return last if near and not again else None


def _counted(pair: Paired, harm: Harm) -> bool:
    """Whether the learned reader counts the same people of the same happening."""
    facets = pair.draft.facets if pair.draft is not None else ()
    return any(f.facet in HARMS and overlap(f.span, (harm.start, harm.end)) for f in facets)


def _without(pair: Paired, harm: Harm) -> Paired:
    """The pair without a statement of harm, nor what its draft counts on the same words."""
    happening, draft = pair.happening, pair.draft
    if happening is not None:
        clusters = [replace(c, harms=[h for h in c.harms if h is not harm]) for c in happening.clusters]
        clusters = [c for c in clusters if c.harms or c.triggers]
        happening = replace(happening, clusters=clusters) if clusters else None
    if draft is not None:
        span = harm.start, harm.end
        parts = harm.end, harm.end + _PARTS
        told = [f for f in draft.facets if f.facet in HARMS]
        gone = [f for f in told if overlap(f.span, span) or (f.facet == harm.kind and overlap(f.span, parts))]
        draft = without_facets(draft, gone)
    return replace(pair, happening=happening, draft=draft)
