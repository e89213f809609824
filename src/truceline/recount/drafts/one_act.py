"""Deeds that one sentence tells of the same doers in one breath: "entered the village and killed nine" is one.

The learned reader, and the rules, take its verbs for happenings of several kinds.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from truceline.model.account import FacetName
from truceline.model.draft import Draft
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.recount.clusters import VIOLENT
from truceline.recount.drafts.as_one import as_one, family, moved_to, named
from truceline.recount.drafts.match import Paired, having
from truceline.recount.drafts.passages import SURE, Passages
from truceline.recount.drafts.quiet import QUIET
from truceline.recount.drafts.scene_of import Two, set_apart, told_of
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.happenings import Happening

_NEXT_TO = re.compile(r"\s+(?:(?:had|has|have|then|also) )?")
"""Between a deed's noun and its verb: "fire destroyed two silos"."""
_WHERE_IT_WAS = re.compile(
    r"\s+(?:on|in|at|near|outside|along|under|beside|of)\s[^.;:,()—–“”\"]{2,50}?\s(?:(?:had|has|have) )?"
)
"""Between a deed's noun and its verb: "a mine on the road to X had killed two"."""
_ENDED_IN = re.compile(
    r"[^.;:]*?\b(?:ended|turned|grew|developed|escalated|degenerated|spiralled) (?:in|into|with) "
    r"(?:(?:an?|the) )?(?:[\w’'-]+ ){0,2}",
    re.IGNORECASE,
)
"""Between a deed and what became of it: "the raid ended in a gun battle"."""
_SAME_DOERS = re.compile(
    r"(?P<first>.*?)(?P<link>,?\s+(?:and(?: then)?|then)|,)\s+"
    r"(?:(?:also|then|later|finally|even) )?(?:(?:had|has|have) )?",
    re.DOTALL,
)
_CLAUSE = re.compile(
    r"[.;:()—–“”\"]|\b(?:that|which|who|whom|whose|where|when|while|whereas|after|before|as|because|since|until|but|although"
    r"|though|if|for whom)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:\w+ed|sh(?:ot|ut|ook)|fled|left|took|undertook|set|burnt|blew|hit|struck|fell|fought|drove|broke|cut|stole|led|held"
    r"|threw|beat|flew|sent|brought|caught|dug|laid|lit|put|sank|swept|tore|went|came|got|gave|won|lost|ran|met|withdrew)\b"
    r"(?! of\b)",
    re.IGNORECASE,
)
_DOING = re.compile(r"\w+ing\b(?! (?:of|by|that|was|were|had|has)\b)", re.IGNORECASE)
_TALKED = frozenset({"talks", "ceasefire_step", "aid_delivered", "aid_obstructed"})


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that names a deed, with the number of its pair."""

    span: Span
    pair: int


def with_one_act(pairs: Sequence[Paired], page: Passages, reading: Reading, lexicon: EventLexicon) -> list[Paired]:
    """The pairs, deeds that verbs of one subject tell in a row brought together."""
    kept: list[Paired | None] = list(pairs)
    words: dict[int, list[_Word]] = {}
    for n, pair in enumerate(pairs):
        for span in named(pair):
            words.setdefault(page.at(span[0]), []).append(_Word(span, n))
    moved: dict[int, int] = {}
    for at, here in sorted(words.items()):
        row = sorted(here, key=lambda w: w.span)
        for one, other in pairwise(row):
            a, b = moved_to(one.pair, moved), moved_to(other.pair, moved)
            if at < 0 or a == b or not _told_in_a_row(reading.prose, one, other, pairs):
                continue
            _bring_together((a, b), at, kept, moved, (page, reading, lexicon))
    return [p for p in kept if p is not None]


def _told_in_a_row(text: str, one: _Word, other: _Word, pairs: Sequence[Paired]) -> bool:
    """Whether two words tell of one subject, or a verb behind a noun and its place tells the same kind of deed."""
    if in_one_breath(text, one.span, other.span):
        return True
    kind = _kind(pairs[one.pair])
    between = text[one.span[1] : other.span[0]]
    placed = _WHERE_IT_WAS.fullmatch(between) is not None and _CLAUSE.search(between) is None
    return (
        placed
        and kind is not None
        and kind == _kind(pairs[other.pair])
        and _PAST.match(text, other.span[0]) is not None
    )


def in_one_breath(text: str, one: Span, other: Span) -> bool:
    """Whether a deed's words and those of the next tell of one subject: "fire destroyed", "came in and shot"."""
    between = text[one[1] : other[0]]
    if _ENDED_IN.fullmatch(between):
        return True
    if _NEXT_TO.fullmatch(between):
        return _PAST.match(text, other[0]) is not None
    found = _SAME_DOERS.fullmatch(between)
    if found is None or _CLAUSE.search(found["first"]):
        return False
    if found["link"] == "," and _DOING.match(text, other[0]):
        return True
    return _PAST.match(text, other[0]) is not None


_Around = tuple[Passages, Reading, EventLexicon]


def _bring_together(
    two: tuple[int, int], at: int, kept: list[Paired | None], moved: dict[int, int], around: _Around
) -> None:
    """Bring what a sentence tells of one of two pairs to the other: the one that is less bound elsewhere moves."""
    page, _, lexicon = around
    one, other = kept[two[0]], kept[two[1]]
    if one is None or other is None or not _may_be_one(one, other, at, around):
        return
    held = [_held(p, at, page) for p in (one, other)]
    if held[0] == held[1] == 2:
        if all(_in_one_paragraph(p, page) for p in (one, other)):
            kept[two[0]], kept[two[1]] = _together(one, other, at, page, lexicon), None
            moved[two[1]] = two[0]
        return
    home, gone = (two[0], two[1]) if held[0] >= held[1] else (two[1], two[0])
    part, rest = _split(kept[gone], at, page)  # type: ignore[arg-type]
    kept[home] = _together(kept[home], part, at, page, lexicon)  # type: ignore[arg-type]
    kept[gone] = rest
    if rest is None:
        moved[gone] = home
        if gone < home:
            kept[gone], kept[home] = kept[home], None
            moved.pop(gone)
            moved[home] = gone


def _held(pair: Paired, at: int, page: Passages) -> int:
    """How strongly a pair's words in a sentence are bound to its others: 2 within a paragraph, 1 if there are none."""
    others = [s for s in (page.at(span[0]) for span in named(pair)) if s not in {at, -1}]
    if not others:
        return 1
    return 2 if any(page.paragraphs[s] == page.paragraphs[at] for s in others) else 0


def _in_one_paragraph(pair: Paired, page: Passages) -> bool:
    return len({page.paragraphs[n] for n in (page.at(s[0]) for s in named(pair)) if n >= 0}) == 1


def _may_be_one(one: Paired, other: Paired, at: int, around: _Around) -> bool:
    """Whether nothing parts two deeds: no tally, no talks beside violence, no other day and no other place."""
    page, reading, lexicon = around
    drafts = [p.draft for p in (one, other)]
    if all(d is not None and d.aggregate for d in drafts) or one.tally or other.tally:
        return False
    kinds = [_kind(p) for p in (one, other)]
    if any(k in _TALKED for k in kinds) and any(lexicon.family.get(k) in VIOLENT for k in kinds if k):
        return False
    times, places = (_told_here(one, other, facet, at, page) for facet in ("time", "place"))
    if all(k in _TALKED for k in kinds):
        times = [], []  # "met on Thursday and undertook that from Saturday on all guns would be silent"
    return not set_apart(times, places, reading)


def _told_here(one: Paired, other: Paired, facet: FacetName, at: int, page: Passages) -> Two:
    """The words that a sentence has for one aspect of either deed."""
    here = [[s for s in told_of(p, facet) if page.at(s[0]) == at] for p in (one, other)]
    return here[0], here[1]


def _kind(pair: Paired) -> str | None:
    if pair.draft is not None:
        return pair.draft.event_type
    return next((t.type for t in pair.happening.triggers if t.type), None) if pair.happening is not None else None


def _split(pair: Paired, at: int, page: Passages) -> tuple[Paired, Paired | None]:
    """What a sentence tells of a pair, and the rest of it."""
    here, there = _split_draft(pair.draft, at, page)
    own, others = _split_happening(pair.happening, at)
    return Paired(own, here), Paired(others, there) if others is not None or there is not None else None


def _split_draft(draft: Draft | None, at: int, page: Passages) -> tuple[Draft | None, Draft | None]:
    if draft is None:
        return None, None
    inside = [n for n, m in enumerate(draft.mentions) if page.at(m.span[0]) == at]
    outside = [n for n in range(len(draft.mentions)) if n not in inside]
    if not any(draft.mentions[n].score >= SURE for n in outside):
        inside, outside = [*inside, *outside], []
    return having(draft, sorted(inside)) if inside else None, having(draft, outside) if outside else None


def _split_happening(happening: Happening | None, at: int) -> tuple[Happening | None, Happening | None]:
    if happening is None:
        return None, None
    own = [c for c in happening.clusters if c.sentence == at]
    others = [c for c in happening.clusters if c.sentence != at]
    if not any(c.triggers for c in others):
        own, others = [*own, *others], []
    return (
        replace(happening, clusters=own) if own else None,
        replace(happening, clusters=others) if others else None,
    )


def _together(home: Paired, part: Paired, at: int, page: Passages, lexicon: EventLexicon) -> Paired:
    """Both as one: of the violent one's kind, where one is quiet, for a robbery beside the killing is no robbery."""
    two = [home, part]
    if any(family(p, lexicon) in VIOLENT for p in two):
        two = [_untyped(p, at, page) for p in two]
        two.sort(key=lambda p: p.happening is None or p.happening.family not in VIOLENT)
    return as_one(*two)


def _untyped(pair: Paired, at: int, page: Passages) -> Paired:
    """A pair, if of a quiet kind, whose words in a sentence say nothing of its kind."""
    draft = pair.draft
    if draft is None or draft.event_type not in QUIET:
        return pair
    mentions = (replace(m, types=()) if page.at(m.span[0]) == at else m for m in draft.mentions)
    return replace(pair, draft=replace(draft, mentions=tuple(mentions)))
