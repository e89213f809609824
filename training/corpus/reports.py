"""The corpus of short reports, annotated for all layers: claims, events, mentions and facets.

A unit is plain text, a line `--`, then one line a claim, an event or a facet; words are quoted from the text between
guillemets. `training/reports.md` says what each means. To check files:

    python training/corpus/reports.py FILE...      one line an error, and a count
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from marks import REACHES, GoldClaim, MarkError, Span, parent_of

from truceline.model.account import CasualtyGroup, Certainty, EventType, FacetName, Polarity
from truceline.model.claim import Act

_HEAD = re.compile(r"(?P<id>[\w-]+)(?:\s+published\s+(?P<published>\d{4}-\d\d-\d\d))?\s*$")
_CLAIM = re.compile(
    r"c(?P<n>\d+)\s+(?P<act>[a-z]+)(?::(?P<reach>[a-z]+))?\s+(?P<spans>.*«.*»\d*)\s*=\s*(?P<who>[^«»]+)$"
)
_EVENT = re.compile(r"e(?P<n>\d+)\s+(?P<type>[a-z_]+)(?P<aggregate>\s+aggregate)?\s+(?P<spans>«.*»\d*)$")
_FACET = re.compile(
    r"e(?P<event>\d+)\s+(?P<claim>c\d+|-)\s+(?P<facet>[a-z]+)(?P<how>(?:\s+[a-z]+)*)\s+(?P<spans>«.*»\d*)"
    r"(?:\s*=\s*(?P<value>[^«»]+))?$"
)
_QUOTE = re.compile(r"(?:(?P<role>[skx]))?«(?P<quote>[^«»]+)»(?P<nth>\d*)")
_ROLES = {"s": "source", "k": "cue", "x": "content"}
COUNTED = ("killed", "injured", "detained", "displaced")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFacet:
    """One aspect of one teller's version: `claim` None is the writer's own voice."""

    event: int
    claim: int | None
    facet: str
    spans: tuple[Span, ...]
    value: str | None = None
    polarity: str = "affirmed"
    certainty: str = "stated"


@dataclass(slots=True)
class GoldEvent:
    """One happening, by the words that name it; the first of a report is what it is mainly about."""

    number: int
    type: str
    aggregate: bool
    mentions: tuple[Span, ...]
    facets: list[GoldFacet] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Report:
    """One annotated report."""

    id: str
    published: str | None
    text: str
    claims: tuple[GoldClaim, ...]
    reaches: dict[int, str]
    events: tuple[GoldEvent, ...]


def read_reports(folder: Path) -> list[Report]:
    """All reports of a part, by file name and order."""
    return [r for path in sorted(folder.glob("*.txt")) for r in parse(path.read_text("utf-8"))]


def parse(source: str) -> Iterator[Report]:
    """Reports of one file; MarkError names the unit and the line that is wrong."""
    for block in blocks_of(source):
        yield report_of(block)


def blocks_of(source: str) -> list[str]:
    """A file's units, unparsed."""
    return re.split(r"^# ", source, flags=re.MULTILINE)[1:]


def report_of(block: str) -> Report:
    """One unit."""
    first, _, rest = block.partition("\n")
    head = _HEAD.match(first)
    text, mark, lines = rest.partition("\n--")
    if not head or not mark:
        raise MarkError(f"{first!r}: wants `# id [published YYYY-MM-DD]`, the text, a line `--`, the annotation")
    text = text.strip("\n")
    if "«" in text or "»" in text:
        raise MarkError(f"{head['id']}: guillemets are kept for the annotation, the text has one")
    claims: dict[int, GoldClaim] = {}
    reaches: dict[int, str] = {}
    events: dict[int, GoldEvent] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        try:
            _take(line, text, claims, reaches, events)
        except MarkError as error:
            raise MarkError(f"{head['id']}: {error}: {line}") from None
    for claim in claims.values():
        claim.parent = parent_of(claim, claims.values())
    return Report(
        id=head["id"],
        published=head["published"],
        text=text,
        claims=tuple(claims[n] for n in sorted(claims)),
        reaches=reaches,
        events=tuple(events.values()),
    )


def _take(
    line: str, text: str, claims: dict[int, GoldClaim], reaches: dict[int, str], events: dict[int, GoldEvent]
) -> None:
    if found := _CLAIM.match(line):
        number = int(found["n"])
        claims[number] = _claim(found, text)
        if found["reach"]:
            reaches[number] = _one_of(found["reach"], REACHES)
        elif found["act"] in {"denies", "admits"}:
            raise MarkError("a denial or admission says what it reaches, as in denies:occurrence")
    elif found := _EVENT.match(line):
        spans = tuple(s for _, s in _spans(found["spans"], text))
        event = GoldEvent(int(found["n"]), _one_of(found["type"], get_args(EventType)), bool(found["aggregate"]), spans)
        events[event.number] = event
    elif found := _FACET.match(line):
        facet = _facet(found, text)
        if facet.event not in events or (facet.claim is not None and facet.claim not in claims):
            raise MarkError("its event or claim has no line before it")
        events[facet.event].facets.append(facet)
    else:
        raise MarkError("not the form of a claim, event or facet")


def _claim(found: re.Match[str], text: str) -> GoldClaim:
    act = _one_of(found["act"], get_args(Act))
    claim = GoldClaim(int(found["n"]), act, tuple(w.strip() for w in found["who"].split("|")))
    role = None
    for given, span in _spans(found["spans"], text):
        role = given or role
        if role is None:
            raise MarkError("a claim's words begin with s, k or x")
        getattr(claim, _ROLES[role]).append(span)
    if not claim.content:
        raise MarkError("a claim has content (x)")
    for name in _ROLES.values():
        getattr(claim, name).sort()
    return claim


def _facet(found: re.Match[str], text: str) -> GoldFacet:
    polarity, certainty = stance_of(found["how"].split())
    name, value = _one_of(found["facet"], get_args(FacetName)), found["value"]
    if name in COUNTED:
        harm_of(value)
    return GoldFacet(
        event=int(found["event"]),
        claim=None if found["claim"] == "-" else int(found["claim"][1:]),
        facet=name,
        spans=tuple(s for _, s in _spans(found["spans"], text)),
        value=value.strip() if value else None,
        polarity=polarity,
        certainty=certainty,
    )


def stance_of(words: Sequence[str]) -> tuple[str, str]:
    """Polarity and certainty by the words before a facet; affirmed and stated where none says otherwise."""
    polarity, certainty = "affirmed", "stated"
    for word in words:
        if word in get_args(Polarity):
            polarity = word
        elif word in get_args(Certainty):
            certainty = word
        else:
            raise MarkError(f"{word!r} is neither a polarity nor a certainty")
    return polarity, certainty


def harm_of(value: str | None) -> tuple[int | None, int | None, str]:
    """`2-2 civilians`, `101-? unknown`: the least, the most, the group."""
    found = re.match(r"(\d+|\?)-(\d+|\?) ([a-z_]+)$", (value or "").strip())
    if not found or found[3] not in get_args(CasualtyGroup):
        raise MarkError(f"a count is written low-high group, with ? for open, not {value!r}")
    low, high = (None if found[n] == "?" else int(found[n]) for n in (1, 2))
    return low, high, found[3]


def _one_of(word: str, words: Sequence[str]) -> str:
    if word not in words:
        raise MarkError(f"{word!r} is none of {', '.join(words)}")
    return word


def _spans(quoted: str, text: str) -> list[tuple[str | None, Span]]:
    return [(m["role"], find(m["quote"], m["nth"], text)) for m in _QUOTE.finditer(quoted)]


def find(quote: str, nth: str, text: str) -> Span:
    """Where words stand in a text; `first words … last words` runs from the ones to the others."""
    first, _, last = (part.strip() for part in quote.partition("…"))
    places = list(_whole(first, text))
    if not places:
        raise MarkError(f"{first!r} is not in the text as whole words")
    if len(places) > 1 and not nth:
        raise MarkError(f"{first!r} stands {len(places)} times: say which, as in «{first}»2")
    if nth and int(nth) > len(places):
        raise MarkError(f"{first!r} stands only {len(places)} times")
    start, end = places[int(nth or 1) - 1]
    if last:
        close = next(_whole(last, text, end), None)
        if not close:
            raise MarkError(f"{last!r} does not follow {first!r}")
        end = close[1]
    return start, end


def _whole(words: str, text: str, start: int = 0) -> Iterator[Span]:
    """Where the words stand as whole words; by `str.find`: a pattern for each of 300,000 quotes is slow."""
    at = text.find(words, start)
    while at >= 0:
        end = at + len(words)
        if not (at and _in_word(text[at - 1])) and not (end < len(text) and _in_word(text[end])):
            yield at, end
            at = text.find(words, end)
        else:
            at = text.find(words, at + 1)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def main() -> None:
    """Check files."""
    errors, good, claims, events, facets, ids = 0, 0, 0, 0, 0, set()
    for path in map(Path, sys.argv[1:]):
        for block in blocks_of(path.read_text("utf-8")):
            try:
                report = report_of(block)
            except MarkError as error:
                errors += 1
                print(f"{path.name}: {error}")
                continue
            if report.id in ids:
                errors += 1
                print(f"{path.name}: {report.id} stands twice")
            ids.add(report.id)
            good, claims, events = good + 1, claims + len(report.claims), events + len(report.events)
            facets += sum(len(e.facets) for e in report.events)
    print(f"{good} reports fit ({claims} claims, {events} events, {facets} facets), {errors} errors")
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
