"""Short texts read by the shipped reader, for tests of who says what."""

from truceline.model.claim import Claim
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.read.document import read_document
from truceline.runners.local import local_kit

_KIT = local_kit().read


def claims(text: str) -> tuple[Claim, ...]:
    """The claims of a text of 5 June 2023."""
    record = Record(id="d", where="d.txt", text=text, data=text.encode(), dct="2023-06-05")
    return read_document(record, _KIT, Settings()).claims


def speakers(text: str) -> list[str | None]:
    """Who speaks in each claim that stands in no other, by the name shown."""
    return [c.speaker for c in claims(text) if c.parent is None]
