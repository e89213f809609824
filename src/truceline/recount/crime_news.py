"""News of one crime, told at length: much of what it tells is of other deeds, and nearly all of the one town."""

import re

_POLICE = re.compile(r"\b(?:police|sheriff|deputies|detectives?|officers?|homicide|suspects?)\b", re.IGNORECASE)
_THEIR_PART = 0.006
"""Share of a text's words from which it is news of a crime: such news mostly has 11 in 1,000 or more, articles 3."""


def is_crime_news(text: str) -> bool:
    """Whether the police have so large a part in a text that it is news of one crime, however much else it tells."""
    return len(_POLICE.findall(text)) >= _THEIR_PART * len(text.split())
