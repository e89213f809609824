"""A convoy that is let through: the end of what held it up, and no second obstruction of aid."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import EventType
from truceline.model.draft import Draft, DraftMention
from truceline.model.span import Span, overlap, span_at
from truceline.recount.drafts.match import having

_GO = (
    r"(?:cross|pass|proceed|continue|enter|travel|leave|depart|resume|go|move|drive|roll)"
    r"(?: (?:on|through|ahead|in|into|across|over|its|their|the))*"
)
_WHOM = r"(?:it|them|him|her|us|(?:the|its|their|an?|one|all|some|most|two|three|\d+)(?: (?!to\b)[\w’'-]+){1,5}?)"
_LEAVE = r"(?:allow|permitt?|authori[sz]e|clear|free|release)(?:e?d|s|ing)?"
_PASSAGE = re.compile(
    rf"\b(?:{_LEAVE}(?: {_WHOM})?(?: (?:at last|finally|eventually|on \w+day|yesterday|today))? to {_GO}"
    rf"|let(?:s|ting)?(?: {_WHOM})? (?:through|pass|cross|in|go(?: on)?|continue|proceed)"
    rf"|(?:wave|nod)(?:d?ed|d|s|ing)?(?: {_WHOM})? (?:through|on|past))\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|nor|refus\w+|den(?:y|ied|ies)|declin\w+|fail\w*|without|unless|until|till"
    r"|yet to|will|would|should|must|can|could|(?-i:may)|might|promis\w+|demand\w*|ask\w*|request\w*|urg\w+|call\w*"
    r"|wait\w*|hop\w+"
    r"|if|whether|before|order\w*|agree[ds]?|to be|supposed|due)\b|n['’]t\b",
    re.IGNORECASE,
)
"""In the clause before leave to pass: it was refused, asked for or only promised."""
_CLAUSE = re.compile(r"[;:,]|\s[-–—]\s|\b(?:and|but|when|after|then)\b")
_AID = re.compile(
    r"\b(?:aid|convoys?|trucks?|lorr(?:y|ies)|relief|supplies|humanitarian|tankers?|columns?)\b", re.IGNORECASE
)
_HELD: frozenset[EventType] = frozenset({"aid_obstructed", "access_denied", "release"})
_SURE = 0.8
"""How sure the words are that say so."""
_DELIVERED: tuple[tuple[EventType, float], ...] = (("aid_delivered", 1.0),)


def with_aid_let_through(drafts: Sequence[Draft], text: str, sentences: Sequence[Span]) -> list[Draft]:
    """The drafts, in which leave for a convoy to pass is a happening of its own."""
    return [part for draft in drafts for part in _parted(draft, text, sentences)]


def _parted(draft: Draft, text: str, sentences: Sequence[Span]) -> list[Draft]:
    if draft.event_type not in _HELD:
        return [draft]
    passed = [n for n, m in enumerate(draft.mentions) if _lets_through(m, text, sentences)]
    held = [n for n in range(len(draft.mentions)) if n not in passed]
    if not passed:
        return [draft]
    let = having(draft, passed)
    let = replace(let, mentions=tuple(replace(m, types=_DELIVERED, score=max(m.score, _SURE)) for m in let.mentions))
    return [having(draft, held), let] if held else [let]


def _lets_through(mention: DraftMention, text: str, sentences: Sequence[Span]) -> bool:
    """Whether words are of leave given to aid to pass, which was neither refused nor only asked for."""
    first, last = span_at(mention.span[0], sentences, mention.span)
    if _AID.search(text, first, last) is None and "it" not in text[first:last].lower().split():
        return False
    found = next((m for m in _PASSAGE.finditer(text, first, last) if overlap(m.span(), mention.span)), None)
    if found is None:
        return False
    clause = max((m.end() for m in _CLAUSE.finditer(text, first, found.start())), default=first)
    return _NOT_SO.search(text, clause, found.end()) is None
