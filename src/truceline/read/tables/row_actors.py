"""Who a row names: each actor column by the role its layout gives it, never more than that."""

import re
from typing import TYPE_CHECKING, cast

from truceline.model.account import Certainty, Facet, FacetName
from truceline.model.actor import ActorMention
from truceline.model.span import Span
from truceline.read.actors.find import find_actors
from truceline.read.kit import ReadKit
from truceline.read.tables.cells import Cell, Cells
from truceline.text.fold import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = re.compile(r"[^;]+")
_YEARS = re.compile(r"\s*\(\d{4}-(?:\d{4})?\)$")
"""ACLED's regimes: "Military Forces of Syria (2000-2024)"."""
_NOBODY = re.compile(r"(?:unidentified|unknown|unspecified)\b", re.IGNORECASE)


def row_actors(text: str, cells: Cells, kit: ReadKit) -> tuple[tuple[Facet, ...], tuple[ActorMention, ...]]:
    """Actor facets and mentions; several names in one cell are parted by ";"."""
    facets: list[Facet] = []
    mentions: dict[Span, ActorMention] = {}
    for column in cells.layout.actors:
        cell = cells.column(column.column)
        for span in _names(cell) if cell else ():
            mention = mentions.setdefault(span, name_actor(text, span, kit))
            facets.append(
                Facet(
                    facet=cast("FacetName", column.facet),
                    value=mention.actor or mention.name,
                    text=text[span[0] : span[1]],
                    spans=(span,),
                    certainty=cast("Certainty", column.certainty),
                )
            )
    return tuple(facets), tuple(sorted(mentions.values(), key=lambda m: m.start))


def _names(cell: Cell) -> "Iterator[Span]":
    for match in _NAMES.finditer(cell.text):
        name = _YEARS.sub("", match.group().rstrip())
        start = cell.span[0] + match.start() + len(name) - len(name.lstrip())
        if name.strip():
            yield start, start + len(name.strip())


def name_actor(text: str, span: Span, kit: ReadKit) -> ActorMention:
    """The mention of a whole name: as the registry knows it, else a new actor of that name."""
    name = text[span[0] : span[1]]
    for mention in find_actors(name, ((0, len(name)),), kit.actors):
        if mention.end - mention.start >= 0.6 * len(name):  # a part of the name alone may be another body
            return ActorMention(
                start=span[0],
                end=span[1],
                actor=mention.actor,
                name=mention.name,
                label_only=mention.label_only,
            )
    label = bool(_NOBODY.match(name))
    own = None if label else "x-" + fold_name(name).replace(" ", "-")
    return ActorMention(start=span[0], end=span[1], actor=own, name=name, label_only=label)
