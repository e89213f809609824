"""Turns of talk that run on in one paragraph, as in “Q: Was it yours? COL. MARREN: It was not. Q: And now?”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.actor import ActorMention
from truceline.model.span import Span
from truceline.read.claims.cues import CueTable
from truceline.read.claims.quotes import quoted_parts
from truceline.read.claims.raw import RawClaim

_LABEL = re.compile(
    r"(?:^|(?<=[.?!”\"] ))(?P<who>[A-Z](?:[\w’'-]*|[A-Za-z]{0,4}\.)"
    r"(?: (?!Q\b)(?:[\w’'-]+|[A-Z][A-Za-z]{0,4}\.)){0,5}?)"
    r"(?P<more> \([^()]{2,40}\))?(?P<mark>:) (?=\S)",
    re.MULTILINE,
)
_CAPITALS = re.compile(r"(?:[A-Z][A-Z’'-]*\.?)(?: [A-Z][A-Z’'-]*\.?){0,4}")
_ASKED = re.compile(r"(?:Q|Question|Reporter|Journalist)", re.IGNORECASE)
_ASKED_BEFORE = re.compile(r"(?:Q|Question|Reporter|Journalist|Answer|A)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:Statement|Source|Witness|Interlocutor|Interviewee|Respondent|Voice|Survivor) (?:[A-Z]|\d+)")
_OWN_WORDS = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e)\b")
_AGE = re.compile(r" \(\d\d\)")
_LINKS = frozenset({"of", "the", "for", "own", "at"})
_SENTENCE_END = re.compile(r"[.?!]['’”\"]?(?=\s|$)")
_SURE = 0.7


@dataclass(frozen=True, slots=True)
class _Turn:
    """A label with where what stands behind it begins, and the last place where it may end."""

    who: Span
    label: str
    more: str
    mark: int
    end: int


def inline_turns(text: str, cues: CueTable, actors: Sequence[ActorMention]) -> tuple[RawClaim, ...]:
    """What is said beside each label of a speaker in running text.

    In an interview the label's whole turn; beside a body or a witness, its sentence, or what stands in marks.
    """
    turns = _turns(text)
    asked = any(_ASKED.fullmatch(t.label) for t in turns)
    parties = [t for t in turns if _is_party(t, cues, actors)]
    talk = len({t.who for t in parties}) > 1 and any(_OWN_WORDS.search(text, t.mark, t.end) for t in parties)
    quotes = quoted_parts(text)
    made = [_said(text, t, quotes, _reach(t, (asked, talk), parties)) for t in turns]
    return tuple(m for m in made if m is not None)


def _turns(text: str) -> list[_Turn]:
    found = list(_LABEL.finditer(text))
    ends = [*(m.start() for m in found[1:]), len(text)][: len(found)]
    return [
        _Turn(m.span("who"), m["who"], m["more"] or "", m.end("mark"), _line_end(text, m.end(), end))
        for m, end in zip(found, ends, strict=True)
    ]


def _line_end(text: str, start: int, end: int) -> int:
    at = text.find("\n", start, end)
    return end if at < 0 else at


def _is_party(turn: _Turn, cues: CueTable, actors: Sequence[ActorMention]) -> bool:
    """Whether a label is a role or a known body, without a verb: "The fleet's delegate", "Royal headquarters"."""
    words = [w.casefold() for w in turn.label.split()]
    roles = cues.tellers
    if words[0] in cues.words["asking"]:
        return False
    if any(w.islower() and w not in _LINKS and not _in(w, roles) for w in turn.label.split()):
        return False
    return _in(words[-1], roles) or any((a.start, a.end) == turn.who for a in actors if a.actor)


def _in(word: str, roles: frozenset[str]) -> bool:
    return bool({word, word.removesuffix("s"), word.removesuffix("'s").removesuffix("’s")} & roles)


def _reach(turn: _Turn, how: tuple[bool, bool], parties: Sequence[_Turn]) -> str:
    """How much behind a label is its own: the turn, the sentence, words in marks alone, or nothing."""
    asked, talk = how
    if asked and _CAPITALS.fullmatch(turn.label) and not _ASKED_BEFORE.fullmatch(turn.label):
        return "turn"
    if _NUMBERED.fullmatch(turn.label) or (_AGE.fullmatch(turn.more) and " " not in turn.label):
        return "sentence"
    if turn not in parties:
        return ""
    return "turn" if talk else "sentence" if len(parties) > 1 else "marks"


def _said(text: str, turn: _Turn, quotes: Sequence[Span], reach: str) -> RawClaim | None:
    start = turn.mark + 1
    quote = next((q for q in quotes if q[0] - 1 <= start <= q[0]), None)
    if not reach or (reach == "marks" and quote is None):
        return None
    if quote is not None and reach != "turn":
        told = (start, quote[1])
    else:
        told = (start, turn.end if reach == "turn" else _sentence_end(text, start, turn.end))
    end = start + len(text[slice(*told)].rstrip(" ."))
    return RawClaim(source=(turn.who,), cue=((turn.mark - 1, turn.mark),), content=((start, end),), score=_SURE)


def _sentence_end(text: str, start: int, end: int) -> int:
    found = _SENTENCE_END.search(text, start, end)
    return found.end() if found else end
