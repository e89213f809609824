"""The corpus of marked sentences: short texts in which happenings and their facets are marked in place.

One line is one text. `{shelling|fell}` is a mention of a happening, `{place|the market}` a facet of it; a second
happening has its number before: `{2 shooting|shot}`, `{2 target|a guard}`. Before the name may stand `aggregate` (for a
tally), a polarity, a certainty; after a count's name its value: `{killed 4-4 civilians|four traders}`. Marks nest.
A line without marks only looks like a report. Attributions are not annotated. To check files:

    python training/corpus/sentences.py FILE...      one line an error, and counts of types
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from marks import MarkError, Span, stripped
from reports import COUNTED, GoldEvent, GoldFacet, Report, harm_of, stance_of

from truceline.model.account import EventType, FacetName

_MARK = re.compile(
    r"\{(?:(?P<number>\d+) )?(?P<how>(?:[a-z]+ )*?)(?P<name>[a-z_]+)(?: (?P<value>[\d?]+-[\d?]+ [a-z_]+))?\|"
)


@dataclass(slots=True)
class _Marked:
    """A line's happenings while its marks are read."""

    mentions: dict[int, list[Span]] = field(default_factory=dict)
    types: dict[int, str] = field(default_factory=dict)
    aggregates: set[int] = field(default_factory=set)
    facets: list[GoldFacet] = field(default_factory=list)


def read_sentences(folder: Path) -> list[Report]:
    """All lines of a part as reports that have events alone, by file name and order."""
    return [r for path in sorted(folder.glob("*.txt")) for r in parse_lines(path.stem, path.read_text("utf-8"))]


def parse_lines(name: str, source: str) -> Iterator[Report]:
    """Lines of one file; MarkError names the line that is wrong."""
    for number, line in enumerate(source.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield report_of_line(f"{name}-{number}", line.strip())


def report_of_line(name: str, line: str) -> Report:
    """One line without its marks, and what they say."""
    stray = next((m.start() for m in re.finditer("{", line) if not _MARK.match(line, m.start())), None)
    if stray is not None:
        raise MarkError(f"{name}: not a mark: {line[stray : stray + 40]}")
    text, found = stripped(name, line, _MARK)
    marked = _Marked()
    for opening, span in found:
        _take(name, opening, span, marked)
    return Report(id=name, published=None, text=text, claims=(), reaches={}, events=_events(name, marked))


def _take(name: str, found: re.Match[str], span: Span, marked: _Marked) -> None:
    number, how, what = int(found["number"] or 1), found["how"].split(), found["name"]
    if span[0] == span[1]:
        raise MarkError(f"{name}: a mark without words: {found[0]}")
    if what in get_args(EventType):
        if marked.types.setdefault(number, what) != what:
            raise MarkError(f"{name}: happening {number} is {marked.types[number]} and {what}")
        marked.mentions.setdefault(number, []).append(span)
        if "aggregate" in how:
            marked.aggregates.add(number)
        how = [word for word in how if word != "aggregate"]
    elif what in get_args(FacetName):
        if what in COUNTED:
            harm_of(found["value"])
        polarity, certainty = stance_of(how)
        how = []
        marked.facets.append(
            GoldFacet(
                event=number,
                claim=None,
                facet=what,
                spans=(span,),
                value=found["value"],
                polarity=polarity,
                certainty=certainty,
            )
        )
    else:
        raise MarkError(f"{name}: {what!r} is neither a type nor a facet")
    if how:
        raise MarkError(f"{name}: {' '.join(how)!r} is not known before {what!r}")


def _events(name: str, marked: _Marked) -> tuple[GoldEvent, ...]:
    lost = {f.event for f in marked.facets} - set(marked.mentions)
    if lost:
        raise MarkError(f"{name}: facets of happening {min(lost)}, which has no mention")
    return tuple(
        GoldEvent(
            number,
            marked.types[number],
            number in marked.aggregates,
            tuple(sorted(mentions)),
            [f for f in marked.facets if f.event == number],
        )
        for number, mentions in sorted(marked.mentions.items())
    )


def main() -> None:
    """Check files."""
    errors, types, lines, plain = 0, Counter[str](), 0, 0
    for path in map(Path, sys.argv[1:]):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                report = report_of_line(f"{path.name} line {number}", line.strip())
            except MarkError as error:
                errors += 1
                print(error)
                continue
            lines, plain = lines + 1, plain + (not report.events)
            types.update(e.type for e in report.events)
    print(*(f"{name} {types[name]}" for name in get_args(EventType)), sep=", ")
    print(f"{lines} lines fit ({plain} without a mark, {sum(types.values())} happenings), {errors} errors")
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
