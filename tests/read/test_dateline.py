"""The day a document came out: given, printed, or inferred with its reason."""

from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from truceline.model.reading import Reference
from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.model.when import Published
from truceline.read.dateline import find_dateline
from truceline.read.times.addresses import address_date
from truceline.read.times.lexicon import TimeLexicon, load_time_lexicon
from truceline.read.times.tag import find_times


@cache
def lexicon() -> TimeLexicon:
    return load_time_lexicon(Path(str(resources.files("truceline"))) / "data")


def dateline(
    text: str, dct: str | None = None, urls: tuple[str, ...] = (), url: str | None = None, given: str | None = None
) -> tuple[Published | None, list[str]]:
    record = Record(id="r", where="r.txt", data=b"", text=text, dct=dct, url=url)
    references = tuple(Reference(marker=str(n), start=0, end=0, url=u) for n, u in enumerate(urls, 1))
    published, problems = find_dateline(record, references, Settings(published=given), lexicon())
    return published, [p.code for p in problems]


def test_a_given_full_date_wins_over_everything_else():
    published, problems = dateline("ALTHAVEN, 3 May 2019 - Shells fell.", dct="2019-05-04T09:13:00", given="2019-05-05")
    assert published is not None
    assert (published.earliest, published.latest, published.inferred, problems) == (
        "2019-05-04",
        "2019-05-04",
        False,
        [],
    )


def test_a_text_copied_later_counts_its_weekdays_from_the_day_it_prints():
    text = "Updated: 08/10/2014 4:26 PM\nGuards fired early Saturday."
    published, _ = dateline(text, dct="2017-01-28")
    assert published is not None
    assert (published.earliest, published.anchor) == ("2017-01-28", "printed 2014-08-10")
    assert find_times(text, (), published, lexicon())[-1].value == "2014-08-09"


def test_a_place_and_a_day_as_the_first_sentence_print_the_day_unless_a_later_one_is_told():
    published, _ = dateline("Althaven, 20 May 2031. Shells hit the market on Monday.")
    assert published is not None
    assert (published.earliest, published.inferred) == ("2031-05-20", False)
    paper, _ = dateline("Statement by the Army, 20 May 2031. A jet bombed the market on Monday.")
    assert paper is not None
    assert (paper.earliest, paper.inferred) == ("2031-05-20", False)
    set_scene, _ = dateline("Althaven, 20 May 2031. Shells fell. On 3 June 2031 a court heard of it.")
    assert set_scene is not None
    assert set_scene.earliest == "2031-06-03"


@pytest.mark.parametrize("dct", ["2019", "2019-05", "4 May 2019", "2019-02-30", "20190504", ""])
def test_a_given_date_that_is_no_full_iso_date_is_ignored_with_a_problem(dct: str):
    published, problems = dateline("Shells fell.", dct=dct, given="2019-05-05")
    assert published is not None
    assert published.earliest == "2019-05-05"
    assert problems == ["date_not_iso"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ALTHAVEN, 20 September 2016 - Shells fell on the mill.", "2016-09-20"),
        ("Althaven (Valley Press) — 3 May 2019 — Shells fell.", "2019-05-03"),
        ("Convoy delayed\nPublished Friday, Nov. 27, 2015\n\nThe convoy waited.", "2015-11-27"),
        ("Convoy delayed\nBy Ada Quill\n19/09/2016\n\nThe convoy waited.", "2016-09-19"),
        ("The convoy waited.\n\nLast updated: 2 June 2014", "2014-06-02"),
        ("Azov Courier\nSaturday, February 20, 2016 No. 1187\n\nShells fell on Friday.", "2016-02-20"),
        ("Press briefing, Harun Council, 24 February 2016\n\nShells fell yesterday.", "2016-02-24"),
        ("Daily brief, 24 February 2016\n\nShells fell yesterday.", "2016-02-24"),
        ("# Ministry of Defence briefing, 24 February 2016\n\nShells fell yesterday.", "2016-02-24"),
        ("Althaven, 19 February 2016, based on information received until 19:30\n\nShells fell.", "2016-02-19"),
        ("Althaven, 18 October 2020 (unofficial transcript)\n\nShells fell last night.", "2020-10-18"),
        ("Valley Courier, Saturday, 20 February 2016, No. 1187\n\nShells fell on Friday.", "2016-02-20"),
        ("# Duty log, 24 February 2016\n\nShells fell yesterday.", "2016-02-24"),
        ("Statement by the Ministry of Defence, 24 February 2016, 18:00\n\nShells fell.", "2016-02-24"),
        ("**Situation report No. 12 as of 24 February 2016**\n\nShells fell.", "2016-02-24"),
        ("Valley Hospital\nStatement to the press, 8 May 2016\n\nA woman died this morning.", "2016-05-08"),
        ("Talk with a miller\nRecorded by Ada Quill, Valley Radio, 9 May 2016\n\nQ: And on Monday?", "2016-05-09"),
        ("# 24 February 2016: Ministry of Defence briefing\n\nShells fell.", "2016-02-24"),
        ("One dead\nValley Herald, Saturday 20 February 2016. By Staff reporter\n\nShells fell.", "2016-02-20"),
    ],
)
def test_printed_datelines(text: str, day: str):
    published, _ = dateline(text)
    assert published is not None
    assert (published.earliest, published.latest, published.inferred) == (day, day, False)
    assert published.reason.startswith("printed: ")


@pytest.mark.parametrize(
    "text",
    [
        "On 12 May 2015 the council met.",
        "His name is on the list the ministry released on July 24, 2014.",
        "The mill was hit on 3 May 2019 - it burned.",
        "Period: 18-31 December 2018\n\nThe monitors counted 12 violations.",
        "Althaven, 18-31 December 2018\n\nThe monitors counted 12 violations.",
        "Weekly report, 18 December to 31 December 2018\n\nThe monitors counted 12 violations.",
        "# Killed since the report of 3 May 2019\n\nThe monitors counted 12 people.",
    ],
)
def test_a_date_told_in_a_sentence_is_no_printed_dateline(text: str):
    published, _ = dateline(text)
    assert published is None or published.inferred


def test_inferred_from_references_weekdays_and_yesterday():
    text = (
        "The guard said on Sunday that the road was shut. The command announced on Monday that the pause is over; "
        "as it expired at 7 pm yesterday, shells fell. A spokesman denied it on Tuesday."
    )
    published, _ = dateline(
        text, urls=("https://press.example/2016/sep/13/a", "https://wire.example/Detail/2016/09/19/1")
    )
    assert published is not None
    assert (published.earliest, published.latest, published.inferred) == ("2016-09-20", "2016-09-20", True)
    assert "2016/09/19" in published.reason
    assert "Tuesday" in published.reason


def test_without_a_sign_of_freshness_only_the_earliest_day_is_known():
    published, _ = dateline("An essay on mills.", urls=("https://press.example/2016/09/19/a",))
    assert published is not None
    assert (published.earliest, published.latest, published.edtf) == ("2016-09-19", None, "2016-09-19/..")


def test_the_documents_own_address_tells_its_day():
    published, _ = dateline("The mill burned on Monday.", url="https://press.example/2017/03/02/mill")
    assert published is not None
    assert (published.earliest, published.inferred) == ("2017-03-02", True)


def test_a_month_in_the_documents_own_address_narrows_its_day():
    published, _ = dateline(
        "The envoy spoke on November 16 and left.", url="https://state.example/r/ps/2015/11/249498.htm"
    )
    assert published is not None
    assert (published.earliest, published.latest, published.inferred) == ("2015-11-16", "2015-11-30", True)


def test_a_day_to_come_is_no_lower_bound():
    published, _ = dateline("The mill burned on 2 May 2014. It will open on 9 June 2015.")
    assert published is not None
    assert published.earliest == "2014-05-02"


def test_nothing_tells_the_day():
    assert dateline("An essay on mills.") == (None, [])


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/world/2016/sep/13/x", "2016-09-13"),
        ("https://a.example/20160921/x-1.html", "2016-09-21"),
        ("http://a.example/newstext.aspx?nn=13950628000914", "2016-09-18"),
        ("https://twitter.com/someone/status/1212092628029698048", "2019-12-31"),
        ("https://a.example/news/144509010012/x", "2024-03-11"),
        ("https://a.example/news/world-asia-13950628", None),
        ("https://a.example/news/359686-meeting/", None),
        ("https://a.example/2016/13/45/x", None),
    ],
)
def test_dates_in_addresses(url: str, day: str | None):
    found = address_date(url)
    assert (found.day.isoformat() if found else None) == day


def test_a_date_that_is_its_own_sentence_at_the_head_is_the_printed_day():
    published, _ = dateline("5 June 2023. Shells killed three people in Althaven on Sunday, rescuers said.")
    assert published is not None
    assert (published.earliest, published.inferred) == ("2023-06-05", False)


def test_a_line_amid_the_text_is_no_edge_though_the_last_paragraph_is_long():
    prose = "The council met and nothing was agreed upon. " * 30
    published, _ = dateline(f"{prose}\nOMBRA, 3 May 2019 - Shells fell.\n{prose}")
    assert published is None or not published.reason.startswith("printed")


def test_a_weekday_in_a_report_on_a_time_covered_does_not_date_it_later():
    covered, _ = dateline("Report covering 18 to 31 December 2018\n\nOn Friday shells hit the mill.")
    assert covered is not None
    assert covered.earliest == "2018-12-31"
    told, _ = dateline("Shells hit the mill on 31 December 2018. On Friday two people died.")
    assert told is not None
    assert told.earliest == "2019-01-04"


NAMED = "On 18 October 2021 three died in Qasr. Two days later a mill was hit. On 26 August Qasr was hit again."


@pytest.mark.parametrize("where", ["2022-09-05-qasr.txt", "Qasr 2022-09-05.docx", "2021-01-01/qasr_2022-09-05.txt"])
def test_a_full_date_in_the_files_own_name_is_worked_out_as_its_day(where: str):
    published, problems = named(NAMED, where)
    assert published is not None
    assert (published.earliest, published.latest, published.inferred, problems) == (
        "2022-09-05",
        "2022-09-05",
        True,
        (),
    )
    assert published.reason == f"date in the file's name: {where}"
    assert find_times(NAMED, (), published, lexicon())[-1].value == "2022-08-26"


@pytest.mark.parametrize(
    "where",
    [
        "2021-10-18-qasr.txt",  # called after what it tells of
        "2022-09-01_2022-09-05.txt",  # a span of days
        "reports-2022-09-05.jsonl:3",  # a file of many records
        "2022-13-05.txt",
        "2022-09.txt",
        "20220905.txt",
    ],
)
def test_other_dates_in_a_files_name_are_not_taken_for_its_day(where: str):
    published, _ = named(NAMED, where)
    assert published is not None
    assert published.earliest == "2021-10-18"


def test_a_printed_or_given_day_goes_before_the_files_name():
    printed, _ = named("ALTHAVEN, 3 May 2019 - Shells fell.", "2019-05-09.txt")
    given, _ = named("Shells fell.", "2019-05-09.txt", dct="2019-05-04")
    assert printed is not None
    assert given is not None
    assert (printed.earliest, given.earliest) == ("2019-05-03", "2019-05-04")


def named(text: str, where: str, dct: str | None = None):
    record = Record(id=where, where=where, data=b"", text=text, dct=dct)
    return find_dateline(record, (), Settings(), lexicon())
