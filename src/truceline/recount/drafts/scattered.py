"""Deeds of a long text kept apart that the learned reader, or the rules, take for one over a distance.

The learned reader sees a long text in pieces: what it joins within a paragraph is mostly one, what it joins over
several need not be.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap
from truceline.recount.clusters import VIOLENT, Cluster
from truceline.recount.drafts.counts import HARMS
from truceline.recount.drafts.dead_of import with_their_dead
from truceline.recount.drafts.in_town import NAME
from truceline.recount.drafts.match import having
from truceline.recount.drafts.parted import points_back
from truceline.recount.drafts.passages import SURE, Passages, lay_passages
from truceline.recount.drafts.set_by import Setting, contradicts, shared
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.happenings import Happening
from truceline.recount.profile import apart

_BOUND = frozenset({"killed", "injured", "time", "place"})
"""Facets that are told of a deed in its own paragraph."""
_SETS = frozenset({"time", "place"})
_FAR = 2
"""Paragraphs further on, where what is set by a day or a place that nothing joins to a deed is another."""
_A = re.compile(r"\b(?:a|an|another|separate|fresh)(?: [\w-]+){0,2} $", re.IGNORECASE)
_ARTICLE = 40
"""Characters in which the article of talks stands, with what is told of them."""
_CLAUSE = 30
"""Characters behind a deed's word in which its subordinate clause ends."""
_SURELY = 0.8
"""Chance of a kind from which the learned reader is sure of it."""
_ANY = frozenset({"generic", "violation", "other"})
_ALIKE = (
    frozenset({"ceasefire_step", "talks"}),
    frozenset({"detention", "abduction"}),
    frozenset({"looting", "aid", "attack", "access"}),
    frozenset({"troop_movement", "withdrawal", *VIOLENT}),
    frozenset({"release", "withdrawal"}),
)
"""Families whose words may tell of one deed."""
_RECALLED = 12
"""Deeds told of last among which a mention finds its own."""


@dataclass(slots=True)
class _Group:
    """Mentions or clusters of one deed so far: what is told of its days and places, and where it was told of last."""

    setting: Setting = field(default_factory=Setting)
    last: int = -1
    set_in: int = -1
    """The sentence last that is governed by a day or a place."""
    numbers: list[int] = field(default_factory=list)
    drafts: set[int] = field(default_factory=set)
    kinds: frozenset[str] = frozenset()
    """Families that the learned reader is sure some of its words are of."""

    def add(self, number: int, sentence: int, told: Setting) -> None:
        """Take in what governs a further sentence."""
        if told:
            self.set_in = sentence
        self.setting = self.setting.joined(told)
        self.last = sentence
        self.numbers.append(number)


def gathered(
    drafts: Sequence[Draft], happenings: Sequence[Happening], reading: Reading, lexicon: EventLexicon
) -> tuple[list[Draft], list[Happening]]:
    """Drafts and happenings of a long text, each with what is of one day and one place alone."""
    page = lay_passages(reading, drafts, happenings)
    text, family = reading.prose, lexicon.family
    made = [part for d in _rehung(drafts, page, text) for part in _mentions_parted(d, page, text, family)]
    named = _named(made, page)
    parts = [part for h in happenings for part in _clusters_parted(h, named, page)]
    return with_their_dead(made, parts, page, lexicon)


def _mentions_parted(draft: Draft, page: Passages, text: str, family: Mapping[str, str]) -> list[Draft]:
    groups: list[_Group] = []
    for number, mention in enumerate(draft.mentions):
        at = page.at(mention.span[0])
        back = points_back(mention.span, text) or (at in page.later and _is_anchor(mention.span, at, page, text))
        told = (page.own[at], page.setting(at))
        kind = _sure_kind(mention, family)
        fits = [g for g in _latest(groups) if g.last == at or not _of_other_kind(kind, g.kinds)]
        if _introduces(mention, text):
            fits = [g for g in fits if page.paragraphs[g.last] == page.paragraphs[at]]
        home = _added(groups, next((g for g in fits if not _other(g, at, told, page, back=back)), None))
        home.add(number, at, page.setting(at))
        home.kinds |= kind
    return [having(draft, g.numbers) for g in groups] if len(groups) > 1 else [draft]


def _introduces(mention: DraftMention, text: str) -> bool:
    """Whether talks are told as new: "a meeting with the ambassador" is not the one of some paragraphs before."""
    opens = text[max(0, mention.span[0] - _ARTICLE) : mention.span[0]]
    return mention.event_type == "talks" and _A.search(opens) is not None


def _sure_kind(mention: DraftMention, family: Mapping[str, str]) -> frozenset[str]:
    """The family that a mention is surely of; none where the learned reader is in doubt."""
    kind, chance = max(mention.types, key=lambda t: t[1], default=("other", 0.0))
    return frozenset({family[kind]} if mention.score >= SURE and chance >= _SURELY else ())


def _of_other_kind(kind: frozenset[str], kinds: frozenset[str]) -> bool:
    """Whether words of a kind can tell of no deed of some kinds: a meeting is no taking of a village."""
    return bool(kind and kinds) and not any(_may_be_one(a, b) for a in kind for b in kinds)


def _may_be_one(a: str, b: str) -> bool:
    return a == b or {a, b} <= VIOLENT or not _ANY.isdisjoint({a, b}) or any({a, b} <= some for some in _ALIKE)


def _is_anchor(span: Span, at: int, page: Passages, text: str) -> bool:
    """Whether a deed is only what time is counted from: "Two days after the mill burned, shells fell on X"."""
    return "," not in text[page.sentences[at][0] : span[0]] and "," in text[span[1] : span[1] + _CLAUSE]


def _added(groups: list[_Group], home: _Group | None) -> _Group:
    """The home that was found, or a new group."""
    if home is None:
        groups.append(home := _Group())
    return home


def _latest(groups: Sequence[_Group]) -> list[_Group]:
    """The group told of last first."""
    return sorted(groups[-_RECALLED:], key=lambda g: -g.last)


def _other(group: _Group, at: int, told: tuple[Setting, Setting], page: Passages, *, back: bool) -> bool:
    """Whether a sentence tells another deed than a group's; what points back does so by words of its own alone.

    `told` is what the words set themselves, and what governs them.
    """
    own, governed = told
    if at < 0 or group.last in {-1, at}:
        return False
    if contradicts(group.setting, own if back else governed):
        return True
    return not back and (at in page.later or _fresh(group, at, governed, page))


def _fresh(group: _Group, at: int, governed: Setting, page: Passages) -> bool:
    """Whether a sentence tells of a deed set anew, paragraphs on, in another place and on no day of a group."""
    if not (governed.names and group.setting.names):
        return False
    last = group.set_in if group.set_in >= 0 else group.last
    far = page.paragraphs[at] - page.paragraphs[last] >= _FAR
    return far and not shared(group.setting, governed) and not _of_one_day(group.setting, governed)


def _of_one_day(a: Setting, b: Setting) -> bool:
    """Whether two settings have a day in common."""
    return any(not apart(x, y) for x in a.days for y in b.days)


def _by_paragraph(drafts: Sequence[Draft], page: Passages) -> dict[int, list[tuple[int, int, int]]]:
    """By paragraph its sure mentions in order: sentence, draft and number in the draft."""
    near: dict[int, list[tuple[int, int, int]]] = {}
    for d, draft in enumerate(drafts):
        for n, mention in enumerate(draft.mentions):
            at = page.at(mention.span[0])
            if mention.score >= SURE and at >= 0:
                near.setdefault(page.paragraphs[at], []).append((at, d, n))
    return {paragraph: sorted(some) for paragraph, some in near.items()}


def _rehung(drafts: Sequence[Draft], page: Passages, text: str) -> list[Draft]:
    """The drafts, what hangs on a mention of another paragraph brought to the one told last before it in its own.

    "A lorry blew up in X. The governor spoke of 12 dead" counts none of those told of three paragraphs before.
    """
    near = _by_paragraph(drafts, page)
    own: dict[tuple[int, int], list[DraftFacet]] = {}
    for d, draft in enumerate(drafts):
        for n, mention in enumerate(draft.mentions):
            for facet in mention.facets:
                own.setdefault(_hook(facet, mention, page, near) or (d, n), []).append(facet)
    return [
        replace(d, mentions=tuple(_set_at_home(m, own.get((at, n), ()), page, text) for n, m in enumerate(d.mentions)))
        for at, d in enumerate(drafts)
    ]


def _set_at_home(mention: DraftMention, facets: Sequence[DraftFacet], page: Passages, text: str) -> DraftMention:
    """A mention with facets, without days and places of other paragraphs where its own tells such."""
    here = page.paragraph(mention.span[0])
    home = {f.facet for f in facets if f.facet in _SETS and page.paragraph(f.span[0]) == here}
    kept = [f for f in facets if f.facet not in home or page.paragraph(f.span[0]) == here]
    at = page.at(mention.span[0])
    named = any(f.facet == "place" and page.at(f.span[0]) == at and NAME.search(text, *f.span) for f in kept)
    kept = [f for f in kept if not named or f.facet != "place" or page.at(f.span[0]) == at]
    return replace(mention, facets=tuple(kept))


def _hook(
    facet: DraftFacet, mention: DraftMention, page: Passages, near: dict[int, list[tuple[int, int, int]]]
) -> tuple[int, int] | None:
    """Draft and number of the mention that a facet goes to; None where it stays."""
    at, own = page.at(facet.span[0]), page.at(mention.span[0])
    if at >= 0 and own >= 0 and facet.facet == "occurrence" and at != own:
        here = [m for m in near.get(page.paragraphs[at], []) if m[0] == at]
        return here[0][1:] if here else None  # what is denied or doubted is what its own sentence names
    if at < 0 or own < 0 or facet.facet not in _BOUND:
        return None
    if page.paragraphs[at] == page.paragraphs[own] and not (facet.facet in HARMS and at < own):
        return None
    here = near.get(page.paragraphs[at], [])
    before = bisect_right(here, at, key=lambda m: m[0])
    return here[before - 1][1:] if before else None


_Named = dict[int, list[tuple[Span, str, int]]]
"""By sentence the words that drafts have for a mention ("") or for those killed or injured, with the draft's number."""


def _named(drafts: Sequence[Draft], page: Passages) -> _Named:
    out: _Named = {}
    for n, draft in enumerate(drafts):
        told = [(m.span, "") for m in draft.mentions]
        told += [(f.span, f.facet) for f in draft.facets if f.facet in {"killed", "injured"}]
        for span, what in told:
            out.setdefault(page.at(span[0]), []).append((span, what, n))
    return out


def _clusters_parted(happening: Happening, named: _Named, page: Passages) -> list[Happening]:
    if happening.aggregate:
        return [happening]
    groups: list[_Group] = []
    clusters = sorted(happening.clusters, key=lambda c: c.sentence)
    for number, cluster in enumerate(clusters):
        drafts = _drafts_of(cluster, named)
        fitting = [g for g in _latest(groups) if _fits(g, drafts, cluster, page)]
        home = _added(groups, next((g for g in fitting if _same_setting(g, cluster, page)), next(iter(fitting), None)))
        home.add(number, cluster.sentence, page.setting_of(cluster))
        home.drafts |= drafts
    return [replace(happening, clusters=[clusters[n] for n in g.numbers]) for g in groups]


def _same_setting(group: _Group, cluster: Cluster, page: Passages) -> bool:
    """Whether a cluster tells a day and a place of its own, and the group's has both."""
    own = page.own_of(cluster) if cluster.sentence >= 0 else Setting()
    days = any(not apart(x, y) for x in own.days for y in group.setting.days)
    return days and bool(own.names & group.setting.names)


def _drafts_of(cluster: Cluster, named: _Named) -> set[int]:
    """Numbers of the drafts that have a cluster's words for mentions; where none has, of those that count its harm."""
    here = named.get(cluster.sentence, ())
    told = {n for span, what, n in here if not what and any(overlap(span, s) for s in cluster.mentions)}
    harms = [(h.kind, (h.start, h.end)) for h in cluster.harms]
    return told or {n for span, what, n in here if any(what == k and overlap(span, s) for k, s in harms)}


def _fits(group: _Group, drafts: set[int], cluster: Cluster, page: Passages) -> bool:
    """Whether a cluster may be of a group: the learned reader has it so, or nothing speaks against it.

    What it keeps apart is one over a paragraph's end only with a place in common, or by words that point back.
    """
    at = cluster.sentence
    if at < 0 or group.last in {-1, at} or drafts & group.drafts:
        return True
    back = bool(cluster.triggers) and all(t.definite for t in cluster.triggers)
    if _other(group, at, (page.own_of(cluster), page.setting_of(cluster)), page, back=back):
        return False
    kept_apart = bool(drafts and group.drafts)
    if kept_apart and contradicts(group.setting, page.setting_of(cluster)):
        return False
    if back or page.paragraphs[at] == page.paragraphs[group.last] or not kept_apart:
        return True
    return shared(group.setting, page.setting_of(cluster))
