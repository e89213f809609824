"""Claims inside claims, acts by their words, speakers by their descriptions, and sources too unsure to name."""

from pathlib import Path

import pytest

import truceline
from truceline.model.reading import Document, Reader, Reading
from truceline.read.actors.find import find_actors
from truceline.read.actors.registry import load_registry
from truceline.read.addresses import by_domain, load_outlets
from truceline.read.claims.find import find_claims
from truceline.read.claims.inner import judged_from
from truceline.read.claims.kit import load_claim_kit
from truceline.text.sentences import split_sentences

DATA = Path(truceline.__file__).parent / "data"
REGISTRY = load_registry(DATA)
KIT = load_claim_kit(DATA, REGISTRY, by_domain(load_outlets(DATA)))
LEARNED = pytest.mark.skipif(KIT.extractor is None, reason="an install without weights")


def read(text, threshold=0.0, publisher=None):
    sentences = split_sentences(text)
    reading = Reading(
        document=Document(id="d", sha256="", publisher=publisher),
        reader=Reader(name="test", version="1"),
        text=text,
        sentences=sentences,
        actors=find_actors(text, sentences, REGISTRY),
    )
    return find_claims(reading, KIT, threshold)[0]


def words(text, spans):
    return " + ".join(text[a:b] for a, b in spans)


def nested(text):
    claims = {c.id: c for c in read(text)}
    return [
        (words(text, c.source), words(text, c.cue), words(text, claims[c.parent].cue))
        for c in claims.values()
        if c.parent
    ]


@LEARNED
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Varn army denied the rebels' claim that it had shelled the mill.",
            ("the rebels'", "claim", "denied"),
        ),
        (
            "Police said a suspect had admitted that he threw the grenade at the depot.",
            ("a suspect", "had admitted", "said"),
        ),
        (
            "The council dismissed reports of a second convoy being turned back at the bridge.",
            ("", "reports", "dismissed"),
        ),
    ],
)
def test_a_claim_inside_a_content_has_its_parent(text, expected):
    assert expected in nested(text)


@LEARNED
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'A negotiator dismissed the army\'s claim that it had been misled as "a comedy".',
            "that it had been misled",
        ),
        (
            "The army dismissed the mission's report that its men had shelled Varn as propaganda.",
            "that its men had shelled Varn",
        ),
    ],
)
def test_a_verdict_on_a_claim_is_no_part_of_it(text, told):
    assert told in {words(text, c.content) for c in read(text) if c.parent}


@LEARNED
def test_what_charges_are_called_is_not_what_they_say():
    text = (
        'A military source called the Varn allegations "baseless" and said that they were meant to cover up the crime.'
    )
    claims = read(text)
    assert [c for c in claims if c.parent] == []
    assert [c.act for c in claims] == ["denies", "asserts"]


@LEARNED
def test_who_cites_somebody_cites_them_once():
    text = "The coordinator, Jan Golt, citing health workers, put the toll at more than 140 dead and over 500 wounded."
    assert [words(text, c.cue) for c in read(text)] == ["citing", "put"]


@LEARNED
def test_who_raises_a_toll_may_be_described_behind_the_name():
    text = "Roman Nyar, a spokesman for the council, raised the toll to 150 and said he expected more."
    assert ("Roman Nyar, a spokesman for the council,", "raised", "the toll to 150") in {
        (words(text, c.source), words(text, c.cue), words(text, c.content)) for c in read(text)
    }


def test_a_paper_that_cites_somebody_holds_what_they_say():
    text = "The Varn Post, citing two customs officers, said that the crates had been empty."
    inner = [(words(text, c.source), c.parent is not None) for c in read(text) if c.source]
    assert ("two customs officers", True) in inner


def test_a_turn_in_a_transcript_is_its_speakers_and_holds_whom_they_quote():
    text = (
        "MS. VANE: We have seen that. The commander told us that no shell was fired.\n\nQUESTION: Are you sure of it?"
    )
    first, *rest = read(text)
    assert (first.speaker, words(text, first.source)) == ("Vane", "MS. VANE")
    assert "no shell was fired" in words(text, first.content)
    assert all(c.parent == first.id for c in rest)
    assert not any("QUESTION" in words(text, c.source) for c in rest)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The governor said no aircraft had flown that night.", "denies"),
        ("The governor said the strike was an error.", "admits"),
        ("The governor said rebels fired first.", "accuses"),
        ("The governor said his men had only returned fire.", "justifies"),
        ("The governor said the road would reopen on Friday.", "predicts"),
        ("The governor said the road must be opened.", "demands"),
        ("The governor refused to say how many were held.", "declines"),
        ("The governor asked whether the lists were complete.", "doubts"),
        ("The governor refused to let the convoy pass.", "asserts"),
        ("The governor said the road was open.", "asserts"),
        ("The governor acknowledged that the gate was shut.", "admits"),
        ("The governor called on both sides to hold their fire.", "demands"),
    ],
)
def test_what_a_claim_does_is_told_by_its_words(text, act):
    acts = [c.act for c in read(text)]
    assert not acts or acts[0] == act


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The harbour master, Orlo Vant, said the pier was closed.", "Orlo Vant"),
        ("Hydrologist Orlo Vant said the wells were clean.", "Orlo Vant"),
        ("A man calling himself Osprey said the post was empty.", "Osprey"),
        ("The Varn side said the post was empty.", "Varn side"),
        ("Survivors said the post was empty.", None),
        ("The mayor and Dr. Orlo Vant of the Varn Institute said the post was empty.", None),
    ],
)
def test_a_speaker_is_whom_the_description_names(text, speaker):
    assert read(text)[0].speaker == speaker


def test_two_bodies_of_one_noun_are_not_taken_for_each_other():
    text = "The Varn ministry said it had withdrawn. The Tesk ministry said the hills were full of guns."
    assert [c.speaker for c in read(text)] == ["Varn ministry", "Tesk ministry"]


def test_a_pronoun_after_somebody_unnamed_is_left_open():
    text = "There is no poison, said Nils Brandt. The deputy governor stood by the tale. She said a cousin drank it."
    assert "Nils Brandt" not in [c.speaker for c in read(text) if words(text, c.source) == "She"]


def test_a_bare_noun_speaks_but_becomes_nobody_in_the_ledger():
    claim = read("The army said the road was open.", publisher="Varn Post")[0]
    assert claim.speaker == "army"
    assert claim.tellers == ("x-varn-post",)


def test_below_the_threshold_the_source_keeps_its_words_and_names_nobody():
    text = "Orlo Vant, a spokesman for the Varn army, said the road was open."
    claim = read(text, threshold=1.0, publisher="Varn Post")[0]
    assert words(text, claim.source).startswith("Orlo Vant")
    assert (claim.speaker, claim.tellers) == (None, ("x-varn-post",))


@LEARNED
def test_what_a_writer_supposes_of_a_party_is_the_writers():
    text = "I have followed this war for years. Varn was never interested in a truce. Varn said it was, of course."
    kinds = {words(text, c.cue): c.source_kind for c in read(text) if words(text, c.source) == "Varn"}
    assert all(kind == "author" for cue, kind in kinds.items() if "interested" in cue)
    assert kinds.get("said", "institution") != "author"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the claim that shells fell is false", "that shells fell"),
        ("the claim that shells fell was dismissed by the mayor", "that shells fell"),
        ("the claim that aid workers were denied entry", "that aid workers were denied entry"),
    ],
)
def test_a_report_ends_where_it_is_judged(text: str, told: str):
    start = text.index("that")
    assert text[start : judged_from(text, (start, len(text)))] == told
