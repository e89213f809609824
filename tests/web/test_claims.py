"""Claims on the pages: who speaks, counts that lead to what they count, rulings by form, and "who is he?"."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from fakes.made_snapshot import CLAIMS, HeldCore, made_snapshot
from truceline.model.actor import ActorMention
from truceline.model.claim import Claim
from truceline.model.entry import Entry
from truceline.model.reading import Document, Reader, Reading
from truceline.publish.speaking import say_score, say_share
from truceline.review.ledger_claims import ledger_claims
from truceline.review.questions import open_questions
from truceline.web.app import create_site
from truceline.web.views.cards import cards
from truceline.web.views.speaking import ClaimsAsked, who_speaks
from truceline.web.views.who import asking_who, candidates


@pytest.fixture
def core() -> HeldCore:
    return HeldCore(made_snapshot(2))


@pytest.fixture
def client(core: HeldCore) -> Iterator[TestClient]:
    with TestClient(create_site(core, "R. Reviewer"), base_url="http://127.0.0.1") as made:
        yield made


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/analyst").text)
    assert found
    return found[1]


def listed(html: str) -> list[str]:
    return re.findall(r'<li id="(c\d+)" class="claim', html)


def test_claims_stand_by_speaker_with_nested_ones_inside(client):
    html = client.get("/document/D0").text
    assert listed(html) == ["c1", "c2"]
    assert 'id="c2" class="claim depth1 machine"' in html
    assert "denies that it happened" in html
    assert "reader unsure (25%)" in html
    assert "No claim rests on nobody" in html
    assert "1 claim, 1 inside" in html


@pytest.mark.parametrize(
    ("query", "left"),
    [("who=Harbour+Ministry", ["c1"]), ("act=denies", ["c2"]), ("cited=no", ["c1", "c2"]), ("kind=person", [])],
)
def test_each_count_leads_to_the_claims_it_counts(client, query, left):
    html = client.get(f"/document/D0?{query}").text
    assert listed(html) == left
    assert left == ["c1", "c2"] or "All claims" in html


def test_a_nested_claim_listed_alone_says_what_it_stands_in(client):
    assert "inside what Harbour Ministry says" in client.get("/document/D0?act=denies").text


def test_counts_are_links_that_add_up():
    entry = Entry(id="D0", given_id="a", sha256="0", received_at="2031-03-03", reading=reading())
    claims = ledger_claims([entry])
    panel = who_speaks(cards(claims, entry.reading, {}), say_share(claims), ClaimsAsked(), "D0")
    for counted in (panel.kinds, panel.acts, panel.references, [s.claims for s in panel.speakers]):
        assert sum(c.count for c in counted) == len(claims)
        assert all(c.href.startswith("/document/D0?") and c.href.endswith("#claims") for c in counted)


def test_a_rejected_claim_is_struck_folded_and_not_counted():
    struck = replace(reading(), claims=(replace(CLAIMS[0], review="rejected"), CLAIMS[1]))
    claims = ledger_claims([Entry(id="D0", given_id="a", sha256="0", received_at="", reading=struck)])
    panel = who_speaks(cards(claims, struck, {}), say_share(claims), ClaimsAsked(), "D0")
    assert [s.claims.count for s in panel.speakers] == [1]
    assert [c.review for g in panel.groups for c in g.cards] == ["rejected", "machine"]


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_a_claim_is_ruled_on_by_form(client, core, verb):
    form = {"token": token(client), "claim": "D0/c1", "back": "/document/D0#c1"}
    answer = client.post(f"/decide/{verb}", data=form, follow_redirects=False)
    assert answer.headers["location"] == "/document/D0#c1"
    (ask,) = core.asked
    assert (ask.verb, ask.on, ask.targets) == (verb, "claim", ("D0/c1",))


def test_a_correction_by_form_says_who_and_what(client, core):
    form = {"token": token(client), "claim": "D0/c2", "speaker": "Mara Vel", "act": "admits", "reaches": "harm"}
    client.post("/decide/correct", data=form)
    assert core.asked[0].values == {
        "speaker": "Mara Vel",
        "actor": "x-mara-vel",
        "source_kind": "person",
        "act": "admits",
        "reaches": "harm",
    }


def test_a_correction_of_nothing_is_explained(client, core):
    answer = client.post("/decide/correct", data={"token": token(client), "claim": "D0/c2"})
    assert answer.status_code == 422
    assert "nothing to correct" in answer.text
    assert core.asked == []


TEXT = "Ivo Lasen met Mara Vel. The mayor left. He said shells fell. Toma Rell denied it."


def reading(claims: tuple[Claim, ...] = CLAIMS) -> Reading:
    """Three people, one of whom is "he"."""
    people = [
        ActorMention(start=(at := TEXT.index(n)), end=at + len(n), actor=f"x-{n.split()[1].lower()}", name=n,
                     label_only=False)
        for n in ("Ivo Lasen", "Mara Vel", "Toma Rell")
    ]  # fmt: skip
    return Reading(
        document=Document(id="a", sha256="0"),
        reader=Reader(name="hand", version="1"),
        text=TEXT,
        sentences=((0, 23), (24, 39), (40, 60), (61, len(TEXT))),
        actors=tuple(people),
        claims=claims,
    )


HE = Claim(
    id="c1", source=((40, 42),), cue=((43, 47),), content=((48, 59),), speech="indirect", act="asserts",
    source_kind="person", reader_score=0.3,
)  # fmt: skip


def test_who_he_may_be_is_named_nearest_first():
    assert candidates(HE, reading()) == ("Mara Vel", "Ivo Lasen", "Toma Rell")


def asked_about(claim: Claim):
    """A ledger whose first account tells its facets on the claim."""
    read = reading((claim,))
    made = made_snapshot(1)
    told = made.incidents[0].accounts[0]
    told = replace(told, facets=tuple(replace(f, claim="c1") for f in told.facets))
    incident = replace(made.incidents[0], accounts=(told, *made.incidents[0].accounts[1:]))
    entry = Entry(id="D0", given_id="a", sha256="0", received_at="", reading=read)
    return replace(made, incidents=(incident,), claims=ledger_claims([entry])), read


def test_who_is_he_is_asked_once_of_a_claim_that_carries_an_account():
    snapshot, read = asked_about(HE)
    (question,) = [q for q in open_questions(snapshot) if q.kind == "speaker"]
    asking, doubted = asking_who(question, snapshot, {"D0": read}, {})
    assert asking.heading == "Who is he?"
    assert doubted.names[0] == "Mara Vel"
    (side,) = asking.sides
    assert "Ivo Lasen met Mara Vel." in "".join(words for words, _ in side.quote.pieces)
    assert [words for words, lit in side.quote.pieces if lit] == ["He", "said", "shells fell"]


@pytest.mark.parametrize(
    "known",
    [
        replace(HE, review="accepted"),
        replace(HE, speaker="Mara Vel", reader_score=0.9),
        replace(HE, source_kind="author"),
    ],
)
def test_nobody_is_asked_about_a_speaker_who_is_known(known):
    snapshot, _ = asked_about(known)
    assert [q for q in open_questions(snapshot) if q.kind == "speaker"] == []


def test_the_queue_offers_each_name_under_a_key(core):
    snapshot, _ = asked_about(HE)
    core.held = snapshot
    client = TestClient(create_site(core, "R. Reviewer"), base_url="http://127.0.0.1")
    at = next(n for n, q in enumerate(open_questions(snapshot)) if q.kind == "speaker")
    html = client.get(f"/review?skip={at}").text
    assert "Who speaks?" in html
    assert "Leave it open" in html
    assert 'data-key="n"' in html


def test_a_score_is_said_in_words():
    assert [say_score(s) for s in (0.95, 0.7, 0.5, 0.1)] == [
        "sure (95%)", "fairly sure (70%)", "not very sure (50%)", "unsure (10%)",
    ]  # fmt: skip
