"""Truceline: a ledger of accounts.

    import truceline
    for reading in truceline.read(["report.txt"]): ...
    ledger = truceline.Ledger("mission.truce")

Names are loaded when they are first used, so that a command pays only for what it needs.
"""

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from truceline.ledger import Ledger
    from truceline.model.account import Account
    from truceline.model.claim import Claim
    from truceline.model.decision import Decision
    from truceline.model.problem import Problem
    from truceline.model.reading import Reading
    from truceline.model.settings import Settings
    from truceline.model.snapshot import Incident, Snapshot
    from truceline.review.ask import Ask

__all__ = ["Account", "Ask", "Claim", "Decision", "Incident", "Ledger", "Problem", "Reading", "Settings", "Snapshot"]
_HOMES = {
    "Account": "truceline.model.account",
    "Ask": "truceline.review.ask",
    "Claim": "truceline.model.claim",
    "Decision": "truceline.model.decision",
    "Incident": "truceline.model.snapshot",
    "Ledger": "truceline.ledger",
    "Problem": "truceline.model.problem",
    "Reading": "truceline.model.reading",
    "Settings": "truceline.model.settings",
    "Snapshot": "truceline.model.snapshot",
}


def __getattr__(name: str) -> Any:
    """A public name, from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'truceline' has no attribute {name!r}; it has: {', '.join(__all__)}, read")
    return getattr(import_module(_HOMES[name]), name)


class _CallableStage(ModuleType):
    """`truceline.read` is the reading stage's package, and called it reads: both names are the field's own."""

    def __call__(self, paths: "Iterable[Path | str]", settings: "Settings | None" = None) -> "Iterator[Reading]":
        """Readings of files and folders, in input order, without a ledger."""
        made: Iterator[Reading] = import_module("truceline.ledger").read(map(Path, paths), settings)
        return made


import_module("truceline.read").__class__ = _CallableStage  # the package itself is empty
