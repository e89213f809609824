"""Unknown names: people by title, given name or role beside them; bodies by their last word; mentions joined."""

import re
from collections.abc import Iterator

from truceline.model.actor import ActorMention
from truceline.read.actors.name_words import NameWords
from truceline.read.actors.registry import Registry
from truceline.read.actors.short import is_body, is_short_for, short_names
from truceline.text.fold import fold_name

_PART = (
    r"(?:[A-Z][a-zà-öø-ÿşğıčćžšß]+(?:['’-](?!s\b)[A-Z]?[a-zà-öø-ÿ]+)*|[A-Z]\."
    r"|(?:al|Al|el|El|an|ad|ash|as|van|von|de|del|bin|ibn|abu|Abu|al-|Al-)(?=[ -][A-Z])-?)"
)
_NAME = re.compile(rf"(?<![\w.-]){_PART}(?:[ \u00a0-]{_PART}){{1,8}}(?![\w-])")

_REST = rf"(?:[ \u00a0](?:and[ \u00a0]|of[ \u00a0](?:the[ \u00a0])?)?{_PART}){{0,4}}(?![\w-])"
_FOR = re.compile(rf"[ \u00a0]for[ \u00a0](?:the[ \u00a0])?(?P<first>{_PART}){_REST}")
_OF = re.compile(
    r"[ \u00a0]of[ \u00a0](?:the[ \u00a0])?"
    rf"(?P<first>[A-Z][a-z-]+(?:tion|sion|ty|ce|om|ment|ness|ism|ry|rs|ts|ns|als|les)){_REST}"
)
"""What a body is for, or of whom or what it is, as part of its name."""
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,4}(?:st|nd|rd|th)[ \u00a0]$")
_NUMBER_LENGTH = 8
_PARTICLES = frozenset({"abu", "ibn", "bin", "al", "el", "ben", "bint", "umm"})
"""Words of personal names that are places too."""


def find_people(text: str, taken: list[ActorMention], registry: Registry) -> list[ActorMention]:
    """Mentions of people and bodies not in the registry: the full name first, then each later surname."""
    occupied = sorted((m.start, m.end) for m in taken)
    spelled_out = [m for m in taken if (m.actor or "").startswith("x-")]
    full: dict[str, ActorMention] = {}
    found: list[ActorMention] = []
    for run_start, run_end in _names(text, registry):
        start = _past_known(text, run_start, run_end, occupied, registry)
        end = _with_cause(text, (start, run_end), occupied, registry)
        start = _from_its_number(text, start, end, registry)
        name = text[start:end]
        if _overlaps(occupied, start, end) or not _is_actor(text, start, end, registry):
            continue
        mention = _tail_of_known(text, start, end, taken) or _mention(
            start, end, name, [*spelled_out, *full.values()], registry
        )
        full.setdefault(mention.actor or name, mention)
        found.append(mention)
    for m in taken:
        if registry.kind(m.actor) == "person":
            full.setdefault(m.actor or "", m)
    everything = [*taken, *found]
    spans = [(m.start, m.end) for m in everything]
    short = [m for m in short_names(text, everything, registry.words) if not _overlaps(spans, m.start, m.end)]
    return [*found, *short, *_surnames(text, [*everything, *short], full, registry)]


def _names(text: str, registry: Registry) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, titles and sentence openers cut from their front."""
    for m in _NAME.finditer(text):
        start, end = m.span()
        while not _begins_body(text[start:end], registry):
            head = re.match(r"[\w’'.]+[ \u00a0]", text[start:end])
            if head is None or not _front(head[0].rstrip(" .\u00a0"), registry):
                break
            if _titled_like_a_place(text, start, end, registry):
                break
            start += head.end()
        if re.search(r"[ \u00a0-]", text[start:end]) and text[start].isupper():
            yield start, end
    yield from _for_causes(text, registry)


def _for_causes(text: str, registry: Registry) -> Iterator[tuple[int, int]]:
    """Bodies with no word before what kind they are: "Movement for Justice"."""
    for m in _FOR.finditer(text):
        head = re.search(r"[\w-]+$", text[: m.start()])
        if head is None or not head[0][:1].isupper() or fold_name(head[0]) not in registry.words.body:
            continue
        if not re.search(r"[A-Z][\w’'-]*[ \u00a0]$", re.sub(r"(?:The|A|An) $", "", text[: head.start()][-40:])):
            yield head.start(), head.end()


def _with_cause(text: str, span: tuple[int, int], occupied: list[tuple[int, int]], registry: Registry) -> int:
    """Where a body's name ends with what it is for or of: "National Front | for Liberation", "Council | of Elders".

    Behind "of" only words for a cause or for people: "the Harun Brigade of Tesk" is named without its town.
    """
    start, end = span
    if fold_name(text[start:end]).rpartition(" ")[2] not in registry.words.body:
        return end
    found = _FOR.match(text, end) or _OF.match(text, end)
    if found is None or fold_name(found["first"]) in registry.words.no_name or _overlaps(occupied, end, found.end()):
        return end
    return found.end()


def _from_its_number(text: str, start: int, end: int, registry: Registry) -> int:
    """Where a unit's name begins with its number: the 18th Infantry Battalion is not the 33rd."""
    last = fold_name(text[start:end]).rpartition(" ")[2]
    before = _NUMBER.search(text, max(0, start - _NUMBER_LENGTH), start) if last in registry.words.unit else None
    return before.start() if before else start


def _past_known(text: str, start: int, end: int, occupied: list[tuple[int, int]], registry: Registry) -> int:
    """A name that follows a known one ("Foreign Ministry Spokeswoman Maria ..."): from its first given name on."""
    for a, b in occupied:
        if a < end and start < b < end:
            start = b
    words = list(re.finditer(r"[^ \u00a0]+", text[start:end]))
    while words and _front(words[0][0].rstrip("."), registry):
        begun = start + words[0].start()
        if _begins_body(text[begun:end], registry) or _titled_like_a_place(text, begun, end, registry):
            break
        words.pop(0)
    given = next((w for w in words[:-1] if fold_name(w[0]) in registry.given), None)
    if given is not None and fold_name(words[-1][0]) not in registry.words.body:
        return start + given.start()
    return start + words[0].start() if words else start


def _tail_of_known(text: str, start: int, end: int, taken: list[ActorMention]) -> ActorMention | None:
    """A body's short name: the last words of a known name that stood before."""
    tail = " " + fold_name(text[start:end])
    for m in reversed([m for m in taken if m.end <= start]):
        if fold_name(text[m.start : m.end]).endswith(tail):
            return ActorMention(start=start, end=end, actor=m.actor, name=m.name, label_only=False)
    return None


def _front(word: str, registry: Registry) -> bool:
    low = fold_name(word)
    return low in registry.words.titles or low in registry.words.no_name or low in registry.places


def _begins_body(name: str, registry: Registry) -> bool:
    """As in "Northern Resolve Brigades": a quarter of the compass begins it, or a country before what it fights for.

    More than "Front" must follow.
    """
    parts = fold_name(name).split()
    if len(parts) < 3 or not is_body(name, registry.words):
        return False
    return parts[0] in registry.words.of_a_body or (parts[0] in registry.places and parts[1] in registry.words.cause)


def _titled_like_a_place(text: str, start: int, end: int, registry: Registry) -> bool:
    """As in "Defence Minister Israel Katz": two words behind a title are a person's, though the first names a state."""
    words = [fold_name(w) for w in re.split(r"[ \u00a0]+", text[start:end])]
    if len(words) != 2 or words[0] not in registry.places or words[0] in registry.words.titles:
        return False
    own = registry.words
    if words[1] in registry.places | own.no_name | own.body | own.titles:
        return False
    return own.title_before.search(text, max(0, start - 40), start) is not None


def _is_actor(text: str, start: int, end: int, registry: Registry) -> bool:
    words = [fold_name(w) for w in re.split(r"[ \u00a0-]+", text[start:end]) if w]
    body = is_body(text[start:end], registry.words)
    if body or words[-1] in registry.words.body or words[0] in registry.words.body_first:
        return body
    titled = _titled_like_a_place(text, start, end, registry)
    if not titled and any(w in registry.words.no_name or (w in registry.places and w not in _PARTICLES) for w in words):
        return False
    if titled or words[0] in registry.given:
        return True
    if words[0] in registry.genders and _stands_as_person(text, start, end):
        return True
    return _is_told_as_person(text, start, end, registry.words)


_SOMEWHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]o|[Ff]rom|[Oo]f|[Oo]n|into|towards?|through|around|outside|[Tt]he|[Aa]n?) $"
)
"""Before a place, or a thing: no name of a person has an article."""
_NAMED = re.compile(
    r"\b(?:named|called|colleague|friend|name (?:is|was|of)|judge|vet|nurse|priest|clerk|cook|guard|chief|aide|girl|boy"
    r"|(?!(?:under|after|never|later|rather|whether|either|neither|other|another|however|together)\b)"
    r"[a-z]{2,}(?:er|or|eer|ist|ian|man|woman|ess)) $"
)
"""Before a person's name: that it is one, or what the person does."""
_LONE_VERB = (
    r"(?:was|is|had|has|did|does|went|took|takes|saw|came|gave|kept|held|stood|left|put|made|thought|knew|felt|would|will"
    r"|could|cannot|shook|wrote|writes|spoke|ran|sat|laughed|still|never|then|later|also|says|told|tells|[a-z]{3,}ed)\b"
)
_LIVING = re.compile(
    r",? (?:who|whose|whom)\b|,? (?:aged )?\d{1,2},"
    r"|, (?:an?|the|its|their|his|her|my|our|then|now|once|father|mother)\b"
    rf"| {_LONE_VERB}"
)
"""Behind a person's name: who it is, an age, a role, or what he did."""
_APPOSED = re.compile(r"[a-z]{3,}, (?:(?:old|young|the late) )?$")


def _stands_as_person(text: str, start: int, end: int) -> bool:
    """Whether a name whose first word is somebody's given name stands as people's names do, and not as a place's."""
    before = text[max(0, start - 20) : start]
    if _SOMEWHERE.search(before):
        return False
    if _LIVING.match(text, end) or _NAMED.search(before):
        return True
    return _APPOSED.search(before) is not None and text[end : end + 1] in {",", ".", ")", "]"}


def _is_told_as_person(text: str, start: int, end: int, words: NameWords) -> bool:
    """Whether a role, a title or a verb of speech stands beside a name."""
    if words.role_before.search(text, max(0, start - 100), start) and text[end : end + 1] in _ENDS_NAME:
        return True
    if words.role_soon.match(text, end) or words.speech_after.match(text, end):
        return True
    before = text[max(0, start - 30) : start]
    if words.title_before.search(before):
        return True
    return bool(words.speech_before.search(before) and words.role_after.match(text, end))


_ENDS_NAME = frozenset({",", ".", " ", "\n", ""})


def _mention(start: int, end: int, name: str, met: list[ActorMention], registry: Registry) -> ActorMention:
    """A new actor, or one already met: of this name, or the only one of which this is the name in short."""
    actor = "x-" + fold_name(name).replace(" ", "-")
    alike = [m for m in met if m.actor == actor] or [m for m in met if is_short_for(name, m.name, registry.words)]
    known = alike[0] if len({m.actor for m in alike}) == 1 else None
    actor = known.actor or actor if known else actor
    return ActorMention(start=start, end=end, actor=actor, name=known.name if known else name, label_only=False)


_ARABIC = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an)-[A-Z]")
"""A last name with its article: "al-Mismari", at a sentence's beginning "Al-Mismari"."""


def _surnames(
    text: str, taken: list[ActorMention], full: dict[str, ActorMention], registry: Registry
) -> Iterator[ActorMention]:
    """Later bare surnames of people named in full, where one person alone has that surname."""
    single = _by_surname(full, registry)
    if not single:
        return
    single |= {last[0].upper() + last[1:]: who for last, who in single.items()}
    occupied = sorted((m.start, m.end) for m in taken)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, single)) + r")(?![\w-])")
    for hit in pattern.finditer(text):
        who = single[hit[0]]
        if hit.start() > who.start and not _overlaps(occupied, *hit.span()):
            yield ActorMention(start=hit.start(), end=hit.end(), actor=who.actor, name=who.name, label_only=False)


def _by_surname(full: dict[str, ActorMention], registry: Registry) -> dict[str, ActorMention]:
    """By surname the one person of that surname."""
    owners: dict[str, list[ActorMention]] = {}
    for m in full.values():
        last = m.name.split()[-1]
        proper = last[:1].isupper() or _ARABIC.match(last)
        if " " in m.name and proper and len(last) > 2 and not is_body(m.name, registry.words):
            owners.setdefault(last, []).append(m)
    return {last: who[0] for last, who in owners.items() if len({w.actor for w in who}) == 1}


def _overlaps(occupied: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in occupied)
