"""Whether a phrase is meant as a place: people, months and plain words bear place names too."""

from collections.abc import Iterable, Mapping


def score(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """Log-odds of a place by a linear model; weights are learned by training/gazetteer/train_accept.py."""
    return sum(weights.get(f, 0.0) for f in features)
