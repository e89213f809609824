"""Names for actor ids, and the letter and hue each teller keeps throughout a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from truceline.model.snapshot import LedgerAccount, Snapshot
from truceline.publish.words import heading
from truceline.runners.local import local_settle_kit

HUES = 7
"""Colours of the Okabe-Ito palette in use; a letter tells apart what a repeated hue does not."""


def names_of(snapshot: Snapshot) -> dict[str, str]:
    """Actor id to name, from agreements, sources, tellers and the registry, the first to name it winning."""
    names: dict[str, str] = {}
    for agreement in snapshot.agreements:
        for party in agreement.parties:
            names.setdefault(party.actor, party.name)
    for source in snapshot.sources:
        names.setdefault(source.id, source.name)
    for incident in snapshot.incidents:
        for account in incident.accounts:
            if account.tellers and account.teller_name:
                names.setdefault(account.tellers[-1], account.teller_name)
    for actor in local_settle_kit().weigh.actors.values():
        names.setdefault(actor.id, actor.name)
    return names


def say_actor(actor: str, names: Mapping[str, str]) -> str:
    """An actor's name; an id of its own made from a name reads as that name."""
    return names.get(actor) or heading(actor.removeprefix("x-").replace("-", " "))


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


def letter(index: int) -> str:
    """A, B ... Z, AA, AB ..."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def teller_marks(tellers: Iterable[str]) -> dict[str, TellerMark]:
    """Marks by order of appearance."""
    marks: dict[str, TellerMark] = {}
    for name in tellers:
        if name not in marks:
            marks[name] = TellerMark(name=name, letter=letter(len(marks)), hue=len(marks) % HUES)
    return marks
