"""The monitor's report: one page that prints on A4, in the order monitors' daily reports have.

A pure function from a snapshot (already disclosed) to HTML, which the command line and the pages share.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources

from jinja2 import Environment

from truceline.model.agreement import Agreement
from truceline.model.snapshot import AllegedBreach, Incident, Snapshot
from truceline.publish import words
from truceline.publish.names import extractors_of
from truceline.publish.report_accused import accused_rows
from truceline.publish.report_annex import annex
from truceline.publish.report_casualties import casualty_rows
from truceline.publish.report_scene import Scene, in_period, is_undated
from truceline.publish.report_stated import obligation_rows, official_rows
from truceline.publish.report_summary import by_region, summary
from truceline.publish.report_tellers import confirmation, further_tellers
from truceline.publish.report_unseen import late_reports, silent_regions, unobserved
from truceline.publish.templating import template_environment


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """What to report on; None takes the first agreement, the first position, and the whole of its window.

    `names` turns actor ids into names. `base` is put before links to incidents ("" on the pages); None leaves them out.
    `stylesheet` is the address of the style; None writes it into the page.
    """

    agreement: str | None = None
    position: str | None = None
    first: date | None = None
    last: date | None = None
    names: Mapping[str, str] | None = None
    base: str | None = None
    stylesheet: str | None = None


def make_report(snapshot: Snapshot, options: ReportOptions) -> str:
    """The report as one HTML page."""
    agreement = _agreement(snapshot, options)
    scene = _scene(snapshot, agreement, options)
    noted = annex(scene)
    return (
        _templates()
        .get_template("report.html")
        .render(
            scene=scene,
            agreement=agreement,
            cut_off=max((d.received_at for d in snapshot.documents), default=""),
            head=snapshot.chain_head,
            summary=summary(scene),
            regions=by_region(scene),
            accused=accused_rows(scene),
            confirmation=confirmation(scene),
            further_tellers=further_tellers(scene),
            official=official_rows(snapshot.official, scene),
            casualties=casualty_rows(scene),
            obligations=obligation_rows(snapshot.obligations, agreement, scene),
            unobserved=unobserved(scene),
            silent=silent_regions(scene),
            late=late_reports(scene),
            undated=sum(is_undated(i) for i in scene.everything),
            undated_alleged=len({b.incident for b in scene.undated_breaches}),
            annex=noted,
            sources=snapshot.sources,
            problems=sum(p.stage not in {"weigh", "review"} for p in snapshot.problems),  # what was weighed was read
            extractors=extractors_of(scene.incidents),
            base=options.base,
            stylesheet=options.stylesheet,
            css=report_css() if options.stylesheet is None else "",
        )
    )


def period_mistake(snapshot: Snapshot, options: ReportOptions) -> str | None:
    """What is wrong with the days asked for: the last before the first; None where they can be reported on."""
    agreement = _agreement(snapshot, options)
    first, _ = _period(_within(_live(snapshot), snapshot, agreement), agreement, options)
    if options.last is None or options.last >= first:
        return None
    if options.first is not None:
        return f"the last day {options.last} is before the first day {first}: give the earlier one as since"
    return f"the last day {options.last} is before {first}, where the report begins: give a first day (since) as well"


def _agreement(snapshot: Snapshot, options: ReportOptions) -> Agreement | None:
    return next((a for a in snapshot.agreements if options.agreement in (None, a.id)), None)


def _live(snapshot: Snapshot) -> list[Incident]:
    return [i for i in snapshot.incidents if i.review != "rejected" and i.succeeded_by is None]


def _within(incidents: Sequence[Incident], snapshot: Snapshot, agreement: Agreement | None) -> list[Incident]:
    """Incidents that lie, or may lie, within the agreement's zone; all where it has none."""
    outside = {
        z.incident for z in snapshot.zones if agreement and z.agreement == agreement.id and z.within == "outside"
    }
    return [i for i in incidents if i.id not in outside]


def report_css() -> str:
    """The report's style."""
    return resources.files("truceline.publish").joinpath("templates/report.css").read_text("utf-8")


@cache
def _templates() -> Environment:
    return template_environment("truceline.publish")


def _scene(snapshot: Snapshot, agreement: Agreement | None, options: ReportOptions) -> Scene:
    known = _live(snapshot)
    live = _within(known, snapshot, agreement)
    first, last = _period(live, agreement, options)
    length = (last - first).days + 1
    held = [p.party for p in agreement.positions] if agreement else []
    position = options.position if options.position in held else next(iter(held), "")
    chosen = [i for i in live if in_period(i, first, last)]
    inside = {i.id for i in live}
    unplaced = {z.incident for z in snapshot.zones if agreement and z.agreement == agreement.id and not z.placed}
    alleged = _breaches(snapshot.breaches, agreement, position)
    numbered = {i.id for i in chosen}
    dayless = {i.id for i in live if is_undated(i)}
    chosen.sort(key=lambda i: ((i.time.earliest or "9999") if i.time else "9999", i.id))
    return Scene(
        first=first,
        last=last,
        position=position,
        incidents=tuple(chosen),
        numbers={i.id: n for n, i in enumerate(chosen, 1)},
        previous=tuple(i for i in live if in_period(i, first - timedelta(length), first - timedelta(1))),
        everything=tuple(live),
        breaches=tuple(b for b in alleged if b.incident in numbered),
        undated_breaches=tuple(b for b in alleged if b.incident in dayless),
        outside=tuple(i for i in known if i.id not in inside),
        unplaced=tuple(i for i in chosen if i.id in unplaced),
        zone_name=agreement.zone_name if agreement else "",
        documents={d.id: d for d in snapshot.documents},
        names=options.names or {},
        time_zone=agreement.time_zone if agreement else "",
    )


def _breaches(
    breaches: Sequence[AllegedBreach], agreement: Agreement | None, position: str
) -> tuple[AllegedBreach, ...]:
    return tuple(b for b in breaches if agreement and b.agreement == agreement.id and b.position == position)


def _period(incidents: Sequence[Incident], agreement: Agreement | None, options: ReportOptions) -> tuple[date, date]:
    """The days asked for; else the window from its earliest beginning to its latest end; else all that is dated.

    A window nobody has seen end runs to the newest incident.
    """
    dated = _days(e for i in incidents if i.time for e in (i.time.earliest, i.time.latest))
    days = _window(agreement, dated) or dated or [date(1970, 1, 1)]
    first = options.first or days[0]
    return first, max(first, options.last or (options.first or days[-1]))


def _window(agreement: Agreement | None, dated: Sequence[date]) -> list[date]:
    """The days on which a party has the window begin or end, and the newest of those `dated` where one has no end."""
    positions = agreement.positions if agreement else ()
    days = _days(e for p in positions for e in (p.began, p.ended))
    if days and dated and dated[-1] > days[-1] and any(p.ended is None for p in positions):
        days.append(dated[-1])
    return days


def _days(written: Iterable[str | None]) -> list[date]:
    return sorted(d for d in map(words.parsed_day, written) if d)
