"""Files to records: what each format gives, character by character, and what its envelope says."""

import io
from email.message import EmailMessage

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from truceline.model.record import File, Record
from truceline.read.files.extract import extract_records
from truceline.read.files.line_hyphens import known_words
from truceline.read.files.paragraphs import Line, join_lines
from truceline.read.files.properties import named_author, named_title


def read(name: str, data: bytes):
    """The one record of a file that holds one."""
    (record,) = extract_records(File(name=name, data=data))
    return record


# --- plain text: the decoded input, unchanged -------------------------------------------------------------------------

TEXT = "Harun, 3 May.\r\nSome 100\u00a0000 people — \u202bأهلا\u202c — left.\r\n\r\n  They “fled”.\n"


def test_plain_text_is_the_input_to_the_character():
    record = read("a.txt", TEXT.encode())
    assert record.text == TEXT
    assert record.problems == ()


def test_a_byte_order_mark_is_no_text():
    assert read("a.txt", b"\xef\xbb\xbf" + TEXT.encode()).text == TEXT
    assert read("a.txt", TEXT.encode("utf-16")).text == TEXT
    assert read("a.txt", b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00\x7f\ufeff", min_codepoint=9)))
def test_any_text_comes_back_as_it_was(text):
    kept = "Word " * 40 + "".join(c for c in text if c >= " " or c in "\t\r\n")
    assert read("a.txt", kept.encode()).text == kept


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "The café’s owner, Zoë Müller, said: “We left Orléans.”"),
        ("cp1256", "قال المتحدث إن القصف أصاب الجسر يوم الثلاثاء"),
        ("cp1251", "Представитель сообщил, что мост был обстрелян во вторник"),
    ],
)
def test_an_undeclared_encoding_is_guessed_and_the_guess_is_said(encoding, text):
    record = read("a.txt", text.encode(encoding))
    assert record.text == text
    assert [p.code for p in record.problems] == ["encoding_guessed"]
    assert encoding in record.problems[0].message


# --- Markdown ---------------------------------------------------------------------------------------------------------

MARKDOWN = """---
title: "Bridge hit"
date: 2031-05-03
publisher: The Harbour Post
---
# Bridge hit at Harun

The [mayor](https://harbour.example/mayor_(2031) "a page") said so. ![map](https://harbour.example/map.png)
"""


def test_markdown_keeps_its_text_and_takes_its_front_matter_as_envelope():
    record = read("a.md", MARKDOWN.encode())
    assert record.text == MARKDOWN.split("---\n", 2)[2]
    assert (record.title, record.dct, record.publisher) == ("Bridge hit", "2031-05-03", "The Harbour Post")
    (link,) = record.links
    assert record.text[link.start : link.end].startswith("[mayor](")
    assert link.url == "https://harbour.example/mayor_(2031)"


# --- web pages --------------------------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge hit at Harun</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2031-05-03T21:00:00+03:00">
<link rel="canonical" href="https://harbour.example/bridge"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Bridge hit at Harun</h1>
<p>The <a href="https://army.example/notice">army
said</a> the bridge&nbsp;was <b>shelled</b> on Tuesday, killing at least 12 people.</p>
<p>A spokesman denied it.<br>He said no more.</p>
<table><tr><th>Place</th><th>Dead</th></tr><tr><td>Harun</td><td>12</td></tr></table></article>
<footer>All rights reserved</footer></body></html>"""


def test_a_web_page_gives_its_article_with_links_over_their_words():
    record = read("a.html", PAGE.encode())
    assert record.text == (
        "Bridge hit at Harun\n\nThe army said the bridge\u00a0was shelled on Tuesday, killing at least 12 people.\n\n"
        "A spokesman denied it.\nHe said no more.\n\nPlace | Dead\nHarun | 12"
    )
    assert [(record.text[x.start : x.end], x.url) for x in record.links] == [
        ("army said", "https://army.example/notice")
    ]


def test_a_web_page_says_who_published_it_and_when():
    record = read("a.html", PAGE.encode())
    assert (record.title, record.publisher) == ("Bridge hit at Harun", "The Harbour Post")
    assert (record.dct, record.url) == ("2031-05-03", "https://harbour.example/bridge")


def test_a_web_page_is_its_sites_by_what_its_title_ends_with():
    page = PAGE.replace('<meta property="og:site_name" content="The Harbour Post">\n', "")
    titled = page.replace("<title>Bridge hit at Harun</title>", "<title>Bridge hit at Harun - The Lake Review</title>")
    assert read("a.html", titled.encode()).publisher == "The Lake Review"


def test_a_page_without_a_stated_date_gets_none_from_its_text():
    page = "<html><body><article><p>On 3 May 2031 the bridge was shelled, the army said.</p></article></body></html>"
    assert read("a.html", page.encode()).dct is None


def test_linked_data_states_the_date_of_a_page():
    data = '{"@graph": [{"@type": "NewsArticle", "datePublished": "2031-05-03T08:00:00Z"}]}'
    page = (
        f'<html><head><script type="application/ld+json">{data}</script></head><body><p>Shells fell.</p></body></html>'
    )
    assert read("a.html", page.encode()).dct == "2031-05-03"


def test_a_declared_charset_is_used():
    page = '<html><head><meta charset="windows-1251"></head><body><p>Мост был обстрелян во вторник.</p></body></html>'
    record = read("a.html", page.encode("cp1251"))
    assert record.text == "Мост был обстрелян во вторник."
    assert record.problems == ()


def test_a_page_keeps_its_notes_and_the_list_they_call():
    filler = "<p>The two sides agreed on a truce in April, and each has accused the other of breaking it since.</p>" * 3
    page = f"""<html><body><article><h1>Truce at Harun</h1>{filler}
    <p>Shells fell, the mayor said.<sup><a href="#n1">1</a></sup> The army denied it.[2]</p>
    <ol><li><a href="https://harbour.example/1">Harbour Post</a></li><li>https://army.example/2</li></ol>
    </article></body></html>"""
    record = read("a.html", page.encode())
    assert "the mayor said.[1] The army denied it.[2]" in record.text
    assert record.text.endswith("1. Harbour Post\n2. https://army.example/2")
    (link,) = [x for x in record.links if x.url.startswith("http")]
    assert (record.text[link.start : link.end], link.url) == ("Harbour Post", "https://harbour.example/1")


# --- PDF --------------------------------------------------------------------------------------------------------------

FIRST = "The army said on Tuesday that shells had hit the bridge at Harun and killed at least twelve people. "
SECOND = "A spokesman of the other side denied that any of its guns had fired on that day. "


def pdf(*pages: list[str]) -> bytes:
    document = FPDF()
    document.set_title("Bridge hit")
    for paragraphs in pages:
        document.add_page()
        document.set_font("Helvetica", size=12)
        for paragraph in paragraphs:
            document.multi_cell(0, 6, paragraph, align="L", new_x="LMARGIN", new_y="NEXT")
            document.ln(4)
    return bytes(document.output())


def test_a_pdf_gives_paragraphs_and_not_lines():
    record = read("a.pdf", pdf([FIRST * 3, SECOND * 2], ["On the second page."]))
    assert record.text == f"{(FIRST * 3).strip()}\n\n{(SECOND * 2).strip()}\n\nOn the second page."
    assert record.title == "Bridge hit"


@pytest.mark.parametrize(
    ("broken", "rest", "mended"),
    [
        ("the cease", "fire held", "the ceasefire held"),
        ("the artil", "lery fired", "the artillery fired"),
        ("Russian", "backed units", "Russian-backed units"),
        ("the Christian", "ity of old", "the Christianity of old"),
        ("US", "brokered talks", "US-brokered talks"),
        ("the pro", "Harun side", "the pro-Harun side"),
        ("the self", "proclaimed mayor", "the self-proclaimed mayor"),
        ("under small", "arms fire", "under small-arms fire"),
    ],
)
def test_a_hyphen_at_the_end_of_a_pdf_line_stays_where_it_is_the_words_own(broken, rest, mended):
    known = known_words(["A small-arms round hit the mill."])
    lines = [Line(f"{broken}\ufffe{rest}", 0, 10, 0, 100)]
    assert join_lines(lines, known) == mended


def test_a_ruled_table_of_a_pdf_keeps_its_cells_apart():
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=11)
    document.multi_cell(0, 6, FIRST, new_x="LMARGIN", new_y="NEXT")
    with document.table() as table:
        for row in (("Day", "Place", "Killed"), ("27 May", "Ombra, at the old mill", "28"), ("31 May", "Lindal", "18")):
            table.row(row)
    document.multi_cell(0, 6, SECOND)
    text = read("a.pdf", bytes(document.output())).text
    assert "\n\nDay | Place | Killed\n27 May | Ombra, at the old mill | 28\n31 May | Lindal | 18\n\n" in text


def laid(*columns: tuple[float, list[str]], heading: str = "", foot: str = "", wide: int = 85) -> bytes:
    """A page whose lines are written from the top down, across all columns, as layout programs do."""
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=10)
    lines: list[tuple[float, float, str]] = []
    for left, paragraphs in columns:
        top = 30.0
        for text in paragraphs:
            wrapped = document.multi_cell(wide, text=text, dry_run=True, output="LINES")
            lines += [(top + 5 * n, left, line) for n, line in enumerate(wrapped)]
            top += 5 * len(wrapped) + 5
    for top, left, line in [(15.0, 10.0, heading), *sorted(lines), (280.0, 95.0, foot)]:
        document.text(left, top, line)
    return bytes(document.output())


def test_two_columns_of_a_pdf_are_read_one_after_the_other():
    heading = (
        "Report of the mission on the truce of Harun, on the bridge over the Senn and on what both sides said of it"
    )
    text = read("a.pdf", laid((10, [FIRST * 4]), (110, [SECOND * 4]), heading=heading, foot="sheet 1 of 9")).text
    assert text.split() == f"{heading} {FIRST * 4} {SECOND * 4} sheet 1 of 9".split()
    assert text.startswith(f"{heading}\n\nThe army")
    assert text.endswith("\n\nsheet 1 of 9")


def test_a_sentence_goes_on_in_the_next_column_and_paragraphs_stay_apart():
    words = f"{FIRST * 2}Nobody answered for the shells that fell on the market."
    text = read("a.pdf", laid((10, [SECOND * 3 + "It fell.", words[:224]]), (110, [words[224:], SECOND * 4]))).text
    assert text == "\n\n".join([SECOND * 3 + "It fell.", words, (SECOND * 4).strip()])


def test_three_columns_of_a_pdf_are_read_one_after_the_other():
    text = read("a.pdf", laid((10, [FIRST * 3]), (75, [SECOND * 3]), (140, [FIRST * 3]), wide=58)).text
    assert text.split() == (FIRST * 3 + SECOND * 3 + FIRST * 3).split()


@pytest.mark.parametrize("far", [60, 110])
def test_a_table_without_rules_is_read_row_by_row(far):
    days, places = ["4 March", "5 March", "6 March", "7 March", "8 March"], ["Harun", "Lindal", "Ombra", "Senn", "Mar"]
    text = read("a.pdf", laid((10, days), (far, places))).text
    assert " ".join(text.split()) == " ".join(f"{day} {place}" for day, place in zip(days, places, strict=True))


def test_a_ruled_table_in_one_column_keeps_the_other_column_whole():
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=10)
    wrapped = document.multi_cell(85, text=FIRST * 4, dry_run=True, output="LINES")
    for n, line in enumerate(wrapped):
        document.text(10, 20 + 5 * n, line)
        if n < 4:
            document.text(110, 20 + 5 * n, "No side signed the paper of that morning")
    document.set_margins(110, 10, 10)
    document.set_xy(110, 45)
    with document.table(width=85, align="LEFT") as table:
        for row in (("Day", "Place", "Killed"), ("27 May", "Ombra", "28"), ("31 May", "Lindal", "18")):
            table.row(row)
    text = read("a.pdf", bytes(document.output())).text
    assert text.startswith((FIRST * 4).strip() + " No side signed the paper of that morning No side")
    assert text.endswith("\n\nDay | Place | Killed\n27 May | Ombra | 28\n31 May | Lindal | 18")


def test_links_of_a_pdf_lie_over_their_words():
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica", size=12)
    for words, url in (("The army", ""), ("said", "https://army.example/notice"), ("that nobody", ""), ("fired", "")):
        document.write(6, words + " ", url)
    record = read("a.pdf", bytes(document.output()))
    assert [(record.text[x.start : x.end], x.url) for x in record.links] == [("said", "https://army.example/notice")]


def test_a_mastheads_short_line_and_a_pages_number_are_no_part_of_the_first_sentence():
    text = read("a.pdf", pdf(["Harun Mirror, 15 January 2025\n" + FIRST * 3, "Page 1"])).text
    assert text == f"Harun Mirror, 15 January 2025\n\n{FIRST * 3}".strip()


def test_lines_of_a_letterhead_stay_lines_and_a_bare_page_number_is_no_text():
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica", size=12)
    document.text(100, 285, "7")
    for n, line in enumerate(("HARUN TRUCE MISSION (HTM)", "Spot Report 9", "Issued: 3 May 2031")):
        document.text(10, 20 + 6 * n, line)
    document.set_y(44)
    document.multi_cell(0, 6, FIRST * 3, align="L")
    text = read("a.pdf", bytes(document.output())).text
    assert text == f"HARUN TRUCE MISSION (HTM)\n\nSpot Report 9\n\nIssued: 3 May 2031\n\n{FIRST * 3}".strip()


def test_a_raised_number_in_a_pdf_is_a_note_and_no_count():
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica", size=12)
    for words in ("Shells fell on 13 houses.", "2", " Four people fled 3 km", "2", " of land."):
        document.char_vpos = "SUP" if words == "2" else "LINE"
        document.write(6, words)
    assert (
        read("a.pdf", bytes(document.output())).text == "Shells fell on 13 houses.[2] Four people fled 3 km2 of land."
    )


@pytest.mark.parametrize(("author", "kept"), [("(anonymous)", None), ("Unknown", None), ("Dana Kerel", "Dana Kerel")])
def test_what_a_program_writes_for_nobody_is_no_author(author: str, kept: str | None):
    assert named_author(author) == kept
    assert named_title("untitled") is None
    assert named_title("Microsoft Word - draft3.doc") is None


def test_a_head_that_runs_over_the_pages_of_a_pdf_is_no_text():
    pages = [[f"Harun Bulletin 12, page {n} of 4", f"{FIRST}Number {word}."] for n, word in enumerate("ABCD", 1)]
    record = read("a.pdf", pdf(*pages))
    assert "Bulletin" not in record.text
    assert record.text.count("Number ") == 4


# --- Word -------------------------------------------------------------------------------------------------------------


def word() -> bytes:
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Bridge hit", "A. Lee"
    paragraph = document.add_paragraph("The army ")
    link = OxmlElement("w:hyperlink")
    address = paragraph.part.relate_to("https://army.example/notice", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), address)
    link.append(paragraph.add_run("said")._r)
    paragraph._p.append(link)
    paragraph.add_run(" the bridge was shelled.")
    for tag, text_tag, words in (("w:ins", "w:t", " Twelve died."), ("w:del", "w:delText", " Nobody died.")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    table = document.add_table(2, 2)
    for cell, words in zip((c for r in table.rows for c in r.cells), ("Place", "Dead", "Harun", "12"), strict=True):
        cell.text = words
    document.add_paragraph("After the table.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_document_gives_text_tables_and_links_in_order_and_no_deleted_words():
    record = read("a.docx", word())
    assert record.text == (
        "The army said the bridge was shelled. Twelve died.\n\nPlace | Dead\nHarun | 12\n\nAfter the table."
    )
    assert [(record.text[x.start : x.end], x.url) for x in record.links] == [("said", "https://army.example/notice")]
    assert (record.title, record.author) == ("Bridge hit", "A. Lee")


FOOTNOTES = """<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:id="2"><w:p><w:r><w:t>Harbour Post, https://harbour.example/1</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def noted(notes: str, *, struck: bool = False) -> bytes:
    """A document with one footnote, of id 2; `struck` if its call is struck out."""
    document = docx.Document()
    run = document.add_paragraph("The bridge was shelled.").add_run()
    run.font.strike = struck
    call = OxmlElement("w:footnoteReference")
    call.set(qn("w:id"), "2")
    run._r.append(call)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_footnote_is_marked_where_it_is_called_and_listed_behind_the_text():
    record = read("a.docx", noted(FOOTNOTES))
    assert record.text == "The bridge was shelled.[1]\n\n1. Harbour Post, https://harbour.example/1"
    assert record.problems == ()


@pytest.mark.parametrize(
    ("inside", "kept", "gone"),
    [
        ("<w:r><w:t>Two </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>of ten </w:t></w:r><w:r><w:t>died.</w:t></w:r>",
         "Two died.", "2 words"),
        ("<w:r><w:t>Two died.</w:t></w:r><w:del><w:r><w:delText>No one.</w:delText></w:r></w:del>", "Two died.",
         "2 words"),
        ("<w:r><w:rPr><w:dstrike/></w:rPr><w:t>Nobody died.</w:t></w:r>", "", "2 words"),
        ('<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>Two died.</w:t></w:r>', "Two died.", ""),
        ("<w:r><w:t>Two</w:t><w:tab/><w:t>died.</w:t></w:r></w:p><w:p><w:r><w:t>So the Post.</w:t></w:r>",
         "Two died. So the Post.", ""),
    ],
)  # fmt: skip
def test_words_struck_in_a_footnote_are_left_out_and_counted(inside, kept, gone):
    before, _, after = FOOTNOTES.partition("<w:r><w:t>Harbour Post, https://harbour.example/1</w:t></w:r>")
    record = read("a.docx", noted(before + inside + after))
    assert record.text == f"The bridge was shelled.[1]\n\n1. {kept}".strip()
    assert [gone in p.message for p in record.problems] == ([True] if gone else [])


def test_a_footnote_whose_call_is_struck_goes_with_it_and_is_counted():
    record = read("a.docx", noted(FOOTNOTES, struck=True))
    assert record.text == "The bridge was shelled."
    assert [(p.code, "3 words" in p.message) for p in record.problems] == [("words_struck", True)]


# --- e-mail -----------------------------------------------------------------------------------------------------------


def mail(**attachments: bytes) -> EmailMessage:
    message = EmailMessage()
    message["From"] = '"Press office, Harun" <press@harun.example>'
    message["Date"] = "Tue, 3 May 2031 23:30:00 +0300"
    message["Subject"] = "Bridge hit – first toll"
    message.set_content("The army said the bridge was shelled.\n\nAt least 12 people died.\n")
    for name, data in attachments.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return message


def test_a_mail_gives_its_text_and_its_headers_as_envelope():
    record = read("a.eml", mail().as_bytes())
    assert record.text == "The army said the bridge was shelled.\n\nAt least 12 people died."
    assert (record.title, record.publisher) == ("Bridge hit – first toll", "Press office, Harun")
    assert record.dct == "2031-05-03"


def test_attachments_are_records_of_their_own():
    records = extract_records(File(name="a.eml", data=mail(toll_txt=b"Twelve dead.", map_bin=b"\x00\x01").as_bytes()))
    assert [(r.id, r.text) for r in records[1:]] == [("a.eml/toll.txt", "Twelve dead."), ("a.eml/map.bin", None)]
    assert [p.code for p in records[2].problems] == ["format_unknown"]


def test_a_mail_of_markup_alone_is_read_as_a_page():
    message = mail()
    message.set_content("<html><body><p>The army said <b>the bridge</b> was shelled.</p></body></html>", subtype="html")
    assert read("a.eml", message.as_bytes()).text == "The army said the bridge was shelled."


def test_what_a_mail_quotes_of_an_older_one_is_left_out_and_said():
    message = mail()
    message.set_content(
        "Nobody was refused passage.\n\n"
        "On 10 May 2031 at 09:05, Ada Quill wrote:\n> Were trucks held at Odrel?\n> Please ask.\n"
    )
    record = read("a.eml", message.as_bytes())
    assert record.text == "Nobody was refused passage."
    assert [(p.code, "2 lines" in p.message) for p in record.problems] == [("mail_quoted", True)]


def test_a_mail_that_quotes_alone_is_read_whole():
    message = mail()
    message.set_content("> Shells fell on Odrel.\n> Four people died.\n")
    record = read("a.eml", message.as_bytes())
    assert "Shells fell on Odrel." in (record.text or "")
    assert not record.problems


def test_lines_wrapped_by_a_mail_program_are_joined_and_short_ones_are_not():
    wrapped = (
        "The army said on Tuesday that shells had hit the bridge at Harun and\nkilled at least twelve people, among "
        "them two children from Aven.\n\nRegards\nPress office\n"
    )
    message = EmailMessage()
    message["From"] = "press@harun.example"
    message.set_content(wrapped)
    assert read("a.eml", message.as_bytes()).text == (
        "The army said on Tuesday that shells had hit the bridge at Harun and killed at least twelve people, "
        "among them two children from Aven.\n\nRegards\nPress office"
    )


def test_words_taken_back_in_a_docx_are_left_out_and_said_and_tracked_insertions_are_read():
    document = docx.Document()
    paragraph = document.add_paragraph("The mayor said ")
    paragraph.add_run("two ").font.strike = True
    three, gone = paragraph.add_run("three "), paragraph.add_run("young ")
    for run, change in ((three, "w:ins"), (gone, "w:del")):
        tracked = OxmlElement(change)
        run._r.addprevious(tracked)
        tracked.append(run._r)
    gone._r.find(qn("w:t")).tag = qn("w:delText")
    paragraph.add_run("people were killed.")
    saved = io.BytesIO()
    document.save(saved)
    record = read("struck.docx", saved.getvalue())
    assert record.text == "The mayor said three people were killed."
    (problem,) = record.problems
    assert problem.code == "words_struck"
    assert problem.message == "Words struck out or deleted in tracked changes were left out (2 words)."


def styled(*runs: tuple[str, str | None], paragraph: str | None = None, plain: str = "") -> Record:
    """A document of runs with character styles: Gone strikes out, Older is based on it, Back is based on it and not.

    `paragraph` is its paragraph's style; the words `plain` are marked as not struck out on the run itself.
    """
    document = docx.Document()
    for name, kind, base in (
        ("Gone", WD_STYLE_TYPE.CHARACTER, None),
        ("Older", WD_STYLE_TYPE.CHARACTER, "Gone"),
        ("Back", WD_STYLE_TYPE.CHARACTER, "Gone"),
        ("Withdrawn", WD_STYLE_TYPE.PARAGRAPH, None),
    ):
        made = document.styles.add_style(name, kind)
        if base:
            made.base_style = document.styles[base]
        made.font.strike = {"Gone": True, "Withdrawn": True, "Back": False}.get(name)
    laid = document.add_paragraph(style=paragraph)
    for words, style in runs:
        run = laid.add_run(words, style=style)
        if words == plain:
            run.font.strike = False
    document.add_paragraph("The mayor said so.")
    saved = io.BytesIO()
    document.save(saved)
    return read("styled.docx", saved.getvalue())


@pytest.mark.parametrize("style", ["Gone", "Older"])
def test_words_struck_out_by_a_named_style_are_left_out_and_said(style):
    record = styled(("Three ", None), ("young ", style), ("people were killed.", None))
    assert record.text == "Three people were killed.\n\nThe mayor said so."
    assert [(p.code, "1 word)" in p.message) for p in record.problems] == [("words_struck", True)]


def test_a_paragraph_struck_out_by_its_style_is_left_out():
    record = styled(("Three people ", None), ("were killed.", None), paragraph="Withdrawn")
    assert record.text == "The mayor said so."
    assert "4 words" in record.problems[0].message


def test_what_a_style_or_the_run_itself_takes_out_of_a_strike_is_read():
    assert styled(("Three people were killed.", "Back")).text.startswith("Three people were killed.")
    assert not styled(("Three people were killed.", "Back")).problems
    read_again = styled(("Three ", "Gone"), ("people", "Gone"), plain="people")
    assert read_again.text.startswith("people")
    both = styled(("Three people ", "Gone"), ("were killed.", None), paragraph="Withdrawn")
    assert both.text.startswith("Three people\n\nThe mayor")


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ('"Anna Berg" <anna.berg@mission.example>', None),
        ('"Berg, Anna" <a.berg@mission.example>', None),
        ('"Press office, Harun" <press@harun.example>', "Press office, Harun"),
        ("Harun Observatory <desk@observatory.example>", "Harun Observatory"),
        ("alerts@harunwire.example", "harunwire.example"),
    ],
)
def test_who_passes_a_report_on_is_not_its_publisher(sender: str, publisher: str | None):
    message = mail()
    message.replace_header("From", sender)
    assert read("a.eml", message.as_bytes()).publisher == publisher


def test_a_mail_that_names_its_organisation_was_put_out_by_it():
    message = mail()
    message.replace_header("From", '"Anna Berg" <anna.berg@mission.example>')
    message["Organization"] = "Harun Monitoring Mission"
    assert read("a.eml", message.as_bytes()).publisher == "Harun Monitoring Mission"
