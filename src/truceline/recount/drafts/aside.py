"""Days of what was done about a deed later: who was charged with it, who remembers its dead."""

import re

from truceline.model.span import Span

_LATER = re.compile(
    r"\b(?:charged|arrested|indicted|arraigned|sentenced|convicted|booked|jailed|pleaded|guilty|probation|custody|extradited"
    r"|acquitted|in court|bond|bail|on hand|gathered|vigil|funeral|mourned|buried|honou?red|rallied|prayed)\b"
    r"(?: (?:early|late|on|at|held|in|from|to|there))*\s$"
)
_FOR_IT = re.compile(
    r",?\s(?:(?:with|for|in connection|on (?:\w+ )?(?:charges?|counts?|suspicion)|over|after|following|accused"
    r"|to (?:remember|mourn|honou?r))\b)[^.;]*$"
)


_STATE = re.compile(
    r"\b(?:was|is|were|are|remain(?:s|ed)?)\b[^.;]{0,40}\b(?:condition|hospital\w*|recovering|life support)"
    r"(?: (?:on|as of|by|late|early))*\s$"
)
"""Between a deed and the day on which its victim was still in care."""


def is_of_later(text: str, time: Span, deed: Span, low: int) -> bool:
    """Whether a time is that of a charge for a deed, of its dead being mourned, its hurt in care.

    So "was charged late on Tuesday with the shooting of a guard", and "a boy shot here was in care on Friday".
    The sentence begins at `low`.
    """
    if deed[1] <= time[0]:
        return _STATE.search(text, deed[1], time[0]) is not None
    if deed[0] < time[1] or _LATER.search(text, max(low, time[0] - 40), time[0]) is None:
        return False
    return _FOR_IT.match(text[time[1] : deed[0]]) is not None
