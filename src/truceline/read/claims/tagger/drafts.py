"""From the network's scores to drafts of happenings: mentions, which of them are of one, and facets on their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

import numpy as np

from truceline.model.account import EventType, FacetName, Polarity
from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.span import Span
from truceline.read.claims.tagger import heads
from truceline.read.claims.tagger.earlier import earlier_scores, linked, together
from truceline.read.claims.tagger.links import link_scores
from truceline.read.claims.tagger.look import Closer
from truceline.read.claims.tagger.looked import Looked, grouped
from truceline.read.claims.tagger.marks import Marked, chances_of, runs
from truceline.read.claims.tagger.network import Array, EventOutputs
from truceline.read.claims.tagger.tags import log_softmax

_FARTHEST = 250
"""Words beyond which a facet hangs on no mention."""

_BESIDE = 1.0
"""What speaks for a sure mention in the facet's own sentence, in log odds."""
_ARTICLES = ("a", "an", "the", "and", "or", "but", "nor", "as", "than", "who", "whom", "whose", "which", "that")
_OF_PLACE = ("at", "in", "on", "of", "to", "by", "from", "with", "for", "near", "into", "onto")
_BINDING = frozenset((*_ARTICLES, *_OF_PLACE, "was", "were", "is", "are", "be", "been", "had", "has", "have"))
"""Words with which no name or deed ends, and that alone are no deed."""
_LOOKED = 0.4
"""Share of what the look at a mention says of its type; the rest is the seer's."""
_LEAST_TYPE = 0.01
"""Chance under which a type is not named."""

_Made = tuple[Marked, Array, list[tuple[str, Marked, Polarity]]]
"""A mention, its chances of types, and the facets that hang on it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the seer answers of a text, the `distance` of its links, the score a mention and a facet must reach.

    With a `closer` each mention is looked at again: which belong together, and what is told of those that surely are
    happenings, is then by what it sees.
    """

    outputs: EventOutputs
    distance: Array
    least: Mapping[str, float]
    closer: Closer | None = None


def find_drafts(seen: Seen, spans: Sequence[Span], words: Sequence[str]) -> tuple[Draft, ...]:
    """Happenings in the order of their first mentions; `spans` are the words' places in the text."""
    if not spans:
        return ()
    outputs, chances = seen.outputs, chances_of(seen.outputs)
    mentions = _ending(runs(chances[:, 0], seen.least["mention"]), words)
    if not mentions:
        return ()
    marked = [
        (name, one)
        for at, name in enumerate(heads.CHANNELS)
        if name not in {heads.TRIGGER, heads.AUTHOR}
        for one in _ending(runs(chances[:, at], seen.least["facet"]), words)
    ]
    facets = _facets(outputs, seen.distance, marked, mentions)
    earlier = earlier_scores(outputs, seen.distance, mentions)
    types = _types(outputs, mentions)
    if seen.closer is None:
        groups = linked(earlier)
    else:
        looks = seen.closer.looks(mentions)
        types = (1 - _LOOKED) * types + _LOOKED * np.stack([look.types for look in looks])
        groups = grouped(looks, together(earlier))
        near = Looked(mentions, looks, groups, outputs.sentences)
        ending = partial(_ending, words=words)
        told = [(at, (name, one, how)) for at, name, one, how in near.facets(seen.closer.least, ending)]
        known = {(near.home(at), name) for at, (name, *_) in told}
        facets = [f for f in facets if not near.is_sure(f[0]) or (near.home(f[0]), f[1][0]) not in known] + told
    made = [(m, types[n], [f for at, f in facets if at == n]) for n, m in enumerate(mentions)]
    return tuple(_draft(outputs, [made[n] for n in group], (spans, words)) for group in groups)


def _types(outputs: EventOutputs, mentions: Sequence[Marked]) -> Array:
    """The chance of each mention to be of each of `heads.TYPES`, (mentions, types)."""
    rows = outputs.more[[m.first for m in mentions]][:, heads.columns("types")]
    return np.asarray(np.exp(log_softmax(rows)), np.float32)


def _ending(marked: Sequence[Marked], words: Sequence[str]) -> list[Marked]:
    """What is marked without the words at its end that only bind ("two civilians were"); what is nothing else, not."""
    made = []
    for one in marked:
        last = one.last
        while last > one.first and words[last - 1].lower() in _BINDING:
            last -= 1
        if last > one.first:
            made.append(Marked(one.first, last, one.score))
    return made


def _facets(
    outputs: EventOutputs, distance: Array, found: Sequence[tuple[str, Marked]], mentions: Sequence[Marked]
) -> list[tuple[int, tuple[str, Marked, Polarity]]]:
    """Facets with the number of the mention each hangs on."""
    if not found:
        return []
    firsts = np.array([m.first for m in mentions], np.int64)
    rows = np.array([marked.first for _, marked in found], np.int64)
    scores = link_scores(outputs, distance, heads.TO_TRIGGER, rows, firsts)
    sure = np.array([m.score for m in mentions], np.float32)
    scores = scores + _BESIDE * sure * (outputs.sentences[rows][:, None] == outputs.sentences[firsts][None])
    polarity = outputs.more[rows][:, heads.columns("polarity")].argmax(1)
    made = []
    for (name, marked), line, kind in zip(found, scores, polarity, strict=True):
        best = int(line.argmax())
        if abs(firsts[best] - marked.first) <= _FARTHEST:
            made.append((best, (name, marked, cast("Polarity", heads.POLARITIES[int(kind)]))))
    return made


def _whole(marked: Marked, spans: Sequence[Span], words: Sequence[str]) -> Span:
    """The place of marked words, to the end of a word with a hyphen that they break off ("near al-|Tharda")."""
    last = marked.last
    while last < len(words) and spans[last][0] == spans[last - 1][1] and "-" in {words[last - 1][-1], words[last][0]}:
        last += 1
    return spans[marked.first][0], spans[last - 1][1]


def _draft(outputs: EventOutputs, mentions: Sequence[_Made], text: tuple[Sequence[Span], Sequence[str]]) -> Draft:
    firsts = [m.first for m, *_ in mentions]
    aggregate = outputs.more[firsts][:, heads.columns("aggregate")].mean() > 0

    def at(marked: Marked) -> Span:
        return _whole(marked, *text)

    return Draft(
        aggregate=bool(aggregate),
        mentions=tuple(
            DraftMention(
                span=at(m),
                score=round(m.score, 3),
                types=_likely(chances),
                facets=tuple(
                    DraftFacet(facet=cast("FacetName", name), span=at(f), polarity=polarity, score=round(f.score, 3))
                    for name, f, polarity in facets
                ),
            )
            for m, chances, facets in mentions
        ),
    )


def _likely(chances: Array) -> tuple[tuple[EventType, float], ...]:
    """Types by their chances, those next to impossible left out."""
    best = int(chances.argmax())
    kept = (n for n, chance in enumerate(chances.tolist()) if chance >= _LEAST_TYPE or n == best)
    return tuple((cast("EventType", heads.TYPES[n]), round(float(chances[n]), 3)) for n in kept)
