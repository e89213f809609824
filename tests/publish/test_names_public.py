"""Who is public by an office, a table or a byline; and what is no person's name at all."""

from dataclasses import replace

import pytest

from fakes.made_names import CLAIM, KIT, LATER, POLICY, STATE, shown_words, spoken
from truceline.model.reading import Document, Reader, Reading
from truceline.publish.disclosure import disclose_snapshot


@pytest.mark.parametrize(
    "words",
    [
        "the envoy of the coast to the UN, ambassador to the UN, Zorvek Thalindra.",
        "deputy Foreign Minister for Island and Coastal Affairs Zorvek Thalindra came",
        "Secretary Thalindra came",
        "Zorvek Thalindra, the Special Representative for the Isles, came",
        "Zorvek Thalindra was a commander in the navy",
        "Major General Zorvek Thalindra and his men",
        "a Defence Ministry spokesman, and army commander Zorvek Thalindra",
        "President Zorvek Thalindra left. Thalindra never came back",
        "Sergei Lavrov met Samantha Power",
        "Zorvek Thalindra (of the north), also known as the Owl, is an admiral",
        "from an opinion article by Zorvek Thalindra",
    ],
)
def test_a_public_office_told_beside_a_name_opens_it(words):
    assert shown_words(words) == words


@pytest.mark.parametrize(
    "words",
    [
        "told the minister Zorvek Thalindra had died",
        "the wife of the ambassador to the UN, Zorvek Thalindra, fled",
        "Zorvek Thalindra, the sister of the president, fled",
        "named as Zorvek Thalindra, Minister of Defence Orvel Tamm and a cook",
        "head of the Farmers Union Zorvek Thalindra",
        "Zorvek Thalindra, spokesman of the Harbour Hospital, fled",
        "Corporal Zorvek Thalindra died",
        "from a letter by Zorvek Thalindra",
        "Zorvek Thalindra, an envoy's cook, died",
        "the general practitioner Zorvek Thalindra died",
        "local journalist Zorvek Thalindra filmed it",
        "the Zorvek Thalindra hotel owner fled",
        "a mayor shot Zorvek Lavrov",
    ],
)
def test_an_office_of_somebody_else_or_of_no_state_opens_nobody(words):
    assert "Zorvek" not in shown_words(words)


@pytest.mark.parametrize(
    "words",
    [
        "over the Jabal Al- Thalind area and at Lake Orvesk",
        "the USS Thalindra and a KC-135R Stratolifter met at the Zorvek airfield",
        "in an Op-Ed on the Royal Air Force, as DBQLS3HHNK4 has it",
        "see https://www.youtube.com/watch?v=pZhgpWyoT98 and https://example.org/the-air-strike.",
    ],
)
def test_places_ships_ids_and_addresses_are_no_persons(words):
    assert shown_words(words) == words


def test_an_address_in_words_leaves_as_any_address():
    assert shown_words("see https://example.org/zorvek-thalindra, she said") == (
        "see https://example.org/#rest-withheld, she said"
    )


def test_a_private_bearer_of_an_officials_surname_stays_private():
    told = replace(CLAIM, words="Ashton Carter denied it. Carter, 50, a farmer, fled with Carter, a nurse")
    reading = read_text("Defence Secretary Ashton Carter denied it.")
    shown = disclose_snapshot(replace(STATE, claims=(told,)), POLICY, LATER, KIT, [reading])
    assert (
        shown.claims[0].words
        == "Ashton Carter denied it. [name withheld], 50, a farmer, fled with [name withheld], a nurse"
    )


def read_text(text: str, **envelope: str) -> Reading:
    """A document of which nothing is read but its own text and who signed it."""
    document = Document(id="a.txt", sha256="0" * 64, author="Zorvek Thalindra")
    reader = Reader(name="hand", version="1")
    return Reading(document=replace(document, **envelope), reader=reader, text=text, sentences=())


@pytest.mark.parametrize(
    ("text", "envelope", "named"),
    [
        ("By Zorvek Thalindra\n\nIt rained.", {"publisher": "Valley Post"}, True),
        ("By Zorvek Thalindra\n\nIt rained.", {"url": "https://www.theguardian.com/world/rain"}, True),
        ("By Zorvek Thalindra\n\nIt rained.", {}, False),
        ("By Zorvek Thalindra, a nurse\n\nIt rained.", {"publisher": "Valley Post"}, False),
        ("It rained.", {"id": "a.eml", "publisher": "Valley Post"}, False),
    ],
)
def test_who_signs_an_article_of_an_outlet_is_named_and_nobody_else(text, envelope, named):
    told = spoken("I", "Zorvek Thalindra", "person")
    shown = disclose_snapshot(replace(STATE, claims=(told,)), POLICY, LATER, KIT, [read_text(text, **envelope)])
    assert (shown.claims[0].speaker == "Zorvek Thalindra") is named


@pytest.mark.parametrize("text", ["Orvesk Dal is a village in the north.", "ORVESK DAL, 3 March - It rained."])
def test_what_a_text_tells_of_as_a_village_or_is_dated_from_is_a_place(text):
    reading = read_text(text)
    told = replace(CLAIM, words="that shells hit Orvesk Dal")
    shown = disclose_snapshot(replace(STATE, claims=(told,)), POLICY, LATER, KIT, [reading])
    assert shown.claims[0].words == told.words


def test_an_outlet_that_published_a_document_is_named_though_somebody_may_be_called_so():
    told = replace(CLAIM, words="He told Hassan Wire that Hassan Orvel had fled.")
    reading = read_text("It rained, Hassan Wire was told.", publisher="Hassan Wire")
    shown = disclose_snapshot(replace(STATE, claims=(told,)), POLICY, LATER, KIT, [reading])
    assert shown.claims[0].words == "He told Hassan Wire that [name withheld] had fled."
