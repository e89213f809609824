"""People told only to have been where it happened: hiding or asleep "when it was bombed", or there "at the time"."""

import re

from truceline.model.span import Span

_WAS = r"(?:(?:were|was|are|is|had been|have been|has been)|(?:who|that) (?:were|was|had been))(?: \w+ly| still| also)?"
_STAY = (
    r"(?:hid|shelter|sleep|work|pray|liv|stay|cower|eat|study|gather|celebrat|shop|wait|rest|meet|train)(?:\w{0,2})ing"
    r"|stationed|present|based|billeted|housed|asleep|gathered|posted|inside|aboard"
)
_HERE = re.compile(
    rf"[^.!?;]{{0,40}}?\b{_WAS} (?:(?:{_STAY})\b|(?:in|at|on|inside|among)\b)"
    rf"(?P<rest>[^.!?;”\"]{{0,140}})",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:when|while|as (?:it|the|they|shells?|bombs?|rockets?)|at (?:the|that) (?:time|moment)|during"
    r"|that (?:day|night|morning|evening|afternoon)|before)\b",
    re.IGNORECASE,
)
_STAYING = re.compile(rf"\b(?:{_STAY})\b", re.IGNORECASE)
_HURT = re.compile(
    r"\b(?:kill|die[ds]?\b|dying|dead|death|wound|injur|hurt|casualt|victim|burn|trapped|buried|maim|treat|critical|surg|lost|perish"
    r"|massacre|shot)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:none|nobody|no[ -]one)\b(?: \w+){0,3} (?:was|were|is|had been) \w+", re.IGNORECASE)


def only_there(text: str, people: Span, sentence: Span) -> bool:
    """Whether nothing is said of people but that they were at some place as it was struck, with no word of harm.

    "Twelve are in hospital" tells of harm: nothing says that they were there when something happened.
    """
    here = _HERE.match(text, people[0], sentence[1])
    if here is None or _HURT.search(_NOBODY.sub("", text[sentence[0] : sentence[1]])):
        return False
    return _THEN.search(here["rest"]) is not None or _STAYING.search(text, people[0], here.start("rest")) is not None
