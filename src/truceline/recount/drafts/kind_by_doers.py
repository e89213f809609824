"""A happening's type by who or what did it: "a gunship pounded the quarter", "envoys landed in the capital"."""

import re
from collections.abc import Sequence

from truceline.model.span import Span, overlap

_ARMED = (
    r"(?:troops|soldiers|fighters|rebels|militants|militia(?:men)?|gunmen|paratroopers|commandos|tanks|armou?r|column|columns"
    r"|forces|army|armies|battalions?|brigades?|insurgents|guerrillas?|policemen|police|officers|recruits|conscripts|servicemen"
    r"|guards(?:men)?|marines)"
)
ARMED_BEFORE = re.compile(rf"\b{_ARMED}\b[^.;!?]{{0,30}}$", re.IGNORECASE)
MANNED = re.compile(
    r"\b(?:planes?|warplanes?|aircraft|jets?|fighter jets?|helicopters?|gunships?|bombers?|MiGs?|Sukhois?"
    r"|[A-Z][a-z]{0,2}-\d{1,3}s?)\b"
)
_POUNDED = re.compile(
    r"pound\w+|shell\w+|bombard\w+|pummel\w+|straf\w+|rocketed|bomb(?:ed|ing)|hit|struck|attack(?:ed|ing)",
    re.IGNORECASE,
)
_FLYING = re.compile(
    r"\b(?:gunships?|warplanes?|bombers|jets?|helicopters?|aircraft|planes|[A-Z]{1,2}-\d+s?)"
    r"(?: (?:gunships?|fighters?|jets?))?(?: (?:had|has|have|then|again|also|\w+ly))* $",
    re.IGNORECASE,
)
"""Right before the verb: what flew did it."""
_FELL_DOWN = re.compile(r"plunged|crashed|came down|went down|ploughed", re.IGNORECASE)
_SENT = re.compile(r"sent|unleashed|launched|thrown|sent in", re.IGNORECASE)
_AGAINST = re.compile(r" (?:in )?against\b")
_SHOT_AT = re.compile(r"\b(?:fired (?:up)?on|fired at|shot at|came under (?:\w+ )?fire)\b", re.IGNORECASE)
_SHOT_BACK = re.compile(r"\b(?:(?:fired|shot) back|returned (?:the )?fire)\b", re.IGNORECASE)
_FLEW = re.compile(r"landed|flew(?: in)?|arrived|travelled", re.IGNORECASE)
_ENVOYS = re.compile(
    r"\b(?:(?:Prime )?(?i:ministers?|presidents?)|(?i:envoys?|negotiators?|delegat\w+|ambassadors?|mediators?)"
    r"|Chancellor|Secretary)\b(?: [A-Z][\w’'-]+| and| of| the){0,6} $"
)
_CAPTURED = re.compile(r"captur\w+|seized|took|taken", re.IGNORECASE)
_REBELS = re.compile(
    r"\b(?:guerrillas?|rebels?|militants|gunmen|insurgents|dissidents|separatists|armed men|kidnappers|bandits)\b"
    r"(?: (?!(?:who|that|which|were|was|had been)\b)[\w’'-]+){0,3} $",
    re.IGNORECASE,
)

_START, _END = re.compile(r"[.!?][”\"]?(?:\s*\[\d+\])*\s|\n"), re.compile(r"[.!?](?:\s|$)|\n")
"""Behind what a sentence begins, and with what it ends."""
_LONGEST = 600


def before(text: str, span: Span) -> Span:
    """What its sentence tells before some words."""
    return around(text, span)[0], span[0]


def around(text: str, span: Span) -> Span:
    """The sentence around some words, as full stops tell it."""
    low, end = max(0, span[0] - _LONGEST), _END.search(text, span[1])
    starts = [m.end() for m in _START.finditer(text, low, span[0])]
    return (starts[-1] if starts else low), end.start() if end else len(text)


def by_what_flew(spans: Sequence[Span], text: str) -> bool:
    """Whether what flew is told to have done it: "a gunship pounded the quarter"."""
    first = spans[0]
    return _POUNDED.fullmatch(text, *first) is not None and _FLYING.search(text, *before(text, first)) is not None


def craft_fell(spans: Sequence[Span], text: str) -> bool:
    """Whether the first thing told is that a craft came down."""
    first = spans[0]
    return _FELL_DOWN.fullmatch(text, *first) is not None and MANNED.search(text, *before(text, first)) is not None


def sent_against(spans: Sequence[Span], text: str) -> bool:
    """Whether those who bear arms were sent against somebody."""
    first = spans[0]
    armed = ARMED_BEFORE.search(text, *before(text, first)) or MANNED.search(text, *before(text, first))
    return _SENT.fullmatch(text, *first) is not None and bool(_AGAINST.match(text, first[1]) and armed)


def both_fired(spans: Sequence[Span], text: str) -> bool:
    """Whether those who were shot at are told to have shot back, in one sentence."""
    told = around(text, spans[0])
    shot = _SHOT_AT.search(text, *told)
    back = _SHOT_BACK.search(text, shot.end(), told[1]) if shot else None
    return shot is not None and back is not None and any(overlap(spans[0], m.span()) for m in (shot, back))


def envoys_came(spans: Sequence[Span], text: str) -> bool:
    """Whether the first thing told is that somebody came who speaks for a state, and no troops."""
    first = spans[0]
    return _FLEW.fullmatch(text, *first) is not None and _ENVOYS.search(text, *before(text, first)) is not None


def by_rebels(spans: Sequence[Span], text: str) -> bool:
    """Whether those who hold no office took somebody."""
    first = spans[0]
    return _CAPTURED.fullmatch(text, *first) is not None and _REBELS.search(text, *before(text, first)) is not None
