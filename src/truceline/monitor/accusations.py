"""Who accuses whom: accounts that name a party as having acted, and what stands behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.model.account import Facet
from truceline.model.actor import Actor, side_of
from truceline.model.agreement import Agreement, Party
from truceline.model.snapshot import ACCORDING_TO, Incident, LedgerAccount
from truceline.monitor.kit import MonitorKit
from truceline.monitor.labels import is_enemy, other_bound, party_of_label, party_of_unit, state_bound

NOT_NAMED = "not named"
"""Accused of a breach for which no account names who acted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusation:
    """One accused in one incident, by one accuser; `accounts` are all that name this accused."""

    accused: str
    accuser: str
    accuser_side: str | None
    accounts: tuple[LedgerAccount, ...]
    reasons: tuple[str, ...]


def find_accusations(incident: Incident, agreement: Agreement, kit: MonitorKit) -> list[Accusation]:
    """Accusations against parties, in order; where nobody names a known actor, the accused is "not named".

    An incident laid only on actors who are no party (or whose targets the agreement does not protect) is no breach.
    """
    heard = [a for a in incident.accounts if a.review != "rejected" and not _alleges_nothing(a)]
    if not heard or _unprotected(heard, agreement):
        return []
    accused = [(account, party, known) for account in heard for party, known in _accused(account, agreement, kit)]
    named: dict[str, list[LedgerAccount]] = {}
    for account, party, _ in accused:
        if party:
            named.setdefault(party, []).append(account)
    if not named and any(known and party is None for _, party, known in accused):
        return []
    groups = named or {NOT_NAMED: heard}
    return [made for party in sorted(groups) for made in _by_accuser(party, groups[party], agreement, kit)]


def _by_accuser(
    accused: str, accounts: Sequence[LedgerAccount], agreement: Agreement, kit: MonitorKit
) -> list[Accusation]:
    """One accusation for each teller who names the accused; its own admission is one only where nobody else does."""
    held = tuple({a.id: a for a in accounts}.values())
    labels = tuple(sorted({r for a in held if (r := _label_reason(a, accused, agreement, kit))}))
    others = [a for a in held if not _of_party(a, accused, agreement, kit)]
    made = {
        accuser_of(a): Accusation(
            accused=accused, accuser=accuser_of(a), accuser_side=side_or_none(a, kit), accounts=held, reasons=labels
        )
        for a in reversed(others or held)
    }
    return [made[name] for name in sorted(made)]


def _of_party(account: LedgerAccount, party: str, agreement: Agreement, kit: MonitorKit) -> bool:
    """Whether an account is told by the party itself or somebody of its side."""
    return any(p.actor == party for p in _told_by(account, agreement, kit))


def _told_by(account: LedgerAccount, agreement: Agreement, kit: MonitorKit) -> list[Party]:
    """The parties that an account is told by, by its speaker or his side."""
    named = [party_of(name, agreement, kit) for name in (account.speaker, account.side) if name]
    told = named if any(named) else [_state_speaking(account, agreement, kit)]
    return [p for p in told if p is not None]


def _state_speaking(account: LedgerAccount, agreement: Agreement, kit: MonitorKit) -> Party | None:
    """The one government bound, where a body of its own speaks that no registry has: "the army"."""
    if account.speaker in kit.actors:
        return None
    rests_on = account.teller_name.rpartition(ACCORDING_TO)[2]
    return state_bound(rests_on or account.speaker, agreement, kit)


def accuser_of(account: LedgerAccount) -> str:
    """The teller an accusation is counted under."""
    return account.teller_name or account.speaker or account.line


def side_or_none(account: LedgerAccount, kit: MonitorKit) -> str | None:
    """The side an account is told from: its teller's in the registry, else its source's affiliation."""
    return side_of(account.speaker, kit.actors) if account.speaker in kit.actors else account.side


def party_of(actor: str, agreement: Agreement, kit: MonitorKit) -> Party | None:
    """The party an actor belongs to: itself, above it in the registry, or of the same side."""
    by_id = {p.actor: p for p in agreement.parties}
    seen: set[str] = set()
    at: str | None = actor
    while at is not None and at not in seen:
        if at in by_id:
            return by_id[at]
        seen.add(at)
        entry = kit.actors.get(at)
        at = None if entry is None else entry.parent or entry.side
    if actor not in kit.actors:
        return None
    own = side_of(actor, kit.actors)
    sides = [p for p in agreement.parties if side_of(p.actor, kit.actors) == own]
    return sides[0] if len(sides) == 1 else None


def _accused(account: LedgerAccount, agreement: Agreement, kit: MonitorKit) -> list[tuple[str | None, bool]]:
    """Parties an account says acted; None for an actor who is no party, with whether the actor is known."""
    found: list[tuple[str | None, bool]] = []
    for f in _acting(account):
        if is_bystander(str(f.value), kit):
            continue
        party = party_of(str(f.value), agreement, kit) or _party_by_words(account, str(f.value), agreement, kit)
        found.append((party.actor if party else None, str(f.value) in kit.actors))
    return list(dict.fromkeys(found))


def is_bystander(actor: str, kit: MonitorKit) -> bool:
    """Whether an actor only reports or relieves: it neither acts nor admits."""
    return actor in kit.actors and kit.actors[actor].kind in kit.bystanders


def _acting(account: LedgerAccount) -> list[Facet]:
    return [
        f
        for f in account.facets
        if f.facet in {"actor", "responsibility"} and f.polarity == "affirmed" and isinstance(f.value, str)
    ]


def _party_by_words(account: LedgerAccount, value: str, agreement: Agreement, kit: MonitorKit) -> Party | None:
    by_file = party_of_label(value, agreement) or party_of_unit(value, agreement, kit)
    return by_file or _enemy(account, value, agreement, kit) or state_bound(value, agreement, kit)


def _enemy(account: LedgerAccount, value: str, agreement: Agreement, kit: MonitorKit) -> Party | None:
    """The party that "the enemy" is in the words of the one other party bound."""
    if not is_enemy(value, kit):
        return None
    return other_bound([p for p in _told_by(account, agreement, kit) if p.bound], agreement)


def _label_reason(account: LedgerAccount, accused: str, agreement: Agreement, kit: MonitorKit) -> str:
    for f in _acting(account):
        party = _party_by_words(account, str(f.value), agreement, kit)
        if party and party.actor == accused and f.value != accused:
            words = f.text if str(f.value).startswith("x-") and f.text else f.value
            return f"“{words}” is taken for {party.name}, {_why(str(f.value), agreement, kit)}"
    return ""


def _why(value: str, agreement: Agreement, kit: MonitorKit) -> str:
    """Why words that are no party's id are taken for one."""
    if party_of_label(value, agreement) or party_of_unit(value, agreement, kit):
        return "as the agreement's file says"
    return "the one other party bound, in its opponent's words" if is_enemy(value, kit) else "the one government bound"


def _alleges_nothing(account: LedgerAccount) -> bool:
    """Whether an account denies the happening, or only leaves it open: a question, "can neither confirm nor deny"."""
    told = [f.polarity for f in account.facets if f.facet in {"occurrence", "type"}]
    return "denied" in told or ("open" in told and "affirmed" not in told)


def _unprotected(accounts: Sequence[LedgerAccount], agreement: Agreement) -> bool:
    """Every target anybody names is one the agreement does not protect."""
    targets = {str(f.value) for a in accounts for f in a.facets if f.facet == "target" and f.polarity == "affirmed"}
    return bool(targets) and targets <= set(agreement.excluded_targets)


def is_corroborated(accusation: Accusation, kit: MonitorKit) -> bool:
    """Two independent lines name the accused, and not both are of the accuser's side."""
    sides: Mapping[str, str | None] = {a.line: side_or_none(a, kit) for a in accusation.accounts}
    if len(sides) < 2:
        return False
    own = accusation.accuser_side
    return own is None or any(s != own for s in sides.values())


def attributed_by(accusation: Accusation, agreement: Agreement, kit: MonitorKit) -> str | None:
    """The named body, itself no party, that holds the accused responsible; or the accused's own admission."""
    for a in accusation.accounts:
        if _admits(a, accusation.accused, agreement, kit):
            return f"{accuser_of(a)} (own admission)"
        actor = kit.actors.get(a.speaker)
        if actor is not None and _may_attribute(actor, agreement, kit) and _lays_blame(a):
            return actor.name
    return None


def _admits(account: LedgerAccount, accused: str, agreement: Agreement, kit: MonitorKit) -> bool:
    """Whether the accused itself, or a body of its own, tells what it did."""
    if any(t not in kit.actors or kit.actors[t].kind != "outlet" for t in account.through):
        return False  # by somebody else's word alone
    own = party_of(account.speaker, agreement, kit) or _state_speaking(account, agreement, kit)
    return own is not None and own.actor == accused and not is_bystander(account.speaker, kit)


def _may_attribute(actor: Actor, agreement: Agreement, kit: MonitorKit) -> bool:
    """Whether it is a body whose finding counts, and no party."""
    return actor.kind in kit.attributing and actor.id not in {p.actor for p in agreement.parties}


def _lays_blame(account: LedgerAccount) -> bool:
    return any(f.facet == "responsibility" and f.certainty == "stated" for f in _acting(account))
