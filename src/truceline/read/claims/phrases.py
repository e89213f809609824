"""Noun phrases that can be a source: walked out from the cue without a parser, left open where the walk is unsure."""

from collections.abc import Sequence

from truceline.read.claims.cues import CueTable
from truceline.read.claims.tokens import CLOSING, OPENING, Token

_LONGEST = 24
"""Tokens a source may take."""
_JOINERS = frozenset({"'s", "'", "-", "/", "&", ".", "–"})
_OF = frozenset({"of", "for", "at", "from", "with", "in", "on", "to"})


class Phrases:
    """Noun phrases left and right of a place in one sentence; ranges are token indices, end exclusive."""

    def __init__(self, tokens: Sequence[Token], cues: CueTable) -> None:
        self.tokens = tokens
        self.words = cues.words
        self.verbs = cues.verbs
        self.roles = cues.roles

    def left_of(self, end: int, floor: int = 0) -> tuple[int, int] | None:
        """The noun phrase that ends right before token `end`; None where there is none to be sure of."""
        if end <= floor:
            return None
        end = self._before_time(end, floor)
        last = self.tokens[end - 1]
        if last.low in self.words["pronouns"]:
            return (end - 1, end)
        if last.text == ",":
            return self._with_apposition(end, floor)
        if last.text == ")":
            return self._past_bracket(end, floor)
        start = self._walk(end - 1, floor)
        return None if start is None else (self._with_partner(self._past_time(start, end), floor), end)

    def _before_time(self, end: int, floor: int) -> int:
        """As in “The bank this month announced”: the phrase ends before the time."""
        if self.tokens[end - 1].low in self.words["times"] | {"week", "month", "year", "morning", "night", "evening"}:
            at = end - 1
            while at > floor and self.tokens[at - 1].low in {"this", "last", "early", "late", "on", "next", "each"}:
                at -= 1
            if at > floor and self.tokens[at - 1].word:
                return at
        return end

    def _past_time(self, start: int, end: int) -> int:
        """As in “Some hours later the ministry”: the time before the name is cut off."""
        for at in range(end - 2, start - 1, -1):
            if self.tokens[at].low in {"later", "earlier", "ago", "afterwards"}:
                return at + 1
        return start

    def _with_partner(self, start: int, floor: int) -> int:
        """As in “The rebels and their allies”: a possessive behind "and" takes the phrase before it along."""
        if start - 2 < floor or self.tokens[start].low not in {"their", "its", "his", "her"}:
            return start
        if self.tokens[start - 1].low != "and":
            return start
        before = self._walk(start - 2, floor)
        return start if before is None else before

    def _past_bracket(self, end: int, floor: int) -> tuple[int, int] | None:
        for at in range(end - 2, max(floor, end - 12), -1):
            if self.tokens[at].text == "(":
                found = self.left_of(at, floor)
                return (found[0], end) if found else None
        return None

    def _with_apposition(self, end: int, floor: int) -> tuple[int, int] | None:
        """As in “Name, a spokesman for X,” before the verb: both commas must be there."""
        for at in range(end - 2, max(floor, end - 2 - _LONGEST), -1):
            token = self.tokens[at]
            if token.text in OPENING or token.text in CLOSING or token.text in ";:":
                return None
            if token.text == "," and at > floor and self._apposes(at + 1, end - 1):
                start = self._walk(at - 1, floor) if self.tokens[at - 1].text != ")" else None
                if start is None and self.tokens[at - 1].text == ")":
                    found = self._past_bracket(at, floor)
                    start = found[0] if found else None
                if start is not None and self.tokens[start].low not in self.words["prepositions"]:
                    return (start, end)
        return None

    def _apposes(self, start: int, end: int) -> bool:
        if start >= end:
            return False
        first = self.tokens[start]
        if first.low in {"who", "whose", "which", "a", "an", "the"}:
            return True
        return any(t.low in self.roles["person"] for t in self.tokens[start : min(end, start + 6)])

    def _walk(self, at: int, floor: int) -> int | None:
        """Start of the noun phrase whose last token is `at`."""
        start = end = at + 1
        while at >= floor and start - at <= _LONGEST:
            token = self.tokens[at]
            if token.low in self.words["determiners"] and not (token.capital and at > floor and self._name(at - 1)):
                start = at
                if self._chained(at - 1, floor):
                    at -= 2
                    continue
                return start if self._boundary(at - 1, floor) else None
            if token.low in _OF and self._chained(at, floor) and start > at:
                at -= 1
                continue
            if not self._inside(at):
                break
            start = at
            at -= 1
        return self._trimmed(start, at, floor, end)

    def _trimmed(self, start: int, at: int, floor: int, end: int) -> int | None:
        """A phrase without determiner: names and plurals stand alone; adverbs and prepositions before it are cut."""
        while start < len(self.tokens) and self.tokens[start].low in self.words["adverbs"]:
            start += 1
        if start >= len(self.tokens) or (start == at + 1 and not self._inside(start)):
            return None
        phrase = self.tokens[start:end]
        if not (phrase and any(t.capital or t.low in self.roles["anonymous"] for t in phrase)):
            plural = (phrase and phrase[-1].low.endswith("s")) or (phrase and phrase[0].text[0].isdigit())
            if not plural:
                return None
        if at >= floor and self.tokens[at].low in self.words["prepositions"] - {"that", "with"}:
            return None
        return start

    def _inside(self, at: int) -> bool:
        """Whether the token can stand inside a noun phrase."""
        token = self.tokens[at]
        if token.low in _JOINERS or token.text[-1] == ".":
            return True
        if not token.word:
            return False
        if token.low in self.words["breakers"] or token.low in self.words["pronouns"]:
            return token.low == "and" and self._name(at - 1) and self._name(at + 1)
        if token.low in self.words["auxiliaries"] or token.low in self.words["prepositions"]:
            return False
        cue = self.verbs.get(token.low)
        return cue is None or token.capital or (cue.form in {"base", "s"} and token.low.endswith(("ort", "orts")))

    def _chained(self, at: int, floor: int) -> bool:
        """Whether a preposition at `at` ties the phrase to a noun before it: "spokesman for the army"."""
        if at <= floor or self.tokens[at].low not in _OF:
            return False
        before = self.tokens[at - 1]
        if before.low in self.roles["person"] or before.low in self.roles["institution"] or before.low.endswith("s"):
            return True
        return self.tokens[at].low in {"of", "for"} and before.word and self._inside(at - 1)

    def _boundary(self, at: int, floor: int) -> bool:
        """Whether a phrase may begin after `at`: a clause's beginning, a mark, a name of a day, an adverb."""
        if at < floor:
            return True
        token = self.tokens[at]
        if not token.word or token.low in self.words["breakers"] or token.low in self.words["adverbs"]:
            return True
        if token.low == "with":
            return True
        return token.capital or token.low in self.verbs or token.low.endswith(("ly", "day", "night", "week", "year"))

    def _name(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].capital

    def right_of(self, start: int, end: int) -> tuple[int, int] | None:
        """The noun phrase that begins at token `start`, with a role set off by a comma; never past `end`."""
        at = start
        if at < end and self.tokens[at].low in self.words["pronouns"]:
            personal = self.tokens[at].low in {"he", "she", "they", "it", "we", "i", "you"}
            return (at, at + 1) if personal else None
        while at < end and at - start < _LONGEST and self._goes_on(at, start):
            at += 1
        while at > start and self.tokens[at - 1].low in self.words["adverbs"]:
            at -= 1
        if at == start or not self._can_begin(start):
            return None
        return (start, self._role_after(at, end))

    def _goes_on(self, at: int, start: int) -> bool:
        token = self.tokens[at]
        if token.low in self.words["determiners"]:
            return at == start or self.tokens[at - 1].low in _OF or self.tokens[at - 1].low in {"'s", "and", "all"}
        if token.low in {"of", "for", "from", "at", "with"}:
            return at > start and not self._timed(at + 1)
        if token.low in {"on", "in", "to"}:
            return at > start and self.tokens[at - 1].low in self.roles["person"] and not self._timed(at + 1)
        return self._inside(at) and not self._timed(at)

    def _can_begin(self, at: int) -> bool:
        token = self.tokens[at]
        if token.capital or token.low in self.words["determiners"]:
            return True
        return any(t.low in self.roles["anonymous"] or t.low in self.roles["person"] for t in self.tokens[at : at + 4])

    def _role_after(self, at: int, end: int) -> int:
        """End of ", a spokesman for X" behind a name, up to its comma or stop."""
        if at >= end or self.tokens[at].text != "," or not self._apposes(at + 1, min(end, at + 7)):
            return at
        for stop in range(at + 1, min(end, at + _LONGEST)):
            if self.tokens[stop].text in {",", ";", ".", "“", "—", "–"} or self._circumstance(stop):
                return stop
            if self.tokens[stop].low in self.words["breakers"] - {"and"}:
                return at
        return min(end, at + _LONGEST) if end - at < _LONGEST else at

    def _circumstance(self, at: int) -> bool:
        """Whether time or occasion begins at a token: "on Sunday", "during a visit"."""
        low = self.tokens[at].low
        return low in {"during", "after", "when", "before"} or (
            low in {"on", "in", "at", "late"} and self._timed(at + 1)
        )

    def opening(self) -> tuple[int, int] | None:
        """The noun phrase that opens the sentence, "and their allies" with it, if a verb-like word follows."""
        at = 0
        while at < len(self.tokens) and at < _LONGEST:
            paired = self.tokens[at].low == "and" and self._starts_partner(at + 1)
            if not (paired or self._goes_on(at, 0) or (at and self.tokens[at - 1].low == "and")):
                break
            if at and self.tokens[at].low.endswith(("ed", "ing")) and not self.tokens[at].capital:
                break
            at += 1
        if not 0 < at < len(self.tokens) or not self._can_begin(0):
            return None
        follows = self.tokens[at].low
        verb_like = follows in self.words["auxiliaries"] or follows in self.verbs or follows.endswith(("ed", "s"))
        return (0, at) if verb_like and follows.isalpha() else None

    def _starts_partner(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].low in {"their", "its", "his", "her"}

    def _timed(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].low in self.words["times"]
