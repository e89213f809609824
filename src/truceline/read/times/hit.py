"""Where a rule matched: the tokens of each part, and what is made of them."""

import re
from dataclasses import dataclass
from datetime import date

from truceline.model.when import TimexType
from truceline.read.times.lexicon import TimeLexicon
from truceline.read.times.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match: tokens [start, end), and the parts it names."""

    make: str
    start: int
    end: int
    match: re.Match[str]
    tokens: Tokens
    lexicon: TimeLexicon

    def words(self, part: str) -> tuple[str, ...]:
        """Lower-case words of a named part; empty where it is absent or the rule has no such part."""
        if part not in self.match.re.groupindex or self.match.start(part) < 0:
            return ()
        return tuple(self.tokens.words[self.match.start(part) : self.match.end(part)])

    def value(self, part: str) -> str:
        """The table's value of a part's first word; "" where it is absent."""
        words = self.words(part)
        return self.lexicon.values.get(words[0], words[0]) if words else ""

    @property
    def mod(self) -> str | None:
        """The TIMEX3 modifier that it names: "early", "the end of"; None where it names none."""
        return self.value("mod") or self.value("mod2") or None

    @property
    def unit(self) -> str:
        """The letter of its unit: "Y", "M", "WE"; the rule must have one."""
        return self.value("unit")

    @property
    def has_units(self) -> bool:
        """Whether its unit stands in the plural, as of a measure: "the years"."""
        return self.words("unit")[0].endswith("s")

    def all_words(self) -> tuple[str, ...]:
        """Every word of the match."""
        return tuple(self.tokens.words[self.start : self.end])

    def before(self, n: int = 1) -> str:
        """The n-th word in front of the match; "" at the beginning."""
        return self.tokens.words[self.start - n] if self.start >= n else ""

    def after(self, n: int = 1) -> str:
        """The n-th word behind the match; "" at the end."""
        i = self.end + n - 1
        return self.tokens.words[i] if i < len(self.tokens.words) else ""


@dataclass(frozen=True, slots=True)
class Made:
    """What a hit means: TIMEX3 type, value and modifier; `anchor` what a relative value was counted from."""

    type: TimexType
    value: str
    mod: str | None = None
    anchor: str | None = None
    zone: str | None = None
    lead: int = 0
    """How many of the match's first tokens do not belong to the expression."""
    trim: int = 0
    """How many of the match's last tokens do not belong to the expression."""
    about: date | None = None
    """The day a coarser value points at: "two weeks later" has a week's value and lies fourteen days on."""
    weak: bool = False
    """Counts only where it joins a date beside it ("dawn")."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A hit with its meaning, over tokens [start, end)."""

    start: int
    end: int
    hit: Hit
    made: Made
