"""Charges of inventing a deed, which deny it and lay it on nobody, and denials of the word for it alone."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Facet
from truceline.recount.bench import Bench, Told
from truceline.text.wordings import denies_word

_INVENTS = re.compile(
    r"\b(?:invent(?:s|ed|ing)?|fabricat(?:es?|ed|ing)|concoct(?:s|ed|ing)?|mak(?:es?|ing) up|made up|fak(?:es?|ed|ing))"
    r"[\"”’']? [\"“‘']?(?:(?:the|an?|any|all|these|those|such|its|their|this|that|of|about|whole|story|stories|tales?"
    r"|claims?|reports?|accounts?|accusations?|allegations?|supposed|alleged|mass|dozens|hundreds|many) ){0,5}$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|nor|nobody|denied|denies)\b|n['’]t\b", re.IGNORECASE)
_BACK = 80
_LEAD = re.compile(r"(?:the|that|this) (?:words?|term|label|expression)", re.IGNORECASE)
_DOERS = frozenset({"actor", "responsibility"})
_DEEDS = frozenset({"occurrence", "type"})


def with_invented(bench: Bench, read: Sequence[list[Told]]) -> list[list[Told]]:
    """What is told of each happening, with what a claim calls invented denied there and no doer of it named.

    Who "disputes the word massacre" denies what kind of deed it was, and not that it was done.
    """
    deeds = [f for told in read for _, f in told if f.claim and f.facet in _DEEDS]
    charges = {f.claim for f in deeds if _is_invented(bench, f.spans[0][0])}
    worded = [[(c, f) for c, f in told if not _is_lead(f)] for told in _by_word(bench, read)]
    return [
        [
            (c, replace(f, facet="occurrence", polarity="denied") if f.claim in charges and f.facet in _DEEDS else f)
            for c, f in told
            if not (f.claim in charges and f.facet in _DOERS)
        ]
        for told in worded
    ]


def _by_word(bench: Bench, read: Sequence[list[Told]]) -> list[list[Told]]:
    """The denials of a word for the deed as such: of its kind."""
    text = bench.reading.prose
    worded = {c.id for c in bench.reading.claims if c.act == "denies" and denies_word(text, c.content)}
    return [
        [
            (c, replace(f, facet="type", polarity="denied") if f.claim in worded and f.facet in _DEEDS else f)
            for c, f in told
        ]
        for told in read
    ]


def _is_lead(facet: Facet) -> bool:
    """Whether words are no more than "the word", with which such a denial begins."""
    return facet.facet == "type" and _LEAD.fullmatch(facet.text) is not None


def _is_invented(bench: Bench, start: int) -> bool:
    text = bench.reading.prose
    found = _INVENTS.search(text, max(0, start - _BACK), start)
    return found is not None and _NOT.search(text, max(0, found.start() - 40), found.start()) is None
