"""What is nobody's word, though its verb tells: "has claimed 31 lives", "known as X", "dozens feared dead"."""

import re

from truceline.model.span import Span
from truceline.read.claims.cues import CueTable
from truceline.read.claims.raw import RawClaim

_TOOK = re.compile(r"claim(?:s|ed|ing)?\b", re.IGNORECASE)
_LIVES = re.compile(
    r"(?:(?:the|its|their|some|about|around|nearly|almost|over|up|more|less|fewer|than|at|least|most|to|as|many|another"
    r"|further|so|far|several|dozens|scores|hundreds|thousands|of|[\w,-]+) ){0,6}?"
    r"(?:lives|(?<=the )life|(?<=a )life|victims?)\b"
    r"(?! (?:is|are|was|were|had|has|have|would|could|will)\b)",
    re.IGNORECASE,
)
"""What a deed takes: "31 lives", "the lives of three", "a further victim"."""
_NAMED = re.compile(
    r"(?:(?:is|was|are|were|also|better|commonly|locally|widely|only|simply) )*"
    r"(?:known|nicknamed|dubbed|styled|identified|referred to)(?: (?:only|simply|locally|to \w+))* (?:as|by)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:the |his |her )?[\"“‘]?(?:al-)?[A-Z][\w’'-]*(?: (?:al-|of |the )?[A-Z][\w’'-]*){0,3}[\"”’]?")
"""A name and nothing more, which tells nothing of anything."""
_COUNTED = re.compile(
    r"(?:at least |more than |up to |over |nearly |almost |about |some )?"
    r"(?:(?:dozens|scores|hundreds|thousands|many|several|more|all|\d[\d,]*|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|\w+teen|\w+ty)(?: (?:of )?(?:more )?\w+){0,2}?)",
    re.IGNORECASE,
)
_FEARED = re.compile(
    r"(?:(?:are|is|were|was|still|also|now) )*(?:feared|believed|thought|presumed|reported)", re.IGNORECASE
)
_DEAD = re.compile(
    r"(?:to be |to have been )?(?:(?:\w+ly|still|or|and|also) )*(?:dead|killed|hurt|injured|wounded|missing|trapped"
    r"|buried|lost|drowned|displaced|homeless|alive)\b",
    re.IGNORECASE,
)
"""What somebody is feared to be, behind "feared", whoever fears it."""
_JOINS = frozenset(
    """
    a an the with without of for in at to from on by about into over under and or but nor him her them us me you
    his its their our my your
    """.split()  # noqa: SIM905  a table
)
"""Words that tell nothing where no others stand beside them."""
_POINTS = frozenset(
    """
    this that these those it he she they we i who whom whose which what when where while why how then there here
    therefore thus so also too as than if because although though since one not is are was were be been being am has
    have had do does did will would can could may might must shall should even such very just only again still now
    """.split()  # noqa: SIM905  a table
)
"""Words that tell something only by what stood before: "he did not", "so it is"."""
_OF_SOMEBODY = frozenset({"accuses", "denies", "admits", "doubts", "declines"})
"""Acts that may have no more than somebody for their object: "accused them"."""
_FEWEST = 3
"""The least words of its own that a sentence's scraps must have, where others' claims have taken the rest of it."""


def is_wordless(text: str, raw: RawClaim, cues: CueTable) -> bool:
    """Whether a claim is nobody's word, or has nothing for its words."""
    return _takes_lives(text, raw) or _names(text, raw) or _fears_nothing(text, raw) or _is_empty(text, raw, cues)


def is_in_scraps(text: str, raw: RawClaim, sentence: Span) -> bool:
    """Whether a writer's own words are but what others' claims leave of a sentence: "It therefore | that | when"."""
    whole = sum(b - a for a, b in (*raw.source, *raw.cue, *raw.content))
    told = [w for a, b in raw.content for w in _words(text[a:b]) if w not in _JOINS | _POINTS]
    left = 2 * whole < sentence[1] - sentence[0] and len(told) < _FEWEST
    return (len(raw.content) > 1 and left) or _only_joins(text, raw)


def _takes_lives(text: str, raw: RawClaim) -> bool:
    """As in “the bombing has now claimed 31 lives”."""
    told = _behind(raw)
    took = _TOOK.search(text, raw.cue[-1][0], raw.cue[-1][1] + 1)
    return told is not None and took is not None and _LIVES.match(text, told[0], told[1]) is not None


def _names(text: str, raw: RawClaim) -> bool:
    """As in “the commander known as Sirko”: what somebody is called, by nobody in particular."""
    told = _behind(raw)
    if told is None or len(raw.content) > 1 or _NAMED.fullmatch(text[raw.cue[0][0] : told[0]].strip()) is None:
        return False
    return _NAME.fullmatch(text, told[0], told[0] + len(text[slice(*told)].rstrip(" ,."))) is not None


def _fears_nothing(text: str, raw: RawClaim) -> bool:
    """As in “Dozens feared dead”: they are feared for, and fear nothing."""
    told = _behind(raw)
    if told is None or len(raw.source) != 1 or raw.source[0][1] > raw.cue[0][0]:
        return False
    feared = _FEARED.fullmatch(text, raw.cue[0][0], raw.cue[-1][1]) and _DEAD.match(text, *told)
    return feared is not None and _COUNTED.fullmatch(text, *raw.source[0]) is not None


def _is_empty(text: str, raw: RawClaim, cues: CueTable) -> bool:
    """As in “says: with”, "says: him"; who "accused them" says more."""
    if not raw.content or not _only_joins(text, raw):
        return False
    verbs = [cues.verbs[w] for a, b in raw.cue for w in _words(text[a:b]) if w in cues.verbs]
    return not any(_OF_SOMEBODY & set(v.acts.values()) for v in verbs)


def _only_joins(text: str, raw: RawClaim) -> bool:
    return all(w in _JOINS for a, b in raw.content for w in _words(text[a:b]))


def _behind(raw: RawClaim) -> Span | None:
    """The first words behind the cue."""
    return next((s for s in raw.content if s[0] >= raw.cue[-1][1]), None) if raw.cue else None


def _words(words: str) -> list[str]:
    return re.findall(r"[\w’'-]+", words.casefold())
