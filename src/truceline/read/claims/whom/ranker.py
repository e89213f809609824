"""Whom "he" or "she" means: the likeliest of those told of before, learned from annotated reports and articles."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from truceline.read.claims.raw import RawClaim
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.whom.features import Setting, is_hidden, is_told_name, measured, scene_of
from truceline.read.claims.whom.people import people_before, voice_meant

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Net:
    """One small network: `hidden` of features by units, `bias`, `out` a number a unit, `straight` one a feature."""

    hidden: Floats
    bias: Floats
    out: Floats
    straight: Floats

    def chances(self, rows: Floats) -> Floats:
        """The chance of each row, which sum to one."""
        scores = np.tanh(rows @ self.hidden + self.bias) @ self.out + rows @ self.straight
        likely = np.exp(scores - scores.max())
        return np.asarray(likely / likely.sum())


@dataclass(frozen=True, slots=True)
class Ranker:
    """Networks whose mean chance decides; who is less likely than `least` is left open."""

    nets: tuple[Net, ...]
    least: float

    def meant(self, raw: RawClaim, voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice:
        """The voice of whom a pronoun means; the voice as it is where that is open.

        One whom nobody names has no name then, but where the text first tells of him (`Voice.first`).
        """
        people = people_before(voice.at, gender, raw.content, earlier, names)
        if not people:
            return voice
        scene = scene_of(people, Setting(raw, voice, gender, earlier, names))
        chances = self.chances(measured(scene))
        best = int(np.argmax(chances))
        if best == len(people):
            return voice
        least = self.least / 2 if is_told_name(people[best], scene) else self.least
        if chances[best] < least or is_hidden(people[best], scene):
            return voice
        return voice_meant(voice, people[best], gender, round(float(chances[best]), 2), names)

    def chances(self, rows: Sequence[Sequence[float]]) -> Floats:
        """The chance of each row of features, the last one that it is nobody of those told of."""
        table = np.array(rows)
        return np.asarray(np.mean([net.chances(table) for net in self.nets], axis=0))


def load_ranker(data: Path) -> Ranker:
    """The ranker of `whom.json`, as `training/whom/train.py` writes it."""
    kept = json.loads((data / "whom.json").read_text("utf-8"))
    nets = tuple(Net(**{k: np.array(v) for k, v in net.items()}) for net in kept["nets"])
    return Ranker(nets, kept["least"])
