"""Harm told of a thing of thought: "the peace was murdered", "to kill the truce"; nobody was harmed."""

import re

from truceline.model.span import Span

_HARM = r"(?:kill|murder|bomb|buri|bury|shot|shoot|strangl|drown|torpedo|assassinat|execut|knif)\w*"
_THOUGHT = (
    r"(?:peace(?: process| talks)?|truce|cease-?fire|armistice|quiet|calm|pause|deal|accord|talks|negotiations|process"
    r"|hopes?|trust|dreams?|idea|plan|bill|dialogue|debate|story|version|language|word|silence)"
)
_KNOWN = r"(?:the|any|every|all|our|this|that|its|their) (?:[\w-]+ )?"
_THOUGHT_HARMED = re.compile(
    rf"\b{_KNOWN}{_THOUGHT}(?: that)? (?:(?:was|were|is|has been|had been|being|and|or|it|then|sold|\w+ed),? )+$",
    re.IGNORECASE,
)
_HARMS_THOUGHT = re.compile(
    rf"{_HARM} {_KNOWN}{_THOUGHT}\b(?! (?:team|monitor|observer|mission|delegat|camp|force))", re.IGNORECASE
)
_HARM_WORD = re.compile(_HARM, re.IGNORECASE)
_TOOLED = re.compile(
    r"(?:struck|strikes?|hit)\b[^.!?;]{0,30}?\b(?:rivet|chord|note|match|pose|balance|bargain|tone|gong|anvil)s?\b",
    re.IGNORECASE,
)


def is_figure(text: str, sentence: Span, span: Span) -> bool:
    """Whether harm is done to a thing of thought ("the peace was murdered"), or a blow to none ("struck a note")."""
    if _HARMS_THOUGHT.match(text, span[0]) or _TOOLED.match(text, span[0]):
        return True
    harmed = _HARM_WORD.match(text, span[0]) is not None
    return harmed and _THOUGHT_HARMED.search(text, sentence[0], span[0]) is not None
