"""An attack on troops is no attack on civilians."""

import re
from collections.abc import Sequence

from truceline.model.account import Account, EventType
from truceline.recount.drafts.rivals import DOERS

_FIGHTERS = re.compile(
    r"\b(?:troops?|soldiers?|army|military|forces?|fighters?|militants?|militia(?:men)?|rebels?|gunmen|insurgents?|garrisons?"
    r"|positions?|outposts?|barracks|patrols?|brigades?|battalions?|combatants?|recruits|conscripts)\b",
    re.IGNORECASE,
)
_CIVIL = re.compile(
    r"\b(?:civilians?|residents?|villagers?|schools?|hospitals?|clinics?|markets?|homes?|houses?|famil(?:y|ies)|children|women"
    r"|workers?|aid|journalists?|protesters?|passengers|displaced|farmers?|worshippers)\b",
    re.IGNORECASE,
)


def fought(kind: EventType, accounts: Sequence[Account]) -> EventType:
    """`ground_attack` for an attack of which every teller names forces as those attacked, and nobody a civilian.

    Where none says what was attacked, and fighters alone were hurt, those whom somebody is said to have hurt were
    attacked too; else there was a fight: `clash`.
    """
    if kind != "attack_on_civilians":
        return kind
    facets = [f for a in accounts for f in a.facets if f.polarity == "affirmed"]
    struck = [f.text for f in facets if f.facet == "target"]
    harmed = [f.value for f in facets if f.facet in {"killed", "injured"} and isinstance(f.value, dict)]
    groups = {value.get("group") for value in harmed if value.get("high") != 0}
    if not struck and groups and groups <= {"combatants", "security_forces"}:
        return "ground_attack" if any(f.facet in DOERS for f in facets) else "clash"
    armed = all(_FIGHTERS.search(words) and not _CIVIL.search(words) for words in struck)
    return "ground_attack" if struck and armed and groups <= {"combatants", "unknown"} else kind
