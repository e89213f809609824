"""Who was harmed, how many and how, sentence by sentence: statements of harm on their words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.model.account import CasualtyGroup
from truceline.model.span import Span
from truceline.recount.lexicon import HarmLexicon
from truceline.recount.persons import People, find_people
from truceline.recount.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """One statement that people were killed, injured or hit; bounds as in a Range, `start` to `end` the words it rests on.

    `denied` where the harm is said not to have come; `parts` are smaller groups inside the number.
    """

    kind: str
    start: int
    end: int
    low: int | None
    high: int | None
    comparator: str
    text: str
    group: CasualtyGroup = "unknown"
    heads: tuple[People, ...] = ()
    parts: tuple[People, ...] = ()
    cue: Span = (0, 0)
    denied: bool = False
    form: str = "done"
    sentence: int = 0


@dataclass(slots=True)
class _Scan:
    text: str
    tokens: Sequence[Token]
    people: dict[int, People]
    covers: dict[int, People]
    lexicon: HarmLexicon
    floor: int = 0
    last: tuple[People, ...] = ()
    last_at: int = -99
    found: list[Harm] = field(default_factory=list)


def find_harm(text: str, tokens: Sequence[Token], lexicon: HarmLexicon, sentence: int = 0) -> list[Harm]:
    """Statements of harm in one sentence's tokens."""
    if not any(t.kind == "H" for t in tokens):
        return []
    people = find_people(tokens)
    covers = {i: p for p in people for i in range(p.first, p.last + 1)}
    scan = _Scan(text, tokens, {p.first: p for p in people}, covers, lexicon)
    for p in people:
        if p.harm and not p.definite:
            _add(scan, p.harm, p.last, (p,), ())
    for j, token in enumerate(tokens):
        if token.kind == "H" and j not in covers and not _unreal(scan, j):
            _read_cue(scan, j, token)
    return [h if h.sentence == sentence else _at_sentence(h, sentence) for h in scan.found]


def _at_sentence(harm: Harm, sentence: int) -> Harm:
    from dataclasses import replace  # noqa: PLC0415

    return replace(harm, sentence=sentence)


def _unreal(scan: _Scan, j: int) -> bool:
    k = j - 1
    while k >= 0 and scan.tokens[k].kind in "rb" and scan.tokens[k].word not in {"had", "has", "have"}:
        k -= 1
    return k >= 0 and scan.tokens[k].word in scan.lexicon.unreal


def _read_cue(scan: _Scan, j: int, token: Token) -> None:
    form = token.mark.split(".")[1]
    if form == "doing" or (form == "done" and not _passive(scan, j)):
        heads, parts, end = _object(scan, j + 1)
        if not heads and form == "done":
            heads, end = _unnamed_object(scan, j + 1)
        if heads:
            _add(scan, token.mark, j, heads, parts)
            scan.floor = end + 1
            return
        if form == "doing":
            return
    if form in {"done", "state"}:
        _subject_of(scan, j, token)
    elif form == "count":
        _counted_noun(scan, j, token)
    elif form == "event":
        _event_noun(scan, j, token)


def _unnamed_object(scan: _Scan, at: int) -> tuple[tuple[People, ...], int]:
    """An object of the verb by a word the lexicon does not have: "killed a thief"."""
    if at + 1 >= len(scan.tokens) or scan.tokens[at].kind not in "ath" or scan.tokens[at + 1].kind not in "xNAr":
        return (), at
    return (People(first=at, last=at + 1, low=1, high=1, definite=scan.tokens[at].kind != "a"),), at + 1


def _passive(scan: _Scan, j: int) -> bool:
    k = j - 1
    while k >= 0 and scan.tokens[k].kind == "r":
        k -= 1
    return k >= 0 and scan.tokens[k].kind == "b" and scan.tokens[k].word not in {"had", "has", "have"}


def _object(scan: _Scan, at: int) -> tuple[tuple[People, ...], tuple[People, ...], int]:
    """People right after position `at`, coordinated, with the parts an "including" gives; and where they end."""
    while at < len(scan.tokens) and (scan.tokens[at].kind == "r" or scan.tokens[at].word in {"of", "least"}):
        at += 1
    first = scan.people.get(at)
    if first is None or (first.name and (_not_a_person(scan, first) or first.first == first.last)):
        return (), (), at
    heads, end = _coordinated(scan, first, len(scan.tokens))
    return heads, _parts_after(scan, end), end


def _coordinated(scan: _Scan, first: People, cue: int) -> tuple[tuple[People, ...], int]:
    heads, end = [first], first.last
    pending: list[People] = []
    at = end + 1
    while True:
        at = _skip_age(scan, at)
        joint, nxt = _joint(scan, at)
        if nxt is None or _own_predicate(scan, nxt, cue):
            break
        pending.append(nxt)
        at = nxt.last + 1
        if "&" in joint or heads[-1].name and nxt.name and "c" in joint:
            heads, pending, end = [*heads, *pending], [], nxt.last
    return _without_parts(scan, heads), end


def _without_parts(scan: _Scan, heads: list[People]) -> tuple[People, ...]:
    """The whole alone where what follows it only spells it out: "five children, two boys and three girls"."""
    first, rest = heads[0], heads[1:]
    if not first.counted or first.vague or not rest or any(p.more for p in rest):
        return tuple(heads)
    opened = scan.tokens[rest[0].first - 1].word in {"–", "—", ":", "-"} or bool(rest[0].name)
    total = 0
    for i, people in enumerate(rest, 1):
        total += people.low or 0
        if total == first.low and (opened or i == len(rest)) and len(rest) > 1:
            return (first, *rest[i:])
    return tuple(heads)


def _skip_age(scan: _Scan, at: int) -> int:
    """Position after an age, a name or a complement that belongs to the people just read."""
    kinds = "".join(t.kind for t in scan.tokens[at : at + 24])
    m = _APPOSED.match(kinds)
    return at + m.end() if m else at


_APPOSED = re.compile(
    r"(?:o[th]?[xNF]{1,6}|N{1,5}|\(.{0,6}\)|c[0qA](?=[c&bH])|c\(.{0,3}\))+(?:c[^cbHv]{1,14}c(?=[&]))?|c[^cbHv&]{1,12}c(?=&)"
)


def _joint(scan: _Scan, at: int) -> tuple[str, People | None]:
    joint = ""
    while at < len(scan.tokens) and scan.tokens[at].kind in "c&r" and len(joint) < 3:
        joint += scan.tokens[at].kind
        at += 1
    nxt = scan.people.get(at) if joint.strip("r") else None
    return joint, nxt if nxt is not None and not nxt.part else None


def _own_predicate(scan: _Scan, people: People, cue: int) -> bool:
    """Whether a verb of their own follows: "killed two men and a woman was hurt"; the cue they are subject of is none."""
    at = people.last + 1
    while at < len(scan.tokens) and scan.tokens[at].kind in "rb" and at < cue:
        at += 1
    return at < min(cue, len(scan.tokens)) and (scan.tokens[at].kind in "Hsv" or scan.tokens[at - 1].kind == "b")


def _parts_after(scan: _Scan, end: int) -> tuple[People, ...]:
    out: list[People] = []
    opened = False
    for i in range(end + 1, min(len(scan.tokens), end + 30)):
        kind = scan.tokens[i].kind
        opened = opened or kind == "u"
        if kind in "Hbv" and i not in scan.covers:
            break
        if not opened and i > end + 12:
            break
        if opened and i in scan.people:
            out.append(scan.people[i])
    return tuple(out)


def _subject_of(scan: _Scan, j: int, token: Token) -> None:
    heads, parts = _subject(scan, scan.floor, j)
    if not heads and scan.last and j - scan.last_at <= 8 and _continues(scan, j):
        heads = scan.last
    if heads:
        heads += _companions(scan, j)
        _add(scan, token.mark, j, heads, parts)
        scan.last, scan.last_at = heads, j
        scan.floor = j + 1


def _companions(scan: _Scan, j: int) -> tuple[People, ...]:
    """People harmed with the subject: "was killed with his wife and two sons"."""
    at = j + 1
    if at >= len(scan.tokens) or not (scan.tokens[at].kind == "&" or scan.tokens[at].word == "with"):
        return ()
    if scan.tokens[at].word in {"and", "or"}:
        return ()
    first = scan.people.get(at + 1)
    if first is None or (first.name and _not_a_person(scan, first)):
        return ()
    return _coordinated(scan, first, len(scan.tokens))[0]


def _continues(scan: _Scan, j: int) -> bool:
    return any(t.kind == "&" for t in scan.tokens[scan.last_at + 1 : j]) or j - scan.last_at == 1


def _subject(scan: _Scan, floor: int, j: int) -> tuple[tuple[People, ...], tuple[People, ...]]:
    if scan.tokens[j].word.startswith(("with ", "suffering", "sustaining")):
        near = [p for p in scan.people.values() if floor <= p.first and p.last < j and not p.name and j - p.last < 5]
        return tuple(near[-1:]), ()
    cut = _include_zones(scan, floor, j)
    names: list[People] = []
    for i in range(floor, j):
        people = scan.people.get(i)
        if people is None or i in cut or people.last >= j or _governed(scan, i):
            continue
        if people.name:
            names.append(people)
            continue
        if _acts(scan, people, j):
            continue
        heads, end = _coordinated(scan, people, j)
        if end < j:
            return heads, tuple(scan.people[k] for k in sorted(cut) if k in scan.people)
    beside = scan.covers.get(_back(scan, j))
    if beside is not None and not beside.name and beside.first >= floor and beside.first not in cut:
        return (beside,), ()
    for people in reversed(names):
        if not _not_a_person(scan, people) and _close(scan, people.last + 1, j):
            return _names_back(scan, people, names), ()
    return (), ()


def _back(scan: _Scan, j: int) -> int:
    """Position of the last token before the cue's own helpers and adverbs."""
    j -= 1
    while j >= 0 and scan.tokens[j].kind in "br":
        j -= 1
    return j


def _names_back(scan: _Scan, last: People, names: list[People]) -> tuple[People, ...]:
    out = [last]
    for people in reversed(names[: names.index(last)]):
        gap = "".join(t.kind for t in scan.tokens[people.last + 1 : out[0].first])
        if not re.fullmatch(r"(?:c[0q])?(?:\(.{0,4}\))?c?&?", gap):
            break
        out.insert(0, people)
    return tuple(out)


def _acts(scan: _Scan, people: People, j: int) -> bool:
    """Whether the people do something before the cue instead of suffering it: "the man said his son was killed"."""
    between = scan.tokens[people.last + 1 : j]
    if any(t.word in _SAYING for t in between[:4]):
        return True
    return False


_SAYING = frozenset(
    {
        "said",
        "told",
        "says",
        "reported",
        "confirmed",
        "stated",
        "added",
        "posted",
        "shared",
        "arrested",
        "believe",
        "believes",
        "mourned",
    }
)


def _include_zones(scan: _Scan, floor: int, j: int) -> set[int]:
    cut: set[int] = set()
    for k in range(floor, j):
        if scan.tokens[k].kind == "u":
            cut |= set(range(k, j))
    return cut


def _governed(scan: _Scan, i: int) -> bool:
    return (
        i > 0
        and scan.tokens[i - 1].kind in "poyv"
        and scan.tokens[i - 1].word
        not in {
            "after",
            "when",
            "as",
            "while",
            "because",
            "said",
            "reported",
            "that",
            "where",
            "if",
            "says",
            "before",
            "say",
            "reports",
        }
    )


def _close(scan: _Scan, at: int, j: int) -> bool:
    gap = "".join(t.kind for t in scan.tokens[at:j])
    return bool(re.fullmatch(r"(?:c[0qxANSthao]{1,8}c|\(.{0,6}\)|c0c?|cqc?)*[rbs&]*(?:H[rb]*&?[rb]*)?", gap))


def _not_a_person(scan: _Scan, people: People) -> bool:
    return scan.tokens[people.first].mark == "other" or scan.tokens[people.last].mark == "other"


_BRINGING = frozenset('causing caused reported reporting to in and of about brought mentioned “ " were'.split())
"""Words before a bare "injuries" that make it news of people hurt, not of the hurt of somebody named."""


def _counted_noun(scan: _Scan, j: int, token: Token) -> None:
    k = j - 1
    while k >= 0 and scan.tokens[k].kind in "xro" and k not in scan.people and j - k < 4:
        k -= 1
    people = scan.covers.get(k)
    if people is not None and people.counted and people.last >= k:
        _add(scan, token.mark, j, (people,), ())
        scan.floor = j + 1
    elif j + 1 < len(scan.tokens) and scan.tokens[j + 1].kind == "o":
        _event_noun(scan, j, token)
    elif token.mark.startswith("injured") and scan.tokens[max(0, j - 1)].word in _BRINGING:
        vague = People(first=j, last=j, low=2, high=None, comparator=">=", vague=True)
        _add(scan, token.mark, j, (vague,), ())


def _event_noun(scan: _Scan, j: int, token: Token) -> None:
    if j + 1 < len(scan.tokens) and scan.tokens[j + 1].kind == "o":
        heads, parts, end = _object(scan, j + 2)
        if heads:
            _add(scan, token.mark, j, heads, parts)
            scan.floor = end + 1


def _add(scan: _Scan, mark: str, j: int, heads: tuple[People, ...], parts: tuple[People, ...]) -> None:
    kind, form = mark.split(".")
    first, last = min(heads[0].first, j), max(heads[-1].last, j)
    start, end = scan.tokens[first].start, scan.tokens[last].end
    low, high, sign = _sum(heads)
    groups = {p.group for p in heads}
    negated = any(scan.tokens[k].word in {"not", "never", "n't"} for k in range(max(0, j - 3), j))
    negated = negated or any(t.word.endswith("n't") for t in scan.tokens[max(0, j - 3) : j])
    scan.found.append(
        Harm(
            kind=kind,
            start=start,
            end=end,
            low=low,
            high=high,
            comparator=sign,
            text=scan.text[scan.tokens[heads[0].first].start : scan.tokens[heads[-1].last].end],
            group=groups.pop() if len(groups) == 1 else "unknown",
            heads=heads,
            parts=parts,
            cue=(scan.tokens[j].start, scan.tokens[j].end),
            denied=negated,
            form=form,
        )
    )


def _sum(heads: tuple[People, ...]) -> tuple[int | None, int | None, str]:
    if len(heads) == 1:
        return heads[0].low, heads[0].high, heads[0].comparator
    lows, highs = [p.low or 0 for p in heads], [p.high for p in heads]
    high = None if None in highs else sum(h or 0 for h in highs)
    low = sum(lows)
    sign = "=" if low == high else (">=" if high is None else "between")
    return low, high, sign
