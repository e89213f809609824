"""Coordinates printed in the text, as places."""

from collections.abc import Iterator

from truceline.model.place import PlaceMention
from truceline.text.coordinates import printed_coordinates

_LEAST_KM = 0.05
_EXACT_KM = 1.2
"""Radius up to which a position is exact; one printed more coarsely is a spot in an area."""


def find_coordinates(text: str) -> Iterator[PlaceMention]:
    """Each printed position as a place; the radius is what its last digit leaves open, 50 m at least."""
    for p in printed_coordinates(text):
        yield PlaceMention(
            name=text[p.start : p.end],
            start=p.start,
            end=p.end,
            role="event",
            lat=round(p.lat, 6),
            lon=round(p.lon, 6),
            radius_km=round(max(_LEAST_KM, p.open_km), 3),
            precision="exact location" if p.open_km <= _EXACT_KM else "neighbourhood/area",
            confidence=1.0,
        )
