"""Who has the floor in a transcript, and outlets that quote: claims told by the page's form rather than by a verb."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.actor import ActorMention
from truceline.model.span import Span, meets
from truceline.read.claims.cues import CueTable
from truceline.read.claims.inline_turns import inline_turns
from truceline.read.claims.raw import RawClaim

_TURN = re.compile(
    r"^(?P<label>(?:(?:MR|MRS|MS|DR|GEN|COL|MAJ|LT|SGT|CAPT|ADM|SEN|REP|GOV|PROF)\. ?)?"
    r"[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'.-]+){0,4})(?: \([^()\n]{2,40}\))?"
    r"(?P<mark>:)[ \t]+(?P<said>\S.{20,})$",
    re.MULTILINE,
)
_NAMED_TURN = re.compile(
    r"^(?P<label>[A-Z][\w’'-]+\.?(?: [A-Z][\w’'-]+\.?){0,4})(?P<mark>:)[ \t]+(?P<said>\S.{20,})$", re.MULTILINE
)
_HEADED = re.compile(
    r"\s*(?P<said>[^\n]{15,140}?)(?P<mark>(?: [-–—]|:)) (?P<label>[\w’'-]+(?: [\w’'-]+){0,3})\s*(?:\n|$)"
)
_LED = re.compile(
    r"\s*(?P<label>[A-Z][\w’'-]*(?: [\w’'-]+){0,4})(?P<mark>:)[ \t]+"
    r"(?P<said>[^\n:]{10,140}?)[.!]?[ \t]*(?:\n[ \t]*\n|$)"
)
"""A heading, alone on its line, with words before its colon."""
_NEWS = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|no one|nobody|we|our)\b"
    r"|\b(?:kill|wound|injur|hit|struck|shell|attack|captur|seiz|fire[ds]?|down(?:s|ed)|violat|destroy|repel|die[ds]?)\w*\b",
    re.IGNORECASE,
)
"""Words by which a heading tells what happened; "a profile of the guards" is only about somebody."""
_ASKS = re.compile(r"^(?:Question|Q|Reporter|Journalist)\b[^\n:]{0,40}:[ \t]", re.MULTILINE)
_QUOTED_MAIL = re.compile(r"^[> ]*On .{5,120} wrote:$", re.MULTILINE)
_QUOTED = re.compile('["“][^"”]*["”]')
_SPOKEN = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e|[Yy]ou|[Yy]our)\b|\?"
    r"|\b(?:[Ii]t|[Tt]hat|[Hh]e|[Ss]he|[Tt]here|[Ww]hat|[Ll]et)['’]s\b|\w['’](?:re|ve|ll|m|d|t)\b"
)
"""What one says to another and no digest does: “we”, “you”, a question, “it’s”."""
_GREETS = re.compile(
    r"(?:good (?:morning|afternoon|evening|day)|thank you|thanks|welcome|ladies and gentlemen|dear colleagues|hello)\b",
    re.IGNORECASE,
)
"""How a turn of talk opens."""
_CITING = re.compile(r",\s*(?P<cue>citing|quoting)\s+(?P<who>[^,;:.“”\"]{3,80}),?\s*$")
_QUOTED_BY = re.compile(r",?\s*(?:as )?(?P<cue>quoted|cited) (?:by|in) $")
_WITHIN = re.compile(
    r",?\s+(?:as\s+|who\s+was\s+)?(?P<cue>quoted|cited)\s+(?:by|in)\s+"
    r"(?P<paper>[^,;:“”\"()]{2,80}?),?\s*$"
)
"""Behind a source's head: the paper that gives its words."""
_ACCORDING = re.compile(r"according to", re.IGNORECASE)
_SCORE = 0.8
_LONGEST_SOURCE = 200
_TOPICS = frozenset({"media", "press", "mission", "campaign", "people", "some", "many", "others", "war", "coalition"})
"""Words for bodies and sources that head a heading as its topic or section no less often."""


def with_turns(
    text: str, raws: Sequence[RawClaim], cues: CueTable, actors: Sequence[ActorMention]
) -> tuple[RawClaim, ...]:
    """The claims and the turns they lie in; one that only restates a label, a speaker's or a heading's, is left out.

    So is one that rests on an e-mail's line above what it quotes ("On Saturday A wrote:").
    """
    turns = _turns(text, cues)
    headed = _headed(text, cues, actors)
    inline = [t for t in inline_turns(text, cues, actors) if not any(_meets(t, other) for other in (*turns, *headed))]
    labels = [s for t in (*turns, *headed, *inline) for s in (*t.source, *t.cue)]
    labels += [m.span() for m in _QUOTED_MAIL.finditer(text)]
    kept = [r for r in raws if not any(meets(s, labels) for s in (*r.source, *r.cue))]
    return (*headed, *_spoken(text, turns, cues, actors), *inline, *kept)


def _turns(text: str, cues: CueTable) -> tuple[RawClaim, ...]:
    """As in “MS. VANE: We have seen the reports.”: all of the turn is what its speaker said.

    Labels in capitals, in an interview any, but for those that ask or head a notice.
    """
    found = [m for m in _TURN.finditer(text) if not _asks(m, cues)]
    found = [] if found and _heads_all(found) else found
    named = [m for m in _NAMED_TURN.finditer(text) if not _asks(m, cues) and not m["label"].isupper()]
    asked = _ASKS.search(text) is not None
    found += [m for m in named if asked or _speaks_by_title(m, cues)]
    return tuple(_labelled(m) for m in sorted(found, key=re.Match.start))


def _speaks_by_title(turn: re.Match[str], cues: CueTable) -> bool:
    """Whether who has a title or rank talks beside it: "Colonel SOREL: We saw it", "Colonel Sorel: Good morning"."""
    first, *rest = turn["label"].split()
    if first.rstrip(".").casefold() not in cues.words["titles"] | cues.roles["person"] or not rest:
        return False
    return _GREETS.match(turn["said"]) is not None or (rest[-1].isupper() and _talks(turn["said"]))


def _heads_all(turns: Sequence[re.Match[str]]) -> bool:
    """Whether the only label is a column's name above the question that the text goes into: "ASK THE DESK: Why?"."""
    first = turns[0]
    return len(turns) == 1 and not first.string[: first.start()].strip() and first["said"].endswith("?")


def _labelled(found: re.Match[str]) -> RawClaim:
    """What is said beside a label, with the mark between them for its cue."""
    end = found.start("said") + len(found["said"].rstrip(" ."))
    mark = found.end("mark")
    return RawClaim(
        source=(found.span("label"),), cue=((mark - 1, mark),), content=((found.start("said"), end),), score=_SCORE
    )


def _headed(text: str, cues: CueTable, actors: Sequence[ActorMention]) -> tuple[RawClaim, ...]:
    """As in the headline “Five killed in Ganja - prosecutors”: who says so stands behind the dash or colon."""
    led = _led(text, cues, actors)
    if led is not None:
        return (_labelled(led),)
    found = _HEADED.match(text)
    if found is None:
        return ()
    words = {w.casefold() for w in found["label"].split()}
    roles = cues.tellers
    known = meets(found.span("label"), [(a.start, a.end) for a in actors])
    if not known and roles.isdisjoint(words | {w.removesuffix("s") for w in words}):
        return ()
    return (_labelled(found),)


def _led(text: str, cues: CueTable, actors: Sequence[ActorMention]) -> re.Match[str] | None:
    """As in the headline “Varn General Command: 62 killed in strike”: a role or a known body, and no place or topic."""
    found = _LED.match(text)
    if found is None or found["label"].isupper() or _asks(found, cues) or _ASKS.search(text):
        return None
    if not _NEWS.search(found["said"]):
        return None
    last = found["label"].split()[-1].casefold()
    roles = cues.tellers
    named = [a for a in actors if a.actor and (a.start, a.end) == found.span("label")]
    body = " " in found["label"] and any(not (a.actor or "").startswith("x-") for a in named)
    return found if body or {last, last.removesuffix("s")} & (roles - _TOPICS) else None


def _asks(turn: re.Match[str], cues: CueTable) -> bool:
    return turn["label"].casefold().split()[0].rstrip(".") in cues.words["asking"]


def _spoken(
    text: str, turns: Sequence[RawClaim], cues: CueTable, actors: Sequence[ActorMention]
) -> tuple[RawClaim, ...]:
    """The turns whose labels are speakers', not the headings of a digest ("TAMZER: two shells fell on the quarry").

    One who speaks has a title or a role, speaks again, or says "we", "you" or a question; so one does for all. A body
    that is known speaks for itself alone, as in a headline.
    """
    labels = [text[a:b] for t in turns for a, b in t.source]
    talk = len(set(labels)) < len(labels) or any(_talks(_own_words(text, t)) for t in turns)
    if talk or any(_is_role(label, cues.words["titles"] | cues.roles["person"]) for label in labels):
        return tuple(turns)
    return tuple(
        t
        for t, label in zip(turns, labels, strict=True)
        if _is_role(label, cues.roles["institution"]) or meets(t.source[0], [(a.start, a.end) for a in actors])
    )


def _talks(said: str) -> bool:
    """Whether words are said to somebody: they say "we" or "you", ask, or greet."""
    return _SPOKEN.search(said) is not None or _GREETS.match(said) is not None


def _own_words(text: str, turn: RawClaim) -> str:
    """What a turn says outside quotation marks."""
    return " ".join(_QUOTED.sub("", text[a:b]) for a, b in turn.content)


def _is_role(label: str, roles: frozenset[str]) -> bool:
    return not roles.isdisjoint(w.strip(".") for w in label.casefold().split())


def with_cited(text: str, raws: Sequence[RawClaim]) -> tuple[RawClaim, ...]:
    """As in “The Post, citing two officials, said that”: the paper cites, and those it cites say it, inside."""
    made: list[RawClaim] = []
    for raw in raws:
        quoted = _quoted_by(text, raw, [c for r in raws if r is not raw for c in r.cue])
        if quoted is not None:
            made += quoted
            continue
        found = _cited(text, raw)
        if found is None:
            made.append(raw)
            continue
        cue, who = found
        content = (who[0], raw.content[0][1])
        made += [replace(raw, source=(raw.source[0],), cue=(cue,), content=(content, *raw.content[1:]))]
        made += [replace(raw, source=(who,))]
    return tuple(raw for raw in made if not any(_is_part(raw, other) for other in made))


def _is_part(raw: RawClaim, other: RawClaim) -> bool:
    """Whether a claim is part of another: "citing | two officials" beside "citing | two officials, said that"."""
    if raw is other or raw.cue != other.cue or not raw.content or not other.content:
        return False
    (start, end), (first, last) = raw.content[0], other.content[0]
    return len(raw.content) == 1 and first <= start and end <= last and (start, end) != (first, last)


def _quoted_by(text: str, raw: RawClaim, cues: Sequence[Span]) -> tuple[RawClaim, RawClaim] | None:
    """As in “Vane, quoted by the Post, said that”: the paper quotes, and Vane says it, inside.

    Its name ends before any other of the `cues`: "quoted by the Post | denied it and said that".
    """
    led = bool(raw.source) and raw.cue[0][0] < raw.source[0][0]
    if not raw.source or not raw.content or (led and _ACCORDING.fullmatch(text, *raw.cue[0]) is None):
        return None
    found = _quoting(text, raw)
    if found is None:
        return None
    who, cue, (start, end) = found
    end = min((c for c, _ in cues if start < c < end), default=end)
    paper = (start, start + len(text[start:end].rstrip(" ,")))
    told = (who, *raw.content) if led else (who, (raw.cue[0][0], raw.content[-1][1]))
    return replace(raw, source=(paper,), cue=(cue,), content=told), replace(raw, source=(who,))


def _quoting(text: str, raw: RawClaim) -> tuple[Span, Span, Span] | None:
    """Who speaks, the word of quoting, and the paper: two parts of the source, or all within it or behind it."""
    if len(raw.source) == 2:
        found = _QUOTED_BY.fullmatch(text, raw.source[0][1], raw.source[1][0])
        return None if found is None else (raw.source[0], found.span("cue"), raw.source[1])
    start, end = raw.source[0][0], max(raw.cue[0][0], raw.source[-1][1])
    found = _WITHIN.search(text, start, end) if len(raw.source) == 1 and end - start < _LONGEST_SOURCE else None
    if found is None or found.start() == start:
        return None
    return (start, found.start()), found.span("cue"), found.span("paper")


def _cited(text: str, raw: RawClaim) -> tuple[Span, Span] | None:
    if not raw.source or not raw.content or raw.content[0][0] < raw.cue[-1][1]:
        return None
    start, end = raw.source[0][0], raw.cue[0][0]
    found = _CITING.search(text, start, end) if end - start < _LONGEST_SOURCE else None
    if found is None or found.start() == start:
        return None
    return found.span("cue"), found.span("who")


def _meets(some: RawClaim, other: RawClaim) -> bool:
    return any(meets(span, other.source) for span in some.source)
