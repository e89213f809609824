"""Rows of event tables to readings: one account of the table's publisher, each facet on its cells."""

import hashlib
from dataclasses import replace
from typing import cast

from truceline.model.account import Account, EventType, Facet, ReportedIncident
from truceline.model.layout import Layout
from truceline.model.place import Place
from truceline.model.plain import to_plain
from truceline.model.problem import Problem
from truceline.model.reading import Citation, Document, Reader, Reading
from truceline.model.record import Record, Row
from truceline.model.when import Time
from truceline.read.kit import ReadKit
from truceline.read.tables.cells import Cell, Cells
from truceline.read.tables.row_actors import name_actor, row_actors
from truceline.read.tables.row_harm import harm_facets, harm_groups, harm_not_read, harm_total, row_count, row_harm
from truceline.read.tables.row_place import row_place
from truceline.read.tables.row_time import CLOCKED, row_times, times_not_read
from truceline.text.counts import COUNT_FORM, MADE_A_DAY, is_day


def read_row(record: Record, kit: ReadKit, reader: Reader) -> Reading:
    """The reading of one table row, complete: nothing in it is left for later stages to resolve or recount."""
    row, text = record.row, record.text or ""
    assert row is not None and row.layout is not None  # noqa: PT018  # a record with a row has both
    cells = Cells(row, row.layout)
    time, times = row_times(cells)
    kit = replace(kit, actors=kit.actors.at(time))
    place, places = row_place(cells, kit.gazetteer, kit.place_radii)
    actor_facets, actors = row_actors(text, cells, kit)
    harms, citations = row_harm(cells, kit.numbers), _citations(text, cells)
    kind, kind_facets = _type(cells)
    account = Account(
        id="a1",
        incident="i1",
        claim=None,
        tellers=_tellers(record, kit),
        facets=(*kind_facets, *_when_where(cells, place, time), *actor_facets, *harm_facets(text, harms)),
        reader_score=1.0,
    )
    counts = row_count(cells, kit.numbers)
    incident = ReportedIncident(
        key="i1",
        event_type=kind,
        aggregate=bool(counts),
        place=place,
        time=time,
        killed=harm_total(harms, "killed"),
        injured=harm_total(harms, "injured"),
        casualties=harm_groups(harms),
        mentions=tuple(c.span for c in [cells.role("narrative")] if c) or tuple(f.spans[0] for f in account.facets[:1]),
        accounts=("a1",),
    )
    return Reading(
        document=_document(record, row.layout, place, time),
        reader=reader,
        text=text,
        sentences=_lines(text),
        citations=citations,
        actors=actors,
        places=places,
        times=times,
        quantities=counts,
        accounts=(account,),
        incidents=(incident,),
        problems=(*record.problems, *_not_read(record, row, cells, kit)),
    )


def _not_read(record: Record, row: Row, cells: Cells, kit: ReadKit) -> tuple[Problem, ...]:
    """Nothing is lost without a word: cells that hold what nobody understands are named, with sheet, row and column."""
    counts = harm_not_read(cells, kit.numbers)
    wrong = (*times_not_read(cells), *(f'{c.column} "{c.text}"' for c in counts))
    if not wrong:
        return ()
    where = f"{row.at}: " if row.at else ""
    message = f"{where}cells are not understood and stand for nothing: {', '.join(wrong)}."
    days = f" ({MADE_A_DAY})" if any(is_day(c.text) for c in counts) else ""
    mend = (
        f"Write counts as {COUNT_FORM}{days}, days as 2016-09-19 or 19 September 2016 (or have a mapping say how they "
        'are written: date_format = "DD/MM/YYYY"), times as 14:30; leave unknown ones empty. The rest was read.'
    )
    return (Problem(stage="read", where=record.where, code="cell_not_read", message=message, mend=mend),)


def _document(record: Record, layout: Layout, place: Place | None, time: Time | None) -> Document:
    parts = (layout.title, place.name if place else None, time.edtf if time else None)
    return Document(
        id=record.id,
        sha256=hashlib.sha256(record.data).hexdigest(),
        title=record.title or ", ".join(p for p in parts if p),
        publisher=record.publisher,
        url=record.url,
        language="en",
        author=record.author,
    )


def _lines(text: str) -> tuple[tuple[int, int], ...]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(spans)


def _tellers(record: Record, kit: ReadKit) -> tuple[str, ...]:
    if not record.publisher:
        return ()
    named = name_actor(record.publisher, (0, len(record.publisher)), kit)
    return (named.actor or named.name,)


def _type(cells: Cells) -> tuple[EventType, tuple[Facet, ...]]:
    """Our event type for the row's finest type column that is known, on that cell; the layout's default on none."""
    layout = cells.layout
    for cell in (cells.role("type"), cells.role("subtype")):
        known = layout.types.get(cell.text.casefold()) if cell else None
        if cell is not None and known is not None:
            return cast("EventType", known), (_facet("type", known, cell),)
    shown = cells.role("type") or cells.role("subtype")
    default = cast("EventType", layout.default_type)
    return default, (_facet("type", default, shown),) if shown else ()


def _when_where(cells: Cells, place: Place | None, time: Time | None) -> tuple[Facet, ...]:
    facets = []
    named = next((c for r in ("place", "where", "admin2", "admin1", "country") if (c := cells.role(r))), None)
    if place is not None and named is not None:
        facets.append(_facet("place", to_plain(place), named))
    dated = cells.role("date")
    if time is not None and dated is not None:
        cells_of = [dated, *([clock] if (clock := cells.role("time")) and time.granularity in CLOCKED else [])]
        facets.append(_facet("time", to_plain(time), *cells_of))
    return tuple(facets)


def _facet(name: str, value: object, *cells: Cell) -> Facet:
    text, spans = ", ".join(c.text for c in cells), tuple(c.span for c in cells)
    return Facet(facet=name, value=value, text=text, spans=spans)  # type: ignore[arg-type]  # a FacetName


def _citations(text: str, cells: Cells) -> tuple[Citation, ...]:
    """The sources a row names, each behind the whole row."""
    cell = cells.role("sources")
    found, at = [], cell.span[0] if cell else 0
    for part in cell.text.split(cells.layout.joined_by) if cell else ():
        name = part.strip()
        start = text.find(name, at) if name else -1
        if start >= 0:
            found.append((start, start + len(name)))
        at += len(part) + len(cells.layout.joined_by)
    return tuple(_citation(i, text, span) for i, span in enumerate(found, 1))


def _citation(number: int, text: str, span: tuple[int, int]) -> Citation:
    name = text[span[0] : span[1]]
    address = name.startswith(("http://", "https://"))
    return Citation(
        id=f"c{number}",
        marker=None,
        start=span[0],
        end=span[1],
        url=name if address else None,
        outlet=None if address else name,
        kind="document",
        covers=((0, len(text)),),
    )
