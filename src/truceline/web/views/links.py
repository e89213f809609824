"""Why two reports are held to be one happening, or not: their names, the reasons in words, the numbers apart."""

import re
from dataclasses import dataclass

from truceline.model.snapshot import Link, Snapshot

_WEIGHT = re.compile(r"\s*\[([+-]\d+(?:\.\d+)?)\]$")
_MEASURE = re.compile(r"\s*\(\d+\.\d+\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSaid:
    """A link in words; `numbers` are (reason, what it adds or takes, in log-odds)."""

    reports: tuple[str, str]
    ruled: str
    speaks_for: tuple[str, ...]
    against: tuple[str, ...]
    score: str
    numbers: tuple[tuple[str, str], ...]


def say_link(link: Link, here: str, snapshot: Snapshot) -> LinkSaid:
    """The link as said of `here`, one of its two members, which is named first."""
    there = link.b if here == link.a else link.a
    numbers = [(_WEIGHT.sub("", r), m[1] if (m := _WEIGHT.search(r)) else "") for r in link.reasons]
    return LinkSaid(
        reports=(_report(here, snapshot), _report(there, snapshot)),
        ruled="" if link.judgement == "machine" else link.judgement,
        speaks_for=tuple(_MEASURE.sub("", r) for r, n in numbers if not n.startswith("-")),
        against=tuple(_MEASURE.sub("", r) for r, n in numbers if n.startswith("-")),
        score=f"{link.score:.2f}",
        numbers=tuple(numbers),
    )


def _report(member: str, snapshot: Snapshot) -> str:
    document = member.partition("/")[0]
    return next((d.title or d.given_id for d in snapshot.documents if d.id == document), document)
