"""Bodies called by what they are: "the Britain-based monitor" is the one observatory that has spoken."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.read.claims.voice import Names, Voice
from truceline.text.fold import fold_name

_REACH = 2500
"""Characters back within which the body must have spoken."""
_SURE = 0.9
_CALLED = re.compile(
    r"[Tt]he\s+(?P<told>(?:[\w’'-]+\s+){0,4})"
    r"(?P<what>monitor|watchdog|group|organi[sz]ation|charity|ngo|agency|newspaper|daily|broadcaster|channel|station"
    r"|militia|faction)",
    re.IGNORECASE,
)
_TWEET = re.compile(
    r"(?:(?:the|an?|his|her|another)\s+)?(?:(?:first|second|third|last|earlier|later)\s+)?(?:tweet|post|thread)(?:\s+\d+)?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@])@[A-Za-z]\w{2,30}\b(?![.@]\w)")
_SAID_OF_IT = re.compile(r"\b\w+-(?:based|run|backed|linked|owned|aligned|funded)\b", re.IGNORECASE)
"""What a name does not say and a report therefore tells once: where a body sits, or who pays it."""
_WATCHES = frozenset(
    ["observatory", "watch", "monitor", "monitors", "monitoring", "network", "documentation", "lookout"]
)
_HELPS = frozenset(["red", "crescent", "relief", "refugee", "children", "medical", "doctors", "sans", "kitchen"])
_FIGHTS = frozenset(["front", "brigade", "brigades", "battalion", "battalions", "movement", "militia", "jaysh"])
_PRESS = frozenset(["agency", "newspaper", "daily", "broadcaster", "channel", "station"])
_BEARING = re.compile(r"\b(?:armed|militant|rebel|jihadist|islamist|\w+-backed)\b", re.IGNORECASE)


def renamed(voice: Voice, earlier: Sequence[Voice], names: Names) -> Voice:
    """The voice, or the one body of its kind that has spoken, if no other of that kind has been named.

    "Tweet 2" is the word of the one account that the document names.
    """
    if _TWEET.fullmatch(voice.words.strip(" ,")):
        handles = set(_HANDLE.findall(names.text))
        return replace(voice, kind="person", name=handles.pop()) if len(handles) == 1 else voice
    called = _CALLED.fullmatch(re.split(r",\s", voice.words)[0].strip(" ,"))
    if called is None or not _tells(called):
        return voice
    spoke = {v.actor or v.name: v for v in earlier if _is_near(v.at, voice) and _fits(v.actor, v.name, called, names)}
    named = {m.actor: m for m in names.mentions if m.actor and _is_near(m.start, voice) and not m.label_only}
    others = {a for a, m in named.items() if _fits(a, m.name, called, names)} - set(spoke)
    if len(spoke) != 1 or others:
        return voice
    return replace(next(iter(spoke.values())), words=voice.words, at=voice.at, sure=_SURE)


def _tells(called: re.Match[str]) -> bool:
    """Whether the words say what a body is rather than which of several is meant, as "the other group" does."""
    return called["what"].casefold() in {"monitor", "watchdog"} or _SAID_OF_IT.search(called["told"]) is not None


def _is_near(at: int, voice: Voice) -> bool:
    return 0 < voice.at - at <= _REACH


def _fits(actor: str | None, name: str | None, called: re.Match[str], names: Names) -> bool:
    """Whether a body is of the kind told."""
    if name is None:
        return False
    what, kind = called["what"].casefold(), names.registry.kind(actor)
    parts = set(fold_name(name).split())
    if what in _PRESS:
        return kind == "outlet" or (what == "agency" and "agency" in parts)
    if what in {"militia", "faction"} or (what == "group" and _BEARING.search(called["told"])):
        return kind == "armed_group" if kind else bool(actor and parts & _FIGHTS)
    if what in {"monitor", "watchdog"}:
        return not parts & _HELPS if kind == "ngo" else kind is None and bool(parts & _WATCHES)
    return kind == "ngo" if kind else bool(parts & (_WATCHES | {"group", "centre", "center", "foundation", "society"}))
