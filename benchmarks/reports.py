"""The project's own short reports: events, facets, denial scope and grouping, with the claims they hang on."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.program import run_command, shown
from benchmarks.report import command_block, figure, table

_ROWS = (
    ("event_type_f1", "events of the right type, F1", "80"),
    ("events_found_f1", "events found, whatever their type, F1", ""),
    ("main_right", "main incident first, of reports that have one", ""),
    ("facets_f1", "facets, micro F1", "75"),
    ("wrong_teller_of_answered", "facets under the wrong teller, of those found", "at most 5"),
    ("other_claim_of_answered", "facets under another claim, be it the same teller's", ""),
    ("denial_scope_accuracy", "what a denial reaches, of denials found", "85"),
    ("grouping_conll_f1", "mentions grouped, CoNLL F1", "80"),
    ("taken_for_events", "of 200 sentences that only look like events, taken for one", "at most 10"),
)
_CLAIMS = (
    ("claims_f1", "claims F1 (source, cue, content each overlap)", ""),
    ("nested_f1", "claims inside claims, F1", "70"),
    ("acts_accuracy", "acts right, of claims found", "88"),
    ("answered", "answered: a party named, or rightly left unnamed", "75"),
    ("wrong_party_of_answered", "wrong party, of the answered", "at most 3"),
    ("author_credited_per_text", "the writer's voice credited to a source, times a text", "at most 1"),
)


def reports_section(folder: Path, when: str) -> str:
    """The section on the reports' unseen part: the whole reader beside its rules alone."""
    commands = [[sys.executable, "training/corpus/measure_reports.py", "test", *more] for more in ([], ["--rules"])]
    commands.append([sys.executable, "training/corpus/agreement.py", "training/corpus/again/t2.txt"])
    answers = [_answer(command, folder / f"reports{n}.json") for n, command in enumerate(commands)]
    whole = answers[0]
    rows = [_row(answers, *row) for row in _ROWS]
    rows += [_row([a["claims"] for a in answers], *row) for row in _CLAIMS]
    by_facet = [[name, *(f"{a['by_facet'].get(name, 0.0)}" for a in answers)] for name in whole["by_facet"]]
    note = (
        f"The test part: {whole['reports']} reports by two writers who saw nothing of the reader, "
        f"{whole['events']} events, {whole['facets']} facets, {whole['claims']['claims']} claims; annotated by "
        "`training/reports.md`. A facet counts as found on overlapping words of the right event with the right "
        "polarity, a count with the right range. The last column is what a second annotator reaches against the first, "
        f"on {answers[2]['reports']} of the reports."
    )
    head = ["## What happened: events and facets on the own corpus", note, ""]
    figures = table(["set", "measure", "Truceline", "rules", "target", "second annotator"], rows)
    facets = table(["facet", "F1", "rules", "second annotator"], by_facet)
    made_by = command_block([shown(command) for command in commands])
    return "\n".join([*head, figures, "", facets, "", f"{when}.", *made_by])


def _answer(command: list[str], output: Path) -> dict[str, Any]:
    run_command(command, output)
    answer: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    return answer


def _row(answers: Sequence[dict[str, Any]], key: str, label: str, target: str) -> list[str]:
    whole, rules, again = (figure(a, key) for a in answers)
    return ["Own reports", label, f"**{whole}**", rules, target, again]
