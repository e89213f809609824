"""Figures of tellers whose verb is left out: they count what the teller before them counted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.model.account import Facet
from truceline.model.claim import Claim
from truceline.model.plain import to_plain
from truceline.model.span import meets, overlap, within
from truceline.recount.bench import Bench, Told
from truceline.recount.drafts.counts import COUNTS


def with_elided(bench: Bench, read: Sequence[list[Told]]) -> list[list[Told]]:
    """What is told of each happening, with the second figures of "put the dead at 12, the rebels at 30"."""
    shared = _sharing(bench.reading.claims)
    if not shared:
        return list(read)
    return [_of_all(bench, told, shared) for told in read]


def _sharing(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """By the id of a claim the claims of others who share its verb."""
    first: dict[object, str] = {}
    shared: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.content or c.cue)[0]):
        if claim.cue and claim.cue in first and claim.source and claim.source[0][0] > claim.cue[0][1]:
            shared.setdefault(first[claim.cue], []).append(claim)
        first.setdefault(claim.cue, claim.id)
    return shared


def _of_all(bench: Bench, told: list[Told], shared: Mapping[str, list[Claim]]) -> list[Told]:
    """The told, no teller counted among the harmed, with what each second teller counts of the same kind."""
    tellers = [c.source[0] for claims in shared.values() for c in claims]
    kept = [(c, f) for c, f in told if f.facet not in COUNTS or not meets(f.spans[0], tellers)]
    out = list(kept)
    for key, seconds in shared.items():
        if (like := _counted(key, kept)) is not None:
            out += [(c, f) for c in seconds if (f := _figure(bench, c, like)) and not _told(f, kept)]
    return out


def _counted(key: str, told: Sequence[Told]) -> Facet | None:
    """The first count of a claim, where it counts one thing alone."""
    counted = [f for c, f in told if c is not None and c.id == key and f.facet in COUNTS]
    return counted[0] if len({f.facet for f in counted}) == 1 else None


def _figure(bench: Bench, claim: Claim, like: Facet) -> Facet | None:
    """The number of a claim's content, as a count of what `like` counts."""
    span = claim.content[0]
    number = next((q for q in bench.reading.quantities if within((q.start, q.end), span)), None)
    if number is None:
        return None
    value = {"low": number.low, "high": number.high, "text": number.text, "comparator": number.comparator}
    group = like.value.get("group", "unknown") if isinstance(like.value, dict) else "unknown"
    return replace(
        like, value={**to_plain(value), "group": group}, text=bench.words_of(span), spans=(span,), claim=claim.id,
        polarity="affirmed",
    )  # fmt: skip


def _told(figure: Facet, kept: Sequence[Told]) -> bool:
    return any(f.facet == figure.facet and overlap(f.spans[0], figure.spans[0]) for _, f in kept)
