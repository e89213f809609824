"""The document reader: text with its layers, cards in the margin, who speaks, references, incidents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from truceline.model.entry import Entry
from truceline.model.reading import Reading
from truceline.model.snapshot import LedgerDocument, Snapshot
from truceline.model.span import Span, overlap
from truceline.publish.names import names_of, names_then
from truceline.publish.speaking import say_share
from truceline.publish.words import plural, say_time
from truceline.review.ledger_claims import ledger_claims
from truceline.text.lines import words_of_entry
from truceline.web.views.beside import Beside, beside_text
from truceline.web.views.cards import Card, cards
from truceline.web.views.documents import titles_apart
from truceline.web.views.incident import Ruling, decisions_now, rulings
from truceline.web.views.segments import Layered, Segment, paragraphs, segments
from truceline.web.views.speaking import ClaimsAsked, WhoSpeaks, who_speaks
from truceline.web.views.versions import Versions, versions_view

LAYERS = (
    ("claims", "Claims"),
    ("accounts", "Accounts"),
    ("places", "Places"),
    ("times", "Times"),
    ("figures", "Figures"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph: its segments, the voice it is in, and the cards of claims and accounts that begin in it."""

    segments: tuple[Segment, ...]
    voice: str
    cards: tuple[Card, ...]
    accounts: tuple[Beside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceLine:
    """One address, however often cited."""

    markers: str
    outlet: str
    owner: str
    kind: str
    url: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """Everything the reader shows."""

    id: str
    title: str
    publisher: str
    author: str
    published: str
    published_reason: str
    received: str
    language: str
    sha256: str
    url: str | None
    file: str
    paragraphs: tuple[Paragraph, ...]
    layers: tuple[tuple[str, str, bool, int], ...]
    ruled_back: str
    """Where a ruling on an account leads back to: this text with the accounts' layer on."""
    speaking: WhoSpeaks
    references: tuple[ReferenceLine, ...]
    duplicates: str
    incidents: tuple[tuple[str, str], ...]
    lineage: tuple[tuple[str, str], ...]
    problems: tuple[tuple[str, str], ...]
    rulings: tuple[Ruling, ...]
    readable: bool
    asked: str
    """The language model asked about it; empty for none."""
    versions: Versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What of a document is shown: layers that are on, words that a link points at, which claims are listed."""

    layers: frozenset[str]
    lit: Sequence[Span]
    asked: ClaimsAsked


def document_view(entry: Entry, earlier: Entry | None, snapshot: Snapshot, shown: Shown) -> DocumentView:
    """The view of one document; `earlier` is the one whose place it took."""
    reading = entry.reading
    document = reading.document
    names = names_of(snapshot) | names_then(snapshot.actors, document.published)
    held = next((d for d in snapshot.documents if d.id == entry.id), None)
    claims = ledger_claims([entry])
    made = cards(claims, reading, names)
    beside = beside_text(entry, snapshot, names, [c.mark.name for c in made])
    references, duplicates = _references(reading, snapshot)
    titles = {i.id: i.title for i in snapshot.incidents}
    return DocumentView(
        id=entry.id,
        title=document.title or entry.given_id,
        publisher=document.publisher or "publisher not known",
        author=document.author or "",
        published=say_time(document.published) if document.published else "not dated",
        published_reason=document.published.reason if document.published else "",
        received=entry.received_at,
        language=document.language or "not known",
        sha256=entry.sha256,
        url=_web(document.url),
        file=entry.given_id,
        paragraphs=_paragraphs(reading, made, beside, shown.lit),
        layers=tuple(
            (key, label, key in shown.layers, count)
            for (key, label), count in zip(LAYERS, _counts(reading), strict=True)
        ),
        ruled_back=f"/document/{entry.id}?layers={','.join(k for k, _ in LAYERS if k in shown.layers | {'accounts'})}",
        speaking=who_speaks(made, say_share(claims), shown.asked, entry.id),
        references=references,
        duplicates=duplicates,
        incidents=tuple((i, titles.get(i, i)) for i in held.incidents) if held else (),
        lineage=_lineage(held, snapshot),
        problems=tuple((p.message, p.mend) for p in (held.problems if held else reading.problems)),
        rulings=_rulings(entry, snapshot),
        readable=reading.text is not None,
        asked=reading.reader.asked.extractor if reading.reader.asked else "",
        versions=versions_view(entry, earlier, snapshot),
    )


def _rulings(entry: Entry, snapshot: Snapshot) -> tuple[Ruling, ...]:
    """Rulings on this document's words, and those that went over to it, and the undoing of these, newest first."""
    here = {d.id: d for d in snapshot.decisions if any(a.document == entry.id for a in d.anchors)}
    decisions = [here.get(d.id, d) for d in decisions_now(snapshot, {entry.id: entry.reading})]
    own = {d.id for d in decisions if any(a.document == entry.id for a in d.anchors)}
    return rulings([d for d in reversed(decisions) if d.id in own or d.reverses in own], snapshot)


def _web(url: str | None) -> str | None:
    """An address that may be a link: http and https only, since documents are not to be trusted."""
    return url if url and urlsplit(url).scheme in ("http", "https") else None


def _counts(reading: Reading) -> tuple[int, ...]:
    return (
        len(reading.claims),
        len(reading.accounts),
        len(reading.places),
        len(reading.times),
        len(reading.quantities),
    )


def _lineage(held: LedgerDocument | None, snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    if held is None:
        return ()
    titles = titles_apart(snapshot)
    return tuple((d.id, titles[d.id]) for d in snapshot.documents if d.lineage == held.lineage and d.id != held.id)


def _paragraphs(
    reading: Reading, made: Sequence[Card], beside: Sequence[Beside], lit: Sequence[Span]
) -> tuple[Paragraph, ...]:
    text = reading.prose
    layers = [*_layers(reading, lit), *(x for b in beside for x in b.layers)]
    rows, first = [], 0
    for span in paragraphs(text):
        own = [x for x in layers if overlap(x.span, span)]
        rows.append(
            Paragraph(
                segments=segments(text, span, own),
                voice=_voice(reading, span),
                cards=tuple(c for c in made if span[0] <= c.start < span[1]),
                accounts=tuple(b for b in beside if first <= b.start < span[1]),
            )
        )
        first = span[1]
    return tuple(rows)


def _layers(reading: Reading, lit: Sequence[Span]) -> list[Layered]:
    layers = [
        Layered(span=span, layer=f"l-claims {part}", key=f"claim-{claim.id}")
        for claim in reading.claims
        for part, spans in (("source", claim.source), ("cue", claim.cue), ("content", claim.content))
        for span in spans
    ]
    layers += [Layered(span=(p.start, p.end), layer=f"l-places {p.role}", key="") for p in reading.places]
    layers += [Layered(span=(t.start, t.end), layer="l-times", key="") for t in reading.times]
    layers += [Layered(span=(q.start, q.end), layer="l-figures", key="") for q in reading.quantities]
    return layers + [Layered(span=span, layer="lit", key="" if n else "lit") for n, span in enumerate(lit)]


def _voice(reading: Reading, span: Span) -> str:
    """Whose voice most of a paragraph is in: direct, indirect, or the author's own."""
    share = {"direct": 0, "indirect": 0}
    for claim in reading.claims:
        if claim.source_kind != "author" and claim.parent is None:
            speech = "indirect" if claim.speech == "indirect" else "direct"
            share[speech] += sum(overlap(part, span) for part in claim.content)
    best = max(share, key=lambda k: share[k])
    return best if share[best] * 4 > span[1] - span[0] else "author"


def _markers_by_address(reading: Reading) -> dict[str, list[str]]:
    """By address, or what stands for none, the markers of the reference list; of the citations where there is none."""
    lines: dict[str, list[str]] = {}
    cited = [(c.marker or "", c.url) for c in reading.citations]
    listed = [(r.marker, r.url or words_of_entry(reading.prose[r.start : r.end])) for r in reading.references]
    for marker, url in listed or cited:
        lines.setdefault(url or f"no address {marker}", []).append(marker)
    return lines


def _references(reading: Reading, snapshot: Snapshot) -> tuple[tuple[ReferenceLine, ...], str]:
    """References by address, duplicates joined; citations with an address stand in where there is no list."""
    owners = _owners(snapshot)
    outlets = {c.url: (c.outlet or "", c.kind) for c in reading.citations if c.url}
    lines = _markers_by_address(reading)
    made = tuple(
        ReferenceLine(
            markers=" ".join(f"[{m}]" for m in dict.fromkeys(markers) if m),
            outlet=outlets.get(url, ("", ""))[0] or urlsplit(url).netloc.removeprefix("www."),
            owner=owners.get(urlsplit(url).netloc.removeprefix("www."), ""),
            kind=outlets.get(url, ("", ""))[1],
            url=url,
            href=_web(url),
        )
        for url, markers in lines.items()
    )
    twice = sum(len(set(m)) - 1 for m in lines.values() if len(set(m)) > 1)
    return made, f"{plural(twice, 'reference')} given more than once" if twice else ""


def _owners(snapshot: Snapshot) -> Mapping[str, str]:
    return {domain: s.owner or "" for s in snapshot.sources for domain in s.domains}
