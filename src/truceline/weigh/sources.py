"""Sources with what rests on them: documents, claims, and how often they are an origin or an echo."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.entry import Entry
from truceline.model.source import Source
from truceline.text.fold import fold_name
from truceline.weigh.kit import WeighKit
from truceline.weigh.lineages import Lineages
from truceline.weigh.tellers import host_of, publisher_name

UNSTATED = "publisher not stated"
"""The name that makes `UNSTATED_ID`."""


def count_sources(
    entries: Sequence[Entry], known: Sequence[Source], lineages: Lineages, kit: WeighKit
) -> tuple[Source, ...]:
    """Registered sources and every other publisher seen, in order of id, with counts and what is known of them."""
    found = {s.id: s for s in known}
    for entry in sorted(entries, key=lambda e: e.id):
        source = source_of(entry, known)
        held = found.get(source.id, source)
        origin = lineages.origin[entry.id] == entry.id
        found[source.id] = replace(
            held,
            documents=held.documents + 1,
            claims=held.claims + len(entry.reading.claims),
            origin=held.origin + origin,
            echo=held.echo + (not origin),
        )
    return tuple(_owned(found[key], kit) for key in sorted(found))


def _owned(source: Source, kit: WeighKit) -> Source:
    """The source with the owner and country that the registry has of an outlet so named or hosted, if it has none."""
    outlet = kit.actors.get(kit.by_name.get(fold_name(source.name)) or kit.by_host.get(source.name, ""))
    if outlet is None or outlet.kind != "outlet":
        return source
    owner = kit.actors.get(outlet.parent or "")
    return replace(
        source, owner=source.owner or (owner.name if owner else None), country=source.country or outlet.country
    )


def source_of(entry: Entry, known: Sequence[Source]) -> Source:
    """The registered source of a document, by id, host or name; else one made from its publisher."""
    host = host_of(entry.reading.document.url) or ""
    name = publisher_name(entry) or UNSTATED
    for source in known:
        hosts = any(host == d or host.endswith(f".{d}") for d in source.domains)
        if source.id == entry.source or hosts or source.name.casefold() == name.casefold():
            return source
    return Source(id=re.sub(r"[^\w]+", "-", name.casefold()).strip("-") or "unknown", name=name)
