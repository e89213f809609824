"""What an analyst says of a claim ("who is he?", what it does, what it reaches) made a decision's values."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from truceline.model.actor import Actor
from truceline.model.claim import Act, Reach, SourceKind
from truceline.model.reading import Reading
from truceline.review.values import ValueProblemError
from truceline.text.fold import actor_id_from, fold_name

_KINDS: Mapping[str, SourceKind] = {"outlet": "outlet", "armed_group": "group", "person": "named_official"}
_NAMELESS = frozenset({"anonymous", "author"})
"""Kinds of source that need no name."""
_OF_PERSONS = frozenset({"named_official", "person"})
"""Kinds that another person's name leaves as they were read, by an office told of in the words."""
_NEAR = 0.85
_BODY = re.compile(
    r"\b(?:army|council|ministry|government|command|front|forces?|movement|committee|party|brigade|police|mission"
    r"|agency|authority|organi[sz]ation|observatory|network|union|group|team|office|news|radio|television|post)\b",
    re.IGNORECASE,
)
"""Words of bodies' names."""


def typed_claim(
    typed: Mapping[str, str],
    reading: Reading,
    claim_id: str,
    known: Mapping[str, Actor],
    borne: Iterable[str] = (),
) -> dict[str, Any]:
    """Values of a correction: `typed` may have speaker, kind, act and reaches; what is empty stays as it was read.

    `known` are the registry's actors by folded name, `borne` the names that speakers bear in the ledger: one that is
    nearly such a name is a slip of the pen unless its kind is given too. Raises ValueProblemError.
    """
    speaker, kind = " ".join(typed.get("speaker", "").split()), typed.get("kind", "")
    values: dict[str, Any] = {}
    for field, allowed in (("act", get_args(Act)), ("reaches", get_args(Reach))):
        if word := typed.get(field, ""):
            values[field] = _one_of(field, word, allowed)
    if kind:
        _one_of("kind", kind, get_args(SourceKind))
    if speaker and not kind:
        _check_new(speaker, reading, known, borne)
    if speaker:
        values |= _speaker(speaker, kind, reading, claim_id, known)
    elif kind:
        values |= {"source_kind": kind} | ({"speaker": None, "actor": None} if kind in _NAMELESS else {})
    if not values:
        raise ValueProblemError("nothing to correct: give a speaker, a kind of source, an act or a reach")
    return values


def _check_new(typed: str, reading: Reading, known: Mapping[str, Actor], borne: Iterable[str]) -> None:
    names = {fold_name(n): n for n in (*borne, *(m.name for m in reading.actors if m.actor))}
    wanted = fold_name(typed)
    if wanted in known or wanted in names or _in_document(typed, reading)[1]:
        return
    if close := get_close_matches(wanted, names, 1, _NEAR):
        how = "give that name, or a kind of source with this one to take it as a new name"
        raise ValueProblemError(f"{typed}: no such name here yet; is {names[close[0]]} meant? {how}")


def _one_of(field: str, word: str, allowed: tuple[str, ...]) -> str:
    if word not in allowed:
        raise ValueProblemError(f"{word}: no such {field}; there are: {', '.join(allowed)}")
    return word


def _speaker(
    typed: str, kind: str, reading: Reading, claim_id: str, known: Mapping[str, Actor]
) -> dict[str, str | None]:
    actor = known.get(fold_name(typed))
    name, mentioned = _in_document(typed, reading)
    read = next((c.source_kind for c in reading.claims if c.id == claim_id), "person")
    told = next((c.source_kind for c in reading.claims if c.speaker == name and c.id != claim_id), None)
    if actor is not None:
        named = {"speaker": actor.name, "actor": actor.id}
        guess: str = _KINDS.get(actor.kind, "institution")
    else:
        named = {"speaker": name, "actor": mentioned or actor_id_from(name)}
        guess = "institution" if _BODY.search(name) else read if read in _OF_PERSONS else "person"
    return {**named, "source_kind": kind or told or guess}


def _in_document(typed: str, reading: Reading) -> tuple[str, str | None]:
    """The name as the document has it in full, and its actor id; a last name is enough where one person bears it."""
    wanted = fold_name(typed)
    named = {m.name: m.actor for m in reading.actors if m.actor}
    full = [n for n in named if fold_name(n) == wanted]
    full = full or [n for n in named if fold_name(n).split()[-1:] == [wanted]]
    return (full[0], named[full[0]]) if len(full) == 1 else (typed, None)
