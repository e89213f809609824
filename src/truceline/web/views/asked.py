"""What part of a ledger the overview is asked for: timeline, map and list all obey it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, get_args
from urllib.parse import urlencode

from truceline.model.account import EventType
from truceline.model.snapshot import Incident, Snapshot
from truceline.publish.words import interval, on_days, parsed_day
from truceline.review.values import ValueProblemError
from truceline.web.draw.projection import Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A filter over incidents, as it stands in a page's address; absent parts let everything pass."""

    since: date | None = None
    until: date | None = None
    area: Area | None = None
    kind: str | None = None
    review: str | None = None
    disputed: bool = False
    unplaced: bool = False
    undated: bool = False
    totals: bool = False
    """Stated totals instead of incidents: a total is never that many incidents."""
    page: int = 1

    def lets(self, incident: Incident) -> bool:
        """Whether an incident is asked for."""
        return (
            incident.aggregate == self.totals
            and self._lets_time(incident)
            and self._lets_place(incident)
            and (self.kind is None or incident.event_type == self.kind)
            and (self.review is None or _reviewed(incident) == self.review)
            and (not self.disputed or "disputed" in {s.status for s in incident.facets.values()})
        )

    def _lets_time(self, incident: Incident) -> bool:
        first, last = interval(incident)
        if self.undated:
            return first is None and last is None
        return on_days(incident, self.since, self.until)

    def _lets_place(self, incident: Incident) -> bool:
        place = incident.place
        located = place is not None and place.lat is not None and place.lon is not None
        if self.unplaced:
            return not located
        if self.area is None:
            return True
        if place is None or place.lat is None or place.lon is None:
            return False
        west, south, east, north = self.area
        return west <= place.lon <= east and south <= place.lat <= north

    def link(self, path: str = "/", **changes: Any) -> str:
        """The page's address with parts of the filter changed; any change goes back to the first page."""
        asked = replace(self, **({"page": 1} | changes))
        query = [(f.name, _word(getattr(asked, f.name))) for f in fields(asked)]
        kept = [(k, v) for k, v in query if v and not (k == "page" and v == "1")]
        return path + (f"?{urlencode(kept)}" if kept else "")

    @property
    def anything(self) -> bool:
        """Whether any filter is set."""
        return replace(self, page=1) != Asked()


def _reviewed(incident: Incident) -> str:
    return "accepted" if incident.review in ("accepted", "edited") else incident.review


def _word(value: Any) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, tuple):
        return ",".join(f"{v:.3f}" for v in value)
    return "1" if value is True else str(value)


def asked_from(query: Mapping[str, str]) -> Asked:
    """The filter an address carries. Raises ValueProblemError for a day, kind or area that is none, and crossed days.

    A mistyped filter that was ignored would show the whole ledger under the name of a part of it.
    """
    since, until = days_from(query)
    if since and until and until < since:
        raise ValueProblemError(f"the last day {until} is before the first day {since}")
    kind, area = query.get("kind") or None, query.get("area") or None
    if kind is not None and kind not in get_args(EventType):
        raise ValueProblemError(f"kind {kind}: there is no such kind of incident")
    if area is not None and _area(area) is None:
        raise ValueProblemError(f"area {area}: an area is written west,south,east,north")
    return Asked(
        since=since,
        until=until,
        area=_area(area or ""),
        kind=kind,
        review=query.get("review") or None,
        disputed=query.get("disputed") == "1",
        unplaced=query.get("unplaced") == "1",
        undated=query.get("undated") == "1",
        totals=query.get("totals") == "1",
        page=_page(query.get("page", "")),
    )


def _page(written: str) -> int:
    """The page asked for, from 1; the first where it is no number."""
    return max(1, int(written)) if written.isdecimal() else 1


def days_from(query: Mapping[str, str]) -> tuple[date | None, date | None]:
    """The first and last day an address asks for. Raises ValueProblemError for what is no day."""
    for name in ("since", "until"):
        if query.get(name) and parsed_day(query[name]) is None:
            raise ValueProblemError(f"{name} {query[name]}: a day is written 2016-09-17")
    return parsed_day(query.get("since")), parsed_day(query.get("until"))


def check_window(agreement: str, position: str, snapshot: Snapshot) -> None:
    """Raises ValueProblemError for an agreement or a position on its window that the ledger does not have."""
    held = [a for a in snapshot.agreements if agreement in {"", a.id}]
    if agreement and not held:
        raise ValueProblemError(f"agreement {agreement}: the ledger has no such agreement")
    if position and position not in {p.party for a in held[:1] for p in a.positions}:
        raise ValueProblemError(f"position {position}: nobody of that id has a position on the window")


def _area(text: str) -> Area | None:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return (west, south, east, north) if west <= east and south <= north else None
