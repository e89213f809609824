"""Names a document gives itself: "Long Name (LN)", "X (formerly Y)", "LN (Long Name)", "the Long Name, or LN,"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from truceline.read.actors.names import Alias, put_name
from truceline.read.actors.registry import Registry
from truceline.read.actors.words import Word, words_of
from truceline.text.fold import fold_name

_DEFINED = re.compile(
    r"\(\s*(?:(?:formerly|previously|also known as|aka|known as|or)\s+)?([A-Z][\w’' -]{1,40})\)"
    r"|\[[^\]]{0,40}formerly ([A-Z][\w’' /-]{1,40})\]"
)
_LETTERS_AFTER = re.compile(
    r",? \(?(?:or |formerly |previously |also known as |aka |known as |known by (?:its|their) \w+ )?(?:the )?"
    r"([A-Z][A-Z-]*[A-Z])(?=[,)])"
)
_LETTERS_BEFORE = re.compile(r"\b([A-Z]{2,6}) \((?:the )?([A-Z][\w’' -]{4,80})\)")
_BROKEN = re.compile(r"[,;:!?\n()]|\.\s")
"""Marks across which no name is taken."""
_PART = re.compile(r"[\w’']+")
_SMALL = 4
"""Words without a letter of their own ("of", "al") that a long name may have."""


def names_given(text: str, words: list[Word], registry: Registry) -> dict[str, Any]:
    """The trie of such names, each as its bearer's."""
    local: dict[str, Any] = {}
    for name, letters in _spelled_out(text, registry):
        body = Alias("x-" + fold_name(name).replace(" ", "-"), name, exact=False, weak=False)
        put_name(local, body, letters)
        put_name(local, body)
    starts = [w.start for w in words]
    for m in _DEFINED.finditer(text):
        other = (m[1] or m[2]).strip()
        bearer = _ending_at(words, bisect_right(starts, m.start()) - 1, registry)
        if bearer is not None and _fits(other) and registry.kind(bearer[0]) not in {"state", "outlet"}:
            put_name(local, Alias(*bearer, exact=False, weak=False), other)
    return local


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


def _spelled_out(text: str, registry: Registry) -> Iterator[tuple[str, str]]:
    """Unknown names with the letters that stand for them beside them: even those whose last words name somebody."""
    for m in _LETTERS_AFTER.finditer(text):
        parts = list(_PART.finditer(text, max(0, m.start() - 120), m.start()))
        start = _begin(parts, m[1])
        if start is not None and _is_new(text[start : m.start()], registry):
            yield text[start : m.start()], m[1]
    for m in _LETTERS_BEFORE.finditer(text):
        if _begin(list(_PART.finditer(text, *m.span(2))), m[1]) == m.start(2) and _is_new(m[2], registry):
            yield m[2], m[1]


def _is_new(name: str, registry: Registry) -> bool:
    words = words_of(name)
    found = registry.longest(words, 0)
    return not _BROKEN.search(name) and (found is None or found[0] < len(words))


def _begin(parts: list[re.Match[str]], letters: str) -> int | None:
    """Where the name begins whose capitals are the letters: the shortest that ends here."""
    wanted = letters.replace("-", "")
    for count in range(len(wanted), min(len(wanted) + _SMALL, len(parts)) + 1) if wanted.isupper() else ():
        chosen = parts[-count:]
        initials = "".join(p[0][0] for p in chosen if p[0][0].isupper())
        if initials == wanted and chosen[0][0][0].isupper():
            return chosen[0].start()
    return None
