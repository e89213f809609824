"""Notes of a web page: superscript numbers made markers, and the reference list that article extraction leaves out."""

import re
from typing import Any

from truceline.read.files.laid import LaidText

_NUMBER = re.compile(r"\s*\d{1,3}\s*")
_MARKER = re.compile(r"\[(\d{1,3})\]")
_NUMBERED = re.compile(r"\s*(?:\[(\d{1,3})\]:?|(\d{1,3})[.)]|\((\d{1,3})\))\s*")
_LISTED = re.compile(r"^(?:\[\d{1,3}\]|\d{1,3}[.)])\s*\S", re.MULTILINE)

Note = tuple[str, str | None]
"""Text of a reference, and the address it leads to."""


def mark_notes(tree: Any) -> None:
    """Writes "[3]" where a page has a superscript 3: without its brackets it would run into the word before."""
    for sup in tree.iter("sup"):
        if _NUMBER.fullmatch(sup.text_content()):
            innermost = next((n for n in sup.iter() if n.text and n.text.strip()), sup)
            innermost.text = f"[{sup.text_content().strip()}]"


def listed_notes(tree: Any) -> dict[int, Note]:
    """Numbered references of a page: items of an ordered list, or lines that begin with their number."""
    notes: dict[int, Note] = {}
    for block in tree.iter("li", "p", "div", "dd"):
        if block.tag == "div" and len(block.xpath("./p|./div|./ul|./ol|./table")) > 0:
            continue
        number, text = _numbered(block)
        url = next((a.get("href") for a in block.iter("a") if str(a.get("href")).startswith("http")), None)
        if number is not None and (url or "://" in text):
            notes[number] = text, url  # the last of a number: the list stands at the end
    return notes


def _numbered(block: Any) -> tuple[int | None, str]:
    text = " ".join(block.text_content().split())
    printed = _NUMBERED.match(text)
    if printed:
        return int(next(g for g in printed.groups() if g)), text[printed.end() :]
    parent = block.getparent()
    if block.tag == "li" and parent is not None and parent.tag == "ol":
        return [c for c in parent if c.tag == "li"].index(block) + 1, text.lstrip("^ ")
    return None, text


def lay_notes(laid: LaidText, notes: dict[int, Note]) -> None:
    """The references that the text's markers call, one a line behind the text, unless it lists them already."""
    text, _ = laid.finish()
    called = sorted({int(n) for n in _MARKER.findall(text)} & set(notes))
    if not called or _LISTED.search(text):
        return
    for rank, number in enumerate(called):
        laid.gap(2 if rank == 0 else 1)
        laid.words(f"{number}. ")
        words, url = notes[number]
        start = laid.here()
        laid.words(words)
        laid.link(start, url)
