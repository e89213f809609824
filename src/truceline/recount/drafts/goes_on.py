"""What goes on telling, in one paragraph of a long text, of the one violent deed that was set there by day or place."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.draft import Draft, DraftMention
from truceline.recount.clusters import VIOLENT, kin
from truceline.recount.drafts.passages import SURE, Passages
from truceline.recount.events.lexicon import EventLexicon


def with_what_goes_on(drafts: Sequence[Draft], page: Passages, lexicon: EventLexicon) -> list[Draft]:
    """The drafts, one told behind a deed that its paragraph sets, of a like kind and set by nothing else, joined to it.

    "On Tuesday gunmen attacked the post near X. ... The attackers had fired from two cars": that is no second deed.
    """
    made = list(drafts)
    set_in = _set_deeds(drafts, page)
    for n, draft in enumerate(drafts):
        home = _home(draft, page, set_in)
        if home is None or home == n or not _alike(draft, drafts[home], lexicon):
            continue
        kinds = max(drafts[home].mentions, key=lambda m: m.score).types
        moved = _under_one_day(draft, page)
        more = (replace(m, types=kinds) for m in moved)  # the sentence that sets it says what it was
        mentions = sorted((*made[home].mentions, *more), key=lambda m: m.span)
        made[home] = replace(made[home], mentions=tuple(mentions))
        made[n] = replace(made[n], mentions=tuple(m for m in made[n].mentions if m not in moved))
    return [d for d in made if d.mentions]


def _set_deeds(drafts: Sequence[Draft], page: Passages) -> dict[int, set[int]]:
    """By sentence that sets a deed the numbers of the drafts it tells."""
    out: dict[int, set[int]] = {}
    for n, draft in enumerate(drafts):
        for mention in draft.mentions:
            at = page.at(mention.span[0])
            if at >= 0 and page.governor[at] == at and mention.score >= SURE:
                out.setdefault(at, set()).add(n)
    return out


def _home(draft: Draft, page: Passages, set_in: dict[int, set[int]]) -> int | None:
    """Number of the one draft that the sentence tells by which a draft's first mention is governed."""
    at = page.at(draft.mentions[0].span[0])
    governor = page.governor[at] if at >= 0 else -1
    if governor in {-1, at} or page.own[at] or at in page.later:
        return None
    told = set_in.get(governor, set())
    return next(iter(told)) if len(told) == 1 else None


def _under_one_day(draft: Draft, page: Passages) -> list[DraftMention]:
    """The mentions governed by what governs the first, in sentences that set nothing."""
    sentences = [page.at(m.span[0]) for m in draft.mentions]
    governor = page.governor[sentences[0]]
    told = zip(draft.mentions, sentences, strict=True)
    return [m for m, at in told if at >= 0 and page.governor[at] == governor and not page.own[at]]


def _alike(one: Draft, other: Draft, lexicon: EventLexicon) -> bool:
    if one.aggregate or other.aggregate:
        return False
    a, b = lexicon.family[one.event_type], lexicon.family[other.event_type]
    return a in VIOLENT and kin(a, b)
