"""Cells of a review sheet that say what was read, and were written over: named, since no ruling is taken from them."""

from collections.abc import Iterable, Iterator

from truceline.model.problem import Problem
from truceline.review.ask import Desk
from truceline.review.sheet import facet_cells
from truceline.review.sheet_lines import Line, sheet_problem
from truceline.review.states import account_state

_READ = ("value", "says", "words", "low", "high")
_MENDS = {
    "value": "write it into new value",
    "says": "rule deny, or edit with a new value",
    "words": "words stay the document's; write a value into new value",
    "low": "write the count into new value, as 3-5",
    "high": "write the count into new value, as 3-5",
    "teller": "who speaks is ruled on the claim: `truceline claim correct`, or on the document's page",
}
_ALIKE = 200
"""Characters that are compared: a cell's end may be cut off."""


def changed_cells(lines: Iterable[Line], desk: Desk) -> Iterator[Problem]:
    """A Problem for each cell that is not as it was exported; of accounts alone that are what they were then."""
    accounts = {a.id: a for i in desk.snapshot.incidents for a in i.accounts}
    for line in lines:
        account = accounts.get(line["account"])
        if account is None or not line["no"].isdecimal() or line["state"] != account_state(account):
            continue
        number = int(line["no"])
        if not 0 < number <= len(account.facets):
            continue
        cells = facet_cells(number, account.facets[number - 1], desk.reviewed[account.document].reading)
        was = {name: cells.get(name) for name in _READ} | {"teller": account.teller_name}
        for column, cell in was.items():
            if column in line.cells and _plain(line[column]) != _plain("" if cell is None else str(cell)):
                message = f"{line[column] or 'an empty cell'}: not taken, this column says what was read"
                yield sheet_problem(f"{line.where}, column {column}", "cell_not_taken", message, _MENDS[column])


def _plain(cell: str) -> str:
    """A cell without what spreadsheets add or drop: white space, a number's ".0", an apostrophe before a sign."""
    text = " ".join("".join(c if c.isprintable() else " " for c in cell).split()).removeprefix("'")
    return text.removesuffix(".0")[:_ALIKE]
