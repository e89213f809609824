"""A ledger's state made up by hand: any number of incidents of an invented valley, and a core that only holds it."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from truceline.model.account import Facet
from truceline.model.agreement import Agreement, Party, Position, Term
from truceline.model.claim import Claim
from truceline.model.decision import Decision
from truceline.model.entry import Entry
from truceline.model.outcome import Added
from truceline.model.place import Place
from truceline.model.reading import Document, Reader, Reading
from truceline.model.record import File, Record
from truceline.model.snapshot import (
    AllegedBreach,
    FacetState,
    FacetValue,
    Incident,
    LedgerAccount,
    LedgerDocument,
    OfficialTally,
    Part,
    Scope,
    Snapshot,
    Tally,
    Toll,
)
from truceline.model.when import Published, Time
from truceline.review.ask import Ask
from truceline.store.base import Hit

TEXT = "The Harbour Ministry said that shelling at Marl Bridge killed 4 people. The Hill Council denied it."
DAY = date(2031, 3, 1)
KINDS = ("shelling", "air_strike", "clash", "aid_obstructed")


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


CLAIMS = (
    Claim(
        id="c1", source=(span("The Harbour Ministry"),), cue=(span("said"),),
        content=(span("that shelling at Marl Bridge killed 4 people"),), speech="indirect", act="asserts",
        source_kind="institution", tellers=("harbour",), speaker="Harbour Ministry", reader_score=0.9,
    ),
    Claim(
        id="c2", source=(span("The Hill Council"),), cue=(span("denied"),), content=(span("it."),), speech="indirect",
        act="denies", reaches="occurrence", source_kind="institution", parent="c1", reader_score=0.25,
    ),
)  # fmt: skip


def account(n: int, teller: str, line: str, killed: int, *, denied: bool = False) -> LedgerAccount:
    start = TEXT.index("killed 4")
    facets = (
        Facet(
            facet="occurrence",
            value="shelling",
            text="shelling",
            spans=((35, 43),),
            polarity="denied" if denied else "affirmed",
        ),
        Facet(
            facet="killed",
            value={"low": killed, "high": killed, "group": "unknown"},
            text="killed 4",
            spans=((start, start + 8),),
        ),
    )
    return LedgerAccount(
        id=f"D{n}/a-{teller}",
        incident=f"i{n}",
        claim=None,
        tellers=(teller,),
        facets=facets,
        document=f"D{n}",
        line=line,
        line_reason="first heard from " + teller,
        published="2031-03-02",
        received_at="2031-03-03T08:00:00+00:00",
        teller_name=teller.title(),
        speaker=teller,
    )


def incident(n: int) -> Incident:
    day = (DAY + timedelta(n % 12)).isoformat()
    accounts = (account(n, "harbour", "l1", 4), account(n, "hill", "l2", 6, denied=True))
    disputed = FacetState(
        status="disputed",
        values=(
            FacetValue(value={"low": 4, "high": 4}, polarity="affirmed", accounts=(accounts[0].id,), lines=1),
            FacetValue(value={"low": 6, "high": 6}, polarity="affirmed", accounts=(accounts[1].id,), lines=1),
        ),
    )
    return Incident(
        id=f"TL-{n:06}",
        title=f"Shelling near Marl Bridge {n}",
        event_type=KINDS[n % len(KINDS)],
        aggregate=False,
        place=Place(name=f"Marl {n % 40}", lat=48 + n % 40 / 40, lon=9 + n % 37 / 37, radius_km=1.0 + n % 5),
        time=Time(earliest=day, latest=day, granularity="day"),
        killed=Toll(low=4, best=4, high=6),
        injured=None,
        casualties=(),
        grade="contested",
        grade_reasons=("the Hill Council denies it",),
        accounts=accounts,
        documents=(f"D{n}",),
        independent_lines=2,
        facets={"killed": disputed, "occurrence": FacetState(status="disputed", values=())},
        review="machine",
    )


AGREEMENT = Agreement(
    id="valley",
    name="Truce of the valley",
    zone_name="The valley",
    time_zone="+01:00",
    parties=(
        Party(actor="harbour", name="Harbour Ministry", bound=True),
        Party(actor="hill", name="Hill Council", bound=True),
    ),
    positions=(
        Position(party="harbour", began="2031-03-01", ended="2031-03-09T18:00:00+01:00", source="its statement"),
        Position(party="hill", began="2031-03-01", ended=None, source="its letter"),
    ),
    terms=(Term(id="fire", kind="prohibition", text="Nobody fires.", bound=("harbour", "hill"), breach=("shelling",)),),
    version="0" * 64,
)


def made_snapshot(count: int) -> Snapshot:
    """`count` incidents of two accounts each, one document an incident."""
    incidents = tuple(incident(n) for n in range(count))
    documents = tuple(
        LedgerDocument(
            id=f"D{n}",
            given_id=f"report-{n}.txt",
            sha256="0" * 64,
            incidents=(f"TL-{n:06}",),
            lineage=f"D{n}",
            published=Published(earliest="2031-03-02", latest="2031-03-02", inferred=False, reason="printed"),
            received_at="2031-03-03T08:00:00+00:00",
            title=f"Report {n}",
        )
        for n in range(count)
    )
    breaches = tuple(
        AllegedBreach(
            agreement="valley",
            term="fire",
            incident=i.id,
            accused="hill",
            accuser="harbour",
            day=i.time.earliest if i.time else None,
            position=position,
            scope="certainly",
            corroborated=False,
            attributed_by=None,
            accounts=(i.accounts[0].id,),
            reasons=("within the window",),
        )
        for i in incidents
        if i.event_type == "shelling"
        for position in ("harbour", "hill")
    )
    none = Scope(certainly=0, possibly=0)
    tallies = tuple(
        Tally(
            agreement="valley",
            term="fire",
            accused="hill",
            accuser="any",
            day=None,
            unit="incidents",
            position=position,
            alleged=Scope(certainly=sum(b.position == position for b in breaches), possibly=0),
            corroborated=none,
            attributed=none,
            incidents=tuple(b.incident for b in breaches if b.position == position),
        )
        for position in ("harbour", "hill")
    )
    official = OfficialTally(
        id="week",
        teller="hill",
        stated=12,
        comparator="=",
        unit="violations",
        period="first week",
        day=None,
        accused=None,
        parts=(Part(label="north", value=7), Part(label="south", value=6)),
        added=13,
        verdict="does_not_add_up",
        sentence="7 + 6 make 13, not the stated 12.",
    )
    return Snapshot(
        name="Valley",
        chain_head="0" * 64,
        documents=documents,
        incidents=incidents,
        agreements=(AGREEMENT,),
        tallies=tallies,
        breaches=breaches,
        official=(official,),
    )


@dataclass
class HeldCore:
    """A core that holds a made-up state and remembers what it was asked to rule."""

    held: Snapshot
    asked: list[Ask] = field(default_factory=list)

    def snapshot(self) -> Snapshot:
        return self.held

    def public_snapshot(self) -> Snapshot:
        return self.held

    def withheld_names(self) -> tuple[tuple[str, int], ...]:
        return (("Mirela Oskuun", 3),)

    def snapshot_without(self, documents: frozenset[str]) -> Snapshot:  # noqa: ARG002
        return self.held

    def incident(self, incident_id: str) -> Incident | None:
        return next((i for i in self.held.incidents if i.id == incident_id), None)

    def document(self, document_id: str) -> Entry | None:
        known = next((d for d in self.held.documents if d.id == document_id), None)
        if known is None:
            return None
        reading = Reading(
            document=Document(id=known.given_id, sha256=known.sha256, title=known.title),
            reader=Reader(name="hand", version="1"),
            text=TEXT,
            sentences=((0, 71), (72, len(TEXT))),
            claims=CLAIMS,
        )
        return Entry(id=known.id, given_id=known.given_id, sha256="0" * 64, received_at="2031-03-03", reading=reading)

    def record(self, document_id: str) -> Record | None:
        return Record(id=document_id, where="folder/ré port.html", data=b"<script>1</script>", text=TEXT)

    def search(self, query: str, limit: int = 50) -> tuple[Hit, ...]:  # noqa: ARG002
        return (Hit(document="D0", title="Report 0", excerpt=f"at [{query}] there"),)

    def add_files(self, files: list[File]) -> Added:
        return Added(documents=tuple(f.name for f in files), known=0, problems=())

    def decide(self, ask: Ask) -> Decision:
        self.asked.append(ask)
        return Decision(id="R1", verb=ask.verb, anchors=(), analyst=ask.analyst, reason=ask.reason, at="2031-03-04")
