"""From statements of harm to one happening's totals: the document's main version, and the range over its tellers."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Casualties, CasualtyGroup
from truceline.model.amount import Range
from truceline.recount.persons import People
from truceline.recount.scan import Harm


def tolls(harms: Sequence[Harm]) -> tuple[Range | None, Range | None]:
    """Ranges of the killed and the injured over all tellers; None where nothing is said of them."""
    killed = total(harms, "killed")
    injured = total([h for h in harms if not _the_dead(h, killed) and not _died_since(h, harms)], "injured")
    hit = total(harms, "hit")
    injured = injured and _still_hurt(harms, injured)
    if hit is not None:
        injured = _survivors(harms, hit, killed, injured)
    return killed, injured


def _still_hurt(harms: Sequence[Harm], injured: Range) -> Range:
    """The hurt without those told in the same breath to have died: "seven were wounded, two of them fatally".

    Told later, they may be left out already: who writes of their death knows of it.
    """
    lead = _lead([h for h in harms if h.kind == "injured" and not h.denied])
    died = [h for h in harms if (h.added or h.of_wounds) and h.low == h.high and h.sentence == lead.sentence]
    gone = sum(h.low or 0 for h in died if h.start >= lead.start)
    low, high = injured.low, injured.high
    if not gone or low is None or high is None or low <= gone:
        return injured
    return replace(injured, low=low - gone, high=high - gone)


_SELF = frozenset({"himself", "herself", "themselves", "themself"})


def _the_dead(harm: Harm, killed: Range | None) -> bool:
    """Whether a condition ("with gunshot wounds"), or a wound of one's own hand, is told of people who died of it."""
    if harm.kind != "injured" or killed is None or not killed.low:
        return False
    head = harm.heads[0]
    if harm.form != "state":
        return harm.text.lower() in _SELF and killed.high == killed.low
    return not head.counted and not head.more and (harm.low or 0) <= max(killed.low, 1) + head.vague


def _died_since(harm: Harm, harms: Sequence[Harm]) -> bool:
    """Whether one hurt is told further on to have died: "wounding a woman. The woman died in hospital"."""
    one = harm.heads[0] if harm.kind == "injured" and len(harm.heads) == 1 and harm.low == harm.high == 1 else None
    if one is None or one.definite:
        return False
    later = (
        h for h in harms if h.kind == "killed" and not h.denied and h.sentence > harm.sentence and len(h.heads) == 1
    )
    return any(h.heads[0].definite and h.low == 1 and h.heads[0].head == one.head for h in later)


def _survivors(harms: Sequence[Harm], hit: Range, killed: Range | None, injured: Range | None) -> Range | None:
    """Of people shot, those not told to have died are injured; a higher number told outright stands."""
    lead = _lead([h for h in harms if h.kind == "hit" and not h.denied])
    dead = 0 if killed is None or _died_apart(harms, lead) else (killed.low or 0)
    left = max(0, (hit.low or hit.high or 0) - dead)
    if left == 0 or (injured is not None and (injured.low or 0) >= left and not _is_same(injured, hit, dead)):
        return injured
    top = None if hit.high is None else max(left, hit.high - dead)
    return Range(low=left, high=top, text=hit.text, comparator=hit.comparator if not dead else "=")


def _is_same(injured: Range, hit: Range, dead: int) -> bool:
    """Whether some of those counted as injured are the dead: all who were shot are."""
    return dead > 0 and (injured.low, injured.high) == (hit.low, hit.high)


def _died_apart(harms: Sequence[Harm], lead: Harm) -> bool:
    """Whether the dead are others than those shot: told right before them, or these are told as "others"."""
    before = (h for h in harms if h.kind == "killed" and h.sentence == lead.sentence)
    others = any(p.more for p in lead.heads) or any(h.end <= lead.start for h in before)
    return others and lead.text.lower() not in _SELF and not _died_shot(harms, lead)


def _died_shot(harms: Sequence[Harm], lead: Harm) -> bool:
    """Whether who died in a sentence is then told by a pronoun to have been shot: "a boy died after he was shot"."""
    died = [h for h in harms if h.kind == "killed" and h.sentence == lead.sentence and h.end <= lead.start]
    return lead.text.lower() in {"he", "she"} and all(h.form == "state" and h.high == 1 for h in died)


def total(harms: Sequence[Harm], kind: str) -> Range | None:
    """Range of one kind of harm over all tellers; None where nothing is said of it."""
    every = [h for h in harms if h.kind == kind and not h.denied]
    said = [h for h in every if not h.added and not h.of_wounds] or every
    if not said:
        return None
    lead = _lead(said)
    low, high = _bounds(said, lead)
    oneself = kind == "killed" and lead.text.lower() not in _SELF and _also_oneself(said, lead)
    if more := oneself + _beside(said, lead) + _further(every, lead):
        low, high = (low or 0) + more, None if high is None else high + more
    if high is not None and not lead.added:
        high += _died_later(every, lead)
    sign = lead.comparator if (low, high) == (lead.low, lead.high) else "between"
    return Range(low=low, high=high, text=lead.text, comparator=sign)  # type: ignore[arg-type]


def _bounds(said: Sequence[Harm], lead: Harm) -> tuple[int | None, int | None]:
    """Lowest and highest of the lead's figure and the whole ones told beside it, where that leaves one open."""
    low, high = lead.low, lead.high
    tops = [h.high or h.low or 0 for h in said if h is not lead and _whole(h) and not lead.raised]
    if high is None or lead.heads[0].vague:
        top = max(tops, default=0)
        high = top if top > (low or 0) else high
    if low is None:
        low = min((t for t in tops if 0 < t <= (high or 0)), default=None)
    return low, high


def _died_later(said: Sequence[Harm], lead: Harm) -> int:
    """How many of the hurt are told, behind the figure it leads with, to have died: it may count them, or not yet."""
    if lead.raised:
        return 0
    return sum(h.low or 0 for h in said if h.added and not h.further and h.sentence > lead.sentence)


def _further(said: Sequence[Harm], lead: Harm) -> int:
    """How many are told, behind the figure it leads with, to have died besides; none where it counts them already.

    "Fourteen have died. Twelve were killed at once and two more died of their wounds."
    """
    more = sum(h.low or 0 for h in said if h.further and h.start > lead.end)
    rest = [h.low or 0 for h in said if h is not lead and not h.added]
    known = lead.raised or lead.added or any(n + more == lead.low for n in rest)
    return 0 if known else more


def _beside(said: Sequence[Harm], lead: Harm) -> int:
    """How many are told to have died with somebody who is told of alone: "his guard died with him"."""
    if lead.beside or any(p.counted for p in lead.heads):
        return sum(h.low or 0 for h in said if h.beside and h.sentence == lead.sentence and h.start > lead.end)
    told = {h.text.lower(): h.low or 0 for h in said if h.beside and h.sentence >= lead.sentence}
    return sum(told.values())


def _also_oneself(said: Sequence[Harm], lead: Harm) -> bool:
    """Whether who killed them is told in the same sentence to have killed himself."""
    return any(h.sentence == lead.sentence and h.start > lead.end and h.text.lower() in _SELF for h in said)


def _lead(said: Sequence[Harm]) -> Harm:
    """The statement the document leads with: the first counted one near its head, before vague and single ones.

    A figure that is told as risen takes its place, unless it is lower, or within the head's own range: then the head
    was written after it.
    """
    said = [h for h in said if not h.beside] or said
    somebody = [h for h in said if h.high != 0] or said  # nobody hurt, says one; another counts them further on
    top = [h for h in said if h.sentence <= max(2, somebody[0].sentence + 1)]
    counted = [h for h in top if h.high != 0 and any(p.counted and not p.part for p in h.heads)]
    lead = next((h for h in counted if not h.heads[0].vague), counted[0] if counted else said[0])
    known = lead.high if lead.high is not None and lead.high > (lead.low or 0) else 0
    later = [h for h in said if h.raised and (h.low or h.high or 0) >= (lead.low or 0)]
    later = [h for h in later if (h.low or h.high or 0) > known]
    return later[-1] if later else lead


def _whole(harm: Harm) -> bool:
    head = harm.heads[0]
    return head.counted and not head.part and not head.definite and not head.vague


def by_group(harms: Sequence[Harm], killed: Range | None, injured: Range | None) -> tuple[Casualties, ...]:
    """Casualties by group as the document's main version has them.

    People not said to fight or serve count as civilians once any of the harmed is called one (or a child...), as
    casualty recorders do; where nothing is said of who they are, no group is made up.
    """
    sides = {kind: _groups(harms, kind, whole) for kind, whole in (("killed", killed), ("injured", injured))}
    names = [n for n in _ORDER if any(n in side for side in sides.values())]
    return tuple(Casualties(group=n, killed=sides["killed"].get(n), injured=sides["injured"].get(n)) for n in names)


_ORDER: tuple[CasualtyGroup, ...] = (
    "civilians", "children", "women", "medical", "aid_workers", "journalists", "combatants", "security_forces",
)  # fmt: skip
_ARMED = frozenset({"combatants", "security_forces"})


def _with(people: People, before: Range | None) -> tuple[int | None, int | None]:
    """Lowest and highest of some people and those of their group counted before them."""
    if before is None:
        return people.low, people.high
    high = None if before.high is None or people.high is None else before.high + people.high
    return (before.low or 0) + (people.low or 0), high


def _groups(harms: Sequence[Harm], kind: str, whole: Range | None) -> dict[CasualtyGroup, Range]:
    said = [h for h in harms if h.kind == kind and not h.denied]
    if whole is None or not said:
        return {}
    lead = _lead(said)
    if lead.group in _ARMED:
        return {lead.group: whole}
    known = {p.group for p in (*lead.heads, *lead.parts)} - {"unknown"}
    skipped = {"unknown"} if known & _ARMED else {"unknown", "civilians"}
    out: dict[CasualtyGroup, Range] = {}
    for people in (*lead.heads, *lead.parts):
        if people.group in skipped or (people.low is None and people.high is None):
            continue
        low, high = _with(people, out.get(people.group))
        out[people.group] = Range(low=low, high=high, text=people.head, comparator=people.comparator)  # type: ignore[arg-type]
    if known and not known & _ARMED:
        out["civilians"] = whole
    return out
