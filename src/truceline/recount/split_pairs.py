"""One happening of a reading made two, by which words tell of the one and of the other."""

from collections.abc import Callable
from dataclasses import replace

from truceline.model.draft import Draft, DraftMention
from truceline.model.span import Span
from truceline.recount.clusters import Cluster
from truceline.recount.drafts.match import Paired
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.happenings import Happening


def split_pair(pair: Paired, apart: Callable[[Span], bool], lexicon: EventLexicon) -> list[Paired]:
    """A pair in two: what is told by words that are not `apart`, and what is; the whole where only one is told."""
    happening, draft = pair.happening, pair.draft
    clusters = happening.clusters if happening is not None else []
    kept = [part for c in clusters if (part := _part(c, apart, taken=False))]
    gone = [part for c in clusters if (part := _part(c, apart, taken=True))]
    learned = draft.mentions if draft is not None else ()
    first = _drafted(draft, [m for m in learned if not apart(m.span)])
    second = _drafted(draft, [m for m in learned if apart(m.span)])
    if (not kept and first is None) or (not gone and second is None):
        return [pair]
    rest = replace(happening, clusters=kept) if happening is not None and kept else None
    return [Paired(rest, first), Paired(_happening(gone, lexicon), second)]


def _happening(clusters: list[Cluster], lexicon: EventLexicon) -> Happening | None:
    """A happening of some clusters, of the family that the first of their words names."""
    family = next((lexicon.family[t.type] for c in clusters for t in c.triggers if t.type), "attack")
    return Happening(family, clusters) if clusters else None


def _part(cluster: Cluster, apart: Callable[[Span], bool], *, taken: bool) -> Cluster | None:
    """A cluster's triggers of the one kind; who was hurt stays with what is kept, where it tells of that too."""
    if not cluster.triggers:
        words = [h.cue for h in cluster.harms if h.sentence >= 0]
        return cluster if (bool(words) and all(apart(w) for w in words)) == taken else None
    triggers = [t for t in cluster.triggers if apart((t.start, t.end)) == taken]
    if len(triggers) == len(cluster.triggers):
        return cluster
    return replace(cluster, triggers=triggers, harms=[] if taken else cluster.harms) if triggers else None


def _drafted(draft: Draft | None, mentions: list[DraftMention]) -> Draft | None:
    return replace(draft, mentions=tuple(mentions)) if draft is not None and mentions else None
