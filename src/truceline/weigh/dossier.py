"""One linked incident with all that is weighed: its reports and their accounts, each with its document."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from truceline.model.account import Account, Facet, ReportedIncident
from truceline.model.amount import Range
from truceline.model.claim import Claim
from truceline.model.entry import Entry
from truceline.model.place import Place
from truceline.model.plain import from_plain
from truceline.model.snapshot import LinkedIncident
from truceline.model.when import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One member: an incident as one document reports it; `main` where the document is mainly about it."""

    entry: Entry
    incident: ReportedIncident
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One account with its document and claim; `id` is unique in the ledger."""

    id: str
    entry: Entry
    account: Account
    claim: Claim | None

    @property
    def published(self) -> str | None:
        """When the document came out, as far as known."""
        when = self.entry.reading.document.published
        return None if when is None else when.latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A linked incident opened up; `voices` in order of their ids, rejected accounts among them."""

    linked: LinkedIncident
    reports: tuple[Report, ...]
    voices: tuple[Voice, ...]

    @property
    def heard(self) -> tuple[Voice, ...]:
        """Accounts that no analyst rejected."""
        return tuple(v for v in self.voices if v.account.review != "rejected")


def open_dossier(linked: LinkedIncident, entries: Mapping[str, Entry]) -> Dossier:
    """The reports and accounts behind a linked incident."""
    reports = tuple(report for member in linked.members if (report := _report(member, entries)))
    voices = (v for r in reports for v in _voices(r))
    return Dossier(linked=linked, reports=reports, voices=tuple(sorted(voices, key=lambda v: v.id)))


def _report(member: str, entries: Mapping[str, Entry]) -> Report | None:
    document, _, key = member.rpartition("/")
    entry = entries[document]
    for rank, incident in enumerate(entry.reading.incidents):
        if incident.key == key:
            return Report(entry=entry, incident=incident, main=rank == 0)
    return None


def _voices(report: Report) -> list[Voice]:
    reading = report.entry.reading
    claims = {c.id: c for c in reading.claims}
    return [
        Voice(id=f"{report.entry.id}/{a.id}", entry=report.entry, account=a, claim=claims.get(a.claim or ""))
        for a in reading.accounts
        if a.id in report.incident.accounts
    ]


def place_value(facet: Facet) -> Place | None:
    """The place a facet holds, as an object or plain."""
    return facet.value if isinstance(facet.value, Place) else _made(Place, facet.value, "name")


def time_value(facet: Facet) -> Time | None:
    """The time a facet holds, as an object or plain."""
    return facet.value if isinstance(facet.value, Time) else _made(Time, facet.value, "earliest")


def range_value(facet: Facet) -> Range | None:
    """The range a casualty facet holds, as an object or plain."""
    return facet.value if isinstance(facet.value, Range) else _made(Range, facet.value, "comparator")


_BOUNDS = re.compile(r"\d|[-–—]|\b(?:to|or|and|between)\b", re.IGNORECASE)


def is_loose(said: Range) -> bool:
    """Whether a range was given by convention to a word that has no top of its own: "dozens", not "ten to twelve"."""
    return said.comparator == "between" and said.text != "" and _BOUNDS.search(said.text) is None


def group_of(facet: Facet) -> str:
    """The casualty group beside the range; "total" where none is named."""
    value: Any = facet.value
    group = value.get("group") if isinstance(value, Mapping) else getattr(value, "group", None)
    return "total" if group in {None, "", "unknown", "total"} else str(group)


def is_added(facet: Facet) -> bool:
    """Whether a figure is of people told before as hurt, who then died: no count of all the dead."""
    return isinstance(facet.value, Mapping) and bool(facet.value.get("added"))


def _made(kind: Any, value: Any, needed: str) -> Any:
    return from_plain(kind, value) if isinstance(value, Mapping) and needed in value else None


def held(voices: Sequence[Voice], *names: str) -> list[tuple[Voice, Facet]]:
    """Facets of the given names with the voice that holds each, in order of voices."""
    return [(v, f) for v in voices for f in v.account.facets if f.facet in names]
