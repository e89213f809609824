"""Charges of inventing a deed: they deny it, and lay it on nobody ("accused the mission of inventing rapes")."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.recount.bench import Bench, Told

_INVENTS = re.compile(
    r"\b(?:invent(?:s|ed|ing)?|fabricat(?:es?|ed|ing)|concoct(?:s|ed|ing)?|mak(?:es?|ing) up|made up|fak(?:es?|ed|ing))"
    r"[\"”’']? [\"“‘']?(?:(?:the|an?|any|all|these|those|such|its|their|this|that|of|about|whole|story|stories|tales?"
    r"|claims?|reports?|accounts?|accusations?|allegations?|supposed|alleged|mass|dozens|hundreds|many) ){0,5}$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|nor|nobody|denied|denies)\b|n['’]t\b", re.IGNORECASE)
_BACK = 80
_DOERS = frozenset({"actor", "responsibility"})
_DEEDS = frozenset({"occurrence", "type"})


def with_invented(bench: Bench, read: Sequence[list[Told]]) -> list[list[Told]]:
    """What is told of each happening, with what a claim calls invented denied there and no doer of it named."""
    deeds = [f for told in read for _, f in told if f.claim and f.facet in _DEEDS]
    charges = {f.claim for f in deeds if _is_invented(bench, f.spans[0][0])}
    return [
        [
            (c, replace(f, facet="occurrence", polarity="denied") if f.claim in charges and f.facet in _DEEDS else f)
            for c, f in told
            if not (f.claim in charges and f.facet in _DOERS)
        ]
        for told in read
    ]


def _is_invented(bench: Bench, start: int) -> bool:
    text = bench.reading.text or ""
    found = _INVENTS.search(text, max(0, start - _BACK), start)
    return found is not None and _NOT.search(text, max(0, found.start() - 40), found.start()) is None
