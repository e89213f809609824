"""The learned tagger behind the interface of every claim extractor."""

import math
import re
from pathlib import Path

import numpy as np

from truceline.model.span import Span
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.tagger.features import word_spans
from truceline.read.claims.tagger.links import Triple, link_spans
from truceline.read.claims.tagger.markers import Bare, without_markers
from truceline.read.claims.tagger.network import Network, Outputs
from truceline.read.claims.tagger.sight import Sight
from truceline.read.claims.tagger.tags import Tagged, tagged_spans

_WRAPPED = re.compile(r"(?<=[a-z,;])\n(?=[a-z])")
"""A line's end amid a sentence, as in hard-wrapped text: no break in what is said."""


class TaggerExtractor:
    """Finds attributions with the shipped weights; each word belongs to one, so nested ones are not told apart here."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.weights: tuple[str, ...] = (network.sha256,)

    def extract(self, text: str, sentences: tuple[Span, ...]) -> tuple[RawClaim, ...]:  # noqa: ARG002
        """Attributions in text order, each with its calibrated score."""
        return self._look(text, events=False).claims

    def look(self, text: str) -> Sight:
        """Attributions, and all else the network sees in the text."""
        return self._look(text, events=True)

    def _look(self, text: str, *, events: bool) -> Sight:
        bare = without_markers(text)
        seen = _WRAPPED.sub(" ", bare.text)
        words = word_spans(seen)
        outputs = self._network.run(self._network.pieces(seen), events=events) if words else None
        claims = self._claims(bare, words, outputs) if outputs is not None else ()
        return Sight(bare, words, outputs, claims, self._network.event_distance, self._network.card["least"])

    def _claims(self, bare: Bare, words: tuple[Span, ...], outputs: Outputs) -> tuple[RawClaim, ...]:
        tagged = tagged_spans(outputs.tags)

        def at(spans: list[Span]) -> tuple[Span, ...]:
            return tuple(bare.original((words[a][0], words[b - 1][1])) for a, b in sorted(spans))

        return tuple(
            RawClaim(source=at(t.source), cue=at([t.cue]), content=at(t.content), score=self._score(t, tagged))
            for t in link_spans(tagged, outputs, self._network.distance)
        )

    def _score(self, triple: Triple, tagged: Tagged) -> float:
        weights = self._network.card["calibration"]
        z = float(np.dot(weights[1:], confidence_features(triple, tagged)) + weights[0])
        return round(1 / (1 + math.exp(-z)), 3)


def confidence_features(triple: Triple, tagged: Tagged) -> tuple[float, ...]:
    """What a triple's score is made of: how sure its cue, source and content are, their edges and its links."""
    spans = [triple.cue, *triple.source, *triple.content]
    edges = [float(tagged.sure[w]) for a, b in spans for w in (a, b - 1)]
    return (
        _mean(tagged, [triple.cue]),
        _mean(tagged, triple.source),
        float(bool(triple.source)),
        _mean(tagged, triple.content),
        min(edges),
        math.exp(min(triple.sure, default=0.0)),
    )


def _mean(tagged: Tagged, spans: list[Span]) -> float:
    return float(np.mean([tagged.sure[a:b].mean() for a, b in spans])) if spans else 0.0


def load_tagger(data: Path) -> TaggerExtractor | None:
    """The tagger from the package's data folder; None in an install without its weights."""
    folder = data / "tagger"
    return TaggerExtractor(Network(folder)) if (folder / "model.onnx").exists() else None
