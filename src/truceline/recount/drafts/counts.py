"""How many people a draft's words count: by the people they name, or by the rules' own statement of harm."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from truceline.model.account import FIGURES, FacetName
from truceline.model.amount import Quantity, Range
from truceline.model.draft import Draft, DraftFacet
from truceline.model.plain import to_plain
from truceline.model.span import Span, overlap
from truceline.recount.bench import Bench
from truceline.recount.counted import EITHER, UNTOLD, given_back, of_others
from truceline.recount.facets.small_words import supposed
from truceline.recount.kit import RecountKit
from truceline.recount.one_look import SURELY
from truceline.recount.persons import People, find_people
from truceline.recount.scan import Harm
from truceline.recount.spared import THEN_UNHARMED
from truceline.recount.tokens import Token, classed, split_words

HARMS: frozenset[FacetName] = frozenset({"killed", "injured"})
COUNTS: frozenset[FacetName] = frozenset(FIGURES)
_OF_AGE = re.compile(
    r"\b(?:an?|one|the|his|her|their)\s+(?:[\w-]+\s+)?"
    r"(?!(?:family|household|group|crowd|crew|party|team|convoy|couple|pair|total)\b)\w+\s+(?:of|aged)\s+$",
    re.IGNORECASE,
)
"""One person's age follows: "a girl of 12", but not in "a family of nine"."""
_JOINED = re.compile(
    r",?\s+(?:and|plus|&)\s+(?!(?:is|was|were|had|has)\b)|,\s+(?=(?:a|an|his|her|their|its)\s)", re.IGNORECASE
)
_PARTS = re.compile(
    r"\b(?:of (?:them|whom|these|those)|including|among|between|aged|old"
    r"|(?<=, )(?:mostly|mainly|chiefly|largely|most|many))\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\w\s+of\s+(?:the|this|that|an?|his|her|their|its|one)\s", re.IGNORECASE)
"""A whole of which some are counted; what follows it without a number is of it: "58 of the clan and its neighbours"."""
_SOMEBODY = re.compile(
    r"(?:an?|the|his|her|its|their|our|my|another)\s+(?:[\w’'-]+\s+){0,3}?(?P<noun>[\w-]*[^\W\ds])"
    r"(?=\s*$|[,;(]|\s+(?:who|whose|in|at|from|of|on|near|by|with|aged|named|called|was|were|had|has|and)\b)",
    re.IGNORECASE,
)
"""One person by an article and a noun in the singular."""
_UNHARMED = re.compile(r"\b(?:unhurt|unharmed|unscathed|uninjured|in good health|safe(?:ly)?|nil)\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:no(?! (?:fewer|less))|none|nobody|without|not|never|neither|zero)\b|n['’]t\b", re.IGNORECASE
)
_STEP = re.compile(
    r"\b(?:raised|revised|lowered|corrected|updated|increased|reduced|amended|adjusted|rose|risen|climbed|fell|fallen"
    r"|dropped|grew|grown|went|gone|jumped)\b[^.;!?]{0,60}?\bfrom\s+[^.;!?]{1,30}?\s+to\s+(?P<to>[^.;!?]{1,30})$",
    re.IGNORECASE,
)
_STEP_BEFORE = 100
_BODIES_OF = 14
"""Characters before marked words in which "the bodies of" stands."""
_ANEW = re.compile(
    r"\bthe (?:(?:real|true|actual|right|correct) )?(?:number|figure|count)"
    r" (?:was|is|were|had been|might be|could be|stood at)(?: [a-z]+){0,3} $",
    re.IGNORECASE,
)
_AFTER = 30
"""Characters behind marked words that belong to them."""
_COUNTED = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven"
    r"|eigh|nine)ty|dozens?|scores?|several|few|handful|some|many|hundreds?|thousands?|both|couple|pair|no|none|nobody|and)\b",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(r"\W*(?:not|no)\s+(?:one|a)\b(?!\s+(?:hundred|thousand|dozen))", re.IGNORECASE)


_DEAD_BEFORE = re.compile(
    r"\bwho(?:se(?: (?!\d)[\w’'-]+){1,3})? had died\b(?! (?:in|of|from|at|on|when|after|during|under|as|by|while)\b)",
    re.IGNORECASE,
)
"""A death that only says of whom the talk is: "the market, whose owner had died"."""


_REFUSED = re.compile(
    r"\b(?:not|rather than|instead of)\s+(?:the\s+)?(?!one\b|an?\b)(?:[\d,]+|[a-z]+)(?:\s+(?:people|persons))?\W*$",
    re.IGNORECASE,
)
_REFUSED_BEFORE = 20
"""Characters before a number in which it is refused: "not two", "rather than the four"."""


_PART = re.compile(r"(\d{1,3}(?:,?\d{3})*) of (?:them|whom|these|those)\b", re.IGNORECASE)
"""A part in figures of a number told before: "46 died, | 22 of them civilians"."""
_DOERS = re.compile(
    r"\b(?:has|have|had)\s+(?:(?:at least|up to|as many as)\s+)?[\w-]+\s+(?:[\w-]+\s+)?"
    r"(?:authors?|culprits?|perpetrators?|suspects?|accused)\W*$",
    re.IGNORECASE,
)


_SHOT_AT = re.compile(
    r"\b(?:(?:shot|shoots?|shooting|fired|fires?|firing) at|open(?:ed|s|ing) fire (?:on|at)|fir(?:ed|es|ing) on)"
    r" (?:the |some |several )?$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:(?:at least|about|some|up to|more than|as many as|a) )?(?:[\w-]+ ){0,2}(?:of )?[\w-]+", re.IGNORECASE
)
_WOUNDS = re.compile(
    r"\s(?:[\w-]+\s)?(?:(?:gun ?shot|bullet|stab|knife|shrapnel)[ -])?(?:wounds?|times|rounds?|shots?|bullets?)\b"
    r"(?!\s(?:victims?|patients?))",
    re.IGNORECASE,
)
"""Behind a number that counts wounds and nobody: "found him with two gunshot wounds"."""


_EACH = re.compile(
    r"[^.;:!?]*[.;:!?,]\s+(?:one|two|three|four|five|six|some|\d+)\b[^.!?]*?\b(?:the (?:others?|rest)|another)\b",
    re.IGNORECASE,
)
"""Behind people counted: what befell each is told of them one by one."""


def is_counted(words: str) -> bool:
    """Whether a number word or a vague one stands in the words; "and" joins people without counting them."""
    return any(m[0].lower() != "and" for m in _COUNTED.finditer(words))


def each_told(bench: Bench, facet: DraftFacet, draft: Draft) -> bool:
    """Whether what befell those counted is told only behind: "Two boys trod on it. One died, the other lost a leg"."""
    if facet.facet not in HARMS or not _inside(bench, facet.span) or _harms(bench, facet):
        return False
    each = _EACH.match(bench.reading.prose, facet.span[1])
    behind = {f.span for f in draft.facets if f.facet in HARMS and facet.span[1] <= f.span[0]}
    return each is not None and sum(start < each.end() for start, _ in behind) > 1


def counts_unharmed(bench: Bench, facet: DraftFacet) -> bool:
    """Whether those counted may have done it or were shot at, or are wounds: "shot at four men", "had three wounds"."""
    if facet.facet not in HARMS:
        return False
    text, (start, end) = bench.reading.prose, facet.span
    if (_BARE.fullmatch(text, start, end) and _WOUNDS.match(text, end)) or of_others(text, start, end):
        return True
    return bool(_DOERS.search(text[max(0, start - 12) : end]) or _SHOT_AT.search(text[max(0, start - 30) : start]))


def is_refused(bench: Bench, facet: DraftFacet) -> bool:
    """Whether a number of people is named as another's, who is wrong: "three soldiers died, not two as they say"."""
    inside = _inside(bench, facet.span) if facet.facet in HARMS else []
    if len(inside) != 1 or not inside[0].low:
        return False
    text = bench.reading.prose
    return _REFUSED.search(text[max(0, inside[0].start - _REFUSED_BEFORE) : facet.span[1]]) is not None


def dead_before(bench: Bench, facet: DraftFacet) -> bool:
    """Whether people are taken for killed by nothing but a death before: "200 men came to a hall whose owner had died".

    The rules read no harm from such words.
    """
    scene = next((s for s in bench.scenes.values() if s.index >= 0 and overlap(s.span, facet.span)), None)
    if facet.facet != "killed" or scene is None or scene.harms:
        return False
    return _DEAD_BEFORE.search(bench.reading.prose, *scene.span) is not None


def _tells_no_harm(text: str, span: Span) -> bool:
    """Whether words count bodies given back, or people only supposed to be harmed."""
    return given_back(text, max(0, span[0] - _BODIES_OF), span[1]) or supposed(text, span[0])


def count_of(bench: Bench, kit: RecountKit, facet: DraftFacet) -> Any:
    """A range with its group: by the people named in the words, else by the rules' own statement of harm.

    Of those detained a name or "the men" counts nobody: that is who was taken.
    """
    if facet.facet == "detained" and not _COUNTED.search(bench.words_of(facet.span)):
        return None
    if facet.facet in HARMS and _tells_no_harm(bench.reading.prose, facet.span):
        return None
    if facet.facet in HARMS and any(_counts_them_anew(bench, q, kit) for q in _inside(bench, facet.span)):
        return None
    named, harm = people_in(bench, kit, facet.span), harm_of(bench, facet)
    if harm is None or (
        not _with_others(harm, facet.span)
        and named is not None
        and (named["low"], named["high"]) != (harm.low, harm.high)
    ):
        return named
    return _range(harm.low, harm.high, harm.text, harm.comparator, harm.group)


def _with_others(harm: Harm, span: Span) -> bool:
    """Whether the rules count others behind the verb whom the words leave out: "Brenn was killed with two guards"."""
    heads = harm.words[: len(harm.heads)]
    begun = bool(heads) and overlap(heads[0], span) > 0
    return begun and any(a >= max(harm.cue[1], span[1]) for a, _ in heads)


def people_in(bench: Bench, kit: RecountKit, span: Span) -> dict[str, Any] | None:
    """A range with its group, by the people named in the words alone; None where they name none.

    People joined by "and" are counted together, those only described further ("a man, Cato Brill, 51") once.
    """
    span = _became(bench, span)
    text = bench.words_of(span)
    if THEN_UNHARMED.match(bench.reading.prose, span[1]):
        return _range(0, 0, text, "=", _group(_people(bench, kit, span)))
    if UNTOLD.match(text) or EITHER.search(bench.reading.prose[span[0] : span[1] + _AFTER]):
        return None
    if _UNHARMED.search(text) or _NOT_ONE.match(text):
        return _range(0, 0, text, "=", _group(_people(bench, kit, span)))
    named = [p for _, p in _named(bench, kit, span)]
    if not named or (_NOBODY.match(text) and not named[0].counted):
        return _range(0, 0, text, "=", _group(named)) if _NOBODY.search(text) else None
    return _all_of(named, text)


def _all_of(named: Sequence[People], text: str) -> dict[str, Any]:
    """A range over some people told beside each other."""
    if len(named) == 1:
        one = named[0]
        return _range(one.low, one.high, text, one.comparator, one.group)
    low = sum(p.low or 0 for p in named)
    high = None if any(p.high is None for p in named) else sum(p.high or 0 for p in named)
    return _range(low, high, text, "=" if low == high else ">=", _group(named))


def _became(bench: Bench, span: Span) -> Span:
    """Of words for a total's change the number it became: "revised the toll from 40 to | 31"."""
    start = max(0, span[0] - _STEP_BEFORE)
    step = _STEP.search(bench.reading.prose[start : span[1]])
    return (start + step.start("to"), span[1]) if step is not None and start + step.start("to") > span[0] else span


def groups_in(bench: Bench, kit: RecountKit, span: Span) -> list[tuple[Span, dict[str, Any]]]:
    """The people that words join by "and", each group with its words and range; none where they are of one group."""
    named = _named(bench, kit, span)
    if len({p.group for _, p in named} - {"unknown"}) < max(len(named), 2):
        return []
    return [(part, _range(p.low, p.high, bench.words_of(part), p.comparator, p.group)) for part, p in named]


def _named(bench: Bench, kit: RecountKit, span: Span) -> list[tuple[Span, People]]:
    parts = _joined(bench.words_of(span), span)
    named = [(part, p) for part in parts if (p := _one_of(bench, kit, part)) is not None]
    whole = bool(named) and named[0][1].counted and _WHOLE.search(bench.words_of(named[0][0])) is not None
    return [(part, p) for n, (part, p) in enumerate(named) if not (n and whole and p.vague and p.definite)]


def _joined(text: str, span: Span) -> Iterator[Span]:
    """The words as they are joined by "and"; whole where they tell of parts or of one's particulars."""
    cuts = [] if _PARTS.search(text) else [m.span() for m in _JOINED.finditer(text)]
    cuts = cuts if any(text[a:b].strip(" ,") for a, b in cuts) else []  # "Hadi Brenn, a mechanic": described further
    at = 0
    for start, end in [*cuts, (len(text), len(text))]:
        yield span[0] + at, span[0] + start
        at = end


def _one_of(bench: Bench, kit: RecountKit, span: Span) -> People | None:
    """The people of one part of the words; somebody by a noun nobody listed ("a gardener") is one."""
    people = _people(bench, kit, span)
    if people:
        return people[0]
    somebody = _SOMEBODY.match(bench.words_of(span))
    if somebody is None or somebody["noun"].lower() in bench.lexicon.nobody:
        return None
    if not kit.harm.sets["not_people"].isdisjoint(somebody[0].lower().split()):  # "the dog died"
        return None
    return People(first=0, last=0, low=1, high=1, head=bench.words_of(span))


def _group(people: Sequence[People]) -> str:
    groups = {p.group for p in people}
    return groups.pop() if len(groups) == 1 else "unknown"


def _range(low: int | None, high: int | None, text: str, comparator: str, group: str) -> dict[str, Any]:
    return {**to_plain(Range(low=low, high=high, text=text, comparator=comparator)), "group": group}  # type: ignore[arg-type]


def harm_of(bench: Bench, facet: DraftFacet) -> Harm | None:
    """The rules' statement of the same harm on the same words: one whose number lies within them."""
    words = bench.words_of(facet.span)
    counted = bool(_inside(bench, facet.span))
    said = (h for h in _harms(bench, facet) if h.kind == facet.facet)
    return next((h for h in said if h.text in words or words in h.text or not counted), None)


def _harms(bench: Bench, facet: DraftFacet) -> list[Harm]:
    """The rules' statements of harm on some of the words."""
    scenes = (s for s in bench.scenes.values() if s.index >= 0 and overlap(s.span, facet.span))
    return [h for s in scenes for h in s.harms if overlap((h.start, h.end), facet.span)]


def other_harm(bench: Bench, facet: DraftFacet) -> bool:
    """Whether the rules read another harm from the words: of people shot, who died is told apart."""
    kinds = {h.kind for h in _harms(bench, facet)}
    if kinds == {"hit"} and facet.facet == "killed" and facet.score >= SURELY:
        return False  # "shot five clerks": whether they died, the whole of a report may tell
    return facet.facet in COUNTS and bool(kinds) and facet.facet not in kinds


def is_toll(bench: Bench, facet: DraftFacet) -> bool:
    """Whether what is taken for damage is people counted: "3 KIA, 5 WIA"."""
    return facet.facet == "damage" and any(
        (h.start, h.end) == facet.span or h.start == facet.span[0] for h in _harms(bench, facet)
    )


def _inside(bench: Bench, span: Span) -> list[Quantity]:
    """The numbers in the words that are nobody's age."""
    text = bench.words_of(span)
    return [
        q
        for q in bench.reading.quantities
        if span[0] <= q.start and q.end <= span[1] + 1 and not _OF_AGE.search(text, 0, max(0, q.start - span[0]))
    ]


def _people(bench: Bench, kit: RecountKit, span: Span) -> list[People]:
    """People and bare numbers in the words."""
    text = bench.reading.prose
    inside = _inside(bench, span)
    tokens = classed(split_words(text, span), inside, kit.harm)
    people = [p for p in find_people(tokens, kit.harm.sets) if p.counted or not _is_place(bench, tokens, p)]
    part = _PART.match(bench.words_of(span))
    if part is not None and not inside:
        number = int(part[1].replace(",", ""))
        group = people[0].group if people else "unknown"
        return [People(first=0, last=0, low=number, high=number, counted=True, group=group, head=part[1])]
    if people:
        counted = [p for p in people if p.counted]
        return counted[:1] or [p for p in people if p.name is None] or people
    return [
        People(first=0, last=0, low=q.low, high=q.high, comparator=q.comparator, counted=True, head=q.text)
        for q in inside[:1]
        if not _counts_things(text, q, kit)
    ]


def _counts_them_anew(bench: Bench, quantity: Quantity, kit: RecountKit) -> bool:
    """Whether a number is another one for things counted before: "40 burned houses. The number was nearer 60"."""
    text = bench.reading.prose
    anew = _ANEW.search(text, max(0, quantity.start - _STEP_BEFORE), quantity.start)
    before = [q for q in bench.reading.quantities if anew is not None and q.end <= anew.start()]
    return bool(before) and _counts_things(text, before[-1], kit)


def _counts_things(text: str, quantity: Quantity, kit: RecountKit) -> bool:
    """Whether things follow a number whose words were marked without them: "eight mass [graves]"."""
    things = kit.harm.sets["not_people"]
    after = re.findall(r"[a-z]+", re.split(r"[.,;:()]", text[quantity.end : quantity.end + _AFTER])[0].lower())[:2]
    return any(w in things or w.rstrip("s") in things for w in after)


def _is_place(bench: Bench, tokens: Sequence[Token], people: People) -> bool:
    """Whether what looks like somebody's name is a place's."""
    start, end = tokens[people.first].start, tokens[people.last].end
    return people.name is not None and any(p.start < end and start < p.end for p in bench.reading.places)
