"""Claims: who says what, by which words. Spans come from an extractor; all that follows from them is concluded here."""

from collections.abc import Container, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from truceline.model.claim import Act, Claim
from truceline.model.reading import Reading
from truceline.model.span import Span
from truceline.read.claims.accorded import with_accorded
from truceline.read.claims.acts import act_of, reach_of, speech_of
from truceline.read.claims.alone import with_alone
from truceline.read.claims.as_said import with_as_said
from truceline.read.claims.author import author_acts, goes_on, is_judgement, speaks_as_author, with_owner
from truceline.read.claims.described import is_proper
from truceline.read.claims.dismissed import with_dismissed
from truceline.read.claims.earlier import with_earlier
from truceline.read.claims.elided import with_elided
from truceline.read.claims.enumerated import with_enumerated
from truceline.read.claims.gapped import with_gapped
from truceline.read.claims.given import with_given
from truceline.read.claims.hearers import without_hearers
from truceline.read.claims.hearsay import hearsay_denied, with_hearsay
from truceline.read.claims.kit import ClaimKit
from truceline.read.claims.looked_back import with_looked_back
from truceline.read.claims.mend import mended
from truceline.read.claims.nest import parents_of, with_inner
from truceline.read.claims.parted import with_acts_parted
from truceline.read.claims.passive import beside_asides, with_accusers
from truceline.read.claims.quotes import quoted_parts
from truceline.read.claims.raw import RawClaim, hull
from truceline.read.claims.relatives import with_antecedents
from truceline.read.claims.retracted import with_retracted
from truceline.read.claims.revised import with_revised
from truceline.read.claims.settled import settled
from truceline.read.claims.speakers import voices_of
from truceline.read.claims.tagger.sight import Sight
from truceline.read.claims.tellers import actor_id_of, chain, cited_by, linked_by
from truceline.read.claims.turns import with_cited, with_turns
from truceline.read.claims.unclaimed import is_by_no_one
from truceline.read.claims.verdict import freed, is_freed, verdicts
from truceline.read.claims.voice import Names, Voice
from truceline.read.claims.wordless import is_wordless
from truceline.read.publisher import agency_reprinted


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A claim's spans with what was concluded of them."""

    raw: RawClaim
    act: Act
    reach: Mapping[str, float]
    voice: Voice
    parent: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """All that was concluded of a document; `reprinted` is the agency whose words its outlet prints."""

    reading: Reading
    kit: ClaimKit
    found: Sequence[_Found]
    reprinted: tuple[Voice, ...]


def find_claims(reading: Reading, kit: ClaimKit, threshold: float = 0.0) -> tuple[tuple[Claim, ...], Sight | None]:
    """Attributions of a reading that has its sentences, citations and actors; ids are c1, c2... in text order.

    A claim scored below `threshold` keeps its spans and leaves open who speaks. What else the learned extractor saw in
    the text comes along; None without one.
    """
    text, kit = reading.prose, replace(kit, registry=kit.registry.at(reading.document.published))
    outer, sight = _outer(text, reading, kit)
    found_all = with_inner(text, reading.sentences, outer, kit)
    told = (raw for raw in found_all if not (is_by_no_one(text, raw) or is_wordless(text, raw, kit.cues)))
    whole = [without_hearers(text, with_owner(text, raw)) for raw in told]
    whole = with_dismissed(text, reading.sentences, whole)
    raws = with_acts_parted(text, whole, (kit.cues, sight))
    judged = verdicts(text, reading.sentences, raws) | hearsay_denied(text, reading.sentences, raws)
    own = author_acts(text, reading.sentences, (*raws, *judged), kit.cues) | {
        r: "denies" for r in judged if r not in raws
    }
    ordered = sorted((*raws, *own), key=_place_in_text)
    voices = _voices(reading, kit, ordered, own)
    parents = parents_of(ordered)
    voices = [_of_quoted(text, ordered, voices, parents, at) for at in range(len(ordered))]
    found = [
        _Found(
            raw=sure,
            act=_settled(text, raw, judged)
            or own.get(raw)
            or settled(text, raw, act_of(text, raw, kit.cues, _first_inside(ordered, parents, at)), (kit.cues, sight)),
            reach=judged.get(raw) or (sight.chances(raw, "reach") if sight else {}),
            voice=_sure_enough(_of_writer(voice, reading), sure, threshold),
            parent=parent,
        )
        for at, (raw, voice, parent) in enumerate(zip(ordered, voices, parents, strict=True))
        for sure in (_said_outright(text, raw, voice),)
    ]
    page = _Page(reading=reading, kit=kit, found=found, reprinted=_reprinted(reading, kit))
    return tuple(_carried(page, [_claim(page, at) for at in range(len(found))])), sight


def _outer(text: str, reading: Reading, kit: ClaimKit) -> tuple[tuple[RawClaim, ...], Sight | None]:
    """The claims that stand in no other, with those that the page's form or a verb left out tells."""
    found, sight = _outermost(text, reading.sentences, kit)
    found = with_accorded(text, found, reading.sentences, kit.cues)
    found = with_as_said(text, found, reading.sentences)
    found = with_accusers(text, beside_asides(text, found), reading.sentences, (reading.actors, kit.cues))
    found = with_revised(text, found, reading.sentences, kit.cues)
    found = with_earlier(text, found, reading.sentences)
    found = with_enumerated(text, with_looked_back(text, found, reading.sentences), reading.sentences)
    found = tuple(with_elided(text, with_given(text, found, reading.sentences, kit.cues), reading.sentences, kit.cues))
    found = with_gapped(text, found, reading.sentences, (reading.actors, reading.quantities, kit.cues))
    found = tuple(with_antecedents(text, with_hearsay(text, found, reading.sentences), reading.sentences))
    found = with_alone(with_retracted(text, found, reading.sentences), reading.sentences, _names(reading, kit))
    return freed(text, with_turns(text, with_cited(text, found), kit.cues, reading.actors)), sight


def _outermost(text: str, sentences: Sequence[Span], kit: ClaimKit) -> tuple[tuple[RawClaim, ...], Sight | None]:
    """What the tagger finds, mended by the rules; the rules read while the network, which holds no lock, computes."""
    if kit.extractor is None:
        return kit.rules.extract(text, tuple(sentences)), None
    with ThreadPoolExecutor(1) as aside:
        learned = aside.submit(kit.extractor.look, text)
        ruled = kit.rules.extract(text, tuple(sentences))
        sight = learned.result()
    return mended(text, sight.claims, ruled, sentences), sight


def _voices(reading: Reading, kit: ClaimKit, raws: Sequence[RawClaim], own: Container[RawClaim]) -> list[Voice]:
    """Who speaks in each claim; the writer in those that are `own` or suppose what nobody said."""
    text, names = reading.prose, _names(reading, kit)
    first = speaks_as_author(text, kit.cues)
    return [
        _author(reading)
        if r in own or (first and is_judgement(text, r, kit.cues) and not goes_on(text, r, raws))
        else v
        for r, v in zip(raws, voices_of(raws, names), strict=True)
    ]


def _names(reading: Reading, kit: ClaimKit) -> Names:
    author = reading.document.author
    return Names(
        text=reading.prose, mentions=reading.actors, registry=kit.registry, cues=kit.cues, author=author, whom=kit.whom
    )


def _settled(text: str, raw: RawClaim, judged: Container[RawClaim]) -> Act | None:
    """The act of a claim whose form alone says it: a verdict denies, and who says otherwise just says so."""
    if raw in judged:
        return "denies"
    return "asserts" if is_freed(text, raw) else None


def _place_in_text(raw: RawClaim) -> tuple[int, int, tuple[Span, ...], tuple[Span, ...]]:
    """Outer claims before those they hold; what one speaker named once says in turn, by its cues and words."""
    start, end = hull(raw)
    return start, 0 if any(s == start for s, _ in raw.source) else -end, raw.cue, raw.content


def _first_inside(ordered: Sequence[RawClaim], parents: Sequence[int | None], at: int) -> int | None:
    """Where the cue of the first claim inside stands: behind it the content is that claim's."""
    return min((ordered[n].cue[0][0] for n, parent in enumerate(parents) if parent == at), default=None)


def _author(reading: Reading) -> Voice:
    """The writer, by name where the document tells it."""
    return Voice(kind="author", name=reading.document.author)


def _of_quoted(
    text: str, raws: Sequence[RawClaim], voices: Sequence[Voice], parents: Sequence[int | None], at: int
) -> Voice:
    """As in “‘I accuse the army,’ he said”: "I" within quotation marks is whoever is quoted, not the writer."""
    voice, source, parent = voices[at], raws[at].source, parents[at]
    if voice.kind != "author" or not source or not any(a < source[0][0] < b for a, b in quoted_parts(text)):
        return voice
    if parent is None or voices[parent].kind == "author":
        return replace(voice, kind="person", name=None, actor=None) if parent is None else voice
    return replace(voices[parent], words=voice.words, at=voice.at)


def _of_writer(voice: Voice, reading: Reading) -> Voice:
    return _author(reading) if voice.kind == "author" else voice


_OUTRIGHT = 0.4
"""The least score of a claim whose speaker is named right before the verb; of such, 9 in 10 are rightly given."""


def _said_outright(text: str, raw: RawClaim, voice: Voice) -> RawClaim:
    """As in “Ann Vale denied it”: who is named beside the verb said it, however few its words."""
    if len(raw.source) != 1 or not raw.cue or voice.name is None or voice.sure < 1:
        return raw
    beside = not text[raw.source[0][1] : raw.cue[0][0]].strip() and raw.source[0][1] <= raw.cue[0][0]
    return replace(raw, score=max(raw.score, _OUTRIGHT)) if beside else raw


def _sure_enough(voice: Voice, raw: RawClaim, threshold: float) -> Voice:
    """The voice, or one left open where the score is below the threshold; the writer's own voice is no source."""
    if voice.kind == "author" or _score(raw, voice) >= threshold:
        return voice
    return replace(voice, name=None, actor=None)


def _score(raw: RawClaim, voice: Voice) -> float:
    return round(raw.score * voice.sure, 3)


def _line(found: Sequence[_Found], at: int) -> list[Voice]:
    """Voices from the outermost claim to this one."""
    voices = [found[at].voice]
    parent = found[at].parent
    while parent is not None and len(voices) < 8:
        voices.insert(0, found[parent].voice)
        parent = found[parent].parent
    return voices


def _claim(page: _Page, at: int) -> Claim:
    one = page.found[at]
    raw, text, known = one.raw, page.reading.prose, page.reading.citations
    cited = {*cited_by((*raw.source, *raw.cue, *raw.content), known), *_linked(page, at)}
    citations = tuple(c.id for c in known if c.id in cited)
    return Claim(
        id=f"c{at + 1}",
        source=raw.source,
        cue=raw.cue,
        content=raw.content,
        speech=speech_of(text, raw.content),
        act=one.act,
        source_kind=one.voice.kind,
        tellers=_tellers(page, at, citations),
        speaker_id=_known(one.voice, page.kit).actor,
        parent=None if one.parent is None else f"c{one.parent + 1}",
        citations=citations,
        reader_score=_score(raw, one.voice),
        speaker=one.voice.name,
        antecedent=(one.voice.first,) if one.voice.first and one.voice.name is None else (),
        reaches=reach_of(text, raw, one.act, one.reach),
    )


def _linked(page: _Page, at: int) -> tuple[str, ...]:
    """The hyperlinks over a claim's source, or over that of who is told to quote it."""
    sources = list(page.found[at].raw.source)
    parent = page.found[at].parent
    if parent is not None and parent != at:
        sources += page.found[parent].raw.source
    return linked_by(sources, page.reading.citations)


def _known(voice: Voice, kit: ClaimKit) -> Voice:
    """The voice with an id made from its name, where it is a proper one that no registry has, and no two bear."""
    if not voice.name or voice.actor is not None or not is_proper(voice.name, kit.cues):
        return voice
    if voice.name in kit.registry.words.only_with:
        return voice
    return replace(voice, actor=actor_id_of(voice.name, kit.registry))


def _reprinted(reading: Reading, kit: ClaimKit) -> tuple[Voice, ...]:
    agency = agency_reprinted(reading.prose, kit.registry)
    return (Voice(kind="outlet", name=agency, actor=actor_id_of(agency, kit.registry)),) if agency is not None else ()


def _tellers(page: _Page, at: int, citations: tuple[str, ...]) -> tuple[str, ...]:
    publisher = actor_id_of(page.reading.document.publisher, page.kit.registry)
    cited = [c for c in page.reading.citations if c.id in citations]
    voices = [*page.reprinted, *(_known(v, page.kit) for v in _line(page.found, at))]
    return chain(publisher, cited if page.found[at].voice.kind != "author" else [], voices, page.kit.domains)


def _carried(page: _Page, claims: Sequence[Claim]) -> list[Claim]:
    """A marker that ends a paragraph stands behind the same speaker's earlier words in it too."""
    text, found, made = page.reading.prose, page.found, list(claims)
    for at in range(len(made) - 2, -1, -1):
        here, after = made[at], made[at + 1]
        same = found[at].voice.actor is not None and found[at].voice.actor == found[at + 1].voice.actor
        between = text[hull(found[at].raw)[0] : hull(found[at + 1].raw)[0]]
        if not here.citations and after.citations and same and here.source_kind != "author" and "\n" not in between:
            carried = after.citations
            made[at] = replace(here, citations=carried, tellers=_tellers(page, at, carried))
    return made
