"""Names a document gives itself: "Long Name (LN)", "X (formerly Y)", "LN (Long Name)", "the Long Name, or LN,"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from truceline.model.actor import Actor
from truceline.read.actors.names import Alias, is_exact, put_name
from truceline.read.actors.registry import Registry
from truceline.read.actors.words import words_of
from truceline.text.fold import fold_name
from truceline.text.words import Word

_DEFINED = re.compile(
    r"\(\s*(?:(?:formerly|previously|also known as|aka|known as|or)\s+)?([A-Z][\w’' -]{1,40})\)"
    r"|\[[^\]]{0,40}formerly ([A-Z][\w’' /-]{1,40})\]"
)
_LETTERS_AFTER = re.compile(
    r"(?:['’]s)?,? \(?(?:or |formerly |previously |also known as |aka |known as |known by (?:its|their) \w+ )?(?:the )?"
    r"([A-Z][A-Z-]*[A-Z])(?=[,)])"
)
_LETTERS_BEFORE = re.compile(r"\b([A-Z]{2,6}) \((?:the )?([A-Z][\w’' -]{4,80})\)")
_BROKEN = re.compile(r"[,;:!?\n()]|(?<!\b[A-Z])\.\s")
"""Marks across which no name is taken."""
_PARTS = (re.compile(r"[\w’'-]+"), re.compile(r"[\w’']+"))
"""Words of a name: hyphened ones whole, or each half by itself."""
_SMALL = 4
"""Words without a letter of their own ("of", "al") that a long name may have."""


@dataclass(frozen=True, slots=True)
class Given:
    """Names of one document as tries: unknown names with their letters, which go first; other names of known actors."""

    new: dict[str, Any] = field(default_factory=dict)
    other: dict[str, Any] = field(default_factory=dict)


def names_given(text: str, words: list[Word], registry: Registry) -> Given:
    """Who bears such names."""
    given = Given()
    for name, letters in _spelled_out(text):
        _put_spelled(given, name, letters, registry)
    starts = [w.start for w in words]
    for m in _DEFINED.finditer(text):
        other = (m[1] or m[2]).strip()
        bearer = _ending_at(words, bisect_right(starts, m.start()) - 1, registry)
        if bearer is not None and _fits(other) and registry.kind(bearer[0]) not in {"state", "outlet"}:
            put_name(given.other, Alias(bearer[0], other, is_exact(other), weak=False, listed=bearer[1]))
    return given


def _fits(other: str) -> bool:
    """Whether words in brackets are a name rather than a remark: capitals only, or few words each with one."""
    parts = [p for p in re.split(r"[ -]+", other) if p not in {"al", "an", "of", "the", "for", "and"}]
    return 0 < len(parts) <= 6 and all(p[:1].isupper() for p in parts) and len(other) > 2


def _ending_at(words: list[Word], at: int, registry: Registry) -> tuple[str, str] | None:
    for back in range(min(8, at + 1), 0, -1):
        found = registry.longest(words, at - back + 1)
        if found and found[0] == back and found[1].actor and not found[1].weak:
            return found[1].actor, registry.name(found[1])
    return None


def _spelled_out(text: str) -> Iterator[tuple[str, str]]:
    """Names with the letters that stand for them beside them."""
    for m in _LETTERS_AFTER.finditer(text):
        start = _begin(text, max(0, m.start() - 120), m.start(), m[1])
        if start is not None and not _BROKEN.search(text, start, m.start()):
            yield text[start : m.start()], m[1]
    for m in _LETTERS_BEFORE.finditer(text):
        if _begin(text, *m.span(2), m[1]) == m.start(2):
            yield m[2], m[1]


def _begin(text: str, start: int, end: int, letters: str) -> int | None:
    """Where the name begins whose capitals are the letters: the shortest that ends here."""
    wanted = letters.replace("-", "")
    for pattern in _PARTS:
        parts = list(pattern.finditer(text, start, end))
        for count in range(len(wanted), min(len(wanted) + _SMALL, len(parts)) + 1):
            chosen = parts[-count:]
            initials = "".join(p[0][0] for p in chosen if p[0][0].isupper())
            if initials == wanted and chosen[0][0][0].isupper():
                return chosen[0].start()
    return None


def _put_spelled(given: Given, name: str, letters: str, registry: Registry) -> None:
    """A name with its letters: another spelling of the actor known by them, else a new one, whose letters they are."""
    if _whole(name, registry) is not None:
        return
    bearer = _whole(letters, registry)
    known = registry.actors.get(bearer.actor or "") if bearer else None
    if known is not None and _is_spelling(name, known):
        put_name(given.other, Alias(known.id, name, exact=False, weak=False))
        return
    new = "x-" + fold_name(name).replace(" ", "-")
    put_name(given.new, Alias(new, letters, exact=True, weak=False, listed=name))
    put_name(given.new, Alias(new, name, exact=False, weak=False))


def _whole(name: str, registry: Registry) -> Alias | None:
    """The known name these words are, all of them."""
    words = words_of(name)
    found = registry.longest(words, 0)
    return found[1] if found and found[0] == len(words) else None


def _is_spelling(name: str, known: Actor) -> bool:
    """Whether most words of a name are those of one of a known actor's: "Center for Rights" and "Centre for Rights"."""
    own = set(fold_name(name).split())
    others = (set(fold_name(n).split()) for n in (known.name, *known.aliases))
    return any(2 * len(own & other) > max(len(own), len(other)) for other in others)
