"""The tense in which a date is told: as past, as to come, or neither."""

from truceline.read.times.hit import Hit

_STOPS = frozenset(".!?;")
_POSSESSIVE = frozenset({("'", "s"), ("’", "s")})
"""What a day owns has mostly happened: "Wednesday's ruling"."""
_BOOKED = frozenset({"scheduled", "expected", "due"})
"""Behind "was", these tell of plans that have had their day."""
_LEADING = frozenset({"is", "are", "set", "ready", "hoping", "hope", "want", "wants", "agreed", "likely", "about"})
_INFINITIVE = 6
_WINDOW = 12
"""Tokens on each side in which a verb tells the tense of a bare date."""


def tense(hit: Hit) -> int:
    """-1 where the words around speak of the past, 1 of the future, 0 where they do not tell."""
    if (hit.after(), hit.after(2)) in _POSSESSIVE:
        return -1
    return _tense_before(hit) or _tense_behind(hit)


def _ends_sentence(i: int, hit: Hit) -> bool:
    """Whether a token is a full stop, or a paragraph's end."""
    return hit.tokens.words[i] in _STOPS or hit.tokens.codes[i] == hit.lexicon.shapes["BREAK"]


def _tense_before(hit: Hit) -> int:
    """The tense by the nearest word before in its sentence that tells one."""
    words = hit.tokens.words
    for i in range(hit.start - 1, max(-1, hit.start - _WINDOW), -1):
        if _ends_sentence(i, hit):
            return 0
        if words[i] == "as" and words[i - 1] in {"soon", "early", "late"}:
            return 1
        if words[i] == "to" and _is_infinitive(i, hit):
            return 1
        if found := _tense_at(i, hit):
            booked = words[i] in _BOOKED and words[i - 1] in {"was", "were"}
            return -1 if booked else found
    return 0


def _tense_behind(hit: Hit) -> int:
    words = hit.tokens.words
    for i in range(hit.end, min(len(words), hit.end + _WINDOW)):
        if words[i] in _STOPS:
            return 0
        if found := _tense_at(i, hit):
            return found
    return 0


def _is_infinitive(i: int, hit: Hit) -> bool:
    """Whether "to" stands close before a bare verb: "is to resume on Monday", "set to leave Friday"."""
    leading = hit.tokens.words[i - 1] if i else ""
    return hit.start - i <= _INFINITIVE and (leading in _LEADING or leading in hit.lexicon.future)


def had_been(hit: Hit) -> bool:
    """Whether the words behind tell of what came before the story's day: "On 24 July fifteen people had died"."""
    for i in range(hit.end, min(len(hit.tokens.words), hit.end + _WINDOW)):
        if hit.tokens.words[i] in _STOPS:
            return False
        if hit.tokens.words[i] == "had":
            return True
    return False


def _tense_at(i: int, hit: Hit) -> int:
    """The tense that the word at a token tells; "3 May" is a month and no verb, "would-be" says who."""
    words = hit.tokens.words
    if words[i] == "would" and words[i + 1 : i + 3] == ["-", "be"]:
        return 0  # "his would-be victim"
    if words[i] == "until" and words[max(0, i - 1)] == "not":
        return -1  # "not until the Sunday did they come"
    beside = (words[i - 1] if i else "") + (words[i + 1] if i + 1 < len(words) else "")
    return 0 if words[i] == "may" and any(c.isdigit() for c in beside) else _tense_of(words[i], hit)


def _tense_of(word: str, hit: Hit) -> int:
    if word in hit.lexicon.future:
        return 1
    if word in hit.lexicon.past or (len(word) > 4 and word.endswith("ed")):
        return -1
    return 0
