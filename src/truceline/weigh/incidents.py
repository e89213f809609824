"""Linked incidents weighed: facets agreed or disputed, independent lines, casualty range, grade."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from truceline.model.account import Account, Review
from truceline.model.actor import side_of
from truceline.model.entry import Entry
from truceline.model.snapshot import Incident, LedgerAccount, LinkedIncident
from truceline.model.source import Source
from truceline.weigh.consensus import likeliest_place, likeliest_time, likeliest_type
from truceline.weigh.dossier import Dossier, Voice, open_dossier
from truceline.weigh.facets import facet_states
from truceline.weigh.grades import suggest_grade
from truceline.weigh.hearsay import in_chains, tellers_of
from truceline.weigh.kit import WeighKit
from truceline.weigh.lineages import Line, Lineages, account_lines, document_lineages
from truceline.weigh.sources import count_sources, source_of
from truceline.weigh.struck import struck_noun
from truceline.weigh.tellers import Teller, actor_named, with_surnames
from truceline.weigh.titles import Heading, title_of
from truceline.weigh.tolls import by_group, figures, superseded_by, toll
from truceline.weigh.totals import stated_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Assessments: incidents, sources with counts, and by document id its incidents (main first) and its lineage."""

    incidents: tuple[Incident, ...]
    document_incidents: Mapping[str, tuple[str, ...]]
    lineages: Mapping[str, str]
    sources: tuple[Source, ...]
    document_sources: Mapping[str, str] = field(default_factory=dict)
    """By document id, the id of its source."""


def weigh_incidents(
    linked: Sequence[LinkedIncident], entries: Sequence[Entry], sources: Sequence[Source], kit: WeighKit
) -> Weighed:
    """Every linked incident with its accounts side by side; corroboration counts lineages, never documents."""
    lineages = document_lineages(entries)
    at = {e.id: e for e in entries}
    incidents = (_weigh(open_dossier(one, at), lineages, kit) for one in linked)
    speaks_for = {e.id: actor_named(source_of(e, sources).affiliation, kit) for e in entries}
    return Weighed(
        incidents=tuple(_sided(i, speaks_for, kit) for i in sorted(incidents, key=lambda i: i.id)),
        document_incidents=_document_incidents(linked, entries),
        lineages=lineages.origin,
        sources=count_sources(entries, sources, lineages, kit),
        document_sources={e.id: source_of(e, sources).id for e in entries},
    )


def _sided(incident: Incident, speaks_for: Mapping[str, str | None], kit: WeighKit) -> Incident:
    """The incident with the side each account is told from: its speaker's, else its document's affiliation."""
    told = (
        replace(a, side=side_of(a.speaker, kit.actors) if a.speaker in kit.actors else speaks_for[a.document])
        for a in incident.accounts
    )
    return replace(incident, accounts=tuple(told))


def _document_incidents(linked: Sequence[LinkedIncident], entries: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
    home = {member: one.id for one in linked for member in one.members}
    return {
        e.id: tuple(dict.fromkeys(home[m] for i in e.reading.incidents if (m := f"{e.id}/{i.key}") in home))
        for e in entries
    }


def _weigh(dossier: Dossier, lineages: Lineages, kit: WeighKit) -> Incident:
    tellers = in_chains(dossier.voices, with_surnames(tellers_of(dossier.voices, kit)), kit)
    lines = account_lines(dossier.voices, tellers, lineages, kit)
    voices = {name: line.voice for name, line in lines.items()}
    superseded = superseded_by(dossier.heard, tellers)
    facets = facet_states(dossier.heard, lines, superseded, kit)
    heard = {v.id: lines[v.id].key for v in dossier.heard}
    grade, reasons = suggest_grade(dossier.heard, tellers, heard, facets, kit)
    aggregate = all(r.incident.aggregate for r in dossier.reports)
    known = voices, superseded, tellers
    killed, injured = (() if aggregate else figures(dossier, f, *known) for f in ("killed", "injured"))
    whose = any(facets[f].status == "disputed" for f in ("occurrence", "responsibility") if f in facets)
    event_type = likeliest_type(dossier.reports, lineages.origin, kit, disputed=whose)
    place = likeliest_place(dossier.reports, lineages.origin)
    when = likeliest_time(dossier.reports, lineages.origin)
    struck = struck_noun(dossier.reports, lineages.origin, kit.struck) if event_type in kit.struck.types else None
    stated = stated_of(dossier, tellers, kit) if aggregate else None
    heading = Heading(event_type=event_type, aggregate=aggregate, place=place, when=when, struck=struck, stated=stated)
    return Incident(
        id=dossier.linked.id,
        title=title_of(heading, kit),
        event_type=event_type,
        aggregate=aggregate,
        place=place,
        time=when,
        killed=toll(killed),
        injured=toll(injured),
        casualties=by_group(killed, injured),
        grade=grade,
        grade_reasons=reasons,
        accounts=tuple(_ledger_account(v, tellers[v.id], lines[v.id], superseded) for v in dossier.voices),
        documents=tuple(sorted({r.entry.id for r in dossier.reports})),
        independent_lines=_independent(dossier, heard, lineages),
        facets=facets,
        review=_review(dossier.voices),
        aliases=dossier.linked.aliases,
        links=dossier.linked.links,
        struck=struck,
        main_in=tuple(sorted(r.entry.id for r in dossier.reports if r.main)),
    )


def _independent(dossier: Dossier, heard: Mapping[str, str], lineages: Lineages) -> int:
    """Distinct lines of the accounts heard; of the documents' lineages where nothing was read as an account."""
    if dossier.voices:
        return len(set(heard.values()))
    return len({lineages.origin[r.entry.id] for r in dossier.reports})


def _ledger_account(voice: Voice, teller: Teller, line: Line, superseded: Mapping[str, str]) -> LedgerAccount:
    own = {f.name: getattr(voice.account, f.name) for f in fields(Account)}
    cited = set(voice.claim.citations) if voice.claim else set()
    return LedgerAccount(
        **{**own, "id": voice.id},
        document=voice.entry.id,
        line=line.key,
        line_reason=line.reason,
        stated_at=voice.published,
        published=voice.published,
        received_at=voice.entry.received_at,
        superseded_by=superseded.get(voice.id),
        teller_name=teller.name,
        speaker=teller.speaker,
        through=teller.through,
        citations=tuple(c.id for c in voice.entry.reading.citations if c.id in cited),
    )


def _review(voices: Sequence[Voice]) -> Review:
    """How far an incident's accounts have been looked at: machine as long as one has not."""
    states = [v.account.review for v in voices]
    standing = [s for s in states if s != "rejected"]
    if not standing:
        return "rejected" if states else "machine"
    if "machine" in standing:
        return "machine"
    return "edited" if "edited" in standing else "accepted"
