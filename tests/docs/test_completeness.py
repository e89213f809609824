"""Nothing a user can set or meet is missing from the docs."""

from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from typer.main import get_command

import truceline
from truceline.cli.app import app
from truceline.model.account import EventType, FacetName
from truceline.model.agreement import Agreement, Party, Position, Term
from truceline.model.settings import Settings
from truceline.monitor.official import COLUMNS
from truceline.read.files.extract import FORMATS
from truceline.read.files.unreadable import UNREADABLE
from truceline.read.gazetteers.table import COLUMNS as PLACE_COLUMNS
from truceline.runners.companions import COMPANIONS
from truceline.web.views.lists import KEYS

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "truceline" / "data"
MADE_BY_THE_READER = {"version", "window"}


def guide(name: str) -> str:
    return (ROOT / "docs" / "guide" / name).read_text(encoding="utf-8")


def commands(command, name="truceline"):
    inner = getattr(command, "commands", {})
    yield from ((name, command),) if not inner else ()
    for key, sub in inner.items():
        yield from commands(sub, f"{name} {key}")


def test_the_reference_names_every_command_and_option():
    reference = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    for name, command in commands(get_command(app)):
        part = reference.partition(f"## {name}\n")[2].partition("\n## ")[0]
        assert part, f"{name} is not in the reference: make docs"
        for parameter in command.params:
            words = (
                parameter.opts
                if parameter.param_type_name == "option"
                else [str(parameter.metavar or parameter.name).upper()]
            )
            assert all(word in part for word in words if word != "--help"), f"{name} {words}: make docs"


def test_the_guide_shows_every_command():
    shown = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "docs" / "guide").glob("*.md"))
    shown += (ROOT / "README.md").read_text(encoding="utf-8").replace("make demo", "truceline demo")
    for name, _ in commands(get_command(app)):
        assert f"{name} " in shown, name


def test_the_guide_names_every_setting_and_public_name():
    text = guide("python.md")
    for name in (*(f.name for f in fields(Settings)), *truceline.__all__):
        assert f"`{name}`" in text, name


def test_the_guide_names_every_field_of_an_agreement():
    text = guide("agreement.md")
    for kind in (Agreement, Party, Position, Term):
        for field in fields(kind):
            assert field.name in MADE_BY_THE_READER or f"{field.name}:" in text, field.name
    for event_type in get_args(EventType):
        assert f"`{event_type}`" in text, event_type


def test_the_guide_names_every_column_code_file_key_and_facet():
    for column in COLUMNS:
        assert f"`{column}`" in guide("official-tallies.md"), column
    for column in PLACE_COLUMNS:
        assert f"`{column}`" in guide("gazetteer.md"), column
    for code in UNREADABLE:
        assert f"`{code}`" in guide("first-ledger.md"), code
    for name in COMPANIONS:
        assert f"`{name}`" in guide("first-ledger.md"), name
    for kind in FORMATS:
        assert any(f"{suffix}" in guide("first-ledger.md") for suffix in kind.suffixes), kind.name
    for key, _ in KEYS:
        assert f"`{key}`" in guide("pages.md") or f"| {key} |" in guide("pages.md"), key
    for facet in get_args(FacetName):
        assert facet in guide("README.md"), facet


@pytest.mark.parametrize("path", sorted(p for p in DATA.rglob("*") if p.is_file() and p.name != "README.md"), ids=str)
def test_every_data_file_has_its_source_and_licence(path):
    name = path.relative_to(DATA).as_posix()
    assert f"`{name}`" in (DATA / "README.md").read_text(encoding="utf-8"), f"{name} has no line in data/README.md"
    if path.suffix in {".toml", ".tsv"}:
        assert path.read_text(encoding="utf-8").startswith("#"), f"{name} does not say what it is"


def test_figures_of_the_readme_do_not_flatter():
    """Each is a measured one, or worse than what has been measured since."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8").partition("## How well it reads")[2].partition("\n## ")[0]
    measured = (ROOT / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[2:5]] for line in readme.splitlines() if line.startswith("|")][2:]
    assert rows
    for data_set, measure, figure in rows:
        line = next(line for line in measured if line.startswith(f"| {data_set} | {measure}"))
        now, said = float(line.split("**")[1]), float(figure)
        assert (said >= now) if "error" in measure else (said <= now), f"{measure}: measured {now}"
