"""A landmark said ("near the X mosque in Y") beside a settlement makes the place finer than the settlement."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.place import PlaceMention, Precision
from truceline.model.span import Span
from truceline.resolve.places.words import PlaceWords

_SETTLED = frozenset({"neighbourhood/area", "village", "town", "city"})
_BEFORE, _AFTER = 110, 70
"""Characters on each side of a name in which a landmark is taken for where in it."""


def sharpened(text: str, mention: PlaceMention, sentences: Sequence[Span], words: PlaceWords) -> PlaceMention:
    """The mention at the level its sentence tells: a landmark named beside a settlement, a site that was itself hit.

    The point and its radius stay the settlement's: the level is what the words tell, the radius what is known of where.
    """
    if mention.role != "event" or mention.modifier is not None:
        return mention
    start, end = _sentence(mention, sentences)
    before = text[max(start, mention.start - _BEFORE) : mention.start]
    if mention.precision == "nearby landmark":
        return _at_site(text, mention, before, words)
    if mention.precision not in _SETTLED:
        return mention
    after = text[mention.end : min(end, mention.end + _AFTER)]
    found = words.landmark_before.search(before) or words.landmark_after.match(after)
    if found is None:
        return _in_part(mention, before, words)
    hit = words.site_before.search(before)
    level: Precision = "exact location" if hit and not words.near.search(before[hit.start() :]) else "nearby landmark"
    return replace(mention, precision=level, modifier=" ".join(found.group().split()))


def _in_part(mention: PlaceMention, before: str, words: PlaceWords) -> PlaceMention:
    """A settlement of which a quarter is named, or a part is meant."""
    found = words.quarter_before.search(before)
    if found is None and mention.precision == "city":
        found = words.part_before.search(before)
    if found is None:
        return mention
    return replace(mention, precision="neighbourhood/area", modifier=" ".join(found.group().split()))


def _at_site(text: str, mention: PlaceMention, before: str, words: PlaceWords) -> PlaceMention:
    """A site named as what was hit is where it happened, not near it."""
    last = text[: mention.end].rpartition(" ")[2].lower()
    if last not in words.sites or words.struck_before.search(before) is None:
        return mention
    return replace(mention, precision="exact location")


def _sentence(mention: PlaceMention, sentences: Sequence[Span]) -> Span:
    at = bisect_right(sentences, (mention.start, 1 << 60)) - 1
    return sentences[at] if at >= 0 else (0, mention.end)
