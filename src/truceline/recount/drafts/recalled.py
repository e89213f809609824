"""A deed of a long text told of again further on, as one that is known: no second deed.

"After last night's bombing nobody can ask that of us"; "who fired on Wednesday, then?"; "a radio said that 61 people
had been martyred". What is told of it there goes to it, but for its days and its kind, and for its places where it has
one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from truceline.model.draft import DraftFacet
from truceline.model.reading import Reading
from truceline.model.span import Span, within
from truceline.model.when import TimeMention
from truceline.recount.anchors import grain
from truceline.recount.clusters import VIOLENT, Cluster, kin
from truceline.recount.drafts.as_one import each_brought_home, family, is_total, named, undated, unplaced, without_kinds
from truceline.recount.drafts.in_town import NAME
from truceline.recount.drafts.match import Paired
from truceline.recount.drafts.parted import points_back
from truceline.recount.drafts.passages import Passages
from truceline.recount.drafts.set_by import contradicts
from truceline.recount.drafts.told_on import goes_on, told_as_further
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.profile import apart

_SINCE = re.compile(
    r"\b(?:since|after|before|following|until|despite|because of) (?:the|that|this|both) (?:[\w’'-]+ ){0,2}$"
)
"""Before a deed that is only what something else is counted from: the day of its sentence is not its own."""
_OF_TELLING = re.compile(r"\b(?:last|yesterday|today|tonight|this|tomorrow)\b", re.IGNORECASE)
"""In a day that is counted from when somebody speaks, which need not be when the text appeared."""
_KNOWN = re.compile(
    r"\b(?:(?:last (?:night|week|month)|yesterday|today)['’]s (?:[\w-]+ )?"
    r"|(?:the|these|those) (?:two|three|four|five) )$",
    re.IGNORECASE,
)
"""Before a deed that is taken for known: "last night's bombing", "the two attacks"."""
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_WHO = re.compile(r"\bwho(?:ever)?\b(?: [\w’'-]+){0,2} $", re.IGNORECASE)
_SITE = re.compile(r"\b[a-z]{4,}\b")
_NO_SITE = frozenset(
    {"house", "their", "there", "where", "here", "near", "outside", "inside", "town", "village", "city", "area"}
)
_SINCE_REACH = 40
_ANSWER = re.compile(r"(?:reprisal|retaliat|revenge|vengeance|response|answer|counter)", re.IGNORECASE)
_ANY = re.compile(r"\b(?:attacks?|assaults?|bloodshed|killings?|massacre|violence|incidents?|carnage)\b", re.IGNORECASE)
_OPENING = 2
"""Paragraphs at a text's beginning, its title among them, that name what it is about."""
_COUNTED = 2
"""The least number of dead that tells one deed from another."""


@dataclass(frozen=True)
class _Told:
    """What a pair's words tell of its deed: where they stand, its days and places, how many it killed."""

    pair: Paired
    page: Passages
    reading: Reading
    family: str

    @cached_property
    def words(self) -> list[Span]:
        """The words that name it."""
        return named(self.pair)

    @property
    def clusters(self) -> Sequence[Cluster]:
        """What the rules tell of it, sentence by sentence."""
        return self.pair.happening.clusters if self.pair.happening is not None else ()

    @property
    def facets(self) -> Sequence[DraftFacet]:
        """What the learned reader tells of it."""
        return self.pair.draft.facets if self.pair.draft is not None else ()

    @cached_property
    def days(self) -> list[TimeMention]:
        """The days told of it, but for those that somebody counts from when he speaks."""
        times = [c.time for c in self.clusters if c.time is not None and not self._only_counted_from(c.sentence)]
        marked = (f.span for f in self.facets if f.facet == "time")
        spans = [s for s in marked if not self._only_counted_from(self.page.at(s[0]))]
        times += [t for t in self.reading.times if any(s[0] <= t.start < s[1] for s in spans)]
        return [t for t in times if t.earliest and not self._of_telling(t)]

    @cached_property
    def where(self) -> list[str]:
        """The words for its places."""
        text = self.reading.prose
        spans = [f.span for f in self.facets if f.facet == "place"]
        return [text[slice(*s)] for s in (*spans, *((p.start, p.end) for c in self.clusters for p in c.places[:1]))]

    @property
    def names(self) -> set[str]:
        """The names of its places."""
        return {n for w in self.where for n in NAME.findall(w)}

    @cached_property
    def named_near(self) -> set[str]:
        """The names in the paragraphs that tell of it."""
        page, text = self.page, self.reading.prose
        told = {page.paragraphs[n] for s in self.words if (n := page.at(s[0])) >= 0}
        return {
            n for p, s in zip(page.paragraphs, page.sentences, strict=True) if p in told for n in NAME.findall(text, *s)
        }

    @property
    def sites(self) -> set[str]:
        """The common words for its places: "the cattle market"."""
        return {n for w in self.where for n in _SITE.findall(w)} - _NO_SITE

    @property
    def dead(self) -> set[int]:
        """The numbers told of its dead."""
        harms = (h for c in self.clusters for h in c.harms if h.kind == "killed")
        return {h.low for h in harms if h.low and h.low >= _COUNTED}

    @property
    def is_set(self) -> bool:
        """Whether a day or a place is told of it."""
        return bool(self.days or self.names or self.sites)

    def _only_counted_from(self, sentence: int) -> bool:
        text = self.reading.prose
        here = [s for s in self.words if self.page.at(s[0]) == sentence]
        return bool(here) and all(_SINCE.search(text, max(0, s[0] - _SINCE_REACH), s[0]) for s in here)

    def _of_telling(self, time: TimeMention) -> bool:
        text = self.reading.prose
        relative = _OF_TELLING.search(text, time.start, time.end) is not None
        return relative and _is_quoted((time.start, time.end), text)


def _is_quoted(span: Span, text: str) -> bool:
    """Whether words stand between quotation marks of their paragraph."""
    low, high = text.rfind("\n\n", 0, span[0]) + 1, text.find("\n\n", span[1])
    return any(within(span, m.span()) for m in _QUOTED.finditer(text, low, high if high >= 0 else len(text)))


def with_what_is_recalled(
    pairs: Sequence[Paired], page: Passages, reading: Reading, lexicon: EventLexicon
) -> list[Paired]:
    """The pairs, a violent deed recalled in a later paragraph joined to the one that it can only be."""
    told = [_Told(p, page, reading, family(p, lexicon)) for p in pairs]

    def part(n: int, home: int, _: Paired) -> Paired:
        bare = without_kinds(undated(pairs[n]))
        return unplaced(bare) if told[home].names else bare

    order = sorted(range(len(pairs)), key=lambda n: min(told[n].words, default=(0, 0)))
    return each_brought_home(pairs, order, lambda n: _home(n, told), part)


def _home(n: int, told: Sequence[_Told]) -> int | None:
    """Number of the deed that a pair recalls."""
    one = told[n]
    if not one.words or one.family not in VIOLENT or not _is_recalled(one):
        return None
    known = all(_known(s, one) for s in one.words)
    if known and one.names and not one.days and one.page.paragraphs[one.page.at(one.words[0][0])] <= _OPENING:
        return _told_below(one, told)
    before = [k for k, other in enumerate(told) if k != n and _may_be(one, other, known=known)]
    sure = [k for k in before if _agree(one, told[k], known=known)]
    if sure:
        return sure[0] if len(sure) == 1 else None
    if one.days or (one.sites and not one.names):
        return None
    return _only_or_last(one, before, told, known=known)


def _only_or_last(one: _Told, before: Sequence[int], told: Sequence[_Told], *, known: bool) -> int | None:
    """Number of the one deed of a like kind told before, or of that told last where the words take it for known."""
    alike = [k for k in before if kin(one.family, told[k].family) and one.names <= told[k].named_near]
    if not alike and len(before) == 1 and not one.names and all(_of_any_kind(s, one) for s in one.words):
        return before[0] if known else None
    if len(alike) == 1 and all(goes_on(s, one.page, one.reading) for s in one.words):
        return alike[0]
    return max(alike, key=lambda k: _last_before(told[k], one.words[0][0]), default=None) if known else None


def _is_recalled(one: _Told) -> bool:
    """Whether a deed may be one told before: it is no total, no answer to another, and none told as a further one."""
    if is_total(one.pair) or any(c.answer for c in one.clusters):
        return False
    text = one.reading.prose
    return not any(told_as_further(s, one.page, text) or _ANSWER.match(text, s[0]) for s in one.words)


def _may_be(one: _Told, other: _Told, *, known: bool) -> bool:
    """Whether another deed is set before, in another paragraph if not told as known, on no other day or place."""
    page = one.page
    if other.family not in VIOLENT or is_total(other.pair) or not other.words or not other.is_set:
        return False
    first, there = page.at(one.words[0][0]), page.at(other.words[0][0])
    if min(first, there) < 0 or there >= first or (page.paragraphs[there] == page.paragraphs[first] and not known):
        return False
    if one.days and other.days and all(apart(a, b) for a in one.days for b in other.days):
        return False
    if not known and any(contradicts(page.setting(page.at(s[0])), page.setting(there)) for s in one.words):
        return False
    return not (one.names and other.names and not one.names & other.names)


def _agree(one: _Told, other: _Told, *, known: bool) -> bool:
    """Whether two deeds have the day or the site of a known one in common, or the number of their dead."""
    sites = bool(one.sites & other.sites)
    if one.sites and other.sites and not sites:
        return False
    if (known or _asks(one)) and any(
        grain(a) == grain(b) == 0 and not apart(a, b) for a in one.days for b in other.days
    ):
        return True
    return not one.days and ((known and sites) or bool(one.dead & other.dead))


def _asks(one: _Told) -> bool:
    """Whether it is asked or told who did it: "who fired on Wednesday"."""
    at = one.page.at(one.words[0][0])
    return _WHO.search(one.reading.prose, one.page.sentences[at][0], one.words[0][0]) is not None


def _known(span: Span, one: _Told) -> bool:
    """Whether words name a deed as one that is known: "the raid", "last night's raid"."""
    text = one.reading.prose
    return points_back(span, text) or _KNOWN.search(text, max(0, span[0] - _SINCE_REACH), span[0]) is not None


def _told_below(one: _Told, told: Sequence[_Told]) -> int | None:
    """Number of the one deed that a beginning names, and its town or site, before telling it."""
    below = [
        k
        for k, other in enumerate(told)
        if other is not one and other.family in VIOLENT and other.words and not is_total(other.pair)
        if other.words[0] > one.words[0] and one.names <= other.named_near
    ]
    return below[0] if len(below) == 1 else None


def _of_any_kind(span: Span, one: _Told) -> bool:
    """Whether a word may name any violent deed: "the attack"."""
    return _ANY.search(one.reading.prose, *span) is not None


def _last_before(other: _Told, position: int) -> int:
    return max((s[0] for s in other.words if s[0] < position), default=-1)
