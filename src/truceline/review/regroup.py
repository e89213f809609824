"""Accounts told anew after a ruling on a claim: each facet goes where its claim's teller now is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from truceline.model.account import Account, Facet
from truceline.model.reading import Reading

PARTED = "."
"""Stands in the id of every account that was parted from another: "a2.c5" holds what a2 had of claim c5."""


@dataclass(frozen=True, slots=True)
class Home:
    """Whose account a facet belongs to, and whether it is struck out."""

    tellers: tuple[str, ...]
    struck: bool


def home_now(account: Account) -> Home:
    """Where an account's facets are."""
    return Home(account.tellers, account.review == "rejected")


def regroup(reading: Reading, home_of: Callable[[Account, str | None], Home]) -> Reading:
    """The accounts with each facet where `home_of` (by account and claim id) puts it; what moves alone is parted."""
    parts = {a.id: _parts(a, home_of) for a in reading.accounts}
    return replace(
        reading,
        accounts=tuple(made for a in reading.accounts for made in parts[a.id]),
        incidents=tuple(
            replace(i, accounts=tuple(made.id for a in i.accounts if a in parts for made in parts[a]))
            for i in reading.incidents
        ),
    )


def _parts(account: Account, home_of: Callable[[Account, str | None], Home]) -> list[Account]:
    """What stays keeps the account's id; where all of it moves, the account itself does."""
    homes: dict[Home, list[Facet]] = {}
    for facet in account.facets:
        homes.setdefault(home_of(account, facet.claim), []).append(facet)
    homes = homes or {home_of(account, account.claim): []}
    stays = home_now(account) if home_now(account) in homes else next(iter(homes))
    return [
        _at(replace(account, facets=tuple(facets), claim=_claim(account, facets)), home)
        if home == stays
        else _at(_parted(account, facets), home)
        for home, facets in sorted(homes.items(), key=lambda h: h[0] != stays)
    ]


def _at(account: Account, home: Home) -> Account:
    return replace(account, tellers=home.tellers, review="rejected" if home.struck else account.review)


def _claim(account: Account, facets: Sequence[Facet]) -> str | None:
    claims = [f.claim for f in facets]
    return account.claim if account.claim in claims or not claims else claims[0]


def _parted(account: Account, facets: Sequence[Facet]) -> Account:
    claim = facets[0].claim
    return replace(account, id=f"{account.id}{PARTED}{claim}", claim=claim, facets=tuple(facets))
