"""What a document's web address says in words: its host's labels and its path's parts."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(?=https?://)")
_NO_WORDS = frozenset({"www", "web", "com", "org", "net", "news", "edu", "gov", "co"})

_SENTENCE = 3
"""Spaces from which a part of a path is the page's title."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """`host`: runs of letters of the host's labels; `folders`: parts of its path; `page`: words of its title there."""

    host: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    page: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def read_address(url: str) -> WebAddress:
    """The words of an address; those of the page itself, where it is a copy of an archive."""
    try:
        parts = urlsplit(_ARCHIVED.sub("", url))
        labels = (parts.hostname or "").lower().split(".")[:-1]
    except ValueError:
        return WebAddress()
    host = (run for label in labels for run in re.findall(r"[a-z]+", label) if run not in _NO_WORDS)
    folders = [re.sub(r"[^a-z]+", " ", part.lower()).strip() for part in parts.path.split("/")]
    page = next((f for f in reversed(folders) if f.count(" ") >= _SENTENCE), "")
    return WebAddress(tuple(host), tuple(f for f in folders if f and f.count(" ") < _SENTENCE), tuple(page.split()))
