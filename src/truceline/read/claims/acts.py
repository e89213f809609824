"""What a claim does: asserts, denies, admits...; by its cue, and for a plain "said" by what is said."""

import re
from functools import cache

from truceline.model.claim import Act, Speech
from truceline.model.span import Span
from truceline.read.claims.cues import CueTable
from truceline.read.claims.raw import RawClaim

_WORD = re.compile(r"[\w'’-]+")
_PLAIN = frozenset(
    "say tell add state write note stress announce declare comment remark insist claim report continue explain".split()  # noqa: SIM905
)
_NEGATED = frozenset({"not", "never", "n't", "don't", "didn't", "doesn't", "cannot", "refused", "declined"})
_NEAR = 160
"""Characters of a content in which its main clause is looked for."""


def act_of(text: str, raw: RawClaim, cues: CueTable) -> Act:
    """The act of one claim."""
    cue = " ".join(text[a:b] for a, b in raw.cue)
    start = raw.content[0][0] if raw.content else 0
    low = f"{cue} {text[start : start + 12]}".casefold().replace("’", "'")
    if any(p in low for p in cues.phrases["declines"]) or re.search(r"\b(?:declin|refus)\w* to\b", low):
        return "declines"
    low = cue.casefold().replace("’", "'")
    words = _WORD.findall(low)
    act, lemma = _by_word(words, cues)
    if act == "denies" and any(w in _NEGATED for w in words):
        return "asserts"
    if act == "asserts" and (lemma is None or lemma in _PLAIN):
        return _by_content(text, raw, cues) or act
    return act


def _by_word(words: list[str], cues: CueTable) -> tuple[Act, str | None]:
    for word in reversed(words):
        cue = cues.verbs.get(word)
        if cue is not None:
            return cue.acts.get("object") or cue.acts.get("clause") or cue.acts["weak"], cue.lemma
        if word in cues.nouns:
            return cues.nouns[word], word
    return "asserts", None


def _by_content(text: str, raw: RawClaim, cues: CueTable) -> Act | None:
    if not raw.content:
        return None
    start, end = raw.content[0]
    said = text[start : min(end, start + _NEAR)].lstrip('“"‘ ')
    for act, patterns in cues.content:
        if any(_compiled(p).search(said) for p in patterns):
            return act
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def speech_of(text: str, content: tuple[Span, ...]) -> Speech:
    """Direct where all of the content stands in quotation marks, mixed where some of it does."""
    parts = [text[a:b].strip(" ,.;—–-") for a, b in content]
    if parts and all(p[:1] in '“"«' and p for p in parts) and not any(_unquoted(p) for p in parts):
        return "direct"
    return "mixed" if any(c in p for p in parts for c in '“”"«') else "indirect"


def _unquoted(part: str) -> bool:
    """Whether words stand outside the marks of a part that begins with one."""
    close = max(part.rfind(c) for c in '”"»')
    return (close > 0 and bool(part[close + 1 :].strip(" .,;!?"))) or (
        "“" in part[1:] and "”" in part[: part.rfind("“")]
    )
