"""People whom a draft counts as killed where the whole document has no word of death."""

import re
from collections.abc import Sequence

from truceline.model.draft import Draft, DraftFacet
from truceline.model.reading import Reading
from truceline.model.span import within
from truceline.recount.drafts.match import without_facets
from truceline.recount.one_look import SURELY

_OF_DEATH = re.compile(
    r"\b(?:kill|dead|death|die[sd]?\b|dying|fatal|murder|homicid|manslaught|slain|slay|slew|slaughter|massacr|body\b|bodies"
    r"|corpse|remains (?:of|were)|perish|martyr|casualt|loss|lost\b|los(?:e|ing)\b|lives\b|life\b(?!-|.threat)|toll\b"
    r"|execut(?:e[ds]?\b|ion|ing)|assassin|behead|lynch|gunned|neutrali[sz]|eliminat|liquidat|wiped|destroy|annihilat"
    r"|buri|funeral|mourn|coroner|morgue|graves?\b(?!.{0,3}condition)|drown|suicid|cut down|mow(?:ed|n)|fell\b|fallen"
    r"|succumb|k\.?i\.?a\b|starv|froze|burn|bled\b|survived by)|(?:not|n['’]t) survive",
    re.IGNORECASE,
)
"""Any word by which a death may be told; wide, for where none of them stands nobody is said to have died."""

_OF_HURT = re.compile(r"\b(?:shots?\b|shooting|gunshot|gunfire|wound|injur|hurt\b)", re.IGNORECASE)


def without_untold_dead(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts without people killed, where text and title tell of shots or wounds and of no death.

    "Police found a woman on the ground" after a shooting tells of no death.
    """
    drafts = [_without_counts_of_breaches(d, reading) for d in drafts]
    told = f"{reading.document.title or ''}\n{reading.text or ''}"
    if _OF_DEATH.search(told) or not _OF_HURT.search(told):
        return list(drafts)
    return [
        without_facets(
            d, [f for f in d.facets if f.facet == "killed" and f.polarity == "affirmed" and f.score < SURELY]
        )
        for d in drafts
    ]


def _without_counts_of_breaches(draft: Draft, reading: Reading) -> Draft:
    """A draft of breaches without dead or hurt in whose sentence nobody comes to harm: "12 breaches, five in Harun"."""
    if draft.event_type != "violation_unspecified":
        return draft
    return without_facets(draft, [f for f in draft.facets if f.facet in {"killed", "injured"} and _no_harm(f, reading)])


def counts_breaches(reading: Reading, draft: Draft, facet: DraftFacet) -> bool:
    """Whether a draft of breaches, by now apart from others, counts some as dead: "the other side counted nine"."""
    breaches = draft.event_type == "violation_unspecified" and facet.facet in {"killed", "injured"}
    return breaches and _no_harm(facet, reading)


def _no_harm(facet: DraftFacet, reading: Reading) -> bool:
    """Whether nobody comes to harm in the sentence of a count."""
    sentence = next((s for s in reading.sentences if within(facet.span, s)), facet.span)
    return not any(p.search(reading.prose, *sentence) for p in (_OF_DEATH, _OF_HURT))
