"""Truces told in plain words stand, each on its own where it is a new one."""

import pytest

from fakes.made_drafts import at, draft
from truceline.model.reading import Document, Reader, Reading
from truceline.model.when import TimeMention
from truceline.recount.drafts.truces import with_truces_told
from truceline.text.sentences import split_sentences


def reading(text: str, *days: str) -> Reading:
    times = [
        TimeMention(
            start=at(text, d)[0],
            end=at(text, d)[1],
            type="DATE",
            value="2021-05-02",
            earliest="2021-05-02",
            latest="2021-05-02",
            granularity="day",
        )
        for d in days
    ]
    return Reading(
        document=Document(id="d", sha256="0"),
        reader=Reader(name="test", version="1"),
        text=text,
        sentences=split_sentences(text),
        times=tuple(times),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Both men ordered their troops to cease fire on 2 May, and they obeyed.", ["ordered", "cease fire"]),
        ("The governor went on air to order his troops to hold their fire.", ["order", "hold their fire"]),
        ("In March its units held their fire for five days.", ["held", "fire"]),
        ("On 2 May the Front declared a truce of its own.", ["declared", "truce"]),
        ("The envoys talked the two commanders into a truce.", ["talked", "truce"]),
        ("Her visit extracted from Oren a halt to air attacks for two days.", ["extracted", "halt to air attacks"]),
        ("On 2 May Kell and Orla announced that the guns would fall silent at dawn.", ["announced", "fall silent"]),
        ("The cabinet voted late that night to hold its fire.", ["voted", "hold its fire"]),
    ],
)
def test_a_truce_in_plain_words_is_a_step(text: str, words: list[str]) -> None:
    (one,) = with_truces_told([], reading(text, *(d for d in ["2 May"] if d in text)))
    assert one.event_type == "ceasefire_step"
    assert [text[slice(*m.span)] for m in one.mentions] == words
    assert [text[slice(*f.span)] for f in one.facets] == (["2 May"] if "2 May" in text else [])


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has declared a truce.",
        "The Front will not have declared a truce by then.",
        "The mayor wants them to hold their fire.",
        "They agreed to respect the truce of last year.",
        "Oren announced that the truce was dead.",
        "Soldiers held their positions under fire.",
    ],
)
def test_what_is_wanted_denied_or_another_thing_is_none(text: str) -> None:
    assert with_truces_told([], reading(text)) == []


def test_a_second_truce_is_taken_from_the_one_before() -> None:
    text = "On 2 May Kell agreed to stop the shelling. Hours later the Front declared a truce of its own."
    one = draft(text, "ceasefire_step", ["agreed", "truce"], ("time", "2 May", "affirmed"))
    made = with_truces_told([one], reading(text, "2 May"))
    assert [[text[slice(*m.span)] for m in d.mentions] for d in made] == [["agreed"], ["declared", "truce"]]


def test_one_that_is_seen_already_stays_as_it_is() -> None:
    text = "On 2 May the two sides agreed on the truce."
    one = draft(text, "ceasefire_step", ["agreed"], ("time", "2 May", "affirmed"))
    assert with_truces_told([one], reading(text, "2 May")) == [one]


def test_what_was_agreed_is_the_agreement_told_of_next() -> None:
    text = "On 2 May the two sides agreed to stop fighting for a year. The agreement was signed in Oren."
    one = draft(text, "ceasefire_step", ["agreed", "signed"], ("time", "2 May", "affirmed"))
    assert with_truces_told([one], reading(text, "2 May")) == [one]
