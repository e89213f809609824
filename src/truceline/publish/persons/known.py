"""What is known of names when a text is looked at: which may leave, which may not, and how the text is written."""

from dataclasses import dataclass
from enum import Enum, auto

from truceline.publish.kit import NameKit
from truceline.publish.tokens import Keys, Names


class Style(Enum):
    """What is looked at: sentences; a value of few words; the name somebody goes by; a file's name, path or id.

    In names and paths a small letter says nothing: what is neither open nor an ordinary word is private.
    """

    WORDS = auto()
    VALUE = auto()
    NAME = auto()
    PATH = auto()


class Kind(Enum):
    """What a word is: a name that may leave, by itself or with others; ordinary; of a name that may not; not known."""

    OPEN = auto()
    LONE = auto()
    PLAIN = auto()
    PRIVATE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, kw_only=True)
class Known:
    """Names that may leave, and names that may not.

    `parts` are words of the latter that are looked for by themselves, in any writing; `words` all of their words;
    `named` those open names that are no place's.
    `ids` are pieces of the ids that the program drew, letters that are nobody's name.
    `speakers` are private persons known to speak: theirs is a whole value even if it is an ordinary word ("Young").
    """

    open: Names
    private: Names
    parts: frozenset[str]
    words: frozenset[str] = frozenset()
    named: frozenset[Keys] = frozenset()
    speakers: frozenset[Keys] = frozenset()
    ids: frozenset[str] = frozenset()
    kit: NameKit
