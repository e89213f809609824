"""Weights of the pair comparison, learned as a logistic model on documents with known incidents.

python training/link/train.py DOCS.jsonl GOLD.jsonl [--readings CACHE.pickle] [--out WEIGHTS.toml]

Folds go by incident: no document of a test incident is trained on. Signs are held to what each feature means, so that
no weight learned on one kind of event works against its sense on another; features of what this set never varies (the
type of event, actors, means) keep the weights set by hand. Prints held-out pairwise, B-cubed and CoNLL F1 by fold.
"""

import argparse
import json
import pickle
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from truceline.link.accounts import compare_pairs, link_accounts
from truceline.link.kit import LinkKit, load_link_kit
from truceline.link.profiles import make_profiles
from truceline.model.entry import Entry
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.runners.local import data_folder, read_records

FOLDS = 5
BY_HAND = ("type_same", "type_apart", "actors", "weapon", "copy", "aside", "struck", "towns_apart", "series_apart")
NEGATIVE = {"published", "time_apart", "fresh_apart", "place_apart", "killed_apart", "injured_apart", "type_apart"}
LEAST_PLACE_APART = -0.5
"""Two places told apart count at least this much, however poorly places were read when the weights were learned."""
RIDGE, STEPS, RATE = 1e-4, 3000, 0.5

HEAD = """\
# Weights of the pair comparison, in log-odds per unit of each feature (src/truceline/link/compare.py names them).
# Learned by training/link/train.py on 2,975 news reports of shootings linked by the Gun Violence Archive's register
# (cltl/LongTailQATask, jamesqo/gun-violence-data; no licence stated; no text is kept here). BY_HAND there names the
# weights set by hand, since that set varies none of them. Model card: training/link/README.md.
"""

Floats = NDArray[np.float64]


def read_entries(docs: Path, cache: Path | None) -> list[Entry]:
    """Entries of the documents; readings are kept in `cache` where one is named."""
    if cache and cache.exists():
        readings = pickle.loads(cache.read_bytes())  # noqa: S301 -- our own file
    else:
        readings = {r.document.id: r for r in read_records(_records(docs), Settings())}
        if cache:
            cache.write_bytes(pickle.dumps(readings))
    return [Entry(id=i, given_id=i, sha256="", received_at="", reading=r) for i, r in sorted(readings.items())]


def _records(docs: Path) -> Iterable[Record]:
    for line in docs.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Record(
            id=row["id"], where=row["id"], data=line.encode(), text=row["text"], title=row.get("title"),
            dct=row.get("dct"), url=row.get("url"),
        )  # fmt: skip


def read_gold(path: Path) -> dict[str, str]:
    """Incident of every document that has exactly one."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return {r["id"]: r["incident_ids"][0] for r in rows if len(r["incident_ids"]) == 1}


def pair_table(
    entries: Sequence[Entry], gold: Mapping[str, str], kit: LinkKit, names: Sequence[str]
) -> tuple[Floats, Floats]:
    """Features of the compared pairs of main incidents, one row a pair, and whether each is one incident."""
    profiles = sorted(make_profiles(entries, kit), key=lambda p: p.member)
    rows, labels = [], []
    for (i, j), found in compare_pairs(profiles, entries, kit).items():
        a, b = profiles[i], profiles[j]
        if a.main and b.main and a.document in gold and b.document in gold:
            rows.append([found.get(n, 0.0) for n in names])
            labels.append(float(gold[a.document] == gold[b.document]))
    return np.array(rows), np.array(labels)


def fit(x: Floats, y: Floats, fixed: Floats, signs: Floats) -> tuple[Floats, float]:
    """Weights and bias by gradient descent on the log loss; `fixed` is each pair's share of weights set by hand."""
    weights, bias = np.zeros(x.shape[1]), -3.0
    speed, bias_speed = np.zeros(x.shape[1]), 0.0
    for _ in range(STEPS):
        off = 1 / (1 + np.exp(-(x @ weights + bias + fixed))) - y
        speed = 0.9 * speed - RATE * (x.T @ off / len(y) + RIDGE * weights)
        bias_speed = 0.9 * bias_speed - RATE * float(off.mean())
        weights, bias = weights + speed, bias + bias_speed
        weights = np.where(weights * signs < 0, 0.0, weights)
    return weights, bias


def learn(entries: Sequence[Entry], gold: Mapping[str, str], kit: LinkKit) -> LinkKit:
    """The kit with weights learned on these entries."""
    names = [n for n in kit.weights if n not in BY_HAND]
    x, y = pair_table(entries, gold, kit, [*names, *BY_HAND])
    by_hand = np.array([kit.weights[n] for n in BY_HAND])
    free, held = x[:, : len(names)], x[:, len(names) :] @ by_hand
    signs = np.array([-1.0 if n in NEGATIVE else 1.0 for n in names])
    weights, bias = fit(free, y, held, signs)
    learned = {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}
    learned["place_apart"] = min(learned["place_apart"], LEAST_PLACE_APART)
    changed = {**kit.weights, **learned}
    return _with_weights(kit, changed, round(bias, 3))


def _with_weights(kit: LinkKit, weights: Mapping[str, float], bias: float) -> LinkKit:
    return replace(kit, weights=weights, bias=bias)


def predict(entries: Sequence[Entry], kit: LinkKit) -> dict[str, str]:
    """Main incident of each document."""
    home = {m: one.id for one in link_accounts(entries, (), kit) for m in one.members}
    return {e.id: home[f"{e.id}/{e.reading.incidents[0].key}"] for e in entries if e.reading.incidents}


def folds_of(entries: Sequence[Entry], gold: Mapping[str, str]) -> list[list[Entry]]:
    """Entries in folds by incident."""
    rank = {incident: i for i, incident in enumerate(sorted(set(gold.values())))}
    return [[e for e in entries if e.id in gold and rank[gold[e.id]] % FOLDS == k] for k in range(FOLDS)]


def main() -> None:
    """Cross-validate, then learn on everything and write the weights."""
    ask = argparse.ArgumentParser(description=__doc__)
    for name in ("docs", "gold"):
        ask.add_argument(name, type=Path)
    ask.add_argument("--readings", type=Path)
    ask.add_argument("--out", type=Path)
    ask.add_argument("--scorer", type=Path, help="folder of link_metrics.py")
    told = ask.parse_args()
    kit = load_link_kit(data_folder())
    entries, gold = read_entries(told.docs, told.readings), read_gold(told.gold)
    if told.scorer:
        validate(entries, gold, kit, told.scorer)
    learned = learn(entries, gold, kit)
    text = render(learned)
    print(text)
    if told.out:
        told.out.write_text(text, "utf-8")


def validate(entries: Sequence[Entry], gold: Mapping[str, str], kit: LinkKit, scorer: Path) -> None:
    """Print held-out figures: each fold's documents linked among all, scored with weights of the other folds."""
    sys.path.insert(0, str(scorer))
    import link_metrics  # type: ignore[import-not-found] # noqa: PLC0415 -- lives outside the project

    for k, fold in enumerate(folds := folds_of(entries, gold)):
        others = [e for i, f in enumerate(folds) for e in f if i != k]
        said = predict(fold, learn(others, gold, kit))
        result = link_metrics.score({e.id: gold[e.id] for e in fold}, said)
        print(k, {m: v["f1"] if isinstance(v, dict) else v for m, v in result.items()})


def render(kit: LinkKit) -> str:
    """The weights file."""
    rows = "\n".join(f"{name} = {value}" for name, value in kit.weights.items())
    text = f"{HEAD}bias = {kit.bias}\n\n[weights]\n{rows}\n"
    tomllib.loads(text)
    return text


if __name__ == "__main__":
    main()
