"""A facet's value in the words an analyst would type for it: what `review.values` reads back."""

from collections.abc import Mapping
from typing import Any

from truceline.model.plain import to_plain


def typed_words(value: Any) -> str:
    """A facet's normal form as it would be typed: "at least 62 civilians", "2016-09-19", "Harun @ 36.2, 37.1"."""
    plain = to_plain(value)
    if not isinstance(plain, Mapping):
        return ", ".join(map(str, plain)) if isinstance(plain, list) else "" if plain is None else str(plain)
    if "comparator" in plain:
        group = plain.get("group")
        return _range(plain) + (f" {group}" if group and group != "unknown" else "")
    if "name" in plain:
        point = f" @ {plain['lat']}, {plain['lon']}" if plain.get("lat") is not None else ""
        return f"{plain['name']}{point}"
    return _time(plain)


def _range(value: Mapping[str, Any]) -> str:
    low, high = value.get("low"), value.get("high")
    if low is None or high is None:
        stated = f"at least {low}" if low is not None else f"up to {high}" if high is not None else value.get("text")
        return str(stated or "")
    if low != high:
        return f"{low}-{high}"
    return f"about {low}" if value["comparator"] == "~" else str(low)


def _time(value: Mapping[str, Any]) -> str:
    first, last = value.get("earliest"), value.get("latest")
    if not first or not last:
        return str(value.get("edtf") or first or last or "")
    return str(first) if first == last else f"{first}/{last}"
