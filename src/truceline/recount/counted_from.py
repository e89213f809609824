"""Days counted from another happening of the document: "two days before the raid", "on the truce's first day"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from truceline.model.account import Account, ReportedIncident
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap
from truceline.model.when import Time, TimeMention
from truceline.recount.anchors import is_day

_STRETCH = re.compile(r"P(\d+)([DW])")
_LENGTH = {"D": 1, "W": 7}
_WHAT = re.compile(r"\s+(?P<sense>before|after)\s+(?P<what>[^.,;:()]{3,60})", re.IGNORECASE)
_FIRST_DAY = re.compile(
    r"\b(?:(?:the|this|that)\s+(?P<owner>[a-z-]+)['’]s\s+(?:very\s+)?first\s+day"
    r"|(?:the\s+)?(?:very\s+)?first\s+day\s+of\s+(?:the|this|that|its)\s+(?:[a-z-]+\s+)?(?P<of>[a-z-]+))\b",
    re.IGNORECASE,
)
_ITS_FIRST_DAY = re.compile(r"(?:on )?(?:the|its)(?: very)? first day\b(?! of\b)", re.IGNORECASE)
"""The first day of a truce that needs no name: "the army withdrew on the very first day"."""
_SOON = re.compile(
    r"(?:(?:just|only|within|some|about|barely|less|than|a|an|few|several|half|quarter|of|[\w-]+) ){0,5}?"
    r"(?:minutes?|hours?|moments?|seconds?|shortly|immediately|soon|right) (?P<sense>of|after|before)"
    r" (?P<what>(?:the|this|that) [^.,;:()]{3,40})",
    re.IGNORECASE,
)
"""Minutes or hours from another deed: "within a quarter of an hour of the bombing"."""
_SAME_DAY = re.compile(
    r"(?:on )?the (?:same |very )?(?:day|morning|afternoon|evening|night) of (?P<what>(?:the )?[^.,;:()]{3,40})",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"(?:the|that|this|his|her|its|their)(?: [a-z-]+){1,2}(?= (?:an?|the|some|his|her|its|their|two|three|four|\d+)\b)"
)
"""A deed's noun, right before the clause's own subject: "two days after the exchange | a convoy"."""
_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]{2,}")
_NOUN = re.compile(r"\b[a-z][a-z-]{3,}\b")
_TRUCES = frozenset({"truce", "ceasefire", "cease-fire", "armistice", "pause"})
_SENSE = re.compile(r"\s+(?P<sense>before|after)\b", re.IGNORECASE)
_AS_LONG = re.compile(
    r",? (?:[^.,;:“”\"]{3,60} (?:said|says|reported|reports|told [\w ]{2,20}|wrote|added|announced), )?"
    r"(?:(?:just|only|exactly|some|about|barely|almost) )*",
    re.IGNORECASE,
)
"""Between a day and the stretch counted from it, with who says so: "on Tuesday, | a doctor said, | a day after"."""
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2} [A-Z]|[A-Z][a-z]{2,8} \d")
_LEADS = re.compile(r"(?:[^.;:\n]{0,60} [-–—] )?", re.IGNORECASE)
"""Before what opens a sentence: nothing, or where it was sent from."""
_CLAUSE_END = re.compile(r"[,;:.]\s")
_HOURS_ON = re.compile(r"\b(?:minutes?|hours?|seconds?) (?:later|after(?:wards)?)$", re.IGNORECASE)
_WITHIN = re.compile(r"\bwithin (?:[\w-]+ ){0,4}(?:minutes?|hours?)\b", re.IGNORECASE)
_THAT_PART = re.compile(
    r"^(?:on |in |later |late |early )*(?:that(?: very)?(?: same)?|the(?: very)? same)"
    r" (?:morning|afternoon|evening|night)$",
    re.IGNORECASE,
)
_OPENING = 16
"""Characters from a sentence's beginning within which a stretch of days opens it."""
_FIRST = 2
"""Words that name a happening, from its first on, whose sentence may open with a stretch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A document's text with its sentences in order, its times and its incidents."""

    text: str
    sentences: Sequence[Span]
    times: Sequence[TimeMention]
    incidents: Sequence[ReportedIncident]
    facets: Mapping[str, Sequence[tuple[str, str, Span]]]
    """By incident the name, words and place of each facet."""
    called: Mapping[str, frozenset[str]]
    """By type the nouns by which a text comes back to such a happening."""

    def sentence(self, at: int) -> int:
        """Number of the sentence around a position."""
        return max(0, bisect_right(self.sentences, at, key=lambda s: s[0]) - 1)


def counted_from_others(
    incidents: Sequence[ReportedIncident],
    accounts: Sequence[Account],
    reading: Reading,
    called: Mapping[str, frozenset[str]],
) -> list[ReportedIncident]:
    """The incidents, those without a day on the one that their words count from another happening."""
    facets: dict[str, list[tuple[str, str, Span]]] = {}
    for account in accounts:
        facets.setdefault(account.incident, []).extend((f.facet, f.text, f.spans[0]) for f in account.facets)
    page = _Page(
        text=reading.prose,
        sentences=sorted(reading.sentences),
        times=reading.times,
        incidents=incidents,
        facets=facets,
        called=called,
    )
    return [_dated(i, page) for i in incidents]


def _dated(incident: ReportedIncident, page: _Page) -> ReportedIncident:
    nearer = _between(incident, page) or _from_deed_before(incident, page)
    if nearer is not None:
        return replace(incident, time=nearer)
    if incident.time is not None and incident.time.earliest is not None:
        return incident
    ways = (_from_stretch, _from_first_day, _on_the_day_of, _soon_after)
    days = next((d for way in ways if (d := way(incident, page)) is not None), None)
    return replace(incident, time=days) if days is not None else incident


def _between(incident: ReportedIncident, page: _Page) -> Time | None:
    """The day of what another's is counted from: "on 22 May, twelve days after the truce had begun, shells fell"."""
    first = min((m[0] for m in incident.mentions), default=-1)
    for time in (t for t in page.times if t.type == "DURATION" and t.end <= first):
        length, what = _STRETCH.fullmatch(time.value), _SENSE.match(page.text, time.end)
        day = (_day_before(time, page) or _day_behind(time, first, page)) if length and what else None
        if length and what and day is not None and not _CLAUSE_END.search(page.text, time.end, first):
            days = int(length[1]) * _LENGTH[length[2]] * (-1 if what["sense"].lower() == "after" else 1)
            return _one_day(day + timedelta(days=days), f"{time.value} from {day.isoformat()}")
    return None


def _day_before(stretch: TimeMention, page: _Page) -> date | None:
    """The day told right before a stretch, "on 22 May, | twelve days"."""
    told = (t for t in page.times if t.end <= stretch.start and _is_of_a_day(t, page.text) and t.earliest)
    days = [t for t in told if t.earliest]
    right = [t for t in days if _AS_LONG.fullmatch(page.text, t.end, stretch.start)]
    right = right or _only_day_before(stretch, days, page)
    return date.fromisoformat((right[-1].earliest or "")[:10]) if right else None


def _only_day_before(stretch: TimeMention, days: Sequence[TimeMention], page: _Page) -> list[TimeMention]:
    """The one day that opens the sentence of a stretch: "On Friday people met, | ten days | after the raid"."""
    low = page.sentences[page.sentence(stretch.start)][0]
    here = [t for t in days if low <= t.start]
    opens = len(here) == 1 and here[0].start - low <= _OPENING
    return here if opens and page.text[max(0, stretch.start - 2) : stretch.start] == ", " else []


def _day_behind(stretch: TimeMention, deed: int, page: _Page) -> date | None:
    """The one day told in the main clause that a stretch opens: "A day after a truce began, shells fell on Tuesday"."""
    low, high = page.sentences[page.sentence(stretch.start)]
    ends = _CLAUSE_END.search(page.text, deed, high)
    if ends is None or _LEADS.fullmatch(page.text, low, stretch.start) is None:
        return None
    days = {t.earliest[:10] for t in page.times if ends.end() <= t.start < high and is_day(page.text, t) and t.earliest}
    return date.fromisoformat(days.pop()) if len(days) == 1 else None


def _is_of_a_day(time: TimeMention, text: str) -> bool:
    """Whether a time is a day, or a part of one that its day is told with: "Tuesday morning"."""
    return is_day(text, time) or (time.type == "TIME" and _WEEKDAY.match(text, time.start) is not None)


def _from_deed_before(incident: ReportedIncident, page: _Page) -> Time | None:
    """The day of the deed told last, where words only say how soon upon it: "that same night", "an hour later"."""
    told = [span for name, _, span in page.facets.get(incident.key, ()) if name == "time"]
    for start, end in told:
        words = page.text[start:end]
        soon = _HOURS_ON.search(words) or _WITHIN.search(page.text, max(0, start - len("within ")), end)
        if soon or _THAT_PART.search(words):
            day = _day_of_last(incident, start, page)
            return None if day is None else _day_or_next(day) if soon else _one_day(day, "the deed told before")
    return None


def _day_of_last(incident: ReportedIncident, before: int, page: _Page) -> date | None:
    """The day of the deed named last before some words; None where it has none, or another is told since."""
    told = [(m, i) for i in page.incidents if not i.aggregate for m in i.mentions if m[1] <= before]
    mention, deed = max(told, default=((0, 0), incident), key=lambda t: t[0])
    since = any(is_day(page.text, t) and mention[1] <= t.start < before for t in page.times)
    return None if deed.key == incident.key or since or not _day(deed) else date.fromisoformat(_day(deed))


def _one_day(day: date, anchor: str) -> Time:
    told = day.isoformat()
    return Time(earliest=told, latest=told, granularity="day", edtf=told, anchor=anchor)


def _day_or_next(day: date) -> Time:
    first, last = day.isoformat(), (day + timedelta(days=1)).isoformat()
    return Time(earliest=first, latest=last, granularity="range", edtf=f"{first}/{last}")


def _from_stretch(incident: ReportedIncident, page: _Page) -> Time | None:
    """The day that lies a told stretch before or after what is named behind it."""
    for time in _stretches(incident, page):
        length, what = _STRETCH.fullmatch(time.value), _WHAT.match(page.text, time.end)
        day = _day_of(what["what"], incident, time.start, page) if length and what else None
        if length and what and day is not None:
            days = int(length[1]) * _LENGTH[length[2]] * (1 if what["sense"].lower() == "after" else -1)
            anchor = f"{time.value} {what['sense'].lower()} {day.isoformat()}"
            return _one_day(day + timedelta(days=days), anchor)
    return None


def _stretches(incident: ReportedIncident, page: _Page) -> Iterator[TimeMention]:
    """The stretches told as an incident's time, and those that open a sentence which first names it."""
    told = [span for name, _, span in page.facets.get(incident.key, ()) if name == "time"]
    opened = [page.sentences[page.sentence(m[0])][0] for m in sorted(incident.mentions)[:_FIRST]]
    for time in page.times:
        if time.type == "DURATION" and (
            any(overlap((time.start, time.end), s) for s in told)
            or any(start <= time.start < start + _OPENING for start in opened)
        ):
            yield time


def _from_first_day(incident: ReportedIncident, page: _Page) -> Time | None:
    """The day of what is told as begun: "on the truce's first day", which may be the one after it was agreed on."""
    for name, words, span in page.facets.get(incident.key, ()):
        begun = _FIRST_DAY.search(words) if name == "time" else None
        nouns = {(begun["owner"] or begun["of"]).lower()} if begun else set()
        if name == "time" and _ITS_FIRST_DAY.fullmatch(words):
            nouns = set(_TRUCES)
        day = _day_of_deed(nouns, incident, span[0], page) if nouns else None
        if day is not None:
            return _day_or_next(day)
    return None


def _on_the_day_of(incident: ReportedIncident, page: _Page) -> Time | None:
    """The day of what else was on it: "on the day of the raid a monitor was hit"."""
    for name, _, span in page.facets.get(incident.key, ()):
        told = _SAME_DAY.match(page.text, span[0]) if name == "time" else None
        day = _day_of(told["what"], incident, span[0], page) if told else None
        if told is not None and day is not None:
            return _one_day(day, f"the day of {told['what']}")
    return None


def _soon_after(incident: ReportedIncident, page: _Page) -> Time | None:
    """The day of another deed from which minutes or hours are counted, and the one beside it that these may reach."""
    for name, _, span in page.facets.get(incident.key, ()):
        told = _SOON.match(page.text, span[0]) if name == "time" else None
        day = _day_of(told["what"], incident, span[0], page) if told else None
        if told is not None and day is not None:
            beside = day + timedelta(days=-1 if told["sense"].lower() == "before" else 1)
            first, last = (d.isoformat() for d in sorted((day, beside)))
            return Time(earliest=first, latest=last, granularity="range", edtf=f"{first}/{last}")
    return None


def _day_of(what: str, incident: ReportedIncident, before: int, page: _Page) -> date | None:
    """The day of what words name: by a place or person told with one day, else by a word for a deed told before."""
    phrase = _PHRASE.match(what)
    what = phrase[0] if phrase else what
    names = set(_NAME.findall(what))
    if names:
        return _day_of_name(names, incident, before, page)
    return _day_of_deed(set(_NOUN.findall(what)), incident, before, page)


def _day_of_name(names: set[str], incident: ReportedIncident, before: int, page: _Page) -> date | None:
    for other in _told_before(incident, before, page):
        where = " ".join(words for name, words, _ in page.facets.get(other.key, ()) if name in {"place", "target"})
        if names & set(_NAME.findall(where)):
            return date.fromisoformat(_day(other))
    return _day_beside(names, before, page)


def _day_beside(names: set[str], before: int, page: _Page) -> date | None:
    """The one day told in the last sentence that has a name, or in the one behind that."""
    here = page.sentence(before)
    named = [n for n in range(here) if names & set(_NAME.findall(page.text, *page.sentences[n]))]
    for n in reversed(named):
        for at in (n, n + 1):
            days = {t.earliest[:10] for t in _days_in(at, page) if t.earliest} if at < here else set()
            if len(days) == 1:
                return date.fromisoformat(days.pop())
    return None


def _days_in(sentence: int, page: _Page) -> list[TimeMention]:
    low, high = page.sentences[sentence]
    return [t for t in page.times if low <= t.start < high and is_day(page.text, t)]


def _day_of_deed(nouns: set[str], incident: ReportedIncident, before: int, page: _Page) -> date | None:
    """The day of the last incident told before some words that one of the nouns names."""
    for other in _told_before(incident, before, page):
        words = {w for m in other.mentions for w in _NOUN.findall(page.text.lower(), *m)}
        words |= page.called[other.event_type] | (set(other.event_type.split("_")) - {"attack"})
        words |= _TRUCES if other.event_type in {"ceasefire_step", "talks"} else set()
        if nouns & words:
            return date.fromisoformat(_day(other))
    return None


def _told_before(incident: ReportedIncident, before: int, page: _Page) -> list[ReportedIncident]:
    """The other incidents with a day that are told before some words, the last one first."""
    told = [
        (min(m[0] for m in i.mentions), n)
        for n, i in enumerate(page.incidents)
        if i.key != incident.key and i.mentions and _day(i)
    ]
    return [page.incidents[n] for start, n in sorted(told, reverse=True) if start < before]


def _day(incident: ReportedIncident) -> str:
    """The single day of an incident; empty where it has none."""
    time = incident.time
    one = time is not None and time.earliest and time.latest and time.earliest[:10] == time.latest[:10]
    return time.earliest[:10] if one and time is not None and time.earliest else ""
