"""A draft's facets under their claims, beside those the rules found of the same happening."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from truceline.model.account import Facet, FacetName, Polarity
from truceline.model.claim import Claim
from truceline.model.draft import Draft, DraftFacet
from truceline.model.span import Span, overlap, within
from truceline.recount.bench import Bench, Told
from truceline.recount.blame import denied_by_others
from truceline.recount.drafts.cleared import (
    cleared_of,
    names_accuser,
    of_what_is_granted,
    only_aimed,
    own_arms,
)
from truceline.recount.drafts.corrected import corrected_of
from truceline.recount.drafts.counts import (
    COUNTS,
    HARMS,
    counts_unharmed,
    dead_before,
    each_told,
    groups_in,
    harm_of,
    is_refused,
    is_toll,
    other_harm,
    people_in,
)
from truceline.recount.drafts.empty_words import names_nothing
from truceline.recount.drafts.kind_told import better_named, kinds_told
from truceline.recount.drafts.no_dead import counts_breaches
from truceline.recount.drafts.no_doers import is_no_doer
from truceline.recount.drafts.no_targets import is_no_arms, is_no_target, made_by
from truceline.recount.drafts.own_deed import home_of
from truceline.recount.drafts.parties import PARTIES, named_beside
from truceline.recount.drafts.polarity import denies_no_deed, stance_of
from truceline.recount.drafts.reached import absent, as_subject, misses, told_plainly
from truceline.recount.drafts.rival_days import is_another_tellers
from truceline.recount.drafts.rivals import DOERS, outdone
from truceline.recount.drafts.terms import names_terms
from truceline.recount.drafts.uncounted import without_hurt_dead, without_uncounted
from truceline.recount.drafts.values import value_of
from truceline.recount.events.at_large import is_rhetoric, tells_of_like_deeds
from truceline.recount.events.unnoticed import are_unnoticing
from truceline.recount.kit import RecountKit
from truceline.recount.one_look import CLEARLY, SURELY, seen_whole
from truceline.recount.present import only_there
from truceline.recount.together import told_together
from truceline.text.datelines import opens_dateline

RULED: frozenset[FacetName] = frozenset(
    {"occurrence", "type", "killed", "injured", "detained", "displaced", "place", "time", "means", "intent", "notice"}
)
"""Facets of which the rules' own are kept beside the learned reader's: those with a value or a plain word."""

_NAME = re.compile(r"(?:(?:in|at|near|outside) )?[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?")
"""A place's name alone, with its preposition."""
_SEEN_BETTER = frozenset({"time", "means"})
_FIRED_FROM = re.compile(r"\b(?:fired|firing|launched|launching|shot|shooting|fire) from (?:the )?$", re.IGNORECASE)
"""Before where fire came from, which nothing is said to have hit."""
OPPOSITES = {"intended": "unintended", "kept": "broken"}
"""Values whose denial is a value of its own, as the rules have it."""


def _ruled_at_home(bench: Bench, kit: RecountKit, draft: Draft, ruled: Sequence[Told]) -> list[Told]:
    """What the rules tell of a happening, but for what the learned reader tells of another one."""
    own = set(draft.facets)
    elsewhere = [f for d in bench.reading.drafts or () for f in d.facets if f not in own and f.facet not in HARMS]
    known = [t for t in ruled if t[1].facet in RULED and not _is_of(t[1], elsewhere)]
    kept = [part for told in known for part in _counted(bench, kit, draft, told)]
    kept = [k for k in kept if not sent_from(bench, k[1], draft) and not only_aimed(bench, *k)]
    kept = [(c, f) for c, f in kept if not own_arms(bench, f.facet, f.spans[0], c)]
    return [(c, f) for c, f in kept if not _better_seen(bench, f, draft)]


def tell_draft(bench: Bench, kit: RecountKit, draft: Draft, event_type: str, ruled: Sequence[Told]) -> list[Told]:
    """Facets of one happening: the rules' where they are at home, the draft's, and its type for each teller of it.

    What the learned reader tells of another happening is not told of this one too.
    """
    kept = _ruled_at_home(bench, kit, draft, ruled)
    settled = {(bench.teller_key(c), f.facet) for c, f in kept if f.facet == "place"}
    days = [f.spans[0] for _, f in kept if f.facet == "time"]
    sure = {f.span for f in draft.facets if f.score >= SURELY}
    learned = [
        told
        for told in _facets(bench, kit, draft, kept, ruled)
        if (bench.teller_key(told[0]), told[1].facet) not in settled
        # the rules know a day of telling from the happening's better than a reader in doubt
        and not (days and _is_doubtful_day(bench, told[1], draft, (sure, days)))
        and not _told_before(told, kept)
    ]
    once = without_hurt_dead(bench, _of_one_mind(_once([*kept, *learned])))
    told = better_named(bench, draft, without_uncounted(bench, once))
    told = [*kinds_told(bench, draft, event_type, told), *told]
    told += cleared_of(bench, draft, told) + corrected_of(bench, kit, told)
    denying = {f.claim for _, f in told if f.polarity == "denied"}
    return [*told, *(d for d in denied_by_others(bench, told) if d[1].claim not in denying)]


def _is_doubtful_day(bench: Bench, facet: Facet, draft: Draft, known: tuple[Collection[Span], Sequence[Span]]) -> bool:
    """Whether a reader in doubt tells a day beside those `known`, surely or by rules, and no rival gives it."""
    sure, days = known
    if facet.facet != "time" or facet.spans[0] in sure:
        return False
    return not is_another_tellers(bench, facet.spans[0], draft, days)


def _better_seen(bench: Bench, facet: Facet, draft: Draft) -> bool:
    """Whether the reader, seeing the whole text, has other words for when or by what means it was, and not these."""
    if facet.facet not in _SEEN_BETTER or not seen_whole(bench.reading.text):
        return False
    seen = [f.span for f in draft.facets if f.facet == facet.facet]
    if not seen or any(overlap(s, facet.spans[0]) for s in seen):
        return False
    return facet.facet != "time" or not is_another_tellers(bench, facet.spans[0], draft, seen)


def sent_from(bench: Bench, facet: Facet, draft: Draft) -> bool:
    """Whether a place is only where the report was sent from, and the learned reader sees another name for where."""
    if facet.facet != "place" or not opens_dateline(bench.reading.prose, *facet.spans[0]):
        return False
    return any(is_name(bench.words_of(f.span)) and f.span != facet.spans[0] for f in draft.facets if f.facet == "place")


def is_name(words: str) -> bool:
    """Whether words that tell a place are a bare name: "Orvenka", "in Orvenka", not "a market in the north"."""
    return _NAME.fullmatch(words) is not None


def _of_one_mind(told: Sequence[Told]) -> list[Told]:
    """What is told, without the blame that a claim lays on whom it clears: "had not shelled it; X's rockets had"."""
    cleared = {(f.claim, str(f.value)) for _, f in told if f.facet == "responsibility" and f.polarity == "denied"}
    return [
        (c, f)
        for c, f in told
        if not (f.facet == "responsibility" and f.polarity == "affirmed" and (f.claim, str(f.value)) in cleared)
    ]


def _once(told: Sequence[Told]) -> list[Told]:
    """Each figure of one group once for the same words of a claim."""
    kept: list[Told] = []
    for claim, facet in told:
        same = (
            k.facet == facet.facet and k.claim == facet.claim and overlap(k.spans[0], facet.spans[0])
            for _, k in kept
            if facet.facet in COUNTS and _figure(k) == _figure(facet)
        )
        if not any(same):
            kept.append((claim, facet))
    return kept


def _figure(facet: Facet) -> tuple[object, ...]:
    value = facet.value if isinstance(facet.value, dict) else {}
    return facet.polarity, value.get("low"), value.get("high"), value.get("group")


def _make_up(whole: Facet, parts: Sequence[Mapping[str, Any]]) -> bool:
    """Whether counts of as many groups add up to a number."""
    groups = {c["group"] for c in parts} - {"unknown"}
    return len(groups) >= len(parts) and whole.value["low"] == sum(c["low"] or 0 for c in parts)


def _counted(bench: Bench, kit: RecountKit, draft: Draft, told: Told) -> list[Told]:
    """What the rules tell, a number harmed as the draft's own words have it, which knows best which words count.

    Nothing where these say another number; beside a sum, the groups the draft takes it apart into ("six patients and a
    nurse"), if they add up.
    """
    claim, whole = told
    if whole.facet not in HARMS:
        return [told]
    own = [d for d in draft.facets if d.facet == whole.facet and overlap(d.span, whole.spans[0])]
    counts = [(d, c) for d in own if (c := people_in(bench, kit, d.span)) is not None]
    if 0 < len(counts) == len(own) and not _same_number(whole.value, [c for _, c in counts]):
        return []
    inside = [d for d in own if within(d.span, whole.spans[0])]
    parts = [(d, c) for d, c in counts if d in inside]
    if not 2 <= len(inside) <= len(parts) or not _make_up(whole, [c for _, c in parts]):
        return [told]
    return [
        told,
        *((claim, replace(whole, value=c, text=bench.words_of(d.span), spans=(d.span,))) for d, c in parts),
    ]


def _same_number(whole: dict[str, Any], counts: Sequence[dict[str, Any]]) -> bool:
    """Whether a range is one of the counts, or all of them together."""
    ranges = [(c["low"], c["high"]) for c in counts]
    ranges.append((sum(low or 0 for low, _ in ranges), sum(high or 0 for _, high in ranges)))
    return (whole["low"], whole["high"]) in ranges


def _facets(bench: Bench, kit: RecountKit, draft: Draft, kept: Sequence[Told], ruled: Sequence[Told]) -> list[Told]:
    out: list[Told] = []
    for found in draft.facets:
        claim = home_of(bench, draft, found)
        facet = replace(found, facet="target") if absent(bench, found, claim) else as_subject(bench, draft, found)
        facet = replace(facet, facet="actor") if made_by(bench, facet) else facet
        if _not_told(bench, draft, facet, claim) or outdone(bench, facet, draft) or _also_meant(facet, kept):
            continue
        if of_what_is_granted(bench, draft, facet, claim) or counts_unharmed(bench, facet):
            continue
        if _names_none(bench, draft, facet) or _counts_others(bench, kit, draft, facet, ruled):
            continue
        value = value_of(bench, kit, facet, claim)
        if facet.facet in COUNTS | PARTIES | {"time", "place"} and value is None:
            continue
        polarity = _polarity(bench, draft, (claim, facet), value, ruled)
        if polarity == "denied" and (opposite := OPPOSITES.get(str(value))) and _not_denying(claim, facet.facet):
            value, polarity = opposite, "affirmed"
        made = Facet(
            facet=facet.facet,
            value=value,
            text=bench.words_of(facet.span),
            spans=(facet.span,),
            claim=claim.id if claim else None,
            polarity=polarity,
            certainty="possible" if _is_unsure(claim) else "stated",
        )
        more = _told_beside(bench, kit, facet, made)
        out += [
            (claim, made),
            *((claim, replace(made, value=v, text=bench.words_of(at), spans=(at,))) for at, v in more),
        ]
    return out


def _polarity(
    bench: Bench, draft: Draft, told: tuple[Claim | None, DraftFacet], value: Any, ruled: Sequence[Told]
) -> Polarity:
    """How a facet is told: plainly, though its claim denies another; denied, where its teller is cleared of it."""
    claim, facet = told
    polarity = stance_of(bench, facet, claim, value)
    if polarity == "denied" and told_plainly(bench, draft, facet, claim):
        polarity = "affirmed"
    if polarity == "affirmed" and (_cleared(facet, claim, ruled) or is_refused(bench, facet)):
        return "denied"
    return polarity


def _told_beside(bench: Bench, kit: RecountKit, facet: DraftFacet, made: Facet) -> Iterable[tuple[Span, Any]]:
    """What the same words tell besides: further doers, the groups of those counted."""
    if facet.facet in DOERS:
        return named_beside(bench, facet, made.value)
    return groups_in(bench, kit, facet.span) if facet.facet in COUNTS and made.polarity == "affirmed" else ()


def _is_unsure(claim: Claim | None) -> bool:
    """Whether a claim foresees or doubts; a writer who does so in a sentence that tells of a deed tells it plainly."""
    return claim is not None and claim.act in {"doubts", "predicts"} and claim.source_kind != "author"


def _not_told(bench: Bench, draft: Draft, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether words are no facet at all: they name nothing, are a claim's cue or who noticed none, or deny no deed."""
    if are_unnoticing(bench.reading.prose, *facet.span) or _of_no_deed(bench, facet, claim):
        return True
    nothing = names_nothing(bench, facet, claim)
    nothing = nothing or (bench.claims.of_cue(*facet.span) is not None and not _tells_terms(bench, facet))
    charged = facet.facet == "occurrence" and claim is not None and names_accuser(bench, facet, claim)
    nothing = nothing or charged or own_arms(bench, facet.facet, facet.span, claim)
    return nothing or denies_no_deed(bench, facet) or misses(bench, draft, facet, claim)


def _of_no_deed(bench: Bench, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether words are a heading's rhetoric, or their claim lays no more on somebody than deeds like this one."""
    sentence = next((s for s in bench.reading.sentences if s[0] <= facet.span[0] < s[1]), facet.span)
    if claim is None and is_rhetoric(bench.words_of(sentence)):
        return True
    if claim is None or not claim.cue or not claim.content:
        return False
    return tells_of_like_deeds(bench.words_of((claim.cue[0][0], claim.content[-1][1])))


def _names_none(bench: Bench, draft: Draft, facet: DraftFacet) -> bool:
    """Whether words marked for a doer, for what was hit or for the arms name none."""
    if facet.facet == "place" and _FIRED_FROM.search(bench.reading.prose, max(0, facet.span[0] - 30), facet.span[0]):
        return True
    return is_no_doer(bench, draft, facet) or is_no_target(bench, draft, facet) or is_no_arms(bench, facet)


def _tells_terms(bench: Bench, facet: DraftFacet) -> bool:
    """Whether words tell of notice or of an agreement's terms, though a claim's cue is among them: "told nobody"."""
    return names_terms(bench, facet) or (facet.facet in {"notice", "compliance"} and facet.score >= CLEARLY)


def _counts_others(bench: Bench, kit: RecountKit, draft: Draft, facet: DraftFacet, ruled: Sequence[Told]) -> bool:
    """Whether a count is of people told elsewhere: of people shot, who died is told apart; none is counted twice."""
    counts = facet.facet in COUNTS and not draft.aggregate
    if counts and told_together(bench.reading.prose, *facet.span, kit.together):
        return True
    if each_told(bench, facet, draft) or dead_before(bench, facet) or counts_breaches(bench.reading, draft, facet):
        return True
    if facet.facet in HARMS | {"detained"} and _only_there(bench, facet):
        return True
    return other_harm(bench, facet) or is_toll(bench, facet) or (not ruled and harm_of(bench, facet) is not None)


def _only_there(bench: Bench, facet: DraftFacet) -> bool:
    sentence = next((s for s in bench.reading.sentences if s[0] <= facet.span[0] < s[1]), facet.span)
    return only_there(bench.reading.prose, facet.span, sentence)


def _cleared(facet: DraftFacet, claim: Claim | None, ruled: Sequence[Told]) -> bool:
    """Whether the rules read that a claim clears whom these words name: "X and Y did not shell it"."""
    return facet.facet == "responsibility" and any(
        f.facet == "responsibility" and f.polarity == "denied" and c == claim and overlap(f.spans[0], facet.span)
        for c, f in ruled
    )


def _also_meant(facet: DraftFacet, kept: Sequence[Told]) -> bool:
    """Whether the rules have the words for what was meant or known: they name no doer then."""
    meant = {"intent", "notice"}
    return facet.facet == "responsibility" and any(
        f.facet in meant and overlap(f.spans[0], facet.span) for _, f in kept
    )


def _is_of(facet: Facet, drafted: Sequence[DraftFacet]) -> bool:
    return any(d.facet == facet.facet and overlap(d.span, facet.spans[0]) for d in drafted)


def _not_denying(claim: Claim | None, name: FacetName) -> bool:
    """Whether what is told is the opposite itself ("by mistake"), rather than another's charge denied."""
    return name == "compliance" or claim is None or claim.act != "denies"


def _told_before(told: Told, kept: Sequence[Told]) -> bool:
    """Whether the rules told the same facet on some of the same words."""
    facet = told[1]
    return any(k.facet == facet.facet and overlap(k.spans[0], facet.spans[0]) for _, k in kept)
