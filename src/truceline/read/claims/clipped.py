"""Words read into a claim that the writer says himself: "of 38 boats stopped, the coast guard admits to 21"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.span import Span
from truceline.read.claims.raw import RawClaim

_OF = re.compile(r"[Oo]f (?!(?:these|those|them|whom|which)\b)")
_WHO = re.compile(r",? (?:who|which|whose|whom)\b")
_AND = re.compile(r"\band, $")
_NOUN_PHRASE = re.compile(r"(?:an?|the|his|her|its|their|one|two|three|four|five|six|\d+) ", re.IGNORECASE)
_LABEL = re.compile(r"\s+(?P<who>[A-Z][\w’'-]*(?: [\w’'-]+){0,4})(?:, [\w ]{2,20})?(?P<mark>:) $")
_ENDS = re.compile(r"[.!?][\"”’']? ?$")
_APPOSED = re.compile(r", (?P<what>an? (?:[\w’'-]+ ?){1,3})$")
_LOOKS_BACK = re.compile(r"(?:With|So|Thus|That|This|These|Such)\b")
_FRANK = re.compile(
    r"(?P<who>(?:[A-Z][\w’'-]*)(?: [\w’'-]+){0,5}?)(?:, [^,.]{3,60},)? (?P<cue>(?:was|were|is|sounded"
    r"|put it) (?:more )?\w+)\."
)
"""As in “Colonel Vant, reached at home, was franker.”"""
_HAD = re.compile(
    r"; (?P<told>(?:the|an?|its|his|her|their|it|they|he|she|there) (?:[\w’'-]+ ){0,4}?had (?:been |never |not |only )?"
    r"(?!said|told|added|asked)[^.;:“”\"\n]+)"
)
_CHARGE = re.compile(
    r"\b(?:accusations?|allegations?|charges|complaints?|claims)\s+(?:\w+\s+){0,2}?"
    r"(?:(?:made|brought|raised|levelled|leveled)\s+)?by\s+$",
    re.IGNORECASE,
)
_LONGEST_CHARGE = 60
_RELATIVE = re.compile(r"\b(?:which|whom|that|who) (?:the )?$")
_LONGEST_WHICH = 11
_GOES_ON = re.compile(r", (?=(?:had|has|have|was|were|is|are|did|does|would|will|could|can|must|may|might)\b)")
"""Where the sentence around a relative clause takes up its verb."""
_AGAINST = re.compile(r" (?:against|at) ")
_SET_OFF = re.compile(r",\s+(?:an?|the|whose)\s")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+(?: (?:al-|bin |van |de )?[A-Z][\w’'-]+){1,2}$")
_LONGEST_NAME = 60
_SURE = 0.6


def clipped(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> list[RawClaim]:
    """The claims, each with its own words alone; a quote behind another's label is that one's."""
    raws = [replace(raw, source=_named_alone(text, raw.source)) for raw in raws]
    raws = _within_relatives(text, _without_relatives(text, raws))
    near = [part for raw in raws for part in _without_far_quotes(text, raw, sentences)]
    return [part for raw in near for part in _by_label(text, _clipped(text, raw))]


def _named_alone(text: str, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """Who speaks without the "which" that takes it up: "the mission" of "the mission, which saw it, counts three"."""
    named = tuple(span for span in source if text[slice(*span)].casefold() not in {"which", "who", "that"})
    return named or source


def _without_relatives(text: str, raws: Sequence[RawClaim]) -> list[RawClaim]:
    """As in “"No," a clerk told the parish, which had written to complain”: the quote is the clerk's alone."""
    out = list(raws)
    for raw in raws:
        who = raw.source[0] if raw.source else (0, 0)
        if text[slice(*who)].casefold() not in {"which", "who"} or any(b > who[0] for _, b in raw.content):
            continue
        told = next((r for r in out if r is not raw and any(a < r.cue[0][0] < b for a, b in raw.content)), None)
        quote = next(((a, b) for a, b in raw.content if text[a] in '"“'), None)
        if told is None or quote is None:
            continue
        stop = min(a for a, _ in (*told.source, *told.cue) if a > quote[0])
        out[out.index(told)] = replace(told, content=((quote[0], len(text[:stop].rstrip())),))
        out.remove(raw)
    return out


def _within_relatives(text: str, raws: Sequence[RawClaim]) -> list[RawClaim]:
    """As in “that the guard, which the army swears it left, had burned it”: past the comma the outer words go on."""
    out = list(raws)
    for at in range(len(out)):
        raw = out[at]  # as it is by now: what another goes on with may have been added
        cut = _past_relative(text, raw)
        if cut is None:
            continue
        which, back, end = cut
        outer = next((n for n, r in enumerate(out) if r.content and _ends_at(r.content[-1][1], which)), at)
        out[at] = replace(raw, content=(*raw.content[:-1], (raw.content[-1][0], back.start())))
        if outer != at:
            out[outer] = replace(out[outer], content=(*out[outer].content, (back.end(), end)))
    return out


def _past_relative(text: str, raw: RawClaim) -> tuple[re.Match[str], re.Match[str], int] | None:
    """The word that opens the clause a claim stands in, where the words past that begin, and their end; or None."""
    if not raw.source or not raw.content or raw.content[-1][0] < raw.cue[-1][1]:
        return None
    who, (start, end) = raw.source[0][0], raw.content[-1]
    which = _RELATIVE.search(text, max(0, who - _LONGEST_WHICH), who)
    back = _GOES_ON.search(text, start, end) if which is not None else None
    return None if which is None or back is None else (which, back, end)


def _ends_at(end: int, which: re.Match[str]) -> bool:
    return which.start() - 1 <= end <= which.end()


def _without_far_quotes(text: str, raw: RawClaim, sentences: Sequence[Span]) -> list[RawClaim]:
    """As in “Vant was franker. "We fled." A resident said that ...”: the quote is no resident's, but Vant's."""
    low = max((a for a, _ in sentences if a <= raw.cue[0][0]), default=0)
    far = tuple(s for s in raw.content if s[1] <= low and text[s[0]] in '"“')
    told = tuple(s for s in raw.content if s[0] >= raw.cue[-1][1] and text[s[0]] not in '"“')
    if not far or not told or far[0][0] != raw.content[0][0] or _LOOKS_BACK.match(text, low):
        return [raw]
    own = _frankly_told(text, far, sentences)
    return [*own, replace(raw, content=tuple(s for s in raw.content if s not in far))]


def _frankly_told(text: str, quote: tuple[Span, ...], sentences: Sequence[Span]) -> list[RawClaim]:
    """The claim of whom the sentence before a quote introduces: “Vant was franker.”; none for nobody."""
    before = max((s for s in sentences if s[1] <= quote[0][0]), default=(0, 0))
    found = _FRANK.fullmatch(text, before[0], len(text[slice(*before)].rstrip()) + before[0])
    if found is None:
        return []
    return [RawClaim(source=(found.span("who"),), cue=(found.span("cue"),), content=quote, score=_SURE)]


def _clipped(text: str, raw: RawClaim) -> RawClaim:
    for rule in (
        _without_accused, _with_own_name, _with_pluperfect, _to_first, _from_own_number, _to_what_stands_behind,
        _to_apposition,
    ):  # fmt: skip
        raw = rule(text, raw)
    return raw


def _without_accused(text: str, raw: RawClaim) -> RawClaim:
    """As in “accusations were made by the rebels | against the army”: the army is accused, and accuses nobody."""
    start, end = raw.source[0] if raw.source else (0, 0)
    if len(raw.source) != 1 or _CHARGE.search(text, max(0, start - _LONGEST_CHARGE), start) is None:
        return raw
    against = _AGAINST.search(text, start, end)
    return replace(raw, source=((start, against.start()),)) if against else raw


def _with_own_name(text: str, raw: RawClaim) -> RawClaim:
    """As in “Ana Vant, | a baker who had fled, | said that”: what is set off behind a name belongs to it."""
    start = raw.source[0][0] if raw.source else 0
    name = _NAME_BEFORE.search(text, max(0, start - _LONGEST_NAME), start)
    if not raw.source or name is None or not _SET_OFF.match(text, start):
        return raw
    return replace(raw, source=((name.start(), raw.source[0][1]), *raw.source[1:]))


def _with_pluperfect(text: str, raw: RawClaim) -> RawClaim:
    """As in “"No," it said; the aircraft had hit lorries.”: told in its tense, the rest is its word too."""
    own = max(b for _, b in (*raw.source, *raw.cue))
    more = _HAD.match(text, own) if raw.content[-1][1] <= own and text[raw.content[-1][0]] in '"“' else None
    return replace(raw, content=(*raw.content, more.span("told"))) if more else raw


def _to_first(text: str, raw: RawClaim) -> RawClaim:
    """As in “any role in the arrest of Vant, who was last seen | being led off”: the clause on Vant ends the words."""
    own = (*raw.source, *raw.cue)
    for at, (before, after) in enumerate(zip(raw.content, raw.content[1:], strict=False)):
        between = not any(before[1] <= a < after[0] for a, _ in own)
        if between and text[after[0]] not in '"“' and _WHO.match(text, before[1], after[0]):
            return replace(raw, content=raw.content[: at + 1])
    return raw


def _from_own_number(text: str, raw: RawClaim) -> RawClaim:
    """As in “Of the 61 breaches listed, the army rejects 40”: what it is a part of is told by the writer."""
    first, rest = raw.content[:1], raw.content[1:]
    behind = bool(rest) and first[0][1] <= raw.cue[0][0] and rest[0][0] >= raw.cue[-1][1]
    return replace(raw, content=rest) if behind and _OF.match(text, first[0][0]) else raw


def _to_what_stands_behind(text: str, raw: RawClaim) -> RawClaim:
    """As in “it killed six goats and, the widow says, her brother”: the brother alone is her word."""
    behind = tuple(s for s in raw.content if s[0] >= raw.cue[-1][1])
    opens = _opens(raw)
    if not behind or len(behind) == len(raw.content) or _AND.search(text, max(0, opens - 8), opens) is None:
        return raw
    return replace(raw, content=behind) if _NOUN_PHRASE.match(text, behind[0][0]) else raw


def _to_apposition(text: str, raw: RawClaim) -> RawClaim:
    """As in “Rahl, 19, shot by a comrade, an accident according to his sergeant”: that it was one is his word."""
    start = raw.cue[0][0]
    if text[slice(*raw.cue[0])].casefold() != "according to" or raw.content[0][0] > start or raw.content[-1][0] > start:
        return raw
    found = _APPOSED.search(text, raw.content[0][0], len(text[:start].rstrip()))
    what = found.span("what") if found and text[start - 2] != "," else None
    return replace(raw, content=(what,)) if what else raw


def _by_label(text: str, raw: RawClaim) -> list[RawClaim]:
    """As in “Mayor: "I signed nothing." His deputy: "He signed."”: two speakers, each with a quote."""
    if raw.content[-1][0] >= raw.cue[-1][1] > raw.content[0][0]:
        return [raw]
    for at, (before, after) in enumerate(zip(raw.content, raw.content[1:], strict=False)):
        found = _LABEL.fullmatch(text, before[1], after[0]) if text[after[0]] in '"“' else None
        if found and _ENDS.search(text, before[0], before[1]):
            own = RawClaim(
                source=(found.span("who"),), cue=(found.span("mark"),), content=raw.content[at + 1 :], score=_SURE
            )
            return [replace(raw, content=raw.content[: at + 1]), own]
    return [raw]


def _opens(raw: RawClaim) -> int:
    return min(a for a, _ in (*raw.source, *raw.cue))
