"""What a claim's own words say it does not do: denials not made, charges not laid, another's deed regretted."""

import re

from truceline.model.claim import Act
from truceline.read.claims.raw import RawClaim
from truceline.text.kept_on import KEPT_ON

_NOT = r"(?:\b(?:not|never|nor|yet to|stop\w* short of|fail\w* to|refus\w+ to|declin\w+ to)\b|n['’]t\b)"
_VERBS: tuple[tuple[Act, str], ...] = (
    ("denies", r"den(?:y|ie[ds]|ying)"),
    ("admits", r"admit|acknowledg|conced|accept|own(?:s|ed)? up"),
    ("accuses", r"accus|blam"),
)
_NEGATED = tuple((act, re.compile(rf"{_NOT} (?:\w+ly )?(?:{verbs})", re.IGNORECASE)) for act, verbs in _VERBS)
_PLAIN = tuple((act, re.compile(rf"\b(?:{verbs})", re.IGNORECASE)) for act, verbs in _VERBS)
_NOBODY = re.compile(
    r"(?:neither|none|nobody|no[ -]one)\b|not (?:a single|one|a soul|any)\b"
    r"|no (?!less\b|fewer\b|more\b|matter\b|longer\b|(?-i:[A-Z\d]))(?:(?:other|single|such) )?[a-z]+\b",
    re.IGNORECASE,
)
"""As in “neither side”, "not a single member of our staff", "no soldier"."""
_NOTICES = re.compile(
    r"\b(?:report|notic|observ|record|register|see|seen|saw|hear|heard|mention|witness|recall|remember)", re.IGNORECASE
)
_RECALLS = re.compile(r"\b(?:notic|observ|see\b|sees|seen|saw|hear|witness|recall|remember)", re.IGNORECASE)
_LOSSES = re.compile(r"\b(?:casualt|dead\b|deaths?\b|injur|wounded|victims?\b|damage|loss)", re.IGNORECASE)
"""What is told by who says that none reported it: "neither side reported casualties"; of a deed that says less."""
_HOLDS = re.compile(r"\b(?:expect|believ|think|thought|trust|predict|doubt|hop|imagin|suppos)", re.IGNORECASE)
_FORESEES = re.compile(r"\b(?:expect|predict|foresee|foresaw|anticipat)", re.IGNORECASE)
_NOT_TAKEN = re.compile(rf"{_NOT} (?:\w+ly )?accept", re.IGNORECASE)
_FEW = re.compile(r"(?:nobody|no[ -]one|none|few|hardly any(?:body|one)?)\b", re.IGNORECASE)
_SORRY = re.compile(r"\b(?:regret|sorry|sorrow)", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"^(?:that )?(?!(?:that|it|they|he|she|we|i|its|their|our|his|her|my|there|people|civilians|children)\b)"
    r"(?!(?:the |an? |some |two |three )?(?:shells?|rockets?|bombs?|missiles?|strikes?|errors?|mistakes?|fire)\b)"
    r"(?:[\w’'-]+ ){1,5}(?:had|has|have) (?!(?:been|died|lost|come|suffered|fallen|not)\b)\w+(?:ed|en|t|it|id|ot)\b"
    r"|\b(?:kill|murder|massacre|slaughter|attack|assault|bomb|shell|strike|raid|ambush|kidnap|abduct|assassinat|execut"
    r"|burn|loot|destr)\w* (?:(?!by\b)[\w’'-]+ ){0,6}"
    r"by (?!(?:mistake|accident|error|us|our|its|their|his|her|my|then|now|no)\b)[A-Za-z]",
)
"""As in “that the army had shelled the camp” or "the killing of twelve by the militia"; "a lapse by us" is not."""
_UNREGRETTED = re.compile(rf"{_NOT} (?:\w+ly |once |been |be )?(?:regret|sorry|apologi[sz])", re.IGNORECASE)
_NO_REGRET = re.compile(
    r"^(?:that )?(?:we|i|they|it|he|she|\w+ \w+)\b[^.!?;,]{0,30}(?:\b(?:not|never)|n['’]t) (?:\w+ly )?"
    r"(?:regret|apologi[sz]|be sorry)"
    r"|\b(?:no|any|without|nothing to) (?:regrets?|apolog\w+)\b(?! (?:can|could|will|is enough))",
    re.IGNORECASE,
)
"""As in “We do not regret it” or "without regret"."""
_NO_ERROR = re.compile(
    r"(?:\b(?:not?|never|nor|hardly|neither|unlikely|improbable|implausible|inconceivable|impossible|rather than"
    r"|far from|anything but|rul(?:es?|ed|ing) out)\b|n['’]t\b)[\"”’']?"
    r"(?: (?:an?|the|any|mere|simple|pure|technical|human|some|that|this|it|to|have|has|had|been|be|was|were|is|by|in"
    r"|due|result|of|kind|sort|matter|caused|made|done|through)){0,6} [\"“‘']?"
    r"(?:mistakes?|mistaken(?:ly)?|errors?|accident(?:s|al|ally)?|unintention\w+|unintended|inadvertent\w*|misfires?)\b"
    r"(?! (?:of|that|to repeat)\b)",
    re.IGNORECASE,
)
"""As in "by design and not by mistake" or "unlikely to have been an error"."""
_OWNED = re.compile(
    r"\b(?:mistake|error|accident|fault|regret|sorry|apologi[sz]|responsib|admit|acknowledg|conced)", re.IGNORECASE
)
_OWN_NONE = re.compile(r"\b(?:admit|accept|acknowledg|conced|own)\w*(?: up)?(?: to)? (?:nothing|none)\b", re.IGNORECASE)
_IN_KIND = re.compile(
    r"\b(?:respond|repl[iy]|answer|retaliat)\w*\s+in\s+kind\b|\breturn\w*\s+(?:the\s+)?fire\b|\b(?:fir|shoot|shot|hit)\w*\s+back\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|not|nor|never|none|nobody|neither|den(?:y|ie[sd])|without)\b|n['’]t\b", re.IGNORECASE)
_OF_WHOM = re.compile(r"(?:that )?(you|he|she)\b", re.IGNORECASE)
_SHOWS = re.compile(
    r"(?:that )?[^,.;:“”\"]{3,80}? (?:had |has |have )?(?:show(?:s|ed|n)?|prove[sdn]?|demonstrate[sd]?|reveal(?:s|ed)"
    r"|expose[sd]?) (?:once more |again |only |just )?(?:that|how|why|what)\b"
    r"|(?:that )?[^,.;:“”\"]{3,60}? (?:had |has |have )?(?:makes?|made|render\w*) (?:[\w’'-]+ ){1,5}?impossible\b",
    re.IGNORECASE,
)
_CONDEMNS = re.compile(
    r"\b(?:outrag\w+|disgrace\w*|crimes?|criminal|abhorrent|barbari\w+|heinous|atrocit\w+|atrocious|despicable|coward\w+"
    r"|appalling|unacceptable|shameful|horrific|inexcusable|unjustifi\w+|indefensible|savage\w*|monstrous|sacrileg\w+)\b",
    re.IGNORECASE,
)
_LABELS = re.compile(r"\b(?:call|describ|brand|term|dub|denounc|label|condemn)\w*", re.IGNORECASE)
_LACKS = re.compile(
    r"(?:that )?(?:we|they|it|he|she|i|there|the [\w’'-]+(?: [\w’'-]+)?) (?:have|has|had|are|is|was|were) (?:\w+ly )?"
    r"(?:nothing|nobody|no[ -]one|nowhere|no (?:\w+ )?[\w’'-]+)(?: (?:left|more|else))? "
    r"(?:to (?!do with\b|tell\b|say\b|hide\b|answer\b)\w+|with which|left to)\b",
    re.IGNORECASE,
)
_MURDER = re.compile(
    r"\b(?:attempt(?:s|ed|ing)?|tr(?:y|ied|ying)|plot(?:s|ted)?|plan(?:s|ned)?|conspir\w+|meant|intended) to "
    r"(?:murder|kill|assassinate|eliminate|poison)\b|\b(?:assassination|murder) (?:attempt|plot)\b"
    r"|\battempts? on (?:[\w’']+ ){1,3}li(?:fe|ves)\b",
    re.IGNORECASE,
)
_OWNS = re.compile(r"\b(?:admit|acknowledg|conced|confess|own(?:s|ed)? up)", re.IGNORECASE)
_BACK = 24
"""Characters before a cue in which its "not" may stand."""


def acts_unsaid(text: str, raw: RawClaim) -> frozenset[Act]:
    """The acts that the words rule out: "never denied", "did not admit", "no one accused", "regretted that X had"."""
    said, told = _said(text, raw), _told(text, raw)
    nobody = _by_none(text, raw)
    out = {act for act, verbs in _NEGATED if verbs.search(said)}
    out |= {act for act, verbs in _PLAIN if nobody and verbs.search(said)}
    if _SORRY.search(said) and _OF_OTHERS.search(told):
        out |= {"admits"}
    if _IN_KIND.search(told) and not _NO.search(f"{said} {told}"):
        out |= {"denies"}
    if KEPT_ON.search(told) and not _NO.search(f"{said} {KEPT_ON.sub('', told)}"):
        out |= {"denies"}
    return frozenset(out)


def speaks_of_another(text: str, raw: RawClaim) -> bool:
    """Whether what is said is of the one spoken to, or of a woman where a man speaks: no deed of the speaker's own."""
    whom = _OF_WHOM.match(_told(text, raw))
    who = text[slice(*raw.source[-1])].strip(" ,").lower() if raw.source else ""
    if whom is None:
        return False
    return whom[1].lower() == "you" or {whom[1].lower(), who} == {"he", "she"}


def answers_by_deed(text: str, raw: RawClaim) -> bool:
    """Whether somebody is told to have answered by a deed, and said nothing: "responded | in kind"."""
    if not raw.cue or not raw.content:
        return False
    start, end = raw.cue[-1][0], raw.content[-1][1]
    deed = _IN_KIND.match(text, start, end)
    return deed is not None and deed.end() > raw.cue[-1][1]


def says_it_shows(text: str, raw: RawClaim) -> bool:
    """Whether a deed is said to show or bring about a thing: "the strike showed that the talk of a truce was a lie"."""
    shows = _SHOWS.match(_told(text, raw))
    return shows is not None and _NO.search(shows.group()) is None


def condemns(text: str, raw: RawClaim) -> bool:
    """Whether a deed is called an outrage or a crime by one who voices no regret: neither denied nor owned to."""
    said, told = _said(text, raw), _told(text, raw)
    return bool(_LABELS.search(said) and _CONDEMNS.search(told)) and not (_NO.search(told) or _SORRY.search(told))


def tells_of_lack(text: str, raw: RawClaim) -> bool:
    """Whether "nothing" and "nobody" are what somebody lacks: "we have nothing left to treat them with"."""
    return _LACKS.match(_told(text, raw)) is not None


def charges_attempt(text: str, raw: RawClaim) -> bool:
    """Whether a deed is called an attempt to murder by one who admits nothing."""
    return _MURDER.search(_told(text, raw)) is not None and _OWNS.search(_said(text, raw)) is None


def regrets_nothing(text: str, raw: RawClaim) -> bool:
    """Whether somebody is said to regret nothing: what is not regretted is taken to have happened, and no more."""
    said = _UNREGRETTED.search(_said(text, raw)) is not None
    return said or _NO_REGRET.search(_told(text, raw)) is not None


def calls_it_no_error(text: str, raw: RawClaim) -> bool:
    """Whether a claim's words say that a deed was no mistake, and of none that it was one."""
    said = " ".join(text[a:b] for a, b in (*raw.cue, *raw.content))
    return _NO_ERROR.search(said) is not None and _OWNED.search(_NO_ERROR.sub("", said)) is None


def owns_to_nothing(text: str, raw: RawClaim) -> bool:
    """Whether it is "nothing" or "none of it" that somebody admits: that is a denial."""
    return bool(raw.cue and raw.content) and _OWN_NONE.search(f"{_said(text, raw)} {_told(text, raw)}") is not None


def not_said(text: str, raw: RawClaim, unsaid: frozenset[Act]) -> bool:
    """Whether it is told that nobody says a thing, or that one does not admit it or accuse of it.

    Who does not deny, though, has let a thing stand, and who does not accept it has answered; what none recalls is told
    by whoever says so. `unsaid` are the claim's `acts_unsaid`.
    """
    said = _said(text, raw)
    if _by_none(text, raw):
        return (
            "denies" not in unsaid
            and not _HOLDS.search(said)
            and not (_RECALLS.search(said) or _LOSSES.search(_content(text, raw)))
        )
    return bool(unsaid & {"admits", "accuses"}) and not _SORRY.search(said) and not _NOT_TAKEN.search(said)


def held_by_few(text: str, raw: RawClaim) -> bool:
    """Whether none or few are said to hold something: "nobody believes the note" doubts it.

    Who says that "nobody expects the truce to hold" foresees that it will not.
    """
    few = bool(raw.source) and _FEW.match(text, raw.source[0][0]) is not None
    return few and _FORESEES.search(_said(text, raw)) is None


def _by_none(text: str, raw: RawClaim) -> bool:
    return bool(raw.source) and names_nobody(text, raw.source[0][0])


def noticed_by_none(text: str, raw: RawClaim) -> bool:
    """Whether nobody is told to have noticed a thing: “not a single nurse reported any fighting” tells of none."""
    cue = " ".join(text[a:b] for a, b in raw.cue)
    return _by_none(text, raw) and _NOTICES.search(cue) is not None


def names_nobody(text: str, start: int) -> bool:
    """Whether the source that begins here is nobody: "neither side", "no one"."""
    return _NOBODY.match(text, start) is not None


def _content(text: str, raw: RawClaim) -> str:
    return text[raw.content[0][0] : raw.content[-1][1]] if raw.content else ""


def _said(text: str, raw: RawClaim) -> str:
    """The cue, and the words before it back to the source."""
    if not raw.cue:
        return ""
    start = max((b for _, b in raw.source if b <= raw.cue[0][0]), default=0)
    before = text[max(start, raw.cue[0][0] - _BACK) : raw.cue[0][0]]
    return re.split(r"[.!?;:]", before)[-1] + " ".join(text[a:b] for a, b in raw.cue)


def _told(text: str, raw: RawClaim) -> str:
    if not raw.content:
        return ""
    return text[raw.content[0][0] : raw.content[-1][1]].lstrip('“"‘ ')
