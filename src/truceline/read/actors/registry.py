"""The actor registry: known actors, the trie of their names, and the words that are only labels."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truceline.model.actor import Actor
from truceline.read.actors.name_words import NameWords, load_name_words
from truceline.read.actors.words import Word, words_of
from truceline.read.addresses import Outlet, load_outlets

_LEAF = ""
"""Key under which a trie node holds the names that end there."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of one actor: `exact` where its letters' case must match; `weak` where it names a place as readily."""

    actor: str
    name: str
    exact: bool
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """Actors by id, names as a trie of folded words, label words, and the codes of adjectives ("Syrian" -> "sy")."""

    actors: Mapping[str, Actor]
    names: Mapping[str, Any]
    heads: frozenset[str]
    joint: frozenset[str]
    modifiers: frozenset[str]
    given: Mapping[str, str]
    """Given names and the gender they tell: m, f, or x for both."""
    words: NameWords
    places: frozenset[str]
    """Names of states, their adjectives and capitals, folded: never a person's."""

    def kind(self, actor: str | None) -> str | None:
        """Kind of a known actor."""
        known = self.actors.get(actor or "")
        return known.kind if known else None


def load_registry(data: Path) -> Registry:
    """Registry of `actors.toml`, `states.tsv`, `outlets.tsv`, `labels.toml` and `given_names.toml`."""
    raw = tomllib.loads((data / "actors.toml").read_text(encoding="utf-8"))
    states = list(_states(data))
    listed = [*_listed(raw), *_made(states, raw["templates"]), *map(_outlet, load_outlets(data))]
    actors: dict[str, Actor] = {}
    trie: dict[str, Any] = {}
    for actor in listed:
        actors.setdefault(actor.id, actor)
        for name in (actor.name, *actor.aliases) if actor.kind != "state" else ():
            put_name(trie, name, Alias(actor.id, name, _is_exact(name), weak=False))
    for code, names, _, capitals in states:
        for name in names:
            put_name(trie, name, Alias(state_id(code), name, _is_exact(name), weak=True))
        for name in capitals:
            put_name(trie, name, Alias(f"{code.lower()}-gov", name, exact=False, weak=True))
    labels = tomllib.loads((data / "labels.toml").read_text(encoding="utf-8"))
    given = tomllib.loads((data / "given_names.toml").read_text(encoding="utf-8"))
    return Registry(
        actors=actors,
        names=trie,
        heads=frozenset(labels["heads"].split()),
        joint=frozenset(labels["joint"].split()),
        modifiers=frozenset(labels["modifiers"].split()),
        given={name: gender for gender, listed_names in given.items() for name in listed_names.split()},
        words=load_name_words(data),
        places=frozenset(
            w.key for _, names, adjectives, caps in states for n in (*names, *adjectives, *caps) for w in words_of(n)
        ),
    )


def state_id(code: str) -> str:
    """Actor id of a state: its ISO code; Iceland's is spelled out, "is" being another actor's."""
    return "isl" if code == "IS" else code.lower()


def put_name(trie: dict[str, Any], name: str, alias: Alias) -> None:
    """Enters a name; the first actor to take it keeps it."""
    node = trie
    for word in words_of(name):
        node = node.setdefault(word.key, {})
    if node is not trie:
        node.setdefault(_LEAF, alias)


def longest_name(trie: Mapping[str, Any], words: list[Word], at: int) -> tuple[int, Alias] | None:
    """The longest name that begins at a word, with its word count; case is the caller's to judge."""
    node: Mapping[str, Any] | None = trie
    best: tuple[int, Alias] | None = None
    for count, word in enumerate(words[at : at + 12], 1):
        node = node.get(word.key) if node else None
        if node is None:
            break
        if _LEAF in node and _cased(words[at : at + count], node[_LEAF]):
            best = (count, node[_LEAF])
    return best


def _cased(words: list[Word], alias: Alias) -> bool:
    if alias.exact:
        return "".join(w.text for w in words).replace(".", "") == alias.name.replace("-", "").replace(" ", "").replace(
            ".", ""
        )
    return not alias.name[0].isupper() or words[0].text[0].isupper()


def _is_exact(name: str) -> bool:
    """Short names in capitals ("IS", "US", "who") mean themselves only as written."""
    return (name.isupper() or sum(c.isupper() for c in name) > 1) and len(name) <= 5 and " " not in name


def _listed(raw: Mapping[str, Mapping[str, str]]) -> Iterator[Actor]:
    for kind, entries in raw.items():
        if kind != "templates":
            yield from (_actor(actor, kind, line) for actor, line in entries.items())


def _actor(actor: str, kind: str, line: str) -> Actor:
    names, _, rest = line.partition(" ; ")
    fields = dict(part.split("=", 1) for part in rest.split())
    first, *others = (n.strip() for n in names.split(" | "))
    return Actor(
        id=actor,
        name=first,
        kind=kind,
        country=fields.get("country"),
        parent=fields.get("parent"),
        side=fields.get("side"),
        aliases=tuple(others),
    )


def _states(data: Path) -> Iterator[tuple[str, list[str], list[str], list[str]]]:
    """Code, names, adjectives and capitals of each state."""
    for line in (data / "states.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, adjectives, capitals, others = (*line.split("\t"), "", "")[:5]
            split = [[x for x in cell.split("|") if x] for cell in (others, adjectives, capitals)]
            yield code, [name, *split[0]], split[1], split[2]


def _made(states: list[tuple[str, list[str], list[str], list[str]]], templates: Mapping[str, str]) -> Iterator[Actor]:
    """Each state, and its government, forces and ministries by the templates."""
    for code, names, adjectives, _ in states:
        own = state_id(code)
        yield Actor(id=own, name=names[0], kind="state", country=code, side=f"{code.lower()}-gov")
        for suffix, template in templates.items():
            kind, _, patterns = template.partition(" : ")
            adjective_list = [a for a in adjectives if a != "American" or suffix != "parliament"] or names[:1]
            made = list(
                dict.fromkeys(p.format(adj=a, name=names[0]) for p in patterns.split(" | ") for a in adjective_list)
            )
            yield Actor(
                id=f"{code.lower()}-{suffix}",
                name=made[0],
                kind=kind,
                country=code,
                parent=own if suffix == "gov" else f"{code.lower()}-gov",
                side=f"{code.lower()}-gov",
                aliases=tuple(made[1:]),
            )


def _outlet(outlet: Outlet) -> Actor:
    return Actor(
        id=outlet.id,
        name=outlet.name,
        kind="outlet",
        country=outlet.country,
        parent=outlet.owner,
        side=outlet.side,
        aliases=outlet.aliases,
    )
