"""Claims told item by item: "Its report has two findings. First: ..."; "Dead: four (crew); three (coast guard)"."""

import re
from collections.abc import Iterator, Sequence

from truceline.model.span import Span, overlap
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.subjectless import subject_of_clause

_NUMBER = r"(?:two|three|four|five|six|several|\d+)"
_ANNOUNCED = re.compile(
    rf"\b(?P<noun>(?:{_NUMBER}|the {_NUMBER}) (?:\w+ )?"
    r"(?:findings|counts|points|charges|conclusions|complaints|accusations|allegations|entries|remarks|answers))\b"
)
_HAS = re.compile(r"\s(?:has|had|have|gives?|gave|makes?|made|lists?|listed|contains?|names?)\b")
_ITEM = re.compile(
    r"(?:First|Second|Third|Fourth|One|Two|Three|Four|(?:Count|Charge|Finding|Point|Item|Entry) \w+"
    r"|Nos?\. \d+(?: to \d+)?"
    r"|On the (?:first|second|third))(?P<mark>:) "
)
_TOLL = re.compile(
    r"(?:(?:Reported|Alleged|Claimed|Stated) )?(?:[Dd]ead|[Kk]illed|[Ii]njured|[Ww]ounded|[Mm]issing|[Tt]oll): "
)
_GIVEN_BY = re.compile(r"(?P<what>[^();:]{2,40}?) \((?P<who>[^();:,]{2,50})(?P<more>[,:;][^()]*)?\)")
_SOURCES = re.compile(r"Sources?: ")
_GIVES = re.compile(r"(?P<who>[^();:,.]{2,50}?) \((?P<what>[^()]{2,80})\)")
_SURE = 0.6


def with_enumerated(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> tuple[RawClaim, ...]:
    """The claims, with those told one by one behind the words that announce them, and those of a record's brackets."""
    made = [*_items(text, raws, sentences), *_bracketed(text, sentences)]
    return (*raws, *(m for m in made if not any(overlap(m.content[0], s) for r in raws for s in (*r.cue, *r.content))))


def _items(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> Iterator[RawClaim]:
    teller: RawClaim | None = None
    for sentence in sentences:
        item = _ITEM.match(text, *sentence)
        if item is None:
            teller = _announcer(text, raws, sentence) or (
                None if "\n" in text[sentence[0] - 1 : sentence[0]] else teller
            )
        elif teller is not None:
            end = item.end() + len(text[item.end() : sentence[1]].rstrip(" .\n"))
            yield RawClaim(source=teller.source, cue=teller.cue, content=((item.end(), end),), score=_SURE)


def _announcer(text: str, raws: Sequence[RawClaim], sentence: Span) -> RawClaim | None:
    """Who announces so many findings or counts, in a claim of the sentence or as the subject of "has"."""
    noun = _ANNOUNCED.search(text, *sentence)
    if noun is None:
        return None
    told = next((r for r in raws if r.source and sentence[0] <= r.cue[0][0] < noun.start()), None)
    if told is not None:
        return told
    has = _HAS.search(text, sentence[0], noun.start())
    who = subject_of_clause(text, sentence[0], has.start() + 1) if has else None
    return RawClaim(source=(who,), cue=(noun.span("noun"),), content=(), score=_SURE) if who else None


def _bracketed(text: str, sentences: Sequence[Span]) -> Iterator[RawClaim]:
    """As in “Reported dead: four (crew); three (coast guard)” and “Sources: clinic (three dead), army (none)”."""
    for start, end in sentences:
        for head, form in ((_TOLL, _GIVEN_BY), (_SOURCES, _GIVES)):
            begun = head.match(text, start, end)
            for m in form.finditer(text, begun.end(), end) if begun else ():
                what, who = (_trimmed(text, m.span(g)) for g in ("what", "who"))
                bracket = text.index("(", m.start())
                yield RawClaim(source=(who,), cue=((bracket, bracket + 1),), content=(what,), score=_SURE)


def _trimmed(text: str, span: Span) -> Span:
    start = span[1] - len(text[slice(*span)].lstrip(" ,;"))
    return start, start + len(text[start : span[1]].rstrip())
