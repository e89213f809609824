"""Two bodies by one noun: "Russian and Syrian aircraft" are the aircraft of both, each a body of its own."""

from collections.abc import Sequence

from truceline.model.actor import ActorMention
from truceline.read.actors.names import Alias
from truceline.read.actors.registry import Registry
from truceline.text.words import Word

_JOINS = frozenset({"and", "or", "nor"})
_LONGEST_NOUN = 4


def first_of_two(words: Sequence[Word], at: int, registry: Registry) -> ActorMention | None:
    """The body meant by an adjective that shares its noun with the one behind "and"; None where there is none."""
    if at + 3 >= len(words) or words[at + 1].key not in _JOINS or words[at].key not in registry.places:
        return None
    second = registry.longest(words, at + 2)
    if second is None or second[0] < 2:
        return None
    noun = words[at + 3 : at + 3 + _LONGEST_NOUN]
    whole = registry.longest([words[at], *noun], 0)
    if whole is None or whole[0] != second[0] or not _alike(whole[1], second[1], registry):
        return None
    start, end = words[at].start, words[at].end
    return ActorMention(start=start, end=end, actor=whole[1].actor, name=registry.name(whole[1]), label_only=False)


def _alike(one: Alias, other: Alias, registry: Registry) -> bool:
    """Whether two names are of two bodies of one kind."""
    kinds = registry.kind(one.actor), registry.kind(other.actor)
    return one.actor != other.actor and None not in kinds and kinds[0] == kinds[1]
