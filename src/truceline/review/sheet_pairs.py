"""The lines of a sheet of pairs made into rulings: the same happening, or different ones."""

from collections.abc import Sequence
from typing import Literal

from truceline.review.ask import Ask, Desk, UnknownTargetError, anchors_for, find_by_id
from truceline.review.sheet import MARK, PAIR_RULINGS, marks, pair_state
from truceline.review.sheet_lines import STALE, Line, LineError, Ruler, reason_of, ruling_of
from truceline.review.states import digest, judgements


class PairRulings:
    """Rules one line at a time; a pair once."""

    def __init__(self, desk: Desk, ruler: Ruler) -> None:
        self._desk, self._ruler = desk, ruler
        self._ruled = marks(desk.decisions)
        self._judged = judgements(desk.snapshot)
        self._readings = {key: entry.reading for key, entry in desk.reviewed.items()}
        self._seen: dict[frozenset[str], Line] = {}

    def rule(self, group: Sequence[Line]) -> Ask | None:
        """The line's ruling; None where it stands already."""
        (line,) = group
        verb: Literal["same", "different"] = "same" if ruling_of(line, PAIR_RULINGS) == "same" else "different"
        mark = digest([line[c] for c in ("first", "second", "ruling", "state")])
        if mark in self._ruled:
            return None
        ask = Ask(
            verb=verb,
            targets=(line["first"], line["second"]),
            analyst=self._ruler.analyst,
            reason=reason_of(group, self._ruler),
            values={MARK: mark},
        )
        pair = self._pair(ask, line)
        if self._is_known(ask, pair, line):
            return None
        if line["state"] and line["state"] != pair_state(pair, self._desk.snapshot, self._readings):
            raise LineError(line, "state", "pair_changed", "the pair was changed since the export", STALE)
        return ask

    def _pair(self, ask: Ask, line: Line) -> tuple[str, str]:
        try:
            a, b = anchors_for(ask, self._desk)
        except UnknownTargetError as error:
            raise LineError(line, "first", "pair_unknown", str(error), STALE) from error
        return f"{a.document}/{a.incident}", f"{b.document}/{b.incident}"

    def _is_known(self, ask: Ask, pair: tuple[str, str], line: Line) -> bool:
        """Ruled so already, in the ledger or further up; of two incidents merged by hand both ids lead to one."""
        earlier = self._seen.setdefault(frozenset(pair), line)
        if earlier["ruling"] != line["ruling"]:
            message = f"the same pair is ruled {earlier['ruling']} in row {earlier.number}"
            raise LineError(line, "ruling", "rulings_contradict", message, "leave one of the two")
        at = [find_by_id(self._desk.snapshot, t) for t in ask.targets if "/" not in t]
        merged = ask.verb == "same" and len(at) == len(ask.targets) and at[0] is at[1]
        return earlier is not line or merged or self._judged.get(frozenset(pair)) == ask.verb
