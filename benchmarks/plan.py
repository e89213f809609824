"""What is to be measured, as suites.toml says it."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_PLAN = Path(__file__).with_name("suites.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure: its key in the scorer's answer, what it is, anchor and target as printed ("" for none)."""

    key: str
    label: str
    anchor: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One scored output. `arguments` follow the suite's name on the scorer's command line, "OUTPUT" stands for ours."""

    suite: str
    name: str
    label: str
    make: str
    documents: str
    arguments: tuple[str, ...]
    rows: tuple[Row, ...]
    given: bool = False
    """Whether the input names the spans of its places."""
    answered: float = 1.0
    """Share of places to answer, the surest first."""
    baselines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """One table of RESULTS.md."""

    name: str
    title: str
    note: str
    runs: tuple[Run, ...]


def load_plan(path: Path = _PLAN) -> tuple[Suite, ...]:
    """Suites in the order they are measured and printed."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Suite(
            name=suite["name"],
            title=suite["title"],
            note=" ".join(suite["note"].split()),
            runs=tuple(_run(suite["name"], run) for run in suite["run"]),
        )
        for suite in table["suite"]
    )


def _run(suite: str, run: dict[str, object]) -> Run:
    return Run(
        suite=suite,
        name=str(run["name"]),
        label=str(run["label"]),
        make=str(run.get("make", "read")),
        documents=str(run["documents"]),
        arguments=_strings(run["arguments"]),
        rows=tuple(Row(key=k, label=w, anchor=a, target=t) for k, w, a, t in map(_strings, _list(run["row"]))),
        given=bool(run.get("given", False)),
        answered=float(str(run.get("answered", 1.0))),
        baselines=_strings(run.get("baselines", [])),
    )


def _list(value: object) -> Iterable[object]:
    if not isinstance(value, list):
        raise TypeError(f"a list is expected, not {value!r}")
    return value


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(v) for v in _list(value))
