"""Learn which settlement of a report its main happening was in: conditional logit, cross-checked on halves.

    train.py --docs DOCS.jsonl --gold GOLD.jsonl --incidents INCIDENTS.jsonl
             --narratives NARRATIVES.jsonl --points POINTS.jsonl [--out FILE]

Each document gives one choice among the settlements it names. Right are those in the register's city and state; of the
narratives, the one nearest the record's coordinates in POINTS, if it lies near.
Prints how often the best is right on each half with weights learned from the other; incidents never stand in both.
"""

import argparse
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from truceline.model.place import Place
from truceline.model.reading import Reading
from truceline.model.settings import Settings
from truceline.pipeline import Kit
from truceline.read.document import read_document
from truceline.recount.cast import cast
from truceline.recount.city.candidates import settlements
from truceline.recount.city.measure import Stage, measure
from truceline.recount.happenings import gather
from truceline.recount.kit import RecountKit
from truceline.recount.places import main_place
from truceline.recount.scenes import lay_out
from truceline.recount.setting import inside_city
from truceline.recount.when import without_dateline
from truceline.resolve.mentions import resolve_mentions
from truceline.runners.inputs import find_records
from truceline.runners.local import data_folder, local_kit
from truceline.text.geo import kilometres

_STEPS, _RATE, _SHRINK = 400, 0.05, 0.02
_NEAR_KM = 6.0
"""Distance from the record's point within which a settlement is taken for its own."""
_RARE = 8
"""Documents in which a number must stand to be learned from."""
Vector = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Truth:
    """A document's incident, and what tells which settlements are right."""

    incident: str
    right: Callable[[Sequence[Place]], list[bool]]


@dataclass(slots=True)
class Case:
    """One document: the numbers of each settlement, and which of them are right."""

    half: int
    rows: list[dict[str, float]]
    right: list[bool]


def main() -> None:
    """Fit on each half, report on the other, fit on all, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("docs", "gold", "incidents", "narratives", "points"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=data_folder() / "event_city.json")
    args = parser.parse_args()
    sets = {"register": list(cases(args.docs, register(args.gold, args.incidents)))}
    sets["points"] = list(cases(args.narratives, points(args.points)))
    every = [c for some in sets.values() for c in some]
    for half in (0, 1):
        weights = learn([c for c in every if c.half != half])
        for name, some in sets.items():
            held = [c for c in some if c.half == half]
            print(f"{name}, half {half}: {share(held, weights):.1f} of {len(held)}, {possible(held):.1f} possible")
    weights = {name: round(value, 3) for name, value in sorted(learn(every).items())}
    args.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def register(gold: Path, incidents: Path) -> dict[str, Truth]:
    """What is right by document, of documents on one incident of the register."""
    known = {row["incident_id"]: row for row in _rows(incidents)}
    single = ((row["id"], row["incident_ids"][0]) for row in _rows(gold) if len(row["incident_ids"]) == 1)
    return {
        doc: Truth(i, partial(_in_city, city=known[i]["city"].split(" (")[0], state=known[i]["state"]))
        for doc, i in single
    }


def points(file: Path) -> dict[str, Truth]:
    """What is right by document, of documents with the record's coordinates."""
    return {row["id"]: Truth(row["id"], partial(_nearest, lat=row["lat"], lon=row["lon"])) for row in _rows(file)}


def cases(docs: Path, truth: dict[str, Truth]) -> Iterator[Case]:
    """One case a document that names settlements, the right one among them or not."""
    kit, settings = _without_networks(local_kit()), Settings()
    for record in find_records([docs]):
        if record.id in truth and record.text:
            reading = resolve_mentions(read_document(record, kit.read, settings), kit.resolve, settings)
            case = case_of(reading, truth[record.id], kit.recount)
            if case is not None:
                yield case


def _without_networks(kit: Kit) -> Kit:
    """The kit with the rules' claims alone: which settlements a text names does not hang on the networks."""
    return replace(kit, read=replace(kit.read, claims=replace(kit.read.claims, extractor=None)))


def case_of(reading: Reading, truth: Truth, kit: RecountKit) -> Case | None:
    """The document's settlements measured as `recount` does; None where it tells of no happening or names none."""
    reading = cast(without_dateline(reading), kit.events, kit.states)
    found = gather(reading, lay_out(reading, kit), kit) if reading.text else []
    every = settlements(reading, kit.city)
    if not found or found[0].aggregate or not every:
        return None
    anchors = [(t.start, t.end) for t in found[0].triggers if t.sentence >= 0]
    current = inside_city(main_place(found[0], reading), reading.places)
    stage = Stage(reading, anchors, current, every, kit.city)
    around = (*reading.places, *reading.document.places)
    right = truth.right([inside_city(s.place, around) or s.place for s in every])
    return Case(zlib.crc32(truth.incident.encode()) % 2, [measure(s, stage) for s in every], right)


def _in_city(places: Sequence[Place], city: str, state: str) -> list[bool]:
    """Whether each settlement is the register's, by the names of city and state."""
    names = [{n.casefold() for n in (p.name, p.admin1, p.admin2, *p.within) if n} for p in places]
    return [{city.casefold(), state.casefold()} <= known for known in names]


def _nearest(places: Sequence[Place], lat: float, lon: float) -> list[bool]:
    """Whether each settlement is the one nearest the record's point, and near it."""
    away = [kilometres(lat, lon, p.lat or 0.0, p.lon or 0.0) for p in places]
    return [km <= min(*away, _NEAR_KM) for km in away]


def learn(some: list[Case]) -> dict[str, float]:
    """Weights that make the right settlements likely, small where little is known."""
    useful = [c for c in some if any(c.right) and not all(c.right)]
    counts: dict[str, int] = {}
    for case in useful:
        for name in {n for row in case.rows for n in row}:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(n for n, count in counts.items() if count >= _RARE)
    at = {name: i for i, name in enumerate(names)}
    tables = [(_table(c.rows, at), np.array(c.right, dtype=np.float64)) for c in useful]
    w, moment, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        grad = -_SHRINK * w
        for rows, right in tables:
            p = _softmax(rows @ w)
            q = p * right
            grad += rows.T @ (q / max(q.sum(), 1e-12) - p) / len(tables) * 10
        moment, square = 0.9 * moment + 0.1 * grad, 0.99 * square + 0.01 * grad**2
        w = w + _RATE * (moment / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, (float(x) for x in w), strict=True))


def share(some: list[Case], weights: dict[str, float]) -> float:
    """Per cent of documents whose likeliest settlement is right."""
    return 100 * sum(c.right[_best(c, weights)] for c in some) / max(1, len(some))


def possible(some: list[Case]) -> float:
    """Per cent of documents that name the right settlement at all."""
    return 100 * sum(any(c.right) for c in some) / max(1, len(some))


def _best(case: Case, weights: dict[str, float]) -> int:
    scores = [sum(weights.get(n, 0.0) * v for n, v in row.items()) for row in case.rows]
    return max(range(len(scores)), key=lambda i: (scores[i], -i))


def _table(rows: list[dict[str, float]], at: dict[str, int]) -> Vector:
    table = np.zeros((len(rows), len(at)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            if name in at:
                table[i, at[name]] = value
    return table


def _softmax(scores: Vector) -> Vector:
    raw = np.exp(scores - scores.max())
    return np.asarray(raw / raw.sum())


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
