"""Corrected versions: which document takes the place of which, and rulings as they are about the later one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from truceline.model.decision import Anchor, Decision
from truceline.model.entry import Entry
from truceline.model.reading import Reading
from truceline.model.snapshot import LedgerDocument
from truceline.model.span import Span
from truceline.review.anchors import find_account, find_claim, find_incident, find_incident_key, incident_anchor
from truceline.review.standing import standing

_ROW = re.compile(r":\d+$")
After = Mapping[str, str]
"""By document, the one that takes its place."""


def successors(decisions: Sequence[Decision]) -> dict[str, str]:
    """Which document takes the place of which, by the rulings that stand; a later ruling ends what it contradicts.

    No document has two that take its place, or takes that of two, or comes after itself.
    """
    after: dict[str, str] = {}
    for decision in standing(decisions):
        if decision.verb == "supersede":
            newer, older = (anchor.document for anchor in decision.anchors)
            if older in later_versions(newer, after):
                del after[newer]
            after = {o: n for o, n in after.items() if n != newer} | {older: newer}
    return after


def later_versions(document: str, after: After) -> tuple[str, ...]:
    """The versions after a document, the one that stands last."""
    found = []
    while document in after:
        document = after[document]
        found.append(document)
    return tuple(found)


def earlier_versions(document: str, after: After) -> tuple[str, ...]:
    """The versions before a document, the first one first."""
    before = {newer: older for older, newer in after.items()}
    found: list[str] = []
    while document in before:
        document = before[document]
        found.insert(0, document)
    return tuple(found)


def rulings_on(documents: Sequence[str], decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The rulings that stand on words of these documents: those that go over to a version that takes their place."""
    own = (d for d in standing(decisions) if d.verb != "supersede")
    return tuple(d for d in own if any(a.document in documents for a in d.anchors))


def taken_over(decision: Decision, after: After, machine: Mapping[str, Entry]) -> tuple[Decision, ...]:
    """A ruling on one document as it is about each later version of it, the one that stands last."""
    first = decision.anchors[0].document
    return tuple(_about(decision, version, machine) for version in later_versions(first, after))


def still_said(decision: Decision, document: str, machine: Mapping[str, Entry]) -> bool:
    """Whether a later version has every sentence in which the account or claim ruled on was told.

    Its anchor is one of them; what was accepted may have been corrected in another.
    """
    before, now = machine.get(decision.anchors[0].document), machine.get(document)
    if before is None or now is None or before is now or len({a.document for a in decision.anchors}) > 1:
        return True
    starts = {start for anchor in decision.anchors for start, _ in _spans(before.reading, anchor)}
    told = [s for s in before.reading.sentences if any(s[0] <= start < s[1] for start in starts)]
    return _lines(before.reading, told) <= _lines(now.reading, now.reading.sentences)


def _spans(reading: Reading, anchor: Anchor) -> list[Span]:
    """Where the words of an anchor's account, or claim, are."""
    account = find_account(reading, anchor) if anchor.account else None
    claim = find_claim(reading, anchor) if anchor.claim else None
    spans = [s for facet in account.facets for s in facet.spans] if account else []
    return [*spans, *claim.source, *claim.cue, *claim.content] if claim else spans


def _lines(reading: Reading, sentences: Iterable[Span]) -> frozenset[str]:
    """Sentences on one line each."""
    return frozenset(" ".join(reading.prose[a:b].split()) for a, b in sentences)


def in_standing_versions(decision: Decision, after: After) -> Decision:
    """A ruling on two reports as it is about the versions of them that stand."""
    standing_ones = ((a, (a.document, *later_versions(a.document, after))[-1]) for a in decision.anchors)
    return replace(decision, anchors=tuple(_in(a, document) for a, document in standing_ones))


def as_now(decision: Decision, after: After, readings: Mapping[str, Reading]) -> Decision:
    """A ruling as the pages show it: about the versions that stand, by the ids that its words have in these readings.

    `readings` are those of the documents looked at; of others, and where the words are gone, only the document is told.
    """
    now = in_standing_versions(decision, after)
    pairs = zip(now.anchors, decision.anchors, strict=True)
    moved = (_by_words(a, readings.get(a.document)) if a.document != was.document else a for a, was in pairs)
    return replace(now, anchors=tuple(moved))


def _by_words(anchor: Anchor, reading: Reading | None) -> Anchor:
    account = find_account(reading, anchor) if reading and anchor.account else None
    claim = find_claim(reading, anchor) if reading and anchor.claim else None
    incident = find_incident(reading, anchor) if reading and not anchor.account and not anchor.claim else None
    key = account.incident if account else incident.key if incident else None
    return replace(anchor, account=account.id if account else None, claim=claim.id if claim else None, incident=key)


def went_over(newer: Sequence[str], decisions: Sequence[Decision], lost: Sequence[str]) -> tuple[int, int]:
    """How many rulings there are on versions before these, and how many of them find no words any more."""
    after = successors(decisions)
    ruled = rulings_on([old for new in newer for old in earlier_versions(new, after)], decisions)
    return len(ruled), sum(d.id in lost for d in ruled)


def may_be_versions(
    new: Sequence[LedgerDocument], documents: Sequence[LedgerDocument]
) -> dict[str, tuple[LedgerDocument, ...]]:
    """By new document those of the same name, or of much the same text under one file's name or by one publisher.

    In their order. Only those of one name or one text are compared: thousands may come in at once.
    """
    beside: dict[tuple[str, str], list[int]] = {}
    for at, document in enumerate(documents):
        for key in _alike(document):
            beside.setdefault(key, []).append(at)
    near = {d.id: sorted({at for key in _alike(d) for at in beside.get(key, ())}) for d in new}
    return {
        d.id: tuple(documents[at] for at in near[d.id] if documents[at].id != d.id and _may_be_one(d, documents[at]))
        for d in new
    }


def _alike(document: LedgerDocument) -> tuple[tuple[str, str], ...]:
    """What another version has in common with a document; the number of a row, or of a line, says nothing of it."""
    if _ROW.search(document.given_id):
        return ()
    return (("name", document.given_id), ("text", document.lineage))


def _may_be_one(a: LedgerDocument, b: LedgerDocument) -> bool:
    files = [PurePosixPath(d.given_id).name for d in (a, b)]
    alike = files[0] == files[1] or (a.publisher is not None and a.publisher == b.publisher)
    return a.given_id == b.given_id or (a.lineage == b.lineage and alike)


def former_members(entries: Sequence[Entry], after: After) -> dict[str, tuple[str, ...]]:
    """By reported incident ("document/key") of a version that stands, those of earlier ones in the same words."""
    by_id = {e.id: e for e in entries}
    former: dict[str, tuple[str, ...]] = {}
    for old in (e for e in entries if e.id in after):
        new = by_id.get(later_versions(old.id, after)[-1])
        for incident in old.reading.incidents if new else ():
            found = find_incident(new.reading, incident_anchor(old, incident)) if new else None
            if new is not None and found is not None:
                member = f"{new.id}/{found.key}"
                former[member] = (*former.get(member, ()), f"{old.id}/{incident.key}")
    return former


def _in(anchor: Anchor, document: str) -> Anchor:
    return replace(anchor, document=document)


def _about(decision: Decision, document: str, machine: Mapping[str, Entry]) -> Decision:
    anchors = tuple(_in(a, document) for a in decision.anchors)
    values = _values(decision, document, machine) if decision.values else None
    return replace(decision, anchors=anchors, values=values)


def _values(decision: Decision, document: str, machine: Mapping[str, Entry]) -> dict[str, Any]:
    """The values without what points into the earlier text: places of words, ids of claims and incidents."""
    values = dict(decision.values or {})
    if "facets" in values:
        values["facets"] = [{**f, "spans": [], "claim": None} for f in values["facets"]]
    if values.get("incident"):
        values["incident"] = _same_incident(decision.anchors[0].document, values["incident"], document, machine)
    return values


def _same_incident(old: str, key: str, new: str, machine: Mapping[str, Entry]) -> str | None:
    """The key in a later version of what an earlier one told in the same words; None where there is none."""
    before, now = machine.get(old), machine.get(new)
    told = find_incident_key(before.reading, key) if before else None
    found = find_incident(now.reading, incident_anchor(before, told)) if before and told and now else None
    return found.key if found else None
