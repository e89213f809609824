"""Numbers of a passage as figures: what each counts, and how deep it stands in brackets and lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.model.span import Span, overlap
from truceline.monitor.kit import TotalWords
from truceline.text.numbers import find_numbers

_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:[   ,]\d{3})+(?![\w])|(?<![\w.,:/-])\d+(?![\w:/]|[.,]\d)")
_LASTS = re.compile(r"[ -](?:hours?|days?|weeks?|months?|years?|minutes?|km|kilomet\w+)\b", re.IGNORECASE)
_EDGE = re.compile(r"[,;:()\n]|\band\b|[–—]")
_VERB = re.compile(r"\s(?:were|was|are|is|had|has|have|been|recorded|registered|reported|printed|counted|took)\b.*")
_LABEL_WORDS = 3
_DIGITS = re.compile(r"\D")
_DIGIT = re.compile(r"\d")


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
    numbers = [n for n in _numbers(text, span, words) if not any(overlap(n[:2], s) for s in skipped)]
    starts, ends = [*(n[0] for n in numbers), span[1]], [span[0], *(n[1] for n in numbers)]
    figures: list[Figure] = []
    listed = 0
    for i, (start, end, value) in enumerate(numbers):
        before, after = text[ends[i] : start], text[end : starts[i + 1]]
        listed = _listed(before, listed, words) if figures else 0
        level = listed + text.count("(", span[0], start) - text.count(")", span[0], start)
        figures.append(Figure(start, end, level, value, label_of(before, after, words), before))
    return figures


def _numbers(text: str, span: Span, words: TotalWords) -> list[tuple[int, int, int]]:
    """Numbers of a sentence with their values, printed or in words, but for spans of time."""
    printed = [(*m.span(), int(_DIGITS.sub("", m[0]))) for m in _NUMBER.finditer(text, *span)]
    return sorted(n for n in (*printed, *_in_words(text, span, words)) if not _LASTS.match(text, n[1]))


def _in_words(text: str, span: Span, words: TotalWords) -> Iterator[tuple[int, int, int]]:
    """Plain numbers in words ("six to neither side"); "one" counts where something is laid to it alone."""
    for n in find_numbers(text, words.numbers, *span):
        said = text[n.start : n.end]
        plain = n.comparator == "=" and not n.vague and n.low == n.high and not _DIGIT.search(said)
        if plain and n.low is not None and (n.low > 1 or _is_laid(text, n.end, words)):
            yield n.start, n.end, n.low


def _is_laid(text: str, end: int, words: TotalWords) -> bool:
    """Whether a number is joined to a place, a day or somebody right behind it: "six to neither side"."""
    behind = re.match(r"\s+(\w+)", text[end : end + 20])
    return behind is not None and behind[1].casefold() in set(words.joining) - {"of"}


def are_sure_parts(text: str, figures: Sequence[Figure], words: TotalWords) -> bool:
    """Whether figures are told as parts; numbers in words may as well count anything ("two men and three women")."""
    return all(text[f.start].isdigit() or _is_laid(text, f.end, words) for f in figures)


def is_left_open(text: str, start: int, end: int, words: TotalWords) -> bool:
    """Whether a stretch tells of parts without their number: "several in the valley", "the rest"."""
    said = text[start:end].casefold()
    vague = any(n.vague for n in find_numbers(text, words.numbers, start, end))
    return vague or any(w in said for w in words.unnumbered)


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
