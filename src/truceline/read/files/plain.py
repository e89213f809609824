"""Plain text: the decoded input, unchanged."""

from truceline.model.record import File, Record
from truceline.read.files.decode import decode_text
from truceline.read.files.unreadable import problem


def extract_plain(file: File) -> tuple[Record, ...]:
    """One record whose text is the file's, to the character."""
    decoded = decode_text(file.data)
    problems = () if decoded.guessed is None else (problem(file.name, "encoding_guessed", decoded.guessed),)
    return (Record(id=file.name, where=file.name, data=file.data, text=decoded.text, problems=problems),)
