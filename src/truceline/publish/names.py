"""Names for actor ids."""

import re
from collections.abc import Iterable, Iterator, Mapping

from truceline.model.actor import Actor, DatedName
from truceline.model.snapshot import Incident, Snapshot
from truceline.model.source import UNSTATED_ID
from truceline.model.when import Time
from truceline.publish.words import heading, named_by_id

_MOST_NAMES = 6
"""Further names that are shown of an actor."""


def publishers_of(snapshot: Snapshot) -> Mapping[str, str]:
    """By document who put it out: its publisher, else whom it counts under (site or author); unknown: left out."""
    named = {s.id: s.name for s in snapshot.sources if s.id != UNSTATED_ID}
    said = ((d.id, d.publisher or named.get(d.source or "")) for d in snapshot.documents)
    return {document: name for document, name in said if name}


def names_of(snapshot: Snapshot) -> dict[str, str]:
    """Actor id to name, from agreements, sources, the registry and tellers, the first to name it winning."""
    names: dict[str, str] = {}
    for actor, name in _given_names(snapshot):
        names.setdefault(actor, name)
    for made, words in _made_names(snapshot):
        if made not in names and (written := _as_written(made, words)):
            names[made] = written
    return names


def _given_names(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Actor ids with their names, the most trusted first."""
    yield from ((p.actor, p.name) for agreement in snapshot.agreements for p in agreement.parties)
    yield from ((s.id, s.name) for s in snapshot.sources)
    yield from ((a.id, a.name) for a in snapshot.actors)
    accounts = [a for incident in snapshot.incidents for a in incident.accounts]
    yield from ((a.speaker, a.teller_name) for a in accounts if a.speaker and a.teller_name and not a.through)


def speakers_of(snapshot: Snapshot) -> frozenset[str]:
    """Names by which claims' speakers and accounts' tellers are known in a ledger."""
    told = (a.teller_name for i in snapshot.incidents for a in i.accounts if not a.through)
    return frozenset(name for name in (*told, *(c.speaker for c in snapshot.claims)) if name)


def _made_names(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Ids made from names, each with the words of a facet that stands for it."""
    facets = (f for i in snapshot.incidents for a in i.accounts for f in a.facets)
    yield from ((f.value, f.text) for f in facets if isinstance(f.value, str) and f.value.startswith("x-"))


def _as_written(actor: str, words: str) -> str | None:
    """How words write the name that an id was made from: "x-kfl" is the "KFL"; None where they name it otherwise."""
    name = r"[^\w\n]+".join(map(re.escape, actor.removeprefix("x-").split("-")))
    found = re.search(rf"\b{name}\b", words, re.IGNORECASE)
    return found[0] if found and not found[0].islower() else None


def names_then(actors: Iterable[Actor], published: Time | None) -> dict[str, str]:
    """Names that actors bore when a document came out, where they had others at other times."""
    days = published.days if published else None
    return {a.id: a.name_on(days) for a in actors if a.dated and days is not None}


def registry_names(snapshot: Snapshot) -> dict[str, str]:
    """Actor id to the name it is listed under; an id made from a name to that name as it is written."""
    made = ((actor, _as_written(actor, words)) for actor, words in _made_names(snapshot))
    written = {actor: name for actor, name in made if name}
    return {**written, **{actor.id: actor.name for actor in snapshot.actors}}


def say_names(actor: Actor) -> tuple[str, ...]:
    """An actor's names that it bore for a time, with that time, else its further names."""
    if not actor.dated:
        return actor.aliases[:_MOST_NAMES]
    return tuple(f"{d.name} ({_say_time(d)})" for d in sorted(actor.dated, key=lambda d: d.since or ""))


def _say_time(name: DatedName) -> str:
    return " ".join(f"{word} {day}" for word, day in (("from", name.since), ("until", name.until)) if day)


def extractors_of(incidents: Iterable[Incident]) -> tuple[str, ...]:
    """The language models that proposed accounts which count, as the accounts name them; mostly none."""
    return tuple(sorted({a.extractor for i in incidents for a in i.accounts if a.extractor and a.review != "rejected"}))


def say_actor(actor: str, names: Mapping[str, str]) -> str:
    """An actor's name; an id of its own made from a name reads as that name, a file's name as it is."""
    if re.search(r"[\s.]", actor):
        return names.get(actor, actor)
    return names.get(actor) or (named_by_id(actor) if actor.startswith("x-") else heading(actor.replace("-", " ")))
