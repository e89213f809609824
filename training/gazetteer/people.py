"""Who else bears a place's name: given names and surnames (US Census 1990, public domain), plain words (SCOWL)."""

import math
from collections.abc import Iterable
from pathlib import Path

from sources import Entry

from truceline.text.fold import fold_name

_SURNAMES = 40_000


def bearers(names: Path, words: Path, entries: Iterable[Entry]) -> list[tuple[str, int, int, int]]:
    """(folded name, plain word, class as given name, class as surname); classes 1 rare to 9 very common, 0 for none.

    Plain words are kept only where a place is called so; given names and surnames tell people beside places.
    """
    first = _classes(names / "dist.male.first") | _classes(names / "dist.female.first")
    for name in _listed(Path(__file__).parent / "given_names.txt"):
        first[name] = max(4, first.get(name, 0))
    last = dict(list(_classes(names / "dist.all.last").items())[:_SURNAMES])
    places = {fold_name(n) for e in entries for n, _ in e.names if n[:1].isupper()}
    plain = {w for w in words.read_text(encoding="utf-8").split() if w.isalpha() and w.islower()} & places
    keys = sorted(set(first) | set(last) | plain)
    return [(k, int(k in plain), first.get(k, 0), last.get(k, 0)) for k in keys]


def _classes(path: Path) -> dict[str, int]:
    """Name to class by its share of people in per cent: 0.001 is class 1, each threefold one more."""
    rows = (line.split() for line in path.read_text(encoding="ascii").splitlines() if line)
    return {row[0].lower(): min(9, max(1, 1 + round(math.log(float(row[1]) / 0.001 + 0.1, 3)))) for row in rows}


def _listed(path: Path) -> list[str]:
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return sorted({fold_name(word) for line in lines for word in line.split()})
