"""The cards of a document's claims: speaker, act, content, reference, how sure, and whether a person has checked it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.model.snapshot import LedgerClaim
from truceline.publish.speaking import KINDS, NO_REFERENCE, is_open, say_act, say_references, say_score, speaker_of
from truceline.review.states import claim_state
from truceline.web.views.names import TellerMark, numbered, teller_marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim; `depth` counts the claims it is nested in, `inside` says whose the innermost of these is."""

    id: str
    target: str
    parent: str | None
    mark: TellerMark
    said_as: str
    act: str
    act_said: str
    speech: str
    kind: str
    kind_said: str
    content: str
    reference: str
    cited: bool
    depth: int
    inside: str
    certain: str
    review: str
    left_open: bool
    start: int
    state: str
    """What a ruling on it is about."""


def cards(claims: Sequence[LedgerClaim], reading: Reading, names: Mapping[str, str]) -> tuple[Card, ...]:
    """All claims of a document in order of their words."""
    starts = {f"{claims[0].document}/{c.id}": _start(c) for c in reading.claims} if claims else {}
    ordered = sorted(claims, key=lambda c: (starts[c.id], c.id))
    marks = teller_marks((speaker_of(c, names) for c in ordered), numbered)
    known = {c.id: c for c in claims}
    return tuple(
        Card(
            id=c.id.partition("/")[2],
            target=c.id,
            parent=c.parent.partition("/")[2] if c.parent else None,
            mark=marks[speaker_of(c, names)],
            said_as=c.said_as,
            act=c.act,
            act_said=say_act(c),
            speech=c.speech,
            kind=c.source_kind,
            kind_said=KINDS[c.source_kind],
            content=c.words,
            reference=say_references(c),
            cited=say_references(c) != NO_REFERENCE,
            depth=_depth(c, known),
            inside=speaker_of(known[c.parent], names) if c.parent in known else "",
            certain=say_score(c.reader_score),
            review=c.review,
            left_open=is_open(c),
            start=starts[c.id],
            state=claim_state(c),
        )
        for c in ordered
    )


def _start(claim: Claim) -> int:
    return min((s[0] for s in (*claim.source, *claim.cue, *claim.content)), default=0)


def _depth(claim: LedgerClaim, known: Mapping[str, LedgerClaim]) -> int:
    depth, seen = 0, {claim.id}
    parent = known.get(claim.parent or "")
    while parent is not None and parent.id not in seen:
        seen.add(parent.id)
        depth, parent = depth + 1, known.get(parent.parent or "")
    return depth
