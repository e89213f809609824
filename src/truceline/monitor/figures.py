"""Numbers of a passage as figures: what each counts, and how deep it stands in brackets and lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.span import Span, overlap
from truceline.monitor.kit import TotalWords

_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:[   ,]\d{3})+(?![\w])|(?<![\w.,:/-])\d+(?![\w:/]|[.,]\d)")
_LASTING = re.compile(r"\d+[ -](?:hours?|days?|weeks?|months?|years?|minutes?|km|kilomet\w+)\b", re.IGNORECASE)
_EDGE = re.compile(r"[,;:()\n]|\band\b|[–—]")
_VERB = re.compile(r"\s(?:were|was|are|is|had|has|have|been|recorded|registered|reported|printed|counted|took)\b.*")
_LABEL_WORDS = 3
_DIGITS = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: where it stands, its level (0 in the sentence itself), value, label and the words since the last."""

    start: int
    end: int
    level: int
    value: int
    label: str
    before: str


def find_figures(text: str, span: Span, skipped: Sequence[Span], words: TotalWords) -> list[Figure]:
    """Figures of a sentence in order; dates, clock times, spans of time and markers (`skipped`) are none."""
    lasting = [m.span() for m in _LASTING.finditer(text, *span)]
    out = [*skipped, *lasting]
    spots = [m.span() for m in _NUMBER.finditer(text, *span) if not any(overlap(m.span(), s) for s in out)]
    starts, ends = [*(s for s, _ in spots), span[1]], [span[0], *(e for _, e in spots)]
    figures: list[Figure] = []
    listed = 0
    for i, (start, end) in enumerate(spots):
        before, after = text[ends[i] : start], text[end : starts[i + 1]]
        listed = _listed(before, listed, words) if figures else 0
        level = listed + text.count("(", span[0], start) - text.count(")", span[0], start)
        value = int(_DIGITS.sub("", text[start:end]))
        figures.append(Figure(start, end, level, value, label_of(before, after, words), before))
    return figures


def _listed(before: str, listed: int, words: TotalWords) -> int:
    """A list opened behind a number goes down a level; a semicolon or a full clause closes it."""
    low = before.casefold()
    if ";" in before:
        return 0
    return listed + (":" in before or any(w in low for w in words.whole))


def label_of(before: str, after: str, words: TotalWords) -> str:
    """What a number counts: "20 in Aleppo" and "Aleppo 20" are Aleppo, "16 arrests" are arrests."""
    behind = _EDGE.split(after, maxsplit=1)[0].strip(" +.")
    ahead = _VERB.sub("", _EDGE.split(before.rstrip().removesuffix("("))[-1].strip(" +."))
    if len(ahead.split()) > _LABEL_WORDS or any(w in ahead.casefold() for w in words.whole):
        ahead = ""
    joining = "|".join(words.joining)
    joined = re.match(rf"(?:{joining})\s+(?:the\s+)?(.+)", behind, re.IGNORECASE) or re.search(
        rf"\b(?:{joining})\s+(?:the\s+)?([A-Z].+)", behind
    )
    if joined and not (ahead[:1].isupper() and joined[1][:1].islower()):
        return re.sub(r"^(?:them|these|which)\s+(?:were|was|are|is)?\s*", "", joined[1])
    if re.match(r"[^\W\d]", behind) and not ahead[:1].isupper():
        return _VERB.sub("", behind)
    return ahead or behind
