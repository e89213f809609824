"""The overview: counts, the list of incidents a page at a time, and what does not add up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from truceline.model.agreement import Agreement
from truceline.model.snapshot import Incident, Snapshot
from truceline.publish.names import names_of, say_actor
from truceline.publish.words import (
    FACETS,
    interval,
    plural,
    say_moment,
    say_place,
    say_time,
    say_toll,
    spaced,
    standing,
)
from truceline.web.views.asked import Asked
from truceline.web.views.map import Map, incident_map
from truceline.web.views.timeline import Timeline, timeline

PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number with its words, and where it leads."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One incident of the list; `states` counts its facets by agreement."""

    id: str
    title: str
    time: str
    place: str
    killed: str
    evidence: str
    review: str
    status: str
    disputed: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """One thing that does not add up, and where it leads."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a filter with its count."""

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """An agreement with its window as the parties see it."""

    name: str
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything the first page shows."""

    counts: tuple[Count, ...]
    windows: tuple[Window, ...]
    timeline: Timeline | None
    map: Map | None
    lines: tuple[Line, ...]
    found: int
    total: int
    pages: tuple[tuple[int, str], ...]
    page: int
    asked: Asked
    clear_href: str
    undated: int
    undated_href: str
    kinds: tuple[Choice, ...]
    misfits: tuple[Misfit, ...]
    more_misfits: int


def overview(snapshot: Snapshot, asked: Asked, borders: Path) -> Overview:
    """The view of a whole ledger, filtered."""
    live = [i for i in snapshot.incidents if i.review != "rejected" and i.succeeded_by is None]
    found = [i for i in live if asked.lets(i)]
    names = names_of(snapshot)
    pages = max(1, -(-len(found) // PER_PAGE))
    page = min(asked.page, pages)
    ordered = sorted(found, key=_when)
    misfits = _misfits(snapshot, live, names)
    return Overview(
        counts=_counts(snapshot, live),
        windows=tuple(_window(a, names) for a in snapshot.agreements),
        timeline=timeline(found, snapshot.agreements, asked, names),
        map=incident_map(found, asked, borders),
        lines=tuple(_line(i) for i in ordered[(page - 1) * PER_PAGE : page * PER_PAGE]),
        found=len(found),
        total=sum(i.aggregate == asked.totals for i in live),
        pages=tuple((n, asked.link(page=n) + "#incidents") for n in _pages_near(page, pages)),
        page=page,
        asked=asked,
        clear_href="/",
        undated=sum(interval(i) == (None, None) for i in found),
        undated_href=asked.link(undated=True, since=None, until=None) + "#incidents",
        kinds=_kinds([i for i in live if i.aggregate == asked.totals]),
        misfits=tuple(misfits[:40]),
        more_misfits=max(0, len(misfits) - 40),
    )


def _when(incident: Incident) -> tuple[str, str]:
    first, _ = interval(incident)
    return (first.isoformat() if first else "9999", incident.id)


def _pages_near(page: int, pages: int) -> list[int]:
    near = {1, pages, *range(max(1, page - 2), min(pages, page + 2) + 1)}
    return sorted(near) if pages > 1 else []


def _counts(snapshot: Snapshot, live: Sequence[Incident]) -> tuple[Count, ...]:
    single = [i for i in live if not i.aggregate]
    accepted = sum(i.review in ("accepted", "edited") for i in single)
    claims = sum(d.claims for d in snapshot.current)
    return (
        Count(text=plural(len(snapshot.current), "document"), href="/documents"),
        Count(text=plural(claims, "claim"), href="/documents#claims"),
        Count(text=plural(len(single), "incident"), href="/#incidents"),
        Count(text=f"{accepted:,} accepted", href="/?review=accepted#incidents"),
        Count(text=plural(len(live) - len(single), "stated total"), href="/?totals=1#incidents"),
        Count(text=plural(len(snapshot.problems), "problem"), href="/problems"),
    )


def _window(agreement: Agreement, names: Mapping[str, str]) -> Window:
    positions = tuple(
        f"{say_actor(p.party, names)}: began {say_moment(p.began)}, "
        + (f"ended {say_moment(p.ended)}" if p.ended else "not ended")
        for p in agreement.positions
    )
    return Window(name=agreement.name, positions=positions)


def incident_status(incident: Incident) -> str:
    """The least agreed of an incident's facets: disputed, agreed, told differently, then one teller only."""
    states = {standing(name, incident) for name in incident.facets}
    return next((s for s in ("disputed", "agreed", "differing", "single") if s in states), "unknown")


def evidence(incident: Incident) -> str:
    """What it rests on: "7 accounts by 5 tellers, 3 independent lines"; rejected accounts are counted apart."""
    live = [a for a in incident.accounts if a.review != "rejected"]
    tellers = {a.teller_name or a.tellers[-1:] for a in live}
    out = len(incident.accounts) - len(live)
    rejected = f" ({out} more rejected)" if out else ""
    return (
        f"{plural(len(live), 'account')}{rejected} by {plural(len(tellers), 'teller')}, "
        f"{plural(incident.independent_lines, 'independent line')}"
    )


def _line(incident: Incident) -> Line:
    disputed = [FACETS.get(f, f).lower() for f, s in incident.facets.items() if s.status == "disputed"]
    return Line(
        id=incident.id,
        title=incident.title,
        time=say_time(incident.time),
        place=say_place(incident.place),
        killed=say_toll(incident.killed),
        evidence=evidence(incident),
        review=incident.review,
        status=incident_status(incident),
        disputed=", ".join(disputed),
        words=f"{incident.title} {spaced(incident.event_type)} {incident.place.name if incident.place else ''}".lower(),
    )


def _kinds(live: Sequence[Incident]) -> tuple[Choice, ...]:
    counted = Counter(i.event_type for i in live)
    return tuple(
        Choice(value=kind, text=f"{spaced(kind)} ({count})")
        for kind, count in sorted(counted.items(), key=lambda c: (-c[1], c[0]))
    )


def _misfits(snapshot: Snapshot, live: Sequence[Incident], names: Mapping[str, str]) -> list[Misfit]:
    tallies = [
        Misfit(text=f"{say_actor(t.teller, names)}: {t.sentence}", href=f"/ceasefire#tally-{t.id}")
        for t in snapshot.official
        if t.verdict == "does_not_add_up"
    ]
    figures = [
        Misfit(
            text=f"{i.title}: {FACETS[facet].lower()} disputed, {say_toll(toll)}",
            href=f"/incident/{i.id}#row-{facet}",
        )
        for i in live
        for facet, toll in (("killed", i.killed), ("injured", i.injured))
        if (state := i.facets.get(facet)) and state.status == "disputed"  # type: ignore[call-overload]
    ]
    problems = Counter(p.code for p in snapshot.problems)
    troubled = [
        Misfit(text=f"{plural(count, 'document or record', 'documents or records')}: {spaced(code)}", href="/problems")
        for code, count in sorted(problems.items())
    ]
    lost = len(snapshot.unanchored)
    if lost:
        troubled.append(
            Misfit(text=f"{plural(lost, 'decision')} whose words no longer stand in what was read", href="/decisions")
        )
    return [*tallies, *figures, *troubled]
