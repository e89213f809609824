"""The lines of an account in a review sheet made into its one ruling."""

from collections.abc import Sequence
from typing import Any, Literal

from truceline.model.snapshot import LedgerAccount
from truceline.review.ask import Ask, Desk
from truceline.review.sheet import MARK, RULINGS, marks
from truceline.review.sheet_edit import edited_facets, typed_facet
from truceline.review.sheet_lines import STALE, Line, LineError, Ruler, check_each, reason_of, ruling_of
from truceline.review.states import account_state, digest

_RULED_BY = ("account", "state", "no", "facet", "ruling", "new value")


class AccountRulings:
    """Rules the lines of one account at a time: they make one ruling, or none."""

    def __init__(self, desk: Desk, ruler: Ruler) -> None:
        self._desk, self._ruler = desk, ruler
        self._ruled = marks(desk.decisions)
        self._accounts = {a.id: a for i in desk.snapshot.incidents for a in i.accounts}

    def rule(self, group: Sequence[Line]) -> Ask | None:
        """The account's ruling; None where it stands already."""
        lines = [line for line in group if line["ruling"]]
        check_each(lines, _check_line)
        verb = _verb(lines)
        mark = digest([verb, *sorted([line[c] for c in _RULED_BY] for line in lines)])
        if mark in self._ruled:
            return None
        account = self._account(lines[0])
        if {"accept": "accepted", "reject": "rejected"}.get(verb) == account.review:
            return None
        _check_state(account, group)
        return Ask(
            verb=verb,
            targets=(account.id,),
            analyst=self._ruler.analyst,
            reason=reason_of(lines, self._ruler),
            values={MARK: mark} | ({"facets": self._edited(account, lines)} if verb == "edit" else {}),
        )

    def _edited(self, account: LedgerAccount, lines: Sequence[Line]) -> list[dict[str, Any]]:
        reading, numbers = self._desk.reviewed[account.document].reading, self._desk.numbers
        changing = [line for line in lines if line["ruling"] != "accept"]
        check_each((line for line in changing if line["new value"]), lambda line: typed_facet(line, reading, numbers))
        return edited_facets(account, changing, reading, numbers)

    def _account(self, line: Line) -> LedgerAccount:
        target = line["account"]
        if not target:
            mend = "copy the account's id into the line"
            raise LineError(line, "account", "account_missing", "it rules on no account", mend)
        if target not in self._accounts:
            raise LineError(line, "account", "account_unknown", f"{target}: {self._why_unknown(target)}", STALE)
        return self._accounts[target]

    def _why_unknown(self, target: str) -> str:
        later = {d.id: d.superseded_by for d in self._desk.snapshot.documents}.get(target.partition("/")[0])
        return f"its document is superseded by {later}" if later else "the ledger has no such account"


def _verb(lines: Sequence[Line]) -> Literal["accept", "reject", "edit"]:
    """One verb for an account: an edit takes accepted lines along; a rejection stands alone. Raises LineError."""
    said = {line["ruling"]: line for line in lines}
    if "reject" in said and len(said) > 1:
        other = next(r for r in said if r != "reject")
        message = f"the same account is ruled {other} in row {said[other].number}"
        mend = "leave one: reject is the whole account"
        raise LineError(said["reject"], "ruling", "rulings_contradict", message, mend)
    if set(said) == {"accept"}:
        return "accept"
    return "reject" if "reject" in said else "edit"


def _check_line(line: Line) -> None:
    """A known ruling; a new value just where it needs one, and never a formula."""
    ruling, value = ruling_of(line, RULINGS), line["new value"]
    if value.startswith("="):
        mend = "write the value itself"
        raise LineError(line, "new value", "value_invalid", f"{value}: a formula is no value", mend)
    if ruling == "edit" and not value:
        mend = "write the value, or rule clear where the teller does not say it"
        raise LineError(line, "new value", "value_missing", "an edit without a new value", mend)
    if value and ruling in {"accept", "reject", "clear"}:
        message = f"{ruling} takes no new value"
        raise LineError(line, "ruling", "rulings_contradict", message, "rule edit, or empty the new value")


def _check_state(account: LedgerAccount, group: Sequence[Line]) -> None:
    """The ruled lines were exported with the account as it is now; one put in by hand goes by the others."""
    ruled = [line for line in group if line["ruling"]]
    states = {line["state"] for line in ruled if line["state"]} or {line["state"] for line in group if line["state"]}
    if not states:
        mend = "copy a line of the account whole, then change it"
        raise LineError(ruled[0], "state", "state_missing", "no line of the account has its state", mend)
    if states != {account_state(account)}:
        raise LineError(ruled[0], "state", "account_changed", "the account was changed since the export", STALE)
