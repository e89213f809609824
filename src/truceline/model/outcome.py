"""What a piece of work on a ledger gave: documents taken in, rulings recorded; and what went wrong on the way."""

from dataclasses import dataclass

from truceline.model.decision import Decision
from truceline.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A new document taken, without being asked, as a corrected version of one that was there; `decision` says so.

    `changed` is False where it has the same text: a page fetched again.
    """

    document: str
    supersedes: str
    decision: str
    changed: bool = True

    @property
    def word(self) -> str:
        """What it is of the earlier one, in words."""
        return "a corrected version" if self.changed else "a later copy, with the same text,"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What taking documents in gave: ids of the new ones, how many were known, settings taken in, and all problems."""

    documents: tuple[str, ...]
    known: int
    problems: tuple[Problem, ...]
    settings: tuple[str, ...] = ()
    failed: int = 0
    """How many of the new ones could not be read; their bytes are kept all the same."""
    corrected: tuple[Corrected, ...] = ()
    superseded: tuple[str, ...] = ()
    """Those of the known ones that a corrected version took the place of: adding them again brings none back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What a workbook's rulings gave: decisions recorded, how many stood already, and lines that cannot be used."""

    decisions: tuple[Decision, ...]
    known: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What reading again gave: how many documents read otherwise, how many were left, and problems of asking a model.

    `left`: read with a language model before, and none was named now.
    """

    changed: int
    left: int
    problems: tuple[Problem, ...] = ()
