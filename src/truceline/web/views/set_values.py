"""Which values an analyst set: told apart on the pages from what a document says."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from truceline.model.account import Facet
from truceline.model.decision import Decision
from truceline.model.plain import to_plain
from truceline.model.snapshot import LedgerAccount
from truceline.review.standing import standing
from truceline.review.versions import later_versions, successors

SetValues = Mapping[tuple[str, str], Sequence[tuple[Any, str]]]
"""By document and facet: values that edits set, each with its analyst, the newest first."""
NOTHING_SET: SetValues = MappingProxyType({})


def set_values(decisions: Sequence[Decision]) -> SetValues:
    """What the edits that hold set, in every version that they went over to."""
    found: dict[tuple[str, str], list[tuple[Any, str]]] = {}
    after = successors(decisions)
    for decision in reversed(standing(decisions)):
        document = decision.anchors[0].document if decision.verb == "edit" else ""
        for facet in (decision.values or {}).get("facets", ()) if document else ():
            for version in (document, *later_versions(document, after)):
                found.setdefault((version, facet["facet"]), []).append((facet["value"], decision.analyst))
    return found


def set_by(account: LedgerAccount, facet: Facet, by: SetValues) -> str:
    """The analyst who set a facet's value; empty where the document says it.

    Looked up by the value, not by the account's id: a newer reading may number accounts anew.
    """
    if account.review != "edited":
        return ""
    value = to_plain(facet.value)
    return next((who for v, who in by.get((account.document, facet.facet), ()) if v == value), "")
