"""Rules over a token string: the longest match at each place, left to right."""

from truceline.read.times.hit import Hit
from truceline.read.times.lexicon import TimeLexicon
from truceline.read.times.tokens import Tokens


def find_hits(tokens: Tokens, lexicon: TimeLexicon) -> list[Hit]:
    """Hits in order, not overlapping: of two that do, the earlier, then the longer, then the earlier rule's."""
    found = [
        Hit(rule.make, m.start(), m.end(), m, tokens, lexicon)
        for rule in lexicon.rules
        for m in rule.pattern.finditer(tokens.codes)
    ]
    found.sort(key=lambda hit: (hit.start, -hit.end))  # stable: equal spans stay in the order of the rules
    kept: list[Hit] = []
    for hit in found:
        if hit.end > hit.start and (not kept or hit.start >= kept[-1].end):
            kept.append(hit)
    return kept
