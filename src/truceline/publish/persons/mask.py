"""Names of private persons taken out: of words, of whole values, of ids, of files' names and addresses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from truceline.model.span import Span
from truceline.publish.masks import NAME
from truceline.publish.persons.find import private_spans
from truceline.publish.persons.known import Known, Style
from truceline.publish.persons.things import ADDRESS, without_tokens
from truceline.publish.persons.writing import spelled
from truceline.publish.tokens import Keys, keys_of

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*|(?<![\w/])@\w{2,}")
"""Mail addresses and handles: they name whoever has them."""

_DIGITS = r"(?:[ \u00a0/()-]{0,2}\d)"
_TELEPHONE = re.compile(
    rf"(?<![\w.+-])(?:(?:\+|00)[1-9]{_DIGITS}{{7,14}}|0\d{{2,4}}[ -]?\d{{3}}[ -]?\d{{3,4}})(?!\w|[.-]\d)"
    r"|(?i:(?<=phone)|(?<=mobile)|(?<=whatsapp)|(?<=viber)|(?<=\btel)|(?<=\bcell))[.:]? (?:number |no\. )?"
    rf"\+?\d{_DIGITS}{{5,14}}"
)
"""Numbers with a country's or a network's prefix, or behind a word for them."""
_SHORT = 4
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_STATE = re.compile(r"(?:^|\.)(?:gov|gob|gouv|mil|int)(?:\.[a-z]{2})?$|(?:^|\.)(?:europa\.eu|un\.org|wikipedia\.org)$")
"""Hosts of states and of bodies of states, and one of pages that nobody signs."""
REST = "#rest-withheld"
_FILE = re.compile(r"\.\w{2,5}\b")
_ENDING = re.compile(
    r"(?P<kind>\.(?:txt|md|html?|pdf|docx?|odt|rtf|eml|msg|mbox|xlsx?|csv|tsv|jsonl?|zip|warc|toml|ya?ml))"
    r"(?P<at>(?::\d+)?)$",
    re.IGNORECASE,
)
"""The end of a file's name, and the row of it that is meant; a host's end is none."""


@dataclass(frozen=True, kw_only=True)
class Mask:
    """Names taken out; a person keeps one number wherever a whole value is that person's name.

    `roles` by a person's name what is said of that person ("nurse"); `fixed` are ids that hold no name,
    `files` names of files, which stand for titles where there is none, with their documents' ids.
    """

    known: Known
    roles: Mapping[Keys, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    _numbers: dict[Keys, int] = field(default_factory=dict)

    def words(self, text: str) -> str:
        """Sentences, with each name replaced by a mark, and addresses as they may leave."""
        text = ADDRESS.sub(lambda m: self.url(m[0]) or NAME, self._files_out(text))
        return _replaced(text, self.spans(text, Style.WORDS))

    def path(self, text: str) -> str:
        """A file's name or path, whole or not at all; nothing in it tells a name from a word.

        Where a word of it is neither open nor ordinary, its document's id stands for it, or a mark and its ending.
        """
        spans = self.spans(text, Style.PATH)
        ending = _ENDING.search(text)
        if not spans or ending is None:
            return _replaced(text, spans)
        file = text[: ending.start()] + ending["kind"]
        return (f"document {self.files[file]}" if file in self.files else f"{NAME}{ending['kind']}") + ending["at"]

    def who(self, value: str) -> str:
        """Whoever is meant by an id or a name; of a private person's id the number is left."""
        plain = re.fullmatch(r"[\w-]+", value) is not None and value == value.casefold()
        return self._id(value) if plain and value not in self.fixed else self.name(value)

    def name(self, value: str) -> str:
        """A name as it is read; a private person's becomes a role and a number."""
        value = self._files_out(value)
        if value in self.fixed:
            return value
        if _HOST.fullmatch(value):
            return value if self.url(value) else self.label(keys_of(value))
        return self._person(value, Style.NAME)

    def value(self, value: str) -> str:
        """What a facet holds: an actor's id or name, or words of any other kind."""
        if value in self.fixed or value.startswith("x-"):
            return self.who(value)
        return self._person(value, Style.VALUE)

    def _person(self, value: str, style: Style) -> str:
        if keys_of(value) in self.known.speakers:
            return self.label(keys_of(value))
        spans = self.spans(value, style)
        if not spans:
            return value
        rest = keys_of(_replaced(value, spans, " "))
        kit = self.known.kit
        return self.label(keys_of(value)) if set(rest) <= kit.capital | kit.joints else _replaced(value, spans)

    def url(self, address: str | None) -> str | None:
        """An address, its host alone where a private person may be named behind it, None where one may be in that."""
        if address is None:
            return None
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").removeprefix("www.")
        theirs = any(len("".join(n)) > 5 and "".join(n) in host for n in self.known.private.all)
        if theirs and not self._is_open(host):
            return None
        named_host = "" if _HOST.fullmatch(parts.netloc.casefold()) else parts.netloc
        behind = unquote(f"{named_host} {parts.username or ''} {parts.path} {parts.query} {parts.fragment}")
        if not self._names_somebody(behind, host):
            return address
        told = parts.scheme and not named_host and (self._is_open(host) or not self.spans(host, Style.PATH))
        return f"{parts.scheme}://{parts.netloc}/{REST}" if told else None

    def _names_somebody(self, path: str, host: str) -> bool:
        """Whether a word of an address may be a name: short ones that nobody bears are an archive's own marks."""
        kit, site = self.known.kit, set(keys_of(host) if self._is_open(host) else ())
        path = without_tokens(path)
        words = [k for start, end in self.spans(path, Style.PATH) for k in keys_of(path[start:end])]
        borne = self.known.words | self.known.parts | kit.given
        return any(w in borne or (len(w) > _SHORT and w not in site) for w in words)

    def label(self, name: Keys) -> str:
        """What a private person is called: a role where one is told, and a number."""
        person = f"person {self.number(name)}"
        role = self.roles.get(self._whole(name))
        return f"{'an' if role[0] in 'aeiou' else 'a'} {role} ({person})" if role else person

    def number(self, name: Keys) -> int:
        """The person's number, in the order in which persons are met."""
        return self._numbers.setdefault(self._whole(name), len(self._numbers) + 1)

    def spans(self, text: str, style: Style) -> list[Span]:
        """Spans of names that may not leave."""
        found = private_spans(text, self.known, style)
        addresses = [m.span() for m in _ADDRESS.finditer(text)] if "@" in text else []
        return _merged([*found, *addresses, *(m.span() for m in _TELEPHONE.finditer(text))])

    def _id(self, value: str) -> str:
        """An id made from a name ("x-ivo-lasen"); a registry's stands in `fixed`."""
        keys = keys_of(value.removeprefix("x-"))
        name = spelled(value, self.known.kit)
        private = keys in self.known.private or (name is not None and bool(self.spans(name, Style.NAME)))
        return f"x-person-{self.number(keys)}" if private else value

    def _files_out(self, text: str) -> str:
        """Names of files in words as they are in paths."""
        if not _FILE.search(text):
            return text
        named = sorted((f for f in self.files if f in text), key=len, reverse=True)
        for file in named:
            text = text.replace(file, self.path(file))
        return text

    def _is_open(self, host: str) -> bool:
        return _STATE.search(host) is not None or any(host == h or host.endswith(f".{h}") for h in self.hosts)

    def _whole(self, name: Keys) -> Keys:
        """A name by its last word alone, or behind a title, as the one person's whose last word it is."""
        own = tuple(k for k in name if k not in self.known.kit.capital) or name
        fits = self.known.private.ending_in(own)
        return fits[0] if len(fits) == 1 else own


def _replaced(text: str, spans: list[Span], by: str = NAME) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]}{by}{text[end:]}"
    return text


def _merged(spans: list[Span]) -> list[Span]:
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made
