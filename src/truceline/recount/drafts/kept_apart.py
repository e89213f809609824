"""The rules' happenings, parted as the learned reader keeps apart the deeds whose words they have."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftMention
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap, span_at
from truceline.recount.clusters import Cluster
from truceline.recount.drafts.circumstances import Circumstances
from truceline.recount.drafts.parted import (
    apart_in_article,
    circumstances,
    dated_apart,
    distinct,
    is_known_by,
    points_back,
)
from truceline.recount.drafts.regrouped import split
from truceline.recount.happenings import Happening

_SUREST = 0.9
"""How sure the learned reader must be of a deed that it keeps apart to be believed, whatever is told of it."""
_SURE = 0.5
"""And of one that is told as another than the one before."""
_ANOTHER = re.compile(
    r"\b(?:(?:yet )?another|an? (?:new|further|fresh|separate|different|subsequent|later))\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NEAR = 40
_AT_ITS_OWN = re.compile(r" (?:at|in|near|outside) (?:the (?:village|town|city) of )?[A-Z]")
"""Behind a deed told by its own place: "the incident at Dorve" goes on with none told elsewhere."""
_STRUCK = frozenset({"target", "place", "killed", "injured"})
_OTHERS = re.compile(r"\b(?:others?|the rest|more|further)\b", re.IGNORECASE)
"""Of people hurt beside those told before: "nine others were wounded when shells landed"."""
_GOES_ON = re.compile(
    r"(?:one|it|he|she|they|him|her|them|this|these|those|there|both|(?:his|her|their|its)(?= \w)"
    r"|the (?:same|two|town|village|city))\b(?! of\b)",
    re.IGNORECASE,
)
"""How words begin that go on with what was told before."""


def happenings_parted(
    happenings: Sequence[Happening], drafts: Sequence[Draft] | None, reading: Reading, *, whole: bool
) -> list[Happening]:
    """The rules' happenings, parted where the learned reader keeps apart deeds of other places, days or kinds.

    Where it did not see the `whole` text at one look, a day must be set; breaches are of many kinds.
    """
    by_kind = distinct if whole else apart_in_article
    return [
        part
        for h in happenings
        for part in _by_drafts(h, drafts or (), reading, by_kind if h.family != "violation" else dated_apart)
    ]


def _by_drafts(
    happening: Happening,
    drafts: Sequence[Draft],
    reading: Reading,
    other: Callable[[Circumstances, Circumstances], bool],
) -> list[Happening]:
    if happening.aggregate:  # what is counted together is one total
        return [happening]
    mine = [d for d in drafts if any(_surest(c, d) for c in happening.clusters)]
    groups: list[tuple[Circumstances, list[Draft]]] = []
    for draft in mine:
        told = circumstances(draft, reading)
        sure = other is distinct and _is_its_own(draft, happening, reading)
        sure = sure and not any(g.names & told.names for g, _ in groups)
        home = None if sure else next((g for g in groups if _alike(draft, g[1]) and not other(g[0], told)), None)
        if home is None:
            groups.append((told, [draft]))
        else:
            home[0].add(told)
            home[1].append(draft)
    if len(groups) < 2:
        return [happening]
    clusters = [part for c in happening.clusters for part in split(c, mine)]
    own = _by_group(clusters, [some for _, some in groups])
    counted = [some[0].aggregate for _, some in groups]
    return [replace(happening, clusters=c, aggregate=n) for c, n in zip(own, counted, strict=True) if c]


def _by_group(clusters: Sequence[Cluster], groups: Sequence[Sequence[Draft]]) -> list[list[Cluster]]:
    """The clusters by the group whose drafts surely are of them; one of none goes with the one before it."""
    own: list[list[Cluster]] = [[] for _ in groups]
    last = 0
    for cluster in sorted(clusters, key=lambda c: c.sentence):
        best = max(((*_sureness(cluster, d), -n) for n, some in enumerate(groups) for d in some), default=(0.0, 0.0, 0))
        last = -best[2] if best[0] or best[1] else last
        own[last].append(cluster)
    return own


def _alike(draft: Draft, some: Sequence[Draft]) -> bool:
    """Whether a deed is told of as some others are: as one of its own, or as many counted together."""
    return draft.aggregate == some[0].aggregate


def _is_its_own(draft: Draft, happening: Happening, reading: Reading) -> bool:
    """Whether a deed surely is one, says itself whom, what or where it struck, and goes on with none told before."""
    text = reading.prose
    another = any(_ANOTHER.search(text, max(0, m.span[0] - _NEAR), m.span[0]) for m in draft.mentions)
    least = _SURE if another else _SUREST
    if max(_surest(c, draft) for c in happening.clusters) < least:
        return False
    struck = [text[slice(*f.span)] for f in draft.facets if f.facet in _STRUCK]
    known = any(is_known_by(m.span, text) for m in draft.mentions)
    if (
        known
        or any(_OTHERS.search(words) for words in struck)
        or not any(_GOES_ON.match(words) is None for words in struck)
    ):
        return False
    first = min(m.span for m in draft.mentions)
    if _is_set(draft, first, reading):  # "the explosion" behind it points to the deed itself
        back = points_back(first, text) and _AT_ITS_OWN.match(text, first[1]) is None
        return not (back or _opens_going_on(first, reading))
    return not any(points_back(m.span, text) or _opens_going_on(m.span, reading) for m in draft.mentions)


def _is_set(draft: Draft, first: Span, reading: Reading) -> bool:
    """Whether the sentence in which a deed is told first says where and when it was."""
    here = span_at(first[0], reading.sentences, first)
    told = {f.facet for f in draft.facets if overlap(f.span, here)}
    return {"place", "time"} <= told


def _opens_going_on(deed: Span, reading: Reading) -> bool:
    """Whether the sentence of a deed begins with words that go on with what was told: "The same", "These"."""
    start = span_at(deed[0], reading.sentences, deed)[0]
    return _GOES_ON.match(reading.prose[start : deed[0]]) is not None


def _surest(cluster: Cluster, draft: Draft) -> float:
    """How surely a draft has one of a cluster's words for a mention, or else counts its harm; 0 where neither."""
    named, counted = _sureness(cluster, draft)
    return named or counted


def _sureness(cluster: Cluster, draft: Draft) -> tuple[float, float]:
    """How surely a draft has one of a cluster's words for a mention, and how surely it counts its harm."""
    spans = cluster.mentions
    named = [m.score for m in draft.mentions if any(overlap(m.span, s) for s in spans)]
    counted = [m.score for m in draft.mentions if _counts(m, cluster)]
    return max(named, default=0.0), max(counted, default=0.0)


def _counts(mention: DraftMention, cluster: Cluster) -> bool:
    harms = [(h.kind, (h.start, h.end)) for h in cluster.harms]
    return any(f.facet == kind and overlap(f.span, s) for f in mention.facets for kind, s in harms)
