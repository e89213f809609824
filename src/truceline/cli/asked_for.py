"""Options that name something of the ledger: what is not there is a mistake of use, answered with what is."""

from collections.abc import Mapping, Sequence

from truceline.cli.common import Exit, fail
from truceline.model.agreement import Agreement
from truceline.publish.names import say_actor


def known_agreements(wanted: str | None, agreements: Sequence[Agreement]) -> Sequence[Agreement]:
    """The agreement asked for, or all where none is."""
    found = [a for a in agreements if wanted in {None, a.id}]
    if wanted is not None and not found:
        fail(f"--agreement {wanted}: no such agreement; {_there_are([a.id for a in agreements])}", Exit.USAGE)
    return found


def check_position(wanted: str | None, agreements: Sequence[Agreement], names: Mapping[str, str]) -> None:
    """The party asked for holds a position on the window of one of the agreements."""
    held = list(dict.fromkeys(p.party for a in agreements for p in a.positions))
    if wanted is not None and wanted not in held:
        called = {party: f"{party} ({say_actor(party, names)})" for party in held}
        near = [party for party, name in called.items() if wanted.casefold() in name.casefold()]
        meant = f"; {near[0]} is near" if len(near) == 1 else ""
        there = _there_are([*called.values()])
        fail(f"--position {wanted}: no such position on the window{meant}; {there}", Exit.USAGE)


def _there_are(known: Sequence[str]) -> str:
    return f"there are: {', '.join(known)}" if known else "there is none: `truceline agree FILE` takes an agreement in"
