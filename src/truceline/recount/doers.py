"""Who did it and to whom: actor mentions around a trigger."""

from collections.abc import Sequence

from truceline.model.account import Facet
from truceline.model.actor import ActorMention
from truceline.recount.events.triggers import Trigger
from truceline.recount.scenes import Scene

_BY = frozenset({"by", "from"})
_ONTO = frozenset({"on", "against", "at", "of", "over"})
_PASSIVE = frozenset({"was", "were", "been", "be", "is", "are", "being"})


def find_sides(scene: Scene, trigger: Trigger, actors: Sequence[ActorMention]) -> list[tuple[str, ActorMention]]:
    """("actor" or "target", mention) pairs of one trigger: subject, by-phrase and possessor act; object suffers."""
    words = scene.words.lower
    out: list[tuple[str, ActorMention]] = []
    passive = not trigger.noun and bool(set(words[max(0, trigger.first - 3) : trigger.first]) & _PASSIVE)
    for mention in actors:
        first, last = _positions(scene, mention)
        if last < 0 or first > trigger.last + 12 or last < trigger.first - 14:
            continue
        side = (
            _noun_side(words, trigger, first, last)
            if trigger.noun
            else _verb_side(words, trigger, first, last, passive=passive)
        )
        if side:
            out.append((side, mention))
    return _nearest(out, trigger)


def _positions(scene: Scene, mention: ActorMention) -> tuple[int, int]:
    inside = [
        i for i, (start, end) in enumerate(scene.words.spans) if mention.start <= start and end <= mention.end + 2
    ]
    return (inside[0], inside[-1]) if inside else (-1, -1)


def _noun_side(words: list[str], trigger: Trigger, first: int, last: int) -> str | None:
    if last < trigger.first:
        gap = words[last + 1 : trigger.first]
        near = len(gap) <= 3 and not set(gap) & {
            ",",
            "and",
            "on",
            "against",
            "that",
            "said",
            "of",
            "about",
            "for",
            "over",
            "in",
        }
        return "actor" if near else None
    gap = words[trigger.last + 1 : first]
    lead = gap[0] if gap and gap[0] in _BY | _ONTO else None
    if lead is None or "," in gap or len(gap) > 8:
        return None
    return "actor" if lead in _BY else "target"


def _verb_side(words: list[str], trigger: Trigger, first: int, last: int, *, passive: bool) -> str | None:
    if last < trigger.first:
        gap = words[last + 1 : trigger.first]
        if len(gap) > (4 if passive else 8) or set(gap) & {";", "“", "”", "said", "that", "which", "on", "against"}:
            return None
        return "target" if passive else "actor"
    gap = words[trigger.last + 1 : first]
    if set(gap) & {";", "“", "”", "which", "while"} or len(gap) > 8:
        return None
    if "by" in gap:
        return "actor"
    return None if passive else "target"


def _nearest(found: list[tuple[str, ActorMention]], trigger: Trigger) -> list[tuple[str, ActorMention]]:
    out: list[tuple[str, ActorMention]] = []
    for side in ("actor", "target"):
        mine = [m for s, m in found if s == side]
        if mine:
            out.append(
                (side, min(mine, key=lambda m: (min(abs(m.end - trigger.start), abs(m.start - trigger.end)), m.start)))
            )
    return out


def side_facet(side: str, mention: ActorMention, text: str, claim: str | None) -> Facet:
    """Facet of an actor or target; its value is the registry id, or the words where they are only a label."""
    return Facet(
        facet="actor" if side == "actor" else "target",
        value=mention.actor or mention.name,
        text=text[mention.start : mention.end],
        spans=((mention.start, mention.end),),
        claim=claim,
    )
