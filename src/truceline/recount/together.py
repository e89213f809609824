"""Numbers told of many happenings together, which are no figure of any one of them."""

import re

from truceline.model.reading import Reading
from truceline.recount.happenings import Happening

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
    sentence = text[before[-1] if before else max(0, start - 400) : after.start() if after else end + 400]
    return words.search(sentence) is not None
