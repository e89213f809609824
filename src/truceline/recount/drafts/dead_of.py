"""The dead of a deed in a long text, told by a word of killing in its own sentence or right behind it.

"A driver blew up his lorry in X; the police said six had been killed" is one deed: the killing is no second one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from truceline.model.draft import Draft, DraftMention
from truceline.model.span import Span, meets, overlap
from truceline.recount.clusters import VIOLENT, Cluster
from truceline.recount.drafts.passages import SURE, Passages
from truceline.recount.drafts.set_by import contradicts
from truceline.recount.events.lexicon import EventLexicon
from truceline.recount.happenings import Happening

_DEADLY = VIOLENT | {"abduction"}
_BEHIND = 3
"""Sentences behind a deed in which its dead are told."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """A word that names a violent deed, with its sentence and its draft's number."""

    start: int
    sentence: int
    draft: int


@dataclass(slots=True)
class _Page:
    """The drafts of a document, and by sentence what is said of killing, and which deeds are told."""

    drafts: list[Draft]
    passages: Passages
    cues: Mapping[int, Sequence[Span]]
    deeds: dict[int, list[_Deed]] = field(default_factory=dict)
    named: dict[int, list[tuple[Span, int]]] = field(default_factory=dict)
    """By sentence the mentions, each with its draft's number."""


def with_their_dead(
    drafts: Sequence[Draft], happenings: Sequence[Happening], passages: Passages, lexicon: EventLexicon
) -> tuple[list[Draft], list[Happening]]:
    """Drafts and happenings, each statement of those killed with the deed told before it, where it stands alone."""
    page = _page(drafts, happenings, passages, lexicon)
    kept: list[Happening] = []
    moved: dict[int, list[Cluster]] = {}
    for happening in happenings:
        own = []
        for cluster in happening.clusters:
            home = None if happening.aggregate else _home(cluster, page)
            if home is None:
                own.append(cluster)
            else:
                moved.setdefault(home, []).append(cluster)
        kept += [replace(happening, clusters=own)] if own else []
    ruled = _by_sentence(kept)
    for home, clusters in moved.items():
        _give(home, clusters, kept, ruled, page)
    return [d for d in page.drafts if d.mentions], kept


def _by_sentence(happenings: Sequence[Happening]) -> dict[int, list[tuple[Span, int]]]:
    """By sentence, the words that name happenings there, each with its happening's number."""
    words: dict[int, list[tuple[Span, int]]] = {}
    for n, happening in enumerate(happenings):
        for cluster in happening.clusters:
            words.setdefault(cluster.sentence, []).extend((s, n) for s in cluster.mentions)
    return words


def _page(drafts: Sequence[Draft], happenings: Sequence[Happening], passages: Passages, lexicon: EventLexicon) -> _Page:
    cues: dict[int, list[Span]] = {}
    for harm in (h for some in happenings for h in some.harms):
        cues.setdefault(harm.sentence, []).append(harm.cue)
    page = _Page(list(drafts), passages, cues)
    for n, draft in enumerate(drafts):
        for mention in draft.mentions:
            at = passages.at(mention.span[0])
            page.named.setdefault(at, []).append((mention.span, n))
            if at >= 0 and mention.score >= SURE and _is_deed(mention, draft, at, page, lexicon):
                page.deeds.setdefault(at, []).append(_Deed(mention.span[0], at, n))
    return page


def _is_deed(mention: DraftMention, draft: Draft, at: int, page: _Page, lexicon: EventLexicon) -> bool:
    """Whether a mention names a violent deed, and not merely that people died."""
    kind, chance = max(mention.types, key=lambda t: t[1], default=(draft.event_type, 1.0))
    if chance < SURE:
        return False
    return lexicon.family[kind] in _DEADLY and not draft.aggregate and not _kills(mention.span, at, page)


def _kills(span: Span, at: int, page: _Page) -> bool:
    return any(overlap(span, cue) for cue in page.cues.get(at, ()))


def _home(cluster: Cluster, page: _Page) -> int | None:
    """Number of the draft whose dead a cluster counts; None where it stands right."""
    spans = cluster.mentions
    cues = [h.cue for h in cluster.harms]
    if not cues or cluster.sentence < 0 or not all(meets(s, cues) for s in spans):
        return None
    own = {n for span, n in page.named.get(cluster.sentence, ()) if meets(span, (*spans, *cues))}
    if not all(_kills(m.span, page.passages.at(m.span[0]), page) for n in own for m in page.drafts[n].mentions):
        return None
    deed = _deed(cluster, page)
    return deed.draft if deed is not None and deed.draft not in own else None


def _deed(cluster: Cluster, page: _Page) -> _Deed | None:
    """The deed told last before those killed, in their sentence, or under the same day and place right before it."""
    at, first = cluster.sentence, cluster.harms[0].cue[0]
    here = page.deeds.get(at, ())
    if here:
        before = [d for d in here if d.start < first]
        return max(before, key=lambda d: d.start) if before else min(here, key=lambda d: d.start)
    if any(h.form == "doing" for h in cluster.harms):
        return None
    near = [s for s in range(max(0, at - _BEHIND), at) if page.passages.paragraphs[s] == page.passages.paragraphs[at]]
    behind = [d for s in near for d in page.deeds.get(s, ())]
    last = max(behind, key=lambda d: d.start, default=None)
    if last is None or last.sentence < page.passages.governor[at] != at:
        return None
    return None if contradicts(page.passages.setting(last.sentence), page.passages.own[at]) else last


def _give(
    home: int,
    clusters: Sequence[Cluster],
    happenings: list[Happening],
    ruled: Mapping[int, Sequence[tuple[Span, int]]],
    page: _Page,
) -> None:
    """Bring clusters to a draft, and to the happening of which the rules have its words (`ruled`, by sentence)."""
    own = page.drafts[home].mentions
    told = [n for m in own for s, n in ruled.get(page.passages.at(m.span[0]), ()) if overlap(s, m.span)]
    for cluster in clusters:
        for span in cluster.mentions:
            page.drafts[home] = _naming(page.drafts[home], _taken(span, cluster.sentence, page))
    if not told:
        happenings.append(Happening(clusters[0].family, list(clusters)))
        return
    both = sorted((*happenings[min(told)].clusters, *clusters), key=lambda c: c.sentence)
    happenings[min(told)] = replace(happenings[min(told)], clusters=both)


def _taken(span: Span, at: int, page: _Page) -> DraftMention:
    """The mention that another draft has for a word of killing, taken from it; a new one where none has."""
    for other, n in page.named.get(at, ()):
        found = [m for m in page.drafts[n].mentions if m.span == other and overlap(other, span)]
        if found:
            page.drafts[n] = replace(
                page.drafts[n], mentions=tuple(m for m in page.drafts[n].mentions if m is not found[0])
            )
            return replace(found[0], types=())
    return DraftMention(span=span, score=1.0, types=())


def _naming(draft: Draft, mention: DraftMention) -> Draft:
    return replace(draft, mentions=tuple(sorted((*draft.mentions, mention), key=lambda m: m.span)))
