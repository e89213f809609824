"""What kind of happening it was, as each of its tellers says."""

import re
from collections.abc import Sequence

from truceline.model.account import Facet, Polarity
from truceline.model.claim import Claim
from truceline.model.draft import Draft, DraftMention
from truceline.model.span import Span, overlap, span_at
from truceline.recount.bench import Bench, Told
from truceline.recount.drafts.cleared import denied_aim, unmeant
from truceline.recount.drafts.rivals import DOERS
from truceline.recount.drafts.stances import not_there, undone
from truceline.recount.granted import granted
from truceline.recount.one_look import seen_whole

_ANY = re.compile(r"\b(?:any|no|such)(?: such)? $", re.IGNORECASE)
"""Before a happening's noun: who knows of "no shelling" does not say that there was one."""
_DID = re.compile(r"\b(?:had|has|have|having) (?:ever |even |also |then |first |since )?$", re.IGNORECASE)
"""Before a verb that tells what somebody is said to have done."""
_TOLD_WITH, _ENOUGH = 0.1, 3
"""What each facet that hangs on a mention adds to how well it tells the happening, and how many count."""
_SURE = 0.65
"""How sure the reader must be of a teller's word for the happening for no other to be asked."""
_NEAR = 12
"""Characters before a happening's word in which such words stand."""
_BY = re.compile(r"that (?:(?!(?:of|for|in|on|by|after|when|as)\b)[\w’'-]+ ){1,6}", re.IGNORECASE)
_GERUND = re.compile(r"\w+ing\b")
"""As in “denies | holding anybody”."""
_DONE = re.compile(r"(?:\w+ed|hit|shot|struck|broke|blew|set|held|took|drove|overran|beat)\b", re.IGNORECASE)
"""Before a verb that tells what is denied of its subject: "denies that its fighters | fired rockets"."""


def _told_of(claim: Claim | None, *, any_at_all: bool, taken: bool) -> Polarity | None:
    """What naming a happening says of its occurrence: nothing where its teller doubts it or declines to say.

    Who denies having done, meant or announced it does not deny that it happened.
    """
    if claim is None or taken:
        return "affirmed"
    if claim.act in {"doubts", "declines"} or (claim.act == "denies" and any_at_all):
        return None
    return "denied" if claim.act == "denies" and claim.reaches == "occurrence" else "affirmed"


def _disowned(bench: Bench, claim: Claim | None, span: Span) -> bool:
    """Whether a deed is named only in a denial that one did it: "denied that its men had entered the mission".

    "Denied any part in the raid" takes the raid for granted.
    """
    if claim is None or claim.act != "denies" or claim.reaches != "responsibility":
        return False
    if _DID.search(bench.words_of((max(0, span[0] - _NEAR), span[0]))):
        return True
    start = span_at(span[0], claim.content, span)[0]
    if start == span[0] and _GERUND.match(bench.words_of(span)):
        return True
    return _DONE.match(bench.words_of(span)) is not None and _BY.fullmatch(bench.words_of((start, span[0]))) is not None


def _telling(mention: DraftMention) -> float:
    """How well a mention says what happened, in tenths: alike ones stand as in the text."""
    return round(mention.score * (1 + _TOLD_WITH * min(len(mention.facets), _ENOUGH)), 1)


def _of_undone(mention: DraftMention, claim: Claim | None) -> Polarity | None:
    """How a deed is told by words that say it was foiled or never came; None where its claim denies it anyway."""
    if claim is not None and claim.act == "denies":
        return None
    return "open" if any(f.facet in DOERS for f in mention.facets) else "denied"


def better_named(bench: Bench, draft: Draft, told: Sequence[Told]) -> list[Told]:
    """What is told, without that it happened on words other than those in which a sure reader has that teller tell it.

    "A bomb went off at noon and killed six" tells of the bombing in "went off".
    """
    if not seen_whole(bench.reading.text):
        return list(told)
    best: dict[tuple[str, ...], DraftMention] = {}
    for mention in sorted(draft.mentions, key=_telling, reverse=True):
        best.setdefault(bench.teller_key(bench.claims.innermost(*mention.span)), mention)
    named = {key: m.span for key, m in best.items() if m.score >= _SURE}
    return [
        (c, f) for c, f in told if not _happened(f) or overlap(f.spans[0], named.get(bench.teller_key(c), f.spans[0]))
    ]


def _happened(facet: Facet) -> bool:
    return facet.facet in {"occurrence", "type"} and facet.polarity == "affirmed"


def kinds_told(bench: Bench, draft: Draft, event_type: str, told: Sequence[Told]) -> list[Told]:
    """What kind of happening, once for each teller who names it, unless that teller denies it or says so already.

    Of several words of one teller those stand that are surest and have most told with them.
    """
    said = {bench.teller_key(c) for c, f in told if f.facet in {"occurrence", "type"}}
    out: list[Told] = []
    for mention in sorted(draft.mentions, key=_telling, reverse=True):
        claim: Claim | None = bench.claims.innermost(*mention.span)
        before = bench.words_of((max(0, mention.span[0] - _NEAR), mention.span[0]))
        taken = granted(bench.reading.prose, claim, mention.span)
        key = bench.teller_key(claim)
        polarity = _told_of(claim, any_at_all=_ANY.search(before) is not None, taken=taken)
        if polarity == "affirmed" and not taken and _disowned(bench, claim, mention.span):
            polarity = None
        if polarity == "affirmed" and undone(bench.reading.prose, mention.span):
            polarity = _of_undone(mention, claim)
        if polarity == "affirmed" and not_there(bench.reading.prose, mention.span[0]):
            polarity = "denied"
        if aim := denied_aim(bench, claim, bench.words_of(mention.span)):
            out += unmeant(bench, mention.span, aim, told)
            continue
        if key in said or polarity is None or (not mention.types and len(draft.mentions) > 1):
            continue
        said.add(key)
        made = Facet(
            facet="occurrence",
            value=event_type,
            text=bench.words_of(mention.span),
            spans=(mention.span,),
            claim=claim.id if claim else None,
            polarity=polarity,
        )
        out.append((claim, made))
    return out
