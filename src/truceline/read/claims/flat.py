"""Denials by plain words: nobody was hurt, no warning came, one pleads not guilty; with what each reaches."""

import re

from truceline.model.claim import Reach
from truceline.read.claims.raw import RawClaim
from truceline.text.own_hand import by_no_hand
from truceline.text.unreturned import UNRETURNED

_OPENS = r"[\"“‘]?(?:that )?"
_UNWARNED = re.compile(
    _OPENS + r"(?:(?:(?:there|[\w’']+) (?:was|were|had been|is) )?(?:no|never|not)\b[^,;.]{0,40}?"
    r"\b(?:flares?|hail|sirens?|leaflets?|loudhailers?|loudspeakers?|whistle|warnings?|warned|informed|notified)\b"
    r"|(?:[\w’'-]+ ){1,4}(?:ha[ds]|have|was|were) (?:not|never) (?:been )?(?:told|informed|warned|notified|consulted)\b"
    r"|(?:nobody|no[ -]one) (?:had |has |ever )?(?:told|warned|informed)\b"
    r"|(?:[\w’'-]+ ){0,5}?(?:nobody|no[ -]one|not|never|\w+n['’]t|no (?:[\w’'-]+ ){1,2}?)"
    r" ?(?:(?:had|has|have|was|were|been|ever|once|even) ){0,4}(?:told|consulted|alerted|briefed|called (?:up)?on)\b)",
    re.IGNORECASE,
)
_UNHURT = re.compile(
    _OPENS + r"(?:nobody|no[ -]one|none|not (?:one|a single)(?: \w+){1,3}) (?:of \w+ )?"
    r"(?:(?:was|were|(?:had|has|have) been) (?:killed|hurt|wounded|injured|harmed)|(?:had |has )?died)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    _OPENS + r"(?:nobody|no[ -]one) (?:was|were|(?:had|has|have) been) (?:ever |\w+ly )?\w+(?:ed|en|wn)\b",
    re.IGNORECASE,
)
_OWN_NOTHING = re.compile(
    _OPENS + r"(?:its|his|her|their|our|my) (?:[\w’'-]+ ){1,3}(?:had |has |have )?(?!saw\b|knew\b)\w+ "
    r"(?:nobody|nothing|no[ -]one)\b",
    re.IGNORECASE,
)
"""As in “that its gunners had shelled nobody”: one's own part is denied."""
_KNOWN_NONE = re.compile(
    _OPENS + r"(?:[\w’'-]+ ){0,4}(?:kn[eo]w|knows|(?:is|are|was|were) aware) of (?:no|none|nothing)\b", re.IGNORECASE
)
_NO_TRUCE = re.compile(r"(?:no|none|nothing) (?:\w+ )?(?:truce|cease-?fire|pause|deal|talks)\b", re.IGNORECASE)
_CHARGES = re.compile(r"\b(?:alleg|accus|complain|charg|blam|protest)", re.IGNORECASE)
"""Verbs of somebody who lays a charge: that no warning came is then what is charged."""
_NOT_GUILTY = re.compile(r"(?:pleads?|pleaded|pled|pleading) (?:\w+ )?not guilty\b", re.IGNORECASE)
_OURS = re.compile(
    _OPENS + r"(?:(?:we|I) (?:are|am|were|was) (?:\w+ly )?(?:responsible(?! for (?:\w+ing|(?:the |our |all |public )*"
    r"(?:safety|security|protection|lives|people|civilians|defen[cs]e|area|territory|order))\b)|to blame|guilty)"
    r"|(?:the )?(?:responsibility|fault|blame) (?:is|was|lies|lay) (?:ours|mine|with us)"
    r"|(?:it|this|that) was (?:us|our (?:fault|doing|mistake)))\b",
    re.IGNORECASE,
)
_TRUCE_OVER = re.compile(
    _OPENS + r"(?:(?:claims|reports|allegations) that )?(?:the|a|its|their|this) (?:[\w’'-]+ ){0,3}?"
    r"(?:truce|cease-?fire|armistice|cessation of hostilities)(?: [\w’'-]+){0,4}? "
    r"(?:had|has|have|was|were|is)(?: already)? (?:ended|expired|lapsed|collapsed|failed|broken down|run out|over"
    r"|finished|dead|at an end|been (?:ended|called off))\b",
    re.IGNORECASE,
)


def denies_flatly(text: str, raw: RawClaim) -> bool:
    """Whether plain words make a denial: nobody was hurt, nobody was taken, no warning came, no deaths are known of."""
    if any(_CHARGES.search(text, *cue) for cue in raw.cue):
        return False
    undone = bool(raw.content) and _UNDONE.match(text, *raw.content[0]) is not None
    return undone or _knows_of_none(text, raw) or flat_reach(text, raw) is not None


def _knows_of_none(text: str, raw: RawClaim) -> bool:
    if not raw.content or not raw.cue:
        return False
    start, end = min(raw.cue[0][0], raw.content[0][0]), raw.content[0][1]
    found = _KNOWN_NONE.match(text, start, end) or _KNOWN_NONE.match(text, *raw.content[0])
    return found is not None and _NO_TRUCE.match(text, found.end() - len(found.group().split()[-1]), end) is None


def flat_reach(text: str, raw: RawClaim) -> Reach | None:
    """What a denial by plain words reaches; None where they do not say."""
    if not raw.content or not raw.cue:
        return None
    start, end = raw.content[0]
    if _NOT_GUILTY.match(text, raw.cue[0][0], end) or _OWN_NOTHING.match(text, start, end):
        return "responsibility"
    if by_no_hand(text, (start, end), text[slice(*raw.source[0])] if raw.source else ""):
        return "responsibility"
    if _UNHURT.match(text, start, end):
        return "harm"
    return "notice" if _UNWARNED.match(text, start, end) else None


def leaves_unreturned(text: str, raw: RawClaim) -> bool:
    """Whether what is said, up to its first stop, is that fire was not returned."""
    start, end = raw.content[0] if raw.content else (0, 0)
    stop = re.search(r"[,;:.]|$", text[start:end])
    return stop is not None and UNRETURNED.search(text, start, start + stop.start() + 1) is not None


def denies_end_of_truce(text: str, raw: RawClaim) -> bool:
    """As in “disputed that the truce had ended”: that it happened is denied, whatever it says of terms kept."""
    return bool(raw.content) and _TRUCE_OVER.match(text, *raw.content[0]) is not None


def owns_flatly(text: str, raw: RawClaim) -> bool:
    """Whether somebody says that it was his own doing: "We are responsible"."""
    return any(_OURS.match(text, *span) is not None for span in raw.content[:1])
