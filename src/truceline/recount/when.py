"""When a happening took place, by all that is told of it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftMention
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap
from truceline.model.when import Time, TimeMention
from truceline.recount.anchors import clock_only, grain
from truceline.recount.convert import plain_time
from truceline.recount.day_headings import day_headings
from truceline.recount.drafts.whose_day import is_of_later_dead
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.happenings import Happening
from truceline.recount.profile import apart
from truceline.text.datelines import is_dateline

_PRINTED = 1200
"""Characters in which a document prints its own day, as `read.dateline` has it."""
_TO = re.compile(r"\s?[-–]\s?| (?:to|until|till|through|or) ")
_BETWEEN = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_SINCE = re.compile(
    r"\bsince\s+(?:the\s+)?"
    r"(?:(?:beginning|start|signing|entry into force|declaration|announcement|truce|cease-?fire|cessation)\b"
    r"(?: [\w’'-]+){0,9} (?:on|of|in) )?$",
    re.IGNORECASE,
)
_SINCE_BEFORE = 100
"""Characters before a time in which its "since" stands: "since the beginning of the truce on 4 March"."""
_HAVE = re.compile(r"\b(?:has|have)\b|['’]ve\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|dozens of|scores of|hundreds of"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)"
    r"(?: times\b|(?: [\w-]+){0,3} "
    r"(?:violations|breaches|incidents|occasions|attacks|(?:air ?)?strikes|bombardments)\b)",
    re.IGNORECASE,
)
_CLAUSE = 120
"""Characters behind a time in which the verb of its clause stands."""
_HEAD = 4000
"""Characters of a document in which a day that no other verb owns is taken for its main happening's."""


def without_dateline(reading: Reading) -> Reading:
    """The reading without the day its document prints as its own: where it tells another, that one is meant.

    The headings of a diary are no days of printing.
    """
    text, told = reading.prose, []
    heads = {t.start for t in day_headings(reading).values()}
    for time in reading.times:
        line = text.rfind("\n", 0, time.start) + 1
        end = text.find("\n", time.end)
        words = text[line : end if end >= 0 else len(text)]
        if time.start > _PRINTED or time.start in heads or not is_dateline(words, time.start - line, time.end - line):
            told.append(time)
    return replace(reading, times=tuple(told)) if any(t.earliest for t in told) else reading


_REPORT_OF = re.compile(
    r"\b(?:accounts?|articles?|briefings?|bulletins?|communiqu[eé]s?|dispatch(?:es)?|interviews?|letters?|memos?|papers?|posts?"
    r"|releases?|reports?|statements?|stud(?:y|ies)|surveys?|tweets?)"
    r"(?: (?:of|from|dated|published on|issued on|released on|published in|issued in|released in)(?: early| late)?)\s$",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"\b(?:clarified|corrected|repeated|retracted|revised|withdrew) (?:(?:him|her|it)self|themselves|it|this|that"
    r"|(?:the|this|that|his|her|its|their) (?:account|claim|count|figure|number|statement|toll|words?))\s$",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"(?:\b(?:Created|Posted|Published|Updated|CREATED|POSTED|PUBLISHED|UPDATED)(?: on| at)?:? ?"
    r"|\b(?:Update|UPDATE)s?(?:\s?[-\u2013\u2014:]+\s?|\s\()|\(@\w{1,15}\) )$"
)
"""Before the day on which a page or a message was posted: "Updated: Friday", "— Ada Rell (@adarell) 3 April 2016"."""
_REPORT = 60
"""Characters before a day in which a report or a correction stands whose day it is."""


def without_reports_days(reading: Reading) -> Reading:
    """The reading without the days on which a report came out or was corrected, as in "whose account of 15 August".

    Where its sentence tells no other day, the account may be of that one.
    """
    text = reading.prose
    days = [t for t in reading.times if grain(t) == 0 and t.earliest]
    gone = {(t.start, t.end) for t in reading.times if _is_reports(text, t, days, reading.sentences)}
    if not gone:
        return reading
    drafts = None if reading.drafts is None else tuple(_without_times(d, gone) for d in reading.drafts)
    return replace(reading, times=tuple(t for t in reading.times if (t.start, t.end) not in gone), drafts=drafts)


def _is_reports(text: str, time: TimeMention, days: Sequence[TimeMention], sentences: Sequence[Span]) -> bool:
    low = max(0, time.start - _REPORT)
    if _CORRECTED.search(text, low, time.start) or _POSTED.search(text, low, time.start):
        return True
    if time not in days or not _REPORT_OF.search(text, low, time.start):
        return False
    here = next(((a, b) for a, b in sentences if a <= time.start < b), (0, 0))
    return any(d != time and here[0] <= d.start < here[1] for d in days)


def _without_times(draft: Draft, gone: Collection[Span]) -> Draft:
    """The draft without the times told on these words."""

    def kept(mention: DraftMention) -> DraftMention:
        facets = (f for f in mention.facets if f.facet != "time" or not any(overlap(f.span, g) for g in gone))
        return replace(mention, facets=tuple(facets))

    return replace(draft, mentions=tuple(kept(m) for m in draft.mentions))


def with_ranges(reading: Reading) -> Reading:
    """The reading with two days that bound a span told as one: "between 18 and 31 December", "3-5 March"."""
    text, told = reading.prose, []
    published = reading.document.published
    times = list(reading.times)
    while times:
        time = _until_now(text, times.pop(0), published.latest if published else None)
        if times and _bounds(text, time, times[0]):
            last = times.pop(0)
            time = replace(
                time,
                end=last.end,
                latest=last.latest,
                granularity="range",
                edtf=f"{time.earliest}/{last.latest}",
                type="DATE",
            )
        told.append(time)
    return replace(reading, times=tuple(told))


def _until_now(text: str, time: TimeMention, published: str | None) -> TimeMention:
    """A year or month since which things have gone on, as the span from it to the text's own day.

    A day too, where they are counted: "Since 1 May it has violated the truce 31 times".
    """
    if not (time.earliest and published and time.earliest[:10] < published[:10]):
        return time
    if time.type != "DATE" or _SINCE.search(text, max(0, time.start - _SINCE_BEFORE), time.start) is None:
        return time
    sentence = text[max(text.rfind(". ", 0, time.start), 0) : time.start + _CLAUSE]
    if not (_COUNTED if grain(time) == 0 else _HAVE).search(sentence):
        return time
    edtf = f"{time.earliest[:10]}/{published[:10]}"
    return replace(time, latest=published, granularity="range", edtf=edtf)


def _bounds(text: str, first: TimeMention, last: TimeMention) -> bool:
    """Whether two times are a span's first and last day, by the words between them and before."""
    if not (first.earliest and last.latest) or last.type != "DATE" or first.earliest[:10] >= last.latest[:10]:
        return False
    between = text[first.end : last.start]
    return _TO.fullmatch(between) is not None or (
        between == " and " and _BETWEEN.search(text, max(0, first.start - 20), first.start) is not None
    )


def main_time(
    happening: Happening, reading: Reading | None, lexicon: EventLexicon, *, dated: bool = False
) -> Time | None:
    """The finest time told of the happening, the first of these; `reading` is given for the main happening.

    Of that, a day of the document's head serves where none is told with it, or where only a wider time is and the day
    lies inside it; a mere hour where there is none. Neither is asked for where the happening is `dated` otherwise.
    """
    own = [c.time for c in happening.clusters if c.time]
    clocks = [c.clock for c in happening.clusters if c.clock]
    best = min(own, key=grain) if own else None
    if best is not None and grain(best) == 0:
        return plain_time(next((t for t in own if _narrower(t, best)), best))
    if reading is not None and not dated and not (happening.aggregate and best is not None):
        free = next((t for t in _free_days(reading, lexicon) if best is None or not apart(best, t)), None)
        best = free or best
    if best is None and clocks and not dated:
        best = clocks[0]
    return plain_time(best) if best else None


def _narrower(one: TimeMention, other: TimeMention) -> bool:
    """Whether a day lies within a night told before it: "on Saturday night", and later "on 17 September".

    An hour or a morning after it is when somebody was found or called.
    """
    if grain(one) or one.type != "DATE" or not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    mine, theirs = (one.earliest[:10], one.latest[:10]), (other.earliest[:10], other.latest[:10])
    return theirs[0] <= mine[0] and mine[1] <= theirs[1] and mine != theirs


_WAS_REPORTED = re.compile(r"\bwas reported (?:at|about|around|shortly|just)?(?: before| after)?\s?$")
"""Before the hour at which police were told of a deed, which is the deed's."""


def _free_days(reading: Reading, lexicon: EventLexicon) -> Iterator[TimeMention]:
    """Days of the document's head beside no verb of telling, of the law or of what came after."""
    text = reading.prose
    published = (reading.document.published.latest or "9999")[:10] if reading.document.published else "9999"
    for time in reading.times:
        if time.start > _HEAD:
            return
        if grain(time) or not time.earliest or time.type not in {"DATE", "TIME"} or time.value.endswith("_REF"):
            continue
        if time.earliest[:10] > published or clock_only(text, time) or is_of_later_dead((time.start, 0), (0, 0), text):
            continue
        around = (
            text[max(0, time.start - 24) : time.start].lower().split()[-2:]
            + text[time.end : time.end + 16].lower().split()[:1]
        )
        others = [w for w in around if w.strip(".,;:") in lexicon.other_verbs]
        if not others or _WAS_REPORTED.search(text, max(0, time.start - 40), time.start):
            yield time
