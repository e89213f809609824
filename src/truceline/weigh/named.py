"""Which actors a ledger names: entries of the registry, and names that no registry knows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from truceline.model.actor import Actor
from truceline.model.agreement import Agreement
from truceline.model.entry import Entry
from truceline.model.snapshot import Incident, OfficialTally
from truceline.model.source import Source

_OF_ACTORS = ("actor", "target", "responsibility")
"""Facets whose values can be actors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownActor:
    """A name that no actor file has: the id made from it, how often it stands and in how many documents."""

    id: str
    name: str
    mentions: int
    documents: int


def unknown_actors(entries: Iterable[Entry], registry: Mapping[str, Actor]) -> tuple[UnknownActor, ...]:
    """Unknown names by how often they stand."""
    names: dict[str, str] = {}
    mentions: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for entry in entries:
        own = [m for m in entry.reading.actors if m.actor and m.actor.startswith("x-") and m.actor not in registry]
        names |= {m.actor: m.name for m in own if m.actor}
        mentions.update(m.actor for m in own if m.actor)
        documents.update({m.actor for m in own if m.actor})
    return tuple(
        UnknownActor(id=key, name=names[key], mentions=count, documents=documents[key])
        for key, count in sorted(mentions.items(), key=lambda item: (-item[1], item[0]))
    )


def named_actors(entries: Iterable[Entry], registry: Mapping[str, Actor], others: Iterable[str]) -> tuple[Actor, ...]:
    """The registry's entries that the documents or `others` name, with the bodies and sides they belong to, by id."""
    found = {key for entry in entries for key in _named_in(entry) if key in registry}
    waiting = found | {key for key in others if key in registry}
    found = set()
    while waiting:
        actor = registry[waiting.pop()]
        found.add(actor.id)
        waiting |= {key for key in (actor.parent, actor.side) if key and key in registry} - found
    return tuple(registry[key] for key in sorted(found))


def _named_in(entry: Entry) -> Iterator[str]:
    yield from (m.actor for m in entry.reading.actors if m.actor)
    yield from (teller for claim in entry.reading.claims for teller in claim.tellers)
    for account in entry.reading.accounts:
        yield from account.tellers
        for value in (f.value for f in account.facets if f.facet in _OF_ACTORS):
            yield from (v for v in (value if isinstance(value, list | tuple) else [value]) if isinstance(v, str))


def named_by(
    incidents: Iterable[Incident],
    agreements: Iterable[Agreement],
    sources: Sequence[Source],
    official: Iterable[OfficialTally],
) -> Iterator[str]:
    """Ids of parties, sides, sources and tellers beyond the documents' own words."""
    yield from (party.actor for agreement in agreements for party in agreement.parties)
    yield from (s.affiliation for s in sources if s.affiliation)
    yield from (key for o in official for key in (o.teller, o.accused) if key)
    for account in (a for incident in incidents for a in incident.accounts):
        yield from (key for key in (account.speaker, account.side) if key)
