"""Which time a happening is told with: the time whose nearest verb is its trigger, not "said" or "charged"."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from truceline.model.span import Span
from truceline.model.when import TimeMention
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.events.triggers import Trigger
from truceline.recount.lexicon import longest
from truceline.recount.scenes import Scene

_CLOCK = re.compile(
    r"(?i)(?:\W|\d|[ap]\.?m\.?\b|at|about|around|before|after|just|shortly|roughly|nearly|noon|midnight|o['’]clock|local|time|hours?|approximately|the|early|late|morning|evening|night|afternoon|that|same|day|now|currently|recently)+"
)
_NOUN_NEAR = 6
"""Words behind "died in" within which the happening's noun stands."""
_FINE = {
    "second": 0,
    "minute": 0,
    "hour": 0,
    "part_of_day": 0,
    "day": 0,
    "range": 2,
    "week": 2,
    "month": 3,
    "season": 4,
    "quarter": 4,
    "year": 5,
}


def grain(time: TimeMention) -> int:
    """0 for a day or finer, rising with coarser times."""
    return _FINE.get(time.granularity or "day", 6)


def clock_only(text: str, time: TimeMention) -> bool:
    """Whether the words name an hour or part of a day but no day: the day was inferred."""
    return bool(_CLOCK.fullmatch(text[time.start : time.end]))


def is_day(text: str, time: TimeMention) -> bool:
    """Whether the words tell a day, or a finer time with its day."""
    return bool(time.earliest) and grain(time) == 0 and not clock_only(text, time)


_DAY_AGAIN = re.compile(r"(?:(?:on|later|earlier) )?(?:that|the)(?: very)?(?: same)? day|same day", re.IGNORECASE)


def names_day(text: str, time: TimeMention) -> bool:
    """Whether the words tell a day, be it by pointing back: "that same day"."""
    again = time.earliest is not None and _DAY_AGAIN.fullmatch(text, time.start, time.end) is not None
    return again or is_day(text, time)


def own_times(
    scene: Scene, times: Sequence[TimeMention], triggers: Sequence[Trigger], lexicon: EventLexicon
) -> list[TimeMention]:
    """The sentence's times that belong to a happening told by `triggers`, nearest first."""
    spans = scene.words.spans
    happened = _happened(scene, lexicon)
    own = [i for t in triggers for i in (t.first, t.last)] + [i for i, _ in happened]
    rivals = _rivals(scene, {*own, *_words_of(happened)}, triggers, lexicon)
    found: list[tuple[int, int, TimeMention]] = []
    for time in times:
        if time.value in {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}:
            continue
        words = bisect_left(spans, time.start, key=_start), bisect_left(spans, time.end, key=_start) - 1
        mine = _nearest(own, words)
        if mine <= _nearest(rivals, words):
            found.append((grain(time), mine, time))
    return [t for _, _, t in sorted(found, key=lambda f: (f[0], f[1], f[2].start))]


def _start(span: Span) -> int:
    return span[0]


def _words_of(phrases: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Every word of some phrases, each told by its first word and its length."""
    return (i for at, length in phrases for i in range(at, at + length))


def _rivals(scene: Scene, own: Collection[int], triggers: Sequence[Trigger], lexicon: EventLexicon) -> list[int]:
    """Where other verbs stand, to which a time may belong."""
    verbs = [i for i, w in enumerate(scene.words.lower) if w in lexicon.other_verbs and i not in own]
    return [i for i in verbs if not _died_in_it(scene, i, triggers)]


def _nearest(words: Sequence[int], time: tuple[int, int]) -> int:
    """The distance in words from a time's words, first and last, to the nearest of some."""
    return min((_distance(i, *time) for i in words), default=99)


def _died_in_it(scene: Scene, i: int, triggers: Sequence[Trigger]) -> bool:
    """Whether a death's time is the happening's: "on 18 October three children died in two attacks"."""
    lower = scene.words.lower
    died = lower[i] == "died" and lower[i + 1 : i + 2] in (["in"], ["during"])
    return died and any(t.noun and i + 2 <= t.first <= i + _NOUN_NEAR for t in triggers)


def _happened(scene: Scene, lexicon: EventLexicon) -> list[tuple[int, int]]:
    """Where words say that it happened, each with their number: "the shooting was reported at 9 p.m."."""
    lower = scene.words.lower
    return [(i, hit[0]) for i in range(len(lower)) if (hit := longest(lexicon.happened, lower, i))]


def _distance(i: int, at: int, until: int) -> int:
    """Words between a verb and a time; a verb before it is nearer than one behind."""
    return at - i if i < at else (i - until) + 1
