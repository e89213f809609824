"""How far a second annotator agrees with the corpus of short reports, by the reader's own measures.

    python training/corpus/agreement.py FILE...      the same reports annotated again; prints one JSON object

The second annotation is scored as if a reader had read it: what it reaches is about what a reader can be asked for.
"""

import json
import sys
from pathlib import Path

from marks import GoldClaim
from measure_reports import CORPUS, Score, measure_report, report_figures
from reports import COUNTED, GoldEvent, GoldFacet, Report, harm_of, parse, read_reports

from truceline.model.account import Account, Facet, ReportedIncident
from truceline.model.claim import Claim
from truceline.model.reading import Document, Reader, Reading


def as_reading(report: Report) -> Reading:
    """An annotation in the form of a reading: one account an event and claim."""
    incidents, accounts = [], []
    for event in report.events:
        key = f"i{event.number}"
        mine = [_account(key, claim, event) for claim in sorted({f.claim for f in event.facets}, key=str)]
        accounts += mine
        incidents.append(
            ReportedIncident(
                key=key,
                event_type=event.type,  # type: ignore[arg-type]
                aggregate=event.aggregate,
                place=None,
                time=None,
                killed=None,
                injured=None,
                casualties=(),
                mentions=event.mentions,
                accounts=tuple(a.id for a in mine),
            )
        )
    return Reading(
        document=Document(id=report.id, sha256="0"),
        reader=Reader(name="annotator", version="2"),
        text=report.text,
        claims=tuple(_claim(c, report.reaches.get(c.number)) for c in report.claims),
        accounts=tuple(accounts),
        incidents=tuple(incidents),
    )


def _account(key: str, claim: int | None, event: GoldEvent) -> Account:
    told = tuple(_facet(f) for f in event.facets if f.claim == claim)
    return Account(id=f"{key}c{claim}", incident=key, claim=_id(claim), tellers=(), facets=told)


def _facet(facet: GoldFacet) -> Facet:
    value: object = facet.value
    if facet.facet in COUNTED:
        low, high, group = harm_of(facet.value)
        value = {"low": low, "high": high, "group": group}
    return Facet(
        facet=facet.facet,  # type: ignore[arg-type]
        value=value,
        text="",
        spans=facet.spans,
        claim=_id(facet.claim),
        polarity=facet.polarity,  # type: ignore[arg-type]
    )


def _claim(claim: GoldClaim, reach: str | None) -> Claim:
    author, open_ = "author" in claim.speakers, claim.speakers[0] == "?"
    return Claim(
        id=f"c{claim.number}",
        source=tuple(claim.source),
        cue=tuple(claim.cue),
        content=tuple(claim.content),
        speech="indirect",
        act=claim.act,  # type: ignore[arg-type]
        source_kind="author" if author else "anonymous" if open_ else "person",
        tellers=(),
        parent=_id(claim.parent),
        speaker=None if open_ else claim.speakers[0],
        reaches=reach,  # type: ignore[arg-type]
    )


def _id(claim: int | None) -> str | None:
    return None if claim is None else f"c{claim}"


def main() -> None:
    """The command."""
    first = {r.id: r for part in ("learn", "test") for r in read_reports(CORPUS / part)}
    score = Score()
    for path in map(Path, sys.argv[1:]):
        for again in parse(path.read_text("utf-8")):
            measure_report(first[again.id], as_reading(again), score)
    print(json.dumps(report_figures(score), indent=1))


if __name__ == "__main__":
    main()
