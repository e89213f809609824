"""E-mail: its text, its attachments as records of their own, its headers as the envelope."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from truceline.model.layout import Layout
from truceline.model.problem import Problem
from truceline.model.record import File, Record
from truceline.read.files.decode import decode_text
from truceline.read.files.html import extract_html
from truceline.read.files.paragraphs import unwrap
from truceline.read.files.senders import is_person
from truceline.read.files.unreadable import UnreadableError, failed, problem

Extract = Callable[[File, Sequence[Layout]], tuple[Record, ...]]
_SIGNATURE = re.compile(r"^-- ?\r?\n", re.MULTILINE)
_OLDER = re.compile(r"^(?:>|On .{5,120} wrote:|-{3,} ?Original Message|From: )", re.MULTILINE)
_QUOTED = re.compile(
    r"(?:^(?:On|Am|Le) [^\n]{5,120}(?:\n[^\n>]{1,80})?:[ \t]*\r?\n(?:[ \t]*\r?\n)?)?(?:^>[^\n]*(?:\n|$))+", re.MULTILINE
)
"""Lines of an older mail, with the line above that says whose they are: "On 10 May 2031, A. Quill wrote:"."""
_DEEPEST = 4
"""Mails within mails; deeper ones are a trap or a loop."""


def extract_eml(file: File, layouts: Sequence[Layout], extract: Extract) -> tuple[Record, ...]:
    """The mail's own text first, then every attachment, read by `extract` under the name "mail.eml/attachment"."""
    if not file.data.strip():
        raise UnreadableError("empty")
    message = message_from_bytes(file.data, policy=policy.default)
    if not any(name in message for name in ("From", "Date", "Subject", "Received")):
        raise UnreadableError("damaged", "it has no mail headers")
    attachments = tuple(_attachments(file, message, layouts, extract))
    try:
        body = _body(file, message)
    except UnreadableError as error:
        if error.code == "empty" and attachments:
            return attachments  # a mail that only carries its attachment is no document of its own
        return (failed(file, error.code, error.detail), *attachments)
    return (_with_envelope(body, message), *attachments)


def _body(file: File, message: EmailMessage) -> Record:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise UnreadableError("empty")
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    if part.get_content_type() == "text/html":
        found = extract_html(File(name=file.name, data=data))[0]
        return replace(found, data=file.data)
    decoded = decode_text(data, part.get_content_charset())
    problems = () if decoded.guessed is None else (problem(file.name, "encoding_guessed", decoded.guessed),)
    own, quoted = without_quoted(without_signature(decoded.text))
    if quoted:
        problems = (*problems, problem(file.name, "mail_quoted", f"{quoted} line{'s' * (quoted > 1)}"))
    text = unwrap(own).strip("\n")
    return Record(id=file.name, where=file.name, data=file.data, text=text, problems=problems)


def without_signature(text: str) -> str:
    """The mail without what stands behind a line "-- " (RFC 3676, 4.3), down to an older mail quoted below it.

    A signature tells who wrote, and no deed; the file's bytes are kept as they came.
    """
    found = _SIGNATURE.search(text)
    if found is None:
        return text
    older = _OLDER.search(text, found.end())
    return text[: found.start()] + ("\n\n" + text[older.start() :] if older else "")


def without_quoted(text: str) -> tuple[str, int]:
    """The mail without the lines it quotes of older ones, and how many these are; all of it where nothing else stands.

    They are another's words of another day, which its sender only answers.
    """
    own = _QUOTED.sub("", text)
    return (own, sum(line.startswith(">") for line in text.splitlines())) if own.strip() else (text, 0)


def _with_envelope(record: Record, message: EmailMessage) -> Record:
    name, address = parseaddr(str(message.get("From", "")))
    day, wrong = _day(record.where, message)
    # a colleague who passes a report on did not publish it, and his name would leave with every export
    body = str(message.get("Organization") or message.get("Organisation") or "").strip()
    sender = body or None if is_person(name) else name or body or address.rpartition("@")[2]
    return replace(
        record,
        title=str(message.get("Subject", "")).strip() or record.title,
        publisher=sender or record.publisher,
        dct=day or record.dct,
        problems=record.problems + wrong,
    )


def _day(where: str, message: EmailMessage) -> tuple[str | None, tuple[Problem, ...]]:
    """The day of the Date header in the sender's own offset."""
    stated = message.get("Date")
    if stated is None:
        return None, ()
    try:
        sent = parsedate_to_datetime(str(stated))
    except (ValueError, TypeError, IndexError):
        return None, (problem(where, "dct_invalid", str(stated)),)
    return sent.date().isoformat(), ()


def _attachments(file: File, message: EmailMessage, layouts: Sequence[Layout], extract: Extract) -> Iterator[Record]:
    for number, part in enumerate(message.iter_attachments(), 1):
        if (
            part.get_content_maintype() in {"image", "audio", "video"}
            and part.get_content_disposition() != "attachment"
        ):
            continue  # a logo in the signature
        name = part.get_filename() or f"attachment-{number}{_suffix(part)}"
        inner = File(name=f"{file.name}/{name}", data=_bytes(part))
        if inner.name.count(".eml/") > _DEEPEST:
            yield failed(inner, "too_large", "mails within mails")
        else:
            yield from extract(inner, layouts)


def _suffix(part: EmailMessage) -> str:
    kinds = {"message/rfc822": ".eml", "text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf"}
    return kinds.get(part.get_content_type(), "")


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""
