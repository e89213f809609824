"""The facets one mention of a happening tells, each on its words, under its claim."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from truceline.model.account import CasualtyGroup, Certainty, Facet, FacetName, Polarity
from truceline.model.amount import Range
from truceline.model.claim import Act, Claim
from truceline.model.plain import to_plain
from truceline.model.span import Span, overlap, span_at
from truceline.recount.bench import Bench, Told
from truceline.recount.blame import blamed, denied_by_others, find_doers, tell_sides
from truceline.recount.clusters import TALLY, VIOLENT, Cluster
from truceline.recount.convert import plain_place, plain_time
from truceline.recount.doers import Side
from truceline.recount.drafts.stances import never_came, not_there, to_none
from truceline.recount.events.sections import heading_words
from truceline.recount.events.triggers import Trigger
from truceline.recount.facets.lexicon import FacetLexicon
from truceline.recount.facets.small_words import causes, conditional, negated_before
from truceline.recount.facets.stance import Found, polarity_of
from truceline.recount.granted import granted
from truceline.recount.inside import inside
from truceline.recount.lexicon import longest
from truceline.recount.persons import People
from truceline.recount.scan import Harm
from truceline.recount.scenes import Scene

_CAUSED = re.compile(r"\bcaus(?:ed|ing) (?:the|this|that|these|those) (?:[\w-]+ )?$", re.IGNORECASE)
"""Before a deed of which one denies one's part: "denied that it had caused the explosion"."""
_BEFORE = 40


def tell(bench: Bench, cluster: Cluster, event_type: str) -> list[Told]:
    """All facets of one cluster with the claims they hang on; none for a title outside the text."""
    scene = bench.scenes[cluster.sentence]
    harm = [t for h in cluster.harms if h.sentence >= 0 for t in _harm(bench, h)]
    if scene.index < 0:
        return harm
    page = scene, find_words(scene, bench.lexicon)
    out: list[Told] = []
    for i, trigger in enumerate(cluster.triggers):
        claim = bench.claims.innermost(trigger.start, trigger.end)
        sides = find_doers(bench, scene, trigger, claim)
        if not trigger.silent and (i == 0 or trigger.type) and not _other_denial(claim, trigger):
            first = i == 0 and not cluster.part
            out.append((claim, _occurrence(bench, page, (trigger, event_type, first), claim, sides)))
        out += tell_sides(bench, (scene, trigger), claim, sides)
    out += _words(bench, scene, [f for f in page[1] if _fits(f[0], cluster)])
    out += harm
    out += denied_by_others(bench, out)
    return out if all(t.silent for t in cluster.triggers) and cluster.triggers else out + _where_when(bench, cluster)


def _occurrence(
    bench: Bench,
    page: tuple[Scene, list[Found]],
    told: tuple[Trigger, str, bool],
    claim: Claim | None,
    sides: list[Side],
) -> Facet:
    """That it happened, or of what type; where a doer is named, a denial is of that doer's part and leaves it open."""
    trigger, event_type, first = told
    words = bench.words_of((trigger.start, trigger.end))
    open_kind = bench.events.family[event_type] in VIOLENT and words.lower() in bench.events.any_weapon
    return Facet(
        facet="occurrence" if first else "type",
        value=event_type if open_kind else trigger.type or event_type,
        text=words,
        spans=((trigger.start, trigger.end),),
        claim=claim.id if claim else None,
        certainty=_certainty(trigger.certainty, claim),
        polarity=trigger.unaware or _polarity(bench, page, trigger, claim, doer=any(s == "actor" for s, _ in sides)),
    )


def _polarity(
    bench: Bench, page: tuple[Scene, list[Found]], trigger: Trigger, claim: Claim | None, *, doer: bool
) -> Polarity:
    """Whether it is told that it happened; "This was no mistake" denies none. `doer`: one is named beside it."""
    text, gerund = bench.reading.prose, _opens_claim(claim, trigger)
    about = _about(bench, page[0], page[1], claim)
    caused = _CAUSED.search(text, max(0, trigger.start - _BEFORE), trigger.start) is not None
    if doer or caused or _disowned(claim, trigger, gerund):
        about |= {"responsibility"}
    act = _act_at(bench, claim, (trigger.start, trigger.end))
    denied, owned = act == "denies" or _never(text, trigger, claim), "responsibility" in about
    if denied and owned and (gerund or not (trigger.definite or trigger.presupposed)):
        return "open"
    if trigger.presupposed and act in {"demands", "declines"}:
        return "affirmed"
    if act == "denies" and not trigger.denied and causes(text, trigger.end):
        return "affirmed"
    negated = not owned and act != "declines" and _is_negated(text, page[1], trigger, claim)
    return polarity_of("occurrence", act, about, negated=negated)


def _opens_claim(claim: Claim | None, trigger: Trigger) -> bool:
    """Whether a noun for the deed is the first word of what is claimed."""
    return claim is not None and trigger.noun and any(start == trigger.start for start, _ in claim.content)


def _is_negated(text: str, found: Sequence[Found], trigger: Trigger, claim: Claim | None) -> bool:
    """Whether it is told not to have come to pass, and not only without intent."""
    if any(f == "intent" and trigger.first <= a <= trigger.last for f, _, a, _ in found):
        return False
    return _never(text, trigger, claim)


def _never(text: str, trigger: Trigger, claim: Claim | None) -> bool:
    """Whether its own words tell a deed as not done, or as done to nobody."""
    own = span_at(trigger.start, claim.content, None) if claim is not None else None
    never = trigger.denied or to_none(text, trigger.end) or (trigger.noun and not_there(text, trigger.start))
    return never or never_came(text, trigger.end, None if own is None else own[1])


def _disowned(claim: Claim | None, trigger: Trigger, gerund: bool) -> bool:
    """Whether a claim denies its speaker's part in a deed told by a verb, as by the gerund of "denied bombing it"."""
    denied = claim is not None and claim.act == "denies" and claim.reaches == "responsibility"
    return denied and (gerund or not trigger.noun)


def _act_at(bench: Bench, claim: Claim | None, at: Span) -> Act:
    """What a claim does with some of its words: a denial asserts what it takes for granted."""
    return "asserts" if granted(bench.reading.prose, claim, at) else bench.act(claim)


def _other_denial(claim: Claim | None, trigger: Trigger) -> bool:
    """Whether the deed is named in a denial of something else about it: that it was meant, announced, did any harm."""
    if claim is None or claim.act != "denies" or trigger.definite or trigger.presupposed:
        return False
    return claim.reaches in {"intent", "notice", "harm", "compliance"}


def _fits(facet: FacetName, cluster: Cluster) -> bool:
    """Whether a facet can be told of such a happening: of talks no means, of a strike no compliance with a truce."""
    if cluster.family == TALLY:
        return facet in {"detained", "displaced"}
    truce = cluster.family in {"violation", "ceasefire"} or any(t.type == "ceasefire_step" for t in cluster.triggers)
    if facet == "compliance":
        return truce
    if facet in {"means", "intent"}:
        return cluster.family in VIOLENT or cluster.family in {"generic", "destruction"}
    return True


def find_words(scene: Scene, lexicon: FacetLexicon) -> list[Found]:
    """Facet words of a sentence, none of a heading of a part of the report."""
    out: list[Found] = []
    lower = scene.words.lower
    at = heading_words(lower)
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


def _certainty(stated: Certainty, claim: Claim | None) -> Certainty:
    if claim is not None and claim.act in {"doubts", "predicts"} and claim.source_kind != "author":
        return "possible"
    return stated


def _words(bench: Bench, scene: Scene, found: list[Found]) -> list[Told]:
    out: list[Told] = []
    spans = scene.words.spans
    for facet, value, first, last in found:
        span = (spans[first][0], spans[last][1])
        claim = bench.claims.innermost(*span) or (bench.claims.of_cue(*span) if facet == "responsibility" else None)
        negated = negated_before(scene.words.lower, first, facet)
        text = bench.words_of(span)
        negated = negated or text.lower() in bench.lexicon.notice_absent or " no" in text.lower()
        about = _about(bench, scene, found, claim)
        polarity = polarity_of(facet, bench.act(claim), about, negated=negated)
        if facet == "responsibility" and "to" in scene.words.lower[max(0, first - 3) : first]:
            polarity = "open"  # "attempts to put the blame on"
        iffy = facet != "means" and conditional(scene.words.lower, first)
        for told in _values(bench, scene, (facet, value, first, last), claim):
            made = Facet(
                facet=facet,
                value=told[0],
                text=told[1],
                spans=(told[2],),
                claim=claim.id if claim else None,
                polarity="open" if iffy else polarity,
                certainty="conditional" if iffy else "stated",
            )
            out.append((claim, made))
    return out


def _values(bench: Bench, scene: Scene, found: Found, claim: Claim | None) -> list[tuple[Any, str, Span]]:
    """A facet word's values with text and span; none where it names nothing of the kind (damage to nothing known)."""
    facet, value, at = found[0], found[1], (found[2], found[3])
    spans = scene.words.spans
    span = (spans[at[0]][0], spans[at[1]][1])
    if facet == "responsibility":
        return [(who, bench.words_of(span), span) for who in blamed(bench, scene, at, claim)]
    one: tuple[Any, str, Span] | None = ((value or "informed"), bench.words_of(span), span)
    if facet == "damage":
        one = _damaged(bench, scene, at)
    elif facet in {"detained", "displaced"}:
        one = None if _describes_people(bench, scene, at[1]) else _number_beside(bench, scene, span)
    return [one] if one else []


def _damaged(bench: Bench, scene: Scene, at: Span) -> tuple[Any, str, Span] | None:
    words, spans = scene.words.lower, scene.words.spans
    for i in [*range(at[1] + 1, min(len(words), at[1] + 8)), *range(at[0] - 1, max(-1, at[0] - 8), -1)]:
        if words[i] in bench.lexicon.damaged:
            span = (min(spans[i][0], spans[at[0]][0]), max(spans[i][1], spans[at[1]][1]))
            return words[i], bench.words_of(span), span
    return None


def _describes_people(bench: Bench, scene: Scene, last: int) -> bool:
    """Whether the word only says who some people are: "a camp for displaced families"."""
    return scene.words.lower[last] == "displaced" and bool(
        bench.lexicon.moved.intersection(scene.words.lower[last + 1 : last + 2])
    )


def _number_beside(bench: Bench, scene: Scene, span: Span) -> tuple[Any, str, Span] | None:
    """The number of people nearest a word, but for those told to be killed or hurt."""
    harmed = [s for h in scene.harms for s in h.words]
    near = [
        q
        for q in inside(bench.reading.quantities, scene.span)
        if min(abs(q.end - span[0]), abs(q.start - span[1])) < 50
        and _people(bench, q.unit)
        and not any(overlap((q.start, q.end), s) for s in harmed)
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


def _harm(bench: Bench, harm: Harm) -> list[Told]:
    """The number harmed; beside it the groups it is made of, where each named is of another, and the parts given."""
    if harm.kind == "hit":
        return []
    claim = _teller_of(bench, harm)
    act = _act_at(bench, claim, harm.cue)
    polarity: Polarity = "denied" if harm.denied or act == "denies" else "open" if act == "declines" else "affirmed"
    whole = (_range(harm), harm.group, (harm.start, harm.end))
    return [
        (
            claim,
            Facet(
                facet="killed" if harm.kind == "killed" else "injured",
                value={**value, "group": group} | ({"added": True} if harm.added else {}),
                text=bench.words_of(span),
                spans=(span,),
                claim=claim.id if claim else None,
                polarity=polarity,
            ),
        )
        for value, group, span in (whole, *_by_group(harm), *_parts(harm))
    ]


def _teller_of(bench: Bench, harm: Harm) -> Claim | None:
    """The claim that tells of a harm: around its verb, or around its number alone, as in "Forty," of those killed."""
    claim = bench.claims.innermost(*harm.cue)
    return claim if claim is not None or not harm.words else bench.claims.innermost(*harm.words[0])


def _range(some: Harm | People) -> dict[str, Any]:
    """A plain range, on the words of a statement or the noun of some people."""
    said = some.text if isinstance(some, Harm) else some.head
    return {"low": some.low, "high": some.high, "text": said, "comparator": some.comparator}


def _by_group(harm: Harm) -> Iterator[tuple[dict[str, Any], CasualtyGroup, Span]]:
    """Each of the people named together, where every one is of a group of its own: "five officers and two children"."""
    groups = [p.group for p in harm.heads]
    if len(groups) < 2 or "unknown" in groups or len(set(groups)) < len(groups):
        return
    for people, span in zip(harm.heads, harm.words, strict=False):
        yield _range(people), people.group, span


def _parts(harm: Harm) -> Iterator[tuple[dict[str, Any], CasualtyGroup, Span]]:
    """Parts of the number whose group is told: "two of them children"."""
    for people, span in zip(harm.parts, harm.words[len(harm.heads) :], strict=False):
        if people.group != "unknown" and people.counted:
            yield _range(people), people.group, span


def _where_when(bench: Bench, cluster: Cluster) -> list[Told]:
    out: list[Told] = []
    at = cluster.triggers[0] if cluster.triggers else None
    time = cluster.time or cluster.clock
    for name, mention, value in (
        ("place", cluster.place, plain_place(cluster.place) if cluster.place else None),
        ("time", time, plain_time(time) if time else None),
    ):
        if mention is not None:
            span = (mention.start, mention.end)
            claim = bench.claims.innermost(*((at.start, at.end) if at else span))
            facet = Facet(
                facet=name,  # type: ignore[arg-type]
                value=to_plain(value),
                text=bench.words_of(span),
                spans=(span,),
                claim=claim.id if claim else None,
            )
            out.append((claim, facet))
    return out
