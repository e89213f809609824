"""Calibrate the tagger's scores: a logistic model of "this triple is right" from how sure each part was.

Run: python training/attribution/calibrate.py ../shared/bench/attribution/polnear_dev.jsonl
Writes the coefficients into src/truceline/data/tagger/model.json and prints the calibration by tenth
(two-fold, by document).
"""

import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from truceline.model.span import Span
from truceline.read.claims.tagger.extractor import confidence_features
from truceline.read.claims.tagger.features import word_spans
from truceline.read.claims.tagger.links import Triple, link_spans
from truceline.read.claims.tagger.network import Network, attributions, run_networks
from truceline.read.claims.tagger.pieces import Splitter
from truceline.read.claims.tagger.tags import tagged_spans

FOLDER = Path(__file__).parents[2] / "src/truceline/data/tagger"
ROLES = ("source", "cue", "content")
STEPS, RATE, RIDGE = 4000, 0.3, 1e-3
Table = NDArray[np.float64]


def characters(spans: list[Span]) -> set[int]:
    """Offsets the spans hold."""
    return {i for a, b in spans for i in range(a, b)}


def is_right(triple: Triple, words: tuple[Span, ...], gold: list[dict[str, list[Span]]]) -> bool:
    """Whether some gold attribution shares at least half of each role's characters, and agrees on having a source."""
    found = {"source": triple.source, "cue": [triple.cue], "content": triple.content}
    mine = {r: characters([(words[a][0], words[b - 1][1]) for a, b in found[r]]) for r in ROLES}
    return any(all(_alike(mine[r], characters(g[r])) for r in ROLES) for g in gold)


def _alike(a: set[int], b: set[int]) -> bool:
    return not (a or b) or 2 * len(a & b) >= len(a | b)


def fit(x: Table, y: Table) -> Table:
    """Coefficients (1 + features,) of a ridge logistic regression, by plain gradient descent: small, and repeatable."""
    w = np.zeros(x.shape[1] + 1)
    x1 = np.hstack([np.ones((len(x), 1)), x])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x1 @ w))
        w -= RATE * (x1.T @ (p - y) / len(y) + RIDGE * w)
    return w


def probability(x: Table, w: Table) -> Table:
    """Scores in [0, 1]."""
    return np.asarray(1 / (1 + np.exp(-(x @ w[1:] + w[0]))))


def collect(path: Path, network: Network, splitter: Splitter) -> tuple[Table, Table, Table]:
    """Features, rightness and fold of every triple found in the development articles."""
    rows, right, fold = [], [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        article = json.loads(line)
        words = word_spans(article["text"])
        outputs = attributions(run_networks([network], splitter.pieces(article["text"], words))[0])
        tagged = tagged_spans(outputs.tags)
        for triple in link_spans(tagged, outputs, network.distance):
            rows.append(confidence_features(triple, tagged))
            right.append(is_right(triple, words, article["attributions"]))
            fold.append(number % 2)
    return np.array(rows), np.array(right, float), np.array(fold)


def report(p: Table, y: Table) -> None:
    """Stated score beside share right, by tenth; then the share of wrong among answered at growing coverage."""
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            right, stated = y[inside].mean(), p[inside].mean()
            print(f"{low:.1f}-{low + 0.1:.1f}: {inside.sum():5d} triples, right {right:.3f}, stated {stated:.3f}")
    order = np.argsort(-p)
    for share in (0.5, 0.75, 0.85, 1.0):
        kept = order[: int(share * len(p))]
        print(f"answered {share:.2f}: threshold {p[kept].min():.3f}, wrong {1 - y[kept].mean():.3f}")


def main(path: Path) -> None:
    """Fit, cross-check, write."""
    x, y, fold = collect(path, Network(FOLDER), Splitter(FOLDER / "tokenizer.json"))
    crossed = np.zeros(len(y))
    for f in (0, 1):
        crossed[fold == f] = probability(x[fold == f], fit(x[fold != f], y[fold != f]))
    report(crossed, y)
    card = json.loads((FOLDER / "model.json").read_text(encoding="utf-8"))
    card["calibration"] = [round(float(c), 4) for c in fit(x, y)]
    (FOLDER / "model.json").write_text(json.dumps(card) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
