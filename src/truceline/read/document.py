"""One record in, one reading out: mentions and claims, each on its words; nothing resolved yet."""

import hashlib
from dataclasses import replace

from truceline.model.problem import Problem
from truceline.model.reading import Document, Reader, Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.read.actors.find import find_actors
from truceline.read.citations import find_citations
from truceline.read.claims.find import find_claims
from truceline.read.dateline import find_dateline
from truceline.read.kit import ReadKit
from truceline.read.language import READ_LANGUAGES, find_language, language_unsupported
from truceline.read.places.find import find_places
from truceline.read.quantities import find_quantities
from truceline.read.tables.rows import read_row
from truceline.read.times.tag import find_times
from truceline.text.sentences import split_sentences

READER = Reader(name="truceline-rules", version="1")
"""What reads with rules alone: table rows, and texts where no weights are installed."""


def read_document(record: Record, kit: ReadKit, settings: Settings) -> Reading:
    """Sentences, citations, dateline, times, places, quantities, actors and claims of one record.

    A record without text gives a reading that holds its Problems alone; one in another language keeps its text, unread.
    """
    if record.text is None:
        return unread(record)
    if record.row is not None:
        return read_row(record, kit, READER)
    language = find_language(record.text)
    if language not in READ_LANGUAGES:
        return unread(record, language_unsupported(record.where, language), language)
    return _read_text(record, record.text, language, kit, settings)


def unread(record: Record, problem: Problem | None = None, language: str | None = None) -> Reading:
    """The record's reading with its text as it is and its Problems, nothing read."""
    return Reading(
        document=_document(record, language),
        reader=READER,
        text=record.text,
        problems=record.problems if problem is None else (*record.problems, problem),
    )


def _document(record: Record, language: str | None) -> Document:
    return Document(
        id=record.id,
        sha256=hashlib.sha256(record.data).hexdigest(),
        title=record.title,
        publisher=record.publisher,
        url=record.url,
        language=language,
        author=record.author,
    )


def _read_text(record: Record, text: str, language: str | None, kit: ReadKit, settings: Settings) -> Reading:
    sentences = split_sentences(text)
    citations, references = find_citations(text, sentences, record.links, kit.domains)
    published, undated = find_dateline(record, references, settings, kit.times)
    times = find_times(text, sentences, published, kit.times)
    actors = find_actors(text, sentences, kit.actors.at(published))
    reading = Reading(
        document=replace(_document(record, language), published=published),
        reader=_reader(kit),
        text=text,
        sentences=sentences,
        citations=citations,
        references=references,
        actors=actors,
        places=find_places(text, sentences, actors, record.given_places, kit.places, title=record.title),
        times=times,
        quantities=find_quantities(text, sentences, times, kit.numbers),
        problems=(*record.problems, *undated),
    )
    claims, sight = find_claims(reading, kit.claims, settings.claim_threshold)
    return replace(reading, claims=claims, drafts=sight.drafts if sight else None)


def _reader(kit: ReadKit) -> Reader:
    """The reader with its learned parts, so that a reading tells which weights it came from."""
    extractor = kit.claims.extractor
    return READER if extractor is None else replace(READER, name="truceline", weights=extractor.weights)
