"""Times that are part of a name: "Silver Spring", "the Night of the Tins", "the 7 July hospital"."""

import re

from truceline.read.times.hit import Hit

_LED = re.compile(
    r"\b(?!(?:In|The|By|Last|Next|This|That|Early|Late|Mid|Since|During|Until|Every|Each|For|From|And|Of|On|After|Before)\b)"
    r"[A-Z][a-z]+\s$"
)
_DAY = re.compile(r"(?:[Tt]he )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?)")
_SITE = re.compile(
    r" (?:[Hh]ospital|[Bb]ridge|[Ss]quare|[Ss]treet|[Ss]chool|[Uu]niversity|[Ss]tadium|[Nn]eighbou?rhood|[Qq]uarter"
    r"|[Aa]venue|[Bb]rigade|[Mm]ovement|[Aa]irport|[Rr]oad|[Dd]istrict|[Ff]actory|[Cc]amp|[Bb]arracks|[Pp]ark"
    r"|[Bb]attalion|[Mm]arket)\b(?! (?:attacks?|bombings?|strikes?|raids?|shootings?|shelling|massacres?|blasts?"
    r"|explosions?|fires?|killings?|siege|incidents?|clash(?:es)?|ambush|assault|crash|protests?|meeting|talks|rally|march)\b)"
)
"""What a street or a hospital bears a day's name as; before a deed's noun the day is the deed's."""
_THE = re.compile(r"\b[Tt]he ")


def names_site(text: str, hit: Hit) -> bool:
    """Whether a day without a year is what a site right behind it is called."""
    start, end = hit.tokens.starts[hit.start], hit.tokens.ends[hit.end - 1]
    site = _SITE.match(text, end) if _DAY.fullmatch(text, start, end) else None
    return site is not None and (site[0][1].isupper() or _THE.search(text, max(0, start - 5), start + 4) is not None)


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
