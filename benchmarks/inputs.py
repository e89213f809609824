"""The data sets' records as a user would hand them to Truceline, and cuts of them for a quick look."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.plan import Run

_NO_PLACES = {"Literal_Expression", "Non_Lit_Expression", "Non_Toponym", "Homonym", "Language"}
"""GeoWebNews also marks these; the scorer leaves them out, and so do given spans."""


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def write_rows(path: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    """A JSON Lines file of the objects."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def input_record(row: Mapping[str, Any], given: bool) -> dict[str, Any]:
    """What Truceline is shown of a record: id, text, title, address and day where the set has them; no annotation."""
    record = {"id": str(row["id"]), "text": row.get("text") or row.get("summary")}
    record |= {key: row[key] for key in ("title", "url") if row.get(key)}
    day = row.get("dct") or _iso_day(row.get("date"))
    if day:
        record["dct"] = day
    if given:
        meant = (t for t in row["toponyms"] if t.get("type") not in _NO_PLACES)
        spans = sorted({(t["start"], t["end"]) for t in meant})
        record["places"] = [{"start": start, "end": end} for start, end in spans]
    return record


def _iso_day(value: object) -> str | None:
    """The value where it is a full ISO date."""
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        return None


def make_input(run: Run, bench: Path, folder: Path, sample: int | None) -> Path:
    """The run's input file, written into the folder."""
    rows = read_rows(bench / run.documents)[:sample]
    kind = "given" if run.given else "text"
    name = run.documents.replace("/", "-").removesuffix(".jsonl")
    return write_rows(folder / f"{name}.{kind}.jsonl", (input_record(row, run.given) for row in rows))


def scorer_arguments(run: Run, bench: Path, output: Path, cut: tuple[Path, set[str]] | None) -> list[str]:
    """Files for the scorer; for a sample, the gold (the first of them) is cut to the documents that were read."""
    named = [output if name == "OUTPUT" else bench / name for name in run.arguments]
    if cut is not None:
        folder, ids = cut
        gold = (row for row in read_rows(named[0]) if str(row.get("id", row.get("incident_id"))) in ids)
        named[0] = write_rows(folder / f"{run.name}.gold.jsonl", gold)
    return [run.suite, *map(str, named)]
