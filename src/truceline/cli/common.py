"""What every command shares: the ledger's option, errors in one line, exit codes, JSON out."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console

from truceline.model.plain import to_plain
from truceline.store.base import StoreError

if TYPE_CHECKING:
    from truceline.ledger import Ledger

DEFAULT_LEDGER = "ledger.truce"
LedgerOption = Annotated[
    Path, typer.Option("--ledger", envvar="TRUCELINE_LEDGER", help="The ledger file.", show_default=True)
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON for programs.")]

_UNWATCHED_WIDTH = 160
"""Columns for output that goes into a file or a pipe, where no terminal says how wide it is."""


def _console(stderr: bool) -> Console:
    watched = (sys.stderr if stderr else sys.stdout).isatty()
    return Console(stderr=stderr, highlight=False, soft_wrap=True, width=None if watched else _UNWATCHED_WIDTH)


out, err = _console(stderr=False), _console(stderr=True)


class Exit(IntEnum):
    """Exit codes of every command."""

    ALL = 0
    NOTHING = 1
    USAGE = 2
    PROBLEMS = 3


def fail(message: str, code: Exit = Exit.NOTHING) -> NoReturn:
    """Say in one line what went wrong and what to do, and end."""
    err.print(message, markup=False)
    raise typer.Exit(code)


@contextmanager
def opened(path: Path, *, make: bool = False) -> Iterator["Ledger"]:
    """The ledger at `path`; the user's mistakes (no such ledger, not a ledger, busy) end the command in one line."""
    if not make and not path.exists():
        fail(f"{path}: no such ledger: make one with `truceline add PATH... --ledger {path}`")
    if path.is_dir():
        fail(f"{path}: a folder, no ledger file: give one, as --ledger {path / DEFAULT_LEDGER}")
    from truceline.ledger import Ledger  # noqa: PLC0415  (SQLAlchemy is not for commands that need no ledger)

    try:
        ledger = Ledger(path)
        try:
            yield ledger
        finally:
            ledger.close()
    except StoreError as error:
        fail(str(error))


def save(target: Path, data: bytes, option: str) -> None:
    """Write a file; one that cannot be written ends the command with the option to mend."""
    try:
        target.write_bytes(data)
    except OSError as error:
        fail(f"{target}: cannot be written ({error.strerror}): give another {option}")


def put_json(value: Any) -> None:
    """One JSON value on a line of its own, UTF-8."""
    put_line(json_line(value))


def json_line(value: Any) -> str:
    """A model value as one line of JSON."""
    return json.dumps(to_plain(value), ensure_ascii=False)


def put_line(line: str) -> None:
    """A line of output as UTF-8; lone surrogates, which UTF-8 has no bytes for, become JSON escapes."""
    data = line.encode("utf-8", "backslashreplace")
    sys.stdout.buffer.write(data + b"\n")


def existing(paths: list[Path]) -> list[Path]:
    """The paths, if all are there and can be read; otherwise a usage error that names the first that is not."""
    for path in paths:
        if not path.exists():
            fail(f"{path}: no such file or folder", Exit.USAGE)
        if not os.access(path, os.R_OK):
            fail(f"{path}: may not be read: check its permissions", Exit.USAGE)
    return paths


def counted(number: int, word: str, plural: str | None = None) -> str:
    """A count with its word: "1 document", "3 documents"."""
    return f"{number} {word if number == 1 else plural or word + 's'}"
