"""What looks like a claim and is none: what the writers counted themselves, and how somebody asked to stay unnamed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.read.claims.raw import RawClaim
from truceline.text.calendar_names import DAY_OR_MONTH

_FIRST = frozenset({"i", "we"})
_SEES = re.compile(
    r"(?:(?:has|have|had|can|could|still|also|then|only|\w+ly) )*"
    r"(?:count(?:ed)?|s[ae]w|seen?|found|log(?:ged)?|register(?:ed)?|photograph(?:ed)?"
    r"|have photographs of|heard|visited)",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r"[^.\n]{0,90}?\b(?:note|summary|log|bulletin|sitrep|report|addendum|update|record|communique)\b", re.IGNORECASE
)
"""How the note of a mission begins, in which "the team" are the writers."""
_WORD = r"(?:[A-Z][\w’'-]*|of|the|and|for)"
_HEADED = re.compile(
    rf"(?:{_WORD} ){{0,5}}(?i:observers?|mission|commission|bureau|group|office|observatory"
    rf"|monitors?)(?: {_WORD}){{0,3}}"
    r"(?:[.:,]| [-–])"
)
"""A body alone at the head of its note: "LAKE RIGHTS BUREAU - BULLETIN 14", "Ormel Lake Observers, 4 March"."""
_TEAM = re.compile(
    r"(?:the |our |a )?(?:teams?|patrols?|group|(?:com)?mission|bureau)(?: (?:itself|\w|at [A-Z]\w+(?: [A-Z]\w+)?))?"
    r"|(?:Team|Patrol) \w+",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"(?:ha[sd] |have |also |then )*(?:confirm|record|not|observ|verifi|document)(?:ed)?", re.IGNORECASE
)
_CLAUSE = re.compile(r"[\"“‘]?(?:that|how|why|whether|of)\b", re.IGNORECASE)
_UNNAMED = re.compile(
    r"(?:not to be |(?:that )?(?:his|her|their|its) (?:full )?names? not be )(?:\w+ )?(?:named|quoted"
    r"|identified|used|given|printed)\b"
    r"|(?:to (?:remain|stay) |for )(?:unnamed|anonymous|anonymity)\b",
    re.IGNORECASE,
)
_TO_BE = re.compile(r"\bnot to be $")
_UNDER = re.compile(r"\b(?:[Uu]nder|[Bb]y|[Ii]n|of|to|[Ww]ithin|[Aa]gainst) the (?:[A-Z][\w’'-]+ ){1,3}$")
"""Before a plural noun that the learned reader took for a verb: "by the Selvar terms"."""
_NOUNS = frozenset({"terms"})
_UNTOLD = re.compile(
    r"(?:am|is|are|was|were|be|been|(?:ha[sd]|have) (?:\w+ )?been) (?:\w+ly |not |also |now |never )?"
    r"(?:shown|meant|forbidden|seen|refused|allowed|invited|denied|found|counted|recorded)"
)
"""Passives that tell nobody's word where nobody is named: of 770 in the reports, 5 do."""
_NAMES = re.compile(r"(?:also |better |commonly |locally |widely )?(?:known|dubbed|nicknamed|called)(?: as)?")
"""What somebody or something is called, by nobody in particular."""
_NOT_DONE = re.compile(r"\b(?:[Ii]nstead of|[Rr]ather than|[Ww]ithout) (?:even |ever |\w+ly )?$")
"""Before a participle: what somebody did not say is not his word."""
_NO_ONE = re.compile(
    rf"(?:Please|Kindly|(?:by )?(?:{DAY_OR_MONTH}|Christmas|Easter|Ramadan|Eid|New Year|Nowruz))", re.IGNORECASE
)
_DEED = re.compile(
    r"(?:(?:also|even|only|never|\w+ly|ha[sd]|have|did (?:all|everything|its|his|her|their)(?: utmost| best)?|to"
    r"|is|was|were|are|been|not) )*(?:ma(?:ke|kes|de|king) sure|ensur(?:e|es|ed|ing)|summon(?:s|ed|ing)?)"
)
"""Verbs of doing, by which nobody says anything."""


def without_unclaimed(text: str, raws: Sequence[RawClaim]) -> list[RawClaim]:
    """The claims that tell what somebody says."""
    told = [_without_wish(text, r) for r in raws]
    return [r for r in told if not (_own_eyes(text, r) or _unnamed(text, r) or _says_nothing(text, r))]


def is_by_no_one(text: str, raw: RawClaim) -> bool:
    """Whether a claim's source is a day, a feast or a request: "Please explain it"."""
    return len(raw.source) == 1 and _NO_ONE.fullmatch(text, *raw.source[0]) is not None


def _own_eyes(text: str, raw: RawClaim) -> bool:
    """As in “We counted eleven”: the writer's own telling, by "the team" too in a note of a mission.

    So in 20 of 23 such notes; elsewhere the team is as often somebody else.
    """
    if not raw.source or not raw.content or _CLAUSE.match(text, raw.content[0][0]):
        return False
    who, cue = text[slice(*raw.source[0])], text[raw.cue[0][0] : raw.cue[-1][1]]
    if who.casefold() in _FIRST:
        return _SEES.fullmatch(cue) is not None
    sees = _SEES.fullmatch(cue) or _TELLS.fullmatch(cue)
    noted = _OF_BODY.match(text) or _HEADED.match(text)
    return sees is not None and noted is not None and _TEAM.fullmatch(who) is not None


def _without_wish(text: str, raw: RawClaim) -> RawClaim:
    """As in “A clerk, who asked for anonymity, puts it at ten”: the clerk's word is the ten."""
    wish = bool(raw.content[1:]) and _UNNAMED.match(text, raw.content[0][0]) is not None
    return replace(raw, content=raw.content[1:]) if wish else raw


def _unnamed(text: str, raw: RawClaim) -> bool:
    """As in “who asked not to be quoted by name”: a word about the speaker, and none about the matter."""
    start = raw.cue[0][0]
    asked = bool(raw.content) and _UNNAMED.match(text, raw.content[0][0]) is not None
    return asked or _TO_BE.search(text, max(0, start - 12), start) is not None


def _says_nothing(text: str, raw: RawClaim) -> bool:
    """Whether the cue is a noun taken for a verb, or a passive that tells of no word."""
    (start, end), *_ = raw.cue
    noun = text[start:end] in _NOUNS and _UNDER.search(text, max(0, start - 60), start) is not None
    noun = noun or (not raw.source and _NAMES.fullmatch(text, start, raw.cue[-1][1]) is not None)
    noun = noun or _DEED.fullmatch(text, start, raw.cue[-1][1]) is not None
    if text[start:end].endswith("ing") and _NOT_DONE.search(text, max(0, start - 24), start):
        return True
    return noun or (not raw.source and _UNTOLD.fullmatch(text, start, raw.cue[-1][1]) is not None)
