"""Commands that run: the pages, and the demonstration."""

import errno
import os
import signal
import socket
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from truceline.cli.common import DEFAULT_LEDGER, Exit, LedgerOption, counted, fail, opened, out
from truceline.cli.incidents import disputed_facets
from truceline.cli.problems import print_problems
from truceline.cli.progress import progress
from truceline.model.snapshot import Incident, Snapshot
from truceline.runners.analyst import ANALYST_VARIABLE
from truceline.runners.companions import COMPANIONS

if TYPE_CHECKING:
    from uvicorn import Server

PortOption = Annotated[int, typer.Option(help="Port on this machine.", min=1, max=65535)]
_CASE = Path("examples") / "september-2016"
_HOST = "127.0.0.1"
_SHOWN = 6


def serve(
    ledger: LedgerOption = Path(DEFAULT_LEDGER),
    port: PortOption = 8016,
    analyst: Annotated[
        str | None,
        typer.Option(
            "--analyst",
            "--by",
            envvar=ANALYST_VARIABLE,
            help="Who rules on the pages, until a browser gives another name; else the login's name.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Serve the pages on this machine alone."""
    with opened(ledger):
        pass  # a ledger that is not there, or is none, is said here and not as a failure of the server
    port_held = _bound(port)
    import uvicorn  # noqa: PLC0415  (a web server is not for the other commands)

    os.environ["TRUCELINE_LEDGER"] = str(ledger)
    if analyst:
        os.environ[ANALYST_VARIABLE] = analyst
    out.print(f"http://{_HOST}:{port}/  (Ctrl+C ends it)")
    config = uvicorn.Config("truceline.web.app:from_environment", factory=True, log_level="warning")
    server = uvicorn.Server(config)
    _end_with_terminal(server)
    with port_held, suppress(KeyboardInterrupt):
        server.run(sockets=[port_held])


def _end_with_terminal(server: "Server") -> None:
    """Let a closed terminal end the pages as Ctrl+C does, and the ledger be whole; `nohup` keeps them."""
    hang_up = getattr(signal, "SIGHUP", None)  # Windows has none
    if hang_up is not None and signal.getsignal(hang_up) != signal.SIG_IGN:
        signal.signal(hang_up, lambda _number, _frame: setattr(server, "should_exit", True))


def _bound(port: int) -> socket.socket:
    """A socket that holds the port, so that no address is announced which another program answers at."""
    held = socket.socket()
    if os.name == "posix":  # elsewhere the option lets two programs share a port
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((_HOST, port))
        held.listen()
    except OSError as error:
        held.close()
        why = "another program uses it" if error.errno == errno.EADDRINUSE else error.strerror
        fail(f"port {port} cannot be served at ({why}): give another --port, or end what runs there")
    return held


def demo(
    case: Annotated[Path, typer.Option(help="Folder of the case.")] = _CASE,
    ledger: LedgerOption = Path("demo.truce"),
    port: PortOption = 8016,
    pages: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the pages afterwards.")] = True,
) -> None:
    """Read the bundled case of September 2016 into a ledger, sum it up, and serve the pages."""
    reports = case / "reports"
    if not reports.is_dir():
        fail(f"{reports}: no such folder: run this in Truceline's own folder, or give --case", Exit.USAGE)
    with opened(ledger, make=True) as book:
        with progress("reading", sum(1 for p in reports.iterdir() if p.is_file()), "documents") as advance:
            added = book.add([*sorted(p for p in case.iterdir() if p.name in COMPANIONS), reports], progress=advance)
        snapshot = book.snapshot()
    _print_summary(snapshot)
    print_problems(added.problems, f"truceline problems --ledger {ledger}")
    if pages:
        serve(ledger, port)
    else:
        out.print(f"next: truceline serve --ledger {ledger}", markup=False)


def _print_summary(snapshot: Snapshot) -> None:
    table = Table.grid(padding=(0, 2))
    disputed = [(i, name) for i in snapshot.incidents for name in disputed_facets(i)]
    wrong = [o for o in snapshot.official if o.verdict == "does_not_add_up"]
    table.add_row("documents", str(len(snapshot.current)))
    table.add_row("claims", str(sum(d.claims for d in snapshot.current)))
    happenings = [
        i for i in snapshot.incidents if not i.aggregate
    ]  # a stated total is no happening, here as in the pages
    table.add_row("incidents", f"{len(happenings)}, {_accepted(happenings)} accepted")
    table.add_row("disputed facets", f"{len(disputed)} of {counted(len({i.id for i, _ in disputed}), 'incident')}")
    for incident in [i for i in snapshot.incidents if disputed_facets(i)][:_SHOWN]:
        table.add_row("", f"{incident.title}: {', '.join(disputed_facets(incident))}")
    table.add_row("official tallies", f"{len(snapshot.official)}, of which {len(wrong)} do not add up")
    for stated in wrong[:_SHOWN]:
        table.add_row("", stated.sentence)
    table.add_row("problems", str(len(snapshot.problems)))
    out.print(table)


def _accepted(incidents: Sequence[Incident]) -> int:
    return sum(i.review in {"accepted", "edited"} for i in incidents)
