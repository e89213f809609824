"""Texts that are one text: near-copies by shared runs of words, found with MinHash and then checked exactly."""

import re
from collections.abc import Mapping
from functools import lru_cache

from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]

_WORD = re.compile(r"\w+")
_RUN = 5
_PERMUTATIONS, _BANDS, _SEED = 128, 32, 17
SAME_TEXT = 0.5
"""Share of common five-word runs (Jaccard) from which two texts count as one."""
_SHORT = 20
"""Runs under which a text, such as a table's row, is too short to be half another: it is the same, or it is not."""
CONTAINED = 0.8
"""Share of the shorter text's runs found in the longer from which the shorter counts as a part of it."""


def word_runs(text: str) -> frozenset[str]:
    """Runs of five words, case and punctuation aside; a shorter text is one run."""
    words = [w.casefold() for w in _WORD.findall(text)]
    if len(words) <= _RUN:
        return frozenset({" ".join(words)} - {""})
    return frozenset(" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """How far two sets of runs are one text, in [0, 1]: their Jaccard share, or 1 where one contains the other."""
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if min(len(a), len(b)) < _SHORT:
        return 0.0
    shared = len(a & b)
    if shared >= CONTAINED * min(len(a), len(b)):
        return 1.0
    return shared / (len(a) + len(b) - shared)


def near_copies(texts: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """Pairs of keys (smaller first) whose texts are near-copies, with their likeness; order of `texts` does not matter.

    Candidates come from MinHash bands (rensa), so a text wholly contained in a much longer one may be missed.
    """
    return dict(_near_copies(tuple(sorted(texts.items()))))


@lru_cache(maxsize=2)
def _near_copies(held: tuple[tuple[str, str], ...]) -> dict[tuple[str, str], float]:
    """Kept, since linking and weighing both ask, and ask again after every decision."""
    texts = dict(held)
    keys = [k for k, text in held if text]
    runs = {k: word_runs(texts[k]) for k in keys}
    keys = [k for k in keys if runs[k]]
    sketches = RMinHash.from_token_sets([sorted(runs[k]) for k in keys], _PERMUTATIONS, _SEED)
    index = RMinHashLSH(SAME_TEXT, _PERMUTATIONS, _BANDS)
    index.insert_many(sketches)
    pairs: dict[tuple[str, str], float] = {}
    for i, sketch in enumerate(sketches):
        for j in sorted(index.query(sketch)):
            alike = likeness(runs[keys[i]], runs[keys[j]]) if i < j else 0.0
            if alike >= SAME_TEXT:
                pairs[keys[i], keys[j]] = alike
    return pairs
