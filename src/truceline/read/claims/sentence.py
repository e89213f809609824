"""One sentence before the rules: its tokens, noun phrases and the groups of its reporting verbs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from truceline.model.claim import Act
from truceline.model.span import Span
from truceline.read.claims.cues import Cue, CueTable, Grade
from truceline.read.claims.phrases import Phrases
from truceline.read.claims.tokens import CLOSING, OPENING, Token, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A reporting verb with its auxiliaries and adverbs: token range [start, end), the verb itself at `head`."""

    start: int
    head: int
    end: int
    cue: Cue


class Sentence:
    """Tokens of one sentence without its citation markers; `stop` is the index past the last word or closing mark."""

    def __init__(self, text: str, span: Span, cues: CueTable) -> None:
        self.text = text
        self.cues = cues
        self.tokens: Sequence[Token] = [t for t in tokens_of(text, span) if t.text[0] != "[" or len(t.text) == 1]
        self.phrases = Phrases(self.tokens, cues)
        self.stop = self._stop()

    def _stop(self) -> int:
        end = len(self.tokens)
        while end and self.tokens[end - 1].text in {".", "!", "?", ";", ",", ":"}:
            end -= 1
        return end

    def low(self, at: int) -> str:
        """Case-folded token at an index; empty outside."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def span(self, start: int, end: int) -> Span:
        """Characters of a token range."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def groups(self) -> list[Group]:
        """Verb groups in order; participles used as adjectives and nouns that look like verbs are left out."""
        made = []
        for at, token in enumerate(self.tokens):
            cue = self.cues.verbs.get(token.low)
            if cue is not None and not token.capital and self._is_verb(at, cue):
                made.append(self._group(at, cue))
        return made

    def _is_verb(self, at: int, cue: Cue) -> bool:
        before, words = self.low(at - 1), self.cues.words
        if at and self.tokens[at - 1].text[-1] == "-":
            return False
        if cue.form == "ed":
            participle = self.low(at + 1) == "by" or before in words["determiners"] or before == "'s"
            return not participle and not self._passive(at)
        if cue.form == "ing":
            return before not in words["determiners"] | words["prepositions"]
        if before in words["determiners"] | words["prepositions"] | {"'s"}:
            return False
        if cue.form == "base":
            return before not in {"and", "or"} and (
                before in words["auxiliaries"] - {"to", "'s"}
                or before in words["pronouns"]
                or self._takes_clause(at + 1)
            )
        return before in words["pronouns"] or before in words["adverbs"] or self._verb_like(at)

    def _verb_like(self, at: int) -> bool:
        """An "-s" form that may be a plural noun: what follows must be an object, a clause, a quote or the end."""
        after = self.low(at + 1)
        return (
            self._takes_clause(at + 1)
            or after in self.cues.words["prepositions"] - {"of", "from", "by"}
            or at + 1 >= self.stop
            or (at > 0 and self.tokens[at - 1].capital)
        )

    def _passive(self, at: int) -> bool:
        be = {"was", "were", "been", "be", "being", "is", "are"}
        back = at - 1
        while self.low(back) in self.cues.words["adverbs"]:
            back -= 1
        return self.low(back) in be

    def _takes_clause(self, at: int) -> bool:
        """Whether a clause, an object or a quote begins at a token."""
        if at >= len(self.tokens):
            return False
        token, words = self.tokens[at], self.cues.words
        return (
            token.text in OPENING
            or token.low in {"that", "there", "how", "what", "whether", "it"}
            or token.low in words["pronouns"]
            or token.low in words["determiners"]
            or token.capital
        )

    def _group(self, at: int, cue: Cue) -> Group:
        start, words = at, self.cues.words
        while start and self._leads(start - 1):
            start -= 1
        while (
            start < at and self.low(start) in words["adverbs"] and self.low(start) in {"instead", "later", "meanwhile"}
        ):
            start += 1
        end = at + 1
        if self.low(end) in words["particles"]:
            end += 1
        return Group(start=start, head=at, end=end, cue=cue)

    def _leads(self, at: int) -> bool:
        """Whether a token before the verb belongs to its group: an auxiliary or an adverb."""
        low = self.low(at)
        if low in self.cues.words["auxiliaries"]:
            return not self._held(at)
        manner = (
            low.endswith("ly")
            and not self.tokens[at].capital
            and low not in {"family", "assembly", "ally", "july", "italy"}
        )
        return low in self.cues.words["adverbs"] or manner

    def _held(self, at: int) -> bool:
        """A possessive "'s" belongs to the name before it; after a pronoun it is a verb."""
        return self.low(at) == "'s" and self.low(at - 1) not in self.cues.words["pronouns"]

    def grade_at(self, group: Group) -> tuple[Grade, Act] | None:
        """How the verb governs what follows, and its act; None for a weak verb without a clause behind it."""
        acts, after = group.cue.acts, self.low(group.end)
        clause_follows = after == "that" or (group.end < len(self.tokens) and self.tokens[group.end].text in OPENING)
        order: tuple[Grade, ...] = (
            ("clause", "object", "weak") if clause_follows or "object" not in acts else ("object", "clause")
        )
        for grade in order:
            if grade in acts and (grade != "weak" or self._weak_holds(group, clause_follows)):
                return grade, acts[grade]
        return None

    def _weak_holds(self, group: Group, clause_follows: bool) -> bool:
        if any(
            self.low(at) in {"should", "must", "could", "would", "might", "may", "to"}
            for at in range(group.start, group.head)
        ):
            return False
        if clause_follows:
            return True
        firm = group.cue.lemma in {"believe", "think", "know", "hope", "expect", "fear", "want"}
        return firm and (self.low(group.end) == "to" or self._takes_clause(group.end))

    def ends_quote(self, at: int) -> bool:
        """Whether a closing mark stands at a token, a comma after it aside."""
        if at >= 0 and self.tokens[at].text in {",", "—", "–", "-"}:
            at -= 1
        return at >= 0 and self.tokens[at].text in CLOSING
