"""Numbers told of many happenings together, which are no figure of any one of them."""

import re
from collections.abc import Sequence

from truceline.model.account import Facet
from truceline.model.reading import Reading
from truceline.model.span import Span, meets
from truceline.recount.bench import Told
from truceline.recount.happenings import Happening

_TOLLS = frozenset({"killed", "injured"})
_LARGE, _TIMES = 100, 10
"""A toll beside no mention is a larger whole's if above both this number and so many times what is told beside one."""
_OLDER = re.compile(
    r"\b(?:first|worst|only|most|\w+est)\b[^.;:!?]{0,50}\bsince\s+[^.;:,]{3,40},\s+when\s", re.IGNORECASE
)
_END = re.compile(r"[.!?]['\"”’)]*\s|\n")


def leave_out_counts(happening: Happening, document: Reading, words: re.Pattern[str]) -> None:
    """Drop statements of harm whose sentence counts many happenings together; an aggregate keeps them."""
    title, text = document.document.title or "", document.text or ""
    for cluster in () if happening.aggregate else happening.clusters:
        cluster.harms = [
            h
            for h in cluster.harms
            if not (words.search(title) if h.sentence < 0 else told_together(text, h.start, h.end, words))
        ]


def told_together(text: str, start: int, end: int, words: re.Pattern[str]) -> bool:
    """Whether the sentence around [start, end) counts many happenings together."""
    before = [m.end() for m in _END.finditer(text, max(0, start - 400), start)]
    after = _END.search(text, end)
    first = before[-1] if before else max(0, start - 400)
    older = _OLDER.search(text, first, start)  # "the first since March, when a raid killed 31" counts one raid's
    first = older.end() if older is not None else first
    return words.search(text, first, after.start() if after else end + 400) is not None


def in_scale(told: Sequence[Told], mentions: Sequence[Span], sentences: Sequence[Span]) -> list[Told]:
    """What is told, but for tolls of some larger whole: told beside no mention, and many times those that are.

    "Shells hit the school, killing four. ... The ministry counts 2,143 dead." A toll told as risen is no such one.
    """
    beside = [s for s in sentences if meets(s, mentions)]

    def anchored(facet: Facet) -> bool:
        return meets(facet.spans[0], beside)

    tolls = [f for _, f in told if f.facet in _TOLLS and isinstance(f.value, dict)]
    known = [_least(f) for f in tolls if anchored(f)]
    if not known:
        return list(told)
    most = max(_LARGE, _TIMES * max(known))
    return [t for t in told if t[1] not in tolls or anchored(t[1]) or _least(t[1]) <= most]


def _least(facet: Facet) -> int:
    return int(facet.value.get("low") or facet.value.get("high") or 0)
