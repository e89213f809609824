"""Claims by rules: source, cue, content; act, voice, nesting, tellers and citations."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import truceline
from truceline.model.reading import Document, Reader, Reading
from truceline.read.actors.find import find_actors
from truceline.read.actors.registry import load_registry
from truceline.read.addresses import by_domain, load_outlets
from truceline.read.citations import find_citations
from truceline.read.claims.acts import calls_it_meant, settled_act
from truceline.read.claims.author import is_judgement
from truceline.read.claims.find import find_claims
from truceline.read.claims.kit import load_claim_kit
from truceline.read.claims.raw import RawClaim
from truceline.read.heading import byline
from truceline.text.sentences import split_sentences

DATA = Path(truceline.__file__).parent / "data"
REGISTRY = load_registry(DATA)
DOMAINS = by_domain(load_outlets(DATA))
RULES = replace(load_claim_kit(DATA, REGISTRY, DOMAINS), extractor=None)


def read(text, publisher=None, author=None):
    sentences = split_sentences(text)
    citations, references = find_citations(text, sentences, (), DOMAINS)
    reading = Reading(
        document=Document(id="d", sha256="", publisher=publisher, author=author or byline(text)),
        reader=Reader(name="rules", version="1"),
        text=text,
        sentences=sentences,
        citations=citations,
        references=references,
        actors=find_actors(text, sentences, REGISTRY),
    )
    return find_claims(reading, RULES)[0]


def words(text, spans):
    return " | ".join(text[a:b] for a, b in spans)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said the bridge was open.", "The mayor", "said", "the bridge was open"),
        ("“We saw smoke,” Orlo Vant told reporters on Friday.", "Orlo Vant", "told", "“We saw smoke,”"),
        ("“We saw smoke,” said Orlo Vant, a farmer.", "Orlo Vant, a farmer", "said", "“We saw smoke,”"),
        ("According to Reuters, two trucks burned.", "Reuters", "According to", "two trucks burned"),
        ("Two trucks burned, according to Reuters.", "Reuters", "according to", "Two trucks burned"),
        ("The army flatly denied the report.", "The army", "flatly denied", "the report"),
        ("The army’s claim that it had left was doubted.", "The army’s", "claim", "that it had left was doubted"),
        ("It was claimed that shells fell.", "", "It was claimed", "that shells fell"),
        (
            "Orlo Vant, a spokesman for the army, said on Friday that the road is mined.",
            "Orlo Vant, a spokesman for the army,",
            "said",
            "that the road is mined",
        ),
        ("VANT: The road is mined, we may not use it.", "VANT", ":", "The road is mined, we may not use it"),
    ],
)
def test_source_cue_and_content(text, source, cue, content):
    claim = read(text)[0]
    assert (words(text, claim.source), words(text, claim.cue), words(text, claim.content)) == (source, cue, content)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The ministry said rain fell.", "asserts"),
        ("The ministry denied the report.", "denies"),
        ("The ministry said its aircraft carried out no strikes.", "denies"),
        ("The ministry admitted that shells had strayed.", "admits"),
        ("The ministry accused the council of shelling a farm.", "accuses"),
        ("The ministry said the council violated the truce.", "accuses"),
        ("The ministry predicted that talks would fail.", "predicts"),
        ("The ministry said that all troops must leave.", "demands"),
        ("The ministry questioned the figures.", "doubts"),
        ("The ministry declined to say whether the road was open.", "declines"),
    ],
)
def test_act(text, act):
    assert read(text)[0].act == act


def test_a_pronoun_and_a_bare_role_go_to_the_person_meant():
    text = "Orlo Vant, a minister, said the road is open. He added that trucks pass.\nThe minister said nobody paid."
    assert [c.speaker for c in read(text)] == ["Orlo Vant"] * 3


def test_headings_of_a_digest_speak_no_lines():
    text = (
        "TAMZER: two shells fell on the quarry wall on Monday, the mayor said.\n"
        "HALBROOK: the garrison left at night, and nobody saw it go."
    )
    assert [c.speaker or words(text, c.source) for c in read(text)] == ["the mayor"]


def test_a_pronoun_that_may_mean_two_is_left_open():
    text = "Peter Holm met John Kerel at the bridge.\nHe said the road is open."
    assert [c.speaker for c in read(text)] == [None]


def test_whom_the_writer_met_is_not_the_last_speaker():
    text = (
        "Orlo Vant, a minister, said the road is open. I met a fighter at the bridge. He admitted that it was shelled."
    )
    assert [c.speaker for c in read(text) if words(text, c.cue) == "admitted"] == [None]


@pytest.mark.parametrize(
    "text", ["The US and the EU accuse the army of lying.", "Nobody has said that the road is open."]
)
def test_two_at_once_and_nobody_are_no_single_speaker(text):
    assert [(c.speaker, c.speaker_id) for c in read(text)] == [(None, None)]


def test_one_of_them_is_who_is_named_behind():
    assert [c.speaker for c in read("One of them, Corporal Orlo Vant, said the road is mined.")] == ["Orlo Vant"]


def test_an_interview_has_turns_by_any_name():
    text = "Spokesperson: We have not fired at the town since Monday.\n\nQuestion (Post): What of Monday itself?"
    assert [words(text, c.source) for c in read(text)] == ["Spokesperson"]


def test_a_headlines_teller_stands_behind_its_dash():
    text = "Five hurt as the bridge fell - prosecutors\n\nThe bridge fell on Monday."
    assert [words(text, c.source) for c in read(text)] == ["prosecutors"]


def test_gender_keeps_people_apart():
    text = "Dana Kerel walked out of a speech by Peter Holm. She said the talks were over."
    assert [c.speaker for c in read(text)] == ["Dana Kerel"]


def test_what_calls_a_deed_meant_denies_nothing():
    text = "Sarvik said that the strikes were intentional. Kessin said that they were not intentional."
    cues = [text.index("said"), text.rindex("said")]
    ends = [text.index("."), len(text) - 1]
    raws = [
        RawClaim(source=(), cue=((c, c + 4),), content=((c + 5, e),), score=1.0)
        for c, e in zip(cues, ends, strict=True)
    ]
    assert [calls_it_meant(text, raw) for raw in raws] == [True, False]
    assert settled_act("asserts", {"denies": 0.9, "accuses": 0.1}, unsaid=frozenset({"denies"})) == "accuses"


def test_what_the_rules_read_in_the_cue_or_as_a_denial_counts_for_more():
    chances = {"asserts": 0.7, "accuses": 0.3}
    assert settled_act("accuses", chances) == "asserts"
    assert settled_act("accuses", chances, by_cue=True) == "accuses"
    assert settled_act("denies", {"asserts": 0.7, "denies": 0.3}) == "denies"
    assert settled_act("denies", {"asserts": 0.9, "denies": 0.1}) == "asserts"


def test_a_denial_that_no_rule_reads_needs_less_than_another_act():
    assert settled_act("asserts", {"asserts": 0.65, "denies": 0.35}) == "denies"
    assert settled_act("asserts", {"asserts": 0.65, "justifies": 0.35}) == "asserts"
    assert settled_act("asserts", {"asserts": 0.75, "denies": 0.25}) == "asserts"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The garrison said that nobody had been held.", "garrison"),
        ("It rained. Nobody saw the Assembly's men. The Assembly said that the hill was lost.", "Assembly"),
        ("The clerk said that it had rained.", None),
        ("Mothers in Gurrim said that it had rained.", None),
        ("The charity said that it had rained.", None),
    ],
)
def test_a_body_without_a_name_is_called_what_the_text_calls_it(text, speaker):
    assert read(text)[0].speaker == speaker


def test_pentagon_and_centcom_are_two_tellers_of_one_institution():
    text = "The Pentagon said one aircraft was lost. CENTCOM said none was lost."
    tellers = [c.tellers for c in read(text)]
    assert tellers == [("us-dod",), ("us-centcom",)]
    assert REGISTRY.actors["us-centcom"].parent == "us-dod"


def test_a_claim_within_a_claim_has_its_parent_and_both_tellers():
    text = "Dana Kerel said that the army denied that it had shelled the farm."
    outer, inner = read(text)
    assert (inner.parent, inner.act) == (outer.id, "denies")
    assert inner.tellers[0] == "x-dana-kerel"


def test_split_quotes_and_quotes_over_paragraphs_hold_together():
    text = "“We left,” Orlo Vant said. “Nobody stopped us.”\n\n“It was dark.\n\n“It was cold,” Dana Kerel said."
    first, second = read(text)
    assert words(text, first.content) == "“We left,” | “Nobody stopped us.”"
    assert words(text, second.content) == "“It was dark. | “It was cold,”"
    assert {first.speech, second.speech} == {"direct"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orlo Vant, the minister of roads, said it rained.", "named_official"),
        ("The Pentagon said it rained.", "institution"),
        ("A senior official said it rained.", "anonymous"),
        ("Reuters reported that it rained.", "outlet"),
        ("Hamas said that it rained.", "group"),
        ("The rebels said that it rained.", "group"),
        ("Dana Kerel said it rained.", "person"),
    ],
)
def test_source_kind(text, kind):
    assert read(text)[0].source_kind == kind


def test_the_writers_own_voice_is_the_writers():
    text = (
        "By Dana Kerel\n\nI predicted that the truce would fail. The army said it held. Harun must hold nothing back."
    )
    claims = read(text, publisher="Example Weekly")
    assert [(c.source_kind, c.act) for c in claims] == [
        ("author", "predicts"),
        ("institution", "asserts"),
        ("author", "demands"),
    ]
    assert claims[0].tellers == ("x-example-weekly", "x-dana-kerel")


@pytest.mark.parametrize(
    ("text", "cue", "supposed"),
    [
        # what a writer supposes of a party is the writer's; words, figures and answers are the party's
        ("Ombra was never interested in peace.", "was never interested in", True),
        ("Ombra only wants peace.", "only wants", True),
        ("Ombra should know that it lost.", "should know", True),
        ("Ombra believes that it lost.", "believes", False),
        ("Ombra answered that the mill was hit.", "answered", False),
        ("Ombra recorded that the mill was hit.", "recorded", False),
        ("Ombra put the dead at 121.", "put", False),
    ],
)
def test_what_a_writer_only_supposes_of_a_party(text, cue, supposed):
    at = text.index(cue)
    raw = RawClaim(
        source=((0, 5),), cue=((at, at + len(cue)),), content=((at + len(cue) + 1, len(text) - 1),), score=0.9
    )
    assert is_judgement(text, raw, RULES.cues) is supposed


def test_the_government_is_no_office_whose_name_begins_so():
    office, whole = read("The Government Press Office said it rained. The government said it snowed.")
    assert office.tellers != whole.tellers


def test_a_name_cut_in_two_by_its_verb_is_whole_again():
    (claim,) = read("Save the Children said that it rained.")
    assert claim.tellers == ("save-the-children",)


def test_what_a_body_is_behind_its_name_leaves_it_the_speaker():
    for body in (
        "Amnesty International, a campaigner for prisoners,",
        "The Kalin Peace Observatory, a Varn-based war monitor,",
        "Human Rights Watch, the observer of abuses,",
    ):
        assert read(f"{body} said four people had died.")[0].source_kind == "institution"
    for hidden in ("An officer of the Syrian Army, a colonel,", "A resident of Varn, an engineer,"):
        assert read(f"{hidden} said four people had died.")[0].source_kind == "anonymous"


def test_the_speaker_is_told_apart_from_who_tells_of_it():
    text = "The Pentagon said it rained. Residents said it snowed."
    known, unknown = read(text, publisher="BBC Online")
    assert (known.speaker_id, known.tellers[-1]) == ("us-dod", "us-dod")
    assert (unknown.speaker_id, unknown.tellers) == (None, ("bbc",))


def test_citations_reach_the_same_speakers_earlier_words_and_name_the_outlet():
    text = (
        "The Pentagon said one aircraft was lost. The Pentagon added that nobody was hurt.[1]\n\n"
        "  1. https://www.reuters.com/article/one"
    )
    first, second = read(text, publisher="BBC Online")
    assert first.citations == second.citations == ("r1",)
    assert first.tellers == ("bbc", "reuters", "us-dod")


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["“", "”", '"', " said ", "the army", " denied ", "He", ", ", ". ", "that ", "\n", "Orlo Vant"])
    )
)
def test_spans_slice_the_text_and_ids_are_unique(parts):
    text = "".join(parts)
    claims = read(text)
    assert len({c.id for c in claims}) == len(claims)
    assert all(c.parent is None or c.parent in {o.id for o in claims} for c in claims)
    for c in claims:
        assert c.cue
        assert all(0 <= a < b <= len(text) for a, b in (*c.source, *c.cue, *c.content))
