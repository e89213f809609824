"""Two versions of one text: how much of the earlier stands in the later, and which sentences were changed."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from truceline.model.reading import Reading

_WORD = re.compile(r"\w+")
_RUN = 3
"""Words in a row: so few that one changed number leaves most runs of a short report, so many that runs are its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Sentences that stand otherwise: as they were and as they are now; empty where they came in or were left out."""

    before: str
    after: str


def share_kept(earlier: str, later: str) -> float:
    """Share of the earlier text's runs of three words that the later has too, in [0, 1]; case and marks aside."""
    before, after = _runs(earlier), _runs(later)
    return len(before & after) / len(before) if before else 0.0


def changed_sentences(earlier: Reading, later: Reading) -> tuple[Change, ...]:
    """What was changed, in the texts' order; line breaks and spaces aside."""
    a, b = _sentences(earlier), _sentences(later)
    steps = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return tuple(
        Change(before=" ".join(a[i:j]), after=" ".join(b[k:m])) for step, i, j, k, m in steps if step != "equal"
    )


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = [w.casefold() for w in _WORD.findall(text)]
    return frozenset(tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))) - {()}


def _sentences(reading: Reading) -> list[str]:
    """Its sentences on one line each; its lines where it was not read."""
    text = reading.prose
    parts = [text[a:b] for a, b in reading.sentences] or text.splitlines()
    return [line for part in parts if (line := " ".join(part.split()))]
