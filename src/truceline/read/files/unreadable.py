"""What can be wrong with a file: the codes, what each says, and the way out."""

from truceline.model.problem import Problem
from truceline.model.record import File, Record

UNREADABLE: dict[str, tuple[str, str]] = {
    "empty": ("There is no text in it.", "Check that the file was saved or sent whole."),
    "binary": (
        "It is named as text but holds binary data{}.",
        "Give it the suffix of what it is, or save its text as plain text.",
    ),
    "encrypted": ("It is protected by a password.", "Save a copy without the password and add that copy."),
    "damaged": ("It is damaged or cut short{}.", "Get a whole copy of it from where it came."),
    "scanned_no_text": (
        "Its pages are pictures without text{}.",
        "Run text recognition over it (for instance ocrmypdf) and add the result.",
    ),
    "too_large": ("It is or unpacks to more than is safe to read{}.", "Split it, or save the part you need as text."),
    "timed_out": ("Reading it took too long{}.", "Split it, or save the part you need as text."),
    "format_unknown": (
        "It is not a format that is read{}.",
        "Save it as one of .txt .md .html .pdf .docx .eml .xlsx .csv .jsonl, or leave it out.",
    ),
    "encoding_unknown": ("Its character encoding could not be told.", "Save it as UTF-8."),
    "encoding_guessed": (
        "It is not UTF-8; it was read as {}, a guess.",
        "Look over its names and accents; save it as UTF-8 to be sure.",
    ),
    "words_struck": (
        "Words struck out or deleted in tracked changes were left out{}.",
        "Look at them in the document; where they are to be read, take the marking off and add the document again.",
    ),
    "mail_quoted": (
        "What it quotes of older mails was left out{}.",
        "Add those mails themselves, so that each stands under its own sender and day.",
    ),
    "chat_day_unclear": (
        "The days of this chat could be read two ways ({}): what was written on them has no date.",
        "Write the days in the file as YYYY-MM-DD, or give its day with --published, and add it again.",
    ),
    "not_found": ("There is no such file{}.", "Check the path."),
    "not_opened": ("It could not be opened{}.", "Check who may read it and whether the disk is there."),
    "record_invalid": ("This record cannot be used: {}.", "Mend this record; the others were read."),
    "id_duplicate": (
        "An earlier record of the file has the same id; this one is read as {}.",
        "Give each record an id of its own.",
    ),
    "dct_invalid": (
        "Its day of publication is not a full ISO date and was ignored: {}.",
        "Write it as YYYY-MM-DD.",
    ),
    "places_invalid": (
        "Its list of places was ignored: {}.",
        'Give each place as {{"start": ..., "end": ...}} within the text.',
    ),
    "table_unmapped": (
        "Its columns are of no known event table: {}.",
        (
            "Say in a *.mapping.toml beside it what its columns are (docs/guide/tables.md), or write rows that are"
            " texts (posts, messages) as a .jsonl (docs/guide/reading.md); its text was kept as it is."
        ),
    ),
    "mapping_invalid": (
        "A mapping beside it cannot be used: {}.",
        "Mend the mapping (docs/guide/tables.md) and add the table again; its text was kept as it is.",
    ),
    "row_invalid": ("This row cannot be used: {}.", "Mend this row; the others were read."),
}


class UnreadableError(Exception):
    """One file or record cannot be read; `code` is one of UNREADABLE, `detail` fills its message."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


def problem(where: str, code: str, detail: str = "") -> Problem:
    """A Problem of the reading stage, worded by UNREADABLE."""
    message, mend = UNREADABLE[code]
    if detail and message.endswith("{}."):
        detail = detail if message.endswith((": {}.", "as {}.")) else f" ({detail})"
    return Problem(stage="read", where=where, code=code, message=message.format(detail), mend=mend.format())


def failed(file: File, code: str, detail: str = "") -> Record:
    """A record that keeps the failed file's place: no text, one Problem."""
    return Record(
        id=file.name, where=file.name, data=file.data, text=None, problems=(problem(file.name, code, detail),)
    )
