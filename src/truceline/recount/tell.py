"""The facets one mention of a happening tells, each on its words, under its claim."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from truceline.model.account import Certainty, Facet, FacetName
from truceline.model.amount import Range
from truceline.model.claim import Act, Claim
from truceline.model.plain import to_plain
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.recount.convert import plain_place, plain_time
from truceline.recount.doers import find_sides, side_facet
from truceline.recount.facets.claims import ClaimIndex
from truceline.recount.facets.lexicon import FacetLexicon
from truceline.recount.facets.stance import Found, act_of, polarity_of
from truceline.recount.happenings import Cluster
from truceline.recount.inside import inside
from truceline.recount.lexicon import longest
from truceline.recount.scan import Harm
from truceline.recount.scenes import Scene

Told = tuple[Claim | None, Facet]
_NEGATIVE = frozenset({"no", "not", "never", "without", "nor", "neither"})


@dataclass(frozen=True, slots=True)
class Bench:
    """What building facets needs of the document."""

    reading: Reading
    claims: ClaimIndex
    lexicon: FacetLexicon
    scenes: Mapping[int, Scene]


def tell(bench: Bench, cluster: Cluster, event_type: str) -> list[Told]:
    """All facets of one cluster with the claims they hang on; none for a title outside the text."""
    scene = bench.scenes[cluster.sentence]
    if scene.index < 0:
        return [t for h in cluster.harms if h.sentence >= 0 for t in _harm(bench, h)]
    found = find_words(scene, bench.lexicon)
    out: list[Told] = []
    for i, trigger in enumerate(cluster.triggers):
        claim = bench.claims.innermost(trigger.start, trigger.end)
        about = _about(bench, scene, found, claim)
        if i == 0 or trigger.type:
            base = Facet(
                facet="occurrence" if i == 0 else "type",
                value=trigger.type or event_type,
                text=_text(bench, (trigger.start, trigger.end)),
                spans=((trigger.start, trigger.end),),
                claim=claim.id if claim else None,
                certainty=_certainty(trigger.certainty, claim),
            )
            negated = trigger.denied and "responsibility" not in about
            out.append(
                (claim, replace(base, polarity=polarity_of("occurrence", _act(bench, claim), about, negated=negated)))
            )
        out += _sides(bench, scene, cluster, i)
    out += _words(bench, scene, found)
    out += [t for h in cluster.harms if h.sentence >= 0 for t in _harm(bench, h)]
    return out + _where_when(bench, cluster)


def find_words(scene: Scene, lexicon: FacetLexicon) -> list[Found]:
    """Facet words of a sentence."""
    out: list[Found] = []
    at, lower = 0, scene.words.lower
    while at < len(lower):
        hit = longest(lexicon.words, lower, at)
        if hit:
            facet, _, value = hit[1].partition(":")
            out.append((facet, value, at, at + hit[0] - 1))  # type: ignore[arg-type]
        at += hit[0] if hit else 1
    return out


def _about(bench: Bench, scene: Scene, found: list[Found], claim: Claim | None) -> frozenset[str]:
    spans = scene.words.spans
    return frozenset(f for f, _, a, b in found if bench.claims.innermost(spans[a][0], spans[b][1]) is claim)


def _act(bench: Bench, claim: Claim | None) -> Act:
    return act_of(claim, bench.reading.text or "")


def _certainty(stated: Certainty, claim: Claim | None) -> Certainty:
    if claim is not None and claim.act in {"doubts", "predicts"}:
        return "possible"
    return stated


def _sides(bench: Bench, scene: Scene, cluster: Cluster, i: int) -> list[Told]:
    trigger = cluster.triggers[i]
    actors = list(inside(bench.reading.actors, scene.span))
    out: list[Told] = []
    for side, mention in find_sides(scene, trigger, actors):
        claim = bench.claims.innermost(trigger.start, trigger.end)
        out.append((claim, side_facet(side, mention, bench.reading.text or "", claim.id if claim else None)))
    return out


def _words(bench: Bench, scene: Scene, found: list[Found]) -> list[Told]:
    out: list[Told] = []
    spans = scene.words.spans
    for facet, value, first, last in found:
        span = (spans[first][0], spans[last][1])
        claim = bench.claims.innermost(*span) or (bench.claims.of_cue(*span) if facet == "responsibility" else None)
        negated = _negated(scene.words.lower, first, facet)
        text = _text(bench, span)
        negated = negated or text.lower() in bench.lexicon.notice_absent or " no" in text.lower()
        told = _value(bench, scene, (facet, value, first, last), claim)
        if told is None:
            continue
        about = _about(bench, scene, found, claim)
        polarity = polarity_of(facet, _act(bench, claim), about, negated=negated)
        made = Facet(
            facet=facet,
            value=told[0],
            text=told[1],
            spans=(told[2],),
            claim=claim.id if claim else None,
            polarity=polarity,
        )
        out.append((claim, made))
    return out


def _negated(words: list[str], first: int, facet: FacetName) -> bool:
    """Whether a negation stands before a facet word in its clause; "do not believe it was..." reaches further."""
    before = words[max(0, first - 9) : first]
    cut = max((i for i, w in enumerate(before) if w in {",", ";", "but", "“", "because"}), default=-1)
    before = before[cut + 1 :]
    if not (facet == "intent" and set(before) & {"believe", "think", "consider"}):
        before = before[-5:]
    return bool(set(before) & _NEGATIVE) or any(w.endswith("n't") for w in before)


def _value(bench: Bench, scene: Scene, found: Found, claim: Claim | None) -> tuple[Any, str, Span] | None:
    """A facet word's value, text and span; None where it names nothing of the kind (damage to nothing known)."""
    facet, value, at = found[0], found[1], (found[2], found[3])
    spans = scene.words.spans
    span = (spans[at[0]][0], spans[at[1]][1])
    if facet == "damage":
        return _damaged(bench, scene, at)
    if facet in {"detained", "displaced"}:
        return _number_beside(bench, scene, span)
    if facet == "responsibility":
        return _who(bench, scene, span, claim), _text(bench, span), span
    return (value or "informed"), _text(bench, span), span


def _damaged(bench: Bench, scene: Scene, at: Span) -> tuple[Any, str, Span] | None:
    words, spans = scene.words.lower, scene.words.spans
    for i in [*range(at[1] + 1, min(len(words), at[1] + 8)), *range(at[0] - 1, max(-1, at[0] - 8), -1)]:
        if words[i] in bench.lexicon.damaged:
            span = (min(spans[i][0], spans[at[0]][0]), max(spans[i][1], spans[at[1]][1]))
            return words[i], _text(bench, span), span
    return None


def _number_beside(bench: Bench, scene: Scene, span: Span) -> tuple[Any, str, Span] | None:
    near = [
        q
        for q in inside(bench.reading.quantities, scene.span)
        if min(abs(q.end - span[0]), abs(q.start - span[1])) < 50 and _people(bench, q.unit)
    ]
    if not near:
        return None
    q = min(near, key=lambda q: min(abs(q.end - span[0]), abs(q.start - span[1])))
    return (
        {**to_plain(Range(low=q.low, high=q.high, text=q.text, comparator=q.comparator)), "group": "unknown"},
        q.text,
        (q.start, q.end),
    )


def _people(bench: Bench, unit: str | None) -> bool:
    return unit is None or unit.split()[-1].lower() in bench.lexicon.moved


def _who(bench: Bench, scene: Scene, span: Span, claim: Claim | None) -> str | None:
    near = [
        a
        for a in inside(bench.reading.actors, scene.span)
        if not any(s <= a.start < e for s, e in (claim.source if claim else ()))
    ]
    if claim is not None and claim.act in {"denies", "admits"} and claim.tellers:
        return claim.tellers[-1]
    best = min(near, key=lambda a: (min(abs(a.end - span[0]), abs(a.start - span[1])), a.start), default=None)
    return (best.actor or best.name) if best else None


def _harm(bench: Bench, harm: Harm) -> list[Told]:
    if harm.kind == "hit":
        return []
    claim = bench.claims.innermost(*harm.cue)
    value = {"low": harm.low, "high": harm.high, "text": harm.text, "comparator": harm.comparator, "group": harm.group}
    polarity = "denied" if harm.denied or _act(bench, claim) == "denies" else "affirmed"
    return [
        (
            claim,
            Facet(
                facet="killed" if harm.kind == "killed" else "injured",
                value=value,
                text=_text(bench, (harm.start, harm.end)),
                spans=((harm.start, harm.end),),
                claim=claim.id if claim else None,
                polarity=polarity,  # type: ignore[arg-type]
            ),
        )
    ]


def _where_when(bench: Bench, cluster: Cluster) -> list[Told]:
    out: list[Told] = []
    at = cluster.triggers[0] if cluster.triggers else None
    claim = bench.claims.innermost(at.start, at.end) if at else None
    time = cluster.time or cluster.clock
    for name, mention, value in (
        ("place", cluster.place, plain_place(cluster.place) if cluster.place else None),
        ("time", time, plain_time(time) if time else None),
    ):
        if mention is not None:
            span = (mention.start, mention.end)
            facet = Facet(
                facet=name,  # type: ignore[arg-type]
                value=to_plain(value),
                text=_text(bench, span),
                spans=(span,),
                claim=claim.id if claim else None,
            )
            out.append((claim, facet))
    return out


def _text(bench: Bench, span: Span) -> str:
    return (bench.reading.text or "")[span[0] : span[1]]
