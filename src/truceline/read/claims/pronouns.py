"""Pronouns to the person or body meant in the document; left open where more than one may be meant."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.read.claims.raw import RawClaim
from truceline.read.claims.subjects import body_meant, several_meant
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.voices import voice_of
from truceline.read.claims.whom.people import GENDER

REACH = 900
"""Characters back within which somebody meant by a pronoun must have been named."""
_BODIES = frozenset({"they", "their", "them", "it", "its"})
PRONOUNS = _BODIES | GENDER.keys() | {"who", "which", "that"}
_RESOLVED = 0.9
_NAME_BEFORE = re.compile(r"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}), $")
_APPOSED_BEFORE = re.compile(
    r"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}), (?:the|an?|its|his|her|their|then|now|once) [^,.;!?\n]{2,70}, $"
)
"""Before "who": a name, and what he is: "Nils Brandt, the Varnian envoy, who said"."""
_IN_TURN = re.compile(r",? (?:in (?:its|their) turn|in turn|(?:on|for) (?:its|their) part)\b")
"""Behind a pronoun that means the other party, not the last one."""
_KIND = re.compile(
    r"(?:[.!?][”\"]?\s+|\n)(?:[A-Z][a-z]{2,}s|(?:Most|Many|Such|Some|All|Other) [a-z]+s)"
    r" (?:do|have|are|always|never|often)\b[^.!?\n]{0,80}[.!?]\s+(?:[A-Z][a-z]+ )?$"
)
"""Before "they" that means all of a kind: "States do this. They say ..."."""
_SENTENCE = 120
"""Characters before a pronoun in which such a sentence stands."""
_BESIDE = 3
"""Characters between a speaker and the "who" behind it."""


def by_pronoun(raw: RawClaim, voice: Voice, low: str, earlier: Sequence[Voice], names: Names) -> Voice:
    """The voice that one of PRONOUNS means, `low` as it is written small; the voice itself where that is open."""
    if low in GENDER:
        return names.meant(raw, voice, GENDER[low], earlier)
    if low in _BODIES and _IN_TURN.match(names.text, voice.at + len(voice.words)):
        return replace(voice, kind="anonymous", plural=low.startswith("the"))
    if low in {"it", "its"} and not _adds(names, voice) and (body := body_meant(raw, voice, earlier, names)):
        return body
    if low == "they" and (several := several_meant(voice, names) or _of_a_kind(voice, names)):
        return several
    if low in _BODIES:
        return by_number(voice, low.startswith("the"), _outermost(earlier, voice))
    return _by_relative(voice, earlier, names)


def _of_a_kind(voice: Voice, names: Names) -> Voice | None:
    """The voice itself, which is nobody's, where "they" are all of a kind."""
    return voice if _KIND.search(names.text, max(0, voice.at - _SENTENCE), voice.at) else None


def _outermost(earlier: Sequence[Voice], voice: Voice) -> list[Voice]:
    """Who speaks in the text itself, for what is told there; in somebody's words also who speaks in them."""
    return [v for v in earlier if voice.inner or not v.inner]


def taken(voice: Voice, meant: Voice) -> Voice:
    """The meant voice at this claim's own words."""
    first = meant.first if meant.words.casefold() in PRONOUNS else meant.first_told
    return replace(meant, words=voice.words, at=voice.at, first=first, sure=_RESOLVED * meant.sure)


def _adds(names: Names, voice: Voice) -> bool:
    """As in “he added”, "she went on": carries on the last speaker."""
    after = names.text[voice.at + len(voice.words) : voice.at + len(voice.words) + 16]
    return re.match(r"\s+(?:also\s+)?(?:added|continued|went on|goes on)", after) is not None


def by_number(voice: Voice, plural: bool, earlier: Sequence[Voice]) -> Voice:
    """As in “they”: the last body, label or unnamed several; "it": the last body. Only the very last voice is taken."""
    last = earlier[-1] if earlier else None
    if last is None or voice.at - last.at > REACH:
        return voice
    if last.kind in {"institution", "group", "outlet"} or (plural and last.plural):
        return taken(voice, last)
    return voice


def _by_relative(voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice:
    """As in “X, who said”: the mention or the name right before; else the speaker of the same sentence."""
    beside = [v for v in earlier[-1:] if 0 < voice.at - v.at - len(v.words.rstrip(" ,")) <= _BESIDE]
    if beside and voice.words.casefold() == "who" and (beside[0].name or beside[0].single):
        return taken(voice, beside[0])
    before = [(m.start, m.end) for m in names.mentions if m.end <= voice.at and m.end >= voice.at - 3]
    named = [m.span(1) for m in _NAME_BEFORE.finditer(names.text, max(0, voice.at - 60), voice.at)]
    if not before and not named and voice.words.casefold() == "who":
        named = [m.span(1) for m in _APPOSED_BEFORE.finditer(names.text, max(0, voice.at - 140), voice.at)]
    if before or named:
        return taken(voice, voice_of((before or named)[-1:], names))
    last = earlier[-1] if earlier else None
    if last is not None and _adds(names, voice) and not re.search(r"[.!?]\s|\n", names.text[last.at : voice.at]):
        return taken(voice, last)
    return voice
