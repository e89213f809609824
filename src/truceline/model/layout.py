"""Layouts of event tables: which column says what, and what its codes mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorColumn:
    """A column that names an actor, and as what: facet `actor`, `target` or `responsibility`.

    `polarity` "open": took part, and the table does not say as what.
    """

    column: str
    facet: str
    certainty: str = "stated"
    polarity: str = "affirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyColumns:
    """Columns of one casualty range; `best` alone is an exact number, `low` and `high` bound it."""

    facet: str
    group: str = "unknown"
    low: str | None = None
    best: str | None = None
    high: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One table's columns by role; roles are listed in `docs/guide/tables.md`.

    `requires` are the columns by which the header is recognised. `types` gives our event type for a value of the `type`
    columns, `default_type` for all others; `date_precision` a granularity and `place_precision` a level of precision
    for the table's own codes.
    """

    name: str
    title: str
    publisher: str
    requires: tuple[str, ...]
    columns: Mapping[str, str]
    types: Mapping[str, str] = field(default_factory=dict)
    default_type: str = "other"
    date_format: str | None = None
    """How the table writes days, as `strptime` has it: "%d/%m/%Y"; None for ways that can be told from a cell."""
    date_precision: Mapping[str, str] = field(default_factory=dict)
    place_precision: Mapping[str, str] = field(default_factory=dict)
    default_place_precision: str | None = None
    actors: tuple[ActorColumn, ...] = ()
    actor_names: Mapping[str, str] = field(default_factory=dict)
    """How the table words names that others word otherwise: "Military Forces of {}" as "{} military"."""
    casualties: tuple[CasualtyColumns, ...] = ()
    joined_by: str = ";"
    """What separates several sources in one cell."""
