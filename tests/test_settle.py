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


def lines_of(*texts: str) -> list[int]:
    read = [replace(entry(i, t), id=f"d{i}") for i, t in enumerate(texts)]
    bare = [
        replace(e, reading=read_record(
            Record(id=e.given_id, where="test", data=b"", text=t, dct="2031-05-08"), local_kit(), Settings()
        ))
        for e, t in zip(read, texts, strict=True)
    ]  # fmt: skip
    return [i.independent_lines for i in settled(bare).incidents]


FOUGHT = "Six soldiers and nine fighters died in the fighting around the town of Saraqib in Idlib on 6 May 2031"


def test_a_sentence_taken_over_word_by_word_is_one_line():
    assert lines_of(
        f"BEIRUT, May 7, 2031 (Reuters) - {FOUGHT}, the Syrian Observatory for Human Rights said.",
        f"BEIRUT (AP) - {FOUGHT}, the Observatory said.",
    ) == [1]
    assert lines_of(
        f"BEIRUT, May 7, 2031 (Reuters) - {FOUGHT}, medics said.", f"BEIRUT (AP) - {FOUGHT}, residents said."
    ) == [1]


def test_two_known_bodies_that_use_the_same_words_are_two_lines():
    assert lines_of(f"{FOUGHT}, the Red Cross said.", f"{FOUGHT}, Human Rights Watch said.") == [2]


def test_an_agencys_one_unnamed_source_and_those_who_cite_the_agency_are_one_line():
    fired = "army units had repelled an attack on Saraqib on 6 May 2031 and killed 12 fighters"
    own = f"Idlib, SANA, 7 May 2031 - A military source said that {fired}."
    assert lines_of(
        own,
        f"BEIRUT, May 7, 2031 (Reuters) - Syrian state news agency SANA, citing a military source, said {fired}.",
        "BEIRUT (AP) - Reuters reported that SANA said that units of the army killed 12 in Saraqib on 6 May 2031.",
    ) == [1]
    others = "QASR, 7 May 2031 (AFP) - A medical source said an attack on Saraqib on 6 May 2031 killed 12 fighters."
    assert lines_of(own, others) == [2]


def test_the_front_in_short_is_the_one_front_of_several_words():
    told = "shells killed four people in Saraqib on 6 May 2031"
    assert lines_of(f"The Kalin Unity Front said that {told}.", f"On 7 May the Front said that {told} by day.") == [1]


def test_a_ministry_or_a_word_that_fits_two_bodies_stays_its_own():
    told = "shells killed four people in Saraqib on 6 May 2031"
    assert lines_of(
        f"The Kalin Unity Front said {told}.", f"The Harun Front said {told}.", f"The Front said {told}."
    ) == [3]
