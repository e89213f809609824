"""What was struck: neutral nouns ("aid convoy", "market") and the words by which a sentence tells of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


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


def nouns_struck(sentences: Iterable[str], words: StruckWords) -> frozenset[str]:
    """Nouns that any of the sentences tells of as struck."""
    said = list(sentences)
    return frozenset(noun for noun, pattern in words.patterns.items() if any(pattern.search(s) for s in said))
