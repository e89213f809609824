"""Tellers whose verb is left out: "the army put the dead at 12, the rebels at 30" is two claims by one verb."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from truceline.model.actor import ActorMention
from truceline.model.amount import Quantity
from truceline.model.span import Span, meets
from truceline.read.claims.cues import CueTable
from truceline.read.claims.raw import RawClaim
from truceline.text.calendar_names import DAY_OR_MONTH

_NEXT = re.compile(r"\s*[,;]\s+(?:(?:and|but|while|whereas)\s+)?|\s(?:and|but|while|whereas)\s+")
"""Between one teller's words and the next teller."""
_WHO = re.compile(r"(?P<who>(?:the\s+)?[^\W\d][\w’'.-]*(?:\s+[^\W\d][\w’'.-]*){0,4}?)(?:\s+at)?\s+", re.IGNORECASE)
_OF_AGE = re.compile(r"(?:the\s+)?(?:elder|eldest|younger|youngest|oldest)", re.IGNORECASE)
_AFTER = re.compile(r"(?:\s+(?:people|persons|dead|killed|wounded|injured|casualties|deaths|fatalities|victims))?")
_ENDS = re.compile(r"\s*(?:[.;!?,)]|$|(?:and|but|while|whereas)\b)")
_COUNTS = re.compile(
    r"(?:that\s+)?(?:there\s+(?:were|are|was|had\s+been)\s+)?|.*\bat\s+|.*\b(?:toll|figure|number|count)\b.*\s",
    re.DOTALL | re.IGNORECASE,
)
"""What may stand before the figure of the verb that is told: "that | ten died", "the dead at | 12"."""
_LOST = re.compile(r"\b(?:los(?:t|e|es|ing|t)|suffer\w*|sustain\w*|surrender\w*|captur\w*)\b", re.IGNORECASE)
"""Verbs that a second party can have for its own: "six men were lost and the rebels 40"."""
_SITED = re.compile(r"\b(?:in|at|near|around|outside|of|from)\s+(?:the\s+)?[A-Z]")
_NO_NAMES = re.compile(rf"{DAY_OR_MONTH}\b")


def with_gapped(
    text: str,
    raws: Sequence[RawClaim],
    sentences: Sequence[Span],
    beside: tuple[Sequence[ActorMention], Sequence[Quantity], CueTable],
) -> tuple[RawClaim, ...]:
    """The claims, and those of tellers who share an earlier teller's verb, each with its own figure and that cue.

    `beside`: the actors and numbers of the text, and the words of roles.
    """
    taken = [s for r in raws for s in r.source]
    made: list[RawClaim] = []
    for raw in raws:
        found = list(_second(text, raw, sentences, beside, taken))
        if not found:
            made.append(raw)
            continue
        start = found[0][0]
        kept = tuple((a, min(b, start)) for a, b in raw.content if a < start)
        made += [replace(raw, content=kept), *(replace(raw, source=(w,), content=(f,)) for _, w, f in found)]
    return tuple(made)


def _second(
    text: str,
    raw: RawClaim,
    sentences: Sequence[Span],
    beside: tuple[Sequence[ActorMention], Sequence[Quantity], CueTable],
    taken: Sequence[Span],
) -> Iterator[tuple[int, Span, Span]]:
    """Where the first claim's words end, and who says which figure: one after another."""
    actors, quantities, cues = beside
    if not raw.source or not raw.content or raw.content[0][0] < raw.cue[-1][1] or raw.source[0][0] > raw.cue[0][0]:
        return
    start = raw.content[0][0]
    end = next((b for a, b in sentences if a <= start < b), start)
    numbers = [q for q in quantities if start <= q.start and q.end <= end]
    for before, after in pairwise(numbers):
        told = (start, before.start, before.end)
        at = _gap(text, told, after, (actors, cues))
        after_end = _figure_end(text, after, end)
        if at is None or after_end is None or meets(at[1], taken):
            continue
        yield at[0], at[1], (after.start, after_end)
        start = after.start


def _gap(
    text: str, told: tuple[int, int, int], after: Quantity, known: tuple[Sequence[ActorMention], CueTable]
) -> tuple[int, Span] | None:
    """Where the words told end and who gives the figure behind them; `told`: its start, and its figure's bounds."""
    start, low, high = told
    if _COUNTS.fullmatch(text, start, low) is None or _LOST.search(text, start, after.start):
        return None
    for m in _NEXT.finditer(text, high, after.start):
        who = _WHO.fullmatch(text, m.end(), after.start)
        if who is None:
            continue
        sited = _SITED.search(text, start, m.start()) is not None
        gave = text[who.end("who") : after.start].strip() == "at"
        if _tells(text, who.span("who"), known, loose=not sited, gave=gave):
            return m.start(), who.span("who")
    return None


def _figure_end(text: str, figure: Quantity, end: int) -> int | None:
    """Where a figure with its unit ends, if nothing more is said of it."""
    whole = _AFTER.match(text, figure.end, end)
    close = whole.end() if whole else figure.end
    return close if _ENDS.match(text, close) else None


def _tells(text: str, who: Span, known: tuple[Sequence[ActorMention], CueTable], *, loose: bool, gave: bool) -> bool:
    """Whether words name somebody who can give a figure: an actor, a role, or where that is `loose` a name.

    A name with an article where it `gave` the figure: "puts the dead at 140, the Republic at 88".
    """
    actors, cues = known
    words = re.sub(r"^[Tt]he\s+", "", text[slice(*who)])
    definite = len(words) < who[1] - who[0]
    if words.endswith(("'", "’", "'s", "’s")) or _NO_NAMES.match(words) or _OF_AGE.match(words):
        return False
    if any(who[0] <= a.start and a.end == who[1] for a in actors):
        return True
    last = words.split()[-1].casefold()
    plural = last.endswith("s") and last in cues.roles["anonymous"] | {f"{r}s" for r in cues.roles["person"]}
    if plural or (definite and last in cues.roles["person"] | cues.roles["institution"]):
        return True
    return loose and (gave or not definite) and all(w[:1].isupper() for w in words.split())
