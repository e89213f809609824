"""The corpus's marks: `{s1|source}`, `{c1|cue}`, `{x1|content}`, nested at will, to text and offsets.

A unit is `# id`, its paragraphs, a line `--`, and one line a claim: number, act (and what it reaches: `denies:harm`),
names under which the speaker may be given, separated by `|`. `?` stands for a speaker nobody can name from the text,
`author` for the writer's voice. The parent of a claim is the smallest content that holds its cue (its content where
there is no cue). To check files:

    python training/corpus/marks.py FILE...      the first error, or counts of acts and nested claims
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from truceline.model.claim import Act, Reach

REACHES: tuple[str, ...] = get_args(Reach)
Span = tuple[int, int]
_MARK = re.compile(r"\{([scx])(\d+)\|")
_ROLES = {"s": "source", "c": "cue", "x": "content"}


class MarkError(ValueError):
    """A unit whose marks and lines do not fit."""


@dataclass(slots=True)
class GoldClaim:
    """One annotated attribution; spans are offsets into the unit's text."""

    number: int
    act: str
    speakers: tuple[str, ...]
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    parent: int | None = None
    reach: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """One annotated text."""

    id: str
    text: str
    claims: tuple[GoldClaim, ...]


def read_units(folder: Path) -> list[Unit]:
    """All units of a part, by file name and order."""
    return [unit for path in sorted(folder.glob("*.txt")) for unit in parse(path.read_text("utf-8"))]


def parse(source: str) -> Iterator[Unit]:
    """Units of one file; MarkError names the unit that is wrong."""
    for block in re.split(r"^# ", source, flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        marked, _, lines = rest.partition("\n--")
        text, found = stripped(name, marked.strip("\n"), _MARK)
        spans = [(opening[1], int(opening[2]), span) for opening, span in found]
        yield Unit(name.strip(), text, _claims(name, lines, spans))


def stripped(name: str, marked: str, mark: re.Pattern[str]) -> tuple[str, list[tuple[re.Match[str], Span]]]:
    """Text without marks, and each mark's opening with the span it closes over, in the order of closing.

    `mark` matches an opening, brace included; a closing brace without one, or an opening left open, is a MarkError.
    """
    text, at = "", 0
    opened: list[tuple[re.Match[str], int]] = []
    found: list[tuple[re.Match[str], Span]] = []
    while at < len(marked):
        opening = mark.match(marked, at)
        if opening:
            opened.append((opening, len(text)))
            at = opening.end()
        elif marked[at] == "}":
            if not opened:
                raise MarkError(f"{name}: a closing mark too many before {marked[at : at + 30]!r}")
            opening, start = opened.pop()
            found.append((opening, (start, len(text))))
            at += 1
        else:
            text += marked[at]
            at += 1
    if opened:
        raise MarkError(f"{name}: marks left open: {[o[0] for o, _ in opened]}")
    return text, found


def _claims(name: str, lines: str, spans: list[tuple[str, int, Span]]) -> tuple[GoldClaim, ...]:
    claims: dict[int, GoldClaim] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        first, act, speakers = line.split(" ", 2)
        act, _, reach = act.partition(":")
        if act not in get_args(Act) or reach not in {"", *REACHES}:
            raise MarkError(f"{name}: no act or reach is called {act}:{reach}")
        names = tuple(s.strip() for s in speakers.split("|"))
        claims[int(first)] = GoldClaim(int(first), act, names, reach=reach or None)
    for role, number, span in spans:
        if number not in claims:
            raise MarkError(f"{name}: mark {role}{number} has no line")
        getattr(claims[number], _ROLES[role]).append(span)
    for claim in claims.values():
        if not claim.content:
            raise MarkError(f"{name}: claim {claim.number} has no content")
        for role in _ROLES.values():
            getattr(claim, role).sort()
        claim.parent = parent_of(claim, claims.values())
    return tuple(claims[n] for n in sorted(claims))


def parent_of(claim: GoldClaim, claims: Iterable[GoldClaim]) -> int | None:
    """The smallest content that holds the claim's cue, or its content where there is no cue."""
    inner = (claim.cue or claim.content)[0]
    holders = [
        (b - a, other.number)
        for other in claims
        if other is not claim
        for a, b in other.content
        if a <= inner[0] and inner[1] <= b
    ]
    return min(holders)[1] if holders else None


def main() -> None:
    """Check files."""
    claims = [c for path in map(Path, sys.argv[1:]) for u in parse(path.read_text("utf-8")) for c in u.claims]
    acts = Counter(c.act for c in claims)
    print(*(f"{act} {count}" for act, count in acts.most_common()), sep=", ")
    print(f"{len(claims)} claims, {sum(c.parent is not None for c in claims)} nested")


if __name__ == "__main__":
    main()
