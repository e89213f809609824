"""Sets the digests of `september_2016.toml` as the files of `../september-2016/reports/`.

The same source gives the same bytes.

Run from anywhere: python examples/making/september_2016.py [FOLDER]. Needs the developers' requirements (fpdf2).
"""

import html
import io
import re
import sys
import tomllib
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from fpdf import FPDF
from openpyxl import Workbook

HERE = Path(__file__).parent
NO_TIME = datetime(2016, 10, 1, tzinfo=UTC)
"""What the files say they were made at: a fixed day, so that their bytes do not change with the clock."""
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)]+)\)")
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    'officeDocument/2006/extended-properties"><Application>Truceline</Application><Company>{}</Company></Properties>'
)

Digest = dict[str, Any]


def paragraphs(digest: Digest) -> list[str]:
    """The digest's paragraphs."""
    return [p.strip() for p in digest["body"].strip().split("\n\n")]


def printed(paragraph: str) -> str:
    """A paragraph for paper: an address stands in brackets behind its words."""
    return _LINK.sub(r"\1 (\2)", paragraph)


def as_text(digest: Digest) -> bytes:
    """Plain text: title and paragraphs."""
    return ("\n\n".join([digest["title"], *map(printed, paragraphs(digest))]) + "\n").encode()


def as_html(digest: Digest) -> bytes:
    """A web page with its head."""
    head = [
        f"<title>{html.escape(digest['title'])}</title>",
        f'<meta property="og:site_name" content="{html.escape(digest["publisher"])}">',
        f'<link rel="canonical" href="{html.escape(digest["url"])}">',
    ]
    if "date" in digest:
        head.append(f'<meta property="article:published_time" content="{digest["date"]}">')
    body = ["<p>" + _LINK.sub(r'<a href="\2">\1</a>', html.escape(p, quote=False)) + "</p>" for p in paragraphs(digest)]
    page = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        '<head><meta charset="utf-8">',
        *head,
        "</head>",
        "<body><article>",
        f"<h1>{html.escape(digest['title'])}</h1>",
        *body,
        "</article></body></html>",
    ]
    return ("\n".join(page) + "\n").encode()


def as_pdf(digest: Digest) -> bytes:
    """One page of A4."""
    pdf = FPDF()
    pdf.set_compression(False)  # packing differs between versions of zlib
    pdf.set_creation_date(NO_TIME)
    pdf.set_title(digest["title"])
    pdf.set_author(digest["publisher"])
    pdf.add_page()
    pdf.set_font("Helvetica", style="B", size=14)
    pdf.multi_cell(0, 7, digest["title"], new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    for paragraph in paragraphs(digest):
        pdf.ln(4)
        pdf.multi_cell(0, 6, printed(paragraph), align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def as_docx(digest: Digest) -> bytes:
    """A Word document with real hyperlinks; its company is the publisher."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = digest["title"], "", ""
    properties.created = properties.modified = NO_TIME
    document.add_heading(digest["title"], level=1)
    for paragraph in paragraphs(digest):
        _add_runs(document.add_paragraph(), paragraph)
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            part._blob = _APP.format(html.escape(digest["publisher"])).encode()  # noqa: SLF001  # python-docx has no setter
    out = io.BytesIO()
    document.save(out)
    return _settled(out.getvalue())


def _add_runs(paragraph: Any, source: str) -> None:
    at = 0
    for match in _LINK.finditer(source):
        paragraph.add_run(source[at : match.start()])
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(match.group(2), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(paragraph.add_run(match.group(1))._r)  # noqa: SLF001  # python-docx writes no hyperlinks itself
        paragraph._p.append(link)  # noqa: SLF001
        at = match.end()
    paragraph.add_run(source[at:])


def as_eml(digest: Digest) -> bytes:
    """An e-mail whose sender's name is the publisher."""
    message = EmailMessage(policy=SMTP)
    message["Date"] = format_datetime(datetime.fromisoformat(digest["date"] + "T12:00:00+03:00"))
    message["From"] = f'"{digest["publisher"]}" <{digest["address"]}>'
    message["To"] = "desk@example.org"
    message["Subject"] = digest["title"]
    message["Message-ID"] = f"<{digest['file']}@example.org>"
    message.set_content("\n\n".join(map(printed, paragraphs(digest))) + "\n", cte="quoted-printable")
    return message.as_bytes()


def as_xlsx(digest: Digest) -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Table"
    for row in digest["table"]:
        sheet.append(row)
    book.properties.title, book.properties.creator = digest["title"], digest["publisher"]
    book.properties.created = book.properties.modified = NO_TIME.replace(tzinfo=None)
    out = io.BytesIO()
    book.save(out)
    return _settled(out.getvalue())


def _settled(office: bytes) -> bytes:
    """An office file packed again with one fixed time on every part and in its properties, parts in order of name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, (2016, 10, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            new.writestr(info, _MODIFIED.sub(rb"\g<1>2016-10-01T00:00:00Z\2", old.read(name)))
    return out.getvalue()


_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
FORMATS: dict[str, Callable[[Digest], bytes]] = {
    ".txt": as_text,
    ".html": as_html,
    ".pdf": as_pdf,
    ".docx": as_docx,
    ".eml": as_eml,
    ".xlsx": as_xlsx,
}


def make(folder: Path) -> None:
    """Writes every digest into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    source = tomllib.loads((HERE / "september_2016.toml").read_text(encoding="utf-8"))
    for digest in source["digest"]:
        path = folder / digest["file"]
        path.write_bytes(FORMATS[path.suffix](digest))


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "september-2016/reports")
