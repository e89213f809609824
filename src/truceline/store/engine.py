"""Opening a ledger file: durability, locking, and its shape brought up to date."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, inspect
from sqlalchemy.exc import DatabaseError

from truceline.store.base import NotALedgerError

SHAPE = "0001"
"""The newest migration; a file that has it needs no Alembic."""
_BUSY_MS = 5_000
_TO_WRITE = ("journal_mode=WAL", "synchronous=FULL")
_ALWAYS = ("foreign_keys=ON", f"busy_timeout={_BUSY_MS}")
_READ_ONLY = "readonly"
"""In SQLite's words for a file, or a folder, that may not be written."""
_MALFORMED = "malformed"
"""In SQLite's words for a file that it cannot read."""
_DAMAGED = "the file is damaged or cut short: go back to a copy of it, or add the documents to a new ledger"


def open_engine(path: Path) -> Engine:
    """Engine on a ledger file, made where absent and migrated where old; one that may not be written is only read.

    Raises NotALedgerError for a file that is something else, or newer than this program.
    """
    engine = _engine(path, f"sqlite+pysqlite:///{path}", (*_TO_WRITE, *_ALWAYS))
    try:
        _bring_up(engine, path)
    except (DatabaseError, sqlite3.DatabaseError) as error:
        engine.dispose()
        if _READ_ONLY in str(error):
            return open_to_look(path)
        raise NotALedgerError(f"{path}: {_plainly(error)}") from error
    return engine


def open_to_look(path: Path) -> Engine:
    """Engine on a ledger file that is only read; NotALedgerError where that does not show all of it."""
    waiting = path.with_name(f"{path.name}-wal")
    # without a log beside it nothing is being changed, and no file need be made beside it to read it
    whole = "" if waiting.is_file() and waiting.stat().st_size else "&immutable=1"
    engine = _engine(path, f"sqlite+pysqlite:///file:{quote(str(path.absolute()))}?mode=ro{whole}&uri=true", _ALWAYS)
    try:
        _bring_up(engine, path)
    except (DatabaseError, sqlite3.DatabaseError) as error:
        engine.dispose()
        also = "" if whole else f" with {waiting.name}, which holds its latest changes,"
        message = f"{path}: may not be written here: copy it{also} to a folder of your own and open the copy"
        raise NotALedgerError(message) from error
    return engine


def merge_log(engine: Engine) -> None:
    """Put what was written into the file itself, so that it is whole without the log beside it; never waits."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        with suppress(sqlite3.OperationalError):  # somebody reads or writes just now: the next one merges
            for pragma in ("busy_timeout=0", "wal_checkpoint(TRUNCATE)"):
                cursor.execute(f"PRAGMA {pragma}").fetchall()
        cursor.execute(f"PRAGMA busy_timeout={_BUSY_MS}").fetchall()
        cursor.close()
    finally:
        connection.close()


def _engine(path: Path, url: str, pragmas: Sequence[str]) -> Engine:
    engine = create_engine(url)
    event.listen(engine, "connect", lambda connection, _record: _on_connect(connection, pragmas))
    event.listen(engine, "begin", _on_begin)
    event.listen(engine, "handle_error", lambda context: _on_error(context, path))
    return engine


def _on_connect(connection: Any, pragmas: Sequence[str]) -> None:
    connection.isolation_level = None  # transactions are begun below, by their kind
    for pragma in pragmas:
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
