"""The one core behind command line, pages and Python: read documents, keep a ledger, derive its state."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from truceline.model.decision import Decision
from truceline.model.entry import Entry
from truceline.model.outcome import Added, Reread, Ruled
from truceline.model.plain import from_plain, to_plain
from truceline.model.problem import Problem
from truceline.model.reading import Reading
from truceline.model.record import File, Record
from truceline.model.settings import Settings
from truceline.model.sheet import Sheet
from truceline.model.snapshot import Incident, Snapshot
from truceline.pipeline import Holdings, SettleKit, settle
from truceline.publish.disclosure import disclose_snapshot
from truceline.publish.persons.withhold import withheld_names
from truceline.publish.policy import Policy
from truceline.read.dateline import day_given
from truceline.read.document import with_given
from truceline.read.gazetteers.parse import Imported
from truceline.read.tables.taken import is_kept_table
from truceline.review.apply import apply_decisions
from truceline.review.ask import Ask, Desk, anchors_for, find_by_id, make_decision
from truceline.review.sheet import review_sheets
from truceline.review.sheet_lines import Ruler
from truceline.review.sheet_rulings import plan_rulings
from truceline.review.versions import earlier_versions, successors
from truceline.runners.asking import Propose, read_and_ask
from truceline.runners.code import code_version
from truceline.runners.companions import COMPANIONS, Checked, check_setting, find_companions, parse_settings, policy_of
from truceline.runners.forerunners import Forerunners
from truceline.runners.fresh import OF_OTHERS, Fresh
from truceline.runners.inputs import file_records, find_records
from truceline.runners.local import local_name_kit, settle_kit_with, shipped_numbers
from truceline.runners.own import NOTHING_OWN, Own
from truceline.runners.own_files import own_of
from truceline.runners.own_places import import_places, places_setting
from truceline.runners.sheets import open_sheets
from truceline.store.base import Hit, StoreError, Verified
from truceline.store.ids import document_id, short_id
from truceline.store.sqlite import SqliteLedger
from truceline.weigh.named import UnknownActor, unknown_actors

_BATCH = 32
"""Documents a transaction: what an interruption can cost."""
Progress = Callable[[int], None]
"""Told after each batch how many documents are done."""
Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


def _silent(_done: int) -> None:
    pass


def read(
    paths: Iterable[Path],
    settings: Settings | None = None,
    own: Own = NOTHING_OWN,
    propose: Propose | None = None,
) -> Iterator[Reading]:
    """Readings of files and folders, in input order, without a ledger; `own` are one's own places, actors and words.

    `propose` asks a language model about each (`truceline.runners.asking.proposer`); None asks nobody.
    """
    yield from read_and_ask(find_records(paths), settings or Settings(), own, propose)


class Ledger:
    """A ledger file, made where absent. One writer at a time; any number of readers.

    Raises `truceline.store.base.StoreError` where the file is no ledger or another program is writing.
    """

    def __init__(self, path: Path | str, clock: Clock = _now) -> None:
        self.path = Path(path)
        self._store = SqliteLedger(self.path)
        self._clock = clock
        self._snapshot: tuple[str, Snapshot] | None = None
        self._public: tuple[tuple[str, date], Snapshot] | None = None

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    # taking in

    def add(
        self,
        paths: Iterable[Path],
        settings: Settings | None = None,
        progress: Progress = _silent,
        propose: Propose | None = None,
    ) -> Added:
        """Read files and folders and keep them; the same record of the same bytes again changes nothing.

        An agreement, actors and whatever else is met on the way by its file name is taken in as settings first.
        """
        paths = tuple(paths)
        taken = [self.take_setting(kind, path) for kind, path in find_companions(paths)]
        reports = [p for p in paths if p.name not in COMPANIONS]
        added = self.add_records(find_records(reports), settings, progress, propose)
        return replace(
            added,
            problems=(*(p for t in taken for p in t.problems), *added.problems),
            settings=tuple(f"{t.setting.kind} {t.setting.name}" for t in taken if t.setting),
        )

    def add_files(self, files: Sequence[File], settings: Settings | None = None) -> Added:
        """Read files given as bytes and keep them."""
        return self.add_records((r for file in files for r in file_records(file)), settings)

    def add_records(
        self,
        records: Iterable[Record],
        settings: Settings | None = None,
        progress: Progress = _silent,
        propose: Propose | None = None,
    ) -> Added:
        """Read records and keep them, a batch a transaction; an interruption loses at most one batch."""
        added: list[str] = []
        problems: list[Problem] = []
        failed = 0
        held = settings or Settings()
        # kept with the record, so that reading it again finds its publisher and its day
        fresh = Fresh(self._store, (with_given(record, held) for record in records))
        readings = read_and_ask(fresh, held, self.own(), propose)
        pairs, before = ((fresh.pending.pop(0), reading) for reading in readings), Forerunners(self._store)
        while batch := list(islice(pairs, _BATCH)):
            rulings = before.rulings(batch, self._clock().isoformat(timespec="milliseconds"))
            added.extend(self._store.add_documents(batch, self._time(), rulings))
            problems.extend(p for _, reading in batch for p in reading.problems)
            failed += sum(reading.text is None for _, reading in batch)
            progress(len(added) + fresh.known)
        problems += (*fresh.problems, *self._tell_again(fresh.unread, held))
        return Added(
            documents=tuple(added),
            known=fresh.known,
            problems=tuple(problems),
            failed=failed,
            corrected=tuple(before.corrected),
            superseded=before.gone(fresh.known_ids),
        )

    def _tell_again(self, tables: Sequence[Record], settings: Settings) -> tuple[Problem, ...]:
        """Keep what is wrong now with tables the ledger keeps as text; gives what was not told before."""
        readings = read_and_ask(tables, settings, self.own(), None)
        kept = zip(tables, readings, strict=True)
        changed = [r for t, r in kept if self._store.add_reading(document_id(t.id, t.data), r, self._time())]
        return tuple(p for r in changed for p in r.problems if p.code not in OF_OTHERS)

    def take_setting(self, kind: str, path: Path) -> Checked:
        """Keep a file of settings (`runners.companions`); one that cannot be used is left out, with its problems."""
        checked = check_setting(kind, path, self._time(), self.own())
        if checked.setting is not None:
            self._store.add_setting(checked.setting)
        return checked

    def take_gazetteer(self, path: Path) -> Imported:
        """Keep a gazetteer of one's own (GeoNames dump, CSV, GeoJSON); documents read from then on use it."""
        imported = import_places(path)
        if imported.places:
            self._store.add_setting(places_setting(imported, path, self._time()))
        return imported

    def own(self) -> Own:
        """The places, actors and number words of every file taken in, the latest first."""
        return own_of(self._store.settings())

    def reread(
        self, settings: Settings | None = None, propose: Propose | None = None, only: Collection[str] = ()
    ) -> Reread:
        """Read every document again, or those of the ids in `only`; keep what is read otherwise, old readings stay.

        Those read with a language model are left where none is asked now, and where it gives no answer. A day of
        publication in the settings is that of documents without one; of named ones it replaces a day given before.
        """
        days: dict[str, str | None] = {}
        asked: set[str] = set()
        for stored in self._store.documents():
            # ledgers of earlier versions kept a day given for a document in its reading alone
            if is_kept_table(stored.reading.problems):
                continue  # nothing of it is read, and its mapping may have changed since it came in
            if only and stored.id not in only:
                continue
            anew = settings.published if settings and only else None
            days[stored.id] = anew or day_given(stored.reading.document.published)
            if stored.reading.reader.asked is not None:
                asked.add(stored.id)
        keys = [key for key in sorted(days) if propose is not None or key not in asked]
        records = (
            replace(record, published=days[key] or record.published)
            for key in keys
            if (record := self._store.record(key)) is not None
        )
        changed, problems = 0, []
        readings = read_and_ask(records, settings or Settings(), self.own(), propose)
        for key, reading in zip(keys, readings, strict=True):
            problems += [p for p in reading.problems if p.code.startswith("model_")]
            if reading.reader.asked is not None or key not in asked:
                changed += self._store.add_reading(key, reading, self._time())
        return Reread(changed=changed, left=len(days) - len(keys), problems=tuple(problems))

    # looking

    def head(self) -> str:
        """Head of the hash chain."""
        return self._store.head()

    def snapshot(self) -> Snapshot:
        """The whole derived state; kept in the ledger until a record is added or the program changes."""
        key = self._key()
        if self._snapshot is None or self._snapshot[0] != key:
            self._snapshot = key, from_plain(Snapshot, json.loads(self._derived(key)))
        return self._snapshot[1]

    def snapshot_json(self) -> str:
        """The derived state as JSON (contract `truceline.ledger/1`)."""
        return self._derived(self._key())

    def snapshot_without(self, documents: frozenset[str]) -> Snapshot:
        """The derived state as it would be had these documents never been added; nothing is kept of it."""
        held = self._holdings(self.head())
        kept = tuple(entry for entry in held.entries if entry.id not in documents)
        return settle(replace(held, entries=kept), self._settle_kit())

    def unknown_actors(self) -> tuple[UnknownActor, ...]:
        """Names in the documents that no actor file has, the most frequent first."""
        gone = successors(self._store.decisions())
        return unknown_actors((e for e in self._entries() if e.id not in gone), self._settle_kit().weigh.actors)

    def public_snapshot(self, as_of: date | None = None) -> Snapshot:
        """The derived state as the disclosure policy lets it leave on a day (today where none is given)."""
        day, key = as_of or self._clock().date(), self._key()
        if self._public is None or self._public[0] != (key, day):
            self._public = (key, day), self._disclosed(day)
        return self._public[1]

    def _disclosed(self, day: date) -> Snapshot:
        readings, policy = self._leaving()
        return disclose_snapshot(self.snapshot(), policy, day, local_name_kit(), readings)

    def _leaving(self) -> tuple[tuple[Reading, ...], Policy]:
        """All readings, and the policy by which they may leave."""
        return tuple(e.reading for e in self._entries()), policy_of(self._store.settings(), self._store.decisions())

    def withheld_names(self) -> tuple[tuple[str, int], ...]:
        """Names that the disclosure policy keeps in the house, with how often each stands; the most frequent first."""
        readings, policy = self._leaving()
        return withheld_names(self.snapshot(), readings, policy, local_name_kit())

    def incident(self, incident_id: str) -> Incident | None:
        """The incident an id leads to: its own, one it took over, or a member's ("document/key")."""
        return find_by_id(self.snapshot(), incident_id)

    def document(self, document_id: str) -> Entry | None:
        """One document with its reading as decisions have it; None where the ledger has none of this id."""
        decisions = self._store.decisions()
        reviewed = apply_decisions(self._with_earlier({document_id}, decisions), decisions).entries
        return next((e for e in reviewed if e.id == document_id), None)

    def record(self, document_id: str) -> Record | None:
        """The document as it came in, with its original bytes."""
        return self._store.record(document_id)

    def search(self, query: str, limit: int = 50) -> tuple[Hit, ...]:
        """Documents whose text or title has all these words, best first."""
        return self._store.search(query, limit)

    def had_head(self, head: str) -> bool:
        """Whether the chain once had this head (as an earlier report printed it), or one that begins so."""
        return self._store.had_head(head)

    def verify(self) -> Verified:
        """The hash chain recomputed from what is stored."""
        return self._store.verify()

    def review_sheets(self) -> tuple[Sheet, ...]:
        """Accounts and pairs laid out for review in a spreadsheet, in full: for the house, not for publication."""
        reviewed = apply_decisions(self._entries(), self._store.decisions()).entries
        return review_sheets(self.snapshot(), {e.id: e.reading for e in reviewed})

    # ruling

    def decide(self, ask: Ask) -> Decision:
        """Record what an analyst rules, anchored to document and words; derived state follows at the next look.

        Raises `truceline.review.ask.UnknownTargetError` where a target is not there.
        """
        return self._record(ask, self._desk(ask, self._store.decisions()))

    def decide_by_sheet(self, path: Path, analyst: str, reason: str = "") -> Ruled:
        """Record what an analyst wrote into a workbook of `review_sheets`; the same lines again change nothing."""
        sheets, problems = open_sheets(path)
        if problems:
            return Ruled(decisions=(), known=0, problems=problems)
        decisions = self._store.decisions()
        desk = self._desk_of(self._entries(), decisions)
        plan = plan_rulings(sheets, desk, Ruler(file=path.name, analyst=analyst, reason=reason))
        made = tuple(self._record(ask, desk) for ask in plan.asks)
        return Ruled(decisions=made, known=plan.known, problems=plan.problems)

    # inside

    def _record(self, ask: Ask, desk: Desk) -> Decision:
        anchors, at = anchors_for(ask, desk), self._clock().isoformat(timespec="milliseconds")
        seed = json.dumps([self.head(), at, to_plain(ask)], sort_keys=True).encode()
        decision = make_decision(ask, anchors, short_id("R", seed), at)
        self._store.add_decision(decision)
        return decision

    def _desk(self, ask: Ask, decisions: Sequence[Decision]) -> Desk:
        """Only the documents an ask can be about are loaded."""
        snapshot = self.snapshot()
        found = (find_by_id(snapshot, target) for target in ask.targets)
        named = {target.partition("/")[0] for target in ask.targets}
        wanted = named | {a.document for incident in found if incident for a in incident.accounts}
        return self._desk_of(self._with_earlier(wanted, decisions), decisions)

    def _with_earlier(self, documents: Iterable[str], decisions: Sequence[Decision]) -> list[Entry]:
        """These documents, and the versions before each, whose rulings go over to it."""
        after = successors(decisions)
        wanted = {key for document in documents for key in (document, *earlier_versions(document, after))}
        stored = (self._store.document(key) for key in sorted(wanted))
        return [s.entry() for s in stored if s is not None]

    def _desk_of(self, entries: Sequence[Entry], decisions: Sequence[Decision]) -> Desk:
        reviewed = {e.id: e for e in apply_decisions(entries, decisions).entries}
        by_id = {e.id: e for e in entries}
        return Desk(
            entries=by_id, reviewed=reviewed, snapshot=self.snapshot(), decisions=decisions, numbers=shipped_numbers()
        )

    def _settle_kit(self) -> SettleKit:
        return settle_kit_with(self.own().actors)

    def _time(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def _key(self) -> str:
        return f"{self._store.head()} {code_version()}"

    def _derived(self, key: str) -> str:
        kept = self._store.cached(key)
        if kept is None:
            snapshot = settle(self._holdings(key.split(" ", 1)[0]), self._settle_kit())
            kept = json.dumps(to_plain(snapshot), ensure_ascii=False)
            with suppress(StoreError):  # a ledger that cannot be written to now can still be looked at
                self._store.keep(key, kept)
        return kept

    def _entries(self) -> tuple[Entry, ...]:
        return tuple(stored.entry() for stored in self._store.documents())

    def _holdings(self, head: str) -> Holdings:
        parsed = parse_settings(self._store.settings())
        return Holdings(
            name=self.path.stem,
            chain_head=head,
            entries=self._entries(),
            decisions=self._store.decisions(),
            agreements=parsed.agreements,
            sources=parsed.sources,
            official=parsed.official,
        )
