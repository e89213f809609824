"""What inside a content is a claim of its own: nouns and passives that report, and what only looks like a report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.span import Span
from truceline.read.claims.cues import Cue, CueTable
from truceline.read.claims.raw import RawClaim
from truceline.read.claims.unsaid import answers_by_deed, noticed_by_none

_SELF = frozenset({"i", "we", "you", "me", "us", "my", "our", "who", "which", "that"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
_NEGATED = re.compile(r"\b(?:not|never|no)\b|n['’]t\b")
_ADJECTIVES = re.compile(r"(?:an?|no|any|the)(?: [a-z-]+){1,2}", re.IGNORECASE)
_OWN = frozenset({"own", "owns", "owned", "owning"})
_ADD = frozenset({"add", "adds", "added", "adding"})
_WHERE = re.compile(r"(?:where|up|to|together|when)\b")
_MODAL = frozenset({"can", "could", "may", "might", "must", "should"})
_SHOWN = frozenset({"pointed", "points", "showed", "shows", "show", "suggested", "suggests", "proved", "proves"})
"""What a thing does that tells nobody's word."""
_SHORTEST = 12
"""Characters of content under which a pronoun's inner claim tells nothing."""
_KNOWN_BY_SCORE = 0.25
"""How sure the tagger must be of an inner claim whose cue is on no list: right in 19 of 23 unseen ones."""
_NOUN = re.compile(
    r"(?:(?P<owner>"
    r"(?:[Tt]he|[Bb]oth|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[A-Z][\w-]+)(?: [\w-]+){0,4}?['’]s?|"
    r"(?!(?:The|An?|This|That|These|Those|Such|Any|All|Some|No)\b)[A-Z][\w-]+)\s+)?"
    r"(?:(?:press release|statement|state media|media|army|government|police|military)\s+)?"
    r"(?:(?:own|so-called|repeated|earlier|latest|recent|public|false|baseless)\s+){0,2}"
    r"\b(?P<noun>[a-z]+)(?:\s+(?:by|from|in)\s+(?P<by>[\w’'-]+(?: [\w’'-]+){0,3}?))?\s+(?P<rest>that|of|about)\b"
)
_TOLD = re.compile(
    r"\b(?:(?:has|have|had) been|was|were|been)\s+(?:told|warned|informed|assured|ordered|instructed|asked)\b"
    r"(?:\s+by\s+(?P<by>[\w’' -]{3,40}?))?\s+(?P<rest>that|to|of|not to)\b"
)
_JUDGED = re.compile(
    r"\s(?:is|are|was|were|(?:has|have) been)\s+(?:\w+ly\s+)?"
    r"(?:(?:a|an|all|not|just|pure|plain|complete|total)\s+){0,2}"
    r"(?:lies?|false\w*|true|untrue|baseless|unfounded|groundless|nonsense|wrong|fabricat\w+|inventions?|propaganda|absurd"
    r"|(?:dismissed|rejected|denied)(?=\s+(?:by|as)\b|\W*$))\b"
)
"""Where what a report tells ends and what is said of the report begins: "the claim that shells fell | is false"."""
_PUT = re.compile(
    r"(?:that )?(?P<who>(?:[\w’'.-]+ ){1,8}?)(?P<cue>(?:ha[sd] )?puts?) "
    r"(?P<rest>(?:the|its|their|his|her) (?:number (?:of )?)?"
    r"(?:dead|toll|death toll|killed|wounded|injured|casualties|losses)\b.* at .*\w)"
)
"""Who gives a figure within another's words: "the mayor put the dead at 55, the paper wrote"."""
_VERDICT = re.compile(
    r"(?:\w+ly )?(?:baseless|false|untrue|unfounded|groundless|absurd|nonsense|fabricated|propaganda|ridiculous"
    r"|malicious|an? (?:\w+ )?(?:lie|fable|fabrication|invention|slander|comedy|farce))",
    re.IGNORECASE,
)
_SPURNS = re.compile(
    r"\b(?:dismiss|describ|denounc|reject|brand|condemn|ridicul|mock|deride|derid|characteri[sz])\w* (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_AS = re.compile(r"\s+as\s+(?:[\"“][^\"”]{2,60}[\"”]?|an?\s+[\w’' -]{3,40}|\w+)\s*$")
"""Where a judgement begins behind another's words: "dismissed its claim that it had been misled | as ‘a comedy’"."""
_REPORTS = re.compile(r"(?:reports?|rumou?rs?|allegations?|accusations?|claims?|statements?|charges?|assertions?)")
_OF_DAY = re.compile(r"\s+(?:\d|January|February|March|April|May|June|July|August|September|October|November|December)")
"""As in “its report of May”: the report's day, not what it tells."""
_HEAVY = ("report", "rumour", "rumor", "allegation", "accusation", "claim", "warning", "denial", "suspicion")
"""Nouns that report also with "of" and "about"."""


def attributes(text: str, inner: RawClaim, cues: CueTable) -> bool:
    """Whether an inner claim is one: a cue that reports, and not merely the speaker's own "I", "we" or "he never".

    A cue that no list has ("sent word", "lists") reports where the tagger is not unsure of it and a source is named.
    """
    sources = [text[a:b].casefold() for a, b in inner.source]
    source = sources[0] if len(set(sources)) == 1 else " ".join(sources)
    cue = " ".join(text[a:b] for a, b in inner.cue).casefold()
    words = re.findall(r"[a-z]+", cue)
    known = [cues.verbs[w] for w in words if w in cues.verbs]
    if (
        not source
        or source in _SELF
        or _is_verdict(text, inner)
        or _is_one_phrase(text, inner, cues)
        or answers_by_deed(text, inner)
    ):
        return False
    if noticed_by_none(text, inner) or _tells_nothing(text, inner, words, cues):
        return False
    listed = known or any(w in cues.nouns for w in words) or "according" in words
    if source not in _PRONOUNS:
        return bool(listed) or inner.score >= _KNOWN_BY_SCORE
    if not listed:
        return False
    told = sum(b - a for a, b in inner.content)
    return told >= _SHORTEST and not _NEGATED.search(cue) and (not known or any(_reports(c) for c in known))


def _tells_nothing(text: str, inner: RawClaim, words: Sequence[str], cues: CueTable) -> bool:
    """Whether a verb of telling is one of doing here: “both armies owned the same mortar”, “he had added where ...”.

    Nor does a thing tell that "points to" something, nor whoever "can verify it".
    """
    told = text[inner.content[0][0] : inner.content[-1][1]].strip(' ,.;"”“') if inner.content else ""
    after = text[inner.cue[-1][1] : inner.cue[-1][1] + 4]
    last = words[-1] if words else ""
    if last in _OWN:
        return not after.startswith(" up")
    if last in _ADD and _WHERE.match(told):
        return True
    if told.casefold() in _PRONOUNS | {"this", "that", "them"} and not _MODAL.isdisjoint(words):
        return True
    who = text[inner.source[-1][0] : inner.source[-1][1]].casefold().split()
    return bool(who) and who[-1] in cues.words["things"] and not _SHOWN.isdisjoint(words)


def _is_one_phrase(text: str, inner: RawClaim, cues: CueTable) -> bool:
    """As in “an advance warning of the strike”: article and adjectives before a noun in -ing are nobody who warns."""
    (start, end), (verb, verb_end) = inner.source[-1], inner.cue[0]
    if text[end:verb] != " " or not text[verb:verb_end].endswith("ing") or not _ADJECTIVES.fullmatch(text, start, end):
        return False
    told = text[inner.content[0][0] : inner.content[0][0] + 5] if inner.content else ""
    return text[start:end].rsplit(maxsplit=1)[-1] not in cues.tellers and told != "that "


def _is_verdict(text: str, inner: RawClaim) -> bool:
    """As in “called the allegations ‘baseless’”: what is said of them is not what they say."""
    told = " ".join(text[a:b] for a, b in inner.content).strip(" ,.;\"“”'‘’")
    return _VERDICT.fullmatch(told) is not None


def _reports(cue: Cue) -> bool:
    return "clause" in cue.acts or "weak" not in cue.acts


def unowned_claims(text: str, clause: Span, cues: CueTable) -> Iterator[RawClaim]:
    """As in “reports of shelling”, "accusations that ...", "had been told to ...": claims nobody is named for."""
    for m in _NOUN.finditer(text, *clause):
        dated = m["rest"] == "of" and _OF_DAY.match(text, m.end()) is not None
        light = dated or (m["rest"] != "that" and not m["noun"].startswith(_HEAVY))
        light = light or (m["noun"] == "warning" and m["rest"] == "of" and not (m["owner"] or m["by"]))
        end = judged_from(text, (m.end(), clause[1]))
        if m["noun"] in cues.nouns and not light and end - m.start("rest") > _SHORTEST:
            named = next((g for g in ("owner", "by") if m[g]), None)
            owner = (m.span(named),) if named else ()
            cue = (m.start("noun"), m.end("noun"))
            yield RawClaim(source=owner, cue=(cue,), content=((m.start("rest"), end),), score=_LOW)
    for m in _TOLD.finditer(text, *clause):
        by = ((m.start("by"), m.end("by")),) if m["by"] else ()
        if not by and m["rest"] != "that":
            continue  # being told to is most often a deed, and "warned of the patrol" says that there was notice
        end = m.start("by") - 3 if m["by"] else m.start("rest")
        cue = (m.start(), m.start() + len(text[m.start() : end].rstrip()))
        yield RawClaim(source=by, cue=(cue,), content=((m.start("rest"), clause[1]),), score=_LOW)


_LOW = 0.4
_ITEM = re.compile(r"[,;] (?:(?:and|but|or) )?(?=that\b)")
"""Where the next of a teller's clauses begins: "..., that Y, and that Z"."""
_WHOM = re.compile(r"\s*(?:(?:him|her|them|us|me|you|it)\b\s*)?")


def of_one_item(text: str, inner: RawClaim, outer: RawClaim) -> RawClaim:
    """An inner claim without its teller's next clause: "stated that X had told him it was safe, | and that he fled".

    Where that clause may be the inner speaker's as well ("that X had said that it was safe, and that he fled"), it is
    left, unless others of the teller's clauses came before.
    """
    whole = next(((a, b) for a, b in outer.content if a <= inner.cue[0][0] < b), None)
    if whole is None or not inner.content or not text.startswith("that ", whole[0]):
        return inner
    listed = _ITEM.search(text, whole[0], min(a for a, _ in (*inner.source, *inner.cue)) + 1) is not None
    after = _ITEM.search(text, inner.cue[-1][1], whole[1])
    own_that = text.startswith("that ", inner.content[0][0]) and (after is None or inner.content[0][0] < after.end())
    if after is None or (own_that and not listed) or inner.content[-1][1] <= after.start():
        return inner
    kept = tuple((a, min(b, after.start())) for a, b in inner.content if a < after.start())
    told = _WHOM.match(text, inner.cue[-1][1], after.start())
    start = told.end() if told else after.start()
    rest = ((start, after.start()),) if after.start() - start > _SHORTEST else ()
    return replace(inner, content=kept or rest) if kept or rest else inner


def figures_put(text: str, clause: Span) -> Iterator[RawClaim]:
    """As in “the mayor put the dead at 55”: who gives a figure at a clause's beginning."""
    put = _PUT.match(text, *clause)
    if put is not None:
        who = (put.start("who"), put.end("who") - 1)
        yield RawClaim(source=(who,), cue=(put.span("cue"),), content=(put.span("rest"),), score=_LOW)


def judged_from(text: str, told: Span) -> int:
    """Where what a report tells ends and a judgement of the report begins, or the end of all."""
    judged = _JUDGED.search(text, *told)
    return judged.start() if judged else told[1]


def without_judgement(text: str, raw: RawClaim) -> RawClaim:
    """The claim of a noun that reports, without what is said of it: "the claim that shells fell | is false"."""
    if (
        not raw.content
        or not raw.cue
        or not _REPORTS.fullmatch(text, *raw.cue[-1])
        or raw.content[-1][0] < raw.cue[-1][1]
    ):
        return raw
    start, end = raw.content[-1]
    opens = min(a for a, _ in (*raw.source, *raw.cue))
    spurned = _SPURNS.search(text, max(0, opens - 40), opens) and _AS.search(text, start, end)
    judged = spurned.start() if spurned else judged_from(text, (start, end))
    return replace(raw, content=(*raw.content[:-1], (start, judged)))
