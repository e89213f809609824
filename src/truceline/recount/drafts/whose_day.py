"""Whether a day beside a deed is its own: not that of its telling, its count, a plan, or what is told behind."""

import re

from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.model.span import Span, first_touched, meets
from truceline.recount.compared import is_compared
from truceline.recount.drafts.aside import is_of_later
from truceline.recount.facets.claims import ClaimIndex

_ASIDE = re.compile(r"\s*,")
_PLANNED = re.compile(
    r"\b(?:will|would(?!-be)|shall|should|(?:is|are|was|were|due|set|scheduled|supposed|expected) to"
    r"|to (?:begin|start|last|hold|end|take effect|come into (?:effect|force)|enter into force))\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"(?:(?!\bthat\b)[^.,;:]){0,60}\b(?:will|would(?!-be)|shall)\b", re.IGNORECASE)
_FINDINGS = re.compile(
    r"\b(?:account|conclusions?|count|figures?|findings?|inquiry|investigation|letter|list|numbers?|report|results?|statement"
    r"|survey|tally|toll|verdict|version)\b",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(r"[;:]\s+(?:on|in|at|by|before|after|during)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$", re.IGNORECASE)
"""Behind a deed's clause, before the day that opens the next: "they were back: on 9 May shells fell on the camp"."""
_FOUND = re.compile(
    r"found|discovered|located|observed|saw|(?:has |have |had )?seen|witnessed|heard|watched|spotted|sighted|detected",
    re.IGNORECASE,
)
_FINDING = re.compile(r"(?:finding|discovering|locating)\b", re.IGNORECASE)
_WHEN = re.compile(r",?\s+(?:when|on which)\b", re.IGNORECASE)
"""Behind a day on which what follows was: "the story begins on 3 May, when four guards were shot"."""
_RIGHT_BEFORE = re.compile(r"(?:['’]s)?\s+(?:[a-z-]+\s+)?", re.IGNORECASE)
_LATER = re.compile(
    r"the (?:next|following) |(?:a|two|three|several|some|\d+) (?:days?|weeks?|hours) later", re.IGNORECASE
)
_COUNT_TOLD = re.compile(
    r"\b(?:reported|counted|gave|announced|registered|spoke of|put|confirmed|listed|tallied)\s+[^.;:,]{0,40}?"
    r"\b(?:dead|deaths|killed|bodies|fatalities|wounded|injured|casualties)(?: people)?,?\s+$",
    re.IGNORECASE,
)
"""Before a time, somebody's count of the dead or hurt."""
_COUNT_BEFORE = 90
_DIED_LATER = re.compile(
    r"\b(?:\w+ (?:more|others?)|another|of the (?:wounded|injured)|(?:second|third|fourth|fifth) \w+)\b[^.;:!?]{0,30}?"
    r"\b(?:died|succumbed)\b(?: (?:of|from|to|in|at|on the way)\b[^.;:!?,]{0,30}?)?(?: on| early| late)?\s+$",
    re.IGNORECASE,
)
_FILMED = re.compile(
    r"\b(?:clips?|film|footage|images?|photo(?:graph)?s?|pictures?|recordings?|videos?)\b"
    r"[^.;:,]{0,40}\b(?:taken|filmed|shot|recorded|captured|made) (?:on |in )?(?:the )?$",
    re.IGNORECASE,
)
_HAD_BEEN = re.compile(r"\bha(?:d|s|ve)\b", re.IGNORECASE)
_UNTIL_IT = re.compile(
    r",? (?:(?:just|only|exactly|some|about|barely|almost) )?(?:[\w-]+ )?(?:day|week|month|year|hour)s? "
    r"(?:before|after) (?:the|his|her|its|their|that|this)(?: [\w’'-]+){0,2} ",
    re.IGNORECASE,
)
_THAT_IT_WAS = re.compile(r"\b(?:that|was|were|had|has|have|is|are|did|been)\b", re.IGNORECASE)


def is_not_its(time: Span, deed: Span, reading: Reading, claims: ClaimIndex) -> bool:
    """Whether a time beside a deed is that of its telling, of a plan, of what came of it, or of what is told behind."""
    text = reading.prose
    if (
        _counts_to(time, deed, text)
        or (is_compared(text, time[0]) and not _of_the_last(time, deed, text))
        or (deed[1] <= time[0] and _NEW_CLAUSE.search(text, deed[1], time[0]))
    ):
        return True
    if is_of_later_dead(time, deed, text):
        return True
    if _is_tellers(time, deed, reading, claims) or is_planned(time, deed, reading):
        return True
    here = first_touched(reading.sentences, (deed[0], deed[0] + 1))
    low = 0 if here is None else reading.sentences[here][0]
    return low <= time[0] and is_of_later(text, time, deed, low)


def _of_the_last(time: Span, deed: Span, text: str) -> bool:
    """Whether a deed is what was on a day since when nothing like it has been: "the first since March, when | ...".

    So is it right behind the day: "since the 2016 bombing".
    """
    when = _WHEN.match(text, time[1])
    if when is not None and when.end() <= deed[0]:
        return True
    return time[1] <= deed[0] and _RIGHT_BEFORE.fullmatch(text, time[1], deed[0]) is not None


def is_of_later_dead(time: Span, deed: Span, text: str) -> bool:
    """Whether a time is that at which some of the hurt died: "two more died in hospital | on Thursday"."""
    return deed[1] <= time[0] and _DIED_LATER.search(text, max(deed[1], time[0] - _COUNT_BEFORE), time[0]) is not None


def _counts_to(time: Span, deed: Span, text: str) -> bool:
    """Whether a deed only tells how long before or after it a day was: "on 24 April, a week before the strike"."""
    return time[1] <= deed[0] and _UNTIL_IT.fullmatch(text, time[1], deed[0]) is not None


def is_planned(time: Span, deed: Span, reading: Reading) -> bool:
    """Whether a time is that of what a deed sets for later: "agreed on a truce that is to begin on 5 May"."""
    if time[0] < deed[1] or not in_one_sentence(time, deed, reading):
        return False
    text = reading.prose
    return _PLANNED.search(text, deed[1], time[0]) is not None or _WOULD.match(text, time[1]) is not None


def _is_tellers(time: Span, deed: Span, reading: Reading, claims: ClaimIndex) -> bool:
    """Whether a time stands before the words in which a deed of its sentence is told, beside who tells it.

    "On 5 April it estimated that 300 had been killed" tells nothing of when they were; "On 5 April, it said, shells
    fell" does.
    """
    if _before_findings(time, deed, reading) or _of_a_count(time, deed, reading):
        return True
    return _beside_teller(time, deed, reading, claims)


def _beside_teller(time: Span, deed: Span, reading: Reading, claims: ClaimIndex) -> bool:
    """Whether a time stands before a claim's words beside who makes it, and is no aside of what is told."""
    claim = claims.innermost(*deed)
    if claim is None or claim.source_kind == "author" or not claim.cue or not claim.source:
        return False
    if meets(time, claim.content) or not in_one_sentence(time, deed, reading):
        return False
    cue = claim.cue[-1]
    if _is_finding(claim, reading.prose):
        return False
    if not (time[1] <= min(a for a, _ in claim.content) and cue[0] < deed[0]):
        return False
    if _WHEN.match(reading.prose, time[1]) or _is_filmed(time, deed, reading.prose):
        return False
    behind = max(b for _, b in (*claim.source, *claim.cue) if b <= deed[0])
    return not (time[1] <= claim.source[0][0] and _ASIDE.match(reading.prose, behind))


def _is_filmed(time: Span, deed: Span, text: str) -> bool:
    """Whether a day is that of pictures which show a deed being done: "a video taken on 3 May shows men loading it"."""
    filmed = _FILMED.search(text, max(0, time[0] - _COUNT_BEFORE), time[0])
    return filmed is not None and _HAD_BEEN.search(text, time[1], deed[0]) is None


def _is_finding(claim: Claim, text: str) -> bool:
    """Whether a "claim" is that somebody came upon people or saw a deed: "on 3 May it observed tanks moving"."""
    content = text[claim.content[0][0] : claim.content[-1][1]]
    found = _FOUND.fullmatch(text[slice(*claim.cue[-1])]) or _FINDING.match(content)
    return found is not None and _THAT_IT_WAS.search(content.partition(",")[0]) is None


def _before_findings(time: Span, deed: Span, reading: Reading) -> bool:
    """Whether a deed stands in what was found or counted on a day: "on 8 May it gave the results: 131 killed"."""
    text = reading.prose
    colon = text.rfind(": ", time[1], deed[0])
    return colon >= 0 and in_one_sentence(time, deed, reading) and _FINDINGS.search(text, time[1], colon) is not None


def _of_a_count(time: Span, deed: Span, reading: Reading) -> bool:
    """Whether a later time stands behind a count that was told then: "a doctor reported 115 dead the next morning"."""
    text = reading.prose
    if time[0] < deed[0] or _LATER.match(text, time[0]) is None or not in_one_sentence(time, deed, reading):
        return False
    return _COUNT_TOLD.search(text, max(0, time[0] - _COUNT_BEFORE), time[0]) is not None


def in_one_sentence(time: Span, deed: Span, reading: Reading) -> bool:
    """Whether a time and a deed stand in one sentence."""
    here = first_touched(reading.sentences, (deed[0], deed[0] + 1))
    return here is not None and here == first_touched(reading.sentences, (time[0], time[0] + 1))
