"""Fire that was not returned: it denies no attack of the other side's."""

import re

_FIRE = r"(?:(?:the |any |hostile |enemy )*(?:fire|shots?|shelling|attacks?|strikes?|bombardment|salvo(?:es)?))"
_NO = r"(?:\b(?:not|never|neither|nobody|no[ -]one|none)|n['’]t|\bno (?:[\w-]+ ){0,2}?[\w-]+)(?: of [\w ]{2,20}?)?"
UNRETURNED = re.compile(
    rf"(?:\b(?:did|do|does|had|has|have|was|were|would)\s*)?{_NO} (?:\w+ly |even |once |ever |been |had |has )*"
    rf"(?:return(?:ed|ing)? (?:the |any |that )*(?:fire|shots?|shooting)\b"
    rf"|(?:fir|shot|shoot|shell|struck|strik|hit)\w*\s?back\b|(?:fire|shoot)d? in (?:reply|return|answer|response)\b"
    rf"|(?:answer|repl(?:y|ied)|respond|react|retaliat)(?:ed|ing|e)?"
    rf"(?: (?:to|with|by) {_FIRE}| {_FIRE}| in kind| militarily| at all)?"
    r"(?=[.,;:!?\"”’]|$| (?:and|but|to avoid|so as)\b))"
    r"|\b(?:held|holding|hold|withheld) (?:back )?(?:its|their|our|his|her|my|the) fire\b"
    r"|\b(?:there was |there had been |with )?no (?:return(?:ed)? fire|reply|answering fire|retaliation"
    r"|fire (?:was |had been )?returned)\b"
    r"|\bwithout (?:any |a )?(?:fire being returned|return(?:ing)? (?:the )?fire|firing back|shooting back"
    r"|return fire|answering(?: the)? fire|(?:a )?reply(?:ing)?|retaliat\w+)\b"
    r"|\b(?:fire|shots?) (?:was|were|had|has|been| )+ (?:not|never) (?:been )?(?:returned|answered)\b",
    re.IGNORECASE,
)
"""As in “did not return fire”, “held their fire”, “without a reply”."""
