"""Accusers behind "by": "the shelling was blamed by Kyiv on the rebels" is Kyiv's word, and the rebels are blamed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.model.actor import ActorMention
from truceline.model.span import Span, meets, overlap
from truceline.read.claims.cues import CueTable
from truceline.read.claims.raw import RawClaim, in_text_order
from truceline.text.calendar_names import DAY_OR_MONTH

_BE = (
    r"(?:was|were|is|are|(?:ha(?:s|d|ve)\s+(?:\w+ly\s+|also\s+|once\s+)?been)|been|being)\s+"
    r"(?:(?:\w+ly|also|later|again)\s+){0,2}"
)
_BLAMED = re.compile(
    rf"\b(?P<cue>(?P<be>{_BE})?(?P<verb>blamed|attributed|ascribed|accused|denounced|condemned|decried"
    r"|held\s+(?:responsible|accountable)))\s+by\s+",
    re.IGNORECASE,
)
_LEADS: tuple[tuple[str, str], ...] = (
    ("blamed", r"on|for"),
    ("attributed", r"to"),
    ("ascribed", r"to"),
    ("accused", r"of"),
    ("held", r"for"),
    ("", r"as|for"),
)
"""What leads on from the accuser, by the verb; the accused or the charge stands behind it."""
_OF_DEED = re.compile(r"\bof\s+(?=(?:\w+ly\s+|not\s+)?\w+ing\b)", re.IGNORECASE)
_WHO = re.compile(r"(?:[Tt]he\s+|[Bb]oth\s+|some\s+|many\s+|local\s+)*[\w’'.-]+(?:[\s-]+[\w’'.-]+){0,7}")
_AND_BY = re.compile(rf"(?:,?\s+and|,)\s+by\s+(?!{DAY_OR_MONTH}\b|(?:Christmas|Easter|Ramadan|Eid)\b)")
_CLAUSE = re.compile(r"[;:(“\"]\s*|,\s+(?:and\s+|but\s+|while\s+)?|\b(?:that|but|while|because)\s+")
"""Where a new clause begins."""
_BEHIND = (
    r"\s+(?P<accused>[^,;:.“”\"()]{2,80}?)\s+by\s+"
    rf"(?P<who>{_WHO.pattern}?(?:,?\s+(?:and\s+)?by\s+{_WHO.pattern}?)*)"
    r"(?=\s*(?:[.;,!?”\"]|$)|\s+(?:on|after|because|who|which|but|while)\b|\s+in\s+(?:an?|its|their)\b)"
)
_ONTO = re.compile(
    rf"\b(?P<cue>(?P<be>{_BE})?(?:blamed\s+on|attributed\s+to|ascribed\s+to|(?:laid|pinned)\s+(?:squarely\s+)?on))"
    rf"{_BEHIND}"
)
_OF = re.compile(rf"\b(?P<cue>(?P<be>{_BE})accused\s+of){_BEHIND}")
"""As in “blamed on the rebels by the army”: whoever stands behind the last "by" blames."""
_OF_WHAT = re.compile(r"\w+ing\s|\s(?:of|on|at|in|against|near)\s", re.IGNORECASE)
_DEED_BY = re.compile(r"(?:\w+ed|\w+en|\w+wn|held|run|led|made|built|set|told|sent|its|their)$", re.IGNORECASE)
"""Behind these a "by" names who did it: "an attack on a post held | by the army"."""
_SURE = 0.7


@dataclass(frozen=True, slots=True)
class _Passive:
    what: Span
    cue: Span
    who: Span
    rest: Span


def with_accusers(
    text: str, raws: Sequence[RawClaim], sentences: Sequence[Span], known: tuple[Sequence[ActorMention], CueTable]
) -> tuple[RawClaim, ...]:
    """The claims, each passive of blame given to who stands behind its "by" and to nobody else.

    `known`: the actors of the text, and the words of roles.
    """
    actors, cues = known
    out = [part for raw in raws for part in _parted(text, raw)]
    for sentence in sentences:
        for told in (*_passives(text, sentence, actors), *_onto(text, sentence, actors, cues)):
            made = [replace(_claim(told), source=(who,)) for who in _each(text, told.who)]
            own = [r for r in out if meets(told.cue, r.cue)]
            if own:
                at = out.index(own[0])
                out = [r for r in out if r not in own]
                out[at:at] = [replace(m, score=max(own[0].score, _SURE)) for m in made]
            elif not any(_cuts(r, (told.what[0], told.rest[1])) for r in out):
                out += made
    return in_text_order(out)


_ASIDE = re.compile(r", (?:[\w’'-]+ ){0,2}(?:reported|claimed|alleged|described|announced|cited|denounced) by $")
"""Before a teller set off by commas, behind whom the sentence goes on: "the strike, reported by X, did not happen"."""


def beside_asides(text: str, raws: Sequence[RawClaim]) -> tuple[RawClaim, ...]:
    """The claims, none of a teller set off by commas having what the sentence itself goes on to say."""
    return tuple(replace(r, content=r.content[:1]) if _goes_past(text, r) else r for r in raws)


def _goes_past(text: str, raw: RawClaim) -> bool:
    if len(raw.source) != 1 or len(raw.content) != 2 or raw.content[1][0] < raw.source[0][1]:
        return False
    start, end = raw.source[0]
    aside = _ASIDE.search(text, max(0, start - 40), start)
    return aside is not None and raw.content[0][1] <= aside.end() and text[end : end + 2] == ", "


def _each(text: str, who: Span) -> list[Span]:
    """The accusers one by one: "by residents and by the Civil Defence" are two."""
    starts, ends = [who[0]], []
    for m in _AND_BY.finditer(text, *who):
        ends.append(m.start())
        starts.append(m.end())
    return list(zip(starts, (*ends, who[1]), strict=True))


def _parted(text: str, raw: RawClaim) -> list[RawClaim]:
    """A claim of several behind a "by" each as one of each."""
    if len(raw.source) != 1 or not _AND_BY.search(text, *raw.source[0]):
        return [raw]
    return [replace(raw, source=(who,), score=max(raw.score, _SURE)) for who in _each(text, raw.source[0])]


def _claim(told: _Passive) -> RawClaim:
    content = tuple(s for s in (told.what, told.rest) if s[0] < s[1])
    return RawClaim(source=(told.who,), cue=(told.cue,), content=content, score=_SURE)


def _passives(text: str, sentence: Span, actors: Sequence[ActorMention]) -> list[_Passive]:
    made = []
    for m in _BLAMED.finditer(text, *sentence):
        verb = m["verb"].casefold()
        if m["be"] is None and not verb.startswith(("blamed", "attributed")):
            continue
        end = _end(text, (m.end(), sentence[1]))
        lead = _lead(text, (m.end(), end), verb, actors)
        begun = [sentence[0], *(c.end() for c in _CLAUSE.finditer(text, sentence[0], m.start("cue")))][-1]
        what = (begun, len(text[: m.start("cue")].rstrip(" ,")))
        if lead is None or what[0] >= what[1]:
            continue
        who = (m.end(), len(text[:lead].rstrip()))
        cue = (m.start("cue"), m.end("verb"))
        if all(_WHO.fullmatch(text, *one) for one in _each(text, who)):
            made.append(_Passive(what, cue, who, (lead, end)))
    return made


def _onto(text: str, sentence: Span, actors: Sequence[ActorMention], cues: CueTable) -> list[_Passive]:
    """Passives that name whom they blame before who does: a party, not "fire by the army".

    The happening in "the raid, attributed to the rebels by the army, killed ten" stays the text's own.
    """
    made = []
    for m in (*_ONTO.finditer(text, *sentence), *_OF.finditer(text, *sentence)):
        before = len(text[: m.start("cue")].rstrip(" ,"))
        begun = [sentence[0], *(c.end() for c in _CLAUSE.finditer(text, sentence[0], before))][-1]
        who = (m.start("who"), m.start("who") + len(m["who"].rstrip(" .,")))
        if m.re is _OF and (_DEED_BY.search(m["accused"]) or not _OF_WHAT.search(m["accused"])):
            continue
        start, end = who if m.re is _OF else m.span("accused")
        party = text[start:end].rsplit(maxsplit=1)[-1].casefold() in cues.roles["institution"]
        party |= any(a.start >= start and a.end == end for a in actors)
        if begun < before and party:
            what = (begun, before) if m["be"] else (m.start("accused"), m.start("accused"))
            made.append(_Passive(what, m.span("cue"), who, m.span("accused")))
    return made


def _lead(text: str, span: Span, verb: str, actors: Sequence[ActorMention]) -> int | None:
    """Where the charge or the accused begins: behind the accuser, in no name's middle; a deed before other words."""
    words = next(leads for begins, leads in _LEADS if verb.startswith(begins))
    deeds = [m.start() for m in _OF_DEED.finditer(text, *span)] if words == "of" else []
    plain = [m.start() for m in re.compile(rf"\b(?:{words})\s+(?!of\b)").finditer(text, *span)]
    plain = [at for at in plain if not any(a.start < at < a.end for a in actors)]
    if words == "of":  # "residents of Tartar of the attack": what a name follows belongs to the accuser, if more comes
        plain = [at for at in plain if not text[at + 3 : at + 4].isupper()] or plain
    return next((at for at in (*deeds, *plain) if at > span[0]), None)


def _end(text: str, span: Span) -> int:
    """Where the clause ends: at a mark, or with the sentence."""
    mark = re.compile(r"[.;!?]\s*$|[;”\"]|,\s+(?:and|but|while|which|who|as)\b").search(text, *span)
    return mark.start() if mark else len(text[: span[1]].rstrip())


def _cuts(raw: RawClaim, span: Span) -> bool:
    """Whether a claim's words and a stretch overlap without one content holding all of it."""
    inside = any(a <= span[0] and span[1] <= b for a, b in raw.content)
    return not inside and any(overlap(s, span) for s in (*raw.source, *raw.cue, *raw.content))
