"""Word documents: paragraphs, tables and links in order; text deleted in tracked changes or struck out is left out."""

import io
from typing import Any

from lxml import etree

from truceline.model.problem import Problem
from truceline.model.record import File, Record
from truceline.read.files.docx_gone import is_gone, words_taken_back
from truceline.read.files.docx_notes import NOTE_MARKS, Notes
from truceline.read.files.docx_styles import strike_by_styles, struck_styles
from truceline.read.files.laid import LaidText
from truceline.read.files.properties import named_author
from truceline.read.files.unreadable import UnreadableError, problem
from truceline.read.files.zips import check_office_zip

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_COMPANY = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Company"
_SIGNS = {_W + "tab": " ", _W + "noBreakHyphen": "-"}
_BREAKS = {_W + "br", _W + "cr"}


def extract_docx(file: File) -> tuple[Record, ...]:
    """One record: paragraphs parted by blank lines, a table's row on a line, title, author, company (as publisher)."""
    check_office_zip(file.data, "word/document.xml")
    document, properties = _opened(file.data)
    urls = {key: rel.target_ref for key, rel in document.part.rels.items() if rel.is_external}
    struck = struck_styles(document.styles.element)
    strike_by_styles(document.element.body, struck)
    laid, notes = LaidText(), Notes(document.part, struck)
    gone = _lay(document.element.body, laid, urls, notes)
    notes.lay(laid)
    gone += notes.taken_back
    text, links = laid.finish()
    if not text:
        raise UnreadableError("scanned_no_text" if _has_picture(document) else "empty")
    return (
        Record(
            id=file.name,
            where=file.name,
            data=file.data,
            text=text,
            title=properties.title or None,
            author=named_author(properties.author),
            publisher=_company(document),
            links=links,
            problems=_taken_back(file.name, gone),
        ),
    )


def _opened(data: bytes) -> tuple[Any, Any]:
    """The document and its properties, both of which fail in as many ways as an archive can be damaged."""
    import docx  # noqa: PLC0415  # only Word documents need it
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415

    try:
        document = docx.Document(io.BytesIO(data))
        properties = document.core_properties
    except (
        PackageNotFoundError,
        etree.XMLSyntaxError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
    ) as error:
        raise UnreadableError("damaged", "its parts do not fit together") from error
    return document, properties


def _company(document: Any) -> str | None:
    """The organisation a document was made by, from its extended properties."""
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            return _company_of(part.blob)
    return None


def _company_of(blob: bytes) -> str | None:
    try:
        root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    name = root.findtext(_COMPANY)
    return name.strip() or None if name else None


def _has_picture(document: Any) -> bool:
    return any(rel.reltype.endswith("/image") for rel in document.part.rels.values())


def _taken_back(where: str, words: int) -> tuple[Problem, ...]:
    """One Problem for words that were left out, none without any."""
    return (problem(where, "words_struck", f"{words} word{'s' * (words > 1)}"),) if words else ()


def _lay(body: Any, laid: LaidText, urls: dict[str, str], notes: Notes) -> int:
    """Lays the body out and counts the words left out as taken back.

    It walks without recursion; `stack` holds elements still to open and, as (element, mark), to close.
    """
    gone = 0
    stack: list[tuple[Any, tuple[int, int] | None]] = [(body, None)]
    while stack:
        node, mark = stack.pop()
        if mark is not None:
            _close(node, mark, laid, urls)
            continue
        if is_gone(node):
            gone += words_taken_back(node)
            notes.leave_out(node)
            continue
        _open(node, laid)
        if node.tag in NOTE_MARKS:
            laid.words(notes.mark(node))
        stack.append((node, laid.here()))
        stack.extend((child, None) for child in reversed(node))
    return gone


def _open(node: Any, laid: LaidText) -> None:
    if node.tag == _W + "p":
        laid.gap(0 if _in_cell(node) else 2)
    elif node.tag == _W + "tr":
        laid.gap(1)
    elif node.tag == _W + "tc" and node.getprevious() is not None and node.getprevious().tag == _W + "tc":
        laid.words(" | ")
    elif node.tag == _W + "t":
        laid.words(node.text)
    elif node.tag in _SIGNS:
        laid.words(_SIGNS[node.tag])
    elif node.tag in _BREAKS:
        laid.gap(1)


def _close(node: Any, mark: tuple[int, int], laid: LaidText, urls: dict[str, str]) -> None:
    if node.tag == _W + "hyperlink":
        laid.link(mark, urls.get(node.get(_R + "id") or ""))
    elif node.tag == _W + "p" and _in_cell(node):
        laid.words(" ")
    elif node.tag == _W + "p" or node.tag == _W + "tbl":
        laid.gap(2)


def _in_cell(paragraph: Any) -> bool:
    parent = paragraph.getparent()
    return parent is not None and parent.tag == _W + "tc"
