"""A body's short name before a noun of its own: "a Council aircraft", where its name is "the Council"."""

from collections.abc import Sequence

from truceline.model.actor import ActorMention
from truceline.read.actors.registry import Registry
from truceline.text.words import Word

_THE = Word(0, 0, "the", "the")
_OWN = frozenset(
    """troops soldiers forces fighters gunmen men guards police militia militiamen unit units patrol patrols crew crews
    aircraft plane planes jet jets warplane warplanes helicopter helicopters drone drones pilot pilots
    artillery gunners guns gun tank tanks mortar mortars rocket rockets shell shells fire shelling strike strikes
    air airstrike airstrikes bombardment post posts position positions checkpoint checkpoints base bases barracks
    convoy convoys vehicle vehicles truck trucks boat boats commander commanders officer officers official officials
    spokesman spokeswoman spokesperson leader leaders chief side territory lines""".split()  # noqa: SIM905
)
"""What a body has, or who is of it."""


def before_its_noun(words: Sequence[Word], at: int, registry: Registry) -> ActorMention | None:
    """The body that bears a word's name with an article, where a noun of its own is behind; None for any other word."""
    word = words[at]
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or not word.text[:1].isupper() or behind.key not in _OWN or behind.start != word.end + 1:
        return None
    if at and words[at - 1].key == "the":
        return None
    found = registry.longest((_THE, word), 0)
    if found is None or found[0] != 2 or found[1].actor is None:
        return None
    alias = found[1]
    return ActorMention(start=word.start, end=word.end, actor=alias.actor, name=registry.name(alias), label_only=False)
