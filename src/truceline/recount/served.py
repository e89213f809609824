"""Fighters counted by a service's letters: "3 KIA, 5 WIA", "two soldiers KIA", "KIA: 3"."""

from collections.abc import Iterator
from dataclasses import replace

from truceline.recount.persons import People
from truceline.recount.scan import Scan

_SIGNS = frozenset({":", "=", "–", "—", "-"})
_OTHER_NAME = frozenset("PSN")
"""Kinds of token behind the letters that make them part of a name: "3 KIA fighters"."""


def read_served(scan: Scan) -> Iterator[tuple[int, str, People]]:
    """Where the letters count somebody: position, mark and the people; letters that name a body count nobody."""
    for j, token in enumerate(scan.tokens):
        kind = scan.lexicon.served.get(scan.text[token.start : token.end])
        if kind is None or token.mark == "other":
            continue
        people = _before(scan, j) or _behind(scan, j)
        if people is not None:
            yield j, f"{kind}.count", people


def _before(scan: Scan, j: int) -> People | None:
    after = scan.tokens[j + 1] if j + 1 < len(scan.tokens) else None
    named = after is not None and after.kind in _OTHER_NAME and not scan.lexicon.served.get(after.word.upper())
    around = scan.covers.get(j)
    named = named or (around is not None and around.last > j)
    people = scan.covers.get(j - 1)
    if j == 0 or named or (people is not None and not people.counted):
        return None
    if people is not None:
        return people if people.group != "unknown" else replace(people, group="combatants")
    return _bare(scan, j - 1)


def _behind(scan: Scan, j: int) -> People | None:
    signed = j + 2 < len(scan.tokens) and scan.tokens[j + 1].word in _SIGNS
    return _bare(scan, j + 2) if signed else None


def _bare(scan: Scan, at: int) -> People | None:
    """So many fighters by a number alone."""
    number = scan.tokens[at].quantity
    if number is None or (number.low is None and number.high is None):
        return None
    return People(
        first=at,
        last=at,
        low=number.low,
        high=number.high,
        comparator=number.comparator,
        counted=True,
        group="combatants",
    )
