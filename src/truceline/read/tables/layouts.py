"""Layouts of event tables from TOML: the shipped ones and the user's own mappings."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from truceline.model.account import CasualtyGroup, EventType, Polarity
from truceline.model.layout import ActorColumn, CasualtyColumns, Layout
from truceline.model.place import Precision
from truceline.model.when import Granularity

ROLES = (
    "id", "date", "end", "time", "date_precision", "type", "subtype", "place", "where", "lat", "lon",
    "place_precision", "admin1", "admin2", "country", "narrative", "sources", "url", "count",
)  # fmt: skip
"""What a column may be; every role may be left out."""
_FACETS = ("actor", "target", "responsibility")
_CERTAINTIES = ("stated", "probable", "possible")


_SHAPE_OF = {"DD": "%d", "D": "%d", "MMMM": "%B", "MMM": "%b", "MM": "%m", "M": "%m", "YYYY": "%Y", "YY": "%y"}
_DATE_PARTS = re.compile("D{1,2}|M{1,4}|YYYY|YY", re.IGNORECASE)
_WHOLE_DAYS = tuple(sorted(parts) for parts in ("dmY", "dmy", "dbY", "dby", "dBY", "dBy"))


class LayoutError(ValueError):
    """A mapping cannot be used; the message names the file and the field."""


def load_layouts(folder: Path) -> tuple[Layout, ...]:
    """Every layout of a folder, by file name."""
    return tuple(read_layout(p.read_text(encoding="utf-8"), p.name) for p in sorted(folder.glob("*.toml")))


def read_layout(source: str, name: str) -> Layout:
    """A layout from TOML; raises LayoutError naming file and field."""
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise LayoutError(f"{name}: {error}") from error
    columns = _table(data, "columns", name)
    _known(columns, ROLES, f"{name}: columns")
    types = _table(data, "types", name)
    _known({v: k for k, v in types.items()}, get_args(EventType), f"{name}: types")
    days, places = _table(data, "date_precision", name), _table(data, "place_precision", name)
    _known({v: k for k, v in days.items()}, get_args(Granularity), f"{name}: date_precision")
    _known({v: k for k, v in places.items()}, get_args(Precision), f"{name}: place_precision")
    called = str(data.get("name") or name.removesuffix(".toml").removesuffix(".mapping"))
    return Layout(
        name=called,
        title=str(data.get("title") or called),
        publisher=str(data.get("publisher", "")),
        requires=tuple(str(c) for c in data.get("requires") or columns.values()),
        columns=columns,
        types={k.casefold(): v for k, v in types.items()},
        default_type=str(data.get("default_type", "other")),
        date_format=_date_format(data, name),
        date_precision=days,
        place_precision={k.casefold(): v for k, v in places.items()},
        default_place_precision=data.get("default_place_precision"),
        actors=tuple(_actor(a, name) for a in data.get("actors", [])),
        actor_names=_table(data, "actor_names", name),
        casualties=tuple(_casualties(c, name) for c in data.get("casualties", [])),
        joined_by=str(data.get("joined_by", ";")),
    )


def _date_format(data: Mapping[str, Any], name: str) -> str | None:
    """How days are written, from words like DD/MM/YYYY; raises LayoutError where they name no day, month and year."""
    said = data.get("date_format")
    if said is None:
        return None
    shape = _DATE_PARTS.sub(lambda m: _SHAPE_OF[m[0].upper()], str(said))
    if sorted(re.findall(r"%(\w)", shape)) not in _WHOLE_DAYS:
        raise LayoutError(f"{name}: date_format: write it with DD, MM and YYYY, as in DD/MM/YYYY, not {said!r}")
    return shape


def find_layout(header: Sequence[str], layouts: Sequence[Layout]) -> Layout | None:
    """The layout all of whose required columns stand in the header; letter case does not matter."""
    there = {name.strip().casefold() for name in header}
    return next((lay for lay in layouts if all(c.casefold() in there for c in lay.requires)), None)


def _table(data: Mapping[str, Any], key: str, name: str) -> dict[str, str]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise LayoutError(f"{name}: {key} is no table")
    return {str(k): str(v) for k, v in value.items()}


def _known(keys: Mapping[str, str], allowed: Sequence[str], where: str) -> None:
    for key in keys:
        if key not in allowed:
            raise LayoutError(f"{where}: {key!r} is none of {', '.join(allowed)}")


def _actor(data: Mapping[str, Any], name: str) -> ActorColumn:
    made = ActorColumn(
        column=str(data.get("column", "")),
        facet=str(data.get("facet", "actor")),
        certainty=str(data.get("certainty", "stated")),
        polarity=str(data.get("polarity", "affirmed")),
    )
    _known({made.facet: ""}, _FACETS, f"{name}: actors.facet")
    _known({made.certainty: ""}, _CERTAINTIES, f"{name}: actors.certainty")
    _known({made.polarity: ""}, get_args(Polarity), f"{name}: actors.polarity")
    return made


def _casualties(data: Mapping[str, Any], name: str) -> CasualtyColumns:
    made = CasualtyColumns(
        facet=str(data.get("facet", "killed")),
        group=str(data.get("group", "unknown")),
        low=data.get("low"),
        best=data.get("best"),
        high=data.get("high"),
    )
    _known({made.facet: ""}, ("killed", "injured"), f"{name}: casualties.facet")
    _known({made.group: ""}, get_args(CasualtyGroup), f"{name}: casualties.group")
    return made
