"""Footnotes and endnotes of Word documents: "[1]" where they are called, and their list behind the text."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from truceline.read.files.docx_gone import is_gone, standing, words_taken_back
from truceline.read.files.laid import LaidText

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTE_MARKS = {_W + "footnoteReference": "footnote", _W + "endnoteReference": "endnote"}
"""What calls a note, and the element that holds it."""


class Notes:
    """Numbers notes in the order they are called, footnotes and endnotes alike."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._called: dict[tuple[str, str], int] = {}
        self.taken_back = 0
        """Words of the notes laid that are struck out or deleted."""

    def mark(self, reference: Any) -> str:
        """The marker of a call: "[3]"."""
        key = NOTE_MARKS[reference.tag], reference.get(_W + "id") or ""
        return f"[{self._called.setdefault(key, len(self._called) + 1)}]"

    def lay(self, laid: LaidText) -> None:
        """The list of the notes called, one a line, as a reference list is printed."""
        texts = {kind: self._texts(kind) for kind in sorted({kind for kind, _ in self._called})}
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
        notes = list(root.iter(_W + kind))
        self.taken_back += sum(words_taken_back(part) for n in notes for part in _outermost_gone(n))
        return {
            n.get(_W + "id") or "": " ".join("".join(t.text or "" for t in standing(n) if t.tag == _W + "t").split())
            for n in notes
        }


def _outermost_gone(node: Any) -> Iterator[Any]:
    for child in node:
        yield from (child,) if is_gone(child) else _outermost_gone(child)
