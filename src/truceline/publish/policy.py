"""The disclosure policy as data: per category, how coarse, how late or whether at all a position leaves."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from truceline.model.problem import Problem

_FIELDS = ("mask_printed_coordinates", "protected_names", "category")
_OF_A_CATEGORY = ("words", "types", "coarsen_km", "delay_days", "withhold")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """All categories; whether printed coordinates are masked in quoted words; names that never leave."""

    categories: tuple[Category, ...]
    mask_printed_coordinates: bool
    protected_names: tuple[str, ...]


def parse_policy(text: str, name: str) -> tuple[Policy | None, tuple[Problem, ...]]:
    """Policy of a TOML text, None with its Problem where it cannot be used."""
    try:
        data = tomllib.loads(text)
        _check_fields(data, _FIELDS, "the policy")
        categories = tuple(_category(key, c) for key, c in data["category"].items())
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        problem = Problem(
            stage="publish",
            where=name,
            code="policy_wrong",
            message=f"the disclosure policy cannot be used ({error})",
            mend="start from the one documented in docs/guide/disclosure.md",
        )
        return None, (problem,)
    return (
        Policy(
            categories=categories,
            mask_printed_coordinates=bool(data.get("mask_printed_coordinates", True)),
            protected_names=tuple(str(n) for n in data.get("protected_names", ())),
        ),
        (),
    )


def _check_fields(found: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    if stray := [name for name in found if name not in known]:
        raise ValueError(f"{where} has no field {', '.join(stray)}; it has: {', '.join(known)}")


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
    )
