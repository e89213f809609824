"""What exactly is denied, admitted or accused: occurrence, responsibility, intent and notice are kept apart."""

import re

from truceline.model.account import FacetName, Polarity
from truceline.model.claim import Act, Claim

Found = tuple[FacetName, str, int, int]
"""A facet word found in a sentence: facet, value, first and last word position."""


def polarity_of(facet: FacetName, act: Act, found: frozenset[str], *, negated: bool) -> Polarity:
    """Polarity of one facet under a claim that performs `act`.

    A denial strikes one facet: notice where the words are about having been told, else intent, else responsibility, and
    the occurrence only where none of these is named. A demand, doubt or refusal to say leaves a facet open.
    """
    if act == "denies":
        return "denied" if facet == denied_facet(found) and not negated else "affirmed"
    if negated:
        return "denied"
    return "open" if act in {"doubts", "declines", "demands"} else "affirmed"


def act_of(claim: Claim | None, text: str) -> Act:
    """The act a claim performs; "flatly denied" is a denial whatever else its cue says, "did not deny" is none."""
    if claim is None:
        return "asserts"
    cue = " ".join(text[a:b] for a, b in claim.cue)
    by_none = bool(claim.source) and _BY_NONE.match(text, claim.source[0][0]) is not None
    if _DENIAL.search(cue) and by_none:
        return "asserts"  # "No one denied it"
    if _DENIAL.search(cue) and not _UNDENIED.search(cue):
        return "denies"
    content = " ".join(text[a:b] for a, b in claim.content)
    if claim.act == "denies" and claim.source_kind != "author" and _NEGATED.search(content):
        return "asserts"  # "said that it had not": the denial stands in the content's own negation
    return claim.act


_NEGATED = re.compile(r"\b(?:not|no|never|neither|none|nor|nobody|nothing|hardly|unlikely)\b|n['’]t\b", re.IGNORECASE)
_BY_NONE = re.compile(r"(?:neither|none|nobody|no[ -]one)\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\bden(?:y|ies|ied|ying|ial)\b|\bdismiss|\bruled? out|\brefut|\breject(?:s|ed)\b.*\b(?:claim|accus|alleg)",
    re.IGNORECASE,
)
_UNDENIED = re.compile(
    r"(?:\b(?:not|never|nor|nobody|no one|without|short of|fail\w* to|refus\w+ to|declin\w+ to)\b|n['’]t\b)"
    r" (?:\w+ly |even |once )?(?:den(?:y|ie[ds]|ying)|dismiss|rul(?:e|ed|ing) out|refut|reject)",
    re.IGNORECASE,
)


def denied_facet(found: frozenset[str]) -> FacetName:
    """Which facet a denial is about, by the facet words its content has."""
    for facet in ("notice", "intent", "responsibility"):
        if facet in found:
            return facet
    return "occurrence"
