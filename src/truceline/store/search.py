"""Full-text search over titles and texts."""

from sqlalchemy import Connection, text

from truceline.store.base import Hit
from truceline.text.queries import match_expression

_QUERY = text(
    "SELECT document, title, snippet(document_text, 2, '[', ']', ' … ', 16) AS excerpt FROM document_text "
    "WHERE document_text MATCH :words ORDER BY rank, document LIMIT :limit"
)


def search_documents(connection: Connection, query: str, limit: int) -> tuple[Hit, ...]:
    """Documents that have every word of the query (a phrase in double quotes counts as one), best first (BM25)."""
    words = match_expression(query)
    if not words:
        return ()
    rows = connection.execute(_QUERY, {"words": words, "limit": limit}).mappings()
    return tuple(Hit(document=r["document"], title=r["title"] or None, excerpt=r["excerpt"]) for r in rows)
