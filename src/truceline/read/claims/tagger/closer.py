"""What the closer answers of each word about the one happening whose mention is marked for it."""

from truceline.read.claims.tagger import heads

FACETS: tuple[str, ...] = tuple(name for name in heads.CHANNELS if name not in {heads.TRIGGER, heads.AUTHOR})
"""Each a tagging of its own: outside, begin, inside."""
NOTHING, THIS, OTHER = range(3)
LOOKS = 3
"""What a word is to a look: nothing, of the mention looked at, of another mention."""
WIDTHS = {
    "facets": 3 * len(FACETS),
    "polarity": len(heads.POLARITIES),
    "types": len(heads.TYPES),
    "same": 1,
    "real": 1,
}
"""Columns by name, in order: `same` of another mention's first word, `real` of the first looked at; the reader takes
all but `real`."""


def columns(name: str) -> slice:
    """Where a head's scores stand."""
    return heads.place_of(name, WIDTHS)


WIDTH = sum(WIDTHS.values())
