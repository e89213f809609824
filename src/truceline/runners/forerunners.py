"""Which new documents are, without asking, corrected versions of what a ledger has; each ruled so, to be taken back."""

from collections.abc import Iterator, Sequence

from truceline.model.decision import Decision
from truceline.model.outcome import Corrected
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.when import Published
from truceline.review.ask import version_anchors
from truceline.review.versions import successors
from truceline.store.base import Stored, View
from truceline.store.ids import document_id, sha256_hex, short_id
from truceline.store.rows import envelope_of, own_names
from truceline.text.revised import share_kept

MOST = 0.5
"""Share of the earlier text that must stand in the later: under it, one name stands for two reports."""
ANALYST = "truceline"
"""Who rules where nobody was asked."""


class Forerunners:
    """What the ledger had before a command began: of what comes in with one command nothing is the later version."""

    def __init__(self, store: View) -> None:
        self._store = store
        self._after = successors(store.decisions())
        self._by_name: dict[str, list[str]] = {}
        for named in store.names():
            for name in named.names if named.id not in self._after else ():
                self._by_name.setdefault(name, []).append(named.id)
        self._taken: set[str] = set()
        self.corrected: list[Corrected] = []

    def gone(self, documents: Sequence[str]) -> tuple[str, ...]:
        """Those of some documents that something had taken the place of before the command began."""
        return tuple(key for key in dict.fromkeys(documents) if key in self._after)

    def rulings(self, batch: Sequence[tuple[Record, Reading]], at: str) -> tuple[Decision, ...]:
        """For each new document that corrects one the ledger has, the decision that it takes its place."""
        return tuple(made for record, reading in batch for made in self._ruling(record, reading, at))

    def _ruling(self, record: Record, reading: Reading, at: str) -> Iterator[Decision]:
        found = [(share_kept(e.reading.prose, reading.prose), e) for e in self._named_as(record)]
        alike = [f for f in found if f[0] > MOST and not _of_other_days(f[1].reading, reading)]
        if not alike:
            return
        share, earlier = max(alike, key=lambda f: (f[0], f[1].received_at, f[1].id))
        self._taken.add(earlier.id)
        key = document_id(record.id, record.data)
        made = short_id("R", b"supersede", key.encode(), earlier.id.encode())
        changed = earlier.reading.prose.split() != reading.prose.split()
        self.corrected.append(Corrected(document=key, supersedes=earlier.id, decision=made, changed=changed))
        named = "name" if record.id == earlier.given_id else "address"
        yield Decision(
            id=made,
            verb="supersede",
            anchors=version_anchors((key, sha256_hex(record.data)), (earlier.id, earlier.sha256)),
            analyst=ANALYST,
            reason=f"the same {named}, and it has {share:.0%} of the earlier text",
            at=at,
        )

    def _named_as(self, record: Record) -> Iterator[Stored]:
        """Documents of the same given id or address that nothing has taken the place of."""
        ids = {key for name in own_names(envelope_of(record)) for key in self._by_name.get(name, ())}
        yield from (s for key in sorted(ids - self._taken) if (s := self._store.document(key)) is not None)


def _of_other_days(a: Reading, b: Reading) -> bool:
    """Whether both bear a day, and another one: next week's issue has last week's name and many of its words."""
    first, second = _days(a.document.published), _days(b.document.published)
    return first is not None and second is not None and (first[1] < second[0] or second[1] < first[0])


def _days(published: Published | None) -> tuple[str, str] | None:
    return None if published is None or published.inferred else published.days
