"""The end of a truce that a long text tells twice, as somebody's word and in its own: one happening of two tellers.

"The command announced on Monday that the truce is over. ... As soon as it expired at 7 pm yesterday, fighting began."
"""

import re
from collections.abc import Sequence

from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.model.when import TimeMention
from truceline.recount.anchors import is_day
from truceline.recount.drafts.as_one import as_one, is_total, named
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.passages import Passages
from truceline.recount.inside import inside
from truceline.recount.profile import apart

_TRUCE = r"\b(?:truce|cease-?fire|armistice|cessation of hostilities|lull)\b"
_ENDED = (
    r"(?:expired?|expires|ended|lapsed|collapsed|(?:broke|broken) down|(?:ran|run) out"
    r"|(?:was|were|is|are|had been)(?: \w+)? (?:over|at an end|finished|dead|ended|void|terminated|called off))\b"
)
_TOLD = re.compile(
    rf"{_TRUCE}(?: (?:itself|had|has|have|finally|then|officially|formally))* {_ENDED}"
    rf"|\b(?:end|expiry|collapse|termination) (?:of|to) (?:the|its|their|this) (?:[\w’'-]+ ){{0,2}}{_TRUCE}",
    re.IGNORECASE,
)
_NEAR = 2
"""Paragraphs apart within which two tellings without days that agree are of one truce."""


def with_truce_ends_joined(pairs: Sequence[Paired], page: Passages, reading: Reading) -> list[Paired]:
    """The pairs, each that only tells a truce's end joined to the one before that tells it of the same days."""
    ends = [m.span() for m in _TOLD.finditer(reading.prose)]
    kept: list[Paired] = []
    homes: list[int] = []
    for pair in pairs:
        is_end = _is_end(pair, ends)
        home = next((n for n in homes if _is_same(kept[n], pair, page, reading)), None) if is_end else None
        if home is not None:
            kept[home] = as_one(kept[home], pair)
            continue
        homes += [len(kept)] if is_end else []
        kept.append(pair)
    return kept


def _is_end(pair: Paired, ends: Sequence[Span]) -> bool:
    """Whether all words that name a pair's deed stand in such that tell a truce's end."""
    words = named(pair)
    return bool(words) and not is_total(pair) and all(any(a <= s[0] < b for a, b in ends) for s in words)


def _is_same(one: Paired, other: Paired, page: Passages, reading: Reading) -> bool:
    """Whether two tellings have a day in common; where one has none, whether they stand near each other."""
    told = [sorted({page.at(span[0]) for span in named(p)}) for p in (one, other)]
    here, there = ([t for n in numbers for t in _days(page.sentences[n], reading)] for numbers in told)
    if here and there:
        return any(not apart(a, b) for a in here for b in there)
    return page.paragraphs[told[1][0]] - page.paragraphs[told[0][-1]] <= _NEAR


def _days(sentence: Span, reading: Reading) -> list[TimeMention]:
    return [t for t in inside(reading.times, sentence) if is_day(reading.prose, t)]
