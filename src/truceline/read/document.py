"""One record in, one reading out: mentions and claims, each on its words; nothing resolved yet."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.actor import ActorMention
from truceline.model.place import PlaceMention
from truceline.model.problem import Problem
from truceline.model.reading import Citation, Document, Reader, Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.model.span import Span, blanked, overlap
from truceline.read.actors.find import find_actors
from truceline.read.citations import find_citations
from truceline.read.claims.find import find_claims
from truceline.read.dateline import find_dateline
from truceline.read.heading import byline, headline
from truceline.read.kit import ReadKit
from truceline.read.laid_tables import find_tables, tables_unread
from truceline.read.language import READ_LANGUAGES, find_language, language_unsupported
from truceline.read.own_states import with_own_states
from truceline.read.places.bodies import without_bodies, without_publisher
from truceline.read.places.find import find_places
from truceline.read.publisher import printed_publisher
from truceline.read.quantities import find_quantities
from truceline.read.tables.rows import read_row
from truceline.read.tables.taken import is_kept_table
from truceline.read.times.tag import find_times
from truceline.text.sentences import split_sentences

READER = Reader(name="truceline-rules", version="1")
"""What reads with rules alone: table rows, and texts where no weights are installed."""


def read_document(record: Record, kit: ReadKit, settings: Settings) -> Reading:
    """Sentences, citations, dateline, times, places, quantities, actors and claims of one record.

    A record without text gives a reading that holds its Problems alone; one in another language keeps its text, unread.
    """
    record = with_publisher(record, settings)
    if record.text is None:
        return unread(record)
    if record.row is not None:
        return read_row(record, kit, READER)
    if is_kept_table(record.problems):
        return unread(record)  # cells are no sentences
    language = find_language(record.text)
    if language not in READ_LANGUAGES:
        return unread(record, language_unsupported(record.where, language), language)
    return _read_text(record, record.text, language, kit, settings)


def with_publisher(record: Record, settings: Settings) -> Record:
    """The record with the publisher that the settings name, where it carries none."""
    return replace(record, publisher=settings.publisher) if settings.publisher and not record.publisher else record


def with_given(record: Record, settings: Settings) -> Record:
    """The record with the publisher and the day that the settings name beside what it carries: to be kept so."""
    return replace(with_publisher(record, settings), published=record.published or settings.published)


def unread(record: Record, problem: Problem | None = None, language: str | None = None) -> Reading:
    """The record's reading with its text as it is and its Problems, nothing read."""
    return Reading(
        document=_document(record, language),
        reader=READER,
        text=record.text,
        problems=record.problems if problem is None else (*record.problems, problem),
    )


def _document(record: Record, language: str | None) -> Document:
    text = record.text or ""
    return Document(
        id=record.id,
        sha256=hashlib.sha256(record.data).hexdigest(),
        title=record.title or headline(text),
        publisher=record.publisher,
        url=record.url,
        language=language,
        author=record.author or byline(text),
    )


def _read_text(record: Record, text: str, language: str | None, kit: ReadKit, settings: Settings) -> Reading:
    sentences = split_sentences(text)
    citations, references = find_citations(text, sentences, record.links, kit.domains)
    published, undated = find_dateline(record, references, settings, kit.times)
    listed, tables = [(r.start, r.end) for r in references], find_tables(text)
    # titles in a list of references and cells of a table tell of nothing here, and a round marker is no number
    told = blanked(text, [*listed, *tables, *_round_markers(text, citations)])
    sentences = tuple(s for s in sentences if not any(overlap(s, aside) for aside in (*listed, *tables)))
    times = find_times(told, sentences, published, kit.times)
    registry = kit.actors.at(published)
    actors = with_own_states(told, find_actors(told, sentences, registry), registry.actors)
    # where a site is known it put the document out, whosever words it prints
    publisher = record.publisher or (None if record.url else printed_publisher(told, registry, record.title))
    reading = Reading(
        document=replace(_document(record, language), published=published, publisher=publisher),
        reader=_reader(kit),
        text=told,
        sentences=sentences,
        citations=citations,
        references=references,
        actors=actors,
        places=without_publisher(_places(told, sentences, actors, record, kit), publisher),
        times=times,
        quantities=find_quantities(told, sentences, times, kit.numbers),
        problems=(*record.problems, *undated, *tables_unread(record.where, text, tables)),
    )
    claims, sight = find_claims(reading, kit.claims, settings.claim_threshold)
    return replace(reading, text=text, claims=claims, drafts=sight.drafts if sight else None)


def _places(
    text: str, sentences: tuple[Span, ...], actors: tuple[ActorMention, ...], record: Record, kit: ReadKit
) -> tuple[PlaceMention, ...]:
    found = find_places(text, sentences, actors, record.given_places, kit.places, title=record.title)
    return found if record.given_places is not None else without_bodies(text, found, kit.actors, kit.gazetteer)


def _round_markers(text: str, citations: Sequence[Citation]) -> list[Span]:
    """Markers that could be read as numbers: "killed 99(2)"."""
    return [(c.start, c.end) for c in citations if c.marker is not None and text[c.start] == "("]


def _reader(kit: ReadKit) -> Reader:
    """The reader with its learned parts, so that a reading tells which weights it came from."""
    extractor = kit.claims.extractor
    return READER if extractor is None else replace(READER, name="truceline", weights=extractor.weights)
