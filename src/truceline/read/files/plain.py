"""Plain text: the decoded input, unchanged, or the messages of an exported chat."""

from truceline.model.record import File, Record
from truceline.read.files.chats import chat_records
from truceline.read.files.decode import decode_text
from truceline.read.files.unreadable import problem


def extract_plain(file: File) -> tuple[Record, ...]:
    """One record whose text is the file's, to the character; of an exported chat one for each member and day."""
    decoded = decode_text(file.data)
    if chat := chat_records(file, decoded):
        return chat
    problems = () if decoded.guessed is None else (problem(file.name, "encoding_guessed", decoded.guessed),)
    return (Record(id=file.name, where=file.name, data=file.data, text=decoded.text, problems=problems),)
