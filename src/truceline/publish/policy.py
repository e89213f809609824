"""The disclosure policy as data: per category, how coarse, how late or whether at all a position leaves."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from truceline.model.problem import Problem

_FIELDS = ("mask_printed_coordinates", "protected_names", "withhold_private_names", "allowed_names", "category")
_OF_A_CATEGORY = ("words", "types", "coarsen_km", "delay_days", "withhold", "mask_names")
"""A misspelt field must not pass for none: what it was meant to hold back would leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One category: what falls under it, and what is done to its positions. Kilometres; days since the incident."""

    name: str
    words: re.Pattern[str] | None
    types: frozenset[str]
    coarsen_km: float
    delay_days: int
    withhold: bool
    named: re.Pattern[str] | None = None
    """Names of such places in quoted words ("Old Mill Hospital"): groups `before` (an article) and `kind`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """All categories; whether printed coordinates are masked in quoted words; names that never leave.

    `withhold_private_names`: whether names leave by an allow-list alone, to which `allowed_names` add.
    """

    categories: tuple[Category, ...]
    mask_printed_coordinates: bool
    protected_names: tuple[str, ...]
    withhold_private_names: bool = True
    allowed_names: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[re.Pattern[str], ...]:
        """What the names of places look like that stay out of quoted words, over all categories."""
        return tuple(c.named for c in self.categories if c.named is not None)


def parse_policy(text: str, name: str) -> tuple[Policy | None, tuple[Problem, ...]]:
    """Policy of a TOML text, None with its Problem where it cannot be used."""
    try:
        return _policy(tomllib.loads(text)), ()
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        problem = Problem(
            stage="publish",
            where=name,
            code="policy_wrong",
            message=f"the disclosure policy cannot be used ({error})",
            mend="start from the one documented in docs/guide/disclosure.md",
        )
        return None, (problem,)


def _policy(data: Mapping[str, Any]) -> Policy:
    _check_fields(data, _FIELDS, "the policy")
    return Policy(
        categories=tuple(_category(key, c) for key, c in data["category"].items()),
        mask_printed_coordinates=bool(data.get("mask_printed_coordinates", True)),
        protected_names=_listed(data, "protected_names"),
        withhold_private_names=_yes(data, "withhold_private_names"),
        allowed_names=_listed(data, "allowed_names"),
    )


def _check_fields(found: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    if stray := [name for name in found if name not in known]:
        raise ValueError(f"{where} has no field {', '.join(stray)}; it has: {', '.join(known)}")


def _listed(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Names of a list; TypeError where one name stands without it, whose letters would be taken for names."""
    found = data.get(name, [])
    if not isinstance(found, list):
        raise TypeError(f"{name} is a list of names")
    return tuple(str(n) for n in found)


def _yes(data: Mapping[str, Any], name: str) -> bool:
    found = data.get(name, True)
    if not isinstance(found, bool):
        raise TypeError(f"{name} is true or false")
    return found


def _category(name: str, fields: Mapping[str, Any]) -> Category:
    _check_fields(fields, _OF_A_CATEGORY, f"category {name}")
    words = "|".join(re.escape(w) for w in sorted(fields.get("words", ()), key=len, reverse=True))
    return Category(
        name=name,
        words=re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None,
        types=frozenset(fields.get("types", ())),
        coarsen_km=float(fields.get("coarsen_km", 0)),
        delay_days=int(fields.get("delay_days", 0)),
        withhold=bool(fields.get("withhold", False)),
        named=_named(fields.get("mask_names", ())),
    )


def _named(kinds: Sequence[str]) -> re.Pattern[str] | None:
    """One to five capitalised words before a kind's word; the words of the kind may be capitals too."""
    if not kinds:
        return None
    listed = "|".join(re.escape(w) for w in sorted(kinds, key=len, reverse=True))
    plain = (
        r"(?!(?:The|A|An|In|At|On|Near|His|Her|Their|Its|One|Two|Three|This|That|Each|Every|No|Some|Many|Several)\b)"
    )
    word = plain + r"(?:(?:[a-z]{2}[-‑])?[A-Z][\w'’.-]*)"
    joint = r"(?:\s+|\s+(?:of|al|el|bin|the|and)\s+)"
    opening = r"(?P<before>\b(?:The|A|An|In|At|On|Near|Outside|Inside)\s+)?"
    return re.compile(rf"{opening}\b{word}(?:{joint}{word}){{0,4}}?\s+(?P<kind>(?i:{listed}))\b")
