"""On which side of the cue the content stands, and where it begins and ends."""

from dataclasses import dataclass

from truceline.read.claims.sentence import Group, Sentence
from truceline.read.claims.tokens import CLOSING, OPENING

TokenRange = tuple[int, int]
_RECIPIENT_VERBS = frozenset({"tell", "inform", "remind", "warn", "assure", "ask", "notify", "urge"})
_TIMED = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later late early last
    on in at during to after before from via through when while as this afterwards""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Token ranges of source and content."""

    source: TokenRange | None
    ranges: tuple[TokenRange, ...]


def content_of(sentence: Sentence, group: Group) -> Sides | None:
    """Source and content of one verb group; None where no content can be told."""
    graded = sentence.grade_at(group)
    if graded is None:
        return None
    before = group.start - 1
    apposed = sentence.phrases.left_of(group.start) if before >= 0 and sentence.low(before) == "," else None
    if graded[0] == "clause" and before >= 0 and apposed is None and _inverted(sentence, group):
        source = sentence.phrases.right_of(group.end, sentence.stop)
        if source is not None:
            return Sides(source=source, ranges=_left(sentence, before + 1) + _quote_after(sentence, source[1]))
    source = sentence.phrases.left_of(group.start)
    if graded[0] == "clause" and source is not None and _closes_content(sentence, source[0] - 1):
        right = _quote_after(sentence, group.end)
        if right or _only_circumstance(sentence, group.end):
            return Sides(source=source, ranges=_left(sentence, source[0]) + right)
    right_range = _right(sentence, group)
    return Sides(source=source, ranges=(right_range,)) if right_range else None


def _inverted(sentence: Sentence, group: Group) -> bool:
    """As in “...,” said X: the verb directly behind a comma or a closing mark, a name or a noun phrase behind it."""
    return group.cue.form in {"ed", "s"} and _closes_content(sentence, group.start - 1) and group.end < sentence.stop


def _closes_content(sentence: Sentence, at: int) -> bool:
    return at > 0 and (sentence.tokens[at].text in {",", "—", "–"} or sentence.ends_quote(at))


def _left(sentence: Sentence, end: int) -> tuple[TokenRange, ...]:
    """Content before the attribution: a quote alone where it is one, else the clause from the sentence's start."""
    while end and sentence.tokens[end - 1].text in {",", "—", "–", "-"}:
        if sentence.tokens[end - 1].text == "," and end > 1 and sentence.tokens[end - 2].text in OPENING:
            break
        end -= 1
    if end <= 0:
        return ()
    return ((_quote_start(sentence, end), end),)


def _quote_start(sentence: Sentence, end: int) -> int:
    """Where the quote that ends at a token begins, if a semicolon or colon parts it from what stands before; else 0."""
    if sentence.tokens[end - 1].text not in CLOSING:
        return 0
    for at in range(end - 2, 0, -1):
        if sentence.tokens[at].text in OPENING:
            return at if sentence.tokens[at - 1].text in {";", ":"} else 0
    return 0


def _only_circumstance(sentence: Sentence, start: int) -> bool:
    """Whether nothing but time, place or hearer follows."""
    if start >= sentence.stop:
        return True
    token = sentence.tokens[start]
    if token.low == "that" or token.text in OPENING or token.text == ":":
        return False
    return (
        token.text == ","
        or token.low in _TIMED
        or token.low in {"reporters", "him", "her", "them"}
        or sentence.ends_quote(start)
    )


def _quote_after(sentence: Sentence, start: int) -> tuple[TokenRange, ...]:
    """A quote that goes on behind the attribution in the same sentence."""
    for at in range(start, sentence.stop):
        if sentence.tokens[at].text in OPENING:
            return ((at, sentence.stop),)
        if sentence.tokens[at].text not in {",", ":", "—", "–", "."} and at > start + 6:
            break
    return ()


def _right(sentence: Sentence, group: Group) -> TokenRange | None:
    """Content behind the cue, circumstances between them left out."""
    at, stop = group.end, sentence.stop
    if group.cue.lemma in _RECIPIENT_VERBS and sentence.low(at) not in {"that", "for"}:
        at = _past_hearer(sentence, at)
    elif at < stop and (sentence.low(at) in _TIMED or sentence.tokens[at].text in {",", "(", ":"}):
        at = _past_circumstance(sentence, at)
    while at < stop and sentence.tokens[at].text in {",", ":", "—", "–"}:
        at += 1
    return (at, stop) if at < stop else None


def _past_hearer(sentence: Sentence, at: int) -> int:
    """Behind the hearer: at "that", a quote or an infinitive within reach; else the cue's own end."""
    for to in range(at, min(at + 12, sentence.stop)):
        token = sentence.tokens[to]
        if token.low == "that" or token.text in OPENING or token.low in {"to", "whether", "about", "if"}:
            return to
        if token.low in {"he", "she", "they", "it", "there", "we", "i"} and to > at:
            return to
    return at + 1 if sentence.low(at) in {"him", "her", "them", "us", "me", "reporters"} else at


def _past_circumstance(sentence: Sentence, at: int) -> int:
    """Behind "on Friday", "in a statement": at "that", a quote or a comma within reach; behind a bare day's name."""
    reach = min(at + 16, sentence.stop)
    for to in range(at, reach):
        token = sentence.tokens[to]
        if token.low == "that" or token.text in OPENING or token.text == ":":
            return to
    day = at + 1 if sentence.low(at) in {"on", "late", "early", "last", "this"} else at
    if sentence.low(day).endswith("day") or sentence.low(day) in {
        "earlier",
        "later",
        "tonight",
        "week",
        "month",
        "year",
    }:
        return day + 1
    return at
