"""The question "who is he?": a claim in its surroundings, and who of the document may be meant."""

from collections.abc import Mapping
from dataclasses import dataclass

from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.model.snapshot import Incident, LedgerClaim, Snapshot
from truceline.publish.speaking import KINDS, say_act, say_score, speaker_of
from truceline.review.questions import Question
from truceline.review.states import claim_state
from truceline.web.views.names import teller_of
from truceline.web.views.questions import Asking, Side, facet_line
from truceline.web.views.quotes import quoted

MOST = 4
"""Names offered, each under a key of its own: those read nearest before the claim come first."""
AROUND = 3
"""Sentences shown in front of a claim's own: where "he" was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """The claim asked about: as read, and who may be meant instead."""

    target: str
    state: str
    """What an answer rules on."""
    read_as: str
    act: str
    kind: str
    certain: str
    left_open: bool
    names: tuple[str, ...]


def asking_who(
    question: Question, snapshot: Snapshot, readings: Mapping[str, Reading], names: Mapping[str, str]
) -> tuple[Asking, Doubted | None]:
    """The view of one question about a speaker; None where the claim is no longer there."""
    document, _, claim_id = question.targets[0].partition("/")
    reading = readings.get(document)
    claim = next((c for c in snapshot.claims if c.id == question.targets[0]), None)
    read = next((c for c in reading.claims if c.id == claim_id), None) if reading else None
    incident = next((i for i in snapshot.incidents if i.id in question.incidents), None)
    if claim is None or read is None or reading is None or incident is None:
        return _asking(question, "Who speaks?", ()), None
    heading = "Who is he?" if _is_pronoun(read, reading) else "Who speaks?"
    side = _side(claim, read, reading, incident, names)
    return _asking(question, heading, (side,)), _doubted(claim, read, reading, names)


def _asking(question: Question, heading: str, sides: tuple[Side, ...]) -> Asking:
    return Asking(
        key=question.key,
        kind="speaker",
        heading=heading,
        why=question.why,
        targets=question.targets,
        incident=question.incidents[0],
        sides=sides,
    )


def _is_pronoun(claim: Claim, reading: Reading) -> bool:
    text = reading.prose
    return " ".join(text[a:b] for a, b in claim.source).casefold() in {"he", "she", "they", "it"}


def _doubted(claim: LedgerClaim, read: Claim, reading: Reading, names: Mapping[str, str]) -> Doubted:
    return Doubted(
        target=claim.id,
        state=claim_state(claim),
        read_as=speaker_of(claim, names),
        act=say_act(claim),
        kind=KINDS[claim.source_kind],
        certain=say_score(claim.reader_score),
        left_open=claim.speaker is None,
        names=candidates(read, reading),
    )


def candidates(claim: Claim, reading: Reading) -> tuple[str, ...]:
    """Who of the document may be meant: named nearest before the claim first, then behind it."""
    at = min((a for a, _ in (*claim.source, *claim.cue, *claim.content)), default=0)
    inside = [s for s in claim.content if s[0] >= at]
    named = [m for m in reading.actors if m.actor and not m.label_only]
    free = [m for m in named if not any(a <= m.start < b for a, b in inside)]
    ordered = sorted(free or named, key=lambda m: (m.start > at, abs(at - m.start)))
    return tuple(dict.fromkeys(m.name for m in ordered if m.name != claim.speaker))[:MOST]


def _side(claim: LedgerClaim, read: Claim, reading: Reading, incident: Incident, names: Mapping[str, str]) -> Side:
    spans = (*read.source, *read.cue, *read.content)
    hanging = [
        (a, f) for a in incident.accounts if a.document == claim.document for f in a.facets if f.claim == read.id
    ]
    start, end = min(spans)
    return Side(
        title=incident.title,
        incident=incident.id,
        extractor=hanging[0][0].extractor if hanging else None,
        teller=teller_of(hanging[0][0], names) if hanging else speaker_of(claim, names),
        document=claim.document,
        document_title=reading.document.title or reading.document.id,
        quote=quoted(reading, spans, before=AROUND),
        href=f"/document/{claim.document}?lit={start}-{end}#lit",
        facets=tuple(facet_line(f, names) for _, f in hanging),
    )
