"""Answering only what one is surest of: places below a confidence left open."""

from pathlib import Path

from benchmarks.inputs import read_rows, write_rows


def surest(readings: Path, share: float, output: Path) -> Path:
    """The readings with the least sure places left open, so that the given share of all places stays answered."""
    rows = read_rows(readings)
    places = [p for row in rows for p in row["places"]]
    sure = sorted((p["confidence"] or 0.0 for p in places if p["lat"] is not None), reverse=True)
    keep = min(len(sure), round(share * len(places)))
    least = sure[keep - 1] if keep else 2.0
    for place in places:
        if (place["confidence"] or 0.0) < least:
            place["lat"] = place["lon"] = None
    return write_rows(output, rows)
