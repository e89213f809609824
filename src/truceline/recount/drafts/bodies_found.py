"""Bodies found after people were taken away: "On 30 April nineteen men were taken. The bodies of eleven were found".

They are those of the abduction told last before in the paragraph; the day and the place are where they were found.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.recount.clusters import VIOLENT, Cluster
from truceline.recount.drafts.as_one import family, is_total, named
from truceline.recount.drafts.match import Paired, with_harm_of
from truceline.recount.drafts.passages import Passages
from truceline.recount.events.lexicon import EventLexicon

_BODIES = re.compile(r"(?:the )?(?:bodies|body|corpses?|remains) of\b", re.IGNORECASE)
_TAKEN = "abduction"


def with_bodies_found(pairs: Sequence[Paired], page: Passages, text: str, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, bodies counted without a word for a deed brought to the abduction that they tell the end of."""
    kept = list(pairs)
    for n, pair in enumerate(pairs):
        for cluster in pair.happening.clusters if pair.happening is not None and not is_total(pair) else ():
            home = _home(cluster, n, pairs, (page, lexicon)) if _counts_bodies(cluster, text) else None
            if home is not None:
                found = replace(cluster, time=None, clock=None, place=None, places=[])
                kept[home], kept[n] = with_harm_of(kept[home], found), _without(kept[n], cluster)
    return [p for p in kept if p.happening is not None or p.draft is not None]


def _counts_bodies(cluster: Cluster, text: str) -> bool:
    harms = cluster.harms
    return bool(harms) and not cluster.triggers and all(_BODIES.match(text, h.start) for h in harms)


def _home(cluster: Cluster, own: int, pairs: Sequence[Paired], around: tuple[Passages, EventLexicon]) -> int | None:
    """Number of the abduction told last before some bodies in their paragraph, where no violent deed is told since."""
    page, lexicon = around
    at = cluster.sentence
    if at < 0:
        return None
    before = [
        (span, n)
        for n, pair in enumerate(pairs)
        for span in named(pair)
        if family(pair, lexicon) in VIOLENT | {_TAKEN} and n != own and 0 <= page.at(span[0]) < at
        if page.paragraphs[page.at(span[0])] == page.paragraphs[at]
    ]
    last = max(before)[1] if before else None
    return last if last is not None and family(pairs[last], lexicon) == _TAKEN else None


def _without(pair: Paired, cluster: Cluster) -> Paired:
    happening = pair.happening
    left = [c for c in happening.clusters if c is not cluster] if happening is not None else []
    return replace(pair, happening=replace(happening, clusters=left) if happening is not None and left else None)
