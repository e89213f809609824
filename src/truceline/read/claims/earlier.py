"""Earlier texts and counts as sources: "Our first note | gave | 15 killed" is a claim even where none was found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.span import Span, meets
from truceline.read.claims.raw import RawClaim, in_text_order
from truceline.text.own_texts import is_earlier_text, whose_text

_TOLD = re.compile(
    r"(?:^|[.;:,]\s+|\b(?:and|but|while)\s+)(?P<who>(?:our|my|its|their|his|her|an?|the)\s+(?:[\w’'-]+\s+){1,9}?)"
    r"(?P<cue>(?:had\s+|ha(?:s|ve)\s+)?(?:gave|given|spoke\s+of|spoken\s+of|put|listed|counted|reported|said|named))\s+"
    r"(?P<what>[^.;!?“”\"]*?\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty"
    r"|dozens?|hundreds?)\b[^.;!?“”\"]*)",
    re.IGNORECASE,
)
_SURE = 0.6


def with_earlier(text: str, raws: Sequence[RawClaim], sentences: Sequence[Span]) -> tuple[RawClaim, ...]:
    """The claims, with those of earlier texts and counts that give a figure, each with its source."""
    out = list(raws)
    for told in (t for s in sentences for t in _told(text, s)):
        own = next((r for r in out if meets(told.cue[0], r.cue)), None)
        if own is not None and not own.source:
            out[out.index(own)] = replace(own, source=told.source, score=max(own.score, _SURE))
        elif own is None and not any(meets(told.cue[0], (*r.source, *r.content)) for r in out):
            out.append(told)
    return in_text_order(out)


def _told(text: str, sentence: Span) -> Iterator[RawClaim]:
    low = sentence[0]
    for m in _TOLD.finditer(text[slice(*sentence)]):
        who = m["who"].rstrip()
        if is_earlier_text(who) or (whose_text(who) in {"our", "my"}):
            source = (low + m.start("who"), low + m.start("who") + len(who))
            cue = (low + m.start("cue"), low + m.end("cue"))
            content = (low + m.start("what"), low + m.start("what") + len(m["what"].rstrip(" ,")))
            yield RawClaim(source=(source,), cue=(cue,), content=(content,), score=_SURE)
