"""RESULTS.md: one section a suite, each replaced alone when only its suite was run."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.plan import Run, Suite

HEAD = """\
# Results

Measured by `make bench` on the development sides of public data sets (their held-out sides are scored elsewhere).
Figures in per cent unless a row says otherwise. Every section names the commands that made it and its day; an anchor is
a published or held-out figure of others; a target is what this project aims at on held-out data. Development figures
flatter: rules and word lists were written with these texts in view.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A run with the scorer's answers: ours and each baseline's, and what was remarked on the way."""

    run: Run
    answer: Mapping[str, object]
    baselines: Mapping[str, Mapping[str, object]]
    commands: Sequence[str]
    remarks: Sequence[str] = ()


def figure(answer: Mapping[str, object], key: str) -> str:
    """The figure under a dotted key, as printed; "" where the answer has none."""
    value: object = answer
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return "" if value is None else str(value)


def suite_section(suite: Suite, scored: Sequence[Scored], when: str) -> str:
    """A suite's section of RESULTS.md."""
    names = list(dict.fromkeys(name for one in scored for name in one.baselines))
    rows = [
        [one.run.label, row.label, f"**{figure(one.answer, row.key)}**"]
        + [figure(one.baselines.get(name, {}), row.key) for name in names]
        + [row.anchor, row.target]
        for one in scored
        for row in one.run.rows
    ]
    head = ["set", "measure", "Truceline", *names, "anchor", "target"]
    commands = dict.fromkeys(c for one in scored for c in one.commands)
    remarks = "".join(f"\n{remark}" for one in scored for remark in one.remarks)
    return "\n".join(
        [f"## {suite.title}", suite.note, "", table(head, rows), "", f"{when}.{remarks}", *command_block(commands)]
    )


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; columns that are empty throughout are left out."""
    kept = [i for i in range(len(head)) if any(row[i] for row in rows)]
    lines = [[head[i] for i in kept], ["---"] * len(kept), *([row[i] for i in kept] for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def command_block(commands: Mapping[str, None] | Sequence[str]) -> list[str]:
    """The commands, folded away."""
    return ["", "<details><summary>commands</summary>", "", "```", *commands, "```", "", "</details>"]


def put_section(path: Path, name: str, section: str, order: Sequence[str]) -> None:
    """Write the section into the file, in place of the one of its name; sections stand in the given order.

    Those of other names, written by hand, are kept behind them.
    """
    kept = sections(path.read_text(encoding="utf-8")) if path.exists() else {}
    kept[name] = section.strip()
    ordered = [*(n for n in order if n in kept), *(n for n in kept if n not in order)]
    parts = [HEAD.strip(), *(f"<!-- {n} -->\n{kept[n]}\n<!-- end {n} -->" for n in ordered)]
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """Sections of a RESULTS.md by name."""
    found = re.findall(r"<!-- ([\w-]+) -->\n(.*?)\n<!-- end \1 -->", text, re.DOTALL)
    return dict(found)
