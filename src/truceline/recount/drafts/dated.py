"""Drafts that the learned reader made of several happenings, taken apart by the days told of them."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap
from truceline.model.when import TimeMention
from truceline.recount.anchors import clock_only, grain
from truceline.recount.drafts.match import having
from truceline.recount.profile import apart

_POINTING = ("the ", "this ", "that ", "its ", "his ", "her ", "their ", "both ", "same ")
"""Words before a mention that point back: rival days of one happening are told so."""


def parted_by_day(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts, each with mentions of one day alone; a mention without a day stays with the one before it.

    "A truce was agreed on 10 October. A second was announced on 17 October."
    """
    return [part for draft in drafts for part in _parted(draft, reading)]


def _parted(draft: Draft, reading: Reading) -> list[Draft]:
    groups: list[tuple[list[TimeMention], list[int]]] = []
    last = 0
    for number, mention in enumerate(draft.mentions):
        days = _days(mention, draft, reading)
        if groups and days and not _points_back(mention, reading):
            home = next((n for n, (told, _) in enumerate(groups) if not told or _meet(told, days)), len(groups))
        else:
            home = last
        if home == len(groups):
            groups.append(([], []))
        groups[home][0].extend(days)
        groups[home][1].append(number)
        last = home
    if len(groups) < 2:
        return [draft]
    return [having(_by_sentence(draft, reading), numbers) for _, numbers in groups]


def _by_sentence(draft: Draft, reading: Reading) -> Draft:
    """The draft with each facet on a mention of its own sentence, if there is one."""
    own: dict[int, list[DraftFacet]] = {n: [] for n in range(len(draft.mentions))}
    at = [_sentence(m.span, reading) for m in draft.mentions]
    for number, mention in enumerate(draft.mentions):
        for facet in mention.facets:
            here = _sentence(facet.span, reading)
            near = [n for n, sentence in enumerate(at) if sentence == here]
            home = number if not near or number in near else min(near, key=lambda n: abs(n - number))
            own[home].append(facet)
    return replace(draft, mentions=tuple(replace(m, facets=tuple(own[n])) for n, m in enumerate(draft.mentions)))


def _sentence(span: Span, reading: Reading) -> Span:
    return next((s for s in reading.sentences if overlap(s, span)), span)


def _days(mention: DraftMention, draft: Draft, reading: Reading) -> list[TimeMention]:
    """The days that a mention's own sentence tells of the draft."""
    text = reading.text or ""
    sentence = _sentence(mention.span, reading)
    spans = [f.span for f in draft.facets if f.facet == "time" and overlap(f.span, sentence)]
    told = (t for t in reading.times if any(overlap((t.start, t.end), s) for s in spans))
    return [t for t in told if t.earliest and grain(t) == 0 and not clock_only(text, t)]


def _points_back(mention: DraftMention, reading: Reading) -> bool:
    before = (reading.text or "")[max(0, mention.span[0] - 6) : mention.span[1]].lower()
    return any(w in before for w in _POINTING)


def _meet(told: Sequence[TimeMention], days: Sequence[TimeMention]) -> bool:
    return any(not apart(a, b) for a in told for b in days)
