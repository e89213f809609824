"""Review in a spreadsheet: a workbook goes out, is ruled in as spreadsheets are, and its rulings come back once."""

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from truceline.cli.app import app

FIRST = (
    "KALINOV, 4 July 2020. Governor Ivo Lasen said 10 civilians were killed and 3 soldiers were killed when shells hit "
    "the market of Kalinov on 3 July 2020. The Northern Army denied that it had shelled the market."
)
SECOND = (
    "LOMNICA, 5 July 2020. Doctor Mira Tolan said at least 9 people were killed by shelling in Kalinov on 3 July "
    "2020, when the market was struck."
)


def run(*words: object):
    return CliRunner().invoke(app, [str(w) for w in words], catch_exceptions=False)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "a.truce"
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        run("add", tmp_path / name, "--ledger", path)
    return path


class Workbook:
    """A review workbook in an analyst's hands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book["review"]

    def columns(self, sheet=None) -> dict[str, int]:
        return {cell.value: cell.column for cell in (sheet or self.sheet)[1]}

    def rows(self, sheet=None):
        """Row number and cells by heading."""
        at, sheet = self.columns(sheet), sheet or self.sheet
        for number in range(2, sheet.max_row + 1):
            yield number, {name: sheet.cell(number, column).value for name, column in at.items()}

    def row_of(self, facet: str, words: str = "") -> int:
        """The row of a facet whose words or value hold some words."""
        held = (n for n, row in self.rows() if row["facet"] == facet and words in f"{row['words']} {row['value']}")
        return next(held)

    def write(self, number: int, **cells: object) -> None:
        for name, value in cells.items():
            self.sheet.cell(number, self.columns()[name.replace("_", " ")]).value = value

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


@pytest.fixture
def workbook(ledger: Path) -> Workbook:
    path = ledger.with_name("review.xlsx")
    assert run("export", "--review", "--out", path, "--ledger", ledger).exit_code == 0
    return Workbook(path)


def take(workbook: Workbook, ledger: Path):
    done = run("decide", "import", workbook.save(), "--analyst", "Ana", "--json", "--ledger", ledger)
    return done.exit_code, json.loads(done.stdout)


def account(ledger: Path, key: str) -> dict:
    incidents = json.loads(run("incidents", "--json", "--ledger", ledger).stdout)
    return next(a for i in incidents for a in i["accounts"] if a["id"] == key)


def killed(ledger: Path, key: str) -> list[tuple]:
    facets = [f for f in account(ledger, key)["facets"] if f["facet"] == "killed"]
    return [(f["value"]["low"], f["value"]["high"], f["value"].get("group")) for f in facets]


def test_a_row_shows_what_is_said_by_whom_in_which_words(workbook):
    (row,) = [row for _, row in workbook.rows() if row["facet"] == "killed" and row["value"] == "at least 9"]
    assert (row["low"], row["high"]) == (9, None)
    assert "Mira Tolan" in row["teller"]
    assert "at least 9" in row["words"]
    assert row["sentence"].startswith("Doctor Mira")
    assert (row["document"], row["review"], row["says"]) == ("second.txt", "proposed", "says")
    assert (row["ruling"], row["new value"], row["note"]) == (None, None, None)


def test_what_is_typed_stays_as_typed(workbook):
    """Else a spreadsheet makes a day of "3-5"."""
    at = workbook.columns()
    assert {workbook.sheet.cell(2, at[name]).number_format for name in ("ruling", "new value", "note")} == {"@"}


def test_rulings_come_back_with_who_and_why_and_once(workbook, ledger):
    row = workbook.row_of("killed", "at least 9")
    key = workbook.sheet.cell(row, workbook.columns()["account"]).value
    workbook.write(row, new_value="at least 11", note="as the clinic's list has it")
    code, ruled = take(workbook, ledger)
    assert code == 0
    (made,) = ruled["decisions"]
    assert (made["verb"], made["analyst"], made["reason"]) == ("edit", "Ana", "as the clinic's list has it")
    assert killed(ledger, key) == [(11, None, None)]
    assert account(ledger, key)["review"] == "edited"
    code, again = take(workbook, ledger)
    assert (code, again["decisions"], again["known"], again["problems"]) == (0, [], 1, [])


def test_a_ruling_is_what_the_command_would_have_made(workbook, ledger):
    row = workbook.row_of("killed", "at least 9")
    key = workbook.sheet.cell(row, workbook.columns()["account"]).value
    workbook.write(row, ruling="Edit", new_value=14)  # a number, as spreadsheets keep it
    by_sheet = take(workbook, ledger)[1]["decisions"][0]
    typed = run("account", "edit", key, "--set", "killed=14", "--analyst", "Ana", "--json", "--ledger", ledger)
    by_command = json.loads(typed.stdout)
    assert by_sheet["values"]["facets"] == by_command["values"]["facets"]
    assert by_sheet["anchors"] == by_command["anchors"]


def test_of_two_figures_the_one_not_edited_stays(workbook, ledger):
    row = workbook.row_of("killed", "combatants")
    key = workbook.sheet.cell(row, workbook.columns()["account"]).value
    before = killed(ledger, key)
    assert len(before) > 1
    workbook.write(row, new_value="4 combatants")
    take(workbook, ledger)
    assert sorted(killed(ledger, key), key=str) == sorted(
        [(4, 4, "combatants"), *(k for k in before if k[2] != "combatants")], key=str
    )


def test_accept_reject_deny_and_clear(workbook, ledger):
    rows = {row["account"]: number for number, row in workbook.rows()}
    first, second, *_ = rows
    workbook.write(rows[first], ruling="accept")
    workbook.write(rows[second], ruling="REJECT ")
    assert take(workbook, ledger)[0] == 0
    assert account(ledger, first)["review"] == "accepted"
    assert account(ledger, second)["review"] == "rejected"


def test_a_facet_is_denied_or_taken_away(workbook, ledger):
    row = workbook.row_of("killed", "at least 9")
    key = workbook.sheet.cell(row, workbook.columns()["account"]).value
    place = next(n for n, r in workbook.rows() if r["account"] == key and r["facet"] == "place")
    workbook.write(row, ruling="deny")
    workbook.write(place, ruling="clear")
    assert take(workbook, ledger)[0] == 0
    facets = {f["facet"]: f for f in account(ledger, key)["facets"]}
    assert (facets["killed"]["polarity"], facets["killed"]["value"]["low"]) == ("denied", 9)
    assert "place" not in facets


def test_a_facet_the_reader_missed_is_a_row_put_in_by_hand(workbook, ledger):
    row = workbook.row_of("killed", "at least 9")
    key = workbook.sheet.cell(row, workbook.columns()["account"]).value
    end = workbook.sheet.max_row + 1
    workbook.write(end, account=key, facet="Injured", new_value="20-25")
    workbook.write(end + 1, account=key, facet="time", new_value=dt.datetime(2020, 7, 2))  # noqa: DTZ001
    assert take(workbook, ledger)[0] == 0
    facets = {f["facet"]: f["value"] for f in account(ledger, key)["facets"]}
    assert (facets["injured"]["low"], facets["injured"]["high"]) == (20, 25)
    assert killed(ledger, key) == [(9, None, "unknown")]


def test_order_blank_rows_and_columns_of_ones_own_do_not_matter(workbook, ledger):
    sheet = workbook.sheet
    workbook.write(workbook.row_of("killed", "at least 9"), new_value="at least 10")
    rows = [[c.value for c in row] for row in sheet.iter_rows()]
    sheet.delete_rows(1, sheet.max_row)
    shuffled = [["checked by", *rows[0][::-1]], [], *(["M.", *row[::-1]] for row in rows[:0:-1]), []]
    for number, row in enumerate([["our own note above the heading"], *shuffled], 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    code, ruled = take(workbook, ledger)
    assert (code, len(ruled["decisions"]), ruled["problems"]) == (0, 1, [])


@pytest.mark.parametrize(
    ("cells", "column", "problem"),
    [
        ({"ruling": "maybe"}, "ruling", "ruling_unknown"),
        ({"ruling": "edit"}, "new value", "value_missing"),
        ({"ruling": "accept", "new_value": "4"}, "ruling", "rulings_contradict"),
        ({"new_value": "many"}, "new value", "value_invalid"),
        ({"new_value": "=1+1"}, "new value", "value_invalid"),
        ({"new_value": "4", "facet": "bodies"}, "facet", "value_invalid"),
        ({"new_value": "4", "no": 99}, "no", "row_unknown"),
        ({"ruling": "accept", "account": "D0/a1"}, "account", "account_unknown"),
        ({"ruling": "accept", "account": None}, "account", "account_missing"),
        ({"ruling": "accept", "state": "0f0f0f0f0f0f"}, "state", "account_changed"),
    ],
)
def test_a_row_that_cannot_be_used_is_a_problem_and_the_others_go_on(workbook, ledger, cells, column, problem):
    row = workbook.row_of("killed", "at least 9")
    other = next(n for n, r in workbook.rows() if r["document"] == "first.txt")
    workbook.write(row, **cells)
    workbook.write(other, ruling="accept")
    code, ruled = take(workbook, ledger)
    assert (code, len(ruled["decisions"])) == (3, 1)
    (found,) = ruled["problems"]
    assert found["code"] == problem
    assert found["mend"]
    assert found["where"] in {
        f"review.xlsx, sheet review, row {row}, column {column}",
        f"review.xlsx, sheet review, row {row}, column new value",
    }


def test_every_bad_row_of_an_account_is_named_and_none_of_it_is_ruled(workbook, ledger):
    row = workbook.row_of("killed", "at least 9")
    key = workbook.sheet.cell(row, workbook.columns()["account"]).value
    mine = [n for n, r in workbook.rows() if r["account"] == key]
    workbook.write(row, new_value="many")
    workbook.write(next(n for n in mine if n != row), ruling="perhaps")
    code, ruled = take(workbook, ledger)
    assert (code, ruled["decisions"]) == (1, [])
    workbook.write(next(n for n in mine if n != row), ruling="accept")
    assert [p["code"] for p in take(workbook, ledger)[1]["problems"]] == ["value_invalid"]


def test_an_account_ruled_on_since_the_export_is_left_alone(workbook, ledger):
    row = workbook.row_of("killed", "at least 9")
    key = workbook.sheet.cell(row, workbook.columns()["account"]).value
    run("account", "edit", key, "--set", "killed=10", "--ledger", ledger)
    workbook.write(row, ruling="accept")
    code, ruled = take(workbook, ledger)
    assert (code, [p["code"] for p in ruled["problems"]]) == (1, ["account_changed"])
    assert killed(ledger, key) == [(10, 10, None)]


def test_a_ruling_taken_back_can_be_made_again(workbook, ledger):
    workbook.write(workbook.row_of("killed", "at least 9"), ruling="accept")
    (made,) = take(workbook, ledger)[1]["decisions"]
    run("decide", "undo", made["id"], "--ledger", ledger)
    assert len(take(workbook, ledger)[1]["decisions"]) == 1


def test_pairs_are_ruled_the_same_or_different_once(workbook, ledger):
    pairs = workbook.book["pairs"]
    number, row = next(workbook.rows(pairs))
    assert "market" in row["first words"] + row["second words"]
    pairs.cell(number, workbook.columns(pairs)["ruling"]).value = "different"
    code, ruled = take(workbook, ledger)
    assert (code, [d["verb"] for d in ruled["decisions"]]) == (0, ["different"])
    code, again = take(workbook, ledger)
    assert (code, again["decisions"], again["known"]) == (0, [], 1)


def test_incidents_may_be_named_in_a_row_put_in_by_hand(workbook, ledger):
    pairs = workbook.book["pairs"]
    at = workbook.columns(pairs)
    number = pairs.max_row + 1
    for name, value in (("first", "TL-NONE"), ("second", "TL-NEITHER"), ("ruling", "same")):
        pairs.cell(number, at[name]).value = value
    code, ruled = take(workbook, ledger)
    assert (code, ruled["problems"][0]["code"]) == (1, "pair_unknown")
    assert ruled["problems"][0]["where"] == f"review.xlsx, sheet pairs, row {number}, column first"


def test_a_cell_that_says_what_was_read_is_not_taken_and_says_so(workbook, ledger):
    workbook.write(workbook.row_of("killed", "10 civilians"), value=12, teller="Somebody Else")
    result = run("decide", "import", workbook.save(), "--ledger", ledger)
    told = " ".join((result.stdout + result.stderr).split())
    assert "column value cell_not_taken 12: not taken, this column says what was read" in told
    assert "column teller cell_not_taken Somebody Else: not taken" in told
    assert "0 rulings recorded" in told


def test_a_workbook_nobody_ruled_in_does_nothing_and_says_so(workbook, ledger):
    done = run("decide", "import", workbook.path, "--ledger", ledger)
    assert done.exit_code == 1
    assert "nothing is ruled in it" in done.stdout


def test_other_files_are_named_with_the_way_out(workbook, ledger, tmp_path):
    workbook.sheet.title = "mine"
    workbook.book.remove(workbook.book["pairs"])
    assert take(workbook, ledger)[1]["problems"][0]["code"] == "sheet_missing"
    (tmp_path / "no.xlsx").write_bytes(b"no workbook")
    done = run("decide", "import", tmp_path / "no.xlsx", "--ledger", ledger)
    assert done.exit_code == 1
    assert "damaged" in done.stderr
    assert run("decide", "import", tmp_path / "absent.xlsx", "--ledger", ledger).exit_code == 2


def test_a_sheet_without_its_columns_says_which(workbook, ledger):
    at = workbook.columns()
    workbook.sheet.cell(1, at["state"]).value = "mine"
    workbook.sheet.cell(1, at["new value"]).value = "figure"
    (found, *_) = take(workbook, ledger)[1]["problems"]
    assert (found["code"], found["message"]) == ("columns_missing", "it has no column new value, state")


def test_the_review_workbook_is_asked_for_by_name(ledger, tmp_path):
    plain = tmp_path / "plain.xlsx"
    run("export", "--format", "xlsx", "--out", plain, "--ledger", ledger)
    assert openpyxl.load_workbook(plain).sheetnames == ["ledger"]
    assert run("export", "--review", "--json", "--ledger", ledger).exit_code == 2
    assert run("export", "--review", "--format", "csv", "--ledger", ledger).exit_code == 2


def test_words_that_look_like_formulas_are_text(tmp_path):
    report = tmp_path / "=HYPERLINK.txt"
    report.write_text(SECOND, encoding="utf-8")
    ledger, path = tmp_path / "f.truce", tmp_path / "f.xlsx"
    run("add", report, "--ledger", ledger)
    run("export", "--review", "--out", path, "--ledger", ledger)
    cells = [c for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for c in row]
    assert not [c.coordinate for c in cells if c.data_type == "f"]
    assert "'=HYPERLINK.txt" in {c.value for c in cells}
