"""What a decision holds on to, and how it is found again in another reading of the same document."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from truceline.model.account import Account, ReportedIncident
from truceline.model.claim import Claim
from truceline.model.decision import Anchor
from truceline.model.entry import Entry
from truceline.model.reading import Reading
from truceline.model.span import Span

T = TypeVar("T", Account, Claim, ReportedIncident)


def account_anchor(entry: Entry, account: Account) -> Anchor:
    """Anchor of an account: the sentence its first facet stands in."""
    incident = find_incident_key(entry.reading, account.incident)
    return Anchor(
        document=entry.id,
        sha256=entry.sha256,
        quote=account_words(entry.reading, account),
        account=account.id,
        incident=account.incident,
        tellers=account.tellers,
        event_type=incident.event_type if incident else None,
    )


def incident_anchor(entry: Entry, incident: ReportedIncident) -> Anchor:
    """Anchor of a reported incident: the sentence it is first mentioned in."""
    quote = incident_words(entry.reading, incident)
    return Anchor(
        document=entry.id, sha256=entry.sha256, quote=quote, incident=incident.key, event_type=incident.event_type
    )


def claim_anchor(entry: Entry, claim: Claim) -> Anchor:
    """Anchor of a claim: the sentence its cue stands in, and its own words."""
    return Anchor(
        document=entry.id,
        sha256=entry.sha256,
        quote=claim_words(entry.reading, claim),
        tellers=claim.tellers,
        claim=claim.id,
        cue=sliced(entry.reading, claim.cue),
        content=sliced(entry.reading, claim.content),
    )


def find_entry(entries: Mapping[str, Entry], anchor: Anchor) -> Entry | None:
    """The anchor's document: by id, else the only one of the same bytes."""
    if anchor.document in entries:
        return entries[anchor.document]
    alike = [e for e in entries.values() if e.sha256 == anchor.sha256]
    return alike[0] if len(alike) == 1 else None


def find_account(reading: Reading, anchor: Anchor) -> Account | None:
    """The account in the anchor's words; of several the one of the same tellers, then event type, then id."""
    same_words = [a for a in reading.accounts if _plain(account_words(reading, a)) == _plain(anchor.quote)]
    types = {i.key: i.event_type for i in reading.incidents}
    return _best(
        same_words,
        lambda a: (a.tellers == anchor.tellers, types.get(a.incident) == anchor.event_type, a.id == anchor.account),
    )


def find_claim(reading: Reading, anchor: Anchor) -> Claim | None:
    """The claim of the anchor's sentence that shares its cue or its content; of several the likest, then by id.

    Words of the content may be drawn wider or narrower by another reader.
    """
    alike = [(c, sliced(reading, c.cue), sliced(reading, c.content)) for c in reading.claims]
    cues = {c.id: cue == anchor.cue for c, cue, _ in alike}
    contents = {c.id: content == anchor.content for c, _, content in alike}
    same_words = [
        c
        for c, cue, content in alike
        if _plain(claim_words(reading, c)) == _plain(anchor.quote)
        and (cues[c.id] if cue and anchor.cue else _one_holds_the_other(content, anchor.content))
    ]
    return _best(
        same_words,
        lambda c: (cues[c.id] and contents[c.id], contents[c.id], c.tellers == anchor.tellers, c.id == anchor.claim),
    )


def _one_holds_the_other(a: str, b: str) -> bool:
    return a == b or (bool(a and b) and (a in b or b in a))


def find_incident(reading: Reading, anchor: Anchor) -> ReportedIncident | None:
    """The reported incident in the anchor's words; of several the one of the same event type, then key."""
    same_words = [i for i in reading.incidents if _plain(anchor.quote) in map(_plain, _all_words(reading, i))]
    return _best(same_words, lambda i: (i.event_type == anchor.event_type, i.key == anchor.incident))


def find_incident_key(reading: Reading, key: str) -> ReportedIncident | None:
    """The reported incident of this key."""
    return next((i for i in reading.incidents if i.key == key), None)


def account_words(reading: Reading, account: Account) -> str:
    """The sentence an account's first facet stands in; its claim's content where no facet has words; else nothing."""
    spans = [s for facet in account.facets for s in facet.spans]
    spans += [s for claim in reading.claims if claim.id == account.claim for s in claim.content]
    return sentence_at(reading, spans)


def claim_words(reading: Reading, claim: Claim) -> str:
    """The sentence a claim's cue stands in; its content's, or its source's, where it has no cue."""
    return sentence_at(reading, (*claim.cue, *claim.content, *claim.source))


def sliced(reading: Reading, spans: Iterable[Span]) -> str:
    """The words at spans, in the text's order, with "…" between them."""
    text = reading.prose
    return " … ".join(" ".join(text[a:b].split()) for a, b in sorted(spans))


def incident_words(reading: Reading, incident: ReportedIncident) -> str:
    """The sentence a reported incident is first mentioned in, else its first account's words."""
    if incident.mentions:
        return sentence_at(reading, incident.mentions)
    own = (account_words(reading, a) for a in reading.accounts if a.incident == incident.key)
    return next(own, "")


def _all_words(reading: Reading, incident: ReportedIncident) -> set[str]:
    return {sentence_at(reading, (s,)) for s in incident.mentions} or {incident_words(reading, incident)}


def sentence_at(reading: Reading, spans: Iterable[Span]) -> str:
    """The sentence the first of some spans stands in; nothing where there is none."""
    first = next(iter(spans), None)
    if first is None or reading.text is None:
        return ""
    start, end = next((s for s in reading.sentences if s[0] <= first[0] < s[1]), first)
    return reading.text[start:end]


def _plain(words: str) -> str:
    """Words on one line: a corrected version, or another reader, may break lines elsewhere."""
    return " ".join(words.split())


def _best(found: Sequence[T], rank: Callable[[T], tuple[bool, ...]]) -> T | None:
    return max(found, key=rank, default=None)
