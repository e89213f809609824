"""All that the networks see in one text: attributions, what each does, drafts of happenings."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from truceline.model.draft import Draft
from truceline.model.span import Span
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.tagger import heads
from truceline.read.claims.tagger.drafts import Seen, find_drafts
from truceline.read.claims.tagger.look import Closer
from truceline.read.claims.tagger.markers import Bare
from truceline.read.claims.tagger.network import Array, EventOutputs


@dataclass(frozen=True)
class Sight:
    """One text as the networks saw it; spans given and taken are the original text's.

    `outputs`, the `distance` of their links and the `least` scores are missing in an install without the seer; the
    `closer` in one without its weights, and of a text longer than one window.
    """

    bare: Bare
    words: tuple[Span, ...]
    claims: tuple[RawClaim, ...]
    outputs: EventOutputs | None = None
    distance: Array | None = None
    least: dict[str, float] = field(default_factory=dict)
    closer: Closer | None = None

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """Happenings proposed."""
        if self.outputs is None or self.distance is None:
            return ()
        words = [self.bare.text[a:b] for a, b in self.words]
        return find_drafts(Seen(self.outputs, self.distance, self.least, self.closer), self._spans, words)

    def chances(self, claim: RawClaim, head: str) -> dict[str, float]:
        """How likely each act (or reach) is of a claim, by the words of its cue and its content; empty if unseen."""
        names = heads.ACTS if head == "act" else heads.REACHES
        if self.outputs is None:
            return {}
        scores = np.zeros(len(names), np.float32)
        rows = [r for span in claim.cue[:1] for r in self._rows(span)]
        if rows:
            scores = scores + self.outputs.more[rows][:, heads.columns(f"cue_{head}")].mean(0)
        said = self._rows(claim.content[0])[: heads.CONTENT_WORDS] if claim.content else []
        if said:
            scores = scores + self.outputs.more[said][:, heads.columns(f"content_{head}")].mean(0)
        if not rows and not said:
            return {}
        chances = np.exp(scores - scores.max())
        return dict(zip(names, (chances / chances.sum()).tolist(), strict=True))

    def _rows(self, span: Span) -> list[int]:
        low = int(np.searchsorted(self._ends, span[0], side="right"))
        return list(range(low, max(low, int(np.searchsorted(self._starts, span[1], side="left")))))

    @cached_property
    def _spans(self) -> list[Span]:
        return [self.bare.original(w) for w in self.words]

    @cached_property
    def _starts(self) -> NDArray[np.int64]:
        return np.array([start for start, _ in self._spans], np.int64)

    @cached_property
    def _ends(self) -> NDArray[np.int64]:
        return np.array([end for _, end in self._spans], np.int64)
