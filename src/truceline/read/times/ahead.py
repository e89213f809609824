"""Days after the text came out, on which nothing it tells as past can have been done: they are left open."""

from dataclasses import replace

from truceline.read.times.calendar import parse_day
from truceline.read.times.hit import Hit, Made
from truceline.read.times.story import Story
from truceline.read.times.tense import tense

_COUNTED = frozenset({"relative_unit", "following_unit", "offset", "part_deictic"})
_BEHIND = frozenset({"following", "after", "later", "next"})


def without_day_ahead(hit: Hit, made: Made | None, story: Story) -> Made | None:
    """What was made of a time, without a day counted on from the dateline's own: "Guns were heard the next morning".

    What is still to come may be of such a day: "the talks will go on the following day".
    """
    if made is None or story.dateline is None or story.narrative or story.diary is not None or story.inferred:
        return made
    if hit.make not in _COUNTED or _BEHIND.isdisjoint(hit.all_words()) or not (made.anchor or "").startswith("story"):
        return made
    day, part = parse_day(made.value), made.value[10:]
    if day is None or day <= story.dateline or tense(hit) >= 0:
        return made
    return replace(made, value=f"XXXX-XX-XX{part}", anchor=None)
