"""Degrees to a drawing's units: equirectangular with the parallel of the middle kept true, enough for one theatre."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Area = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
KM_A_DEGREE = 111.2
LEAST_SPAN = 0.6
"""Degrees of latitude a map shows at least: closer than that the borders' own error would show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """A window on the earth: `area` shown, and units a degree of latitude."""

    area: Area
    width: float
    height: float
    scale: float
    squeeze: float
    """Units a degree of longitude over units a degree of latitude."""

    def x(self, lon: float) -> float:
        """Units from the left."""
        return (lon - self.area[0]) * self.scale * self.squeeze

    def y(self, lat: float) -> float:
        """Units from the top."""
        return (self.area[3] - lat) * self.scale

    def length(self, km: float) -> float:
        """Units of a distance on the ground."""
        return km / KM_A_DEGREE * self.scale


def fit(points: Sequence[tuple[float, float]], width: float, height: float, area: Area | None = None) -> Projection:
    """A projection in which all points (lon, lat), or the whole area asked for, have room in the drawing."""
    west, south, east, north = area or _around(points)
    middle = (south + north) / 2
    squeeze = max(0.15, math.cos(math.radians(middle)))
    pad = 0.0 if area else 0.12
    span = max(LEAST_SPAN, (north - south) * (1 + 2 * pad), (east - west) * (1 + 2 * pad) * squeeze * height / width)
    span = min(span, 360.0 * height / width)
    scale = height / span
    across = width / scale / squeeze
    centre = (west + east) / 2
    shown = (centre - across / 2, middle - span / 2, centre + across / 2, middle + span / 2)
    return Projection(area=shown, width=width, height=height, scale=scale, squeeze=squeeze)


def _around(points: Sequence[tuple[float, float]]) -> Area:
    if not points:
        return (-170.0, -60.0, 170.0, 75.0)
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return (min(lons), min(lats), max(lons), max(lats))


def scale_bar(projection: Projection) -> tuple[int, float]:
    """A round number of kilometres and its length in units, about a sixth of the width."""
    wanted = projection.width / 6 / projection.length(1)
    power = 10.0 ** math.floor(math.log10(wanted)) if wanted > 1 else 1.0
    km = max(k for k in (power, 2 * power, 5 * power) if k <= max(wanted, power))
    return round(km), projection.length(km)
