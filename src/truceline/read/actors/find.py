"""Names and labels of actors in the text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from truceline.model.actor import ActorMention
from truceline.model.span import Span
from truceline.read.actors.attributive import before_its_noun
from truceline.read.actors.given import Given, names_given
from truceline.read.actors.names import Alias, longest_name
from truceline.read.actors.people import find_people
from truceline.read.actors.registry import Registry
from truceline.read.actors.shared import first_of_two
from truceline.read.actors.words import words_of
from truceline.read.addresses import find_addresses
from truceline.text.words import Word

_NAMES_PAPER = re.compile(
    r"(?: I{1,3})?(?: (?:peace|truce|ceasefire|border|prisoner))? (?:agreements?|accords?|process|protocols?|talks"
    r"|conventions?|declaration|deal|summit|memorand\w+|conference|treaty|round|formula|principles|track|format)\b"
)
"""A capital before these names a paper or a meeting: "the Minsk agreement"."""
_CALLED_SO = re.compile(r" (?:[Gg]angs?|[Cc]artel|[Cc]lan|[Hh]otel|[Mm]all|[Cc]inema|[Cc]lub|[Ss]treet|[Rr]oad)\b")
"""Behind a seat of government whose name another thing bears: "the Pentagon gang"."""
_BODY_OF = re.compile(r"\b([A-Z][\w-]+) (?:for|of) (?:the )?$")
_BEFORE = 40
_SUBJECT = re.compile(r" (?:on|in|into|for) (?:the )?[A-Z]")
_MORE = 3
"""Words of another name looked at behind an outlet's."""
_SMALL = frozenset(
    """who was is were are had has and or in on at to from with by of said killed wounded that as near""".split()  # noqa: SIM905
)


def find_actors(text: str, sentences: tuple[Span, ...], registry: Registry) -> tuple[ActorMention, ...]:  # noqa: ARG001
    """Known names by the registry, unknown names as new actors, labels as labels; in order, without overlap."""
    words = _outside_addresses(text)
    known = list(_known(text, words, registry, names_given(text, words, registry)))
    people = find_people(text, known, registry)
    labels = _labels(words, text, registry, sorted((m.start, m.end) for m in (*known, *people)))
    return tuple(sorted((*known, *people, *labels), key=lambda m: m.start))


def _outside_addresses(text: str) -> list[Word]:
    words = words_of(text)
    spans = find_addresses(text)
    return [w for w in words if not any(a <= w.start < b for a, b in spans)] if spans else words


def _known(text: str, words: list[Word], registry: Registry, given: Given) -> Iterator[ActorMention]:
    at = 0
    while at < len(words):
        joint = first_of_two(words, at, registry)
        if joint is not None:
            yield joint
            at += 1
            continue
        listed = registry.longest(words, at)
        tries = longest_name(given.new, words, at), longest_name(given.other, words, at), listed
        found = max((f for f in tries if f), key=lambda f: f[0], default=None)
        if found is None:
            named = before_its_noun(words, at, registry)
            yield from [named] if named is not None else []
            at += 1
            continue
        count, alias = found
        start, end = words[at].start, words[at + count - 1].end
        meant = _meant(text, (start, end), alias, registry) if found is listed else alias
        at += count
        if meant is None or _is_part(text, words, (at - count, at), meant, registry):
            continue
        if _joined(text, start, end) and _means_actor(text, start, end, meant, registry):
            yield ActorMention(start=start, end=end, actor=meant.actor, name=registry.name(meant), label_only=False)


def _is_part(text: str, words: list[Word], of: tuple[int, int], alias: Alias, registry: Registry) -> bool:
    """Whether a known name, words [first, end), is a part of another one: an outlet's of a body's, a seat's."""
    start, end = words[of[0]].start, words[of[1] - 1].end
    if registry.kind(alias.actor) == "outlet" and (
        _names_more(words, of[1], text, registry) or _ends_body(text, start, registry)
    ):
        return True
    seat = of[1] - of[0] == 1 and text[start:end].casefold() in registry.words.seats
    return seat and _CALLED_SO.match(text, end) is not None


def _names_more(words: list[Word], after: int, text: str, registry: Registry) -> bool:
    """As in “Liberation Army” behind an outlet's name: capitals to a body's last word follow, the name is another's."""
    for at in range(after, min(after + _MORE, len(words))):
        between, word = text[words[at - 1].end : words[at].start], words[at]
        if between not in {" ", "\u00a0"} or not word.text[:1].isupper():
            return False
        if word.key in registry.words.not_of_outlet:
            return True
    return False


def _ends_body(text: str, start: int, registry: Registry) -> bool:
    """As in “National Front for Liberation”: what a body is for bears an outlet's name, and is none."""
    before = _BODY_OF.search(text, max(0, start - _BEFORE), start)
    return before is not None and before[1].casefold() in registry.words.body


def _meant(text: str, name: Span, alias: Alias, registry: Registry) -> Alias | None:
    """Whom a short name means in this document; None where its bearer is of another part of the world.

    So it is where the words themselves go on with another subject: "UN commission of inquiry | on Burundi".
    """
    short = text[slice(*name)]
    only = registry.words.only_with.get(short, {})
    if not only or registry.is_own(alias):
        return alias
    if " " in short and _SUBJECT.match(text, name[1]):
        return None
    found = next((actor for actor, signs in only.items() if signs.search(text)), None)
    if found is None:
        return None if alias.actor in only else alias
    if _is_spelled_out(text, alias.actor, registry) and not _is_spelled_out(text, found, registry):
        return alias
    return replace(alias, actor=found)


def _is_spelled_out(text: str, actor: str | None, registry: Registry) -> bool:
    """Whether the document has an actor's full name."""
    known = registry.actors.get(actor or "")
    return known is not None and known.name.casefold() in text.casefold()


def _joined(text: str, start: int, end: int) -> bool:
    """A name is not taken across a stop, a comma or a line break."""
    return not re.search(r"[,;:!?\n\r()“”]|\.\s", text[start:end])


def _means_actor(text: str, start: int, end: int, alias: Alias, registry: Registry) -> bool:
    """A state or a capital is an actor where it acts or is dealt with, else a place; "IS" not in a line of capitals."""
    if alias.exact and len(alias.name) <= 2 and _in_capitals(text, start, end):
        return False
    if not alias.weak:
        return True
    if text[start - 1 : start] == "-" or text[end : end + 1] == "-" or _NAMES_PAPER.match(text, end):
        return False
    before = text[max(0, start - 40) : start]
    located = re.search(r"\b(?:in|near|from|at|of|outside|around) $", before) is not None
    if located and registry.kind(alias.actor) != "state":
        return False
    return registry.words.acts.match(text, end) is not None or registry.words.dealt_with.search(before) is not None


def _in_capitals(text: str, start: int, end: int) -> bool:
    line = text[max(0, start - 25) : end + 25]
    letters = [c for c in line if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) * 0.6


def _labels(words: list[Word], text: str, registry: Registry, occupied: list[Span]) -> Iterator[ActorMention]:
    at = 0
    while at < len(words):
        end = _label_end(words, at, registry, text)
        if end is None:
            at += 1
            continue
        span = (words[at].start, words[end - 1].end)
        if not any(a < span[1] and span[0] < b for a, b in occupied):
            yield ActorMention(start=span[0], end=span[1], actor=None, name=text[slice(*span)], label_only=True)
        at = end


def _modifiers_end(words: list[Word], at: int, registry: Registry, text: str) -> int:
    """End of the few modifiers that begin at a word."""
    for end in range(at, min(at + 4, len(words))):
        if words[end].key not in registry.modifiers or not _adjacent(words, end, at, text):
            return end
    return min(at + 4, len(words))


def _label_end(words: list[Word], at: int, registry: Registry, text: str) -> int | None:
    """End of a label that begins at a word: modifiers, then a label noun or a joint noun behind one of them."""
    end = _modifiers_end(words, at, registry, text)
    if end < len(words) and _adjacent(words, end, at, text):
        key = words[end].key
        if (key in registry.heads and _noun(words, end, text)) or (end > at and key in registry.joint):
            return end + 1
    if end > at and words[end - 1].key in registry.heads and _noun(words, end - 1, text):
        return end
    return None


def _noun(words: list[Word], at: int, text: str) -> bool:
    """A label in the singular is often an adjective ("terrorist hands"): it counts before a mark or a small word."""
    if words[at].key.endswith(("s", "men", "een")) or at + 1 >= len(words):
        return True
    between = text[words[at].end : words[at + 1].start]
    return bool(between.strip()) or words[at + 1].key in _SMALL


def _adjacent(words: list[Word], end: int, at: int, text: str) -> bool:
    return end == at or re.fullmatch(r"[\s\u00a0”“\"’'-]{1,3}", text[words[end - 1].end : words[end].start]) is not None
