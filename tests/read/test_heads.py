"""The network's scores beside attribution: every column is somebody's, and drafts are built from the likeliest."""

import numpy as np
import pytest

from truceline.read.claims.tagger import heads
from truceline.read.claims.tagger.drafts import Seen, find_drafts
from truceline.read.claims.tagger.network import EventOutputs

WORDS = [(0, 4), (5, 9), (10, 14), (15, 19), (20, 24)]
SPELT = ["Guns", "shot", "some", "cows", "dead"]


def seen(**marks: list[tuple[int, int]]) -> np.ndarray:
    """Scores (5 words) in which each named channel begins and goes on at the words given as (first, last)."""
    more = np.zeros((len(WORDS), heads.WIDTH), np.float32)
    channels = more[:, heads.columns("channels")].reshape(len(WORDS), len(heads.CHANNELS), 3)
    channels[:, :, 0] = 8.0
    for name, spans in marks.items():
        for first, last in spans:
            channels[first : last + 1, heads.CHANNELS.index(name)] = (0, 0, 16)
            channels[first, heads.CHANNELS.index(name)] = (0, 16, 0)
    more[:, heads.columns("channels")] = channels.reshape(len(WORDS), -1)
    more[:, heads.columns("types").start + heads.TYPES.index("shelling")] = 9.0
    return more


def outputs(more: np.ndarray, sentences: tuple[int, ...] = (0, 0, 0, 0, 0)) -> EventOutputs:
    links = np.zeros((len(WORDS), heads.EVENT_LINKS, heads.EVENT_LINK_WIDTH), np.float32)
    return EventOutputs(more, links, links, np.array(sentences))


DISTANCE = np.zeros((heads.EVENT_LINKS, 2 * heads.EVENT_REACH + 1), np.float32)
LEAST = {"mention": 0.5, "facet": 0.5}


def test_the_columns_part_the_output() -> None:
    taken = [i for name in heads.WIDTHS for i in range(heads.WIDTH)[heads.columns(name)]]
    assert taken == list(range(heads.WIDTH))
    with pytest.raises(KeyError, match="there are channels"):
        heads.columns("mood")


def test_a_mention_with_its_facet_is_a_draft() -> None:
    more = seen(trigger=[(1, 1)], target=[(2, 4)])
    (draft,) = find_drafts(Seen(outputs(more), DISTANCE, LEAST), WORDS, SPELT)
    assert (draft.event_type, [m.span for m in draft.mentions]) == ("shelling", [(5, 9)])
    assert [(f.facet, f.span, f.polarity) for f in draft.facets] == [("target", (10, 24), "affirmed")]


def test_a_facet_hangs_rather_on_the_mention_of_its_own_sentence() -> None:
    more = seen(trigger=[(0, 0), (4, 4)], target=[(2, 2)])
    for sentences, home in (((0, 0, 0, 1, 1), (0, 4)), ((0, 1, 1, 1, 1), (20, 24))):
        drafts = find_drafts(Seen(outputs(more, sentences), DISTANCE, LEAST), WORDS, SPELT)
        assert [m.span for d in drafts for m in d.mentions if m.facets] == [home]


def test_mentions_are_of_one_happening_where_the_earlier_one_outweighs_none() -> None:
    more = seen(trigger=[(0, 0), (3, 3)])
    assert len(find_drafts(Seen(outputs(more), DISTANCE, LEAST), WORDS, SPELT)) == 2
    near = DISTANCE.copy()
    near[1] = 1.0
    (draft,) = find_drafts(Seen(outputs(more), near, LEAST), WORDS, SPELT)
    assert [m.span for m in draft.mentions] == [(0, 4), (15, 19)]


def test_nothing_is_drafted_from_facets_alone_or_from_no_words() -> None:
    assert find_drafts(Seen(outputs(seen(target=[(0, 1)])), DISTANCE, LEAST), WORDS, SPELT) == ()
    assert find_drafts(Seen(outputs(seen()), DISTANCE, LEAST), [], []) == ()


def test_words_that_only_bind_end_nothing_and_are_no_deed() -> None:
    more = seen(trigger=[(0, 0), (2, 2)], target=[(3, 4)])
    (draft,) = find_drafts(Seen(outputs(more), DISTANCE, LEAST), WORDS, ["shelled", "at", "the", "bakery", "and"])
    assert [m.span for m in draft.mentions] == [(0, 4)]
    assert [f.span for f in draft.facets] == [(15, 19)]
