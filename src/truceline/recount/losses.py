"""People told as lost: "the Front lost 18 of its own", "at the loss of five men", "she had lost two sons"."""

from collections.abc import Iterator

from truceline.recount.coordination import find_object
from truceline.recount.persons import People
from truceline.recount.scan import Scan

_NOT_SO = frozenset({"to", "without", "not", "never", "denied", "could", "would", "may", "might", "if"})
"""Words before the verb by which nobody is lost."""
_WHERE_TO = frozenset({"to"})
"""Word behind those lost, by which they went over to others: "lost 40 members to the rival party"."""


def read_losses(scan: Scan) -> Iterator[tuple[int, tuple[People, ...]]]:
    """Where people are told as lost: the position of the word, and the people."""
    for j, token in enumerate(scan.tokens):
        if token.word not in scan.lexicon.sets["losing"] or j in scan.covers or _is_unsaid(scan, j):
            continue
        noun = token.word in {"loss", "losses"}
        if noun and [t.kind for t in scan.tokens[j + 1 : j + 2]] != ["o"]:
            continue
        heads, _, end = find_object(scan, j + 1 + noun)
        leads_on = any(t.word in _WHERE_TO for t in scan.tokens[end + 1 : end + 2])
        if heads and not leads_on and all(_are_people(scan, p) for p in heads):
            yield j, heads


def is_price(scan: Scan, j: int) -> bool:
    """Whether the word at `j` sets a side's own dead beside the other's: "fourteen dead for the loss of three"."""
    before = [t.word for t in scan.tokens[max(0, j - 2) : j]]
    return scan.tokens[j].word == "loss" and before in (["for", "the"], ["at", "the"])


def _is_unsaid(scan: Scan, j: int) -> bool:
    return any(t.word in _NOT_SO or t.word.endswith("n't") for t in scan.tokens[max(0, j - 3) : j])


def _are_people(scan: Scan, people: People) -> bool:
    """Whether those lost are counted by a noun for people, or are somebody's own: "two sons", "18 of its own"."""
    words = [t.word for t in scan.tokens[people.first : people.last + 3]]
    own = words[1:2] == ["of"] and scan.tokens[people.first + 2].kind == "h"
    noun = scan.tokens[people.last].kind in "PS" and people.last > people.first
    kin = scan.tokens[people.first].kind == "h" and noun and not people.vague
    return (people.counted and (noun or own) and people.head not in {"lives", "life"}) or kin
