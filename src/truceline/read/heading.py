"""What a plain text prints above itself: its headline, and who wrote it."""

import re

_BYLINE = re.compile(r"^[ \t]*(?:by|By|BY)\s+((?:[A-Z][\w’'.-]+ ?){2,4})\s*(?:$|[,|\n\r])", re.MULTILINE)
_HEAD = 400
"""Characters in which a byline is looked for."""
_HEADLINE = re.compile(r"\s*(?P<line>[^\n]{8,120}?)[ \t]*\n[ \t]*(?:\n|(?:by|By|BY) [A-Z])")
_NO_HEADLINE = re.compile(
    r"[.:;,]$|\bhttps?://|^\W*\d|^(?:By|by|BY) [A-Z]|^(?:From|To|Subject|Date|Published|Updated)\b|\s[-–—]\s*$"
)


def byline(text: str) -> str | None:
    """The name behind "By" at a line's beginning near the text's head; None without one."""
    found = _BYLINE.search(text[:_HEAD])
    return found[1].strip() if found else None


def headline(text: str) -> str | None:
    """The first line where it stands alone, short and without a stop, as headlines do; None where it is prose."""
    found = _HEADLINE.match(text)
    if found is None or _NO_HEADLINE.search(found["line"]) or len(found["line"].split()) < 2:
        return None
    return found["line"] if text[found.end() :].strip() else None
