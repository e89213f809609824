"""What others state as totals, and how obligations stand by whose word."""

from collections.abc import Mapping, Sequence

from truceline.model.agreement import Agreement
from truceline.model.snapshot import ObligationStatus, OfficialTally
from truceline.publish import words
from truceline.publish.report_scene import NOT_KNOWN, Row, Scene


def official_rows(official: Sequence[OfficialTally], scene: Scene) -> tuple[Row, ...]:
    """Stated, added up again, what the ledger holds, and the verdict in words."""
    return tuple(
        Row(
            head=", ".join(filter(None, (scene.name(t.teller), words.say_period(t.day or t.period or "")))),
            cells=(
                f"{'' if t.comparator == '=' else t.comparator + ' '}{t.stated} {t.unit}",
                NOT_KNOWN if t.added is None else str(t.added),
                f"{t.ledger.certainly} + {t.ledger.possibly} incidents" if t.ledger else NOT_KNOWN,
                t.sentence,
            ),
        )
        for t in official
    )


def obligation_rows(statuses: Sequence[ObligationStatus], agreement: Agreement | None, scene: Scene) -> tuple[Row, ...]:
    """Obligations with who is bound, accounts for and against, and how they stand by whose word."""
    tellers = {a.id: a.teller_name or NOT_KNOWN for i in scene.everything for a in i.accounts}
    return tuple(
        Row(
            head=words.with_due(s.text, s.due),
            cells=(
                ", ".join(scene.name(b) for b in s.bound) or "all parties",
                str(len(s.kept)),
                str(len(s.broken)),
                words.say_duty(s.status, *(_tellers(ids, tellers) for ids in (s.kept, s.broken, s.late))),
            ),
        )
        for s in statuses
        if agreement and s.agreement == agreement.id
    )


def _tellers(accounts: Sequence[str], names: Mapping[str, str]) -> list[str]:
    return [names.get(a, NOT_KNOWN) for a in accounts]
