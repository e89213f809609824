"""Who is told to have done it: doers beside a trigger, the speaker's "it", and words of responsibility."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Facet, Polarity
from truceline.model.actor import ActorMention
from truceline.model.claim import Act, Claim
from truceline.model.span import Span, within
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
    """Sides of a trigger; where "it" is the doer, the claim's speaker: "X said that it had carried out strikes".

    What happened has none: of "the army denied that it happened" the army is no doer.
    """
    if trigger.silent or trigger.happens:
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
    part = next((s for s in claim.content if within((trigger.start, trigger.end), s)), None)
    if part is None or bench.act(claim) == "accuses" or claim.source_kind == "author":
        return None
    first = bisect_left(spans, part[0], key=lambda s: s[0])
    first += words[first : first + 1] == ["that"]
    gap = words[first : trigger.first]
    own = not _SELF.isdisjoint(gap[:1])
    if not own and bench.act(claim) not in {"admits", "denies"}:
        return None
    if not _is_led_by(bench, scene, trigger, gap, own=own):
        return None
    return spans[first] if own else (trigger.start, trigger.end)


def _is_led_by(bench: Bench, scene: Scene, trigger: Trigger, gap: list[str], *, own: bool) -> bool:
    """Whether the words before a trigger lead from who speaks to it; `own`: "we" or "I" is the first of them."""
    between = gap[own:]
    if trigger.noun:
        return does(between, bench.events)
    if not all(w in bench.events.helpers for w in between) or set(between) & {"was", "were", "been"}:
        return False
    return bool(gap) or scene.words.lower[trigger.first].endswith("ing")


def tell_sides(bench: Bench, told: tuple[Scene, Trigger], claim: Claim | None, sides: Sequence[Side]) -> list[Told]:
    """Facets of a trigger's sides; a doer denied, admitted or accused is told of as responsible too."""
    trigger = told[1]
    taken = granted(bench.reading.prose, claim, (trigger.start, trigger.end))
    act = "asserts" if taken else bench.act(claim)
    out: list[Told] = []
    for side in sides:
        polarity = _side_polarity(bench, told, side, act)
        made = side_facet(side, bench.reading.prose, claim.id if claim else None, polarity)
        out.append((claim, made))
        mine = claim is not None and made.value == bench.speaker(claim)
        if side[0] == "actor" and (polarity == "denied" or act in {"admits", "accuses"} or mine):
            out.append((claim, _responsible(made)))
    return out


def _side_polarity(bench: Bench, told: tuple[Scene, Trigger], side: Side, act: Act) -> Polarity:
    """How a side of a trigger is told by an act: a denial is of the doer's part, a doubt leaves it open."""
    trigger, doer = told[1], side[0] == "actor"
    if doer and (act == "denies") != trigger.denied and not _granted(bench, told, side):
        return "denied"
    return "open" if act in {"doubts", "declines", "demands"} or (trigger.alleged and doer) else "affirmed"


def denied_by_others(bench: Bench, told: Sequence[Told]) -> list[Told]:
    """What a claim says, denied by whoever denies that claim: "denied the command's claim of having been told"."""
    out: list[Told] = []
    names: dict[str, set[str]] = {}
    for claim, facet in told:
        if claim is not None:
            names.setdefault(claim.id, set()).add(facet.facet)
    for claim, facet in told:
        outer = _denial_of(bench, claim)
        if claim is None or outer is None or facet.polarity != "affirmed":
            continue
        if _is_struck(outer, facet, frozenset(names[claim.id])):
            out.append((outer, replace(facet, claim=outer.id, polarity="denied")))
    return out


def _denial_of(bench: Bench, claim: Claim | None) -> Claim | None:
    """The denial that a claim with words of its own stands in."""
    outer = bench.claims.by_id(claim.parent) if claim is not None and claim.parent and claim.cue else None
    return outer if outer is not None and bench.act(outer) == "denies" else None


def _is_struck(denial: Claim, facet: Facet, names: frozenset[str]) -> bool:
    """Whether a denial is of this facet, of a claim that tells those of such `names`.

    "Denied the claim that its men had burned it" is of its own part alone, whatever words name that.
    """
    if denial.reaches == "responsibility" and "responsibility" not in names and facet.facet == "occurrence":
        return False
    struck = denial.reaches if denial.reaches in names else denied_facet(names)
    return facet.facet == struck or (struck not in names and facet.facet in _HARMS)


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
        return [p.actor or p.name for p in parties if within((p.start, p.end), passive)][:1]
    if words[at[1]] in _ONTO or words[at[0]] in {"blame", "blamed"}:
        end = spans[at[1]][1]
        return [p.actor or p.name for p in parties if p.start >= end and not _stopped(scene, end, p.start, 7)][:1]
    start = spans[at[0]][0]
    low = max(_opening(claim, spans[at[0]]), scene.span[0])
    before = [p for p in parties if low <= p.start and p.end <= start and not _stopped(scene, p.end, start, 5)]
    if before:
        return [m.actor or m.name for m in (before[-1], *joined(scene, before[-1], parties))]
    speaker = bench.speaker(claim) if claim is not None else None
    if claim is None or speaker is None:
        return []
    opening = [w for w, s in zip(words, spans, strict=True) if low <= s[0] < start and w != "that"]
    return [speaker] if _is_of_speaker(bench, claim, opening) else []


def _is_of_speaker(bench: Bench, claim: Claim, opening: Sequence[str]) -> bool:
    """Whether words of responsibility are the speaker's by the few words of the claim before them."""
    if opening and opening[0] in _SELF and len(opening) <= 5:
        return True
    return bench.act(claim) in {"denies", "admits"} and len(opening) <= 3


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
    if words[at[1]] == "blamed" and (onto := _behind_on(scene, at[1] + 2)) is not None:
        return onto
    first = next((i + 1 for i in range(helped - 1, -1, -1) if words[i] in _STOP | {"that"}), 0)
    return (spans[first][0], spans[helped - 1][1]) if helped > first else None


def _behind_on(scene: Scene, at: int) -> Span | None:
    """The few words behind the next "on" from a word on."""
    words, spans = scene.words.lower, scene.words.spans
    on = next((i for i in range(at, min(len(words), at + 10)) if words[i] == "on"), None)
    if on is None or on + 1 >= len(words):
        return None
    return spans[on + 1][0], spans[min(len(spans) - 1, on + 5)][1]


def _opening(claim: Claim | None, at: Span) -> int:
    """Where the part of a claim's content begins that words stand in: nothing before it is their subject."""
    return max((s for s, e in (claim.content if claim else ()) if s <= at[0] and at[1] <= e), default=0)


def _stopped(scene: Scene, start: int, end: int, most: int) -> bool:
    """Whether too many words or a clause's end lie between two positions of the text."""
    between = [w for w, s in zip(scene.words.lower, scene.words.spans, strict=True) if start <= s[0] < end]
    return len(between) > most or bool(set(between) & _STOP)
