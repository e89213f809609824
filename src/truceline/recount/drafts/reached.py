"""Words that the learned reader has for a denial of a happening and that deny something else about it, or nothing."""

import re
from dataclasses import replace

from truceline.model.claim import Claim
from truceline.model.draft import Draft, DraftFacet
from truceline.model.span import overlap, span_at, within
from truceline.recount.antecedents import is_bare, passes_by, refuses_plan
from truceline.recount.bench import Bench
from truceline.recount.clusters import VIOLENT
from truceline.recount.drafts.stances import intent_polarity
from truceline.recount.facets.small_words import causes

_NO = re.compile(
    r"\b(?:no|not|nothing|never|without|none|nor|neither|nobody|hardly|cannot|den(?:y|ie[ds]|ying|ials?)|dismiss\w*|reject\w*"
    r"|refut\w*|disput\w*|contest\w*|false\w*|untrue|lies?|lying|fab\w+|invent\w*|nonsense|rumours?|rumors?|still)\b|n['’]t\b",
    re.IGNORECASE,
)
_NONE_KNOWN = re.compile(
    r"\b(?:no|not any|not aware of any) (?:\w+ )?(?:evidence|indications?|signs?|proof|information|knowledge|records?"
    r"|contradictions?|doubts?|quarrels?|choice|intention|means|need|reason)\b",
    re.IGNORECASE,
)
_NO_TRUCE = re.compile(
    r"\bno (?:\w+ )?(?:truce|cease-?fire|agreement|accord|deal|pause|talks)\b(?! (?:was|were|has|had) (?:been )?\w)",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\bthere (?:was|were|is|are|(?:had|has|have|having) (?:ever |never )?been) (?:never )?"
    r"(?:no|not (?:one|an?|any)|any|an?)(?: single)? (?P<what>(?:[\w’'-]+ ){0,2}?[\w’'-]+)"
    r"(?=[\"”,.;]|$| (?:at all|in|on|at|inside|near|left|there|whatever|among|aboard|around|within)\b)",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:no|not (?:one|an?)|any|an?)(?: single)? (?P<what>(?:[\w’'-]+ ){0,2}?[\w’'-]+) "
    r"(?:(?:was|were|is|are|(?:had|has|have) (?:ever )?been) (?:ever )?"
    r"(?:there|present|in|on|at|inside|near|aboard|among|around|within|hidden|stored|kept)\b|(?:lay|lies|stood|stands)\b)",
    re.IGNORECASE,
)
_OUTRAGE = re.compile(
    r"\b(?:moral|outrag\w+|disgrace\w*|crimes?|criminal|barbari\w+|heinous|atrocit\w+|shameful|appalling|horrific)\b",
    re.IGNORECASE,
)
"""Words that condemn a deed and say nothing of what was meant by it."""
_HARMED_DID = re.compile(
    r"\b(?:ignor|disobey|disregard|def(?:y|ied|ies))\w* (?:[\w’'-]+ ){0,4}?"
    r"(?:signals?|warnings?|shots?|checkpoints?|barriers?|calls?|commands? to (?:stop|halt)|orders? to (?:stop|halt))\b"
    r"|\b(?:(?:fail|refus)\w* to|(?:did|had|would|could)(?: not|n['’]t)) "
    r"(?:stop|halt|heed|obey|slow|pull over|identif|show)\w*"
    r"|\b(?:sped|drove|rode|ran|accelerat\w*|charged) (?:up )?(?:at|towards?|through|past) (?:the |a |an )?"
    r"(?:soldiers?|troops|checkpoint|post|roadblock|barrier|patrol|them)\b",
    re.IGNORECASE,
)
"""What those harmed did before: it says nothing of what was meant by who harmed them."""
_ON = 24
"""Characters behind marked words that finish what they say: "the man failed | to stop"."""
_SCORN = re.compile(
    r"[\"“‘]?(?:an?|the|nothing but an?|mere)?\s?(?:\w+ )?(?:farce|sham|charade|theatre|circus|show|stunt"
    r"|comedy|joke)[\"”’.,]*",
    re.IGNORECASE,
)
"""What a speaker calls another's deed without denying it: "a farce"."""
_BARE_NOUN = re.compile(r"(?:the|an?|any|this|that|these|those|all) (?:[\w’'-]+ ){0,2}?[\w’'-]+", re.IGNORECASE)
_OTHERS = re.compile(r"(?:the|your|these|those|there (?:was|were|are|is|had been)) (?:[\w’'-]+ )*?\w+$", re.IGNORECASE)
_SOME_MORE = re.compile(
    r"(?:a few|a couple of|some|several|many|two|three|four|five) (?:[\w’'-]+ )?[\w’'-]+", re.IGNORECASE
)
"""A number of things not told of before: "a few shots"."""
_OWN_WORDS = frozenset({"we", "i", "us", "our", "you", "your", "our people"})
_BESIDE = frozenset({"responsibility", "intent", "harm"})
"""What a denial may reach without reaching that the thing happened."""


_HELPING = re.compile(r"\s+(?:(?:had|has|have|then|also|again|\w+ly)\s+)*")


def as_subject(bench: Bench, draft: Draft, facet: DraftFacet) -> DraftFacet:
    """The facet; who is the very subject of the deed, in a sentence with no "no", did it: nobody is cleared there."""
    if facet.facet != "responsibility" or facet.polarity != "denied":
        return facet
    text, starts = bench.reading.prose, {m.span[0] for m in draft.mentions}
    end = _HELPING.match(text, facet.span[1])
    here = span_at(facet.span[0], bench.reading.sentences, facet.span)
    if end is None or end.end() not in starts or _NO.search(text, *here):
        return facet
    return replace(facet, polarity="affirmed")


def misses(bench: Bench, draft: Draft, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether words that seem to deny a happening, or to own to one, say nothing of it."""
    words = bench.words_of(facet.span)
    if facet.facet in {"responsibility", "actor"} and claim is not None and claim.act == "demands":
        return words.lower() in _OWN_WORDS  # "We urge our people to be careful"
    if facet.facet == "intent":
        return _tells_no_intent(words, bench.words_of((facet.span[0], facet.span[1] + _ON)), claim)
    if facet.polarity != "denied" or facet.facet not in {"occurrence", "responsibility"}:
        return False
    if _SCORN.fullmatch(words) or (is_bare(words) and _answers_other(bench, draft, facet, claim)):
        return True
    if facet.facet == "responsibility":
        return _tells_of_others(bench, facet, claim)
    return facet.facet == "occurrence" and (_denies_beside(bench, claim) or _denies_none(bench, draft, facet, claim))


def _tells_no_intent(words: str, gone_on: str, claim: Claim | None) -> bool:
    """Whether words condemn a deed, or tell what those harmed did: "the driver ignored a signal to stop"."""
    did = _HARMED_DID.search(gone_on)
    if did is not None and did.start() < len(words):
        return True
    told = claim is not None and claim.act in {"asserts", "accuses"}
    return told and _OUTRAGE.search(words) is not None and intent_polarity(words, claim) is None


def _tells_of_others(bench: Bench, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether it is told, with no "no", what others did or were: that clears nobody ("there were rebels in the house").

    What one's own were doing may: "our gunners were asleep".
    """
    if claim is None or claim.act not in {"asserts", "accuses"} or _has_no(bench, facet, claim):
        return False
    return _OTHERS.match(bench.words_of(facet.span)) is not None


def told_plainly(bench: Bench, draft: Draft, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether a deed read as denied is told with no "no" at all, and by nobody who denies: "shots had been fired"."""
    if facet.facet != "occurrence" or claim is None:
        return False
    if claim.act in {"denies", "doubts", "declines"}:
        return not _NO.search(bench.words_of(facet.span)) and causes(bench.reading.prose, facet.span[1])
    return not _has_no(bench, facet, claim) and any(m.types and overlap(m.span, facet.span) for m in draft.mentions)


def absent(bench: Bench, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether it is a thing or people that are said not to have been there: what was hit, and not that it was."""
    if facet.polarity != "denied" or facet.facet not in {"occurrence", "responsibility"} or claim is None:
        return False
    words = bench.words_of(facet.span)
    found = _THERE.search(words) or _PRESENT.search(words)
    return found is not None and found["what"].lower().split()[-1] in bench.lexicon.present


def _answers_other(bench: Bench, draft: Draft, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether "it" answers a plan, or words that tell nothing of the happening, or stands before all that does."""
    told = [m.span for m in draft.mentions if m.span != facet.span]
    told += [f.span for f in draft.facets if f.span != facet.span]
    if told and min(told)[0] > facet.span[0]:
        return True
    return refuses_plan(bench, claim) or passes_by(bench, claim, told)


def _denies_beside(bench: Bench, claim: Claim | None) -> bool:
    """Whether a denial is of one's part, of purpose or of harm; who "denied the attack" may deny that there was one."""
    if claim is None or claim.act != "denies" or claim.reaches not in _BESIDE:
        return False
    return _BARE_NOUN.fullmatch(" ".join(bench.words_of(s) for s in claim.content).strip(" ,.")) is None


def _denies_none(bench: Bench, draft: Draft, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether it is evidence or a truce that there is none of, or words with no "no" that name no deed."""
    words = bench.words_of(facet.span)
    deeds = [m.span for m in draft.mentions if m.span != facet.span]
    if _NONE_KNOWN.search(words) and not any(within(deed, facet.span) for deed in deeds):
        return True
    if _NO_TRUCE.search(words) and bench.events.family[draft.event_type] in VIOLENT:
        return True
    if _tells_of_more(bench, draft, facet, claim):
        return True
    told = claim is not None and claim.act in {"asserts", "demands", "predicts"} and not _has_no(bench, facet, claim)
    return told and words.lower().startswith(("we have ", "we had "))


def _tells_of_more(bench: Bench, draft: Draft, facet: DraftFacet, claim: Claim | None) -> bool:
    """Whether it is told, with no "no", of other things than the draft's: "a few shots had been fired"."""
    if claim is None or claim.act not in {"asserts", "accuses"} or _has_no(bench, facet, claim):
        return False
    own = any(overlap(m.span, facet.span) for m in draft.mentions)
    return not own and _SOME_MORE.fullmatch(bench.words_of(facet.span)) is not None


def _has_no(bench: Bench, facet: DraftFacet, claim: Claim) -> bool:
    said = " ".join(bench.words_of(s) for s in (*claim.cue, *claim.content))
    return _NO.search(f"{said} {bench.words_of(facet.span)}") is not None
