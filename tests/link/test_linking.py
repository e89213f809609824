"""Reports of one happening come together, look-alikes stay apart, and no order of adding changes anything."""

from dataclasses import replace
from functools import partial
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.link.accounts import link_accounts
from truceline.link.identity import incident_id
from truceline.link.kit import load_link_kit
from truceline.model.account import ReportedIncident
from truceline.model.amount import Range
from truceline.model.decision import Anchor, Decision
from truceline.model.entry import Entry
from truceline.model.place import Place
from truceline.model.reading import Document, Reader, Reading
from truceline.model.when import Published, Time
from truceline.runners.local import data_folder
from truceline.text.sentences import split_sentences

KIT = load_link_kit(data_folder())
MARL = Place(name="Marl Bridge", lat=10.0, lon=20.0, radius_km=3, precision="town", admin1="Upper Valley", country="XV")
OST = Place(name="Ostrow", lat=11.5, lon=21.5, radius_km=3, precision="town", admin1="Lower Valley", country="XV")

REPORTS = {
    "a": (
        "Shells hit Marl Bridge",
        "Shells hit the market of Marl Bridge on Tuesday. Dr Ilse Vandermeer counted nine dead.",
    ),
    "b": (
        "Nine dead at market",
        "Nine people died when shells struck the Marl Bridge market, Ilse Vandermeer, a doctor, said.",
    ),
    "c": (
        "Ostrow shelled",
        "Shells fell on the grain depot of Ostrow, the harbour master Tom Quill said. Two were hurt.",
    ),
    "d": ("Harbour town hit", "Tom Quill, harbour master of Ostrow, said shells had set the grain depot alight."),
}
FACTS = {"a": (MARL, "2031-05-06"), "b": (MARL, "2031-05-06"), "c": (OST, "2031-05-06"), "d": (OST, "2031-05-06")}


def entry(name: str, aggregate: bool = False) -> Entry:
    title, text = REPORTS[name]
    place, day = FACTS[name]
    incident = ReportedIncident(
        key="i1", event_type="shelling", aggregate=aggregate, place=place,
        time=Time(earliest=day, latest=day, granularity="day"), killed=None, injured=None, casualties=(),
        mentions=((0, len(text)),), accounts=(),
    )  # fmt: skip
    published = Published(earliest="2031-05-07", latest="2031-05-07", granularity="day", inferred=False, reason="given")
    reading = Reading(
        document=Document(id=name, sha256=name, title=title, published=published),
        reader=Reader(name="test", version="1"), text=text, sentences=split_sentences(text), incidents=(incident,),
    )  # fmt: skip
    return Entry(id=name, given_id=name, sha256=name, received_at="2031-05-08T00:00:00+00:00", reading=reading)


def groups(linked):
    return sorted(tuple(m.split("/")[0] for m in one.members) for one in linked)


def ruling(verb: str, a: str, b: str, at: str = "2031-05-09") -> Decision:
    anchors = tuple(Anchor(document=d, sha256=d, quote="", incident="i1") for d in (a, b))
    return Decision(id=f"{verb}-{a}-{b}-{at}", verb=verb, anchors=anchors, analyst="Ana", reason="seen", at=at)


def test_two_shellings_of_one_day_are_two_incidents_each_with_both_reports():
    linked = link_accounts([entry(n) for n in REPORTS], (), KIT)
    assert groups(linked) == [("a", "b"), ("c", "d")]


def test_towns_far_apart_are_two_incidents_however_alike_a_few_reports_are_worded():
    def report(name: str, place: Place, text: str) -> Entry:
        plain = entry("a")
        incident = replace(plain.reading.incidents[0], place=place, mentions=((0, len(text)),))
        reading = replace(plain.reading, text=text, sentences=split_sentences(text), incidents=(incident,))
        return replace(
            plain, id=name, given_id=name, sha256=name,
            reading=replace(reading, document=replace(plain.reading.document, id=name, sha256=name, title=None)),
        )  # fmt: skip

    farm = report("f", MARL, "Shells hit a farm near Marl Bridge on 6 May 2031, killing two men, residents said.")
    school = report("s", OST, "Mortars hit a school near Ostrow on 6 May 2031, killing three men, residents said.")
    assert groups(link_accounts([farm, school], (), KIT)) == [("f",), ("s",)]
    again = report("g", MARL, "Mortars hit a farm at Marl Bridge on 6 May 2031, killing two men, residents said.")
    assert groups(link_accounts([farm, again], (), KIT)) == [("f", "g")]
    sent = report("h", MARL, "VARN, 6 May 2031 - Shelling killed three men in Marl Bridge on Thursday, residents said.")
    other = report("k", OST, "VARN, 6 May 2031 - Shelling killed three men in Ostrow on Thursday, a doctor said.")
    assert groups(link_accounts([sent, other], (), KIT)) == [("h",), ("k",)]


def test_a_link_says_why():
    linked = link_accounts([entry("a"), entry("b")], (), KIT)
    reasons = " ".join(linked[0].links[0].reasons)
    assert "vandermeer" in reasons
    assert "same place: Marl Bridge" in reasons
    assert "times overlap" in reasons


def test_a_tally_is_never_linked_with_an_incident():
    linked = link_accounts([entry("a"), entry("b", aggregate=True)], (), KIT)
    assert groups(linked) == [("a",), ("b",)]


def test_what_went_on_for_days_is_not_one_day_s_incident():
    week, days = entry("a"), Time(earliest="2031-05-01", latest="2031-05-07", granularity="range")
    incident = replace(week.reading.incidents[0], time=days)
    week = replace(week, reading=replace(week.reading, incidents=(incident,)))
    assert groups(link_accounts([week, entry("b")], (), KIT)) == [("a",), ("b",)]
    night = Time(earliest="2031-05-05", latest="2031-05-06", granularity="range")
    either = replace(week, reading=replace(week.reading, incidents=(replace(incident, time=night),)))
    assert groups(link_accounts([either, entry("b")], (), KIT)) == [("a", "b")]


def test_two_incidents_of_one_document_stay_two():
    both = entry("a")
    first = both.reading.incidents[0]
    both = replace(both, reading=replace(both.reading, incidents=(first, replace(first, key="i2"))))
    assert len(link_accounts([both], (), KIT)) == 2


def test_an_analyst_outweighs_any_score():
    entries = [entry(n) for n in REPORTS]
    parted = link_accounts(entries, [ruling("different", "a", "b")], KIT)
    assert groups(parted) == [("a",), ("b",), ("c", "d")]
    joined = link_accounts(entries, [ruling("same", "a", "c")], KIT)
    assert ("a", "b", "c", "d") in groups(joined)


def test_the_later_of_two_rulings_stands_and_an_undone_one_is_as_never_made():
    entries = [entry("a"), entry("b")]
    different, same = ruling("different", "a", "b", "2031-05-09"), ruling("same", "a", "b", "2031-05-10")
    assert groups(link_accounts(entries, [same, different], KIT)) == [("a", "b")]
    undo = Decision(
        id="u", verb="undo", anchors=(), analyst="Ana", reason="slip", at="2031-05-11", reverses=different.id
    )
    assert link_accounts(entries, [different, undo], KIT) == link_accounts(entries, [], KIT)


def test_every_member_keeps_its_own_id_as_an_alias():
    linked = link_accounts([entry("a"), entry("b")], (), KIT)[0]
    assert {linked.id, *linked.aliases} == {incident_id("a/i1"), incident_id("b/i1")}


@settings(max_examples=20, deadline=None)
@given(st.permutations(sorted(REPORTS)))
def test_any_order_of_adding_gives_the_same_incidents(order):
    assert link_accounts([entry(n) for n in order], (), KIT) == link_accounts([entry(n) for n in REPORTS], (), KIT)


def test_the_daily_reports_of_one_mission_keep_different_deeds_of_different_days_apart():
    """They name the same parties and places day after day."""

    def daily(name: str, text: str, kind: str, day: str, publisher: str) -> Entry:
        made = entry("a")
        incident = replace(
            made.reading.incidents[0], event_type=kind, mentions=((0, len(text)),),
            time=Time(earliest=day, latest=day, granularity="day"),
        )  # fmt: skip
        out = Published(earliest=day, latest=day, granularity="day", inferred=False, reason="given")
        document = Document(id=name, sha256=name, title="Daily report", published=out, publisher=publisher)
        reading = replace(
            made.reading, document=document, text=text, sentences=split_sentences(text), incidents=(incident,)
        )
        return replace(made, id=name, given_id=name, sha256=name, reading=reading)

    one = "The Joint Mission reports that the Lowland Army shot at the Hill Front near Marl Bridge."
    two = "The Joint Mission reports that a drone of the Lowland Army struck the Hill Front near Marl Bridge."
    first = daily("a", one, "shooting", "2031-05-06", "Joint Mission")
    assert groups(link_accounts([first, daily("b", two, "drone_strike", "2031-05-07", "Joint Mission")], (), KIT)) == [
        ("a",), ("b",)
    ]  # fmt: skip


def dated(name: str, text: str, out: str, killed: int, day: str = "2031-05-06", **also: Any) -> Entry:
    """A report that came out on a day and tells of one deed of another, with its dead."""
    made = entry("a")
    incident = replace(
        made.reading.incidents[0], mentions=((0, len(text)),),
        time=Time(earliest=day, latest=day, granularity="day"),
        killed=Range(low=killed, high=killed, text=str(killed), comparator="="), **also,
    )  # fmt: skip
    published = Published(earliest=out, latest=out, granularity="day", inferred=False, reason="given")
    document = Document(id=name, sha256=name, title=None, published=published)
    reading = replace(
        made.reading, document=document, text=text, sentences=split_sentences(text), incidents=(incident,)
    )
    return replace(made, id=name, given_id=name, sha256=name, reading=reading)


def test_a_look_back_of_another_year_at_one_day_town_and_toll_is_the_same_happening():
    """However long after the deed it came out; a look back at another toll or day stays apart."""

    fresh = dated(
        "f",
        "Nine people died on Tuesday when shells fell on a bus stop, a porter at Marl Bridge said.",
        "2031-05-07",
        9,
    )
    back = "Widows still gather each month beside the dry canal. They want pensions, and a stone with all names on it."
    assert groups(link_accounts([fresh, dated("b", back, "2032-05-05", 9)], (), KIT)) == [("b", "f")]
    assert len(link_accounts([fresh, dated("b", back, "2032-05-05", 4)], (), KIT)) == 2
    assert len(link_accounts([fresh, dated("b", back, "2032-05-05", 9, "2031-05-02")], (), KIT)) == 2


def test_an_inquiry_months_later_into_what_struck_one_thing_there_is_the_same_happening():
    """Whatever its toll: news counts fewer than those who come later."""
    bombed = partial(dated, event_type="air_strike")
    fresh = bombed(
        "f", "Jets bombed a market at Marl Bridge on Tuesday; 17 people died, a porter said.", "2031-05-07", 17
    )
    market = "Our inquiry found that one aircraft bombed the market. At least 36 traders were killed."
    bakery = "Our inquiry found that one aircraft flattened some houses. At least 36 traders were killed."
    assert groups(link_accounts([fresh, bombed("i", market, "2031-11-20", 36)], (), KIT)) == [("f", "i")]
    assert len(link_accounts([fresh, bombed("i", bakery, "2031-11-20", 36)], (), KIT)) == 2
