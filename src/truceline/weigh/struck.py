"""What was struck, for titles: the noun most texts join to the deed; never a teller's label for people."""

from collections.abc import Mapping, Sequence

from truceline.model.span import overlap
from truceline.text.struck import StruckWords, nouns_struck
from truceline.weigh.dossier import Report

_LEAST_SHARE = 1 / 3
"""Share of the texts that must say so."""


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


def _told(report: Report, words: StruckWords) -> frozenset[str]:
    """Nouns told as struck by words that are the incident's own mentions, or by the title of a report it leads."""
    reading = report.entry.reading
    text, mentions = reading.prose, report.incident.mentions
    own = {
        noun
        for a, b in reading.sentences
        if any(overlap((a, b), m) for m in mentions)
        for noun, pattern in words.patterns.items()
        for found in pattern.finditer(text, a, b)
        if any(overlap(found.span(), m) for m in mentions)
    }
    title = nouns_struck([reading.document.title or ""], words) if report.main else frozenset()
    return title | own
