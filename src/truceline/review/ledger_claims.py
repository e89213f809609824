"""Every claim of a ledger with its document and its words, as decisions have it."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

from truceline.model.claim import Claim
from truceline.model.entry import Entry
from truceline.model.reading import Citation
from truceline.model.snapshot import LedgerClaim
from truceline.review.anchors import sliced
from truceline.text.lines import words_of_entry


def ledger_claims(entries: Iterable[Entry]) -> tuple[LedgerClaim, ...]:
    """Claims of the entries, in their order and that of the readings."""
    return tuple(made for entry in entries for made in _of(entry))


def _of(entry: Entry) -> list[LedgerClaim]:
    citations = {c.id: c for c in entry.reading.citations}
    return [_ledger_claim(entry, claim, citations) for claim in entry.reading.claims]


def _entry(entry: Entry, citation: Citation) -> str:
    """What the list of references has for a citation without an address: "Interview with the author"."""
    own = next((r for r in entry.reading.references if citation.marker and r.marker == citation.marker), None)
    return "" if own is None else words_of_entry(entry.reading.prose[own.start : own.end])


def _ledger_claim(entry: Entry, claim: Claim, citations: Mapping[str, Citation]) -> LedgerClaim:
    own = {f.name: getattr(claim, f.name) for f in fields(Claim)}
    ids = {"id": f"{entry.id}/{claim.id}", "parent": claim.parent and f"{entry.id}/{claim.parent}"}
    cited = [citations[c] for c in claim.citations if c in citations]
    said = (f"{f'[{c.marker}] ' if c.marker else ''}{c.outlet or c.url or _entry(entry, c)}".strip() for c in cited)
    return LedgerClaim(
        **{**own, **ids},
        document=entry.id,
        source_words=sliced(entry.reading, claim.source),
        said_as=sliced(entry.reading, (*claim.source, *claim.cue)),
        antecedent_words=sliced(entry.reading, claim.antecedent),
        words=sliced(entry.reading, claim.content),
        references=tuple(dict.fromkeys(s for s in said if s)),
    )
