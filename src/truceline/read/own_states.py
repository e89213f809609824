"""A user's own state by its adjective: "Kolmaran artillery" is Kolmara's, though no gazetteer knows the word."""

import re
from collections.abc import Iterator, Mapping, Sequence

from truceline.model.actor import Actor, ActorMention
from truceline.model.span import overlap

_STEM = 3
"""Letters at least that a state's name and its adjective have in common."""
_CHANGED = 3
"""Letters at most at a name's end that its adjective has otherwise."""
_ENDINGS = ("n", "an", "ian", "i", "ese", "ish", "ic")
_NOUN = r"(?= [a-z][\w-]+)"
"""An adjective stands before its noun; before a capital it is part of a name."""


def with_own_states(
    text: str, actors: Sequence[ActorMention], registry: Mapping[str, Actor]
) -> tuple[ActorMention, ...]:
    """The mentions, and those of own states by their adjectives, where no name is found."""
    words = dict(_adjectives(registry))
    if not words:
        return tuple(actors)
    taken = [(a.start, a.end) for a in actors]
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b{_NOUN}")
    found = (
        ActorMention(start=m.start(), end=m.end(), actor=words[m[0]].id, name=words[m[0]].name, label_only=False)
        for m in pattern.finditer(text)
        if not any(overlap(m.span(), span) for span in taken)
    )
    return tuple(sorted((*actors, *found), key=lambda a: a.start))


def _adjectives(registry: Mapping[str, Actor]) -> Iterator[tuple[str, Actor]]:
    """Adjectives of the states that no list of states has: as its bodies' names begin, as a further name, as formed."""
    for state in registry.values():
        shipped = state.country is not None and state.id in {state.country.lower(), "isl"}
        if state.kind != "state" or shipped or " " in state.name:
            continue
        bodies = (a for a in registry.values() if state.id in {a.parent, a.side} and a is not state)
        told = (name.split()[0] for a in (*bodies, state) for name in (a.name, *a.aliases))
        yield from ((word, state) for word in (*_formed(state.name), *told) if _is_adjective(word, state.name))


def _formed(name: str) -> Iterator[str]:
    stem = name.rstrip("aeiouy")
    yield from (f"{stem}{ending}" for ending in _ENDINGS if len(stem) >= _STEM)
    if name[-1] in "aeiou":
        yield f"{name}n"


def _is_adjective(word: str, name: str) -> bool:
    """Whether a word is another form of a name, with the name's beginning and an adjective's end."""
    stem = name[: max(_STEM, len(name) - _CHANGED)]
    return word != name and word.startswith(stem) and word.endswith(_ENDINGS)
