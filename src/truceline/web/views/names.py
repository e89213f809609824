"""Who tells an account, and the letter and hue each teller keeps throughout a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from truceline.model.snapshot import LedgerAccount
from truceline.publish.names import say_actor
from truceline.publish.words import letter

HUES = 7
"""Colours of the Okabe-Ito palette in use; a letter tells apart what a repeated hue does not."""


def teller_of(account: LedgerAccount, names: Mapping[str, str]) -> str:
    """Who tells an account: its innermost teller's name, or that nobody is named."""
    if account.teller_name:
        return account.teller_name
    return say_actor(account.tellers[-1], names) if account.tellers else "no teller named"


@dataclass(frozen=True, slots=True, kw_only=True)
class TellerMark:
    """A teller's letter and hue on one page."""

    name: str
    letter: str
    hue: int


def teller_marks(tellers: Iterable[str]) -> dict[str, TellerMark]:
    """Marks by order of appearance."""
    marks: dict[str, TellerMark] = {}
    for name in tellers:
        if name not in marks:
            marks[name] = TellerMark(name=name, letter=letter(len(marks)), hue=len(marks) % HUES)
    return marks
