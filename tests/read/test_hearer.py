"""A look at one claim with its words marked: what is seen of the text, and what the answer counts."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.read.claims.tagger import heads, hearer
from truceline.read.claims.tagger.hearer import CONTENT, CUE, NOTHING, SOURCE, Put, put
from truceline.read.claims.tagger.sight import Sight
from truceline.read.claims.tagger.windows import Pieces
from truceline.runners.local import local_kit

ANSWERED = "The Front said that army guns had shelled the market in Orvale. The army denied it."
TOLD = "Shells hit a school in Arvel on 3 May, the mayor said. "


def pieces(count: int) -> Pieces:
    """A text of so many words of one piece each, numbered from 1000."""
    return Pieces([[1000 + n] for n in range(count)], np.zeros((count, 3), np.int64))


def seen(text: str) -> Sight:
    extractor = local_kit().read.claims.extractor
    assert extractor is not None
    return extractor.look(text)


def test_every_piece_knows_what_it_is_to_the_claim() -> None:
    packed, marks = put(pieces(7), Put(source=[(1, 3)], cue=[(3, 4)], content=[(3, 6)]))
    assert packed.ids.tolist()[1:-1] == [1000 + n for n in range(7)]
    assert marks.tolist()[1:-1] == [NOTHING, SOURCE, SOURCE, CUE, CONTENT, CONTENT, NOTHING]


@given(st.integers(1, 900), st.data())
def test_of_a_long_text_it_sees_what_stands_about_the_claim(count: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first + 1, count))
    packed, marks = put(pieces(count), Put([], [], [(first, last)]))
    assert len(packed.ids) <= hearer.LENGTH
    assert packed.ids[np.flatnonzero(marks)[0]] == 1000 + first
    assert int((packed.ids[1:-1] < 1000 + first).sum()) == min(first, hearer.BEFORE)


def test_columns_are_an_act_and_a_reach() -> None:
    assert len(heads.ACTS) + len(heads.REACHES) == hearer.WIDTH
    with pytest.raises(KeyError):
        hearer.columns("mood")


def test_chances_of_each_head_sum_to_one() -> None:
    sight = seen(ANSWERED)
    for claim in sight.claims:
        for head in hearer.WIDTHS:
            assert sum(sight.chances(claim, head).values()) == pytest.approx(1, abs=1e-4)


def test_without_its_weights_the_seer_answers_alone() -> None:
    sight = seen(ANSWERED)
    claim = sight.claims[-1]
    alone = replace(sight, hearer=None)
    assert max(alone.chances(claim, "act").items(), key=lambda entry: entry[1])[0] == "denies"
    assert alone.chances(claim, "act") != sight.chances(claim, "act")


def test_of_a_long_text_only_denials_and_admissions_are_heard() -> None:
    sight = seen(TOLD * 40 + "\n\n" + ANSWERED)
    asked = {claim for claim in sight.claims if sight.chances(claim, "act") and sight._heard[claim] is not None}
    assert asked
    assert len(asked) < len(sight.claims) / 2
