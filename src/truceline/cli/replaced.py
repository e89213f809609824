"""What an edit takes the place of: said, since a facet may have several values and an edit replaces them all."""

from collections.abc import Mapping, Sequence
from typing import Any

from truceline.cli.common import err
from truceline.model.account import Account, Facet
from truceline.model.reading import Reading
from truceline.publish.words import FACETS, say_value, shortened

_MOST = 60


def say_replaced(
    reading: Reading, account_id: str, changes: Sequence[Mapping[str, Any]], names: Mapping[str, str]
) -> None:
    """One line on standard error for each facet of the account that has values which the edit replaces."""
    account = next((a for a in reading.accounts if a.id == account_id), None)
    for facet in dict.fromkeys(str(c["facet"]) for c in changes):
        held = [_said(f, account, names) for f in account.facets if f.facet == facet] if account else []
        if held:
            count = f"all its {len(held)} values" if len(held) > 1 else "its value"
            again = " (give --set again for each that is to stay)" if len(held) > 1 else ""
            err.print(f"{FACETS.get(facet, facet)}: replaces {count}: {'; '.join(held)}{again}", markup=False)


def _said(facet: Facet, account: Account, names: Mapping[str, str]) -> str:
    """The value, and beside it the words it was read from; not of an edited account, where they may be of another."""
    denied = {"denied": "denies ", "open": "leaves open "}.get(facet.polarity, "")
    words = " ".join(facet.text.split()) if account.review != "edited" else ""
    cut = shortened(words, _MOST)
    return denied + say_value(facet.value, names) + (f' ("{cut}")' if cut else "")
