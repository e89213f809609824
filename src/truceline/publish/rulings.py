"""What a ruling set, in words; the same in the terminal and on the pages."""

from collections.abc import Mapping
from typing import Any

from truceline.model.decision import Decision
from truceline.publish.speaking import ACTS, KINDS, REACHES
from truceline.publish.words import FACETS, say_value, spaced

_SAYS = {"affirmed": "", "denied": "denied", "open": "left open"}
_WORDS: tuple[tuple[str, str, Mapping[Any, str]], ...] = (
    ("name", "may be named", {}),
    ("publisher", "published by", {}),
    ("speaker", "speaker", {}),
    ("source_kind", "kind of source", KINDS),
    ("act", "act", ACTS),
    ("reaches", "about", REACHES),
)
"""A value's key, what it is called, and its words where it is one of a list."""


def say_set(decision: Decision, names: Mapping[str, str]) -> str:
    """The values a ruling gave: "Killed: 9; Responsibility: denied"; empty for one that gives none."""
    values: Mapping[str, Any] = decision.values or {}
    kind = [f"kind: {spaced(values['event_type'])}"] if isinstance(values.get("event_type"), str) else []
    said = [f"{called}: {words.get(values[key], values[key])}" for key, called, words in _WORDS if values.get(key)]
    facets = [_say_facet(f, names) for f in values.get("facets") or ()]
    return "; ".join([*kind, *said, *facets])


def _say_facet(facet: Mapping[str, Any], names: Mapping[str, str]) -> str:
    if facet.get("value") is None and facet.get("polarity") in {None, "affirmed"}:
        return f"{FACETS.get(facet['facet'], facet['facet'])}: not said"
    value = "" if facet.get("value") is None else say_value(facet["value"], names)
    told = " ".join(part for part in (_SAYS.get(str(facet.get("polarity")), ""), value) if part)
    return f"{FACETS.get(facet['facet'], facet['facet'])}: {told}"
