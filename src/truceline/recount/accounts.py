"""Accounts of one happening: what each teller says of it, facet by facet."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from truceline.model.account import Account, Facet
from truceline.model.claim import Claim
from truceline.model.span import Span
from truceline.recount.bench import Bench, Told
from truceline.recount.happenings import Happening
from truceline.recount.hedged import as_hedged
from truceline.recount.tell import tell
from truceline.text.settlements import is_label

_SETTING = {"time", "place"}


def told_by_rules(bench: Bench, happening: Happening, event_type: str) -> list[Told]:
    """All that the rules read of a happening, cluster by cluster."""
    return [told for cluster in happening.clusters for told in tell(bench, cluster, event_type)]


def give_accounts(
    bench: Bench, facets: Sequence[Told], later: Collection[Span], event_type: str, numbers: tuple[int, int]
) -> list[Account]:
    """One account a teller, the document's own voice as claim None; `numbers`: the incident's, the first account's.

    `later` are the words of counts by which a teller replaced an earlier figure.
    """
    accounts: list[Account] = []
    for tellers, told in _by_teller(bench, facets).items():
        claim = told[0][0] if tellers else None
        accounts.append(
            Account(
                id=f"a{numbers[1] + len(accounts)}",
                incident=f"i{numbers[0]}",
                claim=claim.id if claim else None,
                tellers=claim.tellers if claim else (),
                facets=_distinct(_standing([as_hedged(bench.reading.prose, f) for _, f in told], later), event_type),
                reader_score=_score(claim, tellers),
            )
        )
    return accounts


def _by_teller(bench: Bench, facets: Sequence[Told]) -> dict[tuple[str, ...], list[Told]]:
    """What each teller tells; a heading's day or place is no account of its own."""
    by_teller: dict[tuple[str, ...], list[Told]] = {}
    for claim, facet in (said for told in facets for said in _by_each(bench, told)):
        by_teller.setdefault(bench.teller_key(claim), []).append((claim, facet))
    if len(by_teller) > 1 and {f.facet for _, f in by_teller.get((), [])} <= _SETTING:
        for setting in by_teller.pop((), []):
            _give_to_its_teller(bench, setting, by_teller)
    return by_teller


def _give_to_its_teller(bench: Bench, told: Told, by_teller: dict[tuple[str, ...], list[Told]]) -> None:
    """Add a day to what the one teller of its sentence tells behind it: "on 9 May, they said, shells fell".

    And the place with which a paragraph is labelled: "Arvena: monitors heard shells fall".
    """
    day = told[1]
    low, high = next((s for s in bench.reading.sentences if s[0] <= day.spans[0][0] < s[1]), (0, 0))
    if day.facet == "place" and not is_label(bench.reading.prose, *day.spans[0]):
        return
    behind = {
        tellers: claim
        for tellers, facets in by_teller.items()
        for claim, f in facets
        if claim is not None and low <= f.spans[0][0] < high
    }
    if len(behind) == 1:
        tellers, claim = behind.popitem()
        if claim.content and day.spans[0][1] <= claim.content[0][0]:
            by_teller[tellers].append((claim, replace(day, claim=claim.id)))


def _by_each(bench: Bench, told: Told) -> list[Told]:
    """What is told once for all those whose claims have the same words."""
    claim, facet = told
    others = bench.claims.fellows(claim) if claim is not None else []
    return [told, *((other, replace(facet, claim=other.id)) for other in others)]


def _standing(facets: Sequence[Facet], later: Collection[Span]) -> list[Facet]:
    """The facets but for counts that the same teller replaced by a later figure."""
    raised: dict[str, int] = {
        f.facet: i for i, f in enumerate(facets) if f.facet in {"killed", "injured"} and f.spans[0] in later
    }
    return [f for i, f in enumerate(facets) if i >= raised.get(f.facet, 0)]


def _score(claim: Claim | None, tellers: tuple[str, ...]) -> float:
    return 0.6 if not tellers or claim is None else round(min(0.9, claim.reader_score), 3)


def _distinct(facets: Sequence[Facet], event_type: str) -> tuple[Facet, ...]:
    """Each facet value once, its later words added as spans; `type` before the rest."""
    kept: dict[tuple[str, str, str], Facet] = {}
    for facet in facets:
        name = facet.facet if facet.facet != "type" or facet.value != event_type else "type"
        key = (name, repr(facet.value), facet.polarity)
        kept.setdefault(key, facet)
    return tuple(kept.values())
