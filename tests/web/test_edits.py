"""What an edit replaces is said before it is saved, and what an analyst set is marked as such."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from truceline.ledger import Ledger
from truceline.web.app import create_site

REPORT = """Marl Courier, 21 February 2031

Shells fell on Marl Bridge on 19 February 2031, Mayor Ivo Lasen said.
At least four people were killed in the shelling, two of the dead were children, Lasen said.
Nine people were wounded, Lasen said.
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    (tmp_path / "note.txt").write_text(REPORT, encoding="utf-8")
    made = Ledger(tmp_path / "a.truce")
    made.add([tmp_path / "note.txt"])
    yield made
    made.close()


@pytest.fixture
def client(ledger: Ledger) -> Iterator[TestClient]:
    with TestClient(create_site(ledger, "R. Reviewer"), base_url="http://127.0.0.1") as made:
        yield made


def part(html: str, pattern: str) -> str:
    """The words of one part of a page, without its markup."""
    found = re.search(pattern, html, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


def edit(client: TestClient, ledger: Ledger, facet: str, value: str) -> str:
    """An edit sent by form, and the page it leads back to."""
    (incident,) = ledger.snapshot().incidents
    page = f"/incident/{incident.id}"
    token = re.search(r'name="token" value="([^"]+)"', client.get(page).text)
    assert token
    form = {"token": token[1], "account": incident.accounts[0].id, "facet": facet, "value": value, "reason": "checked"}
    return client.post("/decide/edit", data={**form, "back": page}).text


def test_the_form_lists_every_value_an_edit_replaces(client, ledger):
    (incident,) = ledger.snapshot().incidents
    for page in (f"/incident/{incident.id}", "/review"):
        warned = part(client.get(page).text, r'<div class="replaced small">(.*?)</div>')
        assert "replaces everything this account tells of the facet" in warned
        assert "Killed: At least four people were killed; two of the dead" in warned
        assert "Injured" not in warned


def test_a_value_an_analyst_set_says_whose_it_is(client, ledger):
    html = edit(client, ledger, "killed", "5")
    assert "5 set by R. Reviewer its words: At least four people were killed" in part(
        html, r'id="row-killed">(.*?)</tr>'
    )
    assert "set by" not in part(html, r'id="row-injured">(.*?)</tr>')
    assert "Killed 5, set by R. Reviewer" in part(html, r'<ul class="told">(.*?)</ul>')


def test_the_column_and_the_card_agree_that_it_is_edited(client, ledger):
    html = edit(client, ledger, "killed", "5")
    assert "edited" in part(html, r'<th scope="col">(<span class="teller.*?)</th>')
    assert "edited" in part(html, r'<h3 class="edited">(.*?)</h3>')


def test_an_edit_taken_back_leaves_nothing_marked(client, ledger):
    html = edit(client, ledger, "killed", "5")
    token = re.search(r'name="token" value="([^"]+)"', html)
    assert token
    (decision,) = ledger.snapshot().decisions
    (incident,) = ledger.snapshot().incidents
    form = {"token": token[1], "decision": decision.id, "back": f"/incident/{incident.id}"}
    assert "set by" not in client.post("/decide/undo", data=form).text
