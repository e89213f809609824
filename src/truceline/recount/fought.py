"""An attack on troops is no attack on civilians."""

import re
from collections.abc import Sequence

from truceline.model.account import Account, EventType, Facet
from truceline.model.span import Span
from truceline.recount.drafts.rivals import DOERS
from truceline.recount.facets.affirmed import affirmed
from truceline.text.fighters import FIGHTERS

_CIVIL = re.compile(
    r"\b(?:civilians?|residents?|villagers?|schools?|hospitals?|clinics?|markets?|homes?|houses?|famil(?:y|ies)|children|women"
    r"|workers?|aid|journalists?|protesters?|passengers|displaced|farmers?|worshippers)\b",
    re.IGNORECASE,
)


_AT = re.compile(
    rf"\s(?:(?:on|against|at) )?(?:the |some |several |[A-Z][\w’'-]+ ){{0,2}}{FIGHTERS.pattern}", re.IGNORECASE
)
_AT_NOBODY = re.compile(
    r"\s*(?:[.,;:!?)”\"\[]|$|(?:by|from|in|near|and|or|but|that|which|was|were|had|has|is|as|before|after|when|while"
    r"|during|began|continued)\b"
    r"|at (?:dawn|dusk|noon|night|midnight|first light|\d))",
    re.IGNORECASE,
)
"""Behind a word for an attack, where nobody is told whom it was made on."""
_AIR_FORCE = re.compile(r"\b(?:Air Force|air force|warplanes?|jets|helicopters?)\b[^.;!?]{0,40}$")
_BEFORE = 80


def fought(kind: EventType, accounts: Sequence[Account], text: str, mentions: Sequence[Span]) -> EventType:
    """`ground_attack` for an attack of which every teller names forces as those attacked, and nobody a civilian.

    Where none says what was attacked, and fighters alone were hurt, those whom somebody is said to have hurt were
    attacked too; else there was a fight: `clash`.
    """
    if kind != "attack_on_civilians":
        return kind
    facets = affirmed(accounts)
    struck = [f.text for f in facets if f.facet == "target"]
    groups = _groups_harmed(facets)
    if struck:
        return "ground_attack" if all(map(_is_armed, struck)) and groups <= {"combatants", "unknown"} else kind
    if fought_from := _at_fighters(text, mentions):
        return fought_from
    if groups and groups <= {"combatants", "security_forces"}:
        return "ground_attack" if any(f.facet in DOERS for f in facets) else "clash"
    return kind


def _groups_harmed(facets: Sequence[Facet]) -> set[str | None]:
    harmed = [f.value for f in facets if f.facet in {"killed", "injured"} and isinstance(f.value, dict)]
    return {value.get("group") for value in harmed if value.get("high") != 0}


def _is_armed(words: str) -> bool:
    """Whether words for those attacked name fighters and no civilian."""
    return FIGHTERS.search(words) is not None and _CIVIL.search(words) is None


def _at_fighters(text: str, mentions: Sequence[Span]) -> EventType | None:
    """The kind where fighters alone stand behind the words for the deed: "the Air Force began targeting jihadists"."""
    at = [end for _, end in mentions if not _AT_NOBODY.match(text, end)]
    if not at or not all(_AT.match(text, end) for end in at):
        return None
    flown = any(_AIR_FORCE.search(text, max(0, start - _BEFORE), start) for start, _ in mentions)
    return "air_strike" if flown else "ground_attack"
