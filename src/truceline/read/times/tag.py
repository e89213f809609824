"""TIMEX3 expressions: type, value and modifier, counted from the dateline and the story's own dates."""

from datetime import date

from truceline.model.span import Span
from truceline.model.when import Published, TimeMention
from truceline.read.times.ahead import without_day_ahead
from truceline.read.times.apposed import apposed
from truceline.read.times.beside_days import counts_from_next, day_beside, with_named
from truceline.read.times.calendar import parse_day
from truceline.read.times.diary import find_diary
from truceline.read.times.find import find_hits
from truceline.read.times.glosses import glossed, glossed_ahead
from truceline.read.times.hit import Hit, Made, Tagged
from truceline.read.times.join import count_from, join, share_day
from truceline.read.times.led_weekdays import span_told
from truceline.read.times.lexicon import TimeLexicon
from truceline.read.times.lists import day_before_list, day_behind_list, year_ahead
from truceline.read.times.looking_back import year_retold
from truceline.read.times.make_clock import find_zone
from truceline.read.times.makers import MAKERS
from truceline.read.times.names import is_in_name, names_site
from truceline.read.times.quotes import Quotes
from truceline.read.times.speaker import DEICTIC, speaker_day
from truceline.read.times.story import LEAD, Story, leads
from truceline.read.times.tokens import tokenize
from truceline.read.times.zones import offset_on

_FEW = 5


def find_times(
    text: str, sentences: tuple[Span, ...], published: Published | None, lexicon: TimeLexicon
) -> tuple[TimeMention, ...]:
    """Every time expression, in order of the text; intervals are filled in by resolve."""
    del sentences
    hits = [h for h in find_hits(tokenize(text, lexicon), lexicon) if not (is_in_name(text, h) or names_site(text, h))]
    story = _begin(hits, published)
    tagged = [one for one in _read_hits(hits, Quotes(text), story) if not one.made.weak]
    return tuple(_mention(one) for one in share_day(tagged))


_LONG = 7
"""Days beyond which a span of possible datelines is no day to count from, only a year and month to be in."""


def _begin(hits: list[Hit], published: Published | None) -> Story:
    dateline = _dateline(published) if published else None
    story = Story(dateline, is_narrative(hits, dateline), inferred=published is not None and published.inferred)
    story.retold = None if story.narrative else year_retold(hits, dateline)
    story.diary = None if story.narrative else find_diary(hits, dateline)
    story.fresh = any(_is_near(hit) for hit in hits)
    first = parse_day(published.earliest or "") if published and not _is_exact(published) else None
    if first is not None:
        story.year, story.month = first.year, (first.year, first.month)
    return story


def _dateline(published: Published) -> date | None:
    """The day that a text counts from: the one printed in it, or the one it came out on."""
    anchor = published.anchor or ""
    if anchor.startswith("printed "):
        return parse_day(anchor.removeprefix("printed "))
    return parse_day(published.earliest or "") if _is_exact(published) else None


def _is_exact(published: Published) -> bool:
    """Whether it is known to some days when a text came out."""
    first, last = parse_day(published.earliest or ""), parse_day(published.latest or "")
    return first is not None and last is not None and (last - first).days <= _LONG


def _read_hits(hits: list[Hit], quotes: Quotes, story: Story) -> list[Tagged]:
    tagged: list[Tagged] = []
    for i, hit in enumerate(hits):
        story.ahead = year_ahead(hits, i)
        story.take_up(hit)
        quoted = hit.make in DEICTIC and hit.tokens.starts[hit.start] in quotes
        story.speaker = speaker_day(hits, i, quotes, story) if quoted else None
        made = without_day_ahead(hit, _make(hits, i, story), story)
        if made is None:
            continue
        _add(tagged, Tagged(hit.start + made.lead, hit.end + _zone_length(hit) - made.trim, hit, made))
        story.adrift |= made.type == "DURATION" and made.trim == 1 and leads(hit)
        if not quoted and _moves_story(hit, made, story):
            _go_on(story, hit, tagged[-1].made)
        if later := day_behind_list(hit, made):
            tagged.append(Tagged(later[0], later[0] + 1, hit, later[1]))
            story.note(later[1])
        story.span = span_told(tagged) or story.span
    return tagged


def _add(tagged: list[Tagged], one: Tagged) -> None:
    """Take in a time, read beside the one before it, or as one with that."""
    if tagged:
        one = glossed(tagged[-1], one) or one
        tagged[-1] = count_from(tagged[-1], one) or glossed_ahead(tagged[-1], one) or tagged[-1]
        tagged[-1], one = apposed(tagged[-1], one) or (tagged[-1], one)
    if tagged and (joined := join(tagged[-1], one) or with_named(tagged[-1], one)):
        tagged[-1] = joined
    else:
        tagged.append(one)


def _go_on(story: Story, hit: Hit, made: Made) -> None:
    """The story stands at a time just told, unless that is told in passing."""
    opens = _opens_clause(hit)
    story.note(made, passing=not opens)
    if hit.make not in _COUNTED or opens:
        story.led = story.day or story.led
    story.told_at, story.last = hit.start, hit
    story.tell_weekday(hit)
    story.note_pause(hit)
    story.turn(hit)


def _make(hits: list[Hit], i: int, story: Story) -> Made | None:
    if story.diary is not None and hits[i].start in story.diary.made:
        return story.diary.made[hits[i].start]
    if hits[i].make == "day_in_list":
        return day_before_list(hits[i], hits[i + 1] if i + 1 < len(hits) else None, story)
    if i + 1 < len(hits) and counts_from_next(hits[i], hits[i + 1]):
        beside = day_beside(hits[i], MAKERS[hits[i + 1].make](hits[i + 1], story))
        return beside or MAKERS[hits[i].make](hits[i], story)
    return MAKERS[hits[i].make](hits[i], story)


def _is_near(hit: Hit) -> bool:
    """Whether words count from the day of writing: "yesterday", "tomorrow night"; "today" may mean nowadays."""
    return hit.make == "deictic" and hit.value("day") != "0"


_COUNTED = frozenset({"relative_unit", "following_unit", "offset", "same_unit", "part_deictic"})
"""Expressions that count a day from the last told rather than name one."""


def _moves_story(hit: Hit, made: Made, story: Story) -> bool:
    """In a history, years in passing and years counted from others do not carry the story along.

    Nor does anywhere what is only to come ("signed a truce, to begin two days later", "due by 10 March"), nor the day
    from which a truce is told to hold, aside from what befell it.
    """
    if hit.make in _COUNTED | {"offset_part"} and hit.before(2) == "to" and hit.before().isalpha():
        return False
    if not leads(hit) and (hit.before() == "by" or _only_when_agreed(hit)):
        return False
    if not story.narrative or story.previous == "":
        return True
    if hit.make in {"relative_unit", "offset", "decade", "century"} and len(made.value) < len("2016-01"):
        return False
    return hit.make != "year" or leads(hit)


_AGREED = frozenset({"truce", "ceasefire", "armistice", "agreement", "accord", "deal", "pact", "cessation"})
_SINCE_THEN = frozenset({"that", "which", "signed", "agreed", "brokered", "reached", "declared", "announced"})
_ASIDE = 9
"""Tokens before a day within which the aside begins that says of a truce since when it holds."""


def _only_when_agreed(hit: Hit) -> bool:
    """Whether a day only says since when a truce holds: "the first test of a truce that took effect on Monday"."""
    words = hit.tokens.words[max(0, hit.start - _ASIDE) : hit.start]
    at = max((n for n, word in enumerate(words) if word in _AGREED), default=None)
    return at is not None and at + 1 < len(words) and words[at + 1] in _SINCE_THEN and "," not in words[at:]


def _opens_clause(hit: Hit) -> bool:
    """Whether a date stands at its clause's beginning, and does not only say since when something has been so."""
    lead = hit.tokens.words[max(0, hit.start - LEAD) : hit.start]
    return hit.before() != "since" and (leads(hit) or not _CLAUSES.isdisjoint(lead))


_CLAUSES = frozenset({":", ";", "!", "?"})


def is_narrative(hits: list[Hit], dateline: date | None) -> bool:
    """Whether a text is told as history: its years lie away from the dateline, and few days are named from it."""
    near = far = deictic = 0
    for hit in hits:
        if hit.make in {"calendar", "year", "season"} and hit.words("year"):
            word = hit.words("year")[0]
            close = dateline is not None and word.isdigit() and abs(int(word) - dateline.year) <= 1
            near, far = near + close, far + (not close)
        elif hit.make in {"weekday", "deictic", "relative_unit"}:
            deictic += 1
    return far >= _FEW and far > near and far > 3 * deictic


def _zone_length(hit: Hit) -> int:
    zone = find_zone(hit) if hit.make == "clock" else None
    return zone[0] if zone else 0


def _mention(one: Tagged) -> TimeMention:
    tokens = one.hit.tokens
    end = one.end - 1
    while end > one.start and tokens.words[end] == ",":
        end -= 1
    made = one.made
    return TimeMention(
        start=tokens.starts[one.start], end=tokens.ends[end], type=made.type, value=made.value, mod=made.mod,
        anchor=made.anchor, zone=offset_on(made.zone, parse_day(made.value)) if made.zone else None,
    )  # fmt: skip
