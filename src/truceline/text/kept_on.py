"""Deeds that did not stop: "had never stopped its shelling" tells of shelling, and denies none."""

import re

_DEEDS = (
    r"(?:shell|bomb|bombard|attack|raid|fir|fight|kill|shoot|strik|push|advanc|assault)ing\b"
    r"|(?:bombardment|attack|raid|strike|air ?strike|offensive|advance|assault|incursion|hostilitie|killing)s?\b|fire\b"
)
KEPT_ON = re.compile(
    r"(?:\b(?:not|never)|n['’]t) (?:(?:\w+ly|once|ever|yet|even) )?"
    r"(?P<stop>stop(?:ped)?|ceas(?:ed?|ing)|halt(?:ed)?|paus(?:ed?)|end(?:ed)?|suspend(?:ed)?|interrupt(?:ed)?) "
    rf"(?:(?:its|their|his|her|the|all|any|these|those) )?(?:(?!and\b|or\b)[\w’'-]+ ){{0,2}}?(?:{_DEEDS})",
    re.IGNORECASE,
)
"""As in “did not cease shelling the town”: up to the deed that went on."""
