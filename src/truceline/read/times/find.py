"""Rules over a token string: the longest match at each place, left to right."""

from truceline.read.times.hit import Hit
from truceline.read.times.lexicon import TimeLexicon
from truceline.read.times.tokens import Tokens


def find_hits(tokens: Tokens, lexicon: TimeLexicon) -> list[Hit]:
    """Hits in order, not overlapping: of two that do, the earlier, then the longer, then the earlier rule's."""
    found: list[tuple[int, int, int, Hit]] = []
    for order, rule in enumerate(lexicon.rules):
        for m in rule.pattern.finditer(tokens.codes):
            found.append((m.start(), -m.end(), order, Hit(rule.make, m.start(), m.end(), m, tokens, lexicon)))
    found.sort(key=lambda f: f[:3])
    kept: list[Hit] = []
    for _, _, _, hit in found:
        if hit.end > hit.start and (not kept or hit.start >= kept[-1].end):
            kept.append(hit)
    return kept
