"""The whole flow on one screen: record -> read -> resolve -> recount; ledger -> review -> link -> weigh -> monitor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from truceline.link.accounts import link_accounts, with_former
from truceline.link.kit import LinkKit
from truceline.model.agreement import Agreement
from truceline.model.decision import Decision
from truceline.model.entry import Entry
from truceline.model.problem import Problem
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.model.snapshot import LedgerDocument, OfficialTally, Snapshot
from truceline.model.source import Source
from truceline.monitor.kit import MonitorKit
from truceline.monitor.terms import monitor_terms
from truceline.read.document import read_document
from truceline.read.kit import ReadKit
from truceline.read.tables.taken import without_read_tables
from truceline.recount.incidents import recount_incidents
from truceline.recount.kit import RecountKit
from truceline.resolve.kit import ResolveKit
from truceline.resolve.mentions import resolve_mentions
from truceline.review.apply import apply_decisions
from truceline.review.ledger_claims import ledger_claims
from truceline.review.versions import former_members, successors
from truceline.weigh.ahead import dated_ahead
from truceline.weigh.incidents import Weighed, weigh_incidents
from truceline.weigh.kit import WeighKit
from truceline.weigh.named import named_actors, named_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """Every reading stage's resources, loaded once."""

    read: ReadKit
    resolve: ResolveKit
    recount: RecountKit


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleKit:
    """Resources of the stages over a ledger, loaded once."""

    link: LinkKit
    weigh: WeighKit
    monitor: MonitorKit


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a ledger holds: all that derived state is rebuilt from."""

    name: str
    chain_head: str
    entries: tuple[Entry, ...]
    decisions: tuple[Decision, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    sources: tuple[Source, ...] = ()
    official: tuple[OfficialTally, ...] = ()
    """Official tallies taken in as a table (`monitor.official.parse_official`)."""


def read_record(record: Record, kit: Kit, settings: Settings) -> Reading:
    """One record to its reading: each stage fills in its own part."""
    reading = read_document(record, kit.read, settings)
    if reading.text is None or record.row is not None:
        return reading  # nothing to read, or a table row: its cells are already accounts, places and times
    reading = resolve_mentions(reading, kit.resolve, settings)
    return recount_incidents(reading, kit.recount, settings)


def settle(held: Holdings, kit: SettleKit) -> Snapshot:
    """A ledger's holdings to its derived state; the same for every order of adding."""
    reviewed = apply_decisions(sorted(held.entries, key=lambda e: e.id), held.decisions)
    everything, after = without_read_tables(reviewed.entries), successors(held.decisions)
    entries = tuple(e for e in everything if e.id not in after)  # what was superseded is kept, and counts nowhere
    linked = link_accounts(entries, reviewed.decisions, kit.link)
    linked = with_former(linked, former_members(everything, after))
    weighed = weigh_incidents(linked, entries, held.sources, kit.weigh)
    entries = _with_problems(entries, dated_ahead(weighed.incidents, entries))
    monitored = monitor_terms(weighed.incidents, entries, held.agreements, held.official, kit.monitor)
    others = named_by(weighed.incidents, held.agreements, weighed.sources, monitored.official)
    return Snapshot(
        name=held.name,
        chain_head=held.chain_head,
        documents=_documents(everything, entries, weighed, after),
        incidents=weighed.incidents,
        claims=ledger_claims(entries),
        sources=weighed.sources,
        agreements=held.agreements,
        tallies=monitored.tallies,
        breaches=monitored.breaches,
        obligations=monitored.obligations,
        official=monitored.official,
        zones=monitored.zones,
        actors=named_actors(entries, kit.weigh.actors, others),
        decisions=held.decisions,
        unanchored=reviewed.unanchored,
        problems=tuple(p for e in entries for p in e.reading.problems),
    )


def _with_problems(entries: Sequence[Entry], found: Mapping[str, tuple[Problem, ...]]) -> tuple[Entry, ...]:
    return tuple(
        replace(e, reading=replace(e.reading, problems=(*e.reading.problems, *found.get(e.id, ())))) for e in entries
    )


def _documents(
    everything: Sequence[Entry], entries: Sequence[Entry], weighed: Weighed, after: Mapping[str, str]
) -> tuple[LedgerDocument, ...]:
    """All documents; the problems of a superseded one are no longer the ledger's."""
    problems = {e.id: e.reading.problems for e in entries}
    return tuple(
        LedgerDocument(
            id=e.id,
            given_id=e.given_id,
            sha256=e.sha256,
            incidents=weighed.document_incidents.get(e.id, ()),
            lineage=weighed.lineages.get(e.id, e.id),
            published=e.reading.document.published,
            received_at=e.received_at,
            supersedes=e.supersedes,
            title=e.reading.document.title,
            publisher=e.reading.document.publisher,
            url=e.reading.document.url,
            language=e.reading.document.language,
            source=weighed.document_sources.get(e.id, e.source),
            claims=len(e.reading.claims),
            readable=e.reading.text is not None,
            problems=problems.get(e.id, ()),
            superseded_by=after.get(e.id),
        )
        for e in everything
    )
