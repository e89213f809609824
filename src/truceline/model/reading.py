"""A reading: everything one reader version found in one document (contract `truceline.reading/1`)."""

from dataclasses import dataclass, field
from typing import Literal

from truceline.model.account import Account, ReportedIncident
from truceline.model.actor import ActorMention
from truceline.model.amount import Quantity
from truceline.model.claim import Claim
from truceline.model.draft import Draft
from truceline.model.place import Place, PlaceMention
from truceline.model.plain import INNER
from truceline.model.problem import Problem
from truceline.model.span import Span
from truceline.model.when import Published, TimeMention

CitationKind = Literal["article", "video", "post", "document"]
READING_SCHEMA = "truceline.reading/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One in-text marker or hyperlink; `covers` are the words it stands behind."""

    id: str
    marker: str | None
    start: int
    end: int
    url: str | None
    outlet: str | None
    kind: CitationKind
    covers: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One line of the document's own reference list."""

    marker: str
    start: int
    end: int
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a document says of itself."""

    id: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None
    author: str | None = None
    places: tuple[Place, ...] = ()
    """Settlements that the title and the web address name, and the city of a named area that is one city: no spans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A language model whose proposals the reading holds: its name, the address's host, and the prompt's version."""

    model: str
    host: str
    prompt: str

    @property
    def extractor(self) -> str:
        """The mark that every account it proposed bears."""
        return f"{self.model} at {self.host}, prompt {self.prompt}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Which reader made the reading; `weights` are SHA-256 of the learned parts, none for rules alone."""

    name: str
    version: str
    weights: tuple[str, ...] = ()
    asked: Asked | None = None
    """None where no model was asked, as always unless a user switches it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything found in one document; each stage returns it with its own part filled in.

    Invariants: every span slices `text`; sentences are in order and do not overlap; ids are unique within the reading.
    A document that could not be read has `text` None and its Problem.
    """

    schema: str = READING_SCHEMA
    document: Document
    reader: Reader
    text: str | None
    sentences: tuple[Span, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    accounts: tuple[Account, ...] = ()
    incidents: tuple[ReportedIncident, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    drafts: tuple[Draft, ...] | None = field(default=None, metadata={INNER: True})
    """What the learned reader proposes as happenings, None where none looked; recounting takes it up."""

    @property
    def prose(self) -> str:
        """The text, empty where the document could not be read."""
        return self.text or ""
