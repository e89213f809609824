"""Truces that a long text tells in plain words, hardly seen by the learned reader: "told their men to cease fire".

One that is told by "a" is none told before: "declared a truce of their own".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.reading import Reading
from truceline.model.span import Span, first_touched, meets, overlap
from truceline.recount.anchors import grain, is_day
from truceline.recount.inside import inside

_TRUCE = (
    r"(?:truces?|cease-?fires?|armistice|cessation of hostilities"
    r"|(?:halt|end|stop) to (?:\w+ ){0,2}(?:fighting|attacks|bombing|shelling|fire|hostilities|strikes))\b"
)
_NEAR = r"(?:(?!\b(?:that|which|who|of the|to (?:respect|observe|break|monitor|extend))\b)[^.;:,“”\"\n]){0,50}?"
_DECIDED = (
    r"declared|announced|proclaimed|agreed|accepted|signed|brokered|arranged|negotiated|mediated|extracted|secured|obtained"
    r"|prolonged|extended|began|granted|called"
)
_ORDERED = r"ordered|told|instructed|commanded|agreed|undertook|voted|(?<=to )order"
_MEN = r"(?:(?:\w+ ){0,3}(?:troops|men|forces|units|fighters|army|soldiers|gunners|guns|commanders|followers) )?"
_SILENT = (
    r"(?:cease|hold|stop|halt) (?:(?:their|its|his|all|the) )?(?:fire|firing|shooting|fighting|hostilities|attacks)\b"
)
_TOLD = re.compile(
    rf"\b(?P<made>{_DECIDED}) (?P<what>(?:on )?{_NEAR}\b{_TRUCE})"
    rf"|\b(?P<ordered>{_ORDERED}) {_MEN}(?:late |\w+ ){{0,3}}?to {_SILENT}"
    rf"|\b(?P<held>held) (?:their|its) fire\b"
    rf"|\b(?P<talked>talked|coaxed|pressed|persuaded|bullied) {_NEAR}\binto (?:an?|the) (?:\w+ ){{0,2}}{_TRUCE}"
    rf"|\b(?P<so>announced|agreed|declared|undertook) {_NEAR}\bthat (?:all |the )*guns would (?:fall|be|go) silent\b"
)
_LAST = re.compile(rf"(?:{_TRUCE}|{_SILENT}|\bfire|\b(?:fall|be|go) silent)$")
_NOT = re.compile(
    r"\b(?:not|never|nobody|neither|nor|no|would|will|could|should|might|(?-i:may)|must|can|if|unless|until|once|to|wants?|hopes?)"
    r" (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
"""Before what was not done, or not yet."""
_NEW = re.compile(r"(?:on |to |for )?(?:an?|another) |.*\bof (?:their|its|his) own\b", re.IGNORECASE)
_VERBS = "made", "ordered", "held", "talked", "so"
_STEPS = frozenset({"ceasefire_step", "talks"})
_SURE, _STANDS = 0.5, 0.9


@dataclass(frozen=True, slots=True)
class _Truce:
    """A truce told in plain words, and whether it is a new one."""

    verb: Span
    what: Span
    """The last words of what was told, which name the truce."""
    sentence: Span
    new: bool


def with_truces_told(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts, each truce that a sentence tells in plain words on its own."""
    made = list(drafts)
    for truce in _truces(reading):
        made = _with(truce, made, reading)
    return made


def _truces(reading: Reading) -> list[_Truce]:
    text = reading.prose
    contents = sorted(s for c in reading.claims for s in c.content)
    out: list[_Truce] = []
    for found in _TOLD.finditer(text):
        verb = next(found.span(g) for g in _VERBS if found[g])
        at = first_touched(reading.sentences, verb)
        said = meets(verb, contents)
        asked = _NOT.search(text, max(0, verb[0] - 40), verb[0]) is not None and found.group("ordered") != "order"
        if at is None or said or asked:
            continue
        new = _NEW.match(found["what"]) is not None if found["what"] else found["ordered"] != "agreed"
        last = _LAST.search(text, *found.span())
        out.append(_Truce(verb, last.span() if last else verb, reading.sentences[at], new))
    return out


def _with(truce: _Truce, drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts; the words that a truce's sentence has for a step are its own, where it is new or hardly seen."""
    here = [m for d in drafts for m in d.mentions if overlap(m.span, truce.sentence) and m.event_type in _STEPS]
    if not truce.new and any(m.score >= _SURE for m in here):
        return list(drafts)
    own = [d for d in drafts if any(m in here and m.score >= _SURE for m in d.mentions)]
    if own and all(overlap(m.span, truce.sentence) for d in own for m in d.mentions if m.score >= _SURE):
        return list(drafts)
    kept = [_without(d, here) for d in drafts]
    return [d for d in kept if d is not None] + [Draft(aggregate=False, mentions=_told(truce, here, reading))]


def _without(draft: Draft, gone: Sequence[DraftMention]) -> Draft | None:
    left = tuple(m for m in draft.mentions if m not in gone)
    return replace(draft, mentions=left) if left else None


def _told(truce: _Truce, here: Sequence[DraftMention], reading: Reading) -> tuple[DraftMention, ...]:
    """The mentions of a truce: its verb, and those seen in its sentence; its day, where none hangs there."""
    facets = [f for m in here for f in m.facets]
    if not any(f.facet == "time" for f in facets):
        told = (t for t in inside(reading.times, truce.sentence) if t.earliest and t.type in {"DATE", "TIME"})
        days = sorted(told, key=lambda t: (not is_day(reading.prose, t), grain(t)))[:1]
        facets += [DraftFacet(facet="time", span=(t.start, t.end), polarity="affirmed", score=_STANDS) for t in days]
    verb = DraftMention(span=truce.verb, score=_STANDS, types=(("ceasefire_step", _STANDS),), facets=tuple(facets))
    named = [verb] if overlap(truce.what, truce.verb) else [verb, replace(verb, span=truce.what, facets=())]
    sure = [m for m in here if m.score >= _SURE and not any(overlap(m.span, n.span) for n in named)]
    return tuple(sorted([*named, *(replace(m, facets=()) for m in sure)], key=lambda m: m.span))
