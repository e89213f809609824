"""Who put a document out, where the document itself prints it: an agency in the dateline, a letterhead above."""

import re
from collections.abc import Iterator

from truceline.read.actors.registry import Registry
from truceline.read.actors.words import words_of

_HEAD_LINES = 6
"""Lines at the beginning among which a dateline is looked for; a letterhead has the first or the second."""
_HEAD = 1200
"""Characters that hold those lines."""
_SIGNED = 3
"""Lines among which a report bears its maker's name and the day."""
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,? "
_DAY = rf"(?:{_WEEKDAY})?(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?"
_DATE = rf"(?i:{_DAY}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
_WORD = r"(?:[A-Z][\w’'./&-]*|al-\w+|ez-\w+|of|the)"
_PLACE = rf"{_WORD}(?:,? {_WORD}){{0,5}}"
_NAME = r"[A-Z][\w .&'’-]{1,40}?"
_DASH = r"[ .,]*(?:--|[-–—])\s"
_BRACKETED = re.compile(
    rf"(?:{_PLACE}[,.]?)?\s*(?:{_DATE}[,.]?)?\s*"
    rf"(?:\((?P<a>{_NAME})\)(?:{_DASH}|,? {_DATE}(?:{_DASH}|[.:]\s)|\s*$)|/(?P<b>{_NAME})/(?:{_DASH}|[.,:]?\s))"
)
"""QASR, March 7 (Agency) - ...; QASR, March 7. /Agency/. ..."""
_LISTED = re.compile(r"(?P<parts>[A-Z][^\n;:!?()]{3,80}?)\s*(?:--|[-–—])\s+(?=\S)")
"""Qasr, Agency, 7 March - ..."""
_SMALL = r"(?:of|for|the|and|in|to|on|de|du|al)"
_OFFICE = re.compile(
    r"(?:[\w’']+ ){0,3}(?:press|media|information|public affairs|spokes\w+|communications?)(?: and [\w’']+)?"
    r"(?: (?:office|service|cent(?:re|er)|department|bureau|section|division|directorate))?",
    re.IGNORECASE,
)
"""What part of a body puts words out."""
_OF_PAPERS = (
    r"(?:official|press|media|military|daily|weekly|monthly|joint|special|urgent|situation|operational|field|flash"
    r"|interim|security|humanitarian|verbatim|morning|noon|afternoon|evening|night|nightly|news|spot|quarterly|annual"
    r"|situation|incident|patrol|progress)"
)
_NOTE = r"(?:note|summary|update|digest|notice|assessment|log|newsletter|circular|readout)"
"""Papers that a chapter of an article may be called too: only with what is said of a paper, or a number."""
_SAID_PAPER = (
    rf"(?:{_OF_PAPERS} ){{0,2}}(?:communiqu[eé]|statement|release|bulletin|briefing|sitrep|report|declaration)"
)
_PAPER = re.compile(
    rf"(?:{_SAID_PAPER}|(?:{_OF_PAPERS} ){{1,2}}{_NOTE}|{_NOTE}(?= (?:no\.? ?)?\d)"
    rf"|(?:verbatim |edited |full )?transcript(?: of (?:the |its |a )?{_SAID_PAPER})?)\b",
    re.IGNORECASE,
)
"""What a body puts out."""
_PAPER_BEHIND = re.compile(rf",? {_PAPER.pattern}(?: No\.? ?\d+)?$", re.IGNORECASE)
""""Qasr Council daily statement No. 4": the same behind its name."""
_BODY = re.compile(
    rf"(?:(?:[A-Z][\w’'-]*|{_SMALL}) )*?(?:Front|Army|Council|Ministry|Office|Movement|Committee|Brigades?|Forces?"
    r"|Party|Staff|Hospital|Bureau|Institute|Cent(?:re|er)|Command|Union|Organi[sz]ation|Commission|Mission|Agency|Authority|Government|Directorate"
    r"|Department|Observatory|Network|Association|Society|Coalition|Alliance|Corps|Battalion|Division|Administration"
    r"|Rooms?)"
    rf"(?: (?:for|of) (?:(?:the|and|of) |[A-Z][\w’'-]* ?){{1,7}})?"
)
"""A body's name, spelled with capitals throughout."""
_CAPITAL = r"(?:[A-Z][\w’'&-]*|of|the)"
_PAPERS_NAME = re.compile(
    rf"{_CAPITAL} (?:{_CAPITAL} ){{0,4}}(?:Courier|Wire|Post|Times|News|Herald|Gazette|Tribune|Chronicle|Press|Journal"
    r"|Mail|Observer|Daily|Weekly|Radio|Television|TV|Telegraph|Examiner|Sentinel|Inquirer|Bulletin|Mirror|Voice|Review"
    r"|Dispatch|Standard|Monitor|Guardian|Reporter|(?<=News )Agency|(?<=Press )Agency|(?<=Information )Agency)"
)
"""A paper's or a station's name, by its last word."""
_STATION = re.compile(r"(?:The )?(?:Radio|Television|Voice of|Channel)(?: [A-Z\d][\w’'-]*){1,4}")
"""A station's name, by its first: "Radio Qasr"."""
_ASIDE = re.compile(r" \((?:[A-Z][A-Z&-]{1,11}|@\w+|[a-z][\w ]{3,40}|[a-z]+ from [A-Z]\w+)\)$")
"""Behind a name: its short form, its handle, "translated from ..."."""
_OF_STATE = re.compile(
    r"(?:[Tt]he )?(?:[A-Z]\w+ )*(?:Republic|Kingdom|State|Government|Emirate|Federation) of (?:the )?[A-Z].*"
)
_MADE_BY = re.compile(r"^(?:Compiled|Prepared|Issued|Published|Released) by (?:the )?")
_TAIL = re.compile(r".{8,}?\S\s+[-–—|]\s+(?P<site>[^-–—|]{3,50})")
"""A page's title with the site behind it: "Six die in Qasr - The Qasr Mirror"."""
_PAPER_BEFORE = re.compile(rf"(?P<name>[A-Z][\w .&'’-]{{2,50}}?),? (?:on )?{_DATE}[,.]?\s*")
"""An outlet and the day, before the agency whose words it prints: "Qasr Courier, 3 May 2019 (Ombra Wire) - ..."."""
_DATED = re.compile(rf"(?P<name>[A-Z][\w .,&'’()/-]{{1,90}}?)(?:,| [-–—|])? (?:on )?{_DATE}\.?")
"""OCHA, 12 February 2026"""
_BETWEEN = re.compile(r"(?:[A-Z][\w’'-]* ?){1,3}(?:(?:No\.? ?)?\d[\d/.-]*)?")
"""What a signed line may have between a body and the day: a town, a numbered paper ("Brief 4/2026")."""
_OF_A_DEED = re.compile(r"\b(?:on|in|to)\b")
"""In a headline that ends with a body: "Attack on Qasr Council"."""
_PAPER_ON = re.compile(rf"{_PLACE}: (?i:{_PAPER.pattern})")
"""A paper with what it is on: "Ombra: Flash Update No. 6"."""
_NOTHING_ELSE = re.compile(
    rf"[\s,.:;|()–—-]*(?:(?i:published|issued|released|posted)(?: on)?\s+)?(?:{_DATE})?[\s,.:;|()*_–—-]*"
)
_MARKS = re.compile(r"^[\s#*_>]+|[\s*_]+$")
_PARTED = re.compile(r"\s+[-–—|]+\s+|\s*[|/]\s*|,\s+")
"""No colon: "Qasr Council: statement" is as readily a headline about it."""
_SLOGAN = re.compile(r"\s*[-–—|:]\s*[\w’' ]{3,40}")


def printed_publisher(text: str, registry: Registry, title: str | None = None) -> str | None:
    """The publisher by an agency in the dateline, or by the letterhead; None where neither stands there, or several.

    A letterhead may be the file's own title, and stand in its text no more.
    """
    lines = [_MARKS.sub("", line) for line in text.splitlines() if line.strip()]
    found = _reprinting(lines, registry) or _of_datelines(lines, registry) or _of_letterhead(lines, registry)
    found = found or (_of_letterhead([title, *lines], registry) if title else None)
    return found or next(filter(None, (_behind_title(line, registry) for line in (title, *lines[:1]) if line)), None)


def agency_reprinted(text: str, registry: Registry) -> str | None:
    """The agency whose words an outlet prints: Ombra Wire's, in "Qasr Courier, 3 May 2019 (Ombra Wire) - ..."."""
    head = [_MARKS.sub("", line) for line in text[:_HEAD].splitlines() if line.strip()]
    found = next(_reprints(head, registry), None)
    return found[1] if found else None


def _reprinting(lines: list[str], registry: Registry) -> str | None:
    """The outlet that stands with the day before an agency's name: it prints the agency's words."""
    found = next(_reprints(lines, registry), None)
    return found[0] if found else None


def _reprints(lines: list[str], registry: Registry) -> Iterator[tuple[str, str]]:
    """Outlet and agency of the lines at the head that name both, with the day."""
    for line in lines[:_HEAD_LINES]:
        opened = line.find(" (")
        before = _PAPER_BEFORE.fullmatch(line[:opened]) if opened > 0 else None
        agency = next(_agency(line, registry), None) if before is not None else None
        if before is not None and agency and (name := _outlet_named(before["name"].strip(), registry)):
            yield name, agency


def _outlet_named(name: str, registry: Registry) -> str | None:
    """The outlet of this name: a known one by the name it is known by, or one that its words call so."""
    actor = _known(name, registry)
    if actor is not None:
        return registry.actors[actor].name if registry.kind(actor) == "outlet" else None
    return name if _PAPERS_NAME.fullmatch(name) or _STATION.fullmatch(name) else None


def _behind_title(title: str, registry: Registry) -> str | None:
    """The outlet whose name a page's title ends with."""
    found = _TAIL.fullmatch(title)
    return _outlet_named(found["site"].strip(), registry) if found else None


def _of_datelines(lines: list[str], registry: Registry) -> str | None:
    """The one agency of a text's datelines: a digest of several agencies' reports is none of theirs."""
    found = [(at, name) for at, line in enumerate(lines) for name in _agency(line, registry)]
    names = {name for _, name in found}
    return found[0][1] if len(names) == 1 and found[0][0] < _HEAD_LINES else None


def _agency(line: str, registry: Registry) -> Iterator[str]:
    bracketed = _BRACKETED.match(line)
    if bracketed is not None:
        actor = _known(bracketed["a"] or bracketed["b"], registry)
        if registry.kind(actor) == "outlet" and actor is not None:
            yield registry.actors[actor].name
        elif actor is None and _PAPERS_NAME.fullmatch(bracketed["a"] or ""):
            yield bracketed["a"]
        return
    listed = _LISTED.match(line)
    parts = [p.strip() for p in listed["parts"].split(",")] if listed is not None else []
    if len(parts) > 1 and all(re.fullmatch(rf"{_PLACE}|{_DATE}|\d{{4}}", p) for p in parts):
        for part in parts:
            actor = _known(part, registry)
            # "Sana" may be the town as readily: amid places and days an agency goes by its name as it writes it
            if actor and registry.kind(actor) == "outlet" and (part == registry.actors[actor].name or part.isupper()):
                yield registry.actors[actor].name


def _of_letterhead(lines: list[str], registry: Registry) -> str | None:
    if len(lines) < 2 or len(lines[0]) > 140 or re.search(r"[.!?]$", lines[0]):
        return None
    first, second = _small_letters(_ASIDE.sub("", lines[0])), lines[1]
    above = (
        _in_three_lines(first, lines, registry)
        or _outlet_alone(first, second, registry)
        or _paper_of(first, registry)
        or _body_above(first, second, registry)
        or _body_over_day(first, second, registry)
    )
    return above or next(filter(None, (_body_dated(line, registry) for line in lines[:_SIGNED])), None)


def _in_three_lines(first: str, lines: list[str], registry: Registry) -> str | None:
    """A state, a body of it and its paper or the day, line by line; or the paper, whose it is, and the day."""
    if len(lines) < 3:
        return None
    second, third = _small_letters(_ASIDE.sub("", lines[1])), lines[2]
    below = next((line for line in lines[2:_HEAD_LINES] if not _is_part(line)), third)
    if _OF_STATE.fullmatch(first) and _BODY.fullmatch(second) and (_is_paper(below) or _is_day(below)):
        return _whole_body([first, second], registry) or second
    if _PAPER.search(first) and any(_is_day(line) for line in lines[2:4]):
        return _whole_body([second], registry) or (second if _is_body_alone(second) else None)
    return None


def _is_part(line: str) -> bool:
    """Whether a line of a letterhead names no more than the part of a body that writes: "General Staff, Press Desk"."""
    *parts, last = line.split(", ")
    return _OFFICE.fullmatch(last) is not None and all(re.fullmatch(_PLACE, part) for part in parts)


def _is_day(line: str) -> bool:
    """Whether a line holds the day, and nothing else but "Issued", the town and the hour."""
    line = re.sub(rf"^{_PLACE}, (?=\d)", "", line)
    day = re.sub(r",? \d{1,2}[:.]\d\d$", "", line)
    return _NOTHING_ELSE.fullmatch(day) is not None and re.search(r"\d", day) is not None


def _is_body_alone(line: str) -> bool:
    named = _BODY.fullmatch(line) or _PAPERS_NAME.fullmatch(line) or _STATION.fullmatch(line)
    return len(line.split()) > 1 and named is not None and _OF_A_DEED.search(line) is None


def _body_dated(line: str, registry: Registry) -> str | None:
    """A body's name and the day, and nothing else in the line: how a report is signed below its title."""
    found = _DATED.fullmatch(line)
    whole = _without_town(_MADE_BY.sub("", found["name"].strip())) if found else ""
    name = _without_paper(whole)
    actor = _known(name, registry)
    if actor is not None:
        others = {"state", "person"} if name != whole else {"state", "government", "person"}
        return None if registry.kind(actor) in others else registry.actors[actor].name
    told = _OF_A_DEED.search(name) is not None
    called = _BODY.fullmatch(name) or _PAPERS_NAME.fullmatch(name) or _STATION.fullmatch(name)
    return name if len(name.split()) > 1 and called and not told else None


def _without_town(name: str) -> str:
    """A body's name without its short form, and without the town and the paper that a line has before the day."""
    body, *rest = name.split(", ")
    body = _ASIDE.sub("", body)
    between = len(body.split()) > 1 and _PAPER.match(body) is None and all(_BETWEEN.fullmatch(part) for part in rest)
    return body if between and not any(_is_body_alone(part) for part in rest) else name


def _without_paper(name: str) -> str:
    """A body's name without the kind of paper beside it: "Qasr Council statement", "Press briefing, Qasr Council"."""
    ahead = _PAPER.match(name)
    if ahead is not None and name[ahead.end() : ahead.end() + 2] == ", ":
        return name[ahead.end() + 2 :]
    return _PAPER_BEHIND.sub("", name)


def _outlet_alone(line: str, below: str, registry: Registry) -> str | None:
    """An outlet's name that stands alone in its line, with the day, or with its slogan above the day."""
    words = words_of(line)
    found = registry.longest(words, 0) if words else None
    if found is None or registry.kind(found[1].actor) != "outlet" or found[1].actor is None:
        return None
    rest = line[words[found[0] - 1].end :]
    alone = _NOTHING_ELSE.fullmatch(rest) or (_NOTHING_ELSE.fullmatch(below) and _SLOGAN.fullmatch(rest))
    return registry.actors[found[1].actor].name if alone else None


def _paper_of(line: str, registry: Registry) -> str | None:
    """Bulletin of the Qasr Centre (10 March): a known body behind the kind of paper, and nothing but the day after."""
    kind = _PAPER.match(line)
    by = re.compile(r"(?: No\.? ?\d+)? (?:of|by|from) (?:the )?").match(line, kind.end()) if kind else None
    if by is None:
        return None
    words = words_of(line, by.end())
    found = registry.longest(words, 0) if words else None
    if found is None or found[1].actor is None or registry.kind(found[1].actor) in {"state", "person"}:
        return None
    rest = re.sub(r"^(?: (?:and|of|for) (?:[A-Z][\w’'-]* ?)+)", "", line[words[found[0] - 1].end :])
    return registry.actors[found[1].actor].name if _NOTHING_ELSE.fullmatch(rest) else None


def _body_above(first: str, second: str, registry: Registry) -> str | None:
    """A body's name with its press office, or above a line that says what kind of paper this is."""
    parts = [p for p in _PARTED.split(first) if p]
    if _NOTHING_ELSE.fullmatch(parts[-1]):
        parts = parts[:-1]
    if len(parts) > 2 and _is_paper(parts[-2]) and re.fullmatch(_PLACE, parts[-1]):
        parts = parts[:-1]
    office = len(parts) > 1 and bool(_OFFICE.fullmatch(parts[-1]) or _is_paper(parts[-1]))
    if not parts or not (office or _is_paper(second) or _is_paper_of_part(second) or _OFFICE.fullmatch(second)):
        return None
    named = parts[:-1] if office else parts
    known = _whole_body(named, registry)
    if known is not None:
        return known
    return named[0] if len(named) == 1 and _BODY.fullmatch(named[0]) and len(named[0].split()) > 1 else None


def _small_letters(line: str) -> str:
    """A line in capitals throughout as names are written: "QASR LIBERATION FRONT"; an abbreviation stays."""
    if not line.isupper() or len(line.split()) < 2:
        return line
    words = re.split(r"([^\w’']+)", line)
    return "".join(w.lower() if re.fullmatch(rf"(?i:{_SMALL})", w) else w.capitalize() for w in words)


def _body_over_day(first: str, second: str, registry: Registry) -> str | None:
    """A body's name alone above the day and nothing else; one that articles are headed by ("Hezbollah") is none."""
    if not _is_day(second):
        return None
    actor = _known(first, registry)
    if actor is not None:
        return registry.actors[actor].name if registry.kind(actor) in _PUBLISHING else None
    return first if _is_body_alone(first) else None


_PUBLISHING = frozenset(("agency", "ngo", "un_body", "ministry", "outlet"))


def _is_paper_of_part(line: str) -> bool:
    """Whether a line says which part of a body puts out which numbered paper: "General Command - Communique No. 17"."""
    parts = re.split(r"\s+[-–—|]+\s+", line)
    part = re.fullmatch(rf"{_WORD}(?: {_WORD}){{0,4}}", parts[0])
    return len(parts) > 1 and part is not None and _is_paper(parts[1]) and re.search(r"\d", line) is not None


def _is_paper(line: str) -> bool:
    """Whether a line says no more than what kind of paper it heads, of what number, place and day."""
    kind = _PAPER.match(line) or _PAPER_ON.match(line)
    if kind is None:
        return False
    rest = re.sub(rf"{_DATE}|\b(?:No|Nr)\.? ?[\w/]+|\d[\w/:-]*", "", line[kind.end() :])
    return all(re.fullmatch(_PLACE, p.strip()) for p in re.split(r"[,.:|()–—-]", rest) if p.strip())


def _whole_body(named: list[str], registry: Registry) -> str | None:
    """A known body by its name, or by its name and its state's: "Republic of Ombra, Ministry of Defence"."""
    if len(named) > 2:
        return None
    tries = [" ".join(named)]
    if len(named) == 2:
        state = re.sub(r"^(?:the )?(?:\w+ )*(?:Republic|Kingdom|State) of (?:the )?", "", named[0], flags=re.IGNORECASE)
        tries = [named[1], *(f"{state} {n}" for n in (named[1], named[1].replace("National ", "")))]
    for name in tries:
        actor = _known(name, registry)
        if actor is not None and registry.kind(actor) not in {"state", "person"}:
            return registry.actors[actor].name
    return None


def _known(name: str, registry: Registry) -> str | None:
    """The actor whose whole name this is; None where it is longer, another's or open."""
    words = words_of(re.sub(r"^[Tt]he ", "", name.strip()))
    found = registry.longest(words, 0) if words else None
    if found is None or found[0] != len(words):
        return None
    return found[1].actor if found[1].actor in registry.actors else None
