"""Files that cannot be read: each keeps its place, with one Problem that names it, says why and what to do."""

import io
import subprocess
import sys
import zipfile
import zlib

import docx
import pypdfium2 as pdfium
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image

from truceline.model.record import File
from truceline.read.files.extract import FORMATS, extract_records
from truceline.read.files.pdf import extract_pdf
from truceline.read.files.unreadable import UNREADABLE, UnreadableError, problem


def pdf(*, password: str | None = None, picture: bool = False, text: str = "Shells fell on Harun.") -> bytes:
    document = FPDF()
    if password:
        document.set_encryption(owner_password=password + "!", user_password=password)
    document.add_page()
    if picture:
        document.image(Image.new("L", (200, 100), 128), x=10, y=10, w=100)
    else:
        document.set_font("Helvetica", size=12)
        document.multi_cell(0, 6, text)
    return bytes(document.output())


def word() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph("Shells fell on Harun.")
    document.save(out)
    return out.getvalue()


def workbook() -> bytes:
    book, out = Workbook(), io.BytesIO()
    book.active.append(["Shells", "Harun"])
    book.save(out)
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 250_000_000)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500
ENCRYPTED_OLE = OLE + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 500
MAIL = b"From: press@harun.example\r\nSubject: x\r\n\r\n"

BROKEN = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \r\n\t\n", "empty"),
    ("mark.txt", b"\xef\xbb\xbf", "empty"),
    ("empty.pdf", b"", "empty"),
    ("empty.docx", b"", "empty"),
    ("empty.xlsx", b"", "empty"),
    ("empty.eml", b"", "empty"),
    ("empty.html", b"", "empty"),
    ("empty.csv", b"\n", "empty"),
    ("empty.jsonl", b"", "empty"),
    ("empty.md", b"", "empty"),
    ("no-article.html", b"<html><head><title>x</title></head><body></body></html>", "empty"),
    ("no-body.eml", MAIL, "empty"),
    ("blank-page.pdf", pdf(text=" "), "empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "binary"),
    ("paper.txt", pdf(), "binary"),
    ("paper.html", pdf(), "binary"),
    ("office.txt", word(), "binary"),
    ("noise.txt", bytes(range(256)) * 4, "binary"),
    ("half.txt", b"\xff\xfe" + "Shells".encode("utf-16-le") + b"\x00", "damaged"),
    ("locked.pdf", pdf(password="secret"), "encrypted"),
    ("locked.docx", ENCRYPTED_OLE, "encrypted"),
    ("locked.xlsx", ENCRYPTED_OLE, "encrypted"),
    ("old.docx", OLE, "format_unknown"),
    ("scan.pdf", pdf(picture=True), "scanned_no_text"),
    ("cut.pdf", pdf()[:-300], "damaged"),
    ("cut-early.pdf", pdf()[:200], "damaged"),
    ("text.pdf", b"Shells fell on Harun.", "damaged"),
    ("cut.docx", word()[:-2000], "damaged"),
    ("text.docx", b"Shells fell on Harun.", "damaged"),
    ("sheet.docx", workbook(), "damaged"),
    ("cut.xlsx", workbook()[:-500], "damaged"),
    ("text.eml", b"Shells fell on Harun.", "damaged"),
    ("text.html", b"Shells fell on Harun.", "damaged"),
    ("bomb.docx", bomb(), "too_large"),
    ("photo.jpg", b"\xff\xd8\xff", "format_unknown"),
    ("noname", b"Shells fell on Harun.", "format_unknown"),
]


@pytest.mark.parametrize(("name", "data", "code"), BROKEN, ids=[b[0] for b in BROKEN])
def test_a_file_that_cannot_be_read_is_one_record_with_one_problem(name, data, code):
    (record,) = extract_records(File(name=name, data=data))
    assert (record.id, record.text, record.data) == (name, None, data)
    (found,) = record.problems
    assert (found.stage, found.where, found.code) == ("read", name, code)
    assert found.message
    assert found.mend
    assert "{" not in found.message + found.mend


def test_a_pdf_with_some_pages_scanned_keeps_its_text_and_names_those_pages():
    joined = pdfium.PdfDocument.new()
    for data in (pdf(), pdf(picture=True)):
        joined.import_pages(pdfium.PdfDocument(data))
    out = io.BytesIO()
    joined.save(out)
    (record,) = extract_records(File(name="a.pdf", data=out.getvalue()))
    assert record.text == "Shells fell on Harun."
    assert [(p.code, "pages 2" in p.message) for p in record.problems] == [("scanned_no_text", True)]


def test_a_pdf_that_takes_too_long_is_given_up():
    with pytest.raises(UnreadableError) as caught:
        extract_pdf(File(name="a.pdf", data=pdf()), seconds=0.001)
    assert caught.value.code == "timed_out"


def written(content: bytes) -> bytes:
    """A PDF of one page by hand, its content packed."""
    packed = zlib.compress(content, 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % o for o in offsets)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(out))
    return out + end


def test_a_small_pdf_that_unpacks_to_hundreds_of_megabytes_ends_within_its_limits():
    line = b"(Shells fell on Harun.) Tj T* "
    few = extract_records(File(name="few.pdf", data=written(b"BT /F1 9 Tf 12 TL 10 700 Td " + line * 3 + b"ET")))
    assert few[0].text == "Shells fell on Harun. Shells fell on Harun. Shells fell on Harun."
    data = written(b"BT /F1 9 Tf 12 TL 10 700 Td " + line * 4_000_000 + b"ET")
    assert len(data) < 500_000
    (record,) = extract_records(File(name="bomb.pdf", data=data))
    assert record.text is None
    assert record.problems[0].code in {"too_large", "timed_out"}


SEEDS = {
    ".pdf": pdf(),
    ".docx": word(),
    ".xlsx": workbook(),
    ".eml": MAIL + b"Shells fell.",
    ".html": b"<p>Shells fell.",
}


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(SEEDS)), st.data())
def test_damage_anywhere_in_a_file_is_a_problem_and_never_an_exception(suffix, data):
    whole = SEEDS[suffix]
    cut = data.draw(st.integers(1, len(whole)))
    at = data.draw(st.integers(0, cut - 1))
    broken = bytearray(whole[:cut])
    broken[at] ^= data.draw(st.integers(1, 255))
    records = extract_records(File(name="a" + suffix, data=bytes(broken)))
    assert records
    assert all(r.text is not None or r.problems for r in records)


def test_every_code_is_worded_with_its_way_out():
    for code in UNREADABLE:
        worded = problem("a.txt", code, "detail")
        assert worded.message.endswith(".")
        assert worded.mend.endswith(".")
    assert len({s for f in FORMATS for s in f.suffixes}) == sum(len(f.suffixes) for f in FORMATS)


def test_the_child_that_reads_a_pdf_loads_nothing_of_ours():
    code = (
        "import runpy, sys; runpy.run_path(sys.argv[1]); print([m for m in sys.modules if m.startswith('truceline')])"
    )
    child = extract_pdf.__globals__["_CHILD"]
    done = subprocess.run([sys.executable, "-c", code, str(child)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_text_that_would_take_hours_to_read_says_so_and_how_much_is_read():
    (record,) = extract_records(File(name="archive.txt", data=b"Shells fell on Harun. " * 100_000))
    assert (record.text, record.problems[0].code) == (None, "too_large")
    assert "2.2 million characters" in record.problems[0].message
