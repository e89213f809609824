"""Attribution by rules: reporting verbs, nouns and set phrases with the noun phrases and clauses beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.span import Span
from truceline.read.claims.cues import CueTable
from truceline.read.claims.others import other_claims
from truceline.read.claims.quotes import Quote, find_quotes
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.sentence import Group, Sentence
from truceline.read.claims.sides import content_of
from truceline.read.claims.spread import spread_quotes

_FIRM, _FAIR = 0.8, 0.5


class RuleExtractor:
    """Claims by cue list: no weights, always at hand."""

    weights: tuple[str, ...] = ()

    def __init__(self, cues: CueTable) -> None:
        self.cues = cues

    def extract(self, text: str, sentences: tuple[Span, ...]) -> tuple[RawClaim, ...]:
        """Attributions in text order; quotes that run over sentences and paragraphs are whole."""
        quotes = find_quotes(text)
        raws = [raw for span in sentences for raw in self._in_sentence(text, span, quotes)]
        return spread_quotes(text, sentences, quotes, raws)

    def within(self, text: str, clauses: Sequence[Span]) -> list[RawClaim]:
        """Attributions inside contents: quotation marks around them do not hide them."""
        return [raw for span in clauses for raw in self._in_sentence(text, span, ())]

    def _in_sentence(self, text: str, span: Span, quotes: tuple[Quote, ...]) -> list[RawClaim]:
        sentence = Sentence(text, span, self.cues)
        raws = list(self._by_verb(sentence, quotes))
        marks = [p for q in quotes for p in q.parts]
        raws += [r for r in other_claims(sentence, raws) if not any(a < r.cue[0][0] < b for a, b in marks)]
        raws.sort(key=lambda r: (min(s for s, _ in (*r.source, *r.cue)), r.cue))
        return _apart(text, raws)

    def _by_verb(self, sentence: Sentence, quotes: tuple[Quote, ...]) -> Iterator[RawClaim]:
        subject: Span | None = None
        for group in sentence.groups():
            at = sentence.tokens[group.head].start
            if any(a < at < b for q in quotes for a, b in q.parts) or sentence.grade_at(group) is None:
                continue
            raw = self._claim(sentence, group, subject)
            if raw is not None:
                yield raw
                subject = raw.source[0] if raw.source else subject

    def _claim(self, sentence: Sentence, group: Group, subject: Span | None) -> RawClaim | None:
        content = content_of(sentence, group)
        if content is None:
            return None
        source: Span | None = _aside(sentence, group)
        if source is None and content.source is not None:
            source = sentence.span(*content.source)
        elif (source is None and group.cue.form == "ing") or (
            source is None and sentence.low(group.start - 1) in {"and", "but", "or", ","}
        ):
            source = subject or _opening_subject(sentence, group)
        if source is None or not content.ranges:
            return None
        cue = sentence.span(group.start, group.end)
        spans = tuple(sentence.span(a, b) for a, b in content.ranges)
        if source[1] > cue[0] and source[0] < cue[1]:
            return None
        return RawClaim(source=(source,), cue=(cue,), content=spans, score=_FIRM if group.cue.form != "ing" else _FAIR)


def _aside(sentence: Sentence, group: Group) -> Span | None:
    """As in “an official speaking to reporters on condition of anonymity said”: the phrase before the participle."""
    for at in range(group.start - 1, max(0, group.start - 14), -1):
        if not sentence.tokens[at].word:
            return None
        if sentence.low(at) in {"speaking", "talking", "speaks"}:
            found = sentence.phrases.left_of(at)
            return None if found is None else sentence.span(*found)
    return None


def _opening_subject(sentence: Sentence, group: Group) -> Span | None:
    """The sentence's own subject, for "..., claiming that": a noun phrase at its beginning with a verb right behind."""
    if group.cue.form != "ing" or sentence.low(group.start - 1) not in {",", "instead"}:
        return None
    if not sentence.tokens or sentence.low(0) in sentence.cues.words["prepositions"] | sentence.cues.words["breakers"]:
        return None
    found = sentence.phrases.opening()
    return None if found is None or found[1] >= group.start else sentence.span(*found)


def _apart(text: str, raws: list[RawClaim]) -> list[RawClaim]:
    """Contents end where the next claim of the sentence begins, unless that claim lies inside after "that"."""
    made = []
    for at, raw in enumerate(raws):
        limit = min(
            (_begin(r) for r in raws[at + 1 :] if _begin(r) > raw.cue[-1][1] and _joined(text, raw, r)), default=None
        )
        content = raw.content
        if limit is not None:
            content = tuple((a, _trimmed(text, a, min(b, limit))) for a, b in content if a < limit)
        content = tuple((a, b) for a, b in content if a < b)
        if content:
            made.append(replace(raw, content=content))
    return made


def _begin(raw: RawClaim) -> int:
    """Where a claim's own words begin; one that borrows its source begins at its cue."""
    if raw.source and raw.source[0][1] <= raw.cue[0][0] <= raw.source[0][1] + 3:
        return raw.source[0][0]
    return raw.cue[0][0]


def _joined(text: str, raw: RawClaim, later: RawClaim) -> bool:
    """Whether the later claim stands beside the earlier one rather than inside its content."""
    before = text[raw.cue[-1][1] : _begin(later)].rstrip()
    return before.endswith((",", ";", ", and", ", but", " and", " but", " while", " as", "though", "”", '"', "—", "–"))


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without a joining word, a comma or space."""
    while True:
        before = end
        end = start + len(text[start:end].rstrip(" ,;—–\n\r\t"))
        for word in (" and", " but", " while", " as", " though", " although", " with", " when"):
            if text[start:end].endswith(word):
                end -= len(word)
        if end == before:
            return end
