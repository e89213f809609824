"""Documents that were kept but not read say so in the list, and problem and document lead to each other."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from truceline.ledger import Ledger
from truceline.web.app import create_site


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "log.csv").write_text("Flight,Area,Finding\n1,Marl Bridge,smoke\n2,Hill Road,nothing\n", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "fine.txt").write_text("The council met at Marl Bridge on 3 March 2031.\n", encoding="utf-8")
    ledger = Ledger(tmp_path / "a.truce")
    ledger.add([folder])
    with TestClient(create_site(ledger, "R. Reviewer"), base_url="http://127.0.0.1") as made:
        yield made
    ledger.close()


def remark(html: str, name: str) -> str:
    (line,) = [li for li in html.split("<tr>") if f">{name}<" in li]
    return line.rpartition("<td>")[2]


@pytest.mark.parametrize("name", ["log.csv", "empty.txt"])
def test_a_document_that_was_not_read_says_so_and_leads_to_its_problem(client, name):
    said = remark(client.get("/documents").text, name)
    (document,) = re.findall(r'<a href="/problems#of-(\w+)">not read: ', said)
    problem = client.get("/problems").text
    assert f'<tr id="of-{document}"><th scope="row"><a href="/document/{document}#its-problems">' in problem


def test_a_document_that_was_read_has_no_remark(client):
    assert "not read" not in remark(client.get("/documents").text, "fine.txt")


def test_a_table_left_out_of_a_text_that_was_read_is_remarked(tmp_path):
    text = "The council met.\n\n| Day | Dead |\n|---|---|\n| 3 March | 4 |\n| 4 March | 2 |\n"
    (tmp_path / "note.md").write_text(text, encoding="utf-8")
    ledger = Ledger(tmp_path / "a.truce")
    ledger.add([tmp_path / "note.md"])
    with TestClient(create_site(ledger, "R. Reviewer"), base_url="http://127.0.0.1") as client:
        said = remark(client.get("/documents").text, "note.md")
    assert ">It holds a table of" in said
    ledger.close()


def test_what_was_added_is_called_by_its_name_and_what_was_not_read_is_counted(client):
    (token,) = set(re.findall(r'name="token" value="([^"]+)"', client.get("/add").text))
    files = [
        ("files", ("note.txt", b"A note of 3 March 2031.", "text/plain")),
        ("files", ("void.txt", b"", "text/plain")),
    ]
    said = client.post("/add", data={"token": token}, files=files).text
    assert "2 documents added; 1 of them could not be read, the bytes are kept" in said
    assert ">note.txt</a>" in said


def test_an_author_is_who_put_a_document_out_where_nobody_else_is_named(tmp_path):
    record = '{"id": "a", "text": "By Ana Karel\\n\\nThe council met at Marl Bridge.", "dct": "2031-03-04"}\n'
    (tmp_path / "a.jsonl").write_text(record, encoding="utf-8")
    ledger = Ledger(tmp_path / "a.truce")
    ledger.add([tmp_path / "a.jsonl"])
    (document,) = ledger.snapshot().documents
    assert document.publisher is None
    with TestClient(create_site(ledger, "R. Reviewer"), base_url="http://127.0.0.1") as client:
        assert '<td data-col="by">Ana Karel</td>' in client.get("/documents").text
    ledger.close()


def test_a_problem_of_a_single_row_leads_to_the_document_of_that_row(tmp_path):
    (tmp_path / "log.csv").write_text("Nr,Day,Place\nA1,2031-03-04,Harun\nA2,31-31-2031,Harun\n", encoding="utf-8")
    mapping = 'publisher = "Harun Council"\n[columns]\nid = "Nr"\ndate = "Day"\nplace = "Place"\n'
    (tmp_path / "log.mapping.toml").write_text(mapping, encoding="utf-8")
    ledger = Ledger(tmp_path / "a.truce")
    ledger.add([tmp_path / "log.csv", tmp_path / "log.mapping.toml"])
    (row,) = [d for d in ledger.snapshot().documents if d.given_id == "A2"]
    with TestClient(create_site(ledger, "R. Reviewer"), base_url="http://127.0.0.1") as client:
        assert f'<a href="/document/{row.id}#its-problems">log.csv:3</a>' in client.get("/problems").text
        assert 'id="its-problems"' in client.get(f"/document/{row.id}").text
    ledger.close()


def test_an_address_of_no_page_is_named(client):
    answer = client.get("/incidentz")
    assert answer.status_code == 404
    assert "<h1>Not found</h1>" in answer.text
    assert "There is no page /incidentz." in answer.text
