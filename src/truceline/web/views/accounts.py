"""The cards of accounts, below the matrix and beside a text: what each tells, and what an edit would replace."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from truceline.model.account import EventType, Facet
from truceline.model.reading import Reading
from truceline.model.snapshot import LedgerAccount
from truceline.model.span import Span
from truceline.publish.words import FACETS, say_value, spaced
from truceline.review.states import account_state
from truceline.web.views.matrix import reference_of, sentence_key, shortened
from truceline.web.views.names import teller_of
from truceline.web.views.set_values import SetValues, set_by

KINDS_OF_EVENT = tuple((kind, spaced(kind)) for kind in get_args(EventType))
"""What can have happened, as it is kept and as it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditChoice:
    """One facet an edit can set; `values` are all that the account tells of it: the new value replaces them."""

    facet: str
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """What an edit form of an account needs; `state` is what the ruling is about, `kinds` what can have happened."""

    id: str
    state: str
    choices: tuple[EditChoice, ...]
    kinds: tuple[tuple[str, str], ...] = KINDS_OF_EVENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One facet as the account tells it; `key` names its sentence in the side panel, and its words in the text."""

    label: str
    words: str
    key: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountCard(Editing):
    """One account with what can be done to it; `key` is its place on the page."""

    key: str
    teller: str
    document: str
    document_title: str
    review: str
    stated: str
    published: str
    received: str
    superseded_by: str | None
    reference: str
    told: tuple[Told, ...]
    certain: str
    beside: str = ""
    """Another account that the same report tells of the same incident: from it this one may be parted."""


def account_cards(
    accounts: Sequence[LedgerAccount], readings: Mapping[str, Reading], names: Mapping[str, str], by: SetValues
) -> tuple[AccountCard, ...]:
    """A card for every account of one incident."""
    return tuple(replace(_card(a, readings, (names, by)), beside=_beside(a, accounts)) for a in accounts)


def editing(account: LedgerAccount, names: Mapping[str, str]) -> Editing:
    """What an edit form of the account needs."""
    return Editing(id=account.id, state=account_state(account), choices=edit_choices(account, names))


def edit_choices(account: LedgerAccount, names: Mapping[str, str]) -> tuple[EditChoice, ...]:
    """The account's facets, each once, with everything it tells of them."""
    values: dict[str, list[str]] = {}
    for facet in account.facets:
        values.setdefault(facet.facet, []).append(_words(facet, names))
    return tuple(EditChoice(facet=f, label=FACETS.get(f, f), values=tuple(said)) for f, said in values.items())


def account_key(account: str) -> str:
    """Where an account stands on its incident's page, in form of an address."""
    return "account-" + "".join(c if c.isalnum() else "-" for c in account)


def title_of(document: str, readings: Mapping[str, Reading]) -> str:
    """A document's title, else its own name."""
    reading = readings.get(document)
    return (reading.document.title or reading.document.id) if reading else document


def reference_in(account: LedgerAccount, readings: Mapping[str, Reading]) -> str:
    """What stands behind an account in its document."""
    reading = readings.get(account.document)
    claim = next((c for c in reading.claims if c.id == account.claim), None) if reading else None
    return reference_of(account, claim, reading)


def _beside(account: LedgerAccount, accounts: Sequence[LedgerAccount]) -> str:
    """Id of the first other account of the same report's same incident; empty where there is none before it."""
    own = (account.document, account.incident)
    first = next(a for a in accounts if (a.document, a.incident) == own)
    return "" if first.id == account.id else first.id


def _card(
    account: LedgerAccount, readings: Mapping[str, Reading], said: tuple[Mapping[str, str], SetValues]
) -> AccountCard:
    names, by = said
    return AccountCard(
        id=account.id,
        key=account_key(account.id),
        teller=teller_of(account, names),
        document=account.document,
        document_title=title_of(account.document, readings),
        review=account.review,
        stated=account.stated_at or "",
        published=account.published or "",
        received=account.received_at or "",
        superseded_by=account.superseded_by,
        reference=reference_in(account, readings),
        choices=edit_choices(account, names),
        told=tuple(_told(account, f, names, set_by(account, f, by)) for f in account.facets if f.facet in FACETS),
        certain=f"{account.reader_score:.0%}",
        state=account_state(account),
    )


def _told(account: LedgerAccount, facet: Facet, names: Mapping[str, str], by: str) -> Told:
    denied = {"denied": "denies: ", "open": "leaves open: "}.get(facet.polarity, "")
    words = f"{say_value(facet.value, names)}, set by {by}" if by else _words(facet, names)
    return Told(label=FACETS[facet.facet], words=denied + words, key=sentence_key(account, facet), spans=facet.spans)


def _words(facet: Facet, names: Mapping[str, str]) -> str:
    return shortened(facet.text) or say_value(facet.value, names)
