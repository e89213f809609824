"""Web pages: the article's own text by trafilatura (Barbaresi 2021), its links and what its head says of it."""

import logging
import re
from typing import Any

from lxml import etree, html

from truceline.model.record import File, Record
from truceline.read.files.decode import decode_text
from truceline.read.files.laid import LaidText
from truceline.read.files.page_date import page_date
from truceline.read.files.page_notes import lay_notes, listed_notes, mark_notes
from truceline.read.files.unreadable import UnreadableError, problem

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_MOST_CHARACTERS = 10_000_000
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLOCKS = {"p": 2, "head": 2, "quote": 2, "list": 2, "table": 2, "item": 1, "row": 1, "lb": 1, "code": 2}
"""Line breaks around each element of trafilatura's tree."""


def extract_html(file: File) -> tuple[Record, ...]:
    """One record: paragraphs parted by blank lines, links over their words, and the page's head as envelope."""
    declared = _CHARSET.search(file.data[:4096])
    decoded = decode_text(file.data, declared.group(1).decode("ascii") if declared else None)
    if len(decoded.text) > _MOST_CHARACTERS:
        raise UnreadableError("too_large", "a page of over ten million characters")
    if "<" not in decoded.text:
        raise UnreadableError("damaged", "it holds no markup")
    tree = _parsed(decoded.text)
    mark_notes(tree)
    # before trafilatura prunes the tree
    day, notes, titled = page_date(tree), listed_notes(tree), " ".join(tree.xpath("string(//head/title)").split())
    page = _article(tree)
    laid = lay_tree(page.body)
    lay_notes(laid, notes)
    text, links = laid.finish()
    if not text:
        raise UnreadableError("empty")
    problems = () if decoded.guessed is None else (problem(file.name, "encoding_guessed", decoded.guessed),)
    return (
        Record(
            id=file.name,
            where=file.name,
            data=file.data,
            text=text,
            title=page.title or None,
            dct=day,
            url=page.url or None,
            publisher=_site(page, titled),
            author=page.author or None,
            links=links,
            problems=problems,
        ),
    )


def _site(page: Any, titled: str) -> str | None:
    """The site by the name that the page's head states, else by that in its title, else by its address."""
    named = page.sitename if page.sitename and not _HOST.fullmatch(page.sitename) else None
    return named or _site_behind(titled, page.title) or page.sitename or None


def _site_behind(titled: str, title: str | None) -> str | None:
    """The site by what stands behind an article's own title in that of its page: "Six die - The Qasr Mirror"."""
    found = re.fullmatch(rf"{re.escape(title)}\s+[-–—|·]\s+(?P<site>[^-–—|·]{{3,50}})", titled) if title else None
    return found["site"].strip() if found else None


def _parsed(markup: str) -> Any:
    try:
        return html.document_fromstring(_DECLARATION.sub("", markup))
    except (etree.ParserError, ValueError) as error:
        raise UnreadableError("empty") from error


def _article(tree: Any) -> Any:
    from trafilatura import bare_extraction  # noqa: PLC0415  # loads half a second of libraries only web pages need

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it complains of is a Problem here
    page = bare_extraction(
        tree,
        include_links=True,
        include_comments=False,
        include_formatting=True,
        with_metadata=True,
        favor_recall=True,
        # its own date search depends on today's date; `page_date` does not
        date_extraction_params={"extensive_search": False, "max_date": "9999-12-31", "original_date": True},
    )
    if page is None:
        raise UnreadableError("empty")
    return page


def lay_tree(body: etree._Element) -> LaidText:
    """The text of trafilatura's tree, walked without recursion: pages may be nested arbitrarily deep."""
    laid = LaidText()
    starts: dict[etree._Element, tuple[int, int]] = {}
    for event, node in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            _open(laid, node, starts)
        else:
            _close(laid, node, starts)
    return laid


def _open(laid: LaidText, node: etree._Element, starts: dict[etree._Element, tuple[int, int]]) -> None:
    laid.gap(_BLOCKS.get(str(node.tag), 0))
    if node.tag == "cell" and node.getprevious() is not None:
        laid.words(" | ")
    if node.tag == "item" and node.getparent().get("rend") == "ol":
        laid.words(f"{node.getparent().index(node) + 1}. ")
    if node.tag == "ref":
        starts[node] = laid.here()
    if node.tag != "graphic":
        laid.words(node.text)


def _close(laid: LaidText, node: etree._Element, starts: dict[etree._Element, tuple[int, int]]) -> None:
    if node.tag == "ref":
        laid.link(starts.pop(node), node.get("target"))
    if node.tag != "lb":
        laid.gap(_BLOCKS.get(str(node.tag), 0))
    laid.words(node.tail)
