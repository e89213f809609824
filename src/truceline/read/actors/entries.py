"""Lines of an actor file: "Name | Old Name (until 2016-07-28) | ABC ; country=SY side=other-id"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from truceline.model.actor import Actor, DatedName
from truceline.read.actors.words import words_of

KEYS = ("country", "parent", "side", "domains")
"""What may follow the names as key=value."""
LONGEST = 12
"""Words a name can have: longer ones are not looked for."""
_TIME = re.compile(r"\s*\((?=from |until )(?:from (?P<since>[^\s()]+))?\s*(?:until (?P<until>[^\s()]+))?\s*\)$")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a part of a line, as code, message and mend; the part is left out."""

    code: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line read: the actor (None where no name of it can be used), an outlet's web domains, and complaints."""

    actor: Actor | None
    domains: tuple[str, ...]
    complaints: tuple[Complaint, ...]


def parse_entry(key: str, kind: str, line: str) -> Entry:
    """The actor of a line; what cannot be used of it is left out."""
    names, _, rest = line.partition(";")
    complaints: list[Complaint] = []
    found = [n for part in names.split("|") if part.strip() and (n := _name(part.strip(), complaints)) is not None]
    fields = _fields(rest, complaints)
    if not found:
        complaints.append(
            Complaint("no_name", "no name can be taken from it", "begin with a name, as reports write it")
        )
        return Entry(None, (), tuple(complaints))
    spelled = tuple(dict.fromkeys(n.name for n in found))
    actor = Actor(
        id=key,
        name=spelled[0],
        kind=kind,
        country=fields.get("country"),
        parent=fields.get("parent"),
        side=fields.get("side"),
        aliases=spelled[1:],
        dated=tuple(n for n in found if n.since or n.until),
    )
    domains = tuple(d.casefold().removeprefix("www.") for d in fields.get("domains", "").split(",") if d)
    return Entry(actor, domains, tuple(complaints))


def _wrong_days(since: str | None, until: str | None) -> str:
    """What is wrong with the days of a name; "" where nothing is."""
    wrong = [day for day in (since, until) if day and not _is_day(day)]
    if wrong:
        return f"{wrong[0]!r} is no day"
    return f"{since} is after {until}" if since and until and since > until else ""


def _name(words: str, complaints: list[Complaint]) -> DatedName | None:
    """A name with its time; None, with a complaint, where it cannot be used: undated it would claim too much."""
    time = _TIME.search(words)
    name = words[: time.start()] if time else words
    since, until = (time["since"], time["until"]) if time else (None, None)
    if why := _wrong_days(since, until):
        mend = 'write "(from 2016-07-28)", "(until 2017-01-27)" or "(from 2016-07-28 until 2017-01-27)"'
        complaints.append(Complaint("time_wrong", f"the time of {name!r}: {why}", mend))
        return None
    if not 0 < len(words_of(name)) <= LONGEST:
        message = f"{name!r} has no word" if not words_of(name) else f"{name!r} has over {LONGEST} words"
        complaints.append(Complaint("name_unusable", message, "give it as reports write it"))
        return None
    return DatedName(name=name, since=since, until=until)


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _fields(rest: str, complaints: list[Complaint]) -> Mapping[str, str]:
    """Key and value pairs behind the names."""
    fields: dict[str, str] = {}
    for part in rest.split():
        key, equals, value = part.partition("=")
        if key in KEYS and value:
            fields[key] = value
        else:
            message = f"{key!r} is no key" if equals and key not in KEYS else f"{part!r} is no key=value"
            mend = f"the keys are {', '.join(KEYS)}; a value has no space"
            complaints.append(Complaint("field_unknown", message, mend))
    return fields
