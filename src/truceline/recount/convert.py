"""Mentions without their words: the place or interval they were resolved to."""

from dataclasses import fields

from truceline.model.place import Place, PlaceMention
from truceline.model.when import Time, TimeMention


def plain_place(mention: PlaceMention) -> Place:
    """The place a mention was resolved to, without its words."""
    return Place(**{f.name: getattr(mention, f.name) for f in fields(Place)})


def plain_time(mention: TimeMention) -> Time:
    """The interval a time expression was resolved to, without its words."""
    return Time(**{f.name: getattr(mention, f.name) for f in fields(Time)})
