"""Whether quoted words can mean the kind of act that a model names: a model points at words, it states no kind."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import EventType
from truceline.recount.asked.answer import Proposal
from truceline.recount.events.lexicon import EventLexicon, known_type
from truceline.recount.lexicon import longest

_WORDS = re.compile(r"[\w'-]+")
_BLOWS = frozenset({"strike", "attack", "battle", "shooting"})
"""Families of types that a blow by any weapon may be of."""


def only_by_words(proposals: Sequence[Proposal], events: EventLexicon) -> list[Proposal]:
    """The proposals, a new incident being "other" where none of the words quoted for it can mean its kind."""
    meant = {
        p.new
        for p in proposals
        for f in p.facets
        if f.facet == "occurrence" and can_mean(p.event_type, f.quote, events)
    }
    return [p if p.incident or p.new in meant else replace(p, event_type="other") for p in proposals]


def can_mean(kind: EventType, quote: str, events: EventLexicon) -> bool:
    """Whether a word of the quote is one for such acts, for their arms, or for a blow that leaves the arms open."""
    low = " ".join(_WORDS.findall(quote.casefold().replace("’", "'")))
    words = low.split()
    marks = (longest(events.triggers, words, at) for at in range(len(words)))
    families = {events.family[told] for hit in marks if hit and (told := known_type(hit[1])) is not None}
    own = events.family.get(kind, kind)
    if own in families or events.called.get(kind, frozenset()) & set(words):
        return True
    if own in _BLOWS and (families & _BLOWS or events.any_weapon & set(words)):
        return True
    arms = events.arms.get(kind)
    return arms is not None and arms.search(low) is not None
