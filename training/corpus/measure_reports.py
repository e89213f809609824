"""Measure events, facets, denial scope and grouping on the corpus of short reports, claims beside them.

    python training/corpus/measure_reports.py [learn|dev|dense|stance|scenes|test] [--errors]    prints one JSON object

An event is found where an incident read shares mentions with it (one to one, most shared first) and has its type. A
facet is found where the incident of its event tells the same facet on overlapping words with the same polarity, counts
with the same range. Told by another it is found, and counts as a wrong teller: two claims are one teller's where both
are the writer's own, or name one speaker; of speakers nobody names, each is another.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from conll import conll_f1
from marks import Span, Unit
from measure import Tally, f1, figures, measure_unit, names_meet, overlap, pairs_of, percent
from reports import COUNTED, GoldFacet, Report, harm_of, read_reports

from truceline.model.account import Facet
from truceline.model.reading import Reading
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.pipeline import Kit, read_record
from truceline.runners.local import local_kit

CORPUS = Path(__file__).parent / "reports"
NOT_EVENTS = Path(__file__).parent / "not_events"


@dataclass(slots=True)
class Score:
    """Counts over reports."""

    n: Counter[str] = field(default_factory=Counter)
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    facets: Counter[tuple[str, str]] = field(default_factory=Counter)
    grouping: list[tuple[list[set[Span]], list[set[Span]]]] = field(default_factory=list)
    claims: Tally = field(default_factory=Tally)
    errors: list[str] = field(default_factory=list)


def events_met(report: Report, reading: Reading) -> dict[int, int]:
    """Gold event to index of the incident that shares most of its mentions, one to one."""
    fits = []
    for event in report.events:
        for at, incident in enumerate(reading.incidents):
            shared = sum(overlap([m], incident.mentions) > 0 for m in event.mentions)
            if shared:
                fits.append((-shared, at, event.number))
    pairs: dict[int, int] = {}
    for _, at, number in sorted(fits):
        if number not in pairs and at not in pairs.values():
            pairs[number] = at
    return pairs


def measure_report(report: Report, reading: Reading, score: Score) -> None:
    """Add one report's counts."""
    measure_unit(Unit(report.id, report.text, report.claims), reading.claims, score.claims)
    claim_pairs = pairs_of(Unit(report.id, report.text, report.claims), reading.claims)
    claims = {reading.claims[at].id: number for number, at in claim_pairs.items()}
    _denials(report, reading, claim_pairs, score)
    pairs, n = events_met(report, reading), score.n
    n["reports"] += 1
    n["events gold"] += len(report.events)
    n["events read"] += len(reading.incidents)
    n["events met"] += len(pairs)
    n["main gold"] += bool(report.events)
    n["main right"] += bool(report.events) and pairs.get(report.events[0].number) == 0
    for event in report.events:
        at = pairs.get(event.number)
        read = reading.incidents[at].event_type if at is not None else "none"
        n["events right"] += read == event.type
        n["aggregate right"] += at is not None and reading.incidents[at].aggregate == event.aggregate
        if read != event.type:
            score.types[event.type, read] += 1
            score.errors.append(f"{report.id} event {event.type} read {read}: {_said(report, event.mentions)}")
    for at, incident in enumerate(reading.incidents):
        if at not in pairs.values():
            score.errors.append(f"{report.id} extra {incident.event_type}: {_said(report, incident.mentions)}")
    _facets(report, reading, pairs, claims, score)
    score.grouping.append(_grouped(report, reading))


def _denials(report: Report, reading: Reading, pairs: dict[int, int], score: Score) -> None:
    """What each denial found reaches, beside what it should."""
    for claim in report.claims:
        if claim.act != "denies":
            continue
        score.n["denials gold"] += 1
        if claim.number not in pairs:
            continue
        wanted = report.reaches[claim.number]
        read = getattr(reading.claims[pairs[claim.number]], "reaches", None)
        score.n["denials found"] += 1
        score.n["denials right"] += wanted == read
        if wanted != read:
            score.errors.append(f"{report.id} denial of {wanted} read {read}: {_said(report, claim.content)}")


def _facets(report: Report, reading: Reading, pairs: dict[int, int], claims: dict[str, int], score: Score) -> None:
    """Facets one to one, each event's with its incident's."""
    gold = [(e.number, f) for e in report.events for f in e.facets]
    read = [(at, f) for at, incident in enumerate(reading.incidents) for f in _told(reading, incident.accounts)]
    free = set(range(len(read)))
    said_by = {c.id: c.speaker for c in reading.claims}
    for number, wanted in gold:
        fits = [i for i in sorted(free) if pairs.get(number) == read[i][0] and same_facet(wanted, read[i][1])]
        score.n["facets gold"] += 1
        score.facets[wanted.facet, "gold"] += 1
        if not fits:
            score.errors.append(f"{report.id} missed {_facet(report, wanted)}")
            continue
        teller = {i: claims.get(read[i][1].claim or "", 0) if read[i][1].claim else None for i in fits}
        told_by = {
            i
            for i in fits
            if same_teller(report, teller[i], wanted.claim)
            or _named_alike(report, said_by.get(read[i][1].claim or ""), wanted)
        }
        best = next((i for i in fits if teller[i] == wanted.claim), min(told_by, default=fits[0]))
        free.discard(best)
        score.n["facets both"] += 1
        score.facets[wanted.facet, "both"] += 1
        score.n["other claim"] += teller[best] != wanted.claim
        if best not in told_by:
            score.n["wrong teller"] += 1
            score.errors.append(f"{report.id} teller {teller[best]} for {_facet(report, wanted)}")
    score.n["facets read"] += len(read)
    for _, facet in read:
        plain = facet.facet == "occurrence" and facet.polarity == "affirmed"
        score.facets["type" if plain else facet.facet, "read"] += 1
    for i in sorted(free):
        facet = read[i][1]
        score.errors.append(f"{report.id} extra {facet.facet} {facet.polarity} [{facet.text[:60]}] {facet.claim}")


def _told(reading: Reading, accounts: Iterable[str]) -> list[Facet]:
    """An incident's facets; a happening's plain occurrence counts as its type, which the annotation asks for."""
    mine = set(accounts)
    return [f for a in reading.accounts if a.id in mine for f in a.facets]


def same_teller(report: Report, some: int | None, other: int | None) -> bool:
    """Whether two claims, by number, are the same party's; None is the writer's own voice, 0 a claim nobody made."""
    if some == other:
        return True
    speakers = {c.number: set(c.speakers) for c in report.claims} | {None: {"author"}, 0: set()}
    return bool((speakers[some] & speakers[other]) - {"?"})


def _named_alike(report: Report, speaker: str | None, wanted: GoldFacet) -> bool:
    """Whether the speaker read, of whatever claim, is one of those the facet's claim has."""
    speakers = next((c.speakers for c in report.claims if c.number == wanted.claim), ())
    return speaker is not None and names_meet(speaker, speakers)


def same_facet(gold: GoldFacet, read: Facet) -> bool:
    """Same aspect, overlapping words, same polarity; counts have the same range."""
    names = {read.facet} | ({"type"} if read.facet == "occurrence" and read.polarity == "affirmed" else set())
    sides = {"actor", "responsibility"}
    named = gold.facet in names or (gold.facet in sides and read.facet in sides and gold.polarity == "affirmed")
    if not named or gold.polarity != _stance(read) or not overlap(gold.spans, read.spans):
        return False
    if gold.facet not in COUNTED:
        return True
    low, high, _ = harm_of(gold.value)
    value: Any = read.value if isinstance(read.value, dict) else {}
    return (low, high) == (value.get("low"), value.get("high"))


def _stance(read: Facet) -> str:
    """The polarity as annotated: what was "unintended" or "broken" is intent or compliance denied."""
    flips = str(read.value) in {"unintended", "broken"} and read.polarity != "open"
    return {"affirmed": "denied", "denied": "affirmed"}[read.polarity] if flips else read.polarity


def _grouped(report: Report, reading: Reading) -> tuple[list[set[Span]], list[set[Span]]]:
    """Gold and read groups of mentions; a read mention that overlaps a gold one goes by the gold one's span."""
    gold = [set(e.mentions) for e in report.events]
    known = {m for group in gold for m in group}
    taken: set[Span] = set()
    read: list[set[Span]] = []
    for incident in reading.incidents:
        group: set[Span] = set()
        for mention in incident.mentions:
            fit = next((m for m in sorted(known - taken) if overlap([m], [mention])), mention)
            taken.add(fit)
            group.add(fit)
        read.append(group)
    return gold, read


def _facet(report: Report, facet: GoldFacet) -> str:
    return f"{facet.facet} {facet.polarity} {_said(report, facet.spans)} c{facet.claim} e{facet.event}"


def _said(report: Report, spans: Sequence[Span]) -> str:
    return " + ".join(f"[{report.text[a:b][:60]}]" for a, b in spans)


def report_figures(score: Score) -> dict[str, object]:
    """The figures of a part."""
    n = score.n
    by_facet = {
        name: f1(score.facets[name, "both"], score.facets[name, "read"], score.facets[name, "gold"])
        for name in sorted({name for name, _ in score.facets})
    }
    claims = figures(score.claims)
    claims.pop("risk_coverage")
    return {
        "reports": n["reports"],
        "events": n["events gold"],
        "events_found_f1": f1(n["events met"], n["events read"], n["events gold"]),
        "event_type_f1": f1(n["events right"], n["events read"], n["events gold"]),
        "main_right": percent(n["main right"], n["main gold"]),
        "facets": n["facets gold"],
        "facets_f1": f1(n["facets both"], n["facets read"], n["facets gold"]),
        "facets_precision": percent(n["facets both"], n["facets read"]),
        "facets_recall": percent(n["facets both"], n["facets gold"]),
        "wrong_teller_of_answered": percent(n["wrong teller"], n["facets both"]),
        "other_claim_of_answered": percent(n["other claim"], n["facets both"]),
        "denials": n["denials gold"],
        "denial_scope_accuracy": percent(n["denials right"], n["denials found"]),
        "grouping_conll_f1": conll_f1(score.grouping),
        "by_facet": by_facet,
        "claims": claims,
    }


def read_report(report: Report, kit: Kit) -> Reading:
    """The reader's reading of a report."""
    text = report.text
    record = Record(id=report.id, where=report.id, text=text, data=text.encode(), dct=report.published)
    return read_record(record, kit, Settings())


def taken_for_events(kit: Kit, errors: list[str]) -> int:
    """How many sentences that only look like events become accounts in which something is affirmed."""
    taken = 0
    for number, line in enumerate((NOT_EVENTS / "test.txt").read_text("utf-8").splitlines()):
        record = Record(id=f"n{number}", where=f"n{number}", text=line, data=line.encode())
        reading = read_record(record, kit, Settings())
        if any(f.polarity == "affirmed" for a in reading.accounts for f in a.facets):
            taken += 1
            errors.append(f"taken for an event: {line}")
    return taken


def asked_kit(*, rules: bool) -> Kit:
    """The shipped resources, or the rules alone."""
    kit = local_kit()
    if not rules:
        return kit
    return replace(kit, read=replace(kit.read, claims=replace(kit.read.claims, extractor=None)))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "part", nargs="?", default="test", choices=("learn", "dev", "dense", "stance", "scenes", "test")
    )
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--rules", action="store_true", help="without the learned reader")
    asked = parser.parse_args()
    kit, score = asked_kit(rules=asked.rules), Score()
    for report in read_reports(CORPUS / asked.part):
        measure_report(report, read_report(report, kit), score)
    taken = taken_for_events(kit, score.errors) if asked.part == "test" else 0
    if asked.errors:
        print("\n".join(score.errors))
        print("\n".join(f"claims: {e}" for e in score.claims.errors), file=sys.stdout)
    print(json.dumps({**report_figures(score), "taken_for_events": taken}, indent=1))


if __name__ == "__main__":
    main()
