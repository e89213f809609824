"""A deed is measured by an agreement in plain words; who is freed or brought out is whom that was done to."""

from collections.abc import Callable

import pytest

from fakes.made_drafts import at, draft, told
from truceline.model.reading import Reading

Recount = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The brigade raised a rampart at Orlo, which the Sarn memorandum forbids.", ["broken"]),
        ("The brigade raised a rampart at Orlo, contrary to the terms of the truce.", ["broken"]),
        ("The brigade raised a rampart at Orlo, as the Sarn protocol permits.", ["kept"]),
        ("The brigade raised a rampart at Orlo, and its wall never violated the Sarn accord.", ["kept"]),
        ("The brigade raised a rampart at Orlo, which was not in line with the Sarn accord.", ["broken"]),
        ("The brigade raised a rampart at Orlo, and nothing in its work violated the accord.", []),
        ("The brigade raised a rampart at Orlo and fears it would have violated the accord.", []),
        ("Has the brigade that raised a rampart at Orlo violated the accord?", []),
        ("The brigade raised a rampart at Orlo.", []),
    ],
)
def test_plain_words_say_whether_a_deed_keeps_an_agreement(recount: Recount, text: str, wanted: list[str]) -> None:
    reading = recount(text, drafts=[draft(text, "troop_movement", ["raised"], ("target", "a rampart", "affirmed"))])
    assert [f.value for f in told(reading, "compliance")] == wanted


def test_what_the_learned_reader_says_of_the_terms_is_told_once(recount: Recount) -> None:
    text = "The brigade raised a rampart at Orlo, which the Sarn memorandum forbids."
    seen = [("target", "a rampart", "affirmed"), ("compliance", "the Sarn memorandum forbids", "denied")]
    reading = recount(text, drafts=[draft(text, "troop_movement", ["raised"], *seen)])
    assert [f.spans for f in told(reading, "compliance")] == [(at(text, "the Sarn memorandum forbids"),)]


@pytest.mark.parametrize(("event_type", "wanted"), [("release", "target"), ("detention", "detained")])
def test_who_is_freed_is_the_target_of_it(recount: Recount, event_type: str, wanted: str) -> None:
    text = "Eleven fishermen were let go at Orlo pier."
    reading = recount(text, drafts=[draft(text, event_type, ["let go"], ("detained", "Eleven fishermen", "affirmed"))])
    assert [f.facet for a in reading.accounts for f in a.facets if f.text == "Eleven fishermen"] == [wanted]


def test_who_is_brought_out_is_told_once(recount: Recount) -> None:
    text = "Some 300 villagers were ferried off Orlo island."
    people = "Some 300 villagers"
    seen = [("target", people, "affirmed"), ("displaced", people, "affirmed")]
    reading = recount(text, drafts=[draft(text, "evacuation", ["ferried"], *seen)])
    assert [f.facet for a in reading.accounts for f in a.facets if f.text == people] == ["target"]


def test_an_article_counts_nobody_detained(recount: Recount) -> None:
    text = "Gendarmes took away a midwife and, an hour later, two porters."
    seen = [("detained", "a midwife", "affirmed"), ("detained", "two porters", "affirmed")]
    reading = recount(text, drafts=[draft(text, "detention", ["took"], *seen)])
    assert [f.text for f in told(reading, "detained")] == ["two porters"]
