"""What accounts affirm."""

from collections.abc import Iterable

from truceline.model.account import Account, Facet


def affirmed(accounts: Iterable[Account]) -> list[Facet]:
    """All that some accounts affirm, account by account."""
    return [f for a in accounts for f in a.facets if f.polarity == "affirmed"]


def affirmed_of(name: str, accounts: Iterable[Account]) -> list[Facet]:
    """What some accounts affirm of one aspect: "place"."""
    return [f for f in affirmed(accounts) if f.facet == name]
