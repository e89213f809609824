"""Runs the suites of ../shared/bench/score.py over Truceline's output and writes benchmarks/RESULTS.md.

    python -m benchmarks.run [--suite NAME]... [--workers N] [--sample N]

Documents are handed to `truceline read` and `truceline add` as a user would; outputs are kept under .work/bench by hash
of program and input, so that a run that was stopped goes on where it was. A sample is printed and never written down.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.confidence import surest
from benchmarks.corpus import corpus_section
from benchmarks.inputs import make_input, read_rows, scorer_arguments
from benchmarks.plan import Run, load_plan
from benchmarks.program import ROOT, CommandError, make_output, make_peer, problem_lines
from benchmarks.report import Scored, put_section, suite_section
from benchmarks.seeds import seeds_section
from benchmarks.speed import shown, speed_section

SHARED = ROOT.parent / "shared"
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
_HEAD_COMMIT = [shutil.which("git") or "git", "rev-parse", "--short", "HEAD"]


class Bench:
    """The data sets, the working folder and how much of the machine to use."""

    def __init__(self, shared: Path, folder: Path, workers: int | None, sample: int | None) -> None:
        self.data, self.cases = shared / "bench", shared / "cases"
        self.folder = folder if sample is None else folder / f"sample-{sample}"
        self.workers, self.sample = workers, sample
        (self.folder / "outputs").mkdir(parents=True, exist_ok=True)

    def scored(self, run: Run) -> Scored:
        """A run's output made and scored, its baselines beside it."""
        source = make_input(run, self.data, self.folder / "inputs", self.sample)
        output, cost = make_output(run.make, source, self.folder / "outputs", self.workers)
        remarks = [] if run.make == "ledger" else problem_lines(run.label, output)
        if run.answered < 1:
            output = surest(
                output, self.data / run.documents, run.answered, self.folder / "outputs" / f"{run.name}.jsonl"
            )
        answer, command = self._score(run, output, source)
        baselines = self._baselines(run, source)
        print(f"{run.suite}: {run.label} ({cost.wall:.0f} s): {json.dumps(answer)}", *remarks, sep="\n  ", flush=True)
        return Scored(
            run=run,
            answer=answer,
            baselines={name: made for name, (made, _) in baselines.items()},
            commands=[_made_by(run, source), command, *(peer for _, peer in baselines.values())],
            remarks=remarks,
        )

    def _score(self, run: Run, output: Path, source: Path) -> tuple[Mapping[str, object], str]:
        cut = None if self.sample is None else (self.folder / "gold", {r["id"] for r in read_rows(source)})
        arguments = scorer_arguments(run, self.data, output, cut)
        command = [sys.executable, str(self.data / "score.py"), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CommandError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-2000:]}")
        return json.loads(done.stdout), _short("python ../shared/bench/score.py " + " ".join(arguments))

    def _baselines(self, run: Run, source: Path) -> dict[str, tuple[Mapping[str, object], str]]:
        made = {}
        for name in run.baselines:
            try:
                output, command = make_peer(name, source, self.folder / "outputs")
                made[name] = (self._score(run, output, source)[0], _short(shown(command)))
            except CommandError as error:
                print(f"{run.suite}: {name} does not run here: {str(error)[-300:]}", flush=True)
        return made


def _made_by(run: Run, source: Path) -> str:
    if run.make == "read":
        return _short(f"truceline read {source} --json")
    ledger = f"--ledger {run.name}.truce"
    added = f"truceline add {source} {ledger}; truceline export {ledger} --json"
    kept = f"; python -m benchmarks.kept {run.name}.truce READINGS"
    return _short(added + kept * (run.make == "kept"))


def _short(command: str) -> str:
    """Paths as seen from the repository's root."""
    return command.replace(f"{ROOT}/", "").replace(f"{ROOT.parent}/", "../")


def _when() -> str:
    commit = subprocess.run(_HEAD_COMMIT, cwd=ROOT, capture_output=True, text=True, check=False)
    return (
        f"{datetime.now(UTC).date().isoformat()}, commit {commit.stdout.strip() or 'unknown'}, {os.cpu_count()} cores"
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [*(suite.name for suite in load_plan()), "corpus", "seeds", "speed"]
    parser.add_argument("--suite", action="append", choices=names, help="only this one; may be given again")
    parser.add_argument("--workers", type=int, help="processor cores the program may use; all by default")
    parser.add_argument("--sample", type=int, help="only so many documents of each set; printed, not written down")
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with bench/ and cases/")
    parser.add_argument("--results", type=Path, default=RESULTS, help="file to write")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and write down."""
    given = _options(arguments)
    if not (given.shared / "bench" / "score.py").exists():
        print(f"{given.shared / 'bench'} is not there: nothing measured, {given.results.name} left as it is")
        return
    suites = load_plan()
    order = ["attribution", "seeds", "corpus", *(s.name for s in suites if s.name != "attribution"), "speed"]
    bench = Bench(given.shared, ROOT / ".work" / "bench", given.workers, given.sample)
    asked = given.suite or order
    for suite in suites:
        if suite.name in asked and not (given.sample and suite.name == "tally"):
            scored = [bench.scored(run) for run in suite.runs]
            if given.sample is None:
                put_section(given.results, suite.name, suite_section(suite, scored, _when()), order)
    if given.sample is None:
        if "seeds" in asked:
            put_section(given.results, "seeds", seeds_section(), order)
        if "corpus" in asked:
            put_section(given.results, "corpus", corpus_section(bench.folder / "outputs", _when()), order)
        if "speed" in asked:
            section = _short(speed_section(bench.data, bench.cases, bench.folder / "inputs", _when()))
            put_section(given.results, "speed", section, order)


if __name__ == "__main__":
    main()
