"""The learned networks behind the interface of every claim extractor."""

import math
import re
from pathlib import Path

import numpy as np

from truceline.model.span import Span
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.tagger.features import word_spans
from truceline.read.claims.tagger.hear import Hearer
from truceline.read.claims.tagger.links import Triple, link_spans
from truceline.read.claims.tagger.look import Closer
from truceline.read.claims.tagger.markers import Bare, without_markers
from truceline.read.claims.tagger.network import Network, Outputs, attributions, events, run_networks
from truceline.read.claims.tagger.pieces import Splitter
from truceline.read.claims.tagger.sight import Sight
from truceline.read.claims.tagger.tags import Tagged, tagged_spans

_WRAPPED = re.compile(r"(?<=[a-z,;])\n(?=[a-z])")
"""A line's end amid a sentence, as in hard-wrapped text: no break in what is said."""


class TaggerExtractor:
    """Finds attributions with the shipped weights, and with three more networks what else there is to see.

    Each word belongs to one attribution, so nested ones are not told apart here.
    """

    def __init__(
        self,
        tagger: Network,
        splitter: Splitter,
        seer: Network | None = None,
        closer: Network | None = None,
        hearer: Network | None = None,
    ) -> None:
        self._tagger, self._splitter, self._seer, self._closer, self._hearer = tagger, splitter, seer, closer, hearer
        self.weights: tuple[str, ...] = tuple(n.sha256 for n in (tagger, seer, closer, hearer) if n is not None)

    def extract(self, text: str, sentences: tuple[Span, ...]) -> tuple[RawClaim, ...]:  # noqa: ARG002
        """Attributions in text order, each with its calibrated score."""
        return self.without_seer().look(text).claims

    def without_seer(self) -> "TaggerExtractor":
        """The tagger alone, as in an install without the seer's weights."""
        return TaggerExtractor(self._tagger, self._splitter)

    def look(self, text: str) -> Sight:
        """Attributions, and all else the networks see in the text."""
        bare = without_markers(text)
        seen = _WRAPPED.sub(" ", bare.text)
        words = word_spans(seen)
        if not words:
            return Sight(bare, words, ())
        networks = [n for n in (self._tagger, self._seer) if n is not None]
        pieces = self._splitter.pieces(seen, words)
        told, *more = run_networks(networks, pieces)
        claims = self._claims(bare, words, attributions(told))
        if self._seer is None:
            return Sight(bare, words, claims)
        whole = self._seer.sees_whole(pieces)
        closer = Closer(self._closer, pieces) if self._closer is not None and whole else None
        hearer = Hearer(self._hearer, pieces, whole=whole) if self._hearer is not None else None
        least = self._seer.card["least"]
        return Sight(bare, words, claims, events(more[0], pieces), self._seer.distance, least, closer, hearer)

    def _claims(self, bare: Bare, words: tuple[Span, ...], outputs: Outputs) -> tuple[RawClaim, ...]:
        tagged = tagged_spans(outputs.tags)

        def at(spans: list[Span]) -> tuple[Span, ...]:
            return tuple(bare.original((words[a][0], words[b - 1][1])) for a, b in sorted(spans))

        return tuple(
            RawClaim(source=at(t.source), cue=at([t.cue]), content=at(t.content), score=self._score(t, tagged))
            for t in link_spans(tagged, outputs, self._tagger.distance)
        )

    def _score(self, triple: Triple, tagged: Tagged) -> float:
        weights = self._tagger.card["calibration"]
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
    return sum(float(tagged.sure[a:b].sum()) / (b - a) for a, b in spans) / len(spans) if spans else 0.0


def load_tagger(data: Path) -> TaggerExtractor | None:
    """The networks from the package's data folder; None in an install without the tagger's weights."""
    folder, more = data / "tagger", data / "seer"
    if not (folder / "model.onnx").exists():
        return None
    seer = Network(more) if (more / "model.onnx").exists() else None
    closer, hearer = (_beside(seer, data / name) for name in ("closer", "hearer"))
    return TaggerExtractor(Network(folder), Splitter(folder / "tokenizer.json"), seer, closer, hearer)


def _beside(seer: Network | None, folder: Path) -> Network | None:
    """A network that asks again what the seer saw; None without its weights or the seer's."""
    return Network(folder) if seer is not None and (folder / "model.onnx").exists() else None
