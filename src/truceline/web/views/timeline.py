"""The timeline: days as columns, incidents as bars with soft ends, the truce's window with each party's position."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from truceline.model.agreement import Agreement, Position
from truceline.model.snapshot import Incident
from truceline.publish.names import say_actor
from truceline.publish.words import interval, parsed_day, plural, say_days, say_moment, say_time
from truceline.web.draw.lanes import Column, columns
from truceline.web.views.asked import Asked
from truceline.web.views.bar_labels import INSIDE, Laid, fitting, laid

WIDTH = 1200.0
LANE = 26
POSITION = 22
_DAYS = re.compile(r", (?:\d|[A-Z][a-z]+ \d{4}$)[^,]*$")
LONGEST = 120
"""Days beyond which the timeline opens on the truce's window instead of on everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One incident: drawn units, which ends are uncertain, and the words beside it where it holds none."""

    id: str
    title: str
    label: str
    said: str
    x: float
    y: float
    width: float
    soft: bool
    review: str
    beside: str
    beside_x: float
    before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A column: its place, label, how many incidents may lie in it, and how many of these found no lane."""

    x: float
    width: float
    label: str
    said: str
    count: int
    hidden: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One party's position on the window: a line from its beginning to its end, open where it holds there was none."""

    party: str
    said: str
    x: float
    width: float
    y: float
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Everything the drawing needs; `shades` are the window (x, width, whether all positions agree on it)."""

    width: float
    height: float
    top: float
    heads: tuple[Head, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    shades: tuple[tuple[float, float, bool], ...]
    earlier: int
    later: int
    earlier_href: str
    later_href: str
    said: str
    undated: int


def timeline(
    incidents: Sequence[Incident],
    agreements: Sequence[Agreement],
    asked: Asked,
    names: Mapping[str, str],
    *,
    open_end: bool = False,
) -> Timeline | None:
    """The drawing of all dated incidents asked for; None where there is no date at all.

    With `open_end` they are those of a window that had not ended, which then runs to the last of them.
    """
    dated = [(i, first, last) for i in incidents for first, last in [interval(i)] if first and last]
    extent = _extent([(f, t) for _, f, t in dated], agreements, asked, open_end)
    if extent is None:
        return None
    cols = columns(*extent)
    axis = _Axis(cols)
    shown = sorted((d for d in dated if axis.meets(d[1], d[2])), key=lambda d: (d[1], d[2], d[0].id))
    spans = [axis.span(i, f, t) for i, f, t in shown]
    lay = laid(spans, [_undated(i.title) for i, _, _ in shown], WIDTH)
    marks = _marks(agreements, axis, names)
    top = 30 + POSITION * len(marks)
    bars = tuple(
        _bar(shown[n][0], spans[n], top + LANE * one.lane, one) for n, one in enumerate(lay) if one.lane is not None
    )
    hidden = [shown[n] for n, one in enumerate(lay) if one.lane is None]
    earlier, later = sum(t < axis.first for _, _, t in dated), sum(f > axis.last for _, f, _ in dated)
    lane_count = max((one.lane + 1 for one in lay if one.lane is not None), default=1)
    return Timeline(
        width=WIDTH,
        height=top + LANE * lane_count + (22 if hidden else 4),
        top=top,
        heads=_heads(cols, axis, shown, hidden, asked),
        bars=bars,
        marks=marks,
        shades=_shades(agreements, axis),
        earlier=earlier,
        later=later,
        earlier_href=asked.link(since=date(1900, 1, 1), until=axis.first - timedelta(1)),
        later_href=asked.link(since=axis.last + timedelta(1), until=date(2199, 12, 31)),
        said=f"{plural(len(shown), 'incident')}, {say_days(axis.first, axis.last)}",
        undated=len(incidents) - len(dated),
    )


class _Axis:
    """Days and moments to drawing units."""

    def __init__(self, cols: Sequence[Column]) -> None:
        self.first, self.last = cols[0].first, cols[-1].last
        self.day = WIDTH / ((self.last - self.first).days + 1)

    def x(self, day: date) -> float:
        return (day - self.first).days * self.day

    def meets(self, first: date, last: date) -> bool:
        return first <= self.last and last >= self.first

    def span(self, incident: Incident, first: date, last: date) -> tuple[float, float]:
        """Start and width of an incident, cut to what is shown; never narrower than can be pressed."""
        left = max(0.0, self.x(first))
        right = min(WIDTH, self.x(last) + self.day)
        time = incident.time
        if first == last and time and self.day > 60:
            left += _part(time.earliest, 0.0) * self.day
            right -= (1 - _part(time.latest, 1.0)) * self.day
        width = max(24.0, right - left)
        return min(left, WIDTH - width), width

    def moment(self, iso: str | None) -> float | None:
        """Units of a date or date-time; None where there is none."""
        day = parsed_day(iso)
        return None if day is None else self.x(day) + _part(iso, 0.0) * self.day

    def ending(self, iso: str | None) -> float | None:
        """Units of an end: a bare date ends with its day, as the counts take it."""
        day = parsed_day(iso)
        return None if day is None else self.x(day) + _part(iso, 1.0) * self.day


def _part(iso: str | None, default: float) -> float:
    """How far into its day a date-time lies, 0 to 1."""
    if not iso or len(iso) <= 10:
        return default
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return default
    return (at.hour * 60 + at.minute) / 1440


def _extent(
    dated: Sequence[tuple[date, date]], agreements: Sequence[Agreement], asked: Asked, open_end: bool
) -> tuple[date, date] | None:
    """What to show: what is asked for, else everything if that fits, else the truce's window with a few days around."""
    ends = [p for a in agreements for position in a.positions for p in (position.began, position.ended)]
    window = sorted(day for day in map(parsed_day, ends) if day)
    if not dated and not window:
        return None
    first = min([f for f, _ in dated] or window)
    last = max([t for _, t in dated] or window)
    if asked.since or asked.until:
        start = max(asked.since or first, first)
        return start, max(min(asked.until or last, last), start)
    if (last - first).days > LONGEST and window and (near := _near(window, dated, open_end=open_end)):
        return near
    return min([first, *window[:1]]), max([last, *window[-1:]])


def _near(window: Sequence[date], dated: Sequence[tuple[date, date]], *, open_end: bool) -> tuple[date, date] | None:
    """A truce's window with a few days around; None where nothing is dated in them."""
    end = max(window[-1], *(f for f, _ in dated)) if open_end and dated else window[-1]
    first, last = window[0] - timedelta(3), end + timedelta(3)
    return (first, last) if any(f <= last and t >= first for f, t in dated) else None


def _undated(title: str) -> str:
    """A title without its days, which the axis shows."""
    return _DAYS.sub("", title)


def _bar(incident: Incident, span: tuple[float, float], y: float, laid_at: Laid) -> Bar:
    first, last = interval(incident)
    return Bar(
        id=incident.id,
        title=incident.title,
        label=fitting(_undated(incident.title), span[1]) if span[1] > INSIDE and not laid_at.beside else "",
        said=say_time(incident.time),
        x=span[0],
        y=y,
        width=span[1],
        soft=first != last,
        review=incident.review,
        beside=laid_at.beside,
        beside_x=laid_at.x,
        before=laid_at.before,
    )


def _heads(
    cols: Sequence[Column],
    axis: _Axis,
    shown: Sequence[tuple[Incident, date, date]],
    hidden: Sequence[tuple[Incident, date, date]],
    asked: Asked,
) -> tuple[Head, ...]:
    return tuple(
        Head(
            x=axis.x(col.first),
            width=((col.last - col.first).days + 1) * axis.day,
            label=col.label,
            said=say_days(col.first, col.last),
            count=_within(col, shown),
            hidden=_within(col, hidden),
            href=asked.link(since=col.first, until=col.last) + "#incidents",
        )
        for col in cols
    )


def _within(col: Column, dated: Sequence[tuple[Incident, date, date]]) -> int:
    return sum(first <= col.last and last >= col.first for _, first, last in dated)


def _marks(agreements: Sequence[Agreement], axis: _Axis, names: Mapping[str, str]) -> tuple[Mark, ...]:
    positions = [p for agreement in agreements for p in agreement.positions]
    marks = [_mark(position, axis, 24 + POSITION * n, names) for n, position in enumerate(positions)]
    return tuple(m for m in marks if m)


def _mark(position: Position, axis: _Axis, y: float, names: Mapping[str, str]) -> Mark | None:
    began, ended = axis.moment(position.began), axis.ending(position.ended)
    left, right = max(0.0, began or 0.0), min(WIDTH, WIDTH if ended is None else ended)
    if left >= WIDTH or right <= 0:
        return None
    until = f"ended {say_moment(position.ended)}" if position.ended else "holds that it had not ended"
    party = say_actor(position.party, names)
    return Mark(
        party=party,
        said=f"{party}: began {say_moment(position.began)}; {until}",
        x=left,
        width=max(2.0, right - left),
        y=y,
        open_start=began is None or began < 0,
        open_end=ended is None or ended > WIDTH,
    )


def _shades(agreements: Sequence[Agreement], axis: _Axis) -> tuple[tuple[float, float, bool], ...]:
    """For each agreement the days within its window by every position, then those within it by some only."""
    shades = []
    for agreement in agreements:
        starts = [max(0.0, axis.moment(p.began) or 0.0) for p in agreement.positions]
        ends = [min(WIDTH, WIDTH if (m := axis.ending(p.ended)) is None else m) for p in agreement.positions]
        if not starts or min(starts) >= max(ends):
            continue
        inner = (max(starts), min(ends))
        if inner[0] < inner[1]:
            shades.append((inner[0], inner[1] - inner[0], True))
        shades.append((min(starts), max(ends) - min(starts), False))
    return tuple(shades)
