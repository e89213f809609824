"""Where quoted words stand in a text, and whose words they are."""

import re
from collections.abc import Sequence

from truceline.model.claim import Claim
from truceline.model.reading import Reading
from truceline.model.span import Span, meets


def find_quote(text: str, quote: str) -> list[Span]:
    """Every place where the words stand exactly so; a line's end may stand where the quote has a space."""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    return [m.span() for m in re.finditer(pattern, text)]


def told_in(spans: Sequence[Span], claim: Claim | None, reading: Reading, *, aside: bool) -> Span | None:
    """The first of some places that is the teller's own words; None where all are somebody else's.

    A claim's words are its content and cue; when and where (`aside`) may also stand elsewhere in its sentences. The
    document's own voice is what no claim's content holds.
    """
    if claim is None:
        contents = [s for c in reading.claims for s in c.content]
        return next((s for s in spans if not any(a <= s[0] and s[1] <= b for a, b in contents)), None)
    own = [*claim.content, *claim.cue]
    if aside:
        own += [s for s in reading.sentences if meets(s, own)]
    return next((s for s in spans if meets(s, own)), None)
