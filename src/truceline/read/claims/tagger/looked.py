"""From the looks at a text's mentions: which of them are of one happening, and each happening's facets."""

from collections.abc import Callable, Iterator, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from truceline.model.account import Polarity
from truceline.read.claims.tagger import closer, heads
from truceline.read.claims.tagger.look import Look
from truceline.read.claims.tagger.marks import Marked, runs
from truceline.read.claims.tagger.network import Array

_ONE = 0.4
"""Chance from which two mentions are of one happening, as the mean over those already together."""
_NEAR_AS_SURE = 0.9
"""Share of the surest happening's score from which another has the same words too ("On Monday A was hit and B ...")."""
_SURE = 0.9
"""How sure one of a happening's mentions must be for what the looks see of it to stand."""
Numbers = NDArray[np.int64]
Found = tuple[int, str, Marked, Polarity]
"""The number of the mention that a facet hangs on, its name, its words and its polarity."""


def grouped(looks: Sequence[Look], linked: Array) -> list[list[int]]:
    """Numbers of mentions of one happening: in text order each joins those it fits best, or begins a happening.

    How well two fit is the mean of what both looks see and the chance that the seer's links give, `linked` (mentions,
    mentions): each errs elsewhere.
    """
    seen = np.stack([look.same for look in looks])
    both = ((seen + seen.T) / 2 + linked) / 2
    groups: list[list[int]] = []
    for at in range(len(looks)):
        fits = [float(both[at, group].mean()) for group in groups]
        best = max(range(len(groups)), key=fits.__getitem__, default=-1)
        if best >= 0 and fits[best] > _ONE:
            groups[best].append(at)
        else:
            groups.append([at])
    return groups


class Looked:
    """The mentions of a text with a look at each, grouped by happening; `sentences` (words,) numbers the sentences."""

    def __init__(
        self, mentions: Sequence[Marked], looks: Sequence[Look], groups: Sequence[Sequence[int]], sentences: Numbers
    ) -> None:
        self._mentions, self._looks, self._groups, self._sentences = mentions, looks, groups, sentences
        self._home = {n: number for number, group in enumerate(groups) for n in group}
        self._sure = [max(mentions[n].score for n in group) for group in groups]

    def home(self, mention: int) -> int:
        """The number of a mention's happening."""
        return self._home[mention]

    def is_sure(self, mention: int) -> bool:
        """Whether the happening of a mention surely is one."""
        return self._sure[self._home[mention]] >= _SURE

    def facets(self, least: float, ending: Callable[[Sequence[Marked]], Sequence[Marked]]) -> list[Found]:
        """Facets of sure happenings, in text order; `ending` says where words that only bind are left off.

        Words that several happenings have for one facet are the surest's, and of those that are nearly as sure.
        """
        kept: list[Found] = []
        every = [f for group in self._groups if self.is_sure(group[0]) for f in self._told(group, least, ending)]
        for one in sorted(every, key=self._value, reverse=True):
            rivals = [other for other in kept if self._rival(one, other)]
            if not rivals or self._value(one) >= _NEAR_AS_SURE * max(map(self._value, rivals)):
                kept.append(one)
        return sorted(kept, key=lambda one: (one[2].first, one[1], one[0]))

    def _told(
        self, group: Sequence[int], least: float, ending: Callable[[Sequence[Marked]], Sequence[Marked]]
    ) -> Iterator[Found]:
        """One happening's by the mean of the looks at its mentions, each on the mention it stands nearest to."""
        mean = np.mean([self._looks[n].facets for n in group], axis=0)
        for channel, name in enumerate(closer.FACETS):
            for one in ending(runs(mean[:, channel], least)):
                home = min(group, key=lambda n: self._apart(n, one))
                polarity = heads.POLARITIES[int(self._looks[home].polarity[one.first])]
                yield home, name, one, cast("Polarity", polarity)

    def _apart(self, mention: int, facet: Marked) -> tuple[bool, int]:
        at = self._mentions[mention].first
        return bool(self._sentences[at] != self._sentences[facet.first]), abs(at - facet.first)

    def _value(self, one: Found) -> float:
        return float(one[2].score * np.sqrt(self._sure[self._home[one[0]]]))

    def _rival(self, a: Found, b: Found) -> bool:
        met = a[2].first < b[2].last and b[2].first < a[2].last
        return a[1] == b[1] and self._home[a[0]] != self._home[b[0]] and met
