"""What a paragraph of a long text goes on telling of the one violent deed that it set: no second deed.

"On 3 May a round struck the car in X. ... The spokesman said that the origin of the shot was unknown."
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.reading import Reading
from truceline.model.span import Span, within
from truceline.recount.clusters import VIOLENT, kin
from truceline.recount.drafts.as_one import each_brought_home, family, is_total, named, undated, without_kinds
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.parted import points_back
from truceline.recount.drafts.passages import Passages
from truceline.recount.drafts.set_by import Setting, shared
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.profile import apart

_HAD = re.compile(r"\bhad (?:\w+ly |not |never |been |only |also )*$", re.IGNORECASE)
_FRESH = re.compile(
    r"\b(?:another|other|second|third|further|more|again|separate|different|elsewhere|next)\b", re.IGNORECASE
)
_DEADLY = VIOLENT | {"abduction"}
_QUOTES = frozenset({'"', "“", "‘"})
_NEAR = 40
"""Characters before a deed's word in which it may be told as a further one."""


@dataclass(frozen=True, slots=True)
class _Page:
    pairs: Sequence[Paired]
    passages: Passages
    reading: Reading
    lexicon: EventLexicon

    @property
    def text(self) -> str:
        return self.reading.prose


def with_what_is_told_on(
    pairs: Sequence[Paired], passages: Passages, reading: Reading, lexicon: EventLexicon
) -> list[Paired]:
    """The pairs, one that a paragraph tells of the deed it set, by other words, joined to that."""
    page = _Page(pairs, passages, reading, lexicon)
    set_in = _set_in(page)
    return each_brought_home(
        pairs,
        sorted(range(len(pairs)), key=lambda n: _first(pairs[n])),
        lambda n: _home(n, pairs[n], set_in, page),
        lambda n, _, other: without_kinds(undated(pairs[n]) if _is_dated(other) else pairs[n]),
    )


def _first(pair: Paired) -> int:
    return min((s[0] for s in named(pair)), default=0)


def _set_in(page: _Page) -> dict[int, set[int]]:
    """By sentence that sets a deed the numbers of the violent pairs that it tells."""
    out: dict[int, set[int]] = {}
    for n, pair in enumerate(page.pairs):
        if family(pair, page.lexicon) not in _DEADLY or is_total(pair):
            continue
        for span in named(pair):
            at = page.passages.at(span[0])
            if at >= 0 and page.passages.governor[at] == at:
                out.setdefault(at, set()).add(n)
    return out


def _home(n: int, pair: Paired, set_in: dict[int, set[int]], page: _Page) -> int | None:
    """Number of the pair that a pair goes on with."""
    spans, own = named(pair), family(pair, page.lexicon)
    sentences = sorted({page.passages.at(s[0]) for s in spans})
    if own not in VIOLENT or is_total(pair) or not _in_one_paragraph(sentences, page.passages):
        return None
    set_by = _governor_before(sentences[0], set_in, page.passages)
    told = set_in[set_by] if set_by is not None else set()
    if set_by is None or len(told) != 1 or n in told:
        return None
    home = next(iter(told))
    before = page.passages.own[set_by]
    if any(s in page.passages.later or _sets_anew(page.passages.own[s], before) for s in sentences):
        return None
    if _set_elsewhere(page.pairs[home], set_by, page.passages):
        return None
    if not all(goes_on(s, page.passages, page.reading) for s in spans):
        return None
    back = all(points_back(s, page.text) for s in spans)
    return home if back or kin(own, family(page.pairs[home], page.lexicon)) else None


def _in_one_paragraph(sentences: Sequence[int], page: Passages) -> bool:
    return bool(sentences) and sentences[0] > 0 and len({page.paragraphs[s] for s in sentences}) == 1


def _governor_before(first: int, set_in: dict[int, set[int]], page: Passages) -> int | None:
    """The sentence last before one in its paragraph that sets a violent deed."""
    at = first - 1
    while at >= 0 and page.paragraphs[at] == page.paragraphs[first]:
        if at in set_in:
            return at
        at -= 1
    return None


def _set_elsewhere(pair: Paired, set_by: int, page: Passages) -> bool:
    """Whether a deed was told in earlier paragraphs, of no day and no place of the one that sets it here."""
    told = {page.at(s[0]) for s in named(pair)} - {-1}
    earlier = [s for s in told if page.paragraphs[s] < page.paragraphs[set_by]]
    return bool(earlier) and not any(shared(page.setting(s), page.own[set_by]) for s in earlier)


def _sets_anew(own: Setting, before: Setting) -> bool:
    """Whether a sentence sets another day or place than the one before it did."""
    if own.names - before.names:
        return True
    return any(all(apart(d, e) for e in before.days) for d in own.days)


def told_as_further(span: Span, page: Passages, text: str) -> bool:
    """Whether words for a deed stand for one more: "another raid", "shelled it again"."""
    low = page.sentences[page.at(span[0])][0]
    return _FRESH.search(text, max(low, span[0] - _NEAR), span[0]) is not None


def goes_on(span: Span, page: Passages, reading: Reading) -> bool:
    """Whether words go on with what was told: they point back, somebody says them, or it "had" been so."""
    text, low = reading.prose, page.sentences[page.at(span[0])][0]
    if told_as_further(span, page, text):
        return False
    if points_back(span, text) or _HAD.search(text, max(low, span[0] - _NEAR), span[0]):
        return True
    return text[span[0] - 1 : span[0]] in _QUOTES or any(within(span, s) for c in reading.claims for s in c.content)


def _is_dated(pair: Paired) -> bool:
    ruled = pair.happening is not None and any(c.time for c in pair.happening.clusters)
    return ruled or (pair.draft is not None and any(f.facet == "time" for f in pair.draft.facets))
