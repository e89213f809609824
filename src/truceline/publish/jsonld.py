"""A ledger as JSON-LD: schema.org Claim and ClaimReview for who says what, PROV-O for what was taken from where."""

from typing import Any

from truceline.model.snapshot import Incident, LedgerAccount, LedgerDocument, Snapshot
from truceline.publish.words import say_value

_CONTEXT = [
    "https://schema.org",
    {"prov": "http://www.w3.org/ns/prov#", "truceline": "urn:truceline:"},
]


def jsonld(snapshot: Snapshot) -> dict[str, Any]:
    """Documents as Articles, accounts as Claims quoted from them, incidents as reviews of those claims."""
    graph = [_document(d) for d in snapshot.documents]
    for incident in snapshot.incidents:
        standing = [a for a in incident.accounts if a.review != "rejected"]
        graph += [_claim(account, incident) for account in standing]
        graph.append(_review(incident, standing))
    return {"@context": _CONTEXT, "@graph": graph}


def _document(document: LedgerDocument) -> dict[str, Any]:
    published = document.published
    return _filled(
        {
            "@id": f"truceline:{document.id}",
            "@type": ["Article", "prov:Entity"],
            "identifier": document.given_id,
            "name": document.title,
            "url": document.url,
            "inLanguage": document.language,
            "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
            "datePublished": (published.earliest or "")[:10] or None if published and not published.inferred else None,
            "sha256": document.sha256,
            "prov:wasRevisionOf": {"@id": f"truceline:{document.supersedes}"} if document.supersedes else None,
        }
    )


def _claim(account: LedgerAccount, incident: Incident) -> dict[str, Any]:
    document = {"@id": f"truceline:{account.document}"}
    return _filled(
        {
            "@id": f"truceline:{account.id}",
            "@type": ["Claim", "prov:Entity"],
            "about": {"@type": "Event", "@id": f"truceline:{incident.id}", "name": incident.title},
            "author": {"@type": "Thing", "name": account.teller_name} if account.teller_name else None,
            "text": _statement(account),
            "appearance": document,
            "prov:wasQuotedFrom": document,
            "isPartOf": account.line,
            "prov:wasAttributedTo": {"@type": "prov:SoftwareAgent", "name": account.extractor}
            if account.extractor
            else None,
        }
    )


def _statement(account: LedgerAccount) -> str:
    """Facet by facet, with what is denied kept as denied."""
    parts = []
    for facet in account.facets:
        value = say_value(facet.value, {}) if facet.value is not None else ""
        parts.append(f"{facet.facet} {facet.polarity}{': ' + value if value else ''}")
    return "; ".join(parts)


def _review(incident: Incident, standing: list[LedgerAccount]) -> dict[str, Any]:
    """The machine's weighing; `reviewRating` says in words how far it has been checked, and gives no verdict."""
    lines = incident.independent_lines
    checked = {"machine": "proposed by the program, not checked by a person"}.get(incident.review, incident.review)
    disputed = [name for name, state in incident.facets.items() if state.status == "disputed"]
    return _filled(
        {
            "@id": f"truceline:{incident.id}",
            "@type": ["ClaimReview", "prov:Entity"],
            "claimReviewed": incident.title,
            "itemReviewed": [{"@id": f"truceline:{account.id}"} for account in standing],
            "reviewRating": {
                "@type": "Rating",
                "alternateName": f"{incident.grade}; {checked}; independent lines: {lines}",
                "ratingExplanation": "; ".join(incident.grade_reasons) or None,
            },
            "disputed": disputed or None,
            "prov:wasDerivedFrom": [{"@id": f"truceline:{d}"} for d in incident.documents],
        }
    )


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value is not None}
