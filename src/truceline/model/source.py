"""Sources: outlets and bodies that publish, who owns them, and how far they have been relied on."""

from dataclasses import dataclass
from typing import Literal

UNSTATED_ID = "publisher-not-stated"
"""Id of the source that documents count under of which nobody knows who put them out."""
Reliability = Literal["A", "B", "C", "D", "E", "F"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One publisher; `reliability` is the Admiralty letter (VOCABULARIES.md 3.5), set only by a person."""

    id: str
    name: str
    owner: str | None = None
    country: str | None = None
    affiliation: str | None = None
    domains: tuple[str, ...] = ()
    reliability: Reliability | None = None
    reliability_by: str | None = None
    documents: int = 0
    claims: int = 0
    origin: int = 0
    """How many lineages it is the origin of."""
    echo: int = 0
    """How many of its documents only repeat another's lineage."""
