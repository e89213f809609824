"""The chain from publisher to speaker, and the citations a claim rests on."""

from collections.abc import Mapping, Sequence

from truceline.model.reading import Citation
from truceline.model.span import Span, overlap
from truceline.read.actors.registry import Registry
from truceline.read.actors.words import words_of
from truceline.read.addresses import Outlet, outlet_of
from truceline.read.claims.voice import Voice
from truceline.text.fold import actor_id_from, fold_name


def actor_id_of(name: str | None, registry: Registry) -> str | None:
    """Actor id of a publisher's or author's name: the registry's (None while it is open), else one made from it."""
    if not name or not fold_name(name):
        return None
    words = words_of(name)
    found = registry.longest(words, 0)
    if found is not None and (found[0] == len(words) or registry.kind(found[1].actor) == "outlet"):
        return found[1].actor
    return actor_id_from(name)


def cited_by(spans: Sequence[Span], citations: Sequence[Citation]) -> tuple[str, ...]:
    """Ids of the citations whose covered words overlap a claim's."""
    return tuple(c.id for c in citations if any(a < y and x < b for a, b in c.covers for x, y in spans))


def linked_by(sources: Sequence[Span], citations: Sequence[Citation]) -> tuple[str, ...]:
    """Ids of the hyperlinks laid over a source or a part of it: who is named by a link is quoted from there."""
    return tuple(c.id for c in citations if c.marker is None and any(overlap((c.start, c.end), s) for s in sources))


def chain(
    publisher: str | None,
    cited: Sequence[Citation],
    voices: Sequence[Voice],
    domains: Mapping[str, Outlet],
) -> tuple[str, ...]:
    """Actor ids, outermost first: publisher, outlets cited (not mere platforms), then each voice in turn."""
    outlets = [outlet_of(c.url, domains) for c in cited if c.url and c.kind in {"article", "document"}]
    ids = [publisher, *(o.id for o in outlets if o is not None and o.kind in {"article", "document"})]
    ids += [v.actor for v in voices]
    return tuple(dict.fromkeys(i for i in ids if i))
