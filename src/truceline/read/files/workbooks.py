"""Workbooks: their sheets as rows of text."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from truceline.read.files.unreadable import UnreadableError
from truceline.read.files.zips import check_office_zip

_MOST_ROWS = 500_000


def read_sheets(data: bytes, *, formulas: bool = False) -> list[tuple[str, list[list[str]]]]:
    """Name and rows of every sheet; a formula as its last result, or with `formulas` as it is written ("=A1").

    Raises UnreadableError.
    """
    check_office_zip(data, "xl/workbook.xml")
    from openpyxl import load_workbook  # noqa: PLC0415  # only workbooks need it
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=not formulas)
            sheets = [(sheet.title, list(_rows(sheet))) for sheet in book.worksheets]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError, OSError) as error:
        raise UnreadableError("damaged", "its parts do not fit together") from error
    if any("invalid" in str(w.message) for w in said):  # openpyxl leaves such parts out and only warns
        raise UnreadableError("damaged", "some of its parts are invalid")
    return sheets


def _rows(sheet: Any) -> Iterator[list[str]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        if number > _MOST_ROWS:
            raise UnreadableError("too_large", f"over {_MOST_ROWS} rows")
        yield [_shown(value) for value in row]


def _shown(value: object) -> str:
    """A cell as text: dates in ISO, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
