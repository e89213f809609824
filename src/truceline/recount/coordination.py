"""People named together, and what only spells out a number already given."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.recount.persons import People
from truceline.recount.scan import Scan, not_a_person


def unnamed_object(scan: Scan, at: int) -> tuple[tuple[People, ...], int]:
    """An object of the verb by a word the lexicon does not have: "killed a thief"."""
    if at + 1 >= len(scan.tokens) or scan.tokens[at].kind not in "ath" or scan.tokens[at + 1].kind not in "xNAr":
        return (), at
    return (People(first=at, last=at + 1, low=1, high=1, definite=scan.tokens[at].kind != "a"),), at + 1


_ONE, _MANY = frozenset({"him", "her", "me"}), frozenset({"them", "us"})


def pronoun_object(scan: Scan, at: int) -> tuple[People, ...]:
    """Who was named before, as the object of a verb: "shot him", "pronounced her dead"."""
    word = scan.tokens[at].word if at < len(scan.tokens) else ""
    if word in _ONE:
        return (People(first=at, last=at, low=1, high=1, definite=True),)
    if word in _MANY:
        return (People(first=at, last=at, low=2, high=None, comparator=">=", definite=True, vague=True),)
    return ()


def loose_object(scan: Scan, at: int) -> tuple[tuple[People, ...], int]:
    """An object that no noun for people names, by an unknown word, a pronoun or single names; and where it ends."""
    heads, end = unnamed_object(scan, at)
    heads = heads or pronoun_object(scan, at)
    return _with_others(scan, heads, end) if heads else named_object(scan, at)


_SEVERAL = frozenset({"family", "families", "household", "relatives", "crew", "friends", "entire", "whole"})


def _with_others(scan: Scan, heads: tuple[People, ...], end: int) -> tuple[tuple[People, ...], int]:
    """Those harmed, with others joined by "and": "killed her | and her driver", "shot the miller | and his sons"."""
    at = end + 2
    if at >= len(scan.tokens) or scan.tokens[end + 1].word != "and" or heads[0].vague:
        return heads, end
    first = scan.people.get(at)
    others, last = ((first,), first.last) if first is not None and not first.name else unnamed_object(scan, at)
    if not others or _own_predicate(scan, others[-1], len(scan.tokens)):
        return heads, end
    if any(
        t.word in _SEVERAL for t in scan.tokens[at : last + 2]
    ):  # "him and his entire family": nobody knows how many
        return heads, end
    return (*heads, *others), last


def named_object(scan: Scan, at: int) -> tuple[tuple[People, ...], int]:
    """One or more people by a single name each, behind a verb that somebody did: "Sami shot Karim and Noor"."""
    first = scan.people.get(at)
    if first is None or not first.name or not_a_person(scan, first) or at < 2:
        return (), at
    if at - 2 not in scan.covers and scan.tokens[at - 2].kind != "w":
        return (), at
    return coordinated(scan, first, len(scan.tokens))


def find_object(scan: Scan, at: int) -> tuple[tuple[People, ...], tuple[People, ...], int]:
    """People right after position `at`, coordinated, with the parts an "including" gives; and where they end."""
    while at < len(scan.tokens) and (scan.tokens[at].kind in "rA" or scan.tokens[at].word in {"of", "least"}):
        at += 1
    first = scan.people.get(at)
    if first is None or (first.name and (not_a_person(scan, first) or first.first == first.last)):
        return (), (), at
    heads, end = coordinated(scan, first, len(scan.tokens))
    return heads, _parts_after(scan, end), end


def _joined_by_comma(scan: Scan, joint: str, head: People, nxt: People, cue: int) -> bool:
    """Whether a comma alone joins two: names, or two in a headline or behind their verb."""
    if head.name and nxt.name and "c" in joint:
        return True
    return joint == "c" and (_pair_in_headline(scan, head, nxt, cue) or _pair_behind(scan, head, nxt))


def coordinated(scan: Scan, first: People, cue: int) -> tuple[tuple[People, ...], int]:
    """The people joined to `first` by commas and "and", and the position they reach; `cue` is their verb's."""
    heads, end = [first], first.last
    pending: list[People] = []
    at = end + 1
    while True:
        at = _skip_age(scan, at)
        joint, nxt = _joint(scan, at, heads[-1])
        if nxt is None or _own_predicate(scan, nxt, cue):
            break
        pending.append(nxt)
        at = nxt.last + 1
        if _or_rather(scan, heads[-1], nxt):
            heads, end = [*heads[:-1], _either(heads[-1], nxt)], nxt.last
            continue
        if "&" in joint or _joined_by_comma(scan, joint, heads[-1], nxt, cue):
            heads, pending, end = [*heads, *pending], [], nxt.last
    return _without_parts(scan, heads), end


def _pair_in_headline(scan: Scan, one: People, two: People, cue: int) -> bool:
    """Whether a headline puts a comma for an "and": "Girl, woman shot". No article stands before either."""
    opens = one.first == 0 or scan.tokens[one.first - 1].word == ":"
    bare = not any(scan.tokens[i].kind in "at" for i in (one.first, two.first))
    plain = bare and not (one.name or two.name) and one.low == 1
    return opens and plain and cue == two.last + 1 and cue < len(scan.tokens) and scan.tokens[cue].kind == "H"


_IN_HEADLINES = frozenset({"kills", "wounds", "injures", "hurts", "shoots"})


def _pair_behind(scan: Scan, one: People, two: People) -> bool:
    """Whether a headline's verb has two objects with a comma between: "Shelling kills woman, 3 children"."""
    verb = one.first > 0 and scan.tokens[one.first - 1].word in _IN_HEADLINES
    plain = not (one.name or two.name) and scan.tokens[one.first].kind not in "at" and two.first < two.last
    return verb and plain and one.low == 1 and two.counted


def _or_rather(scan: Scan, people: People, other: People) -> bool:
    """Whether one number is told in place of another: "killed 19, or 24 by the later list"."""
    bare = people.counted and other.counted and other.first == other.last
    return bare and scan.tokens[other.first - 1].word == "or"


def _either(one: People, other: People) -> People:
    """Those of one number or the other."""
    lows, highs = [p.low or 0 for p in (one, other)], [p.high for p in (one, other)]
    high = None if None in highs else max(h or 0 for h in highs)
    return replace(one, low=min(lows), high=high, comparator="between" if high is not None else ">=")


_WHOLE = frozenset({"the", "this", "that", "a", "an", "his", "her", "their", "its", "one"})
"""First words of a whole of which some are counted."""
_OPENS = frozenset({"–", "—", ":", "-"})


def _without_parts(scan: Scan, heads: list[People]) -> tuple[People, ...]:
    """The whole alone where what follows it only spells it out: "five children, two boys and three girls".

    So where it counts some of several: "58 members of the clan and its neighbours".
    """
    first, rest = heads[0], heads[1:]
    if first.counted and _is_of_a_whole(scan, first):
        rest = [p for p in rest if not (p.vague and p.definite)]
    if _is_named_behind(scan, first, rest):
        return (first,)
    if not first.counted or first.vague or not rest or any(p.more for p in rest):
        return (first, *rest)
    if rest[0].name:
        return (first, *(p for p in rest if p.counted and not p.definite))
    return (first, *rest[_parts(scan, first, rest) :])


def _is_of_a_whole(scan: Scan, people: People) -> bool:
    """Whether "of" and a body or kind of people stand behind: "members of the clan"."""
    behind = [t.word for t in scan.tokens[people.last + 1 : people.last + 3]]
    return behind[:1] == ["of"] and not _WHOLE.isdisjoint(behind[1:])


def _is_named_behind(scan: Scan, people: People, rest: Sequence[People]) -> bool:
    """Whether what opens behind some people names them: "several people: Iva Torm and Besk Torm"."""
    if not people.vague or people.name or not rest or not rest[0].name:
        return False
    return scan.tokens[people.last + 1].word in _OPENS


def _parts(scan: Scan, whole: People, rest: Sequence[People]) -> int:
    """How many of those behind a counted whole are its parts: they make it up together; 0 where they do not."""
    opened = scan.tokens[rest[0].first - 1].word in _OPENS
    total = 0
    for i, people in enumerate(rest, 1):
        total += people.low or 0
        if total == whole.low and (opened or i == len(rest)) and len(rest) > 1:
            return i
    return 0


def _skip_age(scan: Scan, at: int) -> int:
    """Position after an age, a name or a complement that belongs to the people just read."""
    kinds = "".join(t.kind for t in scan.tokens[at : at + 24])
    m = _APPOSED.match(kinds)
    return at + m.end() if m else at


_APPOSED = re.compile(
    r"(?:o[th]?[xNF]{1,6}|N{1,5}|\(.{0,6}\)|cN{1,5}c[0qA]c(?=&)|c[0qA](?=[c&bH])|c\(.{0,3}\))+(?:c[^cbHvu]{1,14}c(?=[&]))?|c[^cbHvu&]{1,12}c(?=&)"
)


def _joint(scan: Scan, at: int, before: People) -> tuple[str, People | None]:
    """What joins people to those `before` them, and who they are; some of these are none besides them."""
    joint = ""
    while at < len(scan.tokens) and scan.tokens[at].kind in "c&r" and len(joint) < 3:
        joint += scan.tokens[at].kind
        at += 1
    nxt = scan.people.get(at) if joint.strip("r") else None
    with_them = "&" in joint and scan.tokens[at - 1].word not in _AND
    return joint, nxt if nxt is not None and (with_them or not nxt.part or are_ones_own(scan, before, nxt)) else None


def are_ones_own(scan: Scan, one: People, some: People) -> bool:
    """Whether some are told as of one person's own, and so besides him: "a miller and | two of his sons"."""
    words = [t.word for t in scan.tokens[some.first + 1 : some.first + 3]]
    return one.high == 1 and some.part and words[:1] == ["of"] and words[1:] in (["his"], ["her"], ["their"])


def _own_predicate(scan: Scan, people: People, cue: int) -> bool:
    """Whether a verb of their own follows: "killed two men and a woman was hurt"; their own cue is none."""
    at = people.last + 1
    while at < len(scan.tokens) and scan.tokens[at].kind in "rb" and at < cue:
        at += 1
    return at < min(cue, len(scan.tokens)) and (scan.tokens[at].kind in "Hsv" or scan.tokens[at - 1].kind == "b")


def _parts_after(scan: Scan, end: int) -> tuple[People, ...]:
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


_AND = frozenset({"and", "or", "&", "plus"})
_THERE = frozenset({"there", "here", "instantly", "immediately", "outright", "too", "yesterday", "today"})
"""Words between a cue and those harmed with its subject: "was killed there along with five others"."""


def on_the_other_side(scan: Scan, at: int) -> tuple[People, ...]:
    """Those of the other side whom the same word of harm counts: "six died | on one side and four on the other"."""
    words = [t.word for t in scan.tokens[at : at + 9]]
    joint = 3 + (words[3:4] == [","])
    if words[:3] != ["on", "one", "side"] or words[joint : joint + 1] not in (["and"], ["against"]):
        return ()
    other = scan.people.get(at + joint + 1)
    behind = [t.word for t in scan.tokens[other.last + 1 : other.last + 4]] if other is not None else []
    return (other,) if other is not None and other.counted and behind == ["on", "the", "other"] else ()


def companions(scan: Scan, j: int) -> tuple[People, ...]:
    """People harmed with the subject: "was killed with his wife and two sons"."""
    at = j + 1
    while at < len(scan.tokens) and scan.tokens[at].word in _THERE:
        at += 1
    if at >= len(scan.tokens) or not (scan.tokens[at].kind == "&" or scan.tokens[at].word == "with"):
        return ()
    if scan.tokens[at].word in _AND:
        return ()
    first = scan.people.get(at + 1)
    if first is None or (first.name and not_a_person(scan, first)):
        return ()
    return coordinated(scan, first, len(scan.tokens))[0]
