"""Quotes made whole: over sentences, over an attribution in their middle, over paragraphs."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span
from truceline.read.claims.quotes import Quote
from truceline.read.claims.raw import RawClaim

_SHORT = 20
"""Characters under which a quote is a word put in marks, not speech of its own."""


def spread_quotes(
    text: str, sentences: Sequence[Span], quotes: Sequence[Quote], raws: Sequence[RawClaim]
) -> tuple[RawClaim, ...]:
    """Claims whose content touches a quote get the whole of it; a quote left over goes to the claim it follows."""
    claims = list(raws)
    owners: dict[int, int] = {}
    for at, raw in enumerate(claims):
        content = list(raw.content)
        for number in _touched(quotes, content):
            if number not in owners and not _inside_cue(quotes[number], raw):
                owners[number] = at
                content = _with_quote(content, quotes[number], raw)
        claims[at] = replace(raw, content=tuple(sorted(content)))
    begins = [_begin(c) for c in claims]
    for number, quote in enumerate(quotes):
        if number in owners or quote.span[1] - quote.span[0] < _SHORT or not _stands_alone(sentences, quote):
            continue
        at = bisect_right(begins, quote.span[0]) - 1
        if at >= 0 and _follows(text, claims[at], quote):
            claims[at] = replace(claims[at], content=tuple(sorted((*claims[at].content, *quote.parts))))
    return tuple(claims)


def _begin(raw: RawClaim) -> int:
    return min(s for s, _ in (*raw.source, *raw.cue, *raw.content))


def _touched(quotes: Sequence[Quote], content: Sequence[Span]) -> list[int]:
    return [n for n, q in enumerate(quotes) if any(a < y and x < b for a, b in q.parts for x, y in content)]


def _inside_cue(quote: Quote, raw: RawClaim) -> bool:
    return any(a < y and x < b for a, b in quote.parts for x, y in (*raw.cue, *raw.source))


def _with_quote(content: list[Span], quote: Quote, raw: RawClaim) -> list[Span]:
    """Content spans joined with the quote's parts where they touch; the claim's own source and cue stay out."""
    for part in quote.parts:
        touching = [s for s in content if s[0] <= part[1] and part[0] <= s[1]]
        start, end = min((part[0], *(s[0] for s in touching))), max((part[1], *(s[1] for s in touching)))
        content = [s for s in content if s not in touching]
        own = [s for s in (*raw.source, *raw.cue) if s[0] < end and start < s[1]]
        content.append((start, end)) if not own else content.extend(touching)
    return content


def _stands_alone(sentences: Sequence[Span], quote: Quote) -> bool:
    """Whether the quote fills its sentences: it begins where one begins."""
    return any(s[0] == quote.span[0] for s in sentences)


def _follows(text: str, raw: RawClaim, quote: Quote) -> bool:
    """A quote directly behind a claim that ends in a quote or a colon, in the same or the next paragraph."""
    end = max(e for _, e in (*raw.source, *raw.cue, *raw.content))
    between = text[end : quote.span[0]]
    if len(between) > 120 or end > quote.span[0]:
        return False
    same_paragraph = "\n" not in between
    introduced = between.rstrip().endswith(":") or text[raw.cue[-1][0] : raw.cue[-1][1] + 1].endswith(":")
    spoke = any(text[b - 1 : b] in {"”", '"'} for _, b in raw.content)
    return introduced or (same_paragraph and spoke)
