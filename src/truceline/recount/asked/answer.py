"""A model's answer taken apart: proposals of the shape asked for; nothing in it is believed yet."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from truceline.model.account import Certainty, EventType, FacetName, Polarity

_FENCED = re.compile(r"^\s*```(?:json)?\s*\n(.*?)\n\s*```\s*$", re.DOTALL)
_MOST = 200
"""Accounts taken from one answer."""
_LONGEST_QUOTE = 2_000


class AnswerError(ValueError):
    """The answer is not of the shape asked for; the message says how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """One facet as proposed: nothing but words and how they are meant."""

    facet: FacetName
    quote: str
    polarity: Polarity
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One account as proposed, of an incident of the reading or (None) of number `new` among the answer's own."""

    incident: str | None
    new: int
    event_type: EventType
    claim: str | None
    facets: tuple[Proposed, ...]


def parse_answer(answer: str) -> tuple[tuple[Proposal, ...], int]:
    """Proposals, and how many accounts or facets were not of the shape asked for. Raises AnswerError."""
    fenced = _FENCED.match(answer)
    try:
        data = json.loads(fenced[1] if fenced else answer)
    except (ValueError, RecursionError) as error:
        raise AnswerError("it is not JSON") from error
    if not isinstance(data, Mapping) or not isinstance(data.get("incidents"), list):
        raise AnswerError("it has no list of incidents")
    proposals: list[Proposal] = []
    odd = 0
    for number, incident in enumerate(data["incidents"]):
        found, wrong = _incident(incident, number)
        proposals += found
        odd += wrong
    if odd and not proposals:
        raise AnswerError("nothing in it is of the shape asked for")
    return tuple(proposals[:_MOST]), odd + max(0, len(proposals) - _MOST)


def _incident(data: Any, number: int) -> tuple[list[Proposal], int]:
    key, accounts = _field(data, "incident"), _field(data, "accounts")
    kind = _one_of(EventType, _field(data, "event_type"))
    if not isinstance(accounts, list) or kind is None or not (key is None or isinstance(key, str)):
        return [], 1
    found: list[Proposal] = []
    odd = 0
    for account in accounts:
        claim, facets = _field(account, "claim"), _field(account, "facets")
        if not isinstance(facets, list) or not (claim is None or isinstance(claim, str)):
            odd += 1
            continue
        read = [_facet(facet) for facet in facets]
        kept = tuple(f for f in read if f is not None)
        odd += len(read) - len(kept)
        found += [Proposal(incident=key, new=number, event_type=kind, claim=claim, facets=kept)] if kept else []
    return found, odd


def _facet(data: Any) -> Proposed | None:
    name, quote = _one_of(FacetName, _field(data, "facet")), _field(data, "quote")
    polarity = _one_of(Polarity, _field(data, "polarity") or "affirmed")
    certainty = _one_of(Certainty, _field(data, "certainty") or "stated")
    usable = isinstance(quote, str) and quote.strip() and len(quote) <= _LONGEST_QUOTE
    if name is None or polarity is None or certainty is None or not usable:
        return None
    return Proposed(facet=name, quote=quote, polarity=polarity, certainty=certainty)


def _field(data: Any, name: str) -> Any:
    return data.get(name) if isinstance(data, Mapping) else None


def _one_of(kind: Any, word: Any) -> Any:
    """The word where it is one of the contract's, else None."""
    return word if isinstance(word, str) and word in get_args(kind) else None
