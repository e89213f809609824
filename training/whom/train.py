"""Learn whom "he" and "she" mean, from the annotated reports and articles.

    python training/whom/train.py [--cases FILE] [--every N]

Writes src/truceline/data/whom.json and prints what it reaches on articles left out in turn.

Every "he", "she", "his" or "her" that speaks in `reports/learn` (less those by which the reader is measured) and
`articles/dev` is a case: whoever is told of before, a row of numbers each, and which of them an annotator says it is.
A reader that leaves all open collects them. The networks learn from all cases, an article's four times; the folds leave
out one article in eight. `--cases` keeps the collected cases, or takes those kept there. Seeds are fixed. What "he"
means depends on what the ones before meant, so it is run twice, at first from nothing: `{"nets": [], "least": 0.7}`.
"""

import argparse
import json
import pickle
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TRAINING = Path(__file__).parents[1]
sys.path.insert(0, str(TRAINING / "corpus"))

from articles import WRITER, read_articles  # noqa: E402
from measure import names_meet, overlap  # noqa: E402
from reports import parse  # noqa: E402

from truceline.model.record import Record  # noqa: E402
from truceline.model.settings import Settings  # noqa: E402
from truceline.read.claims.raw import RawClaim  # noqa: E402
from truceline.read.claims.voice import Names, Voice  # noqa: E402
from truceline.read.claims.whom.features import Setting, measured, scene_of  # noqa: E402
from truceline.read.claims.whom.people import people_before  # noqa: E402
from truceline.read.claims.whom.ranker import Net, Ranker, load_ranker  # noqa: E402
from truceline.read.document import read_document  # noqa: E402
from truceline.runners.local import local_kit  # noqa: E402

DATA = TRAINING.parent / "src/truceline/data"
MEASURED_BY = {"l90", "l91", "l92", "l93"}
UNITS, SEEDS, ROUNDS, STEP, DECAY, BATCH = 12, 3, 40, 3e-3, 1e-4, 64
ARTICLE, FOLDS, LEAST = 4.0, 8, 0.7
NAMELESS = 4
"""The number of a row that says that somebody has no name."""
PARTS = ("hidden", "bias", "out", "straight")
Floats = NDArray[np.float64]


@dataclass(slots=True)
class Case:
    """One pronoun: `rows` a line of features for each who may be meant and one for nobody, `who` their names."""

    text: str
    rows: Floats
    who: tuple[str, ...]
    at: int
    content: tuple[tuple[int, int], ...]
    wanted: tuple[str, ...] = ()

    @property
    def right(self) -> Floats:
        """1 for each row that an annotator allows; leaving it open is right where it is none of them.

        Where the annotator says that nobody is named, whoever has no name may be meant too.
        """
        named = [float(names_meet(name, self.wanted)) for name in self.who]
        if not any(named) and "?" in self.wanted:
            named = list(self.rows[:-1, NAMELESS])
        return np.array([*named, float(not any(names_meet(name, self.wanted) for name in self.who))])


@dataclass(slots=True)
class Recorder:
    """Notes each pronoun that is asked about, and answers as the ranker in use."""

    ranker: Ranker
    seen: list[Case] = field(default_factory=list)

    def meant(self, raw: RawClaim, voice: Voice, gender: str, earlier: Sequence[Voice], names: Names) -> Voice:
        """The voice meant, by the ranker in use; left open where none has learned yet."""
        people = people_before(voice.at, gender, raw.content, earlier, names)
        rows = np.array(measured(scene_of(people, Setting(raw, voice, gender, earlier, names))))
        who = tuple(p.name or names.text[slice(*p.words)] for p in people)
        self.seen.append(Case("", rows, who, voice.at, raw.content))
        return self.ranker.meant(raw, voice, gender, earlier, names) if self.ranker.nets else voice


def collected(every: int) -> list[Case]:
    """Every case of the articles, and of one file of reports in so many."""
    kit = local_kit().read
    recorder = Recorder(load_ranker(DATA))
    kit = replace(kit, claims=replace(kit.claims, whom=recorder))

    def read(name: str, text: str, published: str | None) -> list[Case]:
        recorder.seen.clear()
        read_document(Record(id=name, where=name, text=text, data=text.encode(), dct=published), kit, Settings())
        return list(recorder.seen)

    found: list[Case] = []
    for path in sorted((TRAINING / "corpus/reports/learn").glob("*.txt"))[::every]:
        for report in parse(path.read_text("utf-8")) if path.stem not in MEASURED_BY else ():
            told = {c.source[0]: c.speakers for c in report.claims if c.source}
            if any(report.text[a:b].casefold() in {"he", "she", "his", "her", "him"} for a, b in told):
                cases = read(report.id, report.text, report.published)
                found += _wanted(f"reports/{report.id}", cases, told)
    for article in read_articles(TRAINING / "corpus/articles/dev"):
        said = {s.span: s.tellers or ("?",) for s in article.sayings if s.tellers != (WRITER,)}
        cases = read(article.id, article.text, article.published)
        found += _spoken(f"articles/{article.id}", cases, said)
    return found


def _wanted(text: str, cases: Sequence[Case], told: dict[tuple[int, int], tuple[str, ...]]) -> Iterator[Case]:
    """The cases whose pronoun is an annotated source, with whom the annotator names."""
    for case in cases:
        names = next((who for (a, b), who in told.items() if a <= case.at < b), None)
        if names is not None:
            yield replace(case, text=text, wanted=names)


def _spoken(text: str, cases: Sequence[Case], said: dict[tuple[int, int], tuple[str, ...]]) -> Iterator[Case]:
    """The cases in whose innermost words a saying of the key stands, with whom the key names."""
    for span, names in said.items():
        over = [c for c in cases if overlap([span], c.content)]
        inner = min(over, key=lambda c: sum(b - a for a, b in c.content), default=None)
        if inner is not None and not inner.wanted:
            inner.text, inner.wanted = text, names
            yield inner


def learned(cases: Sequence[Case], seed: int) -> Net:
    """A network that gives whom the annotators allow the greater chance (mean loss over lists, Adam)."""
    rng = np.random.default_rng(seed)
    size = cases[0].rows.shape[1]
    parts: list[Floats] = [
        rng.normal(0, size**-0.5, (size, UNITS)),
        np.zeros(UNITS),
        rng.normal(0, UNITS**-0.5, UNITS),
        np.asarray(rng.normal(0, 0.01, size)),
    ]
    first: list[Floats] = [np.zeros_like(p) for p in parts]
    second: list[Floats] = [np.zeros_like(p) for p in parts]
    rights = [c.right for c in cases]
    weights = [ARTICLE if c.text.startswith("articles/") else 1.0 for c in cases]
    done = 0
    for turn in range(ROUNDS):
        order, step = rng.permutation(len(cases)), STEP * (1 - turn / ROUNDS) + 1e-4
        for low in range(0, len(order), BATCH):
            done += 1
            slopes = [DECAY * p for p in parts]
            for at in order[low : low + BATCH]:
                own = _slopes(parts, cases[at].rows, rights[at])
                slopes = [s + o * (weights[at] / BATCH) for s, o in zip(slopes, own, strict=True)]
            first = [m + 0.1 * (s - m) for m, s in zip(first, slopes, strict=True)]
            second = [v + 0.001 * (s**2 - v) for v, s in zip(second, slopes, strict=True)]
            moves = [
                step * (m / (1 - 0.9**done)) / (np.sqrt(v / (1 - 0.999**done)) + 1e-8)
                for m, v in zip(first, second, strict=True)
            ]
            parts = [p - m for p, m in zip(parts, moves, strict=True)]
    return Net(*parts)


def _slopes(parts: Sequence[Floats], rows: Floats, right: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    hidden, bias, out, straight = parts
    units = np.tanh(rows @ hidden + bias)
    scores = units @ out + rows @ straight
    likely = np.exp(scores - scores.max())
    likely /= likely.sum()
    wanted = likely * right
    off = likely - wanted / (wanted.sum() + 1e-12)
    back = np.outer(off, out) * (1 - units**2)
    return rows.T @ back, np.asarray(back.sum(0)), units.T @ off, rows.T @ off


def held_out(cases: Sequence[Case]) -> None:
    """Print, for articles left out in turn, the share of pronouns answered and how many of these are wrong."""
    articles = sorted({c.text for c in cases if c.text.startswith("articles/")})
    answers: list[tuple[float, bool | None]] = []
    for fold in range(FOLDS):
        out = set(articles[fold::FOLDS])
        ranker = Ranker(tuple(learned([c for c in cases if c.text not in out], seed) for seed in range(SEEDS)), LEAST)
        answers += [_answer(c, ranker) for c in cases if c.text in out and c.wanted != ("?",)]
    print(f"{len(articles)} articles, {len(answers)} pronouns of told speakers")
    for least in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
        given = [right for chance, right in answers if right is not None and chance >= least]
        wrong = sum(not right for right in given)
        print(f"least {least}: answered {len(given) / len(answers):.1%}, wrong {wrong / max(1, len(given)):.1%}")


def _answer(case: Case, ranker: Ranker) -> tuple[float, bool | None]:
    chances = ranker.chances(case.rows.tolist())
    best = int(np.argmax(chances))
    return float(chances[best]), None if best == len(case.who) else names_meet(case.who[best], case.wanted)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take one file of reports in so many")
    asked = parser.parse_args()
    if asked.cases and asked.cases.exists():
        cases = pickle.loads(asked.cases.read_bytes())  # noqa: S301 - kept by this program
    else:
        cases = collected(asked.every)
        if asked.cases:
            asked.cases.write_bytes(pickle.dumps(cases))
    print(f"{len(cases)} cases")
    held_out(cases)
    nets = [learned(cases, seed) for seed in range(SEEDS)]
    kept = {
        "least": LEAST,
        "nets": [{n: np.round(getattr(net, n), 4).tolist() for n in PARTS} for net in nets],
    }
    (DATA / "whom.json").write_text(json.dumps(kept, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
