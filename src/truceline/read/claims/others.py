"""Claims without a reporting verb: "according to X", "X's claim that", "reportedly", "it was claimed", "Name: ..."."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from truceline.read.claims.raw import RawClaim
from truceline.read.claims.sentence import Sentence

if TYPE_CHECKING:
    from truceline.model.span import Span

_FIRM, _FAIR, _LOW = 0.8, 0.6, 0.4


def other_claims(sentence: Sentence, found: Sequence[RawClaim]) -> list[RawClaim]:
    """Attributions of one sentence that rest on a phrase or a noun; those a verb already made are not made again."""
    made = [
        *_according(sentence),
        *_declining(sentence),
        *_by_noun(sentence),
        *_impersonal(sentence),
        *_labelled(sentence),
    ]
    taken = [c for r in found for c in r.cue]
    return [r for r in made if not any(a < y and x < b for a, b in r.cue for x, y in taken)]


def _phrases(sentence: Sentence, kind: str) -> Iterator[tuple[int, int]]:
    """Where phrases of a kind begin, and how many tokens the longest that begins there has."""
    openings = sentence.cues.openings[kind]
    for at, token in enumerate(sentence.tokens):
        begun = openings.get(token.low)
        if begun is None:
            continue
        said = [len(words) for words in begun if all(sentence.low(at + n) == w for n, w in enumerate(words))]
        if said:
            yield at, max(said)


def _according(sentence: Sentence) -> Iterator[RawClaim]:
    for at, length in _phrases(sentence, "according"):
        source = sentence.phrases.right_of(at + length, sentence.stop)
        if source is None:
            continue
        behind = source[1]
        while behind < sentence.stop and sentence.tokens[behind].text == ",":
            behind += 1
        leads = at == 0 or sentence.low(at - 1) in {"that", "and", "but", "while"}
        if leads and behind < sentence.stop:
            content = (behind, sentence.stop)
        elif at:
            end = at - 1 if sentence.tokens[at - 1].text == "," else at
            content = (0, end)
        else:
            continue
        if content[0] < content[1]:
            yield RawClaim(
                source=(sentence.span(*source),),
                cue=(sentence.span(at, at + length),),
                content=(sentence.span(*content),),
                score=_FIRM,
            )


def _declining(sentence: Sentence) -> Iterator[RawClaim]:
    """Words of one who will not say: "declined to comment"; the cue is the verb, the content what is declined."""
    for at, length in _phrases(sentence, "declines"):
        source = sentence.phrases.left_of(at) if at else None
        if source is None:
            continue
        to = next((n for n in range(at, at + length) if sentence.low(n) == "to"), at + length)
        if at < to < sentence.stop:
            yield RawClaim(
                source=(sentence.span(*source),),
                cue=(sentence.span(at, to),),
                content=(sentence.span(to, sentence.stop),),
                score=_FIRM,
            )


def _by_noun(sentence: Sentence) -> Iterator[RawClaim]:
    """As in “X's claim that”: a possessive, at most two words, the noun, and its clause."""
    for at, token in enumerate(sentence.tokens):
        if token.low not in sentence.cues.nouns or at < 2 or sentence.low(at + 1) not in {"that", "of", "to", "about"}:
            continue
        owner = _owner(sentence, at)
        if owner is None or at + 2 >= sentence.stop:
            continue
        yield RawClaim(
            source=(sentence.span(*owner),),
            cue=(sentence.span(at, at + 1),),
            content=(sentence.span(at + 1, sentence.stop),),
            score=_FAIR,
        )


def _owner(sentence: Sentence, at: int) -> tuple[int, int] | None:
    for back in (at - 1, at - 2, at - 3):
        if back > 0 and sentence.low(back) in {"'s", "'"}:
            return sentence.phrases.left_of(back + 1)
        if back >= 0 and sentence.low(back) in {"his", "her", "their", "its"}:
            return (back, back + 1)
    return None


def _impersonal(sentence: Sentence) -> Iterator[RawClaim]:
    """A claim whose teller no words name: kept, with an empty source."""
    hedges = sentence.cues.words["passive"]
    content: tuple[Span, ...]
    phrases = dict(_phrases(sentence, "impersonal"))
    for at, token in enumerate(sentence.tokens):
        length = phrases.get(at, 0)
        if length and at + length < sentence.stop:
            content = (sentence.span(at + length, sentence.stop),)
        elif token.low in hedges:
            ranges = [(a, b) for a, b in ((0, at), (at + 1, sentence.stop)) if a < b]
            length, content = 1, tuple(sentence.span(a, b) for a, b in ranges)
        else:
            continue
        yield RawClaim(source=(), cue=(sentence.span(at, at + length),), content=content, score=_LOW)


def _labelled(sentence: Sentence) -> Iterator[RawClaim]:
    """As in “NAME: ...” at a line's beginning, as in transcripts and headlines."""
    at = 1 if sentence.tokens and sentence.tokens[0].text == "“" else 0
    end = at
    while end < min(at + 6, sentence.stop) and (sentence.tokens[end].capital or sentence.tokens[end].text == "."):
        end += 1
    if (
        end == at
        or end >= sentence.stop - 1
        or sentence.tokens[end].text != ":"
        or sentence.tokens[at].start != _line_start(sentence, at)
    ):
        return
    yield RawClaim(
        source=(sentence.span(at, end),),
        cue=(sentence.span(end, end + 1),),
        content=(sentence.span(end + 1, sentence.stop),),
        score=_FAIR,
    )


def _line_start(sentence: Sentence, at: int) -> int:
    start = sentence.tokens[at].start
    before = sentence.text[max(0, start - 2) : start].rstrip('“"')
    return start if not before or before.endswith(("\n", "\r")) else -1
