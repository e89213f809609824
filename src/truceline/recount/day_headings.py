"""Days that stand as headings in a diary or chronicle, and govern what is told below them."""

from collections.abc import Mapping

from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.model.when import TimeMention

_DIARY = 3
"""Days that stand as headings from which a text is a diary: fewer may be days of printing."""
_MARKS = " .:–—-"


def day_headings(reading: Reading) -> Mapping[Span, TimeMention]:
    """By sentence the day that is all it says, where a text has several such."""
    starts = {t.start: t for t in reading.times if t.type in {"DATE", "TIME"} and t.earliest}
    heads = {s: starts[s[0]] for s in reading.sentences if s[0] in starts and _is_all(starts[s[0]], s, reading)}
    return heads if len(heads) >= _DIARY else {}


def _is_all(time: TimeMention, sentence: Span, reading: Reading) -> bool:
    return not reading.prose[time.end : sentence[1]].strip(_MARKS)
