"""Which draft speaks of which happening that the rules found, and what stands alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from truceline.model.draft import Draft, DraftFacet, DraftMention
from truceline.model.span import Span, overlap
from truceline.recount.clusters import TALLY, VIOLENT, Cluster
from truceline.recount.happenings import Happening

_SURE = 0.5
"""How sure the learned reader must be of a mention that no rule sees; of one that a rule sees, less will do."""
_LIKELY = 0.5
"""How sure it must be of one mention at least of a happening that the rules see and in which nobody was harmed."""
_DOUBTED = 0.1
"""The same where the happening is told with its time or place, or by a phrase ("the ceasefire is over")."""
_WHOLE = 2
"""Words behind the first with which a phrase says a truce's fate: "is over" does, "truce began" may only say when."""
ALONE = 0.65
"""How sure the learned reader must be of a happening that no rule sees."""
_TOLD = 0.75
"""How sure facets must be to stand for a happening whose words are doubtful and whose harm the rules see too."""
_SUREST, _BESIDE = 0.9, 0.6
"""Beside a mention that is so sure, others of its happening are mentions from so much on."""
_TELLING = frozenset(
    {"actor", "target", "place", "time", "means", "killed", "injured", "detained", "displaced", "damage"}
)
"""Facets of which one at least is told with a happening that is one."""
_EARLY = 100
"""Characters further on that weigh as much as one mention less."""


@dataclass(frozen=True, slots=True)
class Paired:
    """One happening by the rules, by the learned reader, or by both; never by neither."""

    happening: Happening | None
    draft: Draft | None

    @property
    def tally(self) -> bool:
        """Whether it is a total that was told beside another happening."""
        return self.happening is not None and self.happening.family == TALLY

    @property
    def clusters(self) -> Sequence[Cluster]:
        """What the rules tell of it, sentence by sentence."""
        return self.happening.clusters if self.happening is not None else ()

    @property
    def facets(self) -> Sequence[DraftFacet]:
        """What the learned reader tells of it."""
        return self.draft.facets if self.draft is not None else ()

    @property
    def aggregate(self) -> bool:
        """Whether the rules have it for a total of several."""
        return self.happening is not None and self.happening.aggregate

    @property
    def mentions(self) -> list[Span]:
        """The words that name it: the draft's, then the rules' triggers in the text."""
        learned = [m.span for m in self.draft.mentions] if self.draft is not None else []
        return [*learned, *(self.happening.mentions if self.happening is not None else ())]


def pair(happenings: Sequence[Happening], drafts: Sequence[Draft] | None) -> list[Paired]:
    """Happenings, each with the parts of drafts that share mentions with it, and the drafts nobody else has.

    What the rules take for the document's main happening comes first where people were harmed in it; the rest by how
    much is told of it. A happening in which nobody was harmed is left out where the learned reader is sure of none of
    its words. Where no learned reader looked (None) every happening stands, in the rules' order.
    """
    if drafts is None:
        return [Paired(h, None) for h in happenings]
    parts: dict[int | None, list[Draft]] = {}
    counted: set[int] = set()
    for home, part in sorted((p for d in drafts for p in parted(d, happenings)), key=lambda p: p[0] is None):
        at = home if home is not None else _counting(part, happenings, parts)
        if home is None and at is not None and at not in parts:
            counted.add(at)
        parts.setdefault(at, []).append(part)
    happenings = [_uncued(h) if at in counted else h for at, h in enumerate(happenings)]
    made = [p for at, h in enumerate(happenings) if (p := _supported_by(h, parts.get(at, ()))) is not None]
    made += [Paired(None, d) for d in parts.get(None, ()) if stands_alone(d)]
    main = happenings[0] if happenings and _harmful(happenings[0]) else None
    return sorted(made, key=lambda p: (p.happening is None or not _is(p.happening, main), weight(p.draft)))


def _supported_by(happening: Happening, drafts: Sequence[Draft]) -> Paired | None:
    """A happening with the drafts that are of it; None where nobody was harmed and the learned reader doubts it."""
    harmful = _harmful(happening)
    least = _DOUBTED if _set(happening) or _phrased(happening) else _LIKELY
    if drafts and (harmful or _best(drafts) >= least):
        return Paired(_supported(happening, drafts), joined(drafts))
    return Paired(happening, None) if harmful else None


def parted(draft: Draft, happenings: Sequence[Happening]) -> list[tuple[int | None, Draft]]:
    """A draft by the happenings whose words its mentions are: the rules keep apart what days and places keep apart.

    A mention no rule sees goes with the one before it, or else with the one behind it; one too unsure goes with none,
    and what hangs on it with the nearest that stays.
    """
    homes = [_home(m, happenings) for m in draft.mentions]
    sure = [n for n, m in enumerate(draft.mentions) if m.score >= _SURE]
    known = [h for h in homes if h is not None]
    if not known and not sure:
        return [(None, draft)] if _harmed(draft) else []
    if not known:
        return [(None, narrowed(draft, sure))]
    kept = [n for n, home in enumerate(homes) if home is not None or n in sure]
    draft, own, last = narrowed(draft, kept), dict[int, list[int]](), known[0]
    for at, n in enumerate(kept):
        home = homes[n]
        last = last if home is None else home
        own.setdefault(last, []).append(at)
    return [(home, having(draft, numbers)) for home, numbers in own.items()]


def _harmed(draft: Draft) -> bool:
    """Whether somebody was surely harmed in a deed whose words are doubtful, on a day or in a place told with it."""
    sure = {f.facet for f in draft.facets if f.score >= _TOLD and f.polarity == "affirmed"}
    return bool(sure & {"killed", "injured"}) and bool(sure & {"place", "time"})


def _counting(draft: Draft, happenings: Sequence[Happening], taken: Mapping[int | None, Sequence[Draft]]) -> int | None:
    """The happening whose dead or injured a draft alone counts: "bombs fell on X and killed 11"."""
    return next(
        (
            at
            for at, h in enumerate(happenings)
            if h.family in VIOLENT and not h.aggregate and not draft.aggregate
            if _counts(draft, h) and all(d.event_type == draft.event_type and not _tolls(d) for d in taken.get(at, ()))
        ),
        None,
    )


def _counts(draft: Draft, happening: Happening) -> bool:
    harms = [(h.kind, (h.start, h.end)) for h in happening.harms if h.low]
    return any(kind == f.facet and overlap(f.span, span) for f in draft.facets for kind, span in harms)


def _tolls(draft: Draft) -> bool:
    return any(f.facet in {"killed", "injured"} for f in draft.facets)


def _uncued(happening: Happening) -> Happening:
    """A happening of which only the harm is known by its words: what did it is named by a draft."""
    return replace(happening, clusters=[replace(c, triggers=[]) if c.harms else c for c in happening.clusters])


def _home(mention: DraftMention, happenings: Sequence[Happening]) -> int | None:
    """The most important happening of which the rules have the mention's words too."""
    return next(
        (
            at
            for at, h in enumerate(happenings)
            if any(t.sentence >= 0 and overlap(mention.span, (t.start, t.end)) for t in h.triggers)
        ),
        None,
    )


def having(draft: Draft, numbers: Sequence[int]) -> Draft:
    """A draft with some of its mentions alone, and what hangs on these."""
    return replace(draft, mentions=tuple(draft.mentions[n] for n in numbers))


def without_facets(draft: Draft, gone: Collection[DraftFacet]) -> Draft:
    """A draft without some of what hangs on its mentions."""
    kept = (replace(m, facets=tuple(f for f in m.facets if f not in gone)) for m in draft.mentions)
    return replace(draft, mentions=tuple(kept))


def with_harm_of(paired: Paired, cluster: Cluster) -> Paired:
    """A pair with a cluster's harm, without the words of its killing."""
    told, happening = replace(cluster, triggers=[]), paired.happening
    if happening is None:
        return replace(paired, happening=Happening(cluster.family, [told]))
    return replace(paired, happening=replace(happening, clusters=[*happening.clusters, told]))


def narrowed(draft: Draft, numbers: Sequence[int]) -> Draft:
    """A draft with some of its mentions alone; what hangs on another goes to the nearest of them."""
    kept = {n: draft.mentions[n] for n in numbers}
    for n, mention in enumerate(draft.mentions):
        if n not in kept and mention.facets:
            near = min(kept, key=lambda k: (abs(k - n), k))
            kept[near] = replace(kept[near], facets=(*kept[near].facets, *mention.facets))
    return replace(draft, mentions=tuple(kept[n] for n in sorted(kept)))


def without_doubtful(pairs: Sequence[Paired]) -> list[Paired]:
    """Pairs whose drafts have no doubtful mention beside a sure one; what hangs on such a mention stays."""
    made = []
    for paired in pairs:
        mentions = () if paired.draft is None else paired.draft.mentions
        sure = [n for n, m in enumerate(mentions) if m.score >= _BESIDE]
        doubted = max((m.score for m in mentions), default=0.0) >= _SUREST and len(sure) < len(mentions)
        made.append(replace(paired, draft=narrowed(paired.draft, sure)) if paired.draft and doubted else paired)
    return made


def weight(draft: Draft | None) -> tuple[float, int]:
    """Order of importance: what most is told of comes first, and what is told early."""
    if draft is None:
        return 0, 0
    first = draft.mentions[0].span[0]
    return first / _EARLY - len(draft.mentions) - 0.5 * len(draft.facets), first


def _harmful(happening: Happening) -> bool:
    return happening.family in VIOLENT and any(h.kind in {"killed", "injured", "hit"} for h in happening.harms)


def stands_alone(draft: Draft) -> bool:
    """Whether a happening that no rule sees is told surely enough, and something is told of it unless it is surest."""
    best = _best([draft])
    return best > _SUREST or (best >= ALONE and any(f.facet in _TELLING for f in draft.facets))


def surely_named(draft: Draft) -> bool:
    """Whether a happening is sure by its words, though nothing else is told of it."""
    return _best([draft]) >= ALONE


def _set(happening: Happening) -> bool:
    """Whether it is told when or where it came to pass; "no strikes today" is not told when it did."""
    told = (c for c in happening.clusters if not c.triggers or not all(t.denied for t in c.triggers))
    return any(c.profile.times for c in told) or any(c.profile.places for c in happening.clusters)


def _phrased(happening: Happening) -> bool:
    """Whether a step of a truce is told in words that name the truce and its fate."""
    return any(t.type == "ceasefire_step" and t.last - t.first >= _WHOLE and not t.noun for t in happening.triggers)


def _best(drafts: Sequence[Draft]) -> float:
    return max(m.score for d in drafts for m in d.mentions)


def _is(happening: Happening, main: Happening | None) -> bool:
    """Whether it is the main one, thinned or whole: its sentences are the same."""
    return main is not None and [c.sentence for c in happening.clusters] == [c.sentence for c in main.clusters]


def _supported(happening: Happening, drafts: Sequence[Draft]) -> Happening:
    """The happening without triggers that no draft has for a mention, as long as one is left in each cluster."""
    spans = [m.span for d in drafts for m in d.mentions]

    def thinned(cluster: Cluster) -> Cluster:
        kept = [t for t in cluster.triggers if t.sentence < 0 or any(overlap((t.start, t.end), s) for s in spans)]
        return replace(cluster, triggers=kept) if kept else cluster

    return replace(happening, clusters=[thinned(c) for c in happening.clusters])


def joined(drafts: Sequence[Draft]) -> Draft:
    """Several drafts of one happening as one; a tally where the most telling of them is one."""
    lead = min(drafts, key=weight)
    return replace(
        lead,
        mentions=tuple(sorted((m for d in drafts for m in d.mentions), key=lambda m: m.span)),
    )
