"""A facet's value read from quoted words by the reader's own means: a model points, it does not say what is meant."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from truceline.model.account import EventType
from truceline.model.actor import ActorMention
from truceline.model.amount import Quantity
from truceline.model.place import PlaceMention
from truceline.model.plain import to_plain
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.model.when import TimeMention
from truceline.recount.asked.kit import AskKit
from truceline.recount.convert import plain_place, plain_time
from truceline.recount.lexicon import Phrases, longest

Mention = TypeVar("Mention", ActorMention, PlaceMention, TimeMention, Quantity)


def value_of(facet: str, span: Span, kind: EventType, reading: Reading, kit: AskKit) -> Any:
    """The facet's normal form as the words at `span` have it; None where they do not say it."""
    if facet in {"occurrence", "type"}:
        return kind
    words = reading.prose[span[0] : span[1]]
    reader = _READ.get(facet)
    return reader(words, span, reading, kit) if reader else " ".join(words.split())


def _count(words: str, span: Span, reading: Reading, kit: AskKit) -> Any:
    """The one number the words hold, and of whom."""
    found = _inside(reading.quantities, span)
    if len(found) != 1 or (found[0].low is None and found[0].high is None):
        return None
    quantity = found[0]
    bounds = {name: getattr(quantity, name) for name in ("low", "high", "text", "comparator")}
    return bounds | {"group": _group(words, kit.persons)}


def _group(words: str, persons: Phrases) -> str:
    """The one group of people the words name; "unknown" for none or several."""
    low = words.casefold().replace("’", "'").split()
    found = [longest(persons, low, at) for at in range(len(low))]
    groups = {mark.partition(".")[0] for hit in found if hit for mark in [hit[1]]} - {"unknown"}
    return groups.pop() if len(groups) == 1 else "unknown"


def _place(_words: str, span: Span, reading: Reading, _kit: AskKit) -> Any:
    found = next((p for p in _inside(reading.places, span) if p.role == "event" and p.lat is not None), None)
    return to_plain(plain_place(found)) if found else None


def _time(_words: str, span: Span, reading: Reading, _kit: AskKit) -> Any:
    found = next((t for t in _inside(reading.times, span) if t.earliest and t.type in {"DATE", "TIME"}), None)
    return to_plain(plain_time(found)) if found else None


def _actor(words: str, span: Span, reading: Reading, _kit: AskKit) -> Any:
    found = next(iter(_inside(reading.actors, span)), None)
    return (found.actor or found.name) if found else " ".join(words.split())


_READ: Mapping[str, Callable[[str, Span, Reading, AskKit], Any]] = {
    **dict.fromkeys(("killed", "injured", "detained", "displaced"), _count),
    **dict.fromkeys(("actor", "target", "responsibility"), _actor),
    "place": _place,
    "time": _time,
}


def _inside(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    return [m for m in mentions if span[0] <= m.start and m.end <= span[1]]
