"""The day set by the sentences before a happening, as in "On 29 May rebels entered X. They burned the market"."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from truceline.model.account import ReportedIncident
from truceline.model.draft import Draft
from truceline.model.reading import Reading
from truceline.model.span import Span, within_one
from truceline.model.when import Time, TimeMention
from truceline.recount.anchors import clock_only, names_day
from truceline.recount.convert import plain_time
from truceline.recount.day_headings import day_headings
from truceline.recount.stretches import is_stretch

_BACK = 3
"""Sentences back in which a day set holds on."""
_WEEK = 7
"""Days from which a stretch is told for no day: "between 10 and 13 August"."""
_FIRST = 3
"""Words that name a happening, from its first on, beside which the day may have been set."""
_OPENING = 30
"""Characters from a sentence's beginning in which a day is set for what follows."""
_NOT_THEN = re.compile(
    r"\b(?:has|have|will|would|could|may|might|should|often|usually|always|sometimes|every|each|ago|later|earlier"
    r"|since(?! (?:dawn|daybreak|noon))"
    r"|(?:day|eve|evening|morning|night|week) (?:of|after|before)|after that|before that|previous(?:ly)?|already|once"
    r"|never)\b|['’]ve\b",
    re.IGNORECASE,
)
"""Words of a sentence that is told of another time than the one set, or of none."""
_HOUR = (
    r"(?:\d{1,2}[.:h]\d{2}|\d{1,2} ?[ap]\.?m\.?"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o['’]clock)?|noon|midday|midnight)"
    r"(?: ?[ap]\.?m\.?| hours| in the (?:morning|afternoon|evening)| at night)?"
)
_SAME_TIME = re.compile(
    r"(?:(?:on|along) the way|meanwhile|then|immediately|at once|at the same time|simultaneously"
    r"|(?:(?:some|a few|several|\w+) )?(?:seconds|minutes|hours?) (?:apart|later|on|afterwards)"
    r"|for (?:(?:about|almost|nearly|over|more than|at least|the next) )*(?:[\w-]+ ){0,2}?(?:minutes|hours?)"
    r"|(?:(?:shortly|just|soon|long|an hour|hours|minutes|at|before|after|since|by|towards?|around|in|during"
    r"|the|first|early|late|small|hours|of|broad)[ -])*"
    r"(?:dawn|daybreak|sunrise|sunset|dusk|nightfall|daylight|light|morning|noon"
    r"|midday|afternoon|evening|night|midnight)"
    r"|in (?:those|these) (?:\w+ )?hours"
    rf"|(?:at|about|around|by|shortly|just|soon|before|after|until|some|minutes| )*{_HOUR}"
    rf"|(?:between|from) {_HOUR} (?:and|to|until|till) (?:(?:about|after|around|just|nearly) )*{_HOUR})",
    re.IGNORECASE,
)
"""Words for a time of the day that is told of already: "on the way", "before sunrise"."""
_CLAUSE = re.compile(r"; |,? (?:and|but) (?=(?:it|he|she|they|we)\b)")
"""Between a clause and the next, which has a subject of its own."""
_ASIDE = re.compile(
    r", (?:(?:mostly|all|most of them|some of them|both|many)\b[^,;:]*, )?(?:who|whose|which|where)\b|: "
)
"""Behind a deed, where something else is told of those named with it."""
_DONE_ON = re.compile(
    r"(?<!said )(?<!says )(?<!told )(?<!announced )(?<!reported )(?<!stated )(?<!wrote )\b(?:on|in|during) (?:the )?$",
    re.IGNORECASE,
)
"""Before a day on which something was done, and no more said of it."""
_WAS = re.compile(r"\b(?:is|was|came|comes|fell|falls)(?: (?:for|of|from|on))?(?: the)? $", re.IGNORECASE)
"""Before the day that a sentence tells: "The first entry is for 6 February", "The night of the tins was 9 May"."""
_SINCE = re.compile(r"\bsince (?:the |early |late |last )*$", re.IGNORECASE)
_THAT_PART = re.compile(r"(?:that|the same|same) (?:morning|afternoon|evening|night|day)\b", re.IGNORECASE)
_HAD = re.compile(r"(?<!\bthat )(?<!\bwho )(?<!\bwhich )\bhad\b|['’]d been\b")
"""Before a deed of an earlier day: "On 9 May we reached X. Villagers told us that men had raided the clinic"."""
_POINTS_BACK = re.compile(
    r"\b(?:the|this|that|these|those|its|his|her|their)"
    r"(?:\s+(?:air|artillery|bomb|car|deadly|double|drone|first|heavy|latest|missile|mortar|night|reported|rocket|same|second"
    r"|suicide|third|whole))*\s+$",
    re.IGNORECASE,
)
"""Before a deed that was told already."""
_CALENDAR = re.compile(r"\b(?!(?:The|That|This|One|Two|Three|Some|Late|Early)\b)[A-Z][a-z]{2}|\d[-/.]\d")
"""In the words for a day: a month or weekday."""
_NOT_DAYS = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def _times_left_open(draft: Draft | None, text: str) -> list[int]:
    """Where the learned reader has words for a time begin, but for those that point back."""
    spans = [f.span for f in draft.facets if f.facet == "time"] if draft is not None else []
    return [a for a, b in spans if _SAME_TIME.fullmatch(text, a, b) is None]


def day_set(made: ReportedIncident, draft: Draft | None, told: Collection[Span], reading: Reading) -> Time | None:
    """The day that the paragraph has set before the words that first name a happening of which no time is told.

    `told` are the times told of the document's happenings.
    """
    if made.aggregate or not made.mentions:
        return None
    sentences = sorted(reading.sentences)
    text = reading.prose
    untold = _times_left_open(draft, text)
    for span in sorted(made.mentions)[:_FIRST]:
        at = bisect_right(sentences, span[0], key=lambda s: s[0]) - 1
        low, high = _clause_of(span, sentences[at], text) if at >= 0 else span
        open_time = any(low <= start < high for start in untold)
        if at > 0 and not open_time and _is_then(span, sentences[at], reading):
            return _set_before(at, sentences, told, reading)
    return None


def _set_before(at: int, sentences: Sequence[Span], told: Collection[Span], reading: Reading) -> Time | None:
    """The one day told last before a sentence, where it is set for what follows or is another happening's.

    In the paragraph, or the one before it: newspapers begin a new one with every second sentence. A day's heading above
    governs the paragraph from its first sentence on.
    """
    text, breaks = reading.prose, 0
    for n in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if "\n" in text[sentences[n][1] : sentences[n + 1][0]]:
            breaks += 1
            headed = _heading_day(n, sentences, reading)
            if headed is not None or breaks > 1 or n == at - 1:
                return headed
        times = [t for t in _times(sentences[n], reading) if not _SINCE.search(text, sentences[n][0], t.start)]
        if not times and (same := _same_day(sentences[n], reading)) is not None:
            return same
        if times:
            return _one_day(times, sentences[n], told, text)
    return None


def _one_day(times: Sequence[TimeMention], sentence: Span, told: Collection[Span], text: str) -> Time | None:
    """The day that all times of a sentence are, "on 3 May, a Monday", where it sets it or tells a happening by it."""
    days = [t for t in times if names_day(text, t) or (is_stretch(t, 1) and not is_stretch(t, _WEEK))]
    if len(days) != len(times) or len({t.days for t in days}) != 1:
        return None
    sets = [t for t in days if (t.start, t.end) in told or _is_set(t, sentence, text)]
    return plain_time(sets[0]) if sets else None


def _heading_day(last: int, sentences: Sequence[Span], reading: Reading) -> Time | None:
    """The day that stands as the heading above a paragraph, where no other is told between.

    `last` is the sentence before the paragraph.
    """
    heads = day_headings(reading)
    for n in range(last if heads else -1, -1, -1):
        if sentences[n] in heads:
            return plain_time(heads[sentences[n]])
        if any(names_day(reading.prose, t) for t in _times(sentences[n], reading)):
            return None
    return None


def _same_day(sentence: Span, reading: Reading) -> Time | None:
    """The day of which a sentence tells a part as one told already: "that evening"."""
    text = reading.prose
    parts = [
        t for t in reading.times if sentence[0] <= t.start < sentence[1] and _THAT_PART.match(text, t.start, t.end)
    ]
    days = {t.earliest[:10] for t in parts if t.earliest}
    day = days.pop() if len(days) == 1 else None
    return Time(earliest=day, latest=day, granularity="day", edtf=day, anchor=parts[0].anchor) if day else None


def _is_set(day: TimeMention, sentence: Span, text: str) -> bool:
    """Whether a day opens its sentence, is what it says, or what it tells was done on it."""
    led = _DONE_ON.search(text, sentence[0], day.start) or _WAS.search(text, sentence[0], day.start)
    return day.start - sentence[0] < _OPENING or led is not None


def _is_then(deed: Span, sentence: Span, reading: Reading) -> bool:
    """Whether a sentence goes on with what is told: its deed's clause tells no time of its own, and the deed is new."""
    text = reading.prose
    clause = _clause_of(deed, sentence, text)
    own = any(_times(clause, reading)) or any(
        t.type == "DURATION" and not t.value.startswith("PT") and clause[0] <= t.start < deed[1] for t in reading.times
    )
    before = _is_of_before(deed, clause, reading)
    return not (own or points_back(text, sentence, deed) or before) and _NOT_THEN.search(text, *clause) is None


def _clause_of(deed: Span, sentence: Span, text: str) -> Span:
    """A deed's clause, with what leads up to it: not what is told behind of somebody, nor before of another subject."""
    low = max((m.end() for m in _CLAUSE.finditer(text, sentence[0], deed[0])), default=sentence[0])
    aside = _ASIDE.search(text, deed[1], sentence[1])
    return low, aside.start() if aside else sentence[1]


def _is_of_before(deed: Span, clause: Span, reading: Reading) -> bool:
    """Whether somebody tells a deed as past, at no hour of the day set: not "by dusk the brigade had crossed"."""
    text = reading.prose
    told = any(within_one(deed, claim.content) for claim in reading.claims)
    hour = any(clause[0] <= t.start < deed[0] and clock_only(text, t) for t in reading.times)
    return told and not hour and _HAD.search(text, clause[0], deed[0]) is not None


def points_back(text: str, sentence: Span, deed: Span) -> bool:
    """Whether the words for a deed are of one told already: "the raid"."""
    return not text[slice(*deed)].endswith("ed") and _POINTS_BACK.search(text, sentence[0], deed[0]) is not None


def tells_date(sentence: Span, reading: Reading) -> bool:
    """Whether a sentence tells a day by its date or weekday, not by what came before: "two days later", "the 7th"."""
    text = reading.prose
    return any(names_day(text, t) and _CALENDAR.search(text, t.start, t.end) for t in _times(sentence, reading))


def _times(sentence: Span, reading: Reading) -> Sequence[TimeMention]:
    """The dates of a sentence, without hours and parts of its day."""
    return [
        t
        for t in reading.times
        if sentence[0] <= t.start < sentence[1]
        and t.type in {"DATE", "TIME"}
        and t.value not in _NOT_DAYS
        and (names_day(reading.prose, t) or not clock_only(reading.prose, t))
    ]
