"""Files to records: one extractor a format, chosen by the name's suffix."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from truceline.model.layout import Layout
from truceline.model.record import File, Record
from truceline.read.files.docx import extract_docx
from truceline.read.files.eml import extract_eml
from truceline.read.files.html import extract_html
from truceline.read.files.jsonl import extract_jsonl
from truceline.read.files.markdown import extract_markdown
from truceline.read.files.pdf import extract_pdf
from truceline.read.files.plain import extract_plain
from truceline.read.files.tables import extract_csv, extract_xlsx
from truceline.read.files.unreadable import UnreadableError, failed, problem

_MOST_CHARACTERS = 2_000_000
"""Characters of one text that are read, some ten minutes' work; the thickest report has fewer, an archive is split."""
Extractor = Callable[[File, Sequence[Layout]], tuple[Record, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the suffixes it goes by, and its extractor."""

    name: str
    suffixes: tuple[str, ...]
    extract: Extractor


def _no_layouts(extract: Callable[[File], tuple[Record, ...]]) -> Extractor:
    return lambda file, _: extract(file)


FORMATS: tuple[Format, ...] = (
    Format("plain text", (".txt", ".text"), _no_layouts(extract_plain)),
    Format("Markdown", (".md", ".markdown"), _no_layouts(extract_markdown)),
    Format("web page", (".html", ".htm", ".xhtml"), _no_layouts(extract_html)),
    Format("PDF", (".pdf",), _no_layouts(extract_pdf)),
    Format("Word document", (".docx",), _no_layouts(extract_docx)),
    Format("e-mail", (".eml",), lambda file, layouts: extract_eml(file, layouts, extract_records)),
    Format("Excel workbook", (".xlsx", ".xlsm"), extract_xlsx),
    Format("CSV table", (".csv", ".tsv"), extract_csv),
    Format("JSON Lines", (".jsonl", ".ndjson"), _no_layouts(extract_jsonl)),
)


def find_format(name: str) -> Format | None:
    """The format a file's name claims; None where its suffix is of none."""
    suffix = PurePath(name).suffix.lower()
    return next((f for f in FORMATS if suffix in f.suffixes), None)


def extract_records(file: File, layouts: Sequence[Layout] = ()) -> tuple[Record, ...]:
    """Records found in one file, each with its own Problems; a file that gives none stays as a failed record."""
    form = find_format(file.name)
    if form is None:
        return (failed(file, "format_unknown", PurePath(file.name).suffix or "no suffix"),)
    try:
        found = form.extract(file, layouts) or (failed(file, "empty"),)
    except UnreadableError as error:
        return (failed(file, error.code, error.detail),)
    return tuple(_bounded(record) for record in found)


def _bounded(record: Record) -> Record:
    """The record, or without its text and with a Problem where that would take hours to read."""
    length = len(record.text or "")
    if length <= _MOST_CHARACTERS:
        return record
    detail = f"{length / 1_000_000:.1f} million characters in one text; up to two million are read"
    return replace(record, text=None, problems=(problem(record.where, "too_large", detail),))
