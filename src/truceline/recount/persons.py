"""Groups of people in a sentence, each with how many: "his two sons", "at least seven civilians", "Sami Noor, 27"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from truceline.model.account import CasualtyGroup
from truceline.model.span import Span
from truceline.recount.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """One noun phrase for people, token positions [first, last]; bounds as in a Range.

    `part` where it is some of a whole already named ("two of them"), `definite` where it points back ("the boy"),
    `name` where people are named, `harm` where an adjective says what befell them ("three injured children").
    """

    first: int
    last: int
    low: int | None
    high: int | None
    comparator: str = "="
    group: CasualtyGroup = "unknown"
    part: bool = False
    definite: bool = False
    more: bool = False
    name: str | None = None
    harm: str | None = None
    vague: bool = False
    counted: bool = False
    head: str = ""


_PATTERNS = (
    ("subset", re.compile(r"q(?:o[th]?[xNA]{0,4}P|ow|os|oq[xNA]{0,3}P)")),
    ("family", re.compile(r"[tah][xNr]{0,3}Foq[xN]{0,2}P?")),
    ("counted", re.compile(r"[th]?qo?(?:[xNrAthH0SF]|(?<=[xN])&(?=[xN])){0,5}?[PS]")),
    ("bare", re.compile(r"q(?:ox)?")),
    ("one", re.compile(r"ar?(?:[xNrAhH0F]|(?<=A)c(?=x)){0,6}?S")),
    ("aged", re.compile(r"[ath]x{0,2}A")),
    ("the", re.compile(r"[th]q?[xNrA0F]{0,4}?(?:H[xN]?)?[PS]")),
    ("plural", re.compile(r"[xA]{0,2}?P")),
    ("single", re.compile(r"A?[xN]{0,2}?S")),
    ("self", re.compile(r"W")),
    ("name", re.compile(r"N+(?:[xt]?N+)*")),
)


def find_people(tokens: Sequence[Token], sets: Mapping[str, frozenset[str]]) -> list[People]:
    """Noun phrases for people in order, none overlapping."""
    kinds = "".join(t.kind for t in tokens)
    out: list[People] = []
    at = 0
    while at < len(kinds):
        found = _at(kinds, at, tokens, sets) if kinds[at] in "qathxASPNW" else None
        if found is None:
            at += 1
            continue
        out.append(found)
        at = found.last + 1
    return out


def _at(kinds: str, at: int, tokens: Sequence[Token], sets: Mapping[str, frozenset[str]]) -> People | None:
    if left := _all_but(kinds, at, tokens):
        return left
    for name, pattern in _PATTERNS:
        m = pattern.match(kinds, at)
        if m is None:
            continue
        if name == "bare" and _counts_nobody(kinds, (at, m.end()), tokens, sets):
            return None
        people = _people(name, tokens[at : m.end()], sets)
        if people is not None and people.vague and [t.word for t in tokens[max(0, at - 2) : at]] == ["number", "of"]:
            return None  # "the number of people killed": how many they are is told elsewhere
        if people is not None and not (name == "single" and _describes(tokens, m.end())):
            return replace(people, first=at, last=m.end() - 1)
    return None


def _counts_nobody(kinds: str, span: Span, tokens: Sequence[Token], sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a bare number is of things, a part of a name, or dialled."""
    return _of_things(kinds, span[1], tokens, sets) or _in_a_name(kinds, *span) or _dialled(tokens, *span, sets)


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun for one person only says of which kind those behind it are: "terrorist attacks", "boy troops"."""
    behind = tokens[at] if at < len(tokens) else None
    return behind is not None and (behind.kind == "P" or (behind.kind == "x" and behind.word.endswith("s")))


def _in_a_name(kinds: str, at: int, end: int) -> bool:
    """Whether a number ends a name in brackets: "(WSLS 10)"."""
    return kinds[max(0, at - 1) : at] == "N" and kinds[end : end + 1] == ")"


def _dialled(tokens: Sequence[Token], at: int, end: int, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a number without a noun is dialled or stands in an address: "a 911 call", "3280 S. 3740 West"."""
    written = tokens[at].word.removeprefix("near ").strip()
    address = written.isdigit() and end < len(tokens) and tokens[end].word in sets["address"]
    return written in sets["emergency"] or address


_BUT_SOME = re.compile(r"qo[th]?q[xNA]{0,4}P")


def _all_but(kinds: str, at: int, tokens: Sequence[Token]) -> People | None:
    """Those of a whole whom it befell, told by those whom it did not: "all but one of its 36 men"."""
    m = _BUT_SOME.match(kinds, at)
    if m is None or [t.word for t in tokens[max(0, at - 2) : at]] != ["all", "but"]:
        return None
    spared, whole = (t.quantity for t in tokens[at : m.end()] if t.quantity is not None)
    if not (spared.high and whole.low) or spared.high > whole.low:
        return None
    left = whole.low - spared.high
    group = _group(tokens[at : m.end()])
    return People(
        first=at, last=m.end() - 1, low=left, high=left, group=group, counted=True, head=tokens[m.end() - 1].word
    )


_WHOLE = re.compile(r"[rq]*o[thr]*q?[xNA]{0,3}")


def _of_things(kinds: str, at: int, tokens: Sequence[Token], sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a bare number counts things: "18 of 31 trucks", "two of the vehicles"."""
    m = _WHOLE.match(kinds, at - 1) or _WHOLE.match(kinds, at)
    if m is None:
        return False
    things = sets["not_people"]
    counted = [t.quantity.unit or "" for t in tokens[at : m.end()] if t.quantity is not None]
    words = [t.word for t in tokens[at : m.end()]] + [w for unit in counted for w in unit.lower().split()]
    return any(w in things or w.rstrip("s") in things for w in words)


def _people(name: str, tokens: Sequence[Token], sets: Mapping[str, frozenset[str]]) -> People | None:
    head = tokens[-1]
    group = _group(tokens)
    harm = next((t.mark for t in tokens if t.kind == "H" and t.mark.endswith(("done", "state"))), None)
    if any(t.kind == "H" and (" " in t.word or not t.mark.endswith(("done", "state"))) for t in tokens):
        return None  # "the brigade shot dead a boy" is no one's name
    quantity = next((t.quantity for t in tokens if t.quantity is not None), None)
    base = People(first=0, last=0, low=1, high=1, group=group, harm=harm, head=head.word)
    if quantity is not None:
        return _counted(base, name, tokens, sets["not_people"])
    if name == "name":
        return _named(base, tokens, sets["no_names"])
    if name in {"one", "aged", "single", "self"}:
        definite = tokens[0].kind in "th"
        return replace(base, definite=definite, more=tokens[0].word == "another")
    return _uncounted(base, name, many=head.kind == "P")


def _uncounted(base: People, name: str, *, many: bool) -> People:
    definite = name == "the"
    if many and definite and base.head == "parents":
        return replace(base, low=2, high=2, definite=True)
    if many:
        return replace(base, low=2, high=None, comparator=">=", definite=definite, vague=True)
    return replace(base, definite=definite)


def _counted(base: People, name: str, tokens: Sequence[Token], not_people: frozenset[str]) -> People | None:
    quantity = next(t.quantity for t in tokens if t.quantity is not None)
    if quantity.low is None and quantity.high is None:
        return None
    if name == "bare" and (quantity.unit or "").split(" ")[0].rstrip("s") in not_people:
        return None
    words = {t.word for t in tokens}
    more = bool(words & {"other", "others", "more", "another", "additional"})
    if more and quantity.high == 0:  # "no other injuries": of those told before it says nothing
        return None
    vague = quantity.comparator in {">=", "between"} and not re.search(
        r"\d|one|two|three|four|five|six|seven|eight|nine|ten", quantity.text
    )
    return replace(
        base,
        low=quantity.low,
        high=quantity.high,
        comparator=quantity.comparator,
        part=name == "subset",
        definite=tokens[0].kind in "th",
        more=more,
        vague=vague,
        counted=True,
    )


def _named(base: People, tokens: Sequence[Token], no_names: frozenset[str]) -> People | None:
    words = [t.word for t in tokens]
    if all(len(w) < 4 for w in words) or words[0] in no_names:
        return None
    return replace(base, name=" ".join(words), group="unknown")


def _group(tokens: Sequence[Token]) -> CasualtyGroup:
    marks = [t.mark for t in tokens if t.kind in "PSA" and t.mark]
    for mark in reversed(marks):
        if mark != "unknown":
            return mark  # type: ignore[return-value]
    words = {t.word for t in tokens}
    if "civilian" in words:
        return "civilians"
    return "unknown"
