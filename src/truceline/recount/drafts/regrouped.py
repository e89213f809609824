"""The rules' happenings grouped anew, as the learned reader groups the words they were found by."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftMention
from truceline.model.span import Span, overlap
from truceline.recount.clusters import Cluster
from truceline.recount.events.triggers import Trigger
from truceline.recount.happenings import Happening
from truceline.recount.profile import apart
from truceline.recount.scan import Harm

NTH = re.compile(r"\b(?:second|third|fourth|fifth|sixth|[2-9](?:nd|rd|th))\b", re.IGNORECASE)
"""Before or in words that name a deed: one of several."""
_NEAR = 40
"""Characters before a deed's word in which it may be counted: "the second time that it had been"."""
_STOP = re.compile(r"[.!?;]\W|\n")
_SURE = 0.5
"""Score from which a mention says whose happening a word of the rules is."""
_LIKELY, _SUREST = 0.65, 0.85
"""Chance of another kind from which a word names that; of a word most surely the draft's it must be as sure."""


def regrouped(happenings: Sequence[Happening], drafts: Sequence[Draft] | None, text: str) -> list[Happening]:
    """The happenings, those brought together of which the learned reader holds words for one deed.

    The rules part by days, places and doers; the learned reader reads what is meant by "the shelling" too. An abduction
    and an air strike stay two, whatever it says; so does what the rules alone see, and what another day is told of
    behind "the second time it was hit".
    """
    if not drafts:
        return list(happenings)
    made: list[list[Happening]] = []
    homes: dict[tuple[str, int], int] = {}
    for happening in happenings:
        keys = {(_kind(c, drafts[n]), n) for c in happening.clusters if (n := _home(c, drafts, text)) is not None}
        known = (homes[k] for k in keys if k in homes)
        at = min((n for n in known if not _one_of_several(happening, made[n], text)), default=len(made))
        if at == len(made):
            made.append([])
        made[at].append(happening)
        homes |= dict.fromkeys(keys - homes.keys(), at)
    return [_joined(some) for some in made]


def _one_of_several(happening: Happening, some: Sequence[Happening], text: str) -> bool:
    """Whether a happening is told as one of several, on another day: "the second time it was hit: on 7 May ..."."""
    times = [c.time for c in happening.clusters if c.time]
    others = [c.time for h in some for c in h.clusters if c.time]
    counted = any(NTH.search(text, max(0, a - _NEAR), a) for a, _ in happening.mentions)
    return counted and bool(times and others) and all(apart(a, b) for a in times for b in others)


def _joined(some: Sequence[Happening]) -> Happening:
    """One happening of several: the most important of these, in text order."""
    if len(some) == 1:
        return some[0]
    clusters = sorted((c for h in some for c in h.clusters), key=lambda c: c.sentence)
    return replace(some[0], clusters=clusters, aggregate=all(h.aggregate for h in some))


def _home(cluster: Cluster, drafts: Sequence[Draft], text: str) -> int | None:
    """Number of the draft of a cluster's first word that any is sure of, or else of the one whose dead it tells."""
    found = (_draft_of((t.start, t.end), drafts) for t in cluster.triggers if t.sentence >= 0)
    counting = (n for h in cluster.harms for n, d in enumerate(drafts) if _counts(d, h) and _leads_to(d, h, text))
    return next((n for n in (*found, *counting) if n is not None), None)


def _leads_to(draft: Draft, harm: Harm, text: str) -> bool:
    """Whether a draft surely names its deed before a statement of harm in the same sentence."""
    before = (m for m in draft.mentions if m.score >= _SURE and m.span[1] <= harm.start)
    return any(_STOP.search(text, m.span[1], harm.start) is None for m in before)


def _counts(draft: Draft, harm: Harm) -> bool:
    return any(f.facet == harm.kind and overlap(f.span, (harm.start, harm.end)) for f in draft.facets)


def _kind(cluster: Cluster, draft: Draft) -> str:
    """The kind of deed that a draft's words for a cluster name, if the draft as a whole is of another; else nothing.

    Words that the learned reader most surely has for the draft's deed, and not so surely for another kind, name none.
    """
    others = (m for m in _named(cluster, draft) if m.event_type not in {None, draft.event_type})
    kinds = (m.event_type for m in others if max(c for _, c in m.types) >= (_SUREST if m.score >= _SUREST else _LIKELY))
    return next((kind for kind in kinds if kind), "")


def _types(cluster: Cluster, draft: Draft) -> list[str]:
    """The likeliest types of a draft's mentions among a cluster's words."""
    return [m.event_type for m in _named(cluster, draft) if m.event_type]


def _named(cluster: Cluster, draft: Draft) -> list[DraftMention]:
    """A draft's mentions among a cluster's words."""
    return [m for m in draft.mentions if any(overlap(m.span, s) for s in cluster.mentions)]


def split(cluster: Cluster, drafts: Sequence[Draft]) -> list[Cluster]:
    """A sentence's words by the deed they are of, where the learned reader sees deeds of several kinds in it.

    "Shelling hit the town" is one deed in two words.
    """
    homes = [_draft_of((t.start, t.end), drafts) if t.sentence >= 0 else None for t in cluster.triggers]
    known = list(dict.fromkeys(n for n in homes if n is not None))
    if len({t for n in known for t in _types(cluster, drafts[n])}) < 2:
        return [cluster]
    own = _by_home(cluster.triggers, homes, known)
    harms = {n: [h for h in cluster.harms if _home_of(h, known, drafts, own) == n] for n in known}
    return [_part(cluster, own[n], harms[n], drafts[n]) for n in known]


def _by_home(
    triggers: Sequence[Trigger], homes: Sequence[int | None], known: Sequence[int]
) -> dict[int, list[Trigger]]:
    """The triggers by the draft they are of; one of none goes with the one before it."""
    last = known[0]
    own: dict[int, list[Trigger]] = {n: [] for n in known}
    for trigger, home in zip(triggers, homes, strict=True):
        last = last if home is None else home
        own[last].append(trigger)
    return own


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
    counted = [n for n in known if _counts(drafts[n], harm)]
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
