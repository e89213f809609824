"""Where somebody speaks, which is no place of what is told there: "in New York, the spokesman said"."""

import re
from collections.abc import Collection
from dataclasses import replace

from truceline.model.claim import Claim
from truceline.model.draft import Draft
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import meets, overlap, span_at
from truceline.recount.drafts.tell import is_name
from truceline.recount.profile import far

_OCCASION = (
    r"(?:(?:press|news|media) (?:conference|briefing|event)|briefing|presser|hearing|summit|press call|interview"
    r"|(?:joint )?statement|speech|address|rally|court session)"
)
_OPENS = r"(?:^|[.!?;:]['’”\"]?\s+|\n\s*)['“\"]?"
_HEARERS = r"(?:(?:to )?(?:reporters|journalists|members|delegates|the (?:press|media|Council|Security Council)) )"
_AT_OCCASION = re.compile(
    rf"(?:\b(?:[Aa]t|[Dd]uring|[Aa]fter|[Ii]n|to|from) (?:an?|the|his|her|its|their) (?:[\w’'-]+ ){{0,2}}{_OCCASION}"
    rf" (?:in|at|near|from) (?:the )?"
    rf"|\b(?:[Ss]peaking|[Bb]riefing|[Aa]ddressing) {_HEARERS}?(?:in|at|from) )$"
)
"""Before where an occasion for words was: "at a press conference in", "speaking to reporters in"."""
_FRONTED = re.compile(rf"{_OPENS}(?:(?:But|And|Later|Meanwhile),? )?(?:In|From|Back in|in|from) $")
_BEHIND_CUE = re.compile(rf"\s(?:{_HEARERS}|(?:on|late|early) (?:[\w-]+ ){{1,2}})?(?:in|from) $")
_WATCH = re.compile(
    r"\b(?:monitors?|observers?|patrols?|mission|team|SMM|inspectors?|peacekeepers?)"
    r"(?:,? (?:positioned|stationed|staying|based|standing))? (?:in|at|near|from|on) (?:the )?$"
)
_SENSED = re.compile(r"(?: also| then| later| again)* (?:heard|saw|observed|recorded|registered|noted|counted)\b")
"""Around where monitors stood: "monitors in X heard 12 explosions"."""
_THEN = (
    r"(?:(?:\w+ ){0,3}(?:hours?|days?|weeks?|minutes?) (?:later|after(?:wards)?|before|earlier)"
    r"|on [A-Z]\w+day|that (?:day|evening|night|afternoon|morning))"
)
_UP_TO_SPEAKER = re.compile(rf"(?:,\s[A-Z][\w’'-]+)?,?(?: {_THEN},?)?\s(?:[Tt]he\s)?")
_PREPOSITION = re.compile(r"^(?:(?:in|at|near|on|outside|the) )+", re.IGNORECASE)
_LOCALS = re.compile(
    r"\b(?:resident|witness|eyewitness|survivor|neighbou?r|villager|doctor|medic|nurse|activist|rescuer|mother|father|relative"
    r"|farmer|teacher|shopkeeper|local|mayor|governor|police|hospital|elder|reporter|correspondent)\w*",
    re.IGNORECASE,
)
_LOOK = 90


def without_podiums(reading: Reading, seats: Collection[str]) -> Reading:
    """The reading without the places where words were spoken, also where the learned reader took them for an event's.

    Left alone where the document names no other place: who speaks in a town mostly tells of that town.
    """
    text = reading.prose
    spots = [p for p in reading.places if p.role == "event" and _is_podium(text, p, reading, seats)]
    if not spots:
        return reading
    starts = {p.start for p in spots}
    kept = tuple(p for p in reading.places if p.start not in starts)
    drafts = reading.drafts and tuple(_without(d, spots) for d in reading.drafts)
    return replace(reading, places=kept, drafts=drafts)


def _without(draft: Draft, spots: list[PlaceMention]) -> Draft:
    """The draft without places that are these."""
    spans = [(p.start, p.end) for p in spots]
    mentions = []
    for mention in draft.mentions:
        kept = (f for f in mention.facets if f.facet != "place" or not any(overlap(f.span, s) for s in spans))
        mentions.append(replace(mention, facets=tuple(kept)))
    return replace(draft, mentions=tuple(mentions))


def _is_podium(text: str, place: PlaceMention, reading: Reading, seats: Collection[str]) -> bool:
    before = text[max(0, place.start - _LOOK) : place.start]
    if any(meets((place.start, place.end), c.content) for c in reading.claims):
        return False
    if _WATCH.search(before) and _SENSED.match(text, place.end):
        return _another_beside(text, place, reading)
    claims = _claims_beside(place, reading)
    if claims and _AT_OCCASION.search(before):
        return _another_told(text, place, reading)
    if not _another_told(text, place, reading) or (place.name not in seats and _one_country(place, reading)):
        return False
    return any(_fronts(text, place, c, before) or _follows(text, place, c) for c in claims if not _local(text, c))


def _claims_beside(place: PlaceMention, reading: Reading) -> list[Claim]:
    """The claims whose verb stands in a place's sentence."""
    here = span_at(place.start, reading.sentences, (0, 0))
    return [c for c in reading.claims if c.cue and here[0] <= c.cue[0][0] < here[1]]


def _another_told(text: str, place: PlaceMention, reading: Reading) -> bool:
    """Whether a happening is told at another place, that neither holds this one nor may be it."""
    named = [p for p in reading.places if p.role == "event" and p.name != place.name and not _holds(p, place)]
    if any(far(p, place) for p in named):
        return True
    spans = [f.span for d in reading.drafts or () for f in d.facets if f.facet == "place"]
    known = [(p.start, p.end) for p in reading.places if p.lat is not None]
    free = [text[slice(*s)] for s in spans if not meets(s, known)]
    return any(is_name(_PREPOSITION.sub("", words)) for words in free)


def _another_beside(text: str, place: PlaceMention, reading: Reading) -> bool:
    """Whether its paragraph tells of another place that a gazetteer has."""
    low, high = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
    beside = (p for p in reading.places if low <= p.start < (high if high >= 0 else len(text)))
    return any(p.role == "event" and p.lat is not None and p.name != place.name for p in beside)


def _one_country(place: PlaceMention, reading: Reading) -> bool:
    """Whether another place of its country is told, the country itself aside: who speaks there may be a neighbour."""
    return any(
        p.country == place.country and p.name != place.name and p.precision != "country" and p.lat is not None
        for p in reading.places
    )


def _local(text: str, claim: Claim) -> bool:
    """Whether those speak who live or work where it happened."""
    return bool(_LOCALS.search(" ".join(text[slice(*s)] for s in claim.source)))


def _holds(area: PlaceMention, place: PlaceMention) -> bool:
    return area.name in place.within or place.name in area.within


def _fronts(text: str, place: PlaceMention, claim: Claim, before: str) -> bool:
    """As in “In New York, the spokesman said”: right before a speaker whose verb follows."""
    if not (claim.source and claim.cue and _FRONTED.search(before)) or claim.parent:
        return False
    if not place.end <= claim.source[0][0] < claim.cue[0][0] or any(a < place.end for a, _ in claim.content):
        return False
    return _UP_TO_SPEAKER.fullmatch(text, place.end, claim.source[0][0]) is not None


def _follows(text: str, place: PlaceMention, claim: Claim) -> bool:
    """As in “..., the High Commissioner said in Geneva”: behind the verb, and no part of what is said."""
    if not claim.cue or any(overlap((place.start, place.end), s) for s in claim.content):
        return False
    return _BEHIND_CUE.fullmatch(text, claim.cue[-1][1], place.start) is not None
