"""Citations: markers, the list they point to, addresses, and the words each stands behind."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import truceline
from truceline.model.record import Link, Record
from truceline.model.settings import Settings
from truceline.read.addresses import by_domain, kind_of, load_outlets, outlet_of
from truceline.read.citations import find_citations
from truceline.read.document import read_document
from truceline.read.kit import ReadKit
from truceline.runners.local import local_kit
from truceline.text.sentences import split_sentences

DOMAINS = by_domain(load_outlets(Path(truceline.__file__).parent / "data"))
ARTICLE = Path(__file__).parents[3] / "shared/cases/ceasefire-2016.txt"

REPORT = """Shells fell on Harun, the mayor said.[1] [2] Nobody claimed them.
“We saw them fall. They came from the ridge,” Vant added.[3] The army [loyalists] denied it: [4] “Not us.”

  1. https://www.reuters.com/article/one
  2. https://youtu.be/abc
  [3] https://www.reuters.com/article/one
  4) https://t.me/channel/7
"""


@pytest.fixture(scope="module")
def kit() -> ReadKit:
    return local_kit().read


def find(text, links=()):
    return find_citations(text, split_sentences(text), links, DOMAINS)


def test_markers_point_to_the_list_and_cover_their_statement():
    citations, references = find(REPORT)
    assert [(c.marker, c.outlet, c.kind) for c in citations] == [
        ("1", "Reuters", "article"),
        ("2", "YouTube", "video"),
        ("3", "Reuters", "article"),
        ("4", "Telegram", "post"),
    ]
    assert [r.marker for r in references] == ["1", "2", "3", "4"]
    assert len({r.url for r in references}) == 3
    covers = [[REPORT[a:b] for a, b in c.covers] for c in citations]
    assert covers[0] == covers[1] == ["Shells fell on Harun, the mayor said."]
    assert covers[2] == ["“We saw them fall. They came from the ridge,” Vant added."]
    assert covers[3] == ["The army [loyalists] denied it:", "“Not us.”"]


def test_a_number_in_brackets_without_a_list_is_still_a_marker_but_a_remark_is_none():
    citations, references = find("He was there.[12] The [two] guards were not.")
    assert [(c.marker, c.url) for c in citations] == [("12", None)]
    assert references == ()


def test_hyperlinks_and_printed_addresses_cite_too():
    text = "The ministry denied it. See https://example.org/a, and more."
    citations, _ = find(text, (Link(start=4, end=12, url="https://tass.com/x"),))
    assert [(c.outlet, text[c.start : c.end]) for c in citations] == [
        ("TASS", "ministry"),
        ("example.org", "https://example.org/a"),
    ]


def test_superscripts_count_only_where_the_list_has_them():
    citations, _ = find("The road of 5 km² is shut.¹\n\nSources\n1. Field notes")
    assert [c.marker for c in citations] == ["1"]


@pytest.mark.parametrize(
    ("url", "outlet", "kind"),
    [
        ("https://edition.cnn.com/a", "CNN", "article"),
        ("http://undocs.org/S/2016/1", "United Nations documents", "document"),
        ("https://example.org/report.pdf?x=1", None, "document"),
        ("https://twitter.com/a/status/1/video/1", "Twitter/X", "video"),
        ("https://x.com/a/status/1", "Twitter/X", "post"),
        ("https://notcnn.com/a", None, "article"),
        ("http://[broken", None, "article"),
    ],
)
def test_outlet_and_kind_come_from_the_address(url, outlet, kind):
    found = outlet_of(url, DOMAINS)
    assert (found.name if found else None, kind_of(url, found)) == (outlet, kind)


@pytest.mark.skipif(not ARTICLE.exists(), reason="the shared case article is not here")
def test_the_article_has_fifteen_markers_and_fourteen_addresses():
    citations, references = find(ARTICLE.read_text(encoding="utf-8"))
    assert (len(citations), len(references), len({r.url for r in references})) == (15, 15, 14)
    assert all(c.covers for c in citations)


@given(st.text(alphabet="ab .[]1234567,-\n“”¹2https://w.e\r", max_size=120))
def test_spans_lie_in_the_text(text):
    citations, references = find(text)
    assert all(0 <= r.start < r.end <= len(text) for r in references)
    for c in citations:
        assert 0 <= c.start < c.end <= len(text)
        assert all(text[a:b].strip() == text[a:b] != "" for a, b in c.covers)


ROUND = """The dead were first put at 60 and later at 99(2). The army denied it (1).

Notes
(1) Ombra Post, https://ombra.example/a
(2) Lindal Wire, "Five killed at the mill", https://lindal.example/b
"""


def test_numbers_in_round_brackets_are_markers_where_the_list_has_them_so():
    citations, _ = find(ROUND)
    assert [(c.marker, c.url) for c in citations] == [
        ("2", "https://lindal.example/b"),
        ("1", "https://ombra.example/a"),
    ]
    assert find("The dead were put at 99 (2 of them children).")[0] == ()


def test_an_entry_without_an_address_is_a_reference_beside_one_that_has_it():
    text = (
        "The army said on 3 May 2031 that shells hit Harun.[1] A nurse said four people died.[2] She was sure.[3]\n\n"
        "[1] https://saba.example/a\n[2] Herald, 4 May 2031, page 3\n[3] Interview with the author\n"
    )
    citations, references = find(text)
    assert [(r.marker, r.url) for r in references] == [("1", "https://saba.example/a"), ("2", None), ("3", None)]
    assert [c.marker for c in citations] == ["1", "2", "3"]
    _, bare = find(text.replace("https://saba.example/a", "Saba, 4 May 2031"))
    assert [r.marker for r in bare] == ["1", "2", "3"]


def test_numbered_paragraphs_are_no_references():
    assert find("[1] The army shelled Harun.\n\n[2] A nurse said that four people died.\n") == ((), ())


def test_a_title_in_the_list_of_references_tells_of_nothing(kit):
    reading = read_document(Record(id="a", where="a", data=b"", text=ROUND), kit, Settings())
    assert [ROUND[q.start : q.end] for q in reading.quantities] == ["60", "99"]
    assert all(s[1] <= ROUND.index("(1) Ombra") for s in reading.sentences)
    assert not any("mill" in ROUND[m.span[0] : m.span[1]] for d in reading.drafts or () for m in d.mentions)


def test_a_hyperlink_over_who_is_quoted_is_the_reference_of_what_he_says(kit):
    text = "Earlier, Harun Radio quoted the mayor as saying that the army had shelled the market. A nurse denied it."
    link = Link(start=9, end=20, url="https://radio.example/statement")
    read = read_document(Record(id="d", where="d.txt", text=text, data=b"", links=(link,)), kit, Settings())
    assert [c.citations for c in read.claims] == [("r1",), ("r1",), ()]
