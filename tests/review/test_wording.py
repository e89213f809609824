"""What a sheet shows for a value is what an analyst would type for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.model.reading import Document, Reader, Reading
from truceline.review.values import typed_facets
from truceline.review.wording import typed_words
from truceline.runners.local import shipped_numbers

READING = Reading(
    document=Document(id="a", sha256=""), reader=Reader(name="", version=""), text="", sentences=(), places=()
)


def value_of(facet: str, words: str):
    return typed_facets([f"{facet}={words}"], [], READING, shipped_numbers())[0]["value"]


@pytest.mark.parametrize(
    ("facet", "words"),
    [
        ("killed", "62"),
        ("killed", "at least 62"),
        ("injured", "up to 20 aid_workers"),
        ("killed", "18-21 civilians"),
        ("killed", "about 100"),
        ("time", "2031-05-03"),
        ("time", "2031-05-03T19:00:00+03:00"),
        ("time", "2031-05-03/2031-05-04"),
        ("place", "Harun"),
        ("place", "Hill 404 @ 35.27, 40.09"),
        ("damage", "two wells"),
        ("actor", "x-lake-militia"),
    ],
)
def test_words_typed_come_back_as_typed(facet, words):
    assert typed_words(value_of(facet, words)) == words


def test_over_a_hundred_is_at_least_a_hundred_and_one():
    value = value_of("killed", "over 100")
    again = value_of("killed", typed_words(value))
    assert (again["low"], again["high"]) == (value["low"], value["high"]) == (101, None)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_bounds_come_through(a, b):
    low, high = sorted((a, b))
    again = value_of("killed", typed_words({"low": low, "high": high, "text": "", "comparator": "between"}))
    assert (again["low"], again["high"]) == (low, high)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ({"low": None, "high": None, "text": "dozens", "comparator": "~"}, "dozens"),
        ({"earliest": None, "latest": "2031-05-03", "edtf": "../2031-05-03"}, "../2031-05-03"),
        (["x-a", "x-b"], "x-a, x-b"),
    ],
)
def test_what_cannot_be_typed_is_still_shown(value, words):
    assert typed_words(value) == words
