"""The published contract is the types' own, and what the program prints is valid against it."""

import importlib.util
import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from truceline.cli.app import app

DOCS = Path(__file__).parents[2] / "docs"
CASES = Path(__file__).parents[3] / "shared" / "cases"
REPORT = """KALINOV, 4 March 2020. Governor Ivo Lasen said at least 12 civilians were killed when shells hit the
market of Kalinov on 3 March 2020.[1] The Northern Army denied firing.

[1] https://kalinov-post.example/2020/03/04/market
"""


def reference():
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages()


def schema(name: str):
    return json.loads((DOCS / "reference" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", reference())
def test_the_reference_is_what_the_program_says_of_itself(name):
    assert (DOCS / "reference" / name).read_text(encoding="utf-8") == reference()[name], "run `make docs`"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def spans_of(value: object) -> list[tuple[int, int]]:
    """Every [start, end) below a JSON value."""
    if isinstance(value, dict):
        own = [(value["start"], value["end"])] if "start" in value else []
        return own + [s for v in value.values() for s in spans_of(v)]
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(v, int) for v in value):
            return [(value[0], value[1])]
        return [s for v in value for s in spans_of(v)]
    return []


def check_reading(reading: dict) -> None:
    jsonschema.validate(reading, schema("reading-1.schema.json"))
    text = reading["text"]
    for start, end in spans_of({k: v for k, v in reading.items() if k != "text"}):
        assert 0 <= start <= end <= len(text)
    for mention in (*reading["places"], *reading["times"], *reading["quantities"]):
        assert text[mention["start"] : mention["end"]].strip()


def test_a_reading_is_valid_and_its_spans_slice_its_text(report):
    check_reading(json.loads(CliRunner().invoke(app, ["read", str(report), "--json"]).stdout))


def test_a_failed_document_is_valid_too(tmp_path):
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.4 and nothing more")
    reading = json.loads(CliRunner().invoke(app, ["read", str(path), "--json"]).stdout)
    jsonschema.validate(reading, schema("reading-1.schema.json"))
    assert reading["text"] is None


def test_a_ledger_is_valid(report, tmp_path):
    ledger = str(tmp_path / "a.truce")
    CliRunner().invoke(app, ["add", str(report), "--ledger", ledger])
    state = json.loads(CliRunner().invoke(app, ["export", "--json", "--ledger", ledger]).stdout)
    jsonschema.validate(state, schema("ledger-1.schema.json"))
    assert state["incidents"]


@pytest.mark.skipif(not CASES.exists(), reason=f"the real reports are not at {CASES}")
def test_the_real_article_is_valid_against_the_contract():
    done = CliRunner().invoke(app, ["read", str(CASES / "ceasefire-2016.txt"), "--json"])
    check_reading(json.loads(done.stdout))
    assert done.exit_code == 0
