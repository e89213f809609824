"""Who is told to have done it: doers beside a trigger, the speaker's "it", and words of responsibility."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Facet, Polarity
from truceline.model.actor import ActorMention
from truceline.model.claim import Claim
from truceline.model.span import Span
from truceline.recount.bench import Bench, Told
from truceline.recount.doers import Side, does, find_sides, joined, side_facet
from truceline.recount.events.triggers import Trigger
from truceline.recount.facets.stance import denied_facet
from truceline.recount.granted import granted
from truceline.recount.inside import inside
from truceline.recount.scenes import Scene

_SELF = frozenset({"it", "they", "he", "she", "we", "i"})
_HARMS = frozenset({"killed", "injured"})
_STOP = frozenset([",", ";", ":", "“", "”", '"', "but", "while", "because", "which"])
_BEING = frozenset({"was", "were", "is", "are", "been", "being", "has", "have", "had", "also", "again", "later"})
_ONTO = frozenset({"by", "on", "to", "accused", "blamed", "accuse", "accuses", "blaming", "accusing"})


def find_doers(bench: Bench, scene: Scene, trigger: Trigger, claim: Claim | None) -> list[Side]:
    """Sides of a trigger; where "it" is the doer, the claim's speaker: "X said that it had carried out strikes"."""
    if trigger.silent:
        return []
    parties = list(inside(bench.reading.actors, scene.span))
    sides = find_sides(scene, trigger, parties, bench.events)
    if any(side == "actor" for side, _ in sides) or claim is None:
        return sides
    speaker = bench.speaker(claim)
    at = _speaker_acts(bench, scene, trigger, claim)
    if at is None or speaker is None:
        return sides
    return [("actor", ActorMention(start=at[0], end=at[1], actor=speaker, name=speaker, label_only=False)), *sides]


def _speaker_acts(bench: Bench, scene: Scene, trigger: Trigger, claim: Claim) -> Span | None:
    """The words by which the speaker is the trigger's subject, or None."""
    words, spans = scene.words.lower, scene.words.spans
    start = next((s for s, e in claim.content if s <= trigger.start and trigger.end <= e), None)
    if start is None:
        return None
    if bench.act(claim) == "accuses" or claim.source_kind == "author":
        return None
    first = next((i for i, s in enumerate(spans) if s[0] >= start), len(spans))
    if first < len(words) and words[first] == "that":
        first += 1
    gap = words[first : trigger.first]
    own = bool(gap) and gap[0] in _SELF
    if not own and bench.act(claim) not in {"admits", "denies"}:
        return None
    gap = gap[1:] if own else gap
    direct = all(w in bench.events.helpers for w in gap) and not trigger.noun and not set(gap) & {"was", "were", "been"}
    if not (direct and (gap or own or words[trigger.first].endswith("ing"))) and not (
        trigger.noun and does(gap, bench.events)
    ):
        return None
    return spans[first] if own else (trigger.start, trigger.end)


def tell_sides(bench: Bench, told: tuple[Scene, Trigger], claim: Claim | None, sides: Sequence[Side]) -> list[Told]:
    """Facets of a trigger's sides; a doer denied, admitted or accused is told of as responsible too."""
    trigger = told[1]
    taken = granted(bench.reading.prose, claim, (trigger.start, trigger.end))
    act = "asserts" if taken else bench.act(claim)
    out: list[Told] = []
    for side in sides:
        polarity: Polarity = "affirmed"
        if side[0] == "actor" and (act == "denies") != trigger.denied and not _granted(bench, told, side):
            polarity = "denied"
        elif act in {"doubts", "declines", "demands"} or (trigger.alleged and side[0] == "actor"):
            polarity = "open"
        made = side_facet(side, bench.reading.prose, claim.id if claim else None, polarity)
        out.append((claim, made))
        mine = claim is not None and made.value == bench.speaker(claim)
        if side[0] == "actor" and (polarity == "denied" or act in {"admits", "accuses"} or mine):
            out.append((claim, _responsible(made)))
    return out


def denied_by_others(bench: Bench, told: Sequence[Told]) -> list[Told]:
    """What a claim says, denied by whoever denies that claim: "denied the command's claim of having been told"."""
    out: list[Told] = []
    names = {claim.id: frozenset[str]() for claim, _ in told if claim is not None}
    for claim, facet in told:
        if claim is not None:
            names[claim.id] |= {facet.facet}
    for claim, facet in told:
        outer = bench.claims.by_id(claim.parent) if claim is not None and claim.parent and claim.cue else None
        if claim is None or outer is None or bench.act(outer) != "denies" or facet.polarity != "affirmed":
            continue
        if (
            outer.reaches == "responsibility"
            and "responsibility" not in names[claim.id]
            and facet.facet == "occurrence"
        ):
            continue  # "denied the claim that its men had burned it": its own part alone, whatever words name that
        struck = outer.reaches if outer.reaches in names[claim.id] else denied_facet(names[claim.id])
        harm = struck not in names[claim.id] and facet.facet in _HARMS
        if facet.facet == struck or harm:
            out.append((outer, replace(facet, claim=outer.id, polarity="denied")))
    return out


def _granted(bench: Bench, told: tuple[Scene, Trigger], side: Side) -> bool:
    """Whether the doer is part of a happening taken for granted: "distract from the coalition's bombing"."""
    scene, trigger = told
    if not trigger.noun or not (trigger.definite or trigger.presupposed) or side[1].end > trigger.start:
        return False
    pairs = zip(scene.words.lower, scene.words.spans, strict=True)
    return not does([w for w, s in pairs if side[1].end <= s[0] and s[1] <= trigger.start], bench.events)


def _responsible(actor: Facet) -> Facet:
    return Facet(
        facet="responsibility",
        value=actor.value,
        text=actor.text,
        spans=actor.spans,
        claim=actor.claim,
        polarity=actor.polarity,
    )


def blamed(bench: Bench, scene: Scene, at: tuple[int, int], claim: Claim | None) -> list[str]:
    """Ids or labels of whom words of responsibility name: what "by", "on" or "accused" governs, else their subject.

    The subject "it", or none, is the speaker: "it was not responsible", "denied any involvement".
    """
    words, spans = scene.words.lower, scene.words.spans
    parties = list(inside(bench.reading.actors, scene.span))
    passive = _passive(scene, at)
    if passive is not None:
        return [p.actor or p.name for p in parties if passive[0] <= p.start and p.end <= passive[1]][:1]
    if words[at[1]] in _ONTO or words[at[0]] in {"blame", "blamed"}:
        after = [p for p in parties if p.start >= spans[at[1]][1] and not _stopped(scene, spans[at[1]][1], p.start, 7)]
        return [p.actor or p.name for p in after[:1]]
    low = max(_opening(claim, spans[at[0]]), scene.span[0])
    before = [p for p in parties if low <= p.start and p.end <= spans[at[0]][0]]
    before = [p for p in before if not _stopped(scene, p.end, spans[at[0]][0], 5)]
    if before:
        last = before[-1]
        return [m.actor or m.name for m in (last, *joined(scene, last, parties))]
    speaker = bench.speaker(claim) if claim is not None else None
    if claim is None or speaker is None:
        return []
    opening = [w for w, s in zip(words, spans, strict=True) if low <= s[0] < spans[at[0]][0] and w != "that"]
    own = bool(opening) and opening[0] in _SELF and len(opening) <= 5
    silent = bench.act(claim) in {"denies", "admits"} and len(opening) <= 3
    return [speaker] if own or silent else []


def _passive(scene: Scene, at: tuple[int, int]) -> Span | None:
    """Where whom a passive of blame accuses stands: behind the "on" of "blamed by X on Y", else before its "was"."""
    words, spans = scene.words.lower, scene.words.spans
    if words[at[1]] not in {"accused", "blamed", "responsible"}:
        return None
    helped = at[0]
    while helped and (words[helped - 1] in _BEING or words[helped - 1].endswith("ly") or words[helped - 1] == "held"):
        helped -= 1
    by = words[at[1] + 1 : at[1] + 2] == ["by"]
    if not by and (words[at[1]] != "accused" or not set(words[helped : at[0]]) & _BEING):
        return None
    on = next((i for i in range(at[1] + 2, min(len(words), at[1] + 12)) if words[i] == "on"), None)
    if words[at[1]] == "blamed" and on is not None and on + 1 < len(words):
        return spans[on + 1][0], spans[min(len(spans) - 1, on + 5)][1]
    first = next((i + 1 for i in range(helped - 1, -1, -1) if words[i] in _STOP | {"that"}), 0)
    return (spans[first][0], spans[helped - 1][1]) if helped > first else None


def _opening(claim: Claim | None, at: Span) -> int:
    """Where the part of a claim's content begins that words stand in: nothing before it is their subject."""
    return max((s for s, e in (claim.content if claim else ()) if s <= at[0] and at[1] <= e), default=0)


def _stopped(scene: Scene, start: int, end: int, most: int) -> bool:
    """Whether too many words or a clause's end lie between two positions of the text."""
    between = [w for w, s in zip(scene.words.lower, scene.words.spans, strict=True) if start <= s[0] < end]
    return len(between) > most or bool(set(between) & _STOP)
