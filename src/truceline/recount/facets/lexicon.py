"""Words facets are read from, ready for look-up."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from truceline.recount.lexicon import Phrases, phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetLexicon:
    """Facet phrases by first word; the mark is "facet:value". `damaged` are nouns that can be damaged."""

    words: Phrases
    certainty: Phrases
    damaged: frozenset[str]
    notice_absent: frozenset[str]
    moved: frozenset[str]
    """Units of numbers that count people detained or displaced."""
    nowhere: frozenset[str]
    """Words that alone are no place."""
    bodies: frozenset[str]
    """Words that in capitals stand in the name of a body, a paper or a treaty."""
    nobody: frozenset[str]
    """Nouns in the singular that are no person."""
    present: frozenset[str]
    """Things and people of whom it is denied that they were where a deed was done."""
    broken: re.Pattern[str]
    """Words by which a deed breaks an agreement."""
    kept: re.Pattern[str]
    """Words by which a deed is as an agreement has it."""


def facet_lexicon(data: Mapping[str, Any]) -> FacetLexicon:
    """Lexicon from the parsed `facet_words.toml`; raises KeyError where a section is missing."""
    pairs = [(w, f"means:{value}") for value, words in data["means"].items() for w in words]
    pairs += [(w, f"intent:{value}") for value in ("unintended", "intended") for w in data["intent"][value]]
    pairs += [(w, f"compliance:{value}") for value in ("broken", "kept") for w in data["compliance"][value]]
    pairs += [
        (w, f"{facet}:")
        for facet in ("notice", "responsibility", "damage", "detained", "displaced")
        for w in data[facet]["words"]
    ]
    return FacetLexicon(
        words=phrases(pairs),
        certainty=phrases((w, mark) for mark, words in data["certainty"].items() for w in words),
        damaged=frozenset(data["damage"]["nouns"]),
        notice_absent=frozenset(data["notice"]["absent"]),
        moved=frozenset(data["displaced"]["units"]),
        nowhere=frozenset(data["nothing"]["nowhere"]),
        bodies=frozenset(data["nothing"]["bodies"]),
        nobody=frozenset(data["nothing"]["nobody"]),
        present=frozenset(data["present"]["nouns"]),
        broken=_of_terms(data["terms"], "broken"),
        kept=_of_terms(data["terms"], "kept"),
    )


def _of_terms(data: Mapping[str, Any], name: str) -> re.Pattern[str]:
    """The patterns of a list as one, with the words for an agreement put in."""
    patterns: Sequence[str] = data[name]
    return re.compile("|".join(p.replace("AGREEMENT", data["agreement"]) for p in patterns), re.IGNORECASE)
