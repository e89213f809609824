"""`agreement.yaml`: a ceasefire as data, validated with errors that name line and field."""

import hashlib
from collections.abc import Iterable
from typing import get_args

from truceline.model.account import EventType
from truceline.model.agreement import Agreement, Party, Position, Term
from truceline.model.problem import Problem
from truceline.model.when import Time
from truceline.monitor.fields import Complaints, Fields, open_fields
from truceline.text.days import instant, zone_of

_KINDS = ("prohibition", "obligation")
_TYPES = frozenset(get_args(EventType))


def parse_agreement(text: str, name: str) -> tuple[Agreement | None, tuple[Problem, ...]]:
    """Agreement of a YAML text, None where it cannot be used; `name` is the file's name in problems.

    Fields: id, name, source, time_zone, zone_name, zone, excluded_targets, parties [{actor, name, bound, guarantor,
    labels}], positions [{party, began, ended, source}], terms [{id, kind, text, bound, breach, struck, fulfil, due}].
    """
    complaints = Complaints(name)
    top = open_fields(text, complaints)
    if top is None:
        return None, tuple(complaints.problems)
    made = _agreement(top, hashlib.sha256(text.encode()).hexdigest())
    return (None if complaints.fatal else made), tuple(complaints.problems)


def _agreement(top: Fields, version: str) -> Agreement:
    offset = top.text("time_zone", needed=True)
    parties = tuple(_party(f) for f in top.each("parties", needed=True))
    names = {p.actor for p in parties}
    positions = tuple(_position(f, names, offset) for f in top.each("positions", needed=True))
    made = Agreement(
        id=top.text("id", needed=True),
        name=top.text("name", needed=True),
        zone_name=top.text("zone_name", needed=True),
        zone=top.texts("zone"),
        time_zone=offset,
        parties=parties,
        positions=positions,
        terms=tuple(_term(f, names) for f in top.each("terms", needed=True)),
        excluded_targets=top.texts("excluded_targets"),
        version=version,
        source=top.text("source"),
        window=_window(positions),
    )
    _check_whole(top, made)
    top.close()
    return made


def _check_whole(top: Fields, made: Agreement) -> None:
    if made.time_zone and not _is_offset(made.time_zone):
        top.complain("time_zone", "field_wrong", f"{made.time_zone!r} is no UTC offset", 'write it as "+03:00"')
    for field, ids in (("terms", [t.id for t in made.terms]), ("parties", [p.actor for p in made.parties])):
        if doubled := sorted({i for i in ids if ids.count(i) > 1}):
            top.complain(field, "field_wrong", f"{', '.join(doubled)} stands twice", "give each its own name")


def _party(f: Fields) -> Party:
    guarantor = f.flag("guarantor", default=False)
    made = Party(
        actor=f.text("actor", needed=True),
        name=f.text("name") or f.text("actor"),
        bound=f.flag("bound", default=not guarantor),
        guarantor=guarantor,
        labels=f.texts("labels"),
    )
    f.close()
    return made


def _position(f: Fields, parties: set[str], offset: str) -> Position:
    made = Position(
        party=_known(f, "party", parties),
        began=_when(f, "began", offset),
        ended=_when(f, "ended", offset),
        source=f.text("source", needed=True),
    )
    zone = zone_of(offset)
    start, end = instant(made.began, zone), instant(made.ended, zone, end=True)
    if start and end and end < start:
        f.complain("ended", "field_wrong", f"{made.ended} is before {made.began}", "swap or mend the two")
    f.close()
    return made


def _term(f: Fields, parties: set[str]) -> Term:
    kind = f.text("kind", needed=True)
    if kind and kind not in _KINDS:
        f.complain("kind", "field_wrong", f"{kind!r} is no kind of term", f"one of {', '.join(_KINDS)}")
    made = Term(
        id=f.text("id", needed=True),
        kind=kind,
        text=f.text("text", needed=True),
        bound=f.texts("bound"),
        breach=_types(f, "breach"),
        struck=f.texts("struck"),
        fulfil=_types(f, "fulfil"),
        due=_when(f, "due", "+00:00"),
    )
    for stray in sorted(set(made.bound) - parties):
        f.complain("bound", "party_unknown", f"{stray!r} is none of the parties", _choice(parties))
    if kind == "prohibition" and not made.breach:
        f.complain(
            "breach", "field_missing", "a prohibition names the event types that breach it", "add `breach: [...]`"
        )
    f.close()
    return made


def _types(f: Fields, field: str) -> tuple[str, ...]:
    found = f.texts(field)
    for stray in sorted(set(found) - _TYPES):
        f.complain(field, "event_type_unknown", f"{stray!r} is no event type", _choice(_TYPES))
    return found


def _known(f: Fields, field: str, parties: set[str]) -> str:
    found = f.text(field, needed=True)
    if found and found not in parties:
        f.complain(field, "party_unknown", f"{found!r} is none of the parties", _choice(parties))
    return found


def _choice(names: Iterable[str]) -> str:
    return f"one of {', '.join(sorted(names))}"


def _when(f: Fields, field: str, offset: str) -> str | None:
    found = f.text(field)
    if not found:
        return None
    if instant(found, zone_of(offset)) is None:
        f.complain(field, "date_unreadable", f"{found!r} is no date", "write 2016-09-19 or 2016-09-19T19:00:00+03:00")
    return found


def _is_offset(text: str) -> bool:
    hours, colon, minutes = text[1:].partition(":")
    return text[0] in "+-" and colon == ":" and len(hours) == len(minutes) == 2 and (hours + minutes).isdigit()


def _window(positions: tuple[Position, ...]) -> Time | None:
    """From the earliest beginning to the latest end anyone holds; open where somebody says it goes on."""
    began = [p.began for p in positions if p.began]
    ended = [p.ended for p in positions]
    if not began:
        return None
    last = max((e for e in ended if e), default=None) if all(ended) else None
    return Time(earliest=min(began), latest=last, granularity="range")
