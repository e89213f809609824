"""What went on for weeks, or day by day, told as one deed in a long text: a total, and no incident of any one day."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.model.when import TimeMention
from truceline.recount.drafts.as_one import is_total, named
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.scene_of import told_of
from truceline.recount.inside import inside
from truceline.recount.stretches import is_stretch

_AGAIN_AND_AGAIN = re.compile(
    r"\b(?:(?:every|each) (?:single )?(?:day|night|week|morning|evening|hour)|daily|nightly|day (?:after|by) day)\b",
    re.IGNORECASE,
)
_WEEKS_OF = re.compile(
    r"\b(?:weeks|months|years|(?:a|an|one|another|the past|the last|the first|its) (?:whole |full )?(?:week|month|year)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|\d+) (?:weeks|months|years)) of"
    r"(?: (?:heavy|constant|continuous|intense|almost daily|uninterrupted|\w+(?:al|ed|ing|y)))? $",
    re.IGNORECASE,
)
"""Before a deed that went on so long: "after a month of hammering by the army"."""
_NEAR = 30
"""Characters beside a deed's words in which it is told how often it was done."""
_LONG = 20
"""Days from which a stretch of time between two days is no single deed's."""


def with_totals_told(pairs: Sequence[Paired], reading: Reading) -> list[Paired]:
    """The pairs, those told of a stretch of weeks or of every day as totals."""
    return [p if is_total(p) or not _over_time(p, reading) else as_total(p) for p in pairs]


def _over_time(pair: Paired, reading: Reading) -> bool:
    spans = named(pair)
    if not spans or pair.draft is None:
        return False
    if all(_is_often(s, reading.prose) for s in spans):
        return True
    times = _times(pair, reading)
    return bool(times) and all(is_stretch(t, _LONG) for t in times)


def _is_often(span: Span, text: str) -> bool:
    """Whether words for a deed stand beside how often it was done, in one clause."""
    behind = re.split(r"[.;:,]", text[span[1] : span[1] + _NEAR])[0]
    before = re.split(r"[.;:,]", text[max(0, span[0] - _NEAR) : span[0]])[-1]
    if _WEEKS_OF.search(before):
        return True
    return _AGAIN_AND_AGAIN.search(behind) is not None or _AGAIN_AND_AGAIN.search(before) is not None


def _times(pair: Paired, reading: Reading) -> list[TimeMention]:
    """The times that the rules or the learned reader have for a deed."""
    ruled = [c.time for c in pair.happening.clusters if c.time] if pair.happening is not None else []
    return [*ruled, *(t for a, b in told_of(pair, "time") for t in inside(reading.times, (a, b)) if t.earliest)]


def as_total(pair: Paired) -> Paired:
    """A pair as what tells of many deeds together."""
    draft, happening = pair.draft, pair.happening
    return Paired(
        happening and replace(happening, aggregate=True),
        draft and replace(draft, aggregate=True),
    )
