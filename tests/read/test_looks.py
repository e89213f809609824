"""A second look at each mention: which are of one happening, and whose the words of a facet are."""

import numpy as np
import pytest

from truceline.read.claims.tagger import closer
from truceline.read.claims.tagger.earlier import linked, together
from truceline.read.claims.tagger.look import Look
from truceline.read.claims.tagger.looked import Looked, grouped
from truceline.read.claims.tagger.marks import Marked
from truceline.runners.local import local_kit

WORDS = 8
FIRST, SECOND = Marked(1, 2, 0.95), Marked(5, 6, 0.95)
ONE_SENTENCE = np.zeros(WORDS, np.int64)
NO_TYPES = np.zeros(1, np.float32)


def look(*facets: tuple[str, int, float], same: tuple[float, ...] = (1.0, 0.1)) -> Look:
    """A look that sees facets begin at words, each so surely."""
    seen = np.zeros((WORDS, len(closer.FACETS), 3), np.float32)
    seen[:, :, 0] = 1
    for name, word, sure in facets:
        seen[word, closer.FACETS.index(name)] = (1 - sure, sure, 0)
    return Look(seen, np.zeros(WORDS, np.int64), np.array(same, np.float32), NO_TYPES)


def told(mentions: list[Marked], looks: list[Look], groups: list[list[int]]) -> list[tuple[int, str, int]]:
    found = Looked(mentions, looks, groups, ONE_SENTENCE).facets(0.4, list)
    return [(home, name, one.first) for home, name, one, _ in found]


def test_the_columns_part_the_output() -> None:
    taken = [i for name in closer.WIDTHS for i in range(closer.WIDTH)[closer.columns(name)]]
    assert taken == list(range(closer.WIDTH))
    with pytest.raises(KeyError, match="there are facets"):
        closer.columns("mood")


@pytest.mark.parametrize(
    ("there", "back", "chance", "groups"),
    [
        (0.9, 0.7, 0.5, [[0, 1]]),
        (0.9, 0.0, 0.5, [[0, 1]]),
        (0.2, 0.3, 0.5, [[0], [1]]),
        (0.9, 0.7, 0.0, [[0], [1]]),
    ],
)
def test_mentions_are_one_by_what_both_looks_and_the_links_say(
    there: float, back: float, chance: float, groups: list[list[int]]
) -> None:
    links = np.array([[1, chance], [chance, 1]], np.float32)
    assert grouped([look(same=(1.0, there)), look(same=(back, 1.0))], links) == groups


def test_a_mention_is_with_those_its_own_link_is_with() -> None:
    earlier = [np.array([0.0]), np.array([9.0, 0.0]), np.array([0.0, 9.0, 0.0])]
    assert linked(earlier) == [[0, 1, 2]]
    assert together(earlier)[2].round(2).tolist() == [1, 1, 1]
    assert together([np.array([0.0]), np.array([0.0, 0.0])])[1, 0] == 0.5


def test_each_happening_has_the_words_its_own_look_sees() -> None:
    looks = [look(("killed", 3, 0.9)), look(("killed", 7, 0.9))]
    assert told([FIRST, SECOND], looks, [[0], [1]]) == [(0, "killed", 3), (1, "killed", 7)]


def test_words_that_two_happenings_claim_are_the_surer_ones() -> None:
    looks = [look(("killed", 3, 0.9)), look(("killed", 3, 0.5))]
    assert told([FIRST, SECOND], looks, [[0], [1]]) == [(0, "killed", 3)]


def test_a_day_told_of_two_deeds_is_both_s() -> None:
    looks = [look(("time", 0, 0.9)), look(("time", 0, 0.88))]
    assert told([FIRST, SECOND], looks, [[0], [1]]) == [(0, "time", 0), (1, "time", 0)]


def test_a_facet_hangs_on_the_nearest_mention_of_its_happening() -> None:
    looks = [look(("place", 7, 0.8)), look(("place", 7, 0.6))]
    assert told([FIRST, SECOND], looks, [[0, 1]]) == [(1, "place", 7)]


def test_of_a_doubtful_happening_the_looks_say_nothing() -> None:
    doubtful = Marked(5, 6, 0.6)
    looks = [look(("killed", 3, 0.9)), look(("killed", 7, 0.9))]
    assert told([FIRST, doubtful], looks, [[0], [1]]) == [(0, "killed", 3)]


def test_a_text_of_one_window_is_looked_at_again_and_a_long_one_is_not() -> None:
    text = "Shells hit a school in Arvel on 3 May and killed six people. "
    extractor = local_kit().read.claims.extractor
    assert extractor is not None
    assert extractor.look(text).closer is not None
    assert extractor.look(text * 60).closer is None
