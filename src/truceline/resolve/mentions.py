"""Mentions to what they mean: places to points, times to intervals, names to actors."""

from dataclasses import replace

from truceline.model.reading import Reading
from truceline.model.settings import Settings
from truceline.resolve.kit import ResolveKit
from truceline.resolve.places.named import home_places
from truceline.resolve.places.resolve import resolve_places
from truceline.resolve.times.intervals import resolve_times


def resolve_mentions(reading: Reading, kit: ResolveKit, settings: Settings) -> Reading:
    """The reading with its places, times and actors resolved, or left open."""
    times = resolve_times(reading.times, reading.document.published, kit.parts, settings.time_zone)
    places = resolve_places(reading, kit.gazetteer, kit.places, settings.place_threshold)
    home = home_places(reading, places, kit.gazetteer, kit.places)
    return replace(reading, times=times, places=places, document=replace(reading.document, places=home))
