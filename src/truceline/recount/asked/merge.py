"""A model's answer laid beside what was read: only what stands on words of the text, marked as the model's."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from truceline.model.account import Account, Casualties, Facet, ReportedIncident
from truceline.model.amount import Range
from truceline.model.place import Place
from truceline.model.plain import from_plain
from truceline.model.problem import Problem
from truceline.model.reading import Asked, Reading
from truceline.model.when import Time
from truceline.recount.asked.accounts import Check, LeftOut, make_accounts
from truceline.recount.asked.answer import AnswerError, Proposal, parse_answer
from truceline.recount.asked.kit import AskKit


def merge_answer(reading: Reading, answer: str, asked: Asked, kit: AskKit) -> Reading:
    """The reading with the accounts of an answer beside its own; as it was, and a Problem, where it cannot be used."""
    try:
        proposals, odd = parse_answer(answer)
    except AnswerError as error:
        return with_problem(reading, "model_answer_invalid", f"{asked.extractor}: {error}", _OTHER_MODEL)
    check = Check(reading=reading, kit=kit, extractor=asked.extractor)
    made = make_accounts(proposals, check)
    new = _new_incidents(made)
    lone = [a for _, a in made if a.incident not in {i.key for i in (*reading.incidents, *new)}]
    check.out.unread += odd + len(lone)
    accounts = [a for _, a in made if a not in lone]
    merged = replace(
        reading,
        reader=replace(reading.reader, asked=asked),
        accounts=(*reading.accounts, *accounts),
        incidents=(*(_joined(i, accounts) for i in reading.incidents), *new),
    )
    return _say_left_out(merged, check.out, asked)


def with_problem(reading: Reading, code: str, message: str, mend: str) -> Reading:
    """The built-in reading as it stands, and what went wrong in asking."""
    problem = Problem(stage="recount", where=reading.document.id, code=code, message=message, mend=mend)
    return replace(reading, problems=(*reading.problems, problem))


_OTHER_MODEL = "the built-in reading stands; ask another model"


def _say_left_out(reading: Reading, out: LeftOut, asked: Asked) -> Reading:
    said = []
    if out.invented:
        said.append(f"accounts left out because they quote words that are not in the document: {out.invented}")
    if out.unread:
        said.append(f"facets left out because they cannot be read in their teller's words: {out.unread}")
    if not said:
        return reading
    message = f"{asked.extractor}: {'; '.join(said)}"
    return with_problem(reading, "model_left_out", message, "nothing to do: what the text does not bear is not taken")


def _joined(incident: ReportedIncident, accounts: Iterable[Account]) -> ReportedIncident:
    """The incident with the accounts proposed of it; its own place, time and figures stay as read."""
    mine = tuple(a.id for a in accounts if a.incident == incident.key)
    return replace(incident, accounts=(*incident.accounts, *mine))


def _new_incidents(made: Sequence[tuple[Proposal, Account]]) -> list[ReportedIncident]:
    """Incidents that only the model has; one that nobody's words affirm or deny as a happening is none."""
    groups: dict[str, list[tuple[Proposal, Account]]] = {}
    for proposal, account in made:
        if proposal.incident is None:
            groups.setdefault(account.incident, []).append((proposal, account))
    return [
        _incident(key, group[0][0], [a for _, a in group])
        for key, group in groups.items()
        if any(f.facet == "occurrence" for _, a in group for f in a.facets)
    ]


def _incident(key: str, proposal: Proposal, accounts: Sequence[Account]) -> ReportedIncident:
    affirmed = [f for a in accounts for f in a.facets if f.polarity == "affirmed"]
    return ReportedIncident(
        key=key,
        event_type=proposal.event_type,
        aggregate=False,
        place=_first(affirmed, "place", Place),
        time=_first(affirmed, "time", Time),
        killed=_first([f for f in affirmed if not _grouped(f)], "killed", Range),
        injured=_first([f for f in affirmed if not _grouped(f)], "injured", Range),
        casualties=_by_group(affirmed),
        mentions=tuple(f.spans[0] for a in accounts for f in a.facets if f.facet == "occurrence"),
        accounts=tuple(a.id for a in accounts),
    )


def _by_group(facets: Sequence[Facet]) -> tuple[Casualties, ...]:
    groups = dict.fromkeys(f.value["group"] for f in facets if _grouped(f))
    return tuple(
        Casualties(
            group=group,
            killed=_first([f for f in facets if _grouped(f) == group], "killed", Range),
            injured=_first([f for f in facets if _grouped(f) == group], "injured", Range),
        )
        for group in groups
    )


def _grouped(facet: Facet) -> str | None:
    """The group a figure is of; None for totals and for what is no figure."""
    group = facet.value.get("group") if isinstance(facet.value, dict) else None
    return None if group in {None, "unknown"} else str(group)


def _first(facets: Iterable[Facet], name: str, kind: Any) -> Any:
    return next((from_plain(kind, f.value) for f in facets if f.facet == name), None)
