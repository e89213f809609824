"""The trie of actors' names: who bears a name, and whose it is on a day where several bear it in turn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from truceline.model.actor import Actor, DatedName
from truceline.model.when import Days
from truceline.read.actors.entries import LONGEST
from truceline.read.actors.words import words_of
from truceline.text.words import Word

_LEAF = ""
"""Key under which a trie node holds the names that end there."""
_ALWAYS = DatedName(name="")


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of one actor; `actor` None where several bear it in turn and the day does not say which is meant.

    `exact` where its letters' case must match; `weak` where it names a place as readily; `time` is when it is borne,
    and of names of a lower `rank` the user says that they go first.
    """

    actor: str | None
    name: str
    exact: bool
    weak: bool
    time: DatedName = _ALWAYS
    rank: int = 0
    listed: str = ""
    """The name an actor without an entry is listed under, where this is another one."""

    @property
    def always(self) -> bool:
        """Whether it is borne at any time."""
        return self.time.since is None and self.time.until is None


def aliases_of(actors: Iterable[Actor], rank: int) -> list[Alias]:
    """All names of the actors, those borne for a time first, being the more exact record; a state's are weak."""
    made = [alias for actor in actors for alias in _names(actor, rank)]
    return sorted(made, key=lambda a: a.always)


def _names(actor: Actor, rank: int) -> Iterator[Alias]:
    times = {d.name: d for d in actor.dated}
    for name in (actor.name, *actor.aliases):
        yield Alias(actor.id, name, is_exact(name), actor.kind == "state", times.get(name, _ALWAYS), rank)


def put_name(trie: dict[str, Any], alias: Alias) -> None:
    """Enters a name; behind one that is borne always, nobody else's counts, but its bearer's own in small letters."""
    node = trie
    for word in words_of(alias.name):
        node = node.setdefault(word.key, {})
    held: tuple[Alias, ...] = node.get(_LEAF, ())
    small = not alias.name[0].isupper() and all(a.actor == alias.actor and a.name[0].isupper() for a in held)
    if node is not trie and (small or not any(a.always for a in held)):
        node[_LEAF] = (*held, alias)


def longest_name(
    trie: Mapping[str, Any], words: Sequence[Word], at: int, on: Days | None = None
) -> tuple[int, Alias] | None:
    """The longest name that begins at a word, with its word count, and who bore it in a document of those days."""
    node: Mapping[str, Any] | None = trie
    best: tuple[int, Alias] | None = None
    for count, word in enumerate(words[at : at + LONGEST], 1):
        node = node.get(word.key) if node else None
        if node is None:
            break
        bearer = _bearer([a for a in node.get(_LEAF, ()) if _cased(words[at : at + count], a)], on)
        best = (count, bearer) if bearer else best
    return best


def _bearer(aliases: Sequence[Alias], on: Days | None) -> Alias | None:
    """Whose name it is; of several in turn the one of the day, nobody's where the day is unknown or fits two."""
    if not aliases:
        return None
    if aliases[0].always or _are_one(aliases):
        return aliases[0]
    held = [a for a in aliases if on is not None and a.time.meets(on)]
    first = [a for a in held if a.rank == held[0].rank]
    meant = [a for a in first if not a.always] or first
    return meant[0] if _are_one(meant) else replace(aliases[0], actor=None)


def _are_one(aliases: Sequence[Alias]) -> bool:
    return len({a.actor for a in aliases}) == 1


def _cased(words: Sequence[Word], alias: Alias) -> bool:
    if alias.exact:
        return "".join(w.text for w in words).replace(".", "") == alias.name.replace("-", "").replace(" ", "").replace(
            ".", ""
        )
    return not alias.name[0].isupper() or words[0].text[0].isupper()


def is_exact(name: str) -> bool:
    """Short names in capitals ("IS", "US", "who") mean themselves only as written."""
    return (name.isupper() or sum(c.isupper() for c in name) > 1) and len(name) <= 5 and " " not in name
