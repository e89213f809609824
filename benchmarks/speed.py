"""Speed and memory: commands timed from start to end, and single stages in one process."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.inputs import input_record, read_rows, write_rows
from benchmarks.program import Cost, run_command, shown, truceline
from benchmarks.report import command_block, table

_HEAD = ("what", "figure", "processor seconds", "peak MB, largest process", "load before", "target")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One row: the command timed; `words` where words a second are wanted, `cores` where it is held to so many."""

    what: str
    command: Sequence[str]
    target: str = ""
    words: int | None = None
    cores: int | None = None

    def row(self) -> Sequence[str]:
        """The command run, as a row of the table."""
        cost = run_command(self.command)
        value = f"**{cost.wall:.1f}**"
        if self.words is not None:
            value = f"**{self.words / cost.wall:,.0f}** ({self.words / cost.processor:,.0f} a processor second)"
        return (self.what, value, *_costs(cost, cost.processor, cost.peak_mb), self.target)

    def stage_row(self, output: Path) -> Sequence[str]:
        """A single stage measured from inside (`benchmarks.stages`), as a row of the table."""
        cost = run_command(self.command, output, self.cores)
        answer = json.loads(output.read_text(encoding="utf-8"))
        per_processor = answer["words"] / answer["processor"]
        speed = f"**{answer['words_a_second']:,.0f}** words a second ({per_processor:,.0f} a processor second)"
        value = f"{speed}; loading {answer['loading']:.2f} s"
        return (self.what, value, *_costs(cost, answer["processor"], answer["peak_mb"]), self.target)

    def shown(self) -> str:
        """The command as one would type it."""
        prefix = "" if self.cores is None else f"taskset -c 0-{self.cores - 1} "
        return prefix + shown(self.command)


def speed_section(bench: Path, cases: Path, folder: Path, when: str) -> str:
    """The speed section of RESULTS.md."""
    read = (input_record(r, given=False) for r in read_rows(bench / "attribution/polnear_dev.jsonl"))
    news = write_rows(folder / "news.jsonl", read)
    whole, stages = _whole(cases, news, folder / "cases.truce"), _stages(news)
    rows = [timing.row() for timing in whole]
    rows += [timing.stage_row(folder / f"{timing.command[3]}.json") for timing in stages]
    note = (
        "By the clock, other work on the machine included: the load before each says how much there was (idle "
        "machines have under 0.5). Processor seconds count this program's own work over all its processes."
    )
    commands = command_block([timing.shown() for timing in (*whole, *stages)])
    return "\n".join(["## Speed and memory", note, "", table(_HEAD, rows), "", f"{when}.", *commands])


def _whole(cases: Path, news: Path, ledger: Path) -> list[Timing]:
    """Commands from start to end."""
    for stale in ledger.parent.glob(f"{ledger.name}*"):
        stale.unlink()
    words = sum(len(r["text"].split()) for r in read_rows(news))
    add = truceline("add", cases, "--ledger", ledger)
    return [
        Timing(
            what="cold start: the article read, seconds",
            command=truceline("read", cases / "ceasefire-2016.txt", "--json"),
            target="5",
        ),
        Timing(
            what=f"84 news articles ({words:,} words) end to end, words a second",
            command=truceline("read", news, "--json"),
            words=words,
            target="2,500",
        ),
        Timing(what="the article and 98 reports added to a ledger, seconds", command=add, target="60"),
        Timing(what="the same added again, seconds", command=add),
    ]


def _stages(news: Path) -> list[Timing]:
    return [
        Timing(
            what="attribution alone (tagger and rules, acts by rules), two texts at a time, two cores, one process",
            command=[sys.executable, "-m", "benchmarks.stages", "attribution", str(news)],
            cores=2,
            target="8,000 words; loading 1 s; 600 MB",
        ),
        Timing(
            what="the same with the seer's acts, reaches and happenings, two texts at a time, two cores, one process",
            command=[sys.executable, "-m", "benchmarks.stages", "claims", str(news)],
            cores=2,
        ),
        Timing(
            what="the tagger alone, without the rules around it, two cores, one process",
            command=[sys.executable, "-m", "benchmarks.stages", "tagger", str(news)],
            cores=2,
        ),
        Timing(
            what="places and times alone, one core",
            command=[sys.executable, "-m", "benchmarks.stages", "where-and-when", str(news)],
            cores=1,
            target="10,000 words; loading 1 s; 400 MB",
        ),
    ]


def _costs(cost: Cost, processor: float, peak_mb: float) -> tuple[str, str, str]:
    return f"{processor:.1f}", f"{peak_mb:.0f}", f"{cost.load_before:.1f}"
