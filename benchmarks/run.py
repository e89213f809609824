"""Runs the suites of ../shared/bench/score.py over Truceline's output and writes benchmarks/RESULTS.md.

    python -m benchmarks.run [--suite NAME]... [--workers N] [--sample N]

Documents are handed to `truceline read` and `truceline add` as a user would; outputs are kept under .work/bench by hash
of program and input, so that a run that was stopped goes on where it was. A sample is printed and never written down.
"""

import argparse
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.articles import articles_section
from benchmarks.bench import Bench, short
from benchmarks.corpus import corpus_section
from benchmarks.plan import load_plan
from benchmarks.program import ROOT
from benchmarks.report import put_section, suite_section
from benchmarks.reports import reports_section
from benchmarks.seeds import seeds_section
from benchmarks.speed import speed_section

SHARED = ROOT.parent / "shared"
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
_HEAD_COMMIT = [shutil.which("git") or "git", "rev-parse", "--short", "HEAD"]


def _when() -> str:
    commit = subprocess.run(_HEAD_COMMIT, cwd=ROOT, capture_output=True, text=True, check=False)
    return (
        f"{datetime.now(UTC).date().isoformat()}, commit {commit.stdout.strip() or 'unknown'}, {os.cpu_count()} cores"
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [*(suite.name for suite in load_plan()), "corpus", "reports", "articles", "seeds", "speed"]
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
    rest = (s.name for s in suites if s.name != "attribution")
    order = ["attribution", "seeds", "corpus", "reports", "articles", *rest, "speed"]
    bench = Bench(given.shared, ROOT / ".work" / "bench", given.workers, given.sample)
    asked = given.suite or order
    for suite in suites:
        if suite.name in asked and not (given.sample and suite.name == "tally"):
            scored = [bench.scored(run) for run in suite.runs]
            if given.sample is None:
                put_section(given.results, suite.name, suite_section(suite, scored, _when()), order)
    if given.sample is None:
        for name, section in _own_sections(bench).items():
            if name in asked:
                put_section(given.results, name, section(), order)


def _own_sections(bench: Bench) -> Mapping[str, Callable[[], str]]:
    """The sections that are no suite of the scorer, each made when asked for."""
    outputs = bench.folder / "outputs"
    return {
        "seeds": seeds_section,
        "corpus": lambda: corpus_section(outputs, _when()),
        "reports": lambda: reports_section(outputs, _when()),
        "articles": lambda: articles_section(outputs, _when()),
        "speed": lambda: short(speed_section(bench.data, bench.cases, bench.folder / "inputs", _when())),
    }


if __name__ == "__main__":
    main()
