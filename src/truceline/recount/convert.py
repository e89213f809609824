"""Mentions without their words: the place or interval they were resolved to."""

from dataclasses import fields
from typing import Any

from truceline.model.place import Place, PlaceMention
from truceline.model.when import Time, TimeMention


def plain_place(mention: PlaceMention) -> Place:
    """The place a mention was resolved to, without its words."""
    return Place(**{f.name: getattr(mention, f.name) for f in fields(Place)})


def place_from(value: Any) -> Place | None:
    """The place that a facet's value tells (see `Facet.value`), if it tells one."""
    if not isinstance(value, dict) or not value.get("name"):
        return None
    known = {f.name for f in fields(Place)}
    told: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in value.items() if k in known}
    return Place(**told)


def plain_time(mention: TimeMention) -> Time:
    """The interval a time expression was resolved to, without its words."""
    return Time(**{f.name: getattr(mention, f.name) for f in fields(Time)})
