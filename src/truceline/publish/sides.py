"""On whose side actors are: what tells two names of one party from two parties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from truceline.model.actor import Actor, side_of
from truceline.model.agreement import Agreement
from truceline.model.snapshot import Snapshot
from truceline.text.fold import fold_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The ledger's actors by id, and the names and labels that its agreements' files give one party each."""

    actors: Mapping[str, Actor]
    labels: Mapping[str, str]

    def is_actor(self, value: str) -> bool:
        """Whether words name a body, known or not, or are a party's label: "market" and "44" do not."""
        return value in self.actors or value.startswith("x-") or fold_name(value) in self.labels

    def side(self, value: str) -> str | None:
        """The state or group at the top of whom words name; None where that is not known."""
        at, label = self.labels.get(fold_name(value), value), fold_name(value) in self.labels
        return side_of(at, self.actors) if label or at in self.actors else None


def sides_of(snapshot: Snapshot) -> Sides:
    """Sides as the registry and the agreements of a ledger have them."""
    return Sides(actors={a.id: a for a in snapshot.actors}, labels=_labels(snapshot.agreements))


def _labels(agreements: Iterable[Agreement]) -> dict[str, str]:
    """By folded label the party that has it; none where two parties of a ledger do."""
    found: dict[str, set[str]] = {}
    for party in (p for agreement in agreements for p in agreement.parties):
        for label in (*party.labels, party.name, party.actor):
            found.setdefault(fold_name(label), set()).add(party.actor)
    return {label: next(iter(actors)) for label, actors in found.items() if len(actors) == 1}
