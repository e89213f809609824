"""Views: what is asked for, text cut at its highlights, sentences behind cells, tellers' letters."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.made_snapshot import TEXT, incident, made_snapshot
from truceline.model.account import Facet
from truceline.model.place import Place
from truceline.model.reading import Document, Reader, Reading
from truceline.model.snapshot import Toll
from truceline.model.when import Time
from truceline.review.questions import Question, open_questions
from truceline.review.values import ValueProblemError
from truceline.runners.local import data_folder, local_settle_kit
from truceline.web.views.asked import Asked, asked_from
from truceline.web.views.bar_labels import fitting, laid
from truceline.web.views.documents import document_lines
from truceline.web.views.map import incident_map
from truceline.web.views.matrix import matrix
from truceline.web.views.names import numbered, teller_marks
from truceline.web.views.questions import asking
from truceline.web.views.quotes import quoted
from truceline.web.views.segments import Layered, paragraphs, segments
from truceline.web.views.shared import shared_passage
from truceline.web.views.timeline import timeline

READING = Reading(
    document=Document(id="d", sha256="0"),
    reader=Reader(name="hand", version="1"),
    text=TEXT,
    sentences=((0, 71), (72, 99)),
)
text = st.text(alphabet="ab \n\r\u00a0\u200fé", max_size=80)


@given(text)
def test_paragraphs_slice_back_and_lose_no_word(given_text):
    found = paragraphs(given_text)
    joined = "".join(given_text[a:b] for a, b in found)
    assert "".join(joined.split()) == "".join(given_text.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=12))
def test_segments_put_together_are_the_text(given_spans):
    layers = [Layered(span=(min(s), max(s) + 1), layer="l", key=f"k{n}") for n, s in enumerate(given_spans)]
    assert "".join(s.text for s in segments(TEXT, (10, 90), layers)) == TEXT[10:90]


def test_overlapping_layers_each_keep_their_words():
    layers = [Layered(span=(0, 11), layer="a", key="x"), Layered(span=(4, 20), layer="b", key="y")]
    made = segments(TEXT, (0, 30), layers)
    assert [(s.classes, s.keys) for s in made] == [("a", "x"), ("a b", "x y"), ("b", "y"), ("", "")]


def test_a_quote_is_the_whole_sentence_with_its_words_lit():
    quote = quoted(READING, [(35, 43)])
    assert quote
    assert "".join(piece for piece, _ in quote.pieces) == TEXT[:71]
    assert [piece for piece, lit in quote.pieces if lit] == [TEXT[35:43]]


def test_what_is_asked_for_survives_its_address():
    asked = Asked(since=date(2031, 3, 2), area=(1.0, 2.0, 3.5, 4.25), kind="clash", disputed=True, page=3)
    address = asked.link(page=3)
    query = dict(part.split("=") for part in address.split("?")[1].replace("%2C", ",").split("&"))
    assert asked_from(query) == asked


@pytest.mark.parametrize("query", [{"since": "2020-13-01"}, {"until": "soon"}, {"kind": "boom"}, {"area": "1,2"}])
def test_a_mistyped_filter_is_refused_and_does_not_show_the_whole_ledger(query):
    with pytest.raises(ValueProblemError, match=next(iter(query.values()))):
        asked_from(query)


def test_an_empty_filter_and_a_page_that_is_none_let_everything_pass():
    assert asked_from({"since": "", "kind": "", "area": "", "page": "-1"}) == Asked()


def test_tellers_get_letters_by_order_of_appearance():
    marks = teller_marks(["Harbour", "Hill", "Harbour", "Mill"])
    assert [(m.name, m.letter) for m in marks.values()] == [("Harbour", "A"), ("Hill", "B"), ("Mill", "C")]


def test_speakers_of_a_document_are_numbered_so_that_a_letter_is_a_column():
    assert [m.letter for m in teller_marks(["Harbour", "Hill"], numbered).values()] == ["1", "2"]


def test_a_number_that_the_range_leaves_out_says_so():
    single = replace(incident(0), killed=Toll(low=6, best=6, high=6))
    (row,) = [r for r in matrix(single, {"D0": READING}, {}).rows if r.facet == "killed"]
    assert row.range == "6"
    assert row.spread == (("4", "not in the range:", 1), ("6", "", 1))
    (whole,) = [r for r in matrix(incident(0), {"D0": READING}, {}).rows if r.facet == "killed"]
    assert [aside for _, aside, _ in whole.spread] == ["", ""]


def test_the_matrix_has_a_column_a_teller_and_a_bracket_a_line():
    made = matrix(incident(0), {"D0": READING}, {})
    assert [c.mark.name for c in made.columns] == ["Harbour", "Hill"]
    assert [(b.number, b.span) for b in made.brackets] == [(1, 1), (2, 1)]
    row = next(r for r in made.rows if r.facet == "occurrence")
    assert [[s.stance for s in cell] for cell in row.cells] == [["says"], ["denies"]]
    assert {s.key for s in made.sentences} == {s.key for r in made.rows for c in r.cells for s in c}


def test_the_timeline_shows_each_position_and_where_they_part():
    snapshot = made_snapshot(24)
    drawn = timeline(snapshot.incidents, snapshot.agreements, Asked(), {})
    assert drawn
    assert len(drawn.bars) == 24
    assert [m.open_end for m in drawn.marks] == [False, True]
    assert [sure for _, _, sure in drawn.shades] == [True, False]


def test_a_window_that_ends_on_a_day_is_drawn_to_the_end_of_that_day():
    """Hill holds that it ended on 4 March, Harbour that it had not; the timeline runs over the days 1 to 12 March."""
    snapshot = made_snapshot(12)
    (agreement,) = snapshot.agreements
    hill = replace(agreement.positions[1], ended="2031-03-04")
    open_ended = replace(agreement.positions[0], ended=None)
    drawn = timeline(snapshot.incidents, [replace(agreement, positions=(hill, open_ended))], Asked(), {})
    assert drawn
    days = [head.x for head in drawn.heads]
    assert drawn.marks[0].x + drawn.marks[0].width == days[4]
    assert [(x, width) for x, width, sure in drawn.shades if sure] == [(days[0], days[4])]


def test_an_open_window_is_drawn_to_the_last_incident_counted_in_it():
    """Harbour has it ended on 9 March; as Hill has it, still open, an incident of September is counted too."""
    snapshot = made_snapshot(1)
    late = replace(incident(1), time=Time(earliest="2031-09-20", latest="2031-09-20", granularity="day"))
    undated = replace(incident(2), time=None)
    given = [*snapshot.incidents, late, undated]
    closed = timeline(given, snapshot.agreements, Asked(), {})
    open_end = timeline(given, snapshot.agreements, Asked(), {}, open_end=True)
    assert closed
    assert open_end
    assert [(len(d.bars), d.later, d.undated) for d in (closed, open_end)] == [(1, 1, 1), (2, 0, 1)]


def test_a_title_too_long_for_its_bar_ends_in_an_ellipsis():
    assert fitting("Shelling near Marl", 100) == "Shelling nea…"
    assert fitting("Shelling near Marl", 400) == "Shelling near Marl"


def test_a_bar_too_narrow_for_its_title_has_it_beside_it():
    wide, narrow, last = laid([(0, 200), (300, 24), (1170, 24)], ["Talks", "Shelling", "Shelling"], 1200)
    assert (wide.beside, narrow.beside, narrow.before) == ("", "Shelling", False)
    assert (last.beside, last.before) == ("Shelling", True)


@given(st.lists(st.floats(0, 1170), min_size=1, max_size=80))
def test_words_beside_a_bar_never_cross_the_next_of_their_lane(starts):
    bars = [(x, 24.0) for x in sorted(starts)]
    lay = laid(bars, ["Shelling near Marl Bridge"] * len(bars), 1200)
    for a, b in itertools.combinations(range(len(bars)), 2):
        if lay[a].lane is not None and lay[a].lane == lay[b].lane and lay[a].beside and not lay[a].before:
            assert lay[a].x + len(lay[a].beside) * 6.4 <= max(bars[b][0], lay[a].x) + 6.4


def test_the_map_never_pins_what_has_no_point():
    snapshot = made_snapshot(6)
    drawn = incident_map(snapshot.incidents, Asked(), data_folder() / "borders.geojson")
    assert drawn
    assert sum(s.count for s in drawn.spots) + drawn.beyond == 6
    assert incident_map([], Asked(), data_folder() / "borders.geojson") is None


def test_a_wide_place_is_an_outline_and_does_not_move_the_map():
    snapshot = made_snapshot(6)
    wide = replace(incident(7), place=Place(name="The country", lat=48.3, lon=9.0, radius_km=400))
    drawn = incident_map([*snapshot.incidents, wide], Asked(), data_folder() / "borders.geojson")
    assert drawn
    assert any(s.wide for s in drawn.spots)


def test_the_weightiest_question_comes_first_and_answered_ones_do_not_come():
    snapshot = made_snapshot(8)
    questions = open_questions(snapshot)
    assert len(questions) >= 16
    assert [q.weight for q in questions] == sorted((q.weight for q in questions), reverse=True)
    counted = {b.incident for b in snapshot.breaches}
    assert questions[0].incidents[0] in counted


def test_how_often_an_incident_counts_is_said_without_making_it_many():
    """Incident 0 is one alleged breach, counted under each of two positions."""
    snapshot = made_snapshot(1)
    (question, *_) = open_questions(snapshot)
    assert question.why == (
        "It is one incident, counted as an alleged breach in 2 lines of the tally: "
        "one for each term, accuser, accused and position on the window."
    )


def test_the_passage_two_copies_share_is_found_in_its_own_writing():
    a = "A word before. The ferry at Marl Bridge was held for\nthree hours on Monday, the council said."
    b = "THE FERRY at Marl Bridge was held for three hours on Monday; nobody was hurt."
    assert shared_passage(a, b) == "The ferry at Marl Bridge was held for three hours on Monday"
    assert shared_passage(a, "The ferry at Marl Bridge sank.") is None


def test_two_sides_differ_only_where_both_cannot_be():
    """Shelling and air strike of one family, "13 Mar" and "13 Mar, 10:00": no difference; two towns far apart are."""
    made = made_snapshot(2)
    one, other = (i.accounts[0] for i in made.incidents)
    day = {"earliest": "2016-03-13", "latest": "2016-03-13", "granularity": "day"}
    hour = day | {"earliest": "2016-03-13T10:00:00", "latest": "2016-03-13T10:00:00", "clock": "10:00"}
    near = {"name": "Marl", "lat": 34.0, "lon": 36.0, "radius_km": 1.0, "precision": "town"}
    far = near | {"name": "Hill", "lat": 36.0, "lon": 38.0}
    sides = [
        replace(account, facets=tuple(facet(name, value) for name, value in told))
        for account, told in (
            (one, (("occurrence", "shelling"), ("time", day), ("place", near))),
            (other, (("occurrence", "air_strike"), ("time", hour), ("place", far))),
        )
    ]
    joined = replace(made.incidents[0], accounts=tuple(sides))
    question = Question(
        key="q", kind="joined", targets=tuple(f"{a.document}/{a.incident}" for a in sides), incidents=(joined.id,),
        weight=1.0, why="",
    )  # fmt: skip
    said = ({}, local_settle_kit().weigh)
    view = asking(question, replace(made, incidents=(joined,)), {}, said)
    assert [f.facet for f in view.sides[0].facets if f.differs] == ["place"]
    assert view.sides[0].title == "Shelling near Marl, 13 March 2016"
    assert view.sides[1].title == "Air strike near Hill, 13 March 2016"


def facet(name: str, value: object) -> Facet:
    return Facet(facet=name, value=value, text="words", spans=(), claim=None, polarity="affirmed", certainty="stated")


def test_a_spot_at_the_map_s_edge_has_its_name_before_it():
    west, east = made_snapshot(2).incidents
    placed = [
        replace(i, place=replace(i.place, name=name, lon=lon, lat=35.0, radius_km=1.0))
        for i, name, lon in ((west, "Marl Bridge by the river", 36.0), (east, "Hill Crossing in the east", 40.0))
    ]
    drawn = incident_map(placed, Asked(), data_folder() / "borders.geojson")
    assert drawn
    assert {s.label: s.before for s in drawn.spots} == {
        "Marl Bridge by the river": False,
        "Hill Crossing in the east": True,
    }


def test_documents_of_one_title_are_told_apart_by_their_files():
    made = made_snapshot(3)
    one, two, three = made.documents[:3]
    held = replace(
        made, documents=(replace(one, title="Mission", given_id="131.docx"), replace(two, title="Mission"), three)
    )
    titles = {line.id: line.title for line in document_lines(held)}
    assert titles[one.id] == "Mission (131.docx)"
    assert titles[three.id] == three.title
