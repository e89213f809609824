"""Names for actor ids."""

from collections.abc import Iterable, Mapping

from truceline.model.actor import Actor
from truceline.model.snapshot import Incident, Snapshot
from truceline.publish.words import heading


def names_of(snapshot: Snapshot, registry: Mapping[str, Actor]) -> dict[str, str]:
    """Actor id to name, from agreements, sources, tellers and the registry, the first to name it winning."""
    names: dict[str, str] = {}
    for agreement in snapshot.agreements:
        for party in agreement.parties:
            names.setdefault(party.actor, party.name)
    for source in snapshot.sources:
        names.setdefault(source.id, source.name)
    for actor in registry.values():
        names.setdefault(actor.id, actor.name)
    for incident in snapshot.incidents:
        for account in incident.accounts:
            if account.speaker and account.teller_name:
                names.setdefault(account.speaker, account.teller_name)
    return names


def extractors_of(incidents: Iterable[Incident]) -> tuple[str, ...]:
    """The language models that proposed accounts which count, as the accounts name them; mostly none."""
    return tuple(sorted({a.extractor for i in incidents for a in i.accounts if a.extractor and a.review != "rejected"}))


def say_actor(actor: str, names: Mapping[str, str]) -> str:
    """An actor's name; an id of its own made from a name reads as that name."""
    return names.get(actor) or heading(actor.removeprefix("x-").replace("-", " "))
