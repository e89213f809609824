"""Readings with what a language model proposes beside them, where a user switched that on."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Protocol

from truceline.model.reading import Asked, Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.recount.asked.kit import AskKit, load_ask_kit
from truceline.recount.asked.merge import merge_answer, with_problem
from truceline.recount.asked.prompt import Messages, messages_for
from truceline.runners.chat import ChatError
from truceline.runners.local import data_folder, read_records
from truceline.runners.own import Own

Propose = Callable[[Reading], Reading]
"""A reading with what a model proposes beside it; as it was, with a Problem, where the model gives nothing."""


class Model(Protocol):
    """A language model that can be asked."""

    @property
    def model(self) -> str:
        """Its name."""
        ...

    @property
    def host(self) -> str:
        """Where it is."""
        ...

    def ask(self, messages: Messages, /) -> str:
        """Its answer. Raises ChatError."""
        ...


def proposer(model: Model) -> Propose:
    """What asks a model about one reading at a time."""
    kit = _kit()
    asked = Asked(model=model.model, host=model.host, prompt=kit.version)

    def propose(reading: Reading) -> Reading:
        characters = len(reading.prose)
        if characters > kit.most_characters:
            message = f"{asked.extractor}: not asked, the text has {characters} characters"
            return with_problem(reading, "model_text_too_long", message, "split the document")
        try:
            answer = model.ask(messages_for(reading, kit))
        except ChatError as error:
            return with_problem(reading, error.code, f"{asked.extractor}: {error.message}", error.mend)
        return merge_answer(reading, answer, asked, kit)

    return propose


@cache
def _kit() -> AskKit:
    return load_ask_kit(data_folder())


def read_and_ask(records: Iterable[Record], settings: Settings, own: Own, propose: Propose | None) -> Iterator[Reading]:
    """Readings of the records, in their order; a model is asked about texts that were read, never about table rows."""
    if propose is None:
        yield from read_records(records, settings, own)
        return
    are_texts: deque[bool] = deque()

    def drawn() -> Iterator[Record]:
        for record in records:
            are_texts.append(record.row is None)
            yield record

    for reading in read_records(drawn(), settings, own):
        yield propose(reading) if are_texts.popleft() and reading.sentences else reading
