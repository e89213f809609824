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
_LIKE = re.compile(
    r"\b(?:blam|accus|claim|suspect|responsib|convict|link|tied|known)\w*(?: [\w’'-]+){0,7}?"
    r" (?:for|of|in|to|with|by|made)?(?: (?:a|many|several|some|other|number|series|string|of|the|all))*"
    r" ?(?:similar|previous|past|earlier|comparable|like)(?: [\w’'-]+)? $",
    re.IGNORECASE,
)
"""Before deeds that only are like one told of: "blamed the Front for similar attacks"."""
_SEVERAL = re.compile(
    r"[\w’'-]*s\b(?![^.;!?]*(?:\d|\b(?:killed|wounded|injured|dead|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b))",
    re.IGNORECASE,
)
"""Deeds of which no day and no toll is told."""
_BY_NOBODY = re.compile(
    r"\W*(?:(?:the|a|an|this|that|one) )?(?:[\w’'-]+ ){1,4}?(?:(?:that|which|whom|who) )?(?:nobody|no one|no-one)"
    r"(?: (?:ever|had|has|would|could|will))* [\w’'-]+(?: (?:at|to|for|on|of|in|about|up|down))?[\s\"”’']*",
    re.IGNORECASE,
)
"""A heading's rhetoric, "The market that nobody shelled", which denies nothing."""
_BACK = 60


def told_at_large(before: str, behind: str) -> bool:
    """Whether a deed's noun, with which `behind` begins, tells of a kind of deed and of none that happened."""
    like = _LIKE.search(before[-2 * _BACK :]) is not None and _SEVERAL.match(behind) is not None
    at_large = _ARE.match(behind) is not None or _ALL.search(before[-_BACK:]) is not None
    return like or at_large or is_rhetoric(before + behind)


def is_rhetoric(heading: str) -> bool:
    """Whether a heading names a thing by what nobody is said to have done to it: "The market that nobody shelled"."""
    return _BY_NOBODY.fullmatch(heading) is not None


def tells_of_like_deeds(words: str) -> bool:
    """Whether words lay on somebody only deeds that are like one told of: "blamed the Front for similar attacks"."""
    starts = (m.start() for m in re.finditer(r"(?<= )\w", words))
    return any(_SEVERAL.match(words, at) and _LIKE.search(words, 0, at) for at in starts)
