"""Words taken for a deed's place that are none: a month in its date, the last name of a person whose age is told."""

import re
from collections.abc import Collection, Sequence

from truceline.model.draft import Draft
from truceline.model.reading import Reading
from truceline.model.span import Span, overlap
from truceline.recount.drafts.match import without_facets
from truceline.recount.inside import inside
from truceline.recount.settle import is_reached

_AGED = re.compile(
    r"\b[^\W\d_a-z][\w’'-]+ (?:[^\W\d_a-z]\.? )?(?P<last>[^\W\d_a-z][\w’'-]+)(?:,? [JS]r\.?)?, \d{1,3}(?=[,.;]| of\b)"
)
_LONGEST = 60
"""Characters of a time's words."""


def last_names_of_the_aged(text: str) -> frozenset[str]:
    """The last names of those told with their age: "Ada Rell, 17, died"."""
    return frozenset(m["last"] for m in _AGED.finditer(text))


def without_no_places(spans: Sequence[Span], names: Collection[str], reading: Reading) -> list[Span]:
    """The words that may tell a place: no part of a date, none of the `names` of persons."""
    text = reading.prose
    return [s for s in spans if text[slice(*s)] not in names and not _is_date(s, reading)]


def without_refuges(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts without places that those who fled came to: "3,000 people have reached X since the bombing began"."""
    gone = [f for d in drafts for f in d.facets if f.facet == "place" and is_reached(text, f.span[0])]
    return [without_facets(d, gone) for d in drafts] if gone else list(drafts)


def _is_date(span: Span, reading: Reading) -> bool:
    near = inside(reading.times, (span[0] - _LONGEST, span[1]))
    return any(overlap((t.start, t.end), span) for t in near)
