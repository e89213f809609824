"""Those who came to no harm: where nobody was hurt, nobody was killed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.account import Account, ReportedIncident
from truceline.model.amount import Range
from truceline.recount.facets.affirmed import affirmed_of

_HURT = r"(?:hurt|harmed|hit|touched|scratched)"
_NOBODY = re.compile(
    rf"\b(?:no[- ]?one|nobody|not a (?:single )?(?:soul|person))\b(?! (?:else|other|of|among|but|except|at first))"
    rf"(?:\s+(?:was|is|were|had been|has been|got|reported(?:ly)?|said|to have been|to be))+\s+{_HURT}\b"
    r"|\b(?:hurting|harming|hurt|harmed)\s+(?:nobody|no[- ]?one)\b(?! else)"
    r"|\bwithout\s+(?:hurting|harming|hitting)\s+(?:anybody|anyone)\b(?! else)",
    re.IGNORECASE,
)
"""Words by which nobody at all came to harm; "injured" is said of the living alone."""
THEN_UNHARMED = re.compile(
    r",?\s+(?:was|were|is|are|escaped|emerged|survived|got (?:out|away)|came (?:out|away)|walked (?:out|away))"
    r"(?:\s+(?:reported(?:ly)?|left|\w+ly))?\s+(?:unhurt|unharmed|unscathed|uninjured)\b"
    r"|\s+(?:\w+ed|came|went|got|made)(?:\s+[a-z]+){0,4}?\s+(?:unhurt|unharmed|unscathed|uninjured)\b"
    r"|\s+(?:had |has |have )?(?:landed|returned|got (?:out|away|home)|parachuted|ejected|escaped)\s+safely\b",
    re.IGNORECASE,
)
"""Behind people by which they are told to be none of those hurt."""
_BEHIND = 24
"""Characters behind marked words that may finish what they say: "nobody | was hurt"."""


def spared(made: ReportedIncident, accounts: Sequence[Account], text: str) -> ReportedIncident:
    """The incident with nobody killed where somebody says that nobody was hurt, and nobody tells of any dead."""
    if made.killed is not None or made.injured is None or made.injured.high != 0 or affirmed_of("killed", accounts):
        return made
    words = [f for f in affirmed_of("injured", accounts) if isinstance(f.value, dict) and f.value.get("high") == 0]
    told = next((f for f in words if any(_NOBODY.search(text, a, b + _BEHIND) for a, b in f.spans)), None)
    if told is None:
        return made
    return replace(made, killed=Range(low=0, high=0, text=str(told.value["text"]), comparator="="))
