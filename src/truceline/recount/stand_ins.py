"""Words that stand for one person: an ordinal, an age that opens a headline."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.recount.tokens import Token

_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh"})


def with_stand_ins(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, one person read where an ordinal stands for one: "two were killed and | a third | was wounded".

    So an age does that opens a headline: "3-year-old and two adults shot". An "other" before people is none of its own.
    """
    at = {
        i
        for i in range(1, len(tokens) - 1)
        if tokens[i].word in _ORDINALS and tokens[i - 1].kind == "a" and tokens[i + 1].kind in "bH"
    }
    if len(tokens) > 1 and tokens[0].kind == "A" and tokens[1].kind in "&bH" and tokens[0].word.endswith("-old"):
        at.add(0)
    plain = {i for i in range(len(tokens) - 1) if tokens[i].word == "other" and tokens[i + 1].kind == "P"}
    if not at | plain:
        return tokens
    return [replace(t, kind="S" if i in at else "x") if i in at | plain else t for i, t in enumerate(tokens)]
