"""Names that are written small, as in messages: told by a role, by a given name or by what their bearers do."""

from collections.abc import Callable, Sequence

from truceline.publish.kit import NameKit
from truceline.publish.persons.ordinary import is_plain
from truceline.text.words import Word

_SHORTEST = 3


def small_names(
    words: Sequence[Word], touch: Callable[[int], bool], is_open: Sequence[bool], kit: NameKit
) -> list[int]:
    """Words in small letters that name somebody: "nurse mirela", "hassan orvel said", in no dictionary or a given name.

    `touch` says whether a word and the next may be of one name, `is_open` which words are of names that may leave.
    """
    strange = [_is_strange(word, kit) and not open_ for word, open_ in zip(words, is_open, strict=True)]
    if not any(strange):
        return []
    found: set[int] = set()
    for at, odd in enumerate(strange):
        goes_on = at - 1 in found and touch(at - 1)
        if odd and (goes_on or _names(words, at, strange, kit)):
            found.add(at)
    return sorted(found)


def _is_strange(word: Word, kit: NameKit) -> bool:
    if not word.text.islower() or len(word.key) < _SHORTEST or not word.key.isascii() or word.key in kit.joints:
        return False
    return (
        not is_plain(word.key, kit)
        and word.key not in kit.capital
        and (word.key in kit.given or word.key not in kit.own)
    )


def _names(words: Sequence[Word], at: int, strange: Sequence[bool], kit: NameKit) -> bool:
    """Whether a strange small word begins a name: a given name, behind a role or "named", or two before a deed."""
    before = words[at - 1].key if at else ""
    if words[at].key in kit.given or before == "named" or before in kit.address or before in kit.roles:
        return True
    return strange[at + 1 : at + 2] == [True] and at + 2 < len(words) and words[at + 2].key in kit.deeds
