"""Unknown names: people by title, given name or role beside them; bodies by their last word; both joined to their mentions."""

import re
from collections.abc import Iterator

from truceline.model.actor import ActorMention
from truceline.read.actors.registry import Registry
from truceline.text.fold import fold_name

_PART = r"(?:[A-Z][a-zà-öø-ÿşğıčćžšß]+(?:['’-](?!s\b)[A-Z]?[a-zà-öø-ÿ]+)*|[A-Z]\.|(?:al|Al|el|El|an|ad|ash|as|van|von|de|del|bin|ibn|abu|Abu|al-|Al-)(?=[ -][A-Z])-?)"
_NAME = re.compile(rf"(?<![\w-]){_PART}(?:[ \u00a0-]{_PART}){{1,8}}(?![\w-])")
_TITLE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Lt|Col|Sgt|Capt|Brig|Adm|Sen|Rep|Gov)\.?"
    r"|\b(?:General|Colonel|Major|Lieutenant|Captain|Admiral|Sergeant|Commander|Brigadier|President|Minister|Ambassador|Senator"
    r"|Secretary|Spokesman|Spokeswoman|Spokesperson|Governor|Mayor|Sheikh|Emir|Prince|King|Queen|Journalist|Analyst|Envoy|Chancellor"
    r"|spokesman|spokeswoman|spokesperson|minister|ambassador|envoy|president|general|commander|journalist|activist|analyst|director"
    r"|chief|leader|head|secretary|adviser|advisor|governor|mayor|resident|colonel|cleric|lawyer|professor|reporter|official|coordinator"
    r"|representative|correspondent|chairman|doctor))\s+$"
)
_ROLE_AFTER = re.compile(
    r",\s+(?:an?|the|who|\d\d?|(?:[A-Z]?[\w’'-]+\s){0,4}(?:spokes\w+|minister|ambassador|envoy|director|chief|head|leader|commander|coordinator))\b"
)
_ROLE_SOON = re.compile(
    r",\s+(?:an?|the)\s+(?:[\w’'-]+\s){0,5}(?:spokes\w+|minister|ambassador|envoy|director|chief|head|leader|commander|coordinator|cleric|activist|analyst|journalist|official|officer|resident|general|doctor|lawyer|professor|expert|reporter)\b"
)
_SPEAKS = re.compile(r"\s+(?:said|says|told|added|wrote|claimed|stated|noted|warned|tweeted|argued|denied|insisted)\b")
_SPOKEN = re.compile(r"\b(?:said|says|told|added|wrote|stated|by)\s+$")
_BODY = frozenset(
    """brigade brigades battalion battalions regiment division corps army front movement council committee organization organisation party
    network observatory centre center agency union foundation association institute coalition command commission department ministry
    office authority militia legion guard guards force forces directorate bureau federation league society court tribunal mission
    university group squad unit units alliance assembly parliament""".split()  # noqa: SIM905
)
_NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december the this that these in on at for from with by a an and but or if when as he she it they we i his her their its our my there
    north south east west northern southern eastern western new upper lower mount lake river gulf sea street road city province governorate
    district state states camp hospital school university airport base bridge square highway valley island""".split()  # noqa: SIM905
)
_TITLES = frozenset(
    """mr mrs ms dr prof gen maj lt col sgt capt brig adm sen rep gov general colonel major lieutenant captain admiral sergeant commander
    brigadier president minister ambassador senator secretary spokesman spokeswoman spokesperson governor mayor sheikh emir prince king
    queen journalist analyst envoy chancellor prime foreign defence defense deputy vice chief interior director representative professor
    doctor reporter activist permanent""".split()  # noqa: SIM905
)


def find_people(text: str, taken: list[ActorMention], registry: Registry) -> list[ActorMention]:
    """Mentions of people and bodies not in the registry: the full name first, then each later surname."""
    occupied = sorted((m.start, m.end) for m in taken)
    full: dict[str, ActorMention] = {}
    found: list[ActorMention] = []
    for run_start, end in _names(text, registry):
        start = _past_known(text, run_start, end, occupied, registry)
        name = text[start:end]
        if _overlaps(occupied, start, end) or not _is_actor(text, start, end, registry):
            continue
        mention = _tail_of_known(text, start, end, taken) or _mention(start, end, name, full)
        full.setdefault(mention.actor or name, mention)
        found.append(mention)
    for m in taken:
        if registry.kind(m.actor) == "person":
            full.setdefault(m.actor or "", m)
    everything = [*taken, *found]
    return [*found, *_surnames(text, everything, full)]


def _names(text: str, registry: Registry) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, titles and sentence openers cut from their front."""
    for m in _NAME.finditer(text):
        start, end = m.span()
        while True:
            head = re.match(r"[\w’'.]+[ \u00a0]", text[start:end])
            if head is None or not _front(head[0].rstrip(" .\u00a0"), registry):
                break
            start += head.end()
        if re.search(r"[ \u00a0-]", text[start:end]) and text[start].isupper():
            yield start, end


def _past_known(text: str, start: int, end: int, occupied: list[tuple[int, int]], registry: Registry) -> int:
    """A name that follows a known one ("Foreign Ministry Spokeswoman Maria ..."): from its first given name on."""
    for a, b in occupied:
        if a < end and start < b < end:
            start = b
    words = list(re.finditer(r"[^ \u00a0]+", text[start:end]))
    while words and _front(words[0][0].rstrip("."), registry):
        words.pop(0)
    given = next((w for w in words[:-1] if fold_name(w[0]) in registry.given), None)
    if given is not None and fold_name(words[-1][0]) not in _BODY:
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
    return low in _TITLES or low in _NOT_NAMES or low in registry.places


def _is_actor(text: str, start: int, end: int, registry: Registry) -> bool:
    words = [fold_name(w) for w in re.split(r"[ \u00a0-]+", text[start:end]) if w]
    if words[-1] in _BODY:
        return len(words) > 1
    if any(w in _NOT_NAMES or w in registry.places for w in words):
        return False
    if words[0] in registry.given:
        return True
    before = text[max(0, start - 30) : start]
    if (
        _ROLE_SOON.match(text, end)
        or _TITLE.search(before)
        or (_SPOKEN.search(before) and _ROLE_AFTER.match(text, end))
    ):
        return True
    return _SPEAKS.match(text, end) is not None


def _mention(start: int, end: int, name: str, full: dict[str, ActorMention]) -> ActorMention:
    """A new actor, or one already met whose name has the same last word and the same first letter."""
    actor = "x-" + fold_name(name).replace(" ", "-")
    known = full.get(actor) or next((m for m in full.values() if m.name.endswith(" " + name)), None)
    actor = known.actor or actor if known else actor
    return ActorMention(start=start, end=end, actor=actor, name=known.name if known else name, label_only=False)


def _surnames(text: str, taken: list[ActorMention], full: dict[str, ActorMention]) -> Iterator[ActorMention]:
    """Later bare surnames of people named in full, where one person alone has that surname."""
    owners: dict[str, list[ActorMention]] = {}
    for m in full.values():
        last = m.name.split()[-1]
        if " " in m.name and last[:1].isupper() and len(last) > 2 and fold_name(last) not in _BODY:
            owners.setdefault(last, []).append(m)
    single = {last: who[0] for last, who in owners.items() if len({w.actor for w in who}) == 1}
    if not single:
        return
    occupied = sorted((m.start, m.end) for m in taken)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, single)) + r")(?![\w-])")
    for hit in pattern.finditer(text):
        who = single[hit[0]]
        if hit.start() > who.start and not _overlaps(occupied, *hit.span()):
            yield ActorMention(start=hit.start(), end=hit.end(), actor=who.actor, name=who.name, label_only=False)


def _overlaps(occupied: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in occupied)
