"""Who a source is: a person, a body, a label or nobody; by the words of the source itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from truceline.model.actor import ActorMention
from truceline.model.claim import SourceKind
from truceline.model.span import Span
from truceline.read.actors.registry import Registry
from truceline.read.actors.short import is_body
from truceline.read.actors.words import words_of
from truceline.read.claims.cues import CueTable
from truceline.read.claims.described import in_title_case, person_in, without_possessive
from truceline.read.claims.standing import is_place, is_text, may_serve
from truceline.read.claims.unsaid import names_nobody
from truceline.text.own_texts import whose_text

_HEAD_END = re.compile(
    r",| (?:of|for|from|to|at|in|on|with|who|whom|whose|which|that|under|near|against|between)\b|\("
    r"| (?:led|backed|run|reached|contacted|interviewed|approached|questioned|met|quoted|cited) by\b"
    r"| (?:conduct|fight|operat|support|oppos|represent|speak|report)ing\b"
)
_FIRST_PHRASE = re.compile(r",?\s*(?:of|for|from|at|in|on|with|near|inside|by) (?:the )?(?:[\w’'-]+ ){0,3}$")
_WHERE = re.compile(r",?\s*(?:at|in|near|inside|from) ")
"""What follows is where somebody is or comes from, and a body only if it is known for one."""
_NAMED_HEAD = re.compile(r"[A-Z][\w’'.-]+ [A-Z][\w’'-]+$")
_JOINT = re.compile(r" and (?:Dr|Mr|Mrs|Ms|Gen|Col|Lt|Maj|Sgt|Prof)\.? [A-Z]")
_FIRST = re.compile(
    r"(?:I|we|We|me|us|my|My|our|Our|one|One)(?:,? (?:and|the) .*)?$"
    r"|(?:My|my) (?:own )?(?:view|opinion|guess|sense|reading|impression|fear|hope|point|argument|conclusion|answer)$"
)
_OFFICIAL = re.compile(
    r"\b(?:minister|ministry|ambassador|envoy|president|general|gen|maj|col|colonel|major|commander|spokes\w+|secretary|senator|sen|gov|governor"
    r"|mayor|chief|director|chancellor|king|prince|emir|representative|rep|official|officer|coordinator|commissioner|premier|chairman|adviser"
    r"|advisor|head|leader|deputy|diplomat)\b",
    re.IGNORECASE,
)
_SPOKEN_FOR = re.compile(
    r"\b(?:spokes\w+|statement|communique|communiqué|press release|report|press service|website|command|bulletin|notice"
    r"|announcement|declaration|circular|memorandum|dispatch|reply|account|version|tally|log|register)\b",
    re.IGNORECASE,
)
_KINDS: dict[str, SourceKind] = {"outlet": "outlet", "armed_group": "group", "person": "person"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Whom a source means: `actor` an actor id, `name` the name as the document has it; both None while open."""

    kind: SourceKind
    name: str | None = None
    actor: str | None = None
    gender: str = "x"
    plural: bool = False
    words: str = ""
    """The source's own words."""
    single: bool = False
    """Whether an unnamed source is one person: "a senior official", "the source"."""
    at: int = 0
    """Where the source stands."""
    inner: bool = False
    """Whether it speaks only within another's words."""
    sure: float = 1.0
    """How often a source of this form is rightly resolved: 1 for a name, less for a pronoun or a bare role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Mentions of a document and what is known of actors and cue words."""

    text: str
    mentions: tuple[ActorMention, ...]
    registry: Registry
    cues: CueTable

    def inside(self, span: Span) -> list[ActorMention]:
        """Mentions that lie within a span."""
        return [m for m in self.mentions if span[0] <= m.start and m.end <= span[1]]

    def is_known(self, mention: ActorMention) -> bool:
        """Whether the registry knows the actor named; others are of this document alone."""
        return mention.actor is not None and not mention.actor.startswith("x-")

    def is_person(self, mention: ActorMention) -> bool:
        """Whether a mention names a person: by the registry, else by its given name or its form."""
        if mention.actor is None:
            return False
        if not self.is_known(mention):
            last = mention.name.split()[-1].casefold()
            return not is_body(mention.name, self.registry.words) and last not in self.cues.roles["institution"]
        return self.registry.kind(mention.actor) == "person"

    def gender(self, mention: ActorMention) -> str:
        """m, f or x (unknown), by the title before it or the given name, which says more than "spokesman"."""
        before = self.text[max(0, mention.start - 16) : mention.start].casefold()
        if re.search(r"\b(?:mrs|ms|spokeswoman|chairwoman|queen|sister)\.? $", before):
            return "f"
        if re.search(r"\b(?:mr|king|brother|sheikh)\.? $", before):
            return "m"
        given = self.registry.given.get(mention.name.split()[0].casefold(), "x")
        return "m" if given == "x" and re.search(r"\b(?:spokesman|chairman) $", before) else given


def voice_of(spans: Sequence[Span], names: Names) -> Voice:
    """The voice a source's own words tell; pronouns and bare roles come back open, with their role's kind."""
    if not spans:
        return Voice(kind="anonymous")
    span = _with_name(_cleared(names.text, (spans[0][0], spans[-1][1])), names)
    words = names.text[slice(*span)]
    if is_text(names.text, span):
        return Voice(kind="anonymous", words=words, at=span[0])
    nobody = names_nobody(names.text, span[0]) or _ANYBODY.match(words) is not None
    if nobody or _is_joint(span, names):
        return Voice(kind="anonymous" if nobody else "institution", words=words, at=span[0], plural=True)
    if _is_one_of_some(words, span, names.text):
        return Voice(kind="anonymous", words=words, at=span[0], single=True)
    own = whose_text(words) in {"our", "my"}
    if own or any(_FIRST.match(names.text[slice(*s)].strip()) for s in spans):
        return Voice(kind="author", words=words, at=span[0])
    found = _named(span, words, names) or _described(words, names)
    gender = gender_of(words, names) if found.gender == "x" else found.gender
    return replace(found, words=words, at=span[0], single=_is_single(words, names), gender=gender)


_ONE = frozenset({"source", "witness"})
_ANYBODY = re.compile(r"(?:whoever|anyone|anybody|those|everyone|everybody)\b", re.IGNORECASE)
_ONE_OF = re.compile(
    r"(?:one|another) of (?:them|these|those|whom|(?:the|its|his|her|their|our) (?:[\w’'-]+ ){0,2}[\w-]+),"
    r" (?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_TWO = re.compile(r"(?:[Tt]he |[Bb]oth )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?P<and>,? and )(?:the )?(?=[A-Z])")
_JOINED = re.compile(
    r"(?:^|[.!?;:\n“\"]\s*)(?:[Bb]oth |[Tt]he )*[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3},? and (?:the )?$"
)
_SINGLE_HEAD = re.compile(r"(?:an?|one|another|the|his|her|my|their|its) (?:[\w’'-]+ ){0,3}", re.IGNORECASE)


_ONE_SPOKE = re.compile(
    r"\s+(?:also\s+|then\s+|later\s+|even\s+|had\s+)?(?:told|said(?! nothing)|added|wrote|spoke|swore|recalled"
    r"|described|claimed|denied|admitted|asked|insisted|reported|confirmed|complained|replied|answered|shouted|testified"
    r"|blamed|accused)\b"
)
_ONE_CITED = re.compile(r"\baccording to $", re.IGNORECASE)


def _is_one_of_some(words: str, span: Span, text: str) -> bool:
    """As in “Survivors dispute it; one told the paper”: somebody of those named before, and not the writer."""
    if words.casefold() != "one":
        return False
    cited = _ONE_CITED.search(text, max(0, span[0] - 16), span[0])
    return _ONE_SPOKE.match(text, span[1]) is not None or cited is not None


_ONE_SOMEBODY = re.compile(
    r"(?:one|another) (?:[a-z’'-]+ )?([a-z-]+[a-rt-z])(?=,|$| (?:who|of|from|in|at)\b)", re.IGNORECASE
)
_OF_HIMSELF = re.compile(
    r"\bwho (?:(?!(?:the|an?|this|that (?:the|an?)|his|her|he|she)\b)[a-z’'-]+ ){1,8}?"
    r"(?:(?P<she>she|her (?:own |full |real |last |first )?(?:name|surname|identity))"
    r"|he|his (?:own |full |real |last |first )?(?:name|surname|identity))\b"
)
"""As in “a survivor who spoke on condition that she not be named”: what somebody says of himself tells his gender."""


def _is_single(words: str, names: Names) -> bool:
    """Whether a description is of one person: a role's singular among its words."""
    parts = set(re.findall(r"[\w’'-]+", words.casefold()))
    if parts & (names.cues.roles["person"] | _ONE) or _OF_HIMSELF.search(words):
        return True
    one = _ONE_SOMEBODY.match(words)
    if one is not None and one[1].casefold() not in names.cues.roles["institution"]:
        return True
    relative = _FEMALE.search(words) or _MALE.search(words)
    return relative is not None and _SINGLE_HEAD.match(words) is not None


def _with_name(span: Span, names: Names) -> Span:
    """The span from the beginning of a known name it was cut out of: “the Children” of "Save the Children"."""
    cut = (m.start for m in names.mentions if m.start < span[0] < m.end and names.is_known(m) and not m.label_only)
    return min(cut, default=span[0]), span[1]


def _is_joint(span: Span, names: Names) -> bool:
    """Whether two parties are the source ("The US and the EU"), or one stands joined before it at a clause's start."""
    inside = _TWO.match(names.text, *span)
    if inside is not None and any(m.start == inside.end() and m.actor is not None for m in names.mentions):
        return not any(m.start < inside.start("and") < m.end for m in names.mentions)
    return _JOINED.search(names.text, max(0, span[0] - 80), span[0]) is not None


def _cleared(text: str, span: Span) -> Span:
    """The span without marks at either end, nor “one of them,” before a name."""
    start, end = span
    one = _ONE_OF.match(text, start, end)
    start = one.end() if one else start
    while start < end - 1 and text[start] in " ,;:—–-":
        start += 1
    while end > start + 1 and text[end - 1] in " ,;:—–-":
        end -= 1
    return start, end


def _named(span: Span, words: str, names: Names) -> Voice | None:
    """By the mentions in the source: a person in its head or set off by a comma, else the body it names."""
    mentions = names.inside(span)
    if _JOINT.search(words):
        return Voice(kind="person", plural=True)
    end = _HEAD_END.search(words)
    head = span[0] + end.start() if end else span[1]
    heads = [m for m in mentions if m.end <= head and not (names.is_person(m) and _of_kind(words, span, m))]
    people = [m for m in heads if names.is_person(m) and not _owns(names.text, m, head)]
    if not people and end and words[end.start()] == ",":
        people = [m for m in mentions if names.is_person(m) and names.text[head : m.start].strip(" ,") == ""]
    if not people:
        people = [m for m in mentions[-1:] if names.is_person(m) and m.end >= span[1] - 1 and _free(names.text, m)]
    if people:
        return _person(people[-1], words, mentions, names)
    if heads and heads[-1].label_only and not any(m.actor for m in heads):
        return Voice(kind="group", plural=True)
    bodies = [m for m in (heads or _behind(head, words[: head - span[0]], mentions, names)) if m.actor]
    bodies = [m for m in bodies if not names.is_person(m)] or bodies
    bodies = bodies[:1] + [m for m in bodies[1:] if not _SEATED.search(names.text[max(0, m.start - 12) : m.start])]
    if len({m.actor for m in bodies}) > 1 and re.search(r",? and ", names.text[bodies[0].end : bodies[-1].start]):
        return Voice(kind="institution", plural=True)  # several at once: none of them alone
    return _body(bodies[-1], words, names) if bodies else None


def _behind(head: int, described: str, mentions: list[ActorMention], names: Names) -> list[ActorMention]:
    """Mentions behind a head that is no name: those of its first phrase, as in “officials of the ministry”."""
    across = [m for m in mentions if m.start < head < m.end]
    if across or _NAMED_HEAD.search(described):
        return across
    first = [m for m in mentions if _FIRST_PHRASE.fullmatch(names.text[head : m.start])]
    if _LEFT.search(described):
        return []
    if _SENT_FOR.search(described) and names.text.startswith(" for ", head):
        return []
    serves = may_serve(described)
    return [m for m in first if not _WHERE.match(names.text[head : m.start]) or _is_served(m, names, serves)]


_LEFT = re.compile(
    r"\b(?:defectors?|deserters?|refugees?|escapees?|survivors?|captives?|prisoners?|detainees?|hostages?|evacuees?|victims?"
    r"|widows?|relatives?|neighbou?rs?|opponents?|critics?)$",
    re.IGNORECASE,
)
"""Who comes from a body or place without speaking for it."""


_SENT_FOR = re.compile(
    r"\b(?:envoy|representative|coordinator|rapporteur|adviser|advisor|negotiator|expert)s?$", re.IGNORECASE
)
"""Who is sent or appointed "for" a country is not of it."""


def _is_served(mention: ActorMention, names: Names, serves: bool) -> bool:
    """Whether who is "in" or "from" a name may be of it: of a state only its officials, no teacher who lives there."""
    if names.registry.kind(mention.actor) == "state":
        return serves
    return names.is_known(mention) or names.text[: mention.start].endswith(("from ", "from the "))


_GOVERNED = re.compile(
    r"\b(?:of|for|with|by|to|from|under|against|in|at|near|on|inside|outside|around|across)\s(?:the\s)?"
    r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Sen|Rep|Gov|Capt|Prof)\.?\s|(?:President|Senator|Minister|General|Colonel"
    r"|Captain|Major|Governor|Mayor|Prince|King|Sheikh|Judge|Commander|Ambassador)\s)?$"
)


def _free(text: str, mention: ActorMention) -> bool:
    """As in “representative to the UN Name”: a name at the source's end, not behind a preposition of its own."""
    return _GOVERNED.search(text[max(0, mention.start - 40) : mention.start]) is None


_ARTICLE_OF_KIND = re.compile(r"(?:an?|another|some|two|three|several|most|many)\s", re.IGNORECASE)


def _of_kind(words: str, span: Span, mention: ActorMention) -> bool:
    """As in “an Ibrahim Sor elder”: a name that tells of what kind somebody is."""
    behind = words[mention.end - span[0] :]
    return _ARTICLE_OF_KIND.match(words) is not None and re.match(r"\s+[a-z]", behind) is not None


def _owns(text: str, mention: ActorMention, end: int) -> bool:
    """As in “Name's adviser”: the name before a possessive is not the speaker, unless nothing follows."""
    return text[mention.end : mention.end + 2] in {"'s", "’s"} and bool(text[mention.end + 2 : end].strip())


def _person(mention: ActorMention, words: str, mentions: list[ActorMention], names: Names) -> Voice:
    rest = words.replace(names.text[mention.start : mention.end], "")
    body = any(m.actor and not names.is_person(m) for m in mentions)
    official = _OFFICIAL.search(rest) is not None or (body and names.registry.kind(mention.actor) != "person")
    known = names.registry.kind(mention.actor) == "person"
    kind: SourceKind = "named_official" if official or known else "person"
    return Voice(kind=kind, name=mention.name, actor=mention.actor, gender=names.gender(mention))


_SEATED = re.compile(r"\b(?:in|at|near|to|on)\s(?:the\s)?$", re.IGNORECASE)
"""Before where a body sits or to whom it is sent: "the mission of the United Nations in Yemen" is not Yemen."""
_RELATIVE = re.compile(r",\s+(?:which|who|whose|whom)\b")
"""Where what is told of a source begins: "the UN mission, which has no observers"."""
_APPOSED = re.compile(r"([\w-]+), ((?:[A-Z][\w’'-]+ ?){2,4})$")
"""A role, and behind a comma who holds it."""


def _body(mention: ActorMention, words: str, names: Names) -> Voice:
    """A body, or somebody unnamed of it: a spokesman speaks for the body, "officials" and "sources" only hide in it."""
    low = _RELATIVE.split(words)[0].casefold()
    low = _APPOSITION.sub("", low) if _leads(mention, words, names) else low
    kind: SourceKind = _KINDS.get(names.registry.kind(mention.actor) or "", "institution")
    outside = low.replace(names.text[mention.start : mention.end].casefold(), " ")
    role = [
        w for w in re.findall(r"\w+", outside) if w in names.cues.roles["anonymous"] or w in names.cues.roles["person"]
    ]
    if role and not _SPOKEN_FOR.search(outside):
        named = _APPOSED.search(words.strip(" ,"))
        if named is not None and named[1].casefold() in names.cues.roles["person"]:
            return Voice(kind="named_official", name=named[2].strip(), gender=gender_of(words, names))
        return Voice(kind="anonymous", actor=mention.actor, plural=role[-1].endswith("s"))
    if mention.actor and mention.actor.startswith("x-") and names.is_person(mention):
        return Voice(kind="anonymous")
    return Voice(kind=kind, name=mention.name, actor=mention.actor)


_IS_A = r", (?:(?:hardly|not|no longer|itself|once|usually|normally|long|never) )?(?:an?|the|no) "
"""Before what a body is, behind its name: "the Observatory, a war monitor," "the Department, no friend of critics,"."""
_APPOSITION = re.compile(rf"{_IS_A}.*$", re.DOTALL)


def _leads(mention: ActorMention, words: str, names: Names) -> bool:
    """Whether a source begins with the name, and what it is follows behind a comma."""
    named = re.escape(names.text[mention.start : mention.end])
    return re.match(rf"(?:[Tt]he )?{named}{_IS_A}", words) is not None


_TITLE = re.compile(r"^(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Sen|Rep|Gov|Capt|Prof)\.? )+")
_LEADING = re.compile(r"(?:[A-Z][\w’'-]+ ){1,3}(?:(?:al|el|ad|an|ar|as|ash|at|az)-)?[A-Z][\w’'-]+(?=,)")
_ARTICLED = re.compile(r"(?:[aA]l|[eE]l)-[A-Z][\w’'-]+")
"""A last name alone with its article, small amid a sentence: "al-Harun"."""
_SINGLE = re.compile(r"[A-Z][\w-]+$")


def _spelled(words: str, names: Names) -> Voice | None:
    """As in “Name Surname, a student”: a name given nowhere else; or one name of somebody named in full."""
    bare = _TITLE.sub("", without_possessive(words))
    if _ARTICLED.fullmatch(bare) and bare[3:].casefold() not in names.registry.places:
        return Voice(kind="person", name=bare)
    if _SINGLE.match(bare):
        people = [m for m in names.mentions if names.is_person(m)]
        full = {m.actor: m for m in people if bare in {m.name.split()[0], m.name.split()[-1]}}
        if len(full) == 1:
            mention = next(iter(full.values()))
            return Voice(kind="person", name=mention.name, actor=mention.actor, gender=names.gender(mention))
        if bare != words:
            return Voice(kind="person", name=bare)
    leading = _LEADING.match(bare)
    if leading and not any(w.casefold() in names.registry.places for w in leading[0].split()):
        gender = names.registry.given.get(leading[0].split()[0].casefold(), "x")
        official = _OFFICIAL.search(bare[leading.end() :]) is not None
        return Voice(kind="named_official" if official else "person", name=leading[0], gender=gender)
    return None


_AGE = re.compile(r",\s*(?:aged\s)?\d{1,3},?$")


def _described(words: str, names: Names) -> Voice:
    """No name the registry or the document knows: a role, or capitals that may still be a name."""
    words = _AGE.sub("", without_possessive(words))
    low = words.casefold()
    plain_words = words_of(re.sub(r"^(?:[Tt]he)\s+", "", words))
    known = names.registry.longest(plain_words, 0)
    if known is not None and known[0] == len(plain_words) and known[1].name not in names.registry.words.only_with:
        kind = _KINDS.get(names.registry.kind(known[1].actor) or "", "institution")
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
    official = _OFFICIAL.search(words.replace(name, "")) is not None
    return Voice(kind="named_official" if official else "person", name=name, gender=gender)


_FEMALE = re.compile(
    r"\b(?:mrs|ms|\w+woman|mother|sister|wife|daughter|girl|woman|widow|queen|grandmother|nun)\b", re.IGNORECASE
)
_MALE = re.compile(
    r"\b(?:mr|\w+sman|chairman|father|brother|husband|son|boy|man|king|imam|priest|bishop)\b", re.IGNORECASE
)


def gender_of(words: str, names: Names) -> str:
    """m, f or x by a description's own words, else by a given name among them."""
    if _FEMALE.search(words) or _MALE.search(words):
        return "f" if _FEMALE.search(words) else "m"
    himself = _OF_HIMSELF.search(words)
    if himself is not None:
        return "f" if himself["she"] else "m"
    return next((names.registry.given[w] for w in words.casefold().split() if w in names.registry.given), "x")


_COMMON = re.compile(r"[A-Z][a-z]+(?:[^sui]s|people|folk|women|men)$")
"""A plural that has its capital from the sentence's beginning, as in “Survivors”, unless it stands so elsewhere."""

_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December"
)
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
    head = _HEAD_END.split(words)[0].strip(" ,")
    name = _NAMED_HEAD.search(head) or re.search(r"(?:[A-Z][\w’'-]+ ?){1,4}$", words)
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
