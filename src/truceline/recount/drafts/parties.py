"""Whom a draft's words name: a known party, a label, the speaker, or nobody who could be told."""

import re
from collections.abc import Sequence
from itertools import pairwise

from truceline.model.account import FacetName
from truceline.model.actor import ActorMention
from truceline.model.claim import Claim
from truceline.model.draft import DraftFacet
from truceline.model.span import Span, overlap
from truceline.recount.bench import Bench
from truceline.recount.drafts.doer_words import doer_in
from truceline.recount.drafts.owners import owner_of

PARTIES: frozenset[FacetName] = frozenset({"actor", "target", "responsibility"})
_OWN = frozenset({"denies", "admits", "justifies"})
"""Acts by which a speaker speaks of what it did itself."""
_FIRST = re.compile(
    r"(?:we|us|ourselves|i|me|myself|ours|mine|(?:our|my) own)(?:\s+(?:ourselves|myself))?", re.IGNORECASE
)
_WE = frozenset({"we", "us", "ourselves", "ours", "our"})
_THIRD = re.compile(
    r"(?:it|he|she|they|theirs|(?:its|his|her|their) own)(?:\s+(?:itself|themselves|himself|herself))?", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"(?:i|we|you|he|she|it|they|me|us|him|her|them|who|whom|which|that|this|these|those|one|both|all|some|others?)"
    r"(?:\s+(?:itself|themselves|ourselves|himself|herself|of (?:it|them|us|whom|which)))?",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"[a-z]+ed")
_BODYS = re.compile(r"(?:its|our|their)\s", re.IGNORECASE)
_BODY = re.compile(
    r"(?:[\w-]+ ){0,2}?(army|military|troops|soldiers|forces|government|regime|authorities|police|navy|rebels"
    r"|opposition|militants|insurgents|terrorists|separatists|militias?|coalition|factions?)"
)
_BODYS_DEED = re.compile(rf"(?P<body>{_BODY.pattern})['’]s?(?: [a-z-]+){{1,3}}")
"""A body with what it did: "the army's answer"."""
_SAME_BODY = tuple(
    map(
        frozenset,
        (
            ("army", "military", "troops", "soldiers", "forces", "command", "commander", "brigade"),
            ("government", "regime", "authorities", "minister", "president"),
            ("rebels", "rebel", "opposition", "insurgents", "militants", "factions", "faction", "fighters"),
        ),
    )
)
"""Words for one body, by which who speaks for it may be told."""
_NO_BODIES = frozenset({"person", "named_official", "author"})
_OPENING = re.compile(r"[“\"‘']?(?:that )?", re.IGNORECASE)
_TROOPS = re.compile(
    r"(?:that )?(?:its|his|her|their) (?:own )?(?:men|forces|troops|soldiers|fighters|guards?|army|gunners|sappers"
    r"|pilots|crews?|units?|aircraft|jets|planes|warplanes|drones|guns|tanks|police|officers)\b",
    re.IGNORECASE,
)
_CLEARED = re.compile(
    rf"(?:^|\bthat )(?P<doer>{_TROOPS.pattern}) (?:had|have|has|did|were|was) (?!been\b)", re.IGNORECASE
)
_OWN_DEED = re.compile(
    r"(?:(?:that )?(?P<doer>it|he|she|they|we|i) (?!(?:was|were|is|are)\b|(?:had|has|have) been\b)\w"
    r"|(?!being\b|having been\b)(?P<deed>(?:having )?\w+) )",
    re.IGNORECASE,
)
"""How what is denied opens where it is the speaker's own deed: "that it had shelled", "shelling", "having shelled"."""
_GERUND = re.compile(r"having \w+|\w{2,}ing", re.IGNORECASE)
_SITED = re.compile(r"\w (?:in|at|near|outside|inside) (?:the )?$", re.IGNORECASE)
_THING = re.compile(
    r"(?:['’]s?)?(?: [a-z-]+){0,3}? (?:convoys?|trucks?|vehicles?|lorries|cars?|ambulances?|bus(?:es)?|base|camps?"
    r"|offices?|compound|embassy|consulate|hospital|clinic|school|warehouses?|depots?|headquarters|building|house|home|aid|airport"
    r"|helicopters?|aircraft|planes?|drones?|ships?|boats?|tanks?|media|journalists?|crew|staff|workers?|citizens"
    r"|second city|city|capital|town|village|villages|towns)\b",
)
"""Behind a party, a thing of its: what was hit is that thing."""
_JOINED = re.compile(r"\b(?:and|or|nor)\b")
_AND_OR = re.compile(r",? (?:and|or|nor) (?:the )?|, (?:the )?")
_ONE_PERSON = frozenset({"he", "she", "i"})
_COUNTED_BY = re.compile(r"^[\d,]+ (?:allegedly )?by ")
"""Before whose breaches a number counts: "6 by the armed opposition"."""
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|our)\s+", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:,|\s(?:had|has|have|was|were|is|are|been|being|to|of|by|and|or|that|which|who|the|a|an|in|on|at))+$"
)
"""Words at an end that belong to what follows."""


def party_of(bench: Bench, facet: DraftFacet, claim: Claim | None) -> str | None:
    """The id or label of the party named; the speaker of "we", of the reported "it", of a deed denied or owned to.

    None where a pronoun leaves open who is meant.
    """
    text = bench.reading.prose
    span = facet.span if facet.facet == "target" else doer_in(text, facet.span, denied=facet.polarity == "denied")
    if span is None:
        return None
    words = bench.words_of(span)
    answering = _denied_in(bench, claim)
    if answering is not None and _TROOPS.match(words):
        return _spoken_for(bench, answering) or bench.speaker(answering)
    own = _whose(bench, facet, claim) if claim is not None and _BODYS.match(words) else None
    named = [a for a in (*bench.reading.actors, *bench.speakers) if overlap((a.start, a.end), span)]
    named = [a for a in named if not _is_aside(bench, facet, a)]
    if own is not None or named:
        return own or _best_named(bench, span, named)
    if _PARTICIPLE.fullmatch(words.strip()):
        return None
    return owner_of(bench, span) or _spoken_of(bench, facet, claim, words)


def _is_aside(bench: Bench, facet: DraftFacet, named: ActorMention) -> bool:
    """Whether a party only says where or whose a thing is: "the parties to the war in X", "X's convoy"."""
    start, end = facet.span
    if _SITED.search(bench.words_of((start, max(start, named.start)))):
        return True
    behind = bench.words_of((named.end, end)) if facet.facet == "target" else ""
    return _THING.match(behind) is not None


def named_beside(bench: Bench, facet: DraftFacet, value: str) -> list[tuple[Span, str]]:
    """Who else the words of a doer name, joined by "and" or "or": both of "Russian and Syrian aircraft"."""
    (start, end), words = facet.span, bench.words_of(facet.span)
    named = [a for a in (*bench.reading.actors, *bench.speakers) if start <= a.start and a.end <= end and a.actor]
    ordered = sorted({(a.start, a.end, str(a.actor)) for a in named})
    if value not in {actor for *_, actor in ordered} or not _JOINED.search(words):
        return []
    gaps = [words[b - start : a - start] for (_, b, _), (a, _, _) in pairwise(ordered)]
    if not gaps or not all(_AND_OR.fullmatch(gap) for gap in gaps):
        return []
    return [((a, b), actor) for a, b, actor in ordered if actor != value]


def own_troops(bench: Bench, claim: Claim) -> tuple[Span, str] | None:
    """The words by which a denial clears its speaker's own men, and whose: "denied that its men had burned it".

    Also where another's words are denied: "denied Ruvia's claim that its men had burned it".
    """
    who = _spoken_for(bench, claim) or bench.speaker(claim)
    for start, end in claim.content if who else ():
        found = _CLEARED.search(bench.reading.prose, start, end)
        if found is not None and who:
            return found.span("doer"), who
    return None


def own_deed(bench: Bench, claim: Claim) -> tuple[Span, str] | None:
    """The words by which a denial clears its speaker, and who that is: "denied that it had shelled the town".

    A speaker nobody knows is told by the words that name it.
    """
    text = bench.reading.prose
    found = _OWN_DEED.match(text, *claim.content[0]) if claim.content and claim.speech == "indirect" else None
    if found is None or (found["deed"] and not _GERUND.fullmatch(found["deed"])):
        return None
    label = bare(bench.words_of(claim.source[0])) if claim.source else ""
    body = None if (found["doer"] or "").lower() in _ONE_PERSON else _spoken_for(bench, claim)
    who = body or bench.speaker(claim) or label
    return (found.span("doer" if found["doer"] else "deed"), who) if who else None


def _denied_in(bench: Bench, claim: Claim | None) -> Claim | None:
    """The denial that holds a charge: whose "his men" are in “denied Ruvia's claim that his men had burned it”."""
    outer = bench.claims.by_id(claim.parent) if claim is not None and claim.parent else None
    if claim is None or outer is None or claim.act != "accuses" or bench.act(outer) != "denies":
        return None
    return outer if bench.speaker(outer) != bench.speaker(claim) else None


def _best_named(bench: Bench, span: Span, named: Sequence[ActorMention]) -> str:
    """Of the parties named in the words, the one with most of them."""
    best = max(named, key=lambda a: (min(a.end, span[1]) - max(a.start, span[0]), -a.start))
    return best.actor or _owner(bench, best, named) or best.name


def _spoken_of(bench: Bench, facet: DraftFacet, claim: Claim | None, words: str) -> str | None:
    """The speaker where the words mean the speaker, else the words; None of a pronoun that may mean anybody."""
    if _FIRST.fullmatch(words):
        claim = _uttered_in(bench, claim)
        body = _body_of(bench, claim) if claim is not None and words.lower().split()[0] in _WE else None
        who = body or (called(bench, claim) if claim is not None else None)
        return who or (None if _PRONOUN.fullmatch(words.strip()) else bare(words))
    owned = _BODYS_DEED.fullmatch(bare(words)) if facet.facet == "responsibility" else None
    words = owned["body"] if owned is not None else words
    deed = facet.facet != "target" and not any(w[0].isupper() for w in words.split())
    deed = deed and not (claim is not None and _is_others_body(bench, claim, words))
    speaker = bench.speaker(claim) if claim is not None else None
    if claim is not None and _means_speaker(words, claim):
        speaker = called(bench, claim)
    if claim is not None and speaker and ((claim.act in _OWN and deed) or _means_speaker(words, claim)):
        return speaker
    return None if _PRONOUN.fullmatch(words.strip()) else bare(words)


def called(bench: Bench, claim: Claim) -> str | None:
    """Who speaks, by id or name, else by the words that tell of them; None of a pronoun."""
    words = bare(bench.words_of(claim.source[0])) if claim.source else ""
    return bench.speaker(claim) or (None if not words or _PRONOUN.fullmatch(words) else words)


def _is_others_body(bench: Bench, claim: Claim, words: str) -> bool:
    """Whether words name a body that the speaker is not told to be of: a news agency's "the army"."""
    body = _BODY.fullmatch(bare(words).lower())
    if body is None:
        return False
    speaker = bench.speaker(claim) or ""
    own = " ".join((*(bench.words_of(s) for s in claim.source), speaker.replace("-", " "))).lower()
    same = next((kind for kind in _SAME_BODY if body[1] in kind), frozenset((body[1],)))
    return same.isdisjoint(re.findall(r"[a-z]+", own))


def _whose(bench: Bench, facet: DraftFacet, claim: Claim) -> str | None:
    """The body whose "its forces" are: the one a person speaks for, else whoever says what these words open."""
    body = _spoken_for(bench, claim)
    if body is not None or facet.facet == "target" or claim.source_kind in _NO_BODIES:
        return body
    opening = (claim.content[0][0], facet.span[0]) if claim.content else facet.span
    if opening[0] > opening[1] or not _OPENING.fullmatch(bench.words_of(opening)):
        return None
    return called(bench, claim) if claim.source_kind in {"group", "institution"} else bench.speaker(claim)


def _spoken_for(bench: Bench, claim: Claim) -> str | None:
    """The body that a person speaks for, where the source names it: "its forces" of "a spokesman for the Republic"."""
    speaker = bench.speaker(claim)
    named = [a.actor for a in bench.speakers if any(overlap((a.start, a.end), s) for s in claim.source)]
    bodies = [a for a in named if a is not None and a != speaker]
    return bodies[0] if claim.source_kind == "named_official" and len(set(bodies)) == 1 else None


def _body_of(bench: Bench, claim: Claim) -> str | None:
    """The body that a person speaks for, by this claim's source or an earlier one of his: "she" of "spokeswoman X"."""
    speaker = bench.speaker(claim)
    told = [claim, *(c for c in bench.reading.claims if speaker is not None and bench.speaker(c) == speaker)]
    return next((body for c in told if (body := _spoken_for(bench, c)) is not None), None)


def _owner(bench: Bench, label: ActorMention, named: Sequence[ActorMention]) -> str | None:
    """The known party whose name stands right before a label: "Hamas fighters"."""
    beside = (a for a in named if a.actor and not bench.words_of((a.end, label.start)).strip(" -’'s"))
    return next((a.actor for a in beside if a.end <= label.start), None)


def _uttered_in(bench: Bench, claim: Claim | None) -> Claim | None:
    """The claim whose own words these are, in whose mouth "we" is meant: not one reported inside them.

    None where only the document itself can say "we": "Baku claims that we hit Ganja too".
    """
    while (
        claim is not None
        and claim.speech == "indirect"
        and bench.words_of(claim.cue[0] if claim.cue else (0, 0)) != ":"
    ):
        claim = bench.claims.by_id(claim.parent) if claim.parent else None
    return claim


def _means_speaker(words: str, claim: Claim) -> bool:
    """Whether "it" or "he" is whoever speaks: in reported words that accuse nobody."""
    return claim.act != "accuses" and claim.speech == "indirect" and _THIRD.fullmatch(words) is not None


def bare(words: str) -> str:
    """The words without an article before them, and without what belongs to what follows."""
    return _TRAILING.sub("", _ARTICLE.sub("", _COUNTED_BY.sub("", words.strip(" ,.;:\"'“”")), count=1))
