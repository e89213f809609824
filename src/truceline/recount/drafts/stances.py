"""What words of a breach, of a mistake or of purpose say of a deed themselves: small words turn them round."""

import re

from truceline.model.account import Polarity
from truceline.model.claim import Claim
from truceline.model.span import Span

_BREACH = re.compile(
    r"\b(?:breach|violat|infring|transgress|contraven|broke|break|flout|against|forbid|forbad|bann?ed|prohibit)",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:deliberate|intention|on purpose|by design|purposely|premeditat|aimed|targeted\b|meant|knowing|wilful|willful"
    r"|intend|(?:attempt|tr(?:y|ied|ying)|plot)\w* to (?:murder|kill|assassinate)|assassination"
    r"|murder (?:attempt|plot))",
    re.IGNORECASE,
)
_UNMEANT = re.compile(
    r"\b(?:mistak|mistook|accident|(?:in|by|an) error|misidentif|misread|unintention|inadvert|stray|wrong|unintended"
    r"|by chance|misfir|malfunction)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:no|not|nothing|never|without|none|nor|neither|hardly|unlikely|improbable|rather than|anything but)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"\b(?:den(?:y|ies|ied|ying)|disput|contest|dismiss|reject|refut)", re.IGNORECASE)
_ONLY = re.compile(r"^(?:that )?(?:only|nobody but|no one but|none but)\b|\bcould only\b", re.IGNORECASE)
_NOT_DONE = re.compile(
    r"(?:\b(?:did|does|do|has|have|had|was|were|is|are)(?: not|n['’]t)|\bnever|\bnobody|\bno[ -]one"
    r"|\bno (?!doubt\b|longer\b|sooner\b|fewer\b|less\b)\w+(?: \w+)?)\s+(?:yet |ever |been |\w+ly )?(?!only\b)$",
    re.IGNORECASE,
)
_NOT_COME = re.compile(
    r"[^.!?;:“”\"]{0,50}\b(?:(?:did|does|do|has|have|had)(?: not|n['’]t)|never) (?:yet )?"
    r"(?:t[ao]ken? place|happen(?:ed)?|occur(?:red)?|materiali[sz]ed?|go(?:ne)? ahead|come? about)\b",
    re.IGNORECASE,
)

_SHIFTED = re.compile(
    r"\b(?:attempts?|attempted|attempting|tr(?:y|ies|ied|ying)|efforts?|bids?|campaign|seeks?|seeking|sought|wants?) "
    r"(?:[^.;“”\"]{0,80}? )?to (?:blame|(?:put|lay|pin|place|shift|throw|heap|cast|hang) (?:the |all |this |that )?"
    r"(?:blame|responsibility|guilt|it) (?:for [^.;“”\"]{0,60}? )?(?:on|onto|upon))(?: the| its| their| our)? ?$",
    re.IGNORECASE,
)
"""Before whoever is blamed without reason, as the teller has it: "attempts to put the blame for it on the army"."""
_FAR = 170


def shifts_blame(text: str, start: int) -> bool:
    """Whether a doer at `start` is named as the aim of an attempt to lay a deed on him."""
    return _SHIFTED.search(text, max(0, start - _FAR), start) is not None


def owns(words: str, cue: str, claim: Claim | None) -> bool:
    """Whether words of an admission take a deed on oneself, with no "no" in them, nor in the cue ("did not deny")."""
    return claim is not None and claim.act == "admits" and not _NOT.search(f"{cue} {words}")


def disowns(said: str, cue: str, claim: Claim | None) -> bool:
    """Whether a deed is denied by a verb of denial, with no "no" in what is said: "denied that it had burned it"."""
    plain = _DENIAL.search(cue) is not None and not _NOT.search(f"{cue} {said}")
    return claim is not None and claim.act == "denies" and claim.reaches == "responsibility" and plain


def blames(words: str, claim: Claim | None) -> bool:
    """Whether words of an accusation lay a deed on somebody, with no "no" of their own: they clear nobody.

    Nor does "only its drones could have done it".
    """
    if claim is None or _NOT.search(words):
        return False
    return claim.act == "accuses" or (claim.act == "asserts" and _ONLY.search(words) is not None)


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


def notice_polarity(words: str, cue: str) -> Polarity | None:
    """Notice that somebody denies was never given is affirmed: "denied that no warning had been given"; else None."""
    return "affirmed" if _DENIAL.search(cue) and _NOT.search(words) and not _NOT.search(cue) else None


def undone(text: str, mention: Span) -> bool:
    """Whether a deed is told as not done: "did not shell it", "no shells landed", "the withdrawal never took place"."""
    before = _NOT_DONE.search(text, max(0, mention[0] - 40), mention[0])
    return before is not None or never_came(text, mention[1])


def never_came(text: str, end: int, until: int | None = None) -> bool:
    """Whether the words that end at `end` are told not to have come about: "the shelling never took place".

    Told `until` there by whoever names them: of "the raid, as the Front claims, never happened" the Front affirms it.
    """
    return _NOT_COME.match(text, end, min(end + 80, until or end + 80)) is not None
