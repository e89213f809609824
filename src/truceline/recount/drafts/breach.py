"""Whether words of a breach say that a truce was broken or that it was kept: small words turn them round."""

import re

from truceline.model.account import Polarity
from truceline.model.claim import Claim

_BREACH = re.compile(
    r"\b(?:breach|violat|infring|transgress|contraven|broke|break|flout|against|forbid|forbad|bann?ed|prohibit)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|nothing|never|without|none|nor|neither|hardly)\b|n['’]t\b", re.IGNORECASE)


def compliance_polarity(words: str, claim: Claim | None) -> Polarity | None:
    """The polarity of `compliance` by its words: "broke no clause" is affirmed, "a breach" denied; None without any.

    What a denial calls a breach without a "no" of its own is kept ("denied having breached it"). By these words 95 of
    100 annotated ones are right.
    """
    if not _BREACH.search(words):
        return None
    turned = len(_NOT.findall(words)) % 2 == 1 or (claim is not None and claim.act == "denies")
    return "affirmed" if turned else "denied"
