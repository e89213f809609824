"""Sentence and paragraph spans of a text."""

import re

from truceline.model.span import Span
from truceline.text.abbreviations import SHORTENED, SPEECH, STARTERS, TITLES

_BREAK = re.compile(r"\n\s*\n|\n")
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_MARKERS = r"(?:\s?\[\d{1,3}\])*+"
_STOP = re.compile(
    r"(?P<stop>[.!?…؟。！？]+)(?P<close>[\"”’')\]»]*)(?P<mark>" + _MARKERS + r")(?P<gap>\s*)"
    r"(?=(?P<next>[\"“‘'(\[«]*\w))"
)
_LAST_WORD = re.compile(r"[\w.'’-]+$")
_NEXT_WORD = re.compile(r"[\"“‘'(\[«]*([\w'’-]+)")
_AFTER_QUESTION = re.compile(r"(?:[A-Z][\w'’.-]*\s+){1,4}([a-z]+)\b")
_OPENERS = "\"“‘'(«"


def paragraphs(text: str) -> tuple[Span, ...]:
    """Runs of text between line breaks, outer white space left out."""
    return tuple(span for m in _PARAGRAPH.finditer(text) if (span := trim_span(text, m.start(), m.end()))[0] < span[1])


def breaks_between(text: str, start: int, end: int) -> int:
    """How many paragraphs end between two places; empty lines count with the line they follow."""
    return len(_BREAK.findall(text, start, end))


def trim_span(text: str, start: int, end: int) -> Span:
    """The span without white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def split_sentences(text: str) -> tuple[Span, ...]:
    """Sentence spans in order; a sentence never crosses a line break.

    Closing quotes, brackets and citation markers after a stop ("word.”[15] Next") belong to the sentence they follow.
    """
    spans: list[Span] = []
    for start, end in paragraphs(text):
        last = start
        for m in _STOP.finditer(text, start, end):
            if m.start("gap") > last and _ends(text, last, m, end):
                spans.append(trim_span(text, last, m.start("gap")))
                last = m.end()
        spans.append(trim_span(text, last, end))
    return tuple(s for s in spans if s[0] < s[1])


def _ends(text: str, last: int, m: re.Match[str], end: int) -> bool:
    """Whether the stop at `m` ends the sentence that began at `last`."""
    following = m["next"][-1]
    if following.islower() or (not m["gap"] and not _glued(text, m)):
        return False
    if m["stop"] != ".":
        return not _carries_on(text, m, end)
    if m["close"] or m["mark"]:
        return True
    return _plain_stop_ends(text, last, m)


def _glued(text: str, m: re.Match[str]) -> bool:
    """A stop with no space after it: only before an opening quote, after a marker, or between two plain words."""
    before = text[max(0, m.start() - 3) : m.start()]
    if m["mark"]:
        return m["next"][-1].isupper() or m["next"][0] in _OPENERS
    if m["next"][0] in "“‘«":
        return before[-1:].isalnum() or before[-1:] in "”’"
    starts_word = m["next"].isupper() and text[m.end() + 1 : m.end() + 2].islower()
    return (
        starts_word
        and before.isalpha()
        and before.islower()
        and len(before) == 3
        and "@" not in text[m.end() - 60 : m.end()]
    )


def _carries_on(text: str, m: re.Match[str], end: int) -> bool:
    """A quoted question or cry followed by its speaker and a verb of speech."""
    if not m["close"]:
        return False
    tail = _AFTER_QUESTION.match(text, m.end(), end)
    return tail is not None and tail[1] in SPEECH


def _plain_stop_ends(text: str, last: int, m: re.Match[str]) -> bool:
    word = _LAST_WORD.search(text, max(last, m.start() - 40), m.start())
    if word is None:
        return True
    bare = word[0].strip("'’-")
    low = bare.casefold()
    if bare.isdigit() and word.start() == last:
        return False  # "1. Introduction"
    if low in TITLES:
        return False
    if low in SHORTENED or "." in bare or (len(bare) == 1 and bare.isalpha()):
        return _starts_sentence(text, m, bare)
    return True


def _starts_sentence(text: str, m: re.Match[str], bare: str) -> bool:
    """After an initial or a shortened word: whether what follows can only begin a sentence."""
    following = _NEXT_WORD.match(text, m.end())
    if following is None or not following[1][0].isupper():
        return False
    if len(bare) == 1 and bare != "I" and text[: m.start()].split()[-2:-1] and _name_before(text, m.start() - 2):
        return False
    return following[1].casefold() in STARTERS


def _name_before(text: str, at: int) -> bool:
    """Whether the word before an initial is capitalised, as in a name."""
    words = text[max(0, at - 40) : at + 1].split()
    return bool(words) and words[-1][:1].isupper()
