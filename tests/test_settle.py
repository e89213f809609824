"""A ledger's derived state: the same for every order of adding, and whole even where nothing was read."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.model.entry import Entry
from truceline.model.plain import to_plain
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import Holdings, read_record, settle
from truceline.runners.local import local_kit, local_settle_kit

TEXTS = (
    "Shells hit the market of Aleppo on 6 May 2031, killing nine people, the Red Cross said.",
    "Nine people died when shells struck the Aleppo market on 6 May 2031, according to the United Nations.",
    "The Russian Reconciliation Centre counted 12 violations on 6 May 2031 (Hama 7, Homs 3, Daraa 2).",
    "Iran denied on 7 May 2031 that its forces had shelled Aleppo the day before.",
)


def entry(rank: int, text: str) -> Entry:
    record = Record(
        id=f"r{rank}", where="test", data=text.encode(), text=text, dct="2031-05-08", publisher=f"Post {rank}"
    )
    reading = read_record(record, local_kit(), Settings())
    return Entry(id=f"d{rank}", given_id=f"r{rank}", sha256=f"{rank}", received_at="2031-05-09", reading=reading)


ENTRIES = tuple(entry(i, t) for i, t in enumerate(TEXTS))


def settled(entries):
    return settle(Holdings(name="test", chain_head="", entries=tuple(entries)), local_settle_kit())


@settings(max_examples=12, deadline=None)
@given(st.permutations(ENTRIES))
def test_any_order_of_adding_gives_the_same_state(order):
    assert to_plain(settled(order)) == to_plain(settled(ENTRIES))


def test_every_account_stands_in_one_incident_with_its_line_and_reason():
    accounts = [a for i in settled(ENTRIES).incidents for a in i.accounts]
    assert len({a.id for a in accounts}) == len(accounts) == sum(len(e.reading.accounts) for e in ENTRIES)
    assert all(a.line and a.line_reason for a in accounts)


def test_a_stated_total_in_a_text_is_checked_without_any_table():
    assert [t.sentence for t in settled(ENTRIES).official] == ["7 + 3 + 2 make 12, which agrees with the stated 12."]


def test_a_document_nothing_was_read_from_is_kept():
    bare = replace(ENTRIES[0], reading=replace(ENTRIES[0].reading, text=None, sentences=(), incidents=(), accounts=()))
    state = settled([bare])
    assert [(d.id, d.incidents, d.readable) for d in state.documents] == [("d0", (), False)]


def test_an_empty_ledger_settles():
    assert settled(()).incidents == ()
