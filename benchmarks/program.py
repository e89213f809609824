"""Truceline run as a user runs it, with what it cost; outputs are kept by hash of program and input."""

import hashlib
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from benchmarks.inputs import read_rows

ROOT = Path(__file__).parents[1]
_FACES = {"web", "cli", "publish"}
"""Parts of the program that change no reading and no ledger."""
_PEER_CODE = {"peers", "heideltime", "inputs"}
_OF_THE_PROGRAM = {"rules", "tagger", "largest-population"}
"""Baselines that use parts of the program, and change with it."""
_DONE = {0, 3}
"""Exit codes: all read, or done with Problems on some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one command took: seconds by the clock and of processor time, the largest process, load before it.

    The largest process reads at least what the measuring program itself was when it started the command.
    """

    wall: float
    processor: float
    peak_mb: float
    load_before: float

    def __add__(self, other: "Cost") -> "Cost":
        """Two commands after each other."""
        return Cost(
            wall=self.wall + other.wall,
            processor=self.processor + other.processor,
            peak_mb=max(self.peak_mb, other.peak_mb),
            load_before=self.load_before,
        )


class CommandError(RuntimeError):
    """A command ended otherwise than it should."""


def run_command(command: Sequence[str], output: Path | None = None, cores: int | None = None) -> Cost:
    """Run it from the repository's root, its standard output into a file; raises CommandError where it fails."""
    load, start = os.getloadavg()[0], time.perf_counter()
    log = (output or ROOT / ".work" / "bench" / "command").with_suffix(".stderr")
    log.parent.mkdir(parents=True, exist_ok=True)
    with (output or Path(os.devnull)).open("wb") as out, log.open("wb") as errors:
        process = subprocess.Popen([*_on(cores), *command], cwd=ROOT, stdout=out, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode not in _DONE:
        raise CommandError(f"{' '.join(command)} ended with {process.returncode}: {log.read_text('utf-8')[-2000:]}")
    processor = usage.ru_utime + usage.ru_stime
    return Cost(wall=wall, processor=processor, peak_mb=usage.ru_maxrss / 1024, load_before=load)


def _on(cores: int | None) -> list[str]:
    """A prefix that holds a command to the first so many processor cores."""
    return [] if cores is None else ["taskset", "-c", f"0-{cores - 1}"]


def truceline(*arguments: str | Path) -> list[str]:
    """The command line of a truceline command."""
    return [sys.executable, "-m", "truceline", *map(str, arguments)]


def shown(command: Sequence[str]) -> str:
    """A command as one would type it."""
    words = ["python" if w == sys.executable else w for w in command]
    return " ".join(words).replace("python -m truceline", "truceline")


@cache
def program_hash() -> str:
    """Hash of every file of the package that a reading or a ledger depends on."""
    package, digest = ROOT / "src" / "truceline", hashlib.sha256()
    for path in sorted(p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        name = path.relative_to(package)
        if name.parts[0] not in _FACES:
            digest.update(f"{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def make_output(make: str, source: Path, folder: Path, cores: int | None) -> tuple[Path, Cost]:
    """Readings ("read"), ledger, or a ledger's readings ("kept") of an input file.

    What the same program made of the same input before is taken again.
    """
    maker = _MAKERS[make]
    key = hashlib.sha256(f"{make}\0{program_hash()}\0".encode() + source.read_bytes()).hexdigest()[:16]
    output = folder / f"{source.stem}.{make}.{key}.json"
    cost_file = output.with_suffix(".cost.json")
    if not cost_file.exists():
        cost_file.write_text(json.dumps(asdict(maker(source, output, cores))), encoding="utf-8")
    return output, Cost(**json.loads(cost_file.read_text(encoding="utf-8")))


def make_peer(name: str, source: Path, folder: Path) -> tuple[Path, list[str]]:
    """A baseline's answers to an input file and the command that makes them; kept like our own outputs."""
    code = b"".join(p.read_bytes() for p in sorted((ROOT / "benchmarks").glob("*.py")) if p.stem in _PEER_CODE)
    version = program_hash() if name in _OF_THE_PROGRAM else ""
    key = hashlib.sha256(f"{name}\0{version}\0".encode() + code + source.read_bytes()).hexdigest()[:16]
    output = folder / f"{source.stem}.{name}.{key}.json"
    command = [sys.executable, "-m", "benchmarks.peers", name, str(source), str(output)]
    if not output.exists():
        run_command(command)
    return output, command


def _read(source: Path, output: Path, cores: int | None) -> Cost:
    return run_command(truceline("read", source, "--json"), output, cores)


def _add(source: Path, output: Path, cores: int | None) -> Cost:
    ledger = output.with_suffix(".truce")
    for stale in output.parent.glob(f"{ledger.name}*"):
        stale.unlink()
    cost = run_command(truceline("add", source, "--ledger", ledger), output.with_suffix(".txt"), cores)
    return cost + run_command(truceline("export", "--ledger", ledger, "--json"), output, cores)


def _keep(source: Path, output: Path, cores: int | None) -> Cost:
    ledger, cost = make_output("ledger", source, output.parent, cores)
    return cost + run_command([sys.executable, "-m", "benchmarks.kept", str(ledger.with_suffix(".truce")), str(output)])


_MAKERS = {"read": _read, "ledger": _add, "kept": _keep}


def problem_lines(label: str, readings: Path) -> list[str]:
    """Problems of the readings counted by code; faults of the reader by message."""
    problems = (p for r in read_rows(readings) for p in r.get("problems", []))
    kinds = Counter(p["message"] if p["code"] == "reader_failed" else p["code"] for p in problems)
    return [f"Problems on {label}: {count} x {kind}." for kind, count in kinds.most_common()]
