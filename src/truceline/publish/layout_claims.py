"""One row a claim: who speaks, what the words do, on which reference, and who has checked it."""

from truceline.model.snapshot import LedgerClaim
from truceline.publish.layouts import Context, Row
from truceline.publish.speaking import KINDS, REACHES, say_references, speaker_of
from truceline.publish.words import REVIEWS


def claim_row(claim: LedgerClaim, context: Context) -> Row:
    """One claim; `inside` is the id of the claim it is nested in."""
    document, models = context.documents.get(claim.document), context.models.get(claim.id)
    return {
        "id": claim.id,
        "document": document.given_id if document else claim.document,
        "speaker": speaker_of(claim, context.codes.names),
        "speaker_open": "yes" if claim.speaker is None and claim.source_kind != "author" else "no",
        "kind": KINDS[claim.source_kind],
        "act": claim.act,
        "reaches": REACHES[claim.reaches] if claim.reaches else None,
        "said_as": claim.said_as,
        "words": claim.words,
        "inside": claim.parent,
        "references": say_references(claim) if claim.references else None,
        "reader_score": claim.reader_score,
        "review": REVIEWS[claim.review],
        "notes": f"An account told on it was proposed by a language model: {models}." if models else None,
    }
