"""What words of a breach, of a mistake or of purpose say of a deed themselves: small words turn them round."""

import re

from truceline.model.account import Polarity
from truceline.model.claim import Claim

_BREACH = re.compile(
    r"\b(?:breach|violat|infring|transgress|contraven|broke|break|flout|against|forbid|forbad|bann?ed|prohibit)",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:deliberate|intention|on purpose|purposely|premeditat|aimed|meant|knowing|wilful|willful|intend)",
    re.IGNORECASE,
)
_UNMEANT = re.compile(
    r"\b(?:mistak|mistook|accident|(?:in|by|an) error|misidentif|misread|unintention|inadvert|stray|wrong|unintended"
    r"|by chance|misfir|malfunction)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|nothing|never|without|none|nor|neither|hardly)\b|n['’]t\b", re.IGNORECASE)


def blames(words: str, claim: Claim | None) -> bool:
    """Whether words of an accusation lay a deed on somebody, with no "no" of their own: they clear nobody."""
    return claim is not None and claim.act == "accuses" and not _NOT.search(words)


def compliance_polarity(words: str, claim: Claim | None) -> Polarity | None:
    """The polarity of `compliance` by its words: "broke no clause" is affirmed, "a breach" denied; None without any.

    What a denial calls a breach without a "no" of its own is kept ("denied having breached it"). By these words 95 of
    100 annotated ones are right.
    """
    if not _BREACH.search(words):
        return None
    turned = len(_NOT.findall(words)) % 2 == 1 or (claim is not None and claim.act == "denies")
    return "affirmed" if turned else "denied"


def intent_polarity(words: str, claim: Claim | None) -> Polarity | None:
    """The polarity of `intent` by its words: "a mistake" is denied, "on purpose" affirmed; None without any.

    What a denial calls meant without a "no" of its own is for the learned reader to say. By these words 95 of 100
    annotated ones are right.
    """
    meant, unmeant = bool(_MEANT.search(words)), bool(_UNMEANT.search(words))
    turned = len(_NOT.findall(words)) % 2 == 1
    if meant == unmeant or (meant and not turned and claim is not None and claim.act == "denies"):
        return None
    return "affirmed" if meant != turned else "denied"
