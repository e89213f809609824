"""Opening a ledger file: durability, locking, and its shape brought up to date."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, inspect
from sqlalchemy.exc import DatabaseError

from truceline.store.base import NotALedgerError

SHAPE = "0001"
"""The newest migration; a file that has it needs no Alembic."""
_BUSY_MS = 5_000
_MALFORMED = "malformed"
"""In SQLite's words for a file that it cannot read."""
_DAMAGED = "the file is damaged or cut short: go back to a copy of it, or add the documents to a new ledger"


def open_engine(path: Path) -> Engine:
    """Engine on a ledger file, made where absent and migrated where old.

    Raises NotALedgerError for a file that is something else, or newer than this program.
    """
    engine = create_engine(f"sqlite+pysqlite:///{path}")
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    event.listen(engine, "handle_error", lambda context: _on_error(context, path))
    try:
        _bring_up(engine, path)
    except (DatabaseError, sqlite3.DatabaseError) as error:
        engine.dispose()
        raise NotALedgerError(f"{path}: {_plainly(error)}") from error
    return engine


def _on_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, by their kind
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={_BUSY_MS}"):
        connection.execute(f"PRAGMA {pragma}").close()


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _on_error(context: ExceptionContext, path: Path) -> NotALedgerError | None:
    """What is raised instead, where a file is found damaged while it is read."""
    return NotALedgerError(f"{path}: {_DAMAGED}") if _MALFORMED in str(context.original_exception) else None


def _bring_up(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        shape = _shape(connection, path)
    if shape == SHAPE:
        return
    if shape is not None and shape > SHAPE:
        raise NotALedgerError(f"{path}: made by a newer Truceline (shape {shape}): update this one to open it")
    from truceline.store.migrate import migrate  # noqa: PLC0415  (half a second that only a new file pays)

    with engine.execution_options(writes=True).begin() as connection:
        migrate(connection)


def _shape(connection: Connection, path: Path) -> str | None:
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if "alembic_version" not in names or "chain" not in names:
        raise NotALedgerError(f"{path}: a database, but no Truceline ledger: give another --ledger")
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def _plainly(error: Exception) -> str:
    text = str(getattr(error, "orig", error))
    if _MALFORMED in text:
        return _DAMAGED
    if "not a database" in text:
        return "not a Truceline ledger: give another --ledger"
    if "unable to open" in text:
        return "cannot be opened or made here: does the folder exist, and may you write to it?"
    return text
