"""Who a source is: a person, a body, a label or nobody; by the words of the source itself."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.actor import ActorMention
from truceline.model.span import Span
from truceline.read.claims.spelled import (
    FEMALE,
    HEAD_END,
    KINDS,
    MALE,
    NAMED_HEAD,
    OF_HIMSELF,
    OFFICIAL,
    described_voice,
    gender_of,
)
from truceline.read.claims.standing import is_text, may_serve
from truceline.read.claims.unsaid import names_nobody
from truceline.read.claims.voice import Names, Voice
from truceline.text.own_texts import whose_text

_FIRST_PHRASE = re.compile(r",?\s*(?:of|for|from|at|in|on|with|near|inside|by) (?:the )?(?:[\w’'-]+ ){0,3}$")
_WHERE = re.compile(r",?\s*(?:at|in|near|inside|from) ")
"""What follows is where somebody is or comes from, and a body only if it is known for one."""
_JOINT = re.compile(r" and (?:Dr|Mr|Mrs|Ms|Gen|Col|Lt|Maj|Sgt|Prof)\.? [A-Z]")
_FIRST = re.compile(
    r"(?:I|we|We|me|us|my|My|our|Our|one|One)(?:,? (?:and|the) .*)?$"
    r"|(?:My|my) (?:own )?(?:view|opinion|guess|sense|reading|impression|fear|hope|point|argument|conclusion|answer)$"
)
_SPOKEN_FOR = re.compile(
    r"\b(?:spokes\w+|statement|communique|communiqué|press release|report|press service|website|command|bulletin|notice"
    r"|announcement|declaration|circular|memorandum|dispatch|reply|account|version|tally|log|register)\b",
    re.IGNORECASE,
)


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
    found = _named(span, words, names) or described_voice(words, names)
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


_AN_ACTOR = re.compile(
    r"an? (?:[a-z’'-]+ ){0,2}?(?:[a-z]{3,}(?:er|or|ist|ian|ant|eer|man|woman)|nurse|nun|cook|guard)"
    r"(?= (?:from|of|at|in|on|who|with|for)\b|,|$)",
    re.IGNORECASE,
)
"""As in “A waiter from the café Tsiala”: one person, wherever he works."""


def _is_single(words: str, names: Names) -> bool:
    """Whether a description is of one person: a role's singular among its words."""
    parts = set(re.findall(r"[\w’'-]+", words.casefold()))
    if parts & (names.cues.roles["person"] | _ONE) or OF_HIMSELF.search(words):
        return True
    if _AN_ACTOR.match(words):
        return True
    one = _ONE_SOMEBODY.match(words)
    if one is not None and one[1].casefold() not in names.cues.roles["institution"]:
        return True
    relative = FEMALE.search(words) or MALE.search(words)
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
    end = HEAD_END.search(words)
    head = span[0] + end.start() if end else span[1]
    heads = [m for m in mentions if m.end <= head and not (names.is_person(m) and _of_kind(words, span, m))]
    people = _people(span, words, heads, names)
    if people:
        return _person(people[-1], words, mentions, names)
    if heads and heads[-1].label_only and not any(m.actor for m in heads):
        return Voice(kind="group", plural=True)
    bodies = _bodies(heads or _behind(head, words[: head - span[0]], mentions, names), names)
    if len({m.actor for m in bodies}) > 1 and re.search(r",? and ", names.text[bodies[0].end : bodies[-1].start]):
        return Voice(kind="institution", plural=True)  # several at once: none of them alone
    return _of_body(bodies[-1], span, words, names) if bodies else None


def _of_body(body: ActorMention, span: Span, words: str, names: Names) -> Voice:
    """A body, a part of it or who speaks for it; several where others without a name are told of beside it."""
    if _beside_others(words[: max(0, body.start - span[0])], names):
        return Voice(kind="institution", plural=True)
    return _speaking_for(body, span, names) or _owned(body, span, names) or _body(body, words, names)


def _people(span: Span, words: str, heads: Sequence[ActorMention], names: Names) -> list[ActorMention]:
    """The people of a source: those in its head, else one set off by a comma right behind it, else one at its end."""
    mentions, end = names.inside(span), HEAD_END.search(words)
    head = span[0] + end.start() if end else span[1]
    if people := [m for m in heads if names.is_person(m) and not _owns(names.text, m, head)]:
        return people
    if end and words[end.start()] == ",":
        behind = [m for m in mentions if m.start >= head and names.is_person(m)]
        apposed = [m for m in behind if names.text[head : m.start].strip(" ,") == ""]
        if apposed:
            return apposed
    last = [m for m in mentions[-1:] if names.is_person(m) and m.end >= span[1] - 1 and _free(names.text, m)]
    return [m for m in last if _TOLD_OF.search(names.text, head, m.start) is None]


def _bodies(mentions: Sequence[ActorMention], names: Names) -> list[ActorMention]:
    """The bodies among some mentions, but for those behind the first that only tell where it sits."""
    known = [m for m in mentions if m.actor]
    known = [m for m in known if not names.is_person(m)] or known
    return known[:1] + [m for m in known[1:] if not _SEATED.search(names.text[max(0, m.start - 12) : m.start])]


_AND = re.compile(r"^(?:the )?(?P<others>[a-z][a-z’' -]+?) and (?:the |an? )?(?:[a-z-]+ )*$", re.IGNORECASE)


def _beside_others(before: str, names: Names) -> bool:
    """As in “government forces and the Council”: whether a body is told of with others who have no name."""
    others = _AND.match(before)
    last = others["others"].split()[-1].casefold() if others is not None else ""
    return last in names.cues.roles["institution"] or last in names.cues.roles["anonymous"]


_PART = re.compile(r"['’]s? (?:[a-z-]+ ){0,3}(?P<head>[a-z]+)(?=$|,| (?:in|at|for|of|on)\b)")
_MOUTHS = frozenset({"office", "press", "media", "side", "staff", "delegation", "campaign"})
"""What somebody or a body speaks by as its own."""


def _owned(body: ActorMention, span: Span, names: Names) -> Voice | None:
    """As in “the Council's security department”: a part of a body, which speaks under its own name as that body's."""
    part = _PART.match(names.text, body.end, span[1])
    if part is None or part["head"] in _MOUTHS or part["head"] not in names.cues.roles["institution"]:
        return None
    if names.is_person(body) or names.registry.kind(body.actor) == "state":
        return None
    told = names.text[body.start : part.end()]
    return Voice(kind=_body(body, told, names).kind, name=told, actor=body.actor)


_SPOKESMAN = re.compile(r"(?: [a-z]+)? spokes\w+ (?P<name>(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+),?$")


def _speaking_for(body: ActorMention, span: Span, names: Names) -> Voice | None:
    """As in “UN spokesman Brandt”: the person named behind the role, who has one name and no given one."""
    found = _SPOKESMAN.match(names.text[body.end : span[1]])
    if found is None or found["name"].casefold() in names.registry.places:
        return None
    return Voice(kind="named_official", name=found["name"])


def _behind(head: int, described: str, mentions: list[ActorMention], names: Names) -> list[ActorMention]:
    """Mentions behind a head that is no name: those of its first phrase, as in “officials of the ministry”."""
    across = [m for m in mentions if m.start < head < m.end]
    if across or NAMED_HEAD.search(described):
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


_TOLD_OF = re.compile(r",? (?:that|which|who|whom|whose)\b(?! (?:name\b|is called|was called|calls? (?:him|her)self))")
"""Where a clause about a source begins: “the chamber that tried General Vane” is not Vane."""


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
    official = OFFICIAL.search(rest) is not None or (body and names.registry.kind(mention.actor) != "person")
    known = names.registry.kind(mention.actor) == "person"
    return Voice(
        kind="named_official" if official or known else "person",
        name=mention.name,
        actor=mention.actor,
        gender=names.gender(mention),
    )


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
    kind = KINDS.get(names.registry.kind(mention.actor) or "", "institution")
    outside = low.replace(names.text[mention.start : mention.end].casefold(), " ")
    role = [
        w for w in re.findall(r"\w+", outside) if w in names.cues.roles["anonymous"] or w in names.cues.roles["person"]
    ]
    if role and not _SPOKEN_FOR.search(outside):
        if names.is_person(mention):
            return described_voice(words, names)  # "Acker's deputy": whoever that is
        named = _APPOSED.search(words.strip(" ,"))
        if named is not None and named[1].casefold() in names.cues.roles["person"]:
            return Voice(kind="named_official", name=named[2].strip(), gender=gender_of(words, names))
        head = set(re.findall(r"\w+", HEAD_END.split(outside)[0]))
        last = next((w for w in reversed(role) if w in head), role[-1])
        return Voice(kind="anonymous", actor=mention.actor, plural=last.endswith("s"))
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
