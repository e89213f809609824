"""A draft's type by its own words: rebels who march into a town hold no protest, a drone that films strikes none."""

import re
from collections.abc import Callable, Sequence

from truceline.model.account import EventType
from truceline.model.draft import Draft
from truceline.model.span import Span

_ARMED = (
    r"(?:troops|soldiers|fighters|rebels|militants|militia(?:men)?|gunmen|paratroopers|commandos|tanks|armou?r|column|columns"
    r"|forces|army|armies|battalions?|brigades?|insurgents|guerrillas?|policemen|police|officers|recruits|conscripts|servicemen"
    r"|guards(?:men)?|marines)"
)
_MARCHED = re.compile(
    r"(?:marched|drove|rolled|moved|rode|walked|entered|poured|crossed|marching|rolling|moving)", re.IGNORECASE
)
_ARMED_BEFORE = re.compile(rf"\b{_ARMED}\b[^.;!?]{{0,30}}$", re.IGNORECASE)
_INTO = re.compile(r" (?:into|on|towards?|through|across) ")
_WATCHED = re.compile(
    r"(?:filmed|photographed|recorded|spotted|observed|watched|hovered|circled|followed)", re.IGNORECASE
)
_STRUCK = re.compile(
    r"\b(?:fir(?:ed|ing)|struck|hit|bomb\w*|strikes?|attack\w*|kill\w*|drop\w*|explo\w+|missiles?|munitions?)\b",
    re.IGNORECASE,
)
_SAT = re.compile(r"(?:sat(?: down)?|met|meets?|gathered|convened|conferred|meeting|session)", re.IGNORECASE)
_CALLED_OFF = re.compile(
    r"(?:cancel\w*|call\w*(?: off)?|broke(?:n)?(?: off)?|suspend\w*|postpon\w*|walk\w* out|adjourn\w*)", re.IGNORECASE
)
_TALKS = re.compile(r"\b(?:talks|meeting|negotiations?|summit|conference|round of talks)\b", re.IGNORECASE)
_TRUCE = re.compile(r"\b(?:truce|cease-?fire|armistice|agreement|accord|hostilities|deal)\b", re.IGNORECASE)
_GONE = re.compile(r"(?:vanish\w*|disappear\w*|lost|missing|went missing|downed|crash\w*)", re.IGNORECASE)
_CRAFT = re.compile(
    r"\b(?:drones?|aircraft|planes?|helicopters?|jets?|cameras?|balloons?|vehicles?)\b[^.;]{0,120}$", re.IGNORECASE
)
_KILLED = re.compile(r"(?:killed|kill|died|dead|lost|losses|death|deaths)", re.IGNORECASE)
_VICTIMS = (
    r"(?:soldiers?|troops|servicem[ae]n|policem[ae]n|fighters?|militants|gunmen|paratroopers?|conscripts?|marines?"
    r"|guardsmen|commandos?|rebels?|insurgents?)"
)
_WERE = re.compile(
    rf"\b{_VICTIMS}(?: [\w’'-]+){{0,4}}? (?:was|were|been|being) $|\b{_VICTIMS}\b[^.;]*\bof them (?:was|were|been) $",
    re.IGNORECASE,
)
"""Before "killed": fighters were."""
_THESE = re.compile(rf" (?:at least |about |some |up to )?(?:[\w-]+ ){{1,3}}?{_VICTIMS}\b", re.IGNORECASE)
"""Behind "killed": fighters."""
_UNARMED = re.compile(
    r"\b(?:civilians?|people|persons?|villagers?|residents?|children|women|girls?|boys?|farmers?|workers?|inhabitants"
    r"|journalists?|prisoners?|captives?|captured|surrendered|executed|murder\w*|homes?|house|unarmed|beheaded|detained)\b",
    re.IGNORECASE,
)
_BY_WHAT = re.compile(
    r"\b(?:sho[ot]\w*|fir(?:ed|ing|e)|snip\w*|shell\w*|mortars?|rockets?|missiles?|bomb\w*|mines?|mined|drones?|strikes?|struck|explo\w+"
    r"|blast|blew|grenades?|gun\w*|bullets?|raid\w*|ambush\w*|attack\w*|stab\w*|knife|car|road|accident|crash\w*|hit)\b",
    re.IGNORECASE,
)

_START, _END = re.compile(r"[.!?][”\"]?(?:\s*\[\d+\])*\s|\n"), re.compile(r"[.!?](?:\s|$)|\n")
"""Behind what a sentence begins, and with what it ends."""
_LONGEST = 600


def kind_by_words(draft: Draft | None, kind: EventType | None, text: str) -> EventType | None:
    """The type that a draft's words tell where they leave no doubt, else `kind`."""
    if draft is None or kind is None or not draft.mentions:
        return kind
    spans = [m.span for m in draft.mentions]
    return next((better for told, better, fits in _RULES if kind in told and fits(spans, text)), kind)


def _all_march(spans: Sequence[Span], text: str) -> bool:
    """Whether every word is one of going somewhere, done by those who bear arms."""
    return all(
        _MARCHED.fullmatch(text, *s) and _INTO.match(text, s[1]) and _ARMED_BEFORE.search(text, *_before(text, s))
        for s in spans
    )


def _only_films(spans: Sequence[Span], text: str) -> bool:
    """Whether a drone does no more than look."""
    return all(_WATCHED.fullmatch(text, *s) and not _STRUCK.search(text, *_around(text, s)) for s in spans)


def _craft_lost(spans: Sequence[Span], text: str) -> bool:
    """Whether what is gone is a craft, and nobody."""
    return all(_GONE.fullmatch(text, *s) and _CRAFT.search(text, *_before(text, s)) for s in spans)


def _is_talks(spans: Sequence[Span], text: str) -> bool:
    """Whether a step is that people sat together, or that a meeting was called off, and no truce is named beside."""
    first = spans[0]
    if _SAT.fullmatch(text, *first):
        return not _TRUCE.search(text, *_around(text, first))
    called = [s for s in spans if _CALLED_OFF.fullmatch(text, *s)]
    return 2 * len(called) >= len(spans) and all(_TALKS.search(text, s[1], min(len(text), s[1] + 50)) for s in called)


def _of_fighters(span: Span, text: str) -> bool:
    """Whether fighters alone were killed, in a sentence that tells nothing of how."""
    around = _around(text, span)
    return (
        _KILLED.fullmatch(text, *span) is not None
        and (_WERE.search(text, *_before(text, span)) or _THESE.match(text, span[1], around[1])) is not None
        and _UNARMED.search(text, *around) is None
        and _BY_WHAT.search(text, *around) is None
    )


def _all_of_fighters(spans: Sequence[Span], text: str) -> bool:
    return all(_of_fighters(s, text) for s in spans)


_RULES: tuple[tuple[frozenset[EventType], EventType, Callable[[Sequence[Span], str], bool]], ...] = (
    (frozenset({"protest"}), "troop_movement", _all_march),
    (frozenset({"drone_strike"}), "other", _only_films),
    (frozenset({"ceasefire_step"}), "talks", _is_talks),
    (frozenset({"abduction", "drone_strike"}), "destruction", _craft_lost),
    (frozenset({"attack_on_civilians", "shooting"}), "clash", _all_of_fighters),
)
"""What may be mistaken, what it is then, and by what that is told."""


def _before(text: str, span: Span) -> Span:
    return _around(text, span)[0], span[0]


def _around(text: str, span: Span) -> Span:
    """The sentence around some words, as full stops tell it."""
    low, end = max(0, span[0] - _LONGEST), _END.search(text, span[1])
    starts = [m.end() for m in _START.finditer(text, low, span[0])]
    return (starts[-1] if starts else low), end.start() if end else len(text)
