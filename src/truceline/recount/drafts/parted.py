"""Drafts that the learned reader made of several happenings, taken apart by the days and places told of them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.place import PlaceMention
from truceline.model.reading import Reading
from truceline.model.span import Span, first_touched, meets, overlap
from truceline.model.when import TimeMention
from truceline.recount.anchors import clock_only, is_day
from truceline.recount.drafts.circumstances import Circumstances
from truceline.recount.drafts.in_town import NAME
from truceline.recount.drafts.match import having
from truceline.recount.drafts.regrouped import NTH
from truceline.recount.drafts.there import places_there
from truceline.recount.profile import apart, far

_POINTING = re.compile(r"\b(?:the|this|that|its|his|her|their|both|same) ", re.IGNORECASE)
"""Words before a mention that point back: rival days of one happening are told so."""
_SETTLED = re.compile(
    r"\b(?i:village|town|hamlet|city|settlement)\s+of\s+(?P<name>[^\W\d_a-z][\w’'-]*(?:\s+[^\W\d_a-z][\w’'-]*)*)"
)
_PRONOUNS = {"it", "he", "she", "they", "we", "i"}
_AGAIN = re.compile(r"\b(?:again|same|also)\b", re.IGNORECASE)
"""In a sentence: it may go on with what was told before."""
_OPENING = 8
"""Characters from a sentence's beginning within which a day sets what is told next: "On 9 March ..."."""
_THAT_PART = re.compile(r"\b(?:that|same) (?:very )?(?:same )?(?:morning|afternoon|evening|night)\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b|['’]d been\b")
_KNOWN_BY = re.compile(r"\b[Tt]he (?:[\w’'-]+ ){1,4}(?:that|which|who) (?:was|were|had been|has been) (?:\w+ly )?$")
_OF_NOUN = re.compile(r" (?:of|in|at|near|on|against|outside)(?: (?!said\b|told\b)[\w’'-]+){1,5} on ")
_CLAUSE = 70
"""Characters before a deed in which the clause stands of which it is the verb."""
_OPENS = 30
"""Characters from a sentence's beginning in which a day is that of what it tells."""
_SURE = 0.6
"""Chance from which the type of a mention is held against another's."""


def parted(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts, each with mentions of one day and place alone; a mention without any stays with the one before it.

    "A truce was agreed on 10 October. A second was announced on 17 October." Two places part deeds only where their
    doers or their kinds differ too: rival accounts of one strike may name a town and a hill.
    """
    return [part for draft in drafts for part in _parted(draft, reading)]


def _parted(draft: Draft, reading: Reading) -> list[Draft]:
    groups: list[tuple[Circumstances, list[int]]] = []
    last = 0
    for number, mention in enumerate(draft.mentions):
        told = _told(mention, draft, reading)
        home = last
        if not groups or not points_back(mention.span, reading.prose) or _another(groups[last][0], told) or told.there:
            home = next((n for n in _order(last, len(groups)) if _fits(groups[n][0], told, n == last)), len(groups))
        if home == len(groups):
            groups.append((Circumstances(), []))
        groups[home][0].add(told)
        groups[home][1].append(number)
        last = home
    if len(groups) < 2:
        return [draft]
    return [having(_by_sentence(draft, reading), numbers) for _, numbers in groups]


def _order(last: int, count: int) -> list[int]:
    """The group last told of first, then the others."""
    return [last, *(n for n in range(count) if n != last)] if count else []


def _fits(group: Circumstances, told: Circumstances, last: bool) -> bool:
    """Whether a mention may be of a group: the one last told if nothing speaks against it, another of a shared day."""
    if _elsewhere(group, told) or _other_days(group, told):
        return False
    if told.days and group.days:
        return True
    return last or bool(told.days) or bool(group.names & told.names)


def _other_days(group: Circumstances, told: Circumstances) -> bool:
    """Whether both tell days, and none of one's is any of the other's; or what leads one on is older than the other."""
    if group.days and told.days:
        return all(apart(a, b) for a in group.days for b in told.days)
    return _of_before(told, group) or _of_before(group, told)


def _of_before(led: Circumstances, dated: Circumstances) -> bool:
    """Whether what is told behind one day cannot be of the other's, which is later.

    "On 9 March the Mission saw smoke above X. Officers told it that rockets had hit a barracks" is of no 11 March; on
    12 March one may well speak of what was on the 11th.
    """
    days = bool(led.led and dated.days) and not led.days
    return days and all(_older(a, b) for a in led.led for b in dated.days)


def _other_places(group: Circumstances, told: Circumstances) -> bool:
    """Whether both name places, under no common name, and none of one's lies near any of the other's."""
    named = bool(group.names and told.names) and not group.names & told.names
    return named and all(far(a, b) for a in group.places for b in told.places)


def _another(group: Circumstances, told: Circumstances) -> bool:
    """Whether both day and place are another deed's, so that "the bombing of the hall in X on 8 May" points to none."""
    days = bool(group.days and told.days) and all(apart(a, b) for a in group.days for b in told.days)
    return days and _other_places(group, told)


def _elsewhere(group: Circumstances, told: Circumstances) -> bool:
    """Whether a deed is told of another place, and of another time, of other doers or as another kind of deed."""
    if (
        _is_there(group, told)
        or _is_there(told, group)
        or _each_struck(group, told)
        or _set_apart(group, told)
        or _set_apart(told, group)
    ):
        return True
    denied = told.tellers <= group.tellers and _are_others(group.denied, told.denied)
    if denied and _are_others(group.names, told.names):
        return True  # "No shelling was heard in X. Shelling was heard in Y."
    if not _other_places(group, told):
        return False
    if group.times and told.times and all(apart(a, b) for a in group.times for b in told.times):
        return True
    return _are_others(group.doers, told.doers) or _are_others(group.kinds, told.kinds)


def _are_others(one: Collection[str | bool], two: Collection[str | bool]) -> bool:
    """Whether both tell some, and none in common."""
    return bool(one) and bool(two) and set(one).isdisjoint(two)


def distinct(group: Circumstances, told: Circumstances) -> bool:
    """Whether deeds that the learned reader keeps apart are of other places or days, or of other kinds.

    Of one place and day they may be one that is told by other words: "the bombardment".
    """
    return (
        _other_days(group, told) or _other_places(group, told) or _other_kinds(group, told) or _elsewhere(group, told)
    )


def apart_in_article(group: Circumstances, told: Circumstances) -> bool:
    """Whether deeds that it keeps apart in a text it did not see whole are of other kinds, or set on other days."""
    return _other_kinds(group, told) or dated_apart(group, told)


def _other_kinds(group: Circumstances, told: Circumstances) -> bool:
    one = group.names & told.names and any(not apart(a, b) for a in group.days for b in told.days)
    return not one and _are_others(group.kinds, told.kinds)


def dated_apart(group: Circumstances, told: Circumstances) -> bool:
    """Whether deeds that the learned reader keeps apart are set on other days, or else are of another place."""
    days = bool(group.opening and told.opening) and all(apart(a, b) for a in group.opening for b in told.opening)
    return days or _elsewhere(group, told)


def _set_apart(one: Circumstances, other: Circumstances) -> bool:
    """Whether one is set on a day and in a place of its own, and the other told of another place, not of that day.

    "Bombs fell on X. On 16 August a camp near Y was hit": how far Y lies from X need not be known.
    """
    if not one.set_in or not other.names or one.names & other.names:
        return False
    return all(apart(a, b) for a in one.days for b in other.days)


def _is_there(one: Circumstances, other: Circumstances) -> bool:
    """Whether one is told of a place named right before it, and the other of others."""
    return bool(one.there and other.names) and not one.there & (other.names | other.there)


def _each_struck(group: Circumstances, told: Circumstances) -> bool:
    """Whether one teller counts people in one village, and others in another; two tellers may name one deed so."""
    return bool(group.struck and told.struck) and not group.struck & told.struck and told.tellers <= group.tellers


def circumstances(draft: Draft, reading: Reading) -> Circumstances:
    """What the sentences of all of a draft's mentions tell."""
    told = Circumstances()
    for mention in draft.mentions:
        told.add(_told(mention, draft, reading))
    return told


def _told(mention: DraftMention, draft: Draft, reading: Reading) -> Circumstances:
    text = reading.prose
    sentence = _sentence(mention.span, reading)
    here = [f for f in draft.facets if overlap(f.span, sentence)]
    spans = [f.span for f in here if f.facet == "place"]
    best = max(mention.types, key=lambda t: t[1], default=None)
    names = {n.casefold() for s in spans for n in NAME.findall(text[slice(*s)])}
    times = _times(here, reading) or _beside(mention.span, reading)
    led = _led(mention, draft, reading)
    set_on = led if led and _goes_on(mention.span, sentence, reading) else []
    days = [t for t in times if is_day(text, t) or _THAT_PART.search(text, t.start, t.end)]
    return Circumstances(
        struck=_struck(mention, here, text),
        there={n.casefold() for p in places_there(mention.span, reading) for n in NAME.findall(text, p.start, p.end)},
        tellers=_tellers(mention, reading),
        days=days or set_on,
        opening=[t for t in days if t.start - sentence[0] < _OPENS] or set_on,
        times=times,
        led=[] if set_on else led,
        denied={any(f.facet == "occurrence" and f.polarity == "denied" for f in here)},
        set_in=names if _is_set(mention.span, sentence, reading) else set(),
        places=_located(spans, reading),
        names=names,
        doers={text[slice(*f.span)].casefold() for f in here if f.facet in {"actor", "responsibility"}},
        kinds={best[0]} if best is not None and best[1] >= _SURE and not is_known_by(mention.span, text) else set(),
    )


def _struck(mention: DraftMention, here: Sequence[DraftFacet], text: str) -> set[str]:
    """The settlements in which a sentence counts dead or hurt, and which it calls so."""
    if not any(f.facet in {"killed", "injured"} for f in here) or points_back(mention.span, text):
        return set()
    words = [text[slice(*f.span)] for f in here if f.facet == "place"]
    return {m["name"].casefold() for w in words for m in _SETTLED.finditer(w)}


def _located(spans: Sequence[Span], reading: Reading) -> list[PlaceMention]:
    """The places with a point that some words name."""
    if not spans:
        return []
    return [p for p in reading.places if p.lat is not None and any(overlap((p.start, p.end), s) for s in spans)]


def _is_set(span: Span, sentence: Span, reading: Reading) -> bool:
    """Whether the sentence of words that name a deed opens with a day, and points back to nothing."""
    text = reading.prose
    if points_back(span, text) or _AGAIN.search(text[slice(*sentence)]):
        return False
    return any(sentence[0] <= t.start < sentence[0] + _OPENING and is_day(text, t) for t in reading.times)


def _tellers(mention: DraftMention, reading: Reading) -> set[str]:
    """Who tells of a mention, by id or by words; a pronoun is whoever told before."""
    low, high = mention.span
    near = (c for c in reading.claims if c.content and c.content[0][0] < high and low < c.content[-1][1])
    claims = [c for c in near if meets(mention.span, c.content)]
    named = {t for c in claims for t in c.tellers}
    words = {reading.prose[a:b].casefold() for c in claims if not c.tellers for a, b in c.source}
    return named | (words - _PRONOUNS)


def _by_sentence(draft: Draft, reading: Reading) -> Draft:
    """The draft with each facet on a mention of its own sentence, if there is one."""
    own: dict[int, list[DraftFacet]] = {n: [] for n in range(len(draft.mentions))}
    at = [_sentence(m.span, reading) for m in draft.mentions]
    for number, mention in enumerate(draft.mentions):
        for facet in mention.facets:
            here = _sentence(facet.span, reading)
            near = [n for n, sentence in enumerate(at) if sentence == here]
            home = number if not near or number in near else min(near, key=lambda n: abs(n - number))
            own[home].append(facet)
    return replace(draft, mentions=tuple(replace(m, facets=tuple(own[n])) for n, m in enumerate(draft.mentions)))


def _sentence(span: Span, reading: Reading) -> Span:
    at = first_touched(reading.sentences, span)
    return span if at is None else reading.sentences[at]


def _times(here: Sequence[DraftFacet], reading: Reading) -> list[TimeMention]:
    """The dates, of whatever grain, that the facets of one sentence tell."""
    spans = [f.span for f in here if f.facet == "time"]
    told = (t for t in reading.times if any(overlap((t.start, t.end), s) for s in spans))
    return [t for t in told if t.earliest and t.type in {"DATE", "TIME"} and _names_when(t, reading.prose)]


def _beside(span: Span, reading: Reading) -> list[TimeMention]:
    """The day told right behind a noun for a deed, with where it was: "the shelling of the market on Saturday"."""
    near = (t for t in reading.times if span[1] <= t.start <= span[1] + _CLAUSE and t.earliest)
    days = [t for t in near if _OF_NOUN.fullmatch(reading.prose, span[1], t.start) and is_day(reading.prose, t)]
    return days[:1]


def _names_when(time: TimeMention, text: str) -> bool:
    """Whether a time is a date or points to one told before: "that night"; a mere hour may be any day's."""
    return not clock_only(text, time) or _THAT_PART.search(text, time.start, time.end) is not None


def _led(mention: DraftMention, draft: Draft, reading: Reading) -> list[TimeMention]:
    """The day that opens the sentence right before, which tells no deed of the draft, where its own tells no time."""
    text = reading.prose
    here = _sentence(mention.span, reading)
    before = next((s for s in sorted(reading.sentences, reverse=True) if s[1] <= here[0]), None)
    if before is None or "\n\n" in text[before[1] : here[0]] or points_back(mention.span, text):
        return []
    if any(here[0] <= t.start < here[1] and t.earliest for t in reading.times):
        return []
    told = [m.span for m in draft.mentions] + [f.span for f in draft.facets if f.facet not in {"place", "time"}]
    if meets(before, told):
        return []
    opening = (before[0], before[0] + _OPENING)
    return [t for t in reading.times if opening[0] <= t.start < opening[1] and is_day(text, t)]


def _goes_on(span: Span, sentence: Span, reading: Reading) -> bool:
    """Whether a deed is told as done, by nobody else and not as past before: it is of the day that led to it."""
    told = any(overlap(span, s) for c in reading.claims for s in c.content)
    return not told and _HAD.search(reading.prose, sentence[0], span[0]) is None


def _older(a: TimeMention, b: TimeMention) -> bool:
    return (a.latest or a.earliest or "")[:10] < (b.earliest or "")[:10]


def points_back(span: Span, text: str) -> bool:
    """Whether words that name a deed point back to one told before: "the shelling"; "the second time" is another."""
    if NTH.search(text[max(0, span[0] - 8) : span[1]]):
        return False
    return _POINTING.search(text, max(0, span[0] - 6), span[1]) is not None


def is_known_by(span: Span, text: str) -> bool:
    """Whether a deed only says which thing is meant: "the convoy that was attacked was followed by a lorry"."""
    return _KNOWN_BY.search(text, max(0, span[0] - _CLAUSE), span[0]) is not None
