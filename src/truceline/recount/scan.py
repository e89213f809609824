"""One sentence being read for harm: its tokens, the people in them, and what has been found so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.model.account import CasualtyGroup
from truceline.model.span import Span
from truceline.recount.lexicon import HarmLexicon
from truceline.recount.persons import People
from truceline.recount.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """One statement that people were killed, injured or hit; bounds as in a Range, on the words `start` to `end`.

    `denied` where the harm is said not to have come; `parts` are smaller groups inside the number.
    """

    kind: str
    start: int
    end: int
    low: int | None
    high: int | None
    comparator: str
    text: str
    group: CasualtyGroup = "unknown"
    heads: tuple[People, ...] = ()
    parts: tuple[People, ...] = ()
    words: tuple[Span, ...] = ()
    """Where the heads stand, then the parts; empty for a running total."""
    cue: Span = (0, 0)
    denied: bool = False
    form: str = "done"
    sentence: int = 0
    raised: bool = False
    """Whether it is told as a later figure in place of an earlier one."""
    lowered: bool = False
    """Whether that may be a higher one."""
    beside: bool = False
    """Whether they were harmed with others, told before: "his guard died with him"."""
    added: bool = False
    """Whether they were told before as hurt: "two of the injured died"."""
    further: bool = False
    """Whether these are told as more than the dead told before: "two more died of their wounds"."""
    of_wounds: bool = False
    """Whether they are those that the same words tell as hurt: "seven were wounded, two of them fatally"."""


@dataclass(slots=True)
class Scan:
    """A sentence's tokens with the people in them; `floor` is the position after the last cue's own words."""

    text: str
    tokens: Sequence[Token]
    people: dict[int, People]
    covers: dict[int, People]
    lexicon: HarmLexicon
    floor: int = 0
    last: tuple[People, ...] = ()
    last_at: int = -99
    found: list[Harm] = field(default_factory=list)
    one_hurt: bool = False
    """Whether the sentences right before tell of one person hurt, and of nobody else."""


def add_harm(scan: Scan, mark: str, j: int, heads: tuple[People, ...], parts: tuple[People, ...]) -> None:
    """Note that `heads` were harmed as the cue at position `j` says."""
    kind, form = mark.split(".")
    first, last = min(heads[0].first, j), max(heads[-1].last, j)
    start, end = scan.tokens[first].start, scan.tokens[last].end
    low, high, sign = _sum(heads)
    groups = {p.group for p in heads}
    negated = any(scan.tokens[k].word in {"not", "never", "n't"} for k in range(max(0, j - 3), j))
    negated = negated or any(t.word.endswith("n't") for t in scan.tokens[max(0, j - 3) : j])
    scan.found.append(
        Harm(
            kind=kind,
            start=start,
            end=end,
            low=low,
            high=high,
            comparator=sign,
            text=scan.text[scan.tokens[heads[0].first].start : scan.tokens[heads[-1].last].end],
            group=groups.pop() if len(groups) == 1 else "unknown",
            heads=heads,
            parts=parts,
            words=tuple((scan.tokens[p.first].start, scan.tokens[p.last].end) for p in (*heads, *parts)),
            cue=(scan.tokens[j].start, scan.tokens[j].end),
            denied=negated,
            form=form,
            beside=_with_them(scan, j),
        )
    )


_THEM = frozenset({"him", "her", "them"})


def _with_them(scan: Scan, j: int) -> bool:
    """Whether a pronoun behind the cue at `j` names those harmed with its subject: "died with him"."""
    behind = scan.tokens[j + 1 : j + 4]
    if len(behind) < 2 or behind[0].word not in {"with", "along with", "together with", "alongside", "beside"}:
        return False
    own = behind[1].word == "her" and behind[2:] and behind[2].kind in "xNAPSq"  # "with her own rifle"
    return behind[1].word in _THEM and not own


def _sum(heads: tuple[People, ...]) -> tuple[int | None, int | None, str]:
    if len(heads) == 1:
        return heads[0].low, heads[0].high, heads[0].comparator
    lows, highs = [p.low or 0 for p in heads], [p.high for p in heads]
    high = None if None in highs else sum(h or 0 for h in highs)
    low = sum(lows)
    sign = "=" if low == high else (">=" if high is None else "between")
    return low, high, sign


def not_a_person(scan: Scan, people: People) -> bool:
    """Whether a capitalised phrase is known to be a place, a time or an organisation."""
    return scan.tokens[people.first].mark == "other" or scan.tokens[people.last].mark == "other"
