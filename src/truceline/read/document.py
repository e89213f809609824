"""One record in, one reading out: mentions and claims, each on its words; nothing resolved yet."""

import hashlib
from dataclasses import replace

from truceline.model.reading import Document, Reader, Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.read.actors.find import find_actors
from truceline.read.citations import find_citations
from truceline.read.claims.find import find_claims
from truceline.read.dateline import find_dateline
from truceline.read.kit import ReadKit
from truceline.read.language import find_language
from truceline.read.places.find import find_places
from truceline.read.quantities import find_quantities
from truceline.read.times.tag import find_times
from truceline.text.sentences import split_sentences

READER = Reader(name="truceline-rules", version="1")


def read_document(record: Record, kit: ReadKit, settings: Settings) -> Reading:
    """Sentences, citations, dateline, times, places, quantities, actors and claims of one record."""
    text = record.text
    sentences = split_sentences(text)
    citations, references = find_citations(text, sentences, record.links)
    published = find_dateline(record, references, settings)
    times = find_times(text, sentences, published)
    actors = find_actors(text, sentences, kit)
    reading = Reading(
        document=Document(
            id=record.id,
            sha256=hashlib.sha256(record.data).hexdigest(),
            title=record.title,
            publisher=record.publisher,
            url=record.url,
            language=find_language(text),
            published=published,
            author=record.author,
        ),
        reader=READER,
        text=text,
        sentences=sentences,
        citations=citations,
        references=references,
        actors=actors,
        places=find_places(text, sentences, actors, record.given_places, kit),
        times=times,
        quantities=find_quantities(text, sentences, times),
    )
    return replace(reading, claims=find_claims(reading, kit))
