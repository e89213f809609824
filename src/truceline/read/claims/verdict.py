"""The writer's own verdict on a claim: "the claim that ... is false", "That never happened", "Contrary to ..."."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from truceline.model.span import Span, overlap, within
from truceline.read.claims.quotes import quoted_parts
from truceline.read.claims.raw import RawClaim

_FALSE = (
    r"(?:(?:is|are|was|were|has\s+been|remains?)\s+(?:(?:\w+ly|just|also|still|quite)\s+){0,2}"
    r"(?:not\s+(?:\w+ly\s+)?(?:true|correct|accurate)|(?:(?:a|an|all|pure|plain|complete|total|blatant|outright)\s+){0,2}"
    r"(?:lies?|falsehoods?|false|untrue|baseless|unfounded|groundless|nonsense|wrong|incorrect|fabricat\w+|inventions?"
    r"|(?:slanders?|fairy[ -]tales?|fables?|myths?|hoax(?:es)?|calumn(?:y|ies))(?:\s+(?:for"
    r"|of)\s+[\w-]+(?:\s+[\w-]+)?)?|(?:entirely\s+)?without\s+(?:any\s+)?(?:foundation|basis|substance)(?:\s+in\s+fact)?))"
    r"|ha(?:s|ve)\s+no\s+(?:basis|foundation)(?:\s+in\s+(?:fact|reality|truth))?"
    r"|do(?:es)?\s+not\s+(?:correspond\s+to\s+(?:reality|(?:the\s+)?(?:facts|truth))|hold\s+(?:true|water)))"
)
_ENDS = r"(?=\s*(?:[.;!?]|$|,?\s+(?:and|but)\b))"
JUDGED = re.compile(rf"\s+(?P<cue>{_FALSE}){_ENDS}", re.IGNORECASE)
_NOT_TRUE = re.compile(
    r"(?:it|there)\s+(?P<cue>is\s+(?:(?:simply|plainly|just|absolutely|also)\s+)?(?:not\s+(?:true|correct|the\s+case)|untrue"
    r"|false|incorrect|an?\s+(?:\w+\s+)?(?:lie|invention|fabrication)|no\s+truth\s+(?:in|to)))\s+(?P<what>[^.;:!?]{8,240})",
    re.IGNORECASE,
)
"""As in “It is not true that the army shelled it”; what a colon leads to is told."""
_POINTED = re.compile(
    r"[\s(]*(?P<what>That|This|(?:That|This|The|These|Those)\s+(?:claim|report|account|story|version|allegation|statement)s?)"
    rf"\s+(?P<cue>{_FALSE}|(?P<never>never\s+happened|(?:did\s+not|didn['’]t)\s+happen|never\s+took\s+place"
    r"|(?:did\s+not|didn['’]t)\s+take\s+place))[\s).!]*"
)
_CONTRARY = re.compile(r"\b(?P<cue>contrary\s+to)\s+(?P<other>[^,;.!?]{3,120})", re.IGNORECASE)
_WHAT = re.compile(r"what\b", re.IGNORECASE)
_NOUN = re.compile(r"(?:own\s+)?[a-z]+(?:\s+(?:of|that|about))?", re.IGNORECASE)
_WHAT_IT_IS = re.compile(
    r"that\s+(?:these|those|this|it|they|he|she)\s+(?:was|were|is|are)\s+(?!\w+(?:ed|en)\b(?!\s+\w+s\b))", re.IGNORECASE
)
"""As in “that these were stolen goods”: what something is, rather than what was done."""
_SCORE = 0.7
_OTHER = {"other": 1.0}


def freed(text: str, raws: Sequence[RawClaim]) -> tuple[RawClaim, ...]:
    """The claims, none with what the writer says against it: "contrary to what the army says, | the school was hit"."""
    return tuple(_freed(text, raw) for raw in raws)


def _freed(text: str, raw: RawClaim) -> RawClaim:
    other = _other(text, raw)
    if other is None:
        return raw
    what = _WHAT.match(text, other[0])
    return replace(raw, content=(what.span(),) if what else raw.cue)


def is_freed(text: str, raw: RawClaim) -> bool:
    """Whether all that a claim still says is that somebody says otherwise."""
    return _other(text, raw) is not None


def _other(text: str, raw: RawClaim) -> Span | None:
    """The words behind a "contrary to" in which a claim has its source and cue."""
    own = (*raw.source, *raw.cue)
    start = min(a for a, _ in own)
    found = (m.span("other") for m in _CONTRARY.finditer(text, max(0, start - 140), start + 140))
    return next((o for o in found if raw.source and all(within(s, o) for s in own)), None)


def verdicts(text: str, sentences: Sequence[Span], raws: Sequence[RawClaim]) -> dict[RawClaim, Mapping[str, float]]:
    """The writer's denials of what claims say, with what each reaches; nothing where its words are to say."""
    quotes = quoted_parts(text)
    made: dict[RawClaim, Mapping[str, float]] = {}
    for raw in raws:
        noun, contrary = _of_noun(text, raw), _of_contrary(text, raw)
        found = noun or contrary
        if found is not None and not _others_words(found, raw, raws, quotes):
            made[found] = {} if noun and not _WHAT_IT_IS.match(text, raw.content[0][0]) else _OTHER
    for sentence in sentences:
        told = _NOT_TRUE.match(text, *sentence)
        found = None if told is None else _claim(told.span("cue"), told.span("what"))
        if found is not None and not _others_words(found, None, raws, quotes):
            made[found] = {}
    for number, sentence in enumerate(sentences):
        m = _POINTED.fullmatch(text, *sentence)
        before = sentences[number - 1] if m is not None and number else None
        if m is None or before is None or not any(r.source and within(r.cue[0], before) for r in raws):
            continue
        found = _claim(m.span("cue"), m.span("what"))
        if not _others_words(found, None, raws, quotes):
            made[found] = {"occurrence": 1.0} if m["never"] else _OTHER
    return made


def _claim(cue: Span, content: Span) -> RawClaim:
    return RawClaim(source=(), cue=(cue,), content=(content,), score=_SCORE)


def _of_noun(text: str, raw: RawClaim) -> RawClaim | None:
    """As in “the ministry's claim that nobody died | is false”."""
    if not raw.content or not raw.cue or raw.content[-1][0] < raw.cue[-1][1]:
        return None
    start = min(a for a, _ in (*raw.source, *raw.cue))
    judged = JUDGED.match(text, raw.content[-1][1])
    if judged is None or not _NOUN.fullmatch(text, *raw.cue[-1]):
        return None
    owned = raw.source and raw.source[0][1] <= raw.cue[0][0] and text[raw.source[-1][1] - 2 : raw.source[-1][1]]
    if raw.source and not (owned and re.search(r"['’]", owned)) and not re.search(r"s$", text[slice(*raw.cue[-1])]):
        return None
    return _claim(judged.span("cue"), (start, raw.content[-1][1]))


def _of_contrary(text: str, raw: RawClaim) -> RawClaim | None:
    other = _other(text, raw)
    if other is None:
        return None
    cue = next(m.span("cue") for m in _CONTRARY.finditer(text, max(0, other[0] - 20)) if m.start("other") == other[0])
    return _claim(cue, (other[0], len(text[: other[1]].rstrip())))


def _others_words(found: RawClaim, judged: RawClaim | None, raws: Sequence[RawClaim], quotes: Sequence[Span]) -> bool:
    """Whether somebody else says so: inside a quote, or in what another claim tells."""
    cue = found.cue[0]
    taken = _taken(raws, judged)
    return any(overlap(cue, s) for s in (*taken, *quotes))


def _taken(raws: Sequence[RawClaim], judged: RawClaim | None) -> Iterator[Span]:
    for raw in raws:
        if raw is not judged:
            yield from (*raw.source, *raw.cue, *raw.content)
