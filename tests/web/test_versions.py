"""Corrected versions on the pages: what took whose place, what was changed, what still counts, and the way back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from truceline.ledger import Ledger
from truceline.model.record import File
from truceline.review.ask import Ask
from truceline.web.app import create_site

REPORT = (
    "Harun Observatory, 4 March 2020\n\nGovernor Ivo Lasen said 12 civilians were killed when shells hit the market of "
    "Kalinov on 3 March 2020. Residents said two bakers were injured.\n"
)
CORRECTED = REPORT.replace("12", "14")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    book = Ledger(tmp_path / "a.truce")
    book.add_files([File(name="report.txt", data=REPORT.encode())])
    for incident in book.snapshot().incidents:
        for account in incident.accounts:
            book.decide(Ask(verb="accept", targets=(account.id,), analyst="R. Reviewer", reason="read it"))
    yield book
    book.close()


@pytest.fixture
def client(ledger: Ledger) -> Iterator[TestClient]:
    with TestClient(create_site(ledger, "R. Reviewer"), base_url="http://127.0.0.1") as made:
        yield made


def add(client: TestClient, text: str, name: str = "report.txt") -> str:
    (token,) = set(re.findall(r'name="token" value="([^"]+)"', client.get("/add").text))
    files = [("files", (name, text.encode(), "text/plain"))]
    return client.post("/add", data={"token": token}, files=files).text


def post(client: TestClient, verb: str, **fields: str):
    (token,) = set(re.findall(r'name="token" value="([^"]+)"', client.get("/add").text))
    return client.post(f"/decide/{verb}", data={"token": token, **fields}, follow_redirects=False)


def pair(ledger: Ledger) -> tuple[str, str]:
    """The earlier and the later version."""
    (later,) = [d for d in ledger.snapshot().documents if d.supersedes]
    return later.supersedes, later.id


def section(html: str) -> str:
    return " ".join(html.partition('id="its-versions"')[2].partition("</section>")[0].split())


def test_adding_says_what_was_taken_for_a_corrected_version_and_lets_both_count(client, ledger):
    html = add(client, CORRECTED)
    assert "a corrected version of report.txt (added " in html
    assert "which counts no more; 1 of 2 decisions go over, 1 no longer finds its words" in html
    (decision,) = re.findall(r'name="decision" value="(R\w+)"', html)
    assert post(client, "undo", decision=decision).status_code == 303
    assert len(ledger.snapshot().current) == 2


def test_each_version_says_what_became_of_it(client, ledger):
    add(client, CORRECTED)
    old, new = pair(ledger)
    later, earlier = section(client.get(f"/document/{new}").text), section(client.get(f"/document/{old}").text)
    assert f'A corrected version of <a href="/document/{old}">report.txt</a>' in later
    assert "<summary>1 change</summary>" in later
    assert "said 12 civilians were killed" in later.partition("<del")[2].partition("</del>")[0]
    assert "said 14 civilians were killed" in later.partition("<ins")[2].partition("</ins>")[0]
    assert f'<b>Superseded</b> by <a href="/document/{new}">report.txt</a>' in earlier
    assert "counts nowhere" in earlier


def test_a_superseded_documents_accounts_are_shown_beside_its_text_and_not_ruled_on(client, ledger):
    add(client, CORRECTED)
    old, new = pair(ledger)
    earlier = client.get(f"/document/{old}?layers=accounts").text
    assert earlier.count('class="card account accepted"') == 2
    assert f'value="{old}/a1"' not in earlier
    assert f'value="{new}/a1"' in client.get(f"/document/{new}?layers=accounts").text


def test_a_superseded_documents_accounts_name_who_tells_them(client, ledger):
    told = "A woman selling tea stood there. She said that {} people were killed by shelling in Ostren on Monday."
    add(client, told.format("six"), "tea.txt")
    add(client, told.format("seven"), "tea.txt")
    old = next(d.id for d in ledger.snapshot().documents if d.given_id == "tea.txt" and d.superseded_by)
    cards = client.get(f"/document/{old}?layers=accounts").text.partition('class="card account')[2]
    assert "A woman selling tea" in cards.partition("</summary>")[0]


def test_lists_mark_it_and_count_what_counts(client, ledger):
    add(client, CORRECTED)
    _, new = pair(ledger)
    html = client.get("/documents").text
    assert "<h1>1 document, 1 more superseded</h1>" in html
    assert f'<a href="/document/{new}">a corrected version</a> took its place' in html
    assert ">1 document<" in client.get("/").text
    assert "superseded by a corrected version" in client.get("/search?q=bakers").text
    assert "Ruling without words (1)" in client.get("/problems").text


def test_a_ruling_that_went_over_stands_with_the_later_version_and_its_incident(client, ledger):
    add(client, CORRECTED)
    _, new = pair(ledger)
    decisions = client.get(f"/document/{new}").text.partition('id="its-decisions"')[2].partition("</details>")[0]
    assert decisions.count("<b>accept</b>") == 2
    (kept,) = [i for i in ledger.snapshot().incidents if any(a.review == "accepted" for a in i.accounts)]
    listed = client.get(f"/incident/{kept.id}").text
    assert listed.count("<b>accept</b> by R. Reviewer") == 1


def test_an_edit_that_went_over_says_who_set_the_value(client, ledger):
    (account,) = [a for i in ledger.snapshot().incidents for a in i.accounts if "2" in str(a.facets[0].value)]
    post(client, "edit", account=account.id, facet="injured", value="3", reason="its list")
    add(client, CORRECTED)
    (incident,) = [i for i in ledger.snapshot().incidents if any(a.review == "edited" for a in i.accounts)]
    assert "3, set by R. Reviewer" in client.get(f"/incident/{incident.id}").text


def test_a_document_is_said_to_correct_another_on_its_page(client, ledger):
    add(client, CORRECTED, "second.txt")
    old, new = (
        next(d.id for d in ledger.snapshot().documents if d.given_id == n) for n in ("report.txt", "second.txt")
    )
    assert f'<option value="{old}">report.txt' in client.get(f"/document/{new}").text
    answer = post(client, "supersede", a=new, b=old, reason="its second edition", back=f"/document/{new}")
    assert answer.headers["location"] == f"/document/{new}"
    page = client.get(f"/document/{new}").text
    assert "Ruled by R. Reviewer: its second edition." in section(page)
    assert "Superseded: the corrected version counts" in page
    refused = post(client, "supersede", a=new, b=old)
    assert refused.status_code == 409
    assert "supersedes" in refused.text
