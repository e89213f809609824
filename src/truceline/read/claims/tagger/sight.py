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
from truceline.read.claims.tagger.hear import Hearer
from truceline.read.claims.tagger.hearer import Put
from truceline.read.claims.tagger.look import Closer
from truceline.read.claims.tagger.markers import Bare
from truceline.read.claims.tagger.network import Array, EventOutputs
from truceline.read.claims.tagger.tags import log_softmax

_ANSWERS = ("denies", "admits")
_WORTH, _IN_DOUBT = 0.2, 0.9
"""How likely a claim must be to deny or admit for the hearer to be asked, or how little likely the seer's best answer.

Each look takes time.
"""


@dataclass(frozen=True)
class Sight:
    """One text as the networks saw it; spans given and taken are the original text's.

    `outputs`, the `distance` of their links and the `least` scores are missing in an install without the seer; the
    `closer` in one without its weights, and of a text longer than one window; the `hearer` in one without its own.
    """

    bare: Bare
    words: tuple[Span, ...]
    claims: tuple[RawClaim, ...]
    outputs: EventOutputs | None = None
    distance: Array | None = None
    least: dict[str, float] = field(default_factory=dict)
    closer: Closer | None = None
    hearer: Hearer | None = None
    _heard: dict[RawClaim, dict[str, Array] | None] = field(default_factory=dict, repr=False)

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """Happenings proposed."""
        if self.outputs is None or self.distance is None:
            return ()
        words = [self.bare.text[a:b] for a, b in self.words]
        return find_drafts(Seen(self.outputs, self.distance, self.least, self.closer), self._spans, words)

    def chances(self, claim: RawClaim, head: str) -> dict[str, float]:
        """How likely each act (or reach) is of a claim, by its words and those about it; empty if unseen."""
        names = heads.ACTS if head == "act" else heads.REACHES
        seen = self._seen(claim, head)
        if seen is None:
            return {}
        if self.hearer is not None and (heard := self._hears(claim, self.hearer)) is not None:
            share = self.hearer.share(head)
            seen = (1 - share) * seen + share * heard[head]
        chances = np.exp(log_softmax(seen[None])[0])
        return dict(zip(names, chances.tolist(), strict=True))

    def _seen(self, claim: RawClaim, head: str) -> Array | None:
        """Logarithms of the chances that the seer gives, by the words of the cue and of the content."""
        if self.outputs is None:
            return None
        rows = [r for span in claim.cue[:1] for r in self._rows(span)]
        said = self._rows(claim.content[0])[: heads.CONTENT_WORDS] if claim.content else []
        if not rows and not said:
            return None
        parts = {"cue": rows, "content": said}
        scores = [self.outputs.more[at][:, heads.columns(f"{p}_{head}")].mean(0) for p, at in parts.items() if at]
        chances: Array = log_softmax(np.sum(scores, axis=0)[None])[0]
        return chances

    def _is_worth(self, claim: RawClaim, *, whole: bool) -> bool:
        """Whether the seer takes it for a denial or an admission, or nearly; of a text seen whole, or is in doubt."""
        seen = self._seen(claim, "act")
        if seen is None:
            return False
        answers = float(sum(np.exp(seen[heads.ACTS.index(act)]) for act in _ANSWERS))
        return answers >= _WORTH or (whole and float(np.exp(seen.max())) < _IN_DOUBT)

    def _hears(self, claim: RawClaim, by: Hearer) -> dict[str, Array] | None:
        """The hearer's answers, looked up once a claim; None where it is not worth a look."""
        if claim not in self._heard:
            parts = ([self._run(span) for span in spans] for spans in (claim.source, claim.cue, claim.content))
            put = Put(*([run for run in some if run[0] < run[1]] for some in parts))
            self._heard[claim] = by.hears(put) if self._is_worth(claim, whole=by.whole) else None
        return self._heard[claim]

    def _run(self, span: Span) -> Span:
        rows = self._rows(span)
        return (rows[0], rows[-1] + 1) if rows else (0, 0)

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
