"""Where the timeline's bars lie, and the title beside a bar that is too narrow to hold it."""

from collections.abc import Sequence
from dataclasses import dataclass

from truceline.web.draw.lanes import packed

MOST_LANES = 12
LETTER = 6.4
"""Drawing units a letter of a bar's title takes, on the wide side."""
INSIDE = 58
"""Units a bar needs to hold any of its title."""
_MOST_BESIDE = 230
_LEAST_BESIDE = 48
_APART = 4

Extent = tuple[float, float]
"""Left edge and width of a bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A bar's lane (None where all are taken) and the words beside it, which end at `x` where `before` it."""

    lane: int | None
    beside: str = ""
    x: float = 0.0
    before: bool = False


def laid(bars: Sequence[Extent], titles: Sequence[str], width: float) -> tuple[Laid, ...]:
    """Bars in lanes, their titles beside them where they do not hold these, as far as the lanes have room."""
    wished = [_beside(bar, title, width) for bar, title in zip(bars, titles, strict=True)]
    lanes = packed([_with(bar, wish) for bar, wish in zip(bars, wished, strict=True)], MOST_LANES)
    if None not in lanes:
        return tuple(Laid(lane=n, beside=w.beside, x=w.x, before=w.before) for n, w in zip(lanes, wished, strict=True))
    lanes = packed([(x, x + w + 2) for x, w in bars], MOST_LANES)
    rooms = _rooms(bars, lanes, width)
    return tuple(
        Laid(lane=lane, beside=_cut(title, room - 2 * _APART) if bar[1] <= INSIDE else "", x=bar[0] + bar[1] + _APART)
        for bar, title, lane, room in zip(bars, titles, lanes, rooms, strict=True)
    )


def fitting(title: str, width: float) -> str:
    """As much of a title as a bar has room for, with an ellipsis where that is not all of it."""
    room = max(1, int((width - 12) / LETTER))
    return title if len(title) <= room else title[: room - 1].rstrip() + "…"


def _holds(bar: Extent, title: str) -> bool:
    """Whether a bar has room for its title, or for as much of it as would stand beside it."""
    return bar[1] > INSIDE and bar[1] - 12 >= min(len(title) * LETTER, _MOST_BESIDE)


def _cut(title: str, room: float) -> str:
    """The title in a room; nothing where no more than a few letters would be left of it."""
    return fitting(title, min(room, _MOST_BESIDE) + 12) if room >= _LEAST_BESIDE else ""


def _beside(bar: Extent, title: str, width: float) -> Laid:
    """The title behind a bar that does not hold it, or before it at the drawing's end."""
    if _holds(bar, title):
        return Laid(lane=None)
    words, end = _cut(title, _MOST_BESIDE), bar[0] + bar[1]
    before = end + _APART + len(words) * LETTER > width
    return Laid(lane=None, beside=words, x=bar[0] - _APART if before else end + _APART, before=before)


def _with(bar: Extent, wish: Laid) -> tuple[float, float]:
    """Both ends of a bar with the words beside it."""
    start, end, room = bar[0], bar[0] + bar[1] + 2, _APART + len(wish.beside) * LETTER
    return (start - room, end) if wish.before else (start, end + room if wish.beside else end)


def _rooms(bars: Sequence[Extent], lanes: Sequence[int | None], width: float) -> list[float]:
    """Free units behind each bar in its lane."""
    ends: dict[int, float] = {}
    rooms = [0.0] * len(bars)
    for n in sorted(range(len(bars)), key=lambda n: -bars[n][0]):
        lane = lanes[n]
        if lane is not None:
            rooms[n] = ends.get(lane, width) - (bars[n][0] + bars[n][1])
            ends[lane] = bars[n][0]
    return rooms
