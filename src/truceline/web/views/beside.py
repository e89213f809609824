"""Account cards beside a document's text: each account told in it, with its incident and the words of its facets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from truceline.model.account import Account
from truceline.model.entry import Entry
from truceline.model.snapshot import LedgerAccount, Snapshot
from truceline.publish.speaking import speaker_of
from truceline.publish.words import spaced
from truceline.review.ledger_claims import ledger_claims
from truceline.web.views.accounts import AccountCard, account_cards, account_key
from truceline.web.views.matrix import sentence_key
from truceline.web.views.names import TellerMark, numbered, teller_marks
from truceline.web.views.segments import Layered
from truceline.web.views.set_values import set_values


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One account beside the text: `start` is where its card stands, `layers` the words of its facets.

    `incident` is empty for one of a superseded document, which is shown and not ruled on.
    Words of a rejected account are known, but not marked.
    """

    card: AccountCard
    mark: TellerMark
    incident: str
    title: str
    start: int
    layers: tuple[Layered, ...]


def beside_text(
    entry: Entry, snapshot: Snapshot, names: Mapping[str, str], speakers: Sequence[str]
) -> tuple[Beside, ...]:
    """Cards of all accounts a document tells, in the order of their words; tellers bear the numbers of `speakers`."""
    by, readings = set_values(snapshot.decisions), {entry.id: entry.reading}
    told = []
    counted = [(i.id, i.title, [a for a in i.accounts if a.document == entry.id]) for i in snapshot.incidents]
    gone = any(d.superseded_by for d in snapshot.documents if d.id == entry.id)
    for incident, title, own in _of_no_incident(entry, names) if gone else counted:
        cards = account_cards(own, readings, names, by)
        told += [(incident, title, account, card) for account, card in zip(own, cards, strict=True)]
    told.sort(key=lambda t: (_start(t[2]), t[2].id))
    marks = teller_marks([*speakers, *(card.teller for _, _, _, card in told)], numbered)
    return tuple(
        Beside(
            card=card,
            mark=marks[card.teller],
            incident=incident,
            title=title,
            start=_start(account),
            layers=_layers(account),
        )
        for incident, title, account, card in told
    )


def _of_no_incident(entry: Entry, names: Mapping[str, str]) -> list[tuple[str, str, list[LedgerAccount]]]:
    """A superseded document's accounts, as it told them: of no incident of the ledger, and so not ruled on here."""
    kinds = {i.key: spaced(i.event_type) for i in entry.reading.incidents}
    said = {c.id: speaker_of(c, names) for c in ledger_claims([entry])}
    writer = entry.reading.document.publisher or entry.given_id
    own = [{f.name: getattr(a, f.name) for f in fields(Account)} for a in entry.reading.accounts]
    accounts = (
        LedgerAccount(
            **{**told, "id": f"{entry.id}/{told['id']}"},
            document=entry.id,
            line="",
            line_reason="",
            teller_name=said.get(f"{entry.id}/{told['claim']}", writer),
        )
        for told in own
    )
    return [("", kinds.get(a.incident, ""), [a]) for a in accounts]


def _start(account: LedgerAccount) -> int:
    """Where it tells what happened: its day may stand in a dateline far above; 0 where it has no words."""
    happened = [s[0] for f in account.facets if f.facet == "occurrence" for s in f.spans]
    return min(happened or [s[0] for f in account.facets for s in f.spans], default=0)


def _layers(account: LedgerAccount) -> tuple[Layered, ...]:
    layer = "l-struck" if account.review == "rejected" else "l-accounts"
    return tuple(
        Layered(span=span, layer=layer, key=key)
        for facet in account.facets
        for span in facet.spans
        for key in (account_key(account.id), sentence_key(account, facet))
    )
