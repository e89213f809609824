"""Every page over a state made up by hand: what it says, and what it refuses."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from fakes.made_snapshot import HeldCore, made_snapshot
from truceline.model.snapshot import Link, Snapshot
from truceline.review.questions import open_questions
from truceline.web.app import create_site

PAGES = (
    "/", "/documents", "/document/D0", "/document/D0?layers=", "/document/D0?lit=35-43",
    "/document/D0/places",
    "/incident/TL-000000", "/review", "/ceasefire", "/ceasefire?position=hill",
    "/ceasefire/incidents?agreement=valley&position=hill&term=fire",
    "/sources", "/problems", "/search", "/search?q=bridge", "/report", "/report/style.css", "/add", "/analyst",
    "/decisions", "/names", "/keys", "/static/base.css", "/static/main.js",
)  # fmt: skip


@pytest.fixture
def core() -> HeldCore:
    return HeldCore(made_snapshot(12))


@pytest.fixture
def client(core: HeldCore) -> Iterator[TestClient]:
    with TestClient(create_site(core, "R. Reviewer"), base_url="http://127.0.0.1") as made:
        yield made


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/analyst").text)
    assert found
    return found[1]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_under_a_strict_policy(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", [p for p in PAGES if not p.startswith("/static")])
def test_no_page_has_a_style_or_script_of_its_own(client, path):
    html = client.get(path).text
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"|<script(?! type=\"module\" src=)", html)


@pytest.mark.parametrize("path", ["/", "/incident/TL-000000", "/review", "/ceasefire"])
def test_an_empty_ledger_says_what_to_do(path):
    client = TestClient(create_site(HeldCore(Snapshot()), "R. Reviewer"), base_url="http://127.0.0.1")
    answer = client.get(path)
    assert answer.status_code == (404 if "incident" in path else 200)
    assert "add documents" in answer.text.lower()


def test_the_overview_counts_and_says_how_much_is_checked(client):
    html = client.get("/").text
    assert "12 incidents" in html
    assert "0 accepted" in html
    assert "7 + 6 make 13, not the stated 12." in html


def test_the_matrix_shows_who_says_and_who_denies(client):
    html = client.get("/incident/TL-000000").text
    assert ">denies" in html
    assert "killed 4" in html
    assert "disputed" in html
    assert "line 1" in html
    assert "line 2" in html


def test_a_cell_of_the_tally_leads_to_its_incidents(client):
    html = client.get("/ceasefire?position=hill").text
    (link,) = re.findall(r'href="(/ceasefire/incidents[^"]+level=alleged[^"]+certainly[^"]*)"', html)
    listed = client.get(link.replace("&amp;", "&")).text
    assert listed.count('class="title') == 3


def test_the_tally_can_be_seen_from_each_position(client):
    assert "Window by the position of <b>Hill Council</b>" in client.get("/ceasefire?position=hill").text
    assert "Window by the position of <b>Harbour Ministry</b>" in client.get("/ceasefire").text


def test_the_original_is_only_ever_a_download(client):
    answer = client.get("/document/D0/original")
    assert answer.content == b"<script>1</script>"
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith('attachment; filename="r__port.html"')
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_ruling_by_form_keeps_who_and_why(client, core):
    form = {"token": token(client), "account": "D0/a-hill", "reason": "read it", "back": "/incident/TL-000000"}
    answer = client.post("/decide/accept", data=form, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/incident/TL-000000"
    (ask,) = core.asked
    assert (ask.verb, ask.targets, ask.analyst, ask.reason) == ("accept", ("D0/a-hill",), "R. Reviewer", "read it")


def test_a_name_that_does_not_leave_is_allowed_by_form(client, core):
    assert "Mirela Oskuun" in client.get("/names").text
    form = {"token": token(client), "name": "Mirela Oskuun", "reason": "she agrees", "back": "/names"}
    assert client.post("/decide/allow", data=form, follow_redirects=False).headers["location"] == "/names"
    (ask,) = core.asked
    assert (ask.verb, ask.targets, ask.reason) == ("allow", ("Mirela Oskuun",), "she agrees")


def test_an_edit_is_taken_in_its_normal_form(client, core):
    form = {"token": token(client), "account": "D0/a-hill", "facet": "killed", "value": "at least 7", "reason": "typo"}
    client.post("/decide/edit", data=form)
    (facet,) = core.asked[0].values["facets"]
    assert (facet["value"]["low"], facet["value"]["high"]) == (7, None)


def test_a_value_that_cannot_be_used_is_explained(client):
    form = {"token": token(client), "account": "D0/a-hill", "facet": "killed", "value": "many", "reason": "typo"}
    answer = client.post("/decide/edit", data=form)
    assert answer.status_code == 422
    assert "Not done" in answer.text


@pytest.mark.parametrize("sent", [{}, {"token": "guessed"}])
def test_a_form_without_the_token_is_refused(client, core, sent):
    assert client.post("/decide/accept", data={**sent, "account": "D0/a-hill"}).status_code == 403
    assert core.asked == []


def test_a_form_of_another_site_is_refused(client, core):
    form = {"token": token(client), "account": "D0/a-hill"}
    answer = client.post("/decide/accept", data=form, headers={"origin": "http://elsewhere.example"})
    assert answer.status_code == 403
    assert core.asked == []


def test_a_request_for_another_host_is_refused(client):
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 421


@pytest.mark.parametrize("to", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"])
def test_a_form_leads_back_to_own_pages_only(client, to):
    form = {"token": token(client), "account": "D0/a-hill", "back": to}
    assert client.post("/decide/accept", data=form, follow_redirects=False).headers["location"] == "/"


def test_files_are_added_by_form(client):
    files = [("files", ("note.txt", b"A note.", "text/plain"))]
    answer = client.post("/add", data={"token": token(client)}, files=files)
    assert "1 document added" in answer.text


def test_the_analyst_is_kept_in_this_browser(client, core):
    client.post("/analyst", data={"token": token(client), "name": "M. Marl"})
    client.post("/decide/reject", data={"token": token(client), "account": "D0/a-hill"})
    assert core.asked[0].analyst == "M. Marl"


def test_words_of_a_document_cannot_become_markup(client):
    html = client.get("/search", params={"q": "<b onclick=x>"}).text
    assert "<b onclick" not in html


def test_a_stated_total_is_counted_apart_from_incidents():
    snapshot = made_snapshot(3)
    total = replace(snapshot.incidents[0], id="TL-total", aggregate=True, title="Stated total")
    core = HeldCore(replace(snapshot, incidents=(*snapshot.incidents, total)))
    client = TestClient(create_site(core), base_url="http://127.0.0.1")
    assert "3 incidents" in client.get("/").text
    assert 'data-incident="TL-total"' not in client.get("/").text
    assert client.get("/?totals=1").text.count('<li data-incident="') == 1


def test_a_link_names_its_two_reports_and_keeps_its_numbers_apart():
    """One incident of two reports, D0 and D1, joined by the machine."""
    made = made_snapshot(2)
    reasons = ("times overlap [+1.9]", "words they share (0.14) [+0.5]", "places apart: Marl, Hill [-0.2]")
    link = Link(a="D0/i0", b="D1/i1", score=0.24, reasons=reasons)
    one, other = made.incidents
    joined = replace(one, accounts=(*one.accounts, *other.accounts), links=(link,))
    client = TestClient(create_site(HeldCore(replace(made, incidents=(joined,)))), base_url="http://127.0.0.1")
    at = next(n for n, q in enumerate(open_questions(replace(made, incidents=(joined,)))) if q.kind == "joined")
    for page in ("/incident/TL-000000", f"/review?skip={at}"):
        words, _, numbers = client.get(page).text.partition('<details class="numbers small">')
        assert "<b>Report 0</b> and <b>Report 1</b>." in words
        assert "For one happening: times overlap; words they share." in words
        assert "Against: places apart: Marl, Hill." in words
        assert "0.24" not in words
        assert "+1.9" not in words
        assert "score 0.24" in numbers
        assert "in log-odds" in numbers
        assert "places apart: Marl, Hill: -0.2" in numbers


def test_a_report_whose_days_cross_is_not_made():
    client = TestClient(create_site(HeldCore(made_snapshot(2))), base_url="http://127.0.0.1")
    answer = client.get("/report?since=2016-02-20&until=2016-02-10")
    assert answer.status_code == 422
    assert "before the first day 2016-02-20" in answer.text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/?since=2016-02-20&until=2016-02-10", "before the first day 2016-02-20"),
        ("/report?since=soon", "a day is written 2016-09-17"),
        ("/report?position=nobody", "nobody of that id has a position on the window"),
        ("/report?agreement=none", "no such agreement"),
        ("/ceasefire?position=nobody", "nobody of that id has a position on the window"),
        ("/ceasefire/incidents?agreement=none&term=fire", "no such agreement"),
    ],
)
def test_an_address_that_asks_for_what_is_not_there_is_told_so(address: str, said: str):
    client = TestClient(create_site(HeldCore(made_snapshot(2))), base_url="http://127.0.0.1")
    answer = client.get(address)
    assert answer.status_code == 422
    assert said in answer.text


def test_a_mistyped_filter_of_the_overview_is_told():
    client = TestClient(create_site(HeldCore(made_snapshot(2))), base_url="http://127.0.0.1")
    answer = client.get("/?since=2020-13-01")
    assert answer.status_code == 422
    assert "a day is written 2016-09-17" in answer.text
