"""Commands that take documents in: read without a ledger, add to one."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truceline.cli.asking import WAIT_S, AskOption, ModelOption, TimeoutOption, propose_by
from truceline.cli.common import (
    DEFAULT_LEDGER,
    Exit,
    JsonOption,
    LedgerOption,
    counted,
    existing,
    fail,
    json_line,
    opened,
    out,
    put_json,
    put_line,
)
from truceline.cli.days import full_day
from truceline.cli.own import ActorsOption, GazetteerOption, NumbersOption, own_from, say_left_aside
from truceline.cli.problems import print_problems
from truceline.cli.progress import Advance, progress
from truceline.cli.read_out import print_reading
from truceline.cli.review import AnalystOption, analyst_or_user
from truceline.cli.versions import print_corrected, print_gone, print_possible, print_version
from truceline.model.outcome import Added, Reread
from truceline.model.problem import Problem
from truceline.model.reading import Reading
from truceline.model.settings import Settings
from truceline.model.snapshot import Snapshot
from truceline.publish.names import publishers_of
from truceline.publish.words import KEPT_ONLY
from truceline.review.ask import Ask, UnknownTargetError
from truceline.review.versions import successors
from truceline.runners.asking import Propose, read_and_ask
from truceline.runners.inputs import find_records, holds_nothing, is_mapping
from truceline.store.ids import document_id

if TYPE_CHECKING:
    from truceline.ledger import Ledger

Paths = Annotated[list[Path], typer.Argument(help="Files or folders.", show_default=False)]


PublishedOption = Annotated[
    str | None,
    typer.Option(
        help="Day of publication (YYYY-MM-DD) for inputs that carry none.", show_default=False, callback=full_day
    ),
]
PublisherOption = Annotated[
    str | None, typer.Option(help="Who published the inputs that carry no publisher.", show_default=False)
]
SupersedesOption = Annotated[
    str | None,
    typer.Option(metavar="DOCUMENT", help="The document whose place the one given takes.", show_default=False),
]
_PUBLISH = "truceline document edit DOCUMENT --publisher NAME"
_DATE = "truceline reread DOCUMENT --published YYYY-MM-DD"


@dataclass
class _Count:
    """What a run of `read` has seen so far."""

    read: int = 0
    failed: int = 0
    claims: int = 0
    incidents: int = 0
    problems: list[Problem] = field(default_factory=list)

    def take(self, reading: Reading) -> None:
        """Count one reading."""
        self.read += reading.text is not None
        self.failed += reading.text is None
        self.claims += len(reading.claims)
        self.incidents += len(reading.incidents)
        self.problems.extend(reading.problems)

    def exit_code(self) -> Exit:
        """0 all read, 3 done with problems on some, 1 nothing done."""
        if not self.read:
            return Exit.NOTHING
        return Exit.PROBLEMS if self.problems else Exit.ALL


def read(
    paths: Paths,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    gazetteer: GazetteerOption = None,
    actors: ActorsOption = None,
    number_words: NumbersOption = None,
    ask_model: AskOption = None,
    model: ModelOption = None,
    ask_timeout: TimeoutOption = WAIT_S,
    as_json: JsonOption = False,
) -> None:
    """Read documents without a ledger; with --json one line an input document, in input order."""
    count, own, propose = _Count(), own_from(gazetteer, actors, number_words), propose_by(ask_model, model, ask_timeout)
    settings = Settings(published=published, publisher=publisher)
    say_left_aside(paths, [*(gazetteer or []), *(actors or []), *(number_words or [])])
    with progress("reading", None, "documents") as advance:
        for reading in read_and_ask(find_records(_documents(paths)), settings, own, propose):
            count.take(reading)
            if as_json:
                put_line(json_line(reading))
            else:
                _print_reading(reading)
            advance(count.read + count.failed)
    if not as_json:
        if paths[0].is_file() and count.read + count.failed == 1:
            print_reading(reading)
        found = f"{counted(count.claims, 'claim')}, {counted(count.incidents, 'incident')}"
        out.print(f"{counted(count.read, 'document')} read, {found}")
        print_problems(count.problems)
        if count.read:
            out.print(f"next: truceline add {' '.join(map(str, paths))} --ledger {DEFAULT_LEDGER}", markup=False)
    raise typer.Exit(count.exit_code())


def _documents(paths: list[Path]) -> list[Path]:
    """The paths, if they are there and hold more than mappings and empty folders."""
    if all(map(is_mapping, existing(paths))):
        fail(f"{paths[0]}: a mapping is no document: name its table, or the folder of both, as well", Exit.USAGE)
    if all(map(holds_nothing, paths)):
        left = "hidden files, ledgers, README, LICENSE and NOTICE are left out"
        fail(f"{', '.join(map(str, paths))}: nothing to read in it ({left})")
    return paths


def _print_reading(reading: Reading) -> None:
    document = reading.document
    day = document.published.edtf or document.published.earliest if document.published else None
    facts = [document.publisher or "", day or "undated", counted(len(reading.claims), "claim")]
    facts.append(counted(len(reading.incidents), "incident"))
    out.print(f"{document.id}  {'  '.join(f for f in facts if f)}", markup=False)


def add(
    paths: Paths,
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    ask_model: AskOption = None,
    model: ModelOption = None,
    ask_timeout: TimeoutOption = WAIT_S,
    supersedes: SupersedesOption = None,
    analyst: AnalystOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take documents and tables into a ledger (made where absent); what it has already changes nothing.

    A file of a name or address that is there, with most of its words, takes that document's place; it is said, and can
    be taken back.

    From a folder all files are read but README, LICENSE and NOTICE; agreement.yaml, sources.yaml, official-tallies.csv,
    disclosure.toml, gazetteer.csv, gazetteer.geojson, zones.geojson, actors.toml and number-words.toml are taken in as
    settings.
    """
    _documents(paths)
    propose = propose_by(ask_model, model, ask_timeout)
    new = not ledger.exists()
    only = _only_document(paths, supersedes, ledger) if supersedes else ""
    with opened(ledger, make=True) as book:
        with progress("reading", None, "documents") as advance:
            added = _added(book, paths, Settings(published=published, publisher=publisher), advance, propose)
        if supersedes:
            _supersede(book, (only, supersedes), analyst)
        snapshot = book.snapshot()
    nothing = len(added.documents) == added.failed and not added.known and not added.settings
    if nothing and new:
        _unmake(ledger)
    if as_json:
        put_json(added)
    elif nothing and new:
        out.print(f"nothing of it could be read, so no ledger {ledger} was made", markup=False)
        print_problems(added.problems)
    else:
        _print_added(added, snapshot)
        print_corrected(added, snapshot, ledger)
        if supersedes and supersedes not in {c.supersedes for c in added.corrected}:
            print_version(only, supersedes, snapshot)
        print_gone(added, snapshot, ledger)
        print_possible(added, snapshot)
        if added.known and publisher:
            out.print(f"what was there already stays as it was: {_PUBLISH} says who published it", markup=False)
        if added.known and published:
            out.print(f"what was there already stays as it was: {_DATE} gives it its day", markup=False)
        print_problems(added.problems, f"truceline problems --ledger {ledger}")
        if not nothing:
            out.print(f"next: truceline serve --ledger {ledger}", markup=False)
    if nothing:
        raise typer.Exit(Exit.NOTHING)
    raise typer.Exit(Exit.PROBLEMS if added.problems else Exit.ALL)


def _only_document(paths: list[Path], supersedes: str, ledger: Path) -> str:
    """The id that the one document in the paths will have; with several, or none to supersede, the command ends."""
    with opened(ledger) as book:
        if book.document(supersedes) is None:
            fail(f"{supersedes}: no such document: `truceline documents` lists them")
    ids = {document_id(record.id, record.data) for record in find_records(paths)}
    if len(ids) != 1:
        fail(f"--supersedes is for one document, and {len(ids)} are given: add that one by itself", Exit.USAGE)
    return ids.pop()


def _supersede(book: "Ledger", targets: tuple[str, str], analyst: str | None) -> None:
    """Rule that one takes the other's place, unless adding it has said so already."""
    if successors(book.snapshot().decisions).get(targets[1]) == targets[0]:
        return
    try:
        book.decide(Ask(verb="supersede", on="document", targets=targets, analyst=analyst_or_user(analyst)))
    except UnknownTargetError as error:
        fail(str(error))


def _unmake(ledger: Path) -> None:
    """Take away the ledger this command made: one that holds nothing read would look like a start."""
    for beside in ("", "-wal", "-shm"):
        ledger.with_name(ledger.name + beside).unlink(missing_ok=True)


def _added(book: "Ledger", paths: list[Path], settings: Settings, advance: Advance, propose: Propose | None) -> Added:
    try:
        return book.add(paths, settings, advance, propose)
    except KeyboardInterrupt:
        fail("stopped: what was added so far is kept; the same command again goes on from there")


def reread(
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCUMENT]...", help="Ids; left out: all documents.", show_default=False),
    ] = None,
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    published: PublishedOption = None,
    ask_model: AskOption = None,
    model: ModelOption = None,
    ask_timeout: TimeoutOption = WAIT_S,
    as_json: JsonOption = False,
) -> None:
    """Read a ledger's documents again after an update; old readings stay, rulings are found again by their words.

    Documents that a language model was asked about are left as they are unless one is asked again. --published is the
    day of documents that carry none; of documents named it replaces the day given before.
    """
    propose = propose_by(ask_model, model, ask_timeout)
    with opened(ledger) as book:
        for name in documents or ():
            if book.document(name) is None:
                fail(f"{name}: no such document: `truceline documents` lists them")
        done = book.reread(Settings(published=published), propose, documents or ())
        lost = book.snapshot().unanchored
    if as_json:
        put_json({"changed": done.changed, "left": done.left, "unanchored": lost, "problems": done.problems})
    else:
        _print_reread(done, len(lost))
    raise typer.Exit(Exit.PROBLEMS if done.problems else Exit.ALL)


def _print_reread(done: Reread, lost: int) -> None:
    out.print(f"{counted(done.changed, 'document')} read otherwise than before")
    if done.left:
        asked = counted(done.left, "document")
        out.print(f"{asked} read with a language model left as before: give --ask-model and --model to read them again")
    if lost:
        out.print(f"{counted(lost, 'ruling')} no longer find their words: truceline decide list", markup=False)
    print_problems(done.problems)


def _print_added(added: Added, snapshot: Snapshot) -> None:
    single = [i for i in snapshot.incidents if not i.aggregate]
    disputed = sum(any(f.status == "disputed" for f in i.facets.values()) for i in single)
    totals = len(snapshot.incidents) - len(single)
    accounts = sum(len(i.accounts) for i in snapshot.incidents)
    claims = sum(d.claims for d in snapshot.current)
    gone = len(snapshot.documents) - len(snapshot.current)
    already = f" ({added.known} {'was' if added.known == 1 else 'were'} there already)" if added.known else ""
    out.print(f"{counted(len(added.documents), 'document')} added{already}{_say_unread(added)}")
    for name in added.settings:
        out.print(f"{name} taken in", markup=False)
    out.print(
        f"the ledger: {counted(len(snapshot.current), 'document')}{f' ({gone} more superseded)' if gone else ''}, "
        f"{counted(claims, 'claim')}, "
        f"{counted(accounts, 'account')}, {counted(len(single), 'incident')} ({disputed} disputed)"
        + (f", {counted(totals, 'stated total')}" if totals else "")
    )
    _print_nameless(snapshot)


def _say_unread(added: Added) -> str:
    if not added.failed:
        return ""
    if len(added.documents) == 1:
        return "; it could not be read, its bytes are kept"
    which = "none of them could" if added.failed == len(added.documents) else f"{added.failed} of them could not"
    return f"; {which} be read, the bytes are kept"


def _print_nameless(snapshot: Snapshot) -> None:
    """How many documents have no publisher, each then a teller of its own, and how many no day to count from."""
    known = publishers_of(snapshot)
    read_ones = [d for d in snapshot.current if d.readable and KEPT_ONLY.isdisjoint(p.code for p in d.problems)]
    nameless = [d for d in read_ones if d.id not in known]
    if nameless:
        count = f"{len(nameless)} of {counted(len(read_ones), 'document')}"
        out.print(f"{count} with no publisher, each a teller of its own: {_PUBLISH} says who published it")
    dated = {i.id for i in snapshot.incidents if i.time is not None}
    # a table's row has its day in a cell, claims nothing and needs no other
    undated = [d for d in read_ones if d.published is None and (d.claims or not dated.issuperset(d.incidents))]
    if undated:
        count = f"{len(undated)} of {counted(len(read_ones), 'document')}"
        out.print(f"{count} with no day, so that “on Monday” in them has no date: {_DATE} gives it")
