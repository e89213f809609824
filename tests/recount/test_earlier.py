"""Earlier figures: whose they are, and that they no longer stand where the same teller gives another."""

import pytest

from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.runners.local import local_kit

SHELLING = "The shelling of Varn on 11 March 2020 killed 17 people"


def read(text: str) -> Reading:
    record = Record(id="a", where="a.txt", text=text, data=text.encode(), dct="2020-03-15")
    return read_record(record, local_kit(), Settings())


def dead(reading: Reading) -> set[int]:
    return {f.value["low"] for a in reading.accounts for f in a.facets if f.facet == "killed"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{SHELLING}, the Harun Centre said. Our first note gave 15 killed.", "author"),
        (f"{SHELLING}. An earlier version of this report gave 15 killed.", "author"),
        (f"{SHELLING}, the Red Cross said. Its first statement spoke of 15 dead.", "red-cross"),
        (f"{SHELLING}, the Red Cross said. An earlier count by the Red Cross gave 15 dead.", "red-cross"),
        (f"{SHELLING}, the rescuers said. An earlier count by the rescuers gave 15 dead.", "anonymous"),
    ],
)
def test_an_earlier_figure_is_its_writers_and_ends(text: str, who: str) -> None:
    reading = read(text)
    last = reading.claims[-1]
    assert (last.speaker_id or last.source_kind) == who
    assert dead(reading) == {17}
    assert [(i.killed.low, i.killed.high) for i in reading.incidents if i.killed] == [(17, 17)]


@pytest.mark.parametrize(
    "text",
    [
        f"{SHELLING}, the mayor said. An earlier count by the rescuers gave 15 dead.",
        f"{SHELLING}, the Red Cross said. A second count by the Red Cross gave 15 dead.",
        f"{SHELLING}, the mayor said. “Our first note gave 15 killed,” the Red Cross said.",
    ],
)
def test_anothers_or_a_newer_figure_stands(text: str) -> None:
    assert dead(read(text)) == {15, 17}


def test_tweets_are_the_word_of_the_one_account_named() -> None:
    text = "Shells hit Varn on 11 March 2020. Tweet 1 said 4 had been killed. Tweet 2 said seven had been killed."
    assert {c.speaker for c in read(f"Thread by @HarunWatch\n\n{text}").claims} == {"@HarunWatch"}
    assert {c.speaker for c in read(f"Threads by @HarunWatch and @Tesk1\n\n{text}").claims} == {None}
    assert {c.speaker for c in read(f"Write to desk@harun.example\n\n{text}").claims} == {None}
