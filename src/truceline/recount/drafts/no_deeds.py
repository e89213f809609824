"""Words that a draft has for a deed and that tell of none: people who go home, bombs on "my country", wishes."""

import re

from truceline.model.span import Span, overlap
from truceline.recount.events.at_large import told_at_large
from truceline.recount.facets.small_words import UNFULFILLED
from truceline.text.unreturned import UNRETURNED

_HOME = re.compile(r"(?:went|gone|goes|go|going)\s+(?:back\s+)?(?:home|away)\b", re.IGNORECASE)
_BODIES = re.compile(
    r"\b(?:troops?|soldiers?|forces|fighters?|army|armies|units?|militias?|militiamen|brigades?|battalions?|tanks|convoys?"
    r"|columns?|rebels?|insurgents?|gunmen|guards|police|displaced|refugees?|famil(?:y|ies)|residents?|villagers?"
    r"|people|civilians|prisoners?|hostages?|detainees?|returnees?|truce|cease-?fire|agreement|withdr\w+)\b",
    re.IGNORECASE,
)
_UPHILL = re.compile(
    r"(?:went|gone|goes|go|going)\s+up\s+(?:the|an?|to|into|his|her|their|its|through|past)\b", re.IGNORECASE
)
_OUR_LAND = re.compile(
    r"[^.!?;]{0,40}?\b(?:on|upon|over)\s+(?:my|our|your|this)\s+(?:own\s+|poor\s+|whole\s+)?"
    r"(?:country|land|homeland|nation|people|continent|world)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"(?:\b(?:would|should)|['’]d) (?:\w+ly )?have (?:liked|loved|preferred|wished|wanted) (?:\w+ ){0,2}?to (?:have )?$"
    r"|\b(?:hop(?:e[sd]?|ing)|wish(?:e[sd]|ing)?) to (?:have )?$",
    re.IGNORECASE,
)
_NO_COMMENT = re.compile(
    r"(?:respond(?:ed|ing)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?|comment(?:ed)?)\b[^.!?;]{0,30}?"
    r"\b(?:requests?|questions?|[ei]nquir(?:y|ies)|phone calls?|calls|e?-?mails?|messages?|comments?|reporters)\b",
    re.IGNORECASE,
)
_TOOLED = re.compile(
    r"(?:struck|strikes?|hit)\b[^.!?;]{0,30}?\b(?:rivet|chord|note|match|pose|balance|bargain|tone|gong|anvil)s?\b",
    re.IGNORECASE,
)
_CRIMES = re.compile(r"(?:war )?crimes (?:of|by|committed)\b|(?:war )?crimes and\b", re.IGNORECASE)
"""A people's or a government's deeds at large: "the crimes of the regime"."""
_SHOWS = re.compile(r"(?:stunts?|farces?|charades?|circus|pantomime|spectacle)\b", re.IGNORECASE)
"""What a speaker calls others' show of words, no deed."""
_AID = (
    r"(?:(?:humanitarian|relief|food|medical|emergency|un|aid)\b[ -]?(?:aid |relief |food |medical )?)"
    r"(?:aid|convoys?|trucks?|supplies|lorries|columns?|assistance|shipments?)?"
)
_CONVOYS_WAY = re.compile(rf"movements? of (?:the |an? |its |this )?{_AID}", re.IGNORECASE)
"""Where an aid convoy went is no movement of troops."""
_LADEN = re.compile(
    r"(?:carry|carries|carried|carrying) (?!out\b)(?:[\w,’'-]+ ){0,4}?(?:aid|food|flour|supplies|medicines?"
    r"|relief|tents|blankets)\b"
    r"(?![^.;!?]{0,60}\b(?:to|into|inside)\b)",
    re.IGNORECASE,
)
"""What a convoy has on board, which nobody has received yet."""
_TAKEN_FOR = re.compile(
    r"(?:took|taken|takes?|mistook|mistaken) (?:it|him|her|them|us|me) for "
    r"(?!(?:an? |the )?(?:\w+ing|ransom|treatment|trial|execution|burial|interrogation|medical|forced)\b)"
    r"(?!\w+ (?:hours?|days?|weeks?)\b)\w+",
    re.IGNORECASE,
)
_TOOK_TIME = re.compile(
    r"(?:took|taken|takes?) (?:(?:him|her|them|it|us|me) )?(?:(?:about|almost|nearly|only|just|over|more|less|than) )*"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|some|several|many|a few)"
    r"(?: more| long)? (?:minutes?|hours?|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"(?:controlled|ruled|dominated)\b", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:is|are|remains?|stays?)(?: (?:\w+ly|still|in (?:large )?part|for the most part))* $", re.IGNORECASE
)
"""Before a participle that tells how things stand: "the province is mostly controlled by the Front"."""
_FAILED = re.compile(r"failures? (?:of|to)\b", re.IGNORECASE)
_NEAR, _BEFORE = 60, 50

_FIGURES = _TOOLED, _UPHILL, _NO_COMMENT, _TAKEN_FOR, _TOOK_TIME


def tells_no_deed(text: str, sentence: Span, span: Span) -> bool:
    """Whether the words of a mention are a plain walk, a figure of speech, or a mere wish.

    Who "took them for soldiers" abducted nobody, nor does what "took sixteen days" take anything.
    "The Norwegians went home" is no withdrawal, as "the troops went home" is; nothing blew up where somebody "went up
    the gully"; "bombs fell on my country" is no air strike on any place. Who "would have liked to have shelled" a town
    has not; who "did not respond to a request for comment" has denied nothing. What a convoy carried is not delivered.
    Nobody takes what "is mostly controlled by" somebody; and "the failure of the truce" is none of its breaches. Who
    "did not return fire" says nothing of whether there was any.
    """
    undone = any(overlap(m.span(), span) for p in (UNRETURNED, UNFULFILLED) for m in p.finditer(text, *sentence))
    if undone or told_at_large(text[sentence[0] : span[0]], text[span[0] : sentence[1]]):
        return True
    if any(p.match(text, span[0]) for p in (_CRIMES, _SHOWS, _CONVOYS_WAY, _LADEN, _FAILED)):
        return True
    lead = max(sentence[0], span[0] - _BEFORE)
    if _WISHED.search(text, lead, span[0]) or (_HELD.match(text, span[0]) and _IS.search(text, lead, span[0])):
        return True
    if _HOME.match(text, span[0]):
        return _BODIES.search(text, *sentence) is None
    if any(p.match(text, span[0]) for p in _FIGURES):
        return True
    return _OUR_LAND.match(text, span[0], min(sentence[1], span[1] + _NEAR)) is not None
