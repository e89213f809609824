"""A happening's type by its own words: rebels who march into a town hold no protest, a drone that films hits none."""

import re
from collections.abc import Callable, Sequence

from truceline.model.account import EventType
from truceline.model.span import Span
from truceline.recount.drafts.kind_by_doers import (
    ARMED_BEFORE,
    MANNED,
    around,
    before,
    both_fired,
    by_rebels,
    by_what_flew,
    craft_fell,
    envoys_came,
    sent_against,
)

_MARCHED = re.compile(
    r"(?:marched|drove|rolled|moved|rode|walked|entered|poured|crossed|marching|rolling|moving)", re.IGNORECASE
)
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

_BY_HAND = r"(?<!mortar )(?<!car )(?<!truck )(?<!petrol )(?<!fire )(?<!roadside )(?<!suicide )"
_BOMB = rf"{_BY_HAND}\bbombs?\b(?! (?:squad|threat|shelter))"
_FELL = re.compile(
    rf"{_BOMB}[^.;:]{{0,40}}?\b(?:fell|fall|falling|dropped|rained|raining|landed|c[ao]me (?:down|through))\b"
    rf"|\b(?:dropp(?:ed|ing)|drops|rain(?:ed|ing)|releas(?:ed|ing))\b[^.;:]{{0,30}}?{_BOMB}",
    re.IGNORECASE,
)
"""Bombs that come from the air."""
_BURST = re.compile(
    r"\b(?:drones?|quadcopters?|planted|in an? parked|hidden|laden|thrown|hurled|lobbed)\b", re.IGNORECASE
)
_SHOT_DOWN = re.compile(
    r"(?:shot|shooting|shoots?|brought|bringing)(?: (?:it|them))?(?: down)?|downed|downing", re.IGNORECASE
)
_CRAFT_WAS = re.compile(
    rf"\b(?:was|were|is|are)\s+(?:(?!by\b)[\w’'-]+\s+){{0,4}}?{MANNED.pattern}\s+(?:been\s+)?$"
    rf"|{MANNED.pattern}\s+(?:\w+\s+){{0,2}}?(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
"""Before "shot down": aircraft were."""
_DISPERSED = re.compile(
    r"(?:dispers\w+|broke(?:n)? up|breaking up|tear-?gassed|drove (?:off|back)|baton-?charged)", re.IGNORECASE
)
_CROWD = re.compile(
    r"\b(?:march(?:es|ers)?|rall(?:y|ies)|protests?|protesters?|demonstrations?|demonstrators?|sit-ins?|crowds?|vigils?)\b",
    re.IGNORECASE,
)
_PUSHED = re.compile(r"push(?:ed|ing)?(?: on| forward)?|broke|fought their way", re.IGNORECASE)
_TAKEN = re.compile(r"kidnap\w*|abduct\w*|vanish\w*|disappear\w*|missing|hostages?|captors?|ransom\w*", re.IGNORECASE)
_OFFICE = (
    r"(?:police(?:m[ae]n|wom[ae]n)?|gendarmes?|constables?|sheriffs?|State Security|soldiers|troops"
    r"|sailors|navy|army|coast guard"
    r"|(?:security|intelligence) (?:services?|agents?|officers?))"
)
_OFFICE_DID = re.compile(
    rf"\b{_OFFICE}(?: (?!(?:it|they|he|she|who|whom|that|which|said|says?)\b)[\w’'-]+){{0,3}} $",
    re.IGNORECASE,
)
_BY_OFFICE = re.compile(rf"[^.;]{{0,60}}?\bby (?:[\w’'-]+ ){{0,6}}?{_OFFICE}\b", re.IGNORECASE)
_DRIVEN_INTO = re.compile(
    r"\b(?:drove|driven|plough\w*|ramm\w*|steered) (?:an?|the|his|her|their)? ?(?:[\w-]+ ){0,3}?"
    r"(?:car|van|truck|lorry|bus|excavator|bulldozer|tractor|pick-?up|vehicle|motorbike)? ?into\b",
    re.IGNORECASE,
)
_WENT_OFF = re.compile(
    r"\b(?:bomb\w*|explo\w+|blast\w*|blew|blow\w*|laden|packed|detonat\w+|suicide|charge|grenades?)\b", re.IGNORECASE
)
_MASSACRE = re.compile(r"(?:massacre\w*|slaughter\w*|butcher\w*)", re.IGNORECASE)


_CAME = re.compile(
    r"landed|came(?: down)?|c[ao]me in|entered|arrived|drove(?: up)?|broke in(?:to)?|burst in(?:to)?|went",
    re.IGNORECASE,
)
_TOOK_AWAY = re.compile(
    r"(?:took|taken|led|dragged|marched|hauled|carried)(?: (?:away|off))?|arrested|detained|abducted|kidnapped",
    re.IGNORECASE,
)
_SILENT = re.compile(r"(?:fell|fall|falls|fallen|went|gone) (?:silent|quiet)\b|silent\b|quiet\b", re.IGNORECASE)
_GUNS = re.compile(
    r"\b(?:guns|artillery|weapons|cannons?|batteries|mortars|howitzers|front(?: ?lines?)?)\b[^.;]{0,60}$", re.IGNORECASE
)
_RIOT_GAS = re.compile(r"\btear[- ]?gas|\bpolice\b[^.;]{0,60}\bgas\b|\bgas\b[^.;]{0,60}\bpolice\b", re.IGNORECASE)
_WAR_GAS = re.compile(
    r"\b(?:chlorine|sarin|mustard|nerve|phosgene|poison\w*|chemical|toxic|phosphor\w*)\b", re.IGNORECASE
)
_AWAY = re.compile(r"\b(?:away|off|arrested|detained|abducted|kidnapped)\b")


_STRIKE = re.compile(r"strikes?", re.IGNORECASE)
_SITE_BEFORE = re.compile(
    r"\b(?:markets?|bazaar|bakery|school|hospital|clinic|camp|mosque|church|hotel|hall|house|home|building|bridge|depot"
    r"|station|convoy|village|town|city|power plant|caf[eé]|wedding|funeral|shelter|kindergarten"
    r"|university|[A-Z][\w’'-]+) $"
)
_HARMED = re.compile(
    r"\b(?:killed|kills|dead|died|die|martyrs?|bodies|wounded|injured|maimed|casualties|fatalities|victims)\b",
    re.IGNORECASE,
)


def kind_by_words(spans: Sequence[Span], kind: EventType | None, text: str) -> EventType | None:
    """The type that the words of a happening tell where they leave no doubt, else `kind`."""
    if kind is None or not spans:
        return kind
    return next((better for told, better, fits in _RULES if kind in told and fits(spans, text)), kind)


def _all_march(spans: Sequence[Span], text: str) -> bool:
    """Whether every word is one of going somewhere, done by those who bear arms."""
    return all(
        _MARCHED.fullmatch(text, *s) and _INTO.match(text, s[1]) and ARMED_BEFORE.search(text, *before(text, s))
        for s in spans
    )


def _only_films(spans: Sequence[Span], text: str) -> bool:
    """Whether a drone does no more than look."""
    return all(_WATCHED.fullmatch(text, *s) and not _STRUCK.search(text, *around(text, s)) for s in spans)


def _craft_lost(spans: Sequence[Span], text: str) -> bool:
    """Whether what is gone is a craft, and nobody."""
    return all(_GONE.fullmatch(text, *s) and _CRAFT.search(text, *before(text, s)) for s in spans)


def _is_talks(spans: Sequence[Span], text: str) -> bool:
    """Whether a step is that people sat together, or that a meeting was called off, and no truce is named beside."""
    first = spans[0]
    if _SAT.fullmatch(text, *first):
        return not _TRUCE.search(text, *around(text, first))
    called = [s for s in spans if _CALLED_OFF.fullmatch(text, *s)]
    return 2 * len(called) >= len(spans) and all(_TALKS.search(text, s[1], min(len(text), s[1] + 50)) for s in called)


def _of_fighters(span: Span, text: str) -> bool:
    """Whether fighters alone were killed, in a sentence that tells nothing of how."""
    told = around(text, span)
    return (
        _KILLED.fullmatch(text, *span) is not None
        and (_WERE.search(text, *before(text, span)) or _THESE.match(text, span[1], told[1])) is not None
        and _UNARMED.search(text, *told) is None
        and _BY_WHAT.search(text, *told) is None
    )


def _all_of_fighters(spans: Sequence[Span], text: str) -> bool:
    return all(_of_fighters(s, text) for s in spans)


def _from_the_air(spans: Sequence[Span], text: str) -> bool:
    """Whether the first sentence tells of bombs that fell or were dropped, and of none brought by hand."""
    told = around(text, spans[0])
    return _FELL.search(text, *told) is not None and _BURST.search(text, *told) is None


def _plane_shot_down(spans: Sequence[Span], text: str) -> bool:
    """Whether all that was shot down is aircraft with people in them."""
    told = [around(text, s) for s in spans]
    return all(
        _SHOT_DOWN.fullmatch(text, *s) and " down" in text[s[0] : s[1] + 5] + " " and MANNED.search(text, *a)
        for s, a in zip(spans, told, strict=True)
    )


def _craft_was_shot_down(spans: Sequence[Span], text: str) -> bool:
    """Whether aircraft with people in them are told, or asked, to have been shot down: it attacked nobody."""
    return all(
        _SHOT_DOWN.fullmatch(text, *s)
        and " down" in text[s[0] : s[1] + 5] + " "
        and (MANNED.search(text, s[1], min(len(text), s[1] + 40)) or _CRAFT_WAS.search(text, *before(text, s)))
        for s in spans
    )


def _crowd_dispersed(spans: Sequence[Span], text: str) -> bool:
    """Whether a crowd was driven off, and nobody is told to have been shot."""
    first = spans[0]
    told = around(text, first)
    return (
        _DISPERSED.fullmatch(text, *first) is not None
        and _CROWD.search(text, *told) is not None
        and re.search(r"\b(?:shot|live|killed|killing|dead|bullets)\b", text[slice(*told)], re.IGNORECASE) is None
    )


def _forces_push(spans: Sequence[Span], text: str) -> bool:
    """Whether every word is one of pushing into a place, done by those who bear arms."""
    return all(
        _PUSHED.fullmatch(text, *s) and _INTO.match(text, s[1]) and ARMED_BEFORE.search(text, *before(text, s))
        for s in spans
    )


def _by_office(spans: Sequence[Span], text: str) -> bool:
    """Whether the police or an army, under its own name, took somebody, and no word of it is one of kidnapping."""
    if any(_TAKEN.search(text, *around(text, s)) for s in spans):
        return False
    first = spans[0]
    return _OFFICE_DID.search(text, *before(text, first)) is not None or _BY_OFFICE.match(text, first[1]) is not None


def _rammed(spans: Sequence[Span], text: str) -> bool:
    """Whether a vehicle was driven into people, and nothing is told to have gone off."""
    told = around(text, spans[0])
    return _DRIVEN_INTO.search(text, *told) is not None and _WENT_OFF.search(text, *told) is None


def _massacred(spans: Sequence[Span], text: str) -> bool:
    """Whether it is called a massacre, in a sentence that tells nothing of how."""
    first = spans[0]
    return _MASSACRE.fullmatch(text, *first) is not None and _BY_WHAT.search(text, *around(text, first)) is None


def _came_for_somebody(spans: Sequence[Span], text: str) -> bool:
    """Whether those who came did no more than take somebody away: "a patrol landed and took away a trader"."""
    took = [s for s in spans if _TOOK_AWAY.fullmatch(text, *s) and _AWAY.search(text, s[0], s[1] + 5)]
    return bool(took) and all(s in took or _CAME.fullmatch(text, *s) for s in spans)


def _guns_silent(spans: Sequence[Span], text: str) -> bool:
    """Whether every word is that guns fell silent."""
    return all(_SILENT.match(text, s[0]) and _GUNS.search(text, *before(text, s)) for s in spans)


def _tear_gas(spans: Sequence[Span], text: str) -> bool:
    """Whether the gas was the police's, against a crowd, no weapon's, and not what the deed is named by."""
    if any("gas" in text[slice(*s)].lower() for s in spans):
        return False
    told = around(text, spans[0])
    return _RIOT_GAS.search(text, *told) is not None and _WAR_GAS.search(text, *told) is None


def _site_struck(spans: Sequence[Span], text: str) -> bool:
    """Whether a "strike" is named by what was hit, and people died or were hurt in it: "the market strike"."""
    first = spans[0]
    named = _STRIKE.fullmatch(text, *first) is not None and _SITE_BEFORE.search(text, *before(text, first)) is not None
    return named and _HARMED.search(text, *around(text, first)) is not None


_RULES: tuple[tuple[frozenset[EventType], EventType, Callable[[Sequence[Span], str], bool]], ...] = (
    (frozenset({"protest"}), "troop_movement", _all_march),
    (frozenset({"protest"}), "air_strike", _site_struck),
    (frozenset({"drone_strike"}), "other", _only_films),
    (frozenset({"ceasefire_step"}), "talks", _is_talks),
    (frozenset({"abduction", "drone_strike", "looting"}), "destruction", _craft_lost),
    (frozenset({"attack_on_civilians", "shooting"}), "clash", _all_of_fighters),
    (frozenset({"bombing"}), "air_strike", _from_the_air),
    (frozenset({"shelling", "bombing", "ground_attack"}), "air_strike", by_what_flew),
    (frozenset({"air_strike", "ground_attack"}), "other", craft_fell),
    (frozenset({"troop_movement", "ground_attack", "territory_taken"}), "abduction", _came_for_somebody),
    (frozenset({"troop_movement"}), "ground_attack", sent_against),
    (frozenset({"shelling", "shooting"}), "clash", both_fired),
    (frozenset({"territory_taken", "troop_movement", "withdrawal"}), "talks", envoys_came),
    (frozenset({"detention"}), "abduction", by_rebels),
    (frozenset({"shooting"}), "clash", _plane_shot_down),
    (frozenset({"air_strike"}), "clash", _craft_was_shot_down),
    (frozenset({"attack_on_civilians"}), "protest", _crowd_dispersed),
    (frozenset({"troop_movement"}), "ground_attack", _forces_push),
    (frozenset({"abduction"}), "detention", _by_office),
    (frozenset({"shelling", "shooting", "clash", "ground_attack"}), "ceasefire_step", _guns_silent),
    (frozenset({"chemical_attack"}), "protest", _tear_gas),
    (frozenset({"bombing"}), "attack_on_civilians", _rammed),
    (frozenset({"shooting"}), "attack_on_civilians", _massacred),
)
"""What may be mistaken, what it is then, and by what that is told."""
