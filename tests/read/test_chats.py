"""Exported chats: what each member wrote on a day is that member's own account of that day."""

import pytest

from truceline.model.record import File, Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.read.files.extract import extract_records
from truceline.runners.local import local_kit

CHAT = """[20/01/2025, 05:12:44] Hassan Atra: loud explosions near the power station
[20/01/2025, 05:20:01] Mona R.: whole city dark
[20/01/2025, 06:02:17] Hassan Atra: 3 drones hit the transformers.
Two workers injured
[20/01/2025, 06:10:33] Mona R.: <Media omitted>
[03/02/2025, 09:15:10] Yasir: They shot at people in the mosque. 9 dead till now
"""


def read(text: str) -> tuple[Record, ...]:
    return extract_records(File(name="group.txt", data=text.encode()))


def test_each_member_and_day_is_a_document_with_its_writer_and_date():
    assert [(r.id, r.author, r.dct, r.text) for r in read(CHAT)] == [
        (
            "group.txt#1", "Hassan Atra", "2025-01-20",
            "loud explosions near the power station\n\n3 drones hit the transformers.\nTwo workers injured",
        ),
        ("group.txt#2", "Mona R.", "2025-01-20", "whole city dark"),
        ("group.txt#3", "Yasir", "2025-02-03", "They shot at people in the mosque. 9 dead till now"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("20.01.25, 05:12 - {}: word", "2025-01-20"),
        ("1/20/25, 5:12 PM - {}: word", "2025-01-20"),
        ("[2025-01-20, 05:12:44] {}: word", "2025-01-20"),
        ("03/04/2025, 05:12 - {}: word", None),
    ],
)
def test_days_are_read_as_the_chat_writes_them_and_left_open_where_they_could_be_two(line: str, day: str | None):
    records = read("\n".join(line.format(name) for name in ("Ada", "Bo", "Cy")))
    assert [r.dct for r in records] == [day] * 3
    assert {p.code for r in records for p in r.problems} == (set() if day else {"chat_day_unclear"})


def test_a_report_that_lists_times_is_no_chat():
    lines = ("05:12 - Post A: shots heard", "05:14 - Post B: quiet", "06:00 - Post A: quiet")
    text = "Log of the day\n\n" + "".join(f"20.01.2025 {line}\n" for line in lines)
    assert [r.text for r in read(text)] == [text]


def test_what_a_message_tells_without_a_day_is_inferred_to_be_of_its_own_and_another_day_told_stands():
    chat = (
        "[20/01/2025, 05:12:44] Ada: Shells hit the market in Kalinov, nine people were killed\n"
        "[21/01/2025, 05:20:01] Bo: They shot three men at a post in Kalinov. In 2023 shelling killed ten there\n"
        "[22/01/2025, 06:02:17] Cy: whole city dark\n"
    )
    kit = local_kit()
    found = [i for r in read(chat) for i in read_record(r, kit, Settings()).incidents]
    told = {i.event_type: (i.time.earliest or "")[:10] for i in found if i.time and (i.killed and i.killed.low) != 10}
    assert told == {"shelling": "2025-01-20", "shooting": "2025-01-21"}
    assert all("inferred" in (i.time.anchor or "") for i in found if i.time and i.time.earliest in told.values())
    assert [i.time.earliest[:4] for i in found if i.killed and i.killed.low == 10] == ["2023"]
