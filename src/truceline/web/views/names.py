"""Who tells an account, and the sign and hue each teller keeps throughout a page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from truceline.model.snapshot import LedgerAccount
from truceline.publish.names import say_actor
from truceline.publish.words import letter

HUES = 7
"""Colours of the Okabe-Ito palette in use; a letter or number tells apart what a repeated hue does not."""


def teller_of(account: LedgerAccount, names: Mapping[str, str]) -> str:
    """Who tells an account: its innermost teller's name, or that nobody is named."""
    if account.teller_name:
        return account.teller_name
    return say_actor(account.tellers[-1], names) if account.tellers else "no teller named"


@dataclass(frozen=True, slots=True, kw_only=True)
class TellerMark:
    """A teller's letter (a speaker's number) and hue on one page."""

    name: str
    letter: str
    hue: int


def numbered(index: int) -> str:
    """1, 2, 3 ... for 0, 1, 2 ...: a document's speakers, so that a letter always is a column of an incident."""
    return str(index + 1)


def teller_marks(tellers: Iterable[str], sign: Callable[[int], str] = letter) -> dict[str, TellerMark]:
    """Marks by order of appearance."""
    marks: dict[str, TellerMark] = {}
    for name in tellers:
        if name not in marks:
            marks[name] = TellerMark(name=name, letter=sign(len(marks)), hue=len(marks) % HUES)
    return marks
