"""Words that a Word document strikes out by a named style: the strike is written to each run, where it is read."""

from collections.abc import Mapping
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = {"0", "false", "off"}
_MARKS = ("strike", "dstrike")

Struck = frozenset[str]
"""Ids of the styles that strike words out."""


def struck_styles(styles: Any) -> Struck:
    """Styles that strike out, by themselves or by the nearest style they are based on that says so."""
    known = {s.get(_W + "styleId") or "": s for s in styles.iter(_W + "style")}
    return frozenset(key for key in known if _strikes(key, known))


def _strikes(key: str, known: Mapping[str, Any]) -> bool:
    seen: set[str] = set()
    while key in known and key not in seen:
        seen.add(key)
        own = strike_said(known[key])
        if own is not None:
            return own
        based_on = known[key].find(_W + "basedOn")
        key = "" if based_on is None else based_on.get(_W + "val") or ""
    return False


def strike_said(node: Any) -> bool | None:
    """Whether a run or a style says itself that its words are struck out; None where it says nothing of it."""
    marks = [m for name in _MARKS if (m := node.find(f"{_W}rPr/{_W}{name}")) is not None]
    return any(m.get(_W + "val") not in _OFF for m in marks) if marks else None


def strike_by_styles(root: Any, struck: Struck) -> None:
    """Mark every run that only a style of its own or of its paragraph strikes out; two of them undo each other."""
    if not struck:
        return
    for run in root.iter(_W + "r"):
        paragraph = next(run.iterancestors(_W + "p"), None)
        by_paragraph = paragraph is not None and _style(paragraph, "pPr", "pStyle") in struck
        # the format lets a character style switch off what its paragraph's style switched on
        if strike_said(run) is None and by_paragraph != (_style(run, "rPr", "rStyle") in struck):
            _mark(run)


def _style(node: Any, properties: str, name: str) -> str:
    found = node.find(f"{_W}{properties}/{_W}{name}")
    return "" if found is None else found.get(_W + "val") or ""


def _mark(run: Any) -> None:
    properties = run.find(_W + "rPr")
    if properties is None:
        properties = run.makeelement(_W + "rPr")
        run.insert(0, properties)
    properties.append(properties.makeelement(_W + "strike"))
