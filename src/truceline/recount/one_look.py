"""Whether a text is short enough for the learned reader to see it whole."""

SURELY = 0.9
"""From how sure of a facet on the learned reader is taken at its word where a rule would guess by its words alone."""
CLEARLY = 0.6
"""The same, where a rule guesses and errs more often than it helps."""
_ONE_LOOK = 2200
"""Characters of a text that the learned reader sees at one look: only of these does it say what belongs together."""


def seen_whole(text: str | None) -> bool:
    """Whether a text is seen at one look; a longer one is likely an article, of many places and days."""
    return len(text or "") <= _ONE_LOOK
