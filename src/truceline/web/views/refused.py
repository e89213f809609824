"""A ruling that was not taken: why, and the form again as it was filled."""

from collections.abc import Mapping
from dataclasses import dataclass

from truceline.model.entry import Entry
from truceline.model.snapshot import Snapshot
from truceline.publish.names import names_of
from truceline.review.ledger_claims import ledger_claims
from truceline.web.views.accounts import AccountCard, account_cards
from truceline.web.views.cards import Card, cards
from truceline.web.views.set_values import set_values


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What a refused ruling shows: the account or claim as it is now, what was typed, and the way back."""

    message: str
    verb: str
    typed: Mapping[str, str]
    back: str
    incident: str
    account: AccountCard | None
    claim: Card | None
    speakers: tuple[str, ...]


def refused_view(message: str, verb: str, typed: Mapping[str, str], snapshot: Snapshot, entry: Entry | None) -> Refused:
    """The view; `typed` are the form's fields by name, `entry` the document that its account or claim stands in."""
    names, by = names_of(snapshot), set_values(snapshot.decisions)
    readings = {entry.id: entry.reading} if entry else {}
    found = [(i.id, a) for i in snapshot.incidents for a in i.accounts if a.id == typed["account"]]
    told = cards(ledger_claims([entry]), entry.reading, names) if entry and typed["claim"] else ()
    return Refused(
        message=message,
        verb=verb,
        typed=typed,
        back=typed["back"],
        incident=found[0][0] if found else "",
        account=account_cards([found[0][1]], readings, names, by)[0] if found else None,
        claim=next((c for c in told if c.target == typed["claim"]), None),
        speakers=tuple(dict.fromkeys(c.mark.name for c in told)),
    )
