"""Sources that no list has: a role, a name by its capitals, a person behind a title or in apposition."""

import re

from truceline.model.claim import SourceKind
from truceline.read.actors.words import words_of
from truceline.read.claims.described import in_title_case, person_in, without_possessive
from truceline.read.claims.standing import is_place
from truceline.read.claims.voice import Names, Voice
from truceline.text.calendar_names import DAY_OR_MONTH

HEAD_END = re.compile(
    r",| (?:of|for|from|to|at|in|on|with|who|whom|whose|which|that|under|near|against|between)\b|\("
    r"| (?:led|backed|run|reached|contacted|interviewed|approached|questioned|met|quoted|cited) by\b"
    r"| (?:conduct|fight|operat|support|oppos|represent|speak|report)ing\b"
)
NAMED_HEAD = re.compile(r"[A-Z][\w’'.-]+ [A-Z][\w’'-]+$")
OFFICIAL = re.compile(
    r"\b(?:minister|ministry|ambassador|envoy|president|general|gen|maj|col|colonel|major|commander|spokes\w+|secretary|senator|sen|gov|governor"
    r"|mayor|chief|director|chancellor|king|prince|emir|representative|rep|official|officer|coordinator|commissioner|premier|chairman|adviser"
    r"|advisor|head|leader|deputy|diplomat)\b",
    re.IGNORECASE,
)
KINDS: dict[str, SourceKind] = {"outlet": "outlet", "armed_group": "group", "person": "person"}
_TITLE = re.compile(r"^(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Sen|Rep|Gov|Capt|Prof)\.? )+")
_LEADING = re.compile(r"(?:[A-Z][\w’'-]+ ){1,3}(?:(?:al|el|ad|an|ar|as|ash|at|az)-)?[A-Z][\w’'-]+(?=,)")
_ARTICLED = re.compile(r"(?:[aA]l|[eE]l)-[A-Z][\w’'-]+")
"""A last name alone with its article, small amid a sentence: "al-Harun"."""
_AL = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az)-(?=\w)", re.IGNORECASE)
_OF_BODY = re.compile(
    r"[A-Z][a-z’'-]+ (?:[A-Z]\. )?(?:(?:al|el|ad|bin|van|de)[ -])?[A-Z][a-z’'-]+"
    r"(?= (?:of|from|for|at|with) (?:the |an? )?)"
)
_SINGLE = re.compile(r"[A-Z][\w-]+$")


def without_article(name: str) -> str:
    """As in “al-Mismari”: the last name alone."""
    return _AL.sub("", name)


def _served_by(words: str, names: Names) -> re.Match[str] | None:
    """As in “Ned Price of the State Department”: a person's name before whom he serves; a body's has other words."""
    found = _OF_BODY.match(words)
    parts = {w.casefold() for w in found[0].split()} if found else set()
    return None if parts & (names.registry.words.body | names.cues.roles["institution"]) else found


def _spelled(words: str, names: Names) -> Voice | None:
    """As in “Name Surname, a student”: a name given nowhere else; or one name of somebody named in full."""
    bare = _TITLE.sub("", without_possessive(words))
    if _ARTICLED.fullmatch(bare) and bare[3:].casefold() not in names.registry.places:
        return Voice(kind="person", name=bare)
    if _SINGLE.match(bare):
        people = [m for m in names.mentions if names.is_person(m)]
        full = {m.actor: m for m in people if bare in {m.name.split()[0], without_article(m.name.split()[-1])}}
        if len(full) == 1:
            mention = next(iter(full.values()))
            return Voice(kind="person", name=mention.name, actor=mention.actor, gender=names.gender(mention))
        if bare != words:
            return Voice(kind="person", name=bare)
    leading = _LEADING.match(bare)
    leading = leading or _served_by(bare, names)
    if leading and not any(w.casefold() in names.registry.places for w in leading[0].split()):
        gender = names.registry.given.get(leading[0].split()[0].casefold(), "x")
        official = OFFICIAL.search(bare[leading.end() :]) is not None
        return Voice(kind="named_official" if official else "person", name=leading[0], gender=gender)
    return None


_AGE = re.compile(r",\s*(?:aged\s)?\d{1,3},?$")


def described_voice(words: str, names: Names) -> Voice:
    """No name the registry or the document knows: a role, or capitals that may still be a name."""
    words = _AGE.sub("", without_possessive(words))
    low = words.casefold()
    plain_words = words_of(re.sub(r"^(?:[Tt]he)\s+", "", words))
    known = names.registry.longest(plain_words, 0)
    if known is not None and known[0] == len(plain_words) and known[1].name not in names.registry.words.only_with:
        kind = KINDS.get(names.registry.kind(known[1].actor) or "", "institution")
        return Voice(kind=kind, name=known[1].name, actor=known[1].actor)
    return _spelled(words, names) or _titled(words, names) or _by_words(words, low, names)


def _titled(words: str, names: Names) -> Voice | None:
    """Somebody named behind a role or in apposition; by the full name where the document has it."""
    name = person_in(in_title_case(words), names.registry, names.cues)
    if name is None:
        return None
    full = {
        m.actor: m
        for m in names.mentions
        if names.is_person(m) and m.name.split()[-1].casefold() == name.split()[-1].casefold()
    }
    if len(full) == 1:
        mention = next(iter(full.values()))
        return Voice(kind="named_official", name=mention.name, actor=mention.actor, gender=names.gender(mention))
    gender = gender_of(words, names)
    official = OFFICIAL.search(words.replace(name, "")) is not None
    return Voice(kind="named_official" if official else "person", name=name, gender=gender)


FEMALE = re.compile(
    r"\b(?:mrs|ms|\w+woman|mother|sister|wife|daughter|girl|woman|widow|queen|grandmother|nun|bride)\b", re.IGNORECASE
)
MALE = re.compile(
    r"\b(?:mr|\w+sman|chairman|father|brother|husband|son|boy|man|king|imam|priest|bishop|groom|grandfather)\b",
    re.IGNORECASE,
)


OF_HIMSELF = re.compile(
    r"\bwho (?:(?!(?:the|an?|this|that (?:the|an?)|his|her|he|she)\b)[a-z’'-]+ ){1,8}?"
    r"(?:(?P<she>she|her (?:own |full |real |last |first )?(?:name|surname|identity))"
    r"|he|his (?:own |full |real |last |first )?(?:name|surname|identity))\b"
)
"""As in “a survivor who spoke on condition that she not be named”: what somebody says of himself tells his gender."""


def gender_of(words: str, names: Names) -> str:
    """m, f or x by a description's own words, else by a given name among them."""
    if FEMALE.search(words) or MALE.search(words):
        return "f" if FEMALE.search(words) else "m"
    himself = OF_HIMSELF.search(words)
    if himself is not None:
        return "f" if himself["she"] else "m"
    head = HEAD_END.split(words)[0].casefold().split()
    return next((names.registry.given[w] for w in head if w in names.registry.given), "x")


_COMMON = re.compile(r"[A-Z][a-z]+(?:[^sui]s|people|folk|women|men)$")
"""A plural that has its capital from the sentence's beginning, as in “Survivors”, unless it stands so elsewhere."""

_DAY = re.compile(DAY_OR_MONTH)
_ELSEWHERE = re.compile(r"\b(?:at|from|in|near|inside|outside|around) (?:the )?$")


def _by_words(words: str, low: str, names: Names) -> Voice:
    """By the roles among the words, else by their capitals."""
    parts = re.findall(r"[\w’'-]+", low)
    last = parts[-1] if parts else ""
    roles = names.cues.roles
    if any(p in roles["anonymous"] for p in parts):
        return Voice(kind="anonymous", plural=last.endswith("s"))
    if any(p in roles["institution"] or p in roles["person"] for p in parts):
        return Voice(kind="institution" if any(p in roles["institution"] for p in parts) else "anonymous")
    head = HEAD_END.split(words)[0].strip(" ,")
    name = NAMED_HEAD.search(head) or re.search(r"(?:[A-Z][\w’'-]+ ?){1,4}$", words)
    if name and (_ELSEWHERE.search(words[: name.start()]) or _DAY.fullmatch(name[0].strip())):
        # "Mothers in Name": who is there, not the name; "pictures published on Friday": nobody's
        return Voice(kind="anonymous", plural=last.endswith("s") or parts[0].endswith("s"))
    if name and words[0].isupper() and low not in names.cues.words["pronouns"]:
        plain = without_possessive(name[0].strip())
        thing = parts[0] in names.cues.words["determiners"]
        if _COMMON.match(words) and not re.search(rf"[a-z,] {re.escape(words)}\b", names.text):
            return Voice(kind="anonymous", plural=True)
        kind: SourceKind = "institution" if thing or is_place(plain, names.text, names.registry.places) else "person"
        return Voice(kind=kind, name=None if thing else plain or None)
    return Voice(kind="person" if low in names.cues.words["pronouns"] else "anonymous", plural=last.endswith("s"))
