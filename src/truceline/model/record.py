"""What comes in: files as bytes, and the records (documents or table rows) found in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from truceline.model.layout import Layout
from truceline.model.problem import Problem
from truceline.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One input file: its name as shown to the user, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink of the original, laid over the extracted text."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of an event table, as the publisher's own account.

    `cells` are the original column names and values; `spans` where each stands in the record's text;
    `mapping` names the layout ("acled", "ucdp_ged", "airwars", or the user's own); `layout` says what its columns mean.
    `at` is where it stands in words: "Sheet May, row 12".
    """

    mapping: str
    cells: Mapping[str, str]
    spans: Mapping[str, Span]
    layout: Layout | None = None
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One document to read: its text and what its envelope says.

    `data` are the original bytes of this record (the file's, or the JSONL line's); `given_places` are the spans to
    resolve where the input names them; `dct` is a full ISO date. A document that could not be read keeps its place with
    `text` None and its Problem; one that could be read only in part, or by a guess, has text and problems both.
    """

    id: str
    where: str
    data: bytes
    text: str | None
    title: str | None = None
    dct: str | None = None
    published: str | None = None
    """The day of publication that whoever had it read gave for it (ISO date); `dct` goes before."""
    messages: bool = False
    """Whether it is what somebody wrote in a chat on the day `dct`."""
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    given_places: tuple[Span, ...] | None = None
    links: tuple[Link, ...] = ()
    row: Row | None = None
    problems: tuple[Problem, ...] = ()
