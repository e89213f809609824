"""Military grid references (MGRS on WGS 84) to latitude and longitude."""

import math
import re
from dataclasses import dataclass

_A, _F, _SCALE = 6378137.0, 1 / 298.257223563, 0.9996
_N = _F / (2 - _F)
_RADIUS = _A / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_ALPHA = (_N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16, 13 * _N**2 / 48 - 3 * _N**3 / 5, 61 * _N**3 / 240)
_BETA = (_N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96, _N**2 / 48 + _N**3 / 15, 17 * _N**3 / 480)
_DELTA = (2 * _N - 2 * _N**2 / 3 - 2 * _N**3, 7 * _N**2 / 3 - 8 * _N**3 / 5, 56 * _N**3 / 15)
_BANDS = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_ROWS = ("ABCDEFGHJKLMNPQRSTUV", "FGHJKLMNPQRSTUVABCDE")
_CYCLE = 2_000_000
_FALSE_EAST, _FALSE_NORTH = 500_000, 10_000_000
REFERENCE = re.compile(
    r"\b(?P<zone>0?[1-9]|[1-5]\d|60)\s?(?P<band>[C-HJ-NP-X])\s?(?P<column>[A-HJ-NP-Z])(?P<row>[A-HJ-NP-V])\s?"
    r"(?P<digits>\d{10}|\d{8}|\d{6}|\d{4}|\d{5}\s\d{5}|\d{4}\s\d{4}|\d{3}\s\d{3}|\d{2}\s\d{2})\b"
)
"""A reference as it is printed, of one kilometre or finer."""


@dataclass(frozen=True, slots=True)
class GridSquare:
    """Middle of the square a reference names, in degrees, and its side in metres."""

    lat: float
    lon: float
    side_m: float


def read_reference(m: re.Match[str]) -> GridSquare | None:
    """The square of a match of REFERENCE; None where no such square exists."""
    zone, digits = int(m["zone"]), re.sub(r"\s", "", m["digits"])
    half = len(digits) // 2
    side = 10.0 ** (5 - half)
    columns, rows = _COLUMNS[(zone - 1) % 3], _ROWS[(zone - 1) % 2]
    if m["column"] not in columns:
        return None
    east = (columns.index(m["column"]) + 1) * 100_000 + (int(digits[:half]) + 0.5) * side
    north = rows.index(m["row"]) * 100_000 + (int(digits[half:]) + 0.5) * side
    south = _BANDS.index(m["band"]) * 8 - 80
    lowest = _northing(south) + (0 if south >= 0 else _FALSE_NORTH) - 100_000
    while north < lowest:
        north += _CYCLE
    lat, lon = utm_to_degrees(zone, east, north if south >= 0 else north - _FALSE_NORTH)
    wide = 3 + 1 / math.cos(math.radians(lat))
    exists = south - 1 <= lat <= south + 13 and abs(lon - (zone * 6 - 183)) <= wide
    return GridSquare(lat, lon, side) if exists else None


def utm_to_degrees(zone: int, east: float, north: float) -> tuple[float, float]:
    """Latitude and longitude of a UTM point; `north` is counted from the equator, negative south of it.

    Krüger's series to the third order (Karney 2011): right to a millimetre within a zone.
    """
    xi, eta = north / (_SCALE * _RADIUS), (east - _FALSE_EAST) / (_SCALE * _RADIUS)
    terms = list(enumerate(_BETA, 1))
    x = xi - sum(b * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, b in terms)
    y = eta - sum(b * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, b in terms)
    chi = math.asin(math.sin(x) / math.cosh(y))
    lat = chi + sum(d * math.sin(2 * j * chi) for j, d in enumerate(_DELTA, 1))
    lon = math.atan2(math.sinh(y), math.cos(x))
    return math.degrees(lat), math.degrees(lon) + zone * 6 - 183


def _northing(lat: float) -> float:
    """Metres from the equator along the central meridian, to the third order."""
    phi = math.radians(lat)
    e = 2 * math.sqrt(_N) / (1 + _N)
    t = math.sinh(math.atanh(math.sin(phi)) - e * math.atanh(e * math.sin(phi)))
    xi = math.atan(t)
    return _SCALE * _RADIUS * (xi + sum(a * math.sin(2 * j * xi) for j, a in enumerate(_ALPHA, 1)))
