"""The terminal: exit codes, JSON, and mistakes answered in a line or two."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from truceline.cli.app import app

REPORT = (
    "KALINOV, 4 March 2020. Governor Ivo Lasen said 12 civilians were killed when shells hit the market of Kalinov "
    "on 3 March 2020."
)
CASES = Path(__file__).parents[3] / "shared" / "cases"


def run(*words: object):
    return CliRunner().invoke(app, [str(w) for w in words], catch_exceptions=False)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path, report: Path) -> Path:
    path = tmp_path / "a.truce"
    assert run("add", report, "--ledger", path).exit_code == 0
    return path


def an_account(ledger: Path) -> str:
    return json.loads(run("incidents", "--json", "--ledger", ledger).stdout)[0]["accounts"][0]["id"]


def test_read_prints_one_json_line_a_document_in_order(report, tmp_path):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"no docx")
    result = run("read", broken, report, "--json")
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert result.exit_code == 3
    assert first["text"] is None
    assert first["problems"]
    assert second["schema"] == "truceline.reading/1"
    assert second["text"] == REPORT


def test_read_of_one_file_says_who_says_what_and_what_happened(report):
    told = run("read", report).stdout
    assert "who says what" in told
    assert "what happened, as told" in told
    assert "killed" in told


def test_read_of_a_file_of_many_documents_prints_a_line_a_document(tmp_path):
    many = tmp_path / "many.jsonl"
    rows = [json.dumps({"id": f"r{n}", "text": REPORT}) for n in range(2)]
    many.write_text("\n".join(rows), encoding="utf-8")
    told = run("read", many).stdout
    assert "2 documents read" in told
    assert "who says what" not in told


def test_read_of_a_folder_prints_a_line_a_document(report):
    assert "who says what" not in run("read", report.parent).stdout


def test_what_could_not_be_read_is_not_proposed_to_be_added(tmp_path):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert "next:" not in run("read", tmp_path / "empty.txt").stdout


def test_read_of_nothing_readable_is_nothing_done(tmp_path):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"no docx")
    assert run("read", broken, "--json").exit_code == 1


def test_a_path_that_is_not_there_is_a_mistake_of_use(tmp_path):
    result = run("read", tmp_path / "nothing.txt")
    assert result.exit_code == 2
    assert "no such file or folder" in result.stderr


def test_add_again_adds_nothing_and_is_no_failure(ledger, report):
    result = run("add", report, "--ledger", ledger)
    assert result.exit_code == 0
    assert "0 documents added (1 was there already)" in result.stdout


def test_a_ledger_that_is_not_there_is_named_with_the_way_to_make_it(tmp_path):
    result = run("incidents", "--ledger", tmp_path / "none.truce")
    assert result.exit_code == 1
    assert "truceline add" in result.stderr


def test_a_file_that_is_no_ledger_is_said_to_be_none(report):
    result = run("verify", "--ledger", report)
    assert result.exit_code == 1
    assert "not a Truceline ledger" in result.stderr


def test_export_is_the_contracts_ledger(ledger):
    state = json.loads(run("export", "--json", "--ledger", ledger).stdout)
    assert state["schema"] == "truceline.ledger/1"
    assert state["documents"][0]["given_id"] == "report.txt"
    assert len(state["chain_head"]) == 64


@pytest.mark.parametrize("layout", ["ledger", "airwars", "ucdp", "acled"])
def test_export_of_a_table_has_a_row_an_incident(ledger, layout):
    lines = run("export", "--format", "csv", "--layout", layout, "--ledger", ledger).stdout.splitlines()
    assert len(lines) == 1 + len(json.loads(run("incidents", "--json", "--ledger", ledger).stdout))


def test_show_leads_from_every_id_of_an_incident(ledger):
    incident = json.loads(run("incidents", "--json", "--ledger", ledger).stdout)[0]
    account = incident["accounts"][0]
    member = f"{account['document']}/{account['incident']}"
    for target in (incident["id"], member):
        assert json.loads(run("show", target, "--json", "--ledger", ledger).stdout)["id"] == incident["id"]
    page = run("show", incident["id"], "--ledger", ledger).stdout
    assert incident["title"] in page
    assert account["id"] in page


def test_show_of_nothing_says_where_to_look(ledger):
    result = run("show", "TL-NOTHING", "--ledger", ledger)
    assert result.exit_code == 1
    assert "truceline incidents" in result.stderr


def test_a_ruling_names_its_analyst_and_can_be_taken_back(ledger):
    target = an_account(ledger)
    made = run("account", "accept", target, "--analyst", "ana", "--reason", "read twice", "--json", "--ledger", ledger)
    decision = json.loads(made.stdout)
    assert (decision["analyst"], decision["reason"], decision["verb"]) == ("ana", "read twice", "accept")
    assert run("decide", "undo", decision["id"], "--ledger", ledger).exit_code == 0
    assert "no such decision" in run("decide", "undo", "R-none", "--ledger", ledger).stderr
    listed = json.loads(run("decide", "list", "--json", "--ledger", ledger).stdout)
    assert [d["verb"] for d in listed["decisions"]] == ["accept", "undo"]


def test_an_edit_takes_words_an_analyst_would_type(ledger):
    target = an_account(ledger)
    assert run("account", "edit", target, "--set", "killed=at least 13", "--ledger", ledger).exit_code == 0
    incident = json.loads(run("incidents", "--json", "--ledger", ledger).stdout)[0]
    edited = next(a for a in incident["accounts"] if a["id"] == target)
    assert edited["review"] == "edited"
    assert [f["value"]["low"] for f in edited["facets"] if f["facet"] == "killed"] == [13]


@pytest.mark.parametrize("words", [("--set", "killed=many"), ("--set", "nonsense=1"), ()])
def test_an_edit_that_cannot_be_is_a_mistake_of_use(ledger, words):
    assert run("account", "edit", an_account(ledger), *words, "--ledger", ledger).exit_code == 2


def test_an_account_is_added_on_words_of_the_document(ledger):
    document = an_account(ledger).split("/")[0]
    options = ("--type", "shelling", "--teller", "a trader", "--ledger", ledger)
    assert run("account", "add", document, "--quote", "shells hit the market", *options).exit_code == 0
    assert "do not stand" in run("account", "add", document, "--quote", "no such words", *options).stderr


def a_document(ledger: Path) -> str:
    return json.loads(run("documents", "--json", "--ledger", ledger).stdout)[0]["id"]


def test_claims_are_shown_by_speaker_with_act_reference_and_state(ledger):
    document = a_document(ledger)
    said = run("show", document, "--claims", "--ledger", ledger).stdout
    assert "Ivo Lasen  (named official, 1 claim)" in said
    assert f"{document}/c1  says: 12 civilians were killed" in said
    assert "proposed; no reference; reader" in said
    (claim,) = json.loads(run("show", document, "--claims", "--json", "--ledger", ledger).stdout)
    assert (claim["speaker"], claim["review"], claim["source_words"]) == ("Ivo Lasen", "machine", "Governor Ivo Lasen")


def test_claims_are_asked_of_documents_only(ledger):
    incident = json.loads(run("incidents", "--json", "--ledger", ledger).stdout)[0]["id"]
    assert run("show", incident, "--claims", "--ledger", ledger).exit_code == 2


def test_a_corrected_speaker_tells_the_account_until_it_is_undone(ledger):
    claim = f"{a_document(ledger)}/c1"
    before = run("incidents", "--json", "--ledger", ledger).stdout
    options = ("--speaker", "Mara Vel", "--by", "ana", "--why", "heard the tape", "--ledger", ledger)
    made = json.loads(run("claim", "correct", claim, *options, "--json").stdout)
    assert (made["verb"], made["analyst"], made["anchors"][0]["claim"]) == ("correct", "ana", "c1")
    tellers = [a["teller_name"] for i in json.loads(run("incidents", "--json", "--ledger", ledger).stdout)
               for a in i["accounts"]]  # fmt: skip
    assert "Mara Vel" in tellers
    assert run("decide", "undo", made["id"], "--ledger", ledger).exit_code == 0
    assert run("incidents", "--json", "--ledger", ledger).stdout == before


def test_a_claim_is_accepted_and_rejected(ledger):
    document = a_document(ledger)
    claim = f"{document}/c1"
    for verb, state in (("accept", "accepted"), ("reject", "rejected")):
        assert f"{verb} {claim}" in run("claim", verb, claim, "--ledger", ledger).stdout
        assert state in run("show", document, "--claims", "--ledger", ledger).stdout
    assert json.loads(run("export", "--json", "--ledger", ledger).stdout)["claims"][0]["review"] == "rejected"
    table = run("export", "--format", "csv", "--layout", "claims", "--ledger", ledger).stdout.splitlines()
    assert table[1].startswith(f"{claim},report.txt,Ivo Lasen,no,named official,asserts")
    assert table[1].removesuffix(",").endswith("rejected")


@pytest.mark.parametrize("verb", ["accept", "reject", "correct"])
def test_a_ruling_on_a_claim_that_is_not_there_says_where_to_look(ledger, verb):
    words = ("--speaker", "Mara Vel") if verb == "correct" else ()
    result = run("claim", verb, f"{a_document(ledger)}/c99", *words, "--ledger", ledger)
    assert result.exit_code == 1
    assert "no such claim" in result.stderr


@pytest.mark.parametrize("words", [("--act", "shouts"), ("--reaches", "far"), ()])
def test_a_correction_that_cannot_be_is_a_mistake_of_use(ledger, words):
    assert run("claim", "correct", f"{a_document(ledger)}/c1", *words, "--ledger", ledger).exit_code == 2


def test_verify_and_search(ledger):
    assert "all as recorded" in run("verify", "--ledger", ledger).stdout
    head = json.loads(run("verify", "--json", "--ledger", ledger).stdout)["head"]
    assert run("verify", "--head", head[:16], "--ledger", ledger).exit_code == 0
    assert run("verify", "--head", "f00", "--ledger", ledger).exit_code == 1
    assert json.loads(run("search", "market", "--json", "--ledger", ledger).stdout)[0]["excerpt"].count("[market]") == 1


def test_tallies_say_what_is_missing(ledger):
    assert "no agreement in this ledger" in run("tally", "--ledger", ledger).stdout
    assert "0 official tallies" in run("check-tally", "--ledger", ledger).stdout


def test_settings_that_cannot_be_used_are_left_out_with_their_problem(ledger, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("category = 3", encoding="utf-8")
    result = run("disclosure", path, "--ledger", ledger)
    assert result.exit_code == 1
    assert "policy_wrong" in result.stderr


def test_reading_loads_neither_database_nor_web_server():
    """What `truceline read` does not need is not paid for."""
    heavy = "('sqlalchemy', 'alembic', 'fastapi', 'uvicorn', 'openpyxl', 'trafilatura')"
    code = f"import sys, truceline.cli.app; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(not CASES.exists(), reason=f"the real reports are not at {CASES}")
def test_real_reports_go_in_once(tmp_path):
    ledger = tmp_path / "real.truce"
    files = [CASES / "ceasefire-2016.txt", CASES / "syria_iraq_reports.jsonl"]
    first = json.loads(run("add", *files, "--json", "--ledger", ledger).stdout)
    assert (len(first["documents"]), first["known"], first["failed"]) == (99, 0, 0)
    again = json.loads(run("add", *files, "--json", "--ledger", ledger).stdout)
    assert (again["documents"], again["known"]) == ([], 99)


def test_the_tally_speaks_of_positions_and_names_nobody_by_an_id(tmp_path):
    ledger = str(tmp_path / "case.ledger")
    case = Path(__file__).parents[2] / "examples" / "september-2016"
    run("add", str(case / "agreement.yaml"), "--ledger", ledger)
    run("add", str(case / "reports" / "15-convoy-envoy.eml"), "--ledger", ledger)
    said = run("tally", "--ledger", ledger).stdout
    assert "As the Syrian government sees the window: began 12 Sep 2016, 19:00" in said
    assert "As the United States sees the window" in said
    assert "holds that it had not ended" in said
    assert "sy-gov" not in said
    assert "no account speaks to it" in said


def test_a_wrong_type_of_incident_is_a_mistake_of_use(ledger):
    result = run("incidents", "--type", "shellings", "--ledger", ledger)
    assert result.exit_code == 2
    assert "shelling" in result.output


AGREEMENT = """
id: truce
name: Truce
zone_name: Khartoum
time_zone: "+02:00"
parties: [{actor: PARTY, name: Rapid Support Forces}]
positions: [{party: PARTY, began: "2023-05-22", ended: null, source: text of the truce}]
terms: [{id: fire, kind: prohibition, text: No fire., bound: [PARTY], breach: [shelling]}]
"""


def test_a_party_no_registry_knows_is_pointed_out_with_the_id_it_has(ledger, tmp_path):
    path = tmp_path / "agreement.yaml"
    path.write_text(AGREEMENT.replace("PARTY", "sd-rsf"), encoding="utf-8")
    taken = run("agree", path, "--ledger", ledger)
    assert taken.exit_code == 3
    assert "write rsf-sd" in " ".join(taken.output.split())
    path.write_text(AGREEMENT.replace("PARTY", "rsf-sd"), encoding="utf-8")
    assert run("agree", path, "--ledger", ledger).exit_code == 0


def test_an_id_that_is_nobodys_is_pointed_out_even_beside_labels_unless_it_is_made_from_the_name(ledger, tmp_path):
    path = tmp_path / "agreement.yaml"
    stranger = AGREEMENT.replace("Rapid Support Forces}", "Hill Guard, labels: [rebels]}")
    path.write_text(stranger.replace("PARTY", "x-hg"), encoding="utf-8")
    taken = run("agree", path, "--ledger", ledger)
    assert taken.exit_code == 3
    assert "only its labels (rebels) will count as this party's" in " ".join(taken.output.split())
    path.write_text(stranger.replace("PARTY", "x-hill-guard"), encoding="utf-8")
    assert run("agree", path, "--ledger", ledger).exit_code == 0


def test_who_published_a_document_can_be_said_and_is_kept_when_it_is_read_again(tmp_path, report):
    ledger = tmp_path / "b.truce"
    told = run("add", report, "--ledger", ledger).output
    assert "1 of 1 document with no publisher, each a teller of its own: truceline document edit" in " ".join(
        told.split()
    )
    named = tmp_path / "c.truce"
    assert "no publisher" not in run("add", report, "--publisher", "Kalinov Post", "--ledger", named).output
    run("reread", "--ledger", named)
    (document,) = json.loads(run("documents", "--json", "--ledger", named).stdout)
    assert document["publisher"] == "Kalinov Post"


def documents_of(ledger: Path) -> list[dict]:
    return json.loads(run("documents", "--json", "--ledger", ledger).stdout)


UNDATED = "Shells hit the market of Kalinov on Monday, Governor Ivo Lasen said."


def test_the_day_given_for_a_document_is_kept_when_it_is_read_again(tmp_path):
    report, ledger = tmp_path / "undated.txt", tmp_path / "b.truce"
    report.write_text(UNDATED, encoding="utf-8")
    run("add", report, "--published", "2020-03-04", "--ledger", ledger)
    before = documents_of(ledger)[0]["published"]
    assert before["earliest"] == "2020-03-04"
    run("reread", "--ledger", ledger)
    assert documents_of(ledger)[0]["published"] == before
    run("reread", "--published", "2021-05-06", "--ledger", ledger)
    assert documents_of(ledger)[0]["published"] == before


def test_a_day_that_an_earlier_version_kept_in_the_reading_alone_is_kept_too(tmp_path):
    report, ledger = tmp_path / "undated.txt", tmp_path / "b.truce"
    report.write_text(UNDATED, encoding="utf-8")
    run("add", report, "--ledger", ledger)
    assert documents_of(ledger)[0]["published"] is None
    run("reread", "--published", "2020-03-04", "--ledger", ledger)
    assert documents_of(ledger)[0]["published"]["earliest"] == "2020-03-04"
    run("reread", "--ledger", ledger)
    assert documents_of(ledger)[0]["published"]["earliest"] == "2020-03-04"


def test_a_day_can_be_given_to_a_document_that_is_there_and_given_anew(tmp_path):
    report, other, ledger = tmp_path / "undated.txt", tmp_path / "other.txt", tmp_path / "b.truce"
    report.write_text(UNDATED, encoding="utf-8")
    other.write_text(UNDATED.replace("Lasen", "Marek"), encoding="utf-8")
    said = " ".join(run("add", report, other, "--ledger", ledger).output.split())
    assert "2 of 2 documents with no day" in said
    assert "truceline reread DOCUMENT --published YYYY-MM-DD gives it" in said
    named = next(d["id"] for d in documents_of(ledger) if d["given_id"] == "undated.txt")
    for day in ("2020-03-04", "2020-03-11"):
        run("reread", named, "--published", day, "--ledger", ledger)
        run("reread", "--ledger", ledger)
        days = {d["given_id"]: d["published"] and d["published"]["earliest"] for d in documents_of(ledger)}
        assert days == {"undated.txt": day, "other.txt": None}
    said = run("add", report, "--published", "2020-03-18", "--ledger", ledger).output
    assert "reread DOCUMENT --published YYYY-MM-DD gives it its day" in " ".join(said.split())
    assert "no such document" in run("reread", "D0", "--ledger", ledger).output


def test_rows_of_a_table_have_their_days_and_are_not_called_undated(tmp_path):
    table = tmp_path / "log.csv"
    table.write_text("day,what\n2031-05-03,Shelling at Harun\n", encoding="utf-8")
    (tmp_path / "log.mapping.toml").write_text('name = "log"\n[columns]\ndate = "day"\nnarrative = "what"\n')
    assert "with no day" not in run("add", tmp_path, "--ledger", tmp_path / "b.truce").output


def test_what_was_there_already_is_said_to_stay_as_it_was(tmp_path, report):
    ledger = tmp_path / "b.truce"
    run("add", report, "--ledger", ledger)
    said = " ".join(run("add", report, "--publisher", "Kalinov Post", "--ledger", ledger).output.split())
    assert "what was there already stays as it was: truceline document edit DOCUMENT --publisher NAME" in said
    assert documents_of(ledger)[0]["publisher"] is None


@pytest.mark.parametrize(
    ("days", "count"),
    [
        (("--since", "2020-03-03", "--until", "2020-03-03"), 1),
        (("--since", "2020-03-04"), 0),
        (("--until", "2020-03-02"), 0),
    ],
)
def test_incidents_are_listed_by_day_as_on_the_page(ledger: Path, days: tuple[str, ...], count: int):
    assert len(json.loads(run("incidents", "--json", *days, "--ledger", ledger).stdout)) == count


@pytest.mark.parametrize("days", [("--since", "2020-13-03"), ("--since", "2020-03-04", "--until", "2020-03-01")])
def test_days_that_are_none_or_cross_are_a_mistake_of_use(ledger: Path, days: tuple[str, ...]):
    assert run("incidents", *days, "--ledger", ledger).exit_code == 2
