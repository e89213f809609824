"""Who a row names: each actor column by the role its layout gives it, never more than that."""

import re
from collections.abc import Iterator, Mapping
from typing import cast

from truceline.model.account import Certainty, Facet, FacetName, Polarity
from truceline.model.actor import ActorMention
from truceline.model.span import Span
from truceline.read.actors.find import find_actors
from truceline.read.kit import ReadKit
from truceline.read.tables.cells import Cell, Cells
from truceline.text.fold import fold_name

_NAMES = re.compile(r"[^;]+")
_YEARS = re.compile(r"\s*\(\d{4}-(?:\d{4})?\)$")
"""ACLED's regimes: "Military Forces of Syria (2000-2024)"."""
_COUNTRY = re.compile(r"\s*\([^()]*\)$")
_NOT_TOLD = re.compile(
    r"unknown|unidentified|unspecified|undetermined|not (?:known|named|stated)|n/?[ak]|none|[-–—?]+", re.IGNORECASE
)
"""What a cell holds where nobody is named."""
_NOBODY = re.compile(r"(?:unidentified|unknown|unspecified|civilians?)\b", re.IGNORECASE)


def row_actors(text: str, cells: Cells, kit: ReadKit) -> tuple[tuple[Facet, ...], tuple[ActorMention, ...]]:
    """Actor facets and mentions; several names in one cell are parted by ";"."""
    facets: list[Facet] = []
    mentions: dict[Span, ActorMention] = {}
    for column in cells.layout.actors:
        cell = cells.column(column.column)
        for span in _names(cell) if cell else ():
            mention = mentions.setdefault(span, name_actor(text, span, kit, cells.layout.actor_names))
            facets.append(
                Facet(
                    facet=cast("FacetName", column.facet),
                    value=mention.actor or mention.name,
                    text=text[span[0] : span[1]],
                    spans=(span,),
                    certainty=cast("Certainty", column.certainty),
                    polarity=cast("Polarity", column.polarity),
                )
            )
    return tuple(facets), tuple(sorted(mentions.values(), key=lambda m: m.start))


def _names(cell: Cell) -> Iterator[Span]:
    for match in _NAMES.finditer(cell.text):
        name = _YEARS.sub("", match.group().rstrip())
        start = cell.span[0] + match.start() + len(name) - len(name.lstrip())
        if name.strip() and not _NOT_TOLD.fullmatch(name.strip()):
            yield start, start + len(name.strip())


def name_actor(text: str, span: Span, kit: ReadKit, known_as: Mapping[str, str] | None = None) -> ActorMention:
    """The mention of a whole name: as the registry knows it, else a new actor of that name.

    `known_as` words a table's own manner of naming as the registry does.
    """
    name = text[span[0] : span[1]]
    bare = _COUNTRY.sub("", name)
    if _NOBODY.match(name):
        return ActorMention(start=span[0], end=span[1], actor=None, name=name, label_only=True)
    for worded in (bare, *_reworded(bare, known_as or {})):
        for m in find_actors(f"{worded}\n{text}", ((0, len(worded)),), kit.actors):  # the row says where in the world
            if m.end - m.start == len(worded):  # a part of the name alone may be another body
                return ActorMention(start=span[0], end=span[1], actor=m.actor, name=m.name, label_only=m.label_only)
    own = "x-" + fold_name(bare).replace(" ", "-")
    return ActorMention(start=span[0], end=span[1], actor=own, name=bare, label_only=False)


def _reworded(name: str, known_as: Mapping[str, str]) -> Iterator[str]:
    for theirs, ours in known_as.items():
        before, _, after = theirs.partition("{}")
        if name.startswith(before) and name.endswith(after):
            yield ours.format(name[len(before) : len(name) - len(after)])
