"""The cards in a document's margin: each claim with its speaker, act, content and reference, nested ones inside."""

from collections.abc import Mapping
from dataclasses import dataclass

from truceline.model.claim import Claim
from truceline.model.reading import Citation, Reading
from truceline.model.span import Span
from truceline.publish.names import say_actor
from truceline.web.views.names import TellerMark, teller_marks

KINDS = {
    "named_official": "named official",
    "institution": "institution",
    "anonymous": "nobody named",
    "outlet": "outlet",
    "group": "group",
    "person": "person",
    "author": "the author",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim; `depth` counts the claims it is nested in."""

    id: str
    mark: TellerMark
    said_as: str
    act: str
    speech: str
    kind: str
    content: str
    reference: str
    depth: int
    certain: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One row of "who speaks"."""

    mark: TellerMark
    kind: str
    claims: int
    referenced: int
    first: str


def cards(reading: Reading, names: Mapping[str, str]) -> tuple[Card, ...]:
    """All claims in order of their words."""
    text = reading.text or ""
    known = {c.id: c for c in reading.claims}
    citations = {c.id: c for c in reading.citations}
    claims = sorted(reading.claims, key=lambda c: (_start(c), c.id))
    marks = teller_marks(speaker_of(c, text, names) for c in claims)
    return tuple(
        Card(
            id=c.id,
            mark=marks[speaker_of(c, text, names)],
            said_as=_sliced(text, (*c.source, *c.cue)),
            act=c.act,
            speech=c.speech,
            kind=KINDS[c.source_kind],
            content=_sliced(text, c.content),
            reference=_reference(c, citations),
            depth=_depth(c, known),
            certain=f"{c.reader_score:.0%}",
            start=_start(c),
        )
        for c in claims
    )


def speaker_of(claim: Claim, text: str, names: Mapping[str, str]) -> str:
    """The speaker as resolved, else the innermost teller, else the source's own words."""
    if claim.speaker:
        return claim.speaker
    if claim.source_kind == "author":
        return "the author"
    if claim.source_kind != "anonymous" and claim.tellers:
        return say_actor(claim.tellers[-1], names)
    return _sliced(text, claim.source) or "source open"


def _start(claim: Claim) -> int:
    return min((s[0] for s in (*claim.source, *claim.cue, *claim.content)), default=0)


def _sliced(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(" ".join(text[a:b].split()) for a, b in sorted(spans))


def _reference(claim: Claim, citations: Mapping[str, Citation]) -> str:
    cited = [citations[c] for c in claim.citations if c in citations]
    said = [f"{f'[{c.marker}] ' if c.marker else ''}{c.outlet or c.url or ''}".strip() for c in cited]
    return ", ".join(dict.fromkeys(said)) or "no reference"


def _depth(claim: Claim, known: Mapping[str, Claim]) -> int:
    depth, seen = 0, {claim.id}
    parent = known.get(claim.parent or "")
    while parent is not None and parent.id not in seen:
        seen.add(parent.id)
        depth, parent = depth + 1, known.get(parent.parent or "")
    return depth


def speakers(made: tuple[Card, ...]) -> tuple[tuple[Speaker, ...], str]:
    """Who speaks, most first; and in words the share of claims on nobody's name."""
    rows: dict[str, list[Card]] = {}
    for card in made:
        rows.setdefault(card.mark.name, []).append(card)
    table = tuple(
        Speaker(
            mark=group[0].mark,
            kind=", ".join(dict.fromkeys(c.kind for c in group)),
            claims=len(group),
            referenced=sum(c.reference != "no reference" for c in group),
            first=group[0].id,
        )
        for group in sorted(rows.values(), key=lambda g: (-len(g), g[0].mark.letter))
    )
    nameless = sum(c.kind == KINDS["anonymous"] for c in made)
    share = f"{nameless} of {len(made)} claims ({nameless / len(made):.0%}) rest on nobody's name." if made else ""
    return table, share
