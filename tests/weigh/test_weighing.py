"""Rival accounts side by side: what agrees, what is disputed, and how many lines of evidence there are."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from truceline.model.account import Account, EventType, Facet, ReportedIncident
from truceline.model.actor import Actor
from truceline.model.amount import Quantity, Range
from truceline.model.claim import Claim
from truceline.model.entry import Entry
from truceline.model.place import Place
from truceline.model.plain import to_plain
from truceline.model.reading import Document, Reader, Reading
from truceline.model.snapshot import Incident, LinkedIncident, Toll
from truceline.model.source import Source
from truceline.model.when import Published, Time
from truceline.runners.local import data_folder
from truceline.weigh.incidents import Weighed, weigh_incidents
from truceline.weigh.kit import load_weigh_kit
from truceline.weigh.tolls import Figure, toll

ACTORS = {
    a.id: a
    for a in (
        Actor(id="northland", name="Northland", kind="state"),
        Actor(id="northland-army", name="Northland army", kind="force", parent="northland", side="northland"),
        Actor(id="general-oss", name="General Oss", kind="person", parent="northland-army"),
        Actor(id="front", name="Southern Front", kind="armed_group"),
        Actor(id="relief", name="Valley Relief", kind="ngo"),
        Actor(
            id="nna", name="Northland News Agency", kind="outlet", country="NL", parent="northland", side="northland"
        ),
    )
}
KIT = load_weigh_kit(data_folder(), ACTORS)


def number(low: int, high: int | None) -> Range:
    return Range(low=low, high=high, text=f"{low}", comparator="=" if low == high else ">=")


def facet(name, value, polarity="affirmed", claim="c1") -> Facet:
    return Facet(facet=name, value=value, text="", spans=(), claim=claim, polarity=polarity)


def report(name: str, teller: str, *facets: Facet, day: str = "2031-05-07", text: str = "", act="asserts") -> Entry:
    kind = "named_official" if teller else "author"
    claim = Claim(
        id="c1", source=(), cue=(), content=(), speech="indirect", act=act, source_kind=kind, tellers=(teller,)
    )
    account = Account(
        id="a1", incident="i1", claim="c1" if teller else None, tellers=(teller,) if teller else (), facets=facets
    )
    incident = ReportedIncident(
        key="i1", event_type="shelling", aggregate=False, place=None, time=None, killed=None, injured=None,
        casualties=(), mentions=(), accounts=("a1",),
    )  # fmt: skip
    published = Published(earliest=day, latest=day, granularity="day", inferred=False, reason="given")
    reading = Reading(
        document=Document(id=name, sha256=name, publisher=f"Outlet {name}", published=published),
        reader=Reader(name="test", version="1"), text=text or f"report {name} " * 3, incidents=(incident,),
        claims=(claim,) if teller else (), accounts=(account,),
    )  # fmt: skip
    return Entry(id=name, given_id=name, sha256=name, received_at="2031-05-09T00:00:00+00:00", reading=reading)


def weighed(*entries: Entry) -> Weighed:
    linked = LinkedIncident(id="TL-TEST0000", members=tuple(f"{e.id}/i1" for e in entries))
    return weigh_incidents([linked], entries, (), KIT)


def weigh(*entries: Entry) -> Incident:
    return weighed(*entries).incidents[0]


def test_a_number_that_is_left_open_later_takes_nothing_back():
    said = report("a", "front", facet("killed", number(9, 9)), day="2031-05-07")
    left = report("b", "front", facet("killed", number(9, 9), polarity="open"), day="2031-05-09")
    other = report("c", "relief", facet("killed", number(2, 2)), day="2031-05-08")
    assert weigh(said, left, other).killed == Toll(low=2, best=2, high=9)


def test_a_teller_who_has_two_accounts_in_one_report_tells_one_total():
    entry = report("a", "relief", facet("killed", number(5, 5)))
    more = replace(entry.reading.accounts[0], id="a2", facets=(facet("killed", number(2, 2)),))
    one = replace(entry.reading.incidents[0], accounts=("a1", "a2"))
    reading = replace(entry.reading, accounts=(*entry.reading.accounts, more), incidents=(one,))
    assert weigh(replace(entry, reading=reading)).killed == Toll(low=5, best=5, high=5)


def test_people_described_are_among_those_the_report_counts():
    entry = report("a", "relief", facet("killed", number(5, 5)), facet("killed", number(2, 2)))
    kin = Range(low=2, high=2, text="her husband and her son", comparator="=")
    reading = replace(entry.reading, incidents=(replace(entry.reading.incidents[0], killed=kin),))
    assert weigh(replace(entry, reading=reading)).killed == Toll(low=5, best=5, high=5)


def test_some_of_the_dead_are_no_count_of_them():
    some = replace(facet("killed", number(2, 2)), text="two of the dead")
    hospital, council = report("a", "front", some), report("b", "relief", facet("killed", number(5, 5)))
    assert weigh(hospital, council).killed == Toll(low=5, best=5, high=5)


def test_two_numbers_that_cannot_both_be_are_a_dispute_and_both_stay():
    incident = weigh(
        report("a", "northland", facet("killed", number(62, 62))),
        report("b", "relief", facet("killed", number(90, 106))),
    )
    assert incident.facets["killed"].status == "disputed"
    assert [(v.value["low"], v.value["high"]) for v in incident.facets["killed"].values] == [(62, 62), (90, 106)]
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (62, 106)


def test_at_least_twenty_and_twenty_one_agree():
    incident = weigh(
        report("a", "relief", facet("killed", number(20, None))), report("b", "front", facet("killed", number(21, 21)))
    )
    assert incident.facets["killed"].status == "agreed"
    assert incident.killed is not None
    assert incident.killed.high is None, "somebody leaves the top open"


def test_dozens_beside_a_count_is_no_dispute_and_no_lower_end():
    dozens = Range(low=12, high=24, text="Dozens", comparator="between")
    headline, governor = facet("killed", dozens, claim=None), facet("killed", number(27, None))
    apart = weigh(report("a", "relief", headline), report("b", "front", governor))
    assert apart.facets["killed"].status != "disputed"
    assert apart.killed is not None
    assert apart.killed.low == 12
    one = weigh(with_total(report("a", "relief", headline, governor), killed=number(27, None)))
    assert one.killed is not None
    assert one.killed.low == 27
    told = Range(low=12, high=24, text="twelve to 24", comparator="between")
    ranged = weigh(report("a", "relief", facet("killed", told)), report("b", "front", governor))
    assert ranged.facets["killed"].status == "disputed"


def test_denying_responsibility_disputes_responsibility_and_nothing_else():
    incident = weigh(
        report("a", "front", facet("actor", "northland-army"), facet("killed", number(3, 3))),
        report("b", "general-oss", facet("responsibility", "northland-army", "denied")),
    )
    assert incident.facets["responsibility"].status == "disputed"
    assert incident.facets["killed"].status == "single"
    assert incident.facets["damage"].status == "unknown"


def test_a_denial_that_names_nobody_disputes_whoever_is_named():
    accused = report("a", "relief", facet("responsibility", "government"))
    denied = report("b", "northland-army", facet("responsibility", None, "denied"))
    assert weigh(accused, denied).facets["responsibility"].status == "disputed"
    acted = report("a", "relief", facet("actor", "northland-army"))
    assert weigh(acted, denied).facets["responsibility"].status == "disputed"
    assert weigh(denied, report("c", "relief")).facets["responsibility"].status == "single"


def test_a_body_and_its_spokesman_are_one_line():
    incident = weigh(report("a", "general-oss"), report("b", "northland-army"), report("c", "relief"))
    assert incident.independent_lines == 2
    by_document = {a.document: (a.line, a.line_reason) for a in incident.accounts}
    assert by_document["a"][0] == by_document["b"][0]
    assert by_document["b"][1] == "same speaker: Northland army"


def test_copied_texts_are_one_line_and_one_lineage():
    words = " ".join(f"word{i}" for i in range(60))
    result = weighed(report("a", "", text=words), report("b", "", text=f"{words} Read more.", day="2031-05-08"))
    assert result.lineages == {"a": "a", "b": "a"}
    assert result.incidents[0].independent_lines == 1
    assert result.incidents[0].accounts[1].line_reason == "same text as a"
    assert [(s.id, s.origin, s.echo) for s in result.sources] == [("outlet-a", 1, 0), ("outlet-b", 0, 1)]


def test_a_tellers_later_figure_supersedes_and_both_stay():
    incident = weigh(
        report("a", "relief", facet("killed", number(12, 12)), day="2031-05-07"),
        report("b", "relief", facet("killed", number(21, 21)), day="2031-05-08"),
    )
    assert incident.accounts[0].superseded_by == "b/a1"
    assert len(incident.facets["killed"].values) == 2
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == (21, 21, 21)


def test_a_sentence_taken_over_behind_a_dateline_is_one_line():
    words = "Troops of the coast brigade returned fire on Monday after gunmen had attacked their base near Odrel."
    told = [words, f"CAMP ORVAN, Harun - {words}"]
    entries = []
    for name, text in zip("ab", told, strict=True):
        at = text.index("attacked")
        occurred = replace(facet("occurrence", "clash", claim=None), spans=((at, at + 8),))
        entry = report(name, "", occurred, text=f"{text} Outlet {name} adds words of its own, at length, to the end.")
        entries.append(replace(entry, reading=replace(entry.reading, sentences=((0, len(text)),))))
    assert weigh(*entries).independent_lines == 1


def test_only_a_belligerents_own_word_confirms():
    accused = report("a", "front", facet("actor", "northland-army"))
    assert weigh(accused).grade == "weak"
    assert weigh(accused, report("b", "relief", facet("actor", "northland-army"))).grade == "fair"
    admitted = weigh(accused, report("b", "general-oss", facet("actor", "northland-army"), act="admits"))
    assert admitted.grade == "confirmed"
    assert "General Oss accepts responsibility" in admitted.grade_reasons[0]


def test_two_accused_sides_are_a_contest():
    incident = weigh(
        report("a", "relief", facet("actor", "northland-army")), report("b", "northland", facet("actor", "front"))
    )
    assert incident.grade == "contested"
    assert incident.facets["actor"].status == "disputed"


def test_the_dead_being_fighters_by_two_lines_discounts_harm_to_civilians():
    fighters = facet("killed", {**to_plain(number(4, 4)), "group": "combatants"})
    people = facet("killed", {**to_plain(number(4, 4)), "group": "civilians"})
    assert weigh(report("a", "relief", fighters), report("b", "front", fighters)).grade == "discounted"
    assert weigh(report("a", "relief", fighters)).grade == "weak", "one line settles nothing"
    assert weigh(report("a", "relief", fighters), report("b", "front", people)).grade == "weak"


def test_every_grade_says_why_and_what_it_means():
    grade = weigh(report("a", "relief", facet("killed", number(2, 2))))
    assert grade.grade_reasons == ("a single line of evidence", f"in Airwars' words: {KIT.grades['weak']}")


def test_a_grade_says_where_all_its_lines_stand_in_one_document():
    accuser, other = (
        report("a", "relief", facet("actor", "northland-army")),
        report("a", "front", facet("actor", "northland-army", claim="c2")),
    )
    second = replace(other.reading.accounts[0], id="a2", claim="c2")
    incident = replace(accuser.reading.incidents[0], accounts=("a1", "a2"))
    reading = replace(
        accuser.reading,
        incidents=(incident,),
        accounts=(*accuser.reading.accounts, second),
        claims=(*accuser.reading.claims, replace(other.reading.claims[0], id="c2")),
    )
    told = weigh(replace(accuser, reading=reading)).grade_reasons[0]
    assert told.startswith("2 independent lines, all as one document tells them, naming who acted:")
    twice = weigh(accuser, report("b", "front", facet("actor", "northland-army"))).grade_reasons[0]
    assert twice.startswith("2 independent lines, naming who acted:")


def told_without_names(
    *figures: int,
    spoken_for: str | None = None,
    called: tuple[str, ...] = ("our volunteers", "partners", "local sources"),
    again: bool = False,
) -> Incident:
    """An incident of one report, whose every figure is told by another unnamed voice, or by the first one `again`."""
    text = ", ".join(called)
    base = report("a", "relief", facet("killed", number(1, 1)), text=text)
    (account,), (claim,), (incident,) = base.reading.accounts, base.reading.claims, base.reading.incidents
    ids = [f"c{n}" for n in range(len(figures))]
    unnamed = replace(claim, source_kind="anonymous", tellers=())
    sources = [((text.index(name), text.index(name) + len(name)),) for name in called]
    known = [None] * (len(figures) - 1) + [spoken_for]
    claims = [
        replace(unnamed, id=i, source=source, speaker_id=side, antecedent=sources[0] if again and n else ())
        for n, (i, source, side) in enumerate(zip(ids, sources, known, strict=False))
    ]
    accounts = [
        replace(account, id=f"a-{i}", claim=i, tellers=(), facets=(facet("killed", number(n, n), claim=i),))
        for i, n in zip(ids, figures, strict=True)
    ]
    incident = replace(incident, accounts=tuple(a.id for a in accounts))
    reading = replace(base.reading, accounts=tuple(accounts), claims=tuple(claims), incidents=(incident,))
    return weigh(replace(base, reading=reading))


def test_unnamed_voices_of_one_document_are_at_most_one_line_and_each_says_why():
    """ "Our volunteers", "partners" and "local sources" of one bulletin may be the same people."""
    incident = told_without_names(9, 9, 9)
    assert incident.independent_lines == 1
    assert incident.facets["killed"].status == "single"
    assert {a.line_reason for a in incident.accounts} == {
        "unnamed voices of one document cannot be told apart: at most one line"
    }


def test_unnamed_voices_of_one_document_may_contradict_each_other():
    incident = told_without_names(9, 11)
    assert incident.independent_lines == 1
    assert incident.facets["killed"].status == "disputed"
    assert (incident.killed.low, incident.killed.high) == (9, 11)


def test_an_unnamed_voice_known_to_speak_for_a_side_is_told_apart():
    """ "Residents" and "a commander of the Front" are not the same people."""
    assert told_without_names(9, 9, spoken_for="front").independent_lines == 2


def test_the_source_told_of_again_is_the_one_quoted_before():
    told = told_without_names(4, 4, called=("an army source", "The source"), again=True)
    names = [a.teller_name for a in told.accounts]
    assert names == ["an army source", "an army source"]
    assert told.independent_lines == 1
    names = [a.teller_name for a in told_without_names(4, 4, called=("an army source", "The resident")).accounts]
    assert names == ["an army source", "The resident"]


def died_later(low: int) -> dict[str, object]:
    """The value of "two of the injured died"."""
    return {**to_plain(number(low, low)), "group": "unknown", "added": True}


def test_later_deaths_of_the_injured_add_to_what_the_same_teller_said_before():
    first = report("a", "relief", facet("killed", number(16, 16)))
    later = report("b", "relief", facet("killed", died_later(2)), day="2031-05-09")
    incident = weigh(first, later)
    assert (incident.killed.low, incident.killed.high) == (18, 18)
    assert incident.facets["killed"].status == "single"


def test_later_deaths_told_beside_a_count_may_be_counted_in_it():
    incident = weigh(report("a", "relief", facet("killed", number(16, 16)), facet("killed", died_later(2))))
    assert (incident.killed.low, incident.killed.high) == (16, 18)


def test_later_deaths_told_by_another_are_no_rival_low_and_alone_are_so_many_at_least():
    counted = report("a", "relief", facet("killed", number(16, 16)))
    other = report("b", "front", facet("killed", died_later(2)), day="2031-05-09")
    incident = weigh(counted, other)
    assert (incident.killed.low, incident.killed.high) == (16, 16)
    assert incident.facets["killed"].status != "disputed"
    assert (weigh(other).killed.low, weigh(other).killed.high) == (2, None)


def with_total(entry: Entry, killed: Range | None = None, injured: Range | None = None) -> Entry:
    """A report whose incident has totals of its own."""
    whole = replace(entry.reading.incidents[0], killed=killed, injured=injured)
    return replace(entry, reading=replace(entry.reading, incidents=(whole,)))


def test_a_part_of_the_harmed_is_no_rival_total():
    one = facet("injured", {**to_plain(number(1, 1)), "text": "a man of 25 was wounded"})
    both = report("a", "relief", facet("injured", number(5, 5)), one)
    assert weigh(with_total(both, injured=number(5, 5))).injured == Toll(low=5, best=5, high=5)


def test_the_children_among_the_dead_are_no_rival_total():
    children = Figure(line="a", group="children", range=number(9, 9), part=True)
    assert toll([Figure(line="b", group="total", range=number(27, 27)), children]) == Toll(low=27, best=27, high=27)
    assert toll([children]) == Toll(low=9, best=9, high=9)


def test_who_admits_the_death_of_soldiers_admits_no_harm_to_civilians():
    soldiers = facet("killed", {**to_plain(number(4, 4)), "group": "combatants"})
    admitted = report("a", "front", facet("responsibility", "front"), soldiers, act="admits")
    incident = weigh(admitted)
    assert incident.grade == "discounted"
    assert incident.grade_reasons[0].startswith("Southern Front accepts responsibility")
    hurt = facet("injured", {**to_plain(number(2, 2)), "group": "children"})
    assert weigh(admitted, report("b", "relief", hurt)).grade == "confirmed"


def test_one_day_is_one_value_however_it_was_told_and_no_day_is_none():
    day, evening = (Time(earliest="2031-05-07", latest="2031-05-07", granularity=g) for g in ("day", "part_of_day"))
    incident = weigh(
        report("a", "relief", facet("time", to_plain(day))),
        report("b", "front", facet("time", to_plain(evening))),
        report("c", "northland", facet("time", to_plain(Time()))),
    )
    assert [v.lines for v in incident.facets["time"].values] == [2]


def test_where_only_fighters_died_that_no_civilian_was_hurt_is_no_rival_total():
    spared = Figure(line="a", group="civilians", range=number(0, 0), whole=True)
    assert toll([spared, Figure(line="b", group="combatants", range=number(140, 140))]) == Toll(
        low=140, best=140, high=140
    )
    assert toll([spared, Figure(line="b", group="total", range=number(27, 27))]).low == 0
    assert toll([spared]) == Toll(low=0, best=0, high=0)
    report = Figure(line="b", group="total", range=number(7, 7), whole=True)
    assert toll([report, replace(spared, whole=False)]) == Toll(low=7, best=7, high=7)


def test_a_body_that_was_read_as_no_name_is_one_where_another_report_has_its_name():
    text = "The Qasr Emergency Room, a group of volunteers, said nine died."
    own = Claim(
        id="c1", source=((0, text.index(" said")),), cue=(), content=(), speech="indirect", act="asserts",
        source_kind="institution",
    )  # fmt: skip
    first = report("a", "x-qasr-emergency-room", facet("killed", number(9, 9)))
    second = report("b", "", facet("killed", number(9, 9)), text=text)
    account = replace(second.reading.accounts[0], claim="c1")
    second = replace(second, reading=replace(second.reading, claims=(own,), accounts=(account,)))
    assert {a.speaker for a in weigh(first, second).accounts} == {"x-qasr-emergency-room"}


def test_a_total_that_no_account_tells_is_no_number_of_the_ledger():
    told = report("a", "relief", facet("injured", number(20, 20)))
    assert weigh(with_total(told, injured=number(1, 1))).injured == Toll(low=20, best=20, high=20)
    assert weigh(with_total(report("a", "relief"), injured=number(1, 1))).injured is None


def test_what_a_teller_tells_as_a_total_is_in_the_range_whatever_its_report_has():
    def killed(*tellers: tuple[str, int]) -> Toll | None:
        told = [report(name, name, facet("killed", number(n, n))) for name, n in tellers]
        return weigh(*(with_total(e, killed=number(13, 13)) for e in told)).killed

    assert killed(("relief", 13), ("front", 15)) == Toll(low=13, best=13, high=15)
    corrected = report("a", "relief", facet("injured", number(1, 1)), facet("injured", number(5, 5)))
    assert weigh(with_total(corrected, injured=number(1, 1))).injured == Toll(low=1, best=1, high=5)


def test_an_open_top_keeps_the_highest_number_told():
    said = [number(12, 12), number(40, 40), number(22, None)]
    found = toll([Figure(line=str(i), group="total", range=r) for i, r in enumerate(said)])
    assert found == Toll(low=12, best=22, high=None, most=40)


def test_best_is_a_number_that_was_told():
    between = Range(low=90, high=106, text="90 to 106", comparator="between")
    assert toll([Figure(line="a", group="total", range=between)]) == Toll(low=90, best=90, high=106)
    coded = replace(between, text="98")
    assert toll([Figure(line="a", group="total", range=coded)]) == Toll(low=90, best=98, high=106)


def test_up_to_twenty_has_no_lowest_number():
    few = Range(low=None, high=20, text="up to 20", comparator="<=")
    assert toll([Figure(line="a", group="total", range=few)]) == Toll(low=None, best=20, high=20)


def test_who_says_that_nobody_died_draws_the_range_to_none_though_the_dead_were_soldiers():
    soldier = Figure(line="a", group="combatants", range=number(1, 1), whole=True)
    nobody = Figure(line="b", group="total", range=number(0, 0))
    assert toll([soldier, nobody]) == Toll(low=0, best=1, high=1)
    assert toll([soldier, replace(nobody, group="civilians")]) == Toll(low=1, best=1, high=1)


def test_where_a_report_has_no_civilian_hurt_others_may_have_died():
    nobody = Range(low=0, high=0, text="No civilian was hurt", comparator="=")
    said = facet("injured", {**to_plain(nobody), "group": "civilians"})
    spared = with_total(report("a", "relief", said), killed=nobody)
    incident = weigh(spared, report("b", "front", facet("killed", {**to_plain(number(9, 9)), "group": "combatants"})))
    assert incident.killed == Toll(low=9, best=9, high=9)


def test_a_stated_total_is_nobodys_casualty_figure():
    counted = report("a", "relief", facet("killed", number(300, 300)))
    whole = replace(counted.reading.incidents[0], aggregate=True, killed=number(300, 300))
    incident = weigh(replace(counted, reading=replace(counted.reading, incidents=(whole,))))
    assert (incident.aggregate, incident.killed) == (True, None)
    assert incident.facets["killed"].status == "single", "it stays to be read"


ranges = st.tuples(st.integers(0, 200), st.one_of(st.none(), st.integers(0, 50))).map(
    lambda p: number(p[0], None if p[1] is None else p[0] + p[1])
)


@given(st.lists(ranges, min_size=1, max_size=6))
def test_low_is_at_most_best_is_at_most_high(said):
    found = toll([Figure(line=str(i), group="total", range=r) for i, r in enumerate(said)])
    assert found is not None
    assert found.low is not None
    assert found.best is not None
    assert found.low <= found.best
    assert found.high is None or found.best <= found.high


def test_two_bodies_of_one_state_do_not_bear_each_other_out():
    ministry = Actor(id="northland-mfa", name="Foreign ministry", kind="ministry", side="northland")
    kit = load_weigh_kit(data_folder(), {**ACTORS, ministry.id: ministry})
    entries = report("a", "northland-mfa"), report("b", "northland-army"), report("c", "relief")
    linked = LinkedIncident(id="TL-TEST0000", members=tuple(f"{e.id}/i1" for e in entries))
    (incident,) = weigh_incidents([linked], entries, (), kit).incidents
    assert incident.independent_lines == 2
    assert "same side: Northland" in {a.line_reason for a in incident.accounts}


def test_two_parties_who_blame_each_other_agree_on_nothing():
    incident = weigh(
        report("a", "front", facet("responsibility", "army")), report("b", "relief", facet("responsibility", "front"))
    )
    assert incident.facets["responsibility"].status == "disputed"


def test_different_labels_are_no_agreement():
    incident = weigh(
        report("a", "front", facet("target", "Mayo market")), report("b", "relief", facet("target", "aid convoy"))
    )
    assert incident.facets["target"].status == "single"
    agreed = weigh(
        report("a", "front", facet("target", "Mayo market")), report("b", "relief", facet("target", "the market"))
    )
    assert agreed.facets["target"].status == "agreed"


def test_a_range_too_wide_for_a_middle_counts_by_its_lower_end():
    wide = Figure(line="a", group="total", range=number(13, 2001), whole=True)
    assert toll([wide]) == Toll(low=13, best=13, high=2001)


def test_an_office_named_with_its_state_speaks_for_it_though_no_registry_has_it():
    state = Actor(id="northland-gov", name="Northern government", kind="government", side="northland-gov")
    kit = load_weigh_kit(data_folder(), {**ACTORS, state.id: state})
    text = "Northern prosecutors said so. The Northern Observatory said so."
    official, other = report("a", "x-prosecutors", text=text), report("b", "x-observatory", text=text)
    read = [
        replace(e, reading=replace(e.reading, claims=(replace(e.reading.claims[0], source=(span,)),)))
        for e, span in ((official, (0, 20)), (other, (30, 54)))
    ]
    entries = (*read, report("c", "northland-gov"))
    linked = LinkedIncident(id="TL-TEST0000", members=tuple(f"{e.id}/i1" for e in entries))
    (incident,) = weigh_incidents([linked], entries, (), kit).incidents
    lines = {a.document: a.line for a in incident.accounts}
    assert lines["a"] == lines["c"] != lines["b"]


def test_a_group_larger_than_another_tellers_whole_is_a_dispute():
    def civilians(count: int) -> dict[str, object]:
        return {**to_plain(number(count, count)), "group": "civilians"}

    def disputed(whole: int, group: int) -> bool:
        incident = weigh(
            report("a", "northland", facet("killed", number(whole, whole))),
            report("b", "relief", facet("killed", civilians(group))),
        )
        return incident.facets["killed"].status == "disputed"

    assert disputed(10, 43)
    assert not disputed(43, 10)


def two_accounts(review: str) -> Entry:
    """One report: the liaison says 7, a doctor 12; the report as a whole has 7 to 12."""
    entry = report("a", "relief", facet("killed", number(7, 7)))
    (first,), (incident,) = entry.reading.accounts, entry.reading.incidents
    second = replace(first, id="a2", facets=(facet("killed", number(12, 12)),))
    whole = replace(incident, accounts=("a1", "a2"), killed=Range(low=7, high=12, text="7 to 12", comparator="between"))
    reading = replace(entry.reading, accounts=(replace(first, review=review), second), incidents=(whole,))
    return replace(entry, reading=reading)


def test_the_dead_of_a_rejected_account_are_counted_nowhere() -> None:
    heard, struck = weigh(two_accounts("proposed")).killed, weigh(two_accounts("rejected")).killed
    assert heard is not None
    assert struck is not None
    assert (heard.low, heard.high) == (7, 12)
    assert (struck.low, struck.high) == (12, 12)


def test_an_added_account_is_told_by_whom_the_analyst_named() -> None:
    entry = report("a", "relief", facet("killed", number(7, 7)))
    added = Account(
        id="added-X",
        incident="i1",
        claim=None,
        tellers=("Red Crescent",),
        facets=(facet("killed", number(12, 12), claim=None),),
    )
    incident = replace(entry.reading.incidents[0], accounts=("a1", "added-X"))
    reading = replace(entry.reading, accounts=(*entry.reading.accounts, added), incidents=(incident,))
    told = {a.id.rpartition("/")[2]: a.teller_name for a in weigh(replace(entry, reading=reading)).accounts}
    assert told["added-X"] == "Red Crescent"


def test_where_a_report_has_nobody_hurt_it_has_nobody_killed():
    """One says that nobody was hurt; so long as that stands, the report's "none killed" does."""
    nobody = Range(low=0, high=0, text="Nobody was hurt", comparator="=")
    entry = report("a", "relief", facet("injured", nobody))
    (said,) = entry.reading.incidents
    spared = replace(said, killed=nobody, injured=nobody)
    incident = weigh(replace(entry, reading=replace(entry.reading, incidents=(spared,))))
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (0, 0)


def typed(entry: Entry, event_type: EventType) -> Entry:
    incident = replace(entry.reading.incidents[0], event_type=event_type)
    return replace(entry, reading=replace(entry.reading, incidents=(incident,)))


def test_where_the_doer_is_disputed_one_vague_word_does_not_outvote_three():
    """Three texts tell of shelling, one of an attack and of the army's denial; of one each the vague word stands."""
    accused = [report(name, "front", facet("actor", "northland-army"), text=f"{name} tells " * 9) for name in "abc"]
    denied = typed(
        report("d", "northland-army", facet("responsibility", "northland-army", "denied")), "attack_on_civilians"
    )
    incident = weigh(*accused, denied)
    assert incident.facets["responsibility"].status == "disputed"
    assert incident.event_type == "shelling"
    assert weigh(accused[0], denied).event_type == "attack_on_civilians"


def published_by(entry: Entry, publisher: str) -> Entry:
    document = replace(entry.reading.document, publisher=publisher)
    return replace(entry, reading=replace(entry.reading, document=document))


def test_a_body_no_registry_has_is_one_line_where_it_is_quoted_and_where_it_publishes():
    quoted = report("a", "x-valley-network")
    own = published_by(report("b", ""), "Valley Network")
    incident = weigh(quoted, own)
    assert incident.independent_lines == 1


def test_an_outlet_s_owner_and_country_are_the_registry_s_where_nobody_says_otherwise():
    entries = published_by(report("a", "relief"), "Northland News Agency"), report("b", "relief")
    linked = LinkedIncident(id="TL-TEST0000", members=tuple(f"{e.id}/i1" for e in entries))
    sources = {s.name: s for s in weigh_incidents([linked], entries, (), KIT).sources}
    assert (sources["Northland News Agency"].owner, sources["Northland News Agency"].country) == ("Northland", "NL")
    assert sources["Outlet b"].owner is None
    own = Source(id="nna", name="Northland News Agency", owner="Ann Oss")
    (told,) = [s for s in weigh_incidents([linked], entries, (own,), KIT).sources if s.id == "nna"]
    assert (told.owner, told.country) == ("Ann Oss", "NL")


TOVIK, ARDUN = (
    Place(name=name, lat=lat, lon=44.1, radius_km=1.0, precision="village", country="GE", within=("Kessar",))
    for name, lat in (("Tovik", 41.2), ("Ardun", 41.6))
)


def seen(told: Place) -> Entry:
    """A report whose title names Tovik, and whose one account tells of another place."""
    entry = report("a", "relief", facet("occurrence", "shelling"), facet("place", to_plain(told)))
    incident = replace(entry.reading.incidents[0], place=TOVIK)
    return replace(entry, reading=replace(entry.reading, incidents=(incident,)))


def test_a_heading_names_no_town_that_stands_in_no_teller_s_column():
    assert weigh(seen(TOVIK)).title == "Shelling near Tovik"
    assert weigh(seen(ARDUN)).title == "Shelling near Ardun"


def test_a_name_found_in_another_country_is_no_heading():
    assert weigh(seen(replace(ARDUN, country="AM"))).title == "Shelling near Tovik"


def test_who_names_two_doers_is_no_contest_and_no_rival_of_who_names_one():
    both = report("a", "relief", facet("actor", "northland-army"), facet("actor", "front"))
    one = report("b", "watch", facet("actor", "front"))
    assert weigh(both).grade == "weak"
    assert weigh(both, one).grade == "fair"
    assert weigh(both, one).facets["actor"].status == "agreed"


def counted(text: str, number: str, at: str, *facets: Facet) -> Entry:
    """One document that states a total: its number and the words it counts by, as they stand in the text."""
    entry = report("a", "relief", *facets, text=text)
    where, mention = text.index(number), text.index(at)
    amount = Quantity(low=31, high=31, text=number, comparator="=", start=where, end=where + len(number))
    (incident,) = entry.reading.incidents
    total = replace(
        incident, event_type="violation_unspecified", aggregate=True, mentions=((mention, mention + len(at)),)
    )
    return replace(entry, reading=replace(entry.reading, incidents=(total,), quantities=(amount,)))


def test_a_stated_total_is_headed_by_its_number_whom_it_is_laid_to_and_who_states_it():
    accused = facet("responsibility", "front")
    before = counted(
        "Valley Relief counted 31 violations by the Front.", "31", "violations", replace(accused, text="the Front")
    )
    told = "Stated total: 31 alleged violations laid to Southern Front, according to Valley Relief"
    assert weigh(before).title == told
    behind = counted("The Front violated the truce 31 times.", "31", "violated", replace(accused, text="The Front"))
    assert weigh(behind).title == told
    row = counted("Accused: Front\nRemarks: A month\nTot: 31", "31", "A month", replace(accused, text="Front"))
    assert weigh(row).title == told


def test_a_label_in_a_stated_total_is_its_tellers_and_a_number_of_other_things_is_not_its_count():
    label = replace(facet("responsibility", "enemy"), text="the enemy")
    told = counted("Of 31 trucks none passed. The enemy committed violations.", "31", "violations", label)
    assert weigh(told).title == "Stated total: alleged violation laid to “the enemy”, according to Valley Relief"
