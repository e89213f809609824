"""Markdown: read as it stands, its links laid over the text and a front matter taken as its envelope."""

import re

from truceline.model.record import File, Link, Record
from truceline.read.files.dates import full_date
from truceline.read.files.decode import decode_text
from truceline.read.files.unreadable import problem

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(title|date|publisher|author|url)[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[[^\[\]\n]+\]\((https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)(?:[ \t]+\"[^\"\n]*\")?\)")
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t]*#*[ \t]*\r?$", re.MULTILINE)


def extract_markdown(file: File) -> tuple[Record, ...]:
    """One record: the text unchanged but without its front matter, whose fields become the envelope."""
    decoded = decode_text(file.data)
    front = _FRONT.match(decoded.text)
    fields = {k: v.strip("\"'") for k, v in _FIELD.findall(front.group(1))} if front else {}
    text = decoded.text[front.end() :] if front else decoded.text
    heading = _HEADING.search(text)
    problems = [] if decoded.guessed is None else [problem(file.name, "encoding_guessed", decoded.guessed)]
    if "date" in fields and full_date(fields["date"]) is None:
        problems.append(problem(file.name, "dct_invalid", fields["date"]))
    return (
        Record(
            id=file.name,
            where=file.name,
            data=file.data,
            text=text,
            title=fields.get("title") or (heading.group(1) if heading else None),
            dct=full_date(fields.get("date")),
            publisher=fields.get("publisher"),
            author=fields.get("author"),
            url=fields.get("url"),
            links=tuple(Link(start=m.start(), end=m.end(), url=m.group(1)) for m in _LINK.finditer(text)),
            problems=tuple(problems),
        ),
    )
