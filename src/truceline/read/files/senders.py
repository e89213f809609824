"""Whether who sent a mail may stand as its publisher: a body may, a person's name is nobody's to publish."""

from functools import cache
from importlib import resources
from pathlib import Path

from truceline.read.given_names import load_given_names

_MOST = 4
"""Words of a person's name at most."""


def is_person(name: str) -> bool:
    """Whether a sender's name is a person's: two to four words, the first (or the one behind a comma) a given name."""
    surname, comma, given = name.partition(",")
    words = [w.strip(".\"'").casefold() for w in (f"{given} {surname}" if comma else name).split()]
    return 2 <= len(words) <= _MOST and words[0] in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(load_given_names(Path(str(resources.files("truceline"))) / "data"))
