"""JSON Lines: each line is a record of its own, and what is wrong with one is no matter of the others."""

import json

import pytest

from truceline.model.record import File
from truceline.read.files.extract import extract_records


def read(*lines: object):
    data = b"\n".join(x if isinstance(x, bytes) else json.dumps(x, ensure_ascii=False).encode() for x in lines)
    return extract_records(File(name="a.jsonl", data=data))


def test_a_record_gives_its_text_unchanged_and_its_envelope():
    text = "Shells fell.\r\nSome 100\u00a0000 left."
    (record,) = read(
        {
            "id": 7,
            "text": text,
            "title": "Toll",
            "dct": "2031-05-03",
            "url": "https://harbour.example/1",
            "publisher": "The Harbour Post",
            "places": [{"start": 0, "end": 6}],
            "anything": {"else": "is ignored"},
        }
    )
    assert (record.id, record.where, record.text) == ("7", "a.jsonl:1", text)
    assert (record.title, record.dct, record.publisher) == ("Toll", "2031-05-03", "The Harbour Post")
    assert record.given_places == ((0, 6),)
    assert record.problems == ()


@pytest.mark.parametrize(
    "bad",
    [b'{"id": "x", "text": ', b"[1, 2]", {"text": "no id"}, {"id": "x"}, {"id": "x", "text": 5}, b"\x00\x01\x02\x03",
     b'{"id": "x", "text": "half \\ud800"}', b"[" * 100_000],
)  # fmt: skip
def test_a_bad_record_keeps_its_place_and_the_others_go_on(bad):
    first, second, third = read({"id": "a", "text": "One."}, bad, {"id": "b", "text": "Two."})
    assert (first.text, third.text) == ("One.", "Two.")
    assert (second.id, second.text) == ("a.jsonl:2", None)
    assert second.problems[0].where == "a.jsonl:2"
    assert second.problems[0].code in {"record_invalid", "binary"}


def test_a_record_without_words_is_empty():
    (record,) = read({"id": "a", "text": " \n"})
    assert [p.code for p in record.problems] == ["empty"]


@pytest.mark.parametrize("dct", ["May 2031", "2031-05", "2031-13-01", 20310503, "2031-02-30"])
def test_a_day_of_publication_that_is_no_full_iso_date_is_ignored_and_said(dct):
    (record,) = read({"id": "a", "text": "One.", "dct": dct})
    assert (record.text, record.dct) == ("One.", None)
    assert [p.code for p in record.problems] == ["dct_invalid"]


@pytest.mark.parametrize("dct", ["2031-05-03", "2031-05-03T08:00:00Z", None])
def test_a_full_iso_date_is_taken(dct):
    (record,) = read({"id": "a", "text": "One.", "dct": dct})
    assert record.dct == (dct and "2031-05-03")
    assert record.problems == ()


def test_the_same_id_twice_is_read_twice_and_said():
    first, second = read({"id": "a", "text": "One."}, {"id": "a", "text": "Two."})
    assert (first.id, second.id, second.text) == ("a", "a#2", "Two.")
    assert [p.code for p in second.problems] == ["id_duplicate"]


@pytest.mark.parametrize("places", ["Harun", [{"start": 0}], [{"start": 0, "end": 99}], [{"start": 3, "end": 3}]])
def test_places_that_are_no_spans_of_the_text_are_ignored_and_said(places):
    (record,) = read({"id": "a", "text": "Harun fell.", "places": places})
    assert record.given_places is None
    assert [p.code for p in record.problems] == ["places_invalid"]


def test_one_line_in_another_encoding_does_not_spoil_the_others():
    first, second = read({"id": "a", "text": "Orléans"}, '{"id": "b", "text": "Orléans"}'.encode("cp1252"))
    assert (first.text, second.text) == ("Orléans", "Orléans")
    assert (first.problems, [p.code for p in second.problems]) == ((), ["encoding_guessed"])
