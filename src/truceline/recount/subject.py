"""Who suffers what a cue says: the subject of a passive or of a word like "died"."""

import re
from collections.abc import Sequence

from truceline.model.amount import Quantity
from truceline.recount.coordination import are_ones_own, coordinated
from truceline.recount.nearest import number_before
from truceline.recount.persons import People
from truceline.recount.scan import Scan, not_a_person
from truceline.recount.whom import brought_in, left_so, one_is_meant

_BELONGS = re.compile(r"(?:[op][thaxNFPS0]+)*")
"""Phrases behind a noun that say where or to what it belongs."""
_NOUN_PHRASE = frozenset("xNAPSrth0q&c")
"""Kinds of tokens of which noun phrases are made, joined ones too."""
_THEN = frozenset({"after", "before", "because", "once"})
"""Words that open a clause behind one with a verb: "two men were arrested after six people were shot"."""
_SETTING = frozenset({"when", "where", "while"})
"""Words that open a clause of what befell others: "200 people were there when a shell fell and a guard was killed"."""


def find_subject(scan: Scan, floor: int, j: int) -> tuple[tuple[People, ...], tuple[People, ...]]:
    """People between positions `floor` and `j` that the cue at `j` is said of, and the parts given of them."""
    if scan.tokens[j].word.startswith(("with ", "suffering", "sustaining")):
        near = [p for p in scan.people.values() if floor <= p.first and p.last < j and not p.name and j - p.last < 5]
        return tuple(near[-1:]) or brought_in(scan, floor, j), ()
    floor = max(_behind_colon(scan, floor, j), _behind_semicolon(scan, floor, j), _own_clause(scan, floor, j))
    floor = max(floor, left_so(scan, floor, j), _hurt_besides(scan, floor, j))
    cut = _include_zones(scan, floor, j)
    if number := _number(scan, floor, cut, j):
        return (number,), ()
    free = [scan.people[i] for i in range(floor, j) if i in scan.people and i not in cut]
    free = [p for p in free if p.last < j and not _governed(scan, p.first)]
    if heads := _doing_it(scan, free, floor, j):
        return heads, tuple(scan.people[k] for k in sorted(cut) if k in scan.people)
    if beside := _beside(scan, floor, cut, j):
        return (*_joined_before(scan, floor, beside, j), beside), ()
    return _by_name(scan, [p for p in free if p.name], j), ()


def _doing_it(scan: Scan, free: Sequence[People], floor: int, j: int) -> tuple[People, ...]:
    """The first of some people without a name, and those beside them, whose clause the cue goes on; () for none."""
    for people in free:
        if people.name or _acts(scan, people, j) or _nobody_else(scan, people, j):
            continue
        heads, end = coordinated(scan, people, j)
        if one_is_meant(scan, heads, _back(scan, j)):
            continue
        if end < j and not _another_clause(scan, end + 1, j):
            return (*_joined_before(scan, floor, people, j), *heads)
    return ()


_FINDING = frozenset({"discovered", "found", "learned", "determined", "saw", "noticed", "realized", "realised"})
"""Verbs of those who come upon what befell others: "officers found that two men had been shot"."""


def _nobody_else(scan: Scan, people: People, j: int) -> bool:
    """Whether a "no" has things and a clause of its own: "no other sources spoke of it, so those killed ..."."""
    if people.high != 0:
        return False
    behind = [t for t in scan.tokens[people.last + 1 : j] if t.word != "other"]
    return bool(behind) and behind[0].kind == "x" and any(t.kind == "c" for t in behind)


def _by_name(scan: Scan, names: list[People], j: int) -> tuple[People, ...]:
    """Those named last before the cue, where nothing else stands between."""
    for people in reversed(names):
        if not not_a_person(scan, people) and _close(scan, people.last + 1, j):
            return _names_back(scan, people, names)
    return ()


def _number(scan: Scan, floor: int, cut: set[int], j: int) -> People | None:
    """The bare number right before the cue and its helpers, but for parts of a number told before."""
    number = number_before(scan, floor, j)
    return number if number is not None and (number.first not in cut or _past_parts(scan, number, j)) else None


def _behind_colon(scan: Scan, floor: int, j: int) -> int:
    """Where people stand behind a colon, those before it only tell: "an officer called: one soldier was killed".

    So it is behind a semicolon: "two tankers were bombed; 40 people died".
    """
    colon = max((i for i in range(floor, j) if scan.tokens[i].word in {":", ";"}), default=j)
    return colon + 1 if any(colon < i < j for i in scan.people) else floor


def _hurt_besides(scan: Scan, floor: int, j: int) -> int:
    """Where others are told behind the dead: "nine died, two of them children, with at least | twenty men wounded"."""
    beside = scan.covers.get(j - 1)
    at = beside.first - 1 if beside is not None else j
    while at > floor and (scan.tokens[at].kind == "r" or scan.tokens[at].word in {"at", "least"}):
        at -= 1
    opens = beside is not None and at > floor and scan.tokens[at].word == "with" and scan.tokens[at - 1].kind == "c"
    return at + 1 if opens else floor


def _behind_semicolon(scan: Scan, floor: int, j: int) -> int:
    """Where a clause with people of its own opens behind another with a verb: "30 guests fled; two guards died"."""
    at = max((i for i in range(floor, j) if scan.tokens[i].word == ";"), default=floor)
    told = at > floor and any(t.kind in "bvH" for t in scan.tokens[floor:at])
    return at + 1 if told and any(at < i < j for i in scan.people) else floor


def _own_clause(scan: Scan, floor: int, j: int) -> int:
    """Where a "whose" clause opens of which the cue is the verb: "200 men came to a hall whose owner had died"."""
    end = _back(scan, j)
    for i in range(end, floor - 1, -1):
        if scan.tokens[i].word == "whose":
            return i
        if scan.tokens[i].kind not in _NOUN_PHRASE and i not in scan.covers:
            break
    return floor


def _another_clause(scan: Scan, at: int, j: int) -> bool:
    """Whether others, counted, come behind an "and" right before the cue: "50 people were there, and six were hurt".

    An "including" opens none: its "and" joins parts.
    """
    beside = scan.covers.get(_back(scan, j))
    if beside is None or beside.part or beside.first <= at:
        return False
    between = scan.tokens[at : beside.first]
    if between[-1].word in _THEN and any(t.kind in "bvHx" for t in between[:-1]):
        return True
    if not beside.counted and not (_SETTING.intersection(t.word for t in between) and _alone(scan, beside, j)):
        return False
    kinds = {t.kind for t in between}
    if between[-1].kind == "&":
        return bool(kinds & set("bvcH")) and "u" not in kinds
    return _next_clause(scan, at - 1, beside.first) < beside.first


def _alone(scan: Scan, beside: People, j: int) -> bool:
    """Whether the verb is of those before it alone: "a boy was killed", not "a boy were killed"."""
    return beside.low != 1 or not {"were", "are"}.intersection(t.word for t in scan.tokens[beside.last + 1 : j])


def _beside(scan: Scan, floor: int, cut: set[int], j: int) -> People | None:
    """The people right before the cue's own helpers, but for parts of a number told before."""
    people = scan.covers.get(_back(scan, j))
    if people is None or people.name or people.first < floor:
        return None
    return people if people.first not in cut or _past_parts(scan, people, j) else None


def _joined_before(scan: Scan, floor: int, beside: People, j: int) -> tuple[People, ...]:
    """Those counted before an "and" of whom the cue is told too: "they saw six guards and | two rebels | dead"."""
    if named := _whose_own(scan, floor, beside):
        return (named,)
    at = beside.first - 2
    others = scan.covers.get(at)
    if others is None or others.last != at or others.first < floor or scan.tokens[at + 1].word != "and":
        return ()
    bare = beside.last == j - 1 and (scan.tokens[j].word == "dead" or scan.tokens[j].mark.endswith("done"))
    return (others,) if bare and _plainly_counted(beside) and _plainly_counted(others) else ()


def _whose_own(scan: Scan, floor: int, beside: People) -> People | None:
    """The one named before an "and" of whose own some are told: "Ilan Cord, 44, and | two of his sons | died"."""
    names = [p for i, p in scan.people.items() if floor <= i < beside.first and p.name]
    one = max(names, key=lambda p: p.first, default=None)
    if one is None or not_a_person(scan, one) or not are_ones_own(scan, one, beside):
        return None
    gap = "".join(t.kind for t in scan.tokens[one.last + 1 : beside.first])
    return one if re.fullmatch(r"(?:c[0qA])?c?&", gap) else None


def _plainly_counted(people: People) -> bool:
    return people.counted and not people.part


def _past_parts(scan: Scan, beside: People, j: int) -> bool:
    """Whether a number with a word of harm of its own stands behind the parts of one told before.

    "Seven died, among them two children, and sixteen others were wounded."
    """
    bare = beside.first == beside.last and scan.tokens[beside.first].quantity is not None
    joint = [t.kind for t in scan.tokens[max(0, beside.first - 2) : beside.first]]
    kind = scan.tokens[j].mark.split(".")[0]
    others = any(h.kind != kind for h in scan.found)
    apart = bare or not beside.part or beside.more
    return apart and beside.counted and joint == ["c", "&"] and scan.tokens[beside.last + 1].kind in "bH" and others


def _back(scan: Scan, j: int) -> int:
    """Position of the last token before the cue's own helpers and adverbs."""
    j -= 1
    while j >= 0 and scan.tokens[j].kind in "br":
        j -= 1
    return j


def antecedent(scan: Scan, floor: int, j: int) -> tuple[People, ...]:
    """Of whom a relative clause tells the cue: "they found a boy who had been shot", "five, two of whom died"."""
    at = _back(scan, j)
    if at < 1 or scan.tokens[at].word not in {"who", "that", "of whom"}:
        return ()
    if scan.tokens[at].word == "of whom":
        number = scan.tokens[at - 1].quantity
        return (_counted(at - 1, number),) if number else ()
    people = scan.covers.get(at - 1 - (scan.tokens[at - 1].kind == "c"))
    if people is None or people.counted or people.first < floor or not _governed(scan, people.first):
        return ()
    return () if people.name and not_a_person(scan, people) else (people,)


def _counted(at: int, number: Quantity) -> People:
    return People(first=at, last=at, low=number.low, high=number.high, comparator=number.comparator, counted=True)


def _names_back(scan: Scan, last: People, names: list[People]) -> tuple[People, ...]:
    out = [last]
    for people in reversed(names[: names.index(last)]):
        gap = "".join(t.kind for t in scan.tokens[people.last + 1 : out[0].first])
        if not re.fullmatch(r"(?:c[0q])?(?:\(.{0,4}\))?c?&?A?", gap):
            break
        out.insert(0, people)
    return tuple(out)


def _acts(scan: Scan, people: People, j: int) -> bool:
    """Whether the people do something before the cue instead of suffering it: "the man said his son was killed".

    Of whom a thing is said does nothing: "two men were reported to have been killed".
    """
    first = people.last + 1
    saying = (i for i in range(first, min(j, first + 4)) if scan.tokens[i].word in scan.lexicon.sets["saying"])
    return any(scan.tokens[i - 1].kind != "b" for i in saying) or _tells(scan, first, j)


def _tells(scan: Scan, at: int, j: int) -> bool:
    """Whether the people tell, past all that says which they are: "a nurse of the field clinic in Ard said 18"."""
    kinds = "".join(t.kind for t in scan.tokens[at:j])
    m = _BELONGS.match(kinds)
    verb = at + (m.end() if m else 0)
    finds = verb < j - 1 and scan.tokens[verb].word in _FINDING and scan.tokens[j - 1].word == "been"
    return finds or any(scan.tokens[i].word in scan.lexicon.sets["telling"] for i in range(at, min(verb + 1, j - 1)))


def _include_zones(scan: Scan, floor: int, j: int) -> set[int]:
    cut: set[int] = set()
    for k in range(floor, j):
        if scan.tokens[k].kind == "u" and scan.tokens[max(0, k - 1)].word not in scan.lexicon.numbered:
            cut |= set(range(k, _next_clause(scan, k, j)))
    return cut


def _next_clause(scan: Scan, at: int, j: int) -> int:
    """Where a clause with a verb of its own opens behind parts: "seven died, four of them guards, and police saw 17".

    The position of the cue at `j` where none does.
    """
    for i in range(at + 1, j):
        opens = scan.tokens[i].kind == "&" and scan.tokens[i - 1].kind == "c"
        if opens and any(t.kind == "v" for t in scan.tokens[i:j]):
            return i
    return j


def _governed(scan: Scan, i: int) -> bool:
    """Whether a preposition or another verb stands right before position `i`."""
    before = scan.tokens[i - 1] if i > 0 else None
    return before is not None and before.kind in "poyv" and before.word not in scan.lexicon.sets["opening"]


def _close(scan: Scan, at: int, j: int) -> bool:
    gap = "".join(t.kind for t in scan.tokens[at:j])
    return bool(re.fullmatch(r"(?:c(?=s))?(?:c[0qxANSthao]{1,8}c|\(.{0,6}\)|c0c?|cqc?)*[rbs&]*(?:H[rb]*&?[rb]*)?", gap))
