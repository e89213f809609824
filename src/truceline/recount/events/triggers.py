"""Where a text reports a happening: trigger words that are told as having happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from truceline.model.account import Certainty, EventType, Polarity
from truceline.recount.events.at_large import told_at_large
from truceline.recount.events.lexicon import EventLexicon, known_type
from truceline.recount.events.lifeless import kills_no_one
from truceline.recount.events.sections import heading_words
from truceline.recount.events.unnoticed import unaware, unnoticed
from truceline.recount.lexicon import longest
from truceline.recount.tokens import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One trigger on its words; `type` None where it only points back ("the incident").

    `first`, `last` are word positions in the sentence; `type` None for a generic word.
    """

    type: EventType | None
    start: int
    end: int
    sentence: int
    first: int
    last: int
    noun: bool
    definite: bool = False
    plural: bool = False
    denied: bool = False
    certainty: Certainty = "stated"
    silent: bool = False
    """Whether it says nothing of occurrence, only of who did it."""
    alleged: bool = False
    """Whether "allegedly" stands before it: the teller does not vouch for who did it."""
    presupposed: bool = False
    """Whether it is taken for granted where something else is demanded, feared or denied ("about the attack")."""
    unaware: Polarity | None = None
    """What a teller says of it who knows nothing of it."""

    @property
    def happens(self) -> bool:
        """Whether it is the verb of "it happened", whose subject is the happening itself."""
        return self.type is None and self.definite and not self.noun


_BREAK = frozenset(
    [
        ",",
        ";",
        ":",
        "(",
        ")",
        "“",
        "”",
        '"',
        "–",
        "—",
        "but",
        "while",
        "that",
        "which",
        "who",
        "and",
        "after",
        "because",
    ]
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "such"})
_HEDGES: dict[str, Certainty] = {
    "allegedly": "stated",
    "reportedly": "stated",
    "probably": "probable",
    "possibly": "possible",
    "apparently": "probable",
}


def find_triggers(words: Words, sentence: int, lexicon: EventLexicon) -> list[Trigger]:
    """Triggers of one sentence that are told as having happened, or as not having happened."""
    out: list[Trigger] = []
    lower = words.lower
    at = heading_words(lower)
    while at < len(lower):
        found = longest(lexicon.triggers, lower, at)
        if found is None:
            at += 1
            continue
        size, mark = found
        if (
            not _idiom(lower, at, size, lexicon)
            and not _undone(lower, at, size, mark, lexicon)
            and _told(lower, at, size, mark, lexicon)
        ):
            out.append(_trigger(words, sentence, at, found, lexicon))
        at += size
    return out


def _trigger(words: Words, sentence: int, at: int, found: tuple[int, str], lexicon: EventLexicon) -> Trigger:
    size, mark = found
    before = _clause_before(words.lower, at, 6)
    noun = ".noun" in mark and not (before and (before[-1] in {"not", "never"} or before[-1].endswith("n't")))
    return Trigger(
        type=known_type(mark),
        start=words.spans[at][0],
        end=words.spans[at + size - 1][1],
        sentence=sentence,
        first=at,
        last=at + size - 1,
        noun=noun,
        definite=noun and any(w in _DEFINITE or w.endswith("'s") for w in before[-4:]),
        plural=mark.endswith("nouns"),
        denied=_negated(before, lexicon) or unnoticed(words.lower, at),
        certainty=next((_HEDGES[w] for w in before if w in _HEDGES), "stated"),
        alleged=bool({"allegedly", "alleged", "supposedly", "so-called"}.intersection(before)),
        presupposed=noun and _presupposed(words.lower, at),
        unaware=unaware(words.lower, at),
    )


def _negated(before: list[str], lexicon: EventLexicon) -> bool:
    """Whether a negation governs the trigger: near before it, with no "by" between.

    Whoever "told nobody of the raid" denies no raid.
    """
    near = before[-3:]
    near = near[near.index("by") + 1 :] if "by" in near else near
    told = {i for i, (a, b) in enumerate(pairwise(near)) if a in {"nobody", "no-one"} and b in {"of", "about"}}
    denied = (i for i, w in enumerate(near) if (w in lexicon.negation or w.endswith("n't")) and i not in told)
    return any(not _GRANTING.intersection(near[i + 1 :]) for i in denied)


_GRANTING = frozenset(
    f"{stem}{end}"
    for stem, ends in (
        ("regret", ("", "s", "ted", "ting")),
        ("apologis", ("e", "ed", "es", "ing")),
        ("apologiz", ("e", "ed", "es", "ing")),
        ("condemn", ("", "s", "ed", "ing")),
        ("den", ("y", "ies", "ied", "ying")),
        ("disput", ("e", "es", "ed", "ing")),
        ("contest", ("", "s", "ed", "ing")),
        ("stop", ("", "ped", "ping")),
        ("ceas", ("e", "ed", "ing")),
        ("halt", ("", "ed", "ing")),
        ("paus", ("e", "ed", "ing")),
        ("suspend", ("", "ed", "ing")),
    )
    for end in ends
)
"""Verbs which, denied, grant their object: who "never regretted the attack" does not say that there was none."""


def _clause_before(lower: Sequence[str], at: int, most: int) -> list[str]:
    out: list[str] = []
    for i in range(at - 1, max(-1, at - 1 - most), -1):
        if lower[i] in _BREAK and lower[i] != "and":
            break
        out.append(lower[i])
    return out[::-1]


_TOPIC = frozenset({"about", "into", "over", "after", "for", "of", "to", "on", "regarding", "concerning", "behind"})


def _presupposed(lower: Sequence[str], at: int) -> bool:
    """Whether the noun is something already known that other words are about: "conclusions about the attack"."""
    for i in range(at - 1, max(-1, at - 5), -1):
        if lower[i] in {"the", "this", "that", "these", "those"}:
            called = (
                i > 1 and lower[i - 1] == "for" and lower[i - 2][:4] in {"call", "plan", "prep", "wait", "read", "pres"}
            )
            return i > 0 and lower[i - 1] in _TOPIC and not called
        if lower[i] in _BREAK or lower[i] in _TOPIC:
            return False
    return False


_STRONG = frozenset({"must", "should", "shall", "will", "would"})


_TELLS_BASE = frozenset({"did", "they", "who", "we", "airstrikes", "forces", "troops", "rebels", "police"})
"""Words before a verb's base form that make it a past or present told of."""


def _opens(lower: list[str], at: int) -> bool:
    return at == 0 or lower[at - 1] in {"“", '"', ".", "‘"}


def _idiom(lower: list[str], at: int, size: int, lexicon: EventLexicon) -> bool:
    """Whether the trigger stands in a phrase that means something else, kills no one, or is meant at large."""
    if kills_no_one(lower, at, lexicon) or told_at_large(f"{' '.join(lower[:at])} ", " ".join(lower[at:])):
        return True
    for i in range(max(0, at - 2), min(len(lower), at + size + 1)):
        found = longest(lexicon.idiom, lower, i)
        if found and i <= at + size and i + found[0] >= at - 1:
            return True
    return False


def _told(lower: list[str], at: int, size: int, mark: str, lexicon: EventLexicon) -> bool:
    """Whether the trigger is told as a fact: no modal, wish or generic word governs it."""
    before = _clause_before(lower, at, 9)
    if size == 1 and not before and lower[at].endswith("ing") and ".noun" not in mark and _opens(lower, at):
        return False  # "Attacking an army means...": a kind of act, not one
    if not mark.endswith("nouns") and lower[at][-2:] not in {"ed", "ng"} and _infinitive(before):
        return False
    if mark.endswith(".base"):
        return bool(before) and before[-1] in _TELLS_BASE
    if ".noun" in mark and _presupposed(lower, at):
        return not _of_a_kind(lower, at, len(before), lexicon)
    if _modal(before, lexicon, noun=".noun" in mark):
        return False
    start = at - len(before)
    wished = any(longest(lexicon.wish, lower, i) for i in range(max(start, at - 5), at))
    return not wished and not _of_a_kind(lower, at, len(before), lexicon)


def told_as_fact(lower: list[str], at: int, lexicon: EventLexicon) -> bool:
    """Whether no modal, wish, infinitive or generic word governs whatever word is at `at`, nor an idiom holds it."""
    before = _clause_before(lower, at, 9)
    if _idiom(lower, at, 1, lexicon) or _modal(before, lexicon, noun=False) or _infinitive(before):
        return False
    start = at - len(before)
    wished = any(longest(lexicon.wish, lower, i) for i in range(max(start, at - 5), at))
    return not wished and not _of_a_kind(lower, at, len(before), lexicon)


_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "this", "that"})
"""Behind "to" where that leads to a place or person, and not to a deed: "on its way to the pass it was held"."""


def _modal(before: Sequence[str], lexicon: EventLexicon, *, noun: bool) -> bool:
    """Whether a modal governs the word; who "claimed to have shot down" a drone tells it as done."""
    if noun:
        return any(w in lexicon.modal and w != "to" for w in before[-4:]) or bool(set(before) & _STRONG)
    near = before[-5:]
    done = {i for i, (a, b) in enumerate(pairwise(near)) if a == "to" and (b == "have" or b in _DETERMINERS)}
    return any(w in lexicon.modal and i not in done for i, w in enumerate(near))


def _undone(lower: Sequence[str], at: int, size: int, mark: str, lexicon: EventLexicon) -> bool:
    """Whether what follows an event noun makes it a modifier, a kind, or something that did not come about."""
    after = list(lower[at + size : at + size + 7])
    if ".noun" not in mark or not after:
        return False
    if after[0] in lexicon.heads or (
        at == 0 and size == 1 and lower[0].endswith("ing") and after[0] in {"a", "an", "any"}
    ):
        return True
    stop = next((i for i, w in enumerate(after) if w in _BREAK and w != "that"), len(after))
    return any(longest(lexicon.undone, after, i) for i in range(min(stop, 6)) if i == 0 or _is_verb_spot(after, i))


def _is_verb_spot(after: Sequence[str], i: int) -> bool:
    """Whether position `i` may still be the event noun's own verb: only its complement stands before."""
    return after[0] in {"of", "on", "in", "at", "against", "by", "from", "near"} and i >= 2


def _infinitive(before: Sequence[str]) -> bool:
    """Whether what follows is an infinitive: "to attack", "to regroup and attack"."""
    return before[-1:] == ["to"] or (len(before) > 2 and before[-1] in {"and", "or"} and before[-3] == "to")


def _of_a_kind(lower: list[str], at: int, reach: int, lexicon: EventLexicon) -> bool:
    """Whether a kind of happening is meant, not one; "any" after a denial ("denied that it made any") means none."""
    start = max(at - reach, at - 5)
    kinds = [lower[i] for i in range(start, at) if longest(lexicon.generic, lower, i)]
    if set(kinds) <= {"any", "such"} and unaware(lower, at) is not None:
        return False
    if kinds == ["any"]:
        return not any(w.startswith("den") or w in lexicon.negation or w.endswith("n't") for w in lower[:at])
    return bool(kinds)
