"""Sources, problems and search results as lines."""

import re
from dataclasses import dataclass

from truceline.model.problem import Problem
from truceline.model.snapshot import Snapshot
from truceline.publish.names import names_of, say_actor, say_names
from truceline.publish.words import KEPT_ONLY, spaced

KEYS = (
    ("?", "list the keys"),
    ("/", "search"),
    ("j", "next in the list"),
    ("k", "the one before"),
    ("Enter", "open"),
    ("a", "accept the account or claim one stands on; where none is chosen yet, choose the first"),
    ("e", "edit or correct it"),
    ("r", "reject it"),
    ("1", "in the queue: the first who may be meant speaks; 2, 3, 4: the next"),
    ("n", "in the queue: nobody is named"),
    ("m", "merge incidents; in the queue: same happening"),
    ("d", "in the queue: different happenings"),
    ("s", "skip the question"),
    ("b", "back to the question before"),
    ("u", "undo your last decision"),
    ("Escape", "leave a form that was opened"),
)
RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source as shown."""

    id: str
    name: str
    owner: str
    country: str
    affiliation: str
    documents: int
    claims: int
    origin: int
    echo: int
    letter: str
    letter_said: str
    letter_by: str
    own: tuple[tuple[str, str], ...]


def _documents_by_source(snapshot: Snapshot) -> dict[str, list[tuple[str, str]]]:
    """By source its documents, each with what it is called."""
    own: dict[str, list[tuple[str, str]]] = {}
    for d in snapshot.documents:
        if d.source:
            own.setdefault(d.source, []).append((d.id, d.title or d.given_id))
    return own


def source_lines(snapshot: Snapshot) -> tuple[SourceLine, ...]:
    """Every source, the most used first."""
    own = _documents_by_source(snapshot)
    return tuple(
        SourceLine(
            id=s.id,
            name=s.name,
            owner=s.owner or "not known",
            country=s.country or "not known",
            affiliation=s.affiliation or "",
            documents=s.documents,
            claims=s.claims,
            origin=s.origin,
            echo=s.echo,
            letter=s.reliability or "",
            letter_said=RELIABILITY[s.reliability] if s.reliability else "not judged",
            letter_by=s.reliability_by or "",
            own=tuple(own.get(s.id, ())),
        )
        for s in sorted(snapshot.sources, key=lambda s: (-s.documents, s.name))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine:
    """One actor as shown; `others` are its further names, each with the time it was borne where that is known."""

    id: str
    name: str
    kind: str
    country: str
    parent: str
    side: str
    others: str


def actor_lines(snapshot: Snapshot) -> tuple[ActorLine, ...]:
    """Every known actor the documents name, by name."""
    names = names_of(snapshot)
    return tuple(
        ActorLine(
            id=a.id,
            name=names.get(a.id, a.name),
            kind=spaced(a.kind),
            country=a.country or "",
            parent=say_actor(a.parent, names) if a.parent else "",
            side=say_actor(a.side, names) if a.side else "",
            others="; ".join(say_names(a)),
        )
        for a in sorted(snapshot.actors, key=lambda a: (a.name.casefold(), a.id))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemLine:
    """One problem as shown; `document` is the id of the one it is about, `first` whether it is the first of it."""

    where: str
    message: str
    mend: str
    document: str
    first: bool


def problem_groups(snapshot: Snapshot) -> tuple[tuple[str, tuple[ProblemLine, ...]], ...]:
    """Problems by code, the most frequent first; of a document's several, the first is the one it was not read for."""
    groups: dict[str, list[ProblemLine]] = {}
    for document in snapshot.documents:
        grave = sorted(document.problems, key=lambda p: p.code not in KEPT_ONLY)
        for problem in document.problems:
            groups.setdefault(problem.code, []).append(_problem(problem, document.id, problem is grave[0]))
    return tuple((code, tuple(found)) for code, found in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])))


def _problem(problem: Problem, document: str, first: bool) -> ProblemLine:
    return ProblemLine(where=problem.where, message=problem.message, mend=problem.mend, document=document, first=first)


def excerpt(marked: str) -> tuple[tuple[str, bool], ...]:
    """A search excerpt's pieces (text, found), from "words [found] words"."""
    parts = re.split(r"\[([^\[\]]*)\]", marked)
    return tuple((part, n % 2 == 1) for n, part in enumerate(parts) if part)
