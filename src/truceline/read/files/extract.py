"""Files to records: one opener a format, tried by name and by content."""

import json

from truceline.model.problem import Problem
from truceline.model.record import File, Record


def extract_records(file: File) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Records found in one file, and what went wrong; a file that gives nothing gives at least one Problem."""
    if not file.name.endswith(".jsonl"):
        return (Record(id=file.name, where=file.name, data=file.data, text=file.data.decode("utf-8-sig")),), ()
    records = []
    for number, line in enumerate(file.data.decode("utf-8-sig").split("\n"), 1):
        if line.strip():
            row = json.loads(line)
            given = tuple((p["start"], p["end"]) for p in row["places"]) if "places" in row else None
            records.append(
                Record(
                    id=str(row["id"]), where=f"{file.name}:{number}", data=line.encode(), text=row["text"], title=row.get("title"),
                    dct=row.get("dct"), url=row.get("url"), publisher=row.get("publisher"), given_places=given,
                )
            )  # fmt: skip
    return tuple(records), ()
