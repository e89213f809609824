"""The actor registry: known actors, the trie of their names, and the words that are only labels."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from truceline.model.actor import Actor
from truceline.model.when import Days, Time
from truceline.read.actors.entries import parse_entry
from truceline.read.actors.name_words import NameWords, load_name_words
from truceline.read.actors.names import Alias, aliases_of, is_exact, longest_name, put_name
from truceline.read.actors.words import words_of
from truceline.read.addresses import Outlet, load_outlets
from truceline.read.given_names import load_given_names, load_name_genders
from truceline.text.fold import fold_name
from truceline.text.words import Word

OwnLayer = Sequence[Actor]
"""The actors of one file of a user's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """Actors by id, names as a trie of folded words, label words, and the codes of adjectives ("Syrian" -> "sy")."""

    actors: Mapping[str, Actor]
    names: Mapping[str, Any]
    heads: frozenset[str]
    joint: frozenset[str]
    modifiers: frozenset[str]
    given: Mapping[str, str]
    """Given names by which a person is known, and the gender they tell: m, f, or x for both."""
    genders: Mapping[str, str]
    """The same of many more names, which alone make nobody a person."""
    words: NameWords
    places: frozenset[str]
    """Names of states, their adjectives and capitals, folded: never a person's."""
    own_layers: int = 0
    """Files of a user's own: their names are of lower ranks than the shipped ones."""
    on: Days | None = None
    """Days of the document being read: they say whose a name is that several bore in turn."""

    def at(self, published: Time | None) -> "Registry":
        """The registry as it stood when a document came out."""
        return replace(self, on=published.days if published else None)

    def longest(self, words: Sequence[Word], at: int) -> tuple[int, Alias] | None:
        """The longest known name that begins at a word, with its word count."""
        return longest_name(self.names, words, at, self.on)

    def is_own(self, alias: Alias) -> bool:
        """Whether a name is a user's own."""
        return alias.rank < self.own_layers

    def name(self, alias: Alias) -> str:
        """What the bearer of a name was called at the time."""
        known = self.actors.get(alias.actor or "")
        return known.name_on(self.on) if known else alias.listed or alias.name

    def gender_of(self, name: str) -> str | None:
        """The gender that the first word of a name tells: m, f, or x for both; None where no list has it.

        An accent that the list leaves out ("Rubén") is none.
        """
        first = name.split(maxsplit=1)[0].casefold()
        return self.genders.get(first) or (None if first.isascii() else self.genders.get(fold_name(first)))

    def kind(self, actor: str | None) -> str | None:
        """Kind of a known actor."""
        known = self.actors.get(actor or "")
        return known.kind if known else None


def load_registry(data: Path, own: Sequence[OwnLayer] = ()) -> Registry:
    """Registry of `actors.toml`, `states.tsv`, `outlets.tsv`, `labels.toml` and the given names.

    `own` are a user's own files, the first going before the second and all before the shipped names; an entry under a
    known id adds to it.
    """
    raw = tomllib.loads((data / "actors.toml").read_text(encoding="utf-8"))
    states = list(_states(data))
    listed = [*_listed(raw), *_made(states, raw["templates"]), *map(_outlet, load_outlets(data))]
    labels = tomllib.loads((data / "labels.toml").read_text(encoding="utf-8"))
    words = load_name_words(data)
    given = load_given_names(data)
    return Registry(
        actors=_by_id(listed, own),
        names=_trie([*_names(own), *_names([[a for a in listed if a.kind != "state"]], len(own)), *_places(states)]),
        heads=frozenset(labels["heads"].split()),
        joint=frozenset(labels["joint"].split()),
        modifiers=frozenset(labels["modifiers"].split()),
        given=given,
        genders=load_name_genders(data) | given,
        words=words,
        own_layers=len(own),
        places=words.lost_states
        | frozenset(
            w.key for _, names, adjectives, caps in states for n in (*names, *adjectives, *caps) for w in words_of(n)
        ),
    )


def _by_id(listed: Sequence[Actor], own: Sequence[OwnLayer]) -> Mapping[str, Actor]:
    actors: dict[str, Actor] = {}
    for actor in listed:
        actors.setdefault(actor.id, actor)
    for actor in (a for layer in reversed(own) for a in layer):
        actors[actor.id] = _amended(actors[actor.id], actor) if actor.id in actors else actor
    return actors


def _amended(known: Actor, own: Actor) -> Actor:
    """A known actor with what a user adds: it keeps its id, its kind and the name it is listed under."""
    redated = {own.name, *own.aliases}
    names = dict.fromkeys((*own.aliases, own.name, *known.aliases))
    return replace(
        known,
        country=own.country or known.country,
        parent=own.parent or known.parent,
        side=own.side or known.side,
        aliases=tuple(n for n in names if n != known.name),
        dated=(*own.dated, *(d for d in known.dated if d.name not in redated)),
    )


def _names(layers: Sequence[OwnLayer], first: int = 0) -> Iterator[Alias]:
    for rank, layer in enumerate(layers, first):
        yield from aliases_of(layer, rank)


def _places(states: Sequence[tuple[str, list[str], list[str], list[str]]]) -> Iterator[Alias]:
    """States and their capitals by name: each means the place as readily."""
    for code, names, _, capitals in states:
        yield from (Alias(state_id(code), name, is_exact(name), weak=True) for name in names)
        yield from (Alias(f"{code.lower()}-gov", name, exact=False, weak=True) for name in capitals)


def _trie(aliases: Sequence[Alias]) -> Mapping[str, Any]:
    trie: dict[str, Any] = {}
    for alias in aliases:
        put_name(trie, alias)
    return trie


def state_id(code: str) -> str:
    """Actor id of a state: its ISO code; Iceland's is spelled out, "is" being another actor's."""
    return "isl" if code == "IS" else code.lower()


def _listed(raw: Mapping[str, Mapping[str, str]]) -> Iterator[Actor]:
    for kind, entries in raw.items():
        lines = entries.items() if kind != "templates" else ()
        read = (parse_entry(actor, kind, line) for actor, line in lines)
        yield from (entry.actor for entry in read if entry.actor is not None)


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
