"""The report: its order, its footnotes, its sums, and nothing in it that needs a network."""

import re
from dataclasses import replace
from datetime import date

from fakes.made_snapshot import made_snapshot
from truceline.model.account import Casualties, Facet
from truceline.model.amount import Range
from truceline.model.place import Place
from truceline.model.snapshot import Snapshot, Toll, ZoneStanding
from truceline.model.when import Published
from truceline.publish.report import ReportOptions, make_report, period_mistake
from truceline.publish.report_scene import sum_tolls

NAMES = {"hill": "Hill Council", "harbour": "Harbour Ministry"}
ORDER = (
    "Summary", "Incidents by region", "Alleged breaches by accused and accuser", "Registered by, and also told by",
    "Official tallies", "Casualties, by group", "Obligations", "What could not be observed", "Annex: incidents",
    "Sources and definitions",
)  # fmt: skip


def test_sections_stand_in_the_monitors_order():
    html = make_report(made_snapshot(6), ReportOptions(names=NAMES))
    assert tuple(re.findall(r"<h2>\d+\. ([^<]+)</h2>", html)) == ORDER


def test_the_head_and_the_foot_say_what_it_rests_on():
    html = make_report(made_snapshot(6), ReportOptions(names=NAMES))
    assert "Truce of the valley" in html
    assert "1 to 9 Mar 2031" in html
    assert "UTC+01:00" in html
    assert html.count("0" * 64) == 2


def test_every_number_leads_to_a_numbered_incident_with_its_accounts():
    html = make_report(made_snapshot(6), ReportOptions(names=NAMES))
    anchors = set(re.findall(r'<article id="i(\d+)"', html))
    assert anchors == {"1", "2", "3", "4", "5", "6"}
    assert set(re.findall(r'href="#i(\d+)"', html)) <= anchors
    assert "denies: happened" in html


def test_one_day_is_reported_beside_the_day_before():
    options = ReportOptions(names=NAMES, first=date(2031, 3, 2))
    html = make_report(made_snapshot(12), options)
    assert '<p class="period">2 Mar 2031</p>' in html
    assert "1 incident recorded, 0 of them accepted by an analyst" in html
    assert "In the previous period: 1." in html


def test_a_day_of_publication_with_an_open_end_is_said_as_on_the_documents_page():
    since = Published(earliest="2031-03-02", latest=None, granularity="range", inferred=True, reason="newest date told")
    made = made_snapshot(1)
    made = replace(made, documents=tuple(replace(d, published=since) for d in made.documents))
    assert "from 2 Mar 2031" in make_report(made, ReportOptions())


def test_the_page_needs_nothing_else():
    html = make_report(made_snapshot(3), ReportOptions(names=NAMES))
    assert "<style>" in html
    assert not re.search(r'(src|href)="(http|//)', html)


def test_an_empty_ledger_gives_a_report_that_says_so():
    html = make_report(Snapshot(), ReportOptions())
    assert "No incident is recorded for this period." in html


def test_ranges_are_added_end_by_end_and_an_open_top_stays_open():
    assert sum_tolls([Toll(low=4, best=4, high=6), None, Toll(low=1, best=1, high=1)]) == "5 to 7"
    assert sum_tolls([Toll(low=4, best=4, high=None), Toll(low=1, best=1, high=1)]) == "at least 5"
    rivals = Toll(low=12, best=22, high=None, most=40)
    assert sum_tolls([rivals, Toll(low=1, best=1, high=1)]) == "13 to 41 or more"
    assert sum_tolls([None]) == "N/K"


def test_a_window_nobody_has_seen_end_runs_to_the_newest_incident():
    snapshot = made_snapshot(6)
    (agreement,) = snapshot.agreements
    open_end = replace(agreement, positions=tuple(replace(p, ended=None) for p in agreement.positions))
    newest = max(i.time.latest for i in snapshot.incidents if i.time and i.time.latest)
    html = make_report(replace(snapshot, agreements=(open_end,)), ReportOptions(names=NAMES))
    assert f"{int(newest[8:10])} Mar 2031" in html.split("</h1>")[1][:600]


def test_days_in_the_wrong_order_are_a_mistake():
    asked = ReportOptions(first=date(2031, 3, 5), last=date(2031, 3, 2))
    assert "2031-03-02 is before the first day 2031-03-05" in (period_mistake(made_snapshot(6), asked) or "")
    assert "give a first day" in (period_mistake(made_snapshot(6), ReportOptions(last=date(2031, 1, 1))) or "")
    assert period_mistake(made_snapshot(6), ReportOptions(first=date(2031, 3, 2), last=date(2031, 3, 2))) is None


def test_tellers_side_by_side_are_letters_so_that_long_names_fit_a_page():
    html = make_report(made_snapshot(6), ReportOptions(names=NAMES))
    table = html[html.index("Registered by, and also") : html.index("Official tallies")]
    heads = re.findall(r'<th scope="col">([^<]+)</th>', table)
    rows = re.findall(r'<th scope="row">([A-Z])  [^<]+</th>', table)
    assert heads == ["Registered by", "In all", *rows, "Incidents"]
    assert rows[:2] == ["A", "B"]


def test_tellers_left_out_of_the_table_of_the_busiest_are_counted():
    made = made_snapshot(6)
    assert "further teller" not in make_report(made, ReportOptions(names=NAMES))
    (first, *others) = made.incidents
    accounts = tuple(replace(first.accounts[0], id=f"D1/n{n}", teller_name=f"Teller {n}") for n in range(10))
    many = replace(made, incidents=(replace(first, accounts=accounts), *others))
    html = make_report(many, ReportOptions(names=NAMES))
    tellers = {a.teller_name for i in many.incidents for a in i.accounts}
    assert f"{len(tellers) - 8} further tellers stand in the annex alone" in html


def section(html: str, head: str) -> str:
    """One section's words, its cells parted by strokes."""
    return re.sub(r"(<[^>]+>\s*)+", "|", html.partition(f"{head}</h2>")[2].partition("</section>")[0])


def killed(count: int, group: str) -> Facet:
    return Facet(facet="killed", value={"low": count, "high": count, "group": group}, text="", spans=())


def with_groups(made: Snapshot, number: int, told: dict[str, Facet], casualties: Casualties) -> Snapshot:
    """One incident in which each of its tellers, by name, gives a figure of a group."""
    incidents = list(made.incidents)
    accounts = tuple(
        replace(a, facets=(told[a.teller_name],)) if a.teller_name in told else a for a in incidents[number].accounts
    )
    incidents[number] = replace(incidents[number], accounts=accounts, casualties=(casualties,))
    return replace(made, incidents=tuple(incidents))


def women(low: int, high: int) -> Casualties:
    return Casualties(group="women", killed=Range(low=low, high=high, text="", comparator="between"))


def test_a_group_is_added_where_two_lines_give_a_figure_of_it_and_says_who_does():
    """The Ministry and the Council speak of 3 women at one bridge; of the woman at the other the Ministry alone."""
    made = with_groups(made_snapshot(2), 0, {"Harbour": killed(3, "women"), "Hill": killed(3, "women")}, women(3, 3))
    made = with_groups(made, 1, {"Harbour": killed(1, "women")}, women(1, 1))
    said = section(make_report(made, ReportOptions(names=NAMES)), "Casualties, by group")
    assert "|Women|3|N/K|Harbour, Hill|killed 1 in 2, according to Harbour|1|" in said


def test_a_group_that_one_line_alone_speaks_of_is_not_added():
    made = with_groups(made_snapshot(1), 0, {"Hill": killed(2, "women")}, women(2, 2))
    said = section(make_report(made, ReportOptions(names=NAMES)), "Casualties, by group")
    assert "|Women|N/K|N/K|N/K|killed 2 in 1, according to Hill|–|" in said


def test_one_person_named_beside_a_larger_figure_is_no_second_figure():
    """Hill names one of the women; over all tellers the range is 3, so Harbour alone has it."""
    told = {"Harbour": killed(3, "women"), "Hill": killed(1, "women")}
    said = section(
        make_report(with_groups(made_snapshot(1), 0, told, women(3, 3)), ReportOptions()), "Casualties, by group"
    )
    assert "killed 3 in 1, according to Harbour|" in said


def test_the_summary_says_why_the_annex_numbers_more_than_are_recorded():
    made = made_snapshot(4)
    total = replace(made.incidents[1], aggregate=True)
    html = make_report(replace(made, incidents=(made.incidents[0], total, *made.incidents[2:])), ReportOptions())
    assert "3 incidents recorded" in html
    assert "The annex numbers 1 stated total beside them, which is in no count of incidents." in html
    assert "stated total" not in section(make_report(made, ReportOptions()), "Summary")


def test_what_is_told_of_an_incident_stands_beside_no_single_accuser():
    made = made_snapshot(1)
    both = tuple(
        replace(b, accuser=name, corroborated=True) for b in made.breaches for name in ("harbour", "Lake Watch")
    )
    said = section(make_report(replace(made, breaches=both), ReportOptions(names=NAMES)), "accused and accuser")
    assert "|Hill Council|any accuser|1|1|1|0|4 to 6|1|" in said
    assert "|Hill Council|Lake Watch|1|1|" in said
    one = tuple(replace(b, corroborated=True) for b in made.breaches)
    said = section(make_report(replace(made, breaches=one), ReportOptions(names=NAMES)), "accused and accuser")
    assert "|Hill Council|Harbour Ministry|1|1|1|0|4 to 6|1|" in said


def test_what_lies_outside_the_zone_is_left_out_and_said():
    """Of 6 incidents 1 lies outside, and of 1 nobody knows where it was: the report is of the other 5, and says so."""
    made = made_snapshot(6)
    outside = ZoneStanding(agreement="valley", incident="TL-000001", within="outside", placed=True)
    unknown = ZoneStanding(agreement="valley", incident="TL-000002", within="possibly", placed=False)
    html = make_report(replace(made, zones=(outside, unknown)), ReportOptions(names=NAMES))
    said = section(html, "Summary")
    assert "5 incidents recorded" in said
    assert "1 incident of the ledger lies outside The valley and is left out, 1 of them in these days." in said
    assert "Of those recorded, 1 incident has no place that is located, and may lie outside The valley." in said
    assert "Shelling near Marl Bridge 1" not in html


def test_a_breach_without_a_day_is_said_beside_the_counts():
    made = made_snapshot(6)
    undated = tuple(replace(i, time=None) if i.id == "TL-000004" else i for i in made.incidents)
    html = make_report(replace(made, incidents=undated), ReportOptions(names=NAMES))
    said = section(html, "Summary")
    assert "1 incident is alleged to breach the terms, and 1 more without a day, which is in no period" in said
    assert "1 more incident without a day is alleged to breach the terms" in section(html, "accused and accuser")


def test_words_that_no_gazetteer_places_are_one_row_and_no_silent_region():
    made = made_snapshot(4)
    incidents = list(made.incidents)
    incidents[0] = replace(incidents[0], place=Place(name="yard of her house"))
    incidents[1] = replace(incidents[1], place=Place(name="watchtower"))
    incidents[2] = replace(incidents[2], place=Place(name="Marl", lat=1.0, lon=1.0), time=None)
    html = make_report(replace(made, incidents=tuple(incidents)), ReportOptions(names=NAMES))
    assert "|place not located|2|2|0|1|, |2|" in section(html, "Incidents by region")
    assert "Every region the ledger knows has a report in this period." in html
