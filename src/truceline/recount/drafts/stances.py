"""What words of a breach, of a mistake or of purpose say of a deed themselves: small words turn them round."""

import re

from truceline.model.account import Polarity
from truceline.model.claim import Claim
from truceline.model.span import Span

_BREACH = re.compile(
    r"\b(?:breach|violat|infring|transgress|contraven|broke|break|flout|against|forbid|forbad|bann?ed|prohibit"
    r"|than (?:[\w’']+ ){1,4}(?:allow|permit))",
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
    r"\b(?:no(?!-)|not|nothing|nobody|never|without|none|nor|neither|hardly|unlikely|improbable|rather than"
    r"|anything but)\b|n['’]t\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:fulfil\w*|in (?:keeping|line|accordance|compliance|conformity|step) with|observ(?:ed|es|ing)|honou?r\w*"
    r"|respect\w*|adher\w+|abid\w+|upheld|within the terms|lawful|entitl\w+|provides?|provided for|requir\w+"
    r"|permit\w*)\b"
    r"|\b(?:as|where|what|which) (?:[\w’']+ ){1,4}(?:allow|permit|demand|want|require|foresee)s\b",
    re.IGNORECASE,
)
_SPARED = re.compile(
    r"\bheld\b(?! by)|\b(?:still|was|is|are|were|left) standing\b"
    r"|\b(?:intact|unharmed|undamaged|unscathed|untouched|unbroken|no damage)\b"
    r"|\bnot (?:so much as )?an? (?:\w+ )?(?:scratch|pane|tile|window)\b"
    r"|\b(?:no (?:\w+ )?(?:was|were|had been)|nothing (?:was|had been)) "
    r"(?:hit|damaged|struck|touched|harmed|burned|burnt|broken)\b",
    re.IGNORECASE,
)
"""As in “the roof held” or "not a pane broke": of 22 annotated ones all deny the damage."""
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
_TO_NONE = re.compile(
    r" (?:(?:at|on|upon|in|into) )?(?:nobody|nothing|no[ -]one|none"
    r"|no (?!(?:longer|less|fewer|more|sooner|doubt|later|further|matter|way|choice)\b)[\w’'-]+)"
    r"(?! (?:but|except|save|other|that)\b)",
    re.IGNORECASE,
)
"""Behind a verb: "abducted nobody", "fired at no convoy"."""
_NONE_DONE = re.compile(
    r"(?:\b(?:nobody|no[ -]one|nothing|none)(?: of (?:\w+ ){1,2}\w+)?"
    r"|\bno (?!(?:longer|less|fewer|more|sooner|doubt|later|matter)\b)(?:[\w’'-]+ ){0,2}[\w’'-]+) "
    r"(?:(?:was|were|had|has|have|been|ever|is|are) )*$",
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


_UNHEEDED = re.compile(
    r"\b(?:ignor\w+|disregard\w*|defied|despite|(?:not|n['’]t|failed to|refused to) heed\w*)"
    r" (?:[\w’'-]+ ){0,4}?warnings?\b"
    r"|\bunheeded\b",
    re.IGNORECASE,
)
"""Warnings that were given: "he had ignored warnings"."""


def has_no(words: str) -> bool:
    """Whether words have a "no" among them."""
    return _NOT.search(words) is not None


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
    turned = len(_NOT.findall(words)) % 2 == 1
    if not _BREACH.search(words):
        return None if not _KEPT.search(words) else "denied" if turned else "affirmed"
    return "affirmed" if turned or (claim is not None and claim.act == "denies") else "denied"


def damage_polarity(words: str) -> Polarity | None:
    """Damage denied by words of what was spared; None without any."""
    return "denied" if _SPARED.search(words) else None


_NOT_THERE = re.compile(
    r"\b(?:there (?:was|were|has been|have been|had been) (?:no|not an?|not any|never an?)"
    r"|nor (?:was|were|has|have|had) there (?:been )?(?:an?|any)"
    r"|(?:(?:did|do|does|has|have|had)(?: not|n['’]t)|never) (?:carr(?:y|ied) out|conduct(?:ed)?|launch(?:ed)?|ma[dk]e"
    r"|commit(?:ted)?|mount(?:ed)?|undert(?:ake|aken|ook)) (?:any|a single))"
    r"(?: (?!(?:to|of|for|that|from|after|before|since|further|more|new|other|second|fresh)\b)[\w-]+){0,2} $",
    re.IGNORECASE,
)
"""Before a happening's noun: there was none. Of "no further shelling" there was some before."""
_NONE_BEFORE = 60
"""Characters before a noun in which "there was no" begins."""


def intent_polarity(words: str, claim: Claim | None) -> Polarity | None:
    """The polarity of `intent` by its words: "a mistake" is denied, "on purpose" affirmed; None without any.

    What a denial calls meant it denies, with a "no" of its own or without (156 of 157 annotated ones); by other words
    95 of 100 are right.
    """
    meant, unmeant = bool(_MEANT.search(words)), bool(_UNMEANT.search(words))
    turned = len(_NOT.findall(words)) % 2 == 1
    if meant == unmeant:
        return None
    if meant and claim is not None and claim.act == "denies":
        return "denied"
    return "affirmed" if meant != turned else "denied"


def notice_polarity(words: str, cue: str) -> Polarity | None:
    """The polarity of `notice` by its words and the cue they stand under; None without a "no" or a denial.

    That no warning came is denied notice, and "denied that no warning had come" is affirmed. By these words 97 of 100
    annotated ones are right.
    """
    denies = _DENIAL.search(cue) is not None and not _NOT.search(cue)
    if _UNHEEDED.search(words):
        return "denied" if denies else "affirmed"
    if not _NOT.search(words):
        return "denied" if denies else None
    return "affirmed" if denies else "denied"


def undone(text: str, mention: Span) -> bool:
    """Whether a deed is told as not done: "did not shell it", "no shells landed", "the withdrawal never took place"."""
    start = max(0, mention[0] - 40)
    before = _NOT_DONE.search(text, start, mention[0]) or _NONE_DONE.search(text, start, mention[0])
    return before is not None or to_none(text, mention[1]) or never_came(text, mention[1])


def not_there(text: str, start: int) -> bool:
    """Whether there is said to have been none of what the noun at `start` names: "nor was there a massacre"."""
    return _NOT_THERE.search(text, max(0, start - _NONE_BEFORE), start) is not None


def to_none(text: str, end: int) -> bool:
    """Whether the verb that ends at `end` is said to have been done to nobody: "abducted nobody"."""
    return _TO_NONE.match(text, end) is not None


def never_came(text: str, end: int, until: int | None = None) -> bool:
    """Whether the words that end at `end` are told not to have come about: "the shelling never took place".

    Told `until` there by whoever names them: of "the raid, as the Front claims, never happened" the Front affirms it.
    """
    return _NOT_COME.match(text, end, min(end + 80, until or end + 80)) is not None
