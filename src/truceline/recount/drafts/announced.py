"""A deed that a paragraph's opening names before telling it: "Then the reprisal came. On 30 April armed men ..."."""

import re
from collections.abc import Sequence

from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.model.when import TimeMention
from truceline.recount.clusters import VIOLENT
from truceline.recount.drafts.as_one import as_one, family, is_total, named, undated, without_kinds
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.passages import Passages
from truceline.recount.drafts.scene_of import told_of
from truceline.recount.drafts.told_on import told_as_further
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.inside import inside
from truceline.recount.profile import apart

_COMES = re.compile(r"\b(?:came|comes|followed|began|happened|arrived|was not long in coming)\b", re.IGNORECASE)
_DEADLY = VIOLENT | {"abduction"}


def with_what_is_announced(
    pairs: Sequence[Paired], page: Passages, reading: Reading, lexicon: EventLexicon
) -> list[Paired]:
    """The pairs, one that only says that a deed came joined to the one that the next sentence tells."""
    kept: list[Paired | None] = list(pairs)
    for n, pair in enumerate(pairs):
        home = _home(pair, pairs, (page, reading, lexicon))
        other = kept[home] if home is not None else None
        if home is not None and other is not None:
            kept[home], kept[n] = as_one(other, without_kinds(undated(pair))), None
    return [p for p in kept if p is not None]


def _home(pair: Paired, pairs: Sequence[Paired], around: tuple[Passages, Reading, EventLexicon]) -> int | None:
    """Number of the deed that an opening sentence announces."""
    page, reading, lexicon = around
    at = _opening(pair, page, reading.prose)
    if at is None or family(pair, lexicon) not in VIOLENT or is_total(pair) or told_of(pair, "place"):
        return None
    begun = [n for n, p in enumerate(pairs) if p is not pair and _begins(p, at + 1, page, lexicon)]
    if len(begun) != 1 or any(told_as_further(s, page, reading.prose) for s in named(pairs[begun[0]])[:1]):
        return None
    here, there = (_days(page.sentences[n], reading) for n in (at, at + 1))
    return None if here and there and all(apart(a, b) for a in here for b in there) else begun[0]


def _days(sentence: Span, reading: Reading) -> list[TimeMention]:
    return [t for t in inside(reading.times, sentence) if t.earliest]


def _opening(pair: Paired, page: Passages, text: str) -> int | None:
    """Number of the sentence that opens its paragraph and says that a deed came, and nowhere else is it named."""
    sentences = {page.at(s[0]) for s in named(pair)}
    at = next(iter(sentences)) if len(sentences) == 1 else -1
    if at < 1 or at + 1 >= len(page.sentences) or page.paragraphs[at - 1] == page.paragraphs[at]:
        return None
    goes_on = page.paragraphs[at + 1] == page.paragraphs[at]
    return at if goes_on and _COMES.search(text, *page.sentences[at]) else None


def _begins(pair: Paired, sentence: int, page: Passages, lexicon: EventLexicon) -> bool:
    """Whether a deed is first told in a sentence."""
    words = named(pair)
    return bool(words) and page.at(words[0][0]) == sentence and family(pair, lexicon) in _DEADLY and not is_total(pair)
