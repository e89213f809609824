"""A user's own actor file: tables of kinds and lines of names as in `data/actors.toml`, checked entry by entry."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from truceline.model.actor import Actor
from truceline.model.problem import Problem
from truceline.read.actors.entries import Complaint, Entry, parse_entry
from truceline.read.actors.registry import Registry
from truceline.read.actors.words import words_of
from truceline.read.addresses import Outlet

KINDS = frozenset(
    """state government force ministry agency armed_group un_body ngo outlet person alliance""".split()  # noqa: SIM905
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEAD = re.compile(r"\s*\[\s*[\"']?([^\]\"']+?)[\"']?\s*\]")
_KEY = re.compile(r"\s*(?:\"([^\"]+)\"|'([^']+)'|([\w-]+))\s*=")
_GUIDE = "docs/guide/actors.md says how an entry is written"


@dataclass(frozen=True, slots=True, eq=False)
class OwnActors:
    """The actors of one file, and the web domains of its outlets. Compared by identity."""

    source: str
    actors: tuple[Actor, ...]
    outlets: tuple[Outlet, ...]


def parse_own_actors(text: str, name: str, known: Registry) -> tuple[OwnActors, tuple[Problem, ...]]:
    """Actors of a TOML text; entries and parts of them that cannot be used are left out, each with its Problem.

    `known` are the actors entries may refer to and add to.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = _problem(name, Complaint("toml_unreadable", f"not readable as TOML: {error}", "mend that line"))
        return OwnActors(name, (), ()), (problem,)
    lines, entries, problems = _lines(text), [], []
    own = {key for table in data.values() if isinstance(table, dict) for key in table}
    for kind, table in data.items():
        for key, entry in _entries(kind, table):
            checked = _checked(entry, known, own)
            number = lines.get((kind, key)) or lines.get(("", kind))
            where = ", ".join([name, *([f"line {number}"] if number else []), f"key {key or kind}"])
            problems += [_problem(where, c) for c in checked.complaints]
            entries += [checked] if checked.actor else []
    actors = tuple(e.actor for e in entries if e.actor)
    return OwnActors(name, actors, tuple(_outlets(entries))), tuple(problems)


def _problem(where: str, complaint: Complaint) -> Problem:
    return Problem(stage="read", where=where, code=complaint.code, message=complaint.message, mend=complaint.mend)


def _lines(text: str) -> Mapping[tuple[str, str], int]:
    """Line numbers by table and key (empty for the table's own), which TOML's reader does not keep."""
    found: dict[tuple[str, str], int] = {}
    kind = ""
    for number, line in enumerate(text.splitlines(), 1):
        head, key = _HEAD.match(line), _KEY.match(line)
        if head:
            kind = head[1]
            found.setdefault((kind, ""), number)
        elif key:
            found.setdefault((kind, next(filter(None, key.groups()))), number)
    return found


def _entries(kind: str, table: Any) -> Iterator[tuple[str, Entry]]:
    """Keys with their entries; an empty key for what is wrong with the whole table."""
    if kind not in KINDS or not isinstance(table, dict):
        message = f"{kind!r} is no kind of actor" if isinstance(table, dict) else f"{kind!r} stands in no table"
        yield "", Entry(None, (), (Complaint("kind_unknown", message, f"the kinds are {', '.join(sorted(KINDS))}"),))
        return
    for key, line in table.items():
        wrong = _wrong(key, line)
        yield key, Entry(None, (), (wrong,)) if wrong else parse_entry(key, kind, line)


def _wrong(key: str, line: Any) -> Complaint | None:
    """What keeps an entry from being read at all."""
    if not isinstance(line, str):
        return Complaint("entry_wrong", "an entry is one text in quotes", _GUIDE)
    if key.startswith("x-"):
        return Complaint("id_reserved", "ids that begin with x- are made from unknown names", f"take {key[2:]!r}")
    if not _ID.fullmatch(key):
        mend = "small letters and digits with single hyphens between"
        return Complaint("id_wrong", f"{key!r} cannot be an id", mend)
    return None


def _checked(entry: Entry, known: Registry, own: Collection[str]) -> Entry:
    """The entry held against the registry: labels name nobody, ids lead somewhere, none is another kind of actor's."""
    actor = entry.actor
    if actor is None:
        return entry
    complaints = list(entry.complaints)
    labels = [n for n in (actor.name, *actor.aliases) if _is_label(n, known)]
    for label in labels:
        mend = "leave it out: who is meant is for an analyst to rule, account by account"
        complaints.append(Complaint("name_is_label", f"{label!r} is a label and names nobody", mend))
    for field, value in (("parent", actor.parent), ("side", actor.side)):
        if value and value not in known.actors and value not in own:
            mend = f"mend the id, or add an entry {value}; till then it stands for itself"
            complaints.append(Complaint("id_unknown", f"{field}={value}: no actor has this id", mend))
    other = known.actors.get(actor.id)
    if other and other.kind != actor.kind:
        mend = f"give it an id of its own; to add names to {other.name}, move it to [{other.kind}]"
        message = f"{actor.id} is the id of {other.name} ({other.kind}): the entry was left out"
        return Entry(None, (), (*complaints, Complaint("kind_differs", message, mend)))
    return Entry(_without(actor, labels), entry.domains, tuple(complaints))


def _is_label(name: str, known: Registry) -> bool:
    """Words by which a teller means a side, and no body's name: "rebels", "armed militants", "opposition"."""
    keys = [word.key for word in words_of(name) if word.key != "the"]
    alone = len(keys) == 1 and keys[0] in known.heads | known.joint | known.modifiers
    return alone or (bool(keys) and keys[-1] in known.heads and all(k in known.modifiers for k in keys[:-1]))


def _without(actor: Actor, names: Collection[str]) -> Actor | None:
    left = [n for n in (actor.name, *actor.aliases) if n not in names]
    dated = tuple(d for d in actor.dated if d.name not in names)
    return replace(actor, name=left[0], aliases=tuple(left[1:]), dated=dated) if left else None


def _outlets(entries: list[Entry]) -> Iterator[Outlet]:
    for entry in entries:
        actor = entry.actor
        if actor is not None and actor.kind == "outlet":
            yield Outlet(
                id=actor.id,
                name=actor.name,
                aliases=actor.aliases,
                domains=entry.domains,
                country=actor.country,
                owner=actor.parent,
                side=actor.side,
                kind="article",
            )
