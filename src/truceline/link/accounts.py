"""Accounts of one happening across documents: propose pairs, compare, cluster, each link with its reasons."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from truceline.link.candidates import propose_pairs
from truceline.link.cluster import cluster
from truceline.link.compare import Features, features_of, reasons_of, score_of
from truceline.link.identity import incident_id
from truceline.link.kit import LinkKit
from truceline.link.profiles import Profile, make_profiles
from truceline.link.rulings import Rulings, find_rulings
from truceline.model.decision import Decision
from truceline.model.entry import Entry
from truceline.model.snapshot import Link, LinkedIncident
from truceline.text.copies import near_copies

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Members, pairs compared with features and log-odds, and what analysts ruled; pairs are indices of `profiles`."""

    profiles: Sequence[Profile]
    features: Mapping[Pair, Features]
    scores: Mapping[Pair, float]
    rulings: Rulings


def link_accounts(entries: Sequence[Entry], decisions: Sequence[Decision], kit: LinkKit) -> tuple[LinkedIncident, ...]:
    """Reported incidents brought together; the same result for every order of the entries.

    An analyst's same or different outweighs any score.
    """
    ordered = sorted(entries, key=lambda e: e.id)
    compared = _compare(ordered, decisions, kit)
    owners = [p.document for p in compared.profiles]
    rulings = compared.rulings
    groups = cluster(owners, compared.scores, rulings.same, rulings.different, kit.clustering)
    links = _links(groups, compared, kit)
    made = (_incident([compared.profiles[i] for i in group]) for group in groups)
    return tuple(replace(incident, links=tuple(links[n])) for n, incident in enumerate(made))


def with_former(linked: Sequence[LinkedIncident], former: Mapping[str, Sequence[str]]) -> tuple[LinkedIncident, ...]:
    """The incidents with the ids that members of theirs gave in earlier versions: old ids go on leading to them."""
    if not former:
        return tuple(linked)
    return tuple(
        replace(i, aliases=tuple(sorted({*i.aliases, *ids} - {i.id})))
        for i in linked
        for ids in [{incident_id(old) for m in i.members for old in former.get(m, ())}]
    )


def _compare(entries: Sequence[Entry], decisions: Sequence[Decision], kit: LinkKit) -> Compared:
    profiles = sorted(make_profiles(entries, kit), key=lambda p: p.member)
    features = compare_pairs(profiles, entries, kit)
    return Compared(
        profiles=profiles,
        features=features,
        scores={pair: score_of(found, kit) for pair, found in features.items()},
        rulings=find_rulings(decisions, [p.member for p in profiles], entries),
    )


def compare_pairs(profiles: Sequence[Profile], entries: Sequence[Entry], kit: LinkKit) -> dict[Pair, Features]:
    """Features of every pair worth comparing, by indices into `profiles`."""
    alike = near_copies({e.id: e.reading.prose for e in entries})
    found = {}
    for i, j in propose_pairs(profiles, alike, kit.blocking):
        a, b = profiles[i], profiles[j]
        documents = (min(a.document, b.document), max(a.document, b.document))
        found[i, j] = features_of(a, b, alike.get(documents, 0.0), kit)
    return found


def _incident(members: Sequence[Profile]) -> LinkedIncident:
    """The cluster under the id of its anchor: the earliest published, then the smallest member."""
    anchor = min(members, key=lambda p: (p.published is None, p.published or 0, p.member))
    ids = {incident_id(p.member) for p in members}
    own = incident_id(anchor.member)
    return LinkedIncident(id=own, members=tuple(sorted(p.member for p in members)), aliases=tuple(sorted(ids - {own})))


def _links(groups: Sequence[Sequence[int]], compared: Compared, kit: LinkKit) -> dict[int, list[Link]]:
    """By group: every compared or ruled pair within it, in order; a ruling that parts two groups stands in both."""
    home = {i: n for n, group in enumerate(groups) for i in group}
    links: dict[int, list[Link]] = defaultdict(list)
    for i, j in sorted({*compared.features, *compared.rulings.same, *compared.rulings.different}):
        if home[i] == home[j] or (i, j) in compared.rulings.different:
            link = _link((i, j), compared, kit)
            for group in sorted({home[i], home[j]}):
                links[group].append(link)
    return links


def _link(pair: Pair, compared: Compared, kit: LinkKit) -> Link:
    a, b = (compared.profiles[i] for i in pair)
    reasons = tuple(reasons_of(a, b, compared.features.get(pair, {}), kit))
    score = _probability(compared.scores.get(pair, kit.clustering.unseen))
    link = Link(a=a.member, b=b.member, score=score, reasons=reasons)
    if pair in compared.rulings.same:
        return replace(link, judgement="same", reasons=("an analyst ruled them the same", *reasons))
    if pair in compared.rulings.different:
        return replace(link, judgement="different", reasons=("an analyst ruled them different", *reasons))
    return link


def _probability(score: float) -> float:
    return round(1 / (1 + exp(-max(-30.0, min(30.0, score)))), 4)
