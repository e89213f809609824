"""What an account's facets become by the lines of a sheet that edit it."""

from collections.abc import Sequence
from typing import Any

from truceline.model.plain import to_plain
from truceline.model.reading import Reading
from truceline.model.snapshot import LedgerAccount
from truceline.review.sheet_lines import Line, LineError
from truceline.review.values import ValueProblemError, typed_facets
from truceline.text.numbers import NumberTable


def edited_facets(
    account: LedgerAccount, lines: Sequence[Line], reading: Reading, numbers: NumberTable
) -> list[dict[str, Any]]:
    """Plain facets as `account edit` takes them. Raises LineError.

    An edit replaces all facets of a name, so those that no line changes come along as they are.
    """
    made: list[dict[str, Any]] = []
    for name in dict.fromkeys(line["facet"] for line in lines):
        made += _named(name, account, [line for line in lines if line["facet"] == name], reading, numbers)
    return made


def _named(
    name: str, account: LedgerAccount, lines: Sequence[Line], reading: Reading, numbers: NumberTable
) -> list[dict[str, Any]]:
    old = {str(no): to_plain(f) for no, f in enumerate(account.facets, 1) if f.facet == name}
    changing = {line["no"]: line for line in lines if line["no"]}
    for no, line in changing.items():
        if no not in old:
            mend = "leave no as it was exported, or blank for a facet that is new"
            raise LineError(line, "no", "row_unknown", f"the account has no {name} of number {no}", mend)
    _check_twice([line for line in lines if line["no"]])
    facets = [_facet(changing.get(no), facet, len(old), reading, numbers) for no, facet in old.items()]
    facets += [_facet(line, None, len(old), reading, numbers) for line in lines if not line["no"]]
    kept = [f for f in facets if f is not None]
    return kept or typed_facets([f"{name}="], [], reading, numbers)


def _check_twice(lines: Sequence[Line]) -> None:
    seen: dict[str, Line] = {}
    for line in lines:
        other = seen.setdefault(line["no"], line)
        if (line["ruling"], line["new value"]) != (other["ruling"], other["new value"]):
            message = f"row {other.number} rules otherwise on the same facet"
            raise LineError(line, "ruling", "rulings_contradict", message, "leave one of the two")


def _facet(
    line: Line | None, old: dict[str, Any] | None, among: int, reading: Reading, numbers: NumberTable
) -> dict[str, Any] | None:
    """One facet by its line; None where the line clears it. Several of a name keep each its own words."""
    if line is None or line["ruling"] == "accept":
        return old
    if line["ruling"] == "clear":
        return None
    if line["ruling"] == "deny" and not line["new value"]:
        return (old or typed_facet(line, reading, numbers)) | {"polarity": "denied"}
    made = typed_facet(line, reading, numbers)
    words = {k: old[k] for k in ("text", "spans", "claim")} if old and among > 1 else {}
    return made | words


def typed_facet(line: Line, reading: Reading, numbers: NumberTable) -> dict[str, Any]:
    """The facet a line has been given a new value for. Raises LineError."""
    denied = [line["facet"]] if line["ruling"] == "deny" else []
    try:
        return typed_facets([f"{line['facet']}={line['new value']}"], denied, reading, numbers)[0]
    except ValueProblemError as error:
        column = "new value" if line["new value"] else "facet"
        what, _, how = str(error).partition(": ")
        raise LineError(line, column, "value_invalid", f"{what}: not understood", how) from error
