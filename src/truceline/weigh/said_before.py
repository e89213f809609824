"""An unnamed source told of again: "The source said ..." is the military source whom the document quoted before."""

import re

from truceline.model.claim import Claim
from truceline.model.entry import Entry
from truceline.model.span import overlap

_STATEMENT = re.compile(
    r"(?:the|its|their|that|this|the same) (?:\w+ )?"
    r"(?:statement|communiqu[eé]|press release|release|declaration|bulletin|announcement|text)",
    re.IGNORECASE,
)
"""Words for a text by which a body spoke."""
_BODIES = frozenset({"institution", "group", "named_official"})
_NEAR = 200
"""Characters behind what a body said within which "the statement" is its."""


def said_before(claim: Claim, entry: Entry) -> Claim:
    """The claim by which a document first quotes an unnamed source; the claim itself where it is told of only here."""
    if not claim.antecedent:
        return claim
    quoted = (c for c in entry.reading.claims if c.source and overlap(c.source[0], claim.antecedent[0]))
    again = (c for c in entry.reading.claims if c.antecedent == claim.antecedent)
    return next(quoted, None) or next(again)


def statement_of(claim: Claim, entry: Entry) -> Claim | None:
    """The claim of the body that spoke right before "the statement said"; None where it is no statement told of again.

    "The ministry said ... "This is a breach," the statement said": the text is the ministry's.
    """
    if not _STATEMENT.fullmatch(words_of_source(claim, entry)):
        return None
    before = [c for c in entry.reading.claims if c.source and c.source[-1][1] <= claim.source[0][0]]
    told = [c for c in before if not _STATEMENT.fullmatch(words_of_source(c, entry))]
    last = max(told, key=lambda c: c.source[-1][1], default=None)
    near = last is not None and claim.source[0][0] - _end(last) <= _NEAR
    return last if near and last is not None and last.speaker and last.source_kind in _BODIES else None


def _end(claim: Claim) -> int:
    return max(b for _, b in (*claim.source, *claim.cue, *claim.content))


def words_of_source(claim: Claim, entry: Entry) -> str:
    """The words of the document that name a claim's source."""
    text = entry.reading.prose
    return " ".join(text[a:b] for a, b in claim.source).strip(" ,;:–—-")
