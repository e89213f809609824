"""Small words before a facet's own: negations and "if"."""

import re

from truceline.model.account import FacetName

_NEGATIVE = frozenset({"no", "not", "never", "without", "nor", "neither", "unlikely", "improbable", "hardly"})

_INSTEAD = re.compile(r"\b(?:rather than|anything but|far from)(?: \w+){0,2}$")
_LITOTES = re.compile(
    r"(?:\b(?:not|never|nor|cannot|no way to)|n't) (?:\w+ly )?(?:deny|denied|denying|disput\w+|hide|hiding)\b"
)
"""As in "we don't deny our mistake"."""

_CAUSES = re.compile(
    r"(?: (?!(?:had|has|have|was|were|is|are|did|does|do|that|which|who|and|or|but|not|never|no)\b)[\w’'-]+){0,6}?"
    r" (?:had |has |have )?(?:ma(?:kes?|de)|show(?:s|ed|n)?|prove[sdn]?|demonstrate[sd]?|confirm(?:s|ed)|reveal(?:s|ed)"
    r"|mean[ts]?|cause[sd]?|force[sd]?|prevent(?:s|ed)?|block(?:s|ed)?|hamper(?:s|ed)?|hinder(?:s|ed)?|le(?:d|ads?) to"
    r"|left|stop(?:s|ped)?|delay(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""Behind a deed, what it brought about: "clashes on the road | made movement impossible"."""


def causes(text: str, end: int) -> bool:
    """Whether the words that end at `end` are told to have brought something about or shown it: then it happened."""
    return _CAUSES.match(text, end) is not None


_KEPT_ON = re.compile(r"(?:not|never|n't) (?:\w+ly )?(?:stop(?:ped)?|ceased?|halt(?:ed)?|paused?|suspend(?:ed)?)\b")
"""As in “had not halted its air strikes”: these went on."""


def conditional(words: list[str], first: int) -> bool:
    """Whether "if" opens the clause of the word at `first`: "if it was caused by an error"."""
    before = words[max(0, first - 10) : first]
    cut = max((i for i, w in enumerate(before) if w in {",", ";", ".", "but"}), default=-1)
    return "if" in before[cut + 1 :]


def negated_before(words: list[str], first: int, facet: FacetName) -> bool:
    """Whether a negation stands before a facet word in its clause; "do not believe it was..." reaches further."""
    before = words[max(0, first - 9) : first]
    if _INSTEAD.search(" ".join(before)):
        return True
    cut = max((i for i, w in enumerate(before) if w in {",", ";", "but", "“", "because"}), default=-1)
    before = before[cut + 1 :]
    if not (facet == "intent" and set(before) & {"believe", "think", "consider"}):
        before = before[-5:]
    if _LITOTES.search(" ".join(before)) or _KEPT_ON.search(" ".join(before)):
        return False
    return bool(set(before) & _NEGATIVE) or any(w.endswith("n't") for w in before)


_SUPPOSED = re.compile(r"\b(?:if|unless|how (?:many|much))\b[^,;:.!?“”\"\n]*$", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"\b(?:one|another|a single|a) (?:more |direct |stray |single )?"
    r"(?:bombs?|shells?|rockets?|missiles?|mines?|rounds?|hits?|sparks?"
    r"|grenades?|drones?|mistakes?)\b[^.;:!?“”\"]{0,40}?,? and "
    r"[^.;:!?“”\"]{1,40}?\b(?:die|dies|are dead|is dead|are gone)\b",
    re.IGNORECASE,
)
"""What might come: "one bomb on this hall and a hundred people die"."""
UNFULFILLED = re.compile(
    r"\b(?:Had|Were|Should) (?:the|an?|one|it|they|he|she|this|that|these|those)\b[^.;!?\n]{3,120}?,"
    r"[^.;!?\n]{0,80}?\b(?:would|could|might)\b[^.;!?\n]*"
)
"""What did not come to pass: "Had the shell fallen an hour later, thirty children would have died"."""
_KNOWN = re.compile(r"(?:the|these|those|all)\b", re.IGNORECASE)
_FAR_BACK = 80
"""Characters before words in which "if" or "how many" may open their clause."""


def supposed(text: str, start: int) -> bool:
    """Whether people are only supposed or asked after: "if civilians were hurt", "how many people died?"."""
    low, high = max(0, start - 2 * _FAR_BACK), min(len(text), start + 2 * _FAR_BACK)
    if any(m.start() <= start < m.end() for p in (_ONE_MORE, UNFULFILLED) for m in p.finditer(text, low, high)):
        return True
    before = _SUPPOSED.search(text, max(0, start - _FAR_BACK), start)
    return before is not None and _KNOWN.match(text, start) is None
