"""One account or claim by its own id, "D.../a1" or "D.../c1": what it tells, in whose words, and where it stands."""

from truceline.cli.common import fail, out, put_json
from truceline.cli.show_claims import print_claim
from truceline.model.account import Account, Facet
from truceline.model.entry import Entry
from truceline.model.snapshot import Incident, LedgerAccount, LedgerClaim, Snapshot
from truceline.publish.names import names_of, registry_names, say_actor
from truceline.publish.words import FACETS, say_review, say_value
from truceline.review.ledger_claims import ledger_claims

_SAYS = {"affirmed": "says", "denied": "denies", "open": "leaves open"}


def show_part(target: str, entry: Entry, snapshot: Snapshot, as_json: bool) -> None:
    """Print the account, claim or report that an id names; an id that names none ends with where the ids are listed."""
    claim = next((c for c in ledger_claims([entry]) if c.id == target), None)
    told = [(i, a) for i in snapshot.incidents for a in i.accounts if a.id == target]
    # a superseded document's accounts are of no incident
    own = next((a for a in entry.reading.accounts if f"{entry.id}/{a.id}" == target), None)
    if claim is not None:
        put_json(claim) if as_json else _print_claim(claim, entry, snapshot)
    elif told:
        put_json(told[0][1]) if as_json else _print_account(*told[0], entry, snapshot)
    elif own is not None:
        put_json(own) if as_json else _print_own(own, entry, registry_names(snapshot))
    else:
        fail(
            f"{target}: no such account or claim: `truceline show {entry.id} --claims` lists the document's claims, "
            f"`truceline show {entry.id}` its incidents, and `truceline show INCIDENT` the accounts of one"
        )


def _print_claim(claim: LedgerClaim, entry: Entry, snapshot: Snapshot) -> None:
    print_claim(claim, names_of(snapshot))
    out.print(f"in {entry.id}  {entry.reading.document.title or entry.given_id}", markup=False)


def _print_account(incident: Incident, account: LedgerAccount, entry: Entry, snapshot: Snapshot) -> None:
    names = registry_names(snapshot)
    teller = account.teller_name or (account.tellers[-1] if account.tellers else "the document itself")
    out.print(f"{account.id}  {teller}  {say_review(account.review, account.extractor)}", markup=False)
    out.print(f"in {entry.id}  {entry.reading.document.title or entry.given_id}", markup=False)
    out.print(f"of {incident.id}  {incident.title}", markup=False)
    for facet in account.facets:
        out.print(f"  {FACETS.get(facet.facet, facet.facet)}  {_told(facet, names)}", markup=False)


def print_own_accounts(entry: Entry, snapshot: Snapshot) -> None:
    """The accounts of a document that was superseded: of no incident, and counted nowhere."""
    for account in entry.reading.accounts:
        _print_own(account, entry, registry_names(snapshot))


def _print_own(account: Account, entry: Entry, names: dict[str, str]) -> None:
    teller = say_actor(account.tellers[-1], names) if account.tellers else "the document itself"
    out.print(f"{entry.id}/{account.id}  {teller}  {say_review(account.review, account.extractor)}", markup=False)
    for facet in account.facets:
        out.print(f"  {FACETS.get(facet.facet, facet.facet)}  {_told(facet, names)}", markup=False)


def _told(facet: Facet, names: dict[str, str]) -> str:
    value = "" if facet.value is None else f" {say_value(facet.value, names)}"
    claim = f"  ({facet.claim})" if facet.claim else ""
    return f"{_SAYS[facet.polarity]}{value}: “{' '.join(facet.text.split())}”{claim}"
