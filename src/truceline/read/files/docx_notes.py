"""Footnotes and endnotes of Word documents: "[1]" where they are called, and their list behind the text."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from truceline.read.files.docx_gone import is_gone, is_taken_back, standing, words_taken_back
from truceline.read.files.docx_styles import Struck, strike_by_styles
from truceline.read.files.laid import LaidText

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTE_MARKS = {_W + "footnoteReference": "footnote", _W + "endnoteReference": "endnote"}
"""What calls a note, and the element that holds it."""
_SIGNS = {_W + "p": " ", _W + "tab": " ", _W + "br": " ", _W + "cr": " ", _W + "noBreakHyphen": "-"}
"""What stands between words of a note, which is laid on one line."""


class Notes:
    """Numbers notes in the order they are called, footnotes and endnotes alike."""

    def __init__(self, part: Any, struck: Struck) -> None:
        self._part, self._struck = part, struck
        self._called: dict[tuple[str, str], int] = {}
        self._calls_gone: set[tuple[str, str]] = set()
        self.taken_back = 0
        """Words of notes that are struck out or deleted, or whose calls are."""

    def leave_out(self, node: Any) -> None:
        """Keep in mind the notes called in an element that is gone: they go with it, unless called elsewhere too."""
        if is_taken_back(node):
            self._calls_gone |= {(NOTE_MARKS[r.tag], r.get(_W + "id") or "") for r in node.iter(*NOTE_MARKS)}

    def mark(self, reference: Any) -> str:
        """The marker of a call: "[3]"."""
        key = NOTE_MARKS[reference.tag], reference.get(_W + "id") or ""
        return f"[{self._called.setdefault(key, len(self._called) + 1)}]"

    def lay(self, laid: LaidText) -> None:
        """The list of the notes called, one a line, as a reference list is printed."""
        gone = self._calls_gone - self._called.keys()
        texts = {kind: self._texts(kind) for kind in sorted({kind for kind, _ in (*self._called, *gone)})}
        self.taken_back += sum(len(texts[kind].get(note, "").split()) for kind, note in gone)
        for rank, ((kind, note), number) in enumerate(self._called.items()):
            laid.gap(2 if rank == 0 else 1)
            laid.words(f"{number}. {texts[kind].get(note, '')}")

    def _texts(self, kind: str) -> dict[str, str]:
        """Texts of the document's footnotes or endnotes by their ids; none where that part is missing or damaged."""
        blob = next((r.target_part.blob for r in self._part.rels.values() if r.reltype.endswith(f"/{kind}s")), None)
        if blob is None:
            return {}
        try:
            root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError:
            return {}
        strike_by_styles(root, self._struck)
        notes = list(root.iter(_W + kind))
        self.taken_back += sum(words_taken_back(part) for n in notes for part in _outermost_gone(n))
        return {n.get(_W + "id") or "": " ".join("".join(map(_words, standing(n))).split()) for n in notes}


def _words(node: Any) -> str:
    if node.tag == _W + "t":
        return node.text or ""
    return _SIGNS.get(node.tag, "")


def _outermost_gone(node: Any) -> Iterator[Any]:
    for child in node:
        yield from (child,) if is_gone(child) else _outermost_gone(child)
