"""What a draft's words come to: who they name, which place, time, number or kind of thing."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from truceline.model.account import FacetName
from truceline.model.actor import ActorMention
from truceline.model.amount import Quantity, Range
from truceline.model.claim import Claim
from truceline.model.draft import DraftFacet
from truceline.model.place import Place
from truceline.model.plain import to_plain
from truceline.model.span import Span, overlap
from truceline.model.when import Time
from truceline.recount.bench import Bench
from truceline.recount.convert import plain_place, plain_time
from truceline.recount.kit import RecountKit
from truceline.recount.lexicon import longest
from truceline.recount.persons import People, find_people
from truceline.recount.scan import Harm
from truceline.recount.tokens import Token, classed, split_words

PARTIES: frozenset[FacetName] = frozenset({"actor", "target", "responsibility"})
HARMS: frozenset[FacetName] = frozenset({"killed", "injured"})
COUNTS: frozenset[FacetName] = frozenset({"killed", "injured", "detained", "displaced"})
_OWN = frozenset({"denies", "admits", "justifies"})
"""Acts by which a speaker speaks of what it did itself."""
_STANCES = {"intent": "intended", "compliance": "kept", "notice": "informed"}
_SHORTEST_NAME = 3
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|our)\s+", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:in|at|on|near|to|from|towards?|against|around|outside|inside|into|over|across|by|of|the|an?)\s+)+",
    re.IGNORECASE,
)
"""Words before a place that are no part of its name."""
_NOWHERE = frozenset(
    """
    in at on near to from toward towards against around outside inside into over across by of between behind
    beside more less there here where same elsewhere place site scene area area's city town eastern western
    northern southern east west north south front line way time first second other both all it them
    """.split()  # noqa: SIM905  a table
)
"""Words that alone are no place."""
_TRAILING = re.compile(
    r"(?:,|\s(?:had|has|have|was|were|is|are|been|being|to|of|by|and|or|that|which|who|the|a|an|in|on|at))+$"
)
"""Words at an end that belong to what follows."""
_FIRST = re.compile(r"(?:we|us|ourselves|i|me|myself)(?:\s+(?:ourselves|myself))?", re.IGNORECASE)
_THIRD = re.compile(r"(?:it|he|she|they)(?:\s+(?:itself|themselves|himself|herself))?", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:i|we|you|he|she|it|they|me|us|him|her|them|who|whom|which|that|this|these|those|one|both|all|some|others?)"
    r"(?:\s+(?:itself|themselves|ourselves|himself|herself|of (?:it|them|us|whom|which)))?",
    re.IGNORECASE,
)
_OF_AGE = re.compile(r"\b(?:an?|one|the|his|her|their)\s+(?:[\w-]+\s+)?\w+\s+(?:of|aged)\s+$", re.IGNORECASE)
"""One person's age follows: "a girl of 12"."""
_JOINED = re.compile(
    r",?\s+(?:and|plus|&)\s+(?!(?:is|was|were|had|has)\b)|,\s+(?=(?:a|an|his|her|their|its)\s)", re.IGNORECASE
)
_PARTS = re.compile(r"\b(?:of (?:them|whom|these|those)|including|among|between|aged|old)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"(?:an?|the|his|her|its|their|our|my|another)\s+(?:[\w’'-]+\s+){0,3}?(?P<noun>[\w-]*[^\W\ds])"
    r"(?=\s*$|[,;(]|\s+(?:who|whose|in|at|from|of|on|near|by|with|aged|named|called|was|were|had|has|and)\b)",
    re.IGNORECASE,
)
"""One person by an article and a noun in the singular."""
_NOBODYS = frozenset(
    """
    toll number figure total count estimate tally age own death dead life war battle army force side city town
    village region country state government same others injured wounded rest truth attack strike
    """.split()  # noqa: SIM905  a table
)
"""Nouns in the singular that are no person."""
_UNHARMED = re.compile(r"\b(?:unhurt|unharmed|unscathed|uninjured|in good health|safe(?:ly)?|nil)\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:no(?! (?:fewer|less))|none|nobody|without|not|never|neither|zero)\b|n['’]t\b", re.IGNORECASE
)

_NOT_ONE = re.compile(r"\W*(?:not|no)\s+(?:one|a)\b(?!\s+(?:hundred|thousand|dozen))", re.IGNORECASE)


def value_of(bench: Bench, kit: RecountKit, facet: DraftFacet, claim: Claim | None) -> Any:
    """A facet's normal form (see `Facet.value`); None where the words give a count or a time none."""
    name, span = facet.facet, facet.span
    if name in PARTIES:
        return _party(bench, facet, claim)
    if name in COUNTS:
        return count_of(bench, kit, facet)
    if name in {"place", "time"}:
        return place_of(bench, span) if name == "place" else time_of(bench, span)
    listed = _listed(bench, span, name) if name == "means" else _STANCES.get(name)
    return listed or _bare(bench.words_of(span)).lower()


def _bare(words: str) -> str:
    return _TRAILING.sub("", _ARTICLE.sub("", words.strip(" ,.;:\"'“”"), count=1))


def _party(bench: Bench, facet: DraftFacet, claim: Claim | None) -> str | None:
    """The id or label of the party named; the speaker of "we", of the reported "it", of a deed denied or owned to.

    None where a pronoun leaves open who is meant.
    """
    span = facet.span
    named = [a for a in (*bench.reading.actors, *bench.speakers) if overlap((a.start, a.end), span)]
    if named:
        best = max(named, key=lambda a: (min(a.end, span[1]) - max(a.start, span[0]), -a.start))
        return best.actor or _owner(bench, best, named) or best.name
    words = bench.words_of(span)
    deed = facet.facet != "target" and not any(w[0].isupper() for w in words.split())
    speaker = bench.speaker(claim) if claim is not None else None
    if claim is not None and speaker and ((claim.act in _OWN and deed) or _means_speaker(words, claim)):
        return speaker
    return None if _PRONOUN.fullmatch(words.strip()) else _bare(words)


def _owner(bench: Bench, label: ActorMention, named: Sequence[ActorMention]) -> str | None:
    """The known party whose name stands right before a label: "Hamas fighters"."""
    beside = (a for a in named if a.actor and not bench.words_of((a.end, label.start)).strip(" -’'s"))
    return next((a.actor for a in beside if a.end <= label.start), None)


def _means_speaker(words: str, claim: Claim) -> bool:
    """Whether a pronoun is whoever speaks: "we" in any words, "it" and "he" in reported ones that accuse nobody."""
    if _FIRST.fullmatch(words):
        return True
    return claim.act != "accuses" and claim.speech == "indirect" and _THIRD.fullmatch(words) is not None


def place_of(bench: Bench, span: Span) -> Any:
    """The place resolved within the words, the finest first; else one left open that has their name.

    None where the words name a party, or a place where nothing can have happened (a nationality).
    """
    parties = [(a.start, a.end) for a in (*bench.reading.actors, *bench.speakers)]
    found = [p for p in bench.reading.places if overlap((p.start, p.end), span)]
    free = [p for p in found if not any(a <= p.start < b for a, b in parties)]
    located = [p for p in free if p.lat is not None and p.role == "event"]
    if located:
        best = min(located, key=lambda p: (p.radius_km if p.radius_km is not None else 1e9, p.start))
        return to_plain(plain_place(best))
    parties += [s for c in bench.reading.claims for s in c.source]
    name = _LEADING.sub("", _bare(bench.words_of(span)))
    taken = bool(found) or any(overlap(s, span) for s in parties) or len(name) < _SHORTEST_NAME
    return None if taken or name.lower() in _NOWHERE else to_plain(Place(name=name))


def time_of(bench: Bench, span: Span) -> Any:
    """The interval of a time expression within the words, open where none was found there ("an hour later")."""
    found = [t for t in bench.reading.times if overlap((t.start, t.end), span) and t.type in {"DATE", "TIME"}]
    dated = [t for t in found if t.earliest] or found
    return to_plain(plain_time(dated[0]) if dated else Time())


def count_of(bench: Bench, kit: RecountKit, facet: DraftFacet) -> Any:
    """A range with its group: by the people named in the words, else by the rules' own statement of harm."""
    named, harm = people_in(bench, kit, facet.span), harm_of(bench, facet)
    if harm is None or (named is not None and (named["low"], named["high"]) != (harm.low, harm.high)):
        return named
    return _range(harm.low, harm.high, harm.text, harm.comparator, harm.group)


def people_in(bench: Bench, kit: RecountKit, span: Span) -> dict[str, Any] | None:
    """A range with its group, by the people named in the words alone; None where they name none.

    People joined by "and" are counted together, those only described further ("a man, Cato Brill, 51") once.
    """
    text = bench.words_of(span)
    if _UNHARMED.search(text) or _NOT_ONE.match(text):
        return _range(0, 0, text, "=", _group(_people(bench, kit, span)))
    named = [p for _, p in _named(bench, kit, span)]
    if not named or (_NOBODY.match(text) and not named[0].counted):
        return _range(0, 0, text, "=", _group(named)) if _NOBODY.search(text) else None
    if len(named) == 1:
        one = named[0]
        return _range(one.low, one.high, text, one.comparator, one.group)
    low = sum(p.low or 0 for p in named)
    high = None if any(p.high is None for p in named) else sum(p.high or 0 for p in named)
    return _range(low, high, text, "=" if low == high else ">=", _group(named))


def groups_in(bench: Bench, kit: RecountKit, span: Span) -> list[tuple[Span, dict[str, Any]]]:
    """The people that words join by "and", each group with its words and range; none where they are of one group."""
    named = _named(bench, kit, span)
    if len({p.group for _, p in named} - {"unknown"}) < max(len(named), 2):
        return []
    return [(part, _range(p.low, p.high, bench.words_of(part), p.comparator, p.group)) for part, p in named]


def _named(bench: Bench, kit: RecountKit, span: Span) -> list[tuple[Span, People]]:
    parts = _joined(bench.words_of(span), span)
    return [(part, p) for part in parts if (p := _one_of(bench, kit, part)) is not None]


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
    if somebody is None or somebody["noun"].lower() in _NOBODYS:
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
    return facet.facet in HARMS and bool(kinds) and facet.facet not in kinds


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
    text = bench.reading.text or ""
    inside = _inside(bench, span)
    tokens = classed(split_words(text, span), inside, kit.harm)
    people = [p for p in find_people(tokens, kit.harm.sets) if p.counted or not _is_place(bench, tokens, p)]
    if people:
        counted = [p for p in people if p.counted]
        return counted[:1] or [p for p in people if p.name is None] or people
    return [
        People(first=0, last=0, low=q.low, high=q.high, comparator=q.comparator, counted=True, head=q.text)
        for q in inside[:1]
    ]


def _is_place(bench: Bench, tokens: Sequence[Token], people: People) -> bool:
    """Whether what looks like somebody's name is a place's."""
    start, end = tokens[people.first].start, tokens[people.last].end
    return people.name is not None and any(p.start < end and start < p.end for p in bench.reading.places)


def _listed(bench: Bench, span: Span, facet: FacetName) -> str | None:
    """The normal form of a facet word inside the words, by the word list."""
    words = split_words(bench.reading.text or "", span).lower
    for at in range(len(words)):
        hit = longest(bench.lexicon.words, words, at)
        if hit and hit[1].startswith(f"{facet}:"):
            return hit[1].partition(":")[2] or None
    return None
