"""A landmark said ("near the X mosque in Y") beside a settlement makes the place finer than the settlement."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.place import PlaceMention
from truceline.model.span import Span
from truceline.resolve.places.words import PlaceWords

_SETTLED = frozenset({"neighbourhood/area", "village", "town", "city"})
_BEFORE, _AFTER = 110, 70
"""Characters on each side of a name in which a landmark is taken for where in it."""


def sharpened(text: str, mention: PlaceMention, sentences: Sequence[Span], words: PlaceWords) -> PlaceMention:
    """The mention as a nearby landmark where its sentence names one beside it; the point stays the settlement's."""
    if mention.role != "event" or mention.precision not in _SETTLED or mention.modifier is not None:
        return mention
    start, end = _sentence(mention, sentences)
    before = text[max(start, mention.start - _BEFORE) : mention.start]
    after = text[mention.end : min(end, mention.end + _AFTER)]
    found = words.landmark_before.search(before) or words.landmark_after.match(after)
    if found is None:
        return mention
    return replace(mention, precision="nearby landmark", modifier=" ".join(found.group().split()))


def _sentence(mention: PlaceMention, sentences: Sequence[Span]) -> Span:
    at = bisect_right(sentences, (mention.start, 1 << 60)) - 1
    return sentences[at] if at >= 0 else (0, mention.end)
