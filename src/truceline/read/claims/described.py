"""Names in a source's description: a person behind a role or in apposition, a body in its own words."""

import re
from collections.abc import Sequence

from truceline.read.actors.registry import Registry
from truceline.read.claims.cues import CueTable
from truceline.text.fold import fold_name

_PIECES = re.compile(r",\s+")
_PREPOSITION = re.compile(r"\s(?:of|for|from|to|at|in|on|with|by|near|inside|under|who|whose|which|that)\s|\s?\(")
_CAPITAL = re.compile(r"[A-ZÀ-Ý][\w’'.-]*$")
_MANY = frozenset("a an one some several two three both each neither many few no any most another other".split())  # noqa: SIM905
_SOMEBODYS = frozenset({"its", "his", "her", "their", "our", "my", "whose"})
"""Before a body that is told by whose it is: "its press office" is no name."""
_ANY_BODY = frozenset({"organisation", "organization", "group", "body"})
"""Words for a body that tell no one from another."""
_EMPLOYED = re.compile(
    r"^[Ss]taff (?:at|in|from|inside|of an?)\b"
    r"|\b(?:[Hh]ospital|[Cc]linic|medical|embassy|university|school|kitchen|ground|local|aid|health|ambulance|nursing)"
    r" staff\b"
)
"""Those who work somewhere, unlike "the general staff"."""
_ARTICLE = re.compile(r"^(?:the|this|that)\s+", re.IGNORECASE)
_LONGEST = 4
_TEXT = r"(?:statement|communiqu[eé]|announcement|press release|bulletin)"
_TEXT_OF = re.compile(
    rf"(?:an?|the|this|another)\s+(?:[\w-]+\s+){{0,2}}?{_TEXT}\s+(?:\w+\s+){{0,2}}?(?:by|from|of)\s+(?P<by>the\s.+)"
    rf"|(?:an?|the|this|another)\s+(?P<whose>[\w-]+(?:\s+[\w-]+)?)\s+{_TEXT}",
    re.IGNORECASE,
)
"""Whose word a text is: "a statement by the army", "an army statement"."""
_OF_PLACE = re.compile(r"-(?:based|run|backed|led|linked|owned|aligned|allied|funded|controlled|held)$")
"""Ends of words for where a body sits or who stands behind it."""
_SELF = re.compile(r"\s(?:himself|herself|alone|too)$")
_CALLED = re.compile(
    r"(?:\bcalling (?:him|her)self|\b(?:introduced|identified|gave|named) (?:(?:him|her)self )?(?:only |just )?"
    r"(?:as |his name (?:only )?as |her name (?:only )?as |the name |his name |her name )(?:only )?"
    r"|\bknown as|\bnicknamed|(?:^|,\s)(?:an?|one|another) (?:[\w-]+ ){1,3}(?:named|called))\s*"
    r"(?:(?:Mr|Ms|Dr|Captain|Colonel|Lieutenant|Major|Sergeant|General|Commander)\.? )?"
    r"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)*)"
)


def without_possessive(words: str) -> str:
    """As in “the ministry's”: the words without the mark of possession at their end."""
    return re.sub(r"[’']s?$", "", words)


def person_in(words: str, registry: Registry, cues: CueTable) -> str | None:
    """As in “hydrologist Nils Brandt”, "The harbour master, Benno Acker": the name, without title; None for none."""
    called = _CALLED.search(words)
    if called is not None:
        return called["name"]
    pieces = _PIECES.split(_SELF.sub("", words.strip(" ,")))
    head = re.split(_PREPOSITION, pieces[0])[0].split()
    name, before = _capitals(head, registry, cues)
    if name and before and (_is_role(before[-1], registry, cues) or (len(name) > 1 and before[-1].islower())):
        return " ".join(name)
    if len(pieces) == 1:
        return None
    if name and not before and _has_role(words[len(pieces[0]) :], registry, cues):
        return " ".join(name)
    if len(name) > 1 and name == pieces[0].split() and pieces[1].startswith("who "):
        return " ".join(name) if _is_plain_name(name, registry, cues) else None
    return None if _is_name(head, registry, cues) else _apposed(pieces[1:3], registry, cues)


def _is_plain_name(name: Sequence[str], registry: Registry, cues: CueTable) -> bool:
    """Whether capitals behind which "who" stands are a person's and no body's: "Benno Acker, who ..."."""
    bodies = registry.words.body | cues.roles["institution"]
    return bodies.isdisjoint(w.casefold() for w in name) and name[0] != "The" and not name[-1].endswith("s")


def _apposed(pieces: Sequence[str], registry: Registry, cues: CueTable) -> str | None:
    """The first name among some pieces set off by commas, of more words than one or with a title alone before it."""
    for piece in pieces:
        name, before = _capitals(piece.split(), registry, cues)
        if name and (len(name) > 1 or before) and all(_is_role(w, registry, cues) for w in before):
            return " ".join(name)
    return None


def in_title_case(words: str) -> str:
    """A transcript's label as names are written: "MS. VANE" to "Ms. Vane"."""
    return words.title() if words.isupper() and " " in words.strip() else words


def _capitals(tokens: list[str], registry: Registry, cues: CueTable) -> tuple[list[str], list[str]]:
    """The capitalised words at the end that may be a person's name, and what stands before them."""
    at = len(tokens)
    while at and _CAPITAL.match(tokens[at - 1]) and not _is_role(tokens[at - 1], registry, cues):
        at -= 1
    name = tokens[at:]
    bare = [fold_name(w) for w in name]
    body = registry.words.body | cues.roles["institution"] | registry.places
    if not 0 < len(name) <= _LONGEST or tokens[-1].endswith(("'s", "’s")) or not body.isdisjoint(bare):
        return [], tokens
    if len(bare) == 1 and bare[0] in cues.words["determiners"]:
        return [], tokens
    return name, tokens[:at]


def _is_name(head: list[str], registry: Registry, cues: CueTable) -> bool:
    """Whether the description itself ends in a name, as in “Amina Tol, Lantern Watch”."""
    name, before = _capitals(head, registry, cues)
    return bool(name) and not before


def _has_role(words: str, registry: Registry, cues: CueTable) -> bool:
    return any(_is_role(w, registry, cues) for w in re.findall(r"[\w-]+", words))


def _is_role(word: str, registry: Registry, cues: CueTable) -> bool:
    low = fold_name(word)
    return low in registry.words.titles or low in cues.roles["person"]


def body_in(words: str, cues: CueTable) -> str | None:
    """As in “the Defence Ministry”, "Police in Sarvik", "the Kessin side": the body in the source's own words."""
    head = re.split(r",|\s\(|\s(?:who|whose|which|that)\s", words.strip(" ,"))[0].strip()
    text_of = _TEXT_OF.fullmatch(head)
    head = (text_of["by"] or text_of["whose"]) if text_of is not None else head
    head = without_possessive(_ARTICLE.sub("", head, count=1))
    tokens = re.findall(r"[\w’'-]+", re.split(_PREPOSITION, head)[0])
    named = re.search(r"\b([a-z]+) ((?:[A-Z][\w’-]+|\d+)(?: (?:[A-Z][\w’-]+|\d+))*)$", head)
    if named is not None and named[1] in cues.roles["institution"]:
        return named[2]
    if tokens and tokens[0].casefold() in _SOMEBODYS and len(tokens) > 2:
        tokens, head = tokens[1:], head.split(maxsplit=1)[1]
    nobodys = not tokens or tokens[0].casefold() in _MANY | _SOMEBODYS or tokens[0].isdigit() or head in _ANY_BODY
    if nobodys or _EMPLOYED.search(head) or " and " in head:
        return None
    return head if tokens[-1].casefold() in cues.roles["institution"] else None


def named_alone(words: str, text: str) -> str | None:
    """As in “the Assembly”, "The Beacons": a name by its capital alone, written with one amid sentences too."""
    named = re.fullmatch(r"[Tt]he ((?:[A-Z][\w’-]+)(?: [A-Z][\w’-]+){0,3})", without_possessive(words.strip(" ,")))
    if named is None or not re.search(rf"[a-z,;] (?:the |its )?{re.escape(named[1])}\b", text):
        return None
    return named[1]


def is_proper(name: str, cues: CueTable) -> bool:
    """Whether a name tells one actor from others in any document: more than a bare noun like "army" or "the Front".

    Nor does "London-based group" tell one.
    """
    capitals = [w for w in re.split(_PREPOSITION, name)[0].split() if w[:1].isupper() and not _OF_PLACE.search(w)]
    return len(capitals) > 1 or any(w.casefold() not in cues.roles["institution"] for w in capitals)
