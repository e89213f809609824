"""Times that only say since when nothing like it has been: "the worst fire since 2004", "the first since May"."""

import re

_NO_SUPERLATIVE = (
    "arrest|behest|chest|conquest|contest|forest|guest|harvest|honest|inquest|interest|invest|manifest|nest|northwest"
    "|priest|protest|request|rest|southwest|suggest|test|vest|west"
)
_SINCE = re.compile(
    rf"\b(?:worst|first|most|only|(?!(?:{_NO_SUPERLATIVE})\b)[a-z]{{2,}}est)\b[^.;:!?]{{0,50}}\bsince\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OWN_SINCE = re.compile(r"since\s+(?:the\s+)?", re.IGNORECASE)
_BEFORE = 80
"""Characters before a time in which the comparison stands."""


def is_compared(text: str, start: int) -> bool:
    """Whether a time that begins here, be it with its "since", bounds a comparison and is no deed's own."""
    since = _OWN_SINCE.match(text, start)
    start = since.end() if since is not None else start
    return _SINCE.search(text[max(0, start - _BEFORE) : start]) is not None
