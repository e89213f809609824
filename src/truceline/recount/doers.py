"""Who did it and to whom: parties that syntax joins to a trigger, never those that only tell of it."""

from collections.abc import Sequence

from truceline.model.account import Facet, Polarity
from truceline.model.actor import ActorMention
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.events.triggers import Trigger
from truceline.recount.lexicon import longest
from truceline.recount.scenes import Scene

Side = tuple[str, ActorMention]
"""("actor" or "target", mention)."""

_BY = frozenset({"by", "from"})
_ONTO = frozenset({"on", "against", "at", "of", "over"})
_PASSIVE = frozenset({"was", "were", "been", "be", "is", "are", "being"})
_CUT = frozenset([",", ";", ":", "“", "”", '"', "that", "which", "while", "but", "as"])
_AFTER_PARTICIPLE = frozenset(["in", "by", "at", "near", "on", "when", "after", "during", ".", ",", "as", ":"])
_NO_TARGET = frozenset({"ceasefire_step", "talks", "withdrawal", "release", "evacuation", "aid_delivered", "protest"})


def find_sides(scene: Scene, trigger: Trigger, actors: Sequence[ActorMention], lexicon: EventLexicon) -> list[Side]:
    """Sides of one trigger: its active subject, by-phrase or possessor acts; its object or passive subject suffers."""
    found: list[tuple[str, int, int, ActorMention]] = []
    for mention in actors:
        first, last = _positions(scene, mention)
        if last < 0 or first > trigger.last + 12 or last < trigger.first - 14:
            continue
        words = scene.words.lower
        side = (_noun_side if trigger.noun else _verb_side)(words, trigger, (first, last), lexicon)
        if side == "target" and trigger.type in _NO_TARGET:
            side = None
        if side:
            found.append((side, first, last, mention))
    return _with_partners(scene, found, actors, trigger)


def _positions(scene: Scene, mention: ActorMention) -> tuple[int, int]:
    inside = [
        i for i, (start, end) in enumerate(scene.words.spans) if mention.start <= start and end <= mention.end + 2
    ]
    return (inside[0], inside[-1]) if inside else (-1, -1)


def _noun_side(words: list[str], trigger: Trigger, at: tuple[int, int], lexicon: EventLexicon) -> str | None:
    if at[1] < trigger.first:
        gap = words[at[1] + 1 : trigger.first]
        if _is_subject(words, at[0]) and does(gap, lexicon):
            return "actor"
        near = len(gap) <= 3 and all(w in lexicon.modifiers or w.endswith("-led") for w in gap)
        return "actor" if near and not _suffered(words, trigger) else None
    return _after_noun(words[trigger.last + 1 : at[0]], words, trigger, lexicon)


def _is_cut(gap: list[str]) -> bool:
    """Whether words stand too far apart, or in two clauses."""
    return len(gap) > 8 or not _CUT.isdisjoint(gap)


def _behind_by(gap: list[str]) -> str | None:
    """The doer's side, where "by" stands close enough before a name."""
    return "actor" if len(gap) - gap.index("by") <= 3 else None


def _after_noun(gap: list[str], words: list[str], trigger: Trigger, lexicon: EventLexicon) -> str | None:
    if _is_cut(gap) or trigger.type is None:
        return None
    if "by" in gap:
        return _behind_by(gap)
    onto = gap[0] if gap else ""
    if onto not in _BY | _ONTO or len(gap) > 4:
        return None
    if onto == "of" and words[trigger.last].rstrip("s") not in lexicon.suffered:
        return None
    return "actor" if onto in _BY else "target"


def _suffered(words: list[str], trigger: Trigger) -> bool:
    """Whether a possessor of this noun suffers it: "the general's killing"."""
    return words[trigger.last] in {
        "killing",
        "murder",
        "assassination",
        "execution",
        "arrest",
        "detention",
        "abduction",
    }


def _verb_side(words: list[str], trigger: Trigger, at: tuple[int, int], lexicon: EventLexicon) -> str | None:
    helpers = words[max(0, trigger.first - 4) : trigger.first]
    passive = bool(set(helpers) & _PASSIVE) and words[trigger.first].endswith(("ed", "n", "t", "d", "k"))
    bare = trigger.last + 1 >= len(words) or words[trigger.last + 1] in _AFTER_PARTICIPLE
    if at[1] < trigger.first:
        gap = words[at[1] + 1 : trigger.first]
        if not all(_helper(w, lexicon) for w in gap) or not _is_subject(words, at[0]):
            return None
        suffers = passive or (bare and trigger.type == "attack_on_civilians" and "had" not in gap)
        return "target" if suffers else "actor"
    gap = words[trigger.last + 1 : at[0]]
    if _is_cut(gap):
        return None
    if "by" in gap:
        return _behind_by(gap)
    return None if passive or len(gap) > 4 or set(gap) & lexicon.prepositions else "target"


def _helper(word: str, lexicon: EventLexicon) -> bool:
    return word in lexicon.helpers or word.endswith("ly")


def _is_subject(words: list[str], first: int) -> bool:
    """Whether no preposition governs the noun phrase that begins at or a little before `first`."""
    for i in range(first - 1, max(-1, first - 4), -1):
        if words[i] in {"on", "of", "at", "against", "in", "by", "near", "from", "to", "for", "under", "with"}:
            return words[i] == "with"  # "with rebels attacking the town"
        if words[i] not in {"the", "a", "an", "some", "both", "two", "three", "several", "many"}:
            return True
    return True


def does(gap: Sequence[str], lexicon: EventLexicon) -> bool:
    """Whether the words between a subject and an event noun say that it did it: "had carried out several"."""
    words = list(gap)
    at = 0
    while at < len(words) and _helper(words[at], lexicon) and not longest(lexicon.doing, words, at):
        at += 1
    found = longest(lexicon.doing, words, at) if at < len(words) else None
    rest = words[at + found[0] :] if found else []
    return found is not None and len(rest) <= 6 and not set(rest) & (_CUT | lexicon.prepositions | {"and", "or"})


def _with_partners(
    scene: Scene, found: list[tuple[str, int, int, ActorMention]], actors: Sequence[ActorMention], trigger: Trigger
) -> list[Side]:
    """The nearest of each side and those joined to it: "Russian and Syrian aircraft"."""
    out: list[Side] = []
    for side in ("actor", "target"):
        mine = [f for f in found if f[0] == side]
        if not mine:
            continue
        best = min(mine, key=lambda f: (min(abs(f[2] - trigger.first), abs(f[1] - trigger.last)), f[1]))
        out += [(side, best[3]), *((side, m) for m in joined(scene, best[3], actors))]
    return out


def joined(scene: Scene, mention: ActorMention, actors: Sequence[ActorMention]) -> list[ActorMention]:
    """Parties coordinated with a mention: named right before it and joined by "and" or "or"."""
    first = _positions(scene, mention)[0]
    out: list[ActorMention] = []
    for other in sorted(actors, key=lambda a: -a.start):
        last = _positions(scene, other)[1]
        gap = scene.words.lower[last + 1 : first]
        if (
            0 <= last < first
            and gap
            and set(gap) <= {"and", "or", ",", "the", "nor"}
            and set(gap) & {"and", "or", "nor"}
        ):
            out.append(other)
            first = _positions(scene, other)[0]
    return out


def side_facet(side: Side, text: str, claim: str | None, polarity: Polarity) -> Facet:
    """Facet of an actor or target; its value is the registry id, or the words where they are only a label."""
    mention = side[1]
    return Facet(
        facet="actor" if side[0] == "actor" else "target",
        value=mention.actor or mention.name,
        text=text[mention.start : mention.end],
        spans=((mention.start, mention.end),),
        claim=claim,
        polarity=polarity,
    )
