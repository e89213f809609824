"""Later, shorter names of unknown bodies: "the Brigades" and "Northern Resolve" after "Northern Resolve Brigades"."""

import re
from collections.abc import Iterable, Iterator

from truceline.model.actor import ActorMention
from truceline.read.actors.name_words import NameWords
from truceline.text.fold import fold_name

_NOT_ALONE = r"(?![\w-]|[ \u00a0]+(?:of|for|to the|[A-Z]))"
"""What follows makes it another name: "the Council of Elders", "the Front Line"."""


def is_body(name: str, words: NameWords) -> bool:
    """Whether a name tells a body: by its last word ("Brigades"), or by its first one ("Jaysh")."""
    parts = fold_name(name).split()
    head = _head(name).split()
    return len(parts) > 1 and bool(head) and (head[-1] in words.body or parts[0] in words.body_first)


def _head(name: str) -> str:
    """A name up to what it is for or of: "national front" of "National Front for Liberation"."""
    return re.split(r" (?:for|of) ", fold_name(name))[0]


def is_short_for(short: str, name: str, words: NameWords) -> bool:
    """Whether one name is another in short: its last words; of a body also its first ones, or one for several.

    Of a person's several names any two that follow each other will do.
    """
    if name.endswith(" " + short):
        return True
    if not is_body(name, words):
        return " " in short and f" {short} " in f" {name} "
    whole, part = _singular(name), _singular(short)
    return whole == part or whole.endswith(" " + part) or whole.startswith(part + " ")


def _singular(name: str) -> str:
    """One form for "Resolve Brigades" and "Resolve Brigade"."""
    return fold_name(name).removesuffix("s")


def short_names(text: str, taken: Iterable[ActorMention], words: NameWords) -> Iterator[ActorMention]:
    """Mentions by the last word alone, behind the full name, where one body in the document ends so and is unknown."""
    single = _by_last_word(text, taken, words)
    unknown = {last: m for last, m in single.items() if (m.actor or "").startswith("x-")}
    if not unknown:
        return
    named = "|".join(re.escape(last.capitalize()) for last in sorted(unknown))
    hits = list(re.finditer(rf"\b[Tt]he[ \u00a0]({named})s?{_NOT_ALONE}", text))
    others = {_singular(hit[1]) for hit in hits if hit.start() < unknown[_singular(hit[1])].start}
    for hit in hits:
        if _singular(hit[1]) not in others:  # "the Union" before "Harun Union": it was somebody else's already
            body = unknown[_singular(hit[1])]
            yield ActorMention(start=hit.start(1), end=hit.end(), actor=body.actor, name=body.name, label_only=False)


def _by_last_word(text: str, taken: Iterable[ActorMention], words: NameWords) -> dict[str, ActorMention]:
    """By its last word, the first mention of the one body that ends so."""
    ending: dict[str, list[ActorMention]] = {}
    for m in sorted(taken, key=lambda m: m.start):
        for last in {_head(n).split()[-1] for n in (m.name, text[m.start : m.end]) if _head(n)}:
            if m.actor and last in words.body:
                ending.setdefault(_singular(last), []).append(m)
    return {last: m[0] for last, m in ending.items() if len({x.actor for x in m}) == 1}
