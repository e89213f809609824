"""What a language model proposes counts only on words of the document, as their teller's, and is marked as its own."""

import json
from dataclasses import replace

import pytest

from truceline.model.reading import Asked, Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import read_record
from truceline.recount.asked.kit import load_ask_kit
from truceline.recount.asked.merge import merge_answer
from truceline.recount.asked.prompt import messages_for
from truceline.runners.local import data_folder, local_kit

REPORT = """LOMNICA, 5 July 2031. Colonel Anton Vasko said two wells near Kalinov were wrecked on 3 July 2031 and
at least 9 civilians were killed. The Northern Army denied any part in it. The bakery stayed shut, and 40
families left the town.
"""
KIT = load_ask_kit(data_folder())
ASKED = Asked(model="small-7b", host="127.0.0.1:8080", prompt=KIT.version)


@pytest.fixture(scope="module")
def reading() -> Reading:
    record = Record(id="note.txt", where="note.txt", data=REPORT.encode(), text=REPORT)
    return read_record(record, local_kit(), Settings())


def claim_of(reading: Reading, words: str) -> str:
    """Id of the claim whose source holds some words."""
    text = reading.text or ""
    return next(c.id for c in reading.claims if any(words in text[a:b] for a, b in c.source))


def facet(name: str, quote: str, **more: str) -> dict:
    return {"facet": name, "quote": quote, **more}


def incident(*facets: dict, key: str | None = None, claim: str | None = None, event_type: str = "destruction") -> dict:
    return {"incident": key, "event_type": event_type, "accounts": [{"claim": claim, "facets": list(facets)}]}


def merged(reading: Reading, *incidents: dict) -> Reading:
    return merge_answer(reading, json.dumps({"incidents": incidents}), ASKED, KIT)


def proposed(reading: Reading) -> list:
    return [a for a in reading.accounts if a.extractor]


def test_a_facet_joins_an_incident_on_its_tellers_words(reading):
    colonel = claim_of(reading, "Vasko")
    bare = replace(reading, accounts=())
    made = merged(bare, incident(facet("killed", "at least 9 civilians were killed"), key="i1", claim=colonel))
    (account,) = proposed(made)
    (killed,) = account.facets
    assert (killed.value["low"], killed.value["high"], killed.value["group"]) == (9, None, "civilians")
    assert killed.text == "at least 9 civilians were killed"
    assert [REPORT[a:b] for a, b in killed.spans] == [killed.text]
    assert (account.claim, account.tellers, account.review) == (colonel, reading.claims[0].tellers, "machine")
    assert account.extractor == "small-7b at 127.0.0.1:8080, prompt 1"
    assert account.id in made.incidents[0].accounts
    assert made.problems == reading.problems


def test_the_built_in_reading_stays_as_it_was(reading):
    made = merged(reading, incident(facet("damage", "two wells"), key="i1", claim=claim_of(reading, "Vasko")))
    assert made.accounts[: len(reading.accounts)] == reading.accounts
    assert replace(made.incidents[0], accounts=reading.incidents[0].accounts) == reading.incidents[0]
    assert made.reader == replace(reading.reader, asked=ASKED)


def test_an_incident_the_reader_missed_comes_with_its_words(reading):
    facets = facet("occurrence", "40 families left the town"), facet("displaced", "40 families")
    made = merged(reading, incident(*facets, event_type="evacuation"))
    found = made.incidents[-1]
    assert (found.event_type, found.key, found.accounts) == ("other", "mi1", ("ma1",))
    assert [REPORT[a:b] for a, b in found.mentions] == ["40\nfamilies left the town"]  # a line ends within the quote
    assert proposed(made)[0].facets[0].value == "other"
    assert proposed(made)[0].facets[1].value["low"] == 40


def test_an_invented_quote_takes_its_whole_account_with_it(reading):
    colonel = claim_of(reading, "Vasko")
    facets = facet("damage", "two wells"), facet("killed", "at least 19 civilians were killed")
    made = merged(reading, incident(*facets, key="i1", claim=colonel))
    assert proposed(made) == []
    (problem,) = made.problems
    assert problem.code == "model_left_out"
    assert "quote words that are not in the document: 1" in problem.message
    assert "small-7b at 127.0.0.1:8080" in problem.message


@pytest.mark.parametrize(
    ("name", "quote", "speaker"),
    [
        ("damage", "two wells", "Northern Army"),  # the colonel's words
        ("damage", "two wells", None),  # nor are they the report's own
        ("killed", "two wells near Kalinov were wrecked on 3 July 2031 and at least 9 civilians", "Vasko"),  # which?
        ("time", "near Kalinov", "Vasko"),  # no time in it
        ("place", "two wells", "Vasko"),
    ],
)
def test_what_cannot_be_read_in_the_tellers_words_is_left_out_and_counted(reading, name, quote, speaker):
    claim = claim_of(reading, speaker) if speaker else None
    made = merged(reading, incident(facet(name, quote), key="i1", claim=claim))
    assert proposed(made) == []
    assert "cannot be read in their teller's words: 1" in made.problems[-1].message


def test_what_the_reader_has_already_is_not_said_twice(reading):
    colonel = claim_of(reading, "Vasko")
    deadly = next(i.key for i in reading.incidents if i.killed)
    made = merged(reading, incident(facet("killed", "at least 9 civilians were killed"), key=deadly, claim=colonel))
    assert proposed(made) == []
    assert made.problems == reading.problems


def test_a_denial_stays_a_denial(reading):
    army = claim_of(reading, "Northern Army")
    made = merged(reading, incident(facet("occurrence", "any part in it", polarity="denied"), key="i1", claim=army))
    assert [f.polarity for f in proposed(made)[0].facets] == ["denied"]


@pytest.mark.parametrize(
    ("words", "named", "taken"),
    [
        ("wrecked", "destruction", "other"),
        ("The bakery", "air_strike", "other"),
        ("bombed", "air_strike", "air_strike"),
        ("raid", "ground_attack", "ground_attack"),
        ("shut", "looting", "other"),
        ("looters", "looting", "other"),
    ],
)
def test_a_kind_stands_where_the_quoted_words_can_mean_it(reading, words, named, taken):
    """The rest is an incident of no kind: a model points at words, and states nothing."""
    text = f"LOMNICA, 5 July 2031. {words} is a word."
    made = merged(replace(reading, text=text, accounts=(), incidents=(), claims=()),
                  incident(facet("occurrence", words), event_type=named))  # fmt: skip
    assert made.incidents[-1].event_type == taken


@pytest.mark.parametrize(
    "answer",
    [
        "no JSON at all",
        '{"incidents": 3}',
        "[]",
        '{"incidents": [',
        "null",
        '{"incidents": [{"incident": null, "event_type": "shelling", "accounts": "none"}]}',
        "[" * 100_000,
    ],
)
def test_an_answer_that_is_no_answer_leaves_the_reading_as_it_was(reading, answer):
    made = merge_answer(reading, answer, ASKED, KIT)
    assert (made.accounts, made.incidents, made.reader) == (reading.accounts, reading.incidents, reading.reader)
    assert [p.code for p in made.problems] == ["model_answer_invalid"]


def test_parts_of_another_shape_are_left_out_and_counted(reading):
    good = incident(facet("occurrence", "40 families left the town"), event_type="evacuation")
    odd = [
        7,
        {"incident": None, "event_type": "miracle", "accounts": []},
        incident(facet("mood", "two wells")),
        incident(facet("damage", "two wells"), key="i99"),
        incident(facet("damage", "two wells"), claim="c99"),
        incident(facet("damage", "The bakery stayed shut")),  # nothing says that it happened
    ]
    made = merged(reading, *odd, good)
    assert len(proposed(made)) == 1
    assert made.problems[-1].message.endswith(": 6")


def test_the_answer_may_stand_in_a_fence(reading):
    body = json.dumps({"incidents": [incident(facet("occurrence", "40 families left the town"))]})
    assert proposed(merge_answer(reading, f"```json\n{body}\n```", ASKED, KIT))


def test_the_question_holds_the_text_and_what_was_read_and_the_contracts_words(reading):
    system, user = messages_for(reading, KIT)
    asked = json.loads(user["content"])
    assert asked["text"] == REPORT
    assert [c["id"] for c in asked["claims"]] == [c.id for c in reading.claims]
    assert asked["incidents"][0]["key"] == "i1"
    assert "responsibility" in system["content"]
    assert "aid_obstructed" in system["content"]
    assert "{event_types}" not in system["content"]
