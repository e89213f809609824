"""Names of places, ships and operations, told by the words beside them; and marks that are nobody's name."""

import re
from collections.abc import Iterator, Sequence

from truceline.publish.kit import NameKit
from truceline.publish.persons.writing import ACRONYM
from truceline.publish.tokens import Keys, keys_of
from truceline.text.words import Word

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]'’]")
"""A web address in words, without the stop or bracket behind it."""
_CODE = re.compile(
    r"(?<![^\W_])(?=[a-f]*\d)[\da-f]{8,}(?![^\W_])|(?<![^\W_])(?=[A-Z\d]*[A-Z]\d)(?=[A-Z\d]*\d[A-Z])[A-Z\d]{6,}(?![^\W_])",
    re.ASCII,
)
"""A number in hexadecimal, as in the name of an archived file; an id in capitals and digits."""
_MAKE = re.compile(r"(?<![^\W_])[A-Z]{1,4}-\d+[A-Z]{0,2} ?$")
"""Before the name that an aircraft goes by beside its number."""
_TOKEN = re.compile(r"[A-Za-z\d_-]{8,}")
_PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]")
_SHORTEST_PIECE = 2.6
"""Mean letters of a piece between changes of case under which a token is drawn by lot, not written."""
_NAME = r"(?:[A-ZÀ-Þ][\w’'-]+(?: (?:al|el|az|ez|ash|as|an|ad|[A-ZÀ-Þ][\w’'-]+)){0,3})"


_DATELINE = re.compile(
    rf"^(?P<name>{_NAME}|[A-ZÀ-Þ]{{3,}}(?: [A-ZÀ-Þ]{{2,}})?)(?:, [A-ZÀ-Þ][\w .]{{2,20}})?"
    r"(?: \([A-Z][\w ]{1,20}\) ?[-–—]|, "
    r"(?:\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\w*\.? \d{1,2})\b)",
    re.MULTILINE,
)
"""Where and when, or by which agency, a report is written: "KALINOV, 3 March", "KALINOV (Valley Post) -"."""


def in_code(text: str, word: Word) -> bool:
    """Whether letters stand in a number or an id."""
    return any(m.start() <= word.start < m.end() for m in _CODE.finditer(text))


def is_make(text: str, word: Word, kit: NameKit) -> bool:
    """As in "Su-24", "TOS-1A", "KC-135R Tanker"; "Ed" of "Op-Ed" is nobody either."""
    behind = len(word.text) <= ACRONYM and re.match(r"-?\d", text[word.end : word.end + 2]) is not None
    before = _MAKE.search(text[max(0, word.start - 12) : word.start]) is not None
    return behind or (before and word.key not in kit.given) or text[: word.start].endswith("Op-")


def without_addresses(text: str) -> str:
    """The text with blanks for web addresses, its offsets kept."""
    return ADDRESS.sub(lambda m: " " * len(m[0]), text) if "://" in text or "www." in text else text


def without_tokens(path: str) -> str:
    """An address's path without what is drawn by lot, as the id of a video; "AnaKarel98" is none."""

    def kept(found: re.Match[str]) -> str:
        pieces = _PIECE.findall(found[0])
        drawn = found[0] != found[0].lower() and found[0] != found[0].upper()
        mixed = drawn and sum(map(len, pieces)) < _SHORTEST_PIECE * len(pieces)
        return " " if mixed else found[0]

    return _TOKEN.sub(kept, path)


def begins_as_thing(words: Sequence[Word], run: Sequence[int], kit: NameKit) -> bool:
    """As in "Jabal al-Orvel", "Lake Thalin", "Operation Zorvek"; behind a ship's "USS"."""
    first = run[0]
    behind = first > 0 and words[first - 1].text.isupper() and words[first - 1].key in kit.ships
    return behind or (len(run) > 1 and words[first].key in kit.place_first | kit.ships)


def told_things(text: str, kit: NameKit) -> Iterator[Keys]:
    """Names that a text tells of as places' or ships': "Orvel is a village in", "Orvel, a town near", "FS Orvel"."""
    nouns = "|".join(sorted(kit.told_places))
    told = re.compile(
        rf"(?:^|[.\n] ?|\b(?:in|at|near|to|of|from) )(?P<name>{_NAME})(?: ?\([^()\n]{{0,90}}\)(?:\[\d+\])*)?"
        rf"(?: (?:is|was|are) |, )(?:a|an|the)(?: [\w-]+){{0,4}}? (?:{nouns})"
        r"(?= (?:in|of|on|near|at|located|south|north|west|east)\b|[,.;])",
        re.MULTILINE,
    )
    ships = "|".join(sorted(s.upper() for s in kit.ships))
    sailing = re.compile(rf"\b(?:{ships}) (?P<name>[A-ZÀ-Þ][\w’'-]+)") if ships else None
    yield from (_free(keys_of(m["name"]), kit) for m in _DATELINE.finditer(text))
    if nouns:
        yield from (_free(keys_of(m["name"]), kit) for m in told.finditer(text))
    if sailing:
        yield from (_free(keys_of(m["name"]), kit) for m in sailing.finditer(text))


def _free(name: Keys, kit: NameKit) -> Keys:
    """The name; none where people are called so too."""
    return () if any(key in kit.given or key in kit.called for key in name) else name
