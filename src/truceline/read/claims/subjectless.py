"""Claims with nobody to make them, though their verb has a subject: "The widow heard one shot"; and "owned up"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.span import Span, meets, overlap, span_at
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.unsaid import names_nobody

_PARTICIPLE = re.compile(r"(?:[a-z]+ly )?[a-z]+ing\b")
_PASSIVE = re.compile(r"(?:am|is|are|was|were|be|been|(?:ha[sd]|have) (?:\w+ly )?been)\b(?! (?:\w+ )?\w+ing\b)|to\b")
_FINITE = re.compile(
    r"(?:(?:had|has|have|did|could|would|will|may|might|are|is|was|were|also|then|not|never|only|\w+ly) )*"
    r"(?:(?!seemed\b|expected\b)\w+(?:ed|ing)|s[ae]w|heard|said|says|told|felt|knew|thought|found|wrote|not|never)\b"
)
"""A verb that has a subject; "questions", "seems" and "Reportedly", which the learned reader marks too, have none."""
_CLAUSE = re.compile(r"[;:]\s+|,\s+(?:and|but|while)\s+")
_WHO = (
    r"(?P<who>(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|[Oo]ne|[Aa]n?)(?: [\w’'-]+){1,9}?"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}|[Tt]hey|[Hh]e|[Ss]he)"
)
_SUBJECT = re.compile(rf"{_WHO}(?:, (?:who|which)|,[^,;:“”\"]{{3,60}},)?(?: \w+ly| also| then| again)? ")
_NOT_WHO = frozenset(
    """it i we you there this that these those what who which when where while if as though although in at on by for
    after before and but so nor not since until having""".split()  # noqa: SIM905
)
_OWNED_UP = re.compile(
    r"(?P<cue>(?:(?:has|have|had) )?own(?:s|ed|ing)?(?P<up> up)?)(?P<when> (?:on|in) [\w-]+(?: \w+)?)?"
    r"(?: (?P<what>to (?!nothing\b|none\b)[^.,;:!?“”\"]+)|(?= (?:before|within|at once|after|on|to)\b|[.,;!?]))"
)
_OPENING = re.compile(rf"{_WHO} (?:was|were|is|are|ha[sd]|have|came|\w+ed)\b")
_FOR = re.compile(r"\b(?:for|by|after|before|without|in) $")
_NOUN = re.compile(r"(?:story|stories|allegations?|claims?|charges?|accusations?|versions?|accounts?|reports?|tales?)")
_OWNER = re.compile(
    r"\b(?P<who>(?:(?:[Tt]he |[A-Z])[\w-]*(?: [\w-]+){0,3}?(?:['’]s|s['’])|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)) (?:own )?$"
)
"""As in “The gendarmes' | story that the clerk was hanged”."""
_SURE = 0.6


def with_subjects(
    text: str, raws: Sequence[RawClaim], ruled: Sequence[RawClaim], sentences: Sequence[Span]
) -> list[RawClaim]:
    """The claims, one without a source given to its verb's subject: by the rules, or by what stands before the verb.

    A participle is its clause's: "..., the ministry said on Monday, adding that" is the ministry's.
    """
    return [raw if raw.source else _with_subject(text, raw, (raws, ruled), sentences) for raw in raws]


def _with_subject(
    text: str, raw: RawClaim, known: tuple[Sequence[RawClaim], Sequence[RawClaim]], sentences: Sequence[Span]
) -> RawClaim:
    raws, ruled = known
    start = raw.cue[0][0]
    owner = _OWNER.search(text, max(0, start - 60), start) if _NOUN.fullmatch(text, *raw.cue[-1]) else None
    if owner is not None and not meets(owner.span("who"), raw.content):
        return replace(raw, source=(owner.span("who"),))
    if _FINITE.match(text, start) is None or _PASSIVE.match(text, start):
        return raw
    low = span_at(start, sentences, (start, start))[0]
    participle = _PARTICIPLE.match(text, start)
    found = _of_verb_before(raws, low, start) if participle else subject_of_clause(text, low, start)
    found = found or _by_rules(text, raw, ruled) or (_of_sentence(text, low, start) if participle else None)
    if found is None or meets(found, raw.content):
        return raw
    return replace(raw, source=(found,), score=max(raw.score, _SURE))


def _by_rules(text: str, raw: RawClaim, ruled: Sequence[RawClaim]) -> Span | None:
    """Whom the rules give the same verb to, if anybody."""
    rule = next((r for r in ruled if r.source and any(overlap(c, raw.cue[0]) for c in r.cue)), None)
    return rule.source[0] if rule is not None and _is_somebody(text, rule.source[0]) else None


def _of_verb_before(raws: Sequence[RawClaim], low: int, start: int) -> Span | None:
    """Who makes the last claim of the sentence before a participle."""
    beside = [r for r in raws if r.source and low <= r.source[0][0] and low <= r.cue[0][0] and r.cue[-1][1] < start]
    beside = [r for r in beside if r.source[-1][1] < start]
    return max(beside, key=lambda r: r.cue[-1][1]).source[0] if beside else None


def _of_sentence(text: str, low: int, start: int) -> Span | None:
    """As in “Vant came under fire for admitting that ...”: the sentence's subject."""
    found = _OPENING.match(text, low, start) if _FOR.search(text, max(low, start - 9), start) else None
    return found.span("who") if found and _is_somebody(text, found.span("who")) else None


def subject_of_clause(text: str, low: int, verb: int) -> Span | None:
    """The words from the beginning of a verb's clause to the verb, where they name somebody and no more."""
    begun = [low, *(m.end() for m in _CLAUSE.finditer(text, low, verb))][-1]
    found = _SUBJECT.fullmatch(text, begun, verb)
    return found.span("who") if found and _is_somebody(text, found.span("who")) else None


def _is_somebody(text: str, who: Span) -> bool:
    first = text[slice(*who)].split(maxsplit=1)[0].casefold()
    return first not in _NOT_WHO and not names_nobody(text, who[0])


def with_owned_up(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """The claims, with what somebody "owned up to": named behind the verb, or told in the clause before."""
    out = list(raws)
    for sentence in sentences:
        for told in _owned_up(text, sentence):
            if not any(overlap(told.cue[0], c) for r in out for c in r.cue):
                out.append(told)
    return out


def _owned_up(text: str, sentence: Span) -> Iterator[RawClaim]:
    for m in _OWNED_UP.finditer(text, *sentence):
        who = subject_of_clause(text, sentence[0], m.start())
        if who is None or (m["up"] is None and m["what"] is None):
            continue
        before = (sentence[0], len(text[: who[0]].rstrip(" ,;:")))
        told = (m.start("what"), m.start("what") + len(m["what"].rstrip())) if m["what"] else before
        if told[1] - told[0] > 2:
            yield RawClaim(source=(who,), cue=(m.span("cue"),), content=(told,), score=_SURE)
