"""What was struck, for titles: the noun most texts join to the deed; never a teller's label for people."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from truceline.model.span import overlap
from truceline.weigh.dossier import Report

_LEAST_SHARE = 1 / 3
"""Share of the texts that must say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StruckWords:
    """Event types that strike something, and by noun the pattern that tells of its being struck."""

    types: frozenset[str]
    patterns: Mapping[str, re.Pattern[str]]


def struck_words(struck: Mapping[str, Sequence[str]], by: Mapping[str, Any]) -> StruckWords:
    """Patterns of the tables `struck` and `struck_by` of `data/grades.toml`."""
    return StruckWords(
        types=frozenset(by["types"]), patterns={noun: _pattern(words, by) for noun, words in struck.items()}
    )


def _pattern(words: Sequence[str], by: Mapping[str, Any]) -> re.Pattern[str]:
    noun = f"(?:{'|'.join(words)})s?"
    deed, happening = "|".join(by["deeds"]), "|".join(by["nouns"])
    after = rf"\b(?:(?:{deed})|(?:{happening}) (?:on|of|against|at))\s+(?:[\w’'-]+\s+){{0,4}}?{noun}\b"
    before = rf"\b{noun}(?:,?\s+[\w’'-]+){{0,6}}?\s+(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:{deed})\b"
    return re.compile(f"{after}|{before}", re.IGNORECASE)


def struck_noun(reports: Sequence[Report], origin: Mapping[str, str], words: StruckWords) -> str | None:
    """The noun most texts tell of as struck; of equals the more telling. None where too few say so."""
    told: dict[str, set[str]] = {}
    for report in reports:
        for noun in sorted(_told(report, words)):
            told.setdefault(noun, set()).add(origin[report.entry.id])
    texts = len({origin[r.entry.id] for r in reports})
    order = list(words.patterns)
    best = max(told, key=lambda n: (len(told[n]), -order.index(n)), default=None)
    return best if best is not None and len(told[best]) >= _LEAST_SHARE * texts else None


def _told(report: Report, words: StruckWords) -> set[str]:
    reading = report.entry.reading
    own = [s for s in reading.sentences if any(overlap(s, m) for m in report.incident.mentions)]
    said = (
        [reading.document.title or "", *((reading.text or "")[a:b] for a, b in own)]
        if report.main
        else [(reading.text or "")[a:b] for a, b in own]
    )
    return {noun for noun, pattern in words.patterns.items() if any(pattern.search(s) for s in said)}
