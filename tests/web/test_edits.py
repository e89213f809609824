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


def sent(client: TestClient, ledger: Ledger, verb: str, **fields: str):
    """A ruling on the first account sent by form, with the state that its page shows unless another is given."""
    (incident,) = ledger.snapshot().incidents
    page = f"/incident/{incident.id}"
    html = client.get(page).text
    token, state = (re.search(f'name="{name}" value="([^"]+)"', html) for name in ("token", "state"))
    assert token
    assert state
    form = {"token": token[1], "state": state[1], "account": incident.accounts[0].id, "reason": "checked", "back": page}
    return client.post(f"/decide/{verb}", data=form | fields)


def edit(client: TestClient, ledger: Ledger, facet: str, value: str) -> str:
    """An edit sent by form, and the page it leads back to."""
    return sent(client, ledger, "edit", facet=facet, value=value).text


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


def told(ledger: Ledger, facet: str) -> list[tuple[object, str]]:
    """What the first account tells of a facet: value and polarity."""
    (incident,) = ledger.snapshot().incidents
    return [(f.value, f.polarity) for f in incident.accounts[0].facets if f.facet == facet]


def test_what_happened_is_chosen_from_a_list(client, ledger):
    html = sent(client, ledger, "edit", facet="occurrence", happened="missile_strike").text
    assert told(ledger, "occurrence") == [("missile_strike", "affirmed")]
    assert '<option value="missile_strike">missile strike</option>' in html


@pytest.mark.parametrize("words", ["did not happen", "shellng"])
def test_free_words_are_no_kind_of_happening(client, ledger, words):
    answer = sent(client, ledger, "edit", facet="occurrence", value=words)
    assert answer.status_code == 422
    assert f"{words}: no event type" in part(answer.text, r'<p class="problem" role="alert">(.*?)</p>')
    assert told(ledger, "occurrence") == [("shelling", "affirmed")]


def test_a_teller_denies_by_form_and_the_words_stay(client, ledger):
    before = told(ledger, "injured")
    assert "denies" in part(
        sent(client, ledger, "edit", facet="injured", says="denies").text, r'id="row-injured">(.*?)</tr>'
    )
    assert [polarity for _, polarity in told(ledger, "injured")] == ["denied" for _ in before]
    sent(client, ledger, "edit", facet="injured", says="says")
    assert {polarity for _, polarity in told(ledger, "injured")} == {"affirmed"}


def test_a_teller_does_not_say_it_by_form(client, ledger):
    sent(client, ledger, "edit", facet="injured", says="silent")
    assert told(ledger, "injured") == []


def test_a_new_value_of_what_is_denied_stays_denied(client, ledger):
    sent(client, ledger, "edit", facet="injured", says="denies")
    sent(client, ledger, "edit", facet="injured", value="7")
    ((value, polarity),) = told(ledger, "injured")
    assert (value["low"], polarity) == (7, "denied")


def test_a_refused_edit_shows_the_form_again_as_it_was_filled(client, ledger):
    answer = sent(client, ledger, "edit", facet="time", value="the feast day", reason="by the calendar")
    assert answer.status_code == 422
    assert "the feast day: write a day as 2016-09-17" in part(answer.text, r'<p class="problem" role="alert">(.*?)</p>')
    assert 'name="value" value="the feast day"' in answer.text
    assert 'name="reason" value="by the calendar"' in answer.text
    assert re.search(r'<option value="time" selected>', answer.text)
    (incident,) = ledger.snapshot().incidents
    assert f'<a href="/incident/{incident.id}">Back to where you were</a>' in answer.text
    assert ledger.snapshot().decisions == ()


def test_an_edit_that_changes_nothing_is_refused(client, ledger):
    answer = sent(client, ledger, "edit", facet="killed")
    assert answer.status_code == 422
    assert "nothing is changed" in answer.text


def test_the_form_hints_how_each_value_is_written(client, ledger):
    (incident,) = ledger.snapshot().incidents
    html = client.get(f"/incident/{incident.id}").text
    for hint in ("at least 62", "2016-09-17T19:00Z", "Quarry @ 36.2, 37.1"):
        assert hint in html


@pytest.mark.parametrize("verb", ["accept", "reject", "edit"])
def test_a_stale_page_overrules_nobody(client, ledger, verb):
    (incident,) = ledger.snapshot().incidents
    state = re.search(r'name="state" value="([^"]+)"', client.get(f"/incident/{incident.id}").text)
    assert state
    sent(client, ledger, "reject" if verb == "accept" else "accept")
    answer = sent(client, ledger, verb, state=state[1], facet="killed", value="5")
    assert answer.status_code == 409
    assert "it was changed since it was looked at" in answer.text
    assert "by R. Reviewer" in answer.text
    assert len(ledger.snapshot().decisions) == 1


def test_a_stale_page_overrules_no_ruling_on_a_claim(client, ledger):
    claim = ledger.snapshot().claims[0]
    page = f"/document/{claim.document}"
    html = client.get(page).text
    fields = {name: re.search(f'name="{name}" value="([^"]+)"', html) for name in ("token", "state")}
    form = {"claim": claim.id, "back": page} | {name: found[1] for name, found in fields.items() if found}
    form["state"] = re.search(
        rf'name="claim" value="{claim.id}"><input type="hidden" name="state" value="([^"]+)"', html
    )[1]
    assert client.post("/decide/accept", data=form).status_code == 200
    answer = client.post("/decide/reject", data=form)
    assert answer.status_code == 409
    assert "(accept by R. Reviewer)" in answer.text


def test_a_stale_page_parts_no_pair_that_was_ruled_meanwhile(ledger, client, tmp_path):
    (tmp_path / "second.txt").write_text(REPORT.replace("Courier", "Herald").replace("Nine", "Ten"), encoding="utf-8")
    ledger.add([tmp_path / "second.txt"])
    incident = max(ledger.snapshot().incidents, key=lambda i: len(i.accounts))
    link = incident.links[0]
    page = f"/incident/{incident.id}"
    token = re.search(r'name="token" value="([^"]+)"', client.get(page).text)
    assert token
    form = {"token": token[1], "a": link.a, "b": link.b, "state": "machine", "back": page}
    assert client.post("/decide/same", data=form).status_code == 200
    answer = client.post("/decide/different", data=form)
    assert answer.status_code == 409
    assert "(same by R. Reviewer)" in answer.text
    assert client.post("/decide/different", data=form | {"state": "same"}).status_code == 200
