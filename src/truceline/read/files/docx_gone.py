"""Words a Word document shows as taken back: struck out, or deleted in tracked changes; they are not read."""

from collections.abc import Iterator
from typing import Any

from truceline.read.files.docx_styles import strike_said

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DELETED = _W + "del"
_MOVED_OR_MADE = {
    _W + "moveFrom",  # it stands again where it was moved to
    _W + "instrText",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def is_gone(node: Any) -> bool:
    """Whether an element and all in it is no part of the text as it stands."""
    return node.tag == _DELETED or node.tag in _MOVED_OR_MADE or _is_struck(node)


def is_taken_back(node: Any) -> bool:
    """Whether the writer took back an element that is gone; what was moved stands elsewhere."""
    return node.tag not in _MOVED_OR_MADE


def words_taken_back(node: Any) -> int:
    """How many words of an element that is gone its writer took back."""
    if not is_taken_back(node):
        return 0
    return len("".join(part.text or "" for part in node.iter(_W + "t", _W + "delText")).split())


def standing(node: Any) -> Iterator[Any]:
    """Elements of a note that are part of its text, in order."""
    if is_gone(node):
        return
    yield node
    for child in node:  # the parser allows no nesting too deep for this
        yield from standing(child)


def _is_struck(node: Any) -> bool:
    return node.tag == _W + "r" and bool(strike_said(node))
