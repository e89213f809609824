"""A ledger file: what goes in comes out, nothing goes in twice, and nothing can be changed unseen."""

import shutil
import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from truceline.model.reading import Document, Reader, Reading
from truceline.model.record import Record
from truceline.store import migrate, tables
from truceline.store.base import LedgerBusyError, NotALedgerError, Setting, StoreError
from truceline.store.engine import SHAPE, open_to_look
from truceline.store.ids import document_id, sha256_hex
from truceline.store.sqlite import SqliteLedger

AT = "2020-01-02T03:04:05+00:00"


def a_record(name: str = "note.txt", text: str = "Two shells fell near Kalinov.") -> Record:
    return Record(id=name, where=name, data=text.encode("utf-8", "surrogatepass"), text=text, title="A note")


def a_reading(record: Record) -> Reading:
    document = Document(id=record.id, sha256=sha256_hex(record.data), title=record.title)
    return Reading(document=document, reader=Reader(name="test", version="1"), text=record.text)


@pytest.fixture
def ledger(tmp_path: Path):
    opened = SqliteLedger(tmp_path / "a.truce")
    yield opened
    opened.close()


def put(ledger: SqliteLedger, *records: Record) -> tuple[str, ...]:
    return ledger.add_documents([(r, a_reading(r)) for r in records], AT)


def test_the_file_alone_is_whole_while_the_ledger_is_open(ledger, tmp_path):
    (key,) = put(ledger, a_record())
    ledger.add_setting(Setting(kind="agreement", name="truce", text="a truce", at=AT))
    copy = tmp_path / "copy.truce"
    shutil.copyfile(ledger.path, copy)
    other = SqliteLedger(copy)
    assert [d.id for d in other.documents()] == [key]
    assert other.head() == ledger.head()
    other.close()


@pytest.mark.parametrize("open_elsewhere", [False, True])
def test_a_ledger_that_may_not_be_written_is_read(ledger, monkeypatch, open_elsewhere):
    (key,) = put(ledger, a_record())
    if not open_elsewhere:
        ledger.close()
    monkeypatch.setattr("truceline.store.sqlite.open_engine", open_to_look)
    looked = SqliteLedger(ledger.path)
    assert [d.id for d in looked.documents()] == [key]
    with pytest.raises(StoreError, match=r"a\.truce: may not be written here; nothing was changed"):
        put(looked, a_record("other.txt"))
    looked.close()


def change(ledger: SqliteLedger, sql: str) -> None:
    connection = sqlite3.connect(ledger.path)
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_what_goes_in_comes_out(ledger):
    record = a_record(text="Bidi \u202emarks\u202c, a\u00a0space, NUL \0, a lone \ud800 and\r\nCRLF.")
    (key,) = put(ledger, record)

    stored = ledger.document(key)
    assert stored is not None
    assert stored.reading == a_reading(record)
    assert stored.received_at == AT
    assert ledger.record(key) == record
    assert [d.id for d in ledger.documents()] == [key]


def test_the_same_record_again_changes_nothing(ledger):
    put(ledger, a_record())
    head = ledger.head()
    assert put(ledger, a_record()) == ()
    assert ledger.head() == head


def test_equal_texts_under_other_ids_are_documents_of_their_own(ledger):
    assert len(set(put(ledger, a_record("a.txt"), a_record("b.txt")))) == 2
    assert sum(1 for _ in ledger.documents()) == 2


def test_an_id_is_made_from_content_alone():
    assert document_id("a", b"bc") == document_id("a", b"bc")
    assert document_id("a", b"bc") != document_id("ab", b"c")


def test_durability(ledger):
    with ledger._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL


def test_a_batch_that_fails_leaves_nothing_behind(ledger):
    head = ledger.head()
    broken = a_record("b.txt")
    with pytest.raises(AttributeError):
        ledger.add_documents([(a_record(), a_reading(a_record())), (broken, None)], AT)
    assert ledger.head() == head
    assert ledger.verify().broken is None
    assert not list(ledger.documents())


def test_a_second_writer_is_told_to_wait(ledger, monkeypatch):
    monkeypatch.setattr("truceline.store.engine._BUSY_MS", 50)
    other = SqliteLedger(ledger.path)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with ledger._write():
            held.set()
            done.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    with pytest.raises(LedgerBusyError, match="another program is writing"):
        put(other, a_record())
    done.set()
    holder.join()
    assert put(other, a_record())
    other.close()


def test_verify_passes_what_nobody_touched(ledger):
    put(ledger, a_record("a.txt"), a_record("b.txt"))
    ledger.add_setting(Setting(kind="agreement", name="x", text="id: x", at=AT))
    verified = ledger.verify()
    assert (verified.records, verified.broken, verified.head) == (5, None, ledger.head())


@pytest.mark.parametrize(
    ("tampering", "kind", "message"),
    [
        ("UPDATE blob SET data = 'x'", "document", "its content is not what was recorded"),
        ("UPDATE document SET text = 'x'", "document", "its content is not what was recorded"),
        ("UPDATE document SET received_at = '1999'", "document", "its content is not what was recorded"),
        ("UPDATE reading SET body = x'00'", "reading", "its content is not what was recorded"),
        ("DELETE FROM reading", "reading", "its content is gone"),
        ("UPDATE setting SET text = 'id: y'", "setting", "its content is not what was recorded"),
        ("DELETE FROM chain WHERE number = 2", "document", "record 2 is missing before it"),
        ("UPDATE chain SET head = 'x' WHERE number = 1", "document", "its hash does not follow"),
        ("INSERT INTO setting (kind, name, text, at) VALUES ('a', 'b', 'c', 'd')", "setting", "stand in the file"),
    ],
)
def test_verify_names_the_first_record_that_was_changed(ledger, tampering, kind, message):
    put(ledger, a_record("a.txt"), a_record("b.txt"))
    ledger.add_setting(Setting(kind="agreement", name="x", text="id: x", at=AT))
    change(ledger, tampering)
    broken = ledger.verify().broken
    assert broken is not None
    assert broken.kind == kind
    assert message in broken.message


def test_settings_keep_the_newest_and_the_old_ones_stay_in_the_chain(ledger):
    first = Setting(kind="agreement", name="x", text="id: x", at=AT)
    assert ledger.add_setting(first)
    assert not ledger.add_setting(first)
    assert ledger.add_setting(Setting(kind="agreement", name="x", text="id: x # more", at=AT))
    assert [s.text for s in ledger.settings()] == ["id: x # more"]
    assert ledger.verify().records == 2


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("shells", 1),
        ("shel", 1),
        ('"two shells"', 1),
        ('"shells two"', 0),
        ("NEAR OR", 0),
        ('a"b', 0),
        ("", 0),
        ("note", 1),
    ],
)
def test_search_takes_any_words_as_words(ledger, query, found):
    put(ledger, a_record())
    assert len(ledger.search(query)) == found


def test_kept_state_holds_one_key(ledger):
    ledger.keep("a", "{}")
    ledger.keep("b", "[]")
    assert (ledger.cached("a"), ledger.cached("b")) == (None, "[]")


def test_what_is_no_ledger_is_said_to_be_none(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and a good many of them, for a file has to have some length. " * 20)
    with pytest.raises(NotALedgerError, match="not a Truceline ledger"):
        SqliteLedger(path)


def test_a_file_found_damaged_while_it_is_read_says_so_and_the_way_out(tmp_path):
    whole = SqliteLedger(tmp_path / "whole.truce")
    put(whole, *(a_record(f"{n}.txt", f"Shell number {n} fell near Kalinov. " * 400) for n in range(40)))
    whole.close()
    data = bytearray(whole.path.read_bytes())
    page = int.from_bytes(data[16:18], "big")
    data[page * 20 :] = b"\x07" * (len(data) - page * 20)
    damaged = tmp_path / "damaged.truce"
    damaged.write_bytes(data)
    with pytest.raises(NotALedgerError, match=r"damaged\.truce: the file is damaged or cut short: go back to a copy"):
        SqliteLedger(damaged).verify()


def test_another_database_is_left_alone(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(NotALedgerError, match="no Truceline ledger"):
        SqliteLedger(path)


def test_a_ledger_of_a_newer_program_is_not_opened(ledger):
    change(ledger, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NotALedgerError, match="newer Truceline"):
        SqliteLedger(ledger.path)


def test_migrations_lead_to_the_tables_the_program_knows(ledger):
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == SHAPE
    found = inspect(ledger._engine)
    for table in tables.metadata.tables.values():
        assert {c["name"] for c in found.get_columns(table.name)} == set(table.columns.keys())
