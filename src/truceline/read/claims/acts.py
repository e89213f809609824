"""What a claim does: asserts, denies, admits...; by its cue, and for a plain "said" by what is said."""

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import cast

from truceline.model.claim import Act, Reach, Speech
from truceline.model.span import Span
from truceline.read.claims.cues import CueTable
from truceline.read.claims.flat import denies_end_of_truce, flat_reach, leaves_unreturned
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.unsaid import calls_it_no_error, names_nobody
from truceline.text.plans import plan_refused
from truceline.text.wordings import denies_word

_WORD = re.compile(r"[\w'’-]+")
_NEGATED = frozenset({"not", "never", "n't", "don't", "didn't", "doesn't", "cannot", "refused", "declined"})
_REFUSED = re.compile(r"refus(?:ed|es|ing) to\b", re.IGNORECASE)
_ACCEPTED = re.compile(r"(?:(?:had|has|have|having) )?accept(?:s|ed|ing)?", re.IGNORECASE)
_ON_OFFER = re.compile(
    r"(?:it|them|this|(?:[\w’'-]+ ){0,4}?(?:offers?|plans?|proposals?|deals?|truces?|cease-?fires?|pauses?|agreements?"
    r"|accords?|terms|conditions|invitations?|drafts?|texts?|talks|mediation|mediators?|missions?|ultimatums?|compromises?"
    r"|amnest(?:y|ies)|surrenders?|resignations?|aid|help|observers|monitors|results?))\b",
    re.IGNORECASE,
)
_BLAME = re.compile(
    r"\b(?:responsib|blame|fault|guilt|error|mistake|liab|account|fail|wrong|findings?|charge|that\b|killed|fired|had\b)",
    re.IGNORECASE,
)
_GAP = 40
_RULE_ODDS = 2.0
"""How many times likelier an act is for being what the rules read in the cue, or for a denial what they read in a "no".

Other acts that they read in what is said add nothing to what the network knows. It is surer than it is right, hence the
root of its chances. All by reports that taught it nothing.
"""
_DENIAL_ODDS = 1.5
"""How many times likelier a denial is where the rules read none: such reports have one in five it passes over."""
_REACHES: tuple[tuple[Reach, re.Pattern[str]], ...] = (
    ("notice", re.compile(r"\b(?:warn|inform|notif|told|aware|knew|notice|advance)")),
    ("intent", re.compile(r"\b(?:target|deliberate|intent|meant|aimed|mistake|accident)")),
    ("compliance", re.compile(r"\b(?:truce|ceasefire|agreement|violat|breach)")),
    ("harm", re.compile(r"\b(?:kill|wound|injur|casualt|hurt|harm|die|dead|damage)")),
    (
        "responsibility",
        re.compile(r"\b(?:responsib|involve|behind|role|carried|had nothing|its (?:forces|troops|aircraft))"),
    ),
)
"""Words by which the reach of a denial is guessed where no weights are installed; the first that fits."""
_CHARGE = re.compile(
    r"(?:it|that|not so|untrue|nonsense|lies"
    r"|(?:that|this|it) (?:is|was) (?:a lie|untrue|false|not so|not true|nonsense)"
    r"|(?:(?:the|this|that|these|those|all|any|its|their|such) )?"
    r"(?:charges?|accusations?|allegations?|claims?|reports?|story|stories|accounts?|versions?)"
    r"(?: (?:is |was |were |as )?(?:an? )?(?:\w+ )?"
    r"(?:lies?|slander|fable|fiction|invention|fabrication|nonsense|untrue|false|baseless|unfounded|absurd)\b.*)?)",
    re.IGNORECASE,
)
"""A denial's words that name nothing but another's."""
_ON_NOTICE = re.compile(
    r"\b(?:warn(?:ed|ing)|beforehand|in advance|notified|told [^.]{0,30}\bto leave|announced to)\b", re.IGNORECASE
)
_ON_TERMS = re.compile(
    r"\b(?:observ|respect|honou?r|kept|keep|breach|violat|broke|compl|required by|in line with|under)\w*"
    r" (?:[\w-]+ ){0,3}(?:pause|truce|cease-?fire|agreement|accord|terms)\b",
    re.IGNORECASE,
)
_ON_GUILT = re.compile(r"\b(?:blam(?:ed?|es|ing)|accus(?:ed?|es|ing)|named the)\b", re.IGNORECASE)
_OWN_DEED = re.compile(
    r"den(?:y|ie[ds]|ying) (?:(?:having )?\w+ing\b|that (?:it|they|he|she|its|their|his|her"
    r"|any of (?:its|their))\b(?! (?:is|was|were|took place|(?:had )?(?:happened|occurred)))\b)"
    r"|\bby (?:its|our|their|any of (?:its|our))\b",
    re.IGNORECASE,
)
"""As in “denied having stopped anyone” or “that nobody had been hit by its boats”: one's own part."""
_ANSWERED_OF: tuple[tuple[Reach, re.Pattern[str]], ...] = (
    ("notice", _ON_NOTICE),
    ("compliance", _ON_TERMS),
    ("responsibility", _ON_GUILT),
)
_ANSWERED = 160
"""Characters before a denial in which what it answers is looked for."""
_MEANT = re.compile(
    r"\b(?:deliberate|intentional|on purpose|premeditated|(?:meant|intended|designed|calculated|fabricated) to \w)",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:no|not|none|nobody|nothing|never|neither|nor|without|cannot|den[yi]\w*|reject\w*|refut\w*|dismiss\w*|disput\w*"
    r"|contest\w*|false\w*|untrue|lies?|absurd\w*|nonsense|wrong\w*|un\w+)\b|n['’]t\b",
    re.IGNORECASE,
)
_NEAR = 160
"""Characters of a content in which its main clause is looked for."""


def act_of(text: str, raw: RawClaim, cues: CueTable, until: int | None = None) -> Act:
    """The act of one claim; what it says is judged up to `until`, where somebody else's words begin inside it."""
    told = act_of_cue(text, raw, cues)
    if told is not None:
        return told
    return _by_pattern(_opening(text, raw, until), cues.content, _NEAR) or "asserts"


def act_of_cue(text: str, raw: RawClaim, cues: CueTable) -> Act | None:
    """The act that a claim's cue performs, with the words it governs; None for a cue that says no more than "said"."""
    cue = " ".join(text[a:b] for a, b in raw.cue).casefold().replace("’", "'")
    negated = raw.source and names_nobody(text, raw.source[0][0])
    whole = re.sub(r"^(\w+)", r"\1 not", cue) if negated else cue
    told = _by_pattern(f"{whole} {_between(text, raw)}{_opening(text, raw)}", cues.said, len(whole))
    if told is not None:
        return told
    words = _WORD.findall(cue)
    act = _by_word(words, cues)
    if act in {"denies", "accuses", "doubts"} and any(w in _NEGATED for w in words):
        return "asserts"
    return act if act != "asserts" else None


def refuses_deed(text: str, raw: RawClaim) -> bool:
    """Whether something is refused by deed ("refused to let the convoy pass"), if no words were ("refused to say")."""
    return bool(raw.cue) and _REFUSED.match(text, raw.cue[0][0]) is not None


def calls_it_meant(text: str, raw: RawClaim) -> bool:
    """Whether words say that a deed was meant, with no "no" among them: that denies nothing."""
    said = " ".join(text[a:b] for a, b in (*raw.cue, *raw.content))
    return _MEANT.search(said) is not None and _NEGATIVE.search(said) is None


def takes_it(text: str, raw: RawClaim) -> bool:
    """Whether somebody accepts a thing on offer, and no blame: "both sides accepted the truce" owns to nothing."""
    cue = " ".join(text[a:b] for a, b in raw.cue)
    said = text[raw.content[0][0] : raw.content[-1][1]].lstrip('“"‘ ') if raw.content else ""
    return _ACCEPTED.fullmatch(cue.strip()) is not None and bool(_ON_OFFER.match(said)) and not _BLAME.search(said)


def settled_act(
    ruled: Act,
    chances: Mapping[str, float],
    *,
    by_cue: bool = False,
    deed: bool = False,
    unsaid: frozenset[Act] = frozenset(),
) -> Act:
    """The act by the learned chances, in which the rules' own counts for more where it is read `by_cue`; else theirs.

    Whether one who refused a `deed` declines to speak is for the rules alone to say. Acts `unsaid` in so many words are
    none, and what the rules read as a denial accuses nobody: of six such claims left out of the training none did.
    """
    ruled = "asserts" if ruled in unsaid else ruled
    ruled_out = unsaid | {"accuses"} if ruled == "denies" else unsaid
    chances = {act: chance for act, chance in chances.items() if act not in ruled_out}
    if deed or not chances:
        return ruled
    odds = {"denies": _DENIAL_ODDS} | ({ruled: _RULE_ODDS} if by_cue or ruled == "denies" else {})
    weighed = {act: math.sqrt(chance) * odds.get(act, 1) for act, chance in chances.items()}
    return cast("Act", max(weighed, key=lambda act: weighed[act]))


def reach_of(text: str, raw: RawClaim, act: Act, chances: Mapping[str, float]) -> Reach | None:
    """What a denial or admission is about; None of other acts."""
    if act not in {"denies", "admits"}:
        return None
    if calls_it_no_error(text, raw):
        return "intent"
    flat = _plain_reach(text, raw) if act == "denies" else None
    if flat is not None:
        return flat
    if chances:
        likeliest = cast("Reach", max(chances, key=lambda reach: chances[reach]))
        return _by_words(text, raw, likeliest) if act == "denies" else likeliest
    said = " ".join(text[a:b] for a, b in (*raw.cue, *raw.content)).casefold()
    return next((reach for reach, words in _REACHES if words.search(said)), "occurrence")


def _plain_reach(text: str, raw: RawClaim) -> Reach | None:
    """What a denial reaches by its words alone: a plan refused, fire not returned, a truce's end, nobody hurt."""
    if plan_refused(text, raw.source, raw.cue, raw.content) or leaves_unreturned(text, raw):
        return "other"
    return "occurrence" if denies_end_of_truce(text, raw) else flat_reach(text, raw)


def _by_words(text: str, raw: RawClaim, likeliest: Reach) -> Reach:
    """What a denial reaches, where its words say more than the learned reader saw in them."""
    if _passes_over(text, raw, likeliest):
        return _of_what_it_answers(text, raw)
    if denies_word(text, raw.content):
        return "other"
    said = " ".join(text[a:b] for a, b in (*raw.cue, *raw.content))
    return "responsibility" if likeliest == "occurrence" and _OWN_DEED.search(said) else likeliest


def _passes_over(text: str, raw: RawClaim, reach: Reach) -> bool:
    """Whether nothing but "that" or "the charge" is denied and it is read as about something else, or as a deed."""
    said = text[raw.content[0][0] : raw.content[-1][1]].strip(" ,.;:\"'“”") if raw.content else ""
    return reach in {"other", "occurrence"} and _CHARGE.fullmatch(said) is not None


def _of_what_it_answers(text: str, raw: RawClaim) -> Reach:
    """What the sentence answered is about: notice given, terms kept, whose doing it was, or else that it happened."""
    start = min(a for a, _ in (*raw.source, *raw.cue, *raw.content))
    before = text[max(0, start - _ANSWERED) : start]
    return next((reach for reach, words in _ANSWERED_OF if words.search(before)), "occurrence")


def _between(text: str, raw: RawClaim) -> str:
    """The few words from cue to content that belong to neither, as in “called on both sides to hold”."""
    start, end = raw.cue[-1][1], raw.content[0][0] if raw.content else 0
    words = text[start:end].strip(" ,:") if start < end < start + _GAP else ""
    return f"{words} " if words else ""


def _opening(text: str, raw: RawClaim, until: int | None = None) -> str:
    """The content's first words, without the mark that opens it."""
    if not raw.content:
        return ""
    start, end = raw.content[0]
    end = min(end, start + _NEAR, until if until is not None and until > start else end)
    return text[start:end].lstrip('“"‘ ').replace("’", "'")


def _by_word(words: list[str], cues: CueTable) -> Act:
    for word in reversed(words):
        cue = cues.verbs.get(word)
        if cue is not None:
            return cue.acts.get("object") or cue.acts.get("clause") or cue.acts["weak"]
        if word in cues.nouns:
            return cues.nouns[word]
    return "asserts"


@lru_cache(maxsize=4096)
def _by_pattern(said: str, table: tuple[tuple[Act, tuple[str, ...]], ...], before: int) -> Act | None:
    """The first act one of whose patterns begins within the first `before` characters; asked of each claim twice."""
    for act, patterns in table:
        found = _any_of(patterns).search(said)
        if found is not None and found.start() <= before:
            return act
    return None


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all patterns of an act: it finds the first place at which any of them does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_MARKS = frozenset('“”"«')


def speech_of(text: str, content: tuple[Span, ...]) -> Speech:
    """Direct where all of the content stands in quotation marks, mixed where some of it does."""
    parts = [text[a:b].strip(" ,.;—–-") for a, b in content]
    if parts and all(p[:1] in '“"«' and p for p in parts) and not any(_unquoted(p) for p in parts):
        return "direct"
    return "indirect" if all(_MARKS.isdisjoint(p) for p in parts) else "mixed"


def _unquoted(part: str) -> bool:
    """Whether words stand outside the marks of a part that begins with one."""
    close = max(part.rfind(c) for c in '”"»')
    return (close > 0 and bool(part[close + 1 :].strip(" .,;!?"))) or (
        "“" in part[1:] and "”" in part[: part.rfind("“")]
    )
