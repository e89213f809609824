"""Learn which phrases are meant as places: logistic regression on named features, cross-checked by folds.

    train_accept.py --corpora DIR [--out FILE]

Positive are phrases whose span is annotated; of the corpora GeoWebNews annotates most fully and counts most.
Words beside a phrase become features only where they stand in at least eight articles. Prints held-out span F1.
"""

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpora import CORPORA, Article, articles, fold_of

from truceline.read.places.features import features, habits_of
from truceline.read.places.find import candidates_of
from truceline.read.places.kit import PlaceKit, load_place_kit
from truceline.read.places.spans import Phrase, phrases
from truceline.read.places.tokens import words_of
from truceline.store.gazetteer import SqliteGazetteer
from truceline.text.sentences import split_sentences

DATA = Path(__file__).parents[2] / "src/truceline/data"
FOLDS = 5
SEEN_IN = 8
IMPORTANCE = {"gwn": 3.0, "lgl": 0.5, "trnews": 1.0, "geovirus": 0.7}


@dataclass(slots=True)
class Example:
    """One phrase: its features, whether it is annotated, where it comes from."""

    article: Article
    names: list[str]
    positive: bool


def main() -> None:
    """Fit on all, report on held-out folds, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DATA / "place_acceptance.json")
    args = parser.parse_args()
    kit = load_place_kit(DATA, SqliteGazetteer(DATA / "gazetteer.sqlite"))
    every = list(articles(args.corpora))
    found = [e for a in every for e in examples(a, kit)]
    gold = Counter(a.corpus for a in every for _ in a.gold)
    held: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fit([e for e in found if fold_of(e.article, FOLDS) != fold])
        for e in found:
            if fold_of(e.article, FOLDS) == fold:
                held[e.article.corpus].append((sum(weights.get(n, 0.0) for n in e.names) > 0, e.positive))
    for corpus in CORPORA:
        hits = sum(a and b for a, b in held[corpus])
        said = sum(a for a, _ in held[corpus])
        reach = sum(b for _, b in held[corpus])
        precision, recall = 100 * hits / said, 100 * hits / gold[corpus]
        print(f"{corpus}: P {precision:.1f} R {recall:.1f} F1 {200 * hits / (said + gold[corpus]):.1f} "
              f"(phrases reach {100 * reach / gold[corpus]:.1f} of the annotated)")  # fmt: skip
    weights = fit(found)
    kept = {k: round(v, 2) for k, v in sorted(weights.items()) if abs(v) >= 0.02}
    args.out.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(kept)} weights")


def examples(article: Article, kit: PlaceKit) -> list[Example]:
    """Every phrase of an article; where one is annotated it is taken whole, as the reader would take it."""
    words = words_of(article.text, split_sentences(article.text))
    habits = habits_of(words, kit)
    out: list[Example] = []

    def note(phrase: Phrase) -> bool:
        start, end = words[phrase.first].start, words[phrase.last].end
        positive = (start, end) in article.gold or (
            article.text[end : end + 1] == "." and (start, end + 1) in article.gold
        )
        names = list(features(phrase, words, candidates_of(article.text, phrase, words, kit), habits, kit))
        out.append(Example(article, names, positive))
        return positive

    list(phrases(article.text, words, kit, note))
    return out


def fit(some: list[Example]) -> dict[str, float]:
    """L2-regularised logistic regression by Adam over sparse rows."""
    articles_with = defaultdict(set)
    for e in some:
        for n in e.names:
            articles_with[n].add((e.article.corpus, e.article.id))
    index = {n: i for i, n in enumerate(sorted(k for k, v in articles_with.items() if len(v) >= SEEN_IN))}
    rows = np.concatenate([np.full(sum(n in index for n in e.names), i) for i, e in enumerate(some)])
    columns = np.array([index[n] for e in some for n in e.names if n in index])
    target = np.array([e.positive for e in some], dtype=np.float64)
    importance = np.array([IMPORTANCE[e.article.corpus] for e in some])
    w = np.zeros(len(index))
    moment, square = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, 401):
        scores = np.bincount(rows, weights=w[columns], minlength=len(some))
        error = importance * (target - 1 / (1 + np.exp(-scores)))
        grad = np.bincount(columns, weights=error[rows], minlength=len(index)) - 1.0 * w
        moment, square = 0.9 * moment + 0.1 * grad, 0.99 * square + 0.01 * grad**2
        w = w + 0.05 * (moment / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {n: float(w[i]) for n, i in index.items()}


if __name__ == "__main__":
    main()
