"""Every command the guide shows runs as it stands, in order, page by page, on copies of the bundled case."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from fakes.chat_server import Script, serving
from truceline.cli.app import app
from truceline.ledger import Ledger
from truceline.monitor.agreement import parse_agreement
from truceline.read.tables.layouts import read_layout
from truceline.review.ask import Ask

ROOT = Path(__file__).parents[2]
CASE = ROOT / "examples" / "september-2016"
PAGES = sorted(p for p in (ROOT / "docs" / "guide").glob("*.md") if "```console" in p.read_text(encoding="utf-8"))
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^\$ truceline (.+)$", re.MULTILINE)
SERVERS = {"serve"}
"""They run until they are stopped; tests/e2e drives them."""
MODEL = "http://127.0.0.1:8080/v1"
"""Where the guide has a language model; a stand-in answers for it."""
SHOWN_FILES = {
    "places.csv": ("gazetteer.md", "csv"),
    "zones.geojson": ("gazetteer.md", "json"),
    "my-policy.toml": ("disclosure.md", "toml"),
    "actors.toml": ("actors.md", "toml"),
    "number-words.toml": ("reading.md", "toml"),
}


def shown_in(page: str, kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", (ROOT / "docs" / "guide" / page).read_text(encoding="utf-8"), re.DOTALL)
    assert found, f"{page} shows no {kind}"
    return found[1]


def commands_of(page: Path) -> list[str]:
    return [line for block in BLOCK.findall(page.read_text(encoding="utf-8")) for line in COMMAND.findall(block)]


@pytest.fixture(scope="module")
def read_case(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("guide") / "mission.truce"
    ledger = Ledger(path)
    ledger.add([CASE])
    ledger.snapshot()
    ledger.close()
    return path


@pytest.fixture
def model():
    """The address of a language model that proposes nothing."""
    script = Script()
    script.says({"incidents": []})
    with serving(script) as url:
        yield url


@pytest.fixture
def desk(tmp_path, read_case, monkeypatch) -> dict[str, str]:
    """A folder with `mission.truce`, `reports`, `examples` and the guide's own files; ids for the guide's $WORDS."""
    shutil.copy(read_case, tmp_path / "mission.truce")
    shutil.copytree(CASE / "reports", tmp_path / "reports")
    shutil.copytree(CASE, tmp_path / "examples" / "september-2016")
    for name, (page, kind) in SHOWN_FILES.items():
        (tmp_path / name).write_text(shown_in(page, kind), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return ids_in(tmp_path / "mission.truce")


def ids_in(path: Path) -> dict[str, str]:
    """The incident with most accounts, another, two accounts of the first from two documents, a claim, a decision."""
    ledger = Ledger(path)
    first, other = sorted(ledger.snapshot().incidents, key=lambda i: -len(i.accounts))[:2]
    account = first.accounts[0]
    elsewhere = next(a for a in first.accounts if a.document != account.document)
    claim = ledger.snapshot().claims[0].id
    decision = ledger.decide(Ask(verb="accept", targets=(elsewhere.id,), analyst="R. Reviewer"))
    entry = ledger.document(account.document)
    named = {account.document, elsewhere.document, *other.documents}
    earlier, later = [d.id for d in ledger.snapshot().documents if d.id not in named][:2]
    ledger.close()
    assert entry is not None
    start, end = entry.reading.sentences[0]
    return {
        "INCIDENT": first.id,
        "OTHER": other.id,
        "ACCOUNT": account.id,
        "OTHER_ACCOUNT": elsewhere.id,
        "DOCUMENT": account.document,
        "CLAIM": claim,
        "EARLIER": earlier,
        "LATER": later,
        "DECISION": decision.id,
        "QUOTE": (entry.reading.text or "")[start:end],
    }


def rule_in(path: Path) -> None:
    """What the reader of the guide does between export and import: accepts one account."""
    book = load_workbook(path)
    sheet = book["review"]
    ruling = next(cell.column for cell in sheet[1] if cell.value == "ruling")
    sheet.cell(2, ruling).value = "accept"
    book.save(path)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_commands_of_a_page_run(page, desk, model):
    commands = commands_of(page)
    assert commands, "console blocks hold lines that begin with `$ truceline`"
    for command in commands:
        words = [re.sub(r"\$([A-Z_]+)", lambda m: desk[m[1]], word) for word in shlex.split(command)]
        words = [model if word == MODEL else word for word in words]
        if words[0] not in SERVERS:
            done = CliRunner().invoke(app, words, catch_exceptions=False)
            assert done.exit_code == 0, f"truceline {command}\n{done.output}"
        if "--review" in words:
            rule_in(Path("review.xlsx"))


def test_the_agreement_of_the_guide_can_be_used():
    agreement, problems = parse_agreement(shown_in("agreement.md", "yaml"), "agreement.yaml")
    assert agreement is not None
    assert not problems


def test_the_mapping_of_the_guide_can_be_used():
    assert read_layout(shown_in("tables.md", "toml"), "council.mapping.toml").publisher == "Harun Council"


@pytest.mark.usefixtures("desk")
def test_python_of_the_guide_runs():
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs/guide/python.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        exec(compile(block, "docs/guide/python.md", "exec"), {})


def test_the_readme_shows_the_summary_that_is_printed(tmp_path, monkeypatch):
    """Word for word: who runs the first command of the README sees what it says."""
    monkeypatch.chdir(ROOT)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"```text\n(.*?)```", readme, re.DOTALL)
    printed = CliRunner().invoke(app, ["demo", "--no-serve", "--ledger", str(tmp_path / "demo.truce")]).output
    assert shown
    assert lines_of(shown[1]) == [line for line in lines_of(printed) if not line.startswith("next:")]


def lines_of(summary: str) -> list[str]:
    return [" ".join(line.split()) for line in summary.splitlines() if line.strip()]
