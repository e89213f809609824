"""Times that are part of a name: "Silver Spring", "the Arab Spring", "the Night of the Tins"."""

import re

from truceline.read.times.hit import Hit

_LED = re.compile(
    r"\b(?!(?:In|The|By|Last|Next|This|That|Early|Late|Mid|Since|During|Until|Every|Each|For|From|And|Of|On|After|Before)\b)"
    r"[A-Z][a-z]+\s$"
)

_OF_WHAT = re.compile(r" of (?:the )?[A-Z][a-z]+\b(?! \d)")


def is_in_name(text: str, hit: Hit) -> bool:
    """Whether a night is called after something, or a season without a year stands behind another capitalised word."""
    if hit.make == "part_alone":
        part = hit.tokens.starts[hit.end - 1]
        return (
            text[part].isupper()
            and hit.end - hit.start > 1
            and _OF_WHAT.match(text, hit.tokens.ends[hit.end - 1]) is not None
        )
    if hit.make != "season" or hit.words("year"):
        return False
    start = hit.tokens.starts[hit.start]
    return text[start].isupper() and _LED.search(text, max(0, start - 20), start) is not None
