"""What a draft's facet says of its words: the learned polarity, but where small words, or the claim, say another."""

import re
from typing import Any

from truceline.model.account import Polarity
from truceline.model.claim import Claim
from truceline.model.draft import DraftFacet
from truceline.recount.bench import Bench
from truceline.recount.drafts.counts import HARMS
from truceline.recount.drafts.parties import called
from truceline.recount.drafts.stances import (
    blames,
    compliance_polarity,
    damage_polarity,
    disowns,
    has_no,
    intent_polarity,
    notice_polarity,
    owns,
    shifts_blame,
)
from truceline.recount.granted import granted
from truceline.recount.rebuttals import rebuts
from truceline.recount.unreturned import unreturned

_POINTING = frozenset({"it", "this", "that", "they", "these", "those"})
_LEAD = re.compile(r"(?:that )?(?:(?:the|its|their|his|her|any|a|an) )?", re.IGNORECASE)
_ATTEMPT = re.compile(r"\b(?:attempts?|attempted|attempting|try|tried|trying|plots?|plotted)$", re.IGNORECASE)
_AIM = re.compile(r" to [\w-]+")
_THINGS = frozenset({"target", "means", "damage"})
_NONE = re.compile(r"(?:no|not an?|nobody|no one|nothing|none) ", re.IGNORECASE)
"""Before what is denied to have been there: in 48 of 48 annotated denials."""
_NO_BEFORE = re.compile(r"(?:\b(?:not|never|hardly)|n['’]t) (?:\w+ )?$", re.IGNORECASE)
_BACK = 24
_TRUE = re.compile(r"(?:(?:is|are|was|were) )?(?:\w+ly )?(?:true|correct|accurate|confirmed)", re.IGNORECASE)
_PURPOSE = re.compile(
    r"(?<!not )\b(?:in order to|so as to|in (?:an|a bid|an effort|an attempt) to"
    r"|(?:with|for) the (?:aim|intention|purpose|goal) of"
    r"|as an? (?:\w+ )?(?:provocation|warning|punishment|reprisal|revenge|distraction|pretext|lesson|signal|message)"
    r"|in (?:revenge|reprisal|retaliation)"
    r"|to (?:discredit|blame|provoke|derail|sabotage|frame|punish|terrori[sz]e|intimidate|force|drive|frighten|scare"
    r"|create|undermine|disrupt|wreck|destroy|weaken|prevent|hinder|stop|break|divert|cover|accuse|win|gain|show|teach|make|put))\b",
    re.IGNORECASE,
)
"""Words that tell what a deed was for."""
_SORRY = re.compile(r"\b(?:regret|apolog|sorry)", re.IGNORECASE)


def stance_of(bench: Bench, facet: DraftFacet, claim: Claim | None, value: Any) -> Polarity:
    """The learned reader's, but for words of a breach, a mistake or a purpose, which say so themselves.

    Harm that a denial names is denied, unless it is that nobody came to any.
    """
    if granted(bench.reading.prose, claim, facet.span):
        return "affirmed"
    if facet.facet in HARMS and value and value["high"] != 0 and bench.act(claim) == "denies":
        return "denied"
    if claim is not None and claim.act == "declines" and facet.facet in HARMS | {"responsibility"}:
        return "open"
    if facet.facet == "responsibility":
        return _of_doer(bench, facet, claim, value)
    return _by_words(bench, facet, claim) or _by_content(bench, facet, claim) or facet.polarity


def _by_words(bench: Bench, facet: DraftFacet, claim: Claim | None) -> Polarity | None:
    """What the words of a facet say of it themselves; None where they do not."""
    words, name = bench.words_of(facet.span), facet.facet
    if name == "notice":
        left_open = claim is not None and claim.act in {"doubts", "declines"}
        return None if left_open else notice_polarity(words, _cue(bench, claim) if claim is not None else "")
    if name in _THINGS and claim is not None and claim.act == "denies" and _NONE.match(words):
        return "denied"
    if name == "damage":
        return damage_polarity(words)
    if name == "intent":
        return intent_polarity(_with_aim(bench, facet), claim) or _of_purpose(bench, facet, claim)
    return compliance_polarity(_with_aim(bench, facet), claim) if name == "compliance" else None


def _of_purpose(bench: Bench, facet: DraftFacet, claim: Claim | None) -> Polarity | None:
    """Affirmed, where words tell what a deed was for ("to discredit the army"), as 9 of 11 annotated; else None."""
    text, (start, end) = bench.reading.prose, facet.span
    if (claim is not None and claim.act == "denies") or has_no(bench.words_of((start, end))):
        return None
    for_it = _PURPOSE.search(text, max(0, start - _BACK), end)
    return "affirmed" if for_it is not None and for_it.end() >= start else None


def _with_aim(bench: Bench, facet: DraftFacet) -> str:
    """The words of a stance with a "not" right before them, or with what an attempt or a plot was to do.

    As "an attempt" in “an attempt to murder” and "in line with it" in “not in line with it”.
    """
    text = bench.reading.prose
    before = _NO_BEFORE.search(text, max(0, facet.span[0] - _BACK), facet.span[0])
    words = (before[0] if before is not None else "") + bench.words_of(facet.span)
    aim = _AIM.match(bench.reading.prose, facet.span[1]) if _ATTEMPT.search(words) else None
    return words + aim[0] if aim is not None else words


def _of_doer(bench: Bench, facet: DraftFacet, claim: Claim | None, value: Any) -> Polarity:
    """Of who did it: an accusation clears nobody, nor does an admission; who denies a deed has not owned to it."""
    words = bench.words_of(facet.span)
    if claim is not None and shifts_blame(bench.reading.prose, facet.span[0]):
        return "denied"
    if blames(words, claim):
        return "affirmed" if facet.polarity == "denied" else facet.polarity
    if claim is None or (claim.act == "denies" and has_no(words)):
        return facet.polarity if claim is None else "denied"
    if facet.polarity == "denied" and bench.act(claim) == "admits":
        return "affirmed" if owns(words, _cue(bench, claim), claim) else "open"
    said = " ".join(bench.words_of(s) for s in claim.content)
    meant = value == called(bench, claim) or _opens(bench, facet, claim)
    return "denied" if meant and disowns(said, _cue(bench, claim), claim) else facet.polarity


def _opens(bench: Bench, facet: DraftFacet, claim: Claim) -> bool:
    """Whether a doer is the subject of all that is denied: "denied that the army had shelled it"."""
    start = claim.content[0][0] if claim.content else facet.span[1]
    return start <= facet.span[0] and _LEAD.fullmatch(bench.words_of((start, facet.span[0]))) is not None


def _cue(bench: Bench, claim: Claim) -> str:
    return " ".join(bench.words_of(s) for s in claim.cue)


def _by_content(bench: Bench, facet: DraftFacet, claim: Claim | None) -> Polarity | None:
    """What all that is said tells of the purpose, where its marked words are a bare "it"."""
    if facet.facet != "intent" or claim is None or bench.words_of(facet.span).lower() not in _POINTING:
        return None
    return intent_polarity(" ".join(bench.words_of(s) for s in claim.content), claim)


def denies_no_deed(bench: Bench, facet: DraftFacet) -> bool:
    """Whether a deed seems denied by words that strike another's denial, fire not returned, a warning or terms kept.

    Nor does who voices regret deny a part in what is regretted.
    """
    if unreturned(bench.reading.prose, facet.facet, facet.span) or _TRUE.fullmatch(bench.words_of(facet.span)):
        return True
    if facet.facet not in {"occurrence", "responsibility"} or facet.polarity != "denied":
        return False
    claim = bench.claims.innermost(*facet.span)
    if claim is not None and claim.act == "admits" and facet.facet == "responsibility":
        return _SORRY.search(" ".join(map(bench.words_of, (*claim.cue, *claim.content)))) is not None
    if claim is not None and claim.act == "denies" and claim.reaches in {"notice", "compliance"}:
        return facet.facet == "occurrence" and facet.span in claim.content
    return rebuts(bench.reading.claims, bench.reading.prose, facet.span)
