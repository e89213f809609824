"""Names that the words before them call a settlement, whether or not a gazetteer has them."""

import re

_CALLED = re.compile(r"\b(?:village|town|city|hamlet|settlement)s? of $", re.IGNORECASE)
_BEFORE = 20
"""Characters before a name in which it is called so."""


def is_called_settlement(text: str, start: int) -> bool:
    """Whether the name that begins here is said to be a settlement: "the village of Ntovukila"."""
    return _CALLED.search(text, max(0, start - _BEFORE), start) is not None
