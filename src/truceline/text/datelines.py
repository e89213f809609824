"""Where a date is the document's own day and not one of its story."""

import re

_LABEL = re.compile(
    r"(?:^\W*(?i:published|posted|updated|last updated|created|issued|released|dated?|filed|uploaded|written)"
    r"|\b(?:Published|Posted|Updated|Created|Issued|Released|PUBLISHED|POSTED|UPDATED))\s*(?:on|at|:)?\s*\W{0,3}$"
)
_NAME = r"(?:[A-Z][\w’'./&-]*|al-\w+|ez-\w+|of|the|No\.|\d+|\(\w[\w .]{1,20}\))"
_SPAN = r"(?:Period|Reporting|Covering|Week|From|Between|Since|During)"
_PLACE = re.compile(rf"^(?!{_SPAN}\b)[A-Z][\w’'./&-]*(?:[ ,]+{_NAME}){{0,12}}[ ,.:|/·•–—-]*$")
_BYLINE = re.compile(
    r"^[\s*_]*(?:(?:Analysis|Opinion|Comment|Commentary|Report|Story|Words|Written|Essay|Interview|Recorded"
    r"|Interviewed|Transcribed|Transcript|Compiled|Prepared|Collected|Noted|Filed|Edited|Translated)\s+)?(?:by|By|BY)\s+"
    r"(?:[A-Z][\w’'.-]+[ ,]+(?:and\s+)?){1,8}(?:on\s+)?$"
)
_CLOSING = re.compile(
    r"^[\s*_]*(?:[-–—:|)/]|\([A-Za-z][^()]{1,40}\)\s*(?:$|[-–—:])"
    r"|, (?:(?:based|as of|as at|issued|updated)\b|(?:based on )?information )|\.? *(?:By|BY) [^.!?]{2,60}$|$)"
)
_NUMBERED = re.compile(r"^[\s,|·•–—-]*(?:No|Nr|Issue|Vol|Edition)\b\.?", re.IGNORECASE)
"""What follows the day in a paper's masthead."""
_KINDS = (
    r"\b(?i:brief(?:ing)?|bulletin|report|statement|update|release|communiqu[eé]|transcript|summary|digest|newsletter|note|letter"
    r"|sitrep|log)s?\b"
)
_ISSUER = r"(?: (?:(?:to|for) the (?:press|media|public)|of|by|from|to|for|the|and|[A-Z0-9][\w’'/&-]*))*"
_BODY = r"(?:, (?:the )?[A-Z][\w’'/&-]*(?: (?:of|for|and|the|[A-Z][\w’'/&-]*)){0,5}(?=,))?"
"""Whose paper it is, set off by commas."""
_KIND = re.compile(rf"{_KINDS}{_ISSUER}{_BODY}(?: ?[,:|·•(–—-]| (?:of|for|on|as of|as at|issued on))[\s*_(]*$")
"""Before the day that ends a heading, as in “Ministry of Defence briefing, 24 February 2016”."""
_KIND_AFTER = re.compile(rf"[*_]*\s*[,:|·•–—-]+\s*[A-Z][^.!?]{{0,80}}{_KINDS}[\s*_]*$")
"""Behind the day that opens such a heading."""
_NO_HEADING = re.compile(r"[.!?]|\b(?:since|after|before|until|about|following|regarding)\b", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"\b(?:No|Nr)\.")
_HEADING_END = re.compile(
    r"^\)?(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: hrs)?)?(?: \([A-Za-z][^()]{1,40}\))?[\s*_]*$"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_TO = r"\s*(?:[-–—]|to|until|till)\s*"
_RANGE_AFTER = re.compile(
    rf"^{_TO}(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}|\d{{1,2}}),?\s+\d{{4}}\b", re.IGNORECASE
)
_RANGE_BEFORE = re.compile(
    rf"(?<!no\. )(?<!nr\. )\b(?:\d{{1,2}}(?:\s+{_MONTH})?|{_MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?{_TO}$", re.IGNORECASE
)
"""A day amid "18-31 December 2018": a time covered is no day of publication."""
_ALONE = re.compile(
    r"^[\s\W]*(?:at\s+)?(?:\d{1,2}[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?[\s\W]*$", re.IGNORECASE
)
_STARTS = re.compile(r"(?:On|In|At|By|After|Before|Until|Near|To|And|But|It)\b")
_OWN_SENTENCE = re.compile(r"^\.\s+[A-Z“\"]")


def is_dateline(line: str, start: int, end: int) -> bool:
    """Whether the date at [start, end) of a line stands where datelines stand.

    That is behind a place, behind "Published", or by itself in its line or sentence.
    """
    before, after = line[:start], line[end:]
    if _RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before):
        return False
    if _ALONE.match(before) and any(p.match(after) for p in (_ALONE, _OWN_SENTENCE, _NUMBERED)):
        return True
    if _heads(before, after) or (len(line) <= 160 and _is_labelled(before, after)):
        return True
    return bool(_PLACE.match(before) and before.strip() and (_CLOSING.match(after) or _NUMBERED.match(after)))


def is_opening(line: str, start: int, end: int) -> bool:
    """Whether a place and this day are the line's first sentence: "Arvena, 3 May 2019. Shells hit the market.".

    Or a kind of document and its day: "Statement by the Army, 3 May 2019. ...".
    """
    before, after = line[:start], line[end:]
    if not _OWN_SENTENCE.match(after) or "," not in before or _STARTS.match(before):
        return False
    return bool(_PLACE.match(before) or (_KIND.search(before) and not _NO_HEADING.search(before)))


def _is_labelled(before: str, after: str) -> bool:
    """Whether "Published" or a writer's name stands before a date."""
    return bool(_LABEL.search(before) or (_BYLINE.match(before) and _CLOSING.match(after)))


def _heads(before: str, after: str) -> bool:
    """Whether a day belongs to a heading that names a kind of document, at its end or its beginning."""
    if not before.strip("#*_ \t"):
        return _KIND_AFTER.match(after) is not None
    title = _NUMBER_SIGN.sub("No", before)
    return bool(_KIND.search(title) and _HEADING_END.match(after) and not _NO_HEADING.search(title))


_SHORT_AREA = r"(?:[A-Z][a-z]{1,5}\.|[A-Z]\.(?: ?[A-Z][a-z]{0,2}\.){1,2})"
"""A state or province in short: "Ark.", "N.M.", "W. Va."."""
_PLACE_LINE = re.compile(
    rf"(?:[^.!?]{{0,40}}?|(?:, ?(?:{_SHORT_AREA}|[A-Z][\w’' ]{{2,40}}|\d[\w ]{{3,20}}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}}))"
    r"{1,4}\s*)"
    r"(?:\([^)]{2,40}\)\s*)?(?:[-–—]|--)\s"
)
_DAY_LINE = re.compile(
    rf"(?: City)?,?\s+(?:[A-Z][a-z]+day,? )?(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}),? \d{{4}}(?:[ .]*(?:\n|$)|\. )",
    re.IGNORECASE,
)
"""Behind a place that has its line, or its sentence, alone with the day."""
_HEAD = 1500


def opens_dateline(text: str, start: int, end: int) -> bool:
    """Whether a place opens a paragraph of the head, and a dash or the day alone follows: "QASR (AP) - ..."."""
    before = text[:start].rstrip(" -–—*")
    if start >= _HEAD or before[-1:] not in {"", "\n"}:
        return False
    return _PLACE_LINE.match(text, end) is not None or _DAY_LINE.match(text, end) is not None
