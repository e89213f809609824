"""The longest passage two texts have in common: what makes a copy visible."""

import re

from truceline.publish.words import shortened

_WORD = re.compile(r"\w+")
LEAST = 8
"""Words a passage must share to be more than a turn of phrase."""
MOST = 320
"""Characters of it that are shown."""


def shared_passage(a: str, b: str) -> str | None:
    """The longest run of words of `a` that `b` has too, in `a`'s own writing; None where none has eight words.

    Runs of eight words of `b` are looked up, so that long texts stay quick.
    """
    first, second = list(_WORD.finditer(a)), [m[0].lower() for m in _WORD.finditer(b)]
    known = {tuple(second[i : i + LEAST]) for i in range(len(second) - LEAST + 1)}
    words = [m[0].lower() for m in first]
    best = (0, 0)
    start = None
    for i in range(len(words) - LEAST + 1):
        if tuple(words[i : i + LEAST]) not in known:
            start = None
            continue
        start = i if start is None else start
        if i + LEAST - start > best[1] - best[0]:
            best = (start, i + LEAST)
    if best == (0, 0):
        return None
    text = " ".join(a[first[best[0]].start() : first[best[1] - 1].end()].split())
    return shortened(text, MOST)
