"""Corrected versions in the terminal: what is said when one is added, and the ways to say so and to take it back."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from truceline.cli.app import app

REPORT = (
    "Harun Observatory, 4 March 2020\n\nGovernor Ivo Lasen said 12 civilians were killed when shells hit the market of "
    "Kalinov on 3 March 2020. Residents said two bakers were injured.\n"
)
CORRECTED = REPORT.replace("12", "14") + "The market was closed.\n"


def run(*words: object):
    return CliRunner().invoke(app, [str(w) for w in words], catch_exceptions=False)


def said(result) -> str:
    return " ".join(result.stdout.split())


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def ids() -> list[str]:
    return [d["id"] for d in json.loads(run("documents", "--json").stdout)]


def accounts(document: str) -> list[str]:
    told = json.loads(run("incidents", "--json").stdout)
    return [a["id"] for i in told for a in i["accounts"] if a["document"] == document]


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TRUCELINE_LEDGER", str(tmp_path / "a.truce"))
    assert run("add", write(tmp_path, "report.txt", REPORT)).exit_code == 0
    (document,) = ids()
    return document


def other(old: str) -> str:
    (document,) = [d for d in ids() if d != old]
    return document


def test_adding_names_what_it_takes_for_a_corrected_version_and_what_became_of_the_rulings(old, tmp_path):
    for account in accounts(old):
        assert run("account", "accept", account).exit_code == 0
    told = said(run("add", write(tmp_path / "new", "report.txt", CORRECTED)))
    assert f"report.txt: a corrected version of report.txt ({old}, added " in told
    assert "which counts no more; 1 of 2 decisions go over, 1 no longer finds its words" in told
    assert "the ledger: 1 document (1 more superseded)" in told
    again = said(run("add", tmp_path / "report.txt"))
    assert f"report.txt ({old}) is there already, and superseded by {other(old)}: truceline decide undo R" in again
    undo = told.partition("decide undo ")[2].split()[0]
    assert f"superseded by {other(old)}" in said(run("documents"))
    assert "ruling_without_words" in said(run("problems"))
    assert run("decide", "undo", undo).exit_code == 0
    assert "superseded" not in said(run("documents"))


def test_show_says_what_took_whose_place_and_what_was_changed(old, tmp_path):
    run("add", write(tmp_path / "new", "report.txt", CORRECTED))
    new = other(old)
    later, earlier = said(run("show", new)), said(run("show", old))
    assert f"supersedes {old} report.txt" in later
    assert "- Governor Ivo Lasen said 12 civilians" in later
    assert "+ Governor Ivo Lasen said 14 civilians" in later
    assert "+ The market was closed." in later
    assert f"superseded by {new} report.txt, and counts nowhere" in earlier
    assert f"{old}/a1 Ivo Lasen proposed" in earlier
    assert "Killed says 12 civilians" in said(run("show", f"{old}/a1"))
    assert f"superseded by {new}" in said(run("search", "bakers"))
    assert json.loads(run("show", new, "--json").stdout)["supersedes"] == old


def test_a_file_of_another_name_takes_a_place_by_its_users_word(old, tmp_path):
    told = said(run("add", write(tmp_path, "second.txt", CORRECTED), "--supersedes", old))
    assert f"second.txt: a corrected version of report.txt ({old}" in told
    assert f"superseded by {other(old)}" in said(run("documents"))
    exported = json.loads(run("export", "--json").stdout)["documents"]
    assert {d["id"]: d["supersedes"] for d in exported} == {old: None, other(old): old}
    graph = json.loads(run("export", "--format", "jsonld").stdout)["@graph"]
    revised = {node["@id"]: node["prov:wasRevisionOf"] for node in graph if "prov:wasRevisionOf" in node}
    assert revised == {f"truceline:{other(old)}": {"@id": f"truceline:{old}"}}
    assert not [node for node in graph if node["@type"][0] == "Claim" and node["appearance"]["@id"].endswith(old)]


@pytest.mark.parametrize(("words", "code"), [(["--supersedes", "D0"], 1), (["--supersedes", "OLD", "MORE"], 2)])
def test_a_word_that_cannot_be_taken_adds_nothing(old, tmp_path, words, code):
    more = write(tmp_path, "more.txt", "Snow fell on the pass, and the road was closed.")
    given = [{"OLD": old, "MORE": more}.get(w, w) for w in words]
    assert run("add", write(tmp_path, "second.txt", CORRECTED), *given).exit_code == code
    assert ids() == [old]


def test_what_may_be_one_is_said_with_the_way_out(old, tmp_path):
    longer = REPORT + "The council met in the evening and counted the dead and the burned shops of the old town.\n"
    run("add", write(tmp_path, "report-2.txt", longer))
    told = said(run("add", write(tmp_path, "report-3.txt", longer + "It met again at night.\n")))
    assert "has much of the text of report-2.txt" in told
    assert "both stand" in told
    later, earlier = (next(d["id"] for d in json.loads(run("documents", "--json").stdout) if d["given_id"] == name)
                      for name in ("report-3.txt", "report-2.txt"))  # fmt: skip
    ruled = said(run("document", "supersede", later, earlier, "--why", "its second edition"))
    assert f"report-3.txt: a corrected version of report-2.txt ({earlier}" in ruled
    assert "supersedes" in run("document", "supersede", later, earlier).stderr
    assert "superseded by" in said(run("documents"))
    assert old in ids()
