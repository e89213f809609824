"""A disclosed snapshot as a file's bytes, in every format there is."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from truceline.model.snapshot import Snapshot
from truceline.publish.geojson import geojson
from truceline.publish.jsonld import jsonld
from truceline.publish.layouts import Codes
from truceline.publish.tables import table_rows, write_csv, write_xlsx

_Write = Callable[[Snapshot, str, Codes], bytes]


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


EXPORTS: Mapping[str, _Write] = {
    "csv": lambda snapshot, layout, codes: write_csv(table_rows(snapshot, layout, codes)).encode("utf-8-sig"),
    "xlsx": lambda snapshot, layout, codes: write_xlsx(table_rows(snapshot, layout, codes), layout),
    "geojson": lambda snapshot, _, codes: _json(geojson(snapshot, codes)),
    "jsonld": lambda snapshot, _layout, _codes: _json(jsonld(snapshot)),
}
"""Every format by its name; CSV begins with a byte-order mark, so that spreadsheets take it for UTF-8."""
