"""One run after the other: input made, program run, output scored, baselines beside it."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.confidence import surest
from benchmarks.inputs import make_input, read_rows, scorer_arguments
from benchmarks.plan import Run
from benchmarks.program import ROOT, CommandError, make_output, make_peer, problem_lines, shown
from benchmarks.report import Scored

Answer = Mapping[str, object]


class Bench:
    """The data sets, the working folder and how much of the machine to use."""

    def __init__(self, shared: Path, folder: Path, workers: int | None, sample: int | None) -> None:
        self.data, self.cases = shared / "bench", shared / "cases"
        self.folder = folder if sample is None else folder / f"sample-{sample}"
        self.outputs = self.folder / "outputs"
        self.workers, self.sample = workers, sample
        self.outputs.mkdir(parents=True, exist_ok=True)

    def scored(self, run: Run) -> Scored:
        """A run's output made and scored, its baselines beside it."""
        source = make_input(run, self.data, self.folder / "inputs", self.sample)
        output, cost = make_output(run.make, source, self.outputs, self.workers)
        remarks = [] if run.make == "ledger" else problem_lines(run.label, output)
        if run.answered < 1:
            output = surest(output, self.data / run.documents, run.answered, self.outputs / f"{run.name}.jsonl")
        commands = [_made_by(run, source), self._scorer(run)]
        answer = self._score(run, output, source)
        baselines = self._baselines(run, source, commands, remarks)
        print(f"{run.suite}: {run.label} ({cost.wall:.0f} s): {json.dumps(answer)}", *remarks, sep="\n  ", flush=True)
        return Scored(run=run, answer=answer, baselines=baselines, commands=commands, remarks=remarks)

    def _score(self, run: Run, output: Path, source: Path) -> Answer:
        cut = None if self.sample is None else (self.folder / "gold", {r["id"] for r in read_rows(source)})
        command = [sys.executable, str(self.data / "score.py"), *scorer_arguments(run, self.data, output, cut)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CommandError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-2000:]}")
        answer: Answer = json.loads(done.stdout)
        return answer

    def _scorer(self, run: Run) -> str:
        """The scorer's command line as one would type it."""
        made = "LEDGER.json" if run.make == "ledger" else "READINGS.jsonl"
        files = (made if name == "OUTPUT" else f"{self.data / name}" for name in run.arguments)
        return short(f"python {self.data}/score.py {run.suite} {' '.join(files)}")

    def _baselines(self, run: Run, source: Path, commands: list[str], remarks: list[str]) -> dict[str, Answer]:
        made = {}
        for name in run.baselines:
            try:
                output, command = make_peer(name, source, self.outputs)
            except CommandError:
                remarks.append(f"{name} does not run here (see `benchmarks/{name}.py` or peers.py for what it needs).")
                continue
            made[name] = self._score(run, output, source)
            commands.append(short(shown([*command[:-1], "READINGS.jsonl"])))
        return made


def _made_by(run: Run, source: Path) -> str:
    if run.make == "read":
        return short(f"truceline read {source} --json > READINGS.jsonl")
    ledger = f"--ledger {run.documents.rpartition('/')[2].removesuffix('.jsonl')}.truce"
    added = f"truceline add {source} {ledger}; "
    if run.make == "kept":
        return short(f"{added}python -m benchmarks.kept {ledger.removeprefix('--ledger ')} READINGS.jsonl")
    return short(f"{added}truceline export {ledger} --json > LEDGER.json")


def short(command: str) -> str:
    """Paths as seen from the repository's root."""
    return command.replace(f"{ROOT}/", "").replace(f"{ROOT.parent}/", "../")
