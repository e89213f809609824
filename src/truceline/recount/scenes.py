"""A document laid out for recounting: each sentence with its words, triggers and statements of harm."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.model.amount import Quantity
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.recount.events.lifeless import kills_no_one
from truceline.recount.events.triggers import Trigger, find_triggers
from truceline.recount.facets.small_words import supposed
from truceline.recount.harm import find_harm
from truceline.recount.kit import RecountKit
from truceline.recount.scan import Harm
from truceline.recount.shot_dead import with_dead_told
from truceline.recount.tokens import Words, classed, split_words
from truceline.text.numbers import find_numbers

_AGE = re.compile(r"[-‐‑–\s]?(?:year|month|week|yr|day)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence; `index` -1 is a title that stands outside the text, whose offsets are its own."""

    index: int
    span: Span
    words: Words
    triggers: tuple[Trigger, ...]
    harms: tuple[Harm, ...]


_NEAR = 2
"""Sentences back in which somebody is told of to whom "he" may point."""
_Page = tuple[str, tuple[Quantity, ...], dict[int, str]]
"""A text, its quantities, and the word starts that name no person."""


def lay_out(reading: Reading, kit: RecountKit) -> tuple[Scene, ...]:
    """Scenes of the document in order, the title first where it is not part of the text."""
    text = reading.prose
    marks = _marks(reading)
    scenes: list[Scene] = []
    for i, span in enumerate(reading.sentences):
        if span[1] - span[0] < 4000:
            scenes.append(_scene((text, reading.quantities, marks), i, span, kit, scenes))
    harms = with_dead_told(text, [(s.span, s.harms) for s in scenes])
    scenes = [replace(s, harms=h) for s, h in zip(scenes, harms, strict=True)]
    title = reading.document.title
    if title and title not in text[: len(title) + 400]:
        quantities = tuple(
            Quantity(
                start=n.start, end=n.end, low=n.low, high=n.high, text=title[n.start : n.end], comparator=n.comparator
            )
            for n in find_numbers(title, kit.numbers)
            if not _AGE.match(title, n.end) and not (title[: n.start].endswith(", ") and title[n.end :].startswith(","))
        )
        scenes.insert(0, _scene((title, quantities, {}), -1, (0, len(title)), kit))
    return tuple(scenes)


def _told_before(scenes: Sequence[Scene]) -> str | None:
    """The one kind of harm that the last two sentences tell of; None where they tell of none or of both."""
    kinds = {h.kind for s in scenes[-2:] for h in s.harms}
    return kinds.pop() if len(kinds) == 1 and kinds <= {"killed", "injured"} else None


def _one_hurt_before(scenes: Sequence[Scene]) -> bool:
    """Whether the last two sentences tell of one person shot or hurt, by whatever words, and of no more."""
    told = [h for s in scenes[-_NEAR:] for h in s.harms]
    return bool(told) and all(h.kind in {"hit", "injured"} and h.high == 1 and not h.denied for h in told)


def _scene(page: _Page, index: int, span: Span, kit: RecountKit, earlier: Sequence[Scene] = ()) -> Scene:
    text, quantities, marks = page
    words = split_words(text, span)
    before, one = _told_before(earlier), _one_hurt_before(earlier)
    tokens = classed(words, quantities, kit.harm)
    for token in tokens:
        if token.kind in "Nx" and (mark := marks.get(token.start)):
            token.mark = mark
    return Scene(
        index=index,
        span=span,
        words=words,
        triggers=tuple(find_triggers(words, index, kit.events)),
        harms=tuple(
            h
            for h in find_harm(text, tokens, kit.harm, index, before, one_hurt=one)
            if not (_of_nobody(h, words, kit) or supposed(text, h.start))
        ),
    )


def _of_nobody(harm: Harm, words: Words, kit: RecountKit) -> bool:
    """Whether a verb of harm is meant of what never lived: "killed the truce"."""
    at = next((i for i, (start, _) in enumerate(words.spans) if start == harm.cue[0]), -1)
    return kills_no_one(words.lower, at, kit.events)


def _marks(reading: Reading) -> dict[int, str]:
    """Word starts that belong to a place, a time or an organisation, and so name no person."""
    text = reading.prose
    spans = [(p.start, p.end) for p in reading.places if p.role in {"event", "other"}]
    spans += [(t.start, t.end) for t in reading.times]
    spans += [(a.start, a.end) for a in reading.actors if a.actor and not a.actor.startswith("x-")]
    return {
        start: "other"
        for begin, end in spans
        for start in (
            begin + offset for offset, c in enumerate(text[begin:end]) if offset == 0 or text[begin + offset - 1] == " "
        )
    }
