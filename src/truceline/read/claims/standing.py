"""What beside a verb of saying is no speaker: a paper that is carried, a town, a country where somebody only lives."""

import re
from collections.abc import Set as AbstractSet

from truceline.model.span import Span

_SERVES = re.compile(
    r"\b(?:officials?|authorit(?:y|ies)|government|ministry|ministers?|ministries|embassy|diplomats?|spokes\w+|envoys?"
    r"|ambassadors?|army|military|police|leaders?|leadership|presidency|president|commanders?|statement|sources?"
    r"|representatives?|delegat\w+|forces|troops|soldiers|officers?|generals?|media|television|agency|parliament|regime)\b",
    re.IGNORECASE,
)
"""Who speaks for the state that they are in."""
_TEXT = r"(?:text|paper|document|draft|letter|plan|proposal|deal|agreement|accord|map|list|treaty|copy|version)"
_TEXT_BEFORE = re.compile(rf"\b{_TEXT} (?:that |which )?$")
_OPENS = re.compile(rf"(?:the|an?|this|that) (?:[\w-]+ ){{0,2}}?{_TEXT} (?:that |which )?", re.IGNORECASE)
_BORNE = re.compile(
    r"\b(?:text|paper|document|draft|letter|plan|proposal|deal|agreement|accord|map|list|treaty|copy|version)"
    r" (?:that |which )?$"
)
_BORNE = re.compile(
    r"\b(?:carried|brought|took|bore|delivered|handed|held|sent|received|got|signed|has|had|carries|brings|takes|holds|saw|read)\b"
)


def may_serve(described: str) -> bool:
    """Whether a description is of one who may speak for the state that he or she is in: an official, no teacher."""
    return _SERVES.search(described) is not None


def is_text(text: str, span: Span) -> bool:
    """As in “The text that Vant carried from Varn to Tesk forbids it”: a text says so, not who carried it."""
    words = text[slice(*span)]
    if _BORNE.search(words) is None:
        return False
    return _OPENS.match(words) is not None or _TEXT_BEFORE.search(text, max(0, span[0] - 40), span[0]) is not None


def is_place(name: str, text: str, places: AbstractSet[str]) -> bool:
    """Whether a capital alone is a country or a town: on the list of states, or where the text says people are."""
    if " " in name or not name:
        return False
    return name.casefold() in places or bool(
        re.search(rf"\b(?:in|near|inside|outside|across|throughout) {re.escape(name)}\b", text)
    )


_PROVES = re.compile(r"(?:\w+ )?(?:shows?|showed|proves?|proved|demonstrates?|illustrates?|teaches|reveals)")
_HOW = re.compile(r"(?:how|that|why|what)\b")
_BARE = re.compile(r"(?:It|it|This|this|That|[A-Z][\w’-]+)")


def only_proves(words: str, cue: str, told: str) -> bool:
    """Whether a thing or a place makes the writer's point: “Kelm shows how such wars are fought”, "it proves that"."""
    return bool(_BARE.fullmatch(words) and _PROVES.fullmatch(cue) and _HOW.match(told))
