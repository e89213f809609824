"""Readings made by hand for recounting: text, claims named by their words, and nothing else assumed."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from truceline.model.claim import Act, Claim
from truceline.model.reading import Document, Reader, Reading
from truceline.model.settings import Settings
from truceline.model.span import Span
from truceline.read.quantities import find_quantities
from truceline.recount.incidents import recount_incidents
from truceline.recount.kit import RecountKit, load_recount_kit
from truceline.runners.local import data_folder
from truceline.text.sentences import split_sentences

Recount = Callable[..., Reading]


@pytest.fixture(scope="session")
def kit() -> RecountKit:
    return load_recount_kit(data_folder())


@pytest.fixture(scope="session")
def recount(kit: RecountKit) -> Recount:
    def run(text: str, claims: Sequence[Claim] = (), title: str | None = None, **parts: object) -> Reading:
        sentences = split_sentences(text)
        reading = Reading(
            document=Document(id="d", sha256="0", title=title),
            reader=Reader(name="test", version="1"),
            text=text,
            sentences=sentences,
            quantities=find_quantities(text, sentences, (), kit.numbers),
            claims=tuple(claims),
        )
        return recount_incidents(replace(reading, **parts), kit, Settings())  # type: ignore[arg-type]

    return run


def span(text: str, words: str) -> Span:
    """Where `words` stand in `text`."""
    at = text.index(words)
    return at, at + len(words)


def made_claim(text: str, source: str, cue: str, content: str, act: Act = "asserts") -> Claim:
    """A claim named by its words; its teller is the source in lower case."""
    return Claim(
        id="c-" + source.lower().replace(" ", "-"),
        source=(span(text, source),),
        cue=(span(text, cue),),
        content=(span(text, content),),
        speech="indirect",
        act=act,
        source_kind="institution",
        tellers=(source.lower(),),
    )


@pytest.fixture(scope="session")
def claim() -> Callable[..., Claim]:
    return made_claim
