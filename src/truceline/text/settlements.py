"""Names that the words about them call a settlement, whether or not a gazetteer has them."""

import re

_CALLED = re.compile(
    r"\b(?:village|town|city|hamlet|settlement)s?(?: of|,? called|,? named|,? known as) $", re.IGNORECASE
)
_BEFORE = 25
"""Characters before a name in which it is called so."""


def is_called_settlement(text: str, start: int) -> bool:
    """Whether the name that begins here is said to be a settlement: "the village of Ntovukila"."""
    return _CALLED.search(text, max(0, start - _BEFORE), start) is not None


_OFF = (
    r"(?:near|outside|close to|not far from|(?:(?:just|due) )?(?:north|south)?-?(?:east|west|north|south)(?:ern)? of)"
    r"\s(?:the (?:town|city|village|port) of )?(?=(?:[a-z]{2}[-’'])?[^\W\d_a-z])"
)
_FAR = r"(?:(?:which lies|lying|just|some|about|only|a few|\d[\d.,]*|kilomet(?:re|er)s?|km|miles?)\s)"
_BESIDE = re.compile(rf",\s{_FAR}*{_OFF}|\s{_FAR}*{_OFF}")


def beside(text: str, end: int) -> int | None:
    """Where the name begins near which the name that ends here is said to lie: "Zorbu, 12 km south of Kalembe"."""
    found = _BESIDE.match(text, end)
    return found.end() if found else None


_OPENS_PARAGRAPH = re.compile(
    r"(?:^|\n)\s*(?:(?:Then|Next|And|Or|Now|So) )?(?:(?:take|consider|came|comes|there is|there was) )?$"
)
_SAID_OF_IT = re.compile(
    r"(?:,[^.!?\n]{0,40}|\s(?:came|comes|is|was|shows?|showed|follow(?:ed|s)|fell|ha[sd]|tells|went|stands|stood|remains?"
    r"|became|offers|saw|paid|suffered|fared|knows|knew)\b[^.!?\n]{0,60})?[.!?]\s"
)
_BACK_TO_IT = re.compile(
    r"\bthe (?:town|village|city|hamlet|settlement)\b(?! of\b)"
    r"|\bthere\b(?! (?:is|are|was|were|ha[sd]|will|can|could|would|came)\b)"
)
_PLAIN = re.compile(r"[A-Z][a-z]*(?:[ae]nce|ing|[st]ion|ment|ness|ity|ism|ure|body|one|s|th|day)$")
"""A plain word by its ending, which opens a sentence with a capital: "Silence followed"."""
_THEN = 260
"""Characters behind a paragraph's opening in which its town is spoken of again."""


_LABEL_BEFORE = re.compile(r"(?:^|\n)[ \t]*(?:[-–—•*]+[ \t]*|\(?\w{1,2}[.)][ \t]+)?(?:(?:[Ii]n|[Nn]ear) )?$")
_LABEL_BEHIND = re.compile(r"(?: (?:district|area|sector|town|village))?:[ \t]+(?=\S[^\n]{20})")


def is_label(text: str, start: int, end: int) -> bool:
    """Whether a name labels the paragraph that it opens, as in bulletins: "Arvena: On 5 May shells hit a house"."""
    before = _LABEL_BEFORE.search(text, max(0, start - 20), start)
    return before is not None and _LABEL_BEHIND.match(text, end) is not None


def is_topic(text: str, start: int, end: int) -> bool:
    """Whether a paragraph opens with a name that it goes on to call a town: "Brevik came next. ... the town"."""
    if _PLAIN.match(text[start:end]) or not _OPENS_PARAGRAPH.search(text, max(0, start - 30), start):
        return False
    said = _SAID_OF_IT.match(text, end)
    paragraph = text.find("\n", end)
    close = min(len(text) if paragraph < 0 else paragraph, end + _THEN)
    return said is not None and _BACK_TO_IT.search(text, said.end(), close) is not None
