"""What a teller holds for possible only is no statement that it was so."""

import pytest

from truceline.model.account import Facet
from truceline.recount.hedged import as_hedged


@pytest.mark.parametrize(
    ("text", "name", "words", "certainty"),
    [
        ("It admitted that one of its aircraft “may have” hit the market.", "occurrence", "hit", "possible"),
        (
            "It admitted that one of its aircraft “may have” hit it.",
            "responsibility",
            "one of its aircraft",
            "possible",
        ),
        ("The army might have accidentally shelled it.", "occurrence", "shelled", "possible"),
        ("The school could have been hit by a drone.", "occurrence", "hit", "possible"),
        ("It was struck, perhaps by a Kolmaran jet.", "actor", "Kolmaran jet", "possible"),
        ("One of its aircraft hit the market; ten may have died.", "occurrence", "hit", "stated"),
        (
            "One of its aircraft hit the market; it may have had orders.",
            "responsibility",
            "One of its aircraft",
            "stated",
        ),
        ("The army may have been warned before it shelled the school.", "occurrence", "shelled", "stated"),
    ],
)
def test_may_have_is_possible(text, name, words, certainty):
    at = text.index(words)
    told = Facet(facet=name, value="x", text=words, spans=((at, at + len(words)),))
    assert as_hedged(text, told).certainty == certainty
