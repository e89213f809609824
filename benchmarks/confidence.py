"""Answering only what one is surest of: places below a confidence left open."""

from pathlib import Path

from benchmarks.inputs import read_rows, write_rows


def surest(readings: Path, gold: Path, share: float, output: Path) -> Path:
    """The readings with the least sure places left open, so that the given share of the gold's points stays answered.

    Both files as for the scorer; the threshold is one confidence for all documents.
    """
    located = {
        (str(row["id"]), t["start"], t["end"]) for row in read_rows(gold) for t in row["toponyms"] if t.get("lat")
    }
    rows = read_rows(readings)
    places = [(row["document"]["id"], place) for row in rows for place in row["places"]]
    sure = sorted((_confidence(p) for i, p in places if (i, p["start"], p["end"]) in located), reverse=True)
    keep = round(share * len(sure))
    least = sure[keep - 1] if keep else 2.0
    for _, place in places:
        if _confidence(place) < least:
            place["lat"] = place["lon"] = None
    return write_rows(output, rows)


def _confidence(place: dict[str, float | None]) -> float:
    return 0.0 if place["lat"] is None else place["confidence"] or 0.0
