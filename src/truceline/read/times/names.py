"""Seasons that are part of a name: "Silver Spring", "the Arab Spring"."""

import re

from truceline.read.times.hit import Hit

_LED = re.compile(
    r"\b(?!(?:In|The|By|Last|Next|This|That|Early|Late|Mid|Since|During|Until|Every|Each|For|From|And|Of|On|After|Before)\b)"
    r"[A-Z][a-z]+\s$"
)


def is_in_name(text: str, hit: Hit) -> bool:
    """Whether a season without a year stands in capitals right behind another capitalised word."""
    if hit.make != "season" or hit.words("year"):
        return False
    start = hit.tokens.starts[hit.start]
    return text[start].isupper() and _LED.search(text, max(0, start - 20), start) is not None
