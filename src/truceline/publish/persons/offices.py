"""Who holds a public office by what a text says right before or right behind a name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from truceline.model.span import Span
from truceline.publish.kit import NameKit
from truceline.publish.tokens import Keys, Names, keys_of

_BEFORE, _BEHIND = 120, 200
"""Characters before and behind a name in which its office may stand."""
_CLAUSE = re.compile(r"[;:!?()\[\]\n]|(?<=[a-z]{3})\.\s|(?<=[a-z]{3})\.$|[—–]")
"""What parts a clause from the next; the full stop of "Gen." is none."""
_OF_WHAT = (
    r"(?:,? (?:of|to|for|at|in|on)(?: the)?"
    r"(?: (?:[A-ZÀ-Þ][\w.&’'-]*|and|of|the|for|to|against))*? [A-ZÀ-Þ][\w.’'-]*"
    r"(?: (?:coalition|forces|army|movement|group))?)"
)
"""Of whom or for what an office is: "to the UN", "for Arab and African Affairs"; its words have capitals."""
_MODIFIER = re.compile(r"(?:\b(?!(?:of|for|to|with|by|in|at|from|and|or|who|whose|that|as)\b)[\w’'.-]+ ){0,7}$")
"""Words that may stand between "the" and an office: what is told of somebody else has a preposition in it."""
_NEXT = re.compile(r"\s([A-ZÀ-Þ][\w'’-]+)")
"""A surname that is a word of the language behind a given name: "Minister Tarek Price"."""
_APPOSED = re.compile(
    r"(?:\s?\([^()\n]{0,90}\))?(?:,? also known as [^,\n]{2,40},?)?(?:\[\d+\])*"
    r"(?:(?:, \d{1,3}| \(\d{1,3}\))?,\s+(?:(?:who is|who was) )?(?:the |a |an )?|,? (?:is|was) (?:the|a|an) )"
)
"""Between a name and the office told behind it."""
_HEAD = re.compile(r"\s*(?:$|(?:of|to|for|in|at|on|from|who|with|under|since|until|during|will|has|had|also)\b)")
"""Behind an office that is what somebody is, not what goes before it ("a general practitioner")."""
_ENDS = re.compile(r"[,;:.!?()\n]|\b(?:said|says|told|and)\b")
_NEAR = 6
"""Words before an office that may say that it is not the name's behind the comma."""
_SMALL_BARE = re.compile(r"(?:^|\b(?:the|a|an|his|her|their|our|my|said|told|in)) $", re.IGNORECASE)
"""Before an office in small letters that need not be the name's: "told the minister Ana had fled"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """How offices are told: `high` of themselves, `low` beside a body of state or one of `bodies`."""

    high: re.Pattern[str]
    low: re.Pattern[str]
    bodies: Names
    kit: NameKit


def offices_of(kit: NameKit, bodies: Names) -> Offices:
    """Offices by the kit's words; `bodies` are the names of bodies that the registry knows."""
    return Offices(high=_titles(kit.high_office), low=_titles(kit.low_office), bodies=bodies, kit=kit)


def _titles(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern of titles; a word written with a capital in the list stands with a capital alone."""
    listed = sorted(phrases, key=len, reverse=True)
    either = "|".join("[ -]".join(_word(w) for w in re.split(r"[ -]", p)) for p in listed)
    return re.compile(rf"(?<![\w-])(?P<title>{either})(?![\w-]|['’]s\b)") if listed else re.compile(r"(?!)")


def _word(word: str) -> str:
    first, rest = word[:1], re.escape(word[1:]).replace(r"\.", r"\.?")
    return (first if first.isupper() else f"[{first}{first.upper()}]") + rest


def in_public_office(text: str, spans: Sequence[Span], offices: Offices) -> Iterator[Keys]:
    """Names that stand beside a public office, each whole and by what it ends in: "Jaberi Ansari", "Ansari"."""
    starts = [start for start, _ in spans]
    for whole, end in spans:
        start = _behind_title(text, whole, end, offices)
        behind = _Behind(text, end, [s for s in starts if s > whole])
        if not (_told_before(text, start, end, offices) or _told_behind(behind, offices)):
            continue
        name = keys_of(text[start:end])
        surname = _NEXT.match(text, end) if len(name) == 1 else None
        yield from endings_of(name, offices.kit)
        if surname:
            yield (*name, *keys_of(surname[1]))


def _behind_title(text: str, start: int, end: int, offices: Offices) -> int:
    """Where a name begins in a span that a title stands within: "Orvenian President Zorvek Thalindra"."""
    titles = [m.end() for m in offices.high.finditer(text, start, end) if text[m.end() : end].strip()]
    return titles[-1] + 1 if titles else start


@dataclass(frozen=True, slots=True)
class _Behind:
    """What follows a name that ends at `end`, with where the other names behind it begin."""

    text: str
    end: int
    names: Sequence[int]


def endings_of(name: Keys, kit: NameKit) -> Iterator[Keys]:
    """A name and all it may be shortened to at its beginning; no joint begins a shorter one ("Hassan", "al-Hassan")."""
    yield name
    for at in range(1, len(name)):
        if name[at] not in kit.joints and len(name[at]) > 1:
            yield name[at:]


def _told_before(text: str, start: int, end: int, offices: Offices) -> bool:
    """As in "Foreign Minister", "US ambassador to the UN,", "spokesman for the Army" before a name."""
    before = _CLAUSE.split(text[max(0, start - _BEFORE) : start])[-1].replace("” of ", " of ")
    told = ((titles, found) for titles in (offices.high, offices.low) for found in titles.finditer(before))
    return any(_is_names(before, found, text[end : end + 1], offices, high=t is offices.high) for t, found in told)


def _is_names(before: str, found: re.Match[str], behind: str, offices: Offices, *, high: bool) -> bool:
    """Whether an office found in the words before a name is that name's, and a public one."""
    earlier, rest = before[: found.start()], before[found.end() :]
    if not _leads_on(rest, behind):
        return False
    if found["title"][0].islower() and not rest.strip() and _SMALL_BARE.search(earlier):
        return False
    # behind a comma it may be somebody else's: "the wife of the ambassador to the coast, Ana"
    said = " ".join(earlier.split()[-_NEAR:]) if rest.endswith(", ") else _near(earlier)
    return _is_public(f"{said} {found[0]}{rest}", offices, high=high)


def _leads_on(rest: str, behind: str) -> bool:
    """Whether what stands between an office and a name makes the office that name's; a list's comma does not."""
    if rest in {" ", " HE ", " Dr ", " Dr. "}:
        return True
    if re.fullmatch(rf"{_OF_WHAT} ", rest):
        return True
    return re.fullmatch(rf"{_OF_WHAT}, ", rest) is not None and behind in {".", ",", ";", ")", "", ":"}


def _told_behind(name: _Behind, offices: Offices) -> bool:
    """As in ", the UK Special Representative for Syria," or " is an Orvenian general" behind a name."""
    text, end = name.text, name.end
    behind = _APPOSED.match(text[end : end + _BEHIND])
    if behind is None:
        return False
    said = _ENDS.split(text[end + behind.end() : end + _BEHIND])[0]
    for titles in (offices.high, offices.low):
        found = titles.search(said)
        if found and _MODIFIER.fullmatch(said[: found.start()]) and _HEAD.match(said, found.end()):
            first, last = end + behind.end() + found.end(), end + behind.end() + len(said)
            if any(first <= other < last for other in name.names):
                return False  # a list: "Ana Karel, Minister of Defence Orvel Tamm"
            return _is_public(said, offices, high=titles is offices.high)
    return False


def _near(before: str) -> str:
    """The words right before an office that may say whose it is: those of its own phrase."""
    found = _MODIFIER.search(before)
    return found[0] if found else ""


def _is_public(phrase: str, offices: Offices, *, high: bool) -> bool:
    """Whether an office told in these words is of a state, a force or the like: no clinic's, school's or union's."""
    keys = keys_of(phrase)
    if not offices.kit.no_office.union(offices.kit.not_of_state).isdisjoint(keys):
        return False
    of_state = not offices.kit.of_state.isdisjoint(keys)
    return high or of_state or any(offices.bodies.longest(keys, at) for at in range(len(keys)))
