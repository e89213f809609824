"""Measure the reader's claims on the project's own corpus.

    python training/corpus/measure.py [learn|test] [--errors]      prints one JSON object

Claims fit where source, cue and content each overlap, one to one; a role the annotation leaves empty is free.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from marks import GoldClaim, Span, Unit, read_units

from truceline.model.claim import Claim
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.read.document import read_document
from truceline.runners.local import local_kit
from truceline.text.fold import fold_name

CORPUS = Path(__file__).parent / "claims"
_ROLES = ("source", "cue", "content")
_STOP = frozenset({"the", "of", "a", "s", "mr", "ms", "general", "major", "president", "minister"})


@dataclass(slots=True)
class Tally:
    """Counts over units, and (score, right) of each attribution answered."""

    n: Counter[str] = field(default_factory=Counter)
    answers: list[tuple[float, bool]] = field(default_factory=list)
    acts: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def overlap(some: Sequence[Span], others: Sequence[Span]) -> int:
    """Characters two lists of spans share."""
    return sum(max(0, min(b, y) - max(a, x)) for a, b in some for x, y in others)


def pairs_of(unit: Unit, claims: Sequence[Claim]) -> dict[int, int]:
    """Gold number to index of the claim read; the best overlaps first, one to one."""
    fits = []
    for gold in unit.claims:
        for at, claim in enumerate(claims):
            shared = [overlap(getattr(gold, r), getattr(claim, r)) for r in _ROLES]
            if all(s or not getattr(gold, r) for s, r in zip(shared, _ROLES, strict=True)):
                fits.append((-shared[1], -shared[0], -shared[2], gold.number, at))
    pairs: dict[int, int] = {}
    for *_, number, at in sorted(fits):
        if number not in pairs and at not in pairs.values():
            pairs[number] = at
    return pairs


def names_meet(name: str, wanted: Sequence[str]) -> bool:
    """Whether a name read is one of those wanted, or shares its telling words with one."""
    words = set(fold_name(name).split()) - _STOP
    return any(words & (set(fold_name(w).split()) - _STOP) for w in wanted if w not in {"?", "author"})


def measure_unit(unit: Unit, claims: Sequence[Claim], tally: Tally) -> None:
    """Add one unit's counts."""
    pairs = pairs_of(unit, claims)
    n = tally.n
    n["units"] += 1
    n["gold"] += len(unit.claims)
    n["read"] += len(claims)
    n["both"] += len(pairs)
    n["nested gold"] += sum(g.parent is not None for g in unit.claims)
    n["nested read"] += sum(c.parent is not None for c in claims)
    for gold in unit.claims:
        if gold.number not in pairs:
            tally.errors.append(f"{unit.id} missed{' nested' if gold.parent else ''}: {shown(unit, gold)}")
            continue
        claim = claims[pairs[gold.number]]
        read_as = {claims[at].id: number for number, at in pairs.items()}
        _nesting(unit, gold, claim, read_as.get(claim.parent or ""), tally)
        _act_and_speaker(unit, gold, claim, tally)
    for at, claim in enumerate(claims):
        if at not in pairs.values():
            tally.errors.append(f"{unit.id} extra{' nested' if claim.parent else ''}: {shown(unit, claim)}")
    _author(unit, claims, tally)


def _nesting(unit: Unit, gold: GoldClaim, claim: Claim, parent: int | None, tally: Tally) -> None:
    """`parent` is the gold number that the read parent stands for."""
    if gold.parent is not None and claim.parent is not None:
        right = gold.parent == parent
        tally.n["nested both"] += right
        if not right:
            tally.errors.append(f"{unit.id} other parent: {shown(unit, gold)}")
    elif (gold.parent is None) != (claim.parent is None):
        tally.errors.append(f"{unit.id} parent {gold.parent} read {claim.parent}: {shown(unit, gold)}")


def _act_and_speaker(unit: Unit, gold: GoldClaim, claim: Claim, tally: Tally) -> None:
    n = tally.n
    n["acts right"] += gold.act == claim.act
    if gold.act != claim.act:
        tally.acts[gold.act, claim.act] += 1
        tally.errors.append(f"{unit.id} act {gold.act} read {claim.act}: {shown(unit, gold)}")
    if "author" in gold.speakers:
        return
    n["speakers"] += 1
    unnamed = "?" in gold.speakers
    if claim.source_kind == "author":
        n["source taken for author"] += 1
    open_ = claim.speaker is None or claim.source_kind == "author"
    if open_:
        n["left unnamed rightly"] += unnamed and claim.source_kind != "author"
        if not unnamed:
            tally.errors.append(f"{unit.id} open ({claim.source_kind}): {shown(unit, gold)}")
        return
    right = names_meet(claim.speaker or "", gold.speakers)
    tally.answers.append((claim.reader_score, right))
    if not right:
        tally.errors.append(f"{unit.id} WRONG {claim.speaker!r}: {shown(unit, gold)}")


def _author(unit: Unit, claims: Sequence[Claim], tally: Tally) -> None:
    for gold in unit.claims:
        if gold.speakers != ("author",):
            continue
        tally.n["author"] += 1
        length = sum(b - a for a, b in gold.content)
        for claim in claims:
            own = claim.source_kind == "author" or claim.speaker == "author"
            if not own and overlap(gold.content, claim.content) > length / 2:
                tally.n["author credited to a source"] += 1
                tally.errors.append(f"{unit.id} AUTHOR credited to {claim.speaker!r}: {shown(unit, gold)}")
                break


def shown(unit: Unit, claim: GoldClaim | Claim) -> str:
    """A claim's words, for people."""
    parts = [" + ".join(unit.text[a:b] for a, b in getattr(claim, r)) for r in _ROLES]
    return f"[{parts[0]}] [{parts[1]}] [{parts[2][:90]}]"


def coverage_curve(answers: Sequence[tuple[float, bool]], of: int) -> list[dict[str, float]]:
    """Share answered and share wrong among them, by the least score accepted."""
    steps = []
    for least in (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = [right for score, right in answers if score >= least]
        wrong = len(kept) - sum(kept)
        steps.append({"least": least, "answered": percent(len(kept), of), "wrong": percent(wrong, len(kept))})
    return steps


def percent(part: float, whole: float) -> float:
    """100 * part / whole, to one decimal."""
    return round(100 * part / max(1, whole), 1)


def f1(both: int, read: int, gold: int) -> float:
    """F1 in percent."""
    return percent(2 * both, read + gold)


def figures(tally: Tally) -> dict[str, object]:
    """The figures of a part."""
    n, wrong = tally.n, sum(not right for _, right in tally.answers)
    named = n["speakers"]
    settled = len(tally.answers) + n["left unnamed rightly"]
    return {
        "units": n["units"],
        "claims": n["gold"],
        "claims_f1": f1(n["both"], n["read"], n["gold"]),
        "nested": n["nested gold"],
        "nested_f1": f1(n["nested both"], n["nested read"], n["nested gold"]),
        "nested_precision": percent(n["nested both"], n["nested read"]),
        "nested_recall": percent(n["nested both"], n["nested gold"]),
        "acts_accuracy": percent(n["acts right"], n["both"]),
        "named": len(tally.answers),
        "wrong_party_of_named": percent(wrong, len(tally.answers)),
        "wrong_party_of_answered": percent(wrong, settled),
        "answered": percent(settled, named),
        "author_claims": n["author"],
        "author_credited_per_text": round(n["author credited to a source"] / max(1, n["units"]), 3),
        "source_taken_for_author": n["source taken for author"],
        "risk_coverage": coverage_curve(tally.answers, named),
    }


def measure(part: str) -> Tally:
    """Read a part of the corpus and compare."""
    units = read_units(CORPUS / part)
    kit, tally = local_kit().read, Tally()
    for unit in units:
        record = Record(id=unit.id, where=unit.id, text=unit.text, data=unit.text.encode())
        measure_unit(unit, read_document(record, kit, Settings()).claims, tally)
    return tally


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", default="test", choices=("learn", "test"))
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    tally = measure(args.part)
    if args.errors:
        print("\n".join(tally.errors))
    print(json.dumps(figures(tally), indent=1))


if __name__ == "__main__":
    main()
