"""The rules' happenings grouped anew, as the learned reader groups the words they were found by."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.model.draft import Draft
from truceline.model.span import Span, overlap
from truceline.recount.clusters import Cluster
from truceline.recount.events.triggers import Trigger
from truceline.recount.happenings import Happening
from truceline.recount.scan import Harm

_SURE = 0.5
"""Score from which a mention says whose happening a word of the rules is."""


def regrouped(happenings: Sequence[Happening], drafts: Sequence[Draft] | None) -> list[Happening]:
    """The happenings, each word with those the learned reader holds it of; what it sees nothing of stays where it was.

    The rules part and join by days, places and doers; the learned reader reads what is meant by "the shelling" too. An
    abduction and an air strike stay two, whatever it says.
    """
    if not drafts:
        return list(happenings)
    made: dict[tuple[str, str, int], list[tuple[Happening, Cluster]]] = {}
    for at, happening in enumerate(happenings):
        parts = [part for cluster in happening.clusters for part in _parts(cluster, drafts)]
        first = next((n for _, n in parts if n is not None), None)
        last = ("rules", "", at) if first is None else ("draft", _kind(happening.clusters[0], drafts[first]), first)
        for cluster, number in parts:
            last = last if number is None else ("draft", _kind(cluster, drafts[number]), number)
            made.setdefault(last, []).append((happening, cluster))
    return [_joined(some) for some in made.values()]


def _kind(cluster: Cluster, draft: Draft) -> str:
    """The kind of deed that a draft's words for a cluster name, if the draft as a whole is of another; else nothing."""
    return next((t for t in _types(cluster, draft) if t != draft.event_type), "")


def _types(cluster: Cluster, draft: Draft) -> list[str]:
    """The likeliest types of a draft's mentions among a cluster's words."""
    spans = [(t.start, t.end) for t in cluster.triggers if t.sentence >= 0]
    named = (m for m in draft.mentions if any(overlap(m.span, s) for s in spans))
    return [max(m.types, key=lambda t: t[1])[0] for m in named if m.types]


def _joined(some: Sequence[tuple[Happening, Cluster]]) -> Happening:
    """One happening of clusters of several: the most important of these, in text order."""
    clusters = sorted((c for _, c in some), key=lambda c: c.sentence)
    return replace(some[0][0], clusters=clusters, aggregate=all(h.aggregate for h, _ in some))


def _parts(cluster: Cluster, drafts: Sequence[Draft]) -> list[tuple[Cluster, int | None]]:
    """A sentence's words by the draft they are of: in two parts or more where they are of several."""
    homes = [_draft_of((t.start, t.end), drafts) if t.sentence >= 0 else None for t in cluster.triggers]
    known = list(dict.fromkeys(n for n in homes if n is not None))
    if (
        len({t for n in known for t in _types(cluster, drafts[n])}) < 2
    ):  # "Shelling hit the town": one deed in two words
        return [(cluster, known[0] if known else None)]
    last = known[0]
    own: dict[int, list[Trigger]] = {n: [] for n in known}
    for trigger, home in zip(cluster.triggers, homes, strict=True):
        last = last if home is None else home
        own[last].append(trigger)
    harms = {n: [h for h in cluster.harms if _home_of(h, known, drafts, own) == n] for n in known}
    return [(_part(cluster, own[n], harms[n], drafts[n]), n) for n in known]


def _part(cluster: Cluster, triggers: list[Trigger], harms: list[Harm], draft: Draft) -> Cluster:
    """A part of a cluster, with the places and the time that its draft tells."""
    places = [p for p in cluster.places if _tells(draft, "place", (p.start, p.end))]
    place, time = cluster.place, cluster.time
    return replace(
        cluster,
        triggers=triggers,
        harms=harms,
        places=places,
        place=place if place and _tells(draft, "place", (place.start, place.end)) else None,
        time=time if time and _tells(draft, "time", (time.start, time.end)) else None,
    )


def _tells(draft: Draft, facet: str, span: Span) -> bool:
    return any(f.facet in {facet, "target"} and overlap(f.span, span) for f in draft.facets)


def _home_of(harm: Harm, known: Sequence[int], drafts: Sequence[Draft], own: Mapping[int, Sequence[Trigger]]) -> int:
    """Whose a statement of harm is: the draft's that counts it, else that of the word told last before it."""
    counted = [
        n
        for n in known
        if any(f.facet == harm.kind and overlap(f.span, (harm.start, harm.end)) for f in drafts[n].facets)
    ]
    if counted:
        return counted[0]
    before = [(t.start, n) for n in known for t in own[n] if t.start <= harm.start]
    return max(before)[1] if before else known[0]


def _draft_of(span: Span, drafts: Sequence[Draft]) -> int | None:
    """Number of the draft that most surely has a word for a mention; None where none is sure of it."""
    fits = [
        (-m.score, n) for n, d in enumerate(drafts) for m in d.mentions if m.score >= _SURE and overlap(m.span, span)
    ]
    return min(fits)[1] if fits else None
