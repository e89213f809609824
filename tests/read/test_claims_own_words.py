"""Which words are a claim's own, and who makes one that the learned reader gives to nobody."""

import pytest

from truceline.read.claims.clipped import clipped
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.subjectless import with_subjects
from truceline.read.claims.trailing import with_aftermath, with_citing_apart, with_own_tails
from truceline.read.claims.verdict import verdicts
from truceline.text.sentences import split_sentences


def spans(text, *parts):
    return tuple((text.index(p), text.index(p) + len(p)) for p in parts)


def claim(text, source, cue, *content):
    return RawClaim(
        source=spans(text, *([source] if source else [])), cue=spans(text, cue), content=spans(text, *content)
    )


def words(text, raws):
    return [[text[a:b] for a, b in raw.content] for raw in raws]


@pytest.mark.parametrize(
    ("text", "source", "cue", "read", "own"),
    [
        (
            "The army denied any role in the arrest of Vant, who was last seen being led off by guards.",
            "The army",
            "denied",
            ["any role in the arrest of Vant", "being led off by guards"],
            ["any role in the arrest of Vant"],
        ),
        (
            "Of 38 boats stopped in May the guard admits to 21.",
            "the guard",
            "admits",
            ["Of 38 boats stopped in May", "to 21"],
            ["to 21"],
        ),
        (
            "It killed six goats and, the widow says, her brother.",
            "the widow",
            "says",
            ["It killed six goats", "her brother"],
            ["her brother"],
        ),
        (
            "Rahl, 19, shot by a comrade, an accident according to his sergeant.",
            "his sergeant",
            "according to",
            ["Rahl, 19, shot by a comrade, an accident"],
            ["an accident"],
        ),
        (
            "“The true figure is none,” it said; the aircraft had hit lorries.",
            "it",
            "said",
            ["“The true figure is none,”"],
            ["“The true figure is none,”", "the aircraft had hit lorries"],
        ),
    ],
)
def test_what_stands_beside_a_claim_is_the_writers(text, source, cue, read, own):
    assert words(text, clipped(text, [claim(text, source, cue, *read)], split_sentences(text))) == [own]


@pytest.mark.parametrize(
    ("text", "source", "own"),
    [
        (
            "Accusations were made by the rebels and their friends against the army, claiming that it shelled Orvel.",
            "the rebels and their friends against the army",
            "the rebels and their friends",
        ),
        (
            "The preacher Ana Vant, a baker who had fled in May, claiming that it shelled Orvel.",
            ", a baker who had fled in May,",
            "Ana Vant, a baker who had fled in May,",
        ),
    ],
)
def test_whom_an_accusation_is_against_makes_it_not_and_a_name_stands_before_what_is_set_off(text, source, own):
    (told,) = clipped(text, [claim(text, source, "claiming", "that it shelled Orvel")], split_sentences(text))
    assert [text[a:b] for a, b in told.source] == [own]


def test_a_quote_is_not_given_to_who_speaks_in_the_next_sentence():
    text = "Colonel Vant, reached at home, was franker. “We fled the hill.” A baker said that it was quiet."
    raw = claim(text, "A baker", "said", "“We fled the hill.”", "that it was quiet")
    franker, baker = clipped(text, [raw], split_sentences(text))
    assert (text[slice(*franker.source[0])], words(text, [franker, baker])) == (
        "Colonel Vant",
        [["“We fled the hill.”"], ["that it was quiet"]],
    )


def test_what_a_quote_answers_to_is_not_its_own():
    text = "“They were not ours,” Burk answered reports that his men had seized a cook."
    raw = claim(text, "Burk", "answered", "“They were not ours,”", "that his men had seized a cook")
    assert words(text, with_own_tails(text, [raw])) == [["“They were not ours,”"], ["that his men had seized a cook"]]


def test_whom_a_paper_cites_has_a_claim_inside():
    text = "The Courier, citing a matron, had 20 dead; the army had none."
    raw = claim(text, "The Courier", "citing", "a matron", "had 20 dead")
    paper, matron = with_citing_apart(text, [raw], split_sentences(text))
    assert [text[slice(*r.source[0])] for r in (paper, matron)] == ["The Courier", "a matron"]
    assert words(text, [paper, matron]) == [["20 dead"], ["20 dead"]]


@pytest.mark.parametrize(
    ("text", "read", "own"),
    [
        (
            "A drone hit the quay, the clinic said, leaving seven dead.",
            ["A drone hit the quay"],
            ["A drone hit the quay", "leaving seven dead"],
        ),
        ("A drone hit the quay, the clinic said, showing a fin.", ["A drone hit the quay"], ["A drone hit the quay"]),
    ],
)
def test_the_news_goes_on_behind_its_speaker(text, read, own):
    assert words(text, with_aftermath(text, [claim(text, "the clinic", "said", *read)], split_sentences(text))) == [own]


def test_a_verb_is_given_to_its_subject():
    text = "The widow heard one shot. The army said it fired, adding that two fell. The list is meant to stay."
    heard = claim(text, None, "heard", "one shot")
    said, adding = claim(text, "The army", "said", "it fired"), claim(text, None, "adding", "that two fell")
    meant = claim(text, None, "is meant", "to stay")
    made = with_subjects(text, [heard, said, adding, meant], [], split_sentences(text))
    assert [[text[a:b] for a, b in r.source] for r in made] == [["The widow"], ["The army"], ["The army"], []]


def test_a_story_is_whose_it_is_said_to_be():
    text = "The gendarmes' story that the clerk fell is a fairy tale for children."
    raw = claim(text, None, "story", "that the clerk fell")
    (owned,) = with_subjects(text, [raw], [], split_sentences(text))
    assert text[slice(*owned.source[0])] == "The gendarmes'"
    (denial,) = verdicts(text, split_sentences(text), [owned])
    assert words(text, [denial]) == [["The gendarmes' story that the clerk fell"]]


def test_who_speaks_is_named_without_the_which_that_takes_it_up():
    text = "The mission, which saw the place, counts three dead."
    raw = RawClaim(
        source=spans(text, "The mission", "which"), cue=spans(text, "counts"), content=spans(text, "three dead")
    )
    (found,) = clipped(text, [raw], split_sentences(text))
    assert [text[a:b] for a, b in found.source] == ["The mission"]
