"""Deeds of a kind, whoever does them: "condemned all attacks on hospitals", "attacks on civilians are intolerable"."""

import re

_ALL = re.compile(
    r"\b(?:condemn|deplor|denounc|halt|stop|end|ceas|against|call|prevent|avoid|refrain|oppos|reject|forb[ia])\w*"
    r"(?: [\w’'-]+){0,3}?[ “\"]+(?:all|any|such|further|every|more)(?: (?:future|new|indiscriminate|armed))? $",
    re.IGNORECASE,
)
"""Before deeds that are condemned or forbidden at large."""
_ARE = re.compile(
    r"(?:attacks|strikes|raids|killings|abductions|violations) (?:on|against|of)(?: [\w’'-]+){1,4}? "
    r"(?:are|must|cannot|can never|constitute)\b",
    re.IGNORECASE,
)
_BACK = 60


def told_at_large(before: str, behind: str) -> bool:
    """Whether a deed's noun, with which `behind` begins, tells of a kind of deed and of none that happened."""
    return _ARE.match(behind) is not None or _ALL.search(before[-_BACK:]) is not None
