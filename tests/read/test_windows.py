"""A long text is read in windows: every word is answered once, and paragraphs are read whole where they can be."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from truceline.read.claims.tagger.features import NO_BREAK, PARAGRAPH, SENTENCE
from truceline.read.claims.tagger.windows import Pieces, Window, plan_windows

BREAKS = st.sampled_from((NO_BREAK, NO_BREAK, NO_BREAK, NO_BREAK, SENTENCE, PARAGRAPH))


def pieces(breaks: Sequence[int]) -> Pieces:
    """A text with a word of one piece for each break before it."""
    features = np.zeros((len(breaks), 3), np.int8)
    features[:, 2] = (PARAGRAPH, *breaks[1:])
    return Pieces([[1000 + n] for n in range(len(breaks))], features)


def words_and(breaks: dict[int, int], count: int) -> Pieces:
    """A text of so many words with these breaks."""
    return pieces([breaks.get(n, NO_BREAK) for n in range(count)])


@given(st.lists(BREAKS, min_size=1, max_size=400), st.booleans())
def test_every_word_is_answered_by_one_window_that_sees_it(breaks: list[int], by_paragraph: bool) -> None:
    windows = plan_windows(pieces(breaks), 40, 6, by_paragraph=by_paragraph)
    assert [w.core_first for w in windows] == [0, *(w.core_last for w in windows[:-1])]
    assert windows[-1].core_last == len(breaks)
    assert all(w.first <= w.core_first < w.core_last <= w.last for w in windows)


def test_a_window_ends_with_a_paragraph_and_the_next_looks_back_a_sentence() -> None:
    text = words_and({12: PARAGRAPH, 27: SENTENCE, 30: PARAGRAPH}, 50)
    assert plan_windows(text, 40, 6, by_paragraph=True) == (Window(0, 30, 0, 30), Window(27, 50, 30, 50))


def test_without_a_paragraphs_end_in_its_latter_part_it_ends_with_a_sentence_and_sees_beyond() -> None:
    text = words_and({12: PARAGRAPH, 30: SENTENCE}, 50)
    assert plan_windows(text, 40, 6, by_paragraph=True) == (Window(0, 37, 0, 30), Window(30, 50, 30, 50))
