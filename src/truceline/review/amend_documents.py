"""What a ruling on a document does to its reading: who published it, in front of every chain of tellers."""

from dataclasses import replace
from typing import Any

from truceline.model.decision import Decision
from truceline.model.reading import Reading
from truceline.review.values import ValueProblemError
from truceline.text.speakers import own_actor


def publisher_values(name: str, actor: str | None, before: str | None) -> dict[str, Any]:
    """Values of a ruling on who published a document: the name, its actor id, and the id of who it was read as.

    Raises ValueProblemError where there is no name.
    """
    plain = " ".join(name.split())
    if not plain or actor is None:
        raise ValueProblemError(f"{name!r}: no name of a publisher: give it in words, as --publisher 'Kalinov Post'")
    return {"publisher": plain, "actor": actor, "before": before}


def correct_document(reading: Reading, decision: Decision) -> Reading:
    """The reading as if the document had come in with this publisher; the document's own voice names no teller."""
    values = decision.values or {}
    now, before = str(values.get("actor")), values.get("before")
    # one who speaks in a claim stays in its chain, also where it is the one who published
    led_by = {c.id: None if own_actor(reading, c) == before else before for c in reading.claims}
    claims = tuple(replace(c, tellers=_led(now, c.tellers, led_by[c.id])) for c in reading.claims)
    accounts = tuple(
        replace(a, tellers=_led(now, a.tellers, led_by.get(a.claim or "", before))) if a.tellers or a.claim else a
        for a in reading.accounts
    )
    document = replace(reading.document, publisher=str(values.get("publisher")))
    return replace(reading, document=document, claims=claims, accounts=accounts)


def _led(publisher: str, tellers: tuple[str, ...], before: str | None) -> tuple[str, ...]:
    """The chain with the publisher in front, in place of whom it was led by before."""
    rest = tellers[1:] if before is not None and tellers[:1] == (before,) else tellers
    return tuple(dict.fromkeys((publisher, *rest)))
