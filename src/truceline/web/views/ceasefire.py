"""The ceasefire page: window with its positions, terms, the tally, official tallies, obligations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from truceline.model.agreement import Agreement
from truceline.model.snapshot import AllegedBreach, ObligationStatus, Scope, Snapshot, Tally
from truceline.monitor.tallies import scope_over
from truceline.publish.names import names_of, say_actor
from truceline.publish.words import plural, say_duty, say_moment, with_due
from truceline.web.views.asked import Asked
from truceline.web.views.official import UnitGroup, official_bars
from truceline.web.views.timeline import Timeline, timeline

ANY = "any"
LEVELS = ("alleged", "corroborated", "attributed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One count and where its incidents are listed."""

    count: int
    href: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """One accused under one term; `total` over all accusers, else one accuser's.

    What is corroborated and attributed is told of incidents over all their accounts: the totals alone have it.
    """

    term: str
    accused: str
    accuser: str
    total: bool
    cells: tuple[Cell, ...]
    accepted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionLine:
    """One party's position on the window."""

    party: str
    name: str
    said: str
    source: str
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One obligation with the accounts for and against; pairs are (account, incident id)."""

    text: str
    bound: str
    kept: tuple[tuple[str, str], ...]
    broken: tuple[tuple[str, str], ...]
    status: str
    said: str
    late: str
    """Of a disputed one, who tells that it was kept late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A source or owner that can be left out."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CeasefireView:
    """Everything the page shows of one agreement."""

    agreement: Agreement
    parties: tuple[tuple[str, str], ...]
    positions: tuple[PositionLine, ...]
    position: str
    timeline: Timeline | None
    counted: int
    possibly: int
    unplaced: int
    terms: tuple[tuple[str, str, str, str], ...]
    rows: tuple[TallyRow, ...]
    official: tuple[UnitGroup, ...]
    duties: tuple[Duty, ...]
    choices: tuple[Choice, ...]
    left_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the page is asked for: which agreement, whose position, and which sources or owners are left out."""

    agreement: str = ""
    position: str = ""
    without: tuple[str, ...] = ()

    def link(self, path: str = "/ceasefire", **more: str) -> str:
        """An address that keeps what is asked for."""
        kept = {"agreement": self.agreement, "position": self.position} | more
        query = [(k, v) for k, v in kept.items() if v] + [("without", w) for w in self.without]
        return path + (f"?{urlencode(query)}" if query else "")


def _wanted_of(agreements: Sequence[Agreement], wanted: Wanted) -> Agreement | None:
    """The agreement asked for, else the first; None where there is none."""
    return next((a for a in agreements if a.id == wanted.agreement), next(iter(agreements), None))


def _say_bound(bound: Sequence[str], names: Mapping[str, str]) -> str:
    """Whom a term or a duty binds."""
    return ", ".join(say_actor(b, names) for b in bound) or "all parties"


def ceasefire(snapshot: Snapshot, counted: Snapshot, wanted: Wanted) -> CeasefireView | None:
    """The view of one agreement; `counted` is the state without what is left out. None where there is no agreement."""
    agreement = _wanted_of(snapshot.agreements, wanted)
    if agreement is None:
        return None
    names = names_of(snapshot)
    held = [p.party for p in agreement.positions]
    position = wanted.position if wanted.position in held else next(iter(held), "")
    wanted = Wanted(agreement=agreement.id, position=position, without=wanted.without)
    breaches = [b for b in counted.breaches if b.agreement == agreement.id and b.position == position]
    ids = {b.incident for b in breaches}
    whole = scope_over(breaches)
    return CeasefireView(
        agreement=agreement,
        parties=tuple((p.name, _bound(p.bound, p.guarantor)) for p in agreement.parties),
        positions=_positions(agreement, wanted, names),
        position=say_actor(position, names),
        timeline=timeline(
            [i for i in counted.incidents if i.id in ids],
            (agreement,),
            Asked(),
            names,
            open_end=any(p.party == position and p.ended is None for p in agreement.positions),
        ),
        counted=len(ids),
        possibly=whole.possibly,
        unplaced=whole.unplaced,
        terms=tuple((t.id, t.kind, t.text, _say_bound(t.bound, names)) for t in agreement.terms),
        rows=_rows(counted.tallies, wanted, names),
        official=official_bars(snapshot.official, names),
        duties=_duties(counted.obligations, agreement, counted, names),
        choices=_choices(snapshot, wanted),
        left_out=", ".join(c.text for c in _choices(snapshot, wanted) if c.chosen),
    )


def _bound(bound: bool, guarantor: bool) -> str:
    return ", ".join(w for w, on in (("bound", bound), ("guarantor", guarantor)) if on) or "named, not bound"


def _positions(agreement: Agreement, wanted: Wanted, names: Mapping[str, str]) -> tuple[PositionLine, ...]:
    return tuple(
        PositionLine(
            party=p.party,
            name=say_actor(p.party, names),
            said=f"began {say_moment(p.began)}; "
            + (f"ended {say_moment(p.ended)}" if p.ended else "holds that it had not ended"),
            source=p.source,
            chosen=p.party == wanted.position,
            href=Wanted(agreement=agreement.id, position=p.party, without=wanted.without).link() + "#tally",
        )
        for p in agreement.positions
    )


def _rows(tallies: Sequence[Tally], wanted: Wanted, names: Mapping[str, str]) -> tuple[TallyRow, ...]:
    chosen = [t for t in tallies if t.agreement == wanted.agreement and t.position == wanted.position and t.day is None]
    chosen.sort(key=lambda t: (t.term, t.accused != ANY, t.accused, t.accuser != ANY, t.accuser))
    return tuple(
        TallyRow(
            term=t.term,
            accused="any party" if t.accused == ANY else say_actor(t.accused, names),
            accuser="any accuser" if t.accuser == ANY else say_actor(t.accuser, names),
            total=t.accuser == ANY,
            cells=tuple(cell for level in _levels(t) for cell in _cells(t, level, getattr(t, level), wanted)),
            accepted=f"{t.accepted} accepted, {t.proposed} proposed",
        )
        for t in chosen
    )


def _levels(tally: Tally) -> tuple[str, ...]:
    return LEVELS if tally.accuser == ANY else LEVELS[:1]


def _cells(tally: Tally, level: str, scope: Scope, wanted: Wanted) -> tuple[Cell, Cell]:
    def cell(name: str, count: int) -> Cell:
        href = wanted.link(
            "/ceasefire/incidents",
            term=tally.term,
            accused=tally.accused,
            accuser=tally.accuser,
            level=level,
            scope=name,
        )
        return Cell(count=count, href=href, said=f"{level}, {name} within: {plural(count, 'incident')}")

    return cell("certainly", scope.certainly), cell("possibly", scope.possibly)


def _duties(
    statuses: Sequence[ObligationStatus], agreement: Agreement, counted: Snapshot, names: Mapping[str, str]
) -> tuple[Duty, ...]:
    homes = {a.id: (a, i.id) for i in counted.incidents for a in i.accounts}

    def told(ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        known = [homes[i] for i in ids if i in homes]
        return tuple((a.teller_name or (a.tellers[-1] if a.tellers else a.id), home) for a, home in known)

    return tuple(
        Duty(
            text=with_due(s.text, s.due),
            bound=_say_bound(s.bound, names),
            kept=told(s.kept),
            broken=told(s.broken),
            status=s.status,
            said=say_duty(s.status, *([teller for teller, _ in told(ids)] for ids in (s.kept, s.broken, s.late))),
            late=", ".join(dict.fromkeys(t for t, _ in told(s.late))) if s.status == "disputed" else "",
        )
        for s in statuses
        if s.agreement == agreement.id
    )


def _choices(snapshot: Snapshot, wanted: Wanted) -> tuple[Choice, ...]:
    used = {d.source for d in snapshot.documents}
    sources = [s for s in snapshot.sources if s.id in used]
    owners = sorted({s.owner for s in sources if s.owner})
    options = [(f"source:{s.id}", s.name) for s in sources] + [(f"owner:{o}", f"all owned by {o}") for o in owners]
    return tuple(Choice(value=v, text=t, chosen=v in wanted.without) for v, t in options)


def left_out_documents(snapshot: Snapshot, without: Sequence[str]) -> frozenset[str]:
    """Documents of the sources and owners left out."""
    out = {w.removeprefix("source:") for w in without if w.startswith("source:")}
    owners = {w.removeprefix("owner:") for w in without if w.startswith("owner:")}
    out |= {s.id for s in snapshot.sources if s.owner in owners}
    return frozenset(d.id for d in snapshot.documents if d.source in out)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellAsked:
    """One cell of the tally, whose breaches are listed."""

    term: str = ""
    accused: str = ANY
    accuser: str = ANY
    level: str = "alleged"
    scope: str = "certainly"


def breaches_of(counted: Snapshot, wanted: Wanted, cell: CellAsked) -> list[AllegedBreach]:
    """The breaches a cell counts, by incident; an incident certainly within is not also possibly so."""
    fitting = [
        b
        for b in counted.breaches
        if (b.agreement, b.position, b.term) == (wanted.agreement, wanted.position, cell.term)
        and cell.accused in (ANY, b.accused)
        and cell.accuser in (ANY, b.accuser)
        and (cell.level == "alleged" or b.corroborated)
        and (cell.level != "attributed" or b.attributed_by)
    ]
    sure = {b.incident for b in fitting if b.scope == "certainly"}
    return [b for b in fitting if (b.incident in sure) == (cell.scope == "certainly")]
