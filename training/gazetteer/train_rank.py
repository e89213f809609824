"""Learn the ranking weights of place candidates: conditional logit over the annotated corpora, cross-checked by folds.

    train_rank.py --corpora DIR [--out FILE]

Each corpus counts alike. The numbers depend on what the other names of a document are believed to be, so fitting and
measuring alternate. Prints accuracy within 161 km and 20 km on the held-out folds.
"""

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpora import CORPORA, Article, articles, fold_of, mentions

from truceline.resolve.places.evidence import FEATURES, kilometres
from truceline.resolve.places.rank import DEFAULT_WEIGHTS, rank
from truceline.resolve.places.resolve import slots_of
from truceline.resolve.places.words import load_place_words
from truceline.store.gazetteer import SqliteGazetteer

DATA = Path(__file__).parents[2] / "src/truceline/data"
WORDS = load_place_words(DATA)
FOLDS = 5
_FLOORS = {"in_named_admin1": 5.0, "in_named_country": 3.0}
"""The corpora hold few "Athens, Ga." whose Ga. is annotated, so that the words' own statement is learned too weakly."""
Floats = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"


@dataclass(slots=True)
class Case:
    """One mention with gold coordinates: a row of numbers a candidate, and its distance from gold in km."""

    corpus: str
    rows: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"
    km: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"


def main() -> None:
    """Fit on all, report on held-out folds, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DATA / "place_ranking.json")
    args = parser.parse_args()
    gazetteer = SqliteGazetteer(DATA / "gazetteer.sqlite")
    every = list(articles(args.corpora))
    held: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = learn([a for a in every if fold_of(a, FOLDS) != fold], gazetteer)
        for case in cases([a for a in every if fold_of(a, FOLDS) == fold], gazetteer, weights):
            held[case.corpus].append(_right(case, weights))
    for corpus in CORPORA:
        within = np.mean(held[corpus], axis=0) * 100
        print(f"{corpus}: within 161 km {within[0]:.1f}, within 20 km {within[1]:.1f} of {len(held[corpus])}")
    weights = learn(every, gazetteer)
    args.out.write_text(json.dumps({k: round(v, 3) for k, v in weights.items()}, indent=1) + "\n", encoding="utf-8")


def learn(some: list[Article], gazetteer: SqliteGazetteer) -> dict[str, float]:
    """Weights by alternating measuring and fitting."""
    weights = dict(DEFAULT_WEIGHTS)
    for _ in range(3):
        weights = fit(cases(some, gazetteer, weights), weights)
    return {name: max(weights[name], _FLOORS.get(name, weights[name])) for name in weights}


def cases(some: list[Article], gazetteer: SqliteGazetteer, weights: dict[str, float]) -> list[Case]:
    """Every mention with gold coordinates, measured under the weights."""
    out = []
    for article in some:
        slots = slots_of(article.text, mentions(article), gazetteer, WORDS)
        rank(slots, weights)
        for slot in slots:
            gold = article.gold[slot.mention.start, slot.mention.end]
            if gold is not None:
                km = np.array([kilometres(*gold, c.lat, c.lon) for c in slot.candidates])
                out.append(Case(article.corpus, np.array(slot.measures).reshape(-1, len(FEATURES)), km))
    return out


def fit(some: list[Case], start: dict[str, float]) -> dict[str, float]:
    """Conditional logit by gradient ascent; a case's target are the candidates within 20 km, else within 161 km."""
    useful = [
        (c.rows, _target(c.km), c.corpus) for c in some if len(c.km) > 1 and c.km.min() <= 161 and c.km.max() > 161
    ]
    sizes = {corpus: sum(u[2] == corpus for u in useful) for corpus in CORPORA}
    w = np.array([start[f] for f in FEATURES])
    moment, square = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, 151):
        grad = -0.002 * w
        for rows, target, corpus in useful:
            p = _softmax(rows @ w)
            q = p * target
            grad += (rows.T @ (q / max(q.sum(), 1e-12) - p)) / sizes[corpus]
        moment, square = 0.9 * moment + 0.1 * grad, 0.99 * square + 0.01 * grad**2
        w = w + 0.1 * (moment / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return dict(zip(FEATURES, (float(x) for x in w), strict=True))


def _target(
    km: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    return np.asarray(km <= (20 if km.min() <= 20 else 161), dtype=np.float64)


def _softmax(
    scores: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    raw = np.exp(scores - scores.max())
    return np.asarray(raw / raw.sum())


def _right(case: Case, weights: dict[str, float]) -> tuple[bool, bool]:
    if not len(case.km):
        return False, False
    km = case.km[int(np.argmax(case.rows @ np.array([weights[f] for f in FEATURES])))]
    return bool(km <= 161), bool(km <= 20)


if __name__ == "__main__":
    main()
