"""Account cards beside a document's text: each account told in it, with its incident and the words of its facets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.model.entry import Entry
from truceline.model.snapshot import LedgerAccount, Snapshot
from truceline.web.views.accounts import AccountCard, account_cards, account_key
from truceline.web.views.matrix import sentence_key
from truceline.web.views.names import TellerMark, numbered, teller_marks
from truceline.web.views.segments import Layered
from truceline.web.views.set_values import set_values


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One account beside the text: `start` is where its card stands, `layers` the words of its facets.

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
    for incident in snapshot.incidents:
        own = [a for a in incident.accounts if a.document == entry.id]
        told += [(incident, a, card) for a, card in zip(own, account_cards(own, readings, names, by), strict=True)]
    told.sort(key=lambda t: (_start(t[1]), t[1].id))
    marks = teller_marks([*speakers, *(card.teller for _, _, card in told)], numbered)
    return tuple(
        Beside(
            card=card,
            mark=marks[card.teller],
            incident=incident.id,
            title=incident.title,
            start=_start(account),
            layers=_layers(account),
        )
        for incident, account, card in told
    )


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
