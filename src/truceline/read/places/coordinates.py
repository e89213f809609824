"""Coordinates printed in the text: decimal degrees, and degrees with minutes and seconds."""

import re
from collections.abc import Iterator

from truceline.model.place import PlaceMention

_DECIMAL = re.compile(
    r"(?<![\w.,-])(?P<lat>[-−]?\d{1,2}\.\d{3,8})\s?°?\s?(?P<ns>[NS])?\s?[,;/ ]\s?"
    r"(?P<lon>[-−]?\d{1,3}\.\d{3,8})\s?°?\s?(?P<ew>[EW])?(?![\w.])"
)
_SEXAGESIMAL = re.compile(
    r"""(?<!\w)(?P<d>\d{1,2})\s?°\s?(?P<m>\d{1,2})\s?['′’]\s?(?:(?P<s>\d{1,2}(?:\.\d+)?)\s?(?:["″”]|''))?\s?(?P<ns>[NS])[\s,;]*"""
    r"""(?P<d2>\d{1,3})\s?°\s?(?P<m2>\d{1,2})\s?['′’]\s?(?:(?P<s2>\d{1,2}(?:\.\d+)?)\s?(?:["″”]|''))?\s?(?P<ew>[EW])"""
)
_MINUTE_KM = 1.9


def find_coordinates(text: str) -> Iterator[PlaceMention]:
    """Each printed pair as an exact location; the radius is what its last digit leaves open, 50 m at least."""
    for m in _DECIMAL.finditer(text):
        lat, lon = _signed(m["lat"], m["ns"] == "S"), _signed(m["lon"], m["ew"] == "W")
        digits = min(len(m["lat"].partition(".")[2]), len(m["lon"].partition(".")[2]))
        yield from _mention(m, lat, lon, 111.2 * 10**-digits)
    for m in _SEXAGESIMAL.finditer(text):
        lat = _degrees(m["d"], m["m"], m["s"]) * (-1 if m["ns"] == "S" else 1)
        lon = _degrees(m["d2"], m["m2"], m["s2"]) * (-1 if m["ew"] == "W" else 1)
        yield from _mention(m, lat, lon, _MINUTE_KM if m["s"] is None or m["s2"] is None else _MINUTE_KM / 60)


def _mention(m: re.Match[str], lat: float, lon: float, open_km: float) -> Iterator[PlaceMention]:
    if abs(lat) <= 90 and abs(lon) <= 180:
        yield PlaceMention(
            name=m.group(), start=m.start(), end=m.end(), role="event", lat=round(lat, 6), lon=round(lon, 6),
            radius_km=round(max(0.05, open_km), 3), precision="exact location", confidence=1.0,
        )  # fmt: skip


def _signed(number: str, negative: bool) -> float:
    value = float(number.replace("−", "-"))
    return -value if negative else value


def _degrees(degrees: str, minutes: str, seconds: str | None) -> float:
    return int(degrees) + int(minutes) / 60 + float(seconds or 0) / 3600
