"""The type a draft gives its happening: the learned reader's, where its words bear it out."""

import re

from truceline.model.account import EventType
from truceline.model.draft import Draft
from truceline.model.span import Span, overlap
from truceline.recount.drafts.match import Paired
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.events.triggers import Trigger
from truceline.recount.facets.claims import ClaimIndex
from truceline.recount.happenings import Happening
from truceline.recount.one_look import seen_whole

_TYPED = 0.4
"""How sure the learned reader must be of a type where the rules have words for one too."""
_NAMED = 0.3
"""How sure it must be of one word at least for its type to be asked where the rules see harm."""
_SEEN = 0.65
"""How sure it must be of one word at least to be believed without a drone named, in a text that it sees whole."""
_OTHER = 0.3
"""Chance from which another kind of attack stands in for a drone strike without a drone."""
_VAGUE = 3
"""Rank up to which a type's words say little of what happened."""
_POSSIBLE = 0.1
"""Chance from which a kind of attack may be the one whose arms are told."""
_CHARGES = frozenset({"accuses", "denies"})
_BY_AIR = frozenset({"air_strike", "drone_strike"})
_BLOWN_UP = re.compile(r"(?:was |were |been |had )*(?:bl[eo]wn?|blowing|blows) up|dynamit(?:ed|ing)", re.IGNORECASE)
_FROM_ABOVE = re.compile(
    r"\b(?:air|aircraft|planes?|warplanes?|jets?|helicopters?|drones?|gunships?|bombers?|missiles?|bombs?|bombed|airstrikes?"
    r"|strikes?|raids?)\b",
    re.IGNORECASE,
)
_BUILDING = re.compile(
    r"\b(?:bridges?|houses?|homes?|buildings?|pipelines?|dams?|towers?|tunnels?|railways?|tracks?|lines?|pylons?|mosques?|churche?s?"
    r"|schools?|shrines?|monuments?|walls?|mast|depots?|stations?|plants?)\b",
    re.IGNORECASE,
)
_ATTACKS = frozenset({"air_strike", "shelling", "missile_strike", "bombing", "ground_attack", "attack_on_civilians"})
_PEACEFUL: frozenset[EventType] = frozenset(
    {"evacuation", "detention", "handover", "release", "withdrawal", "talks", "aid_delivered", "troop_movement"}
)


def learned_type(paired: Paired, lexicon: EventLexicon, claims: ClaimIndex, text: str) -> EventType | None:
    """The draft's type; None where it is unsure, or vague words ("hit") name what is disputed and no arms are told.

    Then the rules' words stand: of a vague one, because nobody disputes it. So they do where killing is taken for
    something peaceful ("neutralised 50 soldiers" for an evacuation), or bombs for poison.
    """
    happening, draft = paired.happening, paired.draft
    if draft is None or (happening is not None and max(m.score for m in draft.mentions) < _NAMED):
        return None
    if _blown_up_below(draft, text):
        return "destruction" if _hits_a_building(draft, text) else "bombing"
    ruled = happening is not None and bool(happening.triggers)
    if draft.event_type == "drone_strike" and lexicon.drone.search(text) is None and not _seen(draft, text):
        return _likely_other(draft) or (None if ruled else "attack_on_civilians")
    if _misnamed(happening, draft, lexicon, text):
        return None if ruled else "attack_on_civilians" if _kills(happening, draft) else _next_violent(draft)
    return _beside(happening, draft, lexicon, claims, text) if happening is not None and ruled else draft.event_type


def _seen(draft: Draft, text: str) -> bool:
    """Whether the reader, seeing the whole text, is fairly sure of a happening and of its kind."""
    sure = max(m.score for m in draft.mentions) >= _SEEN
    return sure and draft.type_score >= _TYPED and seen_whole(text)


def _beside(
    happening: Happening, draft: Draft, lexicon: EventLexicon, claims: ClaimIndex, text: str
) -> EventType | None:
    """The draft's type beside the rules' words for one; None where these stand, which is not where they tell it too."""
    vague = all(_is_vague(t, lexicon, text) for t in happening.triggers if t.type)
    if vague and _is_disputed(draft, claims) and not _armed(draft.event_type, draft, lexicon, claims, text):
        return None
    if draft.type_score >= _TYPED or draft.event_type in {t.type for t in happening.triggers}:
        return draft.event_type
    return _by_arms(draft, lexicon, claims, text) if vague else None


def _is_vague(trigger: Trigger, lexicon: EventLexicon, text: str) -> bool:
    """Whether a trigger's word says little of what happened, or leaves open what dealt the blow."""
    return lexicon.rank[trigger.type or "other"] <= _VAGUE or (
        trigger.sentence >= 0 and text[trigger.start : trigger.end].lower() in lexicon.any_weapon
    )


def _is_disputed(draft: Draft, claims: ClaimIndex) -> bool:
    """Whether a happening is denied, or told in nothing but charges and denials."""
    told = [claims.innermost(*m.span) for m in draft.mentions]
    return all(c is not None and c.act in _CHARGES for c in told) or any(
        f.facet in {"occurrence", "responsibility"} and f.polarity == "denied" for f in draft.facets
    )


def _armed(kind: EventType, draft: Draft, lexicon: EventLexicon, claims: ClaimIndex, text: str) -> bool:
    """Whether arms of a kind are told, outside what is denied: beside a draft's words, or in a text seen whole.

    Of a kind that takes no arms none need be told.
    """
    signs = lexicon.arms.get(kind)
    if signs is None:
        return True
    spans = [(0, len(text))] if _seen(draft, text) else {_sentence(text, m.span) for m in draft.mentions}
    told = (claims.innermost(*m.span()) for span in spans for m in signs.finditer(text, *span))
    return any(c is None or c.act != "denies" for c in told)


def _by_arms(draft: Draft, lexicon: EventLexicon, claims: ClaimIndex, text: str) -> EventType | None:
    """The likeliest kind of attack whose arms are told beside a draft's words; None where there is none."""
    sums: dict[EventType, float] = {}
    for kind, chance in (t for m in draft.mentions for t in m.types if t[0] in lexicon.arms):
        sums[kind] = sums.get(kind, 0.0) + chance
    likely = [k for k, chance in sums.items() if chance >= _POSSIBLE * len(draft.mentions)]
    told = [k for k in likely if _armed(k, draft, lexicon, claims, text)]
    return max(told, key=lambda k: (sums[k], k), default=None)


def _misnamed(happening: Happening | None, draft: Draft, lexicon: EventLexicon, text: str) -> bool:
    """Whether the draft's type does not go with its words: peaceful by a cue of killing, chemical without any sign."""
    if draft.event_type == "chemical_attack":
        return lexicon.chemical.search(text) is None and lexicon.conventional.search(text) is not None
    return draft.event_type in _PEACEFUL and _kills(happening, draft)


def _blown_up_below(draft: Draft, text: str) -> bool:
    """Whether what the draft takes for an attack from the air was blown up, in a sentence without any aircraft."""
    return draft.event_type in _BY_AIR and all(
        _BLOWN_UP.fullmatch(text, *m.span) and not _FROM_ABOVE.search(text, *_sentence(text, m.span))
        for m in draft.mentions
    )


def _sentence(text: str, span: Span) -> Span:
    """From the full stop before some words to the one behind them."""
    end = text.find(".", span[1])
    return text.rfind(".", 0, span[0]) + 1, end if end >= 0 else len(text)


def _hits_a_building(draft: Draft, text: str) -> bool:
    struck = (f.span for m in draft.mentions for f in m.facets if f.facet in {"target", "damage"})
    return any(_BUILDING.search(text, *span) for span in struck)


def _kills(happening: Happening | None, draft: Draft) -> bool:
    """Whether the draft's own words are a cue of killing."""
    harms = happening.harms if happening is not None else ()
    cues = [h.cue for h in harms if h.kind == "killed" and h.form in {"done", "doing"}]
    return any(overlap(m.span, cue) for m in draft.mentions for cue in cues)


def _likely_other(draft: Draft) -> EventType | None:
    """The likeliest kind of attack other than the one whose weapon nobody names; None where none is likely."""
    seen = [(score, kind) for m in draft.mentions for kind, score in m.types if kind in _ATTACKS and score >= _OTHER]
    return max(seen)[1] if seen else None


def _next_violent(draft: Draft) -> EventType:
    """The likeliest other kind of attack that the learned reader saw."""
    seen = [(score, kind) for m in draft.mentions for kind, score in m.types if kind in _ATTACKS]
    return max(seen, default=(0.0, "attack_on_civilians"))[1]
