"""The project's own corpus of invented reports: nested claims, acts, and whether words go to the right party."""

import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.program import run_command, shown
from benchmarks.report import command_block, figure, table

_ROWS = (
    ("claims_f1", "claims F1 (source, cue, content each overlap)", ""),
    ("nested_f1", "claims inside claims, F1", "70"),
    ("nested_precision", "claims inside claims, precision", ""),
    ("nested_recall", "claims inside claims, recall", ""),
    ("acts_accuracy", "acts right, of claims found", "88"),
    ("answered", "answered: a party named, or rightly left unnamed", "75"),
    ("wrong_party_of_answered", "wrong party, of the answered", "at most 3"),
    ("wrong_party_of_named", "wrong party, of those named", ""),
    ("author_credited_per_text", "the writer's voice credited to a source, times a text", "at most 1"),
)


def corpus_section(folder: Path, when: str) -> str:
    """The section on the own corpus, its unseen part."""
    command = [sys.executable, "training/corpus/measure.py", "test"]
    output = folder / "corpus.json"
    run_command(command, output)
    answer: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    rows = [[label, f"**{figure(answer, key)}**", target] for key, label, target in _ROWS]
    curve = [[str(c["least"]), f"{c['answered']}", f"{c['wrong']}"] for c in answer["risk_coverage"]]
    curved = table(["least score", "answered", "wrong party, of the named"], curve)
    figures = table(["measure", "Truceline", "target"], rows)
    note = (
        f"The test part: {answer['units']} texts, {answer['claims']} claims, {answer['nested']} of them inside others; "
        "invented places and actors, annotated by `training/guidelines.md`."
    )
    risk = "Risk and coverage: only claims whose score is at least so much are answered."
    made_by = command_block([shown(command)])
    head = ["### Claims on the own corpus", note]
    return "\n".join([*head, "", figures, "", risk, "", curved, "", f"{when}.", *made_by])
