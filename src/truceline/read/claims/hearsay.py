"""Hearsay denied: "the attack, as some media reported, did not take place" is their attack and the speaker's "not"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from truceline.model.span import Span, overlap
from truceline.read.claims.quotes import quoted_parts
from truceline.read.claims.raw import RawClaim, in_text_order

_MANNER = r"(?:(?:\w+ly|first|once|also|earlier|later|then|now|ha[sd]|have|had\s+been|was|were)\s+){0,3}"
_HEARD = r"(?:report|claim|alleg|assert|suggest|rumou?r|announc|stat|writ|wrot|sa)(?:ed?|s|d|id|ys|ten|ing)?"
"""Verbs of hearsay. Who "confirmed" or "acknowledged" says the same as the speaker: those are left out."""
_WHO = r"(?:[\w’'.-]+\s+){0,6}?[\w’'.-]*[\w’']"
_BESIDE = r"(?:\s+(?:earlier|first|wrongly|falsely|today|yesterday|online|on\s+(?:social\s+media|\w+day)))?"
_NEVER = (
    r"(?:(?:simply|in\s+fact|actually)\s+)?(?:"
    r"(?:did\s+not|didn['’]t|never)\s+(?:in\s+fact\s+|actually\s+)?(?:take\s+place|took\s+place|happen(?:ed)?|occur(?:red)?)"
    r"|(?:ha[sd]|have)\s+(?:not|never)\s+(?:taken\s+place|happened|occurred)"
    r"|(?:is|was|are|were)\s+(?:(?:an?|pure|plain|completely|entirely|simply)\s+){0,2}"
    r"(?:lies?|false|untrue|baseless|fabricat\w+|inventions?|fictions?|nonsense))"
)
_ENDS = r"(?=\s*(?:[.,;!?)”\"]|$)|\s+(?:on|in|at|there|that)\b)"
_HEARD_OF = (
    rf",\s+(?:as|which|that)\s+(?P<who>(?!by\b|is\b|was\b|were\b|{_MANNER}{_HEARD}\b){_WHO})"
    rf"\s+(?P<cue>{_MANNER}{_HEARD}){_BESIDE},"
)
_HEARD_BY = (
    rf",?\s+(?:as\s+|which\s+(?=(?:was|were|ha[sd])\b))?(?P<cue>{_MANNER}{_HEARD})\s+by\s+(?P<who>{_WHO}){_BESIDE},?"
)
_DENIED = re.compile(rf"\s(?P<never>{_NEVER}){_ENDS}", re.IGNORECASE)
_FORMS = tuple(
    re.compile(rf"(?P<what>[^.;:!?“”\"()]{{8,200}}?){told}{_DENIED.pattern}", re.IGNORECASE)
    for told in (_HEARD_OF, _HEARD_BY)
)
_THAT = re.compile(r"[\s,]*(?:that\s+)?", re.IGNORECASE)
_SURE = 0.7
_REST = 40
"""Characters behind the denial in which a claim tells no more than the day of what never happened."""


@dataclass(frozen=True, slots=True)
class _Hearsay:
    what: Span
    who: Span
    cue: Span
    never: Span

    @property
    def heard(self) -> Span:
        """All but the denial."""
        return self.what[0], max(self.who[1], self.cue[1])


def with_hearsay(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> tuple[RawClaim, ...]:
    """The claims, hearsay without the denial around it, which is left to whoever is told to say all of that."""
    out = list(raws)
    for heard in _all(text, sentences):
        own = [r for r in out if any(overlap(c, heard.cue) for c in r.cue)]
        outer = [r for r in out if r not in own and _reaches(r, heard)]
        found = _behind_cue(text, heard, outer)
        kept = [_with_all(r, found) if r in outer else r for r in out if r not in own]
        score = max((_SURE, *(r.score for r in own)))
        out = [*kept, RawClaim(source=(found.who,), cue=(found.cue,), content=(found.what,), score=score)]
    return in_text_order(out)


def hearsay_denied(
    text: str, sentences: Sequence[Span], raws: Sequence[RawClaim]
) -> dict[RawClaim, Mapping[str, float]]:
    """The claims that deny hearsay, with what they reach: whoever says no more than that, else the writer."""
    made: dict[RawClaim, Mapping[str, float]] = {}
    quotes = quoted_parts(text)
    for found in _all(text, sentences):
        outer = [r for r in raws if any(overlap(found.never, s) for s in r.content)]
        if not outer and not any(overlap(found.never, q) for q in quotes):
            outer = [RawClaim(source=(), cue=(found.never,), content=(found.heard,), score=_SURE)]
        made |= {r: {"occurrence": 1.0} for r in outer if r.content[-1][1] - found.never[1] <= _REST}
    return made


def _all(text: str, sentences: Sequence[Span]) -> list[_Hearsay]:
    denials = (s for s in sentences if _DENIED.search(text, *s))
    found = (m for sentence in denials for form in _FORMS for m in form.finditer(text, *sentence))
    return [_Hearsay(*(m.span(g) for g in ("what", "who", "cue", "never"))) for m in found]


def _reaches(raw: RawClaim, found: _Hearsay) -> bool:
    """Whether somebody is told to say what is heard, or that it never happened."""
    return any(overlap(s, found.what) or overlap(s, found.never) for s in raw.content)


def _behind_cue(text: str, found: _Hearsay, outer: Sequence[RawClaim]) -> _Hearsay:
    """What is heard, without those before it who say that it never happened."""
    start, end = found.what
    cut = max((b for r in outer for _, b in (*r.source, *r.cue) if b < end), default=start)
    begun = _THAT.match(text, max(start, cut), end)
    return replace(found, what=(begun.end() if begun else start, end))


def _with_all(raw: RawClaim, found: _Hearsay) -> RawClaim:
    """The claim with all of the hearsay and its denial among its words."""
    start, end = found.what[0], found.never[1]
    touching = [s for s in raw.content if overlap(s, (start, end))]
    whole = (min(start, *(a for a, _ in touching)), max(end, *(b for _, b in touching)))
    return replace(raw, content=tuple(sorted((*(s for s in raw.content if s not in touching), whole))))
